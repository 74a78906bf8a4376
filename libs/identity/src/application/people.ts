import { Injectable } from '@nestjs/common';
import type { InstitutionId, Language, LocalizedText, PersonId } from '@hz/kernel';
import { NotFound } from '@hz/platform';
import type { PersonRow } from '../persistence/identity.entities';
import { PeopleRepository } from '../persistence/people.repository';

export interface PersonCard {
  readonly personId: PersonId;
  readonly displayName: string;
  readonly legalName: string;
  readonly legalNamePinyin: string | null;
  readonly institutionId: InstitutionId | null;
  readonly language: Language;
}

/** What other contexts may know of people. No identity number leaves by this door. */
@Injectable()
export class People {
  constructor(private readonly people: PeopleRepository) {}

  /** Throws NotFound. */
  async card(id: PersonId): Promise<PersonCard> {
    const person = await this.people.byId(id);
    if (person === null) throw new NotFound();
    return cardOf(person);
  }

  async cards(ids: readonly PersonId[]): Promise<Map<PersonId, PersonCard>> {
    if (ids.length === 0) return new Map();
    return new Map((await this.people.byIds(ids)).map((person) => [person.id, cardOf(person)]));
  }

  /** Throws NotFound. */
  async accommodationOf(id: PersonId): Promise<{ extraTimePercent: number; breakMinutes: number }> {
    const person = await this.people.byId(id);
    if (person === null) throw new NotFound();
    return { extraTimePercent: person.extraTimePercent, breakMinutes: person.breakMinutes };
  }

  /** The names of institutions, for those who may know that they had to do with something. */
  async institutionNames(ids: readonly InstitutionId[]): Promise<Map<InstitutionId, LocalizedText>> {
    if (ids.length === 0) return new Map();
    const rows = await this.people.institutions();
    return new Map(rows.filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name]));
  }

  /** The masked number of the identity document; null when none is recorded. */
  async maskedDocument(id: PersonId): Promise<string | null> {
    return (await this.people.document(id))?.masked ?? null;
  }

  /** Where mail reaches the person; null without an active account. */
  async mailbox(id: PersonId): Promise<{ email: string; language: Language; name: string } | null> {
    const [person, account] = await Promise.all([this.people.byId(id), this.people.accountOf(id)]);
    if (person === null || account === null || account.status !== 'active') return null;
    return { email: account.email, language: person.language, name: person.displayName };
  }

  async institutionName(id: InstitutionId): Promise<LocalizedText | null> {
    return (await this.people.institution(id))?.name ?? null;
  }
}

function cardOf({ id, displayName, legalName, legalNamePinyin, institutionId, language }: PersonRow): PersonCard {
  return { personId: id, displayName, legalName, legalNamePinyin, institutionId, language };
}
