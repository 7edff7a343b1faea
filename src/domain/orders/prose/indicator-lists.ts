import { hasMarker, listedItems, startsOtherPart } from '#domain/orders/prose/listed-items.ts';
import type { Found } from '#domain/orders/prose/found.ts';
import type { ReadingLine } from '#domain/orders/prose/reading-lines.ts';
import { foundIn } from '#domain/orders/prose/found.ts';
import { readTargets } from '#domain/targets/read-targets.ts';

/** A target indicator from a list: its words, and the one number printed in them. */
export type ListedIndicator = {
  readonly name: Found;
  readonly number: string | null;
  /** The number as printed («не менее 80 %»), null where none or several are. */
  readonly target: string | null;
  readonly value: number | null;
  readonly unit: string | null;
};

const HEAD =
  /(?:целев[а-яё]{2,3}\s(?:индикатор|показател)|(?:показател|индикатор)[а-яё]{1,3}\s(?:и\s[а-яё]{1,20}\s)?(?:эффективност|результативност|достижени|реализации|выполнени|оценки)|^(?:\d{1,2}[.)]\s?)?(?:показатели|индикаторы)(?:\s[а-яё]+){0,4}\s?:?$)/iu;

/** Lists headed as target indicators («Целевые индикаторы: – …»); a heading that only a table follows gives none. */
export function indicatorListsIn(lines: readonly ReadingLine[]): ListedIndicator[] {
  const found: ListedIndicator[] = [];
  for (let index = 0; index < lines.length && found.length < MAX_FOUND; index += 1) {
    const line = lines[index];
    if (line === undefined || line.text.length > 400 || !HEAD.test(line.text) || hasMarker(line)) continue;
    const start = listStart(lines, index);
    if (start === null) continue;
    const { items, to } = listedItems(lines, start);
    found.push(...items.map((item, position) => indicatorOf(foundIn(item), lines[start], position)));
    index = Math.max(index, to - 1);
  }
  return found;
}

const MAX_FOUND = 100;

/** A heading may be followed by a sentence that ends with a colon before the list begins. */
function listStart(lines: readonly ReadingLine[], head: number): number | null {
  for (let index = head + 1; index < Math.min(lines.length, head + 6); index += 1) {
    const line = lines[index];
    if (line === undefined || line.block - (lines[index - 1]?.block ?? line.block) > 1) return null;
    // Rows of a table begin with numbers too; they are read as a table.
    if (line.inTable && lines[head]?.inTable !== true) return null;
    if (hasMarker(line)) return index;
    if (startsOtherPart(line.text) && index > head + 1) return null;
  }
  return null;
}

function indicatorOf(name: Found, first: ReadingLine | undefined, position: number): ListedIndicator {
  const numbered = /^\(?\d/u.test(first?.text ?? '') || /\d/u.test(first?.label ?? '');
  const number = numbered ? String(position + 1) : null;
  const targets = readTargets(name.value, 'result');
  const [only] = targets;
  if (only === undefined || targets.length > 1) return { name, number, target: null, value: null, unit: null };
  return { name, number, target: only.text, value: only.value, unit: only.unit };
}
