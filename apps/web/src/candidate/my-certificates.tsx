import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EmptyState, ErrorState, LoadingState } from '../shared/feedback';
import { useFormat } from '../shared/format';
import { Localized } from '../shared/localized';
import { useTexts } from '../shared/texts';
import { Section } from '../shared/ui';
import { CertificateBadge } from './certificate-badge';
import { certificatePath, myCertificatesQuery } from './certificates-api';
import classes from './my.module.css';
import { candidateTexts } from './texts';

export function MyCertificates() {
  const t = useTexts(candidateTexts);
  const format = useFormat();
  const { data, error, refetch } = useQuery(myCertificatesQuery);
  return (
    <Section title={t('certificates')}>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <LoadingState rows={1} title={false} />}
      {data?.length === 0 && (
        <EmptyState icon="award" title={t('noCertificates')} hint={t('noCertificatesHint')} level={3} />
      )}
      {data && data.length > 0 && (
        <ul className={classes.list}>
          {data.map((certificate) => (
            <li key={certificate.number} className={classes.row}>
              <div className={classes.what}>
                <Link to={`/my/certificates/${encodeURIComponent(certificate.number)}`} className={classes.title}>
                  <Localized text={certificate.title} />
                </Link>
                <span className="hz-soft hz-tabular">
                  {certificate.number}
                  {certificate.issuedAt !== null && ` · ${format.instant(certificate.issuedAt, { day: true })}`}
                </span>
              </div>
              <CertificateBadge status={certificate.status} />
              {certificate.status !== 'issuing' && (
                <a
                  className="hz-button"
                  href={certificatePath(certificate.number, 'pdf')}
                  target="_blank"
                  rel="noreferrer"
                >
                  {t('downloadPdf')}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
