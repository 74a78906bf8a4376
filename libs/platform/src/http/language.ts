import type { Language } from '@hz/kernel';

/** The language that a request asks for (`Accept-Language`); Chinese unless English is preferred. */
export function languageOf(request: { headers: Record<string, string | string[] | undefined> }): Language {
  const header = String(request.headers['accept-language'] ?? '');
  const ranked = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag, q: quality === undefined ? 1 : Number(quality.trim().slice(2)) };
    })
    .sort((a, b) => b.q - a.q);
  return ranked.find(({ tag }) => tag.startsWith('zh') || tag.startsWith('en'))?.tag.startsWith('en') ? 'en' : 'zh';
}
