import { useState } from 'react';
import { Button, FileButton, Group } from '@mantine/core';
import { ProblemAlert } from '../../shared/feedback';
import { useTexts } from '../../shared/texts';
import { addPicture, pictureUrl } from './api';
import classes from './templates.module.css';
import { templateTexts } from './texts';

interface PictureFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (hash: string | null) => void;
}

/** A picture that is sent as soon as it is chosen. */
export function PictureField({ label, value, onChange }: PictureFieldProps) {
  const t = useTexts(templateTexts);
  const [problem, setProblem] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const send = (file: File | null) => {
    if (file === null) return;
    setSending(true);
    setProblem(null);
    addPicture(file)
      .then(onChange)
      .catch(setProblem)
      .finally(() => setSending(false));
  };
  return (
    <div role="group" aria-label={label}>
      <p className={classes.label}>{label}</p>
      <Group gap="sm">
        {value !== null && <img className={classes.picture} src={pictureUrl(value)} alt={label} />}
        <FileButton accept="image/png,image/jpeg" onChange={send}>
          {(props) => (
            <Button {...props} variant="default" loading={sending}>
              {t('choosePicture')}
            </Button>
          )}
        </FileButton>
        {value !== null && (
          <Button variant="subtle" onClick={() => onChange(null)}>
            {t('remove')}
          </Button>
        )}
      </Group>
      <p className={classes.hint}>{t('pictureHint')}</p>
      {problem !== null && <ProblemAlert error={problem} />}
    </div>
  );
}
