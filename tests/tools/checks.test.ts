import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const TYPES = JSON.stringify({
  compilerOptions: { module: 'nodenext', allowImportingTsExtensions: true, noEmit: true },
});

/** Runs a check in a small invented project; gives its exit status and what it printed. */
async function checkProject(files: Readonly<Record<string, string>>, check: readonly string[], corpus = '../нет') {
  const folder = await temporaryFolder();
  const project = path.join(folder.path, 'project');
  for (const [name, content] of Object.entries({ 'package.json': '{}', 'tsconfig.json': TYPES, ...files })) {
    const file = path.join(project, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  // No checkout here: whatever stands above the folder must not be taken for one.
  const env = { ...process.env, OPORA_CORPUS: corpus, GIT_CEILING_DIRECTORIES: folder.path };
  const [program = '', ...parameters] = check;
  const ran = spawnSync(process.execPath, [path.join(ROOT, program), ...parameters], {
    cwd: project,
    env,
    encoding: 'utf8',
  });
  return { status: ran.status, output: ran.stdout + ran.stderr };
}

const CORPUS = ['tools/checks/corpus.ts'];
const SIZES = ['tools/checks/sizes.ts'];
const BORDERS = [
  'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
  '-c',
  `${ROOT}/tools/borders.cjs`,
  'src',
];

test('six words in a row of a real order are found, whatever stands between them', async () => {
  const order = 'Заведующий складом ежедневно пересчитывает все голубые зонты района';
  const files = {
    '../corpus/order.txt': order,
    'src/a.ts': '// «складом: ежедневно\n// пересчитывает все ГОЛУБЫЕ зонты»',
  };
  const { status, output } = await checkProject(files, CORPUS, '../corpus');
  expect({ status, output: output.trim() }).toEqual({
    status: 1,
    output: 'src/a.ts: «складом ежедневно пересчитывает все голубые зонты» stands in order.txt',
  });
  const five = { ...files, 'src/a.ts': '// складом ежедневно пересчитывает все голубые' };
  expect(await checkProject(five, CORPUS, '../corpus')).toEqual({ status: 0, output: '' });
});

test('set phrases of the field may stand anywhere', async () => {
  const phrase = 'поддержка школы с низкими образовательными результатами в течение года по согласованию';
  const files = { '../corpus/order.txt': phrase, 'src/a.ts': `// ${phrase}` };
  expect(await checkProject(files, CORPUS, '../corpus')).toEqual({ status: 0, output: '' });
});

test('without real orders the check says that it was skipped', async () => {
  const { status, output } = await checkProject({}, CORPUS);
  expect(status).toBe(77);
  expect(output).toContain('no corpus');
});

test('long files, wide folders, drawers, barrels and nameless plans for later are offences', async () => {
  const wide = Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`src/domain/wide/part-${index}.ts`, '']));
  const { status, output } = await checkProject(
    {
      ...wide,
      'src/domain/long.ts': 'x;\n'.repeat(401),
      'src/domain/utils/text.ts': '',
      'src/domain/index.ts': '',
      'src/domain/CamelCase.ts': '',
      'src/domain/later.ts': '// TODO write this',
      'src/ui/small-part.svelte': '',
      'src/ui/LargePart.svelte': '',
      'src/routes/a/b/c/d/[id]/+page.server.ts': '',
      'src/domain/fine.ts': '// TODO #12 write this',
    },
    SIZES,
  );
  expect(status).toBe(1);
  expect(output.trim().split('\n').sort()).toEqual([
    'src/domain/CamelCase.ts: file names are kebab-case',
    'src/domain/index.ts: no barrels, import what is meant from where it is',
    'src/domain/later.ts: a TODO names its issue (TODO #12)',
    'src/domain/long.ts: 401 lines, at most 400: which second thing is it?',
    'src/domain/utils/text.ts: a drawer, name the subject',
    'src/domain/wide: 16 files, at most 15',
    'src/ui/small-part.svelte: names of components are PascalCase',
  ]);
});

test('a screen shows parts of pages and asks no server file; a server file knows no screen', async () => {
  const { output } = await checkProject(
    {
      'package.json': '{ "type": "module", "imports": { "#features/*": "./src/features/*", "#ui/*": "./src/ui/*" } }',
      'src/ui/Table.svelte': '<table></table>',
      'src/features/orders/OrderTable.svelte':
        "<script lang=\"ts\">\n  import Table from '#ui/Table.svelte';\n  import { orders } from '#features/orders/orders.server.ts';\n</script>\n\n<Table />{orders}",
      'src/features/orders/orders.server.ts': 'export const orders = [];',
      'src/features/orders/list.server.ts': "import Table from '#ui/Table.svelte';\nexport const list = Table;",
    },
    BORDERS,
  );
  expect(
    [...output.matchAll(/error (?!resolvable)([a-z-]+): (\S+) → (\S+)/gu)]
      .map((match) => match.slice(1).join(' '))
      .sort(),
  ).toEqual([
    'features-stand-on-domain-and-platform src/features/orders/list.server.ts src/ui/Table.svelte',
    'screens-stand-on-domain-and-ui src/features/orders/OrderTable.svelte src/features/orders/orders.server.ts',
    'server-files-of-features-know-no-pages src/features/orders/list.server.ts src/ui/Table.svelte',
  ]);
});

test('an import against the borders is found, a type import too', async () => {
  const { status, output } = await checkProject(
    {
      'package.json':
        '{ "type": "module", "imports": { "#domain/*": "./src/domain/*", "#platform/*": "./src/platform/*" } }',
      'src/domain/order.ts': "import type { Archive } from '#platform/archive.ts';\nexport type Order = Archive;",
      'src/platform/archive.ts': 'export type Archive = 1;',
      'src/platform/reader.ts': "import { rule } from '#domain/rule.ts';\nexport const reader = rule;",
      'src/platform/typed.ts': "import type { Rule } from '#domain/rule.ts';\nexport type Typed = Rule;",
      'src/domain/rule.ts':
        "import { cycle } from '#domain/cycle.ts';\nexport const rule = cycle;\nexport type Rule = 1;",
      'src/domain/cycle.ts': "import { rule } from '#domain/rule.ts';\nexport const cycle = rule;",
    },
    BORDERS,
  );
  expect(status).not.toBe(0);
  expect(
    [...output.matchAll(/error ([a-z-]+): (\S+)/gu)].map((match) => `${match[1] ?? ''} ${match[2] ?? ''}`).sort(),
  ).toEqual([
    'domain-is-pure src/domain/order.ts',
    'no-cycles src/domain/cycle.ts',
    'platform-knows-only-types-of-domain src/platform/reader.ts',
  ]);
});

test('a package without a line of why, and a line without its package, are offences', async () => {
  const { status, output } = await checkProject(
    {
      'package.json': '{ "dependencies": { "saws": "1.0.0", "@types/saws": "1.0.0", "ladder": "2.0.0" } }',
      'package-lock.json': '{ "packages": {} }',
      'docs/decisions/0003-libraries.md':
        '| package | for | why |\n| --- | --- | --- |\n| saws | wood | sharp |\n| @types/* | types | none of its own |\n| anvil | iron | heavy |\n',
    },
    ['tools/checks/licences.ts'],
  );
  expect(status).toBe(1);
  expect(output.trim().split('\n')).toEqual([
    'docs/decisions/0003-libraries.md: no line says why ladder',
    'docs/decisions/0003-libraries.md: anvil is not in package.json',
  ]);
});
