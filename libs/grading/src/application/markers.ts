import { Injectable } from '@nestjs/common';
import { People } from '@hz/identity';
import type { InstitutionId, Principal } from '@hz/kernel';
import { NotSignedIn } from '@hz/platform';
import type { Marker } from '../domain/marking-task';

/** Who the caller is as a marker: the person, and every institution whose candidates that person may not mark. */
@Injectable()
export class Markers {
  constructor(private readonly people: People) {}

  async of(who: Principal): Promise<Marker> {
    if (who.via !== 'login') throw new NotSignedIn();
    const { institutionId } = await this.people.card(who.personId);
    const ids = [who.institutionId, institutionId].filter((id) => id !== null);
    return { personId: who.personId, institutionIds: [...new Set<InstitutionId>(ids)] };
  }
}
