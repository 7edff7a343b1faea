// @ts-check
/**
 * `npm test`: installs what is missing, runs every check and then the tests, and ends with one line of totals.
 * `npm run test:long` (`node tools/test.mjs long`): the long suites only. `node tools/test.mjs postgresql FOLDER`: the tests
 * that ask the database, on the PostgreSQL whose programs are in the folder.
 *
 * A check counts as one test. Everything runs even when something before it failed; the exit status is 1 when anything
 * failed or no test ran.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildPages } from './build.mjs';
import { prepare, root } from './runtime.mjs';

/** @typedef {{ passed: number; failed: number; skipped: number }} Totals */
/** @typedef {{ numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number; testResults: { name: string; startTime: number; endTime: number }[] }} TestResults */
/** @typedef {{ name: string; program: string; parameters: string[] }} Check */

/** Checks run two at a time: none of them uses more than one core for long. */
const AT_ONCE = 2;
const SLOWEST = 10;
/** A check ends with this status to say that it could not be made here; it has printed why. */
const SKIPPED = 77;

/** Writes the types of routes, which every check but the formatter's reads. */
const SYNC = check('types of routes', 'node_modules/@sveltejs/kit/svelte-kit.js', 'sync');

/** @type {Check[]} */
const CHECKS = [
  check(
    'types',
    'node_modules/typescript/bin/tsc',
    '-p',
    '.',
    '--incremental',
    '--tsBuildInfoFile',
    '.cache/types.json',
  ),
  check(
    'types of pages',
    'node_modules/svelte-check/bin/svelte-check',
    '--tsconfig',
    'tsconfig.json',
    '--fail-on-warnings',
    '--output',
    'human',
  ),
  check('types of tables', 'tools/generate-schema.ts', '--check'),
  check('tables of rights', 'tools/write-rights.ts', '--check'),
  // No cache: what a rule says of a file depends on the types of the files that it imports.
  check('lint', 'node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.'),
  check(
    'formatting',
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '--cache',
    '--cache-location',
    '.cache/prettier',
    '.',
  ),
  check(
    'borders and cycles',
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    '-c',
    'tools/borders.cjs',
    'src',
  ),
  check('unused code', 'node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'),
  // Modules that nothing but their own tests use.
  check(
    'code that only tests use',
    'node_modules/knip/bin/knip.js',
    '--no-progress',
    '--no-config-hints',
    '--production',
    '--include=files,dependencies',
  ),
  check('sizes and names', 'tools/checks/sizes.ts'),
  check('licences', 'tools/checks/licences.ts'),
  check('no text of the corpus', 'tools/checks/corpus.ts'),
];

process.chdir(root);
const ready = prepare('all', () => process.stdout.write('Installing missing packages (npm ci --ignore-scripts)…\n'));
if (ready.ok) {
  const [suite, programs = ''] = process.argv.slice(2);
  if (suite === 'postgresql') report(await runOnPostgresql(ready.node, programs));
  else report(await runAll(ready.node, suite === 'long' ? 'long' : 'usual'));
} else {
  process.stdout.write(`Cannot run: ${ready.reason} (${ready.details})\n`);
  report({ passed: 0, failed: 1, skipped: 0 });
}

/**
 * @param {string} name
 * @param {string} program a script inside the project
 * @param {string[]} parameters
 * @returns {Check}
 */
function check(name, program, ...parameters) {
  return { name, program, parameters };
}

/**
 * @param {string} node
 * @param {'usual' | 'long'} suite
 */
async function runAll(node, suite) {
  mkdirSync('.cache', { recursive: true });
  const environment = { ...withNode(node), OPORA_TESTS: suite };
  /** @type {Totals} */
  const totals = { passed: 0, failed: 0, skipped: 0 };
  if (suite === 'usual') {
    totals[await runCheck(node, SYNC, environment)] += 1;
    const waiting = [...CHECKS];
    const lane = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        totals[await runCheck(node, next, environment)] += 1;
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }
  if (!build(node)) totals.failed += 1;
  const tests = await runTests(node, suite, environment);
  return add(totals, tests);
}

/**
 * @param {string} node
 * @param {string} programs
 */
function runOnPostgresql(node, programs) {
  mkdirSync('.cache', { recursive: true });
  const environment = { ...withNode(node), OPORA_TESTS: 'usual', OPORA_TEST_POSTGRESQL: programs };
  return runTests(node, 'postgresql', environment, testsOfDatabase());
}

/** Tests beside what they test that ask the database; those of pages ask it through the same queries. */
function testsOfDatabase() {
  return ['src', 'tests/rights'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts') && !name.endsWith('.long.test.ts'))
      .map((name) => path.join(folder, name))
      .filter((file) => readFileSync(file, 'utf8').includes('#tests/support/database.ts')),
  );
}

/** @param {string} node */
function withNode(node) {
  return { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env['PATH'] ?? ''}` };
}

/**
 * The tests of routes ask the pages as they are served.
 * @param {string} node
 */
function build(node) {
  const built = buildPages(node, () => process.stdout.write('Building the pages…\n'));
  if (!built.ok) process.stdout.write(`✗ the pages could not be built\n${built.output}`);
  return built.ok;
}

/**
 * @param {string} node
 * @param {Check} check
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<keyof Totals>}
 */
async function runCheck(node, { name, program, parameters }, environment) {
  const began = performance.now();
  const { status, output } = await run(node, [program, ...parameters], environment, 'quiet');
  const outcome = status === 0 ? 'passed' : status === SKIPPED ? 'skipped' : 'failed';
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`${{ passed: '✓', failed: '✗', skipped: '↓' }[outcome]} ${name} (${seconds} s)\n`);
  if (outcome !== 'passed') process.stdout.write(`${output.trimEnd()}\n`);
  return outcome;
}

/**
 * @param {string} node
 * @param {'usual' | 'long' | 'postgresql'} suite
 * @param {NodeJS.ProcessEnv} environment
 * @param {string[]} files only these; none: all of the suite
 * @returns {Promise<Totals>}
 */
async function runTests(node, suite, environment, files = []) {
  const results = path.join('.cache', `results-${suite}-${process.pid}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const { status } = await run(
    node,
    ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...files],
    environment,
    'loud',
  );
  try {
    const told = /** @type {TestResults} */ (JSON.parse(readFileSync(results, 'utf8')));
    printSlowest(told);
    const totals = countTests(told);
    // The run may fail with every test passed: a file that does not load, an error nobody caught.
    if (status !== 0 && totals.failed === 0) totals.failed = 1;
    return totals;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(results, { force: true });
  }
}

/**
 * Where the time of the tests went: the files that took longest, from their first test to their last.
 * @param {TestResults} results
 */
function printSlowest({ testResults }) {
  const files = testResults
    .map(({ name, startTime, endTime }) => ({ file: path.relative(root, name), seconds: (endTime - startTime) / 1000 }))
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, SLOWEST);
  process.stdout.write('The slowest files:\n');
  for (const { file, seconds } of files) process.stdout.write(`${seconds.toFixed(1).padStart(7)} s  ${file}\n`);
}

/**
 * @param {TestResults} results
 * @returns {Totals}
 */
function countTests(results) {
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

/**
 * @param {Totals} first
 * @param {Totals} second
 * @returns {Totals}
 */
function add(first, second) {
  return {
    passed: first.passed + second.passed,
    failed: first.failed + second.failed,
    skipped: first.skipped + second.skipped,
  };
}

/** @param {Totals} totals */
function report({ passed, failed, skipped }) {
  process.stdout.write(`TOTAL: ${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

/**
 * @param {string} program
 * @param {string[]} parameters
 * @param {NodeJS.ProcessEnv} environment
 * @param {'quiet' | 'loud'} voice `quiet` keeps what is printed, `loud` lets it through
 * @returns {Promise<{ status: number; output: string }>}
 */
function run(program, parameters, environment, voice) {
  return new Promise((resolve) => {
    const stdio = voice === 'loud' ? 'inherit' : 'pipe';
    const child = spawn(program, parameters, { env: environment, stdio: ['ignore', stdio, stdio] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
    }
    child.on('error', (error) => resolve({ status: 1, output: error.message }));
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}
