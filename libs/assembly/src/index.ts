export { AssembleForm } from './application/assemble-form.command';
export { Blueprints } from './application/blueprints';
export { EnsureBlueprint, type WantedBlueprint } from './application/ensure-blueprint.command';
export { Forms } from './application/forms';
export { LoadBlueprints, type BlueprintsReport } from './application/load-blueprints.command';
export { PublishForm } from './application/publish-form.command';
export { AssemblyModule } from './assembly.module';
