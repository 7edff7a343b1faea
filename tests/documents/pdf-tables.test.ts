import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { layoutPages } from '#domain/orders/layout/pages/layout-pages.ts';
import type { Cell, SourceDocument } from '#domain/orders/source-document.ts';
import { readPdf } from '#platform/documents/pdf/read-pdf.ts';

/**
 * PDF files made by LibreOffice from invented plans, beside each the cells that were written: rows over pages, repeated
 * headers, titles of sections, merged cells, tables without lines or with horizontal ones only.
 */
const folder = new URL('../fixtures/pdf/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace(/\.json$/u, ''));

type Expected = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

async function documentOf(name: string): Promise<SourceDocument> {
  const raw = await readPdf(readFileSync(new URL(`${name}.pdf`, folder)));
  if (raw.kind !== 'pages') throw new Error('a PDF gives pages');
  return layoutPages(raw.pages);
}

/** Lines break elsewhere in the file than in what was written. */
function squeezed(text: string): string {
  return text.replace(/[\s-]+/gu, '');
}

function textOf(cell: Cell): string {
  return squeezed(cell.lines.map((line) => line.text).join(' '));
}

describe.each(names)('the table of %s.pdf', (name) => {
  const expected = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Expected;

  test('has every row as it was written, put together over pages', async () => {
    const { blocks } = await documentOf(name);
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    const body = rows.filter((row) => row.header !== true).map((row) => row.cells.map(textOf));
    expect(body).toEqual(expected.rows.map((row) => row.map(squeezed)));
    expect(blocks.filter((block) => block.kind === 'table')).toHaveLength(1);
  });

  test('points with every line into the text of its page', async () => {
    const { text, pages, blocks } = await documentOf(name);
    const lines = blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines)) : block.lines,
    );
    for (const line of lines) expect(line.at.map((offset) => text.charAt(offset)).join('')).toBe(line.text);
    expect(pages?.[0]).toBe(0);
    expect(pages).toEqual([...(pages ?? [])].sort((a, b) => a - b));
  });
});
