/** A well-formed response to an interaction; `n` varies it. */
export function someResponse(interaction, n) {
  const pick = (list, at = n) => list[at % list.length].id;
  switch (interaction.type) {
    case 'single-choice':
      return pick(interaction.choices);
    case 'multiple-response':
      return [pick(interaction.choices)];
    case 'true-false':
      return n % 2 === 0 ? 'true' : 'false';
    case 'numeric-entry':
      return String(n);
    case 'match':
      return Object.fromEntries(interaction.sources.map(({ id }, at) => [id, pick(interaction.targets, at + n)]));
    case 'order':
      return interaction.choices.map(({ id }) => id);
    case 'inline-choice':
      return Object.fromEntries(interaction.gaps.map(({ id, choices }) => [id, pick(choices)]));
    default:
      return `答案 ${n}`;
  }
}
