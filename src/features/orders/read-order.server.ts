import type { TerritoryDictionary } from '#domain/orders/lexicon.ts';
import type { Plan } from '#domain/orders/plan.ts';
import type { UnreadableCode } from '#domain/orders/reader-error.ts';

export type OrderReading =
  | { readonly ok: true; readonly plan: Plan }
  | {
      readonly ok: false;
      readonly error: { readonly code: UnreadableCode; readonly details: Readonly<Record<string, string | number>> };
    };

/** Reads the bytes of one file as an official document; `fileName` stands in the plan and breaks ties between formats. */
export function readOrder(
  bytes: Uint8Array,
  _fileName: string,
  _options: { readonly dictionary?: TerritoryDictionary },
): Promise<OrderReading> {
  return Promise.resolve({
    ok: false,
    error: { code: bytes.length === 0 ? 'empty-file' : 'no-plan', details: {} },
  });
}
