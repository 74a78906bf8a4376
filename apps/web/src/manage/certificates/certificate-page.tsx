import { useState } from 'react';
import { Button, Group } from '@mantine/core';
import type { CertificateHistory } from '@hz/certification/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { ErrorState, LoadingState, Notice } from '../../shared/feedback';
import { useFormat } from '../../shared/format';
import { useLevelName } from '../../shared/levels';
import { useLocalized } from '../../shared/localized';
import { useMe } from '../../shared/session/me';
import { RequireRole } from '../../shared/session/require-role';
import { DeedDialog } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Card, Facts, Page, Section } from '../../shared/ui';
import { certificateQuery, DEEDS, useDeed, type Deed } from './certificates-api';
import { StatusBadge } from './status-badge';
import { certificateTexts } from './texts';

const ORDER = ['suspend', 'reinstate', 'lost', 'renamed', 'revoke'] as const satisfies readonly Deed[];

export function CertificatePage() {
  return (
    <RequireRole roles={['exam-manager', 'administrator', 'auditor']}>
      <LoadedCertificate />
    </RequireRole>
  );
}

function LoadedCertificate() {
  const { number = '' } = useParams();
  const { data, error, refetch } = useQuery(certificateQuery(number));
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  return data ? <Certificate key={number} certificate={data} /> : <LoadingState />;
}

function Certificate({ certificate }: { certificate: CertificateHistory }) {
  const t = useTexts(certificateTexts);
  const local = useLocalized();
  const format = useFormat();
  const levelName = useLevelName();
  const { number, status, replaces, supersededBy, statusReason, logged } = certificate;
  const day = (at: number | null) => (at === null ? null : format.instant(at, { day: true }));
  const linked = (to: string | null) => to && <Link to={`/manage/certificates/${encodeURIComponent(to)}`}>{to}</Link>;
  return (
    <Page
      title={t('certificateNo', { number })}
      back={{ to: '/manage/certificates', text: t('certificates') }}
      width="reading"
    >
      <Card>
        <Facts
          rows={[
            [t('status'), <StatusBadge key="status" status={status} />],
            [t('why'), statusReason],
            [t('holder'), certificate.holderName],
            [t('certification'), `${local(certificate.title)} · ${levelName(certificate.level)}`],
            [t('issuedAt'), day(certificate.issuedAt)],
            [t('expiresAt'), day(certificate.expiresAt)],
            [t('replaces'), linked(replaces)],
            [t('supersededBy'), linked(supersededBy)],
            [t('log'), t(logged ? 'logged' : 'notLogged')],
          ]}
        />
      </Card>
      <Deeds certificate={certificate} />
      <History certificate={certificate} />
    </Page>
  );
}

function Deeds({ certificate }: { certificate: CertificateHistory }) {
  const t = useTexts(certificateTexts);
  const { me } = useMe();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Deed | null>(null);
  const [done, setDone] = useState<Deed | null>(null);
  const run = useDeed(certificate.number);
  const may = (deed: Deed) => {
    const roles = deed === 'revoke' ? (['administrator'] as const) : (['administrator', 'exam-manager'] as const);
    const statuses: readonly string[] = DEEDS[deed];
    return statuses.includes(certificate.status) && roles.some((role) => me?.roles.includes(role));
  };
  const offered = ORDER.filter(may);
  return (
    <>
      {done === 'lost' && (
        <Notice tone="calm" title={t('lostDone')} live>
          <p>{t('lostDoneHint')}</p>
        </Notice>
      )}
      {offered.length > 0 && (
        <Section title={t('deeds')}>
          <Group gap="sm">
            {offered.map((deed) => (
              <Button
                key={deed}
                variant={deed === 'revoke' ? 'outline' : 'default'}
                {...(deed === 'revoke' && { color: 'red' })}
                onClick={() => setAsked(deed)}
              >
                {t(deed)}
              </Button>
            ))}
          </Group>
        </Section>
      )}
      {asked && (
        <DeedDialog
          opened
          onClose={() => setAsked(null)}
          title={t(`${asked}Title`, { number: certificate.number })}
          confirm={t(asked)}
          danger={asked === 'revoke' || asked === 'suspend'}
          reason
          minReason={3}
          run={async (reason) => {
            const now = await run(asked, reason);
            setDone(asked);
            if (now !== certificate.number) await navigate(`/manage/certificates/${encodeURIComponent(now)}`);
          }}
        >
          <DeedText deed={asked} certificate={certificate} />
        </DeedDialog>
      )}
    </>
  );
}

function DeedText({ deed, certificate }: { deed: Deed; certificate: CertificateHistory }) {
  const t = useTexts(certificateTexts);
  const local = useLocalized();
  return t(`${deed}Text`, { name: certificate.holderName, title: local(certificate.title) });
}

function History({ certificate }: { certificate: CertificateHistory }) {
  const t = useTexts(certificateTexts);
  const format = useFormat();
  if (certificate.changes.length === 0) return null;
  return (
    <Section title={t('history')} note={t('historyNote')}>
      <Card>
        <ol style={{ margin: 0, paddingInlineStart: '1.4em', display: 'grid', gap: 12 }}>
          {certificate.changes.map(({ kind, at, reason, successor }) => (
            <li key={`${kind}@${at}`}>
              <strong>{t(`${kind}Done`)}</strong> <span className="hz-soft">{format.instant(at)}</span>
              <div>
                {reason}
                {successor !== null && ` → ${successor}`}
              </div>
            </li>
          ))}
        </ol>
      </Card>
    </Section>
  );
}
