import { ChoiceList } from './choice-list';
import { ExtendedText, NumericEntry, TextEntry } from './entries';
import { MatchList } from './match-list';
import { OrderList } from './order-list';
import type { AnswerProps } from './answer-props';

/** Where an item is answered. Each kind works by keyboard and screen reader alone (P12). Inline choice stands in the stem itself. */
export function AnswerArea({ interaction, ...rest }: AnswerProps) {
  switch (interaction.type) {
    case 'single-choice':
    case 'multiple-response':
    case 'true-false':
      return <ChoiceList interaction={interaction} {...rest} />;
    case 'text-entry':
      return <TextEntry interaction={interaction} {...rest} />;
    case 'numeric-entry':
      return <NumericEntry interaction={interaction} {...rest} />;
    case 'extended-text':
      return <ExtendedText interaction={interaction} {...rest} />;
    case 'match':
      return <MatchList interaction={interaction} {...rest} />;
    case 'order':
      return <OrderList interaction={interaction} {...rest} />;
    case 'inline-choice':
      return null;
  }
}
