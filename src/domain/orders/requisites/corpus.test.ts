import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

import { layOutText } from '#domain/orders/layout/lay-out-text.ts';
import { readAbbreviations } from '#domain/orders/prose/abbreviations.ts';
import { readProse } from '#domain/orders/prose/read-prose.ts';
import { readRequisites } from '#domain/orders/requisites/read-requisites.ts';
import type { SourceDocument } from '#domain/orders/source-document.ts';

const corpus = process.env['OPORA_CORPUS'] ?? resolve('../shared/corpus');
const contracts = process.env['OPORA_CONTRACTS'] ?? resolve('../shared/contracts');
const files: readonly string[] = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.txt')) : [];

type Truth = {
  readonly level: string;
  readonly territory: string;
  readonly kind: string;
  readonly order: Readonly<Record<'number' | 'date' | 'issuer' | 'signatory' | 'title', string>>;
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly people: readonly { readonly name: string }[];
  readonly goals: readonly string[];
  readonly tasks: readonly string[];
  readonly schools: readonly string[];
  readonly basis: readonly { readonly number: string; readonly date: string }[];
};

const truthOf = (name: string): string => resolve(contracts, 'truth', name.replace(/\.txt$/, '.json'));
const read = (name: string): SourceDocument =>
  layOutText(readFileSync(resolve(corpus, name), 'utf8').replace(/\r\n?/g, '\n'));
const known = files.filter((name) => existsSync(truthOf(name)));
const valuesOf = (found: readonly { value: string }[]): string[] => found.map(({ value }) => value);
/** A surname and initials whatever their order and spaces. */
const person = (name: string): string => [...(name.match(/\p{L}+/gu) ?? [])].sort().join(' ');

describe.skipIf(known.length === 0)(
  `real orders (${known.length === 0 ? `no corpus in ${corpus}` : `${known.length} with truth`})`,
  () => {
    test.each(known)('%s', (name) => {
      const truth = JSON.parse(readFileSync(truthOf(name), 'utf8')) as Truth;
      const document = read(name);
      const { number, date, issuer, signatory, title, level, territory, kind, basis } = readRequisites(document);
      const prose = readProse(document);
      expect({ number, date, issuer, signatory, title }).toMatchObject(
        Object.fromEntries(Object.entries(truth.order).map(([key, value]) => [key, { value }])),
      );
      expect({ level, territory: territory?.value, kind }).toEqual({
        level: truth.level,
        territory: truth.territory,
        kind: truth.kind,
      });
      expect(basis.map((document) => [document.number, document.date])).toEqual(
        truth.basis.map((document) => [document.number, document.date]),
      );
      expect(valuesOf(prose.goals)).toEqual(truth.goals);
      expect(valuesOf(prose.tasks)).toEqual(truth.tasks);
      expect(valuesOf(prose.schools)).toEqual(truth.schools);
      expect(prose.people.map(({ name: found }) => person(found)).sort()).toEqual(
        truth.people.map(({ name: wanted }) => person(wanted)).sort(),
      );
      const abbreviations = readAbbreviations(document);
      expect([...abbreviations.keys()]).toEqual(expect.arrayContaining(Object.keys(truth.abbreviations)));
      for (const [key, expansion] of Object.entries(truth.abbreviations))
        expect(abbreviations.get(key)?.expansion).toBe(expansion);
    });

    test.each(files.filter((name) => !known.includes(name)))('%s is read without an order head', (name) => {
      const { title, kind, planTitles, number, date } = readRequisites(read(name));
      expect({ title, kind }).toEqual({ title: null, kind: 'roadmap' });
      // Either a fragment that names no order, or an annex whose stamp gives both.
      expect(number === null).toBe(date === null);
      expect(number === null).toBe(planTitles.length === 0);
    });
  },
);
