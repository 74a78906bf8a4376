import type { Choice, ItemBody } from '@hz/kernel';
import type { LocalizedText } from '@hz/kernel';
import type { ResponseRule } from '@hz/scoring/contract';
import { useLocalized } from '../../shared/localized';
import { InlineMarkdown, Markdown } from '../../shared/markdown';
import { useTexts } from '../../shared/texts';
import { Icon } from '../../shared/icons';
import classes from './items.module.css';
import { itemTexts } from './texts';

interface Props {
  body: ItemBody;
  /** With it the keys are marked; without it the item looks as to a candidate. */
  rule?: ResponseRule | undefined;
  optionRationales?: Readonly<Record<string, LocalizedText>> | undefined;
}

/** An item to read: stem and interaction, in its stored order. */
export function ItemBodyView({ body, rule, optionRationales }: Props) {
  const local = useLocalized();
  const t = useTexts(itemTexts);
  const { interaction } = body;
  const gaps = interaction.type === 'inline-choice' ? interaction.gaps : [];
  const gapText = (id: string) => {
    const key = rule?.type === 'inline-choice' ? rule.gaps[id] : undefined;
    const choice = gaps.find((gap) => gap.id === id)?.choices.find((option) => option.id === key);
    return <span className={classes.gap}>{choice ? local(choice.text) : t('gap', { id })}</span>;
  };
  return (
    <div className={classes.body}>
      <Markdown source={local(body.stem)} gap={gapText} />
      <InteractionView body={body} rule={rule} optionRationales={optionRationales} />
    </div>
  );
}

function InteractionView({ body: { interaction }, rule, optionRationales = {} }: Props) {
  const t = useTexts(itemTexts);
  const local = useLocalized();
  const keys = rule === undefined ? null : keysOf(rule);
  const options = (choices: readonly Choice[], label?: string) => (
    <Options choices={choices} keys={keys} rationales={optionRationales} label={label} />
  );
  switch (interaction.type) {
    case 'single-choice':
      return options(interaction.choices);
    case 'multiple-response':
      return (
        <>
          {interaction.maxChoices > 0 && (
            <p className="hz-soft">{t('maxChoices', { count: interaction.maxChoices })}</p>
          )}
          {options(interaction.choices)}
        </>
      );
    case 'true-false':
      return options([
        { id: 'true', text: { zh: '正确', en: 'True' } },
        { id: 'false', text: { zh: '错误', en: 'False' } },
      ]);
    case 'match':
      return <MatchView sources={interaction.sources} targets={interaction.targets} rule={rule} />;
    case 'order':
      return (
        <ol className={classes.order}>
          {inOrder(interaction.choices, rule).map(({ id, text }) => (
            <li key={id}>
              <InlineMarkdown source={local(text)} />
            </li>
          ))}
        </ol>
      );
    case 'inline-choice':
      return (
        <>
          {interaction.gaps.map(({ id, choices }) => (
            <Options
              key={id}
              choices={choices}
              keys={rule?.type === 'inline-choice' ? new Set([rule.gaps[id] ?? '']) : null}
              rationales={{}}
              label={t('gap', { id })}
            />
          ))}
        </>
      );
    case 'text-entry':
    case 'extended-text':
      return <p className="hz-soft">{t('maxLength', { count: interaction.maxLength })}</p>;
    case 'numeric-entry':
      return interaction.unit ? <p className="hz-soft">{t('unit', { unit: local(interaction.unit) })}</p> : null;
  }
}

interface OptionsProps {
  choices: readonly Choice[];
  keys: ReadonlySet<string> | null;
  rationales: Readonly<Record<string, LocalizedText>>;
  label?: string | undefined;
}

function Options({ choices, keys, rationales, label }: OptionsProps) {
  const t = useTexts(itemTexts);
  const local = useLocalized();
  return (
    <>
      {label && <p className={classes.optionsLabel}>{label}</p>}
      <ul className={classes.options}>
        {choices.map(({ id, text }, index) => {
          const isKey = keys?.has(id) === true;
          const why = keys === null ? undefined : rationales[id];
          return (
            <li key={id} data-key={isKey || undefined}>
              <span className={classes.letter} aria-hidden>
                {String.fromCharCode(65 + index)}
              </span>
              <div>
                <InlineMarkdown source={local(text)} />
                {isKey && (
                  <strong className={classes.keyMark}>
                    <Icon name="check" size={16} /> {t('key')}
                  </strong>
                )}
                {why && (
                  <div className={classes.why}>
                    <Markdown source={local(why)} />
                  </div>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function MatchView({
  sources,
  targets,
  rule,
}: {
  sources: readonly Choice[];
  targets: readonly Choice[];
  rule: ResponseRule | undefined;
}) {
  const t = useTexts(itemTexts);
  const local = useLocalized();
  const pairs = rule?.type === 'match' ? rule.pairs : null;
  const spare = pairs ? targets.filter(({ id }) => !Object.values(pairs).includes(id)) : targets;
  return (
    <>
      <ul className={classes.options}>
        {sources.map(({ id, text }) => {
          const target = pairs ? targets.find((candidate) => candidate.id === pairs[id]) : undefined;
          return (
            <li key={id} data-key={target ? true : undefined}>
              <div>
                <InlineMarkdown source={local(text)} />
                {target && (
                  <>
                    {' → '}
                    <InlineMarkdown source={local(target.text)} />
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {spare.length > 0 && (
        <>
          <p className={classes.optionsLabel}>{pairs ? t('distractors') : '→'}</p>
          <ul className={classes.options}>
            {spare.map(({ id, text }) => (
              <li key={id}>
                <InlineMarkdown source={local(text)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The keys that are options by themselves; other rules are shown in other ways. */
function keysOf(rule: ResponseRule): ReadonlySet<string> {
  if (rule.type === 'single-choice') return new Set([rule.key]);
  if (rule.type === 'multiple-response') return new Set(rule.keys);
  return new Set(rule.type === 'true-false' ? [String(rule.key)] : []);
}

/** With the key in its right order, otherwise as it is stored, which the player mixes. */
function inOrder(choices: readonly Choice[], rule: ResponseRule | undefined): readonly Choice[] {
  if (rule?.type !== 'order') return choices;
  return rule.sequence.flatMap((id) => choices.find((choice) => choice.id === id) ?? []);
}
