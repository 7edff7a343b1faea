import { describe, expect, test } from 'vitest';
import { checkPlan } from '#domain/orders/check/check-plan.ts';
import type { FindingCode } from '#domain/orders/check/finding.ts';
import type { Plan } from '#domain/orders/plan.ts';
import { aMeasure, anIndicator, aPlan } from '#tests/support/plans.ts';
import type { MeasureText } from '#tests/support/plans.ts';

/** The findings of one code: which measure, and the words. */
function found(code: FindingCode, plan: Plan): [number | null, string | undefined][] {
  return checkPlan(plan)
    .filter((finding) => finding.code === code)
    .map(({ measure, message }) => [measure, message]);
}
const measures = (...texts: MeasureText[]): Partial<Plan> => ({ measures: texts.map(aMeasure) });
const planOf = (...texts: MeasureText[]): Plan => aPlan(measures(...texts));

test('a careful plan gives no findings', () => {
  expect(checkPlan(aPlan())).toEqual([]);
  expect(checkPlan(aPlan({ measures: [] }))).toEqual([]);
});

test('findings about the plan stand before those of measures, and these in their order', () => {
  const plan = aPlan({
    ...measures({ result: null }, { result: null, deadlineText: null }),
    indicators: [anIndicator({ name: 'Доля участников ГТО' })],
  });
  expect(checkPlan(plan).map(({ measure, code }) => [measure, code])).toEqual([
    [null, 'no-result'],
    [null, 'undefined-abbreviation'],
    [2, 'no-deadline'],
    [2, 'duplicate-measure'],
  ]);
});

describe('what a measure lacks', () => {
  test('a deadline, a responsible, a result is missed where others have it', () => {
    const plan = planOf(
      {},
      { title: 'Сбор заявок', deadlineText: null },
      { title: 'Обзор уроков', responsible: [] },
      { title: 'Показ опыта', result: null },
      { title: 'Смотр кабинетов', result: '–' },
    );
    expect(found('no-deadline', plan)).toEqual([[2, undefined]]);
    expect(found('no-responsible', plan)).toEqual([[3, undefined]]);
    expect(found('no-result', plan)).toEqual([
      [4, undefined],
      [5, undefined],
    ]);
  });
  test('a column that the plan does not have is one finding about the plan', () => {
    expect(found('no-result', planOf({ result: null }, { title: 'Сбор заявок', result: null }))).toEqual([
      [null, undefined],
    ]);
  });
  test('publication is missed only where most measures have it', () => {
    const site = { publication: 'Сайт управления' };
    const three = [{ title: 'Сбор заявок' }, { title: 'Обзор уроков' }, { title: 'Показ опыта' }] as const;
    expect(found('no-publication', planOf({ ...three[0], ...site }, { ...three[1], ...site }, three[2]))).toEqual([
      [3, undefined],
    ]);
    expect(found('no-publication', planOf({ ...three[0], ...site }, three[1], three[2]))).toEqual([]);
  });
});

describe('a result that nobody can count', () => {
  test.each([
    'Проведены семинары для завучей',
    'Оказана помощь учителям',
    'Созданы условия для реализации программ',
    'Курсы повышения квалификации',
  ])('«%s» is one', (result) => {
    expect(found('no-countable-result', planOf({ result }))).toEqual([[1, undefined]]);
  });
  test.each([
    'Проведено 3 семинара',
    'Охвачено 90 % школ',
    'Аналитическая справка',
    'Издан приказ об итогах',
    'Протоколы советов',
    'Подготовлен отчёт',
    '-',
  ])('«%s» is none', (result) => {
    expect(found('no-countable-result', planOf({ result }))).toEqual([]);
  });
});

describe('general words', () => {
  test.each([
    'Повышение эффективности работы',
    'Создание условий для роста, развития проектов',
    'Улучшение качества уроков. Рост мотивации',
    'Совершенствование форм наставничества',
  ])('«%s» says nothing', (result) => {
    expect(found('empty-phrase', planOf({ result }))).toEqual([[1, result]]);
  });
  test.each([
    'Повышение квалификации завучей',
    'Повышение мотивации, приказ',
    'Улучшение результатов. Аналитическая справка',
    'Повышение доли участников до 40 %',
    'Развитие сети кружков',
    'Проведены встречи',
  ])('«%s» says something', (result) => {
    expect(found('empty-phrase', planOf({ result }))).toEqual([]);
  });
  test('a title says nothing only where the result does not help', () => {
    const title = 'Содействие внедрению нового опыта';
    expect(found('empty-phrase', planOf({ title, result: 'Опыт внедряется' }))).toEqual([[1, title]]);
    expect(found('empty-phrase', planOf({ title, result: 'Подготовлен отчёт' }))).toEqual([]);
    expect(found('empty-phrase', planOf({ title, result: 'Опыт внедрён в 3 школах' }))).toEqual([]);
  });
});

describe('deadlines and the order', () => {
  test.each([
    ['ноябрь 2024', 'before-order'],
    ['до 15.01.2025', 'before-order'],
    ['2024 год', 'before-order'],
    ['декабрь 2024, апрель 2025', 'before-order'],
    ['31 июня 2025', 'no-such-day'],
    ['до 30.02.2025', 'no-such-day'],
    ['март 2026', 'outside-period'],
    ['октябрь 2025 – февраль 2026', 'outside-period'],
  ] as const)('«%s» is %s', (deadlineText, code) => {
    const plan = planOf({ deadlineText });
    expect(checkPlan(plan)).toEqual([{ measure: 1, code, message: deadlineText }]);
  });
  test.each(['январь 2025', 'до 25.01.2025', 'январь-май 2025', 'ежемесячно', 'в течение года', 'по согласованию'])(
    '«%s» is in time',
    (deadlineText) => {
      expect(checkPlan(planOf({ deadlineText }))).toEqual([]);
    },
  );
  test('nothing is compared with a date or a period that the document does not name', () => {
    const order = { number: null, date: null, issuer: null, signatory: null, title: null };
    expect(checkPlan(aPlan({ ...measures({ deadlineText: 'ноябрь 2024' }), order, period: null }))).toEqual([]);
  });
});

describe('executors', () => {
  const executors = (responsible: string[], plan: Partial<Plan> = {}) =>
    found('foreign-executor', aPlan({ ...plan, ...measures({ responsible }) })).map(([, words]) => words);

  test.each([
    [['ИРО']],
    [['Министерство образования Новосельской области', 'ИРО']],
    [['ГБУ «Центр диагностики»']],
    [['ТОИПКРО']],
    [['ФИОКО']],
    [['Управление образования Лесного района']],
    [['МКУ «Заречный ИМЦ»', 'ПМПК Лесного района']],
    [['ИМЦ', 'Озёрская']],
    [['Министерство образования Приморской области', 'ИМЦ']],
  ])('%j cannot be bound by a municipal plan', (responsible) => {
    expect(executors(responsible)).toHaveLength(1);
  });
  test.each([
    [['ИРО', 'ИМЦ']],
    [['МОУО']],
    [['Управление образования Заречного района']],
    [['Департамент образования администрации города Заречного']],
    [['МБОУ «Лесная СОШ»']],
    [['Директор школы']],
    [['ИРО', 'Благотворительный фонд «Свет»']],
    [[]],
  ])('%j can', (responsible) => {
    expect(executors(responsible)).toEqual([]);
  });
  test('a regional plan binds its districts, but not the institute of the country alone', () => {
    const regional = { level: 'regional', territory: 'Новосельская область' } as const;
    expect(executors(['Управление образования Лесного района'], regional)).toEqual([]);
    expect(executors(['ИРО'], regional)).toEqual([]);
    expect(executors(['Рособрнадзор'], regional)).toEqual(['Рособрнадзор']);
  });
  test('a school binds its own people only', () => {
    const school = { level: 'school', territory: null } as const;
    expect(executors(['заместитель директора', 'классные руководители'], school)).toEqual([]);
    expect(executors(['МОУО'], school)).toEqual(['МОУО']);
  });
  test('a territory that names no region excludes none, and no level means no finding', () => {
    expect(executors(['Министерство Новосельской области', 'ИМЦ'], { territory: 'Заречный район' })).toEqual([]);
    expect(executors(['ИРО'], { level: null })).toEqual([]);
  });
});

describe('numbers and per cents', () => {
  const conflicts = (...results: string[]) =>
    found('count-percent-conflict', planOf(...results.map((result, at) => ({ title: `Дело ${at}`, result }))));

  test.each(['Охвачено 120 % школ', 'Обучено 6 из 10 директоров (80 %)'])('«%s» cannot be', (result) => {
    expect(conflicts(result)).toHaveLength(1);
  });
  test('wholes of one group must agree', () => {
    expect(conflicts('не менее 8 (80%) директоров ШНОР', 'не менее 6 (30%) ШНОР')).toEqual([
      [2, 'не менее 8 (80%) директоров ШНОР / не менее 6 (30%) ШНОР'],
    ]);
    expect(conflicts('не менее 8 (80%) директоров ШНОР', 'не менее 5 (50%) ШНОР')).toEqual([]);
    expect(conflicts('не менее 8 (80%) директоров ШНОР', 'не менее 30 (60%) учителей ШНОР')).toEqual([]);
    expect(conflicts('Обучено 8 из 10 директоров (80 %)')).toEqual([]);
  });
});

describe('targets of a larger territory', () => {
  const copied = (plan: Partial<Plan>, ...results: string[]) =>
    found(
      'copied-target',
      aPlan({ ...plan, ...measures(...results.map((result, at) => ({ title: `Дело ${at}`, result }))) }),
    );

  test('a district does not promise for its region', () => {
    expect(copied({}, 'Обследовано 100 % школ региона')).toEqual([[1, '100 % школ региона']]);
    expect(copied({}, 'Обследовано 100 % школ района', 'Принято участие в 2 областных семинарах')).toEqual([]);
  });
  test('there are not more schools than the numbers of the plan say', () => {
    const all = 'Обучено не менее 4 (80%) директоров ШНОР';
    expect(copied({}, all, 'Охвачено не менее 12 ШНОР')).toEqual([[2, 'не менее 12 ШНОР']]);
    expect(copied({}, all, 'Охвачено не менее 5 ШНОР и ШНСУ')).toEqual([[2, 'не менее 5 ШНОР и ШНСУ']]);
    expect(copied({}, all, 'Охвачено не менее 4 ШНОР')).toEqual([]);
    expect(copied({ schools: ['Лесная СОШ', 'Озёрная СОШ'] }, 'Охвачены 3 школы')).toEqual([[1, '3 школы']]);
    expect(copied({ schools: ['Лесная СОШ', 'Озёрная СОШ'] }, 'Охвачены 2 школы')).toEqual([]);
    expect(copied({}, 'Обучено не менее 4 (80%) учителей', 'Охвачено не менее 12 школ')).toEqual([]);
  });
  test('a school does not promise for many, a region may', () => {
    expect(copied({ level: 'school', territory: null }, 'Охвачено не менее 5 школ')).toEqual([[1, 'не менее 5 школ']]);
    expect(copied({ level: 'regional', territory: 'Новосельская область' }, 'Охвачено 100 % школ региона')).toEqual([]);
  });
});

describe('abbreviations', () => {
  const undefinedIn = (title: string, abbreviations = aPlan().abbreviations) =>
    found('undefined-abbreviation', aPlan({ ...measures({ title, responsible: ['отдел'] }), abbreviations })).map(
      ([, words]) => words,
    );

  test.each([
    ['Семинар о ВПР и ОГЭ', ['ВПР', 'ОГЭ']],
    ['Встречи ВПР, разбор ВПР', ['ВПР']],
    ['Сверка БД ОВЗ школ', ['БД ОВЗ', 'ОВЗ']],
    ['Работа ПП-консилиума', ['ПП-консилиум']],
    ['Отбор ПСПР-помощников', ['ПСПР']],
    ['Отбор ШНУС и ИОР', ['ШНУС (ШНСУ?)', 'ИОР']],
    ['Поддержка ШНС', ['ШНС (ШНСУ?)']],
  ])('«%s»: %j', (title, words) => expect(undefinedIn(title)).toEqual(words));

  test.each([
    'Отбор ШНОР и ШНСУ в РФ',
    'Поддержка школ с НИЗКИМИ отметками, низкими темпами',
    'РАЗВИТИЕ ШКОЛЬНОЙ СРЕДЫ',
    'Клуб «РОСТ»',
    'Курс XXI века',
  ])('«%s» needs no explanation', (title) => expect(undefinedIn(title)).toEqual([]));

  test('the list of the document explains parts and endings', () => {
    const own = { 'БД ОВЗ': 'база данных', 'ППМС-сопровождение': 'помощь', 'ПП-консилиум': 'консилиум' };
    expect(undefinedIn('Ведение БД, дети с ОВЗ, ППМС-сопровождения, ПП-консилиума', own)).toEqual([]);
  });
  test('indicators, sections and schools are read too, each abbreviation is told once', () => {
    const plan = aPlan({
      ...measures({ title: 'Разбор ВПР' }),
      sections: [{ number: null, title: 'Итоги ВПР и КДР' }],
      indicators: [anIndicator({ name: 'Доля участников ГТО' })],
      schools: ['МБОУ Лесная'],
    });
    expect(found('undefined-abbreviation', plan)).toEqual([
      [null, 'КДР'],
      [null, 'ГТО'],
      [null, 'МБОУ'],
      [1, 'ВПР'],
    ]);
  });
});

describe('the same measure twice', () => {
  const title = 'Проведение единого методического дня для учителей';
  test('the later one names the first', () => {
    expect(found('duplicate-measure', planOf({ number: '3', title }, { title: `${title}.` }))).toEqual([
      [2, `3. ${title}`],
    ]);
  });
  test.each([
    [{ deadlineText: 'июнь 2025' }, {}],
    [{ title: `${title} 5 классов` }, { title: `${title} 6 классов` }],
    [{ title: 'Проведение единого методического дня для родителей и психологов' }, {}],
  ])('%j is another one than %j', (first, second) => {
    expect(found('duplicate-measure', planOf({ title, ...first }, { title, ...second }))).toEqual([]);
  });
});

describe('two values for one thing', () => {
  test('in the title and in the result', () => {
    const plan = planOf({ title: 'Проведение 5 вебинаров', result: 'Проведено не менее 3 вебинаров' });
    expect(found('two-values', plan)).toEqual([[1, '5 вебинаров / не менее 3 вебинаров']]);
  });
  test('in two like measures', () => {
    const title = 'Консультации для родителей первоклассников';
    const two = (deadlineText: string) =>
      planOf(
        { title, result: 'Проведено 4 консультации' },
        { title, deadlineText, result: 'Проведено 9 консультаций' },
      );
    expect(found('two-values', two('май 2025'))).toEqual([[2, '4 консультации / 9 консультаций']]);
    expect(found('two-values', two('июнь 2025'))).toEqual([]);
  });
  test('a speed of access in a measure and in an indicator', () => {
    const indicators = [anIndicator({ name: 'Доля школ, имеющих доступ не менее 10 Мбит/с' })];
    const result = (speed: string) => aPlan({ ...measures({ result: `Скорость ${speed}` }), indicators });
    expect(found('two-values', result('не менее 0,5 Гбит/сек'))).toEqual([[1, '0,5 Гбит/сек / 10 Мбит/с']]);
    expect(found('two-values', result('не менее 10 Мбит/сек'))).toEqual([]);
  });
  test('two indicators of one name', () => {
    const indicator = (name: string, value: number) => anIndicator({ name, target: `${value}%`, value, unit: '%' });
    const values = (...indicators: Plan['indicators']) => found('two-values', aPlan({ indicators })).length;
    expect(values(indicator('Доля учителей с категорией', 40), indicator('Доля учителей с категорией', 60))).toBe(1);
    expect(values(indicator('Доля учителей с категорией', 40), indicator('Доля завучей с категорией', 60))).toBe(0);
  });
  test('several things in one result are no contradiction', () => {
    const plan = planOf({ result: 'Проведено 3 семинара для директоров, 5 семинаров для учителей' });
    expect(found('two-values', plan)).toEqual([]);
  });
});
