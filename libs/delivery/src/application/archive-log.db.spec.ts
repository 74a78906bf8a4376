import { appendFileSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnitOfWork } from '@hz/platform';
import { ArchiveDamaged, LogArchived, PartitionShared, SessionNotOver } from '../contract';
import { deliveryWorld, type DeliveryWorld } from '../testing/delivery.fixture';
import { ArchiveLog } from './archive-log.command';
import { SessionReports } from './session-report.query';
import { Submissions } from './submissions';
import { SubmitAttempt } from './submit-attempt.command';

const LOG =
  'SELECT attempt_id, seq, item_ref, value, late, received_at FROM delivery.response_log WHERE session_id = $1 ORDER BY 1, 2';

describe('the life of a partition', () => {
  let world: DeliveryWorld;
  let folder: string;
  beforeAll(async () => {
    world = await deliveryWorld();
    folder = mkdtempSync(join(tmpdir(), 'hz-archive-'));
  }, 60_000);
  afterAll(async () => {
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const sql = <Row>(text: string, ...values: unknown[]) => world.get(UnitOfWork).read.query<Row[]>(text, values);
  const release = (id: string) =>
    sql(`UPDATE registration.session SET status = 'released', released_at = clock_timestamp() WHERE id = $1`, id);
  const partitions = async () =>
    (
      await sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_inherits WHERE inhparent = 'delivery.response_log'::regclass`,
      )
    )[0]!.n;

  async function over() {
    const sessionId = await world.session(-1, 60);
    const started = await world.started(sessionId);
    for (let seq = 1; seq <= 4; seq += 1) await started.save(seq, seq === 4 ? null : started.choices[seq % 2]!);
    await world.get(SubmitAttempt).run(started.who, started.id, started.lease.leaseId);
    return { sessionId, id: started.id };
  }

  it('P1, P5: goes into a file and comes back as it was; without it nothing is computed from half of the log', async () => {
    const { sessionId, id } = await over();
    const archive = world.get(ArchiveLog);
    await expect(archive.archive(sessionId, folder)).rejects.toBeInstanceOf(SessionNotOver);
    await release(sessionId);
    const [before, count] = [await sql(LOG, sessionId), await partitions()];
    const submission = await world.get(Submissions).byAttempt(id);

    const { file, digest, rows } = await archive.archive(sessionId, folder);
    expect(rows).toBe(4);
    expect(await sql(LOG, sessionId)).toEqual([]);
    expect(await partitions()).toBe(count - 1);
    await expect(world.get(Submissions).byAttempt(id)).rejects.toBeInstanceOf(LogArchived);
    await expect(world.get(SessionReports).of(sessionId)).rejects.toBeInstanceOf(LogArchived);
    await expect(archive.archive(sessionId, folder)).rejects.toBeInstanceOf(LogArchived);

    expect(await archive.restore(sessionId, file)).toEqual({ file, digest, rows });
    expect(await sql(LOG, sessionId)).toEqual(before);
    expect(await world.get(Submissions).byAttempt(id)).toEqual(submission);
    await expect(sql('DELETE FROM delivery.response_log WHERE session_id = $1', sessionId)).rejects.toThrow(
      'only appended',
    );
  });

  it('does not come back from a file that was altered, and not from that of another session', async () => {
    const [one, other] = [await over(), await over()];
    const archive = world.get(ArchiveLog);
    for (const { sessionId } of [one, other]) await release(sessionId);
    const { file } = await archive.archive(one.sessionId, folder);
    const foreign = await archive.archive(other.sessionId, folder);
    const altered = `${file}.altered`;
    copyFileSync(file, altered);
    appendFileSync(altered, ' ');
    for (const wrong of [altered, foreign.file]) {
      await expect(archive.restore(one.sessionId, wrong)).rejects.toBeInstanceOf(ArchiveDamaged);
    }
    expect((await archive.restore(one.sessionId, file)).rows).toBe(4);
  });

  it('stays while it is shared with other sessions, as logs of earlier versions are', async () => {
    const [one, other] = [await over(), await over()];
    await release(one.sessionId);
    await sql(
      'UPDATE delivery.log_partition SET name = (SELECT name FROM delivery.log_partition WHERE session_id = $2) WHERE session_id = $1',
      other.sessionId,
      one.sessionId,
    );
    await expect(world.get(ArchiveLog).archive(one.sessionId, folder)).rejects.toBeInstanceOf(PartitionShared);
  });
});
