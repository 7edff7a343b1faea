import { strToU8, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runOpora } from '../support/run-opora.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PATIENCE = 60_000;
const fixture = (name: string): Uint8Array => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

const ROWS = [
  ['№', 'Мероприятие', 'Срок', 'Ответственные', 'Результат'],
  ['1', 'Семинар для учителей', 'март 2025', 'ИРО', 'Не менее 5 семинаров'],
  ['2', 'Выезды в школы', 'май 2025', 'ЦОКО', 'Справка'],
];
const HEAD = 'Приказ от 14.02.2025 № 87-од\nПлан мероприятий на 2025 год\n\n';
const TABBED = `${HEAD}${ROWS.map((row) => row.join('\t')).join('\n')}\n`;
const TABLE = `<table>\n${ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}\n</table>`;
const FRAMED = `${HEAD}┌───┬────────────────────┬────────┬────────┬─────────────────────┐\n${ROWS.map(
  (row) => `│${row.map((cell, column) => cell.padEnd([3, 20, 8, 8, 21][column] ?? 0).slice(0, 21)).join('│')}│\n`,
).join(
  '├───┼────────────────────┼────────┼────────┼─────────────────────┤\n',
)}└───┴────────────────────┴────────┴────────┴─────────────────────┘\n`.replace('Ответственные', 'Ответств');

const SHEET = `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="day"><NumberFormat ss:Format="Short Date"/></Style></Styles>
<Worksheet ss:Name="План"><Table>
<Row><Cell ss:MergeAcross="4"><Data ss:Type="String">План мероприятий на 2025 год</Data></Cell></Row>
<Row ss:Index="4">${(ROWS[0] ?? []).map((cell) => `<Cell><Data ss:Type="String">${cell}</Data></Cell>`).join('')}</Row>
<Row><Cell><Data ss:Type="Number">1</Data></Cell><Cell><Data ss:Type="String">Семинар для <B>учителей</B></Data></Cell>
<Cell ss:StyleID="day"><Data ss:Type="DateTime">2025-03-14T00:00:00.000</Data></Cell>
<Cell ss:Index="4" ss:MergeDown="1"><Data ss:Type="String">ИРО</Data></Cell><Cell><Data ss:Type="String">Справка</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">2</Data></Cell><Cell><Data ss:Type="String">Выезды в школы</Data></Cell>
<Cell><Data ss:Type="String">май</Data></Cell><Cell ss:Index="5"><Data ss:Type="String">Справка</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="Черновик"><Table><Row><Cell><Data ss:Type="String">не печатать</Data></Cell></Row></Table>
<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
</Workbook>`;

type Read = { readonly order: { readonly number: string | null }; readonly measures: readonly Measure[] };
type Measure = { readonly title: string; readonly deadlineText: string; readonly responsible: readonly string[] };

async function parse(name: string, content: string | Uint8Array): Promise<Read> {
  const folder = await temporaryFolder();
  const { status, stdout, stderr } = await runOpora(['parse', await folder.write(name, content)]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as Read;
}

/** `text` in a single-byte encoding, by turning the decoder's table round; what it lacks becomes «?». */
function encoded(text: string, encoding: string): Uint8Array {
  const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (letter) => (letters.includes(letter) ? letters.indexOf(letter) : 0x3f));
}

describe('a plan is read whatever its file is called:', () => {
  test.each<[string, string | Uint8Array]>([
    ['страница.xls', `<html><body><p>Приказ № 87-од</p>${TABLE}</body></html>`],
    ['таблица в тексте.txt', `${HEAD}${TABLE}\n\nНачальник управления О.В. Лугова\n`],
    ['книга в XML.xls', SHEET],
    ['текст под именем.doc', TABBED],
    ['рамка.txt', encoded(FRAMED, 'ibm866')],
    ['рамка КОИ.txt', encoded(FRAMED, 'koi8-r')],
    ['рамка без метки.txt', Buffer.from(FRAMED, 'utf16le')],
  ])(
    '%s',
    async (name, content) => {
      const { measures } = await parse(name, content);
      expect(measures.map(({ title }) => title)).toEqual(['Семинар для учителей', 'Выезды в школы']);
      expect(measures[0]?.responsible).toEqual(['ИРО']);
    },
    PATIENCE,
  );

  test.each([
    ['одт.docx', 'documents/municipal-plan-libreoffice.odt'],
    ['ворд.odt', 'documents/municipal-plan.docx'],
    ['пдф.docx', 'pdf/from-web-page.pdf'],
    ['ворд.pdf', 'documents/regional-order.docx'],
  ])(
    '%s is in truth %s',
    async (name, truth) => {
      expect((await parse(name, fixture(truth))).measures.length).toBeGreaterThan(2);
    },
    PATIENCE,
  );

  test(
    'cells of a sheet in XML stand where their numbers say, dates as they are shown',
    async () => {
      const { measures } = await parse('книга.xls', SHEET);
      expect(measures).toMatchObject([
        { deadlineText: '14.03.2025', responsible: ['ИРО'] },
        { deadlineText: 'май', responsible: ['ИРО'] },
      ]);
    },
    PATIENCE,
  );

  test(
    'the text around a table of HTML in plain text gives the requisites',
    async () => {
      const { order } = await parse('план.txt', `${HEAD}${TABLE}\n`);
      expect(order.number).toBe('87-од');
    },
    PATIENCE,
  );
});

test.each(['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic', 'iso-8859-5'])(
  'text in %s is read with the line ends of Unix, Windows and an old Macintosh',
  async (encoding) => {
    const folder = await temporaryFolder();
    const files = ['\n', '\r\n', '\r'].map((lineEnd, index) =>
      folder.write(`план ${index}.txt`, encoded(TABBED.replaceAll('\n', lineEnd), encoding)),
    );
    const { status, stdout } = await runOpora(['parse', ...(await Promise.all(files))]);
    expect(status).toBe(0);
    for (const { measures } of JSON.parse(stdout) as Read[])
      expect(measures.map(({ title }) => title)).toEqual(['Семинар для учителей', 'Выезды в школы']);
  },
  PATIENCE,
);

const zip = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
const oasis = (type: string): Uint8Array =>
  zipSync({ mimetype: strToU8(`application/vnd.oasis.opendocument.${type}`), 'content.xml': strToU8('<x/>') });
const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + ((index * index) % 251)) & 255);

const NO_DOCUMENTS: readonly (readonly [name: string, content: string | Uint8Array, sentence: string])[] = [
  ['фото.docx', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'Это изображение, а не документ: распознайте текст'],
  ['скан.djvu', 'AT&TFORM\u0000\u0000\u0001\u0000DJVU', 'Это DjVu, он не читается: сохраните документ как PDF'],
  ['пакет.docx', zip('приказ.docx', 'приложение.docx'), 'Это архив: распакуйте его'],
  ['пакет.rar', 'Rar!\u001a\u0007\u0000', 'Это архив: распакуйте его'],
  ['доклад.pptx', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'Это презентация'],
  ['доклад.odp', oasis('presentation'), 'Это презентация'],
  ['таблица.ods', oasis('spreadsheet'), 'Это таблица ODS, она не читается: откройте её и сохраните как XLSX'],
  ['таблица.xlsb', zip('[Content_Types].xml', 'xl/workbook.bin'), 'XLSB'],
  ['план.pages', zip('Index/Document.iwa', 'preview.jpg'), 'экспортируйте его в DOCX'],
  ['данные.xml', '<?xml version="1.0"?><отчёт/>'.replace('отчёт', 'report'), 'Это данные XML'],
  ['мусор.docx', noise, 'Файл повреждён или назван не своим именем'],
  ['мусор.txt', noise, 'не похоже на текст ни в одной из известных кодировок'],
  ['чужой.docx', zip('[Content_Types].xml', 'word/document.xml'), 'Файл повреждён'],
  ['без тела.docx', zipSync({ 'word/document.xml': strToU8('<html><body>x</body></html>') }), 'word/document.xml'],
  ['черта.txt', '——————————\n'.repeat(300), 'не найден план'],
  ['повтор.txt', '№№№ '.repeat(500), 'не найден план'],
  ['запись.txt', '{"a": [1, 2, 3]}', 'не найден план'],
];

test(
  'what is no document is called by its name in one line, with what to do',
  async () => {
    const folder = await temporaryFolder();
    const files = await Promise.all(NO_DOCUMENTS.map(([name, content]) => folder.write(name, content)));
    const { status, stderr } = await runOpora(['parse', ...files]);
    expect(status).toBe(1);
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(NO_DOCUMENTS.length);
    NO_DOCUMENTS.forEach(([name, , sentence], index) => {
      expect(lines[index]).toContain(`${name}: `);
      expect(lines[index]).toContain(sentence);
    });
  },
  PATIENCE,
);
