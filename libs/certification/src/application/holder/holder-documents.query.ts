import { Inject, Injectable } from '@nestjs/common';
import type { ComponentCode, Principal } from '@hz/kernel';
import { CONFIG, type Config } from '@hz/platform';
import type { Credential } from '@hz/verification/contract';
import { CertificateNotReady } from '../../contract';
import { verificationUrl, type CertificateRecord } from '../../domain/certificate-record';
import { certificateSheet } from '../../domain/certificate-sheet';
import { COMPONENT_TITLES } from '../../domain/component-titles';
import { CertificateIntents } from '../certificate-intents';
import { registrationCardDrawing } from '../documents/registration-card-drawing';
import { scoreReportDrawing, type HolderPaper, type ScoreLine } from '../documents/score-report-drawing';
import { OwnCertificate } from '../own-certificate';
import { SIGNATURE_BYTES } from '../pdf-signature';
import { TemplateSource } from '../template-source';
import { HolderPrinting } from './holder-printing';
import { SkillScores } from './skill-scores';

/** Papers beside the certificate, made and signed when their holder asks: nothing in them can change, so nothing of them is kept. */
@Injectable()
export class HolderDocuments {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly own: OwnCertificate,
    private readonly intents: CertificateIntents,
    private readonly scores: SkillScores,
    private readonly templates: TemplateSource,
    private readonly printing: HolderPrinting,
  ) {}

  /** The score report. Throws CertificateNotFound, also for another's (P9), and CertificateNotReady. */
  async scoreReport(who: Principal, number: string): Promise<Buffer> {
    const { record, credential, paper } = await this.read(who, number);
    const [total, ...components] = linesOf(credential);
    const skills = await this.scores.of(record.achievementId);
    return this.printing.print(scoreReportDrawing({ ...paper, total: total!, components, skills }));
  }

  /** The registration card. Throws as `scoreReport` does. */
  async registrationCard(who: Principal, number: string): Promise<Buffer> {
    const { credential, paper } = await this.read(who, number);
    const [from, until] = [dayInChina(credential.validFrom), dayInChina(credential.validUntil)];
    return this.printing.print(registrationCardDrawing({ ...paper, from, until }));
  }

  private async read(who: Principal, number: string) {
    const record = await this.own.of(who, number);
    if (record.credential === null) throw new CertificateNotReady({ number });
    const credential = JSON.parse(record.credential) as Credential;
    return { record, credential, paper: await this.paper(record, credential) };
  }

  private async paper(record: CertificateRecord, credential: Credential): Promise<HolderPaper> {
    const { publicUrl } = this.config;
    const { body } = await this.templates.forPrinting(record.templateVersionId);
    return {
      sheet: certificateSheet(credential),
      colours: body.colours,
      sealText: body.sealText,
      qr: verificationUrl(publicUrl, record.number, this.intents.codeOf(record), record.qrPayload),
      address: publicUrl.replace(/^https?:\/\//, ''),
      signatureBytes: SIGNATURE_BYTES,
    };
  }
}

/** The total and the components, as the credential has them. */
function linesOf({ credentialSubject: { achievement, result } }: Credential): ScoreLine[] {
  return result.flatMap((shown) => {
    const description = achievement.resultDescription.find(({ id }) => id === shown.resultDescription);
    if (!('value' in shown) || description === undefined || description.resultType === 'Status') return [];
    const code = description.id.slice(description.id.lastIndexOf('#') + 1);
    const name = code === 'total' ? '总成绩 / Total' : COMPONENT_TITLES[code as ComponentCode];
    return [{ name, gained: shown.value, outOf: description.valueMax, passMark: description.requiredValue ?? null }];
  });
}

const CHINA_OFFSET_MS = 8 * 3_600_000;
const dayInChina = (iso: string): string => new Date(Date.parse(iso) + CHINA_OFFSET_MS).toISOString().slice(0, 10);
