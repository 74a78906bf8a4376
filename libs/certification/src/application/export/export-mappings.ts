import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, type Principal } from '@hz/kernel';
import { newId, UnitOfWork } from '@hz/platform';
import {
  ExportMappingNameTaken,
  ExportMappingNotFound,
  type ExportMapping,
  type ExportMappingInput,
} from '../../contract';
import { ExportRepository } from '../../persistence/export.repository';

/** The mappings of exports: kept, changed, thrown away. */
@Injectable()
export class ExportMappings {
  constructor(
    private readonly exports: ExportRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  list(): Promise<ExportMapping[]> {
    return this.exports.mappings();
  }

  /** Throws ExportMappingNameTaken. */
  async add(who: Principal, input: ExportMappingInput): Promise<ExportMapping> {
    return this.put(who, newId<never>() as string, input, 'added');
  }

  /** Throws ExportMappingNotFound, ExportMappingNameTaken. */
  async change(who: Principal, id: string, input: ExportMappingInput): Promise<ExportMapping> {
    if ((await this.exports.mapping(id)) === null) throw new ExportMappingNotFound();
    return this.put(who, id, input, 'changed');
  }

  /** Throws ExportMappingNotFound. */
  async remove(who: Principal, id: string): Promise<void> {
    const mapping = await this.exports.mapping(id);
    if (mapping === null) throw new ExportMappingNotFound();
    await this.uow.run(async (tx) => {
      await this.exports.remove(tx, id);
      const object = { type: 'export-mapping', id };
      await this.audit.record(tx, who, 'certification.export-mapping-removed', object, { name: mapping.name });
    });
  }

  private async put(who: Principal, id: string, input: ExportMappingInput, deed: 'added' | 'changed') {
    const at = this.clock.now();
    await this.uow.run(async (tx) => {
      if (!(await this.exports.put(tx, id, input, at))) throw new ExportMappingNameTaken({ name: input.name });
      const object = { type: 'export-mapping', id };
      await this.audit.record(tx, who, `certification.export-mapping-${deed}`, object, { ...input });
    });
    return { ...input, id, updatedAt: at };
  }
}
