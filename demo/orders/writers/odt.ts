import { strToU8, zipSync } from 'fflate';
import { escapeXml } from '#demo/orders/writers/escape-xml.ts';
import type {
  CellLine,
  PrintedBlock,
  PrintedCell,
  PrintedRow,
  PrintedTable,
} from '#demo/orders/writers/printed-order.ts';

const TYPE = 'application/vnd.oasis.opendocument.text';
const NAMESPACES = ['office', 'text', 'table', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

/** The order as an OpenDocument text: covered cells, header rows, numbered lists that go on from row to row. */
export function writeOdt(blocks: readonly PrintedBlock[]): Uint8Array {
  const body = blocks.map((block, index) =>
    block.kind === 'table'
      ? tableOf(block, index)
      : `<text:p text:style-name="Standard">${escapeXml(block.text)}</text:p>`,
  );
  const content =
    `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES} office:version="1.3">` +
    `<office:automatic-styles>${listStyles(blocks)}</office:automatic-styles>` +
    `<office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`;
  const manifest =
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">' +
    `<manifest:file-entry manifest:full-path="/" manifest:media-type="${TYPE}"/>` +
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>';
  return zipSync({
    // The type comes first and unpacked, so that the format shows in the first bytes.
    mimetype: [strToU8(TYPE), { level: 0 }],
    'content.xml': strToU8(content),
    'META-INF/manifest.xml': strToU8(manifest),
  });
}

function listStyles(blocks: readonly PrintedBlock[]): string {
  const labels = blocks
    .flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .flatMap((row) => row.cells.flatMap((cell) => cell.lines.flatMap((line) => line.label ?? [])));
  const behind = (labels.find(({ kind }) => kind === 'number')?.text ?? '1.').replace(/\d+/u, '');
  return (
    `<text:list-style style:name="numbers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="${behind}"/></text:list-style>` +
    '<text:list-style style:name="bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/>' +
    '<text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>'
  );
}

function tableOf({ widths, rows }: PrintedTable, index: number): string {
  const covered = coveredColumns(rows);
  const lines = rows.map((row, at) => rowOf(row, covered[at] ?? new Set(), widths.length));
  const heads = rows.findLastIndex((row) => row.kind === 'head') + 1;
  const header =
    heads > 0 ? `<table:table-header-rows>${lines.slice(0, heads).join('')}</table:table-header-rows>` : '';
  return (
    `<table:table table:name="Table${index}"><table:table-column table:number-columns-repeated="${widths.length}"/>` +
    `${header}${lines.slice(heads).join('')}</table:table>`
  );
}

/** For each row the columns that cells of rows above reach into. */
function coveredColumns(rows: readonly PrintedRow[]): Set<number>[] {
  const covered = rows.map(() => new Set<number>());
  rows.forEach((row, at) => {
    for (const cell of row.cells)
      for (let down = 1; down < cell.rows; down += 1)
        for (let right = 0; right < cell.columns; right += 1) covered[at + down]?.add(cell.column + right);
  });
  return covered;
}

function rowOf(row: PrintedRow, covered: ReadonlySet<number>, width: number): string {
  const cells: string[] = [];
  for (let column = 0; column < width; column += 1) {
    const cell = row.cells.find((one) => one.column === column);
    if (cell !== undefined) cells.push(cellOf(cell));
    else if (covered.has(column) || row.cells.some((one) => one.column < column && one.column + one.columns > column))
      cells.push('<table:covered-table-cell/>');
  }
  return `<table:table-row>${cells.join('')}</table:table-row>`;
}

function cellOf(cell: PrintedCell): string {
  const across = cell.columns > 1 ? ` table:number-columns-spanned="${cell.columns}"` : '';
  const down = cell.rows > 1 ? ` table:number-rows-spanned="${cell.rows}"` : '';
  return `<table:table-cell office:value-type="string"${across}${down}>${cell.lines.map(lineOf).join('') || '<text:p/>'}</table:table-cell>`;
}

function lineOf({ text, label }: CellLine): string {
  const item = `<text:p>${escapeXml(text)}</text:p>`;
  if (label === undefined) return item;
  const list = (style: string, inside: string): string =>
    `<text:list text:style-name="${style}"${label.kind === 'number' ? ' text:continue-numbering="true"' : ''}><text:list-item>${inside}</text:list-item></text:list>`;
  if (label.kind === 'number') return list('numbers', item);
  return list(
    'bullets',
    label.kind === 'dash' ? item : `<text:list><text:list-item>${item}</text:list-item></text:list>`,
  );
}
