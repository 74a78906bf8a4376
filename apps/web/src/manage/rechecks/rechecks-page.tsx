import { Button, Group } from '@mantine/core';
import type { Role } from '@hz/kernel';
import { useQuery } from '@tanstack/react-query';
import { ErrorState, LoadingState, ProblemAlert } from '../../shared/feedback';
import { Icon } from '../../shared/icons';
import { useMe } from '../../shared/session/me';
import { RequireRole } from '../../shared/session/require-role';
import { useTexts } from '../../shared/texts';
import { Page } from '../../shared/ui';
import { overviewQuery, useBegin } from './api';
import { FaultList } from './fault-list';
import { RecheckFigures } from './recheck-figures';
import { RunTable } from './run-table';
import { recheckTexts } from './texts';

const MAY_BEGIN: readonly Role[] = ['administrator', 'auditor'];

export function RechecksPage() {
  return (
    <RequireRole roles={['exam-manager', 'administrator', 'auditor']}>
      <Rechecks />
    </RequireRole>
  );
}

function Rechecks() {
  const t = useTexts(recheckTexts);
  const { data, error, refetch } = useQuery(overviewQuery);
  return (
    <Page width="wide" title={t('rechecks')} lead={t('lead')}>
      {data === undefined && (error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState title={false} />)}
      {data !== undefined && (
        <>
          <RecheckFigures overview={data} />
          <Begin underWay={data.runs.some(({ finishedAt }) => finishedAt === null)} />
          <FaultList />
          <RunTable runs={data.runs} />
        </>
      )}
    </Page>
  );
}

function Begin({ underWay }: { underWay: boolean }) {
  const t = useTexts(recheckTexts);
  const begin = useBegin();
  const { me } = useMe();
  if (!me?.roles.some((role) => MAY_BEGIN.includes(role))) return null;
  return (
    <div style={{ display: 'grid', gap: 12 }} className="hz-no-print">
      <Group>
        <Button
          variant="default"
          leftSection={<Icon name="check-circle" size={18} />}
          loading={begin.isPending}
          disabled={underWay}
          onClick={() => begin.mutate()}
        >
          {t('begin')}
        </Button>
      </Group>
      <ProblemAlert error={begin.error} />
    </div>
  );
}
