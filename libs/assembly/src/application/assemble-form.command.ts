import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { ExamItems, type ItemDocument, type ItemFacts } from '@hz/item-bank';
import { Clock, hashOf, type BlueprintId, type FormId, type ItemVersionId, type Principal } from '@hz/kernel';
import { newId, randomToken, UnitOfWork } from '@hz/platform';
import { BlueprintNotFound, BlueprintUnfillable } from '../contract';
import type { CandidateItem } from '../domain/candidate-item';
import { formBody, placesOf, totalPoints, type FormBody } from '../domain/form-body';
import { keySheet } from '../domain/key-sheet';
import { assemblyProgramme } from '../domain/programme';
import { fieldsOf, shortagesOf } from '../domain/shortage';
import type { BlueprintRow, FormRow } from '../persistence/assembly.entities';
import { BlueprintRepository } from '../persistence/blueprint.repository';
import { FormRepository } from '../persistence/form.repository';
import { Solver } from './solver';

const CHOSEN = 0.5;

/** Makes a draft form that satisfies a blueprint from the exam pool of its bank. */
@Injectable()
export class AssembleForm {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly blueprints: BlueprintRepository,
    private readonly forms: FormRepository,
    private readonly items: ExamItems,
    private readonly solver: Solver,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws BlueprintNotFound; BlueprintUnfillable, whose fields name each cell that lacks items; AssemblyTookTooLong. */
  async run(who: Principal, input: { blueprintId: BlueprintId; seed?: string | undefined }): Promise<FormId> {
    const blueprint = await this.blueprints.byId(input.blueprintId);
    if (blueprint === null) throw new BlueprintNotFound();
    const seed = input.seed ?? randomToken(9);
    const chosen = await this.choose(blueprint, seed);
    const places = placesOf(blueprint.body, chosen, seed);
    const documents = await this.items.withKeys(places.map(({ itemVersionId }) => itemVersionId as ItemVersionId));
    const byVersion = new Map(documents.map((item) => [item.versionId as string, item]));
    const id = newId<FormId>();
    const body = formBody(id, blueprint.body, places, (version) => byVersion.get(version)!);
    await this.store(who, blueprint, { id, seed, body }, byVersion);
    return id;
  }

  private async choose(blueprint: BlueprintRow, seed: string) {
    const facts = await this.items.facts(blueprint.body.bank);
    const uses = await this.forms.usesOf(facts.map(({ versionId }) => versionId));
    const candidates = facts.map((item) => candidateOf(item, uses.get(item.versionId) ?? 0));
    const strict = assemblyProgramme(blueprint.body, candidates, seed, 'strict');
    const values = await this.solver.solve(strict.programme);
    if (values !== null) return strict.choices.filter((_, column) => values[column]! > CHOSEN);
    const lenient = assemblyProgramme(blueprint.body, candidates, seed, 'lenient');
    const shortages = shortagesOf(lenient, (await this.solver.solve(lenient.programme)) ?? []);
    throw new BlueprintUnfillable({ count: shortages.length }, fieldsOf(shortages));
  }

  private async store(
    who: Principal,
    blueprint: BlueprintRow,
    { id, seed, body }: { id: FormId; seed: string; body: FormBody },
    byVersion: ReadonlyMap<string, ItemDocument>,
  ): Promise<void> {
    const keys = keySheet(body, (version) => {
      const { id: itemId, level, key } = byVersion.get(version)!;
      return { itemId, level, key };
    });
    const row: FormRow = {
      id,
      code: `${blueprint.code}-${id.slice(-8)}`,
      blueprintId: blueprint.id,
      schemeVersionId: blueprint.schemeVersionId,
      status: 'draft',
      seed,
      body,
      contentHash: hashOf(body),
      points: totalPoints(body),
      items: keys.items.length,
      createdAt: this.clock.now(),
      publishedAt: null,
    };
    await this.uow.run(async (tx) => {
      await this.forms.add(tx, row, keys, hashOf(keys));
      await this.audit.record(
        tx,
        who,
        'assembly.form-assembled',
        { type: 'form', id },
        { blueprint: blueprint.code, seed },
      );
    });
  }
}

function candidateOf(item: ItemFacts, uses: number): CandidateItem {
  const { versionId, code, type, skillId, level, cognitive, points, seconds } = item;
  return {
    itemVersionId: versionId,
    code,
    type,
    skillId,
    level,
    cognitive,
    facility: Number(item.facility),
    points,
    seconds,
    uses,
  };
}
