import { describe, test } from 'vitest';
import { LOSSES } from '#demo/orders/flow-text.ts';
import { WRITERS } from '#tests/properties/printed-grid.ts';
import { keepsWordsOfDamagedTables, keepsWordsWithoutBorders } from '#tests/properties/word-properties.ts';

describe('every word of the table is in a field or in the words of a warning, in many plans', () => {
  // Known gap: of a row that damage threw out of aligned columns a broken word is told in its two halves.
  test.each(Object.entries(WRITERS))('however rows are damaged: %s', (name, write) =>
    keepsWordsOfDamagedTables(write, name === 'spaced' ? 10 : 25),
  );

  test.each(LOSSES)('when borders are lost: %s', (loss) => keepsWordsWithoutBorders(loss, 12));
});
