/**
 * `npm run bench:parse`: how well and how fast real documents are read. Quality is judged: each truth file must be met by
 * 0.97 with every measure found and none invented, or the exit status is 1. Times and memory are only printed, beside the
 * level that is aimed at, because they belong to the machine.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LEVELS, coldRun, countWords, median, timesOf } from '#bench/measuring.ts';
import { measureRendering } from '#bench/render.ts';
import { writeDocx } from '#demo/orders/writers/docx.ts';
import { inventPlan } from '#demo/orders/plans.ts';
import { arrangeOrder, PLAIN_FASHION } from '#demo/orders/writers/printed-order.ts';
import { readOrder } from '#features/orders/read-order.server.ts';

const root = path.join(import.meta.dirname, '..');
const corpus = process.env['OPORA_CORPUS'] ?? path.join(root, '../shared/corpus');
const contracts = process.env['OPORA_CONTRACTS'] ?? path.join(root, '../shared/contracts');
const LEAST_SCORE = 0.97;

type Score = {
  readonly score: number;
  readonly measures: { expected: number; got: number; recall: number; precision: number };
};

const print = (line: string) => process.stdout.write(`${line}\n`);
let failed = 0;

const folder = mkdtempSync(path.join(tmpdir(), 'opora-bench-'));
try {
  await measureCorpus();
  await measureLongTable();
  await measureRendering(print);
} finally {
  rmSync(folder, { recursive: true });
}
if (failed > 0) print(`${failed} of the scores are below ${LEAST_SCORE} or have measures lost or invented`);
process.exitCode = failed > 0 ? 1 : 0;

async function measureCorpus(): Promise<void> {
  const names = existsSync(corpus)
    ? readdirSync(corpus)
        .filter((name) => name.endsWith('.txt'))
        .sort()
    : [];
  if (names.length === 0) {
    print(`documents: skipped, none in ${corpus} (set OPORA_CORPUS)`);
    return;
  }
  print('document  score  measures  warm ms  × its words  cold ms  memory MB');
  for (const name of names) {
    const file = path.join(corpus, name);
    const bytes = readFileSync(file);
    const reading = await readOrder(bytes, name, {});
    if (!reading.ok) throw new Error(`${name} was refused: ${reading.error.code}`);
    const warm = median(await timesOf(9, () => readOrder(bytes, name, {})));
    const words = median(await timesOf(9, () => countWords(bytes)));
    const cold = coldRun(root, file);
    const score = scoreOf(name, JSON.stringify(reading.plan));
    const measures =
      score === null ? `${reading.plan.measures.length}` : `${score.measures.got}/${score.measures.expected}`;
    print(
      [
        name.slice(0, 8).padEnd(8),
        (score === null ? '–' : (100 * score.score).toFixed(1)).padStart(6),
        measures.padStart(9),
        warm.toFixed(0).padStart(8),
        (warm / words).toFixed(0).padStart(12),
        cold.milliseconds.toFixed(0).padStart(8),
        cold.megabytes.toFixed(0).padStart(10),
      ].join(' '),
    );
    if (score !== null && (score.score < LEAST_SCORE || score.measures.recall < 1 || score.measures.precision < 1))
      failed += 1;
  }
  print(
    `aimed at: warm ≤ ${LEVELS.warm} ms, cold ≤ ${LEVELS.cold} ms, memory ≤ ${LEVELS.memory} MB; ` +
      '«× its words»: warm time over that of decoding the file and counting its words',
  );
}

/** Null where no person has read the document. */
function scoreOf(name: string, plan: string): Score | null {
  const truths = path.join(contracts, 'truth');
  const truth = existsSync(truths)
    ? readdirSync(truths).find((one) => one.slice(0, 3) === name.slice(0, 3))
    : undefined;
  if (truth === undefined) return null;
  const output = path.join(folder, 'plan.json');
  writeFileSync(output, plan);
  const scorer = path.join(contracts, 'score-roadmap.mjs');
  const { stdout } = spawnSync(process.execPath, [scorer, path.join(truths, truth), output, '--json'], {
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as Score;
}

async function measureLongTable(): Promise<void> {
  const bytes = await writeDocx(arrangeOrder(inventPlan(1, { measures: 300 }), PLAIN_FASHION));
  const file = path.join(folder, 'long.docx');
  writeFileSync(file, bytes);
  await timesOf(3, () => readOrder(bytes, 'long.docx', {}));
  const warm = median(await timesOf(7, () => readOrder(bytes, 'long.docx', {})));
  const pandoc = median(await timesOf(3, () => spawnSync('pandoc', ['-t', 'json', file], { maxBuffer: 1 << 28 })));
  const installed = spawnSync('pandoc', ['--version']).status === 0;
  print(
    `DOCX of 300 rows: warm ${warm.toFixed(0)} ms; ` +
      (installed
        ? `pandoc -t json ${pandoc.toFixed(0)} ms, ratio ${(warm / pandoc).toFixed(2)} (aimed at: ≤ ${LEVELS.pandoc})`
        : 'comparison skipped, pandoc is not installed'),
  );
}
