import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { InputFailure } from '#cli/input-file.ts';
import type { FindingCode } from '#domain/orders/check/finding.ts';
import type { UnreadableCode } from '#domain/orders/reader-error.ts';

const guide = (name: string) => readFileSync(new URL(`../../docs/guides/${name}`, import.meta.url), 'utf8');

/** The codes in the first column of the tables of a guide. */
const codesIn = (text: string) =>
  Array.from(text.matchAll(/^\| `([a-z-]+)`\s+\|/gmu), (match) => match[1] ?? '').sort();

// Records and not lists: a new code does not compile until it stands here.
const FINDINGS: Record<FindingCode, true> = {
  'no-deadline': true,
  'no-responsible': true,
  'no-result': true,
  'no-countable-result': true,
  'no-publication': true,
  'foreign-executor': true,
  'count-percent-conflict': true,
  'copied-target': true,
  'before-order': true,
  'no-such-day': true,
  'outside-period': true,
  'undefined-abbreviation': true,
  'duplicate-measure': true,
  'two-values': true,
  'empty-phrase': true,
};
const REFUSALS: Record<UnreadableCode, true> = {
  'empty-file': true,
  'unknown-format': true,
  'too-large': true,
  'too-complex': true,
  'too-many-pages': true,
  'too-many-rows': true,
  'zip-bomb': true,
  damaged: true,
  encrypted: true,
  'forbidden-entities': true,
  'old-word-format': true,
  'old-excel-format': true,
  'scanned-without-text': true,
  'not-text': true,
  'no-plan': true,
};

const FAILURES: Record<InputFailure | 'defect', true> = {
  missing: true,
  folder: true,
  device: true,
  silent: true,
  forbidden: true,
  unreadable: true,
  defect: true,
};

describe('guides explain every code', () => {
  test('findings', () => expect(codesIn(guide('check.md'))).toEqual(Object.keys(FINDINGS).sort()));
  test('refusals', () =>
    expect(codesIn(guide('formats.md'))).toEqual(Object.keys({ ...REFUSALS, ...FAILURES }).sort()));
});
