import path from 'node:path';
import { operationMessages } from '#cli/operations/messages.ts';
import type { Program } from '#cli/operations/with-settings.ts';
import { withSettings } from '#cli/operations/with-settings.ts';
import { print } from '#cli/terminal.ts';
import { writeBackup } from '#features/installation/backup/write-backup.server.ts';

/** `opora backup FILE`: database and files in one archive; others go on working meanwhile. */
export function backup(file: string, program: Program): Promise<number> {
  return withSettings(program, async (config) => {
    const { tables, files } = await writeBackup(config, program.version, path.resolve(file));
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    await print(operationMessages(program.locale).backedUp(file, rows, files.length));
    return 0;
  });
}
