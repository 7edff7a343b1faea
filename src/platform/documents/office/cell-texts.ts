import { LINE_BREAK, PAGE_BREAK, PAGE_START, type DraftBlock } from '#platform/documents/office/draft.ts';

/** The texts of a cell: its paragraphs with their labels, and the rows of tables nested in it, one line each. */
export function cellTexts(blocks: readonly DraftBlock[]): string[] {
  const texts: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const text = withLabel(block.label ?? '', block.text);
      if (text !== '') texts.push(text);
      continue;
    }
    for (const row of block.rows) {
      const cells = row.cells.map((cell) => cell.paragraphs.filter((paragraph) => paragraph.trim() !== ''));
      const short = cells.every((paragraphs) => paragraphs.length <= 1 && !paragraphs[0]?.includes(LINE_BREAK));
      if (short) texts.push(cells.flat().join('\t'));
      else texts.push(...cells.flat());
    }
  }
  return texts;
}

/** The label stands before the first letter, behind breaks. */
function withLabel(label: string, text: string): string {
  if (label === '') return text;
  let from = 0;
  while ([PAGE_BREAK, PAGE_START].includes(text.charAt(from))) from += 1;
  const words = text.slice(from);
  return `${text.slice(0, from)}${label}${words === '' ? '' : ' '}${words}`;
}
