import type { Locale } from '#platform/i18n/locale.ts';

/** «март 2024» for `2024-03`. */
export function formatMonth(locale: Locale, month: string): string {
  return `${monthName(locale, month)} ${month.slice(0, 4)}`;
}

/** «март» for `2024-03`, in the nominative. */
export function monthName(locale: Locale, month: string): string {
  return new Intl.DateTimeFormat(locale, { ...UTC, month: 'long' }).format(
    new Date(`${month.slice(0, 7)}-15T00:00:00Z`),
  );
}

/** «15.02.2023» or «15 Feb 2023» for `2023-02-15`. */
export function formatDay(locale: Locale, day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return locale === 'ru'
    ? new Intl.DateTimeFormat('ru', { ...UTC, day: '2-digit', month: '2-digit', year: 'numeric' }).format(date)
    : new Intl.DateTimeFormat('en-GB', { ...UTC, day: 'numeric', month: 'short', year: 'numeric' }).format(date);
}

const UTC = { timeZone: 'UTC' } as const;
