import type { CertificateNumber, PersonId } from '@hz/kernel';
import { TestSwitches } from '@hz/platform';
import { AwardCertificate } from '../application/award-certificate.command';
import { IssueCertificate } from '../application/issue-certificate.command';
import type { CertificationWorld } from './certification.fixture';

export const EVERY_COMPONENT = { theory: true, practical: true };

export const intentsOf = (world: CertificationWorld, personId: PersonId) =>
  world.sql<{ number: CertificateNumber; status: string }>(
    'SELECT number, status FROM certification.certificate WHERE person_id = $1 ORDER BY intended_at, number',
    [personId],
  );

/** A person to whom a certificate was awarded, not yet issued. */
export async function awarded(world: CertificationWorld) {
  const { personId, who } = await world.person();
  const resultId = await world.released(personId, EVERY_COMPONENT);
  await world.get(AwardCertificate).run(resultId);
  const [intent] = await intentsOf(world, personId);
  return { personId, who, resultId, number: intent!.number };
}

export async function issued(world: CertificationWorld) {
  const award = await awarded(world);
  await world.get(IssueCertificate).run(award.number);
  return award;
}

/** Everything of a person's certificates that must be there once: rows, published credentials, forms, leaves, files, events. */
export async function ledgerOf(world: CertificationWorld, personId: PersonId) {
  const certificates = await intentsOf(world, personId);
  const ofPerson = 'IN (SELECT number FROM certification.certificate WHERE person_id = $1)';
  // What was published under a number that nobody wrote down belongs to nobody; it would show here too.
  const strays = 'NOT IN (SELECT number FROM certification.certificate)';
  const count = async (from: string, column: string) => {
    const text = `SELECT count(*)::int AS n FROM ${from} AND (${column} ${ofPerson} OR ${column} ${strays})`;
    return (await world.sql<{ n: number }>(text, [personId]))[0]!.n;
  };
  return {
    certificates,
    published: await count('verification.published WHERE true', 'number'),
    places: await count('verification.status_entry WHERE true', 'number'),
    forms: await count('certification.variant WHERE true', 'number'),
    entries: await count(`transparency.entry WHERE kind = 'issue'`, 'subject'),
    leaves: await count(
      `transparency.leaf l JOIN transparency.entry e ON e.id = l.entry_id WHERE e.kind = 'issue'`,
      'e.subject',
    ),
    files: await count('certification.certificate WHERE pdf_hash IN (SELECT hash FROM certification.pdf)', 'number'),
    events: await count(`platform.outbox WHERE event = 'certification.certificate-issued'`, `payload ->> 'number'`),
  };
}

/** What the ledger holds of one certificate that was issued once. */
export const issuedOnce = (number: CertificateNumber) => ({
  certificates: [{ number, status: 'valid' }],
  published: 1,
  places: 1,
  forms: 4,
  entries: 1,
  leaves: 1,
  files: 1,
  events: 1,
});

/** Runs the issue until the crash point, where the process "dies": nothing after it happens. */
export async function crashedAt(world: CertificationWorld, point: string, number: CertificateNumber): Promise<void> {
  const dies = jest.spyOn(world.get(TestSwitches), 'crashPoint').mockImplementation((name) => {
    if (name === point) throw new Error('killed');
  });
  await expect(world.get(IssueCertificate).run(number)).rejects.toThrow('killed');
  dies.mockRestore();
}
