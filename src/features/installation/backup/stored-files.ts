import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The embedded database and its surroundings: they go into a backup as tables, or can be made anew. */
const OF_THE_DATABASE: ReadonlySet<string> = new Set(['postgresql', 'postgresql.new', 'socket', 'programs']);

/** Everything that Opora keeps in its data folder besides the database, as paths with `/`, in order. */
export function storedFiles(dataFolder: string): string[] {
  if (!existsSync(dataFolder)) return [];
  return readdirSync(dataFolder, { recursive: false, withFileTypes: true })
    .filter(({ name }) => !OF_THE_DATABASE.has(name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(dataFolder, entry.name) : entry.isFile() ? [entry.name] : []))
    .toSorted();
}

function filesBelow(dataFolder: string, folder: string): string[] {
  return readdirSync(path.join(dataFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dataFolder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

/** Whether a path of a backup stays inside the data folder and off the database. */
export function isStorable(file: string): boolean {
  const [first = ''] = file.split('/');
  return (
    file !== '' &&
    !path.isAbsolute(file) &&
    path.posix.normalize(file) === file &&
    first !== '..' &&
    !OF_THE_DATABASE.has(first) &&
    !file.includes('\0')
  );
}
