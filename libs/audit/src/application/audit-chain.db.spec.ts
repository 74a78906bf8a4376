import { dangerouslySystem } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import { AuditModule } from '../audit.module';
import { AuditTrail } from './audit-trail';
import { SealChain } from './seal-chain.command';
import { VerifyChain } from './verify-chain.query';

describe('P8 the audit trail in the database', () => {
  let context: TestContext;
  let uow: UnitOfWork;
  const who = dangerouslySystem('test');

  beforeAll(async () => {
    context = await testContext([AuditModule]);
    uow = context.module.get(UnitOfWork);
    const trail = context.module.get(AuditTrail);
    for (let no = 0; no < 20; no += 1) {
      await uow.run((tx) => trail.record(tx, who, 'test.deed', { type: 'thing', id: String(no) }, { no }));
    }
    await context.module.get(SealChain).run();
  });
  afterAll(() => context.close());

  it('covers every entry and is whole', async () => {
    expect(await context.module.get(VerifyChain).run()).toEqual({ links: 20, unlinked: 0, fault: null });
  });

  it.each(['UPDATE audit.entry SET actor = $1', 'DELETE FROM audit.entry WHERE actor <> $1'])(
    'refuses %s',
    async (sql) => {
      await expect(uow.run((tx) => tx.query(sql, ['x']))).rejects.toThrow('append-only');
    },
  );

  it('shows what the owner of the database changed behind the trigger', async () => {
    await uow.run(async (tx) => {
      await tx.query('ALTER TABLE audit.entry DISABLE TRIGGER entry_is_append_only');
      await tx.query(`UPDATE audit.entry SET actor = 'account:someone' WHERE object_id = '7'`);
      await tx.query('ALTER TABLE audit.entry ENABLE TRIGGER entry_is_append_only');
    });
    expect((await context.module.get(VerifyChain).run()).fault).toEqual({ no: 8, fault: 'altered' });
  });
});
