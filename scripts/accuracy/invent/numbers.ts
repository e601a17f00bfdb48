/** Invented numbers, well formed where a form or a check digit is laid down. */
import { isValidPhoneNumber } from "libphonenumber-js/max";
import type { Random } from "../random.js";

/** Area code and digits of the local exchange: Ministry of Internal Affairs, list of area codes. */
const AREAS = [["03", 4], ["06", 4], ["011", 3], ["022", 3], ["045", 3], ["052", 3], ["075", 3], ["078", 3], ["082", 3], ["087", 3], ["092", 3], ["0467", 2], ["0166", 2], ["0742", 2], ["0883", 2], ["0957", 2], ["098", 3]] as const;

export function inventLandline(random: Random): readonly [string, string, string] {
  for (;;) {
    const [area, size] = random.pick(AREAS);
    const parts = [area, `${random.between(2, 9)}${random.digits(size - 1)}`, random.digits(4)] as const;
    if (isValidPhoneNumber(parts.join(""), "JP")) return parts;
  }
}

export function inventMobile(random: Random): readonly [string, string, string] {
  for (;;) {
    const parts = [random.pick(["090", "080", "070"]), `${random.between(1, 9)}${random.digits(3)}`, random.digits(4)] as const;
    if (isValidPhoneNumber(parts.join(""), "JP")) return parts;
  }
}

/** Twelve digits with the check digit of Order of 2014 No. 85, Art. 5. */
export function inventMyNumber(random: Random): string {
  const digits = `${random.between(1, 9)}${random.digits(10)}`;
  const weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
  const rest = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0) % 11;
  return `${digits}${rest <= 1 ? 0 : 11 - rest}`;
}

/** Authority 2, year 2, serial 6, check 1, reissued 1. */
export function inventLicence(random: Random): string {
  const digits = `${random.pick(["30", "45", "54", "62", "72", "81", "90"])}${random.pick(["78", "85", "92", "99", "04", "11"])}${random.digits(6)}`;
  const weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
  const rest = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0) % 11;
  return `${digits}${(11 - rest) % 10}${random.below(2)}`;
}

export function withLuhn(digits: string): string {
  const sum = Array.from(digits).reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** Sixteen digits in ranges that issuers use. */
export function inventCard(random: Random): string {
  return withLuhn(`${random.pick(["4980", "4205", "5334", "3540", "5250"])}${random.digits(11)}`);
}

export const inventInsurer = (random: Random): string => withLuhn(`${random.pick(["06", "01", "39", "67"])}${random.pick(["13", "27", "37", "14"])}${random.digits(3)}`);
export const inventPension = (random: Random): string => `${random.between(1000, 9999)}-${random.digits(6)}`;
export const inventPassport = (random: Random): string => `${random.pick(["TK", "TR", "TZ", "MU"])}${random.digits(7)}`;
const LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
export const letters = (random: Random, count: number): string => Array.from({ length: count }, () => LETTERS[random.below(LETTERS.length)]).join("");
export const inventResidenceCard = (random: Random): string => `${letters(random, 2)}${random.digits(8)}${letters(random, 2)}`;

/** Thirteen digits with the check digit in front: a company's, nobody's. */
export function inventCorporateNumber(random: Random): string {
  const digits = `${random.between(1, 9)}${random.digits(11)}`;
  const sum = Array.from(digits).reverse().reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 2), 0);
  return `${9 - (sum % 9)}${digits}`;
}

const ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
export const token = (random: Random, length: number, alphabet = ALPHANUMERIC): string => Array.from({ length }, () => alphabet[random.below(alphabet.length)]).join("");
