import { Global, Module } from '@nestjs/common';
import { ApiKeys } from './application/api-keys';
import { EnsureAccount, EnsureInstitution } from './application/ensure-account.command';
import { Institutions } from './application/institutions';
import { LoginAuthenticator } from './application/login-authenticator';
import { Logins } from './application/logins';
import { ManageAccounts } from './application/manage-accounts';
import { OwnAccount } from './application/own-account';
import { OwnDocument } from './application/own-document';
import { Strategies } from './application/passport';
import { PasswordReset } from './application/password-reset';
import { People } from './application/people';
import { SecondFactor } from './application/second-factor';
import { SignIn } from './application/sign-in.command';
import { SignUp } from './application/sign-up.command';
import { AccountsController } from './http/accounts.controller';
import { InstitutionsController } from './http/institutions.controller';
import { LoginController } from './http/login.controller';
import { MeController } from './http/me.controller';
import { AccessRepository } from './persistence/access.repository';
import { AccountRepository } from './persistence/account.repository';
import { ApiKeyRepository } from './persistence/api-key.repository';
import { PeopleRepository } from './persistence/people.repository';

/** Global: every context may ask who somebody is. */
@Global()
@Module({
  controllers: [LoginController, MeController, AccountsController, InstitutionsController],
  providers: [
    AccessRepository,
    AccountRepository,
    ApiKeyRepository,
    PeopleRepository,
    ApiKeys,
    EnsureAccount,
    EnsureInstitution,
    Institutions,
    LoginAuthenticator,
    Logins,
    ManageAccounts,
    OwnAccount,
    OwnDocument,
    PasswordReset,
    People,
    SecondFactor,
    SignIn,
    SignUp,
    Strategies,
  ],
  exports: [ApiKeys, EnsureAccount, EnsureInstitution, LoginAuthenticator, People, SignIn, SignUp],
})
export class IdentityModule {}
