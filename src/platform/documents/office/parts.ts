import type { Archive } from '#platform/documents/archive.ts';
import { childrenOf, readXmlTree, type XmlElement, type XmlTreeOptions } from '#platform/documents/xml.ts';

/** A relation of one part of an Office Open XML package to another. */
export type Relation = { readonly type: string; readonly target: string; readonly id: string };

/** Relations of a part (the package itself is the part ''), targets as names in the archive, outside ones left out. */
export function relationsOf(archive: Archive, part: string): Relation[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const root = partTree(archive, `${folder}_rels/${part.slice(slash)}.rels`);
  return childrenOf(root, 'Relationship').flatMap(({ attributes }) => {
    if (attributes['TargetMode'] === 'External') return [];
    const target = attributes['Target'] ?? '';
    const type = (attributes['Type'] ?? '').split('/').at(-1) ?? '';
    return [{ type, target: resolved(folder, target), id: attributes['Id'] ?? '' }];
  });
}

/** The tree of an XML part; undefined when the archive has none of this name. */
export function partTree(archive: Archive, name: string, options?: XmlTreeOptions): XmlElement | undefined {
  const bytes = archive.read(name);
  return bytes ? readXmlTree(bytes, name, options) : undefined;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
