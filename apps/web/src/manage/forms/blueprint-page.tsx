import type { BlueprintView } from '@hz/assembly/contract';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { EmptyState, ErrorState, LoadingState } from '../../shared/feedback';
import { useFormat } from '../../shared/format';
import { useLocalized } from '../../shared/localized';
import { useMe } from '../../shared/session/me';
import { RequireRole } from '../../shared/session/require-role';
import { commonTexts, useTexts } from '../../shared/texts';
import { Card, Facts, Page, Section } from '../../shared/ui';
import { schemesQuery } from '../sessions/api';
import { blueprintsQuery } from './api';
import { AssembleForm } from './assemble-form';
import { Specification } from './specification';
import { formTexts } from './texts';

export function BlueprintPage() {
  const { id = '' } = useParams();
  const common = useTexts(commonTexts);
  const { data, error, refetch } = useQuery(blueprintsQuery);
  const blueprint = data?.find((candidate) => candidate.id === id);
  return (
    <RequireRole roles={['exam-manager', 'author', 'reviewer']}>
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <LoadingState />}
      {data && !blueprint && (
        <EmptyState icon="search" level={1} title={common('notFoundTitle')} hint={common('notFoundHint')} />
      )}
      {blueprint && <Blueprint blueprint={blueprint} />}
    </RequireRole>
  );
}

function Blueprint({ blueprint }: { blueprint: BlueprintView }) {
  const t = useTexts(formTexts);
  const local = useLocalized();
  const format = useFormat();
  const { me } = useMe();
  const { data: schemes } = useQuery(schemesQuery);
  const scheme = schemes?.find(({ versionId }) => versionId === blueprint.schemeVersionId);
  return (
    <Page title={local(blueprint.body.title)} back={{ to: '/manage/blueprints', text: t('toBlueprints') }}>
      <Card>
        <Facts
          rows={[
            [t('code'), blueprint.code],
            [t('version'), blueprint.version],
            [t('bank'), blueprint.body.bank],
            [t('scheme'), scheme ? local(scheme.body.title) : null],
            [t('formsMade'), blueprint.forms],
            [t('createdAt'), format.instant(blueprint.createdAt)],
          ]}
        />
      </Card>
      {me?.roles.includes('exam-manager') === true && blueprint.status === 'published' && (
        <Section title={t('assemble')}>
          <AssembleForm blueprint={blueprint} />
        </Section>
      )}
      <Section title={t('specification')}>
        <Specification body={blueprint.body} />
      </Section>
    </Page>
  );
}
