import { Radio, Stack } from '@mantine/core';
import type { CertificateForm } from '@hz/certification/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorState, LoadingState } from '../shared/feedback';
import { Icon } from '../shared/icons';
import { useTexts } from '../shared/texts';
import { Facts, Section } from '../shared/ui';
import { certificatePath, formsQuery } from './certificates-api';
import classes from './take-along.module.css';
import { takeAlongTexts } from './take-along-texts';

const FILES = [
  ['badge', 'badgeHint', 'png'],
  ['credential', 'credentialHint', 'json'],
  ['token', 'tokenHint', 'jwt'],
] as const;

/** The signed forms of a certificate: how much each shows, and the files to pass on. */
export function TakeAlong({ number }: { number: string }) {
  const t = useTexts(takeAlongTexts);
  const { data, error, refetch } = useQuery(formsQuery(number));
  return (
    <Section title={t('takeAlong')} note={t('note')}>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && data === undefined && <LoadingState title={false} />}
      {data && <Forms number={number} forms={data} />}
    </Section>
  );
}

function Forms({ number, forms }: { number: string; forms: readonly CertificateForm[] }) {
  const t = useTexts(takeAlongTexts);
  const [chosen, choose] = useState(forms[0]!.disclosure);
  const form = forms.find(({ disclosure }) => disclosure === chosen) ?? forms[0]!;
  // What was issued before there were forms has no token.
  const files = forms.length === 1 ? FILES.filter(([file]) => file !== 'token') : FILES;
  return (
    <div className={classes.columns}>
      {forms.length > 1 && (
        <Radio.Group
          label={t('choose')}
          size="md"
          value={chosen}
          onChange={(value) => choose(value as typeof chosen)}
          className={classes.choice}
        >
          <Stack gap="sm" mt="xs">
            {forms.map(({ disclosure }) => (
              <Radio key={disclosure} size="md" value={disclosure} label={t(disclosure)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Preview form={form} />
      <ul className={classes.files}>
        {files.map(([file, hint, extension]) => (
          <li key={file}>
            <div>
              <strong>{t(file)}</strong>
              <p className="hz-soft">{t(hint)}</p>
            </div>
            <a
              className="hz-button"
              href={`${certificatePath(number, file)}?disclosure=${form.disclosure}`}
              download={`${number}-${form.disclosure}.${extension}`}
              aria-label={`${t('download')} ${t(file)}`}
            >
              <Icon name="download" size={18} />
              {t('download')}
            </a>
          </li>
        ))}
      </ul>
      <p className={`hz-soft ${classes.always}`}>{t('always')}</p>
    </div>
  );
}

function Preview({ form: { name, latinName, results } }: { form: CertificateForm }) {
  const t = useTexts(takeAlongTexts);
  const shown = results.map((result) => `${result.name}: ${result.value} / ${result.outOf}`);
  return (
    <div className={classes.preview} aria-live="polite">
      <p className={classes.caption}>{t('preview')}</p>
      <Facts
        rows={[
          [t('name'), name],
          [t('latinName'), latinName],
          [t('results'), shown.length > 0 ? <Lines key="results" lines={shown} /> : t('passed')],
        ]}
      />
    </div>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => <div key={line}>{line}</div>);
}
