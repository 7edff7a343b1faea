import type { Paper, PaperBlock, PaperSection } from '#domain/papers/paper.ts';
import { MARGINS, columnWidths, textWidthOf } from '#platform/papers/page.ts';
import { TEMPLATE } from '#platform/papers/pdf/template.ts';
import { WORKSPACE, typesetter } from '#platform/papers/pdf/typesetter.ts';

/**
 * The paper as a tagged PDF (PDF/UA-1): headings and tables can be walked with a screen reader, fonts are embedded with the
 * letters that are used. The same paper gives the same bytes. Null on a system for which there is no typesetter.
 */
export function writePdf(paper: Paper): Uint8Array | null {
  const typst = typesetter();
  if (typst === null) return null;
  const data = `${WORKSPACE}/paper.json`;
  typst.mapShadow(data, Buffer.from(JSON.stringify(measured(paper), printable)));
  try {
    return typst.pdf({ mainFileContent: TEMPLATE, resetRead: true }, { pdfStandard: 'ua-1' });
  } finally {
    typst.unmapShadow(data);
    typst.evictCache(0);
  }
}

/** A tagged PDF may hold no signs without a meaning: controls, halves of a letter, private signs of a font. */
function printable(_: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replaceAll('\t', ' ').replace(MEANINGLESS, '');
}

const MEANINGLESS = /[^\P{C}\n\p{Cf}]/gu;

/** The paper with the measures that the template needs. */
function measured({ title, sections }: Paper): object {
  return {
    title,
    sections: sections.map(({ orientation, blocks }) => ({
      orientation,
      margins: MARGINS[orientation],
      blocks: blocks.map((block) => sized(block, orientation)),
    })),
  };
}

function sized(block: PaperBlock, orientation: PaperSection['orientation']): object {
  if (block.kind !== 'table') return block;
  const { widths, areNarrow } = columnWidths(block, textWidthOf(orientation));
  return {
    ...block,
    hyphenate: areNarrow,
    columns: block.columns.map((column, index) => ({ ...column, millimetres: widths[index] ?? 0 })),
  };
}
