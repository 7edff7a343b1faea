import { describe, expect, test } from 'vitest';
import { readDocx } from '#platform/documents/docx/read-docx.ts';
import { docxOf, misplaced, shortly, tablesOf, wp, wtbl, wtc, wtr } from '#platform/documents/testing/packages.ts';

/** Reads, and makes sure that every passage stands where it says. */
function read(body: string, parts: Readonly<Record<string, string>> = {}) {
  const document = readDocx(docxOf(body, parts));
  expect(misplaced(document)).toEqual([]);
  return document;
}

const run = (inside: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr>${inside}</w:r>`;

describe('paragraphs', () => {
  test('the text has a line for each paragraph, and blank paragraphs are left out', () => {
    const document = read(`${wp('ПРИКАЗ')}${wp(' ')}${wp('от 12.03.2027 № 45')}`);
    expect(document.text).toBe('ПРИКАЗ\nот 12.03.2027 № 45\n');
    expect(document.pages).toBeNull();
    expect(shortly(document)).toEqual(['ПРИКАЗ', 'от 12.03.2027 № 45']);
  });

  test('runs are put together; tabs, breaks, hyphens and symbols are printed', () => {
    const pieces = [
      '<w:t xml:space="preserve">не </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 80</w:t>',
      '<w:tab/><w:t>кон</w:t><w:softHyphen/><w:t>суль\u00adтация</w:t><w:noBreakHyphen/><w:t>2</w:t><w:br/><w:t>строка</w:t>',
    ];
    expect(shortly(read(`<w:p>${pieces.map((piece) => run(piece)).join('')}</w:p>`))).toEqual([
      'не ≥ 80\tконсультация-2 / строка',
    ]);
  });

  test('links, smart tags, insertions and content controls are transparent', () => {
    const inside = ['hyperlink', 'smartTag', 'ins', 'moveTo'].map(
      (name) => `<w:${name}>${run(`<w:t>${name} </w:t>`)}</w:${name}>`,
    );
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${run('<w:t>control</w:t>')}</w:sdtContent></w:sdt>`;
    expect(shortly(read(`<w:p>${inside.join('')}${control}</w:p>`))).toEqual(['hyperlink smartTag ins moveTo control']);
  });

  test('a content control that shows only its prompt is empty', () => {
    const prompt =
      '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Место для ввода</w:t></w:r></w:sdtContent></w:sdt>';
    expect(shortly(read(`<w:p>${run('<w:t>№ 7</w:t>')}${prompt}</w:p>`))).toEqual(['№ 7']);
  });

  test('deleted and hidden words are left out and told', () => {
    const document = read(
      `<w:p><w:del>${run('<w:delText>пять</w:delText>')}</w:del><w:ins>${run('<w:t>шесть школ</w:t>')}</w:ins>` +
        `<w:moveFrom>${run('<w:t>перенос</w:t>')}</w:moveFrom>${run('<w:t>тайна</w:t>', '<w:vanish/>')}` +
        `${run('<w:t> видно</w:t>', '<w:vanish w:val="0"/>')}</w:p>`,
    );
    expect(shortly(document)).toEqual(['шесть школ видно']);
    expect(document.repairs).toEqual([
      { code: 'hidden-text-left-out', at: null, words: 'тайна' },
      { code: 'deleted-text-left-out', at: null, words: 'пять перенос' },
    ]);
  });

  test('a paragraph whose mark was deleted goes on in the next one', () => {
    expect(shortly(read(`${wp('до 1 ', '<w:rPr><w:del/></w:rPr>')}${wp('июня')}`))).toEqual(['до 1 июня']);
  });

  test('fields show their result, not their instruction', () => {
    const field = (step: string): string => run(`<w:fldChar w:fldCharType="${step}"/>`);
    const nested = `${field('begin')}${run('<w:t>PAGE</w:t>')}${field('separate')}${run('<w:t>1</w:t>')}${field('end')}`;
    const complex = `${field('begin')}${run('<w:instrText>IF </w:instrText>')}${nested}${field('separate')}${run('<w:t>от 5 мая</w:t>')}${field('end')}`;
    expect(
      shortly(read(`<w:p>${complex}<w:fldSimple w:instr="DATE">${run('<w:t> 2027</w:t>')}</w:fldSimple></w:p>`)),
    ).toEqual(['от 5 мая 2027']);
  });

  test('a field that is never finished does not swallow the document', () => {
    expect(
      shortly(
        read(`<w:p>${run('<w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText>')}</w:p>${wp('дальше')}`),
      ),
    ).toEqual(['дальше']);
  });

  test('a text box is read once, before the paragraph that it hangs on', () => {
    const box = `<w:txbxContent>${wp('УТВЕРЖДЕНО')}</w:txbxContent>`;
    const twice = `<mc:AlternateContent xmlns:mc="mc"><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
    expect(shortly(read(`<w:p>${run(twice)}${run('<w:t>План</w:t>')}</w:p>`))).toEqual(['УТВЕРЖДЕНО', 'План']);
  });

  test('notes stand at the end, their marks are dropped', () => {
    const footnotes = `<w:footnote w:id="2">${wp('Далее — ИРО')}</w:footnote><w:footnote w:id="3">${wp('не названа')}</w:footnote>`;
    const document = read(
      `<w:p>${run('<w:t>Институт</w:t>')}${run('<w:footnoteReference w:id="2"/>')}</w:p>${wp('Конец')}`,
      {
        footnotes,
      },
    );
    expect(shortly(document)).toEqual(['Институт', 'Конец', '1|Далее — ИРО']);
  });

  test('headings are known by outline level, by inherited style and by a Russian name of style', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Мой"><w:name w:val="Раздел"/><w:basedOn w:val="1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="R"><w:name w:val="Заголовок 3"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="O"><w:name w:val="Пункт"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>';
    const of = (style: string): string => wp(style, `<w:pStyle w:val="${style}"/>`);
    expect(
      shortly(
        read(`${of('1')}${of('Мой')}${of('R')}${of('O')}${wp('сам', '<w:outlineLvl w:val="4"/>')}${wp('текст')}`, {
          styles,
        }),
      ),
    ).toEqual(['#1', '#Мой', '###R', '##O', '#####сам', 'текст']);
  });

  test('pages are those of the last layout', () => {
    const document = read(
      `${wp('Первая')}<w:p>${run('<w:t>низ </w:t>')}${run('<w:lastRenderedPageBreak/><w:t>верх</w:t>')}</w:p>`,
    );
    expect(document.text).toBe('Первая\nниз верх\n');
    expect(document.pages).toEqual([0, document.text.indexOf('верх')]);
  });

  test('the header of the first page is read when only it has the number of the order', () => {
    const section = '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:titlePg/></w:sectPr>';
    const header1 = wp('Приказ от 03.02.2027 № 17-од');
    expect(shortly(read(wp('О мерах поддержки') + section, { header1 }))).toEqual([
      'Приказ от 03.02.2027 № 17-од',
      'О мерах поддержки',
    ]);
    expect(shortly(read(wp('ПРИКАЗ ОТ 03.02.2027 № 17-ОД') + section, { header1 }))).toEqual([
      'ПРИКАЗ ОТ 03.02.2027 № 17-ОД',
    ]);
    expect(shortly(read(wp('О мерах') + section, { header1: wp('Проект') }))).toEqual(['О мерах']);
  });

  test('strict documents and other prefixes are read alike', () => {
    const strict = docxOf(wp('Приказ').replaceAll('w:', 'x:'));
    expect(shortly(readDocx(strict))).toEqual(['Приказ']);
  });
});

describe('tables', () => {
  const row = (...texts: string[]): string => wtr(...texts.map((text) => wtc(text)));

  test('each cell knows its column and span, each paragraph of it is a line', () => {
    const document = read(
      wtbl(
        [600, 3000, 2000],
        row('№', 'Мероприятие', 'Срок'),
        wtr(wtc('Раздел 1', '<w:gridSpan w:val="3"/>')),
        wtr(wtc('1'), wtc(wp('Семинар') + wp('для директоров')), wtc('май<w:br/>'.slice(0, 3))),
      ),
    );
    expect(shortly(document)).toEqual([
      ['0:№ 1:Мероприятие 2:Срок', '0+3:Раздел 1', '0:1 1:Семинар / для директоров 2:май'],
    ]);
    expect(document.text).toBe('№\nМероприятие\nСрок\nРаздел 1\n1\nСеминар\nдля директоров\nмай\n');
    expect(tablesOf(document)[0]).toMatchObject({ width: 3, origin: 'structure' });
  });

  test('vertical merges go on below, and end', () => {
    const start = '<w:vMerge w:val="restart"/>';
    const document = read(
      wtbl(
        [1000, 1000],
        wtr(wtc('ИРО', start), wtc('а')),
        wtr(wtc('', '<w:vMerge/>'), wtc('б')),
        row('ЦОКО', 'в'),
        wtr(wtc('сирота', '<w:vMerge/>'), wtc('г')),
      ),
    );
    expect(shortly(document)).toEqual([['0:ИРО 1:а', '0:^ 1:б', '0:ЦОКО 1:в', '0:сирота 1:г']]);
  });

  test('words under a merged cell, which no program shows, are told', () => {
    const document = read(
      wtbl(
        [1000, 1000],
        wtr(wtc('ИРО', '<w:vMerge w:val="restart"/>'), wtc('а')),
        wtr(wtc('старое', '<w:vMerge w:val="continue"/>'), wtc('б')),
      ),
    );
    expect(document.repairs).toEqual([{ code: 'text-under-merged-cell-left-out', at: null, words: 'старое' }]);
  });

  test('rows may begin and end inside the grid', () => {
    const inner = `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>${wtc('середина')}</w:tr>`;
    expect(shortly(read(wtbl([1000, 1000, 1000], row('а', 'б', 'в'), inner)))).toEqual([['0:а 1:б 2:в', '1:середина']]);
  });

  test('the horizontal merge of old Word joins cells', () => {
    const merged = wtr(wtc('Раздел', '<w:hMerge w:val="restart"/>'), wtc('', '<w:hMerge/>'));
    expect(shortly(read(wtbl([1000, 1000], merged, row('а', 'б'))))).toEqual([['0+2:Раздел', '0:а 1:б']]);
  });

  test('where spans are missing, widths tell the columns', () => {
    const width = (twips: number): string => `<w:tcW w:w="${twips}" w:type="dxa"/>`;
    const document = read(
      wtbl([500, 2500, 1500, 1500], row('1', 'а', 'б', 'в'), wtr(wtc('Раздел', width(3000)), wtc('итог', width(3000)))),
    );
    expect(shortly(document)).toEqual([['0:1 1:а 2:б 3:в', '0+2:Раздел 2+2:итог']]);
  });

  test('columns too narrow for text come from uneven edges and are taken out', () => {
    const span = '<w:gridSpan w:val="2"/>';
    const document = read(
      wtbl([600, 40, 3000], wtr(wtc('№'), wtc('Мероприятие', span)), wtr(wtc('1', span), wtc('Семинар'))),
    );
    expect(shortly(document)).toEqual([['0:№ 1:Мероприятие', '0:1 1:Семинар']]);
  });

  test('repeated header rows and rows that begin a page are marked', () => {
    const header = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${wtc('№')}${wtc('Срок')}</w:tr>`;
    const next = wtr(wtc(`<w:p>${run('<w:lastRenderedPageBreak/><w:t>2</w:t>')}</w:p>`), wtc('май'));
    const document = read(wtbl([1000, 1000], header, row('1', 'март'), next));
    expect(tablesOf(document)[0]?.rows.map(({ header: repeated, afterBreak }) => [repeated, afterBreak])).toEqual([
      [true, undefined],
      [undefined, undefined],
      [undefined, true],
    ]);
    expect(document.pages).toEqual([0, document.text.indexOf('2\nмай')]);
  });

  test('when every row is marked as a repeated header, none is', () => {
    const header = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${wtc('1')}${wtc('май')}</w:tr>`;
    expect(tablesOf(read(wtbl([1000, 1000], header, header)))[0]?.rows.some((one) => one.header)).toBe(false);
  });

  test('a row that runs over a page turns it once, though every cell tells so', () => {
    const torn = (text: string): string =>
      wtc(`<w:p>${run(`<w:t>${text} </w:t>`)}${run('<w:lastRenderedPageBreak/><w:t>дальше</w:t>')}</w:p>`);
    const document = read(wtbl([1000, 1000], wtr(torn('семинар'), torn('ИРО'))));
    expect(document.pages).toHaveLength(2);
    expect(tablesOf(document)[0]?.rows[0]?.afterBreak).toBeUndefined();
  });

  test('rows and cells inside content controls and insertions are found, deleted rows are not', () => {
    const wrapped = `<w:sdt><w:sdtContent><w:tr>${wtc('1')}<w:sdt><w:sdtContent>${wtc('март')}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>`;
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${wtc('2')}${wtc('апрель')}</w:tr>`;
    const document = read(wtbl([1000, 1000], wrapped, deleted, row('3', 'май')));
    expect(shortly(document)).toEqual([['0:1 1:март', '0:3 1:май']]);
    expect(document.repairs).toEqual([{ code: 'deleted-text-left-out', at: null, words: '2 апрель' }]);
  });

  test('a table in a cell becomes lines of the cell', () => {
    const inner = wtbl([500, 500], row('а)', 'беседа'), row('б)', 'урок'));
    const document = read(wtbl([1000, 1000], wtr(wtc('1'), wtc(wp('Формы:') + inner + wp('')))));
    expect(shortly(document)).toEqual([['0:1 1:Формы: / а)\tбеседа / б)\tурок']]);
    expect(document.repairs).toEqual([{ code: 'nested-table-flattened', at: null }]);
  });

  test('a frame of one cell is no table', () => {
    const inner = wtbl([500, 500], row('№', 'Срок'), row('1', 'май'));
    expect(shortly(read(wtbl([5000], wtr(wtc(wp('План') + inner + wp(''))))))).toEqual([
      'План',
      ['0:№ 1:Срок', '0:1 1:май'],
    ]);
  });
});

describe('automatic numbering', () => {
  const level = (index: number, format: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const list = (id: number, ...levels: string[]): string =>
    `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
  const num = (id: number, abstract: number, more = ''): string =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
  const item = (text: string, id = 1, depth = 0): string =>
    wp(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);

  test('levels count, restart and are printed together', () => {
    const numbering =
      list(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '%1.%2.'), level(2, 'russianLower', '%3)')) + num(1, 0);
    const body = [item('а'), item('б', 1, 1), item('в', 1, 1), item('г', 1, 2), item('д'), item('е', 1, 1)].join('');
    expect(shortly(read(body, { numbering }))).toEqual(['1.|а', '1.1.|б', '1.2.|в', 'а)|г', '2.|д', '2.1.|е']);
  });

  test('roman, legal, zero-padded and bulleted levels', () => {
    const numbering =
      list(0, level(0, 'upperRoman', 'Раздел %1'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')) +
      list(1, level(0, 'decimalZero', '%1')) +
      list(2, level(0, 'bullet', '\uf0b7')) +
      list(3, level(0, 'bullet', '–')) +
      [0, 1, 2, 3].map((abstract) => num(abstract + 1, abstract)).join('');
    expect(
      shortly(read([item('а'), item('б', 1, 1), item('в', 2), item('г', 3), item('д', 4)].join(''), { numbering })),
    ).toEqual(['Раздел I|а', '1.1|б', '01|в', '•|г', '–|д']);
  });

  test('lists of one definition go on; an override starts anew', () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const numbering = list(0, level(0, 'decimal', '%1)')) + num(1, 0) + num(2, 0) + num(3, 0, restart);
    expect(shortly(read([item('а'), item('б', 2), item('в', 3), item('г', 3)].join(''), { numbering }))).toEqual([
      '1)|а',
      '2)|б',
      '5)|в',
      '6)|г',
    ]);
  });

  test('numbering comes from the style, with the level that names the style; zero takes it away', () => {
    const numbering =
      list(
        0,
        level(0, 'decimal', '%1.', '<w:pStyle w:val="A"/>'),
        level(1, 'decimal', '%1.%2.', '<w:pStyle w:val="B"/>'),
      ) + num(1, 0);
    const style = (id: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const body =
      wp('глава', '<w:pStyle w:val="A"/>') +
      wp('пункт', '<w:pStyle w:val="B"/>') +
      wp('без', '<w:pStyle w:val="B"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(shortly(read(body, { numbering, styles: style('A') + style('B') }))).toEqual([
      '1.|глава',
      '1.1.|пункт',
      'без',
    ]);
  });

  test('an empty numbered cell holds its number, and labels stand in the text of cells', () => {
    const numbering = list(0, level(0, 'decimal', '%1.')) + list(1, level(0, 'bullet', '-')) + num(1, 0) + num(2, 1);
    const document = read(
      wtbl(
        [600, 3000],
        wtr(wtc(item('')), wtc(item('семинары', 2) + item('беседы', 2))),
        wtr(wtc(item('')), wtc('Урок')),
      ),
      { numbering },
    );
    expect(shortly(document)).toEqual([['0:1. 1:- семинары / - беседы', '0:2. 1:Урок']]);
    expect(document.text).toBe('1.\n- семинары\n- беседы\n2.\nУрок\n');
  });

  test('covered cells do not count', () => {
    const numbering = list(0, level(0, 'decimal', '%1')) + num(1, 0);
    const rows = [
      wtr(wtc(item(''), '<w:vMerge w:val="restart"/>'), wtc('март')),
      wtr(wtc(item(''), '<w:vMerge/>'), wtc('апрель')),
      wtr(wtc(item('')), wtc('май')),
    ];
    expect(shortly(read(wtbl([600, 3000], ...rows), { numbering }))).toEqual([
      ['0:1 1:март', '0:^ 1:апрель', '0:2 1:май'],
    ]);
  });
});

test('pictures without a word are a scan', () => {
  expect(() => readDocx(docxOf('<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>'))).toThrow(
    'scanned-without-text',
  );
});
