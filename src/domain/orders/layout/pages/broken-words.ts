import { PLAN_WORDS } from '#domain/language/hyphens.ts';
import type { PositionedPage } from '#domain/orders/raw-document.ts';
import type { PageTable } from '#domain/orders/layout/pages/page-table.ts';
import type { TextLine } from '#domain/orders/layout/pages/text-line.ts';

/** Fragments that a long word may fall into in a column of a few letters. */
const FRAGMENTS = 6;
/** Room left at the end of a line, in font sizes, that would not hold one letter more. */
const NO_ROOM = 0.9;

/** Endings that are no words by themselves. */
const ENDING =
  /^(?:(?:тель|ова|ева|аци|ени|ани)?(?:н(?:ых|ого|ому|ой|ую|ые|ый|ым|ыми|ое|ая|ость|ости)|ни(?:я|е|ю|ем|й|ями|ях)|ци(?:и|я|ю|й|ей|ями)|ск(?:ой|ого|ие|их|ая|ую|им|ому)|тел(?:ь|я|и|ей|ям|ями)|щ(?:их|ие|ий|его)|вш(?:их|ие)))$/u;
const SHORT_WORD =
  /^(?:и|а|в|во|на|по|с|со|к|ко|о|об|у|за|из|от|до|не|ни|но|же|бы|ли|их|её|ее|он|мы|вы|я|то|ту|та|те|да)$/u;
/** The end of a word without its last letter: «организаци», «образовани», and letters that only end a word so. */
const CUT_END = /(?:ци|[аяе]ни|[иеа]тел)$/u;
const LAST_LETTER = /^(?:я|и|ю|е|ь)$/u;
/** Letters that no word begins with. */
const NO_BEGINNING = /^(?:[ьъый]|н[тцнсд]|р[тгдкнс]|л[нстк])/u;
/** First parts of the short names of authorities, programmes and people: «минобразования», «госпрограмма». */
const FIRST_PART =
  /^(?:мин|гос|рос|обл|рай|гор|со|пед|соц|спец|меж|мета|под|внутри|обще|тех|мед|зам|учеб|проф|псих|само|взаимо)(?=\p{L}{6})/u;

/** Long words of plans that narrow columns cut, besides those of every plan. */
const LONG_WORDS = `постановление распоряжение правительства финансирования финансирование документа документы соисполнители
  соисполнитель отремонтировано отремонтированы проведено организовано разработано обеспечено подготовлено утверждено
  наставничество наставничества консультация консультации консультирование аттестация аттестации результативности
  результативность направление направления ответственные ответственный мероприятия наименование исполнитель программа
  программу программы образования образование просвещения министерство департамент администрация администрации
  еженедельно ежемесячно ежеквартально ежегодно единовременные взаимопосещение взаимодействие информация информации
  диагностика методическое методических сопровождение удостоверение удостоверения квалификации предметным
  профессиональное профессиональных функциональной грамотности заместитель специалист специалисты руководитель
  руководители педагогических педагогические обучающихся образовательных образовательные организаций организации
  муниципальный муниципальных управление управления количество реализация`;

const LONG_WORD_SET: ReadonlySet<string> = new Set(LONG_WORDS.split(/\s+/u));

/** The words of a document, and of plans in general, to know a word by that falls apart in a narrow column. */
export function vocabularyOf(pages: readonly PositionedPage[]): ReadonlySet<string> {
  const words = new Set([...PLAN_WORDS, ...LONG_WORD_SET]);
  for (const page of pages) for (const run of page.runs) words.add(bare(run.text));
  for (const word of [...words]) {
    for (let length = word.length; length >= Math.max(SHORTEST_STEM, word.length - LONGEST_ENDING); length -= 1) {
      words.add(word.slice(0, length) + STEM);
    }
  }
  return words;
}

/** Words are known in their other forms too: by what is left without an ending. */
const STEM = '~';
const SHORTEST_STEM = 6;
const LONGEST_ENDING = 3;

/** Whether the two parts make a word that is known, maybe in another form: then the stem reaches into the second part. */
function makeWord(first: string, second: string, words: ReadonlySet<string>): boolean {
  const word = bare(first + second);
  const rest = word.replace(FIRST_PART, '');
  if (words.has(word)) return true;
  // A compound is known by its second part, as far as that is cut as well.
  const before = bare(first).length - (word.length - rest.length);
  if (rest !== word && before > 0 && words.has(rest)) return true;
  const shortest = Math.max(SHORTEST_STEM, bare(first).length + 2, word.length - LONGEST_ENDING);
  for (let length = word.length; length >= shortest; length -= 1) {
    if (words.has(word.slice(0, length) + STEM)) return true;
  }
  return false;
}

/**
 * The table with words put together that were too long for their column and were cut between letters, without a
 * hyphen: «общеобразователь», «ных». A word cut so has its line to itself up to the edge of the column.
 */
export function withWholeWords(table: PageTable, words: ReadonlySet<string>): PageTable {
  const limits = new Map<string, number>();
  const keyOf = (cell: { readonly column: number; readonly span: number }): string =>
    `${String(cell.column)}+${String(cell.span)}`;
  for (const { cells } of table.rows) {
    for (const cell of cells) {
      const limit = Math.max(limits.get(keyOf(cell)) ?? -Infinity, ...cell.lines.map((line) => line.right));
      limits.set(keyOf(cell), limit);
    }
  }
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({
        ...cell,
        lines: mended(cell.lines, limits.get(keyOf(cell)) ?? Infinity, words),
      })),
    })),
  };
}

function mended(lines: readonly TextLine[], limit: number, words: ReadonlySet<string>): readonly TextLine[] {
  if (lines.length < 2) return lines;
  const whole: TextLine[] = [];
  let index = 0;
  while (index < lines.length) {
    const count = fragmentsFrom(lines, index, limit, words);
    const own = lines.slice(index, index + count);
    const [first] = own;
    if (first !== undefined) whole.push(count === 1 ? first : joinedLine(own, first));
    index += count;
  }
  return whole;
}

/** How many lines from `from` on make one word with what follows it on the last of them. */
function fragmentsFrom(lines: readonly TextLine[], from: number, limit: number, words: ReadonlySet<string>): number {
  let word = '';
  let found = 1;
  for (let count = 1; count < FRAGMENTS; count += 1) {
    const [line, next] = [lines[from + count - 1], lines[from + count]];
    const fragment = next?.runs[0]?.text ?? '';
    if (line === undefined || next === undefined || !mayBeCut(line, next, limit)) break;
    word += line.text;
    // Of several words that the fragments make, the longest is meant: «образовани», «я».
    if (makeWord(word, fragment, words)) found = count + 1;
    // Behind a whole word on its own line only the last two fragments belong together.
    else if (found === 1 && (count === 1 || !isKnown(lines[from]?.text ?? '')) && isRest(line.text, fragment))
      found = count + 1;
  }
  return found;
}

/** A word that plans use, standing whole. */
function isKnown(text: string): boolean {
  return PLAN_WORDS.has(bare(text)) || LONG_WORD_SET.has(bare(text));
}

/** Whether the fragment can only be the rest of the word before. */
function isRest(word: string, fragment: string): boolean {
  if (isEnding(fragment)) return true;
  if (isKnown(word) || /^\p{Lu}/u.test(fragment)) return false;
  const rest = bare(fragment);
  return NO_BEGINNING.test(rest) || (CUT_END.test(bare(word)) && LAST_LETTER.test(rest));
}

function mayBeCut(line: TextLine, next: TextLine, limit: number): boolean {
  const [run] = line.runs;
  // Of turned text the way to the edge is not known: its column says nothing about its height.
  if (run === undefined || line.runs.length > 1) return false;
  if (run.turn === undefined && limit - line.right > NO_ROOM * line.size) return false;
  return /^[«„"(]?\p{L}+$/u.test(line.text) && /^(?:\p{Ll}|\p{Lu}{2})/u.test(next.text) && line.text.length > 1;
}

/** Capitals are an abbreviation of their own: «УО» under «ИРО». */
function isEnding(printed: string): boolean {
  if (/^\p{Lu}/u.test(printed)) return false;
  const fragment = bare(printed);
  return ENDING.test(fragment) || (/^\p{L}{1,2}$/u.test(fragment) && !SHORT_WORD.test(fragment));
}

function joinedLine(lines: readonly TextLine[], first: TextLine): TextLine {
  return {
    ...first,
    text: lines.map((line) => line.text).join(''),
    right: Math.max(...lines.map((line) => line.right)),
    bottom: Math.max(...lines.map((line) => line.bottom)),
    runs: lines.flatMap((line) => line.runs),
  };
}

function bare(text: string): string {
  return text.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '').toLowerCase();
}
