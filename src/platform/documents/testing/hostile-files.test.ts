import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import type { SourceDocument } from '#domain/orders/source-document.ts';
import { readDocx } from '#platform/documents/docx/read-docx.ts';
import { readOdt } from '#platform/documents/odt/read-odt.ts';
import {
  docxOf,
  misplaced,
  odtOf,
  packageOf,
  wp,
  wtbl,
  wtc,
  wtr,
  xlsxOf,
  xrow,
} from '#platform/documents/testing/packages.ts';
import { readXlsx } from '#platform/documents/xlsx/read-xlsx.ts';

const numbered = wp('пункт', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
const docx = docxOf(
  wp('ПРИКАЗ', '<w:pStyle w:val="H"/>') +
    wtbl(
      [600, 100, 3000],
      wtr(wtc('№'), wtc('Мероприятие', '<w:gridSpan w:val="2"/>')),
      wtr(wtc(numbered, '<w:vMerge w:val="restart"/>'), wtc(`${numbered}${wtbl([100], wtr(wtc('а'), wtc('б')))}`)),
      wtr(wtc('', '<w:vMerge/>'), wtc('май', '<w:tcW w:w="3000" w:type="dxa"/>')),
    ) +
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>1</w:t>' +
    '<w:fldChar w:fldCharType="end"/><w:sym w:font="Symbol" w:char="F0B3"/><w:lastRenderedPageBreak/><w:footnoteReference w:id="2"/></w:r></w:p>' +
    '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:titlePg/></w:sectPr>',
  {
    styles:
      '<w:style w:type="paragraph" w:styleId="H" w:default="1"><w:name w:val="heading 1"/><w:basedOn w:val="H"/></w:style>',
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>',
    footnotes: `<w:footnote w:id="2">${wp('сноска')}</w:footnote>`,
    header1: wp('№ 15'),
  },
);

const odt = odtOf(
  '<text:h text:outline-level="1">План</text:h><text:list text:style-name="L"><text:list-item text:start-value="3"><text:p>а<text:s text:c="3"/></text:p></text:list-item></text:list>' +
    '<table:table><table:table-column table:style-name="C" table:number-columns-repeated="3"/><table:table-row table:number-rows-repeated="2">' +
    '<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>1</text:p></table:table-cell><table:covered-table-cell/>' +
    '<table:table-cell table:number-columns-repeated="2"><text:p>май</text:p></table:table-cell></table:table-row><text:soft-page-break/>' +
    '<table:table-row><table:covered-table-cell/><table:covered-table-cell/><table:table-cell/></table:table-row></table:table>',
  '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="а" text:display-levels="2" style:num-list-format="%1%."/></text:list-style>' +
    '<style:style style:name="C" style:family="table-column"><style:table-column-properties style:column-width="0.2cm"/></style:style>',
);

const xlsx = xlsxOf(
  [
    {
      name: 'План',
      rows: xrow(1, ['№', 'Срок', 'Кто'], 1) + xrow(2, [1, 46082, 'ИРО'], 1) + xrow(3, ['', 'май', '']),
      merges: ['A1:B2', 'C2:C3'],
    },
  ],
  {
    strings: '<si><t>строка</t></si>',
    styles:
      '<numFmts><numFmt numFmtId="170" formatCode="[$-419]mmmm yyyy;@"/></numFmts><borders><border><left style="thin"/></border></borders><cellXfs><xf/><xf numFmtId="170" borderId="0"/></cellXfs>',
    properties: 'date1904="0"',
  },
);

const READERS: readonly (readonly [string, (bytes: Uint8Array) => SourceDocument, Uint8Array])[] = [
  ['Word', readDocx, docx],
  ['OpenDocument', readOdt, odt],
  ['Excel', readXlsx, xlsx],
];

/** Reads; fails the test on any other error than a refusal, and on a document whose places are wrong. */
function tryReading(read: (bytes: Uint8Array) => SourceDocument, bytes: Uint8Array): void {
  let document: SourceDocument;
  try {
    document = read(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) return;
    throw error;
  }
  expect(misplaced(document)).toEqual([]);
}

describe.each(READERS)('a file of %s', (_, read, sample) => {
  test('is read when nothing is wrong with it', () => {
    const document = read(sample);
    expect(document.blocks.length).toBeGreaterThan(1);
    expect(misplaced(document)).toEqual([]);
  });

  test('with changed or missing bytes is read or refused', () => {
    const change = fc.record({ at: fc.nat(sample.length - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), fc.nat(sample.length), (changes, length) => {
        const bytes = sample.slice();
        for (const { at, byte } of changes) bytes[at] = byte;
        tryReading(read, bytes);
        tryReading(read, bytes.subarray(0, length));
      }),
      { numRuns: 150 },
    );
  });

  test('with shuffled, doubled and lost pieces of XML and strange numbers is read or refused', () => {
    const parts = Object.entries(unzipSync(sample));
    const deed = fc.record({
      part: fc.nat(parts.length - 1),
      kind: fc.constantFrom('drop', 'double', 'move', 'number', 'letter'),
      at: fc.nat(10_000),
      to: fc.nat(10_000),
      number: fc.constantFrom('-1', '0', '1', '99', '1e9', '4294967296', 'NaN', '', '999999999999', '0.5'),
      letter: fc.string({ minLength: 1, maxLength: 3, unit: 'binary' }),
    });
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 6 }), (deeds) => {
        const texts = parts.map(([, bytes]) => strFromU8(bytes));
        for (const { part, kind, at, to, number, letter } of deeds) {
          const text = texts[part] ?? '';
          const pieces = text.split(/(?<=>)/u);
          const here = at % pieces.length;
          const piece = pieces[here] ?? '';
          if (kind === 'drop') pieces.splice(here, 1);
          if (kind === 'double') pieces.splice(to % pieces.length, 0, piece.repeat(20));
          if (kind === 'move') pieces.splice(to % pieces.length, 0, ...pieces.splice(here, 3));
          if (kind === 'number') pieces[here] = piece.replace(/"\d+"/u, `"${number}"`);
          if (kind === 'letter') pieces[here] = piece + letter;
          texts[part] = pieces.join('');
        }
        tryReading(
          read,
          zipSync(Object.fromEntries(parts.map(([name], index) => [name, strToU8(texts[index] ?? '')])), { level: 0 }),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('that is empty, a picture, text or another archive is refused', () => {
    for (const bytes of [
      new Uint8Array(),
      strToU8('\u0089PNG\r\n'),
      strToU8('План мероприятий'),
      packageOf({ 'a.txt': 'нет' }),
    ]) {
      expect(() => read(bytes)).toThrow(UnreadableFile);
    }
  });

  test('with a document type is refused', () => {
    const parts = unzipSync(sample);
    const name = ['word/document.xml', 'content.xml', 'xl/workbook.xml'].find((candidate) => parts[candidate]) ?? '';
    const text = strFromU8(parts[name] ?? new Uint8Array()).replace(/^<\?.*?\?>/u, '');
    const evil = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>';
    expect(() => read(zipSync({ ...parts, [name]: strToU8(evil + text) }))).toThrow('forbidden-entities');
  });

  test('with fifty thousand rows is refused soon', () => {
    const many = {
      Word: () => docxOf(wtbl([1000, 1000], wtr(wtc('1'), wtc('май')).repeat(50_000))),
      OpenDocument: () =>
        odtOf(
          `<table:table>${'<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>'.repeat(50_000)}</table:table>`,
        ),
      Excel: () =>
        xlsxOf([{ rows: Array.from({ length: 50_000 }, (__, index) => xrow(index + 1, [index, 'май'])).join('') }]),
    }[_];
    const bytes = many?.() ?? new Uint8Array();
    expect(() => read(bytes)).toThrow('too-many-rows');
  });
});
