import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PositionedPage } from '#domain/orders/raw-document.ts';
import type { SourceDocument, Table } from '#domain/orders/source-document.ts';
import { layoutPages } from '#domain/orders/layout/pages/layout-pages.ts';
import { drawnTable, gridRules, linesAt, pageOf, runsAt } from '#tests/support/positioned-pages.ts';

const COLUMNS = [40, 80, 300, 420, 560];
const HEADER = ['№', 'Мероприятие', 'Сроки', 'Ответственные'];

/** Blocks as text: paragraphs with lines divided by `/`, rows with cells divided by `|` (merged ones `^`). */
function shown({ blocks }: SourceDocument): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' ? rowsShown(block) : [block.lines.map((line) => line.text).join('/')],
  );
}

function rowsShown(table: Table): string[] {
  return table.rows.map((row) => {
    const cells = row.cells.map((cell) => {
      const text = cell.merged === true ? '^' : cell.lines.map((line) => line.text).join('/');
      return cell.span > 1 ? `${text} (${String(cell.span)})` : text;
    });
    return `${row.header === true ? 'H ' : ''}${row.afterBreak === true ? 'B ' : ''}${cells.join(' | ')}`;
  });
}

function pageWithTable(rows: readonly (readonly string[])[], above: readonly string[] = []): PositionedPage {
  const { runs, rules } = drawnTable(100, COLUMNS, rows);
  return pageOf([...linesAt(40, 70, above), ...runs], rules);
}

describe('a drawn table', () => {
  test('has its cells between the lines, each with its lines of text in order', () => {
    const page = pageWithTable(
      [HEADER, ['1.', 'Проведение вебинара/для педагогов', 'март 2025', 'ИРО']],
      ['План мероприятий'],
    );
    expect(shown(layoutPages([page]))).toEqual([
      'План мероприятий',
      '№ | Мероприятие | Сроки | Ответственные',
      '1. | Проведение вебинара/для педагогов | март 2025 | ИРО',
    ]);
  });

  test('joins the cells between which a line is missing', () => {
    const rules = [
      ...gridRules(COLUMNS, [100, 140]),
      ...gridRules([40, 560], [140, 180]),
      ...gridRules(COLUMNS, [180, 220]),
      { x1: 40, y1: 260, x2: 420, y2: 260 },
      ...[40, 80, 300, 420, 560].map((x) => ({ x1: x, y1: 220, x2: x, y2: 260 })),
      { x1: 420, y1: 260, x2: 560, y2: 260 },
    ].filter(({ y1, y2, x1 }) => !(y1 === 220 && y2 === 220) || x1 > 560);
    const runs = [
      ...HEADER.flatMap((text, index) => runsAt((COLUMNS[index] ?? 0) + 4, 105, text)),
      ...runsAt(200, 150, 'I. Организация работы'),
      ...runsAt(44, 185, '1.'),
      ...runsAt(84, 185, 'Вебинар'),
      ...runsAt(424, 205, 'ИРО'),
      ...runsAt(44, 235, '2.'),
      ...runsAt(84, 235, 'Семинар'),
    ];
    const separate = { x1: 40, y1: 220, x2: 420, y2: 220 };
    expect(shown(layoutPages([pageOf(runs, [...rules, separate])]))).toEqual([
      '№ | Мероприятие | Сроки | Ответственные',
      'I. Организация работы (4)',
      '1. | Вебинар |  | ИРО',
      '2. | Семинар |  | ^',
    ]);
  });

  test('goes on over pages; its repeated header is marked, and the row of the break too', () => {
    const first = pageWithTable([HEADER, ['1.', 'Вебинар', 'март', 'ИРО']]);
    const second = pageWithTable([HEADER, ['2.', 'Семинар', 'май', 'ЦОКО']]);
    expect(shown(layoutPages([first, second]))).toEqual([
      'H № | Мероприятие | Сроки | Ответственные',
      '1. | Вебинар | март | ИРО',
      'H B № | Мероприятие | Сроки | Ответственные',
      'B 2. | Семинар | май | ЦОКО',
    ]);
  });

  test('gets the halves of a row together that a page cuts', () => {
    const first = pageWithTable([HEADER, ['1.', 'Анализ результатов,/подготовка', 'март', 'ИРО']]);
    const second = pageWithTable([
      ['', 'рекомендаций', '', ''],
      ['2.', 'Семинар', 'май', 'ЦОКО'],
    ]);
    expect(shown(layoutPages([first, second]))).toEqual([
      '№ | Мероприятие | Сроки | Ответственные',
      '1. | Анализ результатов,/подготовка/рекомендаций | март | ИРО',
      '2. | Семинар | май | ЦОКО',
    ]);
  });

  test('leaves an unnumbered row that is whole in itself', () => {
    const first = pageWithTable([HEADER, ['1.', 'Вебинар.', 'март', 'ИРО']]);
    const second = pageWithTable([
      ['', 'Обмен опытом директоров', 'май', 'ЦОКО'],
      ['2.', 'Семинар', 'май', 'ЦОКО'],
    ]);
    expect(shown(layoutPages([first, second]))).toContain('B  | Обмен опытом директоров | май | ЦОКО');
  });

  test('puts a word together that its column cut between letters', () => {
    const page = pageWithTable([
      HEADER,
      ['1.', 'Отчёт', 'май', 'общеобразовательных'],
      ['2.', 'Семинар', 'май', 'общеобразовательн/ых школ/организаций всех'],
    ]);
    const narrow = {
      ...page,
      runs: page.runs.map((run) => (run.text === 'общеобразовательн' ? { ...run, width: 94 } : run)),
    };
    expect(shown(layoutPages([narrow])).at(-1)).toBe('2. | Семинар | май | общеобразовательных школ/организаций всех');
  });

  test('puts a broken word together that the document prints in another form', () => {
    const page = pageWithTable([
      HEADER,
      ['1.', 'Отчёт', 'май', 'муниципалитет'],
      ['2.', 'Семинар', 'май', '«муниципали/теты» и школы'],
    ]);
    const narrow = {
      ...page,
      runs: page.runs.map((run) => (run.text === '«муниципали' ? { ...run, width: 64 } : run)),
    };
    expect(shown(layoutPages([narrow])).at(-1)).toBe('2. | Семинар | май | «муниципалитеты» и школы');
  });

  test.each([
    ['«Минпро/свещени/я» и школы', '«Минпросвещения» и школы'],
    ['Минстр/ой края', 'Минстрой края'],
    ['Отремо/нтирова/но 12 школ', 'Отремонтировано 12 школ'],
    ['Показатели/результатив/ности', 'Показатели/результативности'],
    ['Презентаци/и', 'Презентации'],
    ['Директор/школы', 'Директор/школы'],
    ['Замдиректора/и завуч', 'Замдиректора/и завуч'],
  ])('knows the pieces of one word by their parts, and whole words apart: %s', (printed, whole) => {
    const page = pageWithTable([HEADER, ['1.', 'Отчёт', 'май', printed]]);
    const edges = printed.split('/').slice(0, -1);
    const narrow = { ...page, runs: page.runs.map((run) => (edges.includes(run.text) ? { ...run, width: 94 } : run)) };
    expect(shown(layoutPages([narrow])).at(-1)).toBe(`1. | Отчёт | май | ${whole}`);
  });

  test('a frame around one text is no table', () => {
    const page = pageOf(runsAt(60, 110, 'Приложение к приказу'), gridRules([40, 560], [100, 140]));
    expect(shown(layoutPages([page]))).toEqual(['Приложение к приказу']);
  });
});

describe('a table without lines', () => {
  const row = (y: number, cells: readonly string[]): PositionedPage['runs'] =>
    cells.flatMap((text, index) => linesAt((COLUMNS[index] ?? 0) + 4, y, text.split('/')));

  test('has columns where all lines leave a strip free, and rows that begin at their numbers', () => {
    const runs = [
      ...row(100, HEADER),
      ...row(112, ['1.', 'Проведение вебинара/для педагогов школ', 'март 2025', 'ИРО']),
      ...row(136, ['2.', 'Семинар', 'апрель-май/2025', 'ЦОКО']),
      ...row(160, ['3.', 'Совещание', 'июнь', 'РЦОИ']),
    ];
    expect(shown(layoutPages([pageOf(runs)]))).toEqual([
      '№ | Мероприятие | Сроки | Ответственные',
      '1. | Проведение вебинара/для педагогов школ | март 2025 | ИРО',
      '2. | Семинар | апрель-май/2025 | ЦОКО',
      '3. | Совещание | июнь | РЦОИ',
    ]);
  });

  test('has rows around numbers that stand in the middle of them', () => {
    const runs = [
      ...row(100, HEADER),
      ...row(124, ['', 'Анализ результатов/оценки и подготовка', '', '']),
      ...row(130, ['1.', '', 'март', 'ИРО']),
      ...row(148, ['', 'Совещание по итогам/года в районе', '', '']),
      ...row(154, ['2.', '', 'май', 'ЦОКО']),
      ...row(172, ['3.', 'Семинар', 'июнь', 'РЦОИ']),
    ];
    expect(shown(layoutPages([pageOf(runs)])).slice(-3)).toEqual([
      '1. | Анализ результатов/оценки и подготовка | март | ИРО',
      '2. | Совещание по итогам/года в районе | май | ЦОКО',
      '3. | Семинар | июнь | РЦОИ',
    ]);
  });

  test('prose in justified lines is no table', () => {
    const text =
      'в целях методического сопровождения школ с низкими результатами приказываю утвердить прилагаемый план '.repeat(
        4,
      );
    let [x, y] = [40, 100];
    const runs = text
      .trim()
      .split(' ')
      .flatMap((word) => {
        if (x + word.length * 5 > 560) [x, y] = [40, y + 12];
        const run = runsAt(x, y, word);
        x += word.length * 5 + 10;
        return run;
      });
    expect(layoutPages([pageOf(runs)]).blocks.map((block) => block.kind)).not.toContain('table');
  });
});

describe('text around tables', () => {
  test('page numbers and repeated heads are told in repairs, not in blocks', () => {
    const pages = [1, 2, 3].map((number) =>
      pageOf([
        ...runsAt(40, 20, 'Управление образования'),
        ...runsAt(300, 810, String(number)),
        ...linesAt(40, 100, [`Пункт ${'абв'[number] ?? 'я'}`, 'и далее']),
      ]),
    );
    const { blocks, repairs } = layoutPages(pages);
    expect(blocks).toHaveLength(3);
    expect(repairs.map(({ code, words }) => `${code}: ${words ?? ''}`)).toEqual([
      'running-head: Управление образования',
      'running-head: 1',
      'running-head: Управление образования',
      'running-head: 2',
      'running-head: Управление образования',
      'running-head: 3',
    ]);
  });

  test('annexes that begin on pages of their own are no repeated head; one annex named on every page is', () => {
    const withFirstLines = (heads: readonly string[]) =>
      layoutPages(
        heads.map((head, index) =>
          pageOf([...runsAt(300, 20, head), ...linesAt(40, 100, [`Пункт ${'абв'[index] ?? 'я'} приказа`, 'и далее'])]),
        ),
      ).repairs.map(({ words }) => words);
    expect(withFirstLines(['Приложение № 1', 'Приложение № 2'])).toEqual([]);
    expect(withFirstLines(['Приложение № 11', 'Приложение № 12'])).toEqual([]);
    expect(withFirstLines(['Приложение № 1 лист 2', 'Приложение № 1 лист 3'])).toEqual([
      'Приложение № 1 лист 2',
      'Приложение № 1 лист 3',
    ]);
  });

  test('blocks side by side are read one after the other', () => {
    const left = linesAt(40, 60, ['Администрация', 'Заречного района']);
    const right = linesAt(380, 60, ['УТВЕРЖДЕН', 'приказом управления', 'от 05.02.2025 № 118']);
    expect(shown(layoutPages([pageOf([...left, ...right])])).join('/')).toBe(
      'Администрация/Заречного района/УТВЕРЖДЕН/приказом управления/от 05.02.2025 № 118',
    );
  });

  test('a date on the left and a number on the right are one line', () => {
    const runs = [...runsAt(40, 60, 'от 05.02.2025'), ...runsAt(400, 60, '№ 118')];
    expect(shown(layoutPages([pageOf(runs)]))).toEqual(['от 05.02.2025 № 118']);
  });

  test('a sentence that a page cuts goes on', () => {
    const pages = [
      pageOf(linesAt(40, 700, ['1. Руководителям обеспечить'])),
      pageOf(linesAt(40, 60, ['выполнение плана.'])),
    ];
    expect(shown(layoutPages(pages))).toEqual(['1. Руководителям обеспечить/выполнение плана.']);
  });

  test('the number of a footnote stays apart from its word', () => {
    const runs = [...runsAt(40, 100, 'школ'), ...runsAt(61, 99.5, '2', { height: 6, width: 3 })];
    expect(shown(layoutPages([pageOf(runs)]))).toEqual(['школ²']);
  });
});

describe('any pages', () => {
  const place = fc.double({ min: -50, max: 900, noNaN: true });
  const run = fc.record({
    text: fc.constantFrom('1.', 'план', 'Срок ', '№', 'март', '2025', '-', 'ИРО'),
    x: place,
    y: place,
    width: fc.double({ min: 0, max: 90, noNaN: true }),
    height: fc.double({ min: 0, max: 20, noNaN: true }),
  });
  const rule = fc.record({ x1: place, y1: place, x2: place, y2: place });
  const grid = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 6 }).map((steps) =>
    gridRules(
      steps.sort((a, b) => a - b).map((step) => step * 15),
      [50, 120, 300, 500],
    ),
  );
  const page = fc
    .tuple(fc.array(run, { maxLength: 60 }), fc.oneof(fc.array(rule, { maxLength: 20 }), grid))
    .map(([runs, rules]) => pageOf(runs, rules));

  test('no word is lost, and every line points to its place in the text', () => {
    fc.assert(
      fc.property(fc.array(page, { maxLength: 4 }), (pages) => {
        const { text, blocks, repairs } = layoutPages(pages);
        const lines = blocks.flatMap((block) =>
          block.kind === 'table' ? block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines)) : block.lines,
        );
        for (const line of lines) expect(line.at.map((offset) => text.charAt(offset)).join('')).toBe(line.text);
        const letters = (value: string): string => Array.from(value.replace(/\s/gu, '')).sort().join('');
        const kept = [...lines.map((line) => line.text), ...repairs.map((repair) => repair.words ?? '')].join('');
        const plain = kept.normalize('NFKC');
        expect(letters(plain)).toBe(
          letters(
            pages
              .flatMap((one) => one.runs.map((word) => word.text))
              .join('')
              .normalize('NFKC'),
          ),
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('a table that goes on below other lines', () => {
  const first = pageWithTable([HEADER, ['1.', 'Анализ результатов,/подготовка', 'март', 'ИРО']]);
  const second = pageWithTable([
    ['', 'рекомендаций', '', ''],
    ['2.', 'Семинар', 'май', 'ЦОКО'],
  ]);
  const whole = '1. | Анализ результатов,/подготовка/рекомендаций | март | ИРО';

  test('is not cut by a footnote, which stands behind it', () => {
    const note = runsAt(40, 780, '1 По согласованию', { height: 8 });
    const withNote = { ...first, runs: [...first.runs, ...note] };
    expect(shown(layoutPages([withNote, second]))).toEqual([
      '№ | Мероприятие | Сроки | Ответственные',
      whole,
      '2. | Семинар | май | ЦОКО',
      '1 По согласованию',
    ]);
  });

  test('is not cut by the words that announce its continuation', () => {
    const announced = { ...second, runs: [...runsAt(400, 80, 'Продолжение таблицы 1'), ...second.runs] };
    const { blocks, repairs } = layoutPages([first, announced]);
    expect(blocks).toHaveLength(1);
    expect(repairs.map((repair) => repair.words)).toEqual(['Продолжение таблицы 1']);
  });

  test('a page of a hundred thousand words comes to an end', () => {
    const crowd = Array.from({ length: 100_000 }, (_, index) => ({
      text: 'а',
      x: index % 601,
      y: 100,
      width: 1,
      height: 10,
    }));
    expect(layoutPages([pageOf(crowd)]).blocks).toHaveLength(1);
  });
});
