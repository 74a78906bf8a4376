import { Module } from '@nestjs/common';
import { Framework } from './application/framework';
import { FrameworkPages } from './application/framework-pages.query';
import { LoadFramework } from './application/load-framework.command';
import { LoadSchemes } from './application/load-schemes.command';
import { Schemes } from './application/schemes';
import { FrameworkController } from './http/framework.controller';
import { SchemeController } from './http/scheme.controller';
import { FrameworkRepository } from './persistence/framework.repository';
import { SchemeRepository } from './persistence/scheme.repository';

@Module({
  controllers: [FrameworkController, SchemeController],
  providers: [Framework, FrameworkPages, Schemes, LoadFramework, LoadSchemes, FrameworkRepository, SchemeRepository],
  exports: [Framework, Schemes, LoadFramework, LoadSchemes],
})
export class CompetencyModule {}
