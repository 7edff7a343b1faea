import { escapeXml } from '#platform/papers/docx/paragraphs.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const NAMESPACES = `xmlns:w="${WORD}" xmlns:r="${OFFICE}"`;

const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`;

export const CONTENT_TYPES =
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  override('/word/document.xml', `${TYPE}.document.main+xml`) +
  override('/word/styles.xml', `${TYPE}.styles+xml`) +
  override('/word/settings.xml', `${TYPE}.settings+xml`) +
  override('/word/fontTable.xml', `${TYPE}.fontTable+xml`) +
  override('/word/header1.xml', `${TYPE}.header+xml`) +
  override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
  override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml') +
  '</Types>';

const relations = (...all: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export const PACKAGE_RELATIONS = relations(
  ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
  ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ['rId3', `${OFFICE}/extended-properties`, 'docProps/app.xml'],
);

export const PART_RELATIONS = relations(
  ['rId1', `${OFFICE}/styles`, 'styles.xml'],
  ['rId2', `${OFFICE}/settings`, 'settings.xml'],
  ['rId3', `${OFFICE}/fontTable`, 'fontTable.xml'],
  ['rId4', `${OFFICE}/header`, 'header1.xml'],
);

export const SETTINGS =
  `<w:settings ${NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/>` +
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="ru-RU"/></w:settings>';

/** Where PT Serif and PT Sans are not installed, Word takes the fonts that every office has. */
export const FONT_TABLE =
  `<w:fonts ${NAMESPACES}>` +
  '<w:font w:name="PT Serif"><w:altName w:val="Times New Roman"/><w:charset w:val="CC"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>' +
  '<w:font w:name="PT Sans"><w:altName w:val="Arial"/><w:charset w:val="CC"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>' +
  '</w:fonts>';

/** The number of the page, in the middle of the upper margin. */
export const HEADER =
  `<w:hdr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>` +
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>' +
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>';

export const appProperties =
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Opora</Application></Properties>';

export const coreProperties = (title: string): string =>
  `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
  `<dc:title>${escapeXml(title)}</dc:title><dc:language>ru-RU</dc:language></cp:coreProperties>`;
