import type { UnreadableCode } from '#domain/orders/reader-error.ts';
import type { Locale } from '#platform/i18n/locale.ts';

type Details = Readonly<Record<string, string | number>>;
/** One sentence without line breaks: what happened, and what to do. */
type Sentence = (details: Details) => string;

/** Why a file gives no plan, in one line: what happened and what to do about it. */
export function unreadableMessage(locale: Locale, code: UnreadableCode, details: Details = {}): string {
  return UNREADABLE[locale][code](details);
}

const UNREADABLE: Record<Locale, Record<UnreadableCode, Sentence>> = {
  ru: {
    'empty-file': () => 'Файл пуст: проверьте, что он загрузился полностью, и возьмите его ещё раз.',
    'unknown-format': (details) => FOREIGN.ru[kindOf(details)],
    'too-large': (details) =>
      `Файл слишком велик${limit(details, 'bytes', 'ru')}: оставьте в нём только приказ с приложением.`,
    'too-many-pages': (details) =>
      `В файле слишком много страниц${limit(details, 'pages', 'ru')}: выделите страницы плана в отдельный файл.`,
    'too-many-rows': (details) =>
      `В файле слишком ${LARGE.ru[countedIn(details, 'rows')]}${limit(details, 'rows', 'ru')}: оставьте только таблицу плана или разделите её на несколько файлов.`,
    'too-complex': (details) =>
      `Файл устроен слишком сложно${seconds(details, 'ru')}: сохраните его заново в той программе, где он сделан, или выделите план в отдельный файл.`,
    'zip-bomb': () =>
      'Файл распаковывается в недопустимо большой объём и не открыт: сохраните документ заново в Word или LibreOffice.',
    damaged: (details) =>
      `Файл повреждён или загружен не полностью${part(details, 'часть')}: возьмите его у отправителя ещё раз или пересохраните.`,
    encrypted: () => 'Файл защищён паролем: снимите защиту и укажите файл без пароля.',
    'forbidden-entities': () =>
      'В файле есть внешние ссылки на данные (сущности XML), он не открыт: сохраните документ заново в Word или LibreOffice.',
    'old-word-format': () => 'Это документ старого Word (.doc): откройте его и сохраните как DOCX.',
    'old-excel-format': () => 'Это таблица старого Excel (.xls): откройте её и сохраните как XLSX.',
    'scanned-without-text': ({ part }) =>
      part === 'fonts'
        ? 'Текст этого PDF не читается: вместо букв в нём другие знаки. Распознайте его заново (OCR) или возьмите исходный DOCX.'
        : 'Это скан без текстового слоя: распознайте его (OCR) или возьмите исходный DOCX.',
    'not-text': () =>
      'Содержимое файла не похоже на текст ни в одной из известных кодировок: если это текст, сохраните его в UTF-8.',
    'no-plan': () =>
      'В документе не найден план: нет таблицы или списка мероприятий. Проверьте, что это файл с дорожной картой, а не приказ без приложения.',
  },
  en: {
    'empty-file': () => 'The file is empty: check that it was uploaded in full and take it again.',
    'unknown-format': (details) => FOREIGN.en[kindOf(details)],
    'too-large': (details) =>
      `The file is too large${limit(details, 'bytes', 'en')}: keep only the order with its annex.`,
    'too-many-pages': (details) =>
      `The file has too many pages${limit(details, 'pages', 'en')}: take the pages of the plan into a file of their own.`,
    'too-many-rows': (details) =>
      `The file has too ${LARGE.en[countedIn(details, 'rows')]}${limit(details, 'rows', 'en')}: keep only the table of the plan, or split it into several files.`,
    'too-complex': (details) =>
      `The file is made in too complex a way${seconds(details, 'en')}: save it again in the program that made it, or take the plan into a file of its own.`,
    'zip-bomb': () => 'The file unpacks to an excessive size and was not opened: save it again in Word or LibreOffice.',
    damaged: (details) =>
      `The file is damaged or incomplete${part(details, 'part')}: ask the sender for it again, or save it once more.`,
    encrypted: () => 'The file is protected with a password: remove the protection and name the file without it.',
    'forbidden-entities': () =>
      'The file refers to outside data (XML entities) and was not opened: save it again in Word or LibreOffice.',
    'old-word-format': () => 'This is a document of an old Word (.doc): open it and save it as DOCX.',
    'old-excel-format': () => 'This is a table of an old Excel (.xls): open it and save it as XLSX.',
    'scanned-without-text': ({ part }) =>
      part === 'fonts'
        ? 'The text of this PDF cannot be read: other signs stand for its letters. Recognise it again (OCR), or take the original DOCX.'
        : 'This is a scan without a text layer: recognise it (OCR), or take the original DOCX.',
    'not-text': () => 'The content of the file is no text in any known encoding: if it is text, save it in UTF-8.',
    'no-plan': () =>
      'No plan was found: the document has no table or list of measures. Check that this file holds the road map, not the order without its annex.',
  },
};

/** What a file is that is no document of a known format: the key `what` of the details. */
const FOREIGN = {
  ru: {
    picture: 'Это изображение, а не документ: распознайте текст (OCR) и сохраните его как DOCX.',
    djvu: 'Это DjVu, он не читается: сохраните документ как PDF с текстовым слоем или как DOCX.',
    archive: 'Это архив: распакуйте его и укажите сам документ.',
    media: 'Это звук или видео, а не документ: укажите файл с приказом.',
    program: 'Это программа, а не документ: укажите файл с приказом.',
    presentation: 'Это презентация: перенесите план в документ и сохраните его как DOCX.',
    ods: 'Это таблица ODS, она не читается: откройте её и сохраните как XLSX.',
    xlsb: 'Это двоичная книга Excel (XLSB), она не читается: откройте её и сохраните как XLSX.',
    apple: 'Это документ Pages, Numbers или Keynote: экспортируйте его в DOCX или PDF.',
    'e-book': 'Это электронная книга: сохраните документ как DOCX или PDF.',
    message: 'Это письмо Outlook: сохраните вложение и укажите его.',
    xml: 'Это данные XML, а не документ: откройте их в программе, где они сделаны, и сохраните как DOCX или XLSX.',
    noise: 'Файл повреждён или назван не своим именем, документа в нём нет: возьмите его у отправителя ещё раз.',
    other: 'Формат файла не распознан: нужен документ DOCX, ODT, RTF, XLSX, HTML, PDF или TXT.',
  },
  en: {
    picture: 'This is a picture, not a document: recognise its text (OCR) and save it as DOCX.',
    djvu: 'This is DjVu, which is not read: save the document as a PDF with a text layer or as DOCX.',
    archive: 'This is an archive: unpack it and name the document itself.',
    media: 'This is sound or video, not a document: name the file of the order.',
    program: 'This is a program, not a document: name the file of the order.',
    presentation: 'This is a presentation: put the plan into a document and save it as DOCX.',
    ods: 'This is an ODS table, which is not read: open it and save it as XLSX.',
    xlsb: 'This is a binary Excel workbook (XLSB), which is not read: open it and save it as XLSX.',
    apple: 'This is a document of Pages, Numbers or Keynote: export it to DOCX or PDF.',
    'e-book': 'This is an e-book: save the document as DOCX or PDF.',
    message: 'This is an Outlook message: save the attachment and name it.',
    xml: 'This is XML data, not a document: open it in the program that made it and save it as DOCX or XLSX.',
    noise: 'The file is damaged or carries a wrong name, it holds no document: ask the sender for it again.',
    other: 'The format is not known: a DOCX, ODT, RTF, XLSX, HTML, PDF or TXT document is needed.',
  },
} as const satisfies Record<Locale, Record<string, string>>;

type Foreign = keyof (typeof FOREIGN)['ru'];

function kindOf({ what }: Details): Foreign {
  return isKeyOf(FOREIGN.ru, what) ? what : 'other';
}

/** What a limit counts: the key `of` of the details. */
const UNITS = {
  ru: {
    bytes: 'МБ',
    characters: 'знаков',
    elements: 'элементов разметки',
    pages: 'страниц',
    rows: 'строк таблиц',
    lines: 'строк текста, из них в таблицах 5 000',
    columns: 'столбцов',
    cells: 'ячеек',
  },
  en: {
    bytes: 'MB',
    characters: 'characters',
    elements: 'elements of markup',
    pages: 'pages',
    rows: 'rows of tables',
    lines: 'lines of text, of them 5,000 in tables',
    columns: 'columns',
    cells: 'cells',
  },
} as const satisfies Record<Locale, Record<string, string>>;

type Counted = keyof (typeof UNITS)['ru'];

/** What there is too much of, where a table is too large. */
const LARGE: Record<Locale, Record<Counted, string>> = {
  ru: {
    bytes: 'много данных',
    characters: 'много текста',
    elements: 'много разметки',
    pages: 'много страниц',
    rows: 'много строк',
    lines: 'много строк',
    columns: 'много столбцов',
    cells: 'много ячеек',
  },
  en: {
    bytes: 'much data',
    characters: 'much text',
    elements: 'much markup',
    pages: 'many pages',
    rows: 'many rows',
    lines: 'many lines',
    columns: 'many columns',
    cells: 'many cells',
  },
};

const MEBIBYTE = 1024 * 1024;

/** « (предел 50 МБ)»; `usual` is what the limit counts where the details do not tell. */
function limit(details: Details, usual: Counted, locale: Locale): string {
  const value = details['limit'];
  if (typeof value !== 'number') return '';
  const counted = countedIn(details, usual);
  const number = new Intl.NumberFormat(locale).format(counted === 'bytes' ? Math.floor(value / MEBIBYTE) : value);
  return ` (${{ ru: 'предел', en: 'limit' }[locale]} ${number} ${UNITS[locale][counted]})`;
}

function countedIn({ of }: Details, usual: Counted): Counted {
  return isKeyOf(UNITS.ru, of) ? of : usual;
}

/** « (чтение не уложилось в 9 секунд)». */
function seconds(details: Details, locale: Locale): string {
  const time = details['seconds'];
  if (time === undefined) return '';
  return { ru: ` (чтение не уложилось в ${time} секунд)`, en: ` (reading took more than ${time} seconds)` }[locale];
}

/** Names of parts of an archive mean something to whoever repairs it; other details are for the log. */
function part(details: Details, word: string): string {
  const name = details['part'];
  return typeof name === 'string' && /\.(?:xml|rels)$/u.test(name) ? ` (${word} ${name})` : '';
}

function isKeyOf<Key extends string>(
  words: Readonly<Record<Key, string>>,
  key: string | number | undefined,
): key is Key {
  return key !== undefined && Object.hasOwn(words, key);
}
