import type { Passage } from '#domain/language/passage.ts';
import { slicePassage, trimPassage } from '#domain/language/passage.ts';
import { withoutOverlaps } from '#domain/orders/prose/text-marks.ts';
import type { Found } from '#domain/orders/prose/found.ts';
import { foundIn } from '#domain/orders/prose/found.ts';

const FORM = '(?:[МГОКЧ][А-Я]{0,5}(?:ОУ|ОБУ|ОКУ|ОАУ|ОШ)|МБУ|МКУ|МАУ)';
const KIND =
  '(?:СОШ|ООШ|НОШ|СШ|ОШ|ОСОШ|ВСОШ|(?:[Сс]редняя|[Оо]сновная|[Нн]ачальная)\\s(?:обще)?образовательная\\sшкола|[Гг]имназия|[Лл]ицей|[Шш]кола(?:-интернат|-сад|-детский сад)?|[Кк]адетская школа|ЦО|[Цц]ентр образования)';
const NUMBER = '(?:\\s?(?:№{1,2}|N)\\s?\\d{1,4}(?:(?:,\\s?|\\sи\\s)(?:№\\s?)?\\d{1,4}(?!\\d|[.%]))*)';
const PLACE =
  '(?:\\s(?:с|п|д|ст|х|г|рп|р\\.\\s?п|пос|пгт|ст-цы)\\.\\s?\\p{Lu}[\\p{Ll}-]{1,24}(?:\\s\\p{Lu}\\p{Ll}{2,20})?)';
const HONOUR = '(?:\\s(?:имени|им\\.)\\s(?:\\p{Lu}\\.\\s?){0,2}\\p{Lu}[\\p{Ll}-]{1,24})';
const ADJECTIVE = '(?:\\p{Lu}[\\p{Ll}-]{2,30}(?:ая|ий|ый|яя)\\s)';

const SCHOOLS = [
  // МБОУ «Заречная СОШ», МКОУ «СОШ № 1 имени А.А. Петрова»; the quotes hold a kind of school
  new RegExp(
    `(?<![\\p{L}])(?:${FORM}\\s)?[«"](?=[^«»"]{0,70}(?:СОШ|ООШ|НОШ|СШ|школа|гимназия|лицей|Гимназия|Лицей|Школа))[^«»"]{2,110}(?:«[^«»]{2,60}»)?[»"]${PLACE}?`,
    'gu',
  ),
  // МКОУ Заречная СОШ, МБОУ Заречная СОШ № 2, СОШ № 5 с. Заречное
  new RegExp(`(?<![\\p{L}«])${FORM}\\s${ADJECTIVE}{0,2}${KIND}${NUMBER}?${PLACE}?${HONOUR}?(?![\\p{L}])`, 'gu'),
  new RegExp(`(?<![\\p{L}«])${KIND}${NUMBER}${PLACE}?${HONOUR}?(?![\\p{L}])`, 'gu'),
  new RegExp(`(?<![\\p{L}«])${KIND}${PLACE}(?![\\p{L}])`, 'gu'),
  new RegExp(`(?<![\\p{L}«])${ADJECTIVE}(?:СОШ|ООШ|НОШ)${NUMBER}?(?![\\p{L}])`, 'gu'),
];

/** Schools named in the text; «СОШ № 3, 4» names two. */
export function schoolsIn(passage: Passage): Found[] {
  const marks = withoutOverlaps(
    SCHOOLS.flatMap((form) =>
      [...passage.text.matchAll(form)].map((match) => ({ from: match.index, to: match.index + match[0].length })),
    ),
  );
  return marks
    .filter(({ from, to }) => !isNoSchool(passage.text.slice(from, to)))
    .flatMap(({ from, to }) => severalNumbers(trimPassage(slicePassage(passage, from, to))));
}

/** Quoted names that only speak of schools: projects, documents, roles («Школа – наставник», «Школа Минпросвещения»). */
const isNoSchool = (text: string): boolean =>
  !/^(?:[МГОКЧ][А-Я]{0,5}(?:ОУ|ОБУ|ОКУ|ОАУ|ОШ))/u.test(text) && !/№|СОШ|ООШ|НОШ|[Гг]имназия|[Лл]ицей/u.test(text);

function severalNumbers(passage: Passage): Found[] {
  const { text } = passage;
  const list = /(?:№{1,2}|N)\s?(\d{1,4}(?:(?:,\s?|\sи\s)(?:№\s?)?\d{1,4})+)/u.exec(text);
  const numbers = list?.[1];
  if (list === null || numbers === undefined) return [foundIn(passage)];
  const before = text.slice(0, list.index);
  const after = text.slice(list.index + list[0].length);
  return [...numbers.matchAll(/\d+/gu)].map(([number]) => foundIn(passage, `${before}№ ${number}${after}`));
}

/** The same for two spellings of a school's name. */
export const schoolKey = (name: string): string =>
  name
    .replace(/^[МГОКЧ][А-Я]{0,5}(?:ОУ|ОБУ|ОКУ|ОАУ|ОШ)\s/u, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
