import {
  journalPart,
  sealResponseFile,
  valueDigest,
  type JournalPart,
  type ResponseFileKey,
  type TimeBeacon,
} from '../contract';
import { dangerouslySystem, type Principal, type SessionId } from '@hz/kernel';
import { deliveryWorld, type DeliveryWorld } from '../testing/delivery.fixture';
import { CloseOverdue } from './close-overdue.command';
import { Heartbeats } from './heartbeats';
import { ResponseFiles } from './response-files';

type Sitter = Awaited<ReturnType<DeliveryWorld['started']>>;

describe('a response file that an invigilator brings', () => {
  let world: DeliveryWorld;
  let invigilator: Principal;

  beforeAll(async () => {
    world = await deliveryWorld();
    invigilator = await world.candidate();
  }, 60_000);
  afterAll(() => world?.close());

  const beat = ({ who, id, lease }: Sitter) =>
    world.get(Heartbeats).beat(who, id, { leaseId: lease.leaseId, lostForMs: 0, browserOffline: false });
  const journalOf = (sitter: Sitter, beacon: TimeBeacon | null, values: readonly string[], firstSeq = 1): JournalPart =>
    journalPart(
      '',
      values.map((value, index) => ({
        seq: firstSeq + index,
        itemRef: sitter.itemRef,
        value,
        digest: valueDigest(value),
        at: world.clockNow(),
        leaseNo: sitter.lease.leaseNo,
        mark: beacon && { beacon, sinceMs: 0 },
      })),
    );
  const sealed = async (sitter: Sitter, journal: JournalPart, key: ResponseFileKey, macKey = sitter.lease.macKey) =>
    Buffer.from(
      await sealResponseFile({ attempt: { id: sitter.id, sessionId: sitter.sessionId }, journal, macKey, key }),
    );
  const check = (sessionId: SessionId, file: Buffer) => world.get(ResponseFiles).check(invigilator, sessionId, file);
  const take = (sessionId: SessionId, file: Buffer) => world.get(ResponseFiles).take(invigilator, sessionId, file);
  const count = async (sql: string, { id }: Sitter) => (await world.rowsOf<{ n: number }>(sql, id))[0]!.n;
  const kept = (sitter: Sitter) =>
    count('SELECT count(*)::int AS n FROM delivery.offline_answer WHERE attempt_id = $1', sitter);
  const files = (sitter: Sitter) =>
    count('SELECT count(*)::int AS n FROM delivery.response_file WHERE attempt_id = $1', sitter);
  const code = (run: Promise<unknown>) => run.then(() => 'ok').catch((error: { code: string }) => error.code);

  it('says what it brings before anything is stored, is taken once, and leaves the rest to a person', async () => {
    const sitter = await world.started();
    const [a, b] = sitter.choices as [string, string];
    const { beacon, fileKey } = await beat(sitter);
    await sitter.save(1, a);
    // The beacon is older than the end, as it would be after a long time offline.
    await world.endedAgo(sitter.id, 61);
    await world.get(CloseOverdue).run();
    const file = await sealed(sitter, journalOf(sitter, null, [a, b]), fileKey);
    const expected = {
      attemptId: sitter.id,
      name: '考生',
      isKnown: false,
      answers: [
        { seq: 1, outcome: 'there', why: null },
        { seq: 2, itemRef: sitter.itemRef, notBefore: null, outcome: 'decide', why: 'closed' },
      ],
    };
    expect(await check(sitter.sessionId, file)).toMatchObject(expected);
    expect([await kept(sitter), await files(sitter)]).toEqual([0, 0]);
    expect(await take(sitter.sessionId, file)).toMatchObject(expected);
    expect([await kept(sitter), await files(sitter)]).toEqual([1, 1]);
    const again = await take(sitter.sessionId, file);
    expect([again.isKnown, again.answers.map(({ outcome }) => outcome)]).toEqual([true, ['there', 'there']]);
    expect([await kept(sitter), await files(sitter)]).toEqual([1, 1]);
    const late = await sealed(sitter, journalOf(sitter, beacon, [b], 3), fileKey);
    expect((await take(sitter.sessionId, late)).answers).toMatchObject([
      { outcome: 'refused', why: 'given-after-end' },
    ]);
    expect(
      await count(
        `SELECT count(*)::int AS n FROM audit.entry WHERE object_id = $1::text AND action = 'delivery.response-file-taken'`,
        sitter,
      ),
    ).toBe(2);
  });

  it('counts within the grace by the same rule as a page', async () => {
    const sitter = await world.started();
    const { beacon, fileKey } = await beat(sitter);
    await world.endedAgo(sitter.id, -1);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    const file = await sealed(sitter, journalOf(sitter, beacon, [sitter.choices[0]!]), fileKey);
    expect((await take(sitter.sessionId, file)).answers).toMatchObject([
      { outcome: 'counts', notBefore: beacon!.at, claimedAt: beacon!.at },
    ]);
    expect(await world.rowsOf('SELECT seq, late FROM delivery.response_log WHERE attempt_id = $1', sitter.id)).toEqual([
      { seq: 1, late: true },
    ]);
  });

  it('is refused with nothing stored when it is hostile', async () => {
    const [sitter, other] = [await world.started(), await world.started()];
    const elsewhere = await world.started(await world.session(-1, 60));
    const { fileKey } = await beat(sitter);
    const journal = journalOf(sitter, null, [sitter.choices[0]!]);
    const file = await sealed(sitter, journal, fileKey);
    const cut = file.subarray(0, file.length - 5);
    const bit = Buffer.from(file);
    bit[file.length - 20]! ^= 1;
    const headLength = file.readUInt32BE(8);
    const renamed = Buffer.from(file.toString('latin1').replaceAll(sitter.id, other.id), 'latin1');
    const foreignKey = { ...fileKey, id: 'ab'.repeat(8) };
    const notForUs = await sealed(sitter, journal, foreignKey);
    const cases: [string, Buffer, string][] = [
      ['an empty file', Buffer.alloc(0), 'unreadable'],
      ['a picture', Buffer.from('\x89PNG\r\n\x1a\n and so on', 'latin1'), 'unreadable'],
      ['a head alone', file.subarray(0, 12 + headLength), 'cut-off'],
      ['half a head', file.subarray(0, 40), 'cut-off'],
      ['the magic alone', file.subarray(0, 8), 'cut-off'],
      ['a head that lies about its length', Buffer.concat([file.subarray(0, 8), Buffer.alloc(4, 255)]), 'unreadable'],
      ['what was cut off', cut, 'cut-off'],
      ['what has something added', Buffer.concat([file, Buffer.alloc(1)]), 'altered'],
      ['a flipped bit', bit, 'altered'],
      ['the attempt of another in its head', renamed, 'altered'],
      ['something huge', Buffer.alloc(524_289, file), 'too-large'],
      ['a file for another installation', notForUs, 'of-another'],
      ['one that the page of the attempt did not make', await sealed(sitter, journal, fileKey, 'guessed'), 'altered'],
      ['the journal of a candidate of another session', await sealed(elsewhere, journal, fileKey), 'foreign'],
    ];
    for (const [what, bytes, why] of cases) {
      expect([what, await code(check(sitter.sessionId, bytes))]).toEqual([what, `delivery.response-file-${why}`]);
      expect([what, await code(take(sitter.sessionId, bytes))]).toEqual([what, `delivery.response-file-${why}`]);
    }
    expect(await code(take(elsewhere.sessionId, file))).toBe('delivery.response-file-foreign');
    expect([await kept(sitter), await files(sitter), await kept(elsewhere)]).toEqual([0, 0, 0]);
    expect(await code(take(sitter.sessionId, file))).toBe('ok');
  });

  it('is brought by a person', async () => {
    const sitter = await world.started();
    const { fileKey } = await beat(sitter);
    const file = await sealed(sitter, journalOf(sitter, null, [sitter.choices[0]!]), fileKey);
    const machine = dangerouslySystem('test');
    expect(await code(world.get(ResponseFiles).take(machine, sitter.sessionId, file))).toBe(
      'delivery.person-must-decide',
    );
  });
});
