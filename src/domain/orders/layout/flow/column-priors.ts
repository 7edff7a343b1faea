import type { WordFamily } from '#domain/orders/layout/flow/words/word-traits.ts';
import type { ColumnRole } from '#domain/orders/tables/columns.ts';

/** How much likelier a family of words is in a column of the role than elsewhere. Families left out count 1. */
export const AFFINITY: Readonly<Partial<Record<ColumnRole, Readonly<Partial<Record<WordFamily, number>>>>>> = {
  title: {
    time: 0.4,
    'time-link': 1,
    executor: 0.8,
    deed: 1.6,
    done: 0.5,
    paper: 0.8,
    web: 0.5,
    count: 0.5,
    plain: 1.3,
  },
  deadline: {
    time: 14,
    'time-link': 3.5,
    executor: 0.05,
    deed: 0.05,
    done: 0.05,
    paper: 0.05,
    web: 0.02,
    count: 0.5,
    plain: 0.08,
  },
  responsible: {
    time: 0.03,
    'time-link': 0.3,
    executor: 5,
    deed: 0.2,
    done: 0.1,
    paper: 0.2,
    web: 0.1,
    count: 0.2,
    plain: 0.6,
  },
  result: {
    time: 0.3,
    'time-link': 0.8,
    executor: 0.8,
    deed: 0.9,
    done: 2.5,
    paper: 2.2,
    web: 0.6,
    count: 2.5,
    plain: 1.1,
  },
  publication: {
    time: 0.1,
    'time-link': 1,
    executor: 1.2,
    deed: 0.4,
    done: 0.3,
    paper: 0.6,
    web: 9,
    count: 0.2,
    plain: 0.8,
  },
  indicator: { time: 0.4, executor: 0.9, count: 0.7, plain: 1.3, done: 1 },
  source: { time: 0.2, executor: 4, deed: 0.3, count: 0.05, web: 4, plain: 0.7 },
  value: { time: 0.2, executor: 0.1, deed: 0.1, done: 0.1, count: 20, plain: 0.2, web: 0.1 },
  unit: { executor: 0.3, count: 4, plain: 1 },
  other: {},
  section: {},
};

export const CAPITAL_FIRST: Readonly<Partial<Record<ColumnRole, number>>> = {
  title: 0.97,
  deadline: 0.6,
  responsible: 0.85,
  result: 0.92,
  publication: 0.93,
  indicator: 0.95,
  source: 0.9,
  value: 0.9,
};

/** Cost of leaving a cell of the role empty, before the document has taught otherwise. */
export const EMPTY: Readonly<Partial<Record<ColumnRole, number>>> = {
  number: 7,
  title: 14,
  deadline: 5,
  responsible: 5,
  result: 4.5,
  publication: 4,
  indicator: 12,
  source: 4,
  value: 5,
  unit: 3,
  other: 2,
  section: 2,
};

export const FIRST_FAMILY: Readonly<Partial<Record<ColumnRole, Readonly<Partial<Record<WordFamily, number>>>>>> = {
  title: { deed: -2, executor: 0.8, done: 1, time: 2.5, count: 2, web: 1.5, 'time-link': 1.5 },
  result: { done: -1.5, paper: -1.5, count: -0.7, deed: -0.3 },
  responsible: { executor: -1.5, deed: 2, done: 2, count: 3 },
  publication: { web: -2 },
  indicator: { done: -1.5 },
};
