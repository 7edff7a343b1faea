import { describe, test } from 'vitest';
import { survivesChangedBytes, survivesChangedLines, survivesCuts } from '#tests/properties/hostile-properties.ts';

describe('a damaged order gives a plan or a reason, and throws nothing', () => {
  test('with bytes changed in a file of any format', () => survivesChangedBytes(12));

  test('cut at any place', () => survivesCuts(8));

  test('with lines dropped, doubled, swapped, joined and strays put into them', () => survivesChangedLines(12));
});
