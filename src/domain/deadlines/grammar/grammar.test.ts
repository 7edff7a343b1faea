import { expect, test } from 'vitest';
import { deadlinePhrases } from '#domain/deadlines/grammar/phrases.ts';
import { longestDeadlineAt, readDeadline } from '#domain/deadlines/read-deadline.ts';
import { inShort } from '#domain/deadlines/testing/in-short.ts';

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

const SAMPLES: Readonly<Record<string, string>> = {
  MONTH: 'марта',
  YEAR: '2024 года',
  BARE_YEAR: '2024',
  SHORT_YEAR: '25',
  DAY: '15',
  DATE: '15.03.2024',
  COUNT: '2',
  SCHOOL_YEAR: '2024-2025 учебного года',
  MOMENT: 'марта',
  IN_COURSE: 'в течение',
  AFTER: 'по итогам',
  SCHOOL: 'учебного',
  WEEKDAY: 'пятница',
  WEEKDAYS: 'пятницам',
  SEASON: 'осень',
  HOLIDAYS: 'осенние',
  '…': 'работы школы',
};

/** The pattern's words without what may be left out, with a sample for each category. */
function written(pattern: string): string {
  const words: string[] = [];
  let depth = 0;
  let ordinal = 0;
  for (const item of pattern.split(' ')) {
    if (item === '[') depth += 1;
    else if (item === ']') depth -= 1;
    else if (depth === 0 && item === 'NTH') words.push(String((ordinal += 1)));
    else if (depth === 0) words.push(SAMPLES[item] ?? (item.split('|')[0] ?? '').replace('~', ''));
  }
  return words.join(' ');
}

const patterns = deadlinePhrases.flatMap(({ name, patterns: all }) =>
  all.map((pattern) => ({ name, text: written(pattern) })),
);

test.each(patterns)('$name: every word of «$text» is understood', ({ text }) => {
  expect(readDeadline(text, in2024)).toMatchObject({ rest: [] });
  expect(readDeadline(text, in2024).deadline.kind).not.toBe('none');
});
