/** GB 11643-1999: six digits of the region, eight of the birthday, three of the order, one check character (ISO 7064 MOD 11-2). */
const FORM = /^[1-9]\d{5}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/;
const CHECK_CHARACTERS = '10X98765432';
const FIRST_YEAR = 1900;

/** Whether `text` is a well-formed number of a Chinese resident identity card whose holder was born by the day `today` (`YYYY-MM-DD`). */
export function isResidentId(text: string, today: string): boolean {
  const match = FORM.exec(text);
  if (match === null) return false;
  const [, year, month, day] = match;
  const born = `${year}-${month}-${day}`;
  return Number(year) >= FIRST_YEAR && isDay(born) && born <= today && text[17] === checkCharacter(text);
}

/** The check character that belongs to the first 17 digits: weights 2^(17−i) mod 11. */
export function checkCharacter(digits: string): string {
  const sum = [...digits.slice(0, 17)].reduce(
    (total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11),
    0,
  );
  return CHECK_CHARACTERS[sum % 11]!;
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
