import { Injectable } from '@nestjs/common';
import { byIdOf, Gathered, refuseDuplicate, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import {
  instant,
  type Instant,
  type InstitutionId,
  type PersonId,
  type RegistrationId,
  type SchemeVersionId,
  type SessionId,
} from '@hz/kernel';
import { In } from 'typeorm';
import { AlreadyRegistered, type RegistrationStatus } from '../contract';
import { RegistrationRow } from './registration.entities';
import type { RowPlace } from './roster-cursor';

@Injectable()
export class RegistrationRepository {
  private readonly gathered = new Gathered<RegistrationId, RegistrationRow>(async (ids) =>
    byIdOf(await this.uow.read.findBy(RegistrationRow, { id: In([...ids]) })),
  );

  constructor(private readonly uow: UnitOfWork) {}

  /** A whole session asks at the same moment, so that many are answered by one query. */
  async byId(id: RegistrationId): Promise<RegistrationRow | null> {
    return (await this.gathered.find(id)) ?? null;
  }

  async lock(tx: Tx, id: RegistrationId): Promise<RegistrationRow | null> {
    return tx.findOne(RegistrationRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  live(tx: Tx, sessionId: SessionId, personId: PersonId): Promise<RegistrationRow | null> {
    return tx.findOneBy(RegistrationRow, { sessionId, personId, status: 'confirmed' });
  }

  ofPerson(personId: PersonId): Promise<RegistrationRow[]> {
    return this.uow.read.find(RegistrationRow, { where: { personId }, order: { registeredAt: 'DESC' }, take: 200 });
  }

  ofSession(sessionId: SessionId, status?: RegistrationStatus): Promise<RegistrationRow[]> {
    return this.uow.read.find(RegistrationRow, {
      where: { sessionId, ...(status && { status }) },
      order: { seatNo: 'ASC', registeredAt: 'ASC' },
    });
  }

  /** By seat; a seat that was given back and given again stands there more than once. */
  pageOfSession(
    sessionId: SessionId,
    status: RegistrationStatus | undefined,
    after: RowPlace | null,
    limit: number,
  ): Promise<RegistrationRow[]> {
    const query = this.uow.read
      .createQueryBuilder(RegistrationRow, 'r')
      .where({ sessionId, ...(status && { status }) })
      .orderBy('r.seatNo')
      .addOrderBy('r.id')
      .take(limit);
    if (after !== null) query.andWhere('(r.seatNo, r.id) > (:key::int, :id::uuid)', after);
    return query.getMany();
  }

  countOfSession(sessionId: SessionId, status?: RegistrationStatus): Promise<number> {
    return this.uow.read.countBy(RegistrationRow, { sessionId, ...(status && { status }) });
  }

  /** Newest first. */
  pageOfInstitution(institutionId: InstitutionId, after: RowPlace | null, limit: number): Promise<RegistrationRow[]> {
    const query = this.uow.read
      .createQueryBuilder(RegistrationRow, 'r')
      .where({ institutionId })
      .orderBy('r.registeredAt', 'DESC')
      .addOrderBy('r.id', 'DESC')
      .take(limit);
    if (after !== null) {
      const values = { at: sqlTime(instant(after.key)), id: after.id };
      query.andWhere('(r.registeredAt, r.id) < (:at::timestamptz, :id::uuid)', values);
    }
    return query.getMany();
  }

  /** Lets one registration of a person be decided at a time: two sessions at once would each see that one sitting is left. */
  async lockSittings(tx: Tx, personId: PersonId): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`registration.sittings:${personId}`]);
  }

  /** When the windows of the person's confirmed sittings of a scheme version end. The person's sittings must be locked. */
  async earlierEnds(tx: Tx, personId: PersonId, schemeVersionId: SchemeVersionId): Promise<Instant[]> {
    const rows = await tx.query<{ closes_at: Date }[]>(
      `SELECT s.closes_at FROM registration.registration r JOIN registration.session s ON s.id = r.session_id
        WHERE r.person_id = $1 AND r.status = 'confirmed' AND s.scheme_version_id = $2 AND s.status <> 'cancelled'`,
      [personId, schemeVersionId],
    );
    return rows.map((row) => instant(row.closes_at.getTime()));
  }

  /** The lowest seat that nobody holds. The session's row must be locked. */
  async freeSeat(tx: Tx, sessionId: SessionId, capacity: number): Promise<number | null> {
    const [row] = await tx.query<{ seat: number }[]>(
      `SELECT seat FROM generate_series(1, $2::int) AS seat
        WHERE NOT EXISTS (SELECT 1 FROM registration.registration r WHERE r.session_id = $1 AND r.status = 'confirmed' AND r.seat_no = seat)
        ORDER BY seat LIMIT 1`,
      [sessionId, capacity],
    );
    return row?.seat ?? null;
  }

  async nextTicketSerial(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ n: string }[]>(`SELECT nextval('registration.ticket_serial') AS n`);
    return Number(row!.n);
  }

  /** Throws AlreadyRegistered. */
  async add(tx: Tx, row: RegistrationRow): Promise<void> {
    await tx
      .insert(RegistrationRow, row)
      .catch(refuseDuplicate('one_live_registration_per_session_and_person', () => new AlreadyRegistered()));
  }

  async setStatus(tx: Tx, id: RegistrationId, status: RegistrationStatus): Promise<void> {
    await tx.update(RegistrationRow, { id }, { status });
  }
}
