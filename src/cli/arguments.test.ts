import { expect, test } from 'vitest';
import { readArguments } from '#cli/arguments.ts';

test('a plan is printed as JSON unless a table is asked for', () => {
  expect(readArguments(['parse', 'приказ.docx'])).toEqual({
    kind: 'parse',
    files: ['приказ.docx'],
    output: 'json',
    dictionary: null,
  });
  expect(readArguments(['parse', '--table', 'приказ.docx', 'план.pdf'])).toMatchObject({
    files: ['приказ.docx', 'план.pdf'],
    output: 'table',
  });
});

test('a file may be named like an option', () => {
  expect(readArguments(['parse', '--json', '--', '--table'])).toMatchObject({ files: ['--table'], output: 'json' });
});

test('a dictionary goes with both commands', () => {
  expect(readArguments(['parse', 'a.txt', '--dictionary', 'слова.json'])).toMatchObject({ dictionary: 'слова.json' });
  expect(readArguments(['check', 'a.txt', '--dictionary=слова.json', '--json'])).toEqual({
    kind: 'check',
    file: 'a.txt',
    output: 'json',
    dictionary: 'слова.json',
  });
});

test('a format is told by name, else by the end of the new file', () => {
  const request = { kind: 'render', file: 'план.json', output: 'план.docx' };
  expect(readArguments(['render', 'план.json', '-o', 'план.docx'])).toEqual({ ...request, format: 'docx' });
  expect(readArguments(['render', 'план.json', '--output=план.docx', '--format', 'xlsx'])).toEqual({
    ...request,
    format: 'xlsx',
  });
});

test.each([
  [['render', '-o', 'a.docx'], 'no-file'],
  [['render', 'a.json', 'b.json', '-o', 'a.docx'], 'one-file-only'],
  [['render', 'a.json'], 'no-output'],
  [['render', 'a.json', '-o', '-'], 'no-format'],
  [['render', 'a.json', '-o', 'a.odt'], 'unknown-format'],
  [['render', 'a.json', '-o', 'a.docx', '--json'], 'option-of-another-command'],
])('%j is a mistake: %s', (words, mistake) => {
  expect(readArguments(words)).toMatchObject({ kind: 'wrong', mistake });
});

test.each([
  [['serve'], { kind: 'serve' }],
  [['worker'], { kind: 'worker' }],
  [['migrate'], { kind: 'migrate' }],
  [['doctor'], { kind: 'doctor' }],
  [['backup', 'opora.tar.gz'], { kind: 'backup', file: 'opora.tar.gz' }],
  [['restore', 'opora.tar.gz'], { kind: 'restore', file: 'opora.tar.gz', to: null }],
  [['restore', 'opora.tar.gz', '--to', '/srv/opora'], { kind: 'restore', file: 'opora.tar.gz', to: '/srv/opora' }],
  [
    ['admin', 'create', 'a.petrova@region.example', '--name', 'Анна Петрова', '--region=Новосельская область'],
    {
      kind: 'create-administrator',
      email: 'a.petrova@region.example',
      name: 'Анна Петрова',
      region: 'Новосельская область',
    },
  ],
])('%j asks for %j', (words, request) => {
  expect(readArguments(words)).toEqual(request);
});

test.each([
  [['--help'], 'help'],
  [['parse', '-h'], 'help'],
  [['help'], 'help'],
  [['--version'], 'version'],
])('%j asks for %s', (words, kind) => {
  expect(readArguments(words).kind).toBe(kind);
});

test.each([
  [[], 'no-command', ''],
  [['print'], 'unknown-command', 'print'],
  [['parse'], 'no-file', 'parse'],
  [['check', '--json'], 'no-file', 'check'],
  [['check', 'a.txt', 'b.txt'], 'one-file-only', 'check'],
  [['parse', '-', '/dev/stdin'], 'one-standard-input', '-'],
  [['parse', '-', '--dictionary', '-'], 'one-standard-input', '-'],
  [['parse', 'a.txt', '--json', '--table'], 'two-outputs', 'parse'],
  [['serve', 'now'], 'too-many-words', 'now'],
  [['serve', '--json'], 'option-of-another-command', '--json'],
  [['parse', 'a.txt', '--to', 'b'], 'option-of-another-command', '--to'],
  [['backup'], 'no-file', 'backup'],
  [['restore', 'a', 'b'], 'one-file-only', 'restore'],
  [['admin'], 'unknown-deed', ''],
  [['admin', 'create'], 'no-email', 'admin create'],
  [['admin', 'create', 'a@b.example'], 'no-name', 'admin create'],
  [['check', 'a.txt', '--table'], 'option-of-another-command', '--table'],
  [['parse', 'a.txt', '--xml'], 'unknown-option', '--xml'],
  [['parse', 'a.txt', '-x'], 'unknown-option', '-x'],
  [['parse', 'a.txt', '--dictionary'], 'wrong-option', '--dictionary'],
  [['parse', 'a.txt', '--json=yes'], 'wrong-option', '--json'],
])('%j is wrong: %s «%s»', (words, mistake, word) => {
  expect(readArguments(words)).toEqual({ kind: 'wrong', mistake, word });
});
