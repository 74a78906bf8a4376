import { Injectable } from '@nestjs/common';
import { People } from '@hz/identity';
import type { Principal } from '@hz/kernel';
import { NotFound } from '@hz/platform';
import { AskedQueries } from '@hz/verification';
import { AskedAboutRepository } from '../persistence/asked-about.repository';

/** Who asked about a certificate within thirty days, for its holder: institutions by name, the public as a number. */
@Injectable()
export class AskedAboutMine {
  constructor(
    private readonly certificates: AskedAboutRepository,
    private readonly queries: AskedQueries,
    private readonly people: People,
  ) {}

  /** Throws NotFound for a certificate that is not one's own. */
  async run(who: Principal, number: string) {
    if (who.via !== 'login' || !(await this.certificates.isOwn(who.personId, number))) throw new NotFound();
    const counts = await this.queries.about(number);
    const named = counts.flatMap(({ institutionId, ...count }) =>
      institutionId === null ? [] : [{ institutionId, ...count }],
    );
    const names = await this.people.institutionNames(named.map(({ institutionId }) => institutionId));
    return {
      public: counts.find(({ institutionId }) => institutionId === null)?.times ?? 0,
      institutions: named.map(({ institutionId, times, lastAt }) => ({
        institutionId,
        name: names.get(institutionId) ?? { zh: '—', en: '—' },
        times,
        lastAt,
      })),
    };
  }
}
