import { nounOf } from '#domain/language/nominative.ts';
import { comparisonForm, wordsOf } from '#domain/language/words.ts';
import {
  isAbbreviation,
  isActingBody,
  isBody,
  isClearRole,
  isDotted,
  isKnown,
  isLegalForm,
  isOwnership,
  isRegion,
  isRole,
  waitsForMore,
} from '#domain/orders/executors-words.ts';
import { goesOnWithField } from '#domain/orders/executors-commas.ts';
import type { Lexicon } from '#domain/orders/lexicon.ts';

/** A list mark at the beginning of a line: «-», «•», «1.», «2)». */
export const LIST_MARK = /^\s{0,4}(?:[-\u2010-\u2015\u2022\u00b7\u25aa\u25cf\uf0b7*]\s{0,4}|\d{1,2}[.)]\s{1,4})(?=\S)/u;

const PERSON = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.\s?(?:\p{Lu}\.)?/u;
/** «И.И. Иванов» at the beginning, and at the end of a line. */
const BEGINS_WITH_PERSON = /^\p{Lu}\.\s?(?:\p{Lu}\.)?\s?\p{Lu}\p{Ll}+/u;
const ENDS_WITH_PERSON = /(?:^|\s)\p{Lu}\.\s?(?:\p{Lu}\.)?\s?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u;
const ENDS_WITH_INITIALS = /\p{Lu}\.\s?\p{Lu}\.?$/u;
/** «ПМПК» + «Заречная»: an adjective alone names nobody, it says which one. */
const LONE_ADJECTIVE = /^\p{Lu}\p{Ll}+(?:ая|ый|ий|ой|ое)\s*$/u;
/** Capitalised words in the genitive or before «района»: a name goes on. */
const NAME_GOES_ON =
  /^(?:\p{Lu}[\p{L}-]+(?:ого|его|ской|цкой|ной|вой|ий|их|ых)\s+(?:муниципальн\p{L}+\s+|городск\p{L}+\s+|автономн\p{L}+\s+)?(?:район|област|кра[яюе]|округ|город|республик)|(?:Администрации|Образования|Управления|Министерства|Комитета|Департамента|Центра|Отдела|Республики|России|Российской|Федерации|Области|Района|Края|Округа)(?!\p{L}))/u;

/**
 * Whether the break between two lines of a cell separates executors. Cells copied from PDF are wrapped anywhere, so a break
 * counts only with evidence: a list mark, a complete name before it, a role, body or abbreviation in the nominative behind it.
 */
export function breakSeparates(before: string, after: string, lexicon: Lexicon): boolean {
  const left = before.trimEnd();
  const right = after.trimStart();
  if (LIST_MARK.test(right)) return true;
  const lastSign = left.at(-1) ?? '';
  if (lastSign === ';') return true;
  if (lastSign === ',') return !goesOnWithField(left.slice(0, -1), right);
  if (/[-\u2010\u2011\u00ad/(«„]/u.test(lastSign)) return false;
  const words = wordsOf(left.slice(-120));
  const last = words.at(-1)?.text ?? '';
  if (lastSign === '.' && !isDotted(last) && !ENDS_WITH_INITIALS.test(left)) return true;
  const first = wordsOf(right.slice(0, 120))[0]?.text ?? '';
  if (first === '' || joinsKnownName(left, right, lexicon)) return false;
  if (/^[«„"“(]/u.test(right) || (lastSign !== '.' && lastSign !== ')' && lastSign !== '»' && waitsForMore(last)))
    return false;
  if (/^\p{Ll}/u.test(right)) return separatesLowerCase(left, last, right);
  if (NAME_GOES_ON.test(right) || isRegion(first)) return false;
  if (isOwnership(first))
    return !/^(?:филиал|филиалы)$/iu.test(last) && !(isRole(last) || (isBody(last) && !isAbbreviation(last)));
  if (isLegalForm(last) && lastSign !== '»') return false;
  if (ENDS_WITH_PERSON.test(left.slice(-60)) && BEGINS_WITH_PERSON.test(right)) return true;
  if (PERSON.test(right)) return ENDS_WITH_INITIALS.test(left) || !isRole(wordsOf(left.slice(0, 60))[0]?.text ?? '');
  if (isRole(first)) return true;
  if (isAbbreviation(last) && LONE_ADJECTIVE.test(right)) return false;
  if (isAbbreviation(first))
    return isComplete(left, last, lexicon) || isActingBody(first, lexicon) ? !governs(left, last) : false;
  return isBody(first) || beginsInNominative(right) || isComplete(left, last, lexicon);
}

/** Who is somebody's: «Руководители» + «ОО», «методист» + «ИМЦ». */
const GOVERNING_ROLE =
  /^(?:руководител|директор|начальник|специалист|методист|заместител|заведующ|сотрудник|работник|председател|представител|член|эксперт|консультант|координатор|куратор|тьютор)/u;
/** Bodies inside others: «отдел» + «ИМЦ». */
const INNER_BODY =
  /^(?:отдел|сектор|центр|филиал|кафедра|лаборатория|совет|служба|группа|администрация|управление|комитет|комиссия|команда|объединение|учреждение|организация)$/u;

/**
 * Whether a line break that somebody wrote parts executors, where `breakSeparates` finds no evidence: «ИМЦ» + «школы»,
 * «Педагоги-психологи» + «ИРО», but not «методисты» + «ИМЦ» and not «Совет» + «школы».
 */
export function writtenBreakSeparates(before: string, after: string, lexicon: Lexicon): boolean {
  const [left, right] = [before.trimEnd(), after.trimStart()];
  const last = wordsOf(left.slice(-120)).at(-1)?.text ?? '';
  const first = wordsOf(right.slice(0, 120))[0]?.text ?? '';
  if (first === '' || last === '' || /[-\u2010-\u2015\u00ad/(«„,]$/u.test(left) || /^[«„"“(]/u.test(right))
    return false;
  if (waitsForMore(last) || (isLegalForm(last) && !/[»”"]$/u.test(left)) || joinsKnownName(left, right, lexicon))
    return false;
  if (NAME_GOES_ON.test(right) || isRegion(first)) return false;
  const form = comparisonForm(last);
  const owns = INNER_BODY.test(form) || GOVERNING_ROLE.test(form);
  if (isRole(first)) return !isRole(last) && !GOVERNING_ROLE.test(form);
  if (isAbbreviation(first)) return isActingBody(first, lexicon) && !owns && (isRole(last) || isBody(last));
  return isBody(first) && !owns && !(isRole(last) && /^\p{Ll}/u.test(right));
}

/** A wrapped line goes on in lower case, unless a role in the nominative begins there. */
function separatesLowerCase(left: string, last: string, right: string): boolean {
  if (ENDS_WITH_INITIALS.test(left) || /[\u2010-\u2015-]$/u.test(left)) return false;
  const first = wordsOf(right.slice(0, 120))[0]?.text ?? '';
  if (SECOND_HALF.test(first) && FIRST_HALF.test(last)) return false;
  return isClearRole(first) || beginsInNominative(right);
}

/** «педагог» + «психолог», «учителя» + «предметники»: the hyphen was lost with the line end. */
const FIRST_HALF = /^(?:педагоги?|учител[ья]|социальный|воспитател[ья]|школы?)$/iu;
const SECOND_HALF =
  /^(?:психолог|логопед|дефектолог|предметник|организатор|библиотекар|участник|партнер|партнёр|лидер)/iu;

/** «классные руководители», «Родительский комитет»: adjectives and their noun in the nominative. */
export function beginsInNominative(text: string): boolean {
  const [first, second, third] = wordsOf(text.slice(0, 120)).map((word) => comparisonForm(word.text));
  if (first === undefined || second === undefined || !/(?:[ыи]й|ая|[ое]е|[ыи]е)$/u.test(first) || isRole(first))
    return false;
  return (
    isNominativeNoun(second) ||
    (/(?:[ыи]й|ая|[ое]е|[ыи]е)$/u.test(second) && third !== undefined && isNominativeNoun(third))
  );
}

function isNominativeNoun(form: string): boolean {
  const noun = nounOf(form);
  if (noun === null) return /^(?:кабинет|методкабинет|актив|самоуправление)$/u.test(form);
  if (noun.noun !== 'person' && noun.noun !== 'organisation') return form === 'кабинет';
  return noun.forms.has('nominative') || noun.forms.has('nominative-plural');
}

/** The last words of one line and the first of the next are one known name («Минобразования» + «НСО»). */
function joinsKnownName(left: string, right: string, lexicon: Lexicon): boolean {
  const before = wordsOf(left.slice(-80))
    .slice(-3)
    .map((word) => word.text);
  const behind = wordsOf(right.slice(0, 80))
    .slice(0, 3)
    .map((word) => word.text);
  for (let back = 1; back <= before.length; back += 1) {
    for (let ahead = 1; ahead <= behind.length; ahead += 1) {
      const name = [...before.slice(-back), ...behind.slice(0, ahead)].join(' ');
      if (isKnown(name, lexicon)) return true;
    }
  }
  return false;
}

/** «Руководители» + «ОО», «методист» + «РМК», «отдел» + «МКУ …»: whose they are stands in the next line. */
function governs(left: string, last: string): boolean {
  if (/[.)»]$/u.test(left) || /^(?:мин\p{Ll}{4,}|рособрнадзор)$/iu.test(last)) return false;
  return isRole(last) || (isBody(last) && !isAbbreviation(last)) || isLegalForm(last) || waitsForMore(last);
}

/** A line that may be a whole name: it ends with an abbreviation, a closed quote or bracket, a place, or initials. */
function isComplete(left: string, last: string, lexicon: Lexicon): boolean {
  if (/[»”")]$/u.test(left) || ENDS_WITH_INITIALS.test(left)) return true;
  if (isKnown(left, lexicon) || isKnown(last, lexicon)) return true;
  if (isAbbreviation(last) && !isLegalForm(last)) return true;
  return /(?:^|\s)(?:района|области|края|округа|города|республики|организаций|учреждений|школ|образования|образованием|отдел|отдела|предметники?|класс[аов]{0,2})$/iu.test(
    left,
  );
}
