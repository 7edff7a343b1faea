import type { Chance } from '#demo/orders/chance.ts';
import { chanceOf } from '#demo/orders/chance.ts';
import type { PlanOptions } from '#demo/orders/plans.ts';
import { inventPlan } from '#demo/orders/plans.ts';
import type { PlainDate } from '#domain/deadlines/deadline.ts';
import type { BasisDocument } from '#domain/orders/plan.ts';
import type { WrittenPlan, WrittenTarget } from '#domain/papers/written-plan.ts';
import { readTargets } from '#domain/targets/read-targets.ts';

/** A plan with everything that the contract knows. */
export type WholePlan = WrittenPlan & { readonly file: string };

/** The plan of a seed with goals, tasks, indicators, people and the documents it is based on; some plans have less of them. */
export function inventWholePlan(seed: number, options: PlanOptions = {}): WholePlan {
  const chance = chanceOf(seed + 9000);
  const { truth } = inventPlan(seed, options);
  const firstYear = Number(truth.period?.from.slice(0, 4) ?? 2025);
  const signatory = truth.order.signatory ?? '';
  return {
    ...truth,
    order: { ...truth.order, date: truth.order.date as PlainDate | null },
    // With the words that print each target, which the plans for readers do not tell.
    measures: truth.measures.map((measure) => ({
      ...measure,
      targets: [...readTargets(measure.title, 'title'), ...readTargets(measure.result ?? '', 'result')].map(
        withoutPlace,
      ),
    })),
    goals: chance.happens(0.7) ? chance.shuffled(GOALS).slice(0, chance.whole(1, 2)) : [],
    tasks: chance.happens(0.7) ? chance.shuffled(TASKS).slice(0, chance.whole(2, 4)) : [],
    indicators: chance.happens(0.6) ? inventIndicators(chance, firstYear) : [],
    people: [
      { name: signatory, role: 'Начальник управления образования' },
      ...(chance.happens(0.5) ? chance.shuffled(PEOPLE).slice(0, chance.whole(2, 3)) : []),
    ],
    basis: chance.happens(0.6) ? chance.shuffled(BASIS).slice(0, chance.whole(1, 2)) : [],
  };
}

function withoutPlace({
  text,
  comparator,
  value,
  unit,
  kind,
  of,
  in: where,
}: ReturnType<typeof readTargets>[number]): WrittenTarget {
  return { text, comparator, value, unit, kind, ...(of === undefined ? {} : { of }), in: where };
}

function inventIndicators(chance: Chance, firstYear: number): WholePlan['indicators'] {
  const byYears = chance.happens(0.4);
  const hasSource = chance.happens(0.5);
  return chance
    .shuffled(INDICATORS)
    .slice(0, chance.whole(2, 4))
    .map(({ name, source, unit }, index) => {
      const value = chance.whole(5, 95);
      const print = (amount: number): string => (unit === '%' ? `${amount}%` : `${amount}`);
      const target = byYears
        ? [0, 1, 2].map((after) => `${firstYear + after}: ${print(value + after)}`).join('; ')
        : print(value);
      return {
        number: `${index + 1}`,
        name,
        source: hasSource ? source : null,
        target,
        value: byYears ? null : value,
        unit: byYears ? null : unit,
      };
    });
}

const GOALS = [
  'повышение качества образования в сельских и опорных школах',
  'Создание условий для профессионального роста педагогов',
  'сокращение разрыва в качестве образования между школами округа',
];

const TASKS = [
  'выявить причины низких результатов и обсудить их с коллективами школ',
  'Обеспечить адресную методическую помощь учителям-предметникам',
  'организовать сетевое взаимодействие школ, в том числе с опорными площадками',
  'ввести постоянное наблюдение за результатами обучения',
  'привлечь родителей к обсуждению программ перехода в эффективный режим',
];

const INDICATORS = [
  { name: 'Доля выпускников, получивших аттестат об основном общем образовании', source: 'Отчёты школ', unit: '%' },
  { name: 'Доля педагогов, прошедших диагностику дефицитов', source: 'Данные методического кабинета', unit: '%' },
  { name: 'Число договоров о сетевом взаимодействии', source: 'Сайты школ', unit: 'договор' },
  { name: 'Доля школ, вышедших из числа школ с низкими результатами', source: 'Мониторинг', unit: '%' },
  { name: 'Число проведённых открытых уроков', source: 'Справки кураторов', unit: 'урок' },
];

const PEOPLE = [
  { name: 'Зимина А.А.', role: 'заместитель начальника управления образования' },
  { name: 'Ольхов И.К.', role: 'методист информационно-методического центра' },
  { name: 'Рябинина В.С.', role: 'директор опорной школы' },
  { name: 'Тополев Д.Н.', role: 'руководитель территориальной психолого-медико-педагогической комиссии' },
];

const BASIS: readonly BasisDocument[] = [
  {
    number: '217',
    date: '2021-02-09',
    issuer: 'Министерство просвещения',
    title: 'Об утверждении перечня школ, которым нужна поддержка',
  },
  { number: '44-р', date: '2020-11-17', issuer: 'Правительство области', title: null },
  { number: '273-ФЗ', date: '2012-12-29', issuer: null, title: 'Об образовании в Российской Федерации' },
  {
    number: '01-12/88',
    date: '2021-01-14',
    issuer: 'Министерство просвещения (письмо)',
    title: null,
  },
];
