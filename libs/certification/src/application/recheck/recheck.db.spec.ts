import type { CertificateNumber, Principal } from '@hz/kernel';
import { TestSwitches } from '@hz/platform';
import type { LogEntryId } from '@hz/transparency/contract';
import { DISCLOSURES } from '@hz/verification/contract';
import { RecheckUnderWay } from '../../contract';
import { certificationWorld, type CertificationWorld } from '../../testing/certification.fixture';
import { awarded, issued } from '../../testing/issuing.fixture';
import { copyOf, tamper } from '../../testing/tampering.fixture';
import { CertificateLog } from '../certificate-log';
import { ChangeCertificateStatus } from '../change-status.command';
import { IssueCertificate } from '../issue-certificate.command';
import { ReissueCertificate } from '../reissue-certificate.command';
import { BeginRecheck } from './begin-recheck.command';
import { RecheckCertificates } from './recheck-certificates.command';
import { Rechecks } from './rechecks.query';

const DAY_MS = 24 * 3_600_000;

/** What is altered of a certificate each, and what must be found of it: part, which of them, code. */
const FOUND = {
  unsigned: ['record record-altered'],
  record: ['publication publication-differs'],
  form: ['form whole-pass form-differs', 'form whole-pass proof-broken', 'log logged-differently'],
  token: ['log logged-differently', 'token masked-pass malformed'],
  noForm: ['form masked-score form-missing', 'log logged-differently'],
  publishedStatus: ['publication status-differs'],
  publishedText: ['publication publication-differs'],
  unpublished: ['publication publication-missing'],
  pdf: ['pdf file-altered', 'pdf pdf-differs'],
  noPdf: ['pdf pdf-missing'],
  leaf: ['log log-damaged'],
  entry: ['log log-damaged'],
  statement: ['statement 1-suspend logged-differently', 'statement 2-reinstate logged-differently'],
  bits: everyForm('suspended'),
  unsuspended: [...everyForm('suspended'), 'publication status-differs', 'statement suspended'].sort(),
};
type Altered = keyof typeof FOUND;
const ALTERED = Object.keys(FOUND) as Altered[];

function everyForm(code: string): string[] {
  const forms = ['form', 'token'].flatMap((part) => DISCLOSURES.map((disclosure) => `${part} ${disclosure} ${code}`));
  return [...forms, `pdf ${code}`].sort();
}

let world: CertificationWorld;
let auditor: Principal;
let manager: Principal;

beforeAll(async () => {
  world = await certificationWorld();
  ({ who: auditor } = await world.person('审计员', 'auditor'));
  ({ who: manager } = await world.person('管理员', 'exam-manager'));
}, 120_000);
afterAll(() => world.context.close());

const overview = () => world.get(Rechecks).overview();
const openFaults = async () => {
  const { rows } = await world.get(Rechecks).faults({ limit: 100, mended: 'no' });
  return rows;
};
/** The open faults as `part subject code`, by number. */
async function openFaultsByNumber(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const { number, part, subject, code } of await openFaults())
    (found[number] ??= []).push([part, subject, code].filter((word) => word !== '').join(' '));
  for (const list of Object.values(found)) list.sort();
  return found;
}

/** Examines everything, as long as it takes. */
async function recheck(): Promise<void> {
  await world.get(BeginRecheck).run(auditor);
  await goOn();
}
async function goOn(): Promise<void> {
  do await world.get(RecheckCertificates).run();
  while ((await overview()).runs.some(({ finishedAt }) => finishedAt === null));
}

const change = (number: string, kind: 'suspend' | 'reinstate' | 'revoke') =>
  world.get(ChangeCertificateStatus).run(manager, number, kind, '需要核实');

describe('what is as it should be', () => {
  it('gives no fault, whatever became of the certificate', async () => {
    const [plain, suspended, reinstated, revoked, renamed] = [
      await issued(world),
      await issued(world),
      await issued(world),
      await issued(world),
      await issued(world),
    ];
    await awarded(world);
    await change(suspended.number, 'suspend');
    await change(reinstated.number, 'suspend');
    await change(reinstated.number, 'reinstate');
    await change(revoked.number, 'suspend');
    await change(revoked.number, 'revoke');
    await tamper(world, 'UPDATE identity.person SET legal_name = $2 WHERE id = $1', [renamed.personId, '欧阳晓晴']);
    const again = { kind: 'renamed', reason: '持证人申请' } as const;
    const { number: successor } = await world.get(ReissueCertificate).run(manager, renamed.number, again);
    await world.get(IssueCertificate).run(successor);
    await world.get(ReissueCertificate).run(manager, plain.number, { kind: 'lost', reason: '持证人申请' });

    await recheck();
    expect(await openFaultsByNumber()).toEqual({});
    const { runs, openFaults: open } = await overview();
    expect(open).toBe(0);
    expect(runs[0]).toMatchObject({ asked: true, examined: 7, certificates: 7, faults: 0 });
  }, 120_000);
});

describe('a run', () => {
  it('goes on where a crash left it, and counts nothing twice', async () => {
    await world.get(BeginRecheck).run(auditor);
    const dies = jest.spyOn(world.get(TestSwitches), 'crashPoint').mockImplementation((name) => {
      if (name === 'certification.recheck.before-commit') throw new Error('killed');
    });
    await expect(world.get(RecheckCertificates).run()).rejects.toThrow('killed');
    dies.mockRestore();
    expect((await overview()).runs[0]).toMatchObject({ examined: 0, finishedAt: null });
    await goOn();
    const [run] = (await overview()).runs;
    expect(run).toMatchObject({ examined: run!.certificates, faults: 0 });
  }, 120_000);

  it('is one at a time, and who asked for it stands in the audit trail', async () => {
    await world.get(BeginRecheck).run(auditor);
    await expect(world.get(BeginRecheck).run(auditor)).rejects.toThrow(RecheckUnderWay);
    await goOn();
    const { runs } = await overview();
    const audited = await world.sql<{ object_id: string }>(
      `SELECT object_id FROM audit.entry WHERE action = 'certification.recheck-begun' ORDER BY id DESC`,
    );
    expect(audited[0]!.object_id).toBe(runs[0]!.id);
    expect(audited).toHaveLength(runs.filter(({ asked }) => asked).length);
  }, 120_000);

  it('names what is published or logged although nobody was awarded it', async () => {
    const { number } = await issued(world);
    await tamper(world, `UPDATE verification.published SET number = number || 'X' WHERE number = $1`, [number]);
    await tamper(world, `UPDATE transparency.entry SET subject = subject || 'Y' WHERE subject = $1`, [number]);
    await recheck();
    const found = await openFaultsByNumber();
    expect(found[`${number}X`]).toEqual(['publication without-certificate']);
    expect(found[`${number}Y`]).toEqual(['log without-certificate']);
    expect(found[number]).toEqual(['publication publication-missing']);
    await tamper(world, `UPDATE verification.published SET number = $1 WHERE number = $1 || 'X'`, [number]);
    await tamper(world, `UPDATE transparency.entry SET subject = $1 WHERE subject = $1 || 'Y'`, [number]);
    await recheck();
    expect(await openFaultsByNumber()).toEqual({});
  }, 120_000);
});

describe('what was altered in the database', () => {
  it('is found with its place, and counts as mended when it is put right', async () => {
    const numbers = {} as Record<Altered, CertificateNumber>;
    for (const name of ALTERED) numbers[name] = (await issued(world)).number;
    await change(numbers.unsuspended, 'suspend');
    await change(numbers.statement, 'suspend');
    await change(numbers.statement, 'reinstate');
    // Everything is in the log before the copy is taken: what came in later could not be put back.
    const [last] = await world.sql<{ id: LogEntryId }>('SELECT id FROM transparency.entry ORDER BY id DESC LIMIT 1');
    await world.get(CertificateLog).included(last!.id);
    const kept = await copyOf(world, [
      'certification.certificate',
      'certification.variant',
      'certification.status_change',
      'certification.pdf',
      'verification.published',
      'verification.status_list',
      'verification.suspension_list',
      'transparency.entry',
      'transparency.leaf',
    ]);

    const alter = (name: Altered, text: string) => tamper(world, text, [numbers[name]]);
    await alter(
      'unsigned',
      `UPDATE certification.certificate SET unsigned_bytes = replace(unsigned_bytes, '83.5', '93.5') WHERE number = $1`,
    );
    await alter(
      'form',
      `UPDATE certification.variant SET credential = replace(credential, '欧阳晓明', '欧阳大明')
        WHERE number = $1 AND disclosure = 'whole-pass'`,
    );
    await alter(
      'token',
      `UPDATE certification.variant SET token = overlay(token placing 'AAAA' from 200) WHERE number = $1 AND disclosure = 'masked-pass'`,
    );
    await alter('noForm', `DELETE FROM certification.variant WHERE number = $1 AND disclosure = 'masked-score'`);
    await alter(
      'publishedStatus',
      `UPDATE verification.published SET status = 'suspended', reason = '需要核实' WHERE number = $1`,
    );
    await alter(
      'publishedText',
      `UPDATE verification.published SET credential = replace(credential, '83.5', '93.5') WHERE number = $1`,
    );
    await alter('unpublished', `DELETE FROM verification.published WHERE number = $1`);
    await alter(
      'pdf',
      `UPDATE certification.pdf SET bytes = set_byte(bytes, 3000, (get_byte(bytes, 3000) + 1) % 256)
        WHERE hash = (SELECT pdf_hash FROM certification.certificate WHERE number = $1)`,
    );
    await alter(
      'noPdf',
      `DELETE FROM certification.pdf WHERE hash = (SELECT pdf_hash FROM certification.certificate WHERE number = $1)`,
    );
    await alter(
      'leaf',
      `UPDATE transparency.leaf SET bytes = set_byte(bytes, 5, (get_byte(bytes, 5) + 1) % 256)
        WHERE entry_id = (SELECT id FROM transparency.entry WHERE subject = $1)`,
    );
    await alter('entry', `UPDATE transparency.entry SET commitment = repeat('0', 64) WHERE subject = $1`);
    await alter(
      'statement',
      `UPDATE certification.status_change SET log_salt = decode(repeat('00', 32), 'hex') WHERE number = $1`,
    );
    await alter('record', `UPDATE certification.certificate SET credential = credential || ' ' WHERE number = $1`);
    await alter('unsuspended', `UPDATE certification.certificate SET status = 'valid' WHERE number = $1`);
    await alter(
      'bits',
      `UPDATE verification.suspension_list l
          SET bits = set_bit(bits, (e.place / 8) * 8 + 7 - e.place % 8, 1), credential = NULL, signed_at = NULL
         FROM verification.status_entry e WHERE e.list_id = l.id AND e.number = $1`,
    );

    await recheck();
    const found = await openFaultsByNumber();
    expect(Object.fromEntries(ALTERED.map((name) => [name, found[numbers[name]]]))).toEqual(FOUND);
    expect(Object.keys(found)).toHaveLength(ALTERED.length);
    expect((await overview()).openFaults).toBe(Object.values(found).flat().length);

    await kept.putBack();
    world.context.clock.advance(60_000);
    await recheck();
    expect(await openFaultsByNumber()).toEqual({});
    const { rows } = await world.get(Rechecks).faults({ limit: 100, search: numbers.leaf.toLowerCase() });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ mendedAt }) => mendedAt === world.context.clock.now())).toBe(true);
  }, 240_000);
});

describe('when all registrations have ended', () => {
  it('nothing is a fault but the award that nobody has issued for six years; the run of the night came by itself', async () => {
    world.context.clock.advance(6 * 365 * DAY_MS);
    await goOn();
    expect((await openFaults()).map(({ code }) => code)).toEqual(['not-released']);
    const { runs } = await overview();
    expect(runs[0]).toMatchObject({ asked: false, faults: 1 });
    const all = runs.length;
    await goOn();
    expect((await overview()).runs).toHaveLength(all);
  }, 120_000);
});
