import { expect, test } from 'vitest';
import { passageAt } from '#domain/language/passage.ts';
import { litSource } from '#domain/roadmaps/lit-source.ts';
import { shownSource } from '#domain/roadmaps/shown-source.ts';

const line = (text: string, from: number) => passageAt(text, from);
const document = {
  text: '',
  pages: null,
  repairs: [],
  blocks: [
    { kind: 'paragraph' as const, lines: [line('ПРИКАЗ', 0)] },
    {
      kind: 'table' as const,
      width: 2,
      origin: 'structure' as const,
      rows: Array.from({ length: 40 }, (_, index) => ({
        cells: [
          { column: 0, span: 1, lines: [line(`Семинар ${String(index)}`, 100 + index * 100)] },
          { column: 1, span: 1, lines: [line('май 2026', 150 + index * 100)] },
        ],
      })),
    },
  ],
};
const place = (from: number, to: number) => ({ page: null, line: 1, from, to });

test('the words of a field are lit where they stand, and nothing else', () => {
  const lit = litSource(shownSource(document), { deadline: place(2150, 2153) });
  const pieces = lit.flatMap((block) =>
    block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines.flat())) : [],
  );
  expect(pieces.filter(({ field }) => field !== null)).toEqual([{ text: 'май', field: 'deadline' }]);
});

test('a long source is shown around the row, below its head', () => {
  const [table, ...others] = litSource(shownSource(document), { title: place(2100, 2110) });
  if (table?.kind !== 'table') throw new Error('no table');
  expect(others).toEqual([]);
  expect(table.rows.length).toBeLessThan(15);
  expect(table.rows.filter(({ lit }) => lit)).toHaveLength(1);
  expect(table.rows[0]?.cells[0]?.lines[0]?.[0]?.text).toBe('Семинар 0');
});

test('a row of no source shows where the source begins', () => {
  expect(litSource(shownSource(document), {})[0]?.kind).toBe('paragraph');
});
