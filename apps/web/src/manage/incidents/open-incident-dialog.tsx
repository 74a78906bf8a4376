import { useState } from 'react';
import { Radio, Stack, TextInput } from '@mantine/core';
import { INCIDENT_BASES, INCIDENT_KINDS, type IncidentBasis, type IncidentKind } from '@hz/delivery/contract';
import type { SessionView } from '@hz/registration/contract';
import { api } from '../../shared/api/client';
import { useNow } from '../../shared/now';
import { DeedDialog } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { fromLocalText, toLocalText } from '../sessions/editor/draft';
import { useDecision } from './decision-dialogs';
import classes from './incidents.module.css';
import { seatsIn } from './seats';
import { incidentTexts } from './texts';
import { useIncidentWords } from './words';

const USUAL_MS = 600_000;

/** A person tells of something that no machine has seen. */
export function OpenIncidentDialog({ session, onClose }: { session: SessionView; onClose: () => void }) {
  const t = useTexts(incidentTexts);
  const words = useIncidentWords();
  const decide = useDecision();
  const now = useNow();
  const [kind, setKind] = useState<IncidentKind>('room');
  const [basis, setBasis] = useState<IncidentBasis>('whole');
  const [began, setBegan] = useState(() => toLocalText(Date.now() - USUAL_MS));
  const [ended, setEnded] = useState(() => toLocalText(Date.now()));
  const [seatText, setSeatText] = useState('');
  const [beganAt, endedAt] = [fromLocalText(began), fromLocalText(ended)];
  const seats = seatsIn(seatText);
  const areTimesRight = endedAt > beganAt && endedAt <= now;
  const open = async (note: string) => {
    if (seats === undefined) return;
    const body = { kind, basis, beganAt, endedAt, seats, note };
    await decide(() => api.POST('/api/v1/sessions/{id}/incidents', { params: { path: { id: session.id } }, body }));
  };
  return (
    <DeedDialog
      opened
      onClose={onClose}
      title={t('openTitle')}
      confirm={t('openByHand')}
      reason
      disabled={!areTimesRight || seats === undefined}
      run={open}
    >
      <p style={{ marginTop: 0 }}>{t('openText')}</p>
      <Choice label={t('kind')} values={INCIDENT_KINDS} value={kind} onChange={setKind} text={words.kind} />
      <div className={classes.fields}>
        <TextInput
          type="datetime-local"
          label={t('beganAt')}
          required
          value={began}
          onChange={(event) => setBegan(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={t('endedAt')}
          required
          value={ended}
          error={!areTimesRight && t('timesWrong')}
          onChange={(event) => setEnded(event.currentTarget.value)}
        />
        <TextInput
          label={t('seats')}
          description={t('seatsHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={seatText}
          error={seats === undefined && t('seatsWrong')}
          onChange={(event) => setSeatText(event.currentTarget.value)}
        />
      </div>
      <Choice
        label={t('basis')}
        values={INCIDENT_BASES}
        value={basis}
        onChange={setBasis}
        text={(value) => t(value === 'whole' ? 'basisWhole' : 'basisGap')}
      />
    </DeedDialog>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  values: readonly Value[];
  value: Value;
  onChange: (value: Value) => void;
  text: (value: Value) => string;
}

function Choice<Value extends string>({ label, values, value, onChange, text }: ChoiceProps<Value>) {
  return (
    <Radio.Group label={label} mt="md" value={value} onChange={(chosen) => onChange(chosen as Value)}>
      <Stack gap="xs" mt="xs">
        {values.map((each) => (
          <Radio key={each} size="md" value={each} label={text(each)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
