import type { PassportField, PassportValue } from '#features/organizations/card/organization-card.server.ts';

/** What was written into a field of a passport; null: nothing. */
export function passportValue(
  { type }: Pick<PassportField, 'type'>,
  written: string,
): { readonly value: PassportValue } | 'unfit' | null {
  const plain = written.trim();
  if (plain === '') return null;
  switch (type) {
    case 'number': {
      const number = Number(plain.replaceAll(/[\s\u00A0]/gu, '').replace(',', '.'));
      return Number.isFinite(number) && Math.abs(number) < 1e12 ? { value: number } : 'unfit';
    }
    case 'boolean':
      if (/^(?:да|yes|true|1)$/iu.test(plain)) return { value: true };
      return /^(?:нет|no|false|0)$/iu.test(plain) ? { value: false } : 'unfit';
    case 'date':
      return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(plain) ? { value: plain } : 'unfit';
    case 'text':
      return plain.length > 500 ? 'unfit' : { value: plain };
    default:
      return type satisfies never;
  }
}
