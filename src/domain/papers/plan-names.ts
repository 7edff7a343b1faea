import { readPeriod } from '#domain/orders/period/read-period.ts';
import type { WrittenPlan } from '#domain/papers/written-plan.ts';

/** What the annex is called in the cases that the paper needs, and how «утверждён» agrees with it. */
export type PlanName = {
  /** «План мероприятий («дорожная карта») по …» */
  readonly title: string;
  /** «прилагаемый план мероприятий («дорожную карту»)» */
  readonly attached: string;
  readonly approved: 'УТВЕРЖДЁН' | 'УТВЕРЖДЕНА' | 'УТВЕРЖДЕНЫ';
};

type Noun = Omit<PlanName, 'title'> & {
  /** As «Об утверждении» has it, in small letters. */
  readonly genitive: string;
  readonly nominative: string;
};

const masculine = (genitive: string, nominative: string, accusative: string): Noun => ({
  genitive,
  nominative,
  attached: `прилагаемый ${accusative}`,
  approved: 'УТВЕРЖДЁН',
});
const feminine = (genitive: string, nominative: string, accusative: string): Noun => ({
  genitive,
  nominative,
  attached: `прилагаемую ${accusative}`,
  approved: 'УТВЕРЖДЕНА',
});

/** Longer names first: the first that a title goes on with is its own. */
const NOUNS: readonly Noun[] = [
  masculine(
    'плана мероприятий («дорожной карты»)',
    'План мероприятий («дорожная карта»)',
    'план мероприятий («дорожную карту»)',
  ),
  masculine(
    'плана мероприятий (дорожной карты)',
    'План мероприятий (дорожная карта)',
    'план мероприятий (дорожную карту)',
  ),
  masculine('плана мероприятий', 'План мероприятий', 'план мероприятий'),
  masculine('плана-графика', 'План-график', 'план-график'),
  ...(['комплексн', 'муниципальн', 'региональн', 'школьн', 'сводн', 'перспективн'] as const).flatMap((stem) => {
    const capital = stem.charAt(0).toUpperCase() + stem.slice(1);
    return [
      masculine(`${stem}ого плана`, `${capital}ый план`, `${stem}ый план`),
      feminine(`${stem}ой дорожной карты`, `${capital}ая дорожная карта`, `${stem}ую дорожную карту`),
      feminine(`${stem}ой программы`, `${capital}ая программа`, `${stem}ую программу`),
    ];
  }),
  masculine('плана', 'План', 'план'),
  feminine('«дорожной карты»', '«Дорожная карта»', '«дорожную карту»'),
  feminine('дорожной карты', 'Дорожная карта', 'дорожную карту'),
  feminine('программы', 'Программа', 'программу'),
  masculine('комплекса', 'Комплекс', 'комплекс'),
  masculine('перечня', 'Перечень', 'перечень'),
  { genitive: 'мероприятий', nominative: 'Мероприятия', attached: 'прилагаемые мероприятия', approved: 'УТВЕРЖДЕНЫ' },
];

const APPROVAL = /^Об\s+утверждении\s+/iu;

/**
 * The name of the plan out of the title of its order («Об утверждении плана …» → «План …»); where the title tells none, the
 * usual name of its kind. The years stand behind it when the order's title does not tell them.
 */
export function planName(plan: WrittenPlan): PlanName {
  const orderTitle = plan.order.title ?? '';
  const approved = APPROVAL.test(orderTitle) ? orderTitle.replace(APPROVAL, '') : null;
  const noun =
    approved === null ? undefined : NOUNS.find(({ genitive }) => beginsWith(approved.toLowerCase(), genitive));
  const title =
    noun === undefined || approved === null
      ? usualName(plan).nominative
      : `${noun.nominative}${approved.slice(noun.genitive.length)}`;
  const { attached, approved: agreed } = noun ?? usualName(plan);
  return { title: withYears(title, plan), attached, approved: agreed };
}

const beginsWith = (text: string, beginning: string): boolean =>
  text.startsWith(beginning) && !/^[\p{L}-]/u.test(text.slice(beginning.length));

function usualName({ kind }: WrittenPlan): Noun {
  const genitive = kind === 'programme' ? 'программы' : 'плана мероприятий («дорожной карты»)';
  const noun = NOUNS.find((one) => one.genitive === genitive);
  if (noun === undefined) throw new Error(`no noun for ${genitive}`);
  return noun;
}

/** The usual title of the order that approves a plan, for a plan whose order has none. */
export function usualOrderTitle(plan: WrittenPlan): string {
  return withYears(`Об утверждении ${usualName(plan).genitive}`, plan);
}

function withYears(title: string, { period, order }: WrittenPlan): string {
  if (period === null) return title;
  const tells = (orderTitle: string, annexTitle: string): boolean => {
    const read = readPeriod({
      orderTitle,
      annexTitle,
      goals: '',
      stages: '',
      measuresText: '',
      orderDate: order.date,
    }).period;
    return read?.from === period.from && read.to === period.to;
  };
  if (tells(order.title ?? '', title) && /(?:19|20)\d\d/u.test(`${order.title ?? ''} ${title}`)) return title;
  const years = yearsOf(period).find((text) => tells('', `${title} ${text}`));
  return years === undefined ? title : `${title} ${years}`;
}

function yearsOf({ from, to }: NonNullable<WrittenPlan['period']>): string[] {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return [
    ...(first === last ? [`на ${first} год`] : []),
    `на ${first}–${last} учебный год`,
    `на ${first}–${last} годы`,
    `на ${first}–${last} учебные годы`,
    `на период до ${last} года`,
  ];
}
