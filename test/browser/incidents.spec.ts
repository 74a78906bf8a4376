import type { Page } from 'playwright-core';
import { Candidate, CANDIDATE_PASSWORD } from '../tools/candidate';
import { pause } from '../tools/processes';
import { answerKinds } from './exam-room';
import { setStage } from './stage';
import { Visitor, type Language } from './visitor';

/** Long enough for a gap: a page speaks every 20 to 30 s, and a silence counts from 45 s on. */
const OUTAGE_MS = 60_000;

describe('an outage in the middle of an exam', () => {
  const stage = setStage();

  const arrive = async (language: Language, email?: string, width = 1_440, password = 'hengzheng-demo') => {
    const visitor = await Visitor.arrive(stage.browser, { base: stage.installation.base, language, width });
    if (email !== undefined) await visitor.signInQuietly(email, password);
    return visitor;
  };
  const incidentNo1 = async () => {
    const [row] = await stage.installation.query<{ id: string; session_id: string; ms: number; at: string }>(
      `SELECT id, session_id, (extract(epoch FROM ended_at - began_at) * 1000)::int AS ms FROM delivery.incident`,
    );
    return row!;
  };

  it('is told from a broken line of one’s own, approved by a manager, and the candidate sees how much time it gave back, and why', async () => {
    const candidate = await Candidate.signUp(stage.installation.base, 'outage');
    await candidate.register();
    const room = await arrive('zh', candidate.email, 1_440, CANDIDATE_PASSWORD);
    await room.enterRoom(candidate.registrationId);
    expect(await answerKinds(room.page, 1)).toBe(1);
    await room.page.locator('header [data-state="saved"]').waitFor();
    await stage.installation.until('SELECT count(*) = 1 FROM delivery.contact');
    const before = await deadlineOf(candidate);

    await stage.installation.kill('api');
    await pause(OUTAGE_MS);
    await stage.installation.startApi();
    await stage.installation.until('SELECT count(*) = 1 FROM delivery.contact_gap WHERE reported_ms > 0');
    stage.installation.startWorker();
    await stage.installation.until(`SELECT count(*) = 1 FROM delivery.incident WHERE ended_at IS NOT NULL`);
    const { id, session_id: session, ms } = await incidentNo1();
    expect(ms).toBeGreaterThan(OUTAGE_MS - 5_000);
    expect(await deadlineOf(candidate)).toBe(before);
    // The browser has complained about the server that was away; what it says from here on counts.
    room.problems.length = 0;

    const manager = await arrive('zh', 'manager@demo.example');
    await manager.open(`/manage/sessions/${session}`);
    await manager.page.locator('a[href$="?tab=incidents"]').click();
    const card = manager.page.locator(`section[aria-labelledby="incident-${id}"]`);
    await card.waitFor();
    await card.getByRole('button', { name: '查看考生' }).click();
    await manager.page.getByRole('row').filter({ hasText: '平台' }).waitFor();
    await manager.look();
    await manager.picture('incidents');
    await card.getByRole('button', { name: '批准补偿' }).click();
    const dialog = manager.page.getByRole('dialog');
    await dialog.waitFor();
    await manager.look();
    await dialog.locator('button[type="submit"]').click();
    await dialog.waitFor({ state: 'hidden' });
    await card.getByText('已批准').waitFor();
    await manager.look();
    const [effect] = await stage.installation.query<{ lost: number }>(
      'SELECT lost_ms AS lost FROM delivery.incident_effect WHERE incident_id = $1',
      [id],
    );
    expect((await deadlineOf(candidate)) - before).toBe(effect!.lost);
    // Her last beat may have come after the last beat of the platform.
    expect(effect!.lost).toBeGreaterThan(ms - 5_000);
    expect(effect!.lost).toBeLessThanOrEqual(ms);

    const bar = room.page.getByTestId('incident-bar');
    await bar.waitFor();
    expect(await bar.innerText()).toMatch(/＋\d+ 分钟.*：平台中断 \d\d:\d\d–\d\d:\d\d/);
    expect(await room.page.getByTestId('announcer').innerText()).toMatch(/考试时间延长 \d+ 分钟/);
    await room.look();
    await room.picture('incident-bar');
    await bar.getByRole('button').click();
    await bar.waitFor({ state: 'detached' });

    await manager.open(`/manage/sessions/${session}/report`);
    const guest = await arrive('zh');
    await guest.open('/');
    await guest.page.locator('footer a[href="/status"]').click();
    await guest.page.getByRole('row').filter({ hasText: '平台中断' }).waitFor();
    await guest.look();
    expect([...room.problems, ...manager.problems, ...guest.problems]).toEqual([]);
    await Promise.all([room.leave(), manager.leave(), guest.leave()]);
  }, 300_000);

  it('can be opened by hand for some seats, and all its pages fit a telephone and speak English', async () => {
    const { session_id: session } = await incidentNo1();
    const manager = await arrive('en', 'manager@demo.example', 390);
    await manager.open(`/manage/sessions/${session}?tab=incidents`);
    await manager.page.getByRole('button', { name: 'Open an incident' }).click();
    const dialog = manager.page.getByRole('dialog');
    await dialog.getByLabel('Seats').fill('1-');
    await dialog.getByText('Write it like').waitFor();
    await manager.look();
    await dialog.getByLabel('Seats').fill('1');
    await dialog.getByLabel('Reason').fill('A power cut.');
    await dialog.locator('button[type="submit"]').click();
    await dialog.waitFor({ state: 'hidden' });
    const card = manager.page.locator('section[data-state="proposed"]');
    await card.getByText('A power cut.').waitFor();
    await manager.look();
    await card.getByRole('button', { name: 'Dismiss' }).click();
    await dismiss(manager.page);
    await manager.page.locator('section[data-state="dismissed"]').waitFor();
    await manager.look();
    await manager.open(`/manage/sessions/${session}/report`);
    await manager.open('/status');
    expect(manager.problems).toEqual([]);
    await manager.leave();
  });

  it('beyond the limit drafts the list of those who sit again, which the manager confirms', async () => {
    const { session_id: session } = await incidentNo1();
    const manager = await arrive('zh', 'manager@demo.example');
    await manager.open(`/manage/sessions/${session}?tab=incidents`);
    await manager.page.getByRole('button', { name: '登记事件' }).click();
    const dialog = manager.page.getByRole('dialog');
    const minutes = 70;
    const began = new Date(Date.now() - minutes * 60_000 - new Date().getTimezoneOffset() * 60_000);
    await dialog.getByLabel('开始').fill(began.toISOString().slice(0, 16));
    await dialog.getByRole('textbox').last().fill('整栋楼停电。');
    await dialog.locator('button[type="submit"]').click();
    await dialog.waitFor({ state: 'hidden' });
    const card = manager.page.locator('section[data-state="proposed"]');
    await card.getByText('超过 45 分钟的上限').waitFor();
    await manager.look();
    await card.getByRole('button', { name: '批准补偿' }).click();
    await dialog.locator('button[type="submit"]').click();
    await dialog.waitFor({ state: 'hidden' });
    await manager.page.getByRole('button', { name: '确认名单' }).click();
    await manager.look();
    await dialog.locator('button[type="submit"]').click();
    await dialog.waitFor({ state: 'hidden' });
    await manager.page.getByRole('cell', { name: '已确认' }).waitFor();
    await manager.look();
    const told = await stage.installation.query<{ outcome: string }>(
      `SELECT n ->> 'outcome' AS outcome FROM delivery.attempt, jsonb_array_elements(incident_notices) n ORDER BY 1`,
    );
    expect(told).toEqual([{ outcome: 'extended' }, { outcome: 'resit' }]);
    await manager.open(`/manage/sessions/${session}/report`);
    expect(manager.problems).toEqual([]);
    await manager.leave();
  });

  async function dismiss(page: Page): Promise<void> {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('It was a drill.');
    await dialog.locator('button[type="submit"]').click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async function deadlineOf({ registrationId }: Candidate): Promise<number> {
    const [row] = await stage.installation.query<{ at: Date }>(
      'SELECT deadline_at AS at FROM delivery.attempt WHERE registration_id = $1',
      [registrationId],
    );
    return row!.at.getTime();
  }
});
