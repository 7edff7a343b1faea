/** The declension of Russian nouns, as far as the nouns that plans count need it. */
export type Gender = 'm' | 'f' | 'n';

/** Those forms that stand after numbers; the other cases are `oblique`. */
export type NounForm =
  'nominative' | 'accusative' | 'genitive' | 'nominative-plural' | 'genitive-plural' | 'oblique' | 'dative-plural';

export type Declined = {
  readonly gender: Gender;
  readonly plural: string;
  readonly forms: readonly (readonly [NounForm, string])[];
};

const MASCULINE_SOFT =
  /(?:тель|день|лагерь|врель|враль|арь|житель|брь|рель|юль|юнь|апрель|рубль|модуль|фестиваль|спектакль|контроль)$/u;
export const HUSHING = /[жчшщ]$/u;
export const VELAR_OR_HUSHING = /[гкхжчшщ]$/u;

/** All forms of a noun in the nominative singular; `genitivePlural` where it does not follow from the noun. */
export function declineNoun(lemma: string, isAdjectival: boolean, genitivePlural?: string): Declined {
  return IRREGULAR.get(lemma) ?? (isAdjectival ? declineAdjectival(lemma) : decline(lemma, genitivePlural));
}

function decline(lemma: string, genitivePlural?: string): Declined {
  if (lemma.endsWith('ия')) return feminineIya(lemma.slice(0, -1));
  if (lemma.endsWith('ие')) return neuterIye(lemma.slice(0, -1));
  if (lemma.endsWith('а')) return feminineA(lemma.slice(0, -1), genitivePlural);
  if (lemma.endsWith('я')) return softFeminine(lemma.slice(0, -1), genitivePlural);
  if (lemma.endsWith('о')) return neuterO(lemma.slice(0, -1), genitivePlural);
  if (lemma.endsWith('ь')) return softSign(lemma.slice(0, -1), MASCULINE_SOFT.test(lemma) ? 'm' : 'f');
  if (lemma.endsWith('й')) return softMasculine(lemma.slice(0, -1));
  if (lemma.endsWith('ец')) return masculine(lemma, `${lemma.slice(0, -2)}ц`, genitivePlural);
  if (/(?<!н)ок$/u.test(lemma) && lemma.length > 4) return masculine(lemma, `${lemma.slice(0, -2)}к`, genitivePlural);
  return masculine(lemma, lemma, genitivePlural);
}

function masculine(lemma: string, stem: string, genitivePlural?: string): Declined {
  const plural = stem + (VELAR_OR_HUSHING.test(stem) ? 'и' : 'ы');
  const many = genitivePlural ?? stem + (HUSHING.test(stem) ? 'ей' : 'ов');
  return {
    gender: 'm',
    plural: PLURAL_IN_A.has(lemma) ? `${stem}а` : plural,
    forms: [
      ['nominative', lemma],
      ['genitive', `${stem}а`],
      ...obliques([`${stem}у`, `${stem}ом`, `${stem}ем`, `${stem}е`]),
      ['nominative-plural', plural],
      ...(PLURAL_IN_A.has(lemma) ? ([['nominative-plural', `${stem}а`]] as const) : []),
      ['genitive-plural', many],
      ...pluralObliques(stem, 'а'),
    ],
  };
}

const PLURAL_IN_A: ReadonlySet<string> = new Set([
  'директор',
  'учитель',
  'паспорт',
  'тренер',
  'вечер',
  'договор',
  'сертификат',
  'округ',
  'доктор',
]);

function softSign(stem: string, gender: 'm' | 'f'): Declined {
  const genitive = gender === 'm' ? `${stem}я` : `${stem}и`;
  const vowel = HUSHING.test(stem) ? 'а' : 'я';
  return {
    gender,
    plural: stem === 'учител' ? 'учителя' : `${stem}и`,
    forms: [
      ['nominative', `${stem}ь`],
      ['genitive', genitive],
      ...obliques([`${stem}ю`, `${stem}ем`, `${stem}е`, `${stem}ью`]),
      ['nominative-plural', `${stem}и`],
      ...(stem === 'учител' ? ([['nominative-plural', 'учителя']] as const) : []),
      ['genitive-plural', `${stem}ей`],
      ...pluralObliques(stem, vowel),
    ],
  };
}

function softMasculine(stem: string): Declined {
  return {
    gender: 'm',
    plural: `${stem}и`,
    forms: [
      ['nominative', `${stem}й`],
      ['genitive', `${stem}я`],
      ...obliques([`${stem}ю`, `${stem}ем`, `${stem}е`]),
      ['nominative-plural', `${stem}и`],
      ['genitive-plural', `${stem}ев`],
      ...pluralObliques(stem, 'я'),
    ],
  };
}

function feminineA(stem: string, genitivePlural?: string): Declined {
  const plural = stem + (VELAR_OR_HUSHING.test(stem) ? 'и' : 'ы');
  return {
    gender: 'f',
    plural,
    forms: [
      ['nominative', `${stem}а`],
      ['genitive', plural],
      ['accusative', `${stem}у`],
      ...obliques([`${stem}е`, `${stem}ой`, `${stem}ей`]),
      ['nominative-plural', plural],
      ['genitive-plural', genitivePlural ?? stem],
      ...pluralObliques(stem, 'а'),
    ],
  };
}

function softFeminine(stem: string, genitivePlural?: string): Declined {
  return {
    gender: 'f',
    plural: `${stem}и`,
    forms: [
      ['nominative', `${stem}я`],
      ['genitive', `${stem}и`],
      ['accusative', `${stem}ю`],
      ...obliques([`${stem}е`, `${stem}ей`]),
      ['nominative-plural', `${stem}и`],
      ['genitive-plural', genitivePlural ?? `${stem}ь`],
      ...pluralObliques(stem, 'я'),
    ],
  };
}

function feminineIya(stem: string): Declined {
  const declined = softFeminine(stem, `${stem}й`);
  return { ...declined, forms: [...declined.forms, ['oblique', `${stem}и`]] };
}

function neuterO(stem: string, genitivePlural?: string): Declined {
  return {
    gender: 'n',
    plural: `${stem}а`,
    forms: [
      ['nominative', `${stem}о`],
      ['genitive', `${stem}а`],
      ...obliques([`${stem}у`, `${stem}ом`, `${stem}е`]),
      ['nominative-plural', `${stem}а`],
      ['genitive-plural', genitivePlural ?? stem],
      ...pluralObliques(stem, 'а'),
    ],
  };
}

function neuterIye(stem: string): Declined {
  return {
    gender: 'n',
    plural: `${stem}я`,
    forms: [
      ['nominative', `${stem}е`],
      ['genitive', `${stem}я`],
      ...obliques([`${stem}ю`, `${stem}ем`, `${stem}и`]),
      ['nominative-plural', `${stem}я`],
      ['genitive-plural', `${stem}й`],
      ...pluralObliques(stem, 'я'),
    ],
  };
}

/** Participles and adjectives used as nouns: «обучающийся», «служащий», «мастерская». */
function declineAdjectival(lemma: string): Declined {
  const reflexive = lemma.endsWith('ся') ? 'ся' : '';
  const bare = reflexive === '' ? lemma : lemma.slice(0, -2);
  const stem = bare.slice(0, -2);
  const isFeminine = bare.endsWith('ая');
  const plural = `${stem}ие${reflexive}`;
  const singular: readonly (readonly [NounForm, string])[] = isFeminine
    ? [
        ['genitive', `${stem}ой`],
        ['accusative', `${stem}ую`],
      ]
    : [
        ['genitive', `${stem}его${reflexive}`],
        ...obliques([`${stem}ему${reflexive}`, `${stem}им${reflexive}`, `${stem}ем${reflexive}`]),
      ];
  return {
    gender: isFeminine ? 'f' : 'm',
    plural,
    forms: [
      ['nominative', lemma],
      ...singular,
      ['nominative-plural', plural],
      ['genitive-plural', `${stem}их${reflexive}`],
      ['dative-plural', `${stem}им${reflexive}`],
      ['oblique', `${stem}ими${reflexive}`],
    ],
  };
}

function obliques(forms: readonly string[]): (readonly [NounForm, string])[] {
  return forms.map((form) => ['oblique', form] as const);
}

function pluralObliques(stem: string, vowel: 'а' | 'я'): (readonly [NounForm, string])[] {
  return [
    ['dative-plural', `${stem}${vowel}м`],
    ['oblique', `${stem}${vowel}ми`],
    ['oblique', `${stem}${vowel}х`],
  ];
}

function irregular(
  gender: Gender,
  plural: string,
  ...groups: readonly [string, string, string, string, string]
): Declined {
  const [singular, oblique, plurals, dative, others] = groups;
  const [nominative = '', genitive = ''] = singular.split(' ');
  const [, genitivePlural = ''] = plurals.split(' ');
  return {
    gender,
    plural,
    forms: [
      ['nominative', nominative],
      ['genitive', genitive],
      ...obliques(oblique.split(' ')),
      ['nominative-plural', plural],
      ['genitive-plural', genitivePlural],
      ['dative-plural', dative],
      ...obliques(others.split(' ')),
    ],
  };
}

const IRREGULAR: ReadonlyMap<string, Declined> = new Map([
  [
    'ребенок',
    irregular('m', 'дети', 'ребенок ребенка', 'ребенку ребенком ребенке', 'дети детей', 'детям', 'детьми детях'),
  ],
  ['день', irregular('m', 'дни', 'день дня', 'дню днем дне', 'дни дней', 'дням', 'днями днях')],
  ['год', irregular('m', 'годы', 'год года', 'году годом годе', 'годы годов', 'годам', 'годами годах')],
  [
    'перечень',
    irregular(
      'm',
      'перечни',
      'перечень перечня',
      'перечню перечнем перечне',
      'перечни перечней',
      'перечням',
      'перечнями перечнях',
    ),
  ],
  [
    'уровень',
    irregular(
      'm',
      'уровни',
      'уровень уровня',
      'уровню уровнем уровне',
      'уровни уровней',
      'уровням',
      'уровнями уровнях',
    ),
  ],
  [
    'гражданин',
    irregular('m', 'граждане', 'гражданин гражданина', 'гражданину', 'граждане граждан', 'гражданам', 'гражданами'),
  ],
]);
