import { expect, test } from 'vitest';
import { describeError } from '#platform/log/log.ts';

const messageOf = (error: unknown) => describeError(error)['message'];

test('an error of the language tells which part of the program it met', () => {
  const error = new TypeError("Cannot read properties of undefined (reading 'path')");
  expect(describeError(error)).toMatchObject({ kind: 'TypeError', message: error.message });
  expect(describeError(error)['frames']).not.toEqual([]);
});

test('words that may be values of people are left out', () => {
  expect(messageOf(new TypeError('Iterator value Скрытницкая is not an entry object'))).toBe(
    'Iterator value … is not an entry object',
  );
  expect(messageOf(new RangeError('Invalid time value 89135550123 of nina@school.example'))).toBe(
    'Invalid time value … of …',
  );
});

test('errors that quote what they read keep their kind only', () => {
  let broken: unknown;
  try {
    JSON.parse('Nina');
  } catch (error) {
    broken = error;
  }
  expect(describeError(broken)).toMatchObject({ kind: 'SyntaxError', message: undefined });
  expect(messageOf(new Error('no place for Nina'))).toBeUndefined();
  expect(describeError('Nina')).toEqual({ kind: 'string' });
});

test('an error of the database keeps the names of the schema, not the row', () => {
  const error = Object.assign(new Error('new row violates "x"'), {
    ...{ code: '23514', constraint: 'x', table: 'person', detail: 'Failing row contains (Nina)', where: 'Nina' },
  });
  expect(JSON.stringify(describeError(error))).not.toContain('Nina');
  expect(describeError(error)).toMatchObject({ code: '23514', constraint: 'x', table: 'person' });
});

test('a line of a message that looks like a place in the program is no frame', () => {
  expect(JSON.stringify(describeError(new Error('x\n    at Нина')))).not.toContain('Нина');
});
