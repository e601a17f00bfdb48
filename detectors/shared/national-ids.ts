/**
 * Numbers that other countries give people, by npm `stdnum` (MIT): forms and check digits of some eighty, a module each. One loads in
 * a few milliseconds, all in 140, so only the one that a label or a strong shape asks for is loaded. Its only importer.
 */
import { createRequire } from "node:module";
import { hasNhsDigit } from "./check-digits.js";

/** The one method of stdnum's modules that is used here. */
interface Validator {
  validate(value: string): { readonly isValid: boolean };
}

const require = createRequire(import.meta.url);
const loaded = new Map<string, Validator>();

function load(country: string): Validator {
  let validator = loaded.get(country);
  if (validator === undefined) {
    // The package exports its modules by path; each has the methods its types call Validator.
    validator = require(`stdnum/lib/cjs/${country.replace(".", "/")}.js`) as Validator;
    loaded.set(country, validator);
  }
  return validator;
}

/** Of a country nobody named: letters and digits, most of them digits. */
const SOME_ID = /^(?=(?:[^\d]*\d){7})[A-Z]{0,3}\d[\dA-Z]{5,16}$/u;
const MARKS = /[ ./-]/gu;

/**
 * Whether a value has the form, and where there is one the check digit, of a national id.
 * @param country a module of stdnum ("us.ssn", "gb.nhs" is our own) or "any"
 */
export function isNationalId(country: string, value: string): boolean {
  if (country === "any") return SOME_ID.test(value.replace(MARKS, ""));
  if (country === "gb.nhs") return hasNhsDigit(value.replace(MARKS, ""));
  return load(country).validate(value.toUpperCase()).isValid;
}

/** Ids with a check digit, or a form that next to nothing else has: under their label they are certain. */
const FORM_ONLY: ReadonlySet<string> = new Set(["us.ssn", "gb.nino", "any", "ar.dni", "pk.cnic", "my.nric"]);
export const hasCheck = (country: string): boolean => !FORM_ONLY.has(country);
