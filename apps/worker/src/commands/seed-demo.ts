import type { INestApplicationContext } from '@nestjs/common';
import { AssembleForm, Blueprints, Forms, PublishForm } from '@hz/assembly';
import { EnsureAccount, EnsureInstitution } from '@hz/identity';
import { Clock, dangerouslySystem, type BlueprintId, type FormId } from '@hz/kernel';
import { ConfigurationError, type Config } from '@hz/platform';
import { OpenSession, PlanSession, Sessions } from '@hz/registration';
import { DEMO_ACCOUNTS, DEMO_INSTITUTIONS, DEMO_PASSWORD } from '../demo/accounts';
import { demoSessions } from '../demo/sessions';
import { within } from '../worker.module';

const WHO = dangerouslySystem('seed-demo');
const BLUEPRINT = 'prompt-engineer-l4';

/** Makes the accounts, the form and the sessions of the demonstration, where they are missing. Refuses in production. */
export function seedDemo(config: Config): Promise<number> {
  if (config.environment === 'production') throw new ConfigurationError(['NODE_ENV (no demo accounts in production)']);
  return within(config, async (app) => {
    for (const institution of DEMO_INSTITUTIONS) await app.get(EnsureInstitution).run(institution);
    for (const account of DEMO_ACCOUNTS) await app.get(EnsureAccount).run({ ...account, password: DEMO_PASSWORD });
    await ensureSessions(app);
    return 0;
  });
}

async function ensureSessions(app: INestApplicationContext): Promise<void> {
  const now = app.get(Clock).now();
  const open = await app.get(Sessions).list(null, { status: 'open' });
  const blueprint = (await app.get(Blueprints).list()).find(({ code }) => code === BLUEPRINT);
  if (blueprint === undefined) throw new Error(`the blueprint ${BLUEPRINT} is missing`);
  const formId = await publishedForm(app, blueprint.id as BlueprintId);
  for (const draft of demoSessions(blueprint.schemeVersionId, formId, now)) {
    const running = open.some(({ title, closesAt }) => title.zh === draft.title.zh && closesAt > now);
    if (running) continue;
    const id = await app.get(PlanSession).create(WHO, draft);
    await app.get(OpenSession).run(WHO, id);
  }
}

async function publishedForm(app: INestApplicationContext, blueprintId: BlueprintId): Promise<FormId> {
  const [existing] = await app.get(Forms).list({ status: 'published', blueprint: blueprintId });
  if (existing !== undefined) return existing.id as FormId;
  const formId = await app.get(AssembleForm).run(WHO, { blueprintId, seed: 'demo' });
  await app.get(PublishForm).run(WHO, { formId });
  return formId;
}
