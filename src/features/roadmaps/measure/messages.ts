import type { RowState } from '#domain/roadmaps/states.ts';
import type { Locale } from '#platform/i18n/locale.ts';

export type MeasureWords = {
  readonly numbered: (number: string) => string;
  readonly unnumbered: string;
  readonly asPrinted: string;
  readonly understood: string;
  readonly dates: string;
  readonly days: string;
  readonly reportBy: string;
  readonly notes: string;
  readonly noResult: string;
  readonly targets: string;
  readonly source: string;
  readonly page: (page: number) => string;
  readonly line: (line: number) => string;
  readonly byHand: string;
  readonly section: string;
  readonly wordings: string;
  readonly version: string;
  readonly journal: string;
  readonly noJournal: string;
  readonly opora: string;
  readonly colleague: string;
  readonly nobody: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly rowStates: Readonly<Record<RowState, string>>;
};

/** Words of the page of a measure. */
export function measureWords(locale: Locale): MeasureWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, MeasureWords> = {
  ru: {
    numbered: (number) => `Мероприятие ${number}`,
    unnumbered: 'Мероприятие без номера',
    asPrinted: 'Срок в приказе',
    understood: 'Срок понят как',
    dates: 'Сроки',
    days: 'Дни',
    reportBy: 'Отчёт не позднее',
    notes: 'Примечание',
    noResult: 'не указан',
    targets: 'Целевые значения',
    source: 'Место в приказе',
    page: (page) => `стр. ${page}`,
    line: (line) => `строка ${line}`,
    byHand: 'записано вручную',
    section: 'Раздел',
    wordings: 'Редакции мероприятия',
    version: 'Редакция',
    journal: 'Журнал',
    noJournal: 'После чтения приказа мероприятие не меняли.',
    opora: 'Опора',
    colleague: 'сотрудник другой организации',
    nobody: 'не назван',
    fields: {
      number: 'Номер',
      title: 'Мероприятие',
      deadline_text: 'Срок',
      result: 'Планируемый результат',
      publication: 'Публикация',
      state: 'Состояние строки',
      drop_reason: 'Почему снято',
    },
    rowStates: {
      doubtful: 'требует взгляда',
      read: 'прочитано',
      confirmed: 'подтверждено',
      corrected: 'исправлено',
      written: 'записано вручную',
      dropped: 'снято',
    },
  },
  en: {
    numbered: (number) => `Measure ${number}`,
    unnumbered: 'Measure without a number',
    asPrinted: 'Deadline in the order',
    understood: 'Understood as',
    dates: 'Dates',
    days: 'Days',
    reportBy: 'Report by',
    notes: 'Note',
    noResult: 'not named',
    targets: 'Targets',
    source: 'Place in the order',
    page: (page) => `page ${page}`,
    line: (line) => `line ${line}`,
    byHand: 'written by hand',
    section: 'Section',
    wordings: 'The measure in every version',
    version: 'Version',
    journal: 'Journal',
    noJournal: 'The measure has not been changed since the order was read.',
    opora: 'Opora',
    colleague: 'somebody of another organisation',
    nobody: 'not named',
    fields: {
      number: 'Number',
      title: 'Measure',
      deadline_text: 'Deadline',
      result: 'Planned result',
      publication: 'Publication',
      state: 'State of the row',
      drop_reason: 'Why it was dropped',
    },
    rowStates: {
      doubtful: 'needs a look',
      read: 'read',
      confirmed: 'confirmed',
      corrected: 'corrected',
      written: 'written by hand',
      dropped: 'dropped',
    },
  },
};
