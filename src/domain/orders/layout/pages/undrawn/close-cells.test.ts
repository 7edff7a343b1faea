import { describe, expect, test } from 'vitest';
import { layoutPages } from '#domain/orders/layout/pages/layout-pages.ts';
import type { PositionedRun } from '#domain/orders/raw-document.ts';
import { pageOf, runsAt } from '#tests/support/positioned-pages.ts';

type Row = { readonly cells: readonly (readonly string[])[] };

/** Distance of the lines of a cell, and how much more rows leave between them, in points at size 10. */
const PITCH = 12;
const PADDING = 3;

/** Rows without any lines, each set right below the other; `place` is where the spare lines of a shorter cell go. */
function rowsBelow(
  top: number,
  columns: readonly number[],
  rows: readonly Row[],
  place: 'above' | 'around',
): PositionedRun[] {
  let y = top;
  return rows.flatMap(({ cells }) => {
    const height = Math.max(...cells.map((lines) => lines.length));
    const runs = cells.flatMap((lines, column) => {
      const spare = (height - lines.length) * (place === 'above' ? 1 : 0.5);
      return lines.flatMap((line, index) => runsAt(columns[column] ?? 0, y + (spare + index) * PITCH, line));
    });
    y += height * PITCH + PADDING;
    return runs;
  });
}

function rowOf(text: string): Row {
  return { cells: text.split('|').map((cell) => cell.split('/').filter(Boolean)) };
}

function shown(runs: readonly PositionedRun[]): string[] {
  return layoutPages([pageOf(runs)]).blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.cells.map((cell) => cell.lines.map((line) => line.text).join('/')).join('|'))
      : [`P ${block.lines.map((line) => line.text).join('/')}`],
  );
}

describe('tables without lines whose cells stand close together', () => {
  test('have rows where a little more space is left than between the lines of a cell, cells in the middle', () => {
    const rows = [
      'Мероприятие|Срок|Исполнитель',
      'Вебинар для учителей/физики и химии/сельских школ|март|ИРО',
      'Сбор заявок/лицеев|апрель/2026 года|ЦОКО',
      'Встреча с родителями|май|школы района/РЦОИ/ЦОКО',
      'Отчёт о работе/опорных школ|июнь|ИРО',
    ];
    expect(shown(rowsBelow(60, [40, 200, 320], rows.map(rowOf), 'around'))).toEqual(rows);
  });

  test('have numbers on the last line of the row, right before the text that they count', () => {
    const rows = [
      '|Мероприятие|Срок|Исполнитель',
      '1|Вебинар для учителей/физики и химии/сельских школ|март|ИРО',
      '2|Сбор заявок/лицеев|апрель|ЦОКО',
      '3|Встреча с родителями|май|РЦОИ',
      '4|Отчёт о работе/опорных школ|июнь|ИРО',
    ];
    // Spreadsheets set numbers to the right: two points are left up to the text.
    const runs = [...runsAt(40, 60, '№ п/п'), ...rowsBelow(60, [133, 140, 300, 400], rows.map(rowOf), 'above')];
    expect(shown(runs)).toEqual(['№ п/п|Мероприятие|Срок|Исполнитель', ...rows.slice(1)]);
  });

  test('keep a line in columns that fills its cell up to the next one', () => {
    const row = (number: number): string => `${number}.|Вебинар для учителей|март|ИРО`;
    const rows = [
      '№|Мероприятие|Срок|Исполнитель',
      ...[1, 2, 3, 4, 5].map(row),
      '6.|Сбор заявок школ|март, сентябрь и май|ЦОКО',
      ...[7, 8, 9].map(row),
    ];
    // «и май» ends one point before «ЦОКО».
    expect(shown(rowsBelow(60, [40, 80, 250, 343.5], rows.map(rowOf), 'above'))).toEqual(rows);
  });
});

describe('the header of a table without lines, repeated on each page', () => {
  const row = (number: number): Row =>
    rowOf(`${String(number)}|Вебинар для учителей/физики и химии/сельских школ|март|Управление школ|Справка`);
  const columns = [40, 80, 240, 330, 460];

  test.each([
    'N|Мера|Сроки/исполнения|Ответственные/лица|Итог',
    '№|Мера|Сроки/исполнения/работ по/мерам|Лица|Итог',
    '№|Мера/или/задача|Сроки/исполнения|Ответственные лица|Итог',
  ])('is taken out with all lines of its titles: %s', (header) => {
    const pages = [1, 4, 7, 10].map((first) =>
      pageOf(
        rowsBelow(
          first === 1 ? 200 : 30,
          columns,
          [rowOf(header), ...[0, 1, 2].map((more) => row(first + more))],
          'around',
        ),
      ),
    );
    const [table, ...others] = layoutPages(pages).blocks;
    expect(others).toEqual([]);
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows.filter(({ header: isHead }) => isHead === true)).toHaveLength(4);
    const body = rows.filter(({ header: isHead }) => isHead !== true);
    expect(body.map((own) => own.cells.map((cell) => cell.lines.map((line) => line.text).join('/')).join('|'))).toEqual(
      Array.from({ length: 12 }, (_, index) =>
        row(index + 1)
          .cells.map((cell) => cell.join('/'))
          .join('|'),
      ),
    );
  });
});
