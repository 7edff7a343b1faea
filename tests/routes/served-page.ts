import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

export type ServedPage = {
  readonly language: string;
  /** What the parser had to put right. */
  readonly faults: readonly string[];
  /** Style sheets, scripts and pictures that a browser loads with the page. */
  readonly loads: readonly string[];
  /** Elements with a style of their own, which the content policy forbids. */
  readonly ownStyles: readonly string[];
  readonly text: string;
};

/** Reads a page as a browser does. */
export function readPage(html: string): ServedPage {
  const faults: string[] = [];
  const document = parse(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) => faults.push(`${code} at line ${String(startLine)}`),
  });
  const elements = [...elementsOf(document)];
  const attribute = (element: Element, name: string) => element.attrs.find((attr) => attr.name === name)?.value;
  const loads = elements.flatMap((element) => {
    if (element.tagName === 'link' && /stylesheet|preload/u.test(attribute(element, 'rel') ?? ''))
      return [attribute(element, 'href') ?? ''];
    if (element.tagName === 'script' || element.tagName === 'img') return [attribute(element, 'src') ?? ''];
    return [];
  });
  return {
    language: attribute(elements.find(({ tagName }) => tagName === 'html') as Element, 'lang') ?? '',
    faults,
    loads: [...new Set(loads)].filter((address) => address !== '' && !address.startsWith('data:')),
    ownStyles: elements
      .filter((element) => attribute(element, 'style') !== undefined || element.tagName === 'style')
      .map(({ tagName }) => tagName),
    text: elements
      .filter(({ tagName }) => tagName !== 'script' && tagName !== 'style')
      .flatMap(({ childNodes }) => childNodes.flatMap((node) => ('value' in node ? [node.value] : [])))
      .join(' '),
  };
}

function* elementsOf(node: DefaultTreeAdapterTypes.ParentNode): Generator<Element> {
  for (const child of node.childNodes) {
    if ('tagName' in child) yield child;
    if ('childNodes' in child) yield* elementsOf(child);
  }
}
