/**
 * `npm run bench`: the list of 900 schools and a card of a school, signed in with row-level security, at 20 connections,
 * against a bare SvelteKit + `pg` page with the same rows in the same run; the time to the first text on a slow line; the
 * memory of the web process. Ends with 1 when a level is not reached.
 */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { loadavg, tmpdir } from 'node:os';
import { mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import path from 'node:path';
import autocannon from 'autocannon';
import { makeBareApp } from '#bench/bare/make-bare-app.ts';
import { DEMONSTRATION_PASSWORD } from '#demo/load-region.ts';
import { demonstrationRegion } from '#demo/region/demonstration-region.ts';
import { startCluster } from '#platform/database/embedded/cluster.ts';
import { SERVER } from '#tools/runtime.mjs';
import { startBrowser } from '#tests/browser/chromium.ts';

const LEVELS = { requests: 0.5, p95: 2, firstTextMs: 1500, memoryMb: 300 } as const;
const CONNECTIONS = 20;
const SECONDS = 6;
const ROUNDS = 2;
const CARD = 100;
/** 1 Mbit/s in bytes per second, and the way there and back. */
const SLOW_LINE = { offline: false, downloadThroughput: 125_000, uploadThroughput: 125_000, latency: 150 };

type Measured = {
  readonly requests: number;
  readonly p95: number;
  /** Processor time of the web process for a request: says more than its time where other work runs. */
  readonly cpuMs: number;
};
type Target = { readonly url: string; readonly pid: number };

const root = path.dirname(import.meta.dirname);
const folder = mkdtempSync(path.join(tmpdir(), 'opora-bench-'));
chmodSync(folder, 0o755);
const running: ChildProcess[] = [];
let failed = 0;
try {
  await measure();
} finally {
  await Promise.all(running.map(ended));
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;

async function measure(): Promise<void> {
  const port = 20_000 + (process.pid % 20_000);
  const opora = await started(['demo/start.ts'], { PORT: String(port), OPORA_DATA: path.join(folder, 'data') });
  const { address } = await startCluster(path.join(folder, 'data'));
  const BARE_DATABASE = JSON.stringify({ ...address, database: 'opora' });
  const build = makeBareApp(root, path.join(folder, 'bare'));
  const bare = await started(['bench/bare/serve-bare.ts', build], { BARE_DATABASE });
  const plain = await started(['bench/bare/serve-bare.ts'], { BARE_DATABASE });
  const cookie = await signIn(opora.url);

  for (const [name, ours, theirs] of [
    ['list of organisations', '/organizations', '/list'],
    ['card of a school', `/organizations/${String(CARD)}`, `/card/${String(CARD)}`],
  ] as const) {
    const bytes = `${await bytesOf(opora.url + ours, cookie)} and ${await bytesOf(bare.url + theirs, cookie)} bytes`;
    const [mine, base] = await inTurns(
      { ...opora, url: opora.url + ours },
      { ...bare, url: bare.url + theirs },
      cookie,
    );
    console.log(`${name}: ${shown(mine)}; bare SvelteKit + pg ${shown(base)} (${bytes} compressed)`);
    level('  requests per second', mine.requests / base.requests, '≥', LEVELS.requests, '×');
    level('  p95', mine.p95 / base.p95, '≤', LEVELS.p95, '×');
  }
  const floor = await loaded(plain, cookie, SECONDS);
  console.log(`for information, node:http + pg without a framework, list: ${shown(floor)}`);
  console.log(
    `load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  );
  const memory = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${String(opora.pid)}/status`, 'utf8'))?.[1];
  level('memory of the web process', Number(memory) / 1024, '≤', LEVELS.memoryMb, ' MB');
  level(
    'first text at 1 Mbit/s and 150 ms',
    await firstText(`${opora.url}/organizations`, cookie),
    '≤',
    LEVELS.firstTextMs,
    ' ms',
  );
}

/** Both in turns, so that what else the machine does hits both. */
async function inTurns(ours: Target, theirs: Target, cookie: string): Promise<readonly [Measured, Measured]> {
  await loaded(ours, cookie, 2);
  await loaded(theirs, cookie, 2);
  const rounds: [Measured, Measured][] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push([await loaded(ours, cookie, SECONDS), await loaded(theirs, cookie, SECONDS)]);
  const mean = (of: (pair: [Measured, Measured]) => number) => rounds.reduce((sum, pair) => sum + of(pair), 0) / ROUNDS;
  return [
    { requests: mean(([one]) => one.requests), p95: mean(([one]) => one.p95), cpuMs: mean(([one]) => one.cpuMs) },
    { requests: mean(([, two]) => two.requests), p95: mean(([, two]) => two.p95), cpuMs: mean(([, two]) => two.cpuMs) },
  ];
}

async function loaded({ url, pid }: Target, cookie: string, seconds: number): Promise<Measured> {
  const taken: number[] = [];
  const before = processorMs(pid);
  const run = autocannon({
    ...{ url, connections: CONNECTIONS, duration: seconds },
    headers: { cookie, 'accept-encoding': 'br', accept: 'text/html' },
  });
  run.on('response', (_client, _status, _bytes, milliseconds) => {
    taken.push(milliseconds);
  });
  const { requests, errors, non2xx } = await run;
  if (errors + non2xx > 0) throw new Error(`${url}: ${String(errors)} errors, ${String(non2xx)} other answers`);
  const sorted = taken.toSorted((one, other) => one - other);
  return {
    requests: requests.average,
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
    cpuMs: (processorMs(pid) - before) / taken.length,
  };
}

/** Processor time that a process has used so far, without that of the database. Linux counts it in hundredths of a second. */
function processorMs(pid: number): number {
  const status = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function bytesOf(url: string, cookie: string): Promise<number> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { cookie, 'accept-encoding': 'br' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve(bytes));
    });
    asked.on('error', reject);
    asked.end();
  });
}

async function firstText(url: string, cookie: string): Promise<number> {
  const browser = await startBrowser();
  try {
    const context = await browser.newContext();
    const pairs = cookie
      .split('; ')
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
    await context.addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url })));
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', SLOW_LINE);
    await page.goto(url, { waitUntil: 'load' });
    return await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
  } finally {
    await browser.close();
  }
}

async function signIn(url: string): Promise<string> {
  const { people, exemplars } = demonstrationRegion();
  const email = people.find(({ key }) => key === exemplars['regional-coordinator'])?.email ?? '';
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    body: new URLSearchParams({ email, password: DEMONSTRATION_PASSWORD }),
  });
  if (answer.status !== 303) throw new Error(`sign-in: ${String(answer.status)}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
}

/** A program of ours that says READY and its address. */
async function started(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly url: string; readonly pid: number }> {
  const child = spawn(process.execPath, [...SERVER.flags, ...parameters], {
    cwd: root,
    env: { ...process.env, ...SERVER.environment, NODE_ENV: 'production', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const [, ready] = /READY (\S+)/u.exec(printed) ?? [];
      if (ready !== undefined) resolve(ready);
    });
    child.once('exit', (status) => {
      reject(new Error(`${parameters.join(' ')} ended with ${String(status)}`));
    });
  });
  return { url, pid: child.pid ?? 0 };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) resolve();
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGTERM');
  });
}

function level(name: string, value: number, sign: '≥' | '≤', aim: number, unit: string): void {
  const reached = sign === '≥' ? value >= aim : value <= aim;
  if (!reached) failed += 1;
  console.log(
    `${reached ? '✓' : '✗'} ${name}: ${value.toFixed(unit === '×' ? 2 : 0)}${unit} (${sign} ${String(aim)}${unit})`,
  );
}

function shown({ requests, p95, cpuMs }: Measured): string {
  return `${requests.toFixed(0)} requests/s, p95 ${p95.toFixed(1)} ms, ${cpuMs.toFixed(2)} ms of processor`;
}
