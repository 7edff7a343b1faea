import type { Level } from '#domain/orders/plan.ts';

/** The level of a road map of an organisation of this kind; null: such organisations have none of their own. */
export function levelOf(kind: string): Level | null {
  switch (kind) {
    case 'region':
      return 'regional';
    case 'municipality':
      return 'municipal';
    case 'school':
      return 'school';
    default:
      return null;
  }
}
