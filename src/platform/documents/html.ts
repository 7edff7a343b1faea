import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import type { RawDocument } from '#domain/orders/raw-document.ts';
import { decodeText, normalised } from '#platform/documents/decode-text.ts';
import { HtmlBlocks } from '#platform/documents/html-blocks.ts';
import { documentOf } from '#platform/documents/office/draft.ts';

/**
 * A page of the web, or what a word processor saved as one. Nested tables are flattened into lines; a table that only
 * lays out the page gives its contents. A page that is one `<pre>` is plain text.
 */
export function readHtml(bytes: Uint8Array, charset?: string): RawDocument {
  const source = decodeHtml(bytes, charset);
  refuseDeepNesting(source);
  const root = parse(source);
  const plain = preformatted(root);
  if (plain !== undefined) return { kind: 'text', text: normalised(plain) };
  const found = new HtmlBlocks();
  found.read(root);
  return { kind: 'document', document: documentOf(found.blocks, found.repairs) };
}

/** Decoded by mark, by what the bytes are (valid UTF-8), by the declared encoding, and else by statistics. */
function decodeHtml(bytes: Uint8Array, charset: string | undefined): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const declared = charset ?? head.match(/charset\s*=\s*["']?([\w-]{2,20})/iu)?.[1];
  try {
    return normalised(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    if (declared === undefined || /utf-?(?:8|16)/iu.test(declared)) return decodeText(bytes);
    try {
      return normalised(new TextDecoder(declared).decode(bytes));
    } catch {
      return decodeText(bytes);
    }
  }
}

/** Deeper trees than any editor writes make parsing slow: the parser searches its stack for every tag. */
const DEEPEST = 2_000;
const CLOSED_BY_OTHERS = /^(?:p|li|td|th|tr|dt|dd|option|tbody|thead|tfoot|colgroup|html|head|body)$/iu;
const VOID = /^(?:br|hr|img|input|meta|link|col|area|base|embed|source|track|wbr|param|frame)$/iu;

function refuseDeepNesting(source: string): void {
  let depth = 0;
  for (const match of source.matchAll(/<(\/?)([a-z][a-z0-9:-]{0,20})/giu)) {
    const [, closing, name = ''] = match;
    if (CLOSED_BY_OTHERS.test(name) || VOID.test(name)) continue;
    depth = closing === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) throw new UnreadableFile('too-complex', { limit: DEEPEST });
  }
}

/** The text of a page that consists of one `<pre>` and (nearly) nothing else. */
function preformatted(root: DefaultTreeAdapterTypes.Document): string | undefined {
  const body = childNamed(childNamed(root, 'html'), 'body');
  const children = (body?.childNodes ?? []).filter(
    (node) => 'tagName' in node || ('value' in node && node.value.trim() !== ''),
  );
  const only = children[0];
  if (children.length !== 1 || only === undefined || !('tagName' in only) || only.tagName !== 'pre') return undefined;
  if (only.childNodes.some((node) => 'tagName' in node)) return undefined;
  return only.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

function childNamed(
  node: DefaultTreeAdapterTypes.ParentNode | undefined,
  name: string,
): DefaultTreeAdapterTypes.Element | undefined {
  for (const child of node?.childNodes ?? []) if ('tagName' in child && child.tagName === name) return child;
  return undefined;
}
