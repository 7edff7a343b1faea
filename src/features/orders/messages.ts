import type { Finding, FindingCode } from '#domain/orders/check/finding.ts';
import type { Warning, WarningCode } from '#domain/orders/plan.ts';
import type { UnreadableCode } from '#domain/orders/reader-error.ts';
import type { Locale } from '#platform/i18n/locale.ts';

type Details = Readonly<Record<string, string | number>>;
/** One sentence without line breaks: what happened, and what to do. */
type Sentence = (details: Details) => string;

/** Why a file gives no plan, in one line: what happened and what to do about it. */
export function unreadableMessage(locale: Locale, code: UnreadableCode, details: Details = {}): string {
  return UNREADABLE[locale][code](details);
}

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

const UNREADABLE: Record<Locale, Record<UnreadableCode, Sentence>> = {
  ru: {
    'empty-file': () => 'Файл пуст: проверьте, что он загрузился полностью, и возьмите его ещё раз.',
    'unknown-format': () => 'Формат файла не распознан: нужен документ DOCX, ODT, XLSX, HTML, PDF или TXT.',
    'too-large': (details) =>
      `Файл слишком велик${limit(details, 'предел', 'ru')}: оставьте в нём только приказ с приложением и загрузите снова.`,
    'too-many-pages': (details) =>
      `В файле слишком много страниц${limit(details, 'предел', 'ru')}: выделите страницы плана в отдельный файл.`,
    'too-many-rows': (details) =>
      `В файле слишком много строк${limit(details, 'предел', 'ru')}: оставьте только таблицу плана или разделите её на несколько файлов.`,
    'zip-bomb': () =>
      'Файл распаковывается в недопустимо большой объём и не открыт: сохраните документ заново в Word или LibreOffice.',
    damaged: (details) =>
      `Файл повреждён или загружен не полностью${part(details)}: возьмите его у отправителя ещё раз или пересохраните.`,
    encrypted: () => 'Файл защищён паролем: снимите защиту и загрузите снова.',
    'forbidden-entities': () =>
      'В файле есть внешние ссылки на данные (сущности XML), он не открыт: сохраните документ заново в Word или LibreOffice.',
    'old-word-format': () => 'Это документ старого Word (.doc): откройте его и сохраните как DOCX.',
    'old-excel-format': () => 'Это таблица старого Excel (.xls): откройте её и сохраните как XLSX.',
    'scanned-without-text': () =>
      'Это скан без текстового слоя: распознайте его (OCR) и загрузите снова или пришлите DOCX.',
    'not-text': () => 'Текст файла не читается ни в одной кодировке: сохраните его в UTF-8.',
    'no-plan': () =>
      'В документе не найден план: нет таблицы или списка мероприятий. Проверьте, что приложен файл с дорожной картой.',
  },
  en: {
    'empty-file': () => 'The file is empty: check that it was uploaded in full and take it again.',
    'unknown-format': () => 'The format is not known: a DOCX, ODT, XLSX, HTML, PDF or TXT document is needed.',
    'too-large': (details) =>
      `The file is too large${limit(details, 'limit', 'en')}: keep only the order with its annex and try again.`,
    'too-many-pages': (details) =>
      `The file has too many pages${limit(details, 'limit', 'en')}: take the pages of the plan into a file of their own.`,
    'too-many-rows': (details) =>
      `The file has too many rows${limit(details, 'limit', 'en')}: keep only the table of the plan, or split it into several files.`,
    'zip-bomb': () => 'The file unpacks to an excessive size and was not opened: save it again in Word or LibreOffice.',
    damaged: (details) =>
      `The file is damaged or incomplete${part(details)}: ask the sender for it again, or save it once more.`,
    encrypted: () => 'The file is protected with a password: remove the protection and try again.',
    'forbidden-entities': () =>
      'The file refers to outside data (XML entities) and was not opened: save it again in Word or LibreOffice.',
    'old-word-format': () => 'This is a document of an old Word (.doc): open it and save it as DOCX.',
    'old-excel-format': () => 'This is a table of an old Excel (.xls): open it and save it as XLSX.',
    'scanned-without-text': () =>
      'This is a scan without a text layer: recognise it (OCR) and try again, or send the DOCX.',
    'not-text': () => 'No encoding explains the text of the file: save it in UTF-8.',
    'no-plan': () =>
      'No plan was found: the document has no table or list of measures. Check that this file holds the road map.',
  },
};

const WARNINGS: Record<Locale, Record<WarningCode, string>> = {
  ru: {
    'rows-joined': 'Строка, разорванная в источнике, собрана из частей',
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
    'outside-period': 'The deadline lies outside the period of the plan',
    'undefined-abbreviation': 'An abbreviation is explained nowhere',
    'duplicate-measure': 'The measure repeats another one',
    'two-values': 'Two values are given for one thing',
    'empty-phrase': 'General words instead of a deed or a result',
  },
};

const MEBIBYTE = 1024 * 1024;

/** « (предел 100 МБ)»; small limits are numbers of pages or rows, large ones are bytes. */
function limit(details: Details, word: string, locale: Locale): string {
  const value = details['limit'];
  if (typeof value !== 'number') return '';
  const isBytes = value >= MEBIBYTE;
  const number = new Intl.NumberFormat(locale).format(isBytes ? Math.floor(value / MEBIBYTE) : value);
  return ` (${word} ${number}${isBytes ? { ru: ' МБ', en: ' MB' }[locale] : ''})`;
}

function part(details: Details): string {
  const name = details['part'];
  return name === undefined ? '' : ` (${name})`;
}
