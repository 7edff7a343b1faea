import type { Locale } from '#platform/i18n/locale.ts';
import { NBSP } from '#platform/i18n/spaces.ts';

/** «1 240», «12,5»: at most `digits` after the point (none unless told), groups held together, a true minus. */
export function formatNumber(locale: Locale, value: number, digits = 0): string {
  return typeset(formatter(locale, 'decimal', digits).format(value));
}

/** «12,5 %» for a share of 0.125: one digit after the point unless told, none where it would be zero. */
export function formatPercent(locale: Locale, share: number, digits = 1): string {
  return typeset(
    new Intl.NumberFormat(TAGS[locale], { style: 'percent', maximumFractionDigits: digits }).format(share),
  );
}

/** «3 из 10»: a count with what it is counted out of. */
export function formatOutOf(locale: Locale, count: number, whole: number): string {
  return [formatNumber(locale, count), OUT_OF[locale], formatNumber(locale, whole)].join(NBSP);
}

/** «0,4 МБ», «312 кБ» for a number of bytes; kilobytes of 1000. */
export function formatBytes(locale: Locale, bytes: number): string {
  const units = BYTES[locale];
  if (bytes < 1000) return `${formatNumber(locale, bytes)}${NBSP}${units[0]}`;
  if (bytes < 100_000) return `${formatNumber(locale, bytes / 1000)}${NBSP}${units[1]}`;
  return `${formatNumber(locale, bytes / 1_000_000, bytes < 10_000_000 ? 1 : 0)}${NBSP}${units[2]}`;
}

/** Making a formatter takes far longer than using it, and a list has hundreds of numbers: each is made once. */
function formatter(locale: Locale, style: 'decimal' | 'percent', digits: number): Intl.NumberFormat {
  const key = `${locale} ${style} ${digits}`;
  const made = FORMATTERS.get(key) ?? new Intl.NumberFormat(TAGS[locale], { style, maximumFractionDigits: digits });
  FORMATTERS.set(key, made);
  return made;
}

const FORMATTERS = new Map<string, Intl.NumberFormat>();
/** British English: days stand before months, as in Russian. */
const TAGS: Record<Locale, string> = { ru: 'ru', en: 'en-GB' };
const OUT_OF: Record<Locale, string> = { ru: 'из', en: 'of' };
const BYTES: Record<Locale, readonly [string, string, string]> = { ru: ['Б', 'кБ', 'МБ'], en: ['B', 'kB', 'MB'] };

/** Versions of Intl differ in the kind of space between groups; pages must not. */
function typeset(formatted: string): string {
  return formatted.replaceAll(/[ \u202F]/gu, NBSP).replaceAll('-', '−');
}
