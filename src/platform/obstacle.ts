/**
 * What stands in the way of a start or of an operation and can be removed by whoever runs Opora: a key of messages.
 * `detail` is a name or a number for the sentence: a folder, a version, an address.
 */
export type ObstacleCode =
  | 'folder-closed'
  | 'folder-is-a-file'
  | 'folder-of-another-user'
  | 'disk-full'
  | 'other-postgresql'
  | 'database-newer'
  | 'migration-changed'
  | 'server-does-not-start'
  | 'database-unreachable'
  | 'database-refuses'
  | 'database-missing'
  | 'port-taken'
  | 'port-closed'
  | 'host-elsewhere'
  | 'already-running'
  | 'archive-exists'
  | 'archive-folder-missing'
  | 'archive-closed'
  | 'archive-disk-full';

/** An obstacle on its way to the sentence; it is thrown, because nobody between can do anything about it. */
export class Obstacle extends Error {
  readonly obstacle: ObstacleCode;
  readonly detail: string;

  constructor(obstacle: ObstacleCode, detail: string, cause?: unknown) {
    super(`${obstacle}: ${detail}`, { cause });
    this.obstacle = obstacle;
    this.detail = detail;
  }
}

/** The code of a system error or of an error of PostgreSQL; empty when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Codes of a file system that has no room left. */
export const NO_ROOM: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
/** Codes of a file or folder that its user may not write. */
export const CLOSED: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS']);
