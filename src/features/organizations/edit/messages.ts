import type { Locale } from '#platform/i18n/locale.ts';

export type EditWords = {
  readonly title: (name: string) => string;
  readonly edit: string;
  readonly newTitle: string;
  readonly newIn: (place: string) => string;
  readonly save: string;
  readonly create: string;
  readonly details: string;
  readonly name: string;
  readonly nameAbout: string;
  readonly rename: string;
  readonly from: string;
  readonly passport: string;
  readonly aliases: string;
  readonly aliasesAbout: string;
  readonly words: string;
  readonly territory: string;
  readonly add: string;
  readonly remove: string;
  readonly moving: string;
  readonly movingAbout: string;
  readonly newParent: string;
  readonly movedOn: string;
  readonly move: string;
  readonly closing: string;
  readonly closingAbout: string;
  readonly close: string;
  readonly reopening: string;
  readonly reopen: string;
  readonly lastDay: string;
  readonly successor: string;
  readonly noSuccessor: string;
  readonly basis: string;
  readonly basisHint: string;
  readonly shortName: string;
  readonly unset: string;
  readonly branchOf: string;
  readonly yes: string;
  readonly no: string;
  readonly back: string;
  readonly ooCodeHint: string;
  readonly faults: Readonly<Record<string, string>>;
  readonly unfit: Readonly<Record<string, string>>;
  readonly unfitOther: string;
  readonly alreadyThere: Readonly<Record<string, string>>;
  readonly refusals: {
    readonly changed: string;
    readonly changedAbout: string;
    readonly hasMembers: (count: number) => string;
    readonly forbidden: string;
    readonly other: string;
  };
};

export function editWords(locale: Locale): EditWords {
  return WORDS[locale];
}

const WORDS: Record<Locale, EditWords> = {
  ru: {
    title: (name) => `Правка: ${name}`,
    edit: 'Правка',
    newTitle: 'Новая организация',
    newIn: (place) => `Войдёт в: ${place}`,
    save: 'Сохранить',
    create: 'Добавить организацию',
    details: 'Коды, место, руководитель',
    name: 'Название',
    nameAbout: 'Прежнее название останется в истории: по нему организацию по-прежнему найдут.',
    rename: 'Изменить название',
    from: 'Новое название действует с',
    passport: 'Паспорт',
    aliases: 'Как ещё называют',
    aliasesAbout:
      'Сокращения и варианты названия, по которым организацию узнают в приказах. Действуют в пределах выбранной территории.',
    words: 'Вариант названия или сокращение',
    territory: 'В пределах',
    add: 'Добавить вариант',
    remove: 'Убрать',
    moving: 'Передача',
    movingAbout:
      'Организация перейдёт вместе со всем, что за ней числится: людьми, дорожными картами, файлами и журналом. Прежняя территория перестанет видеть то, что не опубликовано.',
    newParent: 'Кому передаётся',
    movedOn: 'Передаётся с',
    move: 'Передать организацию',
    closing: 'Закрытие и присоединение',
    closingAbout:
      'Запись не удаляется: закрытая организация остаётся в истории. Если её работу продолжает другая, назовите преемника.',
    close: 'Закрыть организацию',
    reopening: 'Отмена закрытия',
    reopen: 'Отменить закрытие',
    lastDay: 'Последний день работы',
    successor: 'Преемник',
    noSuccessor: 'нет преемника',
    basis: 'Основание',
    basisHint: 'Приказ, письмо или причина: останется в журнале.',
    shortName: 'Краткое название',
    unset: 'не указано',
    branchOf: 'Филиал другой школы',
    yes: 'да',
    no: 'нет',
    back: 'К карточке',
    ooCodeHint: 'Семь цифр у школы, три у муниципалитета.',
    faults: {
      needed: 'Заполните поле.',
      day: 'Укажите день.',
      choice: 'Выберите из списка.',
      email: 'Укажите адрес вида name@school.ru.',
      site: 'Укажите адрес вида school.ru.',
      inn: 'В ИНН десять цифр, и последняя не сходится с остальными. Проверьте, нет ли опечатки.',
      ogrn: 'В ОГРН тринадцать цифр, и последняя не сходится с остальными. Проверьте, нет ли опечатки.',
      'oo-code': 'В коде ОО семь цифр.',
      'vpr-login': 'Логин ВПР — латинские буквы и цифры, например sch960012.',
      'too-long': 'Слишком длинно. Сократите.',
      'too-short': 'Слишком коротко.',
    },
    unfit: {
      ooCode: 'Код не подходит этому виду организации: у школы семь цифр, у муниципалитета три.',
      openedOn: 'День открытия должен быть раньше дня закрытия.',
      closedOn: 'День закрытия должен быть позже дня открытия.',
      from: 'Этот день должен быть позже прежней смены названия и открытия и не позже сегодняшнего.',
      successorId: 'Преемником может быть работающая организация того же вида.',
      territoryId: 'Выберите территорию, в которую входит организация.',
      parentId: 'Сюда передать нельзя: выберите работающую организацию, в которую такая может входить.',
      movedOn: 'Этот день должен быть позже открытия и прежней передачи и не позже сегодняшнего; закрытую не передают.',
      kind: 'Такую организацию сюда добавить нельзя.',
    },
    unfitOther: 'Значение не подходит: проверьте, что это за число, дата или «да»/«нет».',
    alreadyThere: {
      ooCode: 'Этот код уже у другой организации.',
      vprLogin: 'Этот логин уже у другой организации.',
      from: 'На этот день запись уже есть.',
      movedOn: 'На этот день передача уже записана.',
      words: 'Такой вариант в пределах этой территории уже есть.',
    },
    refusals: {
      changed: 'Пока вы правили, запись изменил кто-то другой',
      changedAbout:
        'Ваши изменения не сохранены. Ниже — что изменилось; в полях — то, что набрали вы. Сверьте и сохраните ещё раз.',
      hasMembers: (count) => `Сначала закройте или переведите то, что в неё входит (${count}).`,
      forbidden: 'На это нет прав.',
      other: 'Не удалось сохранить. Вернитесь к карточке и попробуйте ещё раз.',
    },
  },
  en: {
    title: (name) => `Edit: ${name}`,
    edit: 'Edit',
    newTitle: 'New organisation',
    newIn: (place) => `Will belong to: ${place}`,
    save: 'Save',
    create: 'Add the organisation',
    details: 'Codes, place, head',
    name: 'Name',
    nameAbout: 'The former name stays in the history: the organisation is still found by it.',
    rename: 'Change the name',
    from: 'The new name is used from',
    passport: 'Passport',
    aliases: 'Other names in use',
    aliasesAbout: 'Abbreviations and other ways to write the name in orders, understood within the chosen territory.',
    words: 'Another name or an abbreviation',
    territory: 'Within',
    add: 'Add the name',
    remove: 'Remove',
    moving: 'Passing on',
    movingAbout:
      'The organisation moves with all that is kept for it: people, road maps, files and the journal. Its present territory will no longer see what is not published.',
    newParent: 'Passes to',
    movedOn: 'Passes on',
    move: 'Pass the organisation on',
    closing: 'Closing and merging',
    closingAbout:
      'Nothing is deleted: a closed organisation stays in the history. If another one goes on with its work, name the successor.',
    close: 'Close the organisation',
    reopening: 'Undo the closing',
    reopen: 'Undo the closing',
    lastDay: 'Last day of work',
    successor: 'Successor',
    noSuccessor: 'no successor',
    basis: 'Basis',
    basisHint: 'An order, a letter or a reason: it stays in the journal.',
    shortName: 'Short name',
    unset: 'not told',
    branchOf: 'A branch of another school',
    yes: 'yes',
    no: 'no',
    back: 'To the card',
    ooCodeHint: 'Seven digits of a school, three of a municipality.',
    faults: {
      needed: 'Fill in this field.',
      day: 'Give a day.',
      choice: 'Choose from the list.',
      email: 'Give an address such as name@school.example.',
      site: 'Give an address such as school.example.',
      inn: 'An INN has ten digits, and the last one does not agree with the others. Look for a typing error.',
      ogrn: 'An OGRN has thirteen digits, and the last one does not agree with the others. Look for a typing error.',
      'oo-code': 'A school code has seven digits.',
      'vpr-login': 'A login has Latin letters and digits, such as sch960012.',
      'too-long': 'Too long. Shorten it.',
      'too-short': 'Too short.',
    },
    unfit: {
      ooCode: 'The code does not fit this kind: a school has seven digits, a municipality three.',
      openedOn: 'The day of opening must be before that of closing.',
      closedOn: 'The day of closing must be after that of opening.',
      from: 'The day must be after the last change of the name and the opening, and not after today.',
      successorId: 'A successor is an open organisation of the same kind.',
      territoryId: 'Choose a territory that the organisation belongs to.',
      parentId: 'It cannot pass there: choose an open organisation that may hold one of this kind.',
      movedOn:
        'The day must be after the opening and the last passing, and not after today; a closed one does not pass.',
      kind: 'Such an organisation cannot be added here.',
    },
    unfitOther: 'The value does not fit: check whether it is a number, a date or yes/no.',
    alreadyThere: {
      ooCode: 'Another organisation has this code.',
      vprLogin: 'Another organisation has this login.',
      from: 'There is a record on this day already.',
      movedOn: 'A passing on this day is recorded already.',
      words: 'This name is known within this territory already.',
    },
    refusals: {
      changed: 'Somebody else changed the record while you were editing',
      changedAbout:
        'Your changes are not saved. Below is what changed; the fields hold what you typed. Compare and save again.',
      hasMembers: (count) => `First close or move what belongs to it (${count}).`,
      forbidden: 'You may not do this.',
      other: 'It could not be saved. Go back to the card and try again.',
    },
  },
};
