import { readRequisites } from '#domain/orders/requisites/read-requisites.ts';
import type { SourceDocument } from '#domain/orders/source-document.ts';

import { documentOf } from '#tests/support/source-documents.ts';

/** The values a test expects of the requisites; those left out do not matter to it. */
export type ExpectedRequisites = {
  number?: string | null;
  date?: string | null;
  issuer?: string | null;
  signatory?: string | null;
  title?: string | null;
  level?: string | null;
  territory?: string | null;
  kind?: string;
};

/** A document of paragraphs that blank lines divide. */
export const ofText = (text: string): SourceDocument => documentOf(...text.split(/\n[ \t]*\n+/u));

/** The values of the requisites without their places. */
export function requisitesOf(source: string | SourceDocument): Required<ExpectedRequisites> {
  const read = readRequisites(typeof source === 'string' ? ofText(source) : source);
  return {
    number: read.number?.value ?? null,
    date: read.date?.value ?? null,
    issuer: read.issuer?.value ?? null,
    signatory: read.signatory?.value ?? null,
    title: read.title?.value ?? null,
    level: read.level,
    territory: read.territory?.value ?? null,
    kind: read.kind,
  };
}
