/**
 * Plain text in which tables stand as marks of HTML, as exports of portals and converters to Markdown leave them: text
 * above and below, `<table>` in the middle.
 */

/** Whether the text holds a table of HTML with rows: one mention of a tag makes none. */
export function holdsHtmlTable(text: string): boolean {
  const begin = text.search(/<table[\s>]/iu);
  if (begin < 0) return false;
  const rows = text.slice(begin).match(/<tr[\s>]/giu)?.length ?? 0;
  const cells = text.slice(begin).match(/<t[dh][\s>]/giu)?.length ?? 0;
  return rows >= 2 && cells >= 2 * rows;
}

/** A page of such a text: lines outside its tables become paragraphs, tables stay as they are. */
export function pageOfText(text: string): string {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: tag, index } of text.matchAll(/<\/?table(?=[\s>])[^>]{0,2000}>/giu)) {
    const before = depth;
    depth = tag.startsWith('</') ? Math.max(0, depth - 1) : depth + 1;
    if (before === 0 && depth === 1) {
      parts.push(paragraphs(text.slice(from, index)));
      from = index;
    } else if (before === 1 && depth === 0) {
      parts.push(text.slice(from, index + tag.length));
      from = index + tag.length;
    }
  }
  const rest = text.slice(from);
  parts.push(depth === 0 ? paragraphs(rest) : rest);
  return `<html><body>${parts.join('\n')}</body></html>`;
}

/** Lines with marks of their own are left to the reader of pages; «<» in prose is a letter. */
function paragraphs(text: string): string {
  if (/<(?:p|div|br|h[1-6]|li|span|center)[\s/>]/iu.test(text)) return text;
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${line.replace(/<(?!\/?(?:html|body|b|i|u|strong|em|sup|sub)[\s>])/giu, '&lt;')}</p>`)
    .join('\n');
}
