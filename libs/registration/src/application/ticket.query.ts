import { Inject, Injectable } from '@nestjs/common';
import { Schemes } from '@hz/competency';
import { People } from '@hz/identity';
import { textIn, type LocalizedText, type Principal, type RegistrationId } from '@hz/kernel';
import { CONFIG, typesetterFor, type Config } from '@hz/platform';
import { NoTicket } from '../contract';
import { Registrations } from './registrations';
import { ticketPdf } from './ticket-pdf';

/** The admission ticket of one's own registration. */
@Injectable()
export class Ticket {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir' | 'pdfExtraFont' | 'publicUrl'>,
    private readonly registrations: Registrations,
    private readonly schemes: Schemes,
    private readonly people: People,
  ) {}

  /** Throws RegistrationNotFound, also for another's (P9); NoTicket when the registration is not confirmed. */
  async pdf(who: Principal, id: RegistrationId): Promise<Buffer> {
    const { row, session } = await this.registrations.own(who, id);
    if (row.status !== 'confirmed') throw new NoTicket();
    const [scheme, card, maskedDocument] = await Promise.all([
      this.schemes.versionById(session.schemeVersionId),
      this.people.card(row.personId),
      this.people.maskedDocument(row.personId),
    ]);
    const content = {
      ticketNo: row.ticketNo,
      seatNo: row.seatNo,
      name: card.legalName,
      namePinyin: card.legalNamePinyin,
      maskedDocument,
      sessionCode: session.code,
      title: bothOf(session.title),
      scheme: bothOf(scheme.body.title),
      opensAt: session.opensAt,
      closesAt: session.closesAt,
      durationMinutes: session.rules.durationMinutes,
      lateEntryMinutes: session.rules.lateEntryMinutes,
      extraTimePercent: row.extraTimePercent,
      breakMinutes: row.breakMinutes,
      address: `${this.config.publicUrl}/exam/${row.id}`,
    };
    const { title, name, namePinyin } = content;
    const texts = [name, namePinyin ?? '', title.zh, title.en, content.scheme.zh, content.scheme.en];
    return ticketPdf(content, await typesetterFor(this.config, texts));
  }
}

function bothOf(text: LocalizedText): { zh: string; en: string } {
  return { zh: text.zh, en: textIn(text, 'en') };
}
