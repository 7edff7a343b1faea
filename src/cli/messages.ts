import type { Mistake } from '#cli/arguments.ts';
import type { InputFailure } from '#cli/input-file.ts';
import type { Locale } from '#platform/i18n/locale.ts';

export type CommandMessages = {
  readonly help: string;
  readonly mistakes: Readonly<Record<Mistake, (word: string) => string>>;
  readonly seeHelp: string;
  readonly inputs: Readonly<Record<InputFailure, string>>;
  readonly wrongDictionary: (place: string | null) => string;
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

  opora parse ФАЙЛ…    прочитать документы (DOCX, ODT, XLSX, HTML, PDF, TXT) и вывести планы
      --json           в виде JSON (так по умолчанию); несколько файлов дают массив
      --table          таблицей для чтения
  opora check ФАЙЛ     вывести замечания к плану
      --json           в виде JSON

  --dictionary ФАЙЛ    словарь территории: сокращения и организации (JSON)

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

Код завершения: 0 — получилось (parse: каждый файл дал план), 1 — не получилось (parse: файл не прочитан или плана в нём
нет), 2 — команда или настройки заданы неверно.
Язык сообщений задаёт OPORA_LOCALE (ru, en).
`,
  mistakes: {
    'no-command': () => 'не указана команда',
    'unknown-command': (word) => `нет такой команды: ${word}`,
    'unknown-option': (word) => `нет такого ключа: ${word}`,
    'wrong-option': (word) => `ключ ${word} набран неверно`,
    'no-file': (word) => `команде ${word} нужен файл`,
    'one-file-only': (word) => `команда ${word} принимает один файл`,
    'two-outputs': () => 'ключи --json и --table вместе не работают',
    'option-of-another-command': (word) => `ключ ${word} здесь не работает`,
    'too-many-words': (word) => `лишнее слово: ${word}`,
    'unknown-deed': () => 'команда admin умеет одно: opora admin create ПОЧТА --name ИМЯ',
    'no-email': (word) => `команде ${word} нужен адрес почты`,
    'no-name': (word) => `команде ${word} нужно имя: --name "Имя Фамилия"`,
  },
  seeHelp: 'Как пользоваться: opora --help',
  inputs: {
    missing: 'Файл не найден: проверьте имя и папку.',
    folder: 'Это папка: укажите файл.',
    forbidden: 'Нет права прочитать файл: попросите доступ у владельца.',
    unreadable: 'Файл не читается с диска.',
  },
  wrongDictionary: (place) =>
    `это не словарь территории: нужен JSON с ключами territory, abbreviations, organizations${place === null ? '' : `; ошибка в «${place}»`}`,
  cannotPrint: (code) => `Вывести результат не удалось (${code}): проверьте, есть ли место там, куда он пишется`,
  defect: (details) => `Ошибка программы, сообщите о ней: ${details}`,
  noFindings: 'Замечаний нет.',
  finding: (number) => `Мероприятие ${number}`,
};

const EN: CommandMessages = {
  help: `Opora turns an official order into a structured plan.

  opora parse FILE…    read documents (DOCX, ODT, XLSX, HTML, PDF, TXT) and print their plans
      --json           as JSON (the default); several files give an array
      --table          as a table to read
  opora check FILE     print what a careful reader would ask about the plan
      --json           as JSON

  --dictionary FILE    words of a territory: abbreviations and organisations (JSON)

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

Exit status: 0 done (parse: every file gave a plan), 1 failed (parse: a file cannot be read or holds no plan), 2 wrong
usage or wrong settings.
OPORA_LOCALE (ru, en) sets the language of messages.
`,
  mistakes: {
    'no-command': () => 'no command given',
    'unknown-command': (word) => `no such command: ${word}`,
    'unknown-option': (word) => `no such option: ${word}`,
    'wrong-option': (word) => `option ${word} is not given rightly`,
    'no-file': (word) => `${word} needs a file`,
    'one-file-only': (word) => `${word} takes one file`,
    'two-outputs': () => '--json and --table exclude each other',
    'option-of-another-command': (word) => `option ${word} does not work here`,
    'too-many-words': (word) => `one word too many: ${word}`,
    'unknown-deed': () => 'admin knows one deed: opora admin create EMAIL --name NAME',
    'no-email': (word) => `${word} needs an e-mail address`,
    'no-name': (word) => `${word} needs a name: --name "Given Family"`,
  },
  seeHelp: 'How to use it: opora --help',
  inputs: {
    missing: 'There is no such file: check the name and the folder.',
    folder: 'This is a folder: name a file.',
    forbidden: 'No right to read the file: ask its owner for access.',
    unreadable: 'The file cannot be read from the disk.',
  },
  wrongDictionary: (place) =>
    `this is no dictionary of a territory: JSON with the keys territory, abbreviations, organizations is needed${place === null ? '' : `; wrong at "${place}"`}`,
  cannotPrint: (code) => `The result could not be written (${code}): check that there is room where it goes`,
  defect: (details) => `A defect of the program, please report it: ${details}`,
  noFindings: 'No findings.',
  finding: (number) => `Measure ${number}`,
};
