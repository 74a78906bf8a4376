import { outageLimitOf, type SectionRule, type SessionStatus, type SessionView } from '@hz/registration/contract';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Notice } from '../../shared/feedback';
import { useFormat } from '../../shared/format';
import { useLocalized } from '../../shared/localized';
import { useMe } from '../../shared/session/me';
import { staffTexts, useSpan } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Card, Facts, Section, whole } from '../../shared/ui';
import { formQuery, schemesQuery } from './api';
import { sessionTexts } from './texts';
import { Warnings } from './warnings';

const NEXT = {
  draft: 'nextDraft',
  open: 'nextOpen',
  closed: 'nextClosed',
  released: 'nextReleased',
  cancelled: 'nextCancelled',
} as const satisfies Record<SessionStatus, string>;

export function Overview({ session }: { session: SessionView }) {
  const t = useTexts(sessionTexts);
  const staff = useTexts(staffTexts);
  return (
    <div style={{ display: 'grid', gap: 24 }}>
      <Notice tone="calm" title={t('next')}>
        <p>{t(NEXT[session.status])}</p>
      </Notice>
      <Warnings warnings={session.warnings} />
      <Section title={t('settings')} note={staff('zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}>
        <Card>
          <Settings session={session} />
        </Card>
      </Section>
      <Section title={t('sections')}>
        <Card>
          <SectionRules rules={session.rules.sections} />
        </Card>
      </Section>
    </div>
  );
}

function Settings({ session }: { session: SessionView }) {
  const t = useTexts(sessionTexts);
  const format = useFormat();
  const local = useLocalized();
  const { data: schemes } = useQuery(schemesQuery);
  const { rules } = session;
  const scheme = schemes?.find(({ versionId }) => versionId === session.schemeVersionId);
  const span = useSpan();
  const shuffled = [rules.shuffleItems && t('shuffleItems'), rules.shuffleChoices && t('shuffleChoices')].filter(
    (part) => part !== false,
  );
  return (
    <Facts
      rows={[
        [t('scheme'), scheme ? <Link to={`/schemes/${scheme.id}`}>{local(scheme.body.title)}</Link> : '–'],
        [t('window'), whole(span(session.opensAt, session.closesAt))],
        [t('registrationWindow'), whole(span(session.registrationOpensAt, session.registrationClosesAt))],
        [t('registered'), `${session.registered} / ${session.capacity}`],
        [t('forms'), session.formIds === null ? null : <Forms ids={session.formIds} />],
        [t('duration'), format.duration(rules.durationMinutes * 60_000)],
        [
          t('lateEntry'),
          rules.lateEntryMinutes === null ? t('lateEntryFree') : t('lateEntryValue', { count: rules.lateEntryMinutes }),
        ],
        [
          t('earliestHandIn'),
          rules.earliestHandInMinutes === 0
            ? t('anyTime')
            : t('earliestHandInValue', { count: rules.earliestHandInMinutes }),
        ],
        [t('grace'), t('graceValue', { count: rules.graceSeconds })],
        [t('outageLimit'), t('outageLimitValue', { count: outageLimitOf(rules) })],
        [t('windowPolicy'), t(rules.windowPolicy === 'hand-in-by-close' ? 'policyHandIn' : 'policyStart')],
        [t('shuffling'), shuffled.length > 0 ? shuffled.join(' · ') : t('shuffleNone')],
        [t('releasedAt'), session.releasedAt === null ? null : format.instant(session.releasedAt)],
      ]}
    />
  );
}

/** Links to the forms for those who may see them. */
function Forms({ ids }: { ids: readonly string[] }) {
  const t = useTexts(sessionTexts);
  const { me } = useMe();
  const mayRead = me?.roles.some((role) => ['exam-manager', 'author', 'reviewer'].includes(role)) === true;
  const forms = useQueries({ queries: ids.map((id) => ({ ...formQuery(id), enabled: mayRead })) });
  if (ids.length === 0) return <>{t('noForm')}</>;
  if (!mayRead) return <>{ids.length}</>;
  return (
    <>
      {ids.map((id, index) => (
        <div key={id}>
          <Link to={`/manage/forms/${id}`}>{forms[index]?.data?.code ?? id.slice(-8)}</Link>
        </div>
      ))}
    </>
  );
}

function SectionRules({ rules }: { rules: readonly SectionRule[] }) {
  const t = useTexts(sessionTexts);
  if (rules.length === 0) return <>{t('noSectionRules')}</>;
  return (
    <Facts
      rows={rules.map((rule) => [
        `${t('section')} ${rule.id}`,
        [
          t(rule.navigation === 'one-way' ? 'oneWay' : 'free'),
          rule.time === 'own' ? t('ownTime', { count: rule.minutes ?? 0 }) : t('sharedTime'),
          rule.carryOver === true && t('carryOver'),
          rule.minMinutes !== undefined && t('minMinutes', { count: rule.minMinutes }),
        ]
          .filter((part) => part !== false)
          .join(' · '),
      ])}
    />
  );
}
