import { useState } from 'react';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../shared/api/client';
import { ProblemAlert } from '../shared/feedback';
import { commonTexts, useTexts } from '../shared/texts';
import { INSTITUTIONS_KEY } from './api';
import { adminTexts } from './texts';

const CODE = /^[a-z0-9][a-z0-9-]{1,39}$/;
const EMPTY = { code: '', zh: '', en: '' };

export function AddInstitutionDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTexts(adminTexts);
  const common = useTexts(commonTexts);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('addInstitution')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <InstitutionForm onClose={onClose} />
    </Modal>
  );
}

function InstitutionForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(adminTexts);
  const common = useTexts(commonTexts);
  const client = useQueryClient();
  const [values, setValues] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const adding = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/institutions', {
        body: {
          code: values.code,
          name: { zh: values.zh.trim(), ...(values.en.trim() !== '' && { en: values.en.trim() }) },
        },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: INSTITUTIONS_KEY });
      onClose();
    },
  });
  const badCode = !CODE.test(values.code);
  const noName = values.zh.trim() === '';
  const set = (name: keyof typeof EMPTY) => (event: { currentTarget: HTMLInputElement }) =>
    setValues({ ...values, [name]: event.currentTarget.value });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!badCode && !noName) adding.mutate();
      }}
    >
      <Stack gap="md">
        <TextInput
          data-autofocus
          label={t('code')}
          description={t('codeHint')}
          required
          autoCapitalize="none"
          value={values.code}
          error={tried && badCode && t('needCode')}
          onChange={set('code')}
        />
        <TextInput
          label={t('nameZh')}
          lang="zh-CN"
          required
          maxLength={200}
          value={values.zh}
          error={tried && noName && t('needName')}
          onChange={set('zh')}
        />
        <TextInput label={t('nameEn')} lang="en" maxLength={200} value={values.en} onChange={set('en')} />
        <ProblemAlert error={adding.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={adding.isPending}>
            {t('add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
