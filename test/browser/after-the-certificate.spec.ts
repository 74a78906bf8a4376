import type { Browser } from 'playwright-core';
import { CertificatesSite } from './certificates-site';
import { launchBrowser, Visitor, type Language } from './visitor';

const REVOKED_FOR = '身份信息存疑';
const GROUNDS = '身份证件当场核对无误，监考记录可以证明。';

const todayInChina = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** What comes after the certificate, on the pages of its holder and of those who decide. */
describe('a holder and the staff', () => {
  let site: CertificatesSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await CertificatesSite.open();
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function arrive(person: { email: string; password: string }, language: Language, width: number) {
    const visitor = await Visitor.arrive(browser, { base: site.base, language, width });
    await visitor.signInQuietly(person.email, person.password);
    return visitor;
  }
  /** Presses the button of that name in the list, says why in the dialog where that is asked, and waits until it is gone. */
  async function decide({ page }: Visitor, name: RegExp, reason: string | null): Promise<void> {
    await page.getByRole('button', { name }).first().click();
    const dialog = page.getByRole('dialog');
    if (reason !== null) await dialog.getByRole('textbox').fill(reason);
    await dialog.locator('button[type="submit"]').click();
    await dialog.waitFor({ state: 'hidden' });
  }

  it('appeal against a revocation: handed in, upheld by somebody else, and answered with a new number', async () => {
    const { number } = await site.issue();
    const [administrator, manager] = [await site.staff('administrator'), await site.staff('exam-manager')];
    await site.revoke(administrator.who, number, REVOKED_FOR);

    const holder = await arrive(await site.holderOf(number), 'zh', 390);
    await holder.open(`/my/certificates/${number}`);
    await holder.page.getByRole('button', { name: '提交申诉' }).click();
    await holder.page.getByText('请写明理由').waitFor();
    await holder.page.getByRole('textbox').fill(GROUNDS);
    await holder.page.getByRole('button', { name: '提交申诉' }).click();
    await holder.page.getByText('申诉审理中').waitFor();
    await holder.look();

    const desk = await arrive(manager, 'en', 1440);
    await desk.open('/manage/appeals');
    expect(await desk.page.getByRole('table').innerText()).toContain(GROUNDS);
    await desk.album('appeals');
    await decide(desk, /^Uphold the appeal/, '核实无误');
    await desk.page.getByText('Upheld').first().waitFor();
    await desk.look();

    await holder.open(`/my/certificates/${number}`);
    expect(await holder.page.locator('main').innerText()).toMatch(/申诉成立[\s\S]*核实无误[\s\S]*查看新证书 HZ-/);
    await holder.album('appeal');
    expect([...holder.problems, ...desk.problems]).toEqual([]);
    await Promise.all([holder.leave(), desk.leave()]);
  }, 90_000);

  it('renewal: what is missing, hours that are handed in, refused and approved', async () => {
    const { number } = await site.issue();
    const manager = await site.staff('exam-manager');
    const holder = await arrive(await site.holderOf(number), 'zh', 390);
    await holder.open(`/my/certificates/${number}`);
    await holder.follow(`/my/certificates/${number}/renewal`);
    const { page } = holder;
    expect(await page.locator('main').innerText()).toMatch(/现在还不能续期[\s\S]*还差 60 学时/);
    const submit = page.locator('form button[type="submit"]');
    await submit.click();
    await holder.look();
    for (const [title, hours] of [
      ['数据合规课程', '60'],
      ['读书会', '5'],
    ] as const) {
      await page.locator('#education-title').fill(title);
      await page.locator('#education-provider').fill('某大学');
      await page.locator('#education-hours').fill(hours);
      await page.locator('#education-completedOn').fill(todayInChina());
      await page.locator('#education-evidence').fill('结业证书第 123 号');
      await submit.click();
      await page.getByRole('cell', { name: hours, exact: true }).or(page.getByText(title)).first().waitFor();
    }
    await holder.look();

    const desk = await arrive(manager, 'zh', 1440);
    await desk.open('/manage/education');
    await desk.album('education');
    await decide(desk, /^认定 .*数据合规课程/, null);
    await decide(desk, /^不认定 .*读书会/, '不是课程');
    await desk.page.getByText('不是课程').waitFor();
    await desk.look();

    await holder.open(`/my/certificates/${number}/renewal`);
    expect(await page.locator('main').innerText()).toMatch(/已认定 60 \/ 60[\s\S]*不是课程/);
    await holder.album('renewal');
    expect([...holder.problems, ...desk.problems]).toEqual([]);
    await Promise.all([holder.leave(), desk.leave()]);
  }, 90_000);
});
