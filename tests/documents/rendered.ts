import type { PaperFormat } from '#features/papers/formats.ts';
import type { RenderedPlan } from '#features/papers/forms.ts';
import { renderPlan } from '#features/papers/render-plan.server.ts';

/** The bytes of a plan in a format; fails where the system cannot make it. */
export async function rendered(plan: RenderedPlan, format: PaperFormat): Promise<Uint8Array> {
  const rendering = await renderPlan(plan, format);
  if (!rendering.ok) throw new Error(rendering.error.code);
  return rendering.bytes;
}
