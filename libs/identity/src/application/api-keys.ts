import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, type ApiKeyId, type InstitutionId, type Principal } from '@hz/kernel';
import { newId, NotFound, randomToken, UnitOfWork } from '@hz/platform';
import { QuotaUsedUp, type ApiKeyView, type CreateApiKeyInput } from '../contract';
import { quotaDay, secondsToNextQuota } from '../domain/quota';
import { reachesInstitution } from '../domain/reach';
import { ApiKeyRepository } from '../persistence/api-key.repository';
import { PeopleRepository } from '../persistence/people.repository';
import { isSameHash, tokenHash } from './secrets';
import type { ApiKeyHolder } from './api-key-holder';

const FORM = /^hzk_([\w-]{8})_([\w-]{43})$/;

/** Keys of institutions: hashed at rest, shown once, dead as soon as they are revoked. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keys: ApiKeyRepository,
    private readonly people: PeopleRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Whose key this is; null when there is no such key. Counts the call; throws QuotaUsedUp past the day's quota. */
  async holderOf(text: string): Promise<ApiKeyHolder | null> {
    const match = FORM.exec(text);
    if (match === null) return null;
    const key = await this.keys.live(match[1]!);
    if (key === null || !isSameHash(key.keyHash, tokenHash(match[2]!))) return null;
    const now = this.clock.now();
    if (!(await this.keys.countCall(key.id, quotaDay(now), key.dailyQuota, now))) {
      throw new QuotaUsedUp({ dailyQuota: key.dailyQuota, retryAfterSeconds: secondsToNextQuota(now) });
    }
    return { id: key.id, institutionId: key.institutionId, scopes: key.scopes };
  }

  async list(who: Principal, institutionId: InstitutionId): Promise<ApiKeyView[]> {
    await this.mayManage(who, institutionId);
    return this.keys.ofInstitution(institutionId, quotaDay(this.clock.now()));
  }

  async create(
    who: Principal,
    institutionId: InstitutionId,
    input: CreateApiKeyInput,
  ): Promise<ApiKeyView & { key: string }> {
    await this.mayManage(who, institutionId);
    const id = newId<ApiKeyId>();
    const prefix = randomToken(6);
    const secret = randomToken();
    const at = this.clock.now();
    await this.uow.run(async (tx) => {
      await this.keys.add(tx, { id, institutionId, prefix, keyHash: tokenHash(secret), at, ...input });
      await this.audit.record(tx, who, 'identity.api-key-created', { type: 'api-key', id }, { institutionId, prefix });
    });
    return {
      id,
      prefix,
      ...input,
      usedToday: 0,
      createdAt: at,
      lastUsedAt: null,
      revokedAt: null,
      key: `hzk_${prefix}_${secret}`,
    };
  }

  async revoke(who: Principal, institutionId: InstitutionId, id: ApiKeyId): Promise<void> {
    await this.mayManage(who, institutionId);
    await this.uow.run(async (tx) => {
      if (!(await this.keys.revoke(tx, institutionId, id, this.clock.now()))) throw new NotFound();
      await this.audit.record(tx, who, 'identity.api-key-revoked', { type: 'api-key', id }, { institutionId });
    });
  }

  /** An administrator manages any institution's keys, a clerk those of the own one; anything else reads as not found (P9). */
  private async mayManage(who: Principal, institutionId: InstitutionId): Promise<void> {
    if (!reachesInstitution(who, institutionId)) throw new NotFound();
    if ((await this.people.institution(institutionId)) === null) throw new NotFound();
  }
}
