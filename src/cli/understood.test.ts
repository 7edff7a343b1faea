import { expect, test } from 'vitest';
import { deadlineInWords, targetInWords } from '#cli/understood.ts';
import type { Deadline } from '#domain/deadlines/deadline.ts';

const nothing: Deadline = { kind: 'none', from: null, to: null, months: [], onRequest: false, byAgreement: false };

test.each<[Partial<Deadline>, string]>([
  [{}, '—'],
  [{ kind: 'month', from: '2024-03', to: '2024-03' }, 'март 2024'],
  [
    { kind: 'months', from: '2024-04', to: '2025-01', months: ['2024-04', '2024-10', '2025-01'] },
    'апрель, октябрь 2024, январь 2025',
  ],
  [{ kind: 'range', from: '2024-03', to: '2024-11' }, 'март – ноябрь 2024'],
  [{ kind: 'range', from: '2024-09', to: '2025-05' }, 'сентябрь 2024 – май 2025'],
  [{ kind: 'range', from: '2026-01', to: '2027-12' }, '2026–2027'],
  [{ kind: 'by-date', to: '2023-02', date: '2023-02-15' }, 'не позднее: 15.02.2023'],
  [{ kind: 'by-date', to: '2024-12' }, 'не позднее: декабрь 2024'],
  [{ kind: 'year', from: '2023-01', to: '2023-12' }, '2023'],
  [
    { kind: 'throughout-year', from: '2024-03', to: '2024-12', onRequest: true },
    'в течение года: март – декабрь 2024, по запросу',
  ],
  [{ kind: 'annual', from: '2022-01', to: '2024-12' }, 'ежегодно: 2022–2024'],
  [{ kind: 'annual', from: '2022-01', to: '2023-12', months: ['2022-09', '2023-09'] }, 'ежегодно: сентябрь'],
  [{ kind: 'weekly', from: '2024-01', to: '2024-12' }, 'еженедельно: 2024'],
  [{ kind: 'schedule' }, 'по графику'],
  [{ kind: 'on-request', onRequest: true }, 'по запросу'],
  [{ kind: 'on-request', byAgreement: true }, 'по согласованию'],
])('%j is told as «%s»', (deadline, words) => {
  expect(deadlineInWords({ ...nothing, ...deadline }, 'ru')).toBe(words);
});

test('deadlines are told in English too', () => {
  const bySeptember = { ...nothing, kind: 'by-date', to: '2024-09', date: '2024-09-01' } as const;
  expect(deadlineInWords(bySeptember, 'en')).toBe('by 1 Sept 2024');
  expect(deadlineInWords({ ...nothing, kind: 'monthly', from: '2024-01', to: '2024-05' }, 'en')).toBe(
    'monthly: January – May 2024',
  );
});

test('a target is a sign, a number, a unit, and what it is a share of', () => {
  const target = { text: 'не менее 80 % педагогов', in: 'result' } as const;
  expect(
    targetInWords({ ...target, comparator: '>=', value: 80, unit: '%', kind: 'percent', of: 'педагог' }, 'ru'),
  ).toBe('≥ 80 % (педагог)');
  expect(targetInWords({ ...target, comparator: '<=', value: 2.5, unit: 'балл', kind: 'count' }, 'ru')).toBe(
    '≤ 2,5 балл',
  );
});
