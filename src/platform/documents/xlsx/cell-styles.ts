import { childOf, childrenOf, type XmlElement } from '#platform/documents/xml.ts';
import { BUILT_IN_FORMATS } from '#platform/documents/xlsx/number-format.ts';

export type CellStyle = { readonly format: string; readonly bordered: boolean };

/** Cell formats (`cellXfs`) by their number. */
export function readCellStyles(root: XmlElement | undefined): CellStyle[] {
  const formats = new Map<string, string>();
  for (const { attributes } of childrenOf(childOf(root, 'numFmts'), 'numFmt')) {
    formats.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? 'General');
  }
  const borders = childrenOf(childOf(root, 'borders'), 'border').map((border) =>
    childrenOf(border).some((side) => !['none', undefined].includes(side.attributes['style'])),
  );
  return childrenOf(childOf(root, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = attributes['numFmtId'] ?? '0';
    return {
      format:
        formats.get(id) ?? BUILT_IN_FORMATS[Number(id)] ?? (isFarEasternDate(Number(id)) ? 'dd.mm.yyyy' : 'General'),
      bordered: borders[Number(attributes['borderId'] ?? 0)] ?? false,
    };
  });
}

/** Built-in numbers 27–36 and 50–58 are dates whose look depends on the language of the program. */
function isFarEasternDate(id: number): boolean {
  return (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}
