import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Language } from '@hz/kernel';
import type { Me } from '@hz/identity/contract';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../shared/api/client';
import { Notice } from '../shared/feedback';
import { setLanguage } from '../shared/language';
import { ME_KEY } from '../shared/session/me';
import { commonTexts, useTexts } from '../shared/texts';
import { Card } from '../shared/ui';
import classes from './account.module.css';
import { useSending } from './form';
import { SendingProblem } from './sending-problem';
import { accountTexts } from './texts';

interface Values {
  displayName: string;
  legalName: string;
  legalNamePinyin: string;
  language: Language;
}

const LANGUAGE_CHOICES = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
];

export function NamesCard({ me }: { me: Me }) {
  const t = useTexts(accountTexts);
  const common = useTexts(commonTexts);
  const client = useQueryClient();
  const sending = useSending<Values>(async ({ legalNamePinyin, ...values }) => {
    const pinyin = legalNamePinyin.trim();
    const body = { ...values, legalNamePinyin: pinyin === '' ? null : pinyin };
    await api.PATCH('/api/v1/me', { body });
    setLanguage(values.language);
    await client.invalidateQueries({ queryKey: ME_KEY });
  });
  const needed = (value: string) => (value.trim() === '' ? t('needName') : null);
  const form = useForm<Values>({
    initialValues: {
      displayName: me.displayName,
      legalName: me.legalName,
      legalNamePinyin: me.legalNamePinyin ?? '',
      language: me.language,
    },
    validate: { displayName: needed, legalName: needed },
  });
  return (
    <Card>
      <form className={classes.form} onSubmit={form.onSubmit(sending.run)} noValidate>
        <SendingProblem error={sending.error} />
        <TextInput
          label={t('legalName')}
          description={t('legalNameHint')}
          autoComplete="name"
          maxLength={80}
          {...form.getInputProps('legalName')}
        />
        <TextInput label={t('pinyin')} maxLength={120} {...form.getInputProps('legalNamePinyin')} />
        <TextInput
          label={t('displayName')}
          autoComplete="nickname"
          maxLength={80}
          {...form.getInputProps('displayName')}
        />
        <Select
          label={t('language')}
          allowDeselect={false}
          data={LANGUAGE_CHOICES}
          {...form.getInputProps('language')}
        />
        {sending.done && <Notice tone="calm" icon="check" title={t('saved')} live />}
        <div>
          <Button type="submit" loading={sending.sending}>
            {common('save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
