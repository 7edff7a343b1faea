import type { Passage } from '#domain/language/passage.ts';
import { slicePassage } from '#domain/language/passage.ts';
import type { Found } from '#domain/orders/prose/found.ts';
import type { ReadingLine } from '#domain/orders/prose/reading-lines.ts';
import { foundIn } from '#domain/orders/prose/found.ts';
import { joinLines, readingLines } from '#domain/orders/prose/reading-lines.ts';
import { basisIn } from '#domain/orders/requisites/basis.ts';
import { headOfPlan } from '#domain/orders/requisites/head-of-plan.ts';
import { issuerFromGenitive, issuerOf, sentenceCase } from '#domain/orders/requisites/issuer.ts';
import { levelOf } from '#domain/orders/requisites/level.ts';
import { datesIn, numbersIn } from '#domain/orders/requisites/number-and-date.ts';
import type { LineRange, OrderHead } from '#domain/orders/requisites/order-head.ts';
import { orderHeads, titleInKindLine } from '#domain/orders/requisites/order-head.ts';
import { planTitlesOf } from '#domain/orders/requisites/plan-title.ts';
import type { FoundDate, Requisites } from '#domain/orders/requisites/requisites.ts';
import { signatureIn } from '#domain/orders/requisites/signatory.ts';
import type { Stamp } from '#domain/orders/requisites/stamp.ts';
import { stampsOf } from '#domain/orders/requisites/stamp.ts';
import { mainPlace, municipalUnitsIn, regionsIn } from '#domain/orders/requisites/naming/territory.ts';
import { unglued } from '#domain/orders/requisites/naming/unglued.ts';
import type { SourceDocument } from '#domain/orders/source-document.ts';

/**
 * The requisites of the order that puts the document's plan into force: from its head and signature, and where these are
 * missing from the stamp of the annex. Of several orders in a file it is the one that the first plan follows.
 */
export function readRequisites(document: SourceDocument): Requisites {
  const lines = readingLines(document);
  const heads = orderHeads(lines);
  const head = headOfPlan(document, lines, heads);
  const stamps = stampsOf(lines);
  const stamp = stampOfOrder(stamps, head);
  const numberAndDate = head === null ? { number: null, date: null } : requisitesIn(lines, head);
  const signature = head === null ? null : signatureIn(lines, head.body);
  const planTitles = planTitlesOf(lines, heads);
  const issuer = (head === null ? null : issuerOfHead(lines, head)) ?? stamp?.issuer ?? null;
  const title = (head === null ? null : titleOf(lines, head)) ?? stamp?.title ?? null;
  const position = signature?.position || stamp?.position || null;
  const evidence = {
    issuer: issuer?.value ?? '',
    position: position ?? '',
    orderTitle: title?.value ?? '',
    planTitles: planTitles.map(({ value }) => value).join('\n'),
    prose: proseOf(lines),
  };
  const { level, reasons } = levelOf(evidence);
  return {
    number: numberAndDate.number ?? stamp?.number ?? null,
    date: numberAndDate.date ?? stamp?.date ?? null,
    issuer,
    signatory: signature?.name ?? stamp?.signatory ?? null,
    position,
    title,
    planTitles,
    kind: kindOf(head, planTitles),
    level,
    levelReasons: reasons,
    territory: territoryOf(document, lines, evidence, level),
    basis: basisOf(lines, head),
  };
}

/** Number and date stand between the issuer and the title, or, after the title, on a line of their own. */
function requisitesIn(
  lines: readonly ReadingLine[],
  head: OrderHead,
): { number: Found | null; date: FoundDate | null } {
  const zones: Passage[] = [];
  if (head.kindLine !== null) zones.push(together(lines, { from: head.kindLine, to: head.requisites.to }));
  const loose = lines
    .slice(head.preamble.from, Math.max(head.preamble.from, head.preamble.to - 1))
    .filter(
      ({ text }) =>
        text.length < 70 &&
        !/приказ|протокол|письм|закон|постановлени|распоряжени|решени/iu.test(text) &&
        datesIn(text).length + numbersIn(text).length > 0 &&
        !/\p{Ll}{3,}\s+\p{Ll}{3,}\s+\p{Ll}{3,}/u.test(text),
    );
  if (loose.length > 0) zones.push(joinLines(loose.slice(0, 3)));
  zones.push(together(lines, { from: head.requisites.from, to: head.kindLine ?? head.requisites.to }));
  let number: Found | null = null;
  let date: FoundDate | null = null;
  for (const zone of zones) {
    const numbered = numbersIn(zone.text)[0] ?? unifiedForm(zone.text);
    const dated = datesIn(zone.text)[0];
    if (number === null && numbered !== null)
      number = foundIn(slicePassage(zone, numbered.from, numbered.to), numbered.value);
    if (date === null && dated !== undefined)
      date = { value: dated.value, spans: foundIn(slicePassage(zone, dated.from, dated.to)).spans };
  }
  return { number, date };
}

/** The unified form prints captions over the values: «Номер документа | Дата составления» / «34-од | 15.03.2024». */
function unifiedForm(text: string): { value: string; from: number; to: number } | null {
  const match = /номер(?:\s+документа)?\s+дата(?:\s+[а-яё]+)?\s+(\d[а-яё\d/-]{0,15})\s+\d{1,2}\./iu.exec(
    text.slice(0, 2000),
  );
  const value = match?.[1];
  if (match === null || value === undefined) return null;
  const from = match.index + match[0].indexOf(value, 10);
  return { value, from, to: from + value.length };
}

const together = (lines: readonly ReadingLine[], range: LineRange): Passage =>
  joinLines(lines.slice(range.from, Math.max(range.from, range.to)));

function issuerOfHead(lines: readonly ReadingLine[], head: OrderHead): Found | null {
  const above = issuerOf(lines.slice(head.issuer.from, head.issuer.to));
  if (above !== null || head.kindLine === null) return above;
  // «ПРИКАЗ / по МБОУ «…»»
  const below = lines[head.kindLine + 1];
  const school = below === undefined ? null : /^по\s(?=М?[ГБКА]{0,2}Д?ОУ\s|школе|гимназии|лицею)/u.exec(below.text);
  if (below !== undefined && school !== null) return issuerFromGenitive(slicePassage(below.passage, school[0].length));
  // «ПОСТАНОВЛЕНИЕ АДМИНИСТРАЦИИ ЗАРЕЧНОГО РАЙОНА»: the body in the genitive after the kind word, or on the next line.
  const kind = lines[head.kindLine];
  const beside = kind?.text.replace(/^\S+\s+/u, '') ?? '';
  const named = /министерств|департамент|комитет|управлени|отдел|администраци|учреждени|школ|гимнази|лице/iu.test(
    beside,
  );
  if (kind === undefined || !named) return null;
  const from = kind.text.length - beside.length;
  return issuerFromGenitive(
    slicePassage(
      kind.passage,
      from,
      kind.passage.text.search(/\s(?:от\s|№)/u) > from ? kind.passage.text.search(/\s(?:от\s|№)/u) : undefined,
    ),
  );
}

function titleOf(lines: readonly ReadingLine[], head: OrderHead): Found | null {
  if (head.title.to <= head.title.from) return null;
  const zone = joinLines(lines.slice(head.title.from, head.title.to).filter((line) => !isBareRequisite(line.text)));
  const inLine = head.title.from === head.kindLine && head.requisites.to === head.title.to;
  const whole = inLine ? slicePassage(zone, Math.max(0, titleInKindLine(zone.text))) : zone;
  const printed = sentenceCase(whole.text.replace(/^(?:приказ|постановление|распоряжение)\s+/iu, ''));
  const value = unglued(printed)
    .replace(/^[«"“](О.*)[»"”]$/u, '$1')
    .replace(/[.\s]+$/u, '');
  return value === '' ? null : foundIn(whole, value);
}

/** A line of the title's zone that holds only a date, a number or a place. */
const isBareRequisite = (text: string): boolean =>
  text.length < 60 && /^(?:от\s|№|\d{1,2}\.\d{1,2}\.\d{4}|(?:г|с|п)\.\s?\p{Lu}\p{Ll}+$)/u.test(text);

/** The stamp nearest after the order's head; without a head the first that names an order, else the first that approves. */
function stampOfOrder(stamps: readonly Stamp[], head: OrderHead | null): Stamp | null {
  if (head !== null) return stamps.find((stamp) => stamp.from >= head.body.from && stamp.number !== null) ?? null;
  return (
    stamps.find((stamp) => stamp.number !== null) ??
    stamps.find((stamp) => stamp.date !== null) ??
    stamps.find((stamp) => stamp.signatory !== null) ??
    stamps.find((stamp) => stamp.issuer !== null) ??
    null
  );
}

function kindOf(head: OrderHead | null, planTitles: readonly Found[]): Requisites['kind'] {
  if (head !== null && head.isLetter !== true) return 'order';
  const title = planTitles[0]?.value ?? '';
  return /^[«"]?(?:[а-яё]+\s){0,3}программа/iu.test(title) ? 'programme' : 'roadmap';
}

const MAX_PROSE = 60_000;
const proseOf = (lines: readonly ReadingLine[]): string => {
  let prose = '';
  for (const { text } of lines) {
    if (prose.length > MAX_PROSE) break;
    prose += `${text.slice(0, 5000)}\n`;
  }
  return prose;
};

/** «Заречный район Новосельской области» for a municipality or a school, the region alone for a region. */
function territoryOf(
  document: SourceDocument,
  lines: readonly ReadingLine[],
  evidence: { issuer: string; position: string; orderTitle: string; planTitles: string },
  level: Requisites['level'],
): Found | null {
  const texts = [
    { text: evidence.issuer, weight: 8 },
    { text: evidence.planTitles, weight: 8 },
    { text: evidence.orderTitle, weight: 8 },
    { text: evidence.position, weight: 6 },
    { text: document.text.slice(0, MAX_PROSE), weight: 1 },
  ];
  const region = mainPlace(texts, regionsIn);
  const unit = level === 'regional' ? null : mainPlace(texts, municipalUnitsIn);
  if (unit === null && region === null) return null;
  // A town that is a region itself is named once.
  if (unit !== null && region !== null && bareTown(unit.name) === bareTown(region.name))
    return { value: region.name, spans: placeOf(lines, region.name) };
  const value = unit === null ? (region?.name ?? '') : region === null ? unit.name : `${unit.name} ${region.genitive}`;
  const names = [unit, region].filter((place) => place !== null);
  return { value, spans: names.flatMap((place) => placeOf(lines, place.name)) };
}

const bareTown = (name: string): string => name.replace(/^город\s/u, '');

/** The first line that names the place. */
function placeOf(lines: readonly ReadingLine[], name: string): Found['spans'] {
  const stem = name
    .replace(/^(?:город|Республика|городской округ)\s/u, '')
    .slice(0, 4)
    .toLowerCase();
  for (const line of lines.slice(0, 2000)) {
    const text = line.text.slice(0, 2000);
    if (!text.toLowerCase().includes(stem)) continue;
    const cased = sentenceCase(text);
    const place = [...regionsIn(cased), ...municipalUnitsIn(cased)].find((found) => found.name === name);
    if (place !== undefined) return foundIn(slicePassage(line.passage, place.from, place.to)).spans;
  }
  return [];
}

function basisOf(lines: readonly ReadingLine[], head: OrderHead | null): Requisites['basis'] {
  const zones: Passage[] = [];
  if (head !== null)
    zones.push(together(lines, { from: head.preamble.from, to: Math.min(head.preamble.to, head.preamble.from + 60) }));
  for (let index = head?.body.to ?? 0; index < Math.min(lines.length, (head?.body.to ?? 0) + 200); index += 1) {
    const line = lines[index];
    if (
      line === undefined ||
      !/(?:разработан|составлен|подготовлен)[а-яё]{0,2}\s.{0,60}(?:на\sосновании|в\sсоответствии|во\sисполнение)/iu.test(
        line.text.slice(0, 400),
      )
    )
      continue;
    let to = index + 1;
    while (to < lines.length && lines[to]?.opens === false && to - index < 40) to += 1;
    zones.push(joinLines(lines.slice(index, to)));
    break;
  }
  const found = zones.flatMap((zone) => basisIn(zone));
  const seen = new Set<string>();
  return found.filter(({ number, date }) => {
    const key = `${number ?? ''} ${date ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
