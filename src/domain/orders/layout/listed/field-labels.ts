import type { CellJudge } from '#domain/orders/tables/cell-judge.ts';
import { roleOfTitle } from '#domain/orders/tables/columns.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';

/** «Срок: », «Отв. », «Ожидаемый результат – »: the words in front of a value, and what the value is. */
export type FieldLabel = {
  readonly role: ColumnRole;
  /** Offsets of the words in the line, without the mark behind them. */
  readonly from: number;
  readonly to: number;
  /** Where the value begins. */
  readonly valueFrom: number;
};

const OF_WORK =
  '(?:исполнени|проведени|реализаци|выполнени|завершени|осуществлени|представлени|мероприяти|работ|документ)\\p{Ll}{0,2}';
const WORDS = [
  '(?:планируем\\p{Ll}{2}\\s|контрольн\\p{Ll}{2}\\s)?(?:сроки?|дат[аы]|период|периодичность|время|когда)',
  '(?:ответственн(?:ый|ые|ая|ое|ый\\(ые\\))|отв\\.|(?:со)?исполнител[ьи]|организатор[ы]?|кто(?:\\sотвечает|\\sпроводит|\\sделает)?)',
  '(?:(?:ожидаем|планируем|прогнозируем|конечн)\\p{Ll}{2,3}\\s)?(?:результат[ы]?|итог[и]?|показател[ьи]|продукт[ы]?|отч[её]тность|выход|(?:вид|форма|отч[её]тный)\\s(?:отч[её]тного\\s)?документ[а]?|форма\\s(?:завершения|отч[её]тности|отч[её]та))',
  '(?:информационное\\s(?:сопровождение|освещение|обеспечение)|публикация|размещение|освещение|ссылка)',
  '(?:(?:наименование|название|содержание|описание|суть)(?:\\s(?:меры|деятельности|действия))?|мероприятие|мера|действие|что\\s(?:делаем|делать|сделать))',
  '(?:место|участники|(?:целевая\\s)?аудитория|форма|категория|примечани[ея]|охват|(?:источник\\s)?финансировани[ея]|цель|контроль|ресурсы)',
];
const BEHIND = `(?:\\s(?:и\\s\\p{Ll}{4,14}\\s)?(?:за\\s)?(?:${OF_WORK}|исполнител[ьи]|лиц[оа]|участников|организации)){0,2}`;
const NUMBER = '(?:\\s?№?\\s?\\d{1,3}(?=\\s?[:.–—-]))?';

/** Words of a label, at the beginning of a line or behind the end of what stands before, with the mark that ends them. */
const MARKED = new RegExp(
  `(?<=^|[.;,!?)»"]\\s{1,4}|\\(\\s?|[–—]\\s)((?:${WORDS.join('|')})${BEHIND})${NUMBER}\\s{0,3}(?::|(?<=отв\\.)(?!:)|\\s[–—-]\\s|[–—](?=\\s))\\s{0,3}`,
  'giu',
);
/** The same words without a mark: at the beginning of a line or a sentence. */
const BARE = new RegExp(`(?<=^|[.;!?)»]\\s{1,4})((?:${WORDS[0]}|${WORDS[1]})${BEHIND})\\s{1,4}(?=\\S)`, 'giu');
const WHOLE = new RegExp(`^((?:${WORDS.join('|')})${BEHIND})[:.]?$`, 'iu');

const LONGEST_LINE = 4000;
/** Words of a sentence that only begins as a label does are no deadline. */
const SURE = 0.7;

/** The labels in a line, in order; the value of each reaches to the next one. */
export function labelsIn(text: string, judge: CellJudge): FieldLabel[] {
  const line = text.slice(0, LONGEST_LINE);
  const whole = wholeLabel(line);
  if (whole !== null) return [whole];
  const marked = Array.from(line.matchAll(MARKED), labelOf).filter((label) => label !== null);
  const bare = Array.from(line.matchAll(BARE), labelOf)
    .filter((label) => label !== null)
    .filter((label) => !marked.some((other) => other.from === label.from) && isBareLabel(line, label, judge));
  return [...marked, ...bare].sort((a, b) => a.from - b.from);
}

function labelOf(match: RegExpExecArray): FieldLabel | null {
  const words = match[1] ?? '';
  const role = roleOfLabel(words);
  return role === null
    ? null
    : { role, from: match.index, to: match.index + words.length, valueFrom: match.index + match[0].length };
}

/** What a label names; «Дата» in small letters inside a sentence is asked by the callers' marks. */
export function roleOfLabel(words: string): ColumnRole | null {
  const { role, confidence } = roleOfTitle(words);
  if (/^суть/iu.test(words)) return 'title';
  if (role === 'section' || role === 'indicator' || role === 'value') return 'other';
  return confidence === 0 ? 'other' : role;
}

/** «Срок» alone on its line: the value stands in the next one. */
export function wholeLabel(text: string): FieldLabel | null {
  const words = WHOLE.exec(text.trim())?.[1];
  const role = words === undefined ? null : roleOfLabel(words);
  const from = text.length - text.trimStart().length;
  return role === null || words === undefined ? null : { role, from, to: from + words.length, valueFrom: text.length };
}

/** «Срок до 15 марта»: without a mark the words behind it must be what the label promises. */
function isBareLabel(line: string, label: FieldLabel, judge: CellJudge): boolean {
  if (!/^\p{Lu}/u.test(line.slice(label.from))) return false;
  const behind = line.slice(label.valueFrom, label.valueFrom + 160);
  const value = behind.replace(/(?<!(?:^|\s)(?:г|гг|кв|\d))[.;]\s+\p{Lu}.*$|[.;]\s*$/su, '');
  return label.role === 'deadline' ? judge.deadline(value) >= SURE : judge.executors(value) >= SURE;
}
