import type { Deadline } from '#domain/deadlines/deadline.ts';

/** A time after an event: «в течение 5 рабочих дней после получения результатов». */
export type AfterEvent = { readonly count: number; readonly unit: 'day' | 'working-day' | 'week' | 'month' };

/** What the text of a deadline says beyond its structure, as far as dates depend on it. */
export type DeadlineDetails = {
  /** «до 15 числа»; of the month after when `afterPeriod`. */
  readonly day?: number;
  /** «до 5 числа месяца, следующего за отчётным»: counted from the end of what is reported. */
  readonly afterPeriod?: true;
  /** «раз в полугодие», «по четвертям»: the structure knows no such frequency. */
  readonly every?: 'half-year' | 'term';
  readonly after?: AfterEvent;
};

const MONTHS = '(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)';
const UNTIL = '(?<![\\p{L}\\p{N}])(?:до|к|не позднее|не позже) (\\d{1,2})(?:-?(?:го|му|е|ого))?';
/** «ежемесячно до 15 числа», «ежемесячно, до 5-го»; «до 15 мая» would be the end of it, not a day of every month. */
const DAY_OF_EACH = new RegExp(`${UNTIL}(?: числа|[,;)]|\\.?$)`, 'u');
/** «ежегодно до 15 сентября», «до 15.09». */
const DAY_OF_NAMED = new RegExp(`${UNTIL}(?: ${MONTHS}|\\.\\d{2}(?!\\d|\\.\\d))`, 'u');
const AFTER_PERIOD = /следующ\p{L}{1,4} за|после отчетн|по окончании/u;
const HALF_YEAR = /полугоди|полгода|(?:2|два|дважды|двух) раза? в год|дважды в год/u;
const TERM = /четверт|триместр/u;
const AFTER =
  /(?:в течение|не позднее|не позже|через|спустя) (?:(\d{1,3}|(?!рабоч|календ)\p{L}{3,12}) )?(рабочих |рабочего |рабочие |календарных |календарного )?(дн|день|недел|месяц)/u;

const NUMERALS: Readonly<Record<string, number>> = {
  ...{
    одного: 1,
    одной: 1,
    двух: 2,
    трех: 3,
    четырех: 4,
    пяти: 5,
    шести: 6,
    семи: 7,
    восьми: 8,
    девяти: 9,
    десяти: 10,
  },
  ...{ два: 2, две: 2, три: 3, четыре: 4, пять: 5, десять: 10 },
  ...{ четырнадцати: 14, пятнадцати: 15, двадцати: 20, тридцати: 30 },
};

/** Longer texts of deadlines are mistakes of reading; what matters stands at their beginning. */
const LONGEST = 400;

/** Reads the details from the text of a deadline that is already understood. */
export function deadlineDetails(deadline: Deadline, text: string | null): DeadlineDetails {
  const plain = (text ?? '').slice(0, LONGEST).toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/gu, ' ').trim();
  const repeats = deadline.kind === 'monthly' || deadline.kind === 'quarterly' || deadline.kind === 'annual';
  if (deadline.kind === 'schedule') {
    const after = afterEvent(plain);
    return after === null ? {} : { after };
  }
  if (!repeats) return {};
  const isNamed = deadline.kind === 'annual' && deadline.months.length > 0;
  const day = Number((isNamed ? DAY_OF_NAMED : DAY_OF_EACH).exec(plain)?.[1] ?? 0);
  return {
    ...(day >= 1 && day <= 31 ? { day } : {}),
    ...(AFTER_PERIOD.test(plain) ? { afterPeriod: true as const } : {}),
    ...(deadline.kind === 'annual' && deadline.months.length === 0 && HALF_YEAR.test(plain)
      ? { every: 'half-year' as const }
      : {}),
    ...(deadline.kind === 'quarterly' && TERM.test(plain) ? { every: 'term' as const } : {}),
  };
}

function afterEvent(text: string): AfterEvent | null {
  const [, number = '', kind = '', noun = ''] = AFTER.exec(text) ?? [];
  if (noun === '') return null;
  // «в течение месяца» is one.
  const count = number === '' ? 1 : /^\d/u.test(number) ? Number(number) : (NUMERALS[number] ?? 0);
  if (count === 0) return null;
  if (noun.startsWith('недел')) return { count, unit: 'week' };
  if (noun.startsWith('месяц')) return { count, unit: 'month' };
  return { count, unit: kind.startsWith('рабоч') ? 'working-day' : 'day' };
}
