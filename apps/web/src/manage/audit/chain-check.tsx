import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api/client';
import { Notice, ProblemAlert } from '../../shared/feedback';
import { Icon } from '../../shared/icons';
import { useTexts } from '../../shared/texts';
import { auditTexts } from './texts';

const FAULTS = { 'number-gap': 'faultGap', 'broken-link': 'faultLink', altered: 'faultAltered' } as const;

/** Checks every link of the chain and says in a sentence what came out. */
export function ChainCheck() {
  const t = useTexts(auditTexts);
  const checking = useMutation({ mutationFn: () => dataOf(api.GET('/api/v1/audit-chain')) });
  const report = checking.data;
  return (
    <div style={{ display: 'grid', gap: 12 }} className="hz-no-print">
      <Group>
        <Button
          variant="default"
          leftSection={<Icon name="link" size={18} />}
          loading={checking.isPending}
          onClick={() => checking.mutate()}
        >
          {t('check')}
        </Button>
        {checking.isPending && <span role="status">{t('checking')}</span>}
      </Group>
      <ProblemAlert error={checking.error} />
      {report?.fault === null && (
        <Notice tone="calm" icon="check-circle" live title={t('sound', { links: report.links })}>
          {report.unlinked > 0 && <p>{t('unlinked', { count: report.unlinked })}</p>}
        </Notice>
      )}
      {report?.fault && (
        <Notice tone="red" live title={t('broken', { no: report.fault.no })}>
          <p>{t(FAULTS[report.fault.fault])}</p>
          <p>{t('brokenHint')}</p>
        </Notice>
      )}
    </div>
  );
}
