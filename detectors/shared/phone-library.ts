/**
 * What libphonenumber-js says of a number, without its price: loading the library takes 40 ms and each verdict 11 us. Most numbers
 * are judged here by the patterns in its metadata (5 ms to load), by the library's own steps; what those steps do not cover is
 * handed to the library. tests/detectors/shared/phone-library.test.ts holds both against each other. Its only importer.
 */
import { createRequire } from "node:module";
import type * as Core from "libphonenumber-js/core";

export interface PhoneVerdict {
  /** E.164, "+" first. */
  readonly e164: string;
  readonly callingCode: string;
  /** Without the national prefix. */
  readonly nationalNumber: string;
  /** ISO 3166-1 alpha-2; undefined for numbers of no country. */
  readonly country: string | undefined;
  /** `service`: free, shared-cost, premium and company-wide numbers, machines and pagers: nobody's own. */
  readonly kind: "fixed" | "mobile" | "service";
}

/** One numbering plan, from the metadata's positional form (libphonenumber-js METADATA.md, version 4). */
interface Plan {
  readonly country: string;
  readonly callingCode: string;
  /** No other country has this calling code. */
  readonly alone: boolean;
  readonly idd: RegExp;
  readonly general: RegExp;
  readonly prefix: RegExp | undefined;
  readonly leadingDigits: RegExp | undefined;
  readonly types: readonly { readonly kind: PhoneVerdict["kind"]; readonly pattern: RegExp; readonly lengths: readonly number[] | undefined }[];
  readonly formats: readonly { readonly pattern: RegExp; readonly leadingDigits: RegExp | undefined }[];
}

type Positional = readonly unknown[];
interface Metadata {
  readonly country_calling_codes: Readonly<Record<string, readonly string[]>>;
  readonly countries: Readonly<Record<string, Positional>>;
  /** By calling code: satellites, international free numbers. */
  readonly nonGeographic: Readonly<Record<string, Positional>>;
}

const require = createRequire(import.meta.url);
let metadata: Metadata | undefined;
let core: typeof Core | undefined;
const plans = new Map<string, Plan>();

function loadMetadata(): Metadata {
  // The package types this file as its own MetadataJson, which hides the positions behind `any`.
  metadata ??= require("libphonenumber-js/max/metadata") as Metadata;
  return metadata;
}

/** The library's order: the first type that matches is the number's. Positions in the metadata's list of types. */
const TYPES: readonly (readonly [position: number, kind: PhoneVerdict["kind"]])[] = [
  [0, "fixed"], [1, "mobile"], [3, "service"], [2, "service"], [9, "service"], [8, "fixed"], [4, "mobile"], [7, "service"], [6, "service"], [5, "service"],
];

// The patterns come from the library's data, checked there, and are finite: repetition is always bounded.
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, "u");
const start = (pattern: string): RegExp => new RegExp(`^(?:${pattern})`, "u");

function planOf(country: string): Plan | undefined {
  const known = plans.get(country);
  if (known !== undefined) return known;
  const { countries, country_calling_codes: callingCodes } = loadMetadata();
  const row = Object.hasOwn(countries, country) ? countries[country] : undefined;
  if (row === undefined) return undefined;
  const [callingCode, idd, general] = row as [string, string, string];
  const text = (position: number): string | undefined => {
    const value = row[position];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const prefix = text(7) ?? text(5);
  const leadingDigits = text(10);
  const types = (row[11] || []) as readonly (readonly [string, (readonly number[])?] | 0 | undefined)[];
  // Countries that share a calling code leave their formats to the first of them.
  const formats = (row[4] || countries[callingCodes[callingCode][0]][4] || []) as readonly (readonly [string, string, (readonly string[] | 0)?])[];
  const plan: Plan = {
    country,
    callingCode,
    alone: callingCodes[callingCode].length === 1,
    idd: start(idd),
    general: whole(general),
    prefix: prefix === undefined ? undefined : start(prefix),
    leadingDigits: leadingDigits === undefined ? undefined : start(leadingDigits),
    types: TYPES.flatMap(([position, kind]) => {
      const type = types[position];
      // An empty pattern says "the same as fixed lines".
      return type && type[0] ? [{ kind, pattern: whole(type[0]), lengths: type[1] }] : [];
    }),
    formats: formats.map(([pattern, , leading]) => {
      const last = leading ? leading.at(-1) : undefined;
      return { pattern: whole(pattern), leadingDigits: last === undefined ? undefined : start(last) };
    }),
  };
  plans.set(country, plan);
  return plan;
}

function kindOf(plan: Plan, nationalNumber: string): PhoneVerdict["kind"] | undefined {
  if (!plan.general.test(nationalNumber)) return undefined;
  for (const { kind, pattern, lengths } of plan.types) {
    if ((lengths === undefined || lengths.includes(nationalNumber.length)) && pattern.test(nationalNumber)) return kind;
  }
  return undefined;
}

/** Which of the countries that share the plan's calling code a number belongs to. */
function ownerOf(plan: Plan, nationalNumber: string): Plan | undefined {
  if (plan.alone) return plan;
  for (const country of loadMetadata().country_calling_codes[plan.callingCode]) {
    const candidate = planOf(country);
    if (candidate === undefined) continue;
    const owns = candidate.leadingDigits === undefined ? kindOf(candidate, nationalNumber) !== undefined : candidate.leadingDigits.test(nationalNumber);
    if (owns) return candidate;
  }
  return undefined;
}

const NEEDS_LIBRARY = Symbol("needs the library");

/** The national number without its prefix: the library's extractNationalNumber, without carrier codes and rewriting. */
function withoutPrefix(plan: Plan, digits: string): string | typeof NEEDS_LIBRARY {
  const match = plan.prefix?.exec(digits);
  if (!match) return digits;
  for (let group = 1; group < match.length; group++) if (match[group] !== undefined) return NEEDS_LIBRARY;
  const rest = digits.slice(match[0].length);
  // The library also keeps the prefix where the rest has an impossible length; such a number is valid neither way.
  return plan.general.test(digits) && !plan.general.test(rest) ? digits : rest;
}

/** @param fallback judged by when no country owns the number: the country it was dialled in */
function verdict(plan: Plan, digits: string, fallback: Plan | undefined): PhoneVerdict | undefined | typeof NEEDS_LIBRARY {
  const nationalNumber = withoutPrefix(plan, digits);
  if (nationalNumber === NEEDS_LIBRARY) return NEEDS_LIBRARY;
  if (nationalNumber.length < 2 || nationalNumber.length > 17) return undefined;
  const owner = ownerOf(plan, nationalNumber);
  const kind = kindOf(owner ?? fallback ?? plan, nationalNumber);
  if (kind === undefined) return undefined;
  const { callingCode } = plan;
  return { e164: `+${callingCode}${nationalNumber}`, callingCode, nationalNumber, country: (owner ?? fallback)?.country, kind };
}

/** @param digits as dialled inside the country, ASCII digits only */
export function judgeNationalNumber(digits: string, country: string): PhoneVerdict | undefined {
  const plan = planOf(country);
  if (plan === undefined || digits.length < 2 || digits.length > 20) return undefined;
  if (plan.idd.test(digits) || digits.startsWith(plan.callingCode)) return askLibrary(digits, country);
  const found = verdict(plan, digits, plan);
  return found === NEEDS_LIBRARY ? askLibrary(digits, country) : found;
}

/** @param digits what follows the "+", ASCII digits only; a national prefix in brackets ("+81 (0)3") may be among them */
export function judgeInternationalNumber(digits: string): PhoneVerdict | undefined {
  if (digits.startsWith("0") || digits.length < 4 || digits.length > 20) return undefined;
  const { country_calling_codes: callingCodes, nonGeographic } = loadMetadata();
  for (let length = 1; length <= 3; length++) {
    const callingCode = digits.slice(0, length);
    const countries = Object.hasOwn(callingCodes, callingCode) ? callingCodes[callingCode] : undefined;
    const plan = countries === undefined ? undefined : planOf(countries[0]);
    if (plan === undefined) continue;
    const found = verdict(plan, digits.slice(length), undefined);
    return found === NEEDS_LIBRARY ? askLibrary(`+${digits}`) : found;
  }
  return Object.hasOwn(nonGeographic, digits.slice(0, 3)) ? askLibrary(`+${digits}`) : undefined;
}

const SERVICE_TYPES: ReadonlySet<string | undefined> = new Set(["PREMIUM_RATE", "TOLL_FREE", "SHARED_COST", "PAGER", "UAN", "VOICEMAIL"]);
const MOBILE_TYPES: ReadonlySet<string | undefined> = new Set(["MOBILE", "PERSONAL_NUMBER"]);

/** The library's own verdict. @param country where a number without "+" is dialled */
export function askLibrary(number: string, country?: string): PhoneVerdict | undefined {
  core ??= require("libphonenumber-js/core") as typeof Core;
  const options = country === undefined ? { extract: false } : { extract: false, defaultCountry: country as Core.CountryCode };
  // Same data; the library's type for it is its own.
  const parsed = core.parsePhoneNumberFromString(number, options as { extract: false }, loadMetadata() as unknown as Core.MetadataJson);
  if (parsed === undefined || !parsed.isValid()) return undefined;
  const type = parsed.getType();
  return {
    e164: parsed.number,
    callingCode: parsed.countryCallingCode,
    nationalNumber: parsed.nationalNumber,
    country: parsed.country,
    kind: SERVICE_TYPES.has(type) ? "service" : MOBILE_TYPES.has(type) ? "mobile" : "fixed",
  };
}

/** How long the groups are in which the number's country writes it (3, 1234, 5678 for 03-1234-5678): [1, 4, 4]; [] if unknown. */
export function usualGroups({ country, nationalNumber }: PhoneVerdict): readonly number[] {
  const plan = country === undefined ? undefined : planOf(country);
  for (const { pattern, leadingDigits } of plan?.formats ?? []) {
    if (leadingDigits !== undefined && !leadingDigits.test(nationalNumber)) continue;
    const match = pattern.exec(nationalNumber);
    if (match !== null) return match.slice(1).map((group) => group.length);
  }
  return [];
}
