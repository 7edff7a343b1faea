import type { TagNode } from '#domain/orders/raw-document.ts';
import type { MarkedRun } from '#platform/documents/pdf/glyph-runs.ts';

const DEPTH_LIMIT = 60;

/** The structure tree of a page as pdf.js gives it, with the runs that stand under each node; null where there is none. */
export function tagsOf(tree: unknown, runs: readonly MarkedRun[]): TagNode | null {
  if (typeof tree !== 'object' || tree === null) return null;
  const byMark = new Map<number, number[]>();
  runs.forEach(({ mark }, index) => {
    if (mark < 0) return;
    const known = byMark.get(mark);
    if (known === undefined) byMark.set(mark, [index]);
    else known.push(index);
  });
  return byMark.size === 0 ? null : nodeOf(tree, byMark, 0);
}

function nodeOf(tree: object, byMark: Map<number, number[]>, depth: number): TagNode {
  const runs: number[] = [];
  const children: TagNode[] = [];
  const kids: unknown = 'children' in tree ? tree.children : null;
  for (const kid of Array.isArray(kids) && depth < DEPTH_LIMIT ? kids : []) {
    const child: unknown = kid;
    if (typeof child !== 'object' || child === null) continue;
    if ('type' in child && child.type === 'content') {
      const mark = markOf('id' in child ? child.id : null);
      // Taken out, so that a mark used twice gives its runs once.
      runs.push(...(byMark.get(mark) ?? []));
      byMark.delete(mark);
    } else if ('role' in child) children.push(nodeOf(child, byMark, depth + 1));
  }
  const role = 'role' in tree && typeof tree.role === 'string' ? tree.role : '';
  return { role, runs, children, ...spanOf(tree, 'rowSpan'), ...spanOf(tree, 'colSpan') };
}

/** pdf.js names marked content «p12R_mc3»: the page's object, then the number. */
function markOf(id: unknown): number {
  const match = typeof id === 'string' ? /_mc(\d+)$/u.exec(id) : null;
  return match?.[1] === undefined ? -1 : Number(match[1]);
}

function spanOf(tree: object, name: 'rowSpan' | 'colSpan'): Partial<Record<'rowSpan' | 'colSpan', number>> {
  const value: unknown = Object.getOwnPropertyDescriptor(tree, name)?.value;
  return typeof value === 'number' && value > 1 && value < 1000 ? { [name]: value } : {};
}
