import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rule } from '#domain/orders/raw-document.ts';
import type { Matrix } from '#platform/documents/pdf/matrix.ts';
import { compose, IDENTITY, mapPoint, matrixOf } from '#platform/documents/pdf/matrix.ts';
import { rulesOfPath } from '#platform/documents/pdf/path-rules.ts';

/** One printed character (or ligature) with its place on the page: points, origin top left, `y` downwards. */
export type Glyph = {
  readonly text: string;
  /** The file says that it is a space. */
  readonly isSpace: boolean;
  /** Start of the character on the base line. */
  readonly x: number;
  readonly y: number;
  /** Way along the base line from the start, spacing between letters not counted. */
  readonly dx: number;
  readonly dy: number;
  /** Font size on the page. */
  readonly size: number;
  /** Letter spacing asked for after the character (Tc), on the page. */
  readonly spacing: number;
  readonly font: string;
  /** Identifier of marked content in the page's structure, or -1. */
  readonly mark: number;
  readonly artifact: boolean;
};

export type PageContent = { readonly glyphs: Glyph[]; readonly rules: Rule[] };

/** What pdf.js gives for a page: operators and their arguments. */
export type Operators = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };

/** What has to be known of a font: names come from `setFont`. */
export type FontFacts = { readonly unit: number; readonly vertical: boolean };

type TextState = {
  ctm: Matrix;
  lineWidth: number;
  font: string;
  facts: FontFacts;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
};

/** More characters or lines on one page than any printed page has: the file is hostile or no text. */
const GLYPH_LIMIT = 200_000;
const RULE_LIMIT = 50_000;
const DEPTH_LIMIT = 500;

/**
 * The characters and the ruling lines that the operators of a page draw. `viewport` is the map from the page's own space
 * to points with the origin at the top left (rotation of the page included).
 */
export function readPageContent(
  operators: Operators,
  viewport: Matrix,
  fontFacts: (name: string) => FontFacts,
): PageContent {
  const glyphs: Glyph[] = [];
  const rules: Rule[] = [];
  let state: TextState = {
    ctm: viewport,
    lineWidth: 1,
    font: '',
    facts: { unit: 0.001, vertical: false },
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
  };
  const saved: TextState[] = [];
  const marks: { mark: number; artifact: boolean }[] = [];
  let textMatrix = IDENTITY;
  let lineMatrix = IDENTITY;

  const save = (): void => {
    if (saved.length < DEPTH_LIMIT) saved.push({ ...state });
  };
  const restore = (): void => {
    state = saved.pop() ?? state;
  };
  const moveLine = (x: number, y: number): void => {
    lineMatrix = compose(lineMatrix, [1, 0, 0, 1, x, y]);
    textMatrix = lineMatrix;
  };
  const advance = (along: number): void => {
    textMatrix = compose(textMatrix, state.facts.vertical ? [1, 0, 0, 1, 0, along] : [1, 0, 0, 1, along, 0]);
  };
  const show = (items: readonly unknown[]): void => {
    const mark = marks.findLast((entry) => entry.mark >= 0)?.mark ?? -1;
    const artifact = marks.some((entry) => entry.artifact);
    for (const item of items) {
      if (typeof item === 'number') {
        advance((-item / 1000) * state.size * (state.facts.vertical ? 1 : state.scale));
        continue;
      }
      const glyph = glyphOf(item);
      if (glyph === null) continue;
      const way = glyph.width * state.facts.unit * state.size;
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      if (state.facts.vertical) {
        advance(-way - spacing);
        continue;
      }
      const matrix = compose(state.ctm, textMatrix);
      const [x, y] = mapPoint(matrix, 0, state.rise);
      const width = way * state.scale;
      const unit = Math.hypot(matrix[2], matrix[3]);
      if (glyphs.length < GLYPH_LIMIT && [x, y, width, unit].every((part) => isFinite(part))) {
        glyphs.push({
          text: glyph.unicode,
          isSpace: glyph.isSpace,
          x,
          y,
          dx: matrix[0] * width,
          dy: matrix[1] * width,
          size: Math.abs(state.size) * unit,
          spacing: state.charSpacing * state.scale * Math.hypot(matrix[0], matrix[1]),
          font: state.font,
          mark,
          artifact,
        });
      }
      advance(width + spacing * state.scale);
    }
  };

  operators.fnArray.forEach((operator, index) => {
    const args = operators.argsArray[index];
    const list: readonly unknown[] = Array.isArray(args) ? args : [];
    const numberAt = (position: number): number => {
      const value = list[position];
      return typeof value === 'number' && isFinite(value) ? value : 0;
    };
    switch (operator) {
      case OPS.save:
        return save();
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        return restore();
      case OPS.transform:
        state.ctm = compose(state.ctm, matrixOf(list) ?? IDENTITY);
        return;
      case OPS.paintFormXObjectBegin:
        save();
        state.ctm = compose(state.ctm, matrixOf(list[0]) ?? IDENTITY);
        return;
      case OPS.setLineWidth:
        state.lineWidth = numberAt(0);
        return;
      case OPS.constructPath:
        if (rules.length < RULE_LIMIT) rules.push(...rulesOfPath(list, state.ctm, state.lineWidth));
        return;
      case OPS.beginText:
        textMatrix = IDENTITY;
        lineMatrix = IDENTITY;
        return;
      case OPS.setCharSpacing:
        state.charSpacing = numberAt(0);
        return;
      case OPS.setWordSpacing:
        state.wordSpacing = numberAt(0);
        return;
      case OPS.setHScale:
        state.scale = numberAt(0) / 100;
        return;
      case OPS.setLeading:
        state.leading = -numberAt(0);
        return;
      case OPS.setTextRise:
        state.rise = numberAt(0);
        return;
      case OPS.setFont:
        state.font = typeof list[0] === 'string' ? list[0] : '';
        state.size = numberAt(1);
        state.facts = fontFacts(state.font);
        return;
      case OPS.setGState:
        for (const [key, value] of pairsOf(list[0])) {
          if (key === 'LW' && typeof value === 'number') state.lineWidth = value;
          if (key !== 'Font' || !Array.isArray(value)) continue;
          const fontAndSize: readonly unknown[] = value;
          const [name, size] = fontAndSize;
          state.font = typeof name === 'string' ? name : '';
          state.size = typeof size === 'number' ? size : 0;
          state.facts = fontFacts(state.font);
        }
        return;
      case OPS.moveText:
        return moveLine(numberAt(0), numberAt(1));
      case OPS.setLeadingMoveText:
        state.leading = numberAt(1);
        return moveLine(numberAt(0), numberAt(1));
      case OPS.nextLine:
        return moveLine(0, state.leading);
      case OPS.setTextMatrix:
        lineMatrix = matrixOf(list[0]) ?? IDENTITY;
        textMatrix = lineMatrix;
        return;
      case OPS.showText:
        return show(Array.isArray(list[0]) ? list[0] : []);
      case OPS.beginMarkedContent:
        marks.push({ mark: -1, artifact: list[0] === 'Artifact' });
        return;
      case OPS.beginMarkedContentProps:
        marks.push({ mark: typeof list[1] === 'number' ? list[1] : -1, artifact: list[0] === 'Artifact' });
        return;
      case OPS.endMarkedContent:
        marks.pop();
        return;
      default:
        return;
    }
  });
  return { glyphs, rules };
}

function glyphOf(value: unknown): { unicode: string; width: number; isSpace: boolean } | null {
  if (typeof value !== 'object' || value === null) return null;
  const unicode = 'unicode' in value && typeof value.unicode === 'string' ? value.unicode : '';
  const width = 'width' in value && typeof value.width === 'number' ? value.width : 0;
  return { unicode, width, isSpace: 'isSpace' in value && value.isSpace === true };
}

function pairsOf(value: unknown): (readonly [unknown, unknown])[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((pair: unknown) => (Array.isArray(pair) ? [[pair[0], pair[1]] as const] : []));
}
