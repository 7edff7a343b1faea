import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { UnreadableFile } from '#domain/orders/reader-error.ts';

/**
 * An element of an office file. Names are given without their prefixes: the programs that write these files choose
 * prefixes freely, and strict and transitional Office Open XML differ in namespaces only.
 */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
};

export type XmlTreeOptions = {
  /** Elements left out of the tree with everything in them. */
  readonly ignored?: ReadonlySet<string>;
  /** Elements of which a document may hold only so many: more are refused as `too-many-rows`. */
  readonly rows?: { readonly name: string; readonly limit: number };
};

export type XmlEvents = {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
};

export const MAX_XML_DEPTH = 400;
export const MAX_XML_ELEMENTS = 500_000;

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};
const CHUNK = 1 << 18;

/** Reads an XML part into a tree and gives its root. Fails with `damaged` or `forbidden-entities`. */
export function readXmlTree(bytes: Uint8Array, part: string, options: XmlTreeOptions = {}): XmlElement {
  type Growing = { name: string; attributes: Readonly<Record<string, string>>; children: (XmlElement | string)[] };
  const roots: Growing[] = [];
  const open: Growing[] = [];
  let top: Growing | null = null;
  let rows = 0;
  let kept = 0;
  const events: XmlEvents = {
    open(name, attributes) {
      if (options.rows?.name === name) {
        rows += 1;
        if (rows > options.rows.limit) throw new UnreadableFile('too-many-rows', { limit: options.rows.limit });
      }
      kept += 1;
      if (kept > MAX_XML_ELEMENTS) throw new UnreadableFile('too-large', { limit: MAX_XML_ELEMENTS, of: 'elements' });
      const element: Growing = { name, attributes, children: [] };
      (top?.children ?? roots).push(element);
      open.push(element);
      top = element;
    },
    close() {
      open.pop();
      top = open.at(-1) ?? null;
    },
    text(text) {
      if (top) top.children.push(text);
    },
  };
  readXmlEvents(bytes, part, events, options.ignored);
  const [root] = roots;
  if (!root) throw new UnreadableFile('damaged', { part });
  return root;
}

/**
 * Reads an XML part as events, names without prefixes. A document type is refused before anything it declares could
 * grow: office files have none.
 */
export function readXmlEvents(
  bytes: Uint8Array,
  part: string,
  events: XmlEvents,
  ignored: ReadonlySet<string> = new Set(),
): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  /** Depth of the ignored element that is open; everything is noted above it. */
  let ignoredAt = Number.POSITIVE_INFINITY;
  parser.on('doctype', () => {
    throw new UnreadableFile('forbidden-entities', { part });
  });
  parser.on('error', (error) => {
    // Control characters are against the standard, and Office refuses them, yet scripts that fill in templates leave them.
    if (error.message.includes('disallowed character')) return;
    throw new UnreadableFile('damaged', { part });
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_XML_DEPTH) throw new UnreadableFile('too-complex', { part });
    if (depth > ignoredAt) return;
    const name = localName(tag.name);
    if (ignored.has(name)) ignoredAt = depth;
    else events.open(name, localAttributes(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    if (depth < ignoredAt) events.close(localName(tag.name));
    else if (depth === ignoredAt) ignoredAt = Number.POSITIVE_INFINITY;
    depth -= 1;
  });
  const text = (content: string): void => {
    if (ignoredAt === Number.POSITIVE_INFINITY) events.text(content);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  try {
    const decoder = decoderOf(bytes);
    for (let from = 0; from < bytes.length; from += CHUNK) {
      parser.write(decoder.decode(bytes.subarray(from, from + CHUNK), { stream: true }));
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('damaged', { part });
  }
}

const localNames = new Map<string, string>();

/** Names repeat by the thousand, so each is cut once; hostile files cannot make the memory of names grow without end. */
function localName(name: string): string {
  const known = localNames.get(name);
  if (known !== undefined) return known;
  const local = name.slice(name.indexOf(':') + 1);
  if (localNames.size < 5_000) localNames.set(name, local);
  return local;
}

function localAttributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  let local: Record<string, string> | null = null;
  for (const name in attributes) {
    const value = attributes[name];
    if (value === undefined || name.startsWith('xmlns')) continue;
    const short = localName(name);
    if (short.startsWith('rsid')) continue;
    local ??= {};
    local[short] ??= value;
  }
  return local ?? NO_ATTRIBUTES;
}

/** Byte order mark first, then the encoding named in the XML declaration, else UTF-8. */
function decoderOf(bytes: Uint8Array): TextDecoder {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be');
  if (bytes[0] === 0x3c && bytes[1] === 0) return new TextDecoder('utf-16le');
  if (bytes[0] === 0 && bytes[1] === 0x3c) return new TextDecoder('utf-16be');
  const declaration = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const named = /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})["']/u.exec(declaration)?.[1];
  return new TextDecoder(named ?? 'utf-8');
}

/** The first child element of this name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (!element) return undefined;
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) return child;
  return undefined;
}

/** All child elements, or those of one name. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element?.children ?? []) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child);
  }
  return found;
}

/** The text directly inside the element. */
export function ownTextOf(element: XmlElement): string {
  let text = '';
  for (const child of element.children) if (typeof child === 'string') text += child;
  return text;
}
