import { Checkbox, NumberInput, Radio, Stack } from '@mantine/core';
import type { WindowPolicy } from '@hz/registration/contract';
import { useTexts } from '../../../shared/texts';
import classes from '../sessions.module.css';
import { fieldId, type GroupProps } from './group';
import { editorTexts } from './texts';

const NUMBERS = [
  { name: 'durationMinutes', min: 1, max: 1_440, hint: null },
  { name: 'lateEntryMinutes', min: 0, max: 1_440, hint: 'lateEntryHint' },
  { name: 'earliestHandInMinutes', min: 0, max: 1_440, hint: 'earliestHandInHint' },
  { name: 'graceSeconds', min: 0, max: 3_600, hint: 'graceHint' },
  { name: 'outageLimitMinutes', min: 1, max: 240, hint: 'outageLimitHint' },
] as const;

export function RulesGroup({ values, problems, set }: GroupProps) {
  const t = useTexts(editorTexts);
  return (
    <fieldset className={classes.group}>
      <legend>{t('groupRules')}</legend>
      <div className={classes.fields}>
        {NUMBERS.map(({ name, min, max, hint }) => (
          <NumberInput
            key={name}
            id={fieldId(name)}
            label={t(name)}
            {...(hint && { description: t(hint) })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required={name !== 'lateEntryMinutes'}
            min={min}
            max={max}
            allowDecimal={false}
            clampBehavior="none"
            value={values[name]}
            error={problems[name]}
            onChange={(value) => set(name, value === '' ? '' : Number(value))}
          />
        ))}
      </div>
      <Radio.Group
        label={t('windowPolicy')}
        size="md"
        value={values.windowPolicy}
        onChange={(value) => set('windowPolicy', value as WindowPolicy)}
      >
        <Stack gap="xs" mt="xs">
          <Radio size="md" value="hand-in-by-close" label={t('policyHandIn')} />
          <Radio size="md" value="start-by-close" label={t('policyStart')} />
        </Stack>
      </Radio.Group>
      <Stack gap="xs">
        <Checkbox
          label={t('shuffleItems')}
          checked={values.shuffleItems}
          onChange={(event) => set('shuffleItems', event.currentTarget.checked)}
        />
        <Checkbox
          label={t('shuffleChoices')}
          checked={values.shuffleChoices}
          onChange={(event) => set('shuffleChoices', event.currentTarget.checked)}
        />
      </Stack>
    </fieldset>
  );
}
