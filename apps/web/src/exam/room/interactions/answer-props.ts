import type { Interaction, ResponseValue } from '@hz/kernel';

/** What every kind of answer area is given. */
export interface AnswerProps<Kind extends Interaction = Interaction> {
  interaction: Kind;
  value: ResponseValue | undefined;
  onChange: (value: ResponseValue) => void;
  /** Id of the element that names the item. */
  labelledBy: string;
}
