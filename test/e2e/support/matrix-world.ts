import { createHash } from 'node:crypto';
import { ApiKeys, EnsureInstitution } from '@hz/identity';
import { API_SCOPES } from '@hz/identity/contract';
import { OpenIncident } from '@hz/delivery';
import { instant, ROLES, sha256Hex, type InstitutionId, type Role, type SessionId } from '@hz/kernel';
import { newId, SecretBox, UnitOfWork } from '@hz/platform';
import { TransparencyLog } from '@hz/transparency';
import { unsignedCredential } from '../../../libs/certification/src/domain/unsigned-credential';
import { credentialFacts } from '../../../libs/certification/src/testing/credential.fixture';
import { ANONYMOUS, Api, type Account, type Caller } from './api';
import { bankOf, Canaries } from './bank';
import { Exam } from './exam';
import type { DescribedRoute } from './open-api';

const PDF = '%PDF-1.7';

/** A sitting that runs, a result with its receipt, a script to be marked, an institution. */
export type Belonging = 'sitting' | 'result' | 'script' | 'institution';

/** A caller with what the rules of a route look at. */
export interface Identity {
  readonly caller: Caller;
  readonly roles: readonly Role[];
  readonly scopes: readonly string[];
  /** Null: an address without a valid credential. */
  readonly via: 'login' | 'api-key' | null;
  /** What of the objects of `ownPath` is its own. */
  readonly owns: Belonging | null;
}

type Holders = Record<Role | 'finished', Account>;
const OWNERS: Partial<Record<Role, Belonging>> = {
  candidate: 'sitting',
  marker: 'script',
  'institution-clerk': 'institution',
};

/** One of everything that routes name, its owners, and all kinds of callers around it. */
export class MatrixWorld {
  readonly identities: Identity[] = [];

  private constructor(
    readonly api: Api,
    private readonly owned: ReadonlyMap<string, string>,
  ) {}

  static async build(api: Api): Promise<MatrixWorld> {
    const [a, b] = [await institution(api, 'own-a'), await institution(api, 'own-b')];
    const holders = await accounts(api);
    const finished = await api.account('finished candidate', ['candidate']);
    const exam = await Exam.set(api, bankOf('A', new Canaries()));
    const owned = new Map<string, string>([
      ...(await examObjects(api, exam, { ...holders, finished })),
      ['institutions/{id}', a],
      ['api-keys/{keyId}', (await apiKey(api, a, ['certificates:read'])).id],
      ['foreign api-keys/{keyId}', (await apiKey(api, b, ['certificates:read'])).id],
      ...(await institutionObjects(api, holders['institution-clerk'])),
    ]);
    const world = new MatrixWorld(api, owned);
    await world.addIdentities({ ...holders, finished }, a, b);
    return world;
  }

  /** The path with the objects of their owners. Throws for a parameter that nothing here stands for. */
  ownPath({ path }: DescribedRoute): string {
    const special = path.endsWith('/receipt') ? 'submitted ' : '';
    const known = (part: string) => this.owned.get(`${special}${part}`) ?? this.owned.get(part);
    return path
      .split('/')
      .map((part, index, parts) => {
        if (!part.startsWith('{')) return part;
        const found = known(`${parts[index - 1]}/${part}`) ?? known(part);
        if (found === undefined) throw new Error(`matrix-world.ts has no object for ${part} of ${path}`);
        return found;
      })
      .join('/');
  }

  object(name: string): string {
    return this.owned.get(name)!;
  }

  private async addIdentities(holders: Holders, a: InstitutionId, b: InstitutionId): Promise<void> {
    const none = { roles: [], scopes: [], via: null, owns: null } as const;
    const login = (caller: Caller, role: Role, owns: Belonging | null = null) =>
      this.identities.push({ caller, roles: [role], scopes: [], via: 'login', owns });
    this.identities.push({ ...none, caller: ANONYMOUS });
    this.identities.push({ ...none, caller: { name: 'a made-up cookie', headers: { cookie: 'hz_login=made-up' } } });
    for (const role of ROLES) login(holders[role], role, OWNERS[role]);
    login(holders.finished, 'candidate', 'result');
    for (const role of Object.keys(OWNERS) as Role[]) {
      const code = role === 'institution-clerk' ? 'own-b' : undefined;
      login(await this.api.account(`another ${role}`, [role], code), role);
    }
    for (const scopes of [['certificates:read'], []]) {
      const { key } = await apiKey(this.api, a, scopes);
      const name = scopes.length > 0 ? 'an API key' : 'an API key without scope';
      const caller = { name, headers: { authorization: `Bearer ${key}` } };
      this.identities.push({ caller, roles: [], scopes, via: 'api-key', owns: null });
    }
    for (const [id, owns] of [[a, 'institution'] as const, [b, null] as const]) {
      const { key } = await apiKey(this.api, id, API_SCOPES);
      const name = owns === null ? "an API key of another institution's" : 'an API key with all scopes';
      const caller = { name, headers: { authorization: `Bearer ${key}` } };
      this.identities.push({ caller, roles: [], scopes: API_SCOPES, via: 'api-key', owns });
    }
    const disabled = await this.api.account('a disabled account', ROLES);
    const change = { status: 'disabled' };
    await this.api.call(holders.administrator, 'PATCH', `/api/v1/accounts/${disabled.accountId}`, change);
    this.identities.push({ ...none, caller: disabled });
  }
}

const institution = (api: Api, code: string): Promise<InstitutionId> =>
  api.get(EnsureInstitution).run({ code, name: { zh: code } });

/** The front door gives no key without a scope; such a key must open nothing all the same. */
const apiKey = (api: Api, id: InstitutionId, scopes: readonly string[]) =>
  api.get(ApiKeys).create(SETUP_ADMIN, id, { name: 'key', scopes: [...scopes] as never, dailyQuota: 100_000 });
const SETUP_ADMIN = {
  via: 'login',
  accountId: '0190a000-0000-7000-8000-00000000000a',
  personId: '0190a000-0000-7000-8000-00000000000b',
  loginId: '0190a000-0000-7000-8000-00000000000c',
  roles: ['administrator'],
  institutionId: null,
} as never;

async function accounts(api: Api): Promise<Record<Role, Account>> {
  const holders = {} as Record<Role, Account>;
  for (const role of ROLES) {
    holders[role] = await api.account(role, [role], role === 'institution-clerk' ? 'own-a' : undefined);
  }
  return holders;
}

/** Rows of one exam: a sitting that runs, one whose result is released, one with a script at a marker. */
async function examObjects(api: Api, exam: Exam, holders: Holders): Promise<[string, string][]> {
  const { candidate, finished, marker } = holders;
  const [over, session] = [await exam.session(), await exam.session()];
  const done = await exam.start(over, finished);
  await exam.submit(finished, done);
  await exam.release(over);
  const running = await exam.start(session, candidate);
  const second = await api.account('second candidate', ['candidate']);
  await exam.submit(second, await exam.start(session, second), 'Sum up the call.');
  const [queue] = (await api.call(marker, 'GET', '/api/v1/marking/items')).json<{ rows: { itemVersionId: string }[] }>()
    .rows;
  const claim = `/api/v1/marking/items/${session}/${queue!.itemVersionId}/next`;
  const { task } = (await api.call(marker, 'POST', claim)).json<{ task: { id: string } }>();
  const [result] = await api.sql<{ id: string }>('SELECT id FROM grading.result WHERE attempt_id = $1', [
    done.attemptId,
  ]);
  const { rows: queues } = (await api.call(holders.administrator, 'GET', '/api/v1/queues')).json<{
    rows: { name: string }[];
  }>();
  const [item] = await api.sql<{ id: string }>('SELECT id FROM item_bank.item LIMIT 1');
  const [paper] = await api.sql<{ digest: string }>('SELECT digest FROM delivery.sealed_paper LIMIT 1');
  await fillLog(api);
  return [
    ['proof/{index}', '0'],
    ['consistency/{size}', '0'],
    ['tile/{path}', '0/000'],
    ['late-answers/{id}', await lateAnswerOf(api, running.attemptId, session)],
    ['incidents/{id}', await incidentOf(api, holders['exam-manager'], session)],
    ['sessions/{id}', session],
    ['papers/{digest}', paper!.digest],
    ['registrations/{id}', running.registrationId],
    ['attempts/{id}', running.attemptId],
    ['submitted attempts/{id}', done.attemptId],
    ['results/{id}', result!.id],
    ['tasks/{id}', task.id],
    ['items/{sessionId}', session],
    ['{itemVersionId}', queue!.itemVersionId],
    ['forms/{id}', exam.formId],
    ['blueprints/{id}', exam.blueprintId],
    ['items/{id}', item!.id],
    ['accounts/{id}', candidate.accountId],
    ['people/{id}', candidate.personId],
    ['roles/{id}', 'prompt-engineer'],
    ['schemes/{id}', 'prompt-engineer-l4'],
    ['outbox/{id}', '1'],
    ['queues/{name}', queues[0]!.name],
    ['jobs/{id}', '1'],
    ['certificates/{number}', await certificateOf(api, finished, result!.id)],
    ...(await afterCertificateObjects(api, finished)),
    ['sessions/{sessionId}', over],
    ['documents/{file}', `${sha256Hex(PDF)}.pdf`],
    ['certificate-templates/{scope}', 'default'],
    ['certificate-template-pictures/{hash}', await pictureOf(api)],
    ['status-lists/{id}', '1'],
    ['ca/{name}', 'root.crt'],
    ['contexts/{name}', await contextName(api)],
    ['password-resets/{token}', 'no-such-token-0123456789abcdef0123456789abc'],
  ];
}

/** Continuing education, an appeal, a public page and a mapping around the one certificate. */
async function afterCertificateObjects(api: Api, holder: Account): Promise<[string, string][]> {
  const [certificate] = await api.sql<{ number: string; achievement_id: string }>(
    'SELECT number, achievement_id FROM certification.certificate LIMIT 1',
  );
  const [education, appeal, mapping] = [newId(), newId(), newId()];
  const at = new Date(0);
  await api.get(UnitOfWork).run(async (tx) => {
    await tx.query(
      `INSERT INTO certification.education_record
         (id, achievement_id, person_id, title, provider, hours, completed_on, evidence, status, handed_in_at)
       VALUES ($1, $2, $3, 'course', 'school', 8, '2026-11-24', 'a paper', 'waiting', $4)`,
      [education, certificate!.achievement_id, holder.personId, at],
    );
    await tx.query(
      `INSERT INTO certification.appeal (id, number, person_id, grounds, status, filed_at) VALUES ($1, $2, $3, 'it was me', 'open', $4)`,
      [appeal, certificate!.number, holder.personId, at],
    );
    await tx.query(
      `INSERT INTO certification.public_page (person_id, slug, shown, name_shown, achievement_ids, skills_shown, updated_at)
       VALUES ($1, 'finished', true, 'masked', '{}', false, $2)`,
      [holder.personId, at],
    );
    await tx.query(
      `INSERT INTO certification.export_mapping (id, name, encoding, columns, updated_at)
       VALUES ($1, 'mapping', 'utf-8', '[{"header":"number","field":"number"}]', $2)`,
      [mapping, at],
    );
  });
  const [scheme] = await api.sql<{ id: string }>('SELECT id FROM competency.scheme LIMIT 1');
  return [
    ['education-records/{id}', education],
    ['appeals/{id}', appeal],
    ['public-pages/{slug}', 'finished'],
    ['export-mappings/{id}', mapping],
    ['scheme-policies/{id}', scheme!.id],
  ];
}

/** What an institution makes for itself: a batch, a webhook, and a message on its way. */
async function institutionObjects(api: Api, clerk: Account): Promise<[string, string][]> {
  const made = async (path: string, body?: unknown, headers = {}) =>
    (await api.call(clerk, 'POST', `/api/v1/${path}`, body, headers)).json<{ id: string }>().id;
  const batch = await made('certificate-batches', '{"number":"HZ-1"}\n', { 'content-type': 'application/x-ndjson' });
  const wanted = { url: 'https://hooks.example/', events: ['certificate.revoked'] };
  const webhook = await made('webhooks', wanted);
  return [
    ['certificate-batches/{id}', batch],
    ['webhooks/{id}', webhook],
    ['webhook-deliveries/{id}', await made(`webhooks/${webhook}/test`)],
  ];
}

/** A signed log with one tile that is full and one that is not. */
async function fillLog(api: Api): Promise<void> {
  const log = api.get(TransparencyLog);
  const last = await api.get(UnitOfWork).run(async (tx) => {
    const entry = (no: number) =>
      ({ kind: 'issue', subject: `${no}`, commitment: sha256Hex(`${no}`), at: instant(0) }) as const;
    for (let no = 0; no < 256; no += 1) await log.append(tx, entry(no));
    return log.append(tx, entry(256));
  });
  await log.included(last);
}

/** An answer that came too late, for a person to decide about. */
async function lateAnswerOf(api: Api, attemptId: string, session: SessionId): Promise<string> {
  const [row] = await api.sql<{ id: string }>(
    `INSERT INTO delivery.offline_answer (id, session_id, attempt_id, seq, item_ref, value, source, received_at, ends_at, verdict, why)
     VALUES (gen_random_uuid(), $1, $2, 9, 'i01', '"a"', 'page', now(), now(), 'decide', 'past-grace') RETURNING id`,
    [session, attemptId],
  );
  return row!.id;
}

/** An incident that waits for a decision. */
function incidentOf(api: Api, { principal }: Account, session: SessionId): Promise<string> {
  // A little ago, because this clock and the database's are not the same to the millisecond.
  const now = Date.now() - 50;
  const input = {
    kind: 'room',
    basis: 'whole',
    beganAt: now - 60_000,
    endedAt: now,
    seats: null,
    note: 'A fire alarm.',
  } as const;
  return api.get(OpenIncident).run(principal, session, input);
}

/** A valid certificate as the worker would leave it, and the list in which its status would stand. */
async function certificateOf(api: Api, { personId }: Account, resultId: string): Promise<string> {
  const number = 'HZ-2026-134-000001-A';
  const at = new Date('2026-01-01T00:00:00Z');
  await api.sql(
    `INSERT INTO certification.achievement (id, person_id, scheme_version_id, components, percent, achieved_at)
     SELECT $1, $2, id, $4, 90, $3 FROM competency.scheme_version LIMIT 1`,
    [personId, personId, at, JSON.stringify([{ resultId }])],
  );
  await api.sql('INSERT INTO certification.pdf (hash, bytes) VALUES ($1, $2)', [sha256Hex(PDF), Buffer.from(PDF)]);
  await api.sql(
    `INSERT INTO certification.certificate (number, achievement_id, person_id, status, holder_name, title, level, unsigned_bytes,
       unsigned_hash, code_sealed, intended_at, expires_at, credential, pdf_hash, issued_at, log_salt)
     VALUES ($1, $2, $2, 'valid', '持证人', '{"zh":"证书"}', 'L4', '{}', 'hash', $4, $3, $3::timestamptz + interval '3 years', $5, $6, $3,
       decode(repeat('00', 32), 'hex'))`,
    [
      ...[number, personId, at, api.get(SecretBox).seal('verification-code', number, 'a code')],
      ...[JSON.stringify(unsignedCredential(credentialFacts())), sha256Hex(PDF)],
    ],
  );
  await api.sql(
    `INSERT INTO certification.variant (number, disclosure, credential, token)
     SELECT number, 'whole-score', credential, 'a.b.c' FROM certification.certificate`,
  );
  for (const list of ['status_list', 'suspension_list']) {
    await api.sql(`INSERT INTO verification.${list} (id, bits, version) VALUES (1, $1, 1) ON CONFLICT DO NOTHING`, [
      Buffer.alloc(16_384),
    ]);
  }
  return number;
}

/** A picture of a seal. That it can be drawn is no matter of permissions. */
async function pictureOf(api: Api): Promise<string> {
  const bytes = Buffer.from('a picture');
  const hash = createHash('sha256').update(bytes).digest('hex');
  await api.sql(
    `INSERT INTO certification.template_picture (hash, media_type, width, height, bytes, added_at)
     VALUES ($1, 'image/png', 1, 1, $2, now())`,
    [hash, bytes],
  );
  return hash;
}

async function contextName(api: Api): Promise<string> {
  return (await api.call(ANONYMOUS, 'GET', '/contexts')).json<{ rows: { name: string }[] }>().rows[0]!.name;
}
