import { useState } from 'react';
import { isUnanswered, textIn, type ItemBody, type Language, type ResponseValue } from '@hz/kernel';
import { useLanguage } from '../../shared/language';
import { commonTexts, useTexts } from '../../shared/texts';
import { itemOf, type PendingSave } from '../core';
import classes from './bars.module.css';
import { plainText } from './item-text';
import { useRoom } from './room-context';
import { roomTexts } from './texts';

/** Answers in words, the newest of each item, each to be copied. */
export function AnswerCopies({ saves }: { saves: readonly PendingSave[] }) {
  const t = useTexts(roomTexts);
  const common = useTexts(commonTexts);
  const language = useLanguage();
  const paper = useRoom((state) => state.paper);
  const [copied, setCopied] = useState<string | null>(null);
  const newest = [...new Map(saves.map((save) => [save.itemRef, save])).values()];
  const labels = { unanswered: t('unanswered'), true: t('isTrue'), false: t('isFalse') };
  return (
    <ul className={classes.copies}>
      {newest.map(({ itemRef, value }) => {
        const { number, body } = itemOf(paper, itemRef);
        const text = answerInWords(body, value, language, labels);
        const copy = () =>
          navigator.clipboard?.writeText(text).then(
            () => setCopied(itemRef),
            // Without the permission the text can still be selected.
            () => undefined,
          );
        return (
          <li key={itemRef}>
            <strong>{t('number', { number })}</strong>
            <pre>{text}</pre>
            <button type="button" className={classes.action} onClick={() => void copy()}>
              {common(copied === itemRef ? 'copied' : 'copy')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

interface Labels {
  readonly unanswered: string;
  readonly true: string;
  readonly false: string;
}

function answerInWords({ interaction }: ItemBody, value: ResponseValue, language: Language, labels: Labels): string {
  if (isUnanswered(value) || value === null) return labels.unanswered;
  const names = (choices: readonly { id: string; text: { zh: string; en?: string | undefined } }[]) =>
    new Map(choices.map(({ id, text }) => [id, plainText(textIn(text, language))]));
  if (interaction.type === 'true-false') return value === 'true' ? labels.true : labels.false;
  if (interaction.type === 'match' && typeof value === 'object' && !Array.isArray(value)) {
    const [sources, targets] = [names(interaction.sources), names(interaction.targets)];
    return Object.entries(value)
      .map(([from, to]) => `${sources.get(from) ?? from} — ${targets.get(to) ?? to}`)
      .join('\n');
  }
  if (interaction.type === 'inline-choice' && typeof value === 'object' && !Array.isArray(value)) {
    const choices = names(interaction.gaps.flatMap((gap) => gap.choices));
    return Object.values(value)
      .map((id) => choices.get(id) ?? id)
      .join('\n');
  }
  const choices = 'choices' in interaction ? names(interaction.choices) : new Map<string, string>();
  const ids = Array.isArray(value) ? value : [String(value)];
  return ids.map((id) => choices.get(id) ?? id).join('\n');
}
