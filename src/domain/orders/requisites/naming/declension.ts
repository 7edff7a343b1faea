/**
 * Just enough Russian declension to name a territory or a body from the forms that titles use.
 * Words it does not know are given back unchanged.
 */

/** «Заречного», «Заречном», «Заречному», «Заречным» → «Заречный»; «Баговской» with `gender: 'f'` → «Баговская». */
export function nominativeAdjective(word: string, gender: 'm' | 'f' | 'n' = 'm'): string {
  const stem = /^(.*?)(?:ого|его|ому|ему|ым|им|ом|ем|ый|ий|ой|ая|яя|ую|юю|ей|ое|ее)$/u.exec(word)?.[1];
  if (stem === undefined || stem.length < 2) return word;
  if (gender === 'm' && STRESSED_ENDING.test(stem)) return `${stem}ой`;
  const soft =
    /(?:[шжчщ]|(?:ниж|верх|сред|дальн|крайн|ближн|сосед|ран|позд|лет|зим|осен|вечер|утр|древ|Ниж|Верх|Сред|Дальн|Крайн|Ближн)н?)$/u.test(
      stem,
    ) && !/верхн?ск/u.test(stem);
  const velar = /[кгх]$/u.test(stem);
  if (gender === 'f') return `${stem}${soft && !/[шжчщ]$/u.test(stem) ? 'яя' : 'ая'}`;
  if (gender === 'n') return `${stem}${soft ? 'ее' : 'ое'}`;
  // «Луговой» keeps its stressed ending; other cases do not show the stress.
  if (/ой$/u.test(word) && !velar) return word;
  return `${stem}${soft || velar ? 'ий' : 'ый'}`;
}

/** Names of places with the stressed ending «-ой», which other cases do not show. */
const STRESSED_ENDING =
  /(?:^|-)(?:(?:Верхне|Нижне|Средне)(?:лесн|степн|лугов|речн|донск)|Лесн|Степн|Лугов|Речн|Полев|Боров|Больш|Морск|Донск|Тверск|Заводск|Городск|Портов|Ключев)$/u;

/** «Новосельска», «Новосельске» → «Новосельск»; adjectives («Заречного») → «Заречный». */
export function nominativeTown(word: string): string {
  if (/(?:ого|его|ому|ым|ом)$/u.test(word) && word.length > 5) return nominativeAdjective(word);
  const rules: readonly (readonly [RegExp, string])[] = [
    [/(ск|цк|град|бург|горск|ов|ёв|ев|ин|ын|город|дар|тов|нец|вль|ан|ир)(?:а|е|у|ом)$/u, '$1'],
    [/(пол|став|ославл|раславл|сл|брянс|твер|перм|каз)(?:я|е|ю|ем|и|ью)$/u, '$1ь'],
    [/([бвгджзклмнпрстфхцчш]к)(?:и|е|у|ой)$/u, '$1а'],
    [/([нвт])(?:ы)$/u, '$1а'],
  ];
  for (const [form, nominative] of rules) if (form.test(word)) return word.replace(form, nominative);
  return word;
}

/**
 * The nominative of a town's name of one word or two: «Верхней Липы» → «Верхняя Липа», «Липова-на-Каме» →
 * «Липов-на-Каме». Where the case does not show the name stays as printed.
 */
export function nominativeTownName(name: string): string {
  const [first = '', second, ...more] = name.split(/\s+/u);
  if (second === undefined) {
    const onRiver = /^(\p{L}{3,}?)(?:а|е|у|ом)?(-на-\p{L}+)$/u.exec(first);
    if (onRiver !== null) return `${onRiver[1] ?? ''}${onRiver[2] ?? ''}`;
    const double = /^(\p{L}{2,}[бвгджзклмнпрстфхц])а-(\p{L}+(?:ого|его))$/u.exec(first);
    return double === null ? nominativeTown(first) : `${double[1] ?? ''}-${nominativeAdjective(double[2] ?? '')}`;
  }
  const printed = [first, second, ...more].join(' ');
  if (/(?:ого|его)$/u.test(first)) {
    // «Красного Села» is neuter, «Нижнего Липова» masculine; softer endings do not tell.
    if (/^Сел[ае]$/u.test(second)) return `${nominativeAdjective(first, 'n')} Село`;
    return /[бвгджзклмнпрстфхц]а$/u.test(second) ? `${nominativeAdjective(first)} ${second.slice(0, -1)}` : printed;
  }
  if (/(?:ом|ем)$/u.test(first)) {
    if (/^Сел[ае]$/u.test(second)) return `${nominativeAdjective(first, 'n')} Село`;
    return /[бвгджзклмнпрстфхц]е$/u.test(second) ? `${nominativeAdjective(first)} ${second.slice(0, -1)}` : printed;
  }
  if (/(?:ой|ей)$/u.test(first) && /[бвдзлмнпрстф]ы$|[гкхжшчщ]и$/u.test(second))
    return `${nominativeAdjective(first, 'f')} ${second.slice(0, -1)}а`;
  return printed;
}

/** First words of bodies as stamps give them («приказом Управления образования …») and in the nominative. */
const BODIES: readonly (readonly [RegExp, string])[] = [
  [/^управлени(?:я|ем|ю)(?![а-яё])/iu, 'Управление'],
  [/^министерств(?:а|ом|у)(?![а-яё])/iu, 'Министерство'],
  [/^департамент(?:а|ом|у)(?![а-яё])/iu, 'Департамент'],
  [/^комитет(?:а|ом|у)(?![а-яё])/iu, 'Комитет'],
  [/^отдел(?:а|ом|у|е)(?![а-яё])/iu, 'Отдел'],
  [/^администраци(?:и|ей)(?![а-яё])/iu, 'Администрация'],
  [/^правительств(?:а|ом)(?![а-яё])/iu, 'Правительство'],
  [/^служб(?:ы|ой)(?![а-яё])/iu, 'Служба'],
  [/^агентств(?:а|ом)(?![а-яё])/iu, 'Агентство'],
  [/^учреждени(?:я|ем)(?![а-яё])/iu, 'Учреждение'],
  [/^институт(?:а|ом|у)(?![а-яё])/iu, 'Институт'],
  [/^центр(?:а|ом|у)(?![а-яё])/iu, 'Центр'],
  [/^гимнази(?:и|ей)(?![а-яё])/iu, 'Гимназия'],
  [/^школ(?:ы|ой)(?![а-яё])/iu, 'Школа'],
  [/^лице(?:я|ем)(?![а-яё])/iu, 'Лицей'],
];

/** The name of a body from the genitive of its first word: «Управления образования района» → «Управление образования района». */
export function nominativeBody(name: string): string {
  const plain = name.replace(/^(?:директора|руководителя|начальника|заведующего|министра)\s+/iu, '');
  for (const [form, nominative] of BODIES)
    if (form.test(plain)) return plain.replace(form, /^\p{Ll}/u.test(plain) ? nominative.toLowerCase() : nominative);
  return plain;
}

/** «Администрация района» → «администрации района»: the upper body after the name of its unit. */
export const genitiveBody = (name: string): string =>
  name
    .replace(/^Администрация/u, 'администрации')
    .replace(/^Министерство/u, 'министерства')
    .replace(/^Департамент/u, 'департамента')
    .replace(/^Комитет/u, 'комитета')
    .replace(/^Управление/u, 'управления')
    .replace(/^Мэрия/u, 'мэрии')
    .replace(/^Правительство/u, 'правительства');

/** The surname of a dative («поручить заместителю начальника Петровой И.И.») in the nominative. */
export function surnameFromDative(surname: string): string {
  const rules: readonly (readonly [RegExp, string])[] = [
    [/((?:о|е|ё)в|[иы]н)ой$/u, '$1а'],
    [/(ск|цк)ой$/u, '$1ая'],
    [/(ск|цк)ому$/u, '$1ий'],
    [/ому$/u, 'ой'],
    [/([бвгджзклмнпрстфхцчшщ])у$/u, '$1'],
    [/([бгджзклмпрстфхцчшщ])е$/u, '$1а'],
  ];
  for (const [form, nominative] of rules) if (form.test(surname)) return surname.replace(form, nominative);
  return surname;
}

/**
 * The surname of an accusative («возложить на Петрову И.И.») in the nominative. Of a surname whose gender does not show
 * the ending decides: «-ову», «-ину», «-скую» are women's, «-ова», «-ина», «-ского» men's.
 */
export function nominativeSurname(surname: string): string {
  const rules: readonly (readonly [RegExp, string])[] = [
    [/(ск|цк)ую$/u, '$1ая'],
    [/ую$/u, 'ая'],
    [/([вн])у$/u, '$1а'],
    [/(ск|цк)ого$/u, '$1ий'],
    [/ого$/u, 'ой'],
    [/((?:о|е|ё)в|[иы]н)а$/u, '$1'],
    [/([бгджзкмпртфх])у$/u, '$1а'],
    [/([нл])ю$/u, '$1я'],
    [/((?:и|у)ч|[аеиоуюя]к|[бгджзлмнпрстфхцш]к|[еоаи]нк|[бв]ер|ман|[аеиоу]р)а$/u, '$1'],
  ];
  for (const [form, nominative] of rules) if (form.test(surname)) return surname.replace(form, nominative);
  return surname;
}

/** «заместителя начальника» → «заместитель начальника»: a position given in the accusative. */
export function nominativePosition(position: string): string {
  const rules: readonly (readonly [RegExp, string])[] = [
    [/^(ведущ|главн|старш|младш|заведующ)(?:его|ого)(?=\s|$)/iu, '$1'],
    [/^(\p{L}+тел)[яю](?=[\s,]|$)/u, '$1ь'],
    [/^(\p{L}+(?:ник|ист|тор|сор|лог|мент|арь|вед))[ау](?=[\s,]|$)/u, '$1'],
    [/^заведующую(?=\s|$)/u, 'заведующая'],
    [/^главу(?=\s|$)/u, 'глава'],
  ];
  const first = rules[0];
  const adjective = first?.[0].exec(position);
  if (adjective !== null && adjective !== undefined) {
    const stem = adjective[1] ?? '';
    const rest = position.slice(adjective[0].length).trimStart();
    return `${stem}${/н$/u.test(stem) ? 'ый' : 'ий'} ${nominativePosition(rest)}`.trim();
  }
  for (const [form, nominative] of rules.slice(1)) if (form.test(position)) return position.replace(form, nominative);
  return position;
}
