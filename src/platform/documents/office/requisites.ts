import type { DraftBlock } from '#platform/documents/office/draft.ts';

/** All words of the blocks, paragraphs on lines of their own. */
export function draftText(blocks: readonly DraftBlock[]): string {
  const texts: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') texts.push(block.text);
    else for (const row of block.rows) for (const cell of row.cells) texts.push(...cell.paragraphs);
  }
  return texts.join('\n');
}

/**
 * Headers are no part of the body, but some forms print the number and the date of the order in the header of the first
 * page only: then the header has a number or a date, and words that the body does not hold.
 */
export function holdsNewRequisites(header: readonly DraftBlock[], body: readonly DraftBlock[]): boolean {
  const printed = draftText(header);
  return REQUISITES.test(printed) && !squeezed(draftText(body)).includes(squeezed(printed));
}

/** A number sign with a number, or a date. */
const REQUISITES = /№\s{0,3}[\p{L}\d/-]{0,20}\d|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\s{1,3}\p{L}{3,8}\s{1,3}\d{4}/u;

function squeezed(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}
