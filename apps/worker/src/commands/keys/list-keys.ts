import { ResponseFileKeys } from '@hz/delivery';
import { toIso, type Instant } from '@hz/kernel';
import { KeyRing, type Config } from '@hz/platform';
import { LogKey } from '@hz/transparency';
import { within } from '../../worker.module';

interface Line {
  readonly purpose: string;
  readonly id: string;
  readonly since: Instant;
  readonly state: string;
}

/** `keys list`: every key that ever signed, and those to which response files are encrypted. */
export function listKeys(config: Config): Promise<number> {
  return within(
    config,
    async (app) => {
      const logMaySign = await app.get(LogKey).isAdopted();
      const signing = (await app.get(KeyRing).list()).map(({ purpose, id, since, until, compromisedAt }): Line => {
        const waits = purpose === 'log' && until === null && !logMaySign ? '；待启用 / not adopted yet' : '';
        return { purpose, id, since, state: `${stateOf(until, compromisedAt)}${waits}` };
      });
      const files = (await app.get(ResponseFileKeys).all()).map(({ id, since, until }): Line => {
        return { purpose: 'response-file', id, since, state: stateOf(until, null) };
      });
      for (const { purpose, id, since, state } of [...signing, ...files])
        console.log(`${purpose.padEnd(13)}  ${id}  ${toIso(since)}  ${state}`);
      return 0;
    },
    { keysMayLack: true },
  );
}

function stateOf(until: Instant | null, compromisedAt: Instant | null): string {
  const leaked = compromisedAt === null ? '' : `；自 ${toIso(compromisedAt)} 起泄露 / compromised since then`;
  return `${until === null ? '使用中 / current' : `停用于 ${toIso(until)} / replaced then`}${leaked}`;
}
