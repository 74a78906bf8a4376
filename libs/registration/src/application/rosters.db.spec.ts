import { EnsureInstitution } from '@hz/identity';
import { type Principal, type SessionId } from '@hz/kernel';
import { NotFound } from '@hz/platform';
import { SessionNotFound } from '../contract';
import { type Candidate, RegistrationWorld } from '../testing/registration.fixture';
import { Registrations } from './registrations';
import { Rosters } from './rosters.query';

const SEATS = 7;

describe('rosters', () => {
  let world: RegistrationWorld;
  let session: SessionId;
  let candidates: Candidate[];
  const rosters = () => world.get(Rosters);

  beforeAll(async () => {
    world = await RegistrationWorld.make();
    session = await world.opened();
    candidates = [];
    for (let no = 1; no <= SEATS; no += 1) {
      const legalName = no === 3 ? '=HYPERLINK("evil")' : `李${no}`;
      const who = await world.candidate(`r${no}`, { legalName });
      await world.register(who, session);
      candidates.push(who);
    }
  }, 120_000);
  afterAll(() => world.context.close());

  it('goes page by page in the order of the seats, each row once', async () => {
    const seats: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await rosters().page(session, { limit: 3, cursor });
      expect(page.total).toBe(SEATS);
      seats.push(...page.rows.map(({ seatNo }) => seatNo));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seats).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('finds by part of a name, by ticket number and by status', async () => {
    const search = async (filter: object) =>
      (await rosters().page(session, { limit: 50, ...filter })).rows.map(({ seatNo }) => seatNo);
    const [registration] = await world.get(Registrations).mine(candidates[1]!.personId);
    expect(await search({ search: '李5' })).toEqual([5]);
    expect(await search({ search: registration!.ticketNo.toLowerCase() })).toEqual([2]);
    await world.get(Registrations).withdraw(candidates[1]!, registration!.id as never);
    expect(await search({ status: 'withdrawn' })).toEqual([2]);
    expect(await rosters().all(session, { status: 'confirmed' })).toHaveLength(SEATS - 1);
  });

  it('begins anew for a cursor that was not made here, and knows no other session', async () => {
    for (const cursor of ['nonsense', Buffer.from('[1,"; DROP"]').toString('base64url')]) {
      expect((await rosters().page(session, { limit: 1, cursor })).rows[0]!.seatNo).toBe(1);
    }
    const unknown = rosters().page(candidates[0]!.personId as unknown as SessionId, { limit: 1 });
    await expect(unknown).rejects.toBeInstanceOf(SessionNotFound);
  });

  it('P9: shows an institution its own people, newest first, and nothing of another', async () => {
    const clerk: Principal = { ...candidates[0]!, roles: ['institution-clerk'], institutionId: world.institutionId };
    const first = await rosters().ofInstitution(clerk, world.institutionId, { limit: 4 });
    const rest = await rosters().ofInstitution(clerk, world.institutionId, { limit: 4, cursor: first.nextCursor! });
    const people = [...first.rows, ...rest.rows].map(({ personId }) => personId);
    expect(people).toHaveLength(SEATS);
    expect(new Set(people)).toEqual(new Set(candidates.map(({ personId }) => personId)));
    const other = await world.get(EnsureInstitution).run({ code: 'other', name: { zh: '乙' } });
    await expect(rosters().ofInstitution(clerk, other, { limit: 4 })).rejects.toBeInstanceOf(NotFound);
  });
});
