import { useState } from 'react';
import { Radio, Stack, Textarea } from '@mantine/core';
import { FLAG_REASONS, SKIP_REASONS, type FlagTaskInput, type SkipTaskInput } from '@hz/grading/contract';
import { DeedDialog } from '../shared/staff';
import { useTexts } from '../shared/texts';
import { markingTexts } from './texts';

const SKIP_WORDS = {
  illegible: 'illegible',
  'know-the-author': 'knowAuthor',
  'unsure-about-rubric': 'unsure',
  other: 'other',
} as const satisfies Record<(typeof SKIP_REASONS)[number], string>;
const FLAG_WORDS = {
  'names-the-author': 'namesAuthor',
  copied: 'copied',
  'threat-or-distress': 'distress',
  'item-unclear': 'unclear',
  other: 'other',
} as const satisfies Record<(typeof FLAG_REASONS)[number], string>;

interface Props<Input> {
  opened: boolean;
  onClose: () => void;
  run: (input: Input) => Promise<unknown>;
}

export function SkipDialog(props: Props<Omit<SkipTaskInput, 'version'>>) {
  const t = useTexts(markingTexts);
  return (
    <ReasonDialog
      {...props}
      title={t('skipTitle')}
      text={t('skipText')}
      confirm={t('skip')}
      reasons={SKIP_REASONS.map((value) => ({ value, label: t(SKIP_WORDS[value]) }))}
    />
  );
}

export function FlagDialog(props: Props<FlagTaskInput>) {
  const t = useTexts(markingTexts);
  return (
    <ReasonDialog
      {...props}
      title={t('flagTitle')}
      text={t('flagText')}
      confirm={t('flag')}
      reasons={FLAG_REASONS.map((value) => ({ value, label: t(FLAG_WORDS[value]) }))}
    />
  );
}

interface DialogProps<Reason extends string> extends Props<{ reason: Reason; note: string }> {
  title: string;
  text: string;
  confirm: string;
  reasons: readonly { value: Reason; label: string }[];
}

/** A reason out of a list, and a note: arrow keys choose, Enter sends. */
function ReasonDialog<Reason extends string>(props: DialogProps<Reason>) {
  const { opened, onClose, run, title, text, confirm, reasons } = props;
  const t = useTexts(markingTexts);
  const [reason, setReason] = useState<Reason>(reasons[0]!.value);
  const [note, setNote] = useState('');
  const close = () => {
    setReason(reasons[0]!.value);
    setNote('');
    onClose();
  };
  return (
    <DeedDialog
      opened={opened}
      onClose={close}
      title={title}
      confirm={confirm}
      run={() => run({ reason, note: note.trim() })}
    >
      <p style={{ marginTop: 0 }}>{text}</p>
      <Radio.Group label={t('reason')} size="md" value={reason} onChange={(value) => setReason(value as Reason)}>
        <Stack gap="xs" mt="xs">
          {reasons.map(({ value, label }, index) => (
            <Radio key={value} size="md" value={value} label={label} {...(index === 0 && { 'data-autofocus': true })} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        mt="md"
        label={t('note')}
        autosize
        minRows={1}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </DeedDialog>
  );
}
