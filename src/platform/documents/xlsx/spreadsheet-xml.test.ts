import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import { readSpreadsheetXml } from '#platform/documents/xlsx/spreadsheet-xml.ts';
import { readXmlTree } from '#platform/documents/xml.ts';

function rowsOf(table: string): (readonly string[])[] {
  const workbook = `<Workbook><Worksheet ss:Name="План"><Table>${table}</Table></Worksheet></Workbook>`;
  const { blocks } = readSpreadsheetXml(readXmlTree(new TextEncoder().encode(workbook), 'Workbook'));
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.cells.map((cell) => cell.lines.map((line) => line.text).join(' / ')))
      : [],
  );
}

const cell = (text: string, attributes = ''): string =>
  `<Cell ${attributes}><Data ss:Type="String">${text}</Data></Cell>`;

test('cells stand where their numbers say, merged ones take their room', () => {
  const rows = rowsOf(`
    <Row>${cell('№')}${cell('Дело')}${cell('Срок')}${cell('Кто')}</Row>
    <Row ss:Index="3">${cell('1')}${cell('Семинар', 'ss:MergeAcross="1"')}${cell('ИРО', 'ss:MergeDown="1"')}</Row>
    <Row>${cell('2')}${cell('май', 'ss:Index="3"')}</Row>`);
  expect(rows).toEqual([
    ['№', 'Дело', 'Срок', 'Кто'],
    ['1', 'Семинар', 'ИРО'],
    ['2', 'май', ''],
  ]);
});

test('whatever numbers a sheet tells, it is read or refused', () => {
  const number = fc.oneof(fc.integer({ min: -2, max: 8 }), fc.constantFrom(1e9, 2 ** 60, Number.NaN, 0.5));
  const shape = fc.record({ index: number, across: number, down: number });
  fc.assert(
    fc.property(fc.array(fc.array(shape, { maxLength: 5 }), { maxLength: 6 }), (rows) => {
      const table = rows
        .map((cells) =>
          cells
            .map(({ index, across, down }) =>
              cell('дело', `ss:Index="${index}" ss:MergeAcross="${across}" ss:MergeDown="${down}"`),
            )
            .join(''),
        )
        .map((cells) => `<Row>${cells}</Row>`)
        .join('');
      try {
        rowsOf(table);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableFile);
      }
    }),
    { numRuns: 60 },
  );
});
