import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SETTING_NAMES } from '#platform/config/config.ts';

const guide = readFileSync(path.resolve(import.meta.dirname, '../../docs/operations.md'), 'utf8');

test('the guide of operations explains every setting and no other', () => {
  const explained = [...guide.matchAll(/^\| `([A-Z_]+)` +\|/gmu)].map(([, name]) => name);
  expect(explained.toSorted()).toEqual([...SETTING_NAMES].toSorted());
});
