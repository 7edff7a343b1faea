/** A column of a printed table; `width` counts characters. */
export type GridColumn = { readonly title: string; readonly width: number };

/** Lines of a table with a head, cells wrapped to the widths of their columns. */
export function grid(columns: readonly GridColumn[], rows: readonly (readonly string[])[]): string[] {
  const rule = columns.map((column) => '─'.repeat(column.width)).join('─┼─');
  const widths = columns.map((column) => column.width);
  return [
    ...gridRow(
      widths,
      columns.map((column) => column.title),
    ),
    rule,
    ...rows.flatMap((row) => gridRow(widths, row)),
  ];
}

function gridRow(widths: readonly number[], cells: readonly string[]): string[] {
  const wrapped = widths.map((width, index) => wrap(cells[index] ?? '', width));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    widths
      .map((width, index) => (wrapped[index]?.[line] ?? '').padEnd(width))
      .join(' │ ')
      .trimEnd(),
  );
}

/** Breaks text at spaces into lines of at most `width` characters; a longer word is cut. Line breaks stay. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width));
}

function wrapParagraph(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ').flatMap((each) => cut(each, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function cut(word: string, width: number): string[] {
  if (word.length <= width) return [word];
  return Array.from({ length: Math.ceil(word.length / width) }, (_, piece) =>
    word.slice(piece * width, (piece + 1) * width),
  );
}
