import { looksLikeAdjective, nounOf } from '#domain/language/nominative.ts';
import { comparisonForm } from '#domain/language/words.ts';
import type { Lexicon } from '#domain/orders/lexicon.ts';

/** Words that end with a full stop inside a name: «зам. директора», «им. А.С. Пушкина», «р.п. Лесной», «и др.». */
const DOTTED = new Set(
  `зам г гор им с п пос пгт рп р д дер ул пр просп пер кв обл респ ст стр т тд тп др проч пр нач рук пед мет гос мун отд уч
  образ орг дир учр спец ответ отв исп и.о ио вр врио проф доц акад канд св мкр район адм упр обр воспит соц псих мл сев ч тел доб
  руб тыс напр см гл секр инсп зав завед метод коорд нп х сл кл руков заместит муниц`.split(/\s+/u),
);

/** Short forms before a proper name or a number: after these a line cannot be complete. */
const LEGAL_FORM =
  /^(?:м[кабо]у|м[кабо]оу|мбдоу|мкдоу|мадоу|мдоу|моу|гбу|гбоу|гау|гаоу|гку|гкоу|гаудпо|огбу|огау|огбпоу|гпоу|гбпоу|гапоу|кгбу|кгау|краоу|фгб[оу]у?|фгау|фгаоу|фгбоу|фку|фгбну|ано|роо|оо[оо]|ооо|пао|ао|нко|чоу|ноу|сош|оош|нош|дпо|до|во|впо|спо|мц|цо|жпоу|бу|боу|ау|ку|казенное|бюджетное|автономное|учреждение)$/u;

/** Abbreviations of countries and regions: they end a name («Минобрнауки РФ»), they do not begin one. */
const REGION =
  /^(?:рф|нсо|рт|рб|рк|рм|рх|рсо|рса|кбр|кчр|хмао|янао|нао|еао|чао|чр|ур|чувашии|россии|мо|ло|со|во|то|ко|ро|по|спб|хмао-югры|югры)$/u;

/** Nouns that begin the name of a body or an organisation, in the nominative. */
const BODY =
  /^(?:министерство|минобразования|минобрнауки|минпросвещения|минобр\p{L}*|мин\p{Ll}{5,}|рособрнадзор|департамент|комитет|управлени[ея]|отделы?|сектор|администраци[яи]|орган|органы|институт|академия|университет|колледж|техникум|центр|центры|школа|школы|гимнази[яи]|лице[йи]|организаци[яи]|учреждени[ея]|филиал|филиалы|фонд|ассоциация|союз|совет|советы|комиссия|комиссии|служба|службы|группа|команда|команды|кафедра|лаборатория|библиотека|музей|муниципалитет|муниципалитеты|совещание|методсовет|педсовет|общественность|родительская|рабочая|рмо|гмо|ммо|шмо|психолого-педагогический|консилиум|площадка|площадки|объединени[ея]|сообщество|муниципальн(?:ый|ая|ое|ые)|региональн(?:ый|ая|ое|ые)|районн(?:ый|ая|ое|ые)|городск(?:ой|ая|ое|ие)|областн(?:ой|ая|ое|ые)|краев(?:ой|ая|ое|ые)|школьн(?:ый|ая|ое|ые)|образовательн(?:ая|ые)|общеобразовательн(?:ая|ые)|педагогическ(?:ий|ие)|территориальн(?:ая|ые|ый)|информационно-методическ(?:ий|ая)|методическ(?:ий|ая|ие)|федеральн(?:ое|ый|ая)|государственн(?:ое|ый|ая)|ведущи[йе]|главн(?:ый|ые)|старши[йе]|классн(?:ый|ые)|социальн(?:ый|ые)|проектн(?:ый|ая)|экспертн(?:ая|ые)|предметн(?:ая|ые)|управленческ(?:ая|ие)|заинтересованные)$/u;

const EXTRA_ROLE =
  /^(?:зам|замдиректора|завуч[и]?|начальник[и]?|председател[ьи]|глава|главы|секретар[ьи]|инспектор[аы]?|министр|ректор|проректор[ы]?|доцент[ы]?|профессор|преподавател[ьи]|педагоги?-\p{L}+|учител[ья]-\p{L}+|все|иные|другие|родители|соисполнител[ьи]|исполнител[ьи]|ответственн(?:ый|ые)|и|врио)$/u;

/** A role or people in the nominative («руководители», «методист», «педагоги-психологи»). */
export function isRole(word: string): boolean {
  const form = comparisonForm(word);
  if (EXTRA_ROLE.test(form)) return form !== 'и' && form !== 'все' && form !== 'иные' && form !== 'другие';
  const noun = nounOf(form);
  return noun?.noun === 'person' && (noun.forms.has('nominative') || noun.forms.has('nominative-plural'));
}

/** A role whose form can be nothing but the nominative: not «директора» (a deputy's) and not «учителя». */
export function isClearRole(word: string): boolean {
  const form = comparisonForm(word);
  const noun = nounOf(form);
  return isRole(word) && (noun === null || noun.noun !== 'person' || !noun.forms.has('genitive'));
}

/** A word that begins the name of an organisation or body, in the nominative. */
export const isBody = (word: string): boolean => BODY.test(comparisonForm(word));

/** A form of ownership: it begins the name of an organisation. */
const OWNERSHIP =
  /^(?:м[кабо]у|м[кабо]оу|мбдоу|мкдоу|мадоу|гбу|гбоу|гау|гаоу|гку|гкоу|огбу|огау|гбпоу|гапоу|кгбу|кгау|фгбу|фгбоу|ано|роо|чоу)$/u;
export const isOwnership = (word: string): boolean => OWNERSHIP.test(comparisonForm(word));

export const isLegalForm = (word: string): boolean => LEGAL_FORM.test(comparisonForm(word));
export const isRegion = (word: string): boolean => REGION.test(comparisonForm(word));

/** Whether the full stop behind `word` belongs to it: an initial or a known short form. */
export function isDotted(word: string): boolean {
  if (word.length === 1) return true;
  if (/^\p{Lu}+$/u.test(word)) return false;
  return DOTTED.has(comparisonForm(word));
}

/** «ОО», «ИМЦ», «МОУО»: at least two letters, mostly capitals («НИИиПРО» too). */
export function isAbbreviation(word: string): boolean {
  const capitals = word.replace(/[^\p{Lu}]/gu, '').length;
  return capitals >= 2 && capitals * 2 >= word.replace(/[^\p{L}]/gu, '').length;
}

/** Deputies, assistants and bare adjectives wait for the next word: a line that ends so is not complete. */
export function waitsForMore(word: string): boolean {
  const form = comparisonForm(word);
  if (
    /^(?:и|или|а|по|в|во|на|с|со|для|при|от|из|у|о|об|к|за|над|под|не|имени|им|№|филиал|филиалы|обязанности|исполняющий|лице|районе|составе)$/u.test(
      form,
    )
  )
    return true;
  if (/^(?:заместител|зам$|помощник|начальник|председател|глав[аы]$|член|представител)/u.test(form)) return true;
  return looksLikeAdjective(form) && nounOf(form) === null && !isBody(form) ? true : isAdjectiveOfBody(form);
}

function isAdjectiveOfBody(form: string): boolean {
  return isBody(form) && /(?:[ыио]й|ая|ое|ые|ие)$/u.test(form) && nounOf(form) === null;
}

/** Names of each lexicon in comparison form, made once. */
const NAMES = new WeakMap<Lexicon, ReadonlySet<string>>();

/** Whether the document, the territory or the nation knows the words as an abbreviation or an organisation. */
export function isKnown(text: string, lexicon: Lexicon): boolean {
  if (lexicon.abbreviations.has(text.trim())) return true;
  let names = NAMES.get(lexicon);
  if (names === undefined) {
    names = new Set(lexicon.organizations.map((name) => comparisonForm(name).trim()));
    NAMES.set(lexicon, names);
  }
  return names.has(comparisonForm(text).trim());
}

/** Whether an abbreviation stands for a body that acts (an authority, institute, centre), by its expansion. */
export function isActingBody(word: string, lexicon: Lexicon): boolean {
  const expansion = lexicon.abbreviations.get(word);
  return (
    expansion !== undefined &&
    /(?:министерств|орган|управлени|институт|центр|департамент|комитет|учреждени|отдел|академи|комисси|служб)/iu.test(
      expansion,
    )
  );
}
