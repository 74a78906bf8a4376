import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId, type Allow, type ObjectRule } from '@hz/platform';
import { Api, type Reply } from './support/api';
import { MatrixWorld, type Identity } from './support/matrix-world';
import { describedRoutes, type DescribedRoute } from './support/open-api';

interface Line {
  readonly allow: Allow;
  readonly object: ObjectRule;
  /** Why the path of an `own` route names an object that is not one's own. */
  readonly pathNamesNoOwnObject?: string;
}
const lines = JSON.parse(readFileSync(join(__dirname, 'permissions.json'), 'utf8')) as Record<string, Line>;
const REFUSED_BY_THE_GUARD = ['platform.not-signed-in', 'platform.not-allowed', 'platform.csrf-token-missing'];

/** What the agreed line says of this caller; written down apart from the guard that it is held against. */
function mayCall({ allow }: Line, { via, roles, scopes }: Identity): boolean {
  if (allow === 'public') return true;
  if (via === null) return false;
  if (typeof allow === 'object' && 'apiKey' in allow) {
    if (via === 'api-key') return scopes.includes(allow.apiKey);
    return via === 'login' && roles.some((role) => (allow.orRoles ?? []).includes(role));
  }
  if (via !== 'login') return false;
  return allow === 'signed-in' || roles.some((role) => allow.includes(role));
}

/** P9, S1: every route × every kind of caller, from the description of the running app. */
describe('the permission matrix', () => {
  let api: Api;
  let world: MatrixWorld;
  let routes: DescribedRoute[];

  beforeAll(async () => {
    api = await Api.start();
    world = await MatrixWorld.build(api);
    routes = await describedRoutes(api);
  }, 120_000);
  afterAll(() => api?.stop());

  const codeOf = (reply: Reply): string => {
    const type = String(reply.headers['content-type'] ?? '');
    return type.startsWith('application/problem+json') ? reply.json<{ code: string }>().code : '';
  };
  const absentPath = ({ path }: DescribedRoute) =>
    path
      .replace('{number}', 'HZ-2020-134-999999-0')
      .replace('{name}', 'nothing')
      .replace('{token}', 'x'.repeat(43))
      .replace(/\{\w+\}/g, () => newId());
  const described = (names: string[]) => names.sort();

  it('has a line for each route, and a route for each line', () => {
    expect(described(routes.map(({ name }) => name))).toEqual(described(Object.keys(lines)));
  });

  it('is what the routes declare', () => {
    const declared = Object.fromEntries(routes.map(({ name, allow, object }) => [name, { allow, object }]));
    const agreed = Object.fromEntries(
      Object.entries(lines).map(([name, { allow, object }]) => [name, { allow, object }]),
    );
    expect(declared).toEqual(agreed);
  });

  it('has real objects for what the routes name', () => {
    for (const route of routes) expect(world.ownPath(route)).not.toContain('{');
  });

  it.each(Object.entries(lines))(
    'keeps out of %s all who are not allowed, with real objects and a sound body',
    async (name, line) => {
      const route = routes.find((candidate) => candidate.name === name)!;
      await api.forgetLimits();
      const wrong: string[] = [];
      for (const identity of world.identities.filter((each) => !mayCall(line, each))) {
        const reply = await api.call(identity.caller, route.method, world.ownPath(route), route.body);
        const expected = identity.via === null ? [401, 'platform.not-signed-in'] : [403, 'platform.not-allowed'];
        if (reply.status !== expected[0] || codeOf(reply) !== expected[1]) {
          wrong.push(`${identity.caller.name}: ${reply.status} ${reply.body.toString().slice(0, 200)}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it.each(Object.entries(lines))('lets into %s all who are allowed', async (name, line) => {
    const route = routes.find((candidate) => candidate.name === name)!;
    await api.forgetLimits();
    const wrong: string[] = [];
    for (const identity of world.identities.filter((each) => mayCall(line, each))) {
      const reply = await harmlessCall(route, line, identity);
      const isIn = !REFUSED_BY_THE_GUARD.includes(codeOf(reply)) && reply.status < 500;
      const seesIt = route.method !== 'GET' || !mustSee(route, line, identity) || reply.status === 200;
      if (!isIn || !seesIt)
        wrong.push(`${identity.caller.name}: ${reply.status} ${reply.body.toString().slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
  });

  /** Reads the real thing; writes to nothing, because what is there is needed by other cases. */
  async function harmlessCall(route: DescribedRoute, line: Line, { caller, via }: Identity): Promise<Reply> {
    if (route.method === 'GET') return api.call(caller, 'GET', world.ownPath(route));
    if (route.parameters.length > 0) return api.call(caller, route.method, absentPath(route), route.body);
    if (route.body !== undefined) return api.call(caller, route.method, route.path, []);
    const reply = await api.call(caller, route.method, route.path);
    if (via === 'login' && 'email' in caller) {
      Object.assign(caller.headers, await api.signIn(String(caller.email)));
    }
    return reply;
  }

  /** Whether what `ownPath` names is there for the caller. A list of one's own is there for everybody. */
  function mustSee(route: DescribedRoute, { object }: Line, identity: Identity): boolean {
    if (object === 'any' || object === 'none' || route.parameters.length === 0) return true;
    return isOwner(route, identity) || (object === 'own-institution' && identity.roles.includes('administrator'));
  }

  const ownRoutes = Object.entries(lines).filter(
    ([name, { object, pathNamesNoOwnObject }]) =>
      (object === 'own' || object === 'own-institution') && name.includes('{') && pathNamesNoOwnObject === undefined,
  );

  it.each(ownRoutes)("answers %s alike for what is another's and for what is not there", async (name, line) => {
    const route = routes.find((candidate) => candidate.name === name)!;
    const strangers = world.identities.filter(
      (each) =>
        mayCall(line, each) &&
        !(line.object === 'own-institution' && each.roles.includes('administrator')) &&
        !isOwner(route, each),
    );
    expect(strangers.length).toBeGreaterThan(0);
    for (const { caller } of strangers) {
      await api.forgetLimits();
      const foreign = await api.call(caller, route.method, world.ownPath(route), route.body);
      const absent = await api.call(caller, route.method, absentPath(route), route.body);
      expect({ caller: caller.name, ...shown(foreign) }).toEqual({ caller: caller.name, ...shown(absent) });
      expect(`${caller.name}: ${foreign.status}`).toBe(`${caller.name}: 404`);
    }
  });

  function isOwner({ path }: DescribedRoute, { owns }: Identity): boolean {
    if (path.includes('/marking/')) return owns === 'script';
    if (/\/(?:institutions|certificate-batches|webhooks|webhook-deliveries)\//.test(path))
      return owns === 'institution';
    return owns === (/\/(?:receipt|results|certificates)\b/.test(path) ? 'result' : 'sitting');
  }

  /** All that a reply says, without what differs from request to request. */
  function shown({ status, headers, body }: Reply): object {
    const { date: _, 'x-request-id': __, 'content-length': ___, ratelimit: _left, ...rest } = headers;
    const { instance: ____, ...said } = JSON.parse(body.toString()) as Record<string, unknown>;
    return { status, said, headers: rest };
  }

  it("leaves the foreign key of a clerk's request where it is: a key of B is not found under A", async () => {
    const clerk = world.identities.find(({ owns }) => owns === 'institution')!;
    const keys = `/api/v1/institutions/${world.object('institutions/{id}')}/api-keys`;
    const foreign = await api.call(clerk.caller, 'DELETE', `${keys}/${world.object('foreign api-keys/{keyId}')}`);
    const absent = await api.call(clerk.caller, 'DELETE', `${keys}/${newId()}`);
    expect(foreign.status).toBe(404);
    expect(shown(foreign)).toEqual(shown(absent));
    const [key] = await api.sql<{ revoked_at: Date | null }>('SELECT revoked_at FROM identity.api_key WHERE id = $1', [
      world.object('foreign api-keys/{keyId}'),
    ]);
    expect(key).toEqual({ revoked_at: null });
  });

  it('asks each unsafe request of a browser for its token', async () => {
    const holder = world.identities.find(({ roles }) => roles.includes('exam-manager'))!;
    const without = { name: 'no token', headers: { cookie: holder.caller.headers['cookie']! } };
    const open = routes.filter(({ method }) => method !== 'GET');
    const passed: string[] = [];
    for (const route of open) {
      await api.forgetLimits();
      const reply = await api.call(
        without,
        route.method,
        absentPath(route),
        route.parameters.length > 0 ? route.body : [],
      );
      if (codeOf(reply) !== 'platform.csrf-token-missing') passed.push(route.name);
    }
    expect(passed.sort()).toEqual(WITHOUT_CSRF.filter((name) => routes.some((route) => route.name === name)));
  });
});

/** Public routes that act for nobody: they set the login themselves, or do the same for every caller. */
const WITHOUT_CSRF = [
  'POST /api/v1/accounts',
  'POST /api/v1/login',
  'POST /api/v1/password-resets',
  'POST /api/v1/password-resets/{token}',
  'POST /api/v1/verifications',
  'POST /log/cosignatures',
];
