import { Injectable } from '@nestjs/common';
import { brokenConstraint, byIdOf, Gathered, UnitOfWork, type Tx } from '@hz/platform';
import type { InstitutionId, PersonId } from '@hz/kernel';
import { In } from 'typeorm';
import { DocumentTaken, InstitutionCodeTaken } from '../contract';
import { AccountRow, IdentityDocumentRow, InstitutionRow, PersonRow } from './identity.entities';

@Injectable()
export class PeopleRepository {
  private readonly gathered = new Gathered<PersonId, PersonRow>(async (ids) => byIdOf(await this.byIds(ids)));

  constructor(private readonly uow: UnitOfWork) {}

  /** Asked for each who enters a waiting room, so that many are answered by one query. */
  async byId(id: PersonId): Promise<PersonRow | null> {
    return (await this.gathered.find(id)) ?? null;
  }

  byIds(ids: readonly PersonId[]): Promise<PersonRow[]> {
    return this.uow.read.findBy(PersonRow, { id: In([...ids]) });
  }

  accountOf(personId: PersonId): Promise<AccountRow | null> {
    return this.uow.read.findOneBy(AccountRow, { personId });
  }

  async change(tx: Tx, id: PersonId, change: Partial<PersonRow>): Promise<boolean> {
    if (Object.keys(change).length === 0) return tx.existsBy(PersonRow, { id });
    return (await tx.update(PersonRow, { id }, change)).affected === 1;
  }

  document(personId: PersonId): Promise<IdentityDocumentRow | null> {
    return this.uow.read.findOneBy(IdentityDocumentRow, { personId });
  }

  /** Throws DocumentTaken when another person has it. */
  async putDocument(tx: Tx, row: IdentityDocumentRow): Promise<void> {
    try {
      await tx.save(IdentityDocumentRow, row);
    } catch (error) {
      if (brokenConstraint(error) === 'one_person_per_document') throw new DocumentTaken();
      throw error;
    }
  }

  institutions(): Promise<InstitutionRow[]> {
    return this.uow.read.find(InstitutionRow, { order: { code: 'ASC' } });
  }

  institution(id: InstitutionId): Promise<InstitutionRow | null> {
    return this.uow.read.findOneBy(InstitutionRow, { id });
  }

  institutionByCode(code: string): Promise<InstitutionRow | null> {
    return this.uow.read.findOneBy(InstitutionRow, { code });
  }

  /** Throws InstitutionCodeTaken. */
  async addInstitution(tx: Tx, row: InstitutionRow): Promise<void> {
    try {
      await tx.insert(InstitutionRow, row);
    } catch (error) {
      if (brokenConstraint(error) === 'institution_code_is_unique') throw new InstitutionCodeTaken();
      throw error;
    }
  }

  async ofInstitution(
    institutionId: InstitutionId,
    search: string | undefined,
    limit: number,
    after: string | null,
  ): Promise<PersonRow[]> {
    const query = this.uow.read
      .createQueryBuilder(PersonRow, 'p')
      .where('p.institutionId = :institutionId', { institutionId })
      .orderBy('p.id')
      .limit(limit);
    if (after !== null) query.andWhere('p.id > :after', { after });
    if (search)
      query.andWhere('(p.legalName ILIKE :like OR p.displayName ILIKE :like)', {
        like: `%${search.replace(/[\\%_]/g, '\\$&')}%`,
      });
    return query.getMany();
  }
}
