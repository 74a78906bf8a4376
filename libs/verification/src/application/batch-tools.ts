import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock } from '@hz/kernel';

/** What the use cases of a batch share. */
@Injectable()
export class BatchTools {
  constructor(
    readonly clock: Clock,
    readonly audit: AuditTrail,
  ) {}
}
