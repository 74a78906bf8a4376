import { useState } from 'react';
import { Button, Checkbox, Group, Radio, Select, Stack } from '@mantine/core';
import { ROLES, type Role } from '@hz/kernel';
import type { AccountRowView, AccountStatus, ChangeAccount } from '@hz/identity/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api/client';
import { Notice, ProblemAlert } from '../../shared/feedback';
import { useLocalized } from '../../shared/localized';
import { staffTexts } from '../../shared/staff';
import { commonTexts, useTexts } from '../../shared/texts';
import { roleName } from '../../shared/texts/roles';
import { peopleTexts } from './texts';

export function AccountForm({ person }: { person: AccountRowView }) {
  const t = useTexts(peopleTexts);
  const common = useTexts(commonTexts);
  const client = useQueryClient();
  const [status, setStatus] = useState<AccountStatus>(person.status);
  const [roles, setRoles] = useState<string[]>(person.roles);
  const [institutionId, setInstitutionId] = useState(person.institutionId);
  const saving = useMutation({
    mutationFn: (body: ChangeAccount) =>
      api.PATCH('/api/v1/accounts/{id}', { params: { path: { id: person.id } }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate({ status, roles: roles as Role[], institutionId });
      }}
    >
      <Stack gap="md">
        <h2 style={{ margin: 0, fontSize: 18 }}>{t('accountPart')}</h2>
        <Checkbox.Group size="md" label={t('roles')} description={t('rolesChange')} value={roles} onChange={setRoles}>
          <Group gap="sm" mt="xs">
            {ROLES.map((role) => (
              <Checkbox key={role} value={role} label={roleName(common, role)} style={{ minWidth: 170 }} />
            ))}
          </Group>
        </Checkbox.Group>
        <InstitutionSelect value={institutionId} onChange={setInstitutionId} />
        <Radio.Group
          label={t('status')}
          size="md"
          value={status}
          onChange={(value) => setStatus(value as AccountStatus)}
        >
          <Group mt="xs">
            <Radio size="md" value="active" label={t('active')} />
            <Radio size="md" value="disabled" label={t('disabled')} />
          </Group>
        </Radio.Group>
        {status === 'disabled' && person.status === 'active' && (
          <Notice tone="amber" title={t('disabled')} live>
            <p>{t('disableWarning', { name: person.legalName })}</p>
          </Notice>
        )}
        <ProblemAlert error={saving.error} />
        <Group>
          <Button
            type="submit"
            loading={saving.isPending}
            {...(status === 'disabled' && person.status === 'active' && { color: 'red' })}
          >
            {t('saveAccount')}
          </Button>
          <span role="status">{saving.isSuccess ? t('saved') : ''}</span>
        </Group>
      </Stack>
    </form>
  );
}

function InstitutionSelect({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const t = useTexts(peopleTexts);
  const staff = useTexts(staffTexts);
  const local = useLocalized();
  const { data: institutions = [] } = useQuery({
    queryKey: ['institutions'],
    queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/institutions', { signal }))).rows,
  });
  return (
    <Select
      label={t('institution')}
      placeholder={t('noInstitution')}
      clearable
      searchable
      data={institutions.map(({ id, name }) => ({ value: id, label: local(name) }))}
      value={value}
      onChange={onChange}
      clearButtonProps={{ 'aria-label': `${staff('clearField')}: ${t('institution')}` }}
    />
  );
}
