import type { PlanSpan } from '#domain/deadlines/deadline.ts';
import { writeDeadline } from '#domain/deadlines/write-deadline.ts';
import { passageAt } from '#domain/language/passage.ts';
import { splitExecutors } from '#domain/orders/executors.ts';
import type { Lexicon } from '#domain/orders/lexicon.ts';
import type { WrittenMeasure, WrittenPlan, WrittenTarget } from '#domain/papers/written-plan.ts';

/** The deadline as the source printed it; where there is no such text, made from its meaning. */
export function deadlineCell({ deadlineText, deadline }: WrittenMeasure, span: PlanSpan | null): string {
  return deadlineText ?? writeDeadline(deadline, span) ?? '';
}

/**
 * Who is responsible: the cell as printed, else the names with the lightest separators that keep them apart when the cell is
 * read («Отдел А, Б и В» holds commas of its own).
 */
export function responsibleCell({ responsible, responsibleText }: WrittenMeasure, lexicon: Lexicon): string {
  if (responsible.length === 0) return responsibleText ?? '';
  const wordings = [
    ...(responsibleText === undefined ? [] : [responsibleText]),
    responsible.join(', '),
    responsible.join('; '),
  ];
  const keeps = (text: string): boolean => {
    const names = splitExecutors([passageAt(text, 0)], lexicon, { written: true }).map(({ name }) => name);
    return names.length === responsible.length && names.every((name, index) => name === responsible[index]);
  };
  return wordings.find(keeps) ?? wordings.at(-1) ?? '';
}

/** The planned result, and behind it the targets that neither it nor the title prints. */
export function resultCell({ title, result, targets }: WrittenMeasure): string {
  const printed = `${title}\n${result ?? ''}`.toLowerCase();
  const missing = targets.map(targetText).filter((text) => !printed.includes(text.toLowerCase()));
  return [result ?? '', ...missing].filter((text) => text !== '').join('; ');
}

function targetText({ text, comparator, value, unit }: WrittenTarget): string {
  if (text !== '') return text;
  const amount = String(value).replace('.', ',');
  return [COMPARATORS[comparator], unit === '%' ? `${amount} %` : `${amount} ${unit}`]
    .filter((part) => part !== '')
    .join(' ');
}

const COMPARATORS = { '>=': 'не менее', '>': 'более', '<=': 'не более', '<': 'менее', '=': '' } as const;

/** The number of a row with the dot that orders print; «1.2» and letters too. */
export const numberCell = ({ number }: WrittenMeasure): string => (number === null ? '' : `${number}.`);

/** «I. Работа с кадрами», or the heading as the source printed it. */
export function sectionText({ number, title, text }: WrittenPlan['sections'][number]): string {
  return text ?? (number === null ? title : `${number}. ${title}`);
}
