import type { Affected, Incident, SessionReport } from '@hz/delivery/contract';
import type { CsvValue } from '../../shared/staff';
import type { Translate } from '../../shared/texts';
import type { incidentTexts } from './texts';

interface Words {
  readonly t: Translate<typeof incidentTexts.table>;
  readonly kind: (kind: Incident['kind']) => string;
  readonly when: (incident: Pick<Incident, 'beganAt' | 'endedAt'>) => string;
  readonly refusal: (why: SessionReport['rejectedSaves'][number]['why']) => string;
  readonly outcome: (outcome: Affected['outcome']) => string;
  readonly instant: (at: number) => string;
}

const MINUTE_MS = 60_000;
const minutes = (ms: number): number => Math.round((ms / MINUTE_MS) * 100) / 100;

/** The report as rows of one sheet: figures first, then a row for each candidate whom an incident hit. */
export function reportRows(report: SessionReport, code: string, words: Words): CsvValue[][] {
  const { t } = words;
  const figures: CsvValue[][] = [
    [t('reportTitle'), code, words.instant(report.serverTime)],
    [t('registered'), report.registered],
    [t('absent'), absentOf(report)],
    [t('stillAtWork'), report.started],
    [t('byCandidate'), report.submittedByCandidate],
    [t('byWorker'), report.submittedByWorker],
    [t('saves'), report.saves],
    [t('late'), report.lateResponses, t('candidatesOf', { count: report.lateCandidates })],
    [t('lateWaiting'), report.lateAnswers.waiting],
    [t('lateDecided'), report.lateAnswers.accepted, report.lateAnswers.refused],
    ...report.rejectedSaves.map(({ why, count, candidates }) => [
      `${t('rejected')}: ${words.refusal(why)}`,
      count,
      t('candidatesOf', { count: candidates }),
    ]),
    [t('ownLosses'), report.ownLosses],
    [`${t('compensatedTotal')} (min)`, minutes(report.compensatedMs)],
    [t('resitTotal'), resitsOf(report)],
  ];
  const head = [
    'incident',
    'found',
    'seat',
    'name',
    'ticket',
    'gap',
    'compensation',
    'outcome',
    'newDeadline',
  ] as const;
  const affected = report.incidents.flatMap(({ incident, affected: rows }) =>
    rows.map((row): CsvValue[] => [
      words.kind(incident.kind),
      words.when(incident),
      row.seatNo,
      row.name,
      row.ticketNo,
      minutes(row.gapMs),
      minutes(row.lostMs),
      words.outcome(row.outcome),
      row.deadlineAfter === null ? '' : words.instant(row.deadlineAfter),
    ]),
  );
  return [...figures, [], head.map((key) => t(key)), ...affected];
}

/** Registered, and never at work. */
export function absentOf({ registered, started, submittedByCandidate, submittedByWorker }: SessionReport): number {
  return Math.max(0, registered - started - submittedByCandidate - submittedByWorker);
}

/** Who sits again for certain. */
export function resitsOf({ resits }: SessionReport): number {
  return new Set(
    resits
      .filter(({ confirmedAt, excluded }) => confirmedAt !== null && !excluded)
      .map(({ registrationId }) => registrationId),
  ).size;
}
