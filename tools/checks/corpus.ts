/**
 * The project was made with real orders at hand, and none of their text may stand in it: rules, tests and docs use invented
 * examples. Looks for any six Russian words in a row that a document of the corpus and a file of the project share.
 *
 * The folder comes from OPORA_CORPUS (default ../shared/corpus). Ends with 77 (skipped) where there is none.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFiles } from './project-files.ts';

const IN_A_ROW = 6;
const SKIPPED = 77;
/**
 * Set phrases of the field that any such text may hold: they are cut out before the comparison. Written as words are
 * compared: small letters, «е» for «ё», no punctuation.
 */
const SET_PHRASES: readonly string[] = [
  'плана мероприятий дорожной карты',
  'с низкими образовательными результатами',
  'независимой оценке качества образования',
  'психолого педагогической медицинской и социальной помощи',
  'психолого медико педагогическая комиссия',
  'приложение к приказу',
  'в соответствии с',
  'оставляю за собой',
  'в течение года',
  'по согласованию',
];
const CUT = '|';
const PACKED = /\.(?:docx|odt|xlsx|pdf|png|jpg|zip|woff2?|ttf)$/u;

const corpus = process.env['OPORA_CORPUS'] ?? '../shared/corpus';
if (existsSync(corpus)) {
  const known = sequencesOfFolder(corpus);
  const offences = projectFiles().flatMap((file) => sharedWith(file, known));
  for (const offence of offences) console.log(offence);
  process.exitCode = offences.length > 0 ? 1 : 0;
} else {
  console.log(`no corpus at ${corpus} (set OPORA_CORPUS)`);
  process.exitCode = SKIPPED;
}

function sequencesOfFolder(folder: string): Map<string, string> {
  const sequences = new Map<string, string>();
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.txt'))) {
    for (const sequence of sequencesOf(readFileSync(path.join(folder, name), 'utf8'))) sequences.set(sequence, name);
  }
  return sequences;
}

function sharedWith(file: string, known: ReadonlyMap<string, string>): string[] {
  if (PACKED.test(file)) return [];
  const shared = sequencesOf(readFileSync(file, 'utf8')).find((each) => known.has(each));
  return shared === undefined ? [] : [`${file}: «${shared}» stands in ${known.get(shared) ?? ''}`];
}

/** Every run of `IN_A_ROW` words; capitals, «ё», punctuation and words in other letters between them make no difference. */
function sequencesOf(text: string): string[] {
  const spaced = ` ${(
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[а-я]+/gu) ?? []
  ).join(' ')} `;
  const rest = SET_PHRASES.reduce((words, phrase) => words.replaceAll(` ${phrase} `, ` ${CUT} `), spaced);
  const words = rest.trim().split(' ');
  return words
    .map((_, index) => words.slice(index, index + IN_A_ROW))
    .filter((run) => run.length === IN_A_ROW && !run.includes(CUT))
    .map((run) => run.join(' '));
}
