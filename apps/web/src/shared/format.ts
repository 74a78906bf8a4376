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
  const time = {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(options.seconds && { second: '2-digit' as const }),
    ...(options.zone && { timeZoneName: 'short' as const }),
  } as const;
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...(!options.day && time),
    ...(options.timeZone && { timeZone: options.timeZone }),
  });
  return format.format(at);
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
    duration: (ms: number) => formatDuration(ms, language),
    points: (value: string | number, places?: number) => formatPoints(value, language, places),
    percent: (value: string | number, places?: number) => formatPercent(value, language, places),
  };
}
