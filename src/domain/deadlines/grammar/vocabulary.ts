/**
 * The words that deadlines are written with, in the forms met in plans. A word that is not here and differs from one of
 * these by a single letter is taken for its misprint.
 */

/** Forms of the names of months by number; a trailing dot of an abbreviation is read by the grammar. */
const MONTHS: readonly (readonly string[])[] = [
  ['январь', 'января', 'январю', 'январе', 'январем', 'янв'],
  ['февраль', 'февраля', 'февралю', 'феврале', 'февралем', 'февр', 'фев'],
  ['март', 'марта', 'марту', 'марте', 'мартом', 'мар'],
  ['апрель', 'апреля', 'апрелю', 'апреле', 'апрелем', 'апр'],
  ['май', 'мая', 'маю', 'мае', 'маем'],
  ['июнь', 'июня', 'июню', 'июне', 'июнем', 'июн'],
  ['июль', 'июля', 'июлю', 'июле', 'июлем', 'июл'],
  ['август', 'августа', 'августу', 'августе', 'августом', 'авг'],
  ['сентябрь', 'сентября', 'сентябрю', 'сентябре', 'сентябрем', 'сент', 'сен'],
  ['октябрь', 'октября', 'октябрю', 'октябре', 'октябрем', 'окт'],
  ['ноябрь', 'ноября', 'ноябрю', 'ноябре', 'ноябрем', 'нояб', 'ноя'],
  ['декабрь', 'декабря', 'декабрю', 'декабре', 'декабрем', 'дек'],
];

const monthByForm = new Map(MONTHS.flatMap((forms, index) => forms.map((form) => [form, index + 1] as const)));

/** The number of the month (1…12) that this form names, or null. */
export function monthOf(form: string): number | null {
  return monthByForm.get(form) ?? null;
}

/** Other words of deadlines: what a misprint can be a misprint of. */
const OTHER_FORMS = `
  течение течении втечение втечении протяжении продолжение всего весь всей период периода периоде года год году годы годов лет
  учебного учебный учебному учебном ежегодно ежегодный ежегодная ежемесячно ежеквартально еженедельно ежедневно
  постоянно постоянной регулярно систематически непрерывно основе периодически круглогодично круглый
  графику графика графиком графиков плану планом планами планам отдельному установленные соответствии согласно
  согласованию согласованием согласования договоренности
  запросу запросам запроса заявке заявкам заявок обращению обращений обращениям мере необходимости поступления
  квартал квартала кварталы кварталов квартале полугодие полугодия полугодии полугодий неделю неделя недели неделе месяц месяца месяце
  четверть четверти четвертей четвертям триместр триместра окончании окончания окончанию завершении итогам начало начала началу конец конца
  концу середина середине половина половине декада декаде позднее позже раньше ранее раза реже числа каждый каждого каждую
  первый первого первое первом второй второго второе втором третий третьего четвертый четвертого
  осень осенью зима зимой весна весной лето летом каникулы каникул реализации сроки срок далее затем начиная
`;

/** Adjectives are words of sentences, not misprints of the adverbs («ежегодный мониторинг»). */
const ADJECTIVE_STEMS = 'ежегодн ежемесячн ежеквартальн еженедельн ежедневн постоянн регулярн непрерывн'.split(' ');
const ADJECTIVE_ENDINGS = 'ый ая ое ые ой ого ому ым ом ых ыми ую'.split(' ');

const knownForms = new Set([
  ...monthByForm.keys(),
  ...OTHER_FORMS.split(/\s+/u).filter((form) => form !== ''),
  ...ADJECTIVE_STEMS.flatMap((stem) => ADJECTIVE_ENDINGS.map((ending) => stem + ending)),
]);

/** Adds a word of a rule: it is then never taken for a misprint of another. */
export function learnForm(text: string): void {
  knownForms.add(text);
}

export function isKnownForm(text: string): boolean {
  return knownForms.has(text);
}

/** Shorter words have too many neighbours («парте» is not «марте»). */
const SHORTEST_MISPRINT = 6;

const formsByShape = Map.groupBy(
  [...knownForms].filter((form) => form.length >= SHORTEST_MISPRINT),
  (form) => shape(form, form.length),
);

function shape(text: string, length: number): string {
  return `${text.charAt(0)}${String(length)}`;
}

/** The known form that `text` is one letter away from (changed, lost, doubled, or two swapped), the first letter kept; else null. */
export function nearestForm(text: string): string | null {
  if (text.length < SHORTEST_MISPRINT) return null;
  for (const length of [text.length, text.length + 1, text.length - 1]) {
    const near = formsByShape.get(shape(text, length))?.find((form) => isOneLetterAway(form, text));
    if (near !== undefined) return near;
  }
  return null;
}

function isOneLetterAway(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one.charAt(start) === other.charAt(start)) start += 1;
  const [rest, otherRest] = [one.slice(start), other.slice(start)];
  if (rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1)) return true;
  const swapped = `${rest.charAt(1)}${rest.charAt(0)}${rest.slice(2)}`;
  return rest.length > 1 && swapped === otherRest;
}
