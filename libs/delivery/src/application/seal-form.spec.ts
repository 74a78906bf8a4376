import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { AttemptId, Points, SessionId } from '@hz/kernel';
import type { CandidateForm } from '@hz/assembly/contract';
import { makePageKey, openPaper, PAD_BYTES, PageKeyUnusable, paperDigest, partsOf, TAG_BYTES } from '../contract';
import { sealForm } from './seal-form';
import { assertPageKey, wrapKeys } from './wrap-keys';

/** The second reader, which shares no line with ours. */
const reader = () => import('../../../../test/tools/sealed-paper.mjs');

const SESSION = '0190a000-0000-7000-8000-000000000001' as SessionId;
const ATTEMPT = '0190a000-0000-7000-8000-000000000002' as AttemptId;
const choices = ['A', 'B'].map((id) => ({ id, text: { zh: `选项 ${id}`, en: `Option ${id}` } }));
const item = (ref: string) => ({
  ref,
  points: '2' as Points,
  body: { stem: { zh: `题干 ${ref} 𠮷` }, interaction: { type: 'single-choice' as const, choices, shuffle: true } },
});
const FORM: CandidateForm = {
  formId: '0190a000-0000-7000-8000-000000000003',
  title: { zh: '试卷', en: 'Paper' },
  sections: [
    { id: 's1', component: 'theory', title: { zh: '一' }, items: [item('i01'), item('i02')] },
    { id: 's2', component: 'practical', title: { zh: '二' }, items: [item('i03')] },
  ],
};
const bytes = (file: Buffer) => new Uint8Array(file);
const only = (keys: ReadonlyMap<string, Buffer>, ...ids: string[]) =>
  new Map(ids.map((id) => [id, bytes(keys.get(id)!)] as const));

describe('S4: a sealed paper', () => {
  const paper = sealForm(SESSION, FORM);
  const all = only(paper.keys, 's1', 's2');

  it('opens to the very form, by WebCrypto and by a reader that was written apart', async () => {
    expect(await openPaper(bytes(paper.file), all)).toEqual(FORM);
    expect((await reader()).openPaper(paper.file, paper.digest, paper.keys)).toEqual(FORM);
    expect(await paperDigest(bytes(paper.file))).toBe(paper.digest);
  });

  it('opens section by section: one without its key keeps its items', async () => {
    const { sections } = await openPaper(bytes(paper.file), only(paper.keys, 's1'));
    expect(sections).toEqual([FORM.sections[0], { ...FORM.sections[1], items: [] }]);
    await expect(openPaper(bytes(paper.file), new Map())).rejects.toThrow('no key');
  });

  it('says in the clear who it is for and how many items there are, and nothing of them', () => {
    const { header, body } = partsOf(bytes(paper.file));
    expect(header).toMatchObject({
      version: 1,
      sessionId: SESSION,
      formId: FORM.formId,
      language: 'mul',
      formulas: false,
    });
    expect(header.sections.map(({ id, items }) => [id, items])).toEqual([
      ['s1', 2],
      ['s2', 1],
    ]);
    expect(header.sections.map(({ length }) => (length - TAG_BYTES) % PAD_BYTES)).toEqual([0, 0]);
    expect(header.sections.reduce((sum, { length }) => sum + length, 0)).toBe(body.length);
    for (const text of ['题干', '选项', 'Option', 'i01']) expect(paper.file.includes(text)).toBe(false);
  });

  it('is Chinese alone when no item has another language', () => {
    const chinese = choices.map(({ id, text }) => ({ id, text: { zh: text.zh } }));
    const plain = { ...item('i01').body, interaction: { ...item('i01').body.interaction, choices: chinese } };
    const sections = [{ ...FORM.sections[0]!, items: [{ ...item('i01'), body: plain }] }];
    expect(sealForm(SESSION, { ...FORM, sections }).language).toBe('zh');
  });

  it('says whether there are formulas, so that what shows them can be fetched in time', () => {
    const body = { ...item('i01').body, stem: { zh: '求 $x^2=4$ 的解' } };
    const sections = [{ ...FORM.sections[0]!, items: [{ ...item('i01'), body }] }];
    expect(partsOf(bytes(sealForm(SESSION, { ...FORM, sections }).file)).header.formulas).toBe(true);
  });

  it('is sealed under other keys and ivs each time, and each section under its own', () => {
    const again = sealForm(SESSION, FORM);
    const secrets = [paper, again].flatMap(({ keys, file }) => [
      ...[...keys.values()].map((key) => key.toString('hex')),
      ...partsOf(bytes(file)).header.sections.map(({ iv }) => iv),
    ]);
    expect(new Set(secrets).size).toBe(8);
    expect(again.digest).not.toBe(paper.digest);
    expect(again.file.length).toBe(paper.file.length);
  });

  it('F37: does not open when any single bit of it is another one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(paper.file.length - 1), fc.nat(7), async (at, bit) => {
        const altered = bytes(paper.file);
        altered[at]! ^= 1 << bit;
        await expect(openPaper(altered, all)).rejects.toBeDefined();
      }),
      { numRuns: 400 },
    );
    // Every byte of the head, too: chance alone would hardly meet them all.
    for (let at = 0; at < partsOf(bytes(paper.file)).head.length; at += 1) {
      const altered = bytes(paper.file);
      altered[at]! ^= 0x20;
      await expect(openPaper(altered, all)).rejects.toBeDefined();
    }
  });

  it('does not open when it is cut short', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(paper.file.length - 1), async (length) => {
        await expect(openPaper(bytes(paper.file.subarray(0, length)), all)).rejects.toBeDefined();
      }),
    );
  });

  it('does not open with the key of another section, another session, or a key that chance made', async () => {
    const foreign = sealForm('0190a000-0000-7000-8000-00000000000f' as SessionId, FORM).keys;
    const wrong = [paper.keys.get('s2')!, foreign.get('s1')!, randomBytes(32)];
    for (const key of wrong) {
      await expect(openPaper(bytes(paper.file), new Map([['s1', bytes(key)]]))).rejects.toBeDefined();
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (key) => {
        await expect(openPaper(bytes(paper.file), new Map([['s1', new Uint8Array(key)]]))).rejects.toBeDefined();
      }),
    );
  });
});

describe('S4: keys on their way to a page', () => {
  const paper = sealForm(SESSION, FORM);
  const given = new Map([['s1', paper.keys.get('s1')!]]);
  const to = (pageKey: string) => ({ attemptId: ATTEMPT, digest: paper.digest, pageKey });

  it('arrive whole, by WebCrypto and by a reader that was written apart', async () => {
    const page = await makePageKey();
    const taken = await page.unwrap(ATTEMPT, wrapKeys(to(page.publicKey), given));
    expect([...taken].map(([id, key]) => [id, Buffer.from(key)])).toEqual([...given]);
    const second = (await reader()).makePageKey();
    expect(second.keysFrom(ATTEMPT, wrapKeys(to(second.publicKey), given))).toEqual(given);
  });

  it('are of no use to another page, for another attempt, or under the name of another paper', async () => {
    const [page, other] = [await makePageKey(), await makePageKey()];
    const sent = wrapKeys(to(page.publicKey), given);
    await expect(other.unwrap(ATTEMPT, sent)).rejects.toBeDefined();
    await expect(page.unwrap(SESSION, sent)).rejects.toBeDefined();
    await expect(page.unwrap(ATTEMPT, { ...sent, digest: 'ab'.repeat(32) })).rejects.toBeDefined();
    const altered = Buffer.from(sent.box, 'base64url');
    altered[0]! ^= 1;
    await expect(page.unwrap(ATTEMPT, { ...sent, box: altered.toString('base64url') })).rejects.toBeDefined();
  });

  it('are wrapped anew each time, and do not show', async () => {
    const { publicKey } = await makePageKey();
    const [one, two] = [wrapKeys(to(publicKey), given), wrapKeys(to(publicKey), given)];
    expect(new Set([one.publicKey, two.publicKey, one.iv, two.iv, one.box, two.box]).size).toBe(6);
    expect(JSON.stringify(one)).not.toContain(given.get('s1')!.toString('base64url'));
  });

  it('are refused to what is no point of the curve', async () => {
    expect(() => assertPageKey(Buffer.alloc(65, 4).toString('base64url'))).toThrow(PageKeyUnusable);
    const { publicKey } = await makePageKey();
    expect(() => assertPageKey(publicKey)).not.toThrow();
  });
});
