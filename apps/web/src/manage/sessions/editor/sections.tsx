import { Checkbox, NumberInput, Radio, Group } from '@mantine/core';
import type { LocalizedText } from '@hz/kernel';
import { useQueries } from '@tanstack/react-query';
import { useLocalized } from '../../../shared/localized';
import { useTexts } from '../../../shared/texts';
import { formQuery } from '../api';
import classes from '../sessions.module.css';
import { freeSection, type SectionValues } from './draft';
import { fieldId, type GroupProps } from './group';
import { editorTexts } from './texts';

/** The rules of each section of the chosen forms. */
export function SectionsGroup({ values, problems, set }: GroupProps) {
  const t = useTexts(editorTexts);
  const forms = useQueries({ queries: values.formIds.map(formQuery) });
  const titles = new Map<string, LocalizedText>();
  for (const { data } of forms) for (const { id, title } of data?.sections ?? []) titles.set(id, title);
  const known = [...titles.keys()].map((id) => values.sections.find((rule) => rule.id === id) ?? freeSection(id));
  const unknown = values.sections.filter(({ id }) => !titles.has(id));
  const change = (changed: SectionValues) =>
    set('sections', [...values.sections.filter(({ id }) => id !== changed.id), changed]);
  return (
    <fieldset className={classes.group}>
      <legend>{t('groupSections')}</legend>
      <p className="hz-soft" style={{ margin: 0 }}>
        {t(titles.size === 0 ? 'sectionsNeedForm' : 'sectionsHint')}
      </p>
      {[...known, ...(values.formIds.length > 0 && titles.size > 0 ? unknown : [])].map((section) => (
        <SectionFields
          key={section.id}
          section={section}
          title={titles.get(section.id) ?? null}
          problems={problems}
          onChange={change}
        />
      ))}
    </fieldset>
  );
}

interface FieldsProps {
  section: SectionValues;
  title: LocalizedText | null;
  problems: GroupProps['problems'];
  onChange: (section: SectionValues) => void;
}

function SectionFields({ section, title, problems, onChange }: FieldsProps) {
  const t = useTexts(editorTexts);
  const local = useLocalized();
  const { id } = section;
  const name = `${id} · ${title ? local(title) : t('sectionUnknown')}`;
  const number = (field: 'minutes' | 'minMinutes') => (
    <NumberInput
      id={fieldId(`section-${id}-${field}`)}
      label={t(field)}
      min={1}
      max={1_440}
      allowDecimal={false}
      clampBehavior="none"
      value={section[field]}
      error={problems[`section-${id}-${field}`]}
      onChange={(value) => onChange({ ...section, [field]: value === '' ? '' : Number(value) })}
    />
  );
  return (
    <div className={classes.sectionRule} role="group" aria-label={name}>
      <h3>{name}</h3>
      <div className={classes.fields}>
        <Radio.Group
          label={t('navigation')}
          description={t('oneWayHint')}
          size="md"
          value={section.navigation}
          onChange={(value) => onChange({ ...section, navigation: value as SectionValues['navigation'] })}
        >
          <Group mt="xs">
            <Radio size="md" value="free" label={t('free')} />
            <Radio size="md" value="one-way" label={t('oneWay')} />
          </Group>
        </Radio.Group>
        <Radio.Group
          label={t('time')}
          size="md"
          value={section.time}
          onChange={(value) => onChange({ ...section, time: value as SectionValues['time'] })}
        >
          <Group mt="xs">
            <Radio size="md" value="shared" label={t('shared')} />
            <Radio size="md" value="own" label={t('own')} />
          </Group>
        </Radio.Group>
        {section.time === 'own' && number('minutes')}
        {number('minMinutes')}
      </div>
      {section.time === 'own' && (
        <Checkbox
          label={t('carryOver')}
          checked={section.carryOver}
          onChange={(event) => onChange({ ...section, carryOver: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}
