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
