import { Injectable } from '@nestjs/common';
import { Schemes } from '@hz/competency';
import type { SchemeView } from '@hz/competency/contract';
import { DocumentNumbers, People } from '@hz/identity';
import { Clock, type ComponentCode, type Principal } from '@hz/kernel';
import { ISSUER_NAME } from '@hz/verification';
import { LATIN_NAME, type UnsignedCredential } from '@hz/verification/contract';
import type { ExportColumn, ExportField } from '../../contract';
import { statusAt } from '../../domain/certificate-record';
import { isoDayInChina } from '../../domain/china-days';
import { creditsFor, LEVEL_NAME_ZH } from '../../domain/export-cells';
import type { ExportRow } from '../../persistence/export.repository';
import { SchemePolicyRepository } from '../../persistence/scheme-policy.repository';

const DOCUMENTS: Readonly<Record<string, string>> = {
  'resident-id': '居民身份证',
  passport: '护照',
  'hk-mo-permit': '港澳居民来往内地通行证',
  'tw-permit': '台湾居民来往大陆通行证',
};
const STATUSES: Readonly<Record<string, string>> = {
  valid: '有效',
  suspended: '已中止',
  revoked: '已撤销',
  expired: '注册已到期',
};

/** What an export can say of certificates. Numbers of identity documents are read only where a column asks for them, and audited. */
@Injectable()
export class ExportFacts {
  constructor(
    private readonly schemes: Schemes,
    private readonly policies: SchemePolicyRepository,
    private readonly people: People,
    private readonly documents: DocumentNumbers,
    private readonly clock: Clock,
  ) {}

  async of(
    who: Principal,
    rows: readonly ExportRow[],
    columns: readonly ExportColumn[],
  ): Promise<Record<ExportField, string>[]> {
    const asks = (...fields: ExportField[]) =>
      columns.some((column) => 'field' in column && fields.includes(column.field));
    const people = [...new Set(rows.map(({ personId }) => personId))];
    const documents = asks('documentNumber', 'documentType')
      ? await this.documents.of(who, people, 'certificate-export')
      : new Map<string, { type: string; number: string }>();
    const schemes = await this.schemesOf(rows);
    const policies = await this.policies.all();
    const names = await this.institutionsOf(rows);
    return Promise.all(
      rows.map(async (row) => {
        const scheme = schemes.get(row.schemeVersionId)!;
        const policy = policies.get(scheme.id)?.policy ?? (await this.policies.of(scheme.id));
        return this.factsOf(row, scheme, {
          document: documents.get(row.personId),
          institution: (row.institutionId && names.get(row.institutionId)) || '',
          credits: creditsFor(policy.credits, row.percent),
        });
      }),
    );
  }

  private factsOf(
    row: ExportRow,
    scheme: SchemeView,
    more: { document: { type: string; number: string } | undefined; institution: string; credits: string },
  ): Record<ExportField, string> {
    const credential = JSON.parse(row.unsignedBytes) as UnsignedCredential;
    const { identifier, achievement } = credential.credentialSubject;
    const score = (code: ComponentCode) => row.components.find((component) => component.code === code)?.score ?? '';
    const day = (at: number) => isoDayInChina(at);
    const compact = (at: number) => isoDayInChina(at).replaceAll('-', '');
    return {
      number: row.number,
      holderName: row.holderName,
      latinName: identifier.find(({ identityType }) => identityType === LATIN_NAME)?.identityHash ?? '',
      documentType: more.document === undefined ? '' : (DOCUMENTS[more.document.type] ?? more.document.type),
      documentNumber: more.document?.number ?? '',
      titleZh: row.title.zh,
      titleEn: row.title.en ?? '',
      roleZh: scheme.roleName.zh,
      levelCode: row.level,
      levelZh: LEVEL_NAME_ZH[row.level],
      theoryScore: score('theory'),
      practicalScore: score('practical'),
      reviewScore: score('review'),
      percent: row.percent,
      achievedDay: day(row.achievedAt),
      achievedDayCompact: compact(row.achievedAt),
      issuedDay: day(row.intendedAt),
      issuedDayCompact: compact(row.intendedAt),
      expiresDay: day(row.expiresAt),
      expiresDayCompact: compact(row.expiresAt),
      status: STATUSES[statusAt(row, this.clock.now())] ?? '',
      institution: more.institution,
      schemeCode: scheme.code,
      issuer: ISSUER_NAME,
      credits: more.credits,
      skills: achievement.alignment.map(({ targetName }) => targetName).join('；'),
    };
  }

  private async schemesOf(rows: readonly ExportRow[]): Promise<Map<string, SchemeView>> {
    const ids = [...new Set(rows.map(({ schemeVersionId }) => schemeVersionId))];
    return new Map(await Promise.all(ids.map(async (id) => [id, await this.schemes.versionById(id)] as const)));
  }

  private async institutionsOf(rows: readonly ExportRow[]): Promise<Map<string, string>> {
    const ids = [...new Set(rows.flatMap(({ institutionId }) => (institutionId === null ? [] : [institutionId])))];
    return new Map(
      await Promise.all(ids.map(async (id) => [id, (await this.people.institutionName(id))?.zh ?? ''] as const)),
    );
  }
}
