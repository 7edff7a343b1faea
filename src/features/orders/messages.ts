import type { Finding, FindingCode } from '#domain/orders/check/finding.ts';
import type { Warning, WarningCode } from '#domain/orders/plan.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** What the reader repaired or could not place; the source words concerned stand at the end. */
export function warningMessage(locale: Locale, warning: Pick<Warning, 'code' | 'words'>): string {
  const sentence = WARNINGS[locale][warning.code];
  return warning.words === undefined ? sentence : `${sentence}: «${warning.words}»`;
}

/** What a careful reader would ask about; the words concerned stand at the end. */
export function findingMessage(locale: Locale, { code, message }: Pick<Finding, 'code' | 'message'>): string {
  const sentence = FINDINGS[locale][code];
  return message === undefined ? sentence : `${sentence}: «${message}»`;
}

const WARNINGS: Record<Locale, Record<WarningCode, string>> = {
  ru: {
    'rows-joined': 'Строка, разорванная в источнике, собрана из частей',
    'cell-repeated': '«То же» прочитано как клетка выше',
    'cells-shifted': 'Ячейки стояли не под своими столбцами и возвращены на место',
    'cell-doubled': 'Ячейка напечатана дважды, повтор убран',
    'number-missing': 'У мероприятия нет номера',
    'number-repeated': 'Номер мероприятия повторяется',
    'numbers-skipped': 'Номера мероприятий идут с пропуском',
    'deadline-missing': 'Срок не указан',
    'deadline-unclear': 'Срок не понят',
    'responsible-missing': 'Ответственный не указан',
    'result-missing': 'Результат не указан',
    'text-cut': 'Текст обрывается',
    'unplaced-text': 'Слова таблицы не отнесены ни к одному полю',
    'title-mended': 'Слитно напечатанные слова разделены',
    'head-guessed': 'У таблицы нет заголовков, назначение столбцов определено по содержанию',
    'layout-guessed': 'Границы ячеек восстановлены по расположению слов',
    'left-out': 'Часть файла не вошла в разбор',
  },
  en: {
    'rows-joined': 'A row that the source cuts was put together again',
    'cell-repeated': '“Ditto” was read as the cell above',
    'cells-shifted': 'Cells stood under the wrong columns and were moved back',
    'cell-doubled': 'A cell is printed twice, the repetition was dropped',
    'number-missing': 'The measure has no number',
    'number-repeated': 'The number of the measure is repeated',
    'numbers-skipped': 'Numbers of measures are skipped',
    'deadline-missing': 'No deadline is given',
    'deadline-unclear': 'The deadline was not understood',
    'responsible-missing': 'Nobody is named responsible',
    'result-missing': 'No result is given',
    'text-cut': 'The text breaks off',
    'unplaced-text': 'Words of the table belong to no field',
    'title-mended': 'Words printed as one were separated',
    'head-guessed': 'The table has no titles of columns, their meaning was taken from their contents',
    'layout-guessed': 'Borders of cells were restored from the places of words',
    'left-out': 'A part of the file was left out',
  },
};

const FINDINGS: Record<Locale, Record<FindingCode, string>> = {
  ru: {
    'no-deadline': 'Срок не указан',
    'no-responsible': 'Ответственный не указан',
    'no-result': 'Результат не указан',
    'no-countable-result': 'Результат нельзя посчитать: нет числа, доли или документа',
    'no-publication': 'Не указано, где будет опубликована информация',
    'foreign-executor': 'Исполнитель другого уровня или другой территории',
    'count-percent-conflict': 'Число и процент противоречат друг другу',
    'copied-target': 'Показатель, похоже, перенесён из плана большей территории',
    'before-order': 'Срок наступает раньше даты приказа',
    'no-such-day': 'Такого дня нет в календаре',
    'outside-period': 'Срок выходит за период плана',
    'undefined-abbreviation': 'Сокращение нигде не расшифровано',
    'duplicate-measure': 'Мероприятие повторяет другое',
    'two-values': 'Для одного и того же указаны два значения',
    'empty-phrase': 'Общие слова вместо действия или результата',
  },
  en: {
    'no-deadline': 'No deadline is given',
    'no-responsible': 'Nobody is named responsible',
    'no-result': 'No result is given',
    'no-countable-result': 'The result cannot be counted: no number, share or document',
    'no-publication': 'It is not said where the information will be published',
    'foreign-executor': 'An executor of another level or territory',
    'count-percent-conflict': 'The number and the per cent contradict each other',
    'copied-target': 'The target seems to be taken over from the plan of a larger territory',
    'before-order': 'The deadline is before the date of the order',
    'no-such-day': 'The calendar has no such day',
    'outside-period': 'The deadline lies outside the period of the plan',
    'undefined-abbreviation': 'An abbreviation is explained nowhere',
    'duplicate-measure': 'The measure repeats another one',
    'two-values': 'Two values are given for one thing',
    'empty-phrase': 'General words instead of a deed or a result',
  },
};
