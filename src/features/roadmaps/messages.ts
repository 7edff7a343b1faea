import type { Level } from '#domain/orders/plan.ts';
import type { VersionState } from '#domain/roadmaps/states.ts';
import type { Standing } from '#features/roadmaps/list/list-address.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { counted } from '#platform/i18n/plurals.ts';

export type RoadmapWords = {
  readonly title: string;
  readonly list: string;
  readonly found: (count: number) => string;
  readonly name: string;
  readonly level: string;
  readonly anyLevel: string;
  readonly levels: Readonly<Record<Level, string>>;
  readonly owner: string;
  readonly period: string;
  readonly order: string;
  readonly state: string;
  readonly states: Readonly<Record<VersionState, string>>;
  readonly standing: string;
  readonly anyStanding: string;
  readonly standings: Readonly<Record<Standing, string>>;
  readonly within: string;
  readonly anywhere: string;
  readonly year: string;
  readonly anyYear: string;
  readonly search: string;
  readonly filters: string;
  readonly measures: (count: number) => string;
  readonly doubtful: (count: number) => string;
  readonly orderNamed: (number: string, day: string) => string;
  readonly nothingTitle: string;
  readonly nothingText: string;
  readonly clear: string;
  readonly handIn: string;
  readonly handInTitle: string;
  readonly handInHint: string;
  readonly file: string;
  readonly fileHint: string;
  readonly text: string;
  readonly textHint: string;
  readonly pasted: string;
  readonly take: string;
  readonly reading: string;
  readonly readingText: string;
  readonly unreadable: string;
  readonly again: string;
  readonly number: string;
  readonly measure: string;
  readonly deadline: string;
  readonly executors: string;
  readonly result: string;
  readonly publication: string;
  readonly noDeadline: string;
  readonly unknownExecutor: string;
  readonly version: (ordinal: number) => string;
  readonly versions: string;
  readonly faults: Readonly<Record<string, string>>;
  readonly refused: string;
  readonly refusals: Readonly<Record<string, string>>;
};

/** Words of road maps. */
export function roadmapWords(locale: Locale): RoadmapWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, RoadmapWords> = {
  ru: {
    title: 'Дорожные карты',
    list: 'Дорожные карты',
    found: (count) => counted('ru', count, { one: 'дорожная карта', few: 'дорожные карты', other: 'дорожных карт' }),
    name: 'Название',
    level: 'Уровень',
    anyLevel: 'Любой',
    levels: { regional: 'региональная', municipal: 'муниципальная', school: 'школьная' },
    owner: 'Чья',
    period: 'Срок',
    order: 'Приказ',
    state: 'Состояние',
    states: {
      reading: 'читается',
      unreadable: 'не прочитана',
      draft: 'черновик',
      submitted: 'на утверждении',
      returned: 'возвращена с замечаниями',
      approved: 'утверждена',
      withdrawn: 'отозвана',
    },
    standing: 'Состояние',
    anyStanding: 'Действует или готовится',
    standings: { 'in-force': 'Действует', 'in-work': 'Готовится', ended: 'Завершена или отозвана' },
    within: 'Территория',
    anywhere: 'Любая',
    year: 'Год',
    anyYear: 'Любой',
    search: 'Слова названия',
    filters: 'Отбор дорожных карт',
    measures: (count) => counted('ru', count, { one: 'мероприятие', few: 'мероприятия', other: 'мероприятий' }),
    doubtful: (count) =>
      counted('ru', count, { one: 'требует взгляда', few: 'требуют взгляда', other: 'требуют взгляда' }),
    orderNamed: (number, day) => `№ ${number} от ${day}`,
    nothingTitle: 'Дорожных карт не нашлось',
    nothingText: 'Здесь появятся карты, прочитанные из приказов. Измените условия отбора или загрузите приказ.',
    clear: 'Показать все',
    handIn: 'Загрузить приказ',
    handInTitle: 'Загрузка приказа',
    handInHint:
      'Опора прочитает приказ и составит черновик дорожной карты. Вы проверите его рядом с источником; до утверждения его видят только у вас.',
    file: 'Файл приказа',
    fileHint: 'DOCX, PDF с текстом, ODT, RTF, XLSX, HTML или TXT, до 50 МБ',
    text: 'Или текст приказа',
    textHint: 'Вставьте скопированный текст вместе с таблицей',
    pasted: 'Вставленный текст.txt',
    take: 'Прочитать приказ',
    reading: 'Приказ читается',
    readingText:
      'Обычно это занимает несколько секунд. Страница обновится сама; её можно закрыть, работа не прервётся.',
    unreadable: 'Прочитать приказ не удалось',
    again: 'Загрузить другой файл',
    number: '№',
    measure: 'Мероприятие',
    deadline: 'Срок',
    executors: 'Исполнители',
    result: 'Планируемый результат',
    publication: 'Публикация',
    noDeadline: 'без срока',
    unknownExecutor: 'Организация не определена',
    version: (ordinal) => `редакция ${String(ordinal)}`,
    versions: 'Редакции',
    faults: {
      needed: 'Выберите файл или вставьте текст.',
      'too-large': 'Файл больше 50 МБ: оставьте в нём только приказ с приложением.',
      owner: 'Выберите, чья это карта.',
      'too-long': 'Текст длиннее миллиона знаков: загрузите его файлом.',
    },
    refused: 'Не удалось сохранить',
    refusals: {
      forbidden: 'На это нет прав.',
      'not-found': 'Такой организации нет среди ваших.',
      'roadmap.no-owner': 'Дорожная карта бывает у региона, муниципалитета или школы.',
    },
  },
  en: {
    title: 'Road maps',
    list: 'Road maps',
    found: (count) => counted('en', count, { one: 'road map', other: 'road maps' }),
    name: 'Name',
    level: 'Level',
    anyLevel: 'Any',
    levels: { regional: 'regional', municipal: 'municipal', school: 'of a school' },
    owner: 'Whose',
    period: 'Period',
    order: 'Order',
    state: 'State',
    states: {
      reading: 'being read',
      unreadable: 'not readable',
      draft: 'draft',
      submitted: 'to be approved',
      returned: 'returned with remarks',
      approved: 'approved',
      withdrawn: 'withdrawn',
    },
    standing: 'State',
    anyStanding: 'In force or in work',
    standings: { 'in-force': 'In force', 'in-work': 'In work', ended: 'Ended or withdrawn' },
    within: 'Territory',
    anywhere: 'Any',
    year: 'Year',
    anyYear: 'Any',
    search: 'Words of the name',
    filters: 'Filter of road maps',
    measures: (count) => counted('en', count, { one: 'measure', other: 'measures' }),
    doubtful: (count) => counted('en', count, { one: 'needs a look', other: 'need a look' }),
    orderNamed: (number, day) => `No. ${number} of ${day}`,
    nothingTitle: 'No road maps found',
    nothingText: 'Road maps read from orders appear here. Change the filters or hand in an order.',
    clear: 'Show all',
    handIn: 'Hand in an order',
    handInTitle: 'Handing in an order',
    handInHint:
      'Opora reads the order and drafts a road map. You check it beside the source; until it is approved it is seen at your place only.',
    file: 'File of the order',
    fileHint: 'DOCX, PDF with text, ODT, RTF, XLSX, HTML or TXT, up to 50 MB',
    text: 'Or the text of the order',
    textHint: 'Paste the copied text with its table',
    pasted: 'Pasted text.txt',
    take: 'Read the order',
    reading: 'The order is being read',
    readingText: 'This takes some seconds as a rule. The page renews itself; it may be closed, the work goes on.',
    unreadable: 'The order could not be read',
    again: 'Hand in another file',
    number: 'No.',
    measure: 'Measure',
    deadline: 'Deadline',
    executors: 'Executors',
    result: 'Planned result',
    publication: 'Publication',
    noDeadline: 'no deadline',
    unknownExecutor: 'No organisation is known by this name',
    version: (ordinal) => `version ${String(ordinal)}`,
    versions: 'Versions',
    faults: {
      needed: 'Choose a file or paste a text.',
      'too-large': 'The file is larger than 50 MB: leave only the order and its annex in it.',
      owner: 'Choose whose road map it is.',
      'too-long': 'The text is longer than a million characters: hand it in as a file.',
    },
    refused: 'It could not be saved',
    refusals: {
      forbidden: 'You may not do this.',
      'not-found': 'There is no such organisation among yours.',
      'roadmap.no-owner': 'A region, a municipality or a school has a road map.',
    },
  },
};
