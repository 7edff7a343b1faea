import type { DraftBlock } from '#platform/documents/office/draft.ts';
import { childOf, childrenOf, type XmlElement } from '#platform/documents/xml.ts';
import { readParagraph, type Story } from '#platform/documents/docx/paragraph.ts';
import { isOn } from '#platform/documents/docx/styles.ts';
import { readTable } from '#platform/documents/docx/table.ts';

/** Paragraphs and tables of a body, cell, text box, header or note. */
export function readBlocks(children: readonly (XmlElement | string)[], story: Story): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  let unfinished = '';
  const walk = (inner: readonly (XmlElement | string)[]): void => {
    for (const child of inner) {
      if (typeof child === 'string') continue;
      switch (child.name) {
        case 'p': {
          const paragraph = readParagraph(child, story);
          // A text box floats beside or above the paragraph that it is anchored in.
          for (const box of paragraph.boxes) walk(box.children);
          const text = unfinished + paragraph.text;
          unfinished = paragraph.open ? text : '';
          const { label, heading } = paragraph;
          if (!paragraph.open) blocks.push({ kind: 'paragraph', text, label, heading });
          break;
        }
        case 'tbl':
          blocks.push(...readTable(child, story, readBlocks));
          break;
        case 'sdt': {
          const prompt = childOf(childOf(child, 'sdtPr'), 'showingPlcHdr');
          if (!prompt || !isOn(prompt)) for (const content of childrenOf(child, 'sdtContent')) walk(content.children);
          break;
        }
        case 'AlternateContent':
          walk((childOf(child, 'Choice') ?? childOf(child, 'Fallback'))?.children ?? []);
          break;
        case 'altChunk':
          story.left.embedded.push('altChunk');
          break;
        case 'sectPr':
        case 'tcPr':
        case 'del':
        case 'moveFrom':
          break;
        default:
          walk(child.children);
      }
    }
  };
  walk(children);
  if (unfinished.trim() !== '') blocks.push({ kind: 'paragraph', text: unfinished });
  return blocks;
}
