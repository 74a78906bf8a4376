import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, MS_PER_DAY, MS_PER_SECOND, plus, type ApiKeyId, type InstitutionId, type Principal } from '@hz/kernel';
import { newId, NotFound, randomToken, UnitOfWork, type QuotaLeft, type Tx } from '@hz/platform';
import { QuotaUsedUp, type ApiKeyView, type CreateApiKeyInput, type RotateApiKeyInput } from '../contract';
import { quotaDay, secondsToNextQuota } from '../domain/quota';
import { reachesInstitution } from '../domain/reach';
import { ApiKeyRepository } from '../persistence/api-key.repository';
import { PeopleRepository } from '../persistence/people.repository';
import { isSameHash, tokenHash } from './secrets';
import type { ApiKeyHolder } from './api-key-holder';

const FORM = /^hzk_(test_)?([\w-]{8})_([\w-]{43})$/;
const MS_PER_HOUR = 3_600_000;

type WantedApiKey = Omit<CreateApiKeyInput, 'sandbox'> & { readonly sandbox?: boolean };
export type MadeApiKey = ApiKeyView & { readonly key: string };

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

  /** Whose key this is; null when there is no such key, or it was revoked, or its time after a rotation is over. */
  async holderOf(text: string): Promise<ApiKeyHolder | null> {
    const [, test, prefix, secret] = FORM.exec(text) ?? [];
    if (prefix === undefined || secret === undefined) return null;
    const key = await this.keys.live(prefix, this.clock.now());
    if (key === null || !isSameHash(key.keyHash, tokenHash(secret)) || key.sandbox !== (test !== undefined))
      return null;
    return { id: key.id, institutionId: key.institutionId, scopes: key.scopes, sandbox: key.sandbox };
  }

  /** Counts so many calls of a key and tells what is left of the day. Throws QuotaUsedUp, with nothing counted, past the quota. */
  async charge(id: ApiKeyId, calls: number, tell: (left: QuotaLeft) => void = () => undefined): Promise<void> {
    const now = this.clock.now();
    const quota = await this.keys.quotaOf(id);
    const used = await this.keys.countCalls(id, quota, quotaDay(now), calls, now);
    const resetSeconds = secondsToNextQuota(now);
    const remaining = Math.max(0, quota.daily - (used ?? (await this.keys.callsOf(quota, quotaDay(now)))));
    tell({ limit: quota.daily, remaining, windowSeconds: MS_PER_DAY / MS_PER_SECOND, resetSeconds });
    if (used === null) throw new QuotaUsedUp({ dailyQuota: quota.daily, retryAfterSeconds: resetSeconds });
  }

  async list(who: Principal, institutionId: InstitutionId): Promise<ApiKeyView[]> {
    await this.mayManage(who, institutionId);
    return this.keys.ofInstitution(institutionId, quotaDay(this.clock.now()));
  }

  async create(who: Principal, institutionId: InstitutionId, input: WantedApiKey): Promise<MadeApiKey> {
    await this.mayManage(who, institutionId);
    return this.uow.run((tx) => this.make(tx, who, institutionId, { sandbox: false, ...input }, null));
  }

  /**
   * A new key in place of another, with the same scopes and the same quota, of which both use. The old one works for the hours of the
   * overlap. Throws NotFound when there is no such key, or it ended, or was replaced before.
   */
  async rotate(
    who: Principal,
    institutionId: InstitutionId,
    id: ApiKeyId,
    { overlapHours }: RotateApiKeyInput,
  ): Promise<MadeApiKey> {
    await this.mayManage(who, institutionId);
    return this.uow.run(async (tx) => {
      const now = this.clock.now();
      const old = await this.keys.lockReplaceable(tx, institutionId, id, now);
      if (old === null) throw new NotFound();
      const { name, dailyQuota, sandbox, quotaOf } = old;
      const input = { name, scopes: [...old.scopes], dailyQuota, sandbox };
      const made = await this.make(tx, who, institutionId, input, quotaOf);
      await this.keys.setReplaced(tx, id, made.id as ApiKeyId, plus(now, overlapHours * MS_PER_HOUR));
      const object = { type: 'api-key', id };
      await this.audit.record(tx, who, 'identity.api-key-rotated', object, {
        institutionId,
        by: made.id,
        overlapHours,
      });
      return made;
    });
  }

  private async make(
    tx: Tx,
    who: Principal,
    institutionId: InstitutionId,
    input: CreateApiKeyInput,
    quotaOf: ApiKeyId | null,
  ): Promise<MadeApiKey> {
    const id = newId<ApiKeyId>();
    const prefix = randomToken(6);
    const secret = randomToken();
    const at = this.clock.now();
    await this.keys.add(tx, { id, institutionId, prefix, keyHash: tokenHash(secret), at, quotaOf, ...input });
    const object = { type: 'api-key', id };
    const { sandbox } = input;
    await this.audit.record(tx, who, 'identity.api-key-created', object, { institutionId, prefix, sandbox });
    return {
      id,
      prefix,
      ...input,
      usedToday: 0,
      createdAt: at,
      lastUsedAt: null,
      revokedAt: null,
      expiresAt: null,
      replacedBy: null,
      key: `hzk_${sandbox ? 'test_' : ''}${prefix}_${secret}`,
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
