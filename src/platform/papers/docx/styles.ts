import { NAMESPACES } from '#platform/papers/docx/package-parts.ts';
import { twips } from '#platform/papers/docx/units.ts';

const INDENT = twips(12.5);
/** The right half of a landscape page, for the stamp of an annex. */
const STAMP_INDENT = twips(160);

type Alignment = 'left' | 'center' | 'right' | 'both';

type ParagraphLook = {
  readonly id: string;
  readonly name: string;
  readonly aligned?: Alignment;
  readonly before?: number;
  readonly after?: number;
  readonly firstLine?: number;
  readonly left?: number;
  readonly bold?: boolean;
  /** Half points. */
  readonly size?: number;
  readonly sans?: boolean;
  readonly outline?: number;
  readonly keepNext?: boolean;
  /** Extra space between letters, twentieths of a point. */
  readonly spread?: number;
};

/** Sizes in half points: 14 pt for texts, 11 pt for tables. */
const LOOKS: readonly ParagraphLook[] = [
  { id: 'Issuer', name: 'Opora Issuer', aligned: 'center', bold: true, after: 240 },
  { id: 'Title', name: 'Title', aligned: 'center', bold: true, size: 32, spread: 40, after: 240 },
  { id: 'Requisites', name: 'Opora Requisites', after: 0 },
  { id: 'RequisitesRight', name: 'Opora Requisites Right', aligned: 'right', after: 0 },
  { id: 'Place', name: 'Opora Place', aligned: 'center', before: 120, after: 0 },
  { id: 'OrderTitle', name: 'Opora Order Title', aligned: 'center', bold: true, before: 360, after: 360, outline: 0 },
  { id: 'BodyText', name: 'Body Text', aligned: 'both', firstLine: INDENT },
  { id: 'Verb', name: 'Opora Verb', bold: true, before: 120, after: 120, keepNext: true },
  { id: 'Signature', name: 'Signature', before: 720, after: 0 },
  { id: 'SignatureRight', name: 'Opora Signature Right', aligned: 'right', before: 720, after: 0 },
  { id: 'SectionEnd', name: 'Opora Section End', size: 2, after: 0 },
  { id: 'Stamp', name: 'Opora Stamp', left: STAMP_INDENT, size: 24, after: 0 },
  {
    id: 'Heading1',
    name: 'heading 1',
    aligned: 'center',
    bold: true,
    before: 240,
    after: 120,
    outline: 0,
    keepNext: true,
  },
  { id: 'Heading2', name: 'heading 2', bold: true, size: 26, before: 200, after: 80, outline: 1, keepNext: true },
  { id: 'ListItem', name: 'Opora List Item', aligned: 'both', firstLine: INDENT, size: 26, after: 0 },
  {
    id: 'TableHead',
    name: 'Opora Table Head',
    aligned: 'center',
    bold: true,
    size: 21,
    sans: true,
    after: 0,
    keepNext: true,
  },
  {
    id: 'TableSection',
    name: 'Opora Table Section',
    aligned: 'center',
    bold: true,
    size: 22,
    sans: true,
    before: 40,
    after: 40,
    keepNext: true,
  },
  { id: 'TableText', name: 'Opora Table Text', size: 22, sans: true, after: 0 },
  { id: 'TableCentred', name: 'Opora Table Centred', aligned: 'center', size: 22, sans: true, after: 0 },
  { id: 'Header', name: 'header', aligned: 'center', size: 24, after: 0 },
];

const fonts = (name: string): string =>
  `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;

/** The order of elements is that of the schema: Word refuses another. */
function styleXml(look: ParagraphLook): string {
  const { before = 0, after = 0, firstLine = 0, left = 0 } = look;
  const paragraph = [
    look.keepNext === true ? '<w:keepNext/>' : '',
    `<w:spacing w:before="${before}" w:after="${after}"/>`,
    firstLine > 0 || left > 0 ? `<w:ind w:left="${left}" w:firstLine="${firstLine}"/>` : '',
    look.aligned === undefined ? '' : `<w:jc w:val="${look.aligned}"/>`,
    look.outline === undefined ? '' : `<w:outlineLvl w:val="${look.outline}"/>`,
  ].join('');
  const run = [
    look.sans === true ? fonts('PT Sans') : '',
    look.bold === true ? '<w:b/><w:bCs/>' : '',
    look.spread === undefined ? '' : `<w:spacing w:val="${look.spread}"/>`,
    look.size === undefined ? '' : size(look.size),
  ].join('');
  return (
    `<w:style w:type="paragraph" w:styleId="${look.id}"${look.name.startsWith('Opora') ? ' w:customStyle="1"' : ''}><w:name w:val="${look.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
    `<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
  );
}

const margins = (side: number): string =>
  `<w:tblCellMar><w:left w:w="${side}" w:type="dxa"/><w:right w:w="${side}" w:type="dxa"/></w:tblCellMar>`;
const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
const tableStyle = (id: string, name: string, properties: string): string =>
  `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:tblPr>${properties}</w:tblPr></w:style>`;

export const STYLES =
  `<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>${fonts('PT Serif')}${size(28)}<w:lang w:val="ru-RU" w:eastAsia="ru-RU" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
  '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>' +
  `<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${margins(0)}</w:tblPr></w:style>` +
  tableStyle('Layout', 'Opora Layout', margins(0)) +
  tableStyle('Measures', 'Opora Table', `<w:tblBorders>${BORDERS}</w:tblBorders>${margins(85)}`) +
  LOOKS.map(styleXml).join('') +
  '</w:styles>';
