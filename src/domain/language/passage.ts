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
  const letters: string[] = [];
  const at: number[] = [];
  let afterSpace = true;
  for (let index = 0; index < passage.text.length; index += 1) {
    const letter = passage.text.charAt(index);
    const isSpace = WHITE_SPACE.test(letter);
    if (isSpace && afterSpace) continue;
    letters.push(isSpace ? ' ' : letter);
    at.push(passage.at[index] ?? JOINT);
    afterSpace = isSpace;
  }
  return trimPassage({ text: letters.join(''), at });
}

const WHITE_SPACE = /[\s\u00a0\u200b\ufeff]/u;

/** The source ranges that the passage was cut from, in the order of the passage, neighbouring characters merged. */
export function spansOf(passage: Passage): Span[] {
  const spans: { from: number; to: number }[] = [];
  for (const offset of passage.at) {
    if (offset === JOINT) continue;
    const last = spans.at(-1);
    if (last?.to === offset) last.to = offset + 1;
    else spans.push({ from: offset, to: offset + 1 });
  }
  return spans;
}
