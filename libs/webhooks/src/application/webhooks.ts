import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, MS_PER_DAY, plus, type InstitutionId, type Principal } from '@hz/kernel';
import { newId, NotAllowed, randomSalt, SecretBox, UnitOfWork, type Tx } from '@hz/platform';
import {
  TooManyWebhooks,
  WebhookAddressRefused,
  WebhookNotFound,
  type ChangeWebhookInput,
  type CreateWebhookInput,
  type NewWebhookView,
  type WebhookView,
} from '../contract';
import { EndpointRepository, type EndpointRow } from '../persistence/endpoint.repository';
import { OutsideAddress } from './outside-address';
import { secretText } from './webhook-signature';

const MAX_PER_INSTITUTION = 10;
const SECRET_BYTES = 32;
/** So long the secret from before a rotation signs as well. */
const OVERLAP_MS = MS_PER_DAY;
export const SECRET_PURPOSE = 'webhook-secret';

/** The webhooks of an institution, for its clerks and its keys; another's read as not found (P9). */
@Injectable()
export class Webhooks {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly endpoints: EndpointRepository,
    private readonly outside: OutsideAddress,
    private readonly box: SecretBox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async list(who: Principal): Promise<WebhookView[]> {
    return (await this.endpoints.ofInstitution(institutionFor(who))).map(viewOf);
  }

  /** Throws WebhookAddressRefused, TooManyWebhooks. */
  async create(who: Principal, { url: text, description, events }: CreateWebhookInput): Promise<NewWebhookView> {
    const institutionId = institutionFor(who);
    const url = this.outside.read(text);
    if (url === null) throw new WebhookAddressRefused();
    const id = newId();
    const secret = randomSalt(SECRET_BYTES);
    const createdBy = who.via === 'login' ? who.personId : null;
    const sealed = this.box.seal(SECRET_PURPOSE, id, secret);
    await this.uow.run(async (tx) => {
      if ((await this.endpoints.ofInstitution(institutionId)).length >= MAX_PER_INSTITUTION)
        throw new TooManyWebhooks();
      const row = {
        id,
        institutionId,
        url: url.href,
        description,
        events: [...new Set(events)],
        secret: sealed,
        createdBy,
      };
      await this.endpoints.add(tx, row, this.clock.now());
      await this.record(tx, who, 'created', id, { host: url.host, events });
    });
    return { ...viewOf((await this.endpoints.one(institutionId, id))!), secret: secretText(secret) };
  }

  /** Switching it on again forgets that it failed. Throws WebhookNotFound. */
  async change(who: Principal, id: string, { description, events, active }: ChangeWebhookInput): Promise<WebhookView> {
    return this.within(who, id, async (tx, before) => {
      const on = { status: 'active', disabledReason: null, failingSince: null } as const;
      const off = { status: 'disabled', disabledReason: before.disabledReason ?? 'by-hand' } as const;
      await this.endpoints.save(tx, {
        ...before,
        ...(description !== undefined && { description }),
        ...(events !== undefined && { events: [...new Set(events)] }),
        ...(active === true && before.status === 'disabled' && on),
        ...(active === false && off),
      });
      await this.record(tx, who, 'changed', id, { events, active });
    });
  }

  /** A new secret; the one before it signs too for a day. Throws WebhookNotFound. */
  async rotateSecret(who: Principal, id: string): Promise<NewWebhookView> {
    const secret = randomSalt(SECRET_BYTES);
    const view = await this.within(who, id, async (tx) => {
      const sealed = this.box.seal(SECRET_PURPOSE, id, secret);
      await this.endpoints.setSecret(tx, id, sealed, plus(this.clock.now(), OVERLAP_MS));
      await this.record(tx, who, 'secret-rotated', id, {});
    });
    return { ...view, secret: secretText(secret) };
  }

  /** Its log goes with it. Throws WebhookNotFound. */
  async remove(who: Principal, id: string): Promise<void> {
    await this.uow.run(async (tx) => {
      if ((await this.endpoints.lock(tx, institutionFor(who), id)) === null) throw new WebhookNotFound();
      await this.endpoints.remove(tx, id);
      await this.record(tx, who, 'removed', id, {});
    });
  }

  private async within(
    who: Principal,
    id: string,
    work: (tx: Tx, before: EndpointRow) => Promise<void>,
  ): Promise<WebhookView> {
    const institutionId = institutionFor(who);
    await this.uow.run(async (tx) => {
      const before = await this.endpoints.lock(tx, institutionId, id);
      if (before === null) throw new WebhookNotFound();
      await work(tx, before);
    });
    return viewOf((await this.endpoints.one(institutionId, id))!);
  }

  private record(tx: Tx, who: Principal, deed: string, id: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.record(tx, who, `webhooks.webhook-${deed}`, { type: 'webhook', id }, details);
  }
}

/** Whose webhooks a caller manages. Test certificates never change, so a key for trying out has none. Throws NotAllowed. */
export function institutionFor(who: Principal): InstitutionId {
  const id = who.via === 'system' || (who.via === 'api-key' && who.sandbox) ? null : who.institutionId;
  if (id === null) throw new NotAllowed();
  return id;
}

function viewOf(row: EndpointRow): WebhookView {
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    events: row.events,
    status: row.status,
    disabledReason: row.disabledReason,
    failingSince: row.failingSince,
    earlierSecretUntil: row.earlierUntil,
    createdAt: row.createdAt,
  };
}
