import { expect, test } from 'vitest';
import { deadlinePhrases } from '#domain/deadlines/grammar/phrases.ts';
import { longestDeadlineAt, readDeadline } from '#domain/deadlines/read-deadline.ts';
import { inShort } from '#domain/deadlines/in-short.ts';

/** The span against which the examples of the grammar are read: a plan for 2024. */
const in2024 = { from: '2024-01', to: '2024-12', schoolYear: false } as const;

const examples = deadlinePhrases.flatMap(({ name, inText = 1, examples: printed = {} }) =>
  Object.entries(printed).map(([text, meaning]) => ({ name, text, meaning, isOfSentences: inText < 0.5 })),
);

test.each(examples)('$name: «$text» reads as $meaning', ({ text, meaning }) => {
  expect(inShort(readDeadline(text, in2024).deadline)).toBe(meaning);
});

test.each(examples.filter((example) => !example.isOfSentences))(
  '$name: «$text» begins with a deadline in running text too',
  ({ text }) => {
    expect(longestDeadlineAt(text, 0)).not.toBeNull();
  },
);

test('every rule of the grammar has an example', () => {
  expect(
    deadlinePhrases.filter((rule) => Object.keys(rule.examples ?? {}).length === 0).map((rule) => rule.name),
  ).toEqual([]);
});
