/**
 * Check digits of numbers that stand for people and accounts. Each takes ASCII digits only and answers for the digits alone: one
 * random number in ten passes most of them, so none is a proof.
 */

const at = (digits: string, i: number): number => digits.charCodeAt(i) - 0x30;

/** ISO/IEC 7812-1 annex B: payment cards, health insurers (昭和63年 厚生省 法別番号・検証番号). */
export function hasLuhnDigit(digits: string, start = 0, end = digits.length): boolean {
  let sum = 0;
  for (let i = end - 1, doubled = false; i >= start; i--, doubled = !doubled) {
    const digit = at(digits, i);
    sum += doubled ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

/** Sum of the first digits, each times its weight. */
function weighted(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += at(digits, i) * weights[i];
  return sum;
}

const RESIDENT_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;

/**
 * The residence record code's eleventh digit (weights 2 to 7 and 2 to 5 from the right, modulo 11, as for My Number). What it is
 * where the rest is 0 or 1 is not settled by a source: 0 and what is left of 11 - rest are taken.
 */
export function hasResidentRecordDigit(digits: string): boolean {
  if (digits.length !== 11) return false;
  const rest = weighted(digits, RESIDENT_WEIGHTS) % 11;
  const check = at(digits, 10);
  return rest <= 1 ? check <= 1 - rest : check === 11 - rest;
}

const LICENCE_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;
/** Public safety commissions by their two digits; "1": there is one. 00 stood for licences first obtained abroad. */
const COMMISSIONS = new Set(
  "10 11 12 13 14 20 21 22 23 24 25 30 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 60 61 62 63 64 65 70 71 72 73 74 80 81 82 83 90 91 92 93 94 95 96 97".split(" "),
);

/** Whether twelve digits begin with a commission that issues driver's licences and carry the check digit in the eleventh place. */
export function isDriversLicence(digits: string): boolean {
  if (digits.length !== 12 || !COMMISSIONS.has(digits.slice(0, 2))) return false;
  return at(digits, 10) === (11 - (weighted(digits, LICENCE_WEIGHTS) % 11)) % 10;
}

const NHS_WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2] as const;

/** NHS Data Dictionary, "NHS NUMBER": modulo 11; a number whose check would be 10 is never issued. */
export function hasNhsDigit(digits: string): boolean {
  if (digits.length !== 10) return false;
  const check = 11 - (weighted(digits, NHS_WEIGHTS) % 11);
  return check !== 10 && at(digits, 9) === (check === 11 ? 0 : check);
}

const KOREAN_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5] as const;

/** Residents of Korea (주민등록법 시행규칙 before October 2020; later numbers have none), foreigners two more. @param digits 13 */
export function hasKoreanDigit(digits: string): boolean {
  const isForeigner = digits.charAt(6) >= "5" && digits.charAt(6) <= "8";
  return at(digits, 12) === ((isForeigner ? 13 : 11) - (weighted(digits, KOREAN_WEIGHTS) % 11)) % 10;
}

const SINGAPORE_WEIGHTS = [2, 7, 6, 5, 4, 3, 2] as const;

/** Singapore's NRIC (S, T) and FIN (F, G, M): a letter, seven digits, a check letter. */
export function hasSingaporeLetter(id: string): boolean {
  if (!/^[STFGM]\d{7}[A-Z]$/u.test(id)) return false;
  const first = id.charAt(0);
  const rest = (weighted(id.slice(1, 8), SINGAPORE_WEIGHTS) + (first === "T" || first === "G" ? 4 : first === "M" ? 3 : 0)) % 11;
  const letters = first === "S" || first === "T" ? "JZIHGFEDCBA" : first === "M" ? "KLJNPQRTUWX" : "XWUTRQPNMLK";
  return letters.charAt(first === "M" ? 10 - rest : rest) === id.charAt(8);
}

/** ISO 7064 MOD 97-10 over letters and digits (A is 10), the first four characters moved to the end: ISO 13616. */
export function hasIbanDigits(iban: string): boolean {
  let rest = 0;
  for (let i = 0; i < iban.length; i++) {
    const code = iban.charCodeAt((i + 4) % iban.length);
    rest = code >= 0x41 ? (rest * 100 + code - 0x37) % 97 : (rest * 10 + code - 0x30) % 97;
  }
  return rest === 1;
}

/** ICAO 9303-3, 4.9: weights 7, 3, 1; letters count from 10, the filler "<" as 0. -1 where another character stands. */
export function machineReadableDigit(field: string): number {
  let sum = 0;
  for (let i = 0; i < field.length; i++) {
    const code = field.charCodeAt(i);
    const value = code >= 0x30 && code <= 0x39 ? code - 0x30 : code >= 0x41 && code <= 0x5a ? code - 0x37 : code === 0x3c ? 0 : -1;
    if (value < 0) return -1;
    sum += value * [7, 3, 1][i % 3];
  }
  return sum % 10;
}

/** Filler and examples: one digit again and again, or six and more counting up or down (the last place may be a check digit). */
export function isFiller(digits: string): boolean {
  let alike = true;
  let up = digits.length > 5;
  let down = up;
  for (let i = 1; i < digits.length; i++) {
    const step = (at(digits, i) - at(digits, i - 1) + 10) % 10;
    if (step !== 0) alike = false;
    if (i === digits.length - 1 && digits.length > 8) break;
    if (step !== 1) up = false;
    if (step !== 9) down = false;
  }
  return alike || up || down;
}
