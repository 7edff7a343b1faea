/**
 * Sizes and names that keep the tree readable: no long file, no wide folder, no drawer, no barrel, no crowded root.
 * Prints each offence and ends with 1 when there is one.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFiles } from './project-files.ts';

const LONGEST_FILE = 400;
const LONGEST_TEST = 600;
/** Files of a folder, tests beside their subject not counted. */
const WIDEST_FOLDER = 15;
const DEEPEST = 6;
const ROOT_ENTRIES = 20;
const NPM_SCRIPTS = 10;
/** Lists of words, not logic: their length is the subject's. */
const TABLES_OF_WORDS: readonly string[] = [];
/** Written by a program for programs. */
const GENERATED = /\.generated\.ts$/u;
/** Names that SvelteKit gives. */
const ROUTE_FILES = /^\+(?:page|layout|server|error)(?:\.server)?\.(?:ts|svelte)$/u;
const DRAWERS = /^(?:utils?|helpers?|lib|misc|common|shared)$/u;

const files = projectFiles();
const code = files.filter((file) => /\.(?:ts|mjs|cjs|js|svelte|css|sql)$/u.test(file) && !GENERATED.test(file));
const offences = [
  ...code.flatMap(lengthOffence),
  ...code.flatMap(nameOffence),
  ...code.filter((file) => /^(?:src|demo|bench)\//u.test(file)).flatMap(unnumberedTodo),
  ...widthOffences(code.filter((file) => !isTest(file))),
  ...rootOffence(),
  ...scriptsOffence(),
];
for (const offence of offences) console.log(offence);
process.exitCode = offences.length > 0 ? 1 : 0;

function isTest(file: string): boolean {
  return file.endsWith('.test.ts');
}

function lengthOffence(file: string): string[] {
  if (TABLES_OF_WORDS.includes(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').length - 1;
  const limit = isTest(file) ? LONGEST_TEST : LONGEST_FILE;
  return lines > limit ? [`${file}: ${lines} lines, at most ${limit}: which second thing is it?`] : [];
}

function nameOffence(file: string): string[] {
  const folders = path.dirname(file).split('/');
  const name = path.basename(file).replace(/\..*$/u, '');
  const offences: string[] = [];
  if (!ROUTE_FILES.test(path.basename(file))) offences.push(...wordOffence(file, name));
  if (name === 'index') offences.push(`${file}: no barrels, import what is meant from where it is`);
  if ([...folders, name].some((part) => DRAWERS.test(part))) offences.push(`${file}: a drawer, name the subject`);
  // Folders of routes are addresses: they go as deep as those.
  if (folders.length > DEEPEST && !file.startsWith('src/routes/'))
    offences.push(`${file}: deeper than ${DEEPEST} folders`);
  return offences;
}

function wordOffence(file: string, name: string): string[] {
  if (file.endsWith('.svelte'))
    return /^[A-Z][A-Za-z0-9]*$/u.test(name) ? [] : [`${file}: names of components are PascalCase`];
  // A migration begins with its number: 0001_organizations.sql.
  const bare = file.endsWith('.sql') ? name.replace(/^\d{4}_/u, '') : name;
  return /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/u.test(bare) && (file.endsWith('.sql') || !bare.includes('_'))
    ? []
    : [`${file}: file names are kebab-case`];
}

function unnumberedTodo(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return /\bTODO\b(?! #\d)/u.test(text) ? [`${file}: a TODO names its issue (TODO #12)`] : [];
}

function widthOffences(counted: readonly string[]): string[] {
  const folders = Map.groupBy(counted, (file) => path.dirname(file));
  return [...folders].flatMap(([folder, held]) =>
    folder !== '.' && held.length > WIDEST_FOLDER ? [`${folder}: ${held.length} files, at most ${WIDEST_FOLDER}`] : [],
  );
}

function rootOffence(): string[] {
  const entries = new Set(files.map((file) => file.split('/')[0]));
  return entries.size > ROOT_ENTRIES ? [`the root folder: ${entries.size} entries, at most ${ROOT_ENTRIES}`] : [];
}

function scriptsOffence(): string[] {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts?: Record<string, string> };
  const scripts = Object.keys(manifest.scripts ?? {});
  return scripts.length > NPM_SCRIPTS ? [`package.json: ${scripts.length} scripts, at most ${NPM_SCRIPTS}`] : [];
}
