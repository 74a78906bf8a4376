import { useState } from 'react';
import { Button, FileInput, Group, Stack } from '@mantine/core';
import { MAX_RESPONSE_FILE_BYTES, RESPONSE_FILE_ENDING, type ResponseFileReport } from '@hz/delivery/contract';
import type { SessionView } from '@hz/registration/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProblemAlert } from '../../shared/feedback';
import { Notice } from '../../shared/feedback/notice';
import { commonTexts, useTexts } from '../../shared/texts';
import { Badge, Dialog, type Tone } from '../../shared/ui';
import { SESSIONS_KEY } from '../sessions/api';
import { checkFile, takeFile } from './api';
import classes from './late.module.css';
import { useLateWords } from './words';

const TONES = { there: 'plain', counts: 'calm', decide: 'amber', refused: 'red' } as const satisfies Record<
  ResponseFileReport['answers'][number]['outcome'],
  Tone
>;
const STATES = { there: 'there', counts: 'stateCounts', decide: 'stateDecide', refused: 'stateRefused' } as const;

/** Hands a candidate's file in: checked first, and stored once somebody has seen what it brings. */
export function UploadDialog({ session, onClose }: { session: SessionView; onClose: () => void }) {
  const { t } = useLateWords();
  const common = useTexts(commonTexts);
  const client = useQueryClient();
  const [tooLarge, setTooLarge] = useState(false);
  const check = useMutation({
    mutationFn: async (chosen: File) => {
      const file = await base64(chosen);
      return { file, report: await checkFile(session.id, file) };
    },
  });
  const take = useMutation({
    mutationFn: (file: string) => takeFile(session.id, file),
    onSettled: () => client.invalidateQueries({ queryKey: SESSIONS_KEY }),
  });
  const choose = (file: File | null) => {
    take.reset();
    check.reset();
    const isTooLarge = file !== null && file.size > MAX_RESPONSE_FILE_BYTES;
    setTooLarge(isTooLarge);
    if (file !== null && !isTooLarge) check.mutate(file);
  };
  const checked = check.data;
  return (
    <Dialog opened onClose={onClose} title={t('uploadTitle')} size="lg">
      <Stack gap="md">
        <p style={{ margin: 0 }}>{t('uploadText')}</p>
        <FileInput
          label={t('file')}
          placeholder={t('choose')}
          accept={RESPONSE_FILE_ENDING}
          clearable
          clearButtonProps={{ 'aria-label': common('close') }}
          error={tooLarge && t('tooLarge')}
          onChange={choose}
        />
        <ProblemAlert error={check.error ?? take.error} />
        {checked && <Report report={take.data ?? checked.report} />}
        {take.data && <Notice tone="calm" live title={t('taken')} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common(take.data ? 'close' : 'cancel')}
          </Button>
          {!take.data && (
            <Button
              disabled={!checked}
              loading={check.isPending || take.isPending}
              onClick={() => checked && take.mutate(checked.file)}
            >
              {t('confirmFile')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

function Report({ report: { seatNo, name, isKnown, answers } }: { report: ResponseFileReport }) {
  const { t, time } = useLateWords();
  return (
    <div data-testid="file-report">
      <p style={{ margin: '0 0 8px' }}>
        <strong>{t('of', { seat: seatNo, name })}</strong> · {t('brings', { count: answers.length })}
      </p>
      {isKnown && <Notice tone="calm" title={t('known')} />}
      <ul className={classes.report}>
        {answers.map(({ seq, itemRef, outcome, why, notBefore, claimedAt }) => (
          <li key={seq}>
            <strong>{itemRef}</strong>
            <Badge tone={TONES[outcome]}>{t(STATES[outcome])}</Badge>
            {why !== null && <span className="hz-soft">{t(why)}</span>}
            <span className="hz-soft hz-tabular">
              {t('notBefore')} {time(notBefore)} · {t('claimed')} {time(claimedAt)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A file's bytes as the API takes them. */
async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
