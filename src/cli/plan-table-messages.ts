import type { Level, Plan } from '#domain/orders/plan.ts';
import type { Locale } from '#platform/i18n/locale.ts';

export type TableMessages = {
  readonly kinds: Readonly<Record<Plan['kind'], string>>;
  readonly levels: Readonly<Record<Level, string>>;
  readonly number: string;
  readonly measure: string;
  readonly deadline: string;
  readonly responsible: string;
  readonly result: string;
  readonly publication: string;
  readonly indicators: string;
  readonly indicator: string;
  readonly target: string;
  readonly doubtful: string;
  readonly total: (measures: number, sections: number, indicators: number) => string;
};

export function tableMessages(locale: Locale): TableMessages {
  return { ru: RU, en: EN }[locale];
}

const RU: TableMessages = {
  kinds: { order: 'приказ', programme: 'программа', roadmap: 'дорожная карта' },
  levels: { regional: 'уровень региона', municipal: 'уровень муниципалитета', school: 'уровень школы' },
  number: '№',
  measure: 'Мероприятие',
  deadline: 'Срок',
  responsible: 'Ответственные',
  result: 'Результат, → показатели',
  publication: 'Информация',
  indicators: 'Показатели',
  indicator: 'Показатель',
  target: 'Значение',
  doubtful: '— понято неуверенно, сверьте с документом',
  total: (measures, sections, indicators) =>
    `Мероприятий: ${measures}, разделов: ${sections}, показателей: ${indicators}`,
};

const EN: TableMessages = {
  kinds: { order: 'order', programme: 'programme', roadmap: 'road map' },
  levels: { regional: 'regional level', municipal: 'municipal level', school: 'school level' },
  number: 'No.',
  measure: 'Measure',
  deadline: 'Deadline',
  responsible: 'Responsible',
  result: 'Result, → targets',
  publication: 'Information',
  indicators: 'Indicators',
  indicator: 'Indicator',
  target: 'Value',
  doubtful: 'understood with doubt, compare with the document',
  total: (measures, sections, indicators) => `Measures: ${measures}, sections: ${sections}, indicators: ${indicators}`,
};
