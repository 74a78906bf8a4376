import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AttemptView } from '@hz/delivery/contract';
import { Candidate, someResponse } from '../tools/candidate';
import { Installation } from '../tools/installation';
import { brokenInvariants } from '../tools/invariants';
import { pause } from '../tools/processes';

/** What the way there and back may take. */
const ROUND_TRIP_MS = 2_000;
const library = faketimeLibrary();

/** Debian's libfaketime: it moves the date that a program sees; its timers stay right. */
function faketimeLibrary(): string | null {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  const files = folders.map((folder) => join('/usr/lib', folder, 'faketime/libfaketime.so.1'));
  return files.find((file) => existsSync(file)) ?? null;
}

const clockOff = (by: '+1h' | '-1h') => ({ LD_PRELOAD: library!, FAKETIME: by, DONT_FAKE_MONOTONIC: '1' });

// Where the library is missing and cannot be installed, the set-up says so, and the test counts as skipped.
(library === null ? describe.skip : describe)("P4: the server's clock rules, and it is the database's", () => {
  let installation: Installation;
  let slow: string;

  beforeAll(async () => {
    installation = await Installation.create();
    await installation.startApi('', clockOff('+1h'));
    slow = await installation.startSecondApi(clockOff('-1h'));
  });
  afterAll(() => installation?.remove());

  async function sitting(
    name: string,
  ): Promise<{ candidate: Candidate; viewAt: (base: string) => Promise<AttemptView> }> {
    const candidate = await Candidate.signUp(installation.base, name);
    await candidate.start();
    const path = `/api/v1/attempts/${candidate.attemptId}`;
    return {
      candidate,
      viewAt: async (base) => (await candidate.client.at(base).insist<AttemptView>('GET', path)).body,
    };
  }

  const endsIn = (candidate: Candidate, ms: number, graceMs: number) =>
    installation.query(
      `UPDATE delivery.attempt SET deadline_at = clock_timestamp() + make_interval(secs => $2::float8 / 1000),
              grace_ends_at = clock_timestamp() + make_interval(secs => $3::float8 / 1000) WHERE id = $1`,
      [candidate.attemptId, ms, ms + graceMs],
    );

  it('F21, F22: nodes an hour before and an hour behind give one deadline, to the millisecond', async () => {
    const { candidate, viewAt } = await sitting('clocks');
    const [fast, behind] = [await viewAt(installation.base), await viewAt(slow)];
    expect(fast.deadlineAt).toBe(behind.deadlineAt);
    expect(fast.startedAt).toBe(behind.startedAt);
    for (const { serverTime } of [fast, behind]) expect(Math.abs(serverTime - Date.now())).toBeLessThan(ROUND_TRIP_MS);
    const item = candidate.items[0]!;
    for (const base of [installation.base, slow]) {
      candidate.client = candidate.client.at(base);
      const { body } = await candidate.send(item, someResponse(item.interaction, 0));
      expect(Math.abs(body.acks[0]!.savedAt - Date.now())).toBeLessThan(ROUND_TRIP_MS);
      expect(body.acks[0]!.late).toBe(false);
    }
  });

  it('F22: both nodes accept within the grace and mark it, refuse after it, and a wrong worker closes at the deadline, once', async () => {
    const { candidate, viewAt } = await sitting('grace');
    const item = candidate.items[0]!;
    const nodes = [installation.base, slow];
    installation.startWorker('crash:delivery.close.after-commit', clockOff('+1h'));
    await pause(3_000);
    await endsIn(candidate, 4_000, 4_000);
    const { deadlineAt, graceEndsAt } = await viewAt(slow);
    const sendAt = async (base: string) => {
      candidate.client = candidate.client.at(base);
      return candidate.send(item, someResponse(item.interaction, candidate.seq));
    };
    const outcomes = () => eachInTurn(nodes, async (base) => (await sendAt(base)).body);
    expect((await outcomes()).map(({ acks }) => acks[0]!.late)).toEqual([false, false]);
    await pause(deadlineAt! - Date.now() + 500);
    expect((await outcomes()).map(({ acks }) => acks[0]!.late)).toEqual([true, true]);
    expect((await viewAt(slow)).status).toBe('started');
    await pause(graceEndsAt! - Date.now() + 200);
    const codes = (await outcomes()).map(({ code }) => code);
    for (const code of codes) expect(['delivery.past-grace', 'delivery.attempt-closed']).toContain(code);
    await installation.death('worker');
    installation.startWorker('', clockOff('-1h'));
    await installation.until('SELECT count(*) = 1 FROM grading.scored_attempt WHERE attempt_id = $1', [
      candidate.attemptId,
    ]);
    expect(await viewAt(slow)).toMatchObject({ status: 'submitted', submittedBy: 'worker', submittedAt: deadlineAt });
    expect(await brokenInvariants(installation)).toEqual([]);
  });

  it('F22: is seen to fail when the deadline is not looked at', async () => {
    await Promise.all([installation.kill('worker'), installation.kill('api')]);
    await installation.startApi('without:deadline-check');
    const { candidate } = await sitting('no-deadline');
    await endsIn(candidate, -2_000, 1_000);
    const item = candidate.items[0]!;
    expect((await candidate.send(item, someResponse(item.interaction, 0))).status).toBe(200);
  });
});

async function eachInTurn<In, Out>(inputs: readonly In[], work: (input: In) => Promise<Out>): Promise<Out[]> {
  const outputs: Out[] = [];
  for (const input of inputs) outputs.push(await work(input));
  return outputs;
}
