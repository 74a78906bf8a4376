import { AuditModule } from '@hz/audit';
import { IdentityModule } from '@hz/identity';
import { testContext } from '@hz/platform/testing';
import { Client } from 'pg';
import { CODE, published } from '../testing/published.fixture';
import { VerificationModule } from '../verification.module';
import { AskCertificate } from './ask-certificate.command';

const NUMBER = 'HZ-2026-126-000001-X';

it('P8: what was asked in the last moment of a process is kept', async () => {
  const context = await testContext([AuditModule, IdentityModule, VerificationModule]);
  const database = new Client({ connectionString: context.databaseUrl });
  await database.connect();
  try {
    await published(context, context.clock, NUMBER);
    await context.module.get(AskCertificate).byAnyone({ number: NUMBER, code: CODE });
    await context.stop();
    const { rows } = await database.query('SELECT number, asked_by, verdict FROM verification.query');
    expect(rows).toEqual([{ number: NUMBER, asked_by: 'public', verdict: 'valid' }]);
  } finally {
    await database.end();
    await context.close();
  }
});
