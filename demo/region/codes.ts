import type { Codes } from '#demo/region/region-types.ts';

/**
 * Two digits of the region in ИНН, ОГРН and logins. No region of Russia has 96 there, so that no invented number is
 * somebody's.
 */
const REGION_CODE = '96';
const INN_WEIGHTS = [2, 4, 10, 3, 5, 9, 4, 6, 8] as const;

export const NO_CODES: Codes = { municipality: null, school: null, vprLogin: null, inn: null, ogrn: null };

/** ИНН of a legal person: region, tax office (2 digits), serial number, check digit. */
export function inn(taxOffice: number, serial: number): string {
  const digits = `${REGION_CODE}${padded(taxOffice, 2)}${padded(serial, 5)}`;
  return `${digits}${innCheckDigit(digits)}`;
}

/** The tenth digit of an ИНН from its first nine. */
export function innCheckDigit(digits: string): number {
  const sum = INN_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (sum % 11) % 10;
}

/** ОГРН: sign of a main record, year of registration, region, tax office, serial number, check digit. */
export function ogrn(yearOfRegistration: number, taxOffice: number, serial: number): string {
  const digits = `1${padded(yearOfRegistration % 100, 2)}${REGION_CODE}${padded(taxOffice, 2)}${padded(serial, 5)}`;
  return `${digits}${ogrnCheckDigit(digits)}`;
}

/** The thirteenth digit of an ОГРН from its first twelve. */
export function ogrnCheckDigit(digits: string): number {
  return (Number(digits) % 11) % 10;
}

/** Code of a school: municipality, then four digits from 0001. */
export function schoolCode(municipalityCode: string, serial: number): string {
  return `${municipalityCode}${padded(serial, 4)}`;
}

/** Login of a school for national check tests. */
export function vprLogin(serial: number): string {
  return `sch${REGION_CODE}${padded(serial, 4)}`;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
