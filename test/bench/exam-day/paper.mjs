/** The items of a started attempt, `[{ ref, interaction }]`: the one place that knows how a paper comes to a candidate. */
export async function itemsOf(line, attemptId) {
  const { text } = await line.ask('paper', 'GET', `/api/v1/attempts/${attemptId}/form`);
  const { form } = JSON.parse(text);
  return form.sections.flatMap(({ items }) => items.map(({ ref, body }) => ({ ref, interaction: body.interaction })));
}
