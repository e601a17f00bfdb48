/** The code under which a message's record is found: read aloud on the telephone, typed by hand. */
import { randomBytes } from "node:crypto";

/** Crockford's base 32: no I, L, O or U. */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** "LL-7F3K9-QX2MB": 50 random bits. */
export function createReference(): string {
  const digits = Array.from(randomBytes(10), (byte) => DIGITS[byte & 31]).join("");
  return `LL-${digits.slice(0, 5)}-${digits.slice(5)}`;
}

const REFERENCE = /^(?:LL-?)?([\dA-Z]{5})-?([\dA-Z]{5})$/u;

/** What a person typed, as it is recorded; undefined where it is no reference. */
export function parseReference(typed: string): string | undefined {
  const match = REFERENCE.exec(typed.trim().toUpperCase());
  if (match === null) return undefined;
  const digits = (match[1] + match[2]).replaceAll("O", "0").replaceAll(/[IL]/gu, "1");
  return `LL-${digits.slice(0, 5)}-${digits.slice(5)}`;
}
