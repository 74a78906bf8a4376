import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, type InstitutionId, type LocalizedText, type PersonId, type Principal } from '@hz/kernel';
import { decodeCursor, encodeCursor, newId, NotFound, UnitOfWork, type Page } from '@hz/platform';
import type { InstitutionView } from '../contract';
import { reachesInstitution } from '../domain/reach';
import { PeopleRepository } from '../persistence/people.repository';

export interface InstitutionPerson {
  personId: PersonId;
  displayName: string;
  legalName: string;
}

@Injectable()
export class Institutions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: PeopleRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<InstitutionView[]> {
    return (await this.people.institutions()).map(({ id, code, name, createdAt }) => ({ id, code, name, createdAt }));
  }

  /** Throws InstitutionCodeTaken. */
  async create(who: Principal, input: { code: string; name: LocalizedText }): Promise<InstitutionView> {
    const row = { id: newId<InstitutionId>(), ...input, createdAt: this.clock.now() };
    await this.uow.run(async (tx) => {
      await this.people.addInstitution(tx, row);
      await this.audit.record(
        tx,
        who,
        'identity.institution-created',
        { type: 'institution', id: row.id },
        { code: row.code },
      );
    });
    return row;
  }

  /** The people of an institution, for its clerks; another's reads as not found (P9). */
  async peopleOf(
    who: Principal,
    id: InstitutionId,
    query: { search?: string | undefined; limit: number; cursor?: string | undefined },
  ): Promise<Page<InstitutionPerson>> {
    if (!reachesInstitution(who, id) || (await this.people.institution(id)) === null) throw new NotFound();
    const after = decodeCursor(query.cursor);
    const found = await this.people.ofInstitution(
      id,
      query.search,
      query.limit + 1,
      after === null ? null : String(after[0]),
    );
    const rows = found.slice(0, query.limit).map((person) => ({
      personId: person.id,
      displayName: person.displayName,
      legalName: person.legalName,
    }));
    const last = rows.at(-1);
    return { rows, nextCursor: found.length > query.limit && last ? encodeCursor([last.personId]) : null, total: null };
  }
}
