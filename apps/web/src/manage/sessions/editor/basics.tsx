import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../../shared/format';
import { useLevelName } from '../../../shared/levels';
import { useLocalized } from '../../../shared/localized';
import { useTexts } from '../../../shared/texts';
import { publishedFormsQuery, schemesQuery } from '../api';
import classes from '../sessions.module.css';
import { fieldId, type GroupProps } from './group';
import { editorTexts } from './texts';

export function BasicsGroup({ values, problems, set }: GroupProps) {
  const t = useTexts(editorTexts);
  const local = useLocalized();
  const levelName = useLevelName();
  const { data: schemes = [] } = useQuery(schemesQuery);
  const text = (name: 'titleZh' | 'titleEn') => ({
    id: fieldId(name),
    label: t(name),
    value: values[name],
    error: problems[name],
    maxLength: 200,
    onChange: (event: { currentTarget: HTMLInputElement }) => set(name, event.currentTarget.value),
  });
  return (
    <fieldset className={classes.group}>
      <legend>{t('groupBasics')}</legend>
      <div className={classes.fields}>
        <TextInput {...text('titleZh')} lang="zh-CN" required />
        <TextInput {...text('titleEn')} lang="en" />
      </div>
      <div className={classes.fields}>
        <Select
          id={fieldId('schemeVersionId')}
          label={t('scheme')}
          placeholder={t('schemePlaceholder')}
          required
          searchable
          allowDeselect={false}
          data={schemes.map(({ versionId, body, level }) => ({
            value: versionId,
            label: `${local(body.title)} · ${levelName(level)}`,
          }))}
          value={values.schemeVersionId === '' ? null : values.schemeVersionId}
          error={problems['schemeVersionId']}
          onChange={(chosen) => {
            set('schemeVersionId', chosen ?? '');
            set('formIds', []);
          }}
        />
        <NumberInput
          id={fieldId('capacity')}
          label={t('capacity')}
          required
          min={1}
          max={100_000}
          allowDecimal={false}
          value={values.capacity}
          error={problems['capacity']}
          onChange={(value) => set('capacity', value === '' ? '' : Number(value))}
        />
      </div>
      <FormsField values={values} problems={problems} set={set} />
    </fieldset>
  );
}

function FormsField({ values, problems, set }: GroupProps) {
  const t = useTexts(editorTexts);
  const format = useFormat();
  const { data: forms } = useQuery(publishedFormsQuery(values.schemeVersionId));
  const placeholder =
    values.schemeVersionId === '' ? t('formsFirstScheme') : forms?.length === 0 ? t('formsNone') : undefined;
  return (
    <MultiSelect
      id={fieldId('formIds')}
      label={t('forms')}
      description={t('formsHint')}
      size="md"
      maxValues={10}
      disabled={values.schemeVersionId === ''}
      {...(values.formIds.length === 0 && placeholder !== undefined && { placeholder })}
      data={(forms ?? []).map(({ id, code, items, points }) => ({
        value: id,
        label: t('formLabel', { code, items, points: format.points(points) }),
      }))}
      value={values.formIds}
      error={problems['formIds']}
      onChange={(chosen) => set('formIds', chosen)}
    />
  );
}

const TIMES = ['registrationOpensAt', 'registrationClosesAt', 'opensAt', 'closesAt'] as const;

export function TimesGroup({ values, problems, set }: GroupProps) {
  const t = useTexts(editorTexts);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <fieldset className={classes.group}>
      <legend>{t('groupTimes')}</legend>
      <p className="hz-soft" style={{ margin: 0 }}>
        {t('zone', { zone })}
      </p>
      <div className={classes.fields}>
        {TIMES.map((name) => (
          <TextInput
            key={name}
            id={fieldId(name)}
            type="datetime-local"
            label={t(name)}
            required
            value={values[name]}
            error={problems[name]}
            onChange={(event) => set(name, event.currentTarget.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
