/**
 * Numbers that other countries give people, by npm `stdnum` (MIT): forms and check digits of some eighty, a module each. One loads in
 * a few milliseconds, all in 140, so only the one that a label or a strong shape asks for is loaded. Its only importer.
 */
import { createRequire } from "node:module";
import { hasNhsDigit, hasSingaporeLetter } from "./check-digits.js";

/** The one method of stdnum's modules that is used here. */
interface Validator {
  validate(value: string): { readonly isValid: boolean };
}

type ErrorClass = new () => Error;

const require = createRequire(import.meta.url);
const loaded = new Map<string, Validator>();
/** Most modules return what is wrong with a value, some throw it. */
let validationError: ErrorClass | undefined;

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
const DATE = /^(?:19|20)\d\d[ ./-]\d\d?[ ./-]\d/u;
/** Date of birth, century and sex: the check digit is gone since 2020, and `stdnum` knows no foreigners. */
const KOREAN = /^\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-9]\d{6}$/u;

/**
 * The country whose national id a value is by its form and, where there is one, its check digit; undefined where it is none's.
 * @param countries modules of stdnum or of our own ("gb.nhs", "kr.rrn", "sg.fin", "any"), "|" between them: first come first served
 */
export function nationalIdOf(countries: string, value: string): string | undefined {
  return countries.split("|").find((country) => isOf(country, value.toUpperCase()));
}

function isOf(country: string, value: string): boolean {
  switch (country) {
    case "any": return SOME_ID.test(value.replace(MARKS, "")) && !DATE.test(value);
    case "kr.rrn": return KOREAN.test(value.replace(MARKS, ""));
    case "gb.nhs": return hasNhsDigit(value.replace(MARKS, ""));
    case "sg.fin": return hasSingaporeLetter(value.replace(MARKS, ""));
    case "se.personnummer": return validates(load(country), value) || validates(load(country), withHyphen(value));
    default: return validates(load(country), value);
  }
}

function validates(validator: Validator, value: string): boolean {
  try {
    return validator.validate(value).isValid;
  } catch (error) {
    // As above: its export of this name is a class of errors.
    validationError ??= (require("stdnum/lib/cjs/exceptions.js") as { readonly ValidationError: ErrorClass }).ValidationError;
    if (error instanceof validationError) return false;
    throw error;
  }
}

/** Swedish numbers are often written without the hyphen that the module asks for. */
const withHyphen = (value: string): string => `${value.slice(0, -4)}-${value.slice(-4)}`;

/** Ids with a check digit, or a form that next to nothing else has: under their label they are certain. */
const FORM_ONLY: ReadonlySet<string> = new Set(["us.ssn", "gb.nino", "kr.rrn", "any", "ar.dni", "pk.cnic", "my.nric"]);
export const hasCheck = (country: string): boolean => !FORM_ONLY.has(country);
