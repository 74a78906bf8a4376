import type {
  Affected,
  Incident,
  IncidentKind,
  IncidentOutcome,
  IncidentState,
  LossCause,
  RefusalReason,
  ResitReason,
} from '@hz/delivery/contract';
import { useFormat } from '../../shared/format';
import { useSpan } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { incidentTexts } from './texts';

const KINDS = { platform: 'kindPlatform', line: 'kindLine', room: 'kindRoom' } as const;
const STATES = { proposed: 'stateProposed', approved: 'stateApproved', dismissed: 'stateDismissed' } as const;
const OUTCOMES = {
  extended: 'outcomeExtended',
  resit: 'outcomeResit',
  'handed-in': 'outcomeHandedIn',
  none: 'outcomeNone',
} as const;
const CAUSES = { platform: 'causePlatform', line: 'causeLine', own: 'causeOwn' } as const;
const REASONS = {
  'outage-beyond-limit': 'reasonBeyond',
  'closed-meanwhile': 'reasonClosed',
  'could-not-start': 'reasonCouldNot',
} as const;
const STATUSES = {
  registered: 'statusRegistered',
  prepared: 'statusPrepared',
  started: 'statusStarted',
  submitted: 'statusSubmitted',
} as const;
const REFUSALS = {
  'not-started': 'whyNotStarted',
  closed: 'whyClosed',
  'not-the-writer': 'whyNotTheWriter',
  'past-grace': 'whyPastGrace',
  'section-closed': 'whySectionClosed',
  'sequence-taken': 'whySequenceTaken',
} as const satisfies Record<RefusalReason, string>;

/** The names of the codes of incidents in the reader's language. */
export function useIncidentWords() {
  const t = useTexts(incidentTexts);
  const format = useFormat();
  const span = useSpan();
  return {
    kind: (kind: IncidentKind) => t(KINDS[kind]),
    state: (state: IncidentState) => t(STATES[state]),
    outcome: (outcome: IncidentOutcome) => t(OUTCOMES[outcome]),
    cause: (cause: LossCause | null) => (cause === null ? '–' : t(CAUSES[cause])),
    reason: (reason: ResitReason) => t(REASONS[reason]),
    refusal: (why: RefusalReason) => t(REFUSALS[why]),
    status: ({ status, submittedBy }: Pick<Affected, 'status' | 'submittedBy'>) =>
      t(submittedBy === 'worker' ? 'statusClosed' : STATUSES[status]),
    time: (ms: number) => (ms === 0 ? '–' : format.duration(ms)),
    when: ({ beganAt, endedAt }: Pick<Incident, 'beganAt' | 'endedAt'>) =>
      endedAt === null ? t('lasting', { from: format.instant(beganAt) }) : span(beganAt, endedAt),
    counts: ({ outcomes }: Pick<Incident, 'outcomes'>) => {
      const parts = [
        outcomes.extended > 0 && t('extendedCount', { count: outcomes.extended }),
        outcomes.resit > 0 && t('resitCount', { count: outcomes.resit }),
        outcomes['handed-in'] > 0 && t('handedInCount', { count: outcomes['handed-in'] }),
        outcomes.none > 0 && t('noneCount', { count: outcomes.none }),
      ].filter((part) => part !== false);
      return parts.length === 0 ? t('nobody') : parts.join(' · ');
    },
  };
}
