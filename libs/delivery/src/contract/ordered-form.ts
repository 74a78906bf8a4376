import { shuffled, type Interaction } from '@hz/kernel';
import type { CandidateForm } from '@hz/assembly/contract';

export interface ShuffleRules {
  readonly shuffleItems: boolean;
  readonly shuffleChoices: boolean;
}

/** The form in the order that the attempt's seed gives: the same on server and browser. Sections keep their places. */
export function orderedForm(
  form: CandidateForm,
  seed: string,
  { shuffleItems, shuffleChoices }: ShuffleRules,
): CandidateForm {
  return {
    ...form,
    sections: form.sections.map((section) => {
      const items = shuffleItems ? shuffled(section.items, `${seed}/${section.id}`) : section.items;
      return {
        ...section,
        items: items.map((item) => ({
          ...item,
          body: {
            ...item.body,
            interaction: orderedInteraction(item.body.interaction, `${seed}/${item.ref}`, shuffleChoices),
          },
        })),
      };
    }),
  };
}

/** What is to be put in order is always mixed, since its stored order may be the key's; other options only where the item allows it. */
function orderedInteraction(interaction: Interaction, seed: string, shuffleChoices: boolean): Interaction {
  if (interaction.type === 'order') return { ...interaction, choices: shuffled(interaction.choices, seed) };
  if (!shuffleChoices || !('shuffle' in interaction) || !interaction.shuffle) return interaction;
  return interaction.type === 'match'
    ? { ...interaction, targets: shuffled(interaction.targets, seed) }
    : { ...interaction, choices: shuffled(interaction.choices, seed) };
}
