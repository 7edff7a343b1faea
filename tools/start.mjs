// @ts-check
/**
 * `npm start`: the demonstration from a bare clone on. Installs what is missing, builds the pages, and serves; a suitable
 * Node comes with the packages.
 */
import path from 'node:path';
import { buildPages } from './build.mjs';
import { become, prepare, root, SERVER } from './runtime.mjs';

const PARENT_CHECK_MS = 500;
const parent = process.ppid;

const ready = prepare('all', () => {
  say('Устанавливаю недостающие пакеты…', 'Installing missing packages…');
});
if (!ready.ok) {
  const reasons = {
    'no-npm': ['нужен npm, чтобы установить пакеты', 'npm is needed to install packages'],
    'npm-failed': ['npm не смог установить пакеты', 'npm could not install packages'],
    'no-node': ['нужен Node 24 или новее', 'Node 24 or newer is needed'],
    ...writing('пакеты не установлены', 'the packages are not installed', 'npm ci --ignore-scripts'),
  };
  const [russian = '', english = ''] = reasons[ready.reason];
  say(`${russian} (${ready.details})`, `${english} (${ready.details})`);
  process.exitCode = 1;
} else {
  const built = buildPages(ready.node, () => {
    say('Собираю страницы…', 'Building the pages…');
  });
  if (built.ok) {
    become(ready.node, [...SERVER.flags, path.join(root, 'demo', 'start.ts')], {
      NODE_ENV: 'production',
      ...SERVER.environment,
    });
    // When npm is killed nobody tells us: the server must not go on alone.
    setInterval(() => {
      if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
    }, PARENT_CHECK_MS).unref();
  } else {
    const reasons = {
      failed: ['Собрать страницы не удалось:', 'The pages could not be built:'],
      ...writing('страницы не собраны', 'the pages are not built', 'npm run build'),
    };
    const [russian = '', english = ''] = reasons[built.reason];
    say(russian, english);
    if (built.reason === 'failed') process.stderr.write(built.output);
    process.exitCode = 1;
  }
}

/**
 * Sentences about a checkout that cannot be written although something has to be made in it.
 * @param {string} russian what is not there
 * @param {string} english
 * @param {string} command makes it
 */
function writing(russian, english, command) {
  return {
    closed: [
      `${russian}, а папка программы закрыта для записи: один раз выполните в ней «${command}» от имени её владельца`,
      `${english}, and the folder of the program cannot be written: run "${command}" there once, as its owner`,
    ],
    full: [
      `${russian}, а на диске с папкой программы кончилось место: освободите его`,
      `${english}, and the disk of the program folder is full: make room`,
    ],
  };
}

/**
 * @param {string} russian
 * @param {string} english
 */
function say(russian, english) {
  const isEnglish = /^en/iu.test(process.env['OPORA_LOCALE'] ?? '');
  process.stderr.write(`opora: ${isEnglish ? english : russian}\n`);
}
