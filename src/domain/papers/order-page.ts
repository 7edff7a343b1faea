import type { PaperBlock, ParagraphStyle } from '#domain/papers/paper.ts';
import { genitiveBody } from '#domain/orders/requisites/naming/declension.ts';
import type { PlanName } from '#domain/papers/plan-names.ts';
import { usualOrderTitle } from '#domain/papers/plan-names.ts';
import type { WrittenPlan } from '#domain/papers/written-plan.ts';

/** Lines to be filled in by hand where the plan does not know the date or the number yet. */
const DATE_LINE = '«____» ______________ 20____ г.';
const NUMBER_LINE = '№ ________';
const NAME_LINE = '____________________';

/** The page of the order that approves the plan (requisites as orders of education bodies print them). */
export function orderPage(plan: WrittenPlan, name: PlanName): PaperBlock[] {
  const { order } = plan;
  const paragraph = (style: ParagraphStyle, text: string): PaperBlock => ({ kind: 'paragraph', style, text });
  const preamble = preambleOf(plan);
  return [
    ...(order.issuer === null ? [] : [paragraph('issuer', order.issuer)]),
    paragraph('kind', 'ПРИКАЗ'),
    { kind: 'pair', style: 'requisites', left: dateText(plan), right: numberText(plan) },
    ...(order.place === null || order.place === undefined ? [] : [paragraph('place', order.place)]),
    paragraph('order-title', order.title ?? usualOrderTitle(plan)),
    ...(preamble === '' ? [] : [paragraph('text', preamble)]),
    paragraph('verb', 'ПРИКАЗЫВАЮ:'),
    paragraph('text', `1. Утвердить ${name.attached}.`),
    paragraph(
      'text',
      '2. Исполнителям, указанным в приложении, обеспечить выполнение мероприятий в установленные сроки.',
    ),
    paragraph('text', '3. Контроль за исполнением приказа оставляю за собой.'),
    { kind: 'pair', style: 'signature', ...signature(plan) },
  ];
}

/** «УТВЕРЖДЁН приказом … от … № …», or «УТВЕРЖДАЮ …» for a plan that no order of its own puts into force. */
export function stampOf(plan: WrittenPlan, name: PlanName): string[] {
  const { order, kind } = plan;
  if (kind !== 'order' && order.number === null && order.signatory !== null) {
    const { left, right } = signature(plan);
    return ['УТВЕРЖДАЮ', ...(left === NAME_LINE ? [] : [left]), `${NAME_LINE} ${right}`, dateText(plan)];
  }
  const isNamed = order.number !== null || order.date !== null || order.issuer !== null;
  if (kind !== 'order' && !isNamed) return [];
  const issuer = order.issuer === null ? '' : ` ${inGenitive(order.issuer)}`;
  return [name.approved, `приказом${issuer}`, `от ${dateText(plan)} ${numberText(plan)}`];
}

/** The signatory's position as the plan's people tell it. */
function signature({ order, people }: WrittenPlan): { left: string; right: string } {
  const role = people.find((person) => person.name === order.signatory)?.role ?? '';
  return { left: role === '' || role === UNKNOWN_POSITION ? NAME_LINE : role, right: order.signatory ?? NAME_LINE };
}

/** What the reader calls a signatory whose position the document does not print. */
const UNKNOWN_POSITION = 'подписант';

const dateText = ({ order }: WrittenPlan): string => (order.date === null ? DATE_LINE : dayInFigures(order.date));
const numberText = ({ order }: WrittenPlan): string => (order.number === null ? NUMBER_LINE : `№ ${order.number}`);
const dayInFigures = (date: string): string => date.split('-').toReversed().join('.');

/** «В соответствии с приказом … от … № … «…», в целях …»; empty where the plan knows neither. */
function preambleOf({ basis, goals }: WrittenPlan): string {
  const documents = basis.map(basisText).join(', ');
  const purposes = arePurposes(goals) ? goals.map((goal) => `в целях ${goal}`) : [];
  const reasons = [...(documents === '' ? [] : [`в соответствии с ${documents}`]), ...purposes].join(', ');
  return reasons.charAt(0).toUpperCase() + reasons.slice(1);
}

/** Whether the goals stand in the genitive, as «в целях» has them: then the preamble is their place, not the annex. */
export function arePurposes(goals: readonly string[]): boolean {
  return goals.length > 0 && goals.every((goal) => /^\p{Ll}+(?:ния|тия|ции|изации|ации|ки|ты|ы)(?!\p{L})/u.test(goal));
}

type Basis = WrittenPlan['basis'][number];

function basisText(document: Basis): string {
  const { number, date, title } = document;
  const issuer = (document.issuer ?? '').replace(LETTER, '');
  return [
    documentWord(document),
    issuer === '' ? '' : asPrinted(inGenitive(withCapital(issuer)), issuer),
    date === null ? '' : `от ${dayInFigures(date)}`,
    number === null ? '' : `№ ${number}`,
    title === null ? '' : `«${title}»`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The reader marks letters so; other documents it does not tell apart. */
const LETTER = / \(письмо\)$/u;

function documentWord({ issuer, number }: Basis): string {
  if (LETTER.test(issuer ?? '')) return 'письмом';
  if (/ФЗ$/u.test(number ?? '')) return 'Федеральным законом';
  if (/^Правительств/u.test(issuer ?? '')) return 'постановлением';
  return /^Президент/u.test(issuer ?? '') ? 'указом' : 'приказом';
}

/** With a capital where the source has one: «приказом Министерства …», «приказом министерства …». */
const asPrinted = (text: string, source: string): string => (/^\p{Lu}/u.test(source) ? withCapital(text) : text);
const withCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** «Отдел образования» → «отдела образования»; names in quotes and abbreviations stay as they are. */
function inGenitive(body: string): string {
  const known = genitiveBody(body);
  if (known !== body) return known;
  return body
    .replace(/^Отдел(?!\p{L})/u, 'отдела')
    .replace(/^Служба(?!\p{L})/u, 'службы')
    .replace(/^Агентство(?!\p{L})/u, 'агентства')
    .replace(/^Институт(?!\p{L})/u, 'института')
    .replace(/^Центр(?!\p{L})/u, 'центра');
}
