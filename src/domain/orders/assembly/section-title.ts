import type { Passage } from '#domain/language/passage.ts';
import type { Section } from '#domain/orders/plan.ts';

const NUMBERED =
  /^(?:(раздел|направление|блок|этап|модуль|глава|часть|задача|цель)\s*)?№?\s*([IVXІХ]{1,5}|\d{1,2}(?:\.\d{1,2}){0,2})(?:\s*[.):]+\s*|\s+[–—-]\s+|\s+)(?=\S)/iu;

/** «Блок А. …»: a letter counts only behind the word that it counts. */
const LETTERED =
  /^(?:раздел|направление|блок|этап|модуль|глава|часть|задача|цель)\s+([A-ZА-Я])(?:\s*[.):]+\s*|\s+[–—-]\s+)(?=\S)/iu;

/**
 * What recognition of scans makes of Roman numbers, in the order of the numbers: «Т.» for I, «п.» for II, «Ш.» for III.
 * Digits are left alone: «1.» is far more often one than a misread «I.».
 */
const MISREAD_ROMAN: readonly RegExp[] = [
  /^(?:[TТl|!]|Г)\s?[.)]\s*(?=\p{Lu})/u,
  /^(?:[пП]|Н|И)\s?[.)]\s*(?=\p{Lu})/u,
  /^(?:Ш|ПТ|III)\s?[.)]\s*(?=\p{Lu})/u,
  /^(?:[TТ1Г][VУ]|ТУ|1У|ГУ)\s?[.)]\s*(?=\p{Lu})/u,
  /^[УY]\s?[.)]\s*(?=\p{Lu})/u,
  /^(?:[УYV][1TТIГ])\s?[.)]\s*(?=\p{Lu})/u,
];
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI'];

/**
 * The number and the title of a section from its row.
 * @param before how many sections stand before it: a misread Roman number is only believed in its turn
 */
export function readSectionTitle(passage: Passage, before: number): Section {
  const text = passage.text.trim();
  const section = cutNumber(text, before);
  const words = text.slice(0, text.length - section.title.length).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('.') === (section.number ?? '') ? section : { ...section, text };
}

function cutNumber(text: string, before: number): Section {
  const misread = MISREAD_ROMAN[before]?.exec(text);
  if (misread) return { number: ROMAN[before] ?? null, title: text.slice(misread[0].length) };
  const lettered = LETTERED.exec(text);
  const letter = lettered?.[1] ?? '';
  if (lettered !== null && letter === letter.toUpperCase())
    return { number: letter, title: text.slice(lettered[0].length) };
  const match = NUMBERED.exec(text);
  const number = match?.[2];
  // «3 квартал» and «2024 год» begin with numbers that count nothing.
  if (match === null || number === undefined || /^\d+\s+(?:квартал|полугоди|класс|год)/iu.test(text)) {
    return { number: null, title: text };
  }
  return { number: number.replaceAll('І', 'I').replaceAll('Х', 'X'), title: text.slice(match[0].length) };
}
