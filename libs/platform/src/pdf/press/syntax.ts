/** A number as PDF writes it: no exponent, at most three digits after the point. */
export function num(value: number): string {
  const rounded = Math.round(value * 1_000) / 1_000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

export const nums = (...values: readonly number[]): string => values.map(num).join(' ');

/** A text string: UTF-16 with its mark, in hexadecimal digits, so that nothing needs escaping. */
export function textString(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex')}>`;
}

/** A name; everything but letters, digits, dot, plus and hyphen is written as its code. */
export function name(text: string): string {
  const codes = [...Buffer.from(text, 'utf8')].map((byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9.+-]/.test(character) ? character : `#${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return `/${codes.join('')}`;
}

/** A moment as PDF writes it, in UTC. */
export function date(at: number): string {
  const digits = new Date(at).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
  return `(D:${digits}Z)`;
}

/** `#rrggbb` as three numbers from 0 to 1. */
export function rgb(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  return nums(red, green, blue);
}
