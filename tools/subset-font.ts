/**
 * Cuts Golos Text down to what Opora's pages say: basic Latin, А–я, quotes, dashes and signs of numbers, weights 400–700.
 * The result is committed in `src/ui/fonts`, so that building needs neither this tool nor its package. To run it again:
 *
 *     npm install --prefix .cache/font-tools --ignore-scripts subset-font@2.9.0
 *     node tools/subset-font.ts
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

type SubsetFont = (
  font: Buffer,
  text: string,
  options: {
    readonly targetFormat: 'woff2';
    readonly variationAxes: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
    readonly keepFeatures: readonly string[];
    readonly noHinting: boolean;
    readonly dropTables: readonly string[];
  },
) => Promise<Buffer>;

const SOURCE = 'node_modules/@fontsource-variable/golos-text';
const TARGET = 'src/ui/fonts';

const CYRILLIC = `${range('А', 'я')}Ёё№`;
/** № stands with the Cyrillic letters, as in the source; what is missing here comes from the system's font. */
const LATIN = `${range(' ', '~')}\u00A0§©«°±\u00AD·»×–—‘’“”„•…\u202F‹›€−`;

/** Composition, kerning and figures of one width; the figures are as high as the letters by default. */
const FEATURES = ['ccmp', 'locl', 'mark', 'kern', 'tnum'];

const subsetFont = createRequire(path.resolve('.cache/font-tools/package.json'))('subset-font') as SubsetFont;

for (const [script, text] of [
  ['cyrillic', CYRILLIC],
  ['latin', LATIN],
] as const) {
  const source = readFileSync(path.join(SOURCE, 'files', `golos-text-${script}-wght-normal.woff2`));
  const subset = await subsetFont(source, text, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
    keepFeatures: FEATURES,
    noHinting: true,
    // Measures of vertical setting, which no page uses.
    dropTables: ['vhea', 'vmtx'],
  });
  writeFileSync(path.join(TARGET, `golos-text-${script}.woff2`), subset);
  console.log(`${script}: ${source.length} → ${subset.length} bytes`);
}
copyFileSync(path.join(SOURCE, 'LICENSE'), path.join(TARGET, 'OFL.txt'));

function range(first: string, last: string): string {
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)];
  return String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
}
