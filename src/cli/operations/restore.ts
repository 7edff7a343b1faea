import path from 'node:path';
import { operationMessages } from '#cli/operations/messages.ts';
import type { Program } from '#cli/operations/with-settings.ts';
import { withSettings } from '#cli/operations/with-settings.ts';
import { complain, print } from '#cli/terminal.ts';
import { restoreBackup } from '#features/installation/backup/restore-backup.server.ts';

/**
 * `opora restore FILE --to PLACE`: a data folder (the embedded database and the files), or the address of a PostgreSQL
 * (the files go to the data folder of the settings). Without `--to` the settings name both.
 */
export function restore(file: string, to: string | null, program: Program): Promise<number> {
  const isAddress = to !== null && /^postgres(?:ql)?:\/\//u.test(to);
  const place = to === null ? {} : isAddress ? { DATABASE_URL: to } : { OPORA_DATA: to, DATABASE_URL: '' };
  return withSettings(
    program,
    async (config) => {
      const restored = await restoreBackup(path.resolve(file), config, program.root);
      const words = operationMessages(program.locale);
      if (!restored.ok) {
        complain(words.notRestored[restored.fault.code](restored.fault.part));
        return 1;
      }
      const { madeAt, tables, files } = restored.manifest;
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      await print(words.restored(madeAt, rows, files.length));
      return 0;
    },
    { ...process.env, ...place },
  );
}
