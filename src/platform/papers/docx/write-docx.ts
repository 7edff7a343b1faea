import type { Paper, PaperSection } from '#domain/papers/paper.ts';
import { writeZip } from '#platform/archive/write-zip.ts';
import { paragraphXml, pairXml } from '#platform/papers/docx/paragraphs.ts';
import {
  CONTENT_TYPES,
  FONT_TABLE,
  HEADER,
  NAMESPACES,
  PACKAGE_RELATIONS,
  PART_RELATIONS,
  SETTINGS,
  appProperties,
  coreProperties,
} from '#platform/papers/docx/package-parts.ts';
import { STYLES } from '#platform/papers/docx/styles.ts';
import { tableXml } from '#platform/papers/docx/table.ts';
import { twips } from '#platform/papers/docx/units.ts';
import { textWidthOf, MARGINS, PAGE } from '#platform/papers/page.ts';

/**
 * The paper as a Word document (WordprocessingML, ISO/IEC 29500). The same paper gives the same bytes: nothing in it depends
 * on the day or on chance.
 */
export function writeDocx(paper: Paper): Uint8Array {
  const part = (name: string, xml: string) => ({ name, bytes: Buffer.from(`${DECLARATION}${xml}`) });
  return writeZip([
    part('[Content_Types].xml', CONTENT_TYPES),
    part('_rels/.rels', PACKAGE_RELATIONS),
    part('docProps/core.xml', coreProperties(paper.title)),
    part('docProps/app.xml', appProperties),
    part('word/_rels/document.xml.rels', PART_RELATIONS),
    part('word/document.xml', documentXml(paper)),
    part('word/styles.xml', STYLES),
    part('word/settings.xml', SETTINGS),
    part('word/fontTable.xml', FONT_TABLE),
    part('word/header1.xml', HEADER),
  ]);
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function documentXml({ sections }: Paper): string {
  const bodies = sections.map((section, index) => {
    const properties = sectionProperties(section, index === 0);
    // The properties of a section stand in its last paragraph, those of the last one at the end of the body.
    return index === sections.length - 1
      ? `${blocksXml(section)}${properties}`
      : `${blocksXml(section)}<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>${properties}</w:pPr></w:p>`;
  });
  return `<w:document ${NAMESPACES}><w:body>${bodies.join('')}</w:body></w:document>`;
}

function blocksXml({ blocks, orientation }: PaperSection): string {
  const width = textWidthOf(orientation);
  const written = blocks.map((block) => {
    switch (block.kind) {
      case 'paragraph':
        return paragraphXml(block);
      case 'pair':
        return pairXml(block, twips(width));
      case 'table':
        return tableXml(block, width);
      default:
        return block satisfies never;
    }
  });
  return written.join('');
}

/** Numbers stand on every page but the first of the document. */
function sectionProperties({ orientation }: PaperSection, isFirst: boolean): string {
  const { top, right, bottom, left } = MARGINS[orientation];
  const [width, height] = orientation === 'portrait' ? [PAGE.short, PAGE.long] : [PAGE.long, PAGE.short];
  return (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:type w:val="nextPage"/>' +
    `<w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"${orientation === 'landscape' ? ' w:orient="landscape"' : ''}/>` +
    `<w:pgMar w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}" w:header="${twips(10)}" w:footer="${twips(10)}" w:gutter="0"/>` +
    `${isFirst ? '<w:titlePg/>' : ''}</w:sectPr>`
  );
}
