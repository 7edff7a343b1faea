import { describe, expect, test } from 'vitest';
import { headsIndicators, headsMeasures, roleOfTitle, twoRolesOfTitle } from '#domain/orders/tables/columns.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';

const TITLES: readonly (readonly [ColumnRole, readonly string[]])[] = [
  ['number', ['№', '№ п/п', '№\nп / п', 'N п/п', '№№ п.п.', 'Номер пункта', 'No.', 'Пункт']],
  [
    'title',
    [
      'Мероприятие',
      'Мероприятия (содержание деятельности)',
      'Наименование мероприятия',
      'Содержание работы',
      'Планируемые мероприятия',
      'Действия',
      'Меры поддержки',
      'Виды работ',
      'Что делаем',
      'Описание мероприятий',
      'Activity / Дела',
    ],
  ],
  [
    'deadline',
    [
      'Сроки',
      'Срок исполнения',
      'Период',
      'Сроки проведения мероприятий',
      'Дата проведения',
      'СРОКИ РЕАЛИЗАЦИИ',
      'Дедлайн',
      'Deadline',
    ],
  ],
  [
    'responsible',
    [
      'Ответственные',
      'Ответственный исполнитель',
      'Исполнители',
      'Ответственные за исполнение мероприятия',
      'Кто отвечает',
      'Куратор',
      'Responsible person',
    ],
  ],
  [
    'result',
    [
      'Результат',
      'KPI',
      'Expected output',
      'Ожидаемый результат',
      'Планируемые результаты',
      'Показатель',
      'Вид документа',
      'Результат мероприятия',
      'Форма отчёта',
      'Что получим',
      'Чем завершается',
    ],
  ],
  [
    'publication',
    [
      'Информационное сопровождение',
      'Информационное обеспечение',
      'Ссылка на размещение',
      'Где размещено',
      'Публикация',
      'Форма представления результатов на сайте',
    ],
  ],
  ['section', ['Направление деятельности', 'Раздел', 'Задачи']],
  ['indicator', ['Наименование показателя', 'Наименование целевого показателя']],
  [
    'other',
    ['Примечание', 'Отметка об исполнении', 'Участники', 'Источник финансирования', 'Место проведения мероприятия', ''],
  ],
];

describe('the role of a column is told from its title', () => {
  test.each(TITLES.flatMap(([role, titles]) => titles.map((title) => [title, role] as const)))(
    '«%s» is %s',
    (title, role) => {
      expect(roleOfTitle(title).role).toBe(role);
    },
  );

  test('a title that names nothing known has no confidence', () => {
    expect(roleOfTitle('Лилия')).toEqual({ role: 'other', confidence: 0 });
  });

  test('one column may hold deadlines and executors', () => {
    expect(twoRolesOfTitle('Сроки, ответственные')).toEqual(['deadline', 'responsible']);
    expect(twoRolesOfTitle('Ответственный исполнитель и соисполнители')).toBeNull();
  });
});

describe('a row of titles heads', () => {
  test('a table of measures when it names measures and anything about them', () => {
    expect(headsMeasures(['number', 'title', 'deadline'])).toBe(true);
    expect(headsMeasures(['number', 'other', 'other'])).toBe(false);
  });

  test('a table of indicators when it names indicators with a value or a source, and no deadlines', () => {
    expect(headsIndicators(['number', 'indicator', 'source', 'result'])).toBe(true);
    expect(headsIndicators(['number', 'title', 'deadline', 'result'])).toBe(false);
  });
});
