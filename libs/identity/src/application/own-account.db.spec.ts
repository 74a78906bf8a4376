import { MS_PER_MINUTE, MS_PER_SECOND } from '@hz/kernel';
import { SecretBox } from '@hz/platform';
import { Secret, TOTP } from 'otpauth';
import {
  CodeWrong,
  CurrentCodeNeeded,
  DocumentNotValid,
  DocumentTaken,
  NoSetUp,
  PasswordTooEasy,
  PasswordWrong,
  ResetLinkSpent,
  SecondFactorNeeded,
  SignInFailed,
} from '../contract';
import { PreparePasswordResetJob } from '../jobs/prepare-password-reset.job';
import { CompletePasswordReset } from './complete-password-reset.command';
import { EMAIL, identityFixture, PASSWORD, personWith, type Fixture } from './identity.fixture';
import { OwnAccount } from './own-account';
import { OwnDocument } from './own-document';
import { OwnSecondFactor } from './own-second-factor';
import { RequestPasswordReset } from './request-password-reset.command';

const NUMBER = '11010519491231002X';
const NEW_PASSWORD = 'a very new password';

describe('the own account', () => {
  let identity: Fixture;
  beforeEach(async () => {
    identity = await identityFixture();
  });
  afterEach(() => identity.context.close());

  const codeOf = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: identity.context.clock.now() });

  describe('second factor', () => {
    it('is asked for once confirmed; takes a code once, and a recovery code once', async () => {
      const who = await identity.who();
      const factor = identity.get(OwnSecondFactor);
      await expect(factor.confirm(who, '000000')).rejects.toBeInstanceOf(NoSetUp);
      const { secret, uri } = await factor.setUp(who, undefined);
      expect(uri).toMatch(/^otpauth:\/\/totp\/Hengzheng:wang%40hz\.example\?/);
      const wrong = codeOf(secret) === '000000' ? '000001' : '000000';
      await expect(factor.confirm(who, wrong)).rejects.toBeInstanceOf(CodeWrong);
      await expect(identity.signIn()).resolves.toHaveProperty('token');
      const used = codeOf(secret);
      const [recovery] = await factor.confirm(who, used);
      await expect(identity.signIn()).rejects.toBeInstanceOf(SecondFactorNeeded);
      await expect(identity.signIn({ code: used })).rejects.toBeInstanceOf(SignInFailed);
      identity.context.clock.advance(30 * MS_PER_SECOND);
      const fresh = codeOf(secret);
      await expect(identity.signIn({ code: fresh })).resolves.toHaveProperty('token');
      await expect(identity.signIn({ code: fresh })).rejects.toBeInstanceOf(SignInFailed);
      await expect(identity.signIn({ code: recovery!.toUpperCase() })).resolves.toHaveProperty('token');
      await expect(identity.signIn({ code: recovery! })).rejects.toBeInstanceOf(SignInFailed);
    });

    it('a wrong password never tells that a second factor is set up', async () => {
      const who = await identity.who();
      const { secret } = await identity.get(OwnSecondFactor).setUp(who, undefined);
      await identity.get(OwnSecondFactor).confirm(who, codeOf(secret));
      await expect(identity.signIn({ password: 'not the password' })).rejects.toBeInstanceOf(SignInFailed);
    });

    it('guessing codes is slowed down like guessing passwords', async () => {
      const who = await identity.who();
      const { secret } = await identity.get(OwnSecondFactor).setUp(who, undefined);
      await identity.get(OwnSecondFactor).confirm(who, codeOf(secret));
      for (let tries = 0; tries < 5; tries += 1) {
        await expect(identity.signIn({ code: `00000${tries}` })).rejects.toBeInstanceOf(SignInFailed);
      }
      await expect(identity.signIn({ code: codeOf(secret) })).rejects.toMatchObject({
        code: 'identity.sign-in-too-often',
      });
    });

    it('is replaced only by who holds it; the old one counts until the new one is confirmed', async () => {
      const { token } = await identity.signIn();
      const who = await identity.who();
      const factor = identity.get(OwnSecondFactor);
      const old = await factor.setUp(who, undefined);
      const [recovery] = await factor.confirm(who, codeOf(old.secret));
      expect(await identity.whoHas(token)).toBeNull();
      identity.context.clock.advance(30 * MS_PER_SECOND);
      await expect(factor.setUp(who, undefined)).rejects.toBeInstanceOf(CurrentCodeNeeded);
      await expect(factor.setUp(who, 'zzzz-zzzz-zzzz')).rejects.toBeInstanceOf(CodeWrong);
      const next = await factor.setUp(who, recovery);
      await expect(identity.signIn()).rejects.toBeInstanceOf(SecondFactorNeeded);
      await expect(identity.signIn({ code: codeOf(old.secret) })).resolves.toHaveProperty('token');
      await factor.confirm(who, codeOf(next.secret));
      identity.context.clock.advance(30 * MS_PER_SECOND);
      await expect(identity.signIn({ code: codeOf(old.secret) })).rejects.toBeInstanceOf(SignInFailed);
      await expect(identity.signIn({ code: codeOf(next.secret) })).resolves.toHaveProperty('token');
    });

    it('is needed by staff, who may sign in without it and are told so', async () => {
      const marker = await personWith(identity, ['marker']);
      const view = await identity.get(OwnAccount).view(marker, 'csrf');
      expect(view.secondFactor).toEqual({ needed: true, confirmed: false });
      const candidate = await identity.get(OwnAccount).view(await identity.who(), 'csrf');
      expect(candidate.secondFactor).toEqual({ needed: false, confirmed: false });
    });
  });

  describe('password', () => {
    const asked = () =>
      identity.query<{ payload: { requestId: string; sealedEmail: string } }>(
        `SELECT payload FROM platform.outbox WHERE event = 'identity.password-reset-asked' ORDER BY id`,
      );
    const requested = () =>
      identity.query<{ payload: { resetId: string; sealedToken: string } }>(
        `SELECT payload FROM platform.outbox WHERE event = 'identity.password-reset-requested' ORDER BY id`,
      );
    /** Asks for a link, lets the job run (twice, as jobs may) and reads the link from the mail's event. */
    const linkFor = async (email: string): Promise<string | undefined> => {
      const before = (await requested()).length;
      await identity.get(RequestPasswordReset).run(email);
      const { payload } = (await asked()).at(-1)!;
      await identity.get(PreparePasswordResetJob).run(payload);
      await identity.get(PreparePasswordResetJob).run(payload);
      const links = await requested();
      expect(links.length - before).toBeLessThan(2);
      const mail = links[before]?.payload;
      if (mail === undefined) return undefined;
      const box = Buffer.from(mail.sealedToken, 'base64');
      return identity.get(SecretBox).open('mail-link', mail.resetId, box).toString('utf8');
    };

    it('is reset by a link that works once, and that ends all logins', async () => {
      const { token } = await identity.signIn();
      const link = (await linkFor(` ${EMAIL.toUpperCase()}`))!;
      expect(JSON.stringify(await identity.query('SELECT * FROM identity.password_reset'))).not.toContain(link);
      await expect(identity.get(CompletePasswordReset).run(link, EMAIL)).rejects.toBeInstanceOf(PasswordTooEasy);
      await identity.get(CompletePasswordReset).run(link, NEW_PASSWORD);
      await expect(identity.get(CompletePasswordReset).run(link, PASSWORD)).rejects.toBeInstanceOf(ResetLinkSpent);
      expect(await identity.whoHas(token)).toBeNull();
      await expect(identity.signIn()).rejects.toBeInstanceOf(SignInFailed);
      await expect(identity.signIn({ password: NEW_PASSWORD })).resolves.toHaveProperty('token');
    });

    it('a link lives for an hour; a used one voids the others', async () => {
      const late = (await linkFor(EMAIL))!;
      identity.context.clock.advance(60 * MS_PER_MINUTE);
      await expect(identity.get(CompletePasswordReset).run(late, NEW_PASSWORD)).rejects.toBeInstanceOf(ResetLinkSpent);
      const [one, two] = [(await linkFor(EMAIL))!, (await linkFor(EMAIL))!];
      identity.context.clock.advance(60 * MS_PER_MINUTE - 1);
      await identity.get(CompletePasswordReset).run(two, NEW_PASSWORD);
      await expect(identity.get(CompletePasswordReset).run(one, PASSWORD)).rejects.toBeInstanceOf(ResetLinkSpent);
    });

    it('asking for an unknown address does the same and sends nothing; a mailbox gets three links an hour', async () => {
      expect(await linkFor('nobody@hz.example')).toBeUndefined();
      for (let links = 0; links < 3; links += 1) expect(await linkFor(EMAIL)).toBeDefined();
      expect(await linkFor(EMAIL)).toBeUndefined();
      expect(await asked()).toHaveLength(5);
      expect(JSON.stringify(await asked())).not.toContain('hz.example');
    });

    it('whoever reads the mail gets in though guessers slow all unknown devices down', async () => {
      const mark = await identity.get(CompletePasswordReset).run((await linkFor(EMAIL))!, NEW_PASSWORD);
      for (let tries = 0; tries < 31; tries += 1) {
        await identity.signIn({ password: 'a wrong guess', address: `10.0.6.${tries}` }).catch(() => undefined);
      }
      const owner = { password: NEW_PASSWORD, address: '10.0.7.1' };
      await expect(identity.signIn(owner)).rejects.toMatchObject({ code: 'identity.sign-in-too-often' });
      await expect(identity.signIn({ ...owner, deviceMark: mark })).resolves.toHaveProperty('token');
    });

    it('is changed by who knows it; other browsers are signed out, this one is not', async () => {
      const [here, there] = [await identity.signIn(), await identity.signIn()];
      const who = (await identity.whoHas(here.token))!;
      const link = (await linkFor(EMAIL))!;
      const own = identity.get(OwnAccount);
      await expect(own.changePassword(who, 'not the password', NEW_PASSWORD)).rejects.toBeInstanceOf(PasswordWrong);
      await own.changePassword(who, PASSWORD, NEW_PASSWORD);
      expect(await identity.whoHas(here.token)).not.toBeNull();
      expect(await identity.whoHas(there.token)).toBeNull();
      await expect(identity.get(CompletePasswordReset).run(link, PASSWORD)).rejects.toBeInstanceOf(ResetLinkSpent);
    });
  });

  describe('identity document', () => {
    it('P10: its number stands in no row of the database in the open, and each reading of it is audited', async () => {
      const who = await identity.who();
      const put = await identity
        .get(OwnDocument)
        .put(who, { type: 'resident-id', number: ` ${NUMBER.toLowerCase()} ` });
      expect(put).toEqual({ type: 'resident-id', masked: '110***********002X' });
      expect(await identity.get(OwnDocument).reveal(who)).toEqual({ type: 'resident-id', number: NUMBER });
      const read = `SELECT actor FROM audit.entry WHERE action = 'identity.document-read'`;
      expect(await identity.query(read)).toEqual([{ actor: `account:${who.accountId}` }]);
      const tables = await identity.query<{ name: string }>(
        `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
      );
      const hex = Buffer.from(NUMBER).toString('hex');
      let rows = 0;
      for (const { name } of tables) {
        for (const { text } of await identity.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`)) {
          rows += 1;
          expect(text).not.toContain(NUMBER);
          expect(text).not.toContain(hex);
        }
      }
      expect(rows).toBeGreaterThan(5);
    });

    it('belongs to one person only, and must be a possible one', async () => {
      const document = { type: 'resident-id', number: NUMBER } as const;
      await identity.get(OwnDocument).put(await identity.who(), document);
      await identity.get(OwnDocument).put(await identity.who(), document);
      const other = await personWith(identity, ['candidate']);
      await expect(identity.get(OwnDocument).put(other, document)).rejects.toBeInstanceOf(DocumentTaken);
      const wrong = { ...document, number: '110105194912310021' };
      await expect(identity.get(OwnDocument).put(other, wrong)).rejects.toBeInstanceOf(DocumentNotValid);
      await expect(identity.get(OwnDocument).reveal(other)).rejects.toMatchObject({ code: 'platform.not-found' });
    });
  });
});
