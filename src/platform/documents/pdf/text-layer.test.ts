import { expect, test } from 'vitest';
import type { Glyph } from '#platform/documents/pdf/page-content.ts';
import { TextLayer } from '#platform/documents/pdf/text-layer.ts';

function layerOf(text: string): TextLayer {
  const layer = new TextLayer();
  layer.count(
    Array.from(text, (letter, index): Glyph => {
      const place = { x: 5 * index, y: 0, dx: 5, dy: 0, size: 10, spacing: 0, mark: -1, artifact: false };
      return { ...place, text: letter, isSpace: letter === ' ', font: 'f' };
    }),
  );
  return layer;
}

/** The text as a font shows it whose Cyrillic letters were moved to the signs so many places before them. */
function moved(text: string, distance: number): string {
  return Array.from(text, (letter) =>
    /\p{Script=Cyrillic}/u.test(letter) ? String.fromCodePoint((letter.codePointAt(0) ?? 0) - distance) : letter,
  ).join('');
}

const TEXT = 'Об утверждении плана поддержки школ Заречного района: семинары, вебинары; сроки — 2026 год';

test('letters that were moved onto signs and other letters have no meaning', () => {
  expect(moved('приказ', 0x3fc)).toBe('CD<>4;');
  expect(layerOf(moved(TEXT, 0x3fc)).isMeaningless).toBe(true);
  expect(layerOf(moved(TEXT, 0x400)).isMeaningless).toBe(true);
});

test('numbers of glyphs taken for letters have no meaning', () => {
  expect(moved('Приказ', 0x1d6)).toBe('ɉɪɢɤɚɡ');
  expect(layerOf(moved(TEXT, 0x1d6)).isMeaningless).toBe(true);
});

test('Russian text with addresses and formulas has its meaning', () => {
  expect(layerOf(TEXT).isMeaningless).toBe(false);
  expect(layerOf('Отчёт школы: https://iro.example/?id=7;n=2, x>=5, y<3').isMeaningless).toBe(false);
  expect(layerOf('Plan of measures, see https://iro.example/?id=7').isMeaningless).toBe(false);
});
