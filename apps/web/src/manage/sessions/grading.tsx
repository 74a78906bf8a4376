import { useState } from 'react';
import { Button } from '@mantine/core';
import type { SessionGrading } from '@hz/grading/contract';
import type { SessionView } from '@hz/registration/contract';
import { useQuery } from '@tanstack/react-query';
import { EmptyState, ErrorState, LoadingState, Notice } from '../../shared/feedback';
import { Figures, useWords } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Card, Section, TableFrame } from '../../shared/ui';
import { CertificateCohort } from './cohort';
import { gradingQuery } from './api';
import { Distribution } from './distribution';
import { Flags, MarkingByItem } from './marking-progress';
import { Blockers, ReleaseDialog } from './release-dialog';
import classes from './sessions.module.css';
import { sessionTexts } from './texts';

/** How far grading has come, what came out, and the release. */
export function Grading({ session }: { session: SessionView }) {
  const { data, error, refetch } = useQuery(gradingQuery(session.id));
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState title={false} />;
  return (
    <div style={{ display: 'grid', gap: 32 }}>
      <Release session={session} grading={data} />
      {session.status === 'released' && <CertificateCohort sessionId={session.id} />}
      <Progress grading={data} />
      <Outcomes grading={data} />
      <MarkingByItem items={data.items} />
      {data.flags.length > 0 && <Flags flags={data.flags} items={data.items} />}
    </div>
  );
}

function Release({ session, grading }: { session: SessionView; grading: SessionGrading }) {
  const t = useTexts(sessionTexts);
  const [asked, setAsked] = useState(false);
  if (session.status === 'released' || session.status === 'draft' || session.status === 'cancelled') return null;
  const nothingBlocks = Object.values(grading.blockers).every((count) => count === 0);
  return (
    <>
      {grading.releasable ? (
        <div>
          <Button onClick={() => setAsked(true)}>{t('release')}</Button>
        </div>
      ) : (
        <Notice tone="amber" title={t('releaseNotReady')}>
          {nothingBlocks ? <p>{t('blockStatus')}</p> : <Blockers blockers={grading.blockers} />}
        </Notice>
      )}
      {asked && <ReleaseDialog session={session} onClose={() => setAsked(false)} />}
    </>
  );
}

function Progress({ grading: { attempts, scored, settled, marking } }: { grading: SessionGrading }) {
  const t = useTexts(sessionTexts);
  const of = (count: number) => t('ofCount', { count });
  return (
    <Section title={t('progress')}>
      <Figures
        rows={[
          { label: t('attemptsSubmitted'), value: attempts.submitted },
          {
            label: t('attemptsStarted'),
            value: attempts.started,
            tone: attempts.started > 0 ? 'amber' : 'plain',
          },
          { label: t('scored'), value: scored, note: of(attempts.submitted) },
          { label: t('marked'), value: marking.marked, note: of(marking.tasks) },
          { label: t('settled'), value: settled, note: of(attempts.submitted) },
        ]}
      />
    </Section>
  );
}

function Outcomes({ grading }: { grading: SessionGrading }) {
  const t = useTexts(sessionTexts);
  const words = useWords();
  const { outcomes, components, settled } = grading;
  if (settled === 0) {
    return <EmptyState icon="scale" title={t('noResults')} hint={t('noResultsHint')} />;
  }
  return (
    <>
      <Section title={t('outcomes')}>
        <Figures
          rows={[
            { label: t('passed'), value: outcomes.passed, note: share(outcomes.passed, settled) },
            { label: t('failed'), value: outcomes.failed, note: share(outcomes.failed, settled) },
            { label: t('incomplete'), value: outcomes.incomplete, note: share(outcomes.incomplete, settled) },
          ]}
        />
        <Card>
          <div className={classes.numbers}>
            <TableFrame label={t('byComponent')}>
              <thead>
                <tr>
                  <th scope="col">{t('component')}</th>
                  <th scope="col" data-number>
                    {t('passed')}
                  </th>
                  <th scope="col" data-number>
                    {t('failed')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {components.map(({ code, passed, failed }) => (
                  <tr key={code}>
                    <th scope="row">{words.component(code)}</th>
                    <td data-number>{passed}</td>
                    <td data-number>{failed}</td>
                  </tr>
                ))}
              </tbody>
            </TableFrame>
          </div>
        </Card>
      </Section>
      <Distribution steps={grading.distribution} sessionId={grading.sessionId} />
    </>
  );
}

const share = (part: number, whole: number): string => `${Math.round((part / whole) * 1000) / 10}%`;
