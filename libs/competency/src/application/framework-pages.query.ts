import { Injectable } from '@nestjs/common';
import { LaggingReads } from '@hz/platform';
import type { FrameworkView, RoleView } from '../contract';
import { Framework } from './framework';

/** The framework as anybody may read it. It changes with releases alone, so that its pages may lag. */
@Injectable()
export class FrameworkPages {
  constructor(
    private readonly framework: Framework,
    private readonly lagging: LaggingReads,
  ) {}

  overview(): Promise<FrameworkView> {
    return this.lagging.run((read) => this.framework.overview(read));
  }

  /** Throws RoleNotFound. */
  role(id: string): Promise<RoleView> {
    return this.lagging.run((read) => this.framework.role(id, read));
  }
}
