import type { Check, Report } from '../report';
import { CHECK_TEXTS, CODE_TEXTS, KIND_TEXTS, VERDICT_TEXTS } from '../texts';

const both = ({ zh, en }: { zh: string; en: string }): string => `${zh} / ${en}`;
const MARKS = { passed: '✓', failed: '✗', unknown: '?' } as const;

/** A report for people, in both languages. */
export function printed(name: string, report: Report): string {
  const { verdict, reasons, kind, checks, facts, logged } = report;
  const lines = [
    `${name}: ${both(VERDICT_TEXTS[verdict])}  [${both(KIND_TEXTS[kind])}]`,
    ...reasons.map((code) => `  ${both(CODE_TEXTS[code])} (${code})`),
    ...(facts === null ? [] : factLines(facts)),
    ...checks.map((check) => `  ${MARKS[check.outcome]} ${both(CHECK_TEXTS[check.check])}${remark(check)}`),
    ...(logged === null ? [] : [`  ${logged.origin} #${logged.index} of ${logged.size}, ${logged.at}`]),
    `  查验 / checked ${report.checkedAt} · 状态截至 / status as of ${report.statusAsOf ?? '—'} · ` +
      `信任资料 / trust as of ${report.trustAsOf ?? '—'}`,
  ];
  return `${lines.join('\n')}\n`;
}

function remark({ code, outcome, needed }: Check): string {
  if (outcome === 'passed') return '';
  return ` (${code}${needed ? '' : ', 非必需 / not needed'})`;
}

function factLines(facts: NonNullable<Report['facts']>): string[] {
  const latin = facts.latinName === null ? '' : ` (${facts.latinName})`;
  return [
    `  ${facts.holderName}${latin}`,
    `  ${facts.title.zh} / ${facts.title.en} · ${facts.level}`,
    `  ${facts.number} · ${facts.issuedAt} — ${facts.expiresAt}`,
    ...facts.results.map(({ name, value, outOf }) => `  ${name}: ${value}${outOf === null ? '' : ` / ${outOf}`}`),
    `  ${facts.issuer.name ?? ''} ${facts.issuer.url}`,
  ];
}
