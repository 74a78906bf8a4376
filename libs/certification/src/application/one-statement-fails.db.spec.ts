import { Client } from 'pg';
import type { PersonId, ResultId } from '@hz/kernel';
import { certificationWorld, type CertificationWorld } from '../testing/certification.fixture';
import { EVERY_COMPONENT, intentsOf, issuedOnce, ledgerOf } from '../testing/issuing.fixture';
import { CredentialSigning } from './credential-signing';
import { AwardCertificate } from './award-certificate.command';
import { IssueCertificate } from './issue-certificate.command';

/** `instead`: the statement never reaches the database. `after`: it does its work, and the answer is lost. */
type Failure = 'instead' | 'after';

const NOBODY = { at: 0, how: 'instead' as Failure };

/**
 * P2: number, leaf and certificate come out once, whichever statement of award and issue fails. The statements are counted as they pass the
 * driver, so that a statement which is added later is tried too.
 */
describe('P2: exactly one statement fails, each in turn', () => {
  let world: CertificationWorld;
  let seen: string[] = [];
  let failing = NOBODY;

  beforeAll(async () => {
    world = await certificationWorld();
    signOncePerNumber(world);
    const query = Client.prototype.query as (...given: unknown[]) => Promise<unknown>;
    jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...given: unknown[]) {
      seen.push(String(given[0]));
      const hit = seen.length === failing.at;
      if (hit && failing.how === 'instead') return Promise.reject(new Error('this statement fails'));
      const answer = query.apply(this, given);
      return hit ? answer.then(() => Promise.reject(new Error('this answer is lost'))) : answer;
    } as typeof query as never);
  }, 120_000);
  afterAll(async () => {
    jest.restoreAllMocks();
    await world.context.close();
  });

  const award = (resultId: ResultId) => world.get(AwardCertificate).run(resultId);
  async function awardAndIssue(personId: PersonId, resultId: ResultId): Promise<void> {
    await award(resultId);
    const [intent] = await intentsOf(world, personId);
    await world.get(IssueCertificate).run(intent!.number);
  }

  /** Award and issue with the `at`-th statement failing; the statements that were seen. */
  async function attempted({ personId, resultId }: { personId: PersonId; resultId: ResultId }, failure = NOBODY) {
    seen = [];
    failing = failure;
    const outcome = await awardAndIssue(personId, resultId).then(
      () => 'done',
      () => 'failed',
    );
    failing = NOBODY;
    return { outcome, statements: [...seen] };
  }

  async function candidate() {
    const { personId } = await world.person();
    return { personId, resultId: await world.released(personId, EVERY_COMPONENT) };
  }

  it('and what comes of it, once it is tried again, is one certificate, one leaf, one number', async () => {
    await attempted(await candidate());
    const { statements, outcome } = await attempted(await candidate());
    expect(outcome).toBe('done');
    const writes = statements.filter((text) => /^\s*(INSERT|UPDATE)/.test(text));
    expect(writes.length).toBeGreaterThan(12);
    const commits = statements.map((text, at) => (text === 'COMMIT' ? at + 1 : 0)).filter((at) => at > 0);
    expect(commits.length).toBeGreaterThan(4);
    const failures = [
      ...statements.map((_, at) => ({ at: at + 1, how: 'instead' as const })),
      ...commits.map((at) => ({ at, how: 'after' as const })),
    ];
    const unfelt: string[] = [];
    for (const failure of failures) {
      const one = await candidate();
      const first = await attempted(one, failure);
      const felt = first.outcome === 'failed' || first.statements.length < failure.at;
      if (!felt) unfelt.push(first.statements[failure.at - 1]!);
      const again = await attempted(one);
      const [intent] = await intentsOf(world, one.personId);
      const ledger = await ledgerOf(world, one.personId);
      expect({ ...failure, outcome: again.outcome, ...ledger }).toEqual({
        ...failure,
        outcome: 'done',
        ...issuedOnce(intent!.number),
      });
    }
    // A failure that nobody felt would prove nothing.
    expect(unfelt).toEqual([]);
  }, 240_000);
});

/** Signing gives the same for the same record, which is tested elsewhere; here it would only take time, eighty times over. */
function signOncePerNumber(world: CertificationWorld): void {
  const signing = world.get(CredentialSigning);
  const known = new Map<string, ReturnType<CredentialSigning['sign']>>();
  const sign = signing.sign.bind(signing);
  jest.spyOn(signing, 'sign').mockImplementation((recorded) => {
    const signed = known.get(recorded.number) ?? sign(recorded);
    known.set(recorded.number, signed);
    // Keys are read anew now and then: a statement of that may be the one that fails, and is not to be remembered.
    signed.catch(() => known.delete(recorded.number));
    return signed;
  });
}
