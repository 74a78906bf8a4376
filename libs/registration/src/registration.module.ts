import { Module } from '@nestjs/common';
import { AssemblyModule } from '@hz/assembly';
import { CompetencyModule } from '@hz/competency';
import { EndSession, MarkSessionReleased } from './application/end-session.command';
import { OpenSession } from './application/open-session.command';
import { PlanSession } from './application/plan-session.command';
import { Register } from './application/register.command';
import { Registrations } from './application/registrations';
import { Rosters } from './application/rosters.query';
import { Sessions } from './application/sessions';
import { Ticket } from './application/ticket.query';
import { RegistrationController } from './http/registration.controller';
import { SessionController } from './http/session.controller';
import { CloseDueSweep } from './jobs/close-due.sweep';
import { RegistrationRepository } from './persistence/registration.repository';
import { SessionRepository } from './persistence/session.repository';

@Module({
  imports: [CompetencyModule, AssemblyModule],
  controllers: [SessionController, RegistrationController],
  providers: [
    RegistrationRepository,
    SessionRepository,
    EndSession,
    MarkSessionReleased,
    OpenSession,
    PlanSession,
    Register,
    Registrations,
    Rosters,
    Sessions,
    Ticket,
    CloseDueSweep,
  ],
  exports: [EndSession, MarkSessionReleased, OpenSession, PlanSession, Register, Registrations, Sessions],
})
export class RegistrationModule {}
