import type { Locale } from '#platform/i18n/locale.ts';
import { counted } from '#platform/i18n/plurals.ts';
import type { PluralForms } from '#platform/i18n/plurals.ts';
import { NBSP } from '#platform/i18n/spaces.ts';

/** «март 2024» for `2024-03`. */
export function formatMonth(locale: Locale, month: string): string {
  return `${monthName(locale, month)} ${month.slice(0, 4)}`;
}

/** «март» for `2024-03`, in the nominative. */
export function monthName(locale: Locale, month: string): string {
  return formatter(TAGS[locale], { ...UTC, month: 'long' }).format(midnight(`${month.slice(0, 7)}-15`));
}

/** «15.02.2023» or «15 Feb 2023» for `2023-02-15`. */
export function formatDay(locale: Locale, day: string): string {
  return locale === 'ru'
    ? formatter('ru', { ...UTC, day: '2-digit', month: '2-digit', year: 'numeric' }).format(midnight(day))
    : formatter('en-GB', { ...UTC, day: 'numeric', month: 'short', year: 'numeric' }).format(midnight(day));
}

/** «15 марта 2026» or «15 March 2026» for `2026-03-15`; the day holds to its month. */
export function formatLongDay(locale: Locale, day: string): string {
  return `${formatDayOfYear(locale, day)} ${day.slice(0, 4)}`;
}

/** «15 марта» or «15 March», where the year stands near. */
export function formatDayOfYear(locale: Locale, day: string): string {
  const format = formatter(TAGS[locale], { ...UTC, day: 'numeric', month: 'long' });
  return format.format(midnight(day)).replaceAll(' ', NBSP);
}

/** «понедельник, 12 октября 2026». */
export function formatWeekday(locale: Locale, day: string): string {
  const format = formatter(TAGS[locale], { ...UTC, weekday: 'long' });
  return `${format.format(midnight(day))}, ${formatLongDay(locale, day)}`;
}

/** «до 15 марта 2026», «by 15 March 2026». */
export function formatDeadline(locale: Locale, day: string): string {
  return `${BY[locale]}${NBSP}${formatLongDay(locale, day)}`;
}

/** «12 октября 2026, 09:40» of an instant in a time zone such as `Asia/Tomsk`. */
export function formatMoment(locale: Locale, instant: Date, timeZone: string): string {
  return `${formatLongDay(locale, dayOf(instant, timeZone))}, ${timeOf(instant, timeZone)}`;
}

/** The day (`2026-10-12`) that an instant falls on in a time zone. */
export function dayOf(instant: Date, timeZone: string): string {
  return formatter('sv', { timeZone, dateStyle: 'short' }).format(instant);
}

/** How far a day is from another: «сегодня», «завтра», «через 4 дня», «11 дней назад». Stands beside the date itself. */
export function formatDistance(locale: Locale, day: string, today: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / DAY);
  const words = DISTANCE[locale];
  if (days === 0) return words.today;
  if (days === 1) return words.tomorrow;
  if (days === -1) return words.yesterday;
  return days > 0 ? words.ahead(counted(locale, days, words.days)) : words.ago(counted(locale, -days, words.days));
}

function timeOf(instant: Date, timeZone: string): string {
  return formatter('ru', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Making a formatter takes far longer than using it, and a list has hundreds of dates: each is made once. */
function formatter(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = tag + JSON.stringify(options);
  const made = FORMATTERS.get(key) ?? new Intl.DateTimeFormat(tag, options);
  FORMATTERS.set(key, made);
  return made;
}

const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

type DistanceWords = {
  readonly today: string;
  readonly tomorrow: string;
  readonly yesterday: string;
  readonly days: PluralForms;
  readonly ahead: (days: string) => string;
  readonly ago: (days: string) => string;
};

const DISTANCE: Record<Locale, DistanceWords> = {
  ru: {
    today: 'сегодня',
    tomorrow: 'завтра',
    yesterday: 'вчера',
    days: { one: 'день', few: 'дня', other: 'дней' },
    ahead: (days) => `через${NBSP}${days}`,
    ago: (days) => `${days}${NBSP}назад`,
  },
  en: {
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
    days: { one: 'day', other: 'days' },
    ahead: (days) => `in${NBSP}${days}`,
    ago: (days) => `${days}${NBSP}ago`,
  },
};

const TAGS: Record<Locale, string> = { ru: 'ru', en: 'en-GB' };
const BY: Record<Locale, string> = { ru: 'до', en: 'by' };
const DAY = 86_400_000;
const UTC = { timeZone: 'UTC' } as const;
