import { useId, useState, type ReactNode } from 'react';
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ProblemAlert } from '../feedback';
import { commonTexts, useTexts } from '../texts';
import { staffTexts } from './texts';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What exactly will happen, and to whom. */
  children: ReactNode;
  confirm: string;
  danger?: boolean;
  /** Whether the deed needs a reason, which then is passed on, and of how many characters at least. */
  reason?: boolean;
  minReason?: number;
  disabled?: boolean;
  run: (reason: string) => Promise<unknown>;
  /** More about a refusal than its title. */
  refusal?: (error: unknown) => ReactNode;
}

/** Says what a deed will do, asks for its reason where one is wanted, does it, and shows what came of it. */
export function DeedDialog(props: Props) {
  const { opened, onClose, title } = props;
  const common = useTexts(commonTexts);
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': common('close') }}>
      {opened && <Deed {...props} />}
    </Modal>
  );
}

function Deed({ onClose, children, confirm, danger, reason, minReason = 1, disabled = false, run, refusal }: Props) {
  const t = useTexts(staffTexts);
  const common = useTexts(commonTexts);
  const field = useId();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const deed = useMutation({ mutationFn: run, onSuccess: onClose });
  const submit = () => {
    const needed = reason === true && text.trim().length < minReason;
    setMissing(needed);
    if (needed) document.getElementById(field)?.focus();
    else deed.mutate(text.trim());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      noValidate
    >
      <Stack gap="md">
        <div>{children}</div>
        {reason && (
          <Textarea
            id={field}
            label={t('reason')}
            description={t('reasonHint')}
            required
            autosize
            minRows={2}
            maxLength={500}
            value={text}
            error={missing && t('reasonNeeded')}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <ProblemAlert error={deed.error}>{deed.error && refusal?.(deed.error)}</ProblemAlert>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={deed.isPending} disabled={disabled} {...(danger && { color: 'red' })}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
