import { Injectable } from '@nestjs/common';
import { People } from '@hz/identity';
import { instant } from '@hz/kernel';
import { decodeCursor, encodeCursor, type Page } from '@hz/platform';
import { Schemes } from '@hz/competency';
import type { EducationCase, EducationFilter } from '../../contract';
import { AchievementReader } from '../../persistence/achievement-reader.repository';
import { EducationRepository } from '../../persistence/education.repository';

/** Continuing education that was handed in, for who decides; what has waited longest comes first. */
@Injectable()
export class EducationCases {
  constructor(
    private readonly education: EducationRepository,
    private readonly achievements: AchievementReader,
    private readonly schemes: Schemes,
    private readonly people: People,
  ) {}

  async run({
    status,
    limit,
    cursor,
  }: EducationFilter & { limit: number; cursor?: string | undefined }): Promise<Page<EducationCase>> {
    const [at, id] = decodeCursor(cursor) ?? [];
    const after = at === undefined || id === undefined ? null : { at: instant(Number(at)), id: String(id) };
    const found = await this.education.list(status, limit + 1, after);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const cards = await this.people.cards([...new Set(rows.map(({ personId }) => personId))]);
    const titles = new Map(
      await Promise.all(
        [...new Set(rows.map(({ achievementId }) => achievementId))].map(async (achievementId) => {
          const { schemeVersionId } = await this.achievements.byId(achievementId);
          return [achievementId, (await this.schemes.versionById(schemeVersionId)).body.title] as const;
        }),
      ),
    );
    return {
      rows: rows.map((row) => ({
        ...row,
        holderName: cards.get(row.personId)?.legalName ?? '',
        certification: titles.get(row.achievementId)!,
      })),
      nextCursor: found.length > limit && last ? encodeCursor([last.handedInAt, last.id]) : null,
      total: null,
    };
  }
}
