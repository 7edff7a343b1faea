import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageAt, type Passage } from '#domain/language/passage.ts';
import { looksLikeExecutors, splitExecutors } from '#domain/orders/executors.ts';
import type { Lexicon } from '#domain/orders/lexicon.ts';
import { growsLinearly } from '#tests/support/growth.ts';

const lexicon: Lexicon = {
  abbreviations: new Map([
    ['ОО', 'общеобразовательная организация'],
    ['МОУО', 'муниципальные органы управления образованием'],
    ['УО', 'управление образования'],
    ['ИРО', 'Институт развития образования'],
    ['ЦОКО', 'Центр оценки качества образования'],
    ['РЦОИ', 'Региональный центр обработки информации'],
    ['ИМЦ', 'информационно-методический центр'],
    ['РМК', 'районный методический кабинет'],
    ['РМО', 'районное методическое объединение'],
    ['ШМО', 'школьное методическое объединение'],
    ['ММО', 'муниципальное методическое объединение'],
    ['ШНОР', 'школы с низкими образовательными результатами'],
    ['ПМПК', 'психолого-медико-педагогическая комиссия'],
    ['Минобразования НО', 'Министерство образования Новосельской области'],
  ]),
  organizations: [
    'Минобразования НО',
    'МКУ «Управление образованием Заречного района»',
    'ИМЦ',
    'Заречненский педагогический колледж',
  ],
};
const nothingKnown: Lexicon = { abbreviations: new Map(), organizations: [] };

/** Lines of a cell with the offsets they have in the whole cell. */
function cell(text: string): Passage[] {
  let offset = 0;
  return text.split('\n').map((line) => {
    const passage = passageAt(line, offset);
    offset += line.length + 1;
    return passage;
  });
}

const namesIn = (text: string, words: Lexicon = lexicon): string[] =>
  splitExecutors(cell(text), words).map(({ name }) => name);

describe('a cell of executors', () => {
  it.each<[cell: string, executors: string[]]>([
    // separators
    ['ИРО, ЦОКО, РЦОИ', ['ИРО', 'ЦОКО', 'РЦОИ']],
    ['ИРО; ЦОКО', ['ИРО', 'ЦОКО']],
    ['ИРО,ЦОКО', ['ИРО', 'ЦОКО']],
    ['МОУО\nОО', ['МОУО', 'ОО']],
    ['МОУО,\nОО', ['МОУО', 'ОО']],
    ['МОУО, ИМЦ,\nОО', ['МОУО', 'ИМЦ', 'ОО']],
    ['ПМПК\nЗаречная', ['ПМПК Заречная']],
    [
      'ПМПК Заречного района. ИРО, филиал Новосельской ПМПК',
      ['ПМПК Заречного района', 'ИРО', 'филиал Новосельской ПМПК'],
    ],
    ['ИМЦ отдел. Руководители ММО', ['ИМЦ отдел', 'Руководители ММО']],
    ['Администрация района.\nРуководители школ.', ['Администрация района', 'Руководители школ']],
    ['ИРО (по согласованию), ОО', ['ИРО (по согласованию)', 'ОО']],
    ['ИРО,', ['ИРО']],
    ['ИРО.', ['ИРО']],
    ['- ИРО\n- ЦОКО', ['ИРО', 'ЦОКО']],
    ['• ИРО\n• ЦОКО', ['ИРО', 'ЦОКО']],
    ['1. ИРО\n2. ЦОКО', ['ИРО', 'ЦОКО']],
    ['1) Управление образования\n2) Руководители школ', ['Управление образования', 'Руководители школ']],
    ['– Управление образования;\n– школы района.', ['Управление образования', 'школы района']],
    // known only from the words themselves
    ['УО, ОУ', ['УО', 'ОУ']],
    ['Управление образования', ['Управление образования']],
    [
      'Министерство образования и науки Новосельской области',
      ['Министерство образования и науки Новосельской области'],
    ],
    ['МОУО и ОО', ['МОУО и ОО']],
    ['Учителя-предметники, классные руководители', ['Учителя-предметники', 'классные руководители']],
    ['Руководители ОО, педагоги', ['Руководители ОО', 'педагоги']],
    ['А.А. Лунина\nБ.Б. Снегов', ['А.А. Лунина', 'Б.Б. Снегов']],
    ['Начальник отдела, ведущий специалист', ['Начальник отдела', 'ведущий специалист']],
    ['Директора школ, заместители директоров по УВР', ['Директора школ', 'заместители директоров по УВР']],
    ['администрация школы, педагоги, педагог-психолог', ['администрация школы', 'педагоги', 'педагог-психолог']],
    // wrapped lines
    ['Управление\nобразованием\nЗаречного района', ['Управление образованием Заречного района']],
    [
      'Управление образования\nАдминистрации\nЗаречного района',
      ['Управление образования Администрации Заречного района'],
    ],
    ['Муниципальный\nкоординатор', ['Муниципальный координатор']],
    ['Руководители\nОО', ['Руководители ОО']],
    ['Руководители\nобщеобразовательных\nорганизаций', ['Руководители общеобразовательных организаций']],
    ['Минобразования\nНО, ИРО,\nЦОКО', ['Минобразования НО', 'ИРО', 'ЦОКО']],
    ['Заместитель\nдиректора по УВР', ['Заместитель директора по УВР']],
    ['Заместитель\nДиректора', ['Заместитель Директора']],
    ['Директор,\nзаместитель директора по\nУВР', ['Директор', 'заместитель директора по УВР']],
    [
      'МКУ «Управление\nобразованием, культурой\nи спортом», ОО',
      ['МКУ «Управление образованием, культурой и спортом»', 'ОО'],
    ],
    ['ГАУ ДПО\n«Институт развития образования»', ['ГАУ ДПО «Институт развития образования»']],
    ['руководители\nшкольных методических\nобъединений', ['руководители школьных методических объединений']],
    ['методист\nРМК', ['методист РМК']],
    [
      'Отдел образования\nадминистрации\nгородского округа Лесной',
      ['Отдел образования администрации городского округа Лесной'],
    ],
    // lines that are executors of their own
    ['ИМЦ отдел\nРуководители ММО', ['ИМЦ отдел', 'Руководители ММО']],
    ['Руководители ОО\nРуководители ШМО', ['Руководители ОО', 'Руководители ШМО']],
    [
      'МКУ «Управление образованием Заречного района»\nРуководители ОО',
      ['МКУ «Управление образованием Заречного района»', 'Руководители ОО'],
    ],
    ['Управление образования\nРуководители школ', ['Управление образования', 'Руководители школ']],
    ['Управление образования\nруководители школ', ['Управление образования', 'руководители школ']],
    [
      'Администрация школы\nУчителя-предметники\nКлассные руководители',
      ['Администрация школы', 'Учителя-предметники', 'Классные руководители'],
    ],
    ['ИРО\nМуниципальные координаторы', ['ИРО', 'Муниципальные координаторы']],
    ['Директор школы\nЗаместители директора', ['Директор школы', 'Заместители директора']],
    [
      'Департамент образования\nИнститут развития образования',
      ['Департамент образования', 'Институт развития образования'],
    ],
    ['Иванова И.И.\nПетров П.П.', ['Иванова И.И.', 'Петров П.П.']],
    [
      'зам. директора по УВР\nучителя-предметники\nклассные руководители',
      ['зам. директора по УВР', 'учителя-предметники', 'классные руководители'],
    ],
    [
      'Отдел образования\nметодический кабинет\nруководители ОО',
      ['Отдел образования', 'методический кабинет', 'руководители ОО'],
    ],
    [
      'педагог-психолог\nсоциальный педагог\nучитель-логопед',
      ['педагог-психолог', 'социальный педагог', 'учитель-логопед'],
    ],
    ['МБОУ «Заречненская СОШ»\nМБОУ «Лесная СОШ»', ['МБОУ «Заречненская СОШ»', 'МБОУ «Лесная СОШ»']],
    ['МБОУ Заречненская СОШ\nМБОУ Лесная СОШ', ['МБОУ Заречненская СОШ', 'МБОУ Лесная СОШ']],
    ['МБОУ СОШ №1\nМБОУ СОШ №2', ['МБОУ СОШ №1', 'МБОУ СОШ №2']],
    ['Администрация школы\nРодительский комитет', ['Администрация школы', 'Родительский комитет']],
    [
      'Министерство просвещения\nГБУ ДПО «Институт развития»\nМОУО',
      ['Министерство просвещения', 'ГБУ ДПО «Институт развития»', 'МОУО'],
    ],
    ['Начальник отдела\nобщего образования\nСидоров С.С.', ['Начальник отдела общего образования Сидоров С.С.']],
    [
      'Директор Петров П.П.,\nзам. директора по УВР\nИванова И.И.',
      ['Директор Петров П.П.', 'зам. директора по УВР Иванова И.И.'],
    ],
    ['учителя\nпредметники', ['учителя предметники']],
    // lines that were lost
    ['МБОУ «Заречненская СОШ» МБОУ «Лесная СОШ»', ['МБОУ «Заречненская СОШ»', 'МБОУ «Лесная СОШ»']],
    ['ИМЦ отдел Руководители ММО', ['ИМЦ отдел', 'Руководители ММО']],
    [
      'МКУ «Управление образованием Заречного района», ИМЦ отдел Руководители ММО',
      ['МКУ «Управление образованием Заречного района»', 'ИМЦ отдел', 'Руководители ММО'],
    ],
    ['Руководители ОО Руководители ШМО', ['Руководители ОО', 'Руководители ШМО']],
    [
      'МКУ «Управление образованием Заречного района» Руководители ОО',
      ['МКУ «Управление образованием Заречного района»', 'Руководители ОО'],
    ],
    ['ИМЦ отдел. Руководитель ММО учителей математики', ['ИМЦ отдел', 'Руководитель ММО учителей математики']],
    ['ИРО ЦОКО', ['ИРО', 'ЦОКО']],
    // names with commas, dots and signs of their own
    ['ИРО, Благотворительный фонд «Ты сможешь!»', ['ИРО', 'Благотворительный фонд «Ты сможешь!»']],
    ['АНО «Учиться, чтобы жить», ОО', ['АНО «Учиться, чтобы жить»', 'ОО']],
    ['ГБУ ДПО "Институт развития, оценки и качества", ОО', ['ГБУ ДПО "Институт развития, оценки и качества"', 'ОО']],
    ['МОУО (отдел общего образования, методисты), ОО', ['МОУО (отдел общего образования, методисты)', 'ОО']],
    [
      'МКУ «Управление образованием Заречного района, ИМЦ отдел',
      ['МКУ «Управление образованием Заречного района', 'ИМЦ отдел'],
    ],
    ['МБУ «Центр «Развитие», ИМЦ', ['МБУ «Центр «Развитие»', 'ИМЦ']],
    ['Иванова И.И., методист РМК', ['Иванова И.И.', 'методист РМК']],
    ['И. И. Иванова, П.П. Петров', ['И. И. Иванова', 'П.П. Петров']],
    ['зам. директора по УВР Сидорова А.Б.', ['зам. директора по УВР Сидорова А.Б.']],
    ['МБОУ СОШ № 3 г. Заречный, МБОУ СОШ им. А.С. Пушкина', ['МБОУ СОШ № 3 г. Заречный', 'МБОУ СОШ им. А.С. Пушкина']],
    ['СОШ р.п. Лесной, школа пгт. Северный', ['СОШ р.п. Лесной', 'школа пгт. Северный']],
    ['СОШ № 1, 2, 5', ['СОШ № 1, 2, 5']],
    ['УО, ИМЦ, ОО и др.', ['УО', 'ИМЦ', 'ОО и др.']],
    ['Руководители ОО, имеющих низкие результаты, МОУО', ['Руководители ОО, имеющих низкие результаты', 'МОУО']],
    ['ОО/МОУО', ['ОО/МОУО']],
    ['Ответственный: ИРО; соисполнители: ОО', ['ИРО', 'ОО']],
    ['УО, а также ОО', ['УО', 'ОО']],
    ['Учителя 4, 9, 11 классов', ['Учителя 4, 9, 11 классов']],
    ['Учителя математики, физики, русского языка, ИМЦ', ['Учителя математики, физики, русского языка', 'ИМЦ']],
    ['Заместители директора по УВР, ВР', ['Заместители директора по УВР', 'ВР']],
    ['Учителя-предметники, работающие в 9 классах', ['Учителя-предметники, работающие в 9 классах']],
    [
      'Муниципальные органы, осуществляющие управление в сфере образования, ОО',
      ['Муниципальные органы, осуществляющие управление в сфере образования', 'ОО'],
    ],
    ['Педагоги, обучающиеся', ['Педагоги', 'обучающиеся']],
    [
      'Иванова И.И. – начальник отдела, Петрова А.А. – методист',
      ['Иванова И.И. – начальник отдела', 'Петрова А.А. – методист'],
    ],
    // noise
    ['ИРО, ИРО', ['ИРО']],
    ['ОО\nОО', ['ОО']],
    ['ИРО | ЦОКО |', ['ИРО', 'ЦОКО']],
    ['-', []],
    ['', []],
    ['  \n ', []],
  ])('«%s» names %j', (text, executors) => {
    expect(namesIn(text)).toEqual(executors);
  });

  it('is split in the same way when nothing is known of its abbreviations, where separators are printed', () => {
    expect(namesIn('ЦНППМ, МЦ «Развитие»; ОО\nРуководители школ', nothingKnown)).toEqual([
      'ЦНППМ',
      'МЦ «Развитие»',
      'ОО',
      'Руководители школ',
    ]);
    expect(namesIn('МОУО\nОО', nothingKnown)).toEqual(['МОУО', 'ОО']);
    expect(namesIn('Минобрнауки\nРФ', nothingKnown)).toEqual(['Минобрнауки РФ']);
  });

  it('knows where each name stands', () => {
    const text = 'ИРО,\nРуководители\nшкол';
    const [, heads] = splitExecutors(cell(text), lexicon);
    expect(
      heads?.passage.at
        .filter((at) => at >= 0)
        .map((at) => text.charAt(at))
        .join(''),
    ).toBe('Руководителишкол');
  });
});

describe('the likeness of a cell to executors', () => {
  it.each([
    'ИРО, ЦОКО',
    'Руководители ОО',
    'Управление образования Заречного района',
    'Иванова И.И.',
    'администрация школы, педагоги',
    'МБОУ СОШ № 3',
  ])('«%s» looks like executors', (text) => expect(looksLikeExecutors(text, lexicon)).toBeGreaterThanOrEqual(0.7));

  it.each([
    'Проведение семинаров для руководителей школ',
    'март 2024 года',
    'Приказ, протокол',
    'не менее 5 семинаров',
    '100 %',
    '',
    'Подготовлена аналитическая справка по итогам самодиагностики',
    'Ссылка на сайт управления',
  ])('«%s» does not', (text) => expect(looksLikeExecutors(text, lexicon)).toBeLessThanOrEqual(0.3));
});

const contracts = process.env['OPORA_CONTRACTS'] ?? new URL('../../../../shared/contracts', import.meta.url).pathname;
const corpus = process.env['OPORA_CORPUS'] ?? new URL('../../../../shared/corpus', import.meta.url).pathname;
type TruthMeasure = {
  seq: number;
  number: string | null;
  responsible: string[];
  responsibleCanonical?: string[];
  humanOnly?: string[];
  note?: string;
};
type Truth = { file: string; columns: string[]; measures: TruthMeasure[]; abbreviations: Record<string, string> };

describe.skipIf(!existsSync(`${contracts}/truth`))(
  'the plans read by a person (skipped when OPORA_CONTRACTS is not there)',
  () => {
    const files = existsSync(`${contracts}/truth`)
      ? readdirSync(`${contracts}/truth`).filter((name) => /^\d/u.test(name))
      : [];
    const truthOf = (file: string): Truth => JSON.parse(readFileSync(`${contracts}/truth/${file}`, 'utf8')) as Truth;
    const lexiconOf = (truth: Truth): Lexicon => ({
      abbreviations: new Map(Object.entries(truth.abbreviations)),
      organizations: [],
    });

    /** Only in these the source shows the cells of a row. */
    const hasTabs = (file: string): boolean =>
      existsSync(corpus) && readFileSync(`${corpus}/${truthOf(file).file}`, 'utf8').includes('\t');

    it.each(files)('%s: lists of executors written with commas, semicolons or lines are split as they were', (file) => {
      const truth = truthOf(file);
      for (const separator of [', ', '; ', ',\n', '\n']) {
        for (const measure of truth.measures) {
          // A line in lower case goes on with the one before it, whoever it names.
          if (separator === '\n' && measure.responsible.some((name) => /^\p{Ll}/u.test(name))) continue;
          const text = measure.responsible.join(separator);
          expect({ text, names: namesIn(text, lexiconOf(truth)) }).toEqual({ text, names: measure.responsible });
        }
      }
    });

    it.skipIf(!existsSync(corpus)).each(files.filter(hasTabs))(
      '%s: the cells of its whole rows are split as the person did',
      (file) => {
        const truth = truthOf(file);
        const column = truth.columns.findIndex((title) => /^Ответственн|исполнител/iu.test(title));
        const lines = readFileSync(`${corpus}/${truth.file}`, 'utf8').split('\n');
        let compared = 0;
        for (const measure of truth.measures) {
          const rows = lines
            .map((line) => line.split('\t'))
            .filter((cells) => cells.length === truth.columns.length && cells[0] === measure.number);
          const text = rows.length === 1 ? (rows[0]?.[column] ?? '') : '';
          if (text === '' || /,\s*$/u.test(text) || measure.humanOnly?.includes('responsible') === true) continue;
          if (measure.note?.includes('Разрыв страницы') === true && text.length < measure.responsible.join(', ').length)
            continue;
          compared += 1;
          expect({ seq: measure.seq, names: namesIn(text, lexiconOf(truth)) }).toEqual({
            seq: measure.seq,
            names: measure.responsible,
          });
        }
        expect(compared).toBeGreaterThan(15);
      },
    );
  },
);

describe('any cell', () => {
  const pieces = fc.constantFrom(
    'ИРО',
    'ОО',
    ', ',
    '; ',
    '\n',
    '«',
    '»',
    '(',
    ')',
    '"',
    ' ',
    '. ',
    'Руководители ',
    'и др.',
    'И.И. ',
    '- ',
    '1. ',
    'района',
    '|',
    '😀',
    'зам. ',
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 50 }).map((list) => list.join('')),
  );

  it('is split without an error into names that stand in it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { name, passage, confidence } of splitExecutors(cell(text), lexicon)) {
          expect(name).toBe(passage.text);
          expect(name).toBe(name.trim());
          expect(confidence).toBeGreaterThan(0);
          passage.at.forEach((at, index) => {
            if (at >= 0 && name.charAt(index) !== ' ') expect(text.charAt(at)).toBe(name.charAt(index));
          });
        }
        const likeness = looksLikeExecutors(text, lexicon);
        expect(likeness >= 0 && likeness <= 1).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps every word of names written one after another with commas', () => {
    const name = fc.constantFrom(
      'ИРО',
      'Руководители ОО',
      'МКУ «Центр «Рост»',
      'методист РМК',
      'Иванова И.И.',
      'ОО (отдел, методисты)',
    );
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1 }), (list) => {
        expect(namesIn(list.join(', '))).toEqual(list);
      }),
    );
  });

  it.each(['ОО, ', '«', '(', 'Руководители ', 'ИРО\n', 'а', 'А. ', '- \n', '"а, '])(
    'of 20,000 characters «%s…» is split in linear time',
    (piece) => {
      const split = (length: number) => splitExecutors(cell(piece.repeat(Math.ceil(length / piece.length))), lexicon);
      expect(growsLinearly(split, 20_000)).toBe(true);
    },
  );
});

describe('commas in the name of an authority', () => {
  it.each([
    ['Министерство образования, науки и молодёжной политики Лесного края, ИРО', 2],
    ['управление культуры, спорта и молодёжной политики администрации района', 1],
    ['Министерство образования,\nнауки и молодёжной политики Лесного края', 1],
    ['комитет по образованию, культуре и делам молодёжи, МКУ «ИМЦ»', 2],
    ['министерство труда, занятости и социальной защиты', 1],
    ['Отдел образования, школы, методисты', 3],
    ['Управление образования, образовательные организации', 2],
  ])('«%s» names %i', (text, count) => {
    expect(namesIn(text)).toHaveLength(count);
  });
});

describe('line breaks that somebody wrote', () => {
  const written = (text: string): string[] =>
    splitExecutors(cell(text), lexicon, { written: true }).map(({ name }) => name);

  it.each([
    'ИМЦ\nшколы',
    'Педагоги-психологи\nИРО',
    'школы\nИРО',
    'Управление образования\nшколы',
    'РМК\nдиректора школ',
    'Администрация\nучителя',
  ])('part %j', (text) => {
    expect(written(text)).toEqual(text.split('\n'));
  });

  it.each(['методисты\nИМЦ', 'руководители\nшкол', 'Совет\nшколы', 'Министерство\nобразования', 'помощник\nдиректора'])(
    'do not part %j',
    (text) => {
      expect(written(text)).toEqual([text.replace('\n', ' ')]);
    },
  );

  it('are those inside one cell: lines that a frame has wrapped lie apart', () => {
    const lines = [...cell('ИМЦ'), passageAt('школы', 40)];
    expect(splitExecutors(lines, lexicon, { written: true })).toHaveLength(1);
  });
});
