import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOpora } from '../support/run-opora.ts';

let folder: string;
let environment: Record<string, string>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'opora-installation-'));
  chmodSync(folder, 0o755);
  environment = { OPORA_DATA: path.join(folder, 'data'), ORIGIN: 'https://opora.example' };
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each(['serve', 'worker', 'migrate', 'doctor'])(
  'wrong settings stop opora %s with a sentence and 2',
  async (word) => {
    const { status, stdout, stderr } = await runOpora([word], { ...environment, PORT: 'три' });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('opora: PORT=три: нужен номер порта от 0 до 65535.\n');
  },
);

test('the demonstration is refused where opora serve is open to a network', async () => {
  const { status, stderr } = await runOpora(['serve'], { ...environment, OPORA_DEMO: 'yes', HOST: '0.0.0.0' });
  expect(status).toBe(2);
  expect(stderr).toContain('HOST=0.0.0.0: демонстрационный режим');
});

test('an installation is migrated, gets its first administrator, is examined, backed up and restored elsewhere', async () => {
  const first = await runOpora(['migrate'], environment);
  expect(first.stdout).toMatch(/^Применено: 0001_journal, /u);
  expect(await runOpora(['migrate'], environment)).toMatchObject({ stdout: 'Схема базы уже последней версии.\n' });

  const create = ['admin', 'create', 'a.petrova@region.example', '--name', 'Анна Петрова'];
  expect(await runOpora(create, environment)).toMatchObject({ status: 1, stdout: '' });
  const made = await runOpora([...create, '--region', 'Новосельская область'], environment);
  expect(made).toMatchObject({ status: 0, stderr: '' });
  expect(made.stdout).toMatch(/^https:\/\/opora\.example\/password\/[\w-]{32}$/mu);
  const again = await runOpora(create, environment);
  expect(again.stderr).toContain('человек с этим адресом уже есть');

  const examined = await runOpora(['doctor'], environment);
  expect(examined.stdout).toContain('✓ Схема базы\n');
  expect(examined.stdout).toContain('✓ Защита строк по территории\n');
  expect(examined.stdout).toContain('! Почта — SMTP_URL не задан');

  const archive = path.join(folder, 'opora.tar.gz');
  const backedUp = await runOpora(['backup', archive], environment);
  expect(backedUp).toMatchObject({ status: 0, stderr: '' });
  const occupied = await runOpora(['restore', archive], environment);
  expect(occupied).toMatchObject({ status: 1, stdout: '' });
  expect(occupied.stderr).toContain('Ничего не изменено');

  const place = path.join(folder, 'restored');
  const restored = await runOpora(['restore', archive, '--to', place], environment);
  expect(restored).toMatchObject({ status: 0, stderr: '' });
  expect(existsSync(path.join(place, 'secret'))).toBe(true);
  const there = await runOpora(create, { ...environment, OPORA_DATA: place });
  expect(there.stderr).toContain('человек с этим адресом уже есть');
}, 180_000);
