import type { Language } from '@hz/kernel';
import { useLanguage } from './language';
import { commonTexts, translate } from './texts';

interface InstantOptions {
  /** Leave out the time of day. */
  day?: boolean;
  seconds?: boolean;
  /** Name the time zone. */
  zone?: boolean;
  timeZone?: string;
}

/** 2026年11月24日 14:00 / 24 Nov 2026, 14:00, in the reader's time zone. */
export function formatInstant(at: number, language: Language, options: InstantOptions = {}): string {
  const zone = options.timeZone ? { timeZone: options.timeZone } : {};
  const date = new Intl.DateTimeFormat(localeOf(language), {
    year: 'numeric',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...zone,
  }).format(at);
  if (options.day) return date;
  const time = new Intl.DateTimeFormat(localeOf(language), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(options.seconds && { second: '2-digit' as const }),
    ...zone,
  }).format(at);
  const named = options.zone ? ` (${zoneName(at, language, options.timeZone)})` : '';
  return `${date}${language === 'zh' ? ' ' : ', '}${time}${named}`;
}

const localeOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en-GB');

function zoneName(at: number, language: Language, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat(localeOf(language), {
    timeZoneName: 'short',
    ...(timeZone && { timeZone }),
  }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** From one moment to another; the date stands once when both lie on the same day. */
export function formatSpan(from: number, to: number, language: Language): string {
  const [begin, end] = [formatInstant(from, language), formatInstant(to, language)];
  const sameDay = formatInstant(from, language, { day: true }) === formatInstant(to, language, { day: true });
  const zone = ` (${zoneName(to, language)})`;
  return sameDay ? `${begin}–${end.slice(-5)}${zone}` : `${begin} – ${end}${zone}`;
}

/** A span in its two largest units: 2 天 3 小时, 1 h 20 min, 45 s. */
export function formatDuration(ms: number, language: Language): string {
  const t = translate(commonTexts, language);
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [
    { key: 'day', count: Math.floor(seconds / 86_400) },
    { key: 'hour', count: Math.floor(seconds / 3600) % 24 },
    { key: 'minute', count: Math.floor(seconds / 60) % 60 },
    { key: 'second', count: seconds % 60 },
  ] as const;
  const first = parts.findIndex(({ count }) => count > 0);
  if (first === -1) return t('second', { count: 0 });
  return parts
    .slice(first, first + 2)
    .filter(({ count }) => count > 0)
    .map(({ key, count }) => t(key, { count }))
    .join(' ');
}

/** Exact decimal points as people read them: at most `places` decimals, no trailing zeros. */
export function formatPoints(points: string | number, language: Language, places = 2): string {
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: places }).format(
    Number(points),
  );
}

export function formatPercent(percent: string | number, language: Language, places = 1): string {
  return `${formatPoints(percent, language, places)}%`;
}

/** The formatters in the reader's language. */
export function useFormat() {
  const language = useLanguage();
  return {
    language,
    instant: (at: number, options?: InstantOptions) => formatInstant(at, language, options),
    span: (from: number, to: number) => formatSpan(from, to, language),
    duration: (ms: number) => formatDuration(ms, language),
    points: (value: string | number, places?: number) => formatPoints(value, language, places),
    percent: (value: string | number, places?: number) => formatPercent(value, language, places),
  };
}
