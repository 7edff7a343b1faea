import { execFile } from 'node:child_process';

import { describe, expect, test } from 'vitest';
import { COMMAND } from '#tests/support/run-opora.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const HEAD = 'ПРИКАЗ\n01.02.2027 № 5\nОб утверждении плана на 2027 год\n\n';
const TITLES = '№\tМероприятие\tСрок\tОтветственный\tРезультат\n';
const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const words = 'Слова обычного плана стоят рядом с тем, что его портит, чтобы файл был принят за текст. '.repeat(2_000);

const SHAPES: Readonly<Record<string, string>> = {
  'a line of 100,000 columns': `${HEAD}${'слово\t'.repeat(100_000)}`,
  'a line of 100,000 brackets': `${HEAD}${TITLES}1\tСеминар ${'('.repeat(100_000)}\tмарт\tУО\t${words}`,
  'open quotes in every field': `${HEAD}${TITLES}1\tСеминар\tмарт\t${'«ИМЦ '.repeat(20_000)}\t${'«план '.repeat(20_000)}`,
  'a cell of 100,000 hyphens': `${HEAD}${TITLES}1\tСеминар\tмарт\tУО\t${'а-'.repeat(100_000)} ${words}`,
  'conjunctions without end': `${HEAD}${TITLES}1\tСеминар\t${'и '.repeat(50_000)}\t${'УО и '.repeat(30_000)}\t${'не менее 5 и '.repeat(20_000)}`,
  'months without end': `${HEAD}${TITLES}1\tСеминар\t${'март, '.repeat(30_000)}\tУО\tприказ`,
  'numbers without end': `${HEAD}${TITLES}1\tСеминар\tмарт\tУО\t${'10% школ и '.repeat(30_000)}`,
  'a megabyte without a line end': HEAD + 'мероприятие срок '.repeat(60_000),
  '50,000 rows': `${HEAD}${TITLES}${many(50_000, (index) => `${index + 1}\tСеминар\tмарт\tУО\t5 школ`)}`,
  '4,900 rows': `${HEAD}${TITLES}${many(4_900, (index) => `${index + 1}\tСеминар для педагогов школ № ${index}\tмарт 2027\tУО, ИМЦ\tНе менее 5 школ`)}`,
  '20,000 lines of cells': `${HEAD}№ п/п\nМероприятие\nСрок\nОтветственный\n${many(4_900, (index) => `${index + 1}.\nПроведение семинара\nмарт 2027\nУО, ИМЦ`)}`,
  'lines read across': `${HEAD}№ п/п Мероприятие Срок Ответственный\n${many(6_000, (index) => `${index + 1}. Проведение семинара март 2027 УО\nдля педагогов школ ИМЦ\nрайона`)}`,
  'columns of spaces': `${HEAD}№     Мероприятие                 Срок        Ответственный\n${many(4_900, (index) => `${String(index + 1).padEnd(6)}Проведение семинара         март        УО`)}`,
  'prose without a plan':
    HEAD +
    many(
      9_000,
      (index) => `Строка ${index} о том, что «школа» и район (далее – ШР) проводят семинар в марте 2027 года;`,
    ),
  'rows of very long cells': `${HEAD}${TITLES}${many(50, (index) => `${index + 1}\t${'Проведение семинара '.repeat(300)}\t${'март 2027, '.repeat(100)}\t${'УО, ИМЦ, '.repeat(300)}\t${'Не менее 5 школ '.repeat(200)}`)}`,
};

/** Runs the command under a limit of memory and time; gives its status, or what killed it. */
function parse(file: string): Promise<{ status: number | string; seconds: number }> {
  const start = performance.now();
  return new Promise((resolve) => {
    const environment = { ...process.env, NODE_OPTIONS: '--max-old-space-size=460' };
    execFile(COMMAND, ['parse', file], { env: environment, maxBuffer: 2 ** 28, timeout: 60_000 }, (error) => {
      const status = error === null ? 0 : (error.code ?? error.signal ?? 'killed');
      resolve({ status, seconds: (performance.now() - start) / 1000 });
    });
  });
}

describe('a file made to hold the reader up ends in a plan or a refusal within 10 seconds', () => {
  test.each(Object.entries(SHAPES))('%s', async (_, text) => {
    const folder = await temporaryFolder();
    const file = await folder.write('hostile.txt', text);
    const { status, seconds } = await parse(file);
    expect([0, 1]).toContain(status);
    expect(seconds).toBeLessThan(10);
  });
});
