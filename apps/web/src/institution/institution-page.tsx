import { Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { ApiKeys } from '../shared/api-keys/api-keys';
import { EmptyState } from '../shared/feedback';
import { useLocalized } from '../shared/localized';
import type { Me } from '../shared/session/me';
import { RequireRole } from '../shared/session/require-role';
import { useTexts } from '../shared/texts';
import { Page } from '../shared/ui';
import { InstitutionPeople } from './people';
import { InstitutionRegistrations } from './registrations';
import { institutionTexts } from './texts';
import { VerifyByNumber } from './verify-by-number';

const TABS = ['people', 'registrations', 'keys', 'verify'] as const;

export function InstitutionPage() {
  return (
    <RequireRole roles={['institution-clerk']}>{(me) => <Institution institution={me.institution} />}</RequireRole>
  );
}

function Institution({ institution }: { institution: Me['institution'] }) {
  const t = useTexts(institutionTexts);
  const local = useLocalized();
  const [params, setParams] = useSearchParams();
  const tab = TABS.find((known) => known === params.get('tab')) ?? 'people';
  if (institution === null) return <EmptyState level={1} title={t('none')} hint={t('noneHint')} />;
  const show = (next: string | null) =>
    setParams(next === null || next === 'people' ? {} : { tab: next }, { replace: true, preventScrollReset: true });
  return (
    <Page title={local(institution.name)} lead={t('mine')}>
      <Tabs value={tab} onChange={show} keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="people">{t('tabPeople')}</Tabs.Tab>
          <Tabs.Tab value="registrations">{t('tabRegistrations')}</Tabs.Tab>
          <Tabs.Tab value="keys">{t('tabKeys')}</Tabs.Tab>
          <Tabs.Tab value="verify">{t('tabVerify')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="people">
          <InstitutionPeople institutionId={institution.id} />
        </Tabs.Panel>
        <Tabs.Panel value="registrations">
          <InstitutionRegistrations institutionId={institution.id} />
        </Tabs.Panel>
        <Tabs.Panel value="keys">
          <ApiKeys institutionId={institution.id} />
        </Tabs.Panel>
        <Tabs.Panel value="verify">
          <VerifyByNumber />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
