import { expect, test } from 'vitest';
import { runOpora } from '../support/run-opora.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a file that is not there is told in one line', async () => {
  expect(await runOpora(['parse', '/нет/такого.docx'])).toEqual({
    status: 1,
    stdout: '',
    stderr: 'opora: /нет/такого.docx: Файл не найден: проверьте имя и папку.\n',
  });
});

test('a folder is no document', async () => {
  const folder = await temporaryFolder();
  const { status, stdout, stderr } = await runOpora(['check', folder.path, '--json']);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toBe(`opora: ${folder.path}: Это папка: укажите файл.\n`);
});

test('an empty file is refused in the language of the reader', async () => {
  const folder = await temporaryFolder();
  const file = await folder.write('пусто.docx', '');
  const { status, stderr } = await runOpora(['parse', file], { LANG: 'en_US.UTF-8' });
  expect(status).toBe(1);
  expect(stderr).toContain('The file is empty');
});

test('each bad file of several stands in its place of the array', async () => {
  const folder = await temporaryFolder();
  const empty = await folder.write('пусто.txt', '');
  const { status, stdout, stderr } = await runOpora(['parse', empty, `${folder.path}/нет.txt`]);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([
    { file: 'пусто.txt', code: 'empty-file', error: expect.stringContaining('Файл пуст') as string },
    { file: 'нет.txt', code: 'missing', error: expect.stringContaining('Файл не найден') as string },
  ]);
  expect(stderr.trimEnd().split('\n')).toHaveLength(2);
});

test('a file name cannot steer the terminal', async () => {
  const { stderr } = await runOpora(['parse', '/нет/\u001b[2J\nтакого.txt']);
  expect(stderr).toBe('opora: /нет/ [2J такого.txt: Файл не найден: проверьте имя и папку.\n');
});

test.each([
  ['нет.json', null, 'Файл не найден'],
  ['список.json', '["ЦОКО"]', 'это не словарь территории'],
  ['ошибка.json', '{ "organizations": [1] }', 'ошибка в «organizations.0»'],
])('a wrong dictionary %s is wrong usage', async (name, content, sentence) => {
  const folder = await temporaryFolder();
  if (content !== null) await folder.write(name, content);
  const { status, stdout, stderr } = await runOpora(['parse', 'любой.txt', '--dictionary', `${folder.path}/${name}`]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(sentence);
});
