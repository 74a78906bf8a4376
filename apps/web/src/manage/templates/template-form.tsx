import { Button, ColorInput, TextInput } from '@mantine/core';
import type { TemplateBody } from '@hz/certification/contract';
import { useTexts } from '../../shared/texts';
import { Section } from '../../shared/ui';
import { PictureField } from './picture-field';
import classes from './templates.module.css';
import { templateTexts } from './texts';

interface FormProps {
  readonly body: TemplateBody;
  readonly onChange: (body: TemplateBody) => void;
}

const WORDING = ['heading', 'opening', 'statement', 'note'] as const;
const COLOURS = ['ink', 'accent', 'ornament', 'paper', 'seal'] as const;
const MOST_SIGNATURES = 2;

export function TemplateForm({ body, onChange }: FormProps) {
  return (
    <>
      <Wording body={body} onChange={onChange} />
      <Colours body={body} onChange={onChange} />
      <Seal body={body} onChange={onChange} />
      <Signatures body={body} onChange={onChange} />
    </>
  );
}

interface BilingualProps {
  readonly label: string;
  readonly value: { zh: string; en: string };
  readonly onChange: (value: { zh: string; en: string }) => void;
}

function Bilingual({ label, value, onChange }: BilingualProps) {
  const t = useTexts(templateTexts);
  return (
    <div className={classes.pair}>
      <TextInput
        label={t('inChinese', { field: label })}
        value={value.zh}
        maxLength={120}
        lang="zh-CN"
        onChange={(event) => onChange({ ...value, zh: event.currentTarget.value })}
      />
      <TextInput
        label={t('inEnglish', { field: label })}
        value={value.en}
        maxLength={120}
        lang="en"
        onChange={(event) => onChange({ ...value, en: event.currentTarget.value })}
      />
    </div>
  );
}

function Wording({ body, onChange }: FormProps) {
  const t = useTexts(templateTexts);
  return (
    <Section title={t('wording')}>
      {WORDING.map((field) => (
        <Bilingual
          key={field}
          label={t(field)}
          value={body[field]}
          onChange={(value) => onChange({ ...body, [field]: value })}
        />
      ))}
    </Section>
  );
}

function Colours({ body, onChange }: FormProps) {
  const t = useTexts(templateTexts);
  return (
    <Section title={t('colours')}>
      <div className={classes.colours}>
        {COLOURS.map((field) => (
          <ColorInput
            key={field}
            label={t(field === 'seal' ? 'sealColour' : field)}
            format="hex"
            fixOnBlur
            value={body.colours[field]}
            onChange={(colour) => {
              if (/^#[0-9a-f]{6}$/i.test(colour)) {
                onChange({ ...body, colours: { ...body.colours, [field]: colour.toLowerCase() } });
              }
            }}
          />
        ))}
      </div>
    </Section>
  );
}

function Seal({ body, onChange }: FormProps) {
  const t = useTexts(templateTexts);
  return (
    <Section title={t('seal')}>
      <TextInput
        label={t('sealText')}
        value={body.sealText}
        maxLength={18}
        required
        onChange={(event) => onChange({ ...body, sealText: event.currentTarget.value })}
      />
      <PictureField label={t('sealPicture')} value={body.seal} onChange={(seal) => onChange({ ...body, seal })} />
    </Section>
  );
}

function Signatures({ body, onChange }: FormProps) {
  const t = useTexts(templateTexts);
  const { signatures } = body;
  const change = (no: number, changes: Partial<TemplateBody['signatures'][number]>) =>
    onChange({ ...body, signatures: signatures.map((one, at) => (at === no ? { ...one, ...changes } : one)) });
  const add = () =>
    onChange({ ...body, signatures: [...signatures, { name: '', role: { zh: '', en: '' }, picture: null }] });
  return (
    <Section title={t('signatures')}>
      {signatures.map((signature, no) => (
        <fieldset key={no} className={classes.signature}>
          <legend>{t('signature', { no: no + 1 })}</legend>
          <TextInput
            label={t('name')}
            value={signature.name}
            maxLength={120}
            onChange={(event) => change(no, { name: event.currentTarget.value })}
          />
          <Bilingual label={t('role')} value={signature.role} onChange={(role) => change(no, { role })} />
          <PictureField
            label={t('signaturePicture')}
            value={signature.picture}
            onChange={(picture) => change(no, { picture })}
          />
          <Button
            variant="subtle"
            onClick={() => onChange({ ...body, signatures: signatures.filter((_, at) => at !== no) })}
          >
            {t('remove')}
          </Button>
        </fieldset>
      ))}
      {signatures.length < MOST_SIGNATURES && (
        <Button variant="default" onClick={add}>
          {t('addSignature')}
        </Button>
      )}
    </Section>
  );
}
