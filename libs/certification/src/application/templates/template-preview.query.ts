import { Inject, Injectable } from '@nestjs/common';
import { Clock, textIn, type LocalizedText } from '@hz/kernel';
import { CONFIG, MissingGlyphs, PdfPress, type Config } from '@hz/platform';
import { ISSUER_NAME } from '@hz/verification';
import { CredentialRefused, type TemplateBody } from '../../contract';
import { certificateDrawing, type CertificateSheet } from '../documents/certificate-drawing';
import { CertificateTemplates } from './certificate-templates';
import { TemplateList } from './template-list.query';

const NUMBER = 'HZ-2026-000-000000-X';

/** A template as it will look, by the very code that prints certificates: with sample facts, marked as a specimen, and signed by nobody. */
@Injectable()
export class TemplatePreview {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly press: PdfPress,
    private readonly list: TemplateList,
    private readonly templates: CertificateTemplates,
    private readonly clock: Clock,
  ) {}

  /** Throws TemplateNotFound, PictureNotFound; CredentialRefused when no font has a character of the wording. */
  async run(scope: string, template: TemplateBody): Promise<Buffer> {
    const { title } = await this.list.one(scope);
    const { pictures } = await this.templates.withPictures(template);
    const { publicUrl } = this.config;
    const drawing = certificateDrawing({
      sheet: sampleSheet(title, this.clock.now()),
      template,
      pictures,
      qr: `${publicUrl}/verify/${NUMBER}`,
      address: publicUrl.replace(/^https?:\/\//, ''),
      logPlace: null,
      mark: 'specimen',
      attachments: [],
      signatureBytes: null,
    });
    try {
      return await this.press.print(drawing);
    } catch (error) {
      if (!(error instanceof MissingGlyphs)) throw error;
      throw new CredentialRefused({ number: NUMBER, step: 'font', missing: error.characters.join('') });
    }
  }
}

function sampleSheet(title: LocalizedText, now: number): CertificateSheet {
  const day = new Date(now).toISOString().slice(0, 10);
  return {
    number: NUMBER,
    holderName: '王晓明',
    latinName: 'Wang Xiaoming',
    title: { zh: title.zh, en: textIn(title, 'en') },
    facts: [
      ['证书编号', 'Certificate number', NUMBER],
      ['取得日期', 'Achieved on', day],
      ['有效期至', 'Registration valid until', day],
      ['总成绩', 'Total', '88.5 / 100'],
      ['各部分成绩', 'Components', '理论 Theory 90 · 技能 Practical 87'],
      ['签发日期', 'Issued on', day],
    ],
    skills: ['提示词设计 / Prompt design', '数据标注 / Data annotation', '模型评测 / Model evaluation'],
    issuer: ISSUER_NAME,
    issuedAt: new Date(now),
  };
}
