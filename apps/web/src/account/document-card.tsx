import { useState } from 'react';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { DocumentType, IdentityDocument, Me } from '@hz/identity/contract';
import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../shared/api/client';
import { ME_KEY } from '../shared/session/me';
import { commonTexts, useTexts } from '../shared/texts';
import { Card } from '../shared/ui';
import classes from './account.module.css';
import { useSending } from './form';
import { SendingProblem } from './sending-problem';
import { accountTexts } from './texts';

const TYPES = {
  'resident-id': 'residentId',
  passport: 'passport',
  'hk-mo-permit': 'hkMoPermit',
  'tw-permit': 'twPermit',
} as const satisfies Record<DocumentType, string>;

const isType = (type: string): type is DocumentType => type in TYPES;

/** The identity document: masked, shown whole only when asked for. */
export function DocumentCard({ me }: { me: Me }) {
  const t = useTexts(accountTexts);
  const [editing, setEditing] = useState(false);
  const [whole, setWhole] = useState<string | null>(null);
  const reveal = useSending<void>(async () => {
    const { number } = await dataOf(api.POST('/api/v1/me/identity-document/reveal'));
    setWhole(number);
  });
  const { document } = me;
  if (editing || document === null) {
    return (
      <Card>
        <DocumentForm
          first={document === null}
          onDone={() => {
            setEditing(false);
            setWhole(null);
          }}
        />
      </Card>
    );
  }
  return (
    <Card>
      <div className={classes.form}>
        <div>
          <div className="hz-soft">{isType(document.type) ? t(TYPES[document.type]) : document.type}</div>
          <div className={classes.number}>{whole ?? document.masked}</div>
        </div>
        <SendingProblem error={reveal.error} />
        <div className={classes.row}>
          <Button
            variant="default"
            loading={reveal.sending}
            onClick={() => (whole === null ? reveal.run() : setWhole(null))}
          >
            {t(whole === null ? 'reveal' : 'hide')}
          </Button>
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('changeDocument')}
          </Button>
        </div>
        <p className="hz-soft" style={{ margin: 0 }}>
          {t('documentLead')}
        </p>
      </div>
    </Card>
  );
}

function DocumentForm({ first, onDone }: { first: boolean; onDone: () => void }) {
  const t = useTexts(accountTexts);
  const common = useTexts(commonTexts);
  const client = useQueryClient();
  const sending = useSending<IdentityDocument>(async (body) => {
    await api.PUT('/api/v1/me/identity-document', { body });
    await client.invalidateQueries({ queryKey: ME_KEY });
    onDone();
  });
  const form = useForm<IdentityDocument>({
    initialValues: { type: 'resident-id', number: '' },
    validate: { number: (value) => (value.trim().length < 5 ? t('needNumber') : null) },
  });
  return (
    <form className={classes.form} onSubmit={form.onSubmit(sending.run)} noValidate>
      {first && <p style={{ margin: 0 }}>{t('noDocument')}</p>}
      <SendingProblem error={sending.error} />
      <Select
        label={t('documentType')}
        allowDeselect={false}
        data={Object.entries(TYPES).map(([value, key]) => ({ value, label: t(key) }))}
        {...form.getInputProps('type')}
      />
      <TextInput
        label={t('documentNumber')}
        description={t('documentLead')}
        autoComplete="off"
        spellCheck={false}
        maxLength={30}
        {...form.getInputProps('number')}
      />
      <div className={classes.row}>
        <Button type="submit" loading={sending.sending}>
          {t('recordDocument')}
        </Button>
        {!first && (
          <Button variant="default" onClick={onDone}>
            {common('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
