export { ContentFile, yamlFilesIn, type ContentProblem } from './application/content-file';
export { Framework } from './application/framework';
export { LoadFramework, type FrameworkReport } from './application/load-framework.command';
export { LoadSchemes, type SchemesReport } from './application/load-schemes.command';
export { Schemes } from './application/schemes';
export { CompetencyModule } from './competency.module';
