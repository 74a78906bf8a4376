import { PaperReader } from '../../tools/paper-reader.ts';

/** Fetches the sealed paper of an attempt, in the waiting room. This file alone knows how a paper comes to a candidate. */
export async function fetchPaper(line, { paper }) {
  const { bytes } = await line.ask('paper', 'GET', paper.url);
  return PaperReader.of(paper, bytes);
}

/** The items, `[{ ref, interaction }]`, by the keys that came with the start. */
export function itemsOf(reader, attemptId, { paperKeys }) {
  return reader.items(attemptId, paperKeys);
}
