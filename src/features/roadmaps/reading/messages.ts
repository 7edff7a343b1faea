import type { View } from '#features/roadmaps/reading/reading-address.ts';
import type { Locale } from '#platform/i18n/locale.ts';

export type ReadingWords = {
  readonly view: string;
  readonly table: string;
  readonly views: Readonly<Record<View, string>>;
  readonly filters: string;
  readonly search: string;
  readonly executor: string;
  readonly anyExecutor: string;
  readonly section: string;
  readonly anySection: string;
  readonly legend: string;
  readonly noDates: string;
  readonly noExecutor: string;
  readonly dates: string;
  readonly parts: string;
  readonly nothingTitle: string;
  readonly nothingText: string;
  readonly showAll: string;
  readonly quoted: (words: string) => string;
};

/** Words of a road map that is read. */
export function readingWords(locale: Locale): ReadingWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, ReadingWords> = {
  ru: {
    view: 'Вид дорожной карты',
    table: 'Таблица',
    views: { timeline: 'Лента', executors: 'По исполнителям', months: 'По месяцам' },
    filters: 'Отбор мероприятий',
    search: 'Слова',
    executor: 'Исполнитель',
    anyExecutor: 'Любой',
    section: 'Раздел',
    anySection: 'Любой',
    legend: 'Полоса – время мероприятия, точка – контрольный срок, вертикаль – сегодня.',
    noDates: 'Без дат',
    noExecutor: 'Исполнитель не назван',
    dates: 'Сроки',
    parts: 'Месяцы ленты',
    nothingTitle: 'Мероприятий не нашлось',
    nothingText: 'В этой редакции нет мероприятий с такими условиями отбора.',
    showAll: 'Показать все',
    quoted: (words) => `«${words}»`,
  },
  en: {
    view: 'View of the road map',
    table: 'Table',
    views: { timeline: 'Timeline', executors: 'By executor', months: 'By month' },
    filters: 'Filter of measures',
    search: 'Words',
    executor: 'Executor',
    anyExecutor: 'Any',
    section: 'Section',
    anySection: 'Any',
    legend: 'Bar: the time of the measure; dot: a date to report by; vertical line: today.',
    noDates: 'Without dates',
    noExecutor: 'No executor is named',
    dates: 'Dates',
    parts: 'Months of the timeline',
    nothingTitle: 'No measures found',
    nothingText: 'This version has no measures that fit the filters.',
    showAll: 'Show all',
    quoted: (words) => `“${words}”`,
  },
};
