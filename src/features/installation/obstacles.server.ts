import { CLOSED, codeOf, NO_ROOM, Obstacle } from '#platform/obstacle.ts';

export type { ObstacleCode } from '#platform/obstacle.ts';

/** The server is not there, not yet there, or not to be reached. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  '57P03',
  '53300',
]);
/** PostgreSQL ran out of room while it worked. */
const DISK_FULL = '53100';

/** The obstacle behind an error of the system or of the database; null: a defect. */
export function obstacleOf(error: unknown): Obstacle | null {
  if (error instanceof Obstacle) return error;
  const code = codeOf(error);
  if (code === DISK_FULL || NO_ROOM.has(code)) return new Obstacle('disk-full', '', error);
  if (code.startsWith('28')) return new Obstacle('database-refuses', code, error);
  if (code === '3D000') return new Obstacle('database-missing', code, error);
  if (UNREACHABLE.has(code)) return new Obstacle('database-unreachable', code, error);
  if (CLOSED.has(code)) return new Obstacle('folder-closed', pathOf(error), error);
  return error instanceof Error && error.cause !== undefined ? obstacleOf(error.cause) : null;
}

function pathOf(error: unknown): string {
  return error instanceof Error && 'path' in error ? String(error.path) : '';
}
