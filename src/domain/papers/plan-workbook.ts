import type { Paper, PaperBlock, PaperTable } from '#domain/papers/paper.ts';

/** The same plan for counting: requisites and lists on one sheet, each table on a sheet of its own. */
export type PaperWorkbook = {
  readonly title: string;
  /** Lines of text one under another. */
  readonly requisites: { readonly name: string; readonly lines: readonly WorkbookLine[] };
  readonly tables: readonly { readonly name: string; readonly table: PaperTable }[];
};

export type WorkbookLine = { readonly text: string; readonly isHeading: boolean };

/** The workbook of a paper; headings of tables become names of sheets. */
export function workbookOf({ title, sections }: Paper): PaperWorkbook {
  const blocks = sections.flatMap((section) => section.blocks);
  const tables = blocks.filter((block) => block.kind === 'table');
  return {
    title,
    requisites: {
      name: 'Реквизиты',
      lines: blocks.flatMap((block, index) => (isLeftOut(block, blocks[index + 1]) ? [] : lineOf(block))),
    },
    tables: tables.map((table, index) => ({ name: sheetName(table, tables.slice(0, index)), table })),
  };
}

/** «Показатели», «Показатели 2»: names of sheets differ. */
function sheetName({ summary }: PaperTable, before: readonly PaperTable[]): string {
  const same = before.filter((table) => table.summary === summary).length;
  return same === 0 ? summary : `${summary} ${same + 1}`;
}

const HEADINGS: ReadonlySet<string> = new Set(['issuer', 'kind', 'order-title', 'annex-title', 'heading']);

function lineOf(block: PaperBlock): WorkbookLine[] {
  switch (block.kind) {
    case 'table':
      return [];
    case 'pair': {
      const text = `${block.left} ${block.right}`;
      return [{ text: block.style === 'requisites' ? `от ${text}` : text, isHeading: false }];
    }
    case 'paragraph':
      return [{ text: block.text, isHeading: HEADINGS.has(block.style) }];
    default:
      return block satisfies never;
  }
}

/** Headings of tables, which have sheets of their own. */
function isLeftOut(block: PaperBlock, next: PaperBlock | undefined): boolean {
  return block.kind === 'paragraph' && block.style === 'heading' && next?.kind === 'table';
}
