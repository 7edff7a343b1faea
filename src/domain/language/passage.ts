/**
 * Text in which every character knows where in the source it stands.
 *
 * Everything the reader of orders says about a document is cut out of passages, so every value can point at its place,
 * and what no value points at can be found and reported: that is how no word is lost.
 */
export type Passage = {
  readonly text: string;
  /** For each UTF-16 unit of `text` its offset in the source text, or `JOINT` for a space that was put in when joining. */
  readonly at: readonly number[];
};

/** A half-open range of UTF-16 offsets in the source text. */
export type Span = { readonly from: number; readonly to: number };

/** Marks a character that stands nowhere in the source. */
export const JOINT = -1;

export const emptyPassage: Passage = { text: '', at: [] };

/** The passage of `text` that begins at offset `from` of the source. */
export function passageAt(text: string, from: number): Passage {
  const at = new Array<number>(text.length);
  for (let index = 0; index < text.length; index += 1) at[index] = from + index;
  return { text, at };
}

/** Characters `from`…`to` of the passage (offsets in the passage, not in the source). */
export function slicePassage(passage: Passage, from: number, to: number = passage.text.length): Passage {
  return { text: passage.text.slice(from, to), at: passage.at.slice(from, to) };
}

/** Puts passages one behind the other, with `separator` (which stands nowhere in the source) between those with text. */
export function joinPassages(passages: readonly Passage[], separator = ' '): Passage {
  let text = '';
  const at: number[] = [];
  for (const passage of passages) {
    if (passage.text === '') continue;
    if (text !== '') {
      text += separator;
      for (let index = 0; index < separator.length; index += 1) at.push(JOINT);
    }
    text += passage.text;
    for (const offset of passage.at) at.push(offset);
  }
  return { text, at };
}

/** The passage without white space at both ends. */
export function trimPassage(passage: Passage): Passage {
  const from = passage.text.length - passage.text.trimStart().length;
  return slicePassage(passage, from, Math.max(from, passage.text.trimEnd().length));
}

/** The passage with every run of white space (no-break and zero-width ones included) as one space, trimmed. */
export function collapsePassage(passage: Passage): Passage {
  if (isCollapsed(passage.text)) return passage;
  const at: number[] = [];
  let text = '';
  for (let index = 0; index < passage.text.length;) {
    const gapFrom = index;
    while (index < passage.text.length && isWhiteSpace(passage.text.charCodeAt(index))) index += 1;
    const wordFrom = index;
    while (index < passage.text.length && !isWhiteSpace(passage.text.charCodeAt(index))) index += 1;
    if (wordFrom === index) break;
    if (text !== '') {
      text += ' ';
      at.push(passage.at[gapFrom] ?? JOINT);
    }
    text += passage.text.slice(wordFrom, index);
    for (let place = wordFrom; place < index; place += 1) at.push(passage.at[place] ?? JOINT);
  }
  return { text, at };
}

/** Whether no white space stands in the text but single spaces between words. */
function isCollapsed(text: string): boolean {
  let afterSpace = true;
  for (let index = 0; index < text.length; index += 1) {
    const isSpace = isWhiteSpace(text.charCodeAt(index));
    if (isSpace && (afterSpace || text.charCodeAt(index) !== SPACE)) return false;
    afterSpace = isSpace;
  }
  return !afterSpace || text === '';
}

const SPACE = 0x20;

/** What `\s` of regular expressions takes, and the zero-width space. By code, for it is asked for every character. */
function isWhiteSpace(code: number): boolean {
  if (code < 0x80) return code === SPACE || (code >= 0x09 && code <= 0x0d);
  if (code < 0x1680) return code === 0xa0;
  return WIDE_SPACES.has(code);
}

const WIDE_SPACES: ReadonlySet<number> = new Set([
  0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x200b, 0x2028,
  0x2029, 0x202f, 0x205f, 0x3000, 0xfeff,
]);

/** The source ranges that the passage was cut from, in the order of the passage, neighbouring characters merged. */
export function spansOf(passage: Passage): Span[] {
  const spans: Span[] = [];
  let from = JOINT;
  let to = JOINT;
  for (const offset of passage.at) {
    if (offset === JOINT) continue;
    if (offset !== to) {
      if (to !== JOINT) spans.push({ from, to });
      from = offset;
    }
    to = offset + 1;
  }
  if (to !== JOINT) spans.push({ from, to });
  return spans;
}
