import { obstacleMessages } from '#cli/operations/obstacle-messages.ts';
import { obstacleOf } from '#features/installation/obstacles.server.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** One sentence about what has failed: what stands in the way and what to do, or, of a defect, what is known. */
export function failureMessage(locale: Locale, error: unknown): string {
  const words = obstacleMessages(locale);
  const found = obstacleOf(error);
  if (found) return words.sentences[found.obstacle](found.detail);
  return words.defect(error instanceof Error ? error.message : String(error));
}
