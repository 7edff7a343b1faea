import type { ReadingLine } from '#domain/orders/prose/reading-lines.ts';
import { isPlanTable } from '#domain/orders/prose/reading-lines.ts';
import type { OrderHead } from '#domain/orders/requisites/order-head.ts';
import type { SourceDocument } from '#domain/orders/source-document.ts';

/** The last order before the first plan; when the plan comes first, the first order. */
export function headOfPlan(
  document: SourceDocument,
  lines: readonly ReadingLine[],
  heads: readonly OrderHead[],
): OrderHead | null {
  const plan = document.blocks.findIndex((block) => block.kind === 'table' && isPlanTable(block));
  const before = plan < 0 ? [] : heads.filter((head) => (lines[head.title.from]?.block ?? 0) < plan);
  const approving = before.findLast((head) => approvesPlan(lines, head));
  return approving ?? before.at(-1) ?? heads.find((head) => approvesPlan(lines, head)) ?? heads[0] ?? null;
}

const approvesPlan = (lines: readonly ReadingLine[], head: OrderHead): boolean =>
  /план|дорожн|программ|комплекс мер|мероприяти/iu.test(
    lines
      .slice(head.title.from, Math.min(head.body.to, head.body.from + 12))
      .map(({ text }) => text.slice(0, 500))
      .join(' '),
  );
