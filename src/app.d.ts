import type { Actor } from '#domain/access/actor.ts';
import type { Context } from '#platform/context/context.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import type { Services } from '#platform/services.ts';

declare global {
  namespace App {
    interface Platform {
      /** The request of Node; whoever runs the server has put the services on it. */
      req: { opora: Services };
    }
    interface Locals {
      services: Services;
      ctx: Context;
      actor: Actor | null;
      /** The roles ask for a second factor that is not set up yet: until then nothing else is open. */
      mustSetSecondFactor: boolean;
      locale: Locale;
      weakSight: boolean;
    }
    interface Error {
      message: string;
      /** By which the operator finds the defect in the log. */
      reference?: string;
    }
  }
}
