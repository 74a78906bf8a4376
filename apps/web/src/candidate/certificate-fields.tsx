import { Button, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { LEVELS } from '@hz/kernel';
import { useQuery } from '@tanstack/react-query';
import { frameworkQuery } from '../public/api';
import { Icon } from '../shared/icons';
import { useLevelName } from '../shared/levels';
import { useLocalized } from '../shared/localized';
import { useTexts } from '../shared/texts';
import classes from './candidate.module.css';
import type { ClaimsValues } from './claims';
import { candidateTexts } from './texts';

const MAX_CERTIFICATES = 20;

interface Props {
  form: UseFormReturnType<ClaimsValues>;
  idOf: (field: string) => string;
}

/** The certificates that the candidate holds already, one group of fields each. */
export function CertificateFields({ form, idOf }: Props) {
  const t = useTexts(candidateTexts);
  const { certificates } = form.values;
  const add = () =>
    form.insertListItem('certificates', {
      key: Math.max(0, ...certificates.map(({ key }) => key)) + 1,
      role: null,
      level: 'L5',
      issuedOn: '',
      number: '',
    });
  return (
    <fieldset className={classes.certificates}>
      <legend>{t('certificatesHeld')}</legend>
      {certificates.map(({ key }, at) => (
        <CertificateRow key={key} form={form} at={at} idOf={idOf} />
      ))}
      {certificates.length < MAX_CERTIFICATES && (
        <div>
          <Button variant="default" leftSection={<Icon name="plus" size={18} />} onClick={add}>
            {t('addCertificate')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function CertificateRow({ form, at, idOf }: Props & { at: number }) {
  const t = useTexts(candidateTexts);
  const local = useLocalized();
  const levelName = useLevelName();
  const { data } = useQuery(frameworkQuery);
  const roles = data?.domains.flatMap(({ directions }) => directions.flatMap((direction) => direction.roles)) ?? [];
  const path = (field: string) => `certificates.${at}.${field}`;
  return (
    <div className={classes.certificate} role="group" aria-label={t('certificateNo', { no: at + 1 })}>
      <Select
        id={idOf(path('role'))}
        label={t('role')}
        searchable
        data={roles.map(({ id, name }) => ({ value: id, label: local(name) }))}
        {...form.getInputProps(path('role'))}
      />
      <Select
        label={t('level')}
        allowDeselect={false}
        data={LEVELS.map((level) => ({ value: level, label: levelName(level) }))}
        {...form.getInputProps(path('level'))}
      />
      <TextInput
        id={idOf(path('issuedOn'))}
        type="date"
        label={t('issuedOn')}
        {...form.getInputProps(path('issuedOn'))}
      />
      <TextInput label={t('number')} maxLength={60} {...form.getInputProps(path('number'))} />
      <button
        type="button"
        className="hz-button"
        aria-label={t('removeCertificate', { no: at + 1 })}
        onClick={() => form.removeListItem('certificates', at)}
      >
        <Icon name="trash" size={18} />
      </button>
    </div>
  );
}
