import type { Mistake } from '#cli/arguments.ts';
import type { InputFailure } from '#cli/input-file.ts';
import { LONGEST_SILENCE } from '#cli/standard-input.ts';
import type { Locale } from '#platform/i18n/locale.ts';

export type CommandMessages = {
  readonly help: string;
  readonly mistakes: Readonly<Record<Mistake, (word: string) => string>>;
  readonly seeHelp: string;
  readonly inputs: Readonly<Record<InputFailure, string>>;
  /** What standard input is called where a file would be named. */
  readonly standardInput: string;
  readonly wrongDictionary: (place: string | null) => string;
  readonly dictionaryTooLarge: (megabytes: number) => string;
  readonly defect: (details: string) => string;
  readonly cannotPrint: (code: string) => string;
  readonly noFindings: string;
  readonly finding: (number: string) => string;
};

export function commandMessages(locale: Locale): CommandMessages {
  return { ru: RU, en: EN }[locale];
}

const RU: CommandMessages = {
  help: `Опора превращает приказ в структурированный план.

  opora parse ФАЙЛ…    прочитать документы (DOCX, ODT, RTF, XLSX, HTML, PDF, TXT, CSV) и вывести планы
      --json           в виде JSON (так по умолчанию); несколько файлов дают массив
      --table          таблицей для чтения
  opora check ФАЙЛ     вывести замечания к плану
      --json           в виде JSON
  opora render ПЛАН.json -o ФАЙЛ    оформить план (JSON команды parse) документом
      --format docx|pdf|xlsx|json   формат, если имя файла его не называет

  --dictionary ФАЙЛ    словарь территории: сокращения и организации (JSON, см. docs/guides/dictionary.md)

Работающая установка (настройки — переменные окружения, docs/operations.md):

  opora serve          открыть Опору для людей (рабочий режим)
  opora worker         только фоновая работа: письма
  opora migrate        привести схему базы к этой версии
  opora admin create ПОЧТА --name ИМЯ    завести администратора и вывести одноразовую ссылку
      --region НАЗВАНИЕ                  регион, если его ещё нет
  opora backup ФАЙЛ    сохранить базу и файлы в один архив
  opora restore ФАЙЛ   восстановить на пустом месте
      --to МЕСТО       папка данных или адрес postgres://…
  opora doctor         проверить установку и сказать, что исправить

  --help, --version

Вместо файла можно указать «-»: документ придёт через стандартный ввод.

Код завершения: 0 — получилось (parse: каждый файл дал план), 1 — не получилось (parse: файл не прочитан или плана в нём
нет), 2 — команда или настройки заданы неверно.
Сообщения выводятся на языке системы (русском или английском), если он не известен — по-русски; OPORA_LOCALE=ru или en
задаёт язык явно.
`,
  mistakes: {
    'no-command': () => 'не указана команда',
    'unknown-command': (word) => `нет такой команды: ${word}`,
    'unknown-option': (word) => `нет такого ключа: ${word}`,
    'wrong-option': (word) => `ключ ${word} набран неверно: у него нет нужного значения или есть лишнее`,
    'no-file': (word) => `команде ${word} нужен файл`,
    'one-file-only': (word) => `команда ${word} принимает один файл`,
    'one-standard-input': () => 'стандартный ввод (-) можно указать только один раз',
    'two-outputs': () => 'ключи --json и --table вместе не работают',
    'option-of-another-command': (word) => `ключ ${word} здесь не работает`,
    'too-many-words': (word) => `лишнее слово: ${word}`,
    'unknown-deed': () => 'команда admin умеет одно: opora admin create ПОЧТА --name ИМЯ',
    'no-output': (word) => `команде ${word} нужно имя нового файла: -o ФАЙЛ`,
    'no-format': () => 'не указан формат: --format docx, pdf, xlsx или json',
    'unknown-format': (word) => `в формате ${word} план не оформить: есть docx, pdf, xlsx и json`,
    'no-email': (word) => `команде ${word} нужен адрес почты`,
    'no-name': (word) => `команде ${word} нужно имя: --name "Имя Фамилия"`,
  },
  seeHelp: 'Как пользоваться: opora --help',
  inputs: {
    missing: 'Файл не найден: проверьте имя и папку.',
    folder: 'Это папка: укажите файл.',
    device: 'Это не обычный файл, а устройство или сокет: укажите файл документа.',
    silent: `За ${LONGEST_SILENCE / 1000} секунд по каналу ничего не пришло: проверьте, пишет ли в него кто-нибудь, или укажите файл.`,
    forbidden: 'Нет права прочитать файл: попросите доступ у владельца.',
    unreadable: 'Файл не читается с диска: скопируйте его в другое место и укажите копию.',
  },
  standardInput: 'стандартный ввод',
  dictionaryTooLarge: (megabytes) =>
    `словарь территории слишком велик (предел ${megabytes} МБ): проверьте, тот ли это файл`,
  wrongDictionary: (place) =>
    `это не словарь территории: нужен JSON с ключами territory, abbreviations, organizations${place === null ? '' : `; ошибка в «${place}»`}`,
  cannotPrint: (code) => `Вывести результат не удалось (${code}): проверьте, есть ли место там, куда он пишется`,
  defect: (details) => `Ошибка программы, сообщите о ней: ${details}`,
  noFindings: 'Замечаний нет.',
  finding: (number) => `Мероприятие ${number}`,
};

const EN: CommandMessages = {
  help: `Opora turns an official order into a structured plan.

  opora parse FILE…    read documents (DOCX, ODT, RTF, XLSX, HTML, PDF, TXT, CSV) and print their plans
      --json           as JSON (the default); several files give an array
      --table          as a table to read
  opora check FILE     print what a careful reader would ask about the plan
      --json           as JSON
  opora render PLAN.json -o FILE    put a plan (JSON of parse) on paper
      --format docx|pdf|xlsx|json   the format where the name of the file does not tell it

  --dictionary FILE    words of a territory: abbreviations and organisations (JSON, see docs/guides/dictionary.md)

A running installation (its settings are environment variables, docs/operations.md):

  opora serve          open Opora to people (production)
  opora worker         background work only: letters
  opora migrate        bring the schema of the database to this version
  opora admin create EMAIL --name NAME   make an administrator and print a one-time link
      --region NAME                      the region, when there is none yet
  opora backup FILE    keep database and files in one archive
  opora restore FILE   restore it into an empty place
      --to PLACE       a data folder, or an address postgres://…
  opora doctor         check the installation and tell what to do

  --help, --version

Give «-» instead of a file to read standard input.

Exit status: 0 done (parse: every file gave a plan), 1 failed (parse: a file cannot be read or holds no plan), 2 wrong
usage or wrong settings.
Messages are in the language of the system (Russian or English), in Russian where it tells none; OPORA_LOCALE=ru or en sets
it.
`,
  mistakes: {
    'no-command': () => 'no command given',
    'unknown-command': (word) => `no such command: ${word}`,
    'unknown-option': (word) => `no such option: ${word}`,
    'wrong-option': (word) => `option ${word} is used wrongly: it needs a value, or takes none`,
    'no-file': (word) => `${word} needs a file`,
    'one-file-only': (word) => `${word} takes one file`,
    'one-standard-input': () => 'standard input (-) can be given only once',
    'two-outputs': () => '--json and --table exclude each other',
    'option-of-another-command': (word) => `option ${word} does not work here`,
    'too-many-words': (word) => `one word too many: ${word}`,
    'unknown-deed': () => 'admin knows one deed: opora admin create EMAIL --name NAME',
    'no-output': (word) => `${word} needs the name of the new file: -o FILE`,
    'no-format': () => 'no format given: --format docx, pdf, xlsx or json',
    'unknown-format': (word) => `a plan cannot be put into ${word}: there are docx, pdf, xlsx and json`,
    'no-email': (word) => `${word} needs an e-mail address`,
    'no-name': (word) => `${word} needs a name: --name "Given Family"`,
  },
  seeHelp: 'How to use it: opora --help',
  inputs: {
    missing: 'There is no such file: check the name and the folder.',
    folder: 'This is a folder: name a file.',
    device: 'This is no ordinary file but a device or a socket: name the file of a document.',
    silent: `Nothing came through the pipe for ${LONGEST_SILENCE / 1000} seconds: check that something writes into it, or name a file.`,
    forbidden: 'No right to read the file: ask its owner for access.',
    unreadable: 'The file cannot be read from the disk: copy it elsewhere and name the copy.',
  },
  standardInput: 'standard input',
  dictionaryTooLarge: (megabytes) =>
    `the dictionary is too large (limit ${megabytes} MB): check that this is the right file`,
  wrongDictionary: (place) =>
    `this is no dictionary of a territory: JSON with the keys territory, abbreviations, organizations is needed${place === null ? '' : `; wrong at "${place}"`}`,
  cannotPrint: (code) => `The result could not be written (${code}): check that there is room where it goes`,
  defect: (details) => `A defect of the program, please report it: ${details}`,
  noFindings: 'No findings.',
  finding: (number) => `Measure ${number}`,
};
