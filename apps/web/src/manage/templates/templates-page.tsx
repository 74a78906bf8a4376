import type { TemplateSummary } from '@hz/certification/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ErrorState, LoadingState } from '../../shared/feedback';
import { useFormat } from '../../shared/format';
import { useLocalized } from '../../shared/localized';
import { RequireRole } from '../../shared/session/require-role';
import { useTexts } from '../../shared/texts';
import { Badge, Page, TableFrame } from '../../shared/ui';
import { templatesQuery } from './api';
import { templateTexts } from './texts';

export function TemplatesPage() {
  const { data, error, refetch } = useQuery(templatesQuery());
  return (
    <RequireRole roles={['administrator']}>
      {data ? (
        <Templates rows={data.rows} />
      ) : error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <LoadingState />
      )}
    </RequireRole>
  );
}

function Templates({ rows }: { rows: readonly TemplateSummary[] }) {
  const t = useTexts(templateTexts);
  const local = useLocalized();
  return (
    <Page width="wide" title={t('templates')} lead={t('lead')}>
      <TableFrame label={t('templates')}>
        <thead>
          <tr>
            <th scope="col">{t('scheme')}</th>
            <th scope="col">{t('inForce')}</th>
            <th scope="col">{t('draft')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.scope}>
              <th scope="row">
                <Link to={`/manage/certificate-templates/${row.scope}`}>{local(row.title)}</Link>
              </th>
              <td>
                <InForce template={row} />
              </td>
              <td>{row.hasDraft ? <Badge tone="amber">{t('hasDraft')}</Badge> : '–'}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </Page>
  );
}

function InForce({ template: { scope, version, publishedAt } }: { template: TemplateSummary }) {
  const t = useTexts(templateTexts);
  const format = useFormat();
  if (version === null) return t(scope === 'default' ? 'builtIn' : 'ownNone');
  const day = publishedAt === null ? '' : ` · ${format.instant(publishedAt, { day: true })}`;
  return `${t('version', { version })}${day}`;
}
