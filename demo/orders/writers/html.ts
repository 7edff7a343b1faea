import { escapeXml } from '#demo/orders/writers/escape-xml.ts';
import { plainLines } from '#demo/orders/writers/printed-order.ts';
import type { PrintedBlock, PrintedCell, PrintedTable } from '#demo/orders/writers/printed-order.ts';

/** The order as a web page. */
export function writeHtml(blocks: readonly PrintedBlock[]): Uint8Array {
  const body = blocks.map((block) =>
    block.kind === 'table'
      ? tableOf(block)
      : `<p${block.aligned === 'centre' ? ' style="text-align: center"' : ''}>${escapeXml(block.text)}</p>`,
  );
  const page = `<!DOCTYPE html>\n<html lang="ru"><head><meta charset="utf-8"><title>Документ</title></head>\n<body>\n${body.join('\n')}\n</body></html>\n`;
  return new TextEncoder().encode(page);
}

function tableOf({ rows }: PrintedTable): string {
  const lines = rows.map(
    (row) => `<tr>${row.cells.map((cell) => cellOf(cell, row.kind === 'head' ? 'th' : 'td')).join('')}</tr>`,
  );
  return `<table border="1">\n${lines.join('\n')}\n</table>`;
}

function cellOf(cell: PrintedCell, tag: 'th' | 'td'): string {
  const across = cell.columns > 1 ? ` colspan="${cell.columns}"` : '';
  const down = cell.rows > 1 ? ` rowspan="${cell.rows}"` : '';
  return `<${tag}${across}${down}>${plainLines(cell).map(escapeXml).join('<br>')}</${tag}>`;
}
