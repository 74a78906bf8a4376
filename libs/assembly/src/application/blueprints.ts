import { Injectable } from '@nestjs/common';
import type { BlueprintId } from '@hz/kernel';
import { BlueprintNotFound, type BlueprintView } from '../contract';
import type { BlueprintRow } from '../persistence/assembly.entities';
import { BlueprintRepository } from '../persistence/blueprint.repository';

@Injectable()
export class Blueprints {
  constructor(private readonly blueprints: BlueprintRepository) {}

  async list(): Promise<BlueprintView[]> {
    return (await this.blueprints.published()).map(({ row, forms }) => viewOf(row, forms));
  }

  /** Throws BlueprintNotFound. */
  async one(id: BlueprintId): Promise<BlueprintView> {
    const row = await this.blueprints.byId(id);
    if (row === null) throw new BlueprintNotFound();
    return viewOf(row, 0);
  }
}

function viewOf(
  { id, code, version, schemeVersionId, status, createdAt, body }: BlueprintRow,
  forms: number,
): BlueprintView {
  return { id, code, version, schemeVersionId, status, createdAt, forms, body };
}
