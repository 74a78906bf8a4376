import type { MyCertificate } from '@hz/certification/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { NotFound } from '../public/not-found';
import { ErrorState, LoadingState, Notice } from '../shared/feedback';
import { useFormat } from '../shared/format';
import { Icon } from '../shared/icons';
import { useLevelName } from '../shared/levels';
import { useLocalized } from '../shared/localized';
import { RequireRole } from '../shared/session/require-role';
import { useTexts } from '../shared/texts';
import { Card, Facts, Page, Section } from '../shared/ui';
import { AppealSection } from './appeal/appeal-section';
import { CertificateBadge } from './certificate-badge';
import { certificatePath, myCertificatesQuery } from './certificates-api';
import classes from './certificate.module.css';
import { renewalTexts } from './renewal/texts';
import { TakeAlong } from './take-along';
import { candidateTexts } from './texts';
import { VerificationShare } from './verification-share';

export function CertificatePage() {
  return (
    <RequireRole>
      <LoadedCertificate />
    </RequireRole>
  );
}

function LoadedCertificate() {
  const { number } = useParams();
  const { data, error, refetch } = useQuery(myCertificatesQuery);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState />;
  const certificate = data.find((own) => own.number === number);
  return certificate ? <Certificate certificate={certificate} /> : <NotFound />;
}

function Certificate({ certificate }: { certificate: MyCertificate }) {
  const t = useTexts(candidateTexts);
  const local = useLocalized();
  const format = useFormat();
  const levelName = useLevelName();
  const renewal = useTexts(renewalTexts);
  const { number, status, issuedAt, expiresAt, revokedReason } = certificate;
  const day = (at: number | null) => (at === null ? null : format.instant(at, { day: true }));
  const issued = status !== 'issuing';
  return (
    <Page title={local(certificate.title)} back={{ to: '/my', text: t('my') }} width="reading">
      {!issued && (
        <Notice tone="calm" icon="clock" title={t('certIssuing')}>
          <p>{t('issuingHint')}</p>
        </Notice>
      )}
      {revokedReason !== null && (
        <Notice tone="red" title={t('certRevoked')}>
          <p>{t('revokedReason', { reason: revokedReason })}</p>
        </Notice>
      )}
      <Card>
        <div className={classes.head}>
          <Icon name="award" size={40} />
          <div>
            <p className={classes.name}>{certificate.holderName}</p>
            <p className="hz-soft">{levelName(certificate.level)}</p>
          </div>
          <CertificateBadge status={status} />
        </div>
        <Facts
          rows={[
            [t('numberLabel'), number],
            [t('issuedAt'), day(issuedAt)],
            [t('expiresAt'), day(expiresAt)],
          ]}
        />
        {issued && (
          <div className={`${classes.actions} hz-no-print`}>
            <a
              className="hz-button hz-button--primary"
              href={certificatePath(number, 'pdf')}
              target="_blank"
              rel="noreferrer"
            >
              <Icon name="download" size={18} />
              {t('downloadPdf')}
            </a>
            {(['score-report', 'registration-card'] as const).map((file) => (
              <a key={file} className="hz-button" href={certificatePath(number, file)} target="_blank" rel="noreferrer">
                <Icon name="download" size={18} />
                {t(file === 'score-report' ? 'downloadScores' : 'downloadCard')}
              </a>
            ))}
            {(status === 'valid' || status === 'expired') && (
              <Link className="hz-button" to={`/my/certificates/${encodeURIComponent(number)}/renewal`}>
                <Icon name="calendar" size={18} />
                {renewal('toRenewal')}
              </Link>
            )}
          </div>
        )}
      </Card>
      {status === 'revoked' && <AppealSection number={number} />}
      {issued && <TakeAlong number={number} />}
      {certificate.verificationUrl !== null && (
        <Section title={t('verifyLink')} note={t('verifyLinkHint')}>
          <VerificationShare url={certificate.verificationUrl} />
        </Section>
      )}
    </Page>
  );
}
