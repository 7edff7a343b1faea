import type * as v from 'valibot';
import { placesFor } from '#domain/access/actor.ts';
import type { JournalledDeed } from '#domain/journal/deeds.ts';
import type { Result } from '#domain/outcome.ts';
import { done, refuse } from '#domain/outcome.ts';
import { refusingDuplicates } from '#features/organizations/edit/open-for-change.server.ts';
import { COLUMNS } from '#features/organizations/exchange/layout.ts';
import type { fieldChangeForm, fieldForm, fieldUseForm } from '#features/organizations/passport-fields/forms.ts';
import type { Context, Writer } from '#platform/context/context.ts';
import { journal } from '#platform/context/context.ts';

type Words = Omit<v.InferOutput<typeof fieldForm>, 'type' | 'basis'>;

/** Adds a field that passports have from now on. */
export function addPassportField(ctx: Context, input: v.InferOutput<typeof fieldForm>): Promise<Result<number>> {
  return refusingDuplicates(
    ctx.transaction(async (writer) => {
      const path = regionOf(ctx);
      if (path === null) return refuse({ code: 'forbidden' });
      const taken = columnTaken(input);
      if (taken) return refuse({ code: 'already-there', field: taken });
      const keys = await writer.selectFrom('passport_field').select('key').execute();
      const key = keyOf(input.titleEn, new Set(keys.map((one) => one.key)));
      await journal(writer, ctx.actor, { deed: 'passport-field.added', path, basis: input.basis });
      const { id } = await writer
        .insertInto('passport_field')
        .values({ key, type: input.type, ...columnsOf(input) })
        .returning('id')
        .executeTakeFirstOrThrow();
      return done(id);
    }),
  );
}

/** Renames a field, changes its unit or its place in the order. */
export function changePassportField(
  ctx: Context,
  input: v.InferOutput<typeof fieldChangeForm>,
): Promise<Result<number>> {
  const taken = columnTaken(input);
  if (taken) return Promise.resolve(refuse({ code: 'already-there', field: taken }));
  return change(ctx, input, 'passport-field.changed', columnsOf(input));
}

/** Takes a field out of forms, exports and imports; what passports hold of it stays, and the history shows it. */
export function retirePassportField(ctx: Context, input: v.InferOutput<typeof fieldUseForm>): Promise<Result<number>> {
  return change(ctx, input, 'passport-field.retired', { retired_on: ctx.clock.today() });
}

/** Takes a retired field back into use, with the values that passports hold of it. */
export function restorePassportField(ctx: Context, input: v.InferOutput<typeof fieldUseForm>): Promise<Result<number>> {
  return change(ctx, input, 'passport-field.restored', { retired_on: null });
}

type Columns = ReturnType<typeof columnsOf> | { readonly retired_on: string | null };

function change(
  ctx: Context,
  { id, version, basis }: v.InferOutput<typeof fieldUseForm>,
  deed: JournalledDeed,
  columns: Columns,
): Promise<Result<number>> {
  return refusingDuplicates(
    ctx.transaction(async (writer) => {
      const path = regionOf(ctx);
      if (path === null) return refuse({ code: 'forbidden' });
      const stored = await versionOf(writer, id);
      if (stored === null) return refuse({ code: 'not-found' });
      if (stored !== version) return refuse({ code: 'changed-by-someone-else' });
      await journal(writer, ctx.actor, { deed, path, basis });
      await writer
        .updateTable('passport_field')
        .set({ ...columns, version: version + 1 })
        .where('id', '=', id)
        .execute();
      return done(id);
    }),
  );
}

async function versionOf(writer: Writer, id: number): Promise<number | null> {
  const found = await writer
    .selectFrom('passport_field')
    .where('id', '=', id)
    .select('version')
    .forUpdate()
    .executeTakeFirst();
  return found?.version ?? null;
}

/** The place where fields of passports are kept: they hold for the whole region. */
function regionOf({ actor }: Context): string | null {
  const [place] = actor === null ? [] : placesFor(actor, 'passport-field.edit');
  return place !== undefined && !place.includes('.') ? place : null;
}

function columnsOf({ titleRu, titleEn, unitRu, unitEn, place }: Words) {
  return { title_ru: titleRu, title_en: titleEn, unit_ru: unitRu, unit_en: unitEn, place };
}

/** A table that is imported tells its columns apart by their titles. */
function columnTaken({ titleRu, titleEn }: Words): 'titleRu' | 'titleEn' | null {
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  if (COLUMNS.some(({ titles }) => same(titles.ru, titleRu))) return 'titleRu';
  return COLUMNS.some(({ titles }) => same(titles.en, titleEn)) ? 'titleEn' : null;
}

/** The name under which passports hold the values: «Hot meals» as hot_meals, the next of the same as hot_meals_b. */
function keyOf(title: string, taken: ReadonlySet<string>): string {
  const plain = title
    .toLowerCase()
    .replaceAll(/[^a-z]+/gu, '_')
    .split('_')
    .filter((word) => word !== '')
    .join('_');
  const base = plain === '' ? 'field' : plain.slice(0, 30);
  let key = base;
  for (let more = 1; taken.has(key); more += 1) key = `${base}_${letters(more)}`;
  return key;
}

const CODE_OF_A = 97;

/** 1 as «b», 25 as «z», 26 as «ba». */
function letters(number: number): string {
  const last = String.fromCodePoint(CODE_OF_A + (number % 26));
  return number < 26 ? last : `${letters(Math.floor(number / 26))}${last}`;
}
