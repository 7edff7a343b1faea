import type { PaperPair, PaperParagraph, ParagraphStyle } from '#domain/papers/paper.ts';

/** Names of the styles in `styles.ts`; headings keep the names that Word builds its outline from. */
const STYLE_IDS: Readonly<Record<ParagraphStyle, string>> = {
  issuer: 'Issuer',
  kind: 'Title',
  place: 'Place',
  'order-title': 'OrderTitle',
  text: 'BodyText',
  verb: 'Verb',
  stamp: 'Stamp',
  'annex-title': 'Heading1',
  heading: 'Heading2',
  item: 'ListItem',
};

export function paragraphXml({ style, text }: PaperParagraph): string {
  return styledParagraph(STYLE_IDS[style], text);
}

/** A paragraph of a style, with line breaks where the text has them. */
export function styledParagraph(style: string, text: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runsXml(text)}</w:p>`;
}

function runsXml(text: string): string {
  if (text === '') return '';
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:r>${lines.join('<w:br/>')}</w:r>`;
}

/** Two texts at the margins of a line; a long position takes lines of its own cell and the name stands beside the last. */
export function pairXml({ style, left, right }: PaperPair, width: number): string {
  const [first, second] = [Math.round(width * 0.62), width - Math.round(width * 0.62)];
  const id = style === 'signature' ? 'Signature' : 'Requisites';
  const cell = (size: number, end: boolean, text: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${size}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>${styledParagraph(end ? `${id}Right` : id, text)}</w:tc>`;
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="Layout"/><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid><w:gridCol w:w="${first}"/><w:gridCol w:w="${second}"/></w:tblGrid>` +
    `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(first, false, left)}${cell(second, true, right)}</w:tr></w:tbl>`
  );
}

/** A text between tags: characters that XML 1.0 forbids are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
