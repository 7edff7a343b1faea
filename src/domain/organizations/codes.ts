/** Codes by which the outside world knows organisations, and how to tell a mistyped one. */

/** ИНН of a legal person: ten digits, the last of which checks the others. */
export function isInn(code: string): boolean {
  if (!/^\d{10}$/u.test(code)) return false;
  const sum = INN_WEIGHTS.reduce((total, weight, place) => total + weight * Number(code[place]), 0);
  return (sum % 11) % 10 === Number(code[9]);
}

/** ОГРН: thirteen digits, the last of which is the rest of the first twelve by 11. */
export function isOgrn(code: string): boolean {
  return /^\d{13}$/u.test(code) && (Number(code.slice(0, 12)) % 11) % 10 === Number(code[12]);
}

/** The code in exams: seven digits of a school, three of a municipality. */
export function isOoCode(code: string, kind: string): boolean {
  return (kind === 'municipality' ? /^\d{3}$/u : /^\d{7}$/u).test(code);
}

/** The login of a school for national check tests. */
export function isVprLogin(login: string): boolean {
  return /^[a-z]{2,5}\d{4,8}$/u.test(login);
}

const INN_WEIGHTS = [2, 4, 10, 3, 5, 9, 4, 6, 8] as const;
