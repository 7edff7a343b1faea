import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { journal } from '#platform/context/context.ts';
import type { DB } from '#platform/database/schema.generated.ts';
import { makePasswordLink } from '#platform/identity/password-links.ts';
import type { Services } from '#platform/services.ts';

export type AdministratorFault = 'email' | 'name' | 'taken' | 'no-region' | 'region-there';

const LINK_DAYS = 14;
const email = v.pipe(v.string(), v.trim(), v.maxLength(200), v.email());
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

class Refused extends Error {
  readonly fault: AdministratorFault;

  constructor(fault: AdministratorFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * Makes an administrator of the region, and the region when there is none, as whoever runs the installation. The answer
 * is the address of a page that sets the password, once.
 */
export async function createAdministrator(
  { database, identity, config, clock }: Pick<Services, 'database' | 'identity' | 'config' | 'clock'>,
  asked: { readonly email: string; readonly name: string; readonly region: string | null },
): Promise<{ readonly ok: true; readonly link: string } | { readonly ok: false; readonly fault: AdministratorFault }> {
  if (!v.is(email, asked.email)) return { ok: false, fault: 'email' };
  if (!v.is(name, asked.name)) return { ok: false, fault: 'name' };
  try {
    const personId = await database.transaction().execute(async (transaction) => {
      const taken = await transaction
        .selectFrom('person')
        .where('email', '=', asked.email.trim())
        .select('id')
        .execute();
      if (taken.length > 0) throw new Refused('taken');
      await journal(transaction, null, { deed: 'administrator.created', path: null });
      return addPerson(transaction, asked, await regionOf(transaction, asked.region), clock.today());
    });
    const token = await makePasswordLink(identity, personId, LINK_DAYS);
    return { ok: true, link: `${config.origin}/password/${encodeURIComponent(token)}` };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, fault: error.fault };
    throw error;
  }
}

async function regionOf(transaction: Transaction<DB>, title: string | null): Promise<number> {
  const region = await transaction
    .selectFrom('organization')
    .where('kind', '=', 'region')
    .select('id')
    .executeTakeFirst();
  if (region) {
    if (title !== null) throw new Refused('region-there');
    return region.id;
  }
  if (title === null || title.trim() === '') throw new Refused('no-region');
  const made = await transaction
    .insertInto('organization')
    .values({ kind: 'region', official_name: title.trim(), short_name: title.trim().slice(0, 200), published: true })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

async function addPerson(
  transaction: Transaction<DB>,
  asked: { readonly email: string; readonly name: string },
  region: number,
  today: string,
): Promise<string> {
  const { id } = await transaction
    .insertInto('person')
    .values({ email: asked.email.trim(), full_name: asked.name.trim(), organization_id: region })
    .returning('id')
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('role_assignment')
    .values({ person_id: id, role: 'administrator', organization_id: region, valid_from: today })
    .execute();
  return id;
}
