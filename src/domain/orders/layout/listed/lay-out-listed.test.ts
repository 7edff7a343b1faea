import { describe, expect, it } from 'vitest';
import { readPlan } from '#domain/orders/assembly/read-plan.ts';
import { layOutText } from '#domain/orders/layout/lay-out-text.ts';
import { passageAt } from '#domain/language/passage.ts';
import type { Plan } from '#domain/orders/plan.ts';
import type { Paragraph, SourceDocument } from '#domain/orders/source-document.ts';

const readText = (text: string): Plan => readPlan(layOutText(text), { file: 'план.txt' });
const TITLE = 'План мероприятий по развитию школьных музеев на 2027 год\n\n';

/** Number, title, deadline as printed, executors and result of each measure. */
const briefly = (plan: Plan): unknown[] =>
  plan.measures.map(({ number, title, deadlineText, responsible, result }) => [
    number,
    title,
    deadlineText,
    responsible.join('; '),
    result,
  ]);

const MEASURES = [
  ['1', 'Описать фонды музеев', 'до 15 марта 2027 г.', 'ЦРО; директора школ', 'Каталог 12 музеев'],
  ['2', 'Провести слёт юных экскурсоводов', 'май 2027 г.', 'Дом творчества', 'Не менее 80 участников'],
];

describe('A plan printed as a list', () => {
  it('has labelled lines below each numbered title', () => {
    const plan = readText(
      `${TITLE}1. Описать фонды музеев\nСрок исполнения: до 15 марта 2027 г.\nОтветственные: ЦРО, директора школ\n` +
        'Результат: Каталог 12 музеев\n\n2. Провести слёт юных экскурсоводов\nСроки – май 2027 г.\n' +
        'Исполнители: Дом творчества\nОжидаемый результат: Не менее 80 участников\n',
    );
    expect(briefly(plan)).toEqual(MEASURES);
    expect(plan.columns).toEqual(['№', 'Мероприятие', 'Срок исполнения', 'Ответственные', 'Результат']);
    expect(plan.warnings).toEqual([]);
  });

  it('has labels in the same paragraph, also shortened and without a mark', () => {
    const plan = readText(
      `${TITLE}1) Описать фонды музеев. Срок: до 15 марта 2027 г. Отв. ЦРО, директора школ; итог: Каталог 12 музеев\n` +
        '2) Провести слёт юных экскурсоводов. Срок: май 2027 г.; отв.: Дом творчества; итог: Не менее 80 участников\n',
    );
    expect(briefly(plan).map((row) => (row as unknown[]).slice(2))).toEqual(MEASURES.map((row) => row.slice(2)));
  });

  it('has deadlines and executors in brackets', () => {
    const plan = readText(
      `${TITLE}1. Описать фонды музеев (до 15 марта 2027 г., ЦРО).\n` +
        '2. Провести слёт юных экскурсоводов (срок: май 2027 г.; отв.: Дом творчества).\n' +
        '3. Открыть выставку (МБОУ СОШ № 5; октябрь 2027 г.)\n4. Издать буклет (ноябрь 2027 г.)\n',
    );
    expect(plan.measures.map(({ title, deadlineText, responsible }) => [title, deadlineText, responsible])).toEqual([
      ['Описать фонды музеев', 'до 15 марта 2027 г.', ['ЦРО']],
      ['Провести слёт юных экскурсоводов', 'май 2027 г.', ['Дом творчества']],
      ['Открыть выставку', 'октябрь 2027 г.', ['МБОУ СОШ № 5']],
      ['Издать буклет', 'ноябрь 2027 г.', []],
    ]);
  });

  it('has sections above its items and lists within them', () => {
    const plan = readText(
      `${TITLE}1. Фонды\n1.1. Описать фонды музеев\nСрок: март 2027 г.\nОтветственный: ЦРО\nРезультат:\n- каталог;\n- акты сверки.\n` +
        '1.2. Обновить витрины\nСрок: май 2027 г.\nОтветственный: директора школ\n2. Люди\n' +
        '2.1. Провести слёт юных экскурсоводов\nСрок: июнь 2027 г.\nОтветственный: Дом творчества\n',
    );
    expect(plan.sections.map(({ number, title }) => [number, title])).toEqual([
      ['1', 'Фонды'],
      ['2', 'Люди'],
    ]);
    expect(plan.measures.map(({ number, section }) => [number, section])).toEqual([
      ['1.1', 0],
      ['1.2', 0],
      ['2.1', 1],
    ]);
    expect(plan.measures[0]?.result).toBe('каталог; акты сверки.');
  });

  it('has no numbers where each title stands above its labels or is labelled itself', () => {
    const labels = (deadline: string): string => `Срок: ${deadline}\nОтветственный: ЦРО\n\n`;
    const plain = `Описать фонды музеев\n${labels('март 2027 г.')}Обновить витрины\n${labels('май 2027 г.')}`;
    const named = `Мероприятие: Описать фонды музеев\n${labels('март 2027 г.')}Мероприятие: Обновить витрины\n${labels('май 2027 г.')}`;
    for (const list of [plain, named])
      expect(briefly(readText(TITLE + list))).toEqual([
        [null, 'Описать фонды музеев', 'март 2027 г.', 'ЦРО', null],
        [null, 'Обновить витрины', 'май 2027 г.', 'ЦРО', null],
      ]);
  });

  it('has deadlines in front of its titles, or a number alone above each', () => {
    const dated = `${TITLE}1. Апрель – май 2027 г. – слёт. Отв.: ЦРО\n2. До 15 марта 2027 г. – сверка. Отв.: школы\n`;
    expect(readText(dated).measures.map(({ title, deadlineText }) => [title, deadlineText])).toEqual([
      ['слёт.', 'Апрель – май 2027 г.'],
      ['сверка.', 'До 15 марта 2027 г.'],
    ]);
    const item = (number: number, title: string): string => `Мероприятие № ${number}\n${title}\nСрок: май 2027 г.\n\n`;
    expect(
      readText(TITLE + item(1, 'Слёт') + item(2, 'Сверка')).measures.map(({ number, title }) => [number, title]),
    ).toEqual([
      ['1', 'Слёт'],
      ['2', 'Сверка'],
    ]);
  });

  it('keeps places: each value stands in the source where it is said to', () => {
    const text = `${TITLE}1. Описать фонды музеев. Срок: март 2027 г. Отв.: ЦРО\n2. Обновить витрины. Срок: май 2027 г. Отв.: ЦРО\n`;
    const [, second] = readText(text).measures;
    const at = second?.source.deadline;
    expect(text.slice(at?.from ?? 0, at?.to ?? 0)).toBe('май 2027 г.');
  });

  it('takes automatic numbers and headings of office formats', () => {
    const said: [string, Partial<Paragraph>][] = [
      ['План работы музеев на 2027 год', {}],
      ['Фонды', { heading: 2 }],
      ['Описать фонды музеев', { label: '1.' }],
      ['Срок: март 2027 г.', {}],
      ['Люди', { heading: 2 }],
      ['Провести слёт', { label: '2.' }],
      ['Срок: май 2027 г.', { label: '•' }],
    ];
    let text = '';
    const blocks = said.map(([line, more]): Paragraph => {
      const paragraph: Paragraph = { kind: 'paragraph', lines: [passageAt(line, text.length)], ...more };
      text += `${line}\n`;
      return paragraph;
    });
    const document: SourceDocument = { text, pages: null, blocks, repairs: [] };
    const plan = readPlan(document, { file: 'план.docx' });
    expect(plan.sections.map(({ title }) => title)).toEqual(['Фонды', 'Люди']);
    expect(plan.measures.map(({ number, section, deadlineText }) => [number, section, deadlineText])).toEqual([
      ['1', 0, 'март 2027 г.'],
      ['2', 1, 'май 2027 г.'],
    ]);
  });
});

it('A plan under headings has sections in the higher ones and measures in those above labels', () => {
  const said: [string, number | null][] = [
    ['План работы музеев на 2027 год', 1],
    ['Фонды', 2],
    ['Описать фонды музеев', 3],
    ['Срок: март 2027 г.', null],
    ['Обновить витрины', 3],
    ['Срок: май 2027 г.', null],
    ['Люди', 2],
    ['Провести слёт', 3],
    ['Срок: июнь 2027 г.', null],
  ];
  let text = '';
  const blocks = said.map(([line, heading]): Paragraph => {
    const lines = [passageAt(line, text.length)];
    text += `${line}\n`;
    return { kind: 'paragraph', lines, ...(heading === null ? {} : { heading }) };
  });
  const plan = readPlan({ text, pages: null, blocks, repairs: [] }, { file: 'план.html' });
  expect(plan.sections.map(({ title }) => title)).toEqual(['Фонды', 'Люди']);
  expect(plan.measures.map(({ title, section }) => [title, section])).toEqual([
    ['Описать фонды музеев', 0],
    ['Обновить витрины', 0],
    ['Провести слёт', 1],
  ]);
});

describe('Points of an order', () => {
  const order =
    'ОТДЕЛ ОБРАЗОВАНИЯ ЛЕСНОГО РАЙОНА\n\nПРИКАЗ\n\n03.02.2027 № 14\n\nО развитии школьных музеев\n\nВ целях развития музеев ПРИКАЗЫВАЮ:\n' +
    '1. Провести слёт экскурсоводов. Срок: до 20 мая 2027 г. Ответственный: Ветрова А.А.\n' +
    '2. Описать фонды музеев. Срок: до 15 марта 2027 г. Ответственный: Ветрова А.А.\n';

  it('are no measures though they have deadlines', () => {
    expect(readText(order).measures).toEqual([]);
  });

  it('stay apart from a list in the annex', () => {
    const plan = readText(
      `${order}\nНачальник отдела А.А. Ветрова\n\nПриложение к приказу\n\n${TITLE}1. Издать буклет\nСрок: май 2027 г.\nОтв.: ЦРО\n2. Открыть выставку\nСрок: июнь 2027 г.\nОтв.: ЦРО\n`,
    );
    expect(plan.measures.map(({ title }) => title)).toEqual(['Издать буклет', 'Открыть выставку']);
  });

  it('has months as headings: they are deadlines of the items below them and no executors', () => {
    const plan = readText(
      'План работы школьного музея на 2027/2028 учебный год\n\nСентябрь\n1. Перепись экспонатов. Отв. хранитель.\n' +
        '2. Открытие сезона. Отв. директор.\nОктябрь\n3. Слёт экскурсоводов. Отв. завуч.\n' +
        'Январь – март\n4. Смотр уголков. Отв. классные руководители.\n',
    );
    expect(
      plan.measures.map(({ deadlineText, deadline, responsible }) => [deadlineText, deadline.from, responsible]),
    ).toEqual([
      ['Сентябрь', '2027-09', ['хранитель']],
      ['Сентябрь', '2027-09', ['директор']],
      ['Октябрь', '2027-10', ['завуч']],
      ['Январь – март', '2028-01', ['классные руководители']],
    ]);
    expect(plan.warnings).toEqual([]);
  });

  it('tells that its items have no deadlines', () => {
    const plan = readText(`${TITLE}1. Описать фонды. Отв. хранитель.\n2. Провести слёт. Отв. завуч.\n`);
    expect(plan.warnings.map(({ code }) => code)).toEqual(['deadline-missing', 'deadline-missing']);
  });
});
