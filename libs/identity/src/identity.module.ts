import { Global, Module } from '@nestjs/common';
import { ApiKeys } from './application/api-keys';
import { CompletePasswordReset } from './application/complete-password-reset.command';
import { EnsureAccount, EnsureInstitution } from './application/ensure-account.command';
import { ForgetOldAccess } from './application/forget-old-access.command';
import { Institutions } from './application/institutions';
import { KnownDevices } from './application/known-devices';
import { LoginAuthenticator } from './application/login-authenticator';
import { LoginCookies } from './application/login-cookies';
import { Logins } from './application/logins';
import { ManageAccounts } from './application/manage-accounts';
import { OwnAccount } from './application/own-account';
import { DocumentNumbers } from './application/document-numbers';
import { OwnDocument } from './application/own-document';
import { OwnSecondFactor } from './application/own-second-factor';
import { Strategies } from './application/passport';
import { PreparePasswordReset, ResetRepositories } from './application/prepare-password-reset.command';
import { RequestPasswordReset } from './application/request-password-reset.command';
import { People } from './application/people';
import { SecondFactor } from './application/second-factor';
import { SignInBackOff } from './application/sign-in-back-off';
import { SignIn } from './application/sign-in.command';
import { SignUp } from './application/sign-up.command';
import { AccountsController } from './http/accounts.controller';
import { InstitutionsController } from './http/institutions.controller';
import { LoginController } from './http/login.controller';
import { MeController } from './http/me.controller';
import { ForgetOldAccessSweep } from './jobs/forget-old-access.sweep';
import { PreparePasswordResetJob } from './jobs/prepare-password-reset.job';
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
    CompletePasswordReset,
    EnsureAccount,
    EnsureInstitution,
    ForgetOldAccess,
    ForgetOldAccessSweep,
    Institutions,
    KnownDevices,
    LoginAuthenticator,
    LoginCookies,
    Logins,
    ManageAccounts,
    OwnAccount,
    OwnDocument,
    DocumentNumbers,
    OwnSecondFactor,
    PreparePasswordReset,
    PreparePasswordResetJob,
    RequestPasswordReset,
    ResetRepositories,
    People,
    SecondFactor,
    SignIn,
    SignInBackOff,
    SignUp,
    Strategies,
  ],
  exports: [ApiKeys, EnsureAccount, EnsureInstitution, DocumentNumbers, LoginAuthenticator, People, SignIn, SignUp],
})
export class IdentityModule {}
