import { readPlan } from '#domain/orders/assembly/read-plan.ts';
import { layOutUndivided } from '#domain/orders/layout/flow/lay-out-undivided.ts';
import { layOutText } from '#domain/orders/layout/lay-out-text.ts';
import { checkDocument, checkText } from '#domain/orders/limits.ts';
import type { TerritoryDictionary } from '#domain/orders/lexicon.ts';
import { buildLexicon } from '#domain/orders/build-lexicon.ts';
import type { Plan } from '#domain/orders/plan.ts';
import { readAbbreviations } from '#domain/orders/prose/abbreviations.ts';
import type { RawDocument } from '#domain/orders/raw-document.ts';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import type { UnreadableCode } from '#domain/orders/reader-error.ts';
import type { SourceDocument } from '#domain/orders/source-document.ts';
import { readFile } from '#platform/documents/read-file.ts';

export type OrderReading =
  | { readonly ok: true; readonly plan: Plan }
  | {
      readonly ok: false;
      readonly error: { readonly code: UnreadableCode; readonly details: Readonly<Record<string, string | number>> };
    };

/** A reading with what the plan was read from, block by block. */
export type ReadingBesideSource =
  Extract<OrderReading, { ok: false }> | { readonly ok: true; readonly plan: Plan; readonly document: SourceDocument };

export type ReadOrderOptions = { readonly dictionary?: TerritoryDictionary };

/**
 * Reads the bytes of one file as an official document.
 * @param fileName stands in the plan and breaks ties between formats; nothing is read from the disk
 * @returns the plan; a file that holds no plan or cannot be read is an error by code
 */
export async function readOrder(bytes: Uint8Array, fileName: string, options: ReadOrderOptions): Promise<OrderReading> {
  const reading = await readOrderBesideSource(bytes, fileName, options);
  return reading.ok ? { ok: true, plan: reading.plan } : reading;
}

/** As `readOrder`, with the source beside the plan. */
export async function readOrderBesideSource(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOrderOptions,
): Promise<ReadingBesideSource> {
  try {
    const document = await layOut(await readFile(bytes, fileName), options);
    checkDocument(document);
    const plan = readPlan(document, { file: fileName, ...options });
    if (plan.measures.length === 0 && plan.indicators.length === 0) return refused('no-plan');
    return { ok: true, plan, document };
  } catch (error) {
    if (error instanceof UnreadableFile) return refused(error.code, error.details);
    throw error;
  }
}

function refused(
  code: UnreadableCode,
  details: Readonly<Record<string, string | number>> = {},
): Extract<OrderReading, { ok: false }> {
  return { ok: false, error: { code, details } };
}

/** Finds the blocks of what a reader gave: office formats bring them along, text and pages are laid out. */
async function layOut(raw: RawDocument, options: ReadOrderOptions): Promise<SourceDocument> {
  switch (raw.kind) {
    case 'document':
      return raw.document;
    case 'text': {
      checkText(raw.text);
      const divided = layOutText(raw.text);
      return layOutUndivided(divided, buildLexicon(readAbbreviations(divided), options.dictionary));
    }
    case 'pages': {
      // The layout of pages is large and only PDF needs it.
      const { layoutPages } = await import('#domain/orders/layout/pages/layout-pages.ts');
      return layoutPages(raw.pages);
    }
    default:
      return raw satisfies never;
  }
}
