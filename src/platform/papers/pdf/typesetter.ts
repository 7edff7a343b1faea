import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What is used of the typesetter Typst, a native module that has no types of its own. */
export type Typesetter = {
  /** Gives the compiler a file that stands nowhere on the disk. */
  mapShadow(path: string, content: Buffer): void;
  unmapShadow(path: string): void;
  /** Forgets what it remembers of earlier papers. */
  evictCache(maxAge: number): void;
  pdf(document: { mainFileContent: string; resetRead: boolean }, options: { pdfStandard: string }): Buffer;
};

type NativeModule = {
  readonly NodeCompiler: {
    create(options: { workspace: string; fontArgs: readonly { fontBlobs: readonly Buffer[] }[] }): Typesetter;
  };
};

/** The native package of this system; the only one that the registry has of this version (docs/decisions/0010). */
const NATIVE = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';

const FONTS = [
  '@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf',
  '@expo-google-fonts/pt-serif/700Bold/PTSerif_700Bold.ttf',
  '@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf',
  '@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf',
] as const;

/** A folder that is nowhere: papers can read nothing but what they are given. */
export const WORKSPACE = '/opora-paper';

let ready: Typesetter | null = null;

/** The typesetter, made once: reading fonts takes as long as setting a short paper. Null where the system has none. */
export function typesetter(): Typesetter | null {
  if (ready !== null) return ready;
  const load = createRequire(import.meta.url);
  if (!isInstalled(load)) return null;
  const { NodeCompiler } = load(NATIVE) as NativeModule;
  ready = NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontBlobs: FONTS.map((font) => readFileSync(load.resolve(font))) }],
  });
  return ready;
}

function isInstalled(load: NodeJS.Require): boolean {
  try {
    load.resolve(NATIVE);
    return true;
  } catch {
    return false;
  }
}
