import { keepSendingLetters } from '#features/accounts/letters/send-letters.server.ts';
import { keepReadingOrders } from '#features/roadmaps/import/read-handed-in.server.ts';
import { keepSweepingSignIn } from '#features/accounts/sweep-sign-in.server.ts';
import type { Installation } from '#features/installation/open.server.ts';

/** Does everything that nobody waits for at a page, until stopped; what is under way is finished first. */
export function keepWorking(services: Installation): () => Promise<void> {
  const works = [keepSendingLetters(services), keepReadingOrders(services), keepSweepingSignIn(services)];
  return async () => {
    await Promise.all(works.map((stop) => stop()));
  };
}
