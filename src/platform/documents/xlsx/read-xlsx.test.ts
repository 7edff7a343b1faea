import { describe, expect, test } from 'vitest';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import { MAX_TABLE_ROWS } from '#platform/documents/office/draft.ts';
import { misplaced, shortly, tablesOf, xlsxOf, xrow, type SheetXml } from '#platform/documents/testing/packages.ts';
import { readXlsx } from '#platform/documents/xlsx/read-xlsx.ts';

function read(sheets: readonly SheetXml[], book: Parameters<typeof xlsxOf>[1] = {}) {
  const document = readXlsx(xlsxOf(sheets, book));
  expect(misplaced(document)).toEqual([]);
  return document;
}

/** Style 0 plain, 1 with borders. */
const BORDERS =
  '<borders><border/><border><left style="thin"/></border></borders><cellXfs><xf borderId="0"/><xf borderId="1"/></cellXfs>';

const HEAD = ['№', 'Мероприятие', 'Срок'];

describe('a sheet', () => {
  test('text above and below the bordered table becomes paragraphs', () => {
    const rows = [
      xrow(1, ['', 'Утверждено приказом', 'от 12.03.2027']),
      xrow(2, ['Дорожная карта на 2027 год']),
      xrow(4, HEAD, 1),
      xrow(5, [1, 'Семинар', 'май'], 1),
      xrow(6, ['', 'Директор', 'И. О. Иванова']),
    ];
    expect(shortly(read([{ rows: rows.join('') }], { styles: BORDERS }))).toEqual([
      'Утверждено приказом\tот 12.03.2027',
      'Дорожная карта на 2027 год',
      ['0:№ 1:Мероприятие 2:Срок', '0:1 1:Семинар 2:май'],
      'Директор\tИ. О. Иванова',
    ]);
  });

  test('without borders the table begins with the first full row; a blank row is a break', () => {
    const rows = [
      xrow(1, ['Дорожная карта']),
      xrow(3, HEAD),
      xrow(4, ['Раздел 1']),
      xrow(5, [1, 'Семинар', 'май']),
      xrow(7, [2, 'Урок', 'июнь']),
    ];
    const document = read([{ rows: rows.join('') }]);
    expect(shortly(document)).toEqual([
      'Дорожная карта',
      ['0:№ 1:Мероприятие 2:Срок', '0:Раздел 1', '0:1 1:Семинар 2:май', '0:2 1:Урок 2:июнь'],
    ]);
    expect(tablesOf(document)[0]?.rows.map((row) => row.afterBreak)).toEqual([undefined, undefined, undefined, true]);
  });

  test('merged ranges are spans and covered cells', () => {
    const rows = [
      xrow(1, HEAD),
      xrow(2, ['Раздел 1']),
      xrow(3, [1, 'Семинар', 'май']),
      xrow(4, ['', 'Беседа', 'июнь']),
    ];
    const document = read([{ rows: rows.join(''), merges: ['A2:C2', 'A3:A4'] }]);
    expect(shortly(document)).toEqual([
      ['0:№ 1:Мероприятие 2:Срок', '0+3:Раздел 1', '0:1 1:Семинар 2:май', '0:^ 1:Беседа 2:июнь'],
    ]);
  });

  test('columns without any text are dropped, at the end and in between', () => {
    const rows = [xrow(1, ['', '№', '', 'Мероприятие', 'Срок', '']), xrow(2, ['', 1, '', 'Семинар', 'май', ''])];
    const document = read([{ rows: rows.join(''), merges: ['B1:C1'] }]);
    expect(shortly(document)).toEqual([['0:№ 1:Мероприятие 2:Срок', '0:1 1:Семинар 2:май']]);
    expect(tablesOf(document)[0]?.width).toBe(3);
  });

  test('lines of a cell are lines of the document', () => {
    const rows = xrow(1, HEAD) + xrow(2, [1, 'Семинары:&#10;- первый_x000D_&#10;- второй', 'май']);
    expect(shortly(read([{ rows }]))).toEqual([
      ['0:№ 1:Мероприятие 2:Срок', '0:1 1:Семинары: / - первый / - второй 2:май'],
    ]);
  });

  test('strings are shared, rich, inline or computed; phonetic hints are no text', () => {
    const strings = '<si><t>общая</t></si><si><r><t>бога</t></r><r><rPr/><t>тая</t></r><rPh><t>хинт</t></rPh></si>';
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="str"><f>A1</f><v>итог</v></c><c r="D1" t="b"><v>1</v></c></row>';
    expect(shortly(read([{ rows: rows + xrow(2, ['а', 'б', 'в', 'г']) }], { strings }))).toEqual([
      ['0:общая 1:богатая 2:итог 3:ИСТИНА', '0:а 1:б 2:в 3:г'],
    ]);
  });

  test('rows and cells need not tell their places', () => {
    const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = `<row>${cell('№')}${cell('Срок')}</row><row>${cell('1')}${cell('май')}</row>`;
    expect(shortly(read([{ rows }]))).toEqual([['0:№ 1:Срок', '0:1 1:май']]);
  });
});

describe('values as a person sees them', () => {
  test('dates, months, shares and numbers follow the format of the cell', () => {
    const formats = ['mmmm yyyy', '[$-FC19]d mmmm yyyy" г."', '0%', '#,##0.0', 'mmm-yy;@'];
    const styles =
      `<numFmts>${formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>` +
      `<cellXfs><xf/>${formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`).join('')}<xf numFmtId="14"/><xf numFmtId="17"/></cellXfs>`;
    const values = [46082, 46082, 0.8, 12345.678, 46082, 46082, 46082];
    const cells = values
      .map((value, index) => `<c r="${'ABCDEFG'.charAt(index)}1" s="${index + 1}"><v>${value}</v></c>`)
      .join('');
    const [table] = shortly(
      read([{ rows: `<row r="1">${cells}</row>${xrow(2, [1, 2.5, 3, 4, 5, 6, 7])}` }], { styles }),
    );
    expect(table).toEqual([
      '0:март 2026 1:1 марта 2026 г. 2:80% 3:12\u00a0345,7 4:мар-26 5:01.03.2026 6:мар.26',
      '0:1 1:2,5 2:3 3:4 4:5 5:6 6:7',
    ]);
  });

  test('the system of 1904 counts days from another beginning', () => {
    const styles = '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>';
    const rows =
      '<row r="1"><c r="A1" s="1"><v>44620</v></c><c r="B1" t="d"><v>2026-05-07T00:00:00</v></c></row>' +
      xrow(2, ['а', 'б']);
    expect(shortly(read([{ rows }], { styles, properties: 'date1904="1"' }))).toEqual([
      ['0:01.03.2026 1:07.05.2026', '0:а 1:б'],
    ]);
  });
});

describe('a workbook', () => {
  test('sheets follow one another, named ones with a caption; hidden ones are told', () => {
    const rows = xrow(1, HEAD) + xrow(2, [1, 'Семинар', 'май']);
    const document = read([{ rows }, { name: 'Показатели', rows }, { name: 'Черновик', state: 'hidden', rows }]);
    expect(tablesOf(document).map(({ caption }) => caption?.text)).toEqual([undefined, 'Показатели']);
    expect(document.repairs).toEqual([{ code: 'hidden-sheet-left-out', at: null, words: 'Черновик' }]);
  });

  test('when all sheets are hidden they are read', () => {
    expect(tablesOf(read([{ state: 'veryHidden', rows: xrow(1, HEAD) + xrow(2, HEAD) }]))).toHaveLength(1);
  });

  test('too many rows are refused quickly, formatted empty ones are not counted', () => {
    const empty = Array.from(
      { length: 50_000 },
      (_, index) => `<row r="${index + 10}"><c r="A${index + 10}" s="0"/></row>`,
    ).join('');
    expect(tablesOf(read([{ rows: xrow(1, HEAD) + xrow(2, HEAD) + empty }]))[0]?.rows).toHaveLength(2);
    const full = Array.from({ length: 50_000 }, (_, index) => xrow(index + 1, [index, 'Семинар', 'май'])).join('');
    expect(() => readXlsx(xlsxOf([{ rows: full }]))).toThrow(
      new UnreadableFile('too-many-rows', { limit: MAX_TABLE_ROWS }),
    );
  });
});
