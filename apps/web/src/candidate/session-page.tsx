import type { SessionView } from '@hz/registration/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { schemesQuery, sessionQuery } from '../public/api';
import { EligibilityInWords } from '../public/eligibility';
import { ErrorState, LoadingState } from '../shared/feedback';
import { useFormat } from '../shared/format';
import { useLevelName } from '../shared/levels';
import { useLocalized } from '../shared/localized';
import { useTexts } from '../shared/texts';
import { Card, Facts, Page, Section, whole } from '../shared/ui';
import { RegistrationArea } from './registration-area';
import { candidateTexts } from './texts';

export function SessionPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(sessionQuery(id));
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  return data ? <Session session={data} /> : <LoadingState />;
}

function Session({ session }: { session: SessionView }) {
  const t = useTexts(candidateTexts);
  const local = useLocalized();
  const levelName = useLevelName();
  const schemes = useQuery(schemesQuery);
  const scheme = schemes.data?.find(({ versionId }) => versionId === session.schemeVersionId);
  return (
    <Page
      title={local(session.title)}
      lead={scheme && `${local(scheme.roleName)} · ${levelName(scheme.level)}`}
      actions={
        scheme && (
          <Link className="hz-button" to={`/schemes/${scheme.code}`}>
            {t('toScheme')}
          </Link>
        )
      }
    >
      <Card>
        <SessionFacts session={session} />
      </Card>
      {scheme && (
        <Section title={t('eligibility')}>
          <Card>
            <EligibilityInWords rule={scheme.body.eligibility} />
          </Card>
        </Section>
      )}
      <Section title={t('register')}>
        {schemes.isPending ? (
          <LoadingState rows={2} title={false} />
        ) : (
          <RegistrationArea session={session} scheme={scheme} />
        )}
      </Section>
    </Page>
  );
}

function SessionFacts({ session }: { session: SessionView }) {
  const t = useTexts(candidateTexts);
  const format = useFormat();
  const { durationMinutes, lateEntryMinutes, earliestHandInMinutes } = session.rules;
  return (
    <Facts
      rows={[
        [t('window'), whole(format.span(session.opensAt, session.closesAt))],
        [t('registrationWindow'), whole(format.span(session.registrationOpensAt, session.registrationClosesAt))],
        [t('duration'), format.duration(durationMinutes * 60_000)],
        [
          t('lateEntry'),
          lateEntryMinutes === null ? t('lateEntryFree') : t('lateEntryValue', { count: lateEntryMinutes }),
        ],
        [
          t('earliestHandIn'),
          earliestHandInMinutes === 0
            ? t('earliestHandInFree')
            : t('earliestHandInValue', { count: earliestHandInMinutes }),
        ],
        [t('seats'), t('seatsValue', { capacity: session.capacity, registered: session.registered })],
        [t('sessionCode'), session.code],
      ]}
    />
  );
}
