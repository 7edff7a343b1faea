import type { TextLine } from '#domain/orders/layout/pages/text-line.ts';

/** The lines of a page outside its tables, from top to bottom, and the height of the page in points. */
export type PageLines = { readonly height: number; readonly lines: readonly TextLine[] };

/** Shares of the page height in which running heads and feet stand. */
const HEAD_ZONE = 0.13;
const NUMBER_ZONE = 0.1;
/** Share in which a repeated line is a head even when text follows closely. */
const MARGIN_ZONE = 0.075;
/** Distance to the text, in font sizes from line to line, that shows a head standing by itself. */
const APART = 1.9;
/** Lines looked at from each end of a page: stamps of document systems have up to five lines. */
const DEPTH = 5;
/** A head that repeats stands at the same height on every page, to this many points. */
const SAME_HEIGHT = 5;

/**
 * Page numbers and the lines that repeat at the top or bottom of pages. They are known by place and repetition, so a
 * table's repeated header, which stands lower and in columns, is not among them.
 */
export function runningHeads(pages: readonly PageLines[]): ReadonlySet<TextLine> {
  const found = new Set<TextLine>();
  const ends = [
    pages.map((page) => page.lines.slice(0, DEPTH).filter((line) => line.bottom < HEAD_ZONE * page.height)),
    pages.map((page) =>
      page.lines
        .slice(-DEPTH)
        .reverse()
        .filter((line) => line.top > (1 - HEAD_ZONE) * page.height),
    ),
  ];
  for (const candidates of ends) {
    const places = new Map<string, number[]>();
    candidates.forEach((lines, page) => {
      for (const line of lines) {
        const key = patternOf(line);
        places.set(key, [...(places.get(key) ?? []), fromEdge(line, pages[page])]);
      }
    });
    candidates.forEach((lines, page) => {
      const height = pages[page]?.height ?? 0;
      const own: TextLine[] = [];
      let next: TextLine | undefined;
      for (const line of lines) {
        next = line;
        const place = fromEdge(line, pages[page]);
        const same = (places.get(patternOf(line)) ?? []).filter(
          (other) => Math.abs(other - place) < SAME_HEIGHT,
        ).length;
        const repeats = same >= 2 && (same >= 3 || same * 2 > pages.length) && mayBeHead(line, height);
        const inMargin = line.bottom < NUMBER_ZONE * height || line.top > (1 - NUMBER_ZONE) * height;
        // Heads stand outermost: the first line that is none ends them.
        if (!repeats && !isArtifactLine(line) && !(inMargin && isPageNumber(line.text))) break;
        own.push(line);
        next = undefined;
      }
      // The first rows of a table that begins every page follow one another without a gap; a head stands apart.
      const last = own.at(-1);
      next ??= lineAfter(last, pages[page], lines);
      const isApart = last === undefined || next === undefined || Math.abs(next.top - last.top) > APART * last.size;
      const titles = next === undefined ? [] : titlesBefore(next, own);
      for (const line of own) {
        if (titles.includes(line)) continue;
        const inEdge = line.bottom < MARGIN_ZONE * height || line.top > (1 - MARGIN_ZONE) * height;
        if (isApart || inEdge || isPageNumber(line.text)) found.add(line);
      }
    });
  }
  return found;
}

/** Share of a line that must overlap another for both to be lines of cells in one row. */
const BESIDE = 0.25;

/** Distance of the lines of one title, in font sizes. */
const TITLE_PITCH = 1.4;

/**
 * The lines of those going outwards from `line` that are titles of its row: in the middle of their cells, titles of two
 * lines and more stand around a title of one line.
 */
function titlesBefore(line: TextLine, outwards: readonly TextLine[]): TextLine[] {
  const titles: TextLine[] = [];
  let inner = line;
  for (const outer of outwards.toReversed()) {
    const overlap = Math.min(outer.bottom, inner.bottom) - Math.max(outer.top, inner.top);
    const isTitle =
      titles.length === 0 ? overlap > BESIDE * outer.size : Math.abs(inner.top - outer.top) < TITLE_PITCH * outer.size;
    if (!isTitle || isPageNumber(outer.text) || isArtifactLine(outer)) break;
    titles.push(outer);
    inner = outer;
  }
  return titles;
}

function isArtifactLine(line: TextLine): boolean {
  return line.runs.every((run) => run.artifact === true);
}

/** «3», «- 3 -», «Страница 3 из 12», «Лист 3». */
function isPageNumber(text: string): boolean {
  return /^(?:[-–—]?\s*\d{1,4}\s*[-–—.]?|(?:стр(?:аница|\.)?|с\.|лист|page)\s*(?:№\s*)?\d{1,4}(?:\s*(?:из|of|\/)\s*\d{1,4})?)$/iu.test(
    text.trim(),
  );
}

/** The line inwards of the last candidate. */
function lineAfter(
  last: TextLine | undefined,
  page: PageLines | undefined,
  lines: readonly TextLine[],
): TextLine | undefined {
  if (last === undefined || page === undefined) return undefined;
  const index = page.lines.indexOf(last);
  return page.lines[lines[0] === page.lines[0] ? index + 1 : index - 1];
}

/** Lines with the same pattern say the same but for the number of the page; annexes that begin on pages of their own do not. */
function patternOf({ text }: TextLine): string {
  const annex = ANNEX.exec(text)?.[0] ?? '';
  return `${annex}${text.slice(annex.length).replace(/\d+/gu, '#')}`.replace(/\s+/gu, '');
}

const ANNEX = /^\s{0,3}приложени[ея]\s{0,3}(?:№|N)?\s{0,3}\d{1,3}/iu;

function fromEdge(line: TextLine, page: PageLines | undefined): number {
  const height = page?.height ?? 0;
  return line.top < height / 2 ? line.top : height - line.top;
}

/** A line in pieces is the row of a table, unless it has two of them in the very margin: «Приложение 2 … стр. 5». */
function mayBeHead(line: TextLine, height: number): boolean {
  let pieces = 1;
  line.runs.forEach((run, index) => {
    const last = line.runs[index - 1];
    if (last !== undefined && run.x - last.x - last.width > 2 * line.size) pieces += 1;
  });
  const inEdge = line.bottom < MARGIN_ZONE * height || line.top > (1 - MARGIN_ZONE) * height;
  return pieces < (inEdge ? 3 : 2) && line.runs.every((run) => run.turn === undefined);
}
