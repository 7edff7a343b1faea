import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readOdt } from '#platform/documents/odt/read-odt.ts';
import { misplaced, odtOf, packageOf, shortly, tablesOf } from '#platform/documents/testing/packages.ts';

function read(text: string, styles = '', common = '') {
  const document = readOdt(odtOf(text, styles, common));
  expect(misplaced(document)).toEqual([]);
  return document;
}

const p = (text: string, style = ''): string => `<text:p text:style-name="${style}">${text}</text:p>`;
const cell = (text: string, attributes = ''): string =>
  `<table:table-cell ${attributes}>${text.startsWith('<') ? text : p(text)}</table:table-cell>`;
const covered = '<table:covered-table-cell/>';
const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
const table = (...rows: string[]): string => `<table:table>${rows.join('')}</table:table>`;

describe('paragraphs', () => {
  test('spaces, tabs and breaks are elements, other white space is one space', () => {
    expect(shortly(read(p('от<text:s text:c="2"/>12\n  марта<text:tab/>№ 45<text:line-break/>г. Заречный')))).toEqual([
      'от  12 марта\t№ 45 / г. Заречный',
    ]);
  });

  test('headings have their level, outline numbers are printed', () => {
    const outline =
      '<office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style></office:styles>';
    const headings = '<text:h text:outline-level="1">Цели</text:h><text:h text:outline-level="2">Задачи</text:h>';
    expect(shortly(read(headings, '', outline))).toEqual(['#I.|Цели', '##Задачи']);
  });

  test('notes stand at the end; comments are left out; hidden words are told', () => {
    const styles =
      '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>';
    const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('Далее — ИРО')}</text:note-body></text:note>`;
    const document = read(
      p(
        `Институт${note}<office:annotation>${p('проверить')}</office:annotation><text:span text:style-name="T1">тайна</text:span>`,
      ),
      styles,
    );
    expect(shortly(document)).toEqual(['Институт', '1|Далее — ИРО']);
    expect(document.repairs).toEqual([{ code: 'hidden-text-left-out', at: null, words: 'тайна' }]);
  });

  test('deleted text is told, inserted text is kept', () => {
    const changes = `<text:tracked-changes><text:changed-region><text:deletion><office:change-info>${p('кто')}</office:change-info>${p('пять')}</text:deletion></text:changed-region></text:tracked-changes>`;
    const document = read(changes + p('<text:change-start/>шесть<text:change-end/> школ<text:change/>'));
    expect(shortly(document)).toEqual(['шесть школ']);
    expect(document.repairs).toEqual([{ code: 'deleted-text-left-out', at: null, words: 'пять' }]);
  });

  test('text boxes come before the paragraph; tables of contents are read without their templates', () => {
    const index = `<text:table-of-content><text:table-of-content-source>${p('шаблон')}</text:table-of-content-source><text:index-body>${p('Раздел 1')}</text:index-body></text:table-of-content>`;
    expect(
      shortly(read(p(`План<draw:frame><draw:text-box>${p('УТВЕРЖДЕНО')}</draw:text-box></draw:frame>`) + index)),
    ).toEqual(['УТВЕРЖДЕНО', 'План', 'Раздел 1']);
  });

  test('pages begin at soft page breaks', () => {
    const document = read(`${p('низ <text:soft-page-break/>верх')}<text:soft-page-break/>${p('Третья')}`);
    expect(document.pages).toEqual([0, document.text.indexOf('верх'), document.text.indexOf('Третья')]);
  });
});

describe('lists', () => {
  const level = (number: number, more: string): string =>
    `<text:list-level-style-number text:level="${number}" ${more}/>`;
  const style = (name: string, ...levels: string[]): string =>
    `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`;
  const item = (text: string, more = ''): string => `<text:list-item ${more}>${text}</text:list-item>`;
  const list = (style: string, items: string, more = ''): string =>
    `<text:list text:style-name="${style}" ${more}>${items}</text:list>`;
  const L = style(
    'L',
    level(1, 'style:num-format="1" style:num-suffix="."'),
    level(2, 'style:num-format="1" text:display-levels="2" style:num-suffix=")"'),
  );

  test('levels count and are printed together; only the first paragraph of an item is labelled', () => {
    const inner = `<text:list>${item(p('б'))}${item(p('в'))}</text:list>`;
    expect(shortly(read(list('L', item(p('а') + p('ещё') + inner) + item(p('г'))), L))).toEqual([
      '1.|а',
      'ещё',
      '1.1)|б',
      '1.2)|в',
      '2.|г',
    ]);
  });

  test('a list restarts unless it continues another', () => {
    const lists = [
      list('L', item(p('а')), 'xml:id="one"'),
      list('L', item(p('б'))),
      list('L', item(p('в')), 'text:continue-numbering="true"'),
      list('L', item(p('г')), 'text:continue-list="one"'),
      list('L', item(p('д'), 'text:start-value="7"')),
    ];
    expect(shortly(read(lists.join(''), L))).toEqual(['1.|а', '1.|б', '2.|в', '2.|г', '7.|д']);
  });

  test('newer patterns, Russian letters and bullets', () => {
    const styles =
      style('P', level(1, 'style:num-format="а, б, .., аа" style:num-list-format="Пункт %1%)"')) +
      `<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>`;
    expect(shortly(read(list('P', item(p('раз')) + item(p('два'))) + list('B', item(p('три'))), styles))).toEqual([
      'Пункт а)|раз',
      'Пункт б)|два',
      '–|три',
    ]);
  });

  test('an empty numbered cell holds its number', () => {
    const numbered = (more: string): string => cell(list('L', item(p('')), more));
    expect(
      shortly(
        read(
          table(row(numbered(''), cell('Семинар')), row(numbered('text:continue-numbering="true"'), cell('Урок'))),
          L,
        ),
      ),
    ).toEqual([['0:1. 1:Семинар', '0:2. 1:Урок']]);
  });
});

describe('tables', () => {
  test('spans and covered cells', () => {
    const document = read(
      table(
        `<table:table-header-rows>${row(cell('№'), cell('Мероприятие'), cell('Срок'))}</table:table-header-rows>`,
        row(cell('Раздел 1', 'table:number-columns-spanned="3"'), covered, covered),
        row(cell('1', 'table:number-rows-spanned="2"'), cell('Семинар'), cell('май')),
        row(covered, cell('Беседа'), cell('июнь')),
      ),
    );
    expect(shortly(document)).toEqual([
      ['0:№ 1:Мероприятие 2:Срок', '0+3:Раздел 1', '0:1 1:Семинар 2:май', '0:^ 1:Беседа 2:июнь'],
    ]);
    expect(tablesOf(document)[0]?.rows.map(({ header }) => header)).toEqual([true, undefined, undefined, undefined]);
  });

  test('a block merged both ways is covered below as one', () => {
    const both = 'table:number-columns-spanned="2" table:number-rows-spanned="2"';
    expect(
      shortly(read(table(row(cell('ИРО', both), covered, cell('май')), row(covered, covered, cell('июнь'))))),
    ).toEqual([['0+2:ИРО 2:май', '0+2:^ 2:июнь']]);
  });

  test('repeated cells and rows are written out', () => {
    const same = row(cell('-', 'table:number-columns-repeated="2"')).replace(
      '<table:table-row',
      '<table:table-row table:number-rows-repeated="2"',
    );
    expect(shortly(read(table(row(cell('а'), cell('б')), same)))).toEqual([['0:а 1:б', '0:- 1:-', '0:- 1:-']]);
    const endless = same.replace('repeated="2"', 'repeated="999999"');
    expect(() => read(table(endless))).toThrow('too-many-rows');
  });

  test('a page break between rows marks the next row', () => {
    const document = read(table(row(cell('1'), cell('март')), '<text:soft-page-break/>', row(cell('2'), cell('май'))));
    expect(tablesOf(document)[0]?.rows.map(({ afterBreak }) => afterBreak)).toEqual([undefined, true]);
    expect(document.pages).toEqual([0, document.text.indexOf('2\nмай')]);
  });

  test('a table in a cell becomes lines of the cell; a frame of one cell is no table', () => {
    const inner = table(row(cell('а)'), cell('беседа')));
    expect(shortly(read(table(row(cell('1'), cell(p('Формы:') + inner)))))).toEqual([['0:1 1:Формы: / а)\tбеседа']]);
    expect(shortly(read(table(row(cell(p('План') + inner)))))).toEqual(['План', ['0:а) 1:беседа']]);
  });
});

describe('other files', () => {
  test('a flat document is read alike', () => {
    const flat =
      '<office:document xmlns:office="o" xmlns:text="t"><office:body><office:text><text:p>Приказ</text:p></office:text></office:body></office:document>';
    expect(shortly(readOdt(strToU8(flat)))).toEqual(['Приказ']);
  });

  test('a password is told by the manifest', () => {
    const locked = packageOf({
      'META-INF/manifest.xml': '<m><file-entry><encryption-data/></file-entry></m>',
      'content.xml': 'шум',
    });
    expect(() => readOdt(locked)).toThrow('encrypted');
  });

  test('the header of the first page is read when only it has the number of the order', () => {
    const pages = `<office:master-styles><style:master-page style:name="Standard"><style:header-first>${p('от 03.02.2027 № 17')}</style:header-first></style:master-page></office:master-styles>`;
    expect(shortly(read(p('О мерах'), '', pages))).toEqual(['от 03.02.2027 № 17', 'О мерах']);
  });
});
