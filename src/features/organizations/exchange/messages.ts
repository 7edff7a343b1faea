import type { Locale } from '#platform/i18n/locale.ts';
import { counted } from '#platform/i18n/plurals.ts';
import { formatBytes, formatNumber } from '#platform/i18n/numbers.ts';

export type ExchangeWords = {
  readonly title: string;
  readonly about: string;
  readonly file: string;
  readonly limits: (bytes: number, rows: number) => string;
  readonly try: string;
  readonly faultsTitle: (count: number) => string;
  readonly faultsAbout: string;
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
  readonly value: string;
  readonly expected: string;
  readonly fine: string;
  readonly nothing: string;
  readonly summary: (created: number, changed: number, unchanged: number) => string;
  readonly created: string;
  readonly changed: string;
  readonly basis: string;
  readonly load: string;
  readonly loaded: string;
  readonly loadedAbout: string;
  readonly toList: string;
  readonly refused: string;
  readonly shown: (count: number, all: number) => string;
  readonly unreadable: (code: string, limit: number | null) => string;
  readonly expectations: Readonly<Record<string, string>>;
};

export function exchangeWords(locale: Locale): ExchangeWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, ExchangeWords> = {
  ru: {
    title: 'Загрузка организаций из таблицы',
    about:
      'Возьмите список, выгруженный в XLSX или CSV, измените в нём ячейки или добавьте строки и загрузите сюда. Сначала Опора покажет, что изменится; ничего не удаляется. Пустая ячейка стирает значение, столбец, которого в таблице нет, остаётся как был. Строка находит свою запись по столбцу «№ в Опоре», а без него — по коду ОО.',
    file: 'Таблица XLSX или CSV',
    limits: (bytes, rows) => `Не больше ${formatBytes('ru', bytes)} и ${formatNumber('ru', rows)} строк.`,
    try: 'Проверить',
    faultsTitle: (count) =>
      `Не загружено ничего: ${counted('ru', count, { one: 'ошибка', few: 'ошибки', other: 'ошибок' })}`,
    faultsAbout: 'Исправьте эти ячейки в таблице и проверьте её ещё раз.',
    sheet: 'Лист',
    row: 'Строка',
    column: 'Столбец',
    value: 'Что стоит',
    expected: 'Что должно быть',
    fine: 'Ошибок нет. Загрузить?',
    nothing: 'Загружать нечего: всё уже так, как в таблице.',
    summary: (created, changed, unchanged) => `Новых: ${created}, изменённых: ${changed}, без изменений: ${unchanged}.`,
    created: 'Новые',
    changed: 'Изменённые',
    basis: 'Основание',
    load: 'Загрузить',
    loaded: 'Таблица загружена',
    loadedAbout: 'Что было и что стало, сказано в журнале на карточке каждой организации.',
    toList: 'К списку организаций',
    refused: 'Пока вы смотрели, записи изменились. Проверьте таблицу ещё раз.',
    shown: (count, all) => `Показаны первые ${count} из ${all}.`,
    unreadable: (code, limit) => {
      if (code === 'too-large') return `Файл слишком велик: не больше ${formatBytes('ru', limit ?? 0)}.`;
      if (code === 'too-many-rows') return `Строк слишком много: не больше ${formatNumber('ru', limit ?? 0)}.`;
      return code === 'empty-file'
        ? 'Выберите файл: этот пуст.'
        : 'Файл не читается. Сохраните таблицу как XLSX или CSV.';
    },
    expectations: {
      shorter: 'текст короче',
      needed: 'значение: здесь не может быть пусто',
      number: 'номер записи из выгрузки или пусто',
      'number-of-yours': 'номер организации, которую вы можете изменять',
      kind: 'вид из списка: школа, муниципалитет, орган управления, институт, центр, партнёр',
      'kind-stays': 'прежний вид: он не меняется',
      school_type: 'тип из списка: средняя, основная, начальная, гимназия, лицей, интернат, вечерняя',
      'oo-code': 'семь цифр у школы, три у муниципалитета',
      'code-of-another': 'другой код: этот у другой организации',
      'code-of-new': 'код ОО: по нему новую запись узнают при повторной загрузке',
      once: 'эта организация один раз на таблицу',
      'vpr-login': 'латинские буквы и цифры, например sch960012',
      inn: 'ИНН из десяти цифр с верной последней',
      ogrn: 'ОГРН из тринадцати цифр с верной последней',
      'yes-no': '«да» или «нет»',
      day: 'день вида 15.03.2026',
      'after-opening': 'день позже дня открытия',
      parent: 'краткое название места, которое вы можете изменять и куда такая организация может входить',
      'parent-unclear': 'название, которое носит только одна организация',
      'parent-stays': 'прежнее место: через таблицу организация не переводится',
      column: 'название столбца из выгрузки',
      'column-once': 'каждый столбец один раз',
      'id-or-code': 'столбец «№ в Опоре» или «Код ОО»',
      'passport-number': 'число',
      'passport-boolean': '«да» или «нет»',
      'passport-date': 'день вида 2026-03-15',
      'passport-text': 'текст короче',
    },
  },
  en: {
    title: 'Load organisations from a table',
    about:
      'Take the list exported as XLSX or CSV, change cells or add rows, and load it here. Opora first shows what would change; nothing is ever deleted. An empty cell clears a value, a column that is not there stays as it was. A row finds its record by the column “No. in Opora”, without it by the school code.',
    file: 'A table, XLSX or CSV',
    limits: (bytes, rows) => `At most ${formatBytes('en', bytes)} and ${formatNumber('en', rows)} rows.`,
    try: 'Check',
    faultsTitle: (count) => `Nothing was loaded: ${counted('en', count, { one: 'fault', other: 'faults' })}`,
    faultsAbout: 'Correct these cells in the table and check it again.',
    sheet: 'Sheet',
    row: 'Row',
    column: 'Column',
    value: 'What stands there',
    expected: 'What should',
    fine: 'There are no faults. Load it?',
    nothing: 'There is nothing to load: all is as in the table already.',
    summary: (created, changed, unchanged) => `New: ${created}, changed: ${changed}, unchanged: ${unchanged}.`,
    created: 'New',
    changed: 'Changed',
    basis: 'Basis',
    load: 'Load',
    loaded: 'The table is loaded',
    loadedAbout: 'What was and what became stands in the journal on the card of each organisation.',
    toList: 'To the list of organisations',
    refused: 'The records changed meanwhile. Check the table again.',
    shown: (count, all) => `The first ${count} of ${all} are shown.`,
    unreadable: (code, limit) => {
      if (code === 'too-large') return `The file is too large: at most ${formatBytes('en', limit ?? 0)}.`;
      if (code === 'too-many-rows') return `Too many rows: at most ${formatNumber('en', limit ?? 0)}.`;
      return code === 'empty-file'
        ? 'Choose a file: this one is empty.'
        : 'The file cannot be read. Save it as XLSX or CSV.';
    },
    expectations: {
      shorter: 'a shorter text',
      needed: 'a value: this cannot be empty',
      number: 'a number of a record from an export, or nothing',
      'number-of-yours': 'the number of an organisation that you may change',
      kind: 'a kind from the list: school, municipality, authority, institute, centre, partner',
      'kind-stays': 'the present kind: it does not change',
      school_type: 'a type from the list: secondary, basic, primary, gymnasium, lyceum, boarding, evening',
      'oo-code': 'seven digits of a school, three of a municipality',
      'code-of-another': 'another code: this one is taken',
      'code-of-new': 'a school code: a new record is known by it when it is loaded again',
      once: 'this organisation once in the table',
      'vpr-login': 'Latin letters and digits, such as sch960012',
      inn: 'an INN of ten digits with the right last one',
      ogrn: 'an OGRN of thirteen digits with the right last one',
      'yes-no': 'yes or no',
      day: 'a day such as 15.03.2026',
      'after-opening': 'a day after the opening',
      parent: 'the short name of a place that you may change and that may hold such an organisation',
      'parent-unclear': 'a name that only one organisation has',
      'parent-stays': 'the present place: a table does not move organisations',
      column: 'the title of a column from an export',
      'column-once': 'each column once',
      'id-or-code': 'the column “No. in Opora” or “School code”',
      'passport-number': 'a number',
      'passport-boolean': 'yes or no',
      'passport-date': 'a day such as 2026-03-15',
      'passport-text': 'a shorter text',
    },
  },
};
