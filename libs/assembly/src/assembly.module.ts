import { Module } from '@nestjs/common';
import { CompetencyModule } from '@hz/competency';
import { ItemBankModule } from '@hz/item-bank';
import { AssembleForm } from './application/assemble-form.command';
import { Blueprints } from './application/blueprints';
import { EnsureBlueprint } from './application/ensure-blueprint.command';
import { Forms } from './application/forms';
import { KeySheets } from './application/key-sheets';
import { LoadBlueprints } from './application/load-blueprints.command';
import { PublishForm } from './application/publish-form.command';
import { Solver } from './application/solver';
import { BlueprintController } from './http/blueprint.controller';
import { FormController } from './http/form.controller';
import { BlueprintRepository } from './persistence/blueprint.repository';
import { FormRepository } from './persistence/form.repository';

@Module({
  imports: [CompetencyModule, ItemBankModule],
  controllers: [BlueprintController, FormController],
  providers: [
    BlueprintRepository,
    FormRepository,
    Solver,
    AssembleForm,
    Blueprints,
    EnsureBlueprint,
    Forms,
    KeySheets,
    LoadBlueprints,
    PublishForm,
  ],
  exports: [AssembleForm, Blueprints, EnsureBlueprint, Forms, KeySheets, LoadBlueprints, PublishForm],
})
export class AssemblyModule {}
