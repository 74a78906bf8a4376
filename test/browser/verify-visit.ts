import { Visitor } from './visitor';

/** What the page says of a certificate: the verdict by which it is coloured, and every word of it. */
export interface Shown {
  readonly verdict: string;
  readonly words: string;
}

export interface HandedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const aFile = (name: string, mimeType: string, content: string | Uint8Array): HandedFile => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});
export const aJson = (name: string, text: string): HandedFile => aFile(`${name}.json`, 'application/json', text);

/** Types number and name, as they are printed on paper. */
export async function askByName(visitor: Visitor, number: string, name: string): Promise<Shown> {
  const { page } = visitor;
  await page.goto('/verify');
  await page.locator('#verify-number').fill(number);
  await page.locator('#verify-name').fill(name);
  await page.locator('#verify-name').press('Enter');
  return shown(visitor);
}

/** Chooses a file on the page of verification, which is opened for it unless it stands open. */
export async function handFile(visitor: Visitor, file: HandedFile, { onOpenPage = false } = {}): Promise<Shown> {
  if (!onOpenPage) await visitor.page.goto('/verify');
  await visitor.page.locator('input[type="file"]').setInputFiles(file);
  return shown(visitor);
}

/** Drops a file on the page, as a hand with a mouse does. */
export async function dropFile(visitor: Visitor, { name, mimeType, buffer }: HandedFile): Promise<Shown> {
  const { page } = visitor;
  await page.goto('/verify');
  const carried = await page.evaluateHandle(
    ([title, type, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], title, { type }));
      return transfer;
    },
    [name, mimeType, buffer.toString('base64')] as const,
  );
  const place = page.locator('section:has(input[type="file"])');
  for (const type of ['dragover', 'drop']) await place.dispatchEvent(type, { dataTransfer: carried });
  return shown(visitor);
}

/** The answer that stands first on the page. */
export async function shown({ page }: Visitor): Promise<Shown> {
  const answer = page.locator('article[data-verdict]').first();
  await answer.waitFor();
  return { verdict: (await answer.getAttribute('data-verdict'))!, words: await answer.innerText() };
}
