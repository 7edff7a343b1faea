import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceOf } from '#demo/orders/chance.ts';
import { flowText, LOSSES } from '#demo/orders/flow-text.ts';
import type { Loss } from '#demo/orders/flow-text.ts';
import { inventPlan } from '#demo/orders/plans.ts';
import { recallOfTable } from '#demo/orders/table-recall.ts';
import { passageAt } from '#domain/language/passage.ts';
import { layOutUndivided } from '#domain/orders/layout/flow/lay-out-undivided.ts';
import type { Paragraph, SourceDocument } from '#domain/orders/source-document.ts';

/** A document of one paragraph for each run of lines that are not empty. */
function linesOnly(text: string): SourceDocument {
  const blocks: { kind: 'paragraph'; lines: Paragraph['lines'][number][] }[] = [];
  let offset = 0;
  let open = false;
  for (const line of text.split('\n')) {
    if (line.trim() === '') open = false;
    else {
      if (!open) blocks.push({ kind: 'paragraph', lines: [] });
      blocks.at(-1)?.lines.push(passageAt(line, offset));
      open = true;
    }
    offset += line.length + 1;
  }
  return { text, pages: null, blocks, repairs: [] };
}

function tables(text: string): string[][][] {
  return layOutUndivided(linesOnly(text)).blocks.flatMap((block) =>
    block.kind === 'table'
      ? [block.rows.map((row) => row.cells.map((cell) => cell.lines.map((line) => line.text.trim()).join(' ')))]
      : [],
  );
}

const CELLS_IN_TURN = `План мероприятий на 2025 год

№
п/п
Мероприятия Сроки Ответственные
исполнители
Результат

1 Проведение семинаров для
учителей математики и
физики

Март 2025 Методическая служба
Заречного района

Проведено не менее 4
семинаров

2 Разработка школьных
программ перехода

До 15.04.2025 Руководители ОО Программы утверждены

3 Анализ результатов
диагностических работ

 УО, ОО Аналитическая справка

4 Посещение уроков молодых
учителей

В течение года Наставники Листы наблюдений
`;

describe('cells printed one after another', () => {
  test('come back as rows with the cells of each column', () => {
    expect(tables(CELLS_IN_TURN)).toEqual([
      [
        ['№ п/п', 'Мероприятия', 'Сроки', 'Ответственные исполнители', 'Результат'],
        [
          '1',
          'Проведение семинаров для учителей математики и физики',
          'Март 2025',
          'Методическая служба Заречного района',
          'Проведено не менее 4 семинаров',
        ],
        ['2', 'Разработка школьных программ перехода', 'До 15.04.2025', 'Руководители ОО', 'Программы утверждены'],
        ['3', 'Анализ результатов диагностических работ', '', 'УО, ОО', 'Аналитическая справка'],
        ['4', 'Посещение уроков молодых учителей', 'В течение года', 'Наставники', 'Листы наблюдений'],
      ],
    ]);
  });

  test('leave what stands before and behind the table as it was', () => {
    const behind = `${CELLS_IN_TURN}\nИспользуемые сокращения:\nУО – управление образования;\n`;
    const blocks = layOutUndivided(linesOnly(behind)).blocks;
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'table', 'paragraph']);
  });

  test('lose the titles that each page repeats to the repairs', () => {
    const heading = '№\nп/п\nМероприятия Сроки Ответственные\nисполнители\nРезультат\n\n';
    const repeated = CELLS_IN_TURN.replace('\n3 Анализ', `\n\n\n${heading}3 Анализ`);
    const document = layOutUndivided(linesOnly(repeated));
    expect(tables(repeated)[0]).toHaveLength(5);
    expect(document.repairs.map((repair) => repair.code)).toContain('repeated-header');
  });

  test('lose a row of column numbers to the repairs', () => {
    const numbered = CELLS_IN_TURN.replace('Результат\n', 'Результат\n1 2 3 4 5\n');
    expect(tables(numbered)).toEqual(tables(CELLS_IN_TURN));
    expect(layOutUndivided(linesOnly(numbered)).repairs).toMatchObject([
      { code: 'column-numbers', words: '1 2 3 4 5' },
    ]);
  });

  test('are joined again when a page end cuts a row', () => {
    const cut = CELLS_IN_TURN.replace(
      /4 Посещение[^]*$/u,
      `4 Посещение уроков молодых
учителей математики, физики и

В течение года Наставники Листы наблюдений и




информатики в сельских школах

отчёты наставников

5 Подведение итогов года

Декабрь 2025 УО Итоговый отчёт
`,
    );
    expect(tables(cut)[0]?.[4]).toEqual([
      '4',
      'Посещение уроков молодых учителей математики, физики и информатики в сельских школах',
      'В течение года',
      'Наставники',
      'Листы наблюдений и отчёты наставников',
    ]);
  });
});

describe('invented plans', () => {
  const recall = (loss: Loss): number => {
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
    const shares = seeds.map((seed) => {
      const plan = inventPlan(seed);
      return recallOfTable(plan, layOutUndivided(linesOnly(flowText(plan, loss, chanceOf(seed + 1000))))).cells;
    });
    return shares.reduce((sum, share) => sum + share, 0) / seeds.length;
  };

  test.each(LOSSES.filter((loss) => loss !== 'across'))('printed as %s give back 95 of 100 cells', (loss) => {
    expect(recall(loss)).toBeGreaterThan(0.95);
  });
});

describe('prose', () => {
  test('with the words of titles never becomes a table', () => {
    const prose = `Сроки и ответственные исполнители определены приложением. Результаты мероприятий
обсуждаются на совещании. Ответственные исполнители представляют отчёт о результатах
мероприятий в сроки, установленные планом.
1. Утвердить план мероприятий.
2. Ответственным исполнителям обеспечить реализацию мероприятий до 1 мая 2025 года.
3. Контроль оставляю за собой.
Начальник управления П.С. Лугов`;
    const document = linesOnly(prose);
    expect(layOutUndivided(document).blocks).toEqual(document.blocks);
  });
});

describe('any text', () => {
  const letters = (texts: readonly string[]) => texts.join('').replace(/\s/gu, '');
  const allText = (document: SourceDocument) =>
    letters([
      ...document.blocks.flatMap((block) =>
        block.kind === 'paragraph'
          ? block.lines.map((line) => line.text)
          : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines.map((line) => line.text))),
      ),
      ...document.repairs.map((repair) => repair.words ?? ''),
    ]);

  test('keeps every letter in a block or a repair, whatever lines are missing or out of place', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(...LOSSES),
        fc.array(fc.tuple(fc.nat(200), fc.constantFrom('drop', 'double', 'blank', 'bar')), { maxLength: 12 }),
        (seed, loss, damages) => {
          const lines = flowText(inventPlan(seed, { measures: 6 }), loss, chanceOf(seed)).split('\n');
          for (const [at, damage] of damages) {
            const place = at % lines.length;
            if (damage === 'drop') lines.splice(place, 1);
            if (damage === 'double') lines.splice(place, 0, lines[place] ?? '');
            if (damage === 'blank') lines.splice(place, 0, '');
            if (damage === 'bar') lines[place] = (lines[place] ?? '').replace(' ', ' | ');
          }
          const document = linesOnly(lines.join('\n'));
          const sorted = (text: string) => Array.from(text).sort().join('');
          expect(sorted(allText(layOutUndivided(document)))).toBe(sorted(letters([document.text])));
        },
      ),
      { numRuns: 25 },
    );
  });

  test('of five megabytes stays as it is rather than hanging', () => {
    const row = 'Проведение семинаров Март 2025 УО Справка\n';
    const text = `№ п/п Мероприятия Сроки Ответственные Результат\n${row.repeat(5_000_000 / row.length)}`;
    const document = linesOnly(text);
    expect(layOutUndivided(document).blocks).toHaveLength(document.blocks.length);
  }, 60_000);
});
