import { Injectable } from '@nestjs/common';
import { Forms } from '@hz/assembly';
import type { AttemptId, FormId, Interaction, PersonId, Principal, SessionId } from '@hz/kernel';
import { AttemptNotFound } from '../contract';
import { AttemptRepository } from '../persistence/attempt.repository';

export interface ItemFacts {
  readonly sectionId: string;
  readonly interaction: Interaction;
}

/** What never changes of an attempt: kept in memory, so that a save needs no query but its own. */
export interface AttemptFacts {
  readonly personId: PersonId;
  readonly sessionId: SessionId;
  readonly items: ReadonlyMap<string, ItemFacts>;
}

const MAX_KEPT = 20_000;

@Injectable()
export class AttemptFactsCache {
  private readonly kept = new Map<AttemptId, AttemptFacts>();
  private readonly itemsOfForm = new Map<FormId, ReadonlyMap<string, ItemFacts>>();

  constructor(
    private readonly attempts: AttemptRepository,
    private readonly forms: Forms,
  ) {}

  /** Throws AttemptNotFound, also for another's attempt (P9). What is known is given at once, so that the hot path need not wait a turn. */
  own(who: Principal, id: AttemptId): AttemptFacts | Promise<AttemptFacts> {
    const facts = this.kept.get(id);
    return facts === undefined ? this.load(id).then((loaded) => ofPerson(who, loaded)) : ofPerson(who, facts);
  }

  /** The same for whoever may see the attempt for another reason. Throws AttemptNotFound. */
  async of(id: AttemptId): Promise<AttemptFacts> {
    return this.kept.get(id) ?? this.load(id);
  }

  private async load(id: AttemptId): Promise<AttemptFacts> {
    const row = await this.attempts.byId(id);
    if (row === null) throw new AttemptNotFound();
    const facts = { personId: row.personId, sessionId: row.sessionId, items: await this.items(row.formId) };
    if (this.kept.size >= MAX_KEPT) this.kept.delete(this.kept.keys().next().value!);
    this.kept.set(id, facts);
    return facts;
  }

  private async items(formId: FormId): Promise<ReadonlyMap<string, ItemFacts>> {
    const known = this.itemsOfForm.get(formId);
    if (known !== undefined) return known;
    const form = await this.forms.candidateForm(formId);
    const items = new Map(
      form.sections.flatMap((section) =>
        section.items.map(({ ref, body }) => [ref, { sectionId: section.id, interaction: body.interaction }] as const),
      ),
    );
    this.itemsOfForm.set(formId, items);
    return items;
  }
}

function ofPerson(who: Principal, facts: AttemptFacts): AttemptFacts {
  if (who.via !== 'login' || facts.personId !== who.personId) throw new AttemptNotFound();
  return facts;
}
