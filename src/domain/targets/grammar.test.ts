import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  NOT_TARGETS,
  notationOf,
  RESULT_RULES,
  TITLE_RULES,
  type GrammarRule,
} from '#domain/targets/testing/grammar.ts';
import { readTargets } from '#domain/targets/read-targets.ts';

const readAs = (place: 'result' | 'title', rules: readonly GrammarRule[]): void => {
  for (const rule of rules) {
    describe(rule.title, () => {
      it.each(rule.examples)('«%s» is read as %s', (text, targets) => {
        expect(notationOf(readTargets(text, place))).toBe(targets);
      });
    });
  }
};

describe('planned results', () => readAs('result', RESULT_RULES));
describe('numbers in results that are no targets', () => readAs('result', NOT_TARGETS));
describe('titles', () => readAs('title', TITLE_RULES));

describe('the guide for coordinators', () => {
  const guide = readFileSync(new URL('../../../docs/guides/rezultaty.md', import.meta.url), 'utf8').replace(
    / {2,}/gu,
    ' ',
  );

  it('has every rule and every example of the grammar, with what is read in it', () => {
    for (const rule of [...RESULT_RULES, ...NOT_TARGETS, ...TITLE_RULES]) {
      expect(guide).toContain(rule.title);
      for (const [text, targets] of rule.examples) expect(guide).toContain(`| ${text} | ${targets} |`);
    }
  });
});
