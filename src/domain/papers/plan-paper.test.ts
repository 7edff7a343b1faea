import { describe, expect, test } from 'vitest';
import type { Paper } from '#domain/papers/paper.ts';
import { planPaper } from '#domain/papers/plan-paper.ts';
import type { WrittenPlan } from '#domain/papers/written-plan.ts';
import { aMeasure, aPlan } from '#tests/support/plans.ts';

/** The lines of a page; tables as the titles of their columns and their rows. */
function linesOf(paper: Paper, page: number): string[] {
  return (paper.sections[page]?.blocks ?? []).flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text];
    if (block.kind === 'pair') return [`${block.left} | ${block.right}`];
    const titles = block.columns.map(({ title }) => title).join(' | ');
    return [titles, ...block.rows.map((row) => (row.kind === 'section' ? row.text : row.cells.join(' | ')))];
  });
}

const ORDER = {
  number: '17-од',
  date: '2025-02-03',
  issuer: 'Управление образования администрации Заречного района',
  signatory: 'О.В. Лугова',
  title: 'Об утверждении дорожной карты поддержки школ Заречного района на 2025 год',
} as const;

const plan = (changes: Partial<WrittenPlan> = {}): WrittenPlan => ({
  ...aPlan({ abbreviations: {} }),
  order: ORDER,
  ...changes,
});

describe('the page of the order', () => {
  test('has the requisites in their order', () => {
    const basis = [
      { number: '34', date: '2024-03-12', issuer: 'Министерство просвещения', title: 'О поддержке школ' },
    ] as const;
    const people = [{ name: 'О.В. Лугова', role: 'Начальник управления образования' }];
    const paper = planPaper(plan({ basis, people, order: { ...ORDER, place: 'г. Заречный' } }));
    expect(paper.sections.map(({ orientation }) => orientation)).toEqual(['portrait', 'landscape']);
    expect(linesOf(paper, 0)).toEqual([
      'Управление образования администрации Заречного района',
      'ПРИКАЗ',
      '03.02.2025 | № 17-од',
      'г. Заречный',
      'Об утверждении дорожной карты поддержки школ Заречного района на 2025 год',
      'В соответствии с приказом Министерства просвещения от 12.03.2024 № 34 «О поддержке школ»',
      'ПРИКАЗЫВАЮ:',
      '1. Утвердить прилагаемую дорожную карту.',
      '2. Исполнителям, указанным в приложении, обеспечить выполнение мероприятий в установленные сроки.',
      '3. Контроль за исполнением приказа оставляю за собой.',
      'Начальник управления образования | О.В. Лугова',
    ]);
  });

  test('leaves lines to fill in where the plan does not know yet', () => {
    const order = { number: null, date: null, issuer: null, signatory: null, title: null };
    expect(linesOf(planPaper(plan({ order })), 0).slice(0, 3)).toEqual([
      'ПРИКАЗ',
      '«____» ______________ 20____ г. | № ________',
      'Об утверждении плана мероприятий («дорожной карты») на 2025 год',
    ]);
  });

  test('tells the purposes that stand in the genitive in its preamble, others in the annex', () => {
    const purposes = planPaper(plan({ goals: ['повышения качества образования'] }));
    expect(linesOf(purposes, 0)).toContain('В целях повышения качества образования');
    const goals = planPaper(plan({ goals: ['Рост результатов'] }));
    expect(linesOf(goals, 1)).toEqual(expect.arrayContaining(['Цель:', '1. Рост результатов']));
  });
});

describe('the annex', () => {
  test.each([
    ['Об утверждении дорожной карты школ', 'УТВЕРЖДЕНА', 'Дорожная карта школ на 2025 год'],
    [
      'Об утверждении плана мероприятий («дорожной карты») на 2025 год',
      'УТВЕРЖДЁН',
      'План мероприятий («дорожная карта») на 2025 год',
    ],
    ['Об утверждении муниципальной программы на 2025 год', 'УТВЕРЖДЕНА', 'Муниципальная программа на 2025 год'],
    ['Об утверждении плановых показателей на 2025 год', 'УТВЕРЖДЁН', 'План мероприятий («дорожная карта»)'],
    ['О мерах поддержки школ в 2025 году', 'УТВЕРЖДЁН', 'План мероприятий («дорожная карта»)'],
  ])('of an order «%s» is %s and called «%s»', (title, approved, name) => {
    const lines = linesOf(planPaper(plan({ order: { ...ORDER, title } })), 1);
    expect(lines.slice(0, 4)).toEqual([
      approved,
      'приказом управления образования администрации Заречного района',
      'от 03.02.2025 № 17-од',
      name,
    ]);
  });

  test('stands alone where the plan has no order of its own, under the words of who approves it', () => {
    const order = { ...ORDER, number: null, issuer: null, title: null };
    const people = [{ name: 'О.В. Лугова', role: 'Директор школы' }];
    const paper = planPaper(plan({ kind: 'programme', order, people }));
    expect(paper.sections).toHaveLength(1);
    expect(linesOf(paper, 0).slice(0, 5)).toEqual([
      'УТВЕРЖДАЮ',
      'Директор школы',
      '____________________ О.В. Лугова',
      '03.02.2025',
      'Программа на 2025 год',
    ]);
  });

  test('has sections as rows, those without measures too', () => {
    const sections = ['Кадры', 'Данные', 'Связь'].map((title, index) => ({
      number: ['I', 'II', 'III'][index] ?? '',
      title,
    }));
    const measures = [
      { ...aMeasure({ number: '1' }), section: 0 },
      { ...aMeasure({ number: '2' }), section: 2 },
    ];
    const rows = linesOf(planPaper({ ...plan({ sections }), measures }), 1).filter((line) => /^(?:I|\d\.)/u.test(line));
    expect(rows.map((row) => row.split(' | ')[0])).toEqual(['I. Кадры', '1.', 'II. Данные', 'III. Связь', '2.']);
  });

  test('keeps the columns of the source, their titles and their order, and adds what it had none for', () => {
    const columns = ['№', 'Исполнители', 'Наименование мероприятия', 'Отметка об исполнении'];
    const measures = [{ ...aMeasure({ number: '4', publication: 'Сайт' }), other: { Участники: 'все школы' } }];
    const [head, row] = linesOf(planPaper({ ...plan({ columns }), measures }), 1).slice(-2);
    expect(head).toBe(
      '№ | Исполнители | Наименование мероприятия | Отметка об исполнении | Участники | Срок | Планируемый результат | Информационное сопровождение',
    );
    expect(row).toBe(
      '4. | МКУ «Заречный ИМЦ» | Обучение наставников молодых учителей |  | все школы | май 2025 | Обучено не менее 4 наставников | Сайт',
    );
  });

  test('has a column for each year of an indicator, and one for the unit that no value prints', () => {
    const indicator = { number: '1', name: 'Доля школ', source: null, value: null, unit: null };
    const indicators = [
      { ...indicator, target: '2025: 15%; 2026: 20%' },
      { ...indicator, name: 'Число школ', target: '7', value: 7, unit: 'школа' },
    ];
    const lines = linesOf(planPaper(plan({ indicators })), 1);
    expect(lines).toContain('№ п/п | Наименование показателя | 2025 год | 2026 год');
    expect(lines).toContain('1. | Доля школ | 15% | 20%');
    expect(lines).toContain('№ п/п | Наименование показателя | Единица измерения | Целевое значение');
    expect(lines).toContain('1. | Число школ | школа | 7');
  });
});

describe('a cell', () => {
  const rowOf = (measure: Partial<WrittenPlan['measures'][number]>): string[] => {
    const written = { ...plan(), measures: [{ ...aMeasure(), ...measure }] };
    return linesOf(planPaper(written), 1).at(-1)?.split(' | ') ?? [];
  };

  test('keeps names apart that hold commas of their own', () => {
    expect(rowOf({ responsible: ['ЦОКО', 'УО'] })[3]).toBe('ЦОКО, УО');
    expect(rowOf({ responsible: ['ИМЦ'], responsibleText: 'Соисполнители: ИМЦ' })[3]).toBe('Соисполнители: ИМЦ');
  });

  test('prints a target that neither the title nor the result prints', () => {
    const target = { text: '', comparator: '>=', value: 12.5, unit: '%', kind: 'percent' } as const;
    expect(rowOf({ result: 'Справка', targets: [target] })[4]).toBe('Справка; не менее 12,5 %');
    expect(
      rowOf({ result: 'Не менее 5 школ', targets: [{ ...target, text: 'не менее 5 школ', unit: 'школа' }] })[4],
    ).toBe('Не менее 5 школ');
  });
});
