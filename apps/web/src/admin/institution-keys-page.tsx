import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ApiKeys } from '../shared/api-keys/api-keys';
import { EmptyState, ErrorState, LoadingState } from '../shared/feedback';
import { useLocalized } from '../shared/localized';
import { RequireRole } from '../shared/session/require-role';
import { commonTexts, useTexts } from '../shared/texts';
import { Page } from '../shared/ui';
import { institutionsQuery } from './api';
import { adminTexts } from './texts';

export function InstitutionKeysPage() {
  return (
    <RequireRole roles={['administrator']}>
      <InstitutionKeys />
    </RequireRole>
  );
}

function InstitutionKeys() {
  const t = useTexts(adminTexts);
  const common = useTexts(commonTexts);
  const local = useLocalized();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(institutionsQuery);
  const institution = data?.find((candidate) => candidate.id === id);
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState />;
  if (!institution)
    return <EmptyState icon="search" level={1} title={common('notFoundTitle')} hint={common('notFoundHint')} />;
  return (
    <Page
      title={local(institution.name)}
      lead={institution.code}
      back={{ to: '/manage/institutions', text: t('toInstitutions') }}
    >
      <ApiKeys institutionId={institution.id} />
    </Page>
  );
}
