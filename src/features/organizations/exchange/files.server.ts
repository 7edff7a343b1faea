import type { Result } from '#domain/outcome.ts';
import { refuse } from '#domain/outcome.ts';
import { UnreadableFile } from '#domain/orders/reader-error.ts';
import { exportOrganizations } from '#features/organizations/exchange/export-organizations.server.ts';
import type { Imported } from '#features/organizations/exchange/import-organizations.server.ts';
import { importOrganizations, tryImport } from '#features/organizations/exchange/import-organizations.server.ts';
import { IMPORT_LIMITS, SHOWN } from '#features/organizations/exchange/limits.ts';
import type { ImportFault, PlannedChange } from '#features/organizations/exchange/plan-import.server.ts';
import type { ListAddress } from '#features/organizations/list-address.ts';
import type { Context } from '#platform/context/context.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { readCsv, readSheet } from '#platform/sheets/read-sheet.ts';
import { sheetToCsv, sheetToXlsx } from '#platform/sheets/write-sheet.ts';

export type ExportedFile = { readonly name: string; readonly type: string; readonly content: Uint8Array<ArrayBuffer> };

/** The filtered list as a file; null for an unknown format and for those who may not export. */
export async function writeExport(
  ctx: Context,
  address: ListAddress,
  format: string,
  locale: Locale,
): Promise<ExportedFile | null> {
  if (format !== 'xlsx' && format !== 'csv') return null;
  const sheet = await exportOrganizations(ctx, address, locale);
  if (!sheet) return null;
  const name = `organizations-${ctx.clock.today()}.${format}`;
  return format === 'xlsx'
    ? {
        name,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        content: new Uint8Array(await sheetToXlsx(sheet)),
      }
    : { name, type: 'text/csv; charset=utf-8', content: new TextEncoder().encode(sheetToCsv(sheet)) };
}

/** A dry run, as a page shows it. */
export type TriedImport = {
  readonly created: readonly string[];
  readonly createdInAll: number;
  readonly changed: readonly Pick<PlannedChange, 'id' | 'name' | 'fields'>[];
  readonly changedInAll: number;
  readonly unchanged: number;
  readonly faults: readonly ImportFault[];
  readonly faultsInAll: number;
  readonly sheet: string;
  /** The rows that would be loaded, as text: posted back to be judged again and loaded. */
  readonly rows: string;
};

export type UnreadableTable = { readonly code: string; readonly limit: number | null };

/** Reads the posted file and says what loading it would do. */
export async function tryPosted(
  ctx: Context,
  form: FormData,
): Promise<{ readonly tried: TriedImport } | { readonly unreadable: UnreadableTable }> {
  const file = form.get('file');
  try {
    if (!(file instanceof File) || file.size === 0) throw new UnreadableFile('empty-file');
    // Before its bytes are asked for: a large file is refused by its size alone.
    if (file.size > IMPORT_LIMITS.bytes) throw new UnreadableFile('too-large', { limit: IMPORT_LIMITS.bytes });
    const sheet = await readSheet(new Uint8Array(await file.arrayBuffer()), file.name, IMPORT_LIMITS);
    const { head, created, changed, unchanged, faults } = await tryImport(ctx, sheet);
    return {
      tried: {
        created: created.slice(0, SHOWN).map(({ name }) => name),
        createdInAll: created.length,
        changed: changed.slice(0, SHOWN).map(({ id, name, fields }) => ({ id, name, fields })),
        changedInAll: changed.length,
        unchanged,
        faults: faults.slice(0, SHOWN),
        faultsInAll: faults.length,
        sheet: sheet.name,
        rows:
          faults.length > 0
            ? ''
            : sheetToCsv({
                name: sheet.name,
                columns: head.map((title) => ({ title, width: 0 })),
                rows: [...created, ...changed].map(({ row }) => row.cells),
              }),
      },
    };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { limit } = error.details;
    return { unreadable: { code: error.code, limit: typeof limit === 'number' ? limit : null } };
  }
}

/** Loads the rows of a dry run; they are judged anew, since the stored ones may have changed meanwhile. */
export async function importPosted(ctx: Context, form: FormData): Promise<Result<Imported>> {
  const [rows, name, basis] = ['rows', 'sheet', 'basis'].map((field) => form.get(field));
  if (typeof rows !== 'string' || rows.length > 4 * IMPORT_LIMITS.bytes) return refuse({ code: 'list.faulty' });
  const reason = typeof basis === 'string' && basis.trim() !== '' ? basis.trim().slice(0, 500) : null;
  return importOrganizations(
    ctx,
    { name: typeof name === 'string' ? name : '', rows: readCsv(rows, IMPORT_LIMITS) },
    reason,
  );
}
