import type { MeasureField } from '#domain/orders/plan.ts';
import type { Doubt } from '#domain/roadmaps/doubts.ts';
import type { RowState } from '#domain/roadmaps/states.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { counted } from '#platform/i18n/plurals.ts';

export type ReviewWords = {
  readonly title: string;
  readonly open: string;
  readonly read: (count: number) => string;
  readonly toLookAt: (count: number) => string;
  readonly nothingLeft: string;
  readonly rows: string;
  readonly states: Readonly<Record<RowState, string>>;
  readonly doubts: Readonly<Record<Doubt['code'], string>>;
  readonly fields: Readonly<Record<MeasureField, string>>;
  readonly inField: (field: string) => string;
  readonly page: (page: number) => string;
  readonly line: (line: number) => string;
  readonly confirm: string;
  readonly save: string;
  readonly drop: string;
  readonly dropReason: string;
  readonly restore: string;
  readonly add: string;
  readonly newRow: string;
  readonly edit: string;
  readonly editOf: (number: string) => string;
  readonly executorsHint: string;
  readonly understood: (span: string) => string;
  readonly notUnderstood: string;
  readonly targets: string;
  readonly nobody: (words: string) => string;
  readonly source: string;
  readonly noSource: string;
  readonly sourceHint: string;
  readonly present: (names: string) => string;
  readonly unnumbered: string;
  readonly refused: string;
  readonly faults: Readonly<Record<string, string>>;
  readonly refusals: Readonly<Record<string, string>>;
};

/** Words of the review. */
export function reviewWords(locale: Locale): ReviewWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, ReviewWords> = {
  ru: {
    title: 'Разбор приказа',
    open: 'Разобрать и править',
    read: (count) =>
      `Прочитано: ${counted('ru', count, { one: 'мероприятие', few: 'мероприятия', other: 'мероприятий' })}`,
    toLookAt: (count) =>
      counted('ru', count, { one: 'требует взгляда', few: 'требуют взгляда', other: 'требуют взгляда' }),
    nothingLeft: 'всё просмотрено',
    rows: 'Строки карты',
    states: {
      doubtful: 'требует взгляда',
      read: 'прочитано уверенно',
      confirmed: 'подтверждено',
      corrected: 'исправлено',
      written: 'добавлено',
      dropped: 'снято',
    },
    doubts: {
      unsure: 'Прочитано неуверенно.',
      'rows-joined': 'Строка собрана из частей, разорванных страницей.',
      'cells-shifted': 'Ячейки стояли не в своих столбцах.',
      'cell-doubled': 'Ячейка напечатана дважды.',
      'cell-repeated': '«То же» прочитано как ячейка выше.',
      'number-missing': 'У строки нет номера.',
      'number-repeated': 'Такой номер уже был.',
      'numbers-skipped': 'Номера идут с пропуском.',
      'deadline-missing': 'Срок не указан.',
      'deadline-unclear': 'Срок назван словами, которых Опора не поняла.',
      'responsible-missing': 'Исполнители не указаны.',
      'result-missing': 'Результат не указан.',
      'text-cut': 'Текст обрывается на полуслове.',
      'unplaced-text': 'Эти слова не попали ни в одно поле:',
      'title-mended': 'Слипшиеся слова разделены.',
      'head-guessed': 'У таблицы нет строки с названиями столбцов.',
      'layout-guessed': 'Границы ячеек восстановлены по словам.',
      'left-out': 'Эти слова пропущены:',
    },
    fields: {
      number: 'Номер',
      title: 'Мероприятие',
      deadline: 'Срок',
      responsible: 'Исполнители',
      result: 'Планируемый результат',
      targets: 'Цели в числах',
      publication: 'Публикация',
    },
    inField: (field) => `${field}: `,
    page: (page) => `стр. ${String(page)}`,
    line: (line) => `строка ${String(line)}`,
    confirm: 'Верно, дальше',
    save: 'Сохранить',
    drop: 'Не мероприятие',
    dropReason: 'Почему это не мероприятие',
    restore: 'Вернуть строку',
    add: 'Добавить строку после этой',
    newRow: 'Новое мероприятие',
    edit: 'Править',
    editOf: (number) => `пункт ${number}`,
    executorsHint: 'По одному на строке',
    understood: (span) => `Опора поняла так: ${span}`,
    notUnderstood: 'Дат в этих словах Опора не нашла: мероприятие будет без срока.',
    targets: 'Цели в числах',
    nobody: (words) => `Не определено, кто это: ${words}.`,
    source: 'Источник',
    noSource: 'Эта карта составлена не из файла: источника рядом нет.',
    sourceHint: 'Отмечены слова, из которых прочитана выбранная строка.',
    present: (names) => `Сейчас здесь же: ${names}`,
    unnumbered: 'без №',
    refused: 'Не удалось сохранить',
    faults: { needed: 'Заполните поле.', 'too-long': 'Слишком длинно.' },
    refusals: {
      forbidden: 'На это нет прав.',
      'not-found': 'Такой строки нет.',
      'changed-by-someone-else':
        'Строку только что изменил кто-то другой. Ниже – то, что набрали вы; откройте строку заново и сравните.',
      'roadmap.state': 'Карта на утверждении: строки сейчас не меняются.',
    },
  },
  en: {
    title: 'Review of the order',
    open: 'Review and edit',
    read: (count) => `Read: ${counted('en', count, { one: 'measure', other: 'measures' })}`,
    toLookAt: (count) => counted('en', count, { one: 'needs a look', other: 'need a look' }),
    nothingLeft: 'all looked at',
    rows: 'Rows of the road map',
    states: {
      doubtful: 'needs a look',
      read: 'read surely',
      confirmed: 'confirmed',
      corrected: 'corrected',
      written: 'added',
      dropped: 'dropped',
    },
    doubts: {
      unsure: 'Read without certainty.',
      'rows-joined': 'The row was put together of parts that a page had cut.',
      'cells-shifted': 'Cells stood under other columns.',
      'cell-doubled': 'The cell is printed twice.',
      'cell-repeated': '“The same” was read as the cell above.',
      'number-missing': 'The row has no number.',
      'number-repeated': 'This number was there before.',
      'numbers-skipped': 'Numbers are skipped.',
      'deadline-missing': 'There is no deadline.',
      'deadline-unclear': 'The deadline is named in words that Opora did not understand.',
      'responsible-missing': 'There are no executors.',
      'result-missing': 'There is no result.',
      'text-cut': 'The text breaks off.',
      'unplaced-text': 'These words are in no field:',
      'title-mended': 'Words glued together were divided.',
      'head-guessed': 'The table has no row with titles of columns.',
      'layout-guessed': 'Borders of cells were restored from the words.',
      'left-out': 'These words were left out:',
    },
    fields: {
      number: 'Number',
      title: 'Measure',
      deadline: 'Deadline',
      responsible: 'Executors',
      result: 'Planned result',
      targets: 'Targets in numbers',
      publication: 'Publication',
    },
    inField: (field) => `${field}: `,
    page: (page) => `p. ${String(page)}`,
    line: (line) => `line ${String(line)}`,
    confirm: 'Right, next',
    save: 'Save',
    drop: 'No measure',
    dropReason: 'Why this is no measure',
    restore: 'Take the row back',
    add: 'Add a row after this one',
    newRow: 'New measure',
    edit: 'Edit',
    editOf: (number) => `item ${number}`,
    executorsHint: 'One a line',
    understood: (span) => `Opora understood: ${span}`,
    notUnderstood: 'Opora found no dates in these words: the measure will have no deadline.',
    targets: 'Targets in numbers',
    nobody: (words) => `Nobody is known by this name: ${words}.`,
    source: 'Source',
    noSource: 'This road map was not made from a file: there is no source beside it.',
    sourceHint: 'Marked are the words from which the chosen row was read.',
    present: (names) => `Here as well just now: ${names}`,
    unnumbered: 'no number',
    refused: 'It could not be saved',
    faults: { needed: 'Fill in this field.', 'too-long': 'Too long.' },
    refusals: {
      forbidden: 'You may not do this.',
      'not-found': 'There is no such row.',
      'changed-by-someone-else':
        'Somebody else has just changed the row. Below is what you typed; open the row again and compare.',
      'roadmap.state': 'The road map waits to be approved: rows do not change now.',
    },
  },
};
