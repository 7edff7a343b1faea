import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(255));

const manifest = v.object({
  format: v.literal('opora-backup'),
  formatVersion: v.literal(1),
  /** The moment of the snapshot. */
  madeAt: v.string(),
  version: v.string(),
  migrations: v.array(v.object({ name, checksum: v.string() })),
  /** In the order of loading. */
  tables: v.array(v.object({ name, columns: v.array(name), rows: count })),
  sequences: v.array(v.object({ name, last: v.string(), called: v.boolean() })),
  files: v.array(v.object({ path: v.string() })),
  /** Every entry of the archive before the manifest itself, in its order. */
  parts: v.array(v.object({ name, size: count, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)) })),
});

/** What a backup holds, with a checksum of each part; the last entry of the archive. */
export type Manifest = v.InferOutput<typeof manifest>;

export const MANIFEST_NAME = 'manifest.json';

/** Reads a manifest; null when it is none of ours. */
export function parseManifest(text: string): Manifest | null {
  try {
    const parsed = v.safeParse(manifest, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
