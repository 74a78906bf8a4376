import { useId, useState } from 'react';
import { Button, CopyButton, Group, Modal, NumberInput, Stack, TextInput } from '@mantine/core';
import type { CreateApiKeyInput } from '@hz/identity/contract';
import { useMutation } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import type { Schema } from '../api/types';
import { Notice, ProblemAlert } from '../feedback';
import { commonTexts, useTexts } from '../texts';
import { keyTexts } from './texts';

interface Props {
  institutionId: string;
  opened: boolean;
  onClose: () => void;
  onCreated: () => Promise<unknown>;
}
type NewKey = Schema<'NewApiKey'>;

/** Makes a key and shows its secret once. A click beside the dialog does not close it while the secret is shown. */
export function CreateKeyDialog({ institutionId, opened, onClose, onCreated }: Props) {
  const t = useTexts(keyTexts);
  const common = useTexts(commonTexts);
  const [made, setMade] = useState<NewKey | null>(null);
  const close = () => {
    setMade(null);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t(made ? 'secretTitle' : 'createTitle')}
      closeOnClickOutside={made === null}
      closeOnEscape={made === null}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {made ? (
        <Secret made={made} onDone={close} />
      ) : (
        <KeyForm
          institutionId={institutionId}
          onClose={close}
          onMade={async (key) => {
            setMade(key);
            await onCreated();
          }}
        />
      )}
    </Modal>
  );
}

function KeyForm({
  institutionId,
  onClose,
  onMade,
}: {
  institutionId: string;
  onClose: () => void;
  onMade: (key: NewKey) => Promise<void>;
}) {
  const t = useTexts(keyTexts);
  const common = useTexts(commonTexts);
  const field = useId();
  const [name, setName] = useState('');
  const [quota, setQuota] = useState<number | ''>(1000);
  const [tried, setTried] = useState(false);
  const creating = useMutation({
    mutationFn: (body: CreateApiKeyInput) =>
      dataOf(api.POST('/api/v1/institutions/{id}/api-keys', { params: { path: { id: institutionId } }, body })),
    onSuccess: onMade,
  });
  const noName = name.trim() === '';
  const noQuota = quota === '' || !Number.isInteger(quota) || quota < 1 || quota > 1_000_000;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (noName) document.getElementById(field)?.focus();
        if (!noName && quota !== '' && !noQuota)
          creating.mutate({ name: name.trim(), scopes: ['certificates:read'], dailyQuota: quota, sandbox: false });
      }}
    >
      <Stack gap="md">
        <TextInput
          id={field}
          data-autofocus
          label={t('name')}
          description={t('nameHint')}
          required
          maxLength={80}
          value={name}
          error={tried && noName && t('needName')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NumberInput
          label={t('quota')}
          required
          min={1}
          max={1_000_000}
          allowDecimal={false}
          clampBehavior="none"
          value={quota}
          error={tried && noQuota && t('needQuota')}
          onChange={(value) => setQuota(value === '' ? '' : Number(value))}
        />
        <p style={{ margin: 0 }}>
          {t('scopes')}: {t('scopeCertificates')}
        </p>
        <ProblemAlert error={creating.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={creating.isPending}>
            {t('create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Secret({ made, onDone }: { made: NewKey; onDone: () => void }) {
  const t = useTexts(keyTexts);
  const common = useTexts(commonTexts);
  return (
    <Stack gap="md">
      <Notice tone="amber" title={made.name} live>
        <p>{t('secretText')}</p>
      </Notice>
      <TextInput
        label={t('key')}
        readOnly
        value={made.key}
        styles={{ input: { fontFamily: 'var(--hz-font-mono)' } }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group justify="flex-end">
        <CopyButton value={made.key}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              <span role="status">{common(copied ? 'copied' : 'copy')}</span>
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>{t('secretStored')}</Button>
      </Group>
    </Stack>
  );
}
