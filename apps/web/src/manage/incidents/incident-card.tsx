import { useState } from 'react';
import { Button, Group } from '@mantine/core';
import type { Incident } from '@hz/delivery/contract';
import type { SessionView } from '@hz/registration/contract';
import { useSearchParams } from 'react-router';
import { Notice } from '../../shared/feedback';
import { useFormat } from '../../shared/format';
import { useTexts } from '../../shared/texts';
import { Badge, Card, Facts, whole, type Tone } from '../../shared/ui';
import { AffectedTable } from './affected-table';
import { ApproveDialog, DismissDialog } from './decision-dialogs';
import classes from './incidents.module.css';
import { seatsText } from './seats';
import { incidentTexts } from './texts';
import { useIncidentWords } from './words';

const LOOK = {
  proposed: ['amber', 'stateProposed'],
  approved: ['calm', 'stateApproved'],
  dismissed: ['plain', 'stateDismissed'],
} as const satisfies Record<Incident['state'], [Tone, string]>;

interface Props {
  incident: Incident;
  session: SessionView;
  limit: number;
  mayDecide: boolean;
}

/** One incident: what it was, what it means, and the decision. Its candidates open below it, one incident at a time. */
export function IncidentCard({ incident, session, limit, mayDecide }: Props) {
  const t = useTexts(incidentTexts);
  const words = useIncidentWords();
  const [params, setParams] = useSearchParams();
  const [deed, setDeed] = useState<'approve' | 'dismiss' | null>(null);
  const isShown = params.get('incident') === incident.id;
  const show = () =>
    setParams(
      { tab: 'incidents', ...(!isShown && { incident: incident.id }) },
      { replace: true, preventScrollReset: true },
    );
  const isProposed = incident.state === 'proposed';
  return (
    <section aria-labelledby={`incident-${incident.id}`} className={classes.incident} data-state={incident.state}>
      <Card>
        <header className={classes.head}>
          <h2 id={`incident-${incident.id}`}>
            {words.kind(incident.kind)} <span className="hz-tabular">{whole(words.when(incident))}</span>
          </h2>
          <Badge tone={LOOK[incident.state][0]}>{t(LOOK[incident.state][1])}</Badge>
        </header>
        <IncidentFacts incident={incident} />
        {incident.beyondLimit && incident.state !== 'dismissed' && (
          <Notice tone="amber" title={t('beyond', { limit })} />
        )}
        <Group gap="sm" mt="md" className="hz-no-print">
          {isProposed && mayDecide && (
            <>
              <Button disabled={incident.endedAt === null} onClick={() => setDeed('approve')}>
                {t('approve')}
              </Button>
              <Button variant="default" onClick={() => setDeed('dismiss')}>
                {t('dismiss')}
              </Button>
            </>
          )}
          {incident.state !== 'dismissed' && (
            <Button variant="subtle" aria-expanded={isShown} onClick={show}>
              {t(isShown ? 'hideAffected' : 'showAffected')}
            </Button>
          )}
        </Group>
        {isProposed && incident.endedAt === null && <p className="hz-soft">{t('lastingHint')}</p>}
      </Card>
      {isShown && <AffectedTable incident={incident} session={session} />}
      {deed === 'approve' && <ApproveDialog incident={incident} onClose={() => setDeed(null)} />}
      {deed === 'dismiss' && <DismissDialog incident={incident} onClose={() => setDeed(null)} />}
    </section>
  );
}

export function IncidentFacts({ incident }: { incident: Incident }) {
  const t = useTexts(incidentTexts);
  const words = useIncidentWords();
  const format = useFormat();
  const { beganAt, endedAt, foundAt, openedBy, seats, decidedAt, decidedBy, decisionNote } = incident;
  const found = format.instant(foundAt);
  return (
    <Facts
      rows={[
        [t('lasted'), endedAt === null ? null : format.duration(endedAt - beganAt)],
        [t('scope'), seats === null ? t('wholeSession') : t('seatsOnly', { seats: seatsText(seats) })],
        [t('basis'), t(incident.basis === 'whole' ? 'basisWhole' : 'basisGap')],
        [t('found'), openedBy === null ? t('byMachine', { at: found }) : t('byPerson', { name: openedBy, at: found })],
        [t('note'), incident.note === '' ? null : incident.note],
        [t('effect'), incident.state === 'dismissed' ? null : words.counts(incident)],
        [
          t('decided'),
          decidedAt === null
            ? null
            : [t('decidedBy', { name: decidedBy ?? '', at: format.instant(decidedAt) }), decisionNote]
                .filter((part) => part !== '')
                .join(' · '),
        ],
      ]}
    />
  );
}
