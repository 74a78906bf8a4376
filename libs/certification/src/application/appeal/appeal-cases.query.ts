import { Injectable } from '@nestjs/common';
import { instant, type Principal } from '@hz/kernel';
import { decodeCursor, encodeCursor, type Page } from '@hz/platform';
import type { AppealCase, AppealFilter } from '../../contract';
import { AppealRepository } from '../../persistence/appeal.repository';
import { CertificateRepository } from '../../persistence/certificate.repository';
import { StatusChangeRepository } from '../../persistence/status-change.repository';
import { isOwnRevocation } from './decide-appeal.command';
import { shownAppeal } from './my-appeal';

/** Appeals for who decides; what has waited longest comes first. */
@Injectable()
export class AppealCases {
  constructor(
    private readonly appeals: AppealRepository,
    private readonly certificates: CertificateRepository,
    private readonly changes: StatusChangeRepository,
  ) {}

  async run(
    who: Principal,
    { status, limit, cursor }: AppealFilter & { limit: number; cursor?: string | undefined },
  ): Promise<Page<AppealCase>> {
    const [at, id] = decodeCursor(cursor) ?? [];
    const after = at === undefined || id === undefined ? null : { at: instant(Number(at)), id: String(id) };
    const found = await this.appeals.list(status, limit + 1, after);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return {
      rows: await Promise.all(
        rows.map(async (appeal) => {
          const certificate = await this.certificates.byNumber(appeal.number);
          return {
            ...shownAppeal(appeal),
            holderName: certificate!.holderName,
            certification: certificate!.title,
            revokedAt: certificate!.revokedAt,
            revokedReason: certificate!.revokedReason,
            mayDecide: appeal.status === 'open' && !(await isOwnRevocation(this.changes, who, appeal.number)),
          };
        }),
      ),
      nextCursor: found.length > limit && last ? encodeCursor([last.filedAt, last.id]) : null,
      total: null,
    };
  }
}
