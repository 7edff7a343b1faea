import { describe, expect, test } from 'vitest';
import { layoutPages } from '#domain/orders/layout/pages/layout-pages.ts';
import type { SourceDocument } from '#domain/orders/source-document.ts';
import type { PositionedPage, PositionedRun } from '#domain/orders/raw-document.ts';
import { linesAt, pageOf, runsAt } from '#tests/support/positioned-pages.ts';

const COLUMNS = [40, 80, 300, 400];

/** Rows without any lines between, 40 points apart: cells divided by `|`, their lines by `/`. */
function rowsAt(top: number, rows: readonly string[], columns: readonly number[] = COLUMNS): PositionedRun[] {
  return rows.flatMap((row, index) =>
    row
      .split('|')
      .flatMap((cell, column) => linesAt(columns[column] ?? 0, top + index * 40, cell.split('/').filter(Boolean))),
  );
}

function shown({ blocks }: SourceDocument): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.cells.map((cell) => cell.lines.map((line) => line.text).join('/')).join('|'))
      : [`P ${block.lines.map((line) => line.text).join('/')}`],
  );
}

const HEADER = '№|Мероприятие|Срок|Исполнитель';
const MEASURES = [
  '1.|Вебинар для учителей/физики и химии|март|ИРО',
  '2.|Семинар о работе/с текстом|апрель|ЦОКО',
  '3.|Сбор отчётов школ/за полугодие|июнь|РЦОИ',
];

describe('tables without lines', () => {
  test('end where a heading and another header begin the next one', () => {
    const indicators = ['№|Показатель работы всех школ района|Значение', '1|Доля школ|60%', '2|Доля учителей|75%'];
    const page = pageOf([
      ...rowsAt(60, [HEADER, ...MEASURES]),
      ...runsAt(200, 250, 'Показатели плана'),
      ...rowsAt(275, [...indicators, '3|Доля учеников района, которые сдали пробный экзамен|90%'], [40, 80, 480]),
    ]);
    expect(shown(layoutPages([page]))).toEqual([
      HEADER,
      ...MEASURES,
      'P Показатели плана',
      ...indicators,
      '3|Доля учеников района, которые сдали пробный экзамен|90%',
    ]);
  });

  test('have columns where no line alone shows more than the space between words', () => {
    // The widest lines leave a few points up to the next column.
    const columns = [40, 56, 168, 240];
    const rows = Array.from({ length: 9 }, (_, index) =>
      [
        String(index + 1),
        index % 2 === 0 ? 'Вебинар для учителей/физики и химии лицея|апрель-май 26|ИРО' : 'Сбор|март|ИРО',
      ].join('.|'),
    );
    expect(shown(layoutPages([pageOf(rowsAt(60, [HEADER, ...rows], columns))]))).toEqual([HEADER, ...rows]);
  });

  test('keep the first row apart from a header whose broken title stands as close to it as lines of a cell', () => {
    const page = pageOf([
      ...runsAt(400, 60, 'Исполнител'),
      ...rowsAt(66, ['№|Мероприятие|Срок|']),
      ...runsAt(400, 72, 'и'),
      ...rowsAt(84, ['1|Вебинар/для учителей|март|ИРО', '2|Сбор отчётов|апрель|ЦОКО']),
    ]);
    expect(shown(layoutPages([page]))).toEqual([
      '№|Мероприятие|Срок|Исполнители',
      '1|Вебинар/для учителей|март|ИРО',
      '2|Сбор отчётов|апрель|ЦОКО',
    ]);
  });

  test('have a header whose titles reach into the strips between the columns', () => {
    // «№ п/п» ends two points before the next title, numbers end far before it.
    const columns = [40, 68, 300, 400];
    const page = pageOf(rowsAt(60, ['№ п/п|Мероприятие|Срок|Исполнитель', ...MEASURES], columns));
    expect(shown(layoutPages([page]))).toEqual(['№ п/п|Мероприятие|Срок|Исполнитель', ...MEASURES]);
  });

  test('have the heading over a header that is printed again as a row of its own, between rules too', () => {
    const rules = [55, 72, 112, 152, 182, 216, 256, 296, 336].map((y) => ({ x1: 40, y1: y, x2: 480, y2: y }));
    const more = ['4.|Сбор заявок|май|ИРО', '5.|Встреча/с родителями|июль|ЦОКО', '6.|Отчёт|август|ИРО'];
    const page = pageOf(
      [
        ...rowsAt(60, [HEADER]),
        ...rowsAt(75, MEASURES),
        ...linesAt(96, 186, ['Работа с учениками']),
        ...rowsAt(203, [HEADER]),
        ...rowsAt(219, more),
      ],
      rules,
    );
    expect(shown(layoutPages([page]))).toEqual([HEADER, ...MEASURES, 'Работа с учениками', HEADER, ...more]);
  });

  test('end where a heading in the middle of the page stands over another header, without space between', () => {
    const indicators = [
      '№|Показатель|Единица|Значение',
      '1|Доля школ|%|60',
      '2|Доля учителей|%|75',
      '3|Число пар|ед.|9',
    ];
    const rows = indicators.flatMap((row, index) => rowsAt(60 + 12 * index, [row]));
    const page = pageOf([
      ...rows,
      ...runsAt(300 - 50, 108, 'Мероприятия программы'),
      ...rowsAt(120, [HEADER]),
      ...rowsAt(132, MEASURES),
    ]);
    const blocks = layoutPages([page]).blocks.map((block) => (block.kind === 'table' ? block.rows.length : 'heading'));
    expect(blocks).toEqual([4, 'heading', 4]);
  });

  test('have a row for each number where a browser tags the repeated header with the first', () => {
    const page = (runs: readonly PositionedRun[], rows: readonly number[]): PositionedPage => {
      const all = [...new Set(rows)].map((row) => ({
        role: 'TR',
        runs: rows.flatMap((own, index) => (own === row ? [index] : [])),
        children: [],
      }));
      return { ...pageOf(runs), tags: { role: 'Table', runs: [], children: all } };
    };
    const tagged = (rows: readonly string[]): PositionedPage => {
      const each = rows.map((row, index) => rowsAt(60 + index * 40, [row]));
      return page(
        each.flat(),
        each.flatMap((runs, row) => runs.map(() => row)),
      );
    };
    const second = ['4.|Вебинар для/родителей|май|ИРО', '5.|Сбор работ/учеников|июль|ЦОКО', '6.|Итоги/года|август|ИРО'];
    const pages = [tagged([HEADER, ...MEASURES]), tagged([HEADER, ...second])];
    expect(shown(layoutPages(pages))).toEqual([HEADER, ...MEASURES, HEADER, ...second]);
  });
});
