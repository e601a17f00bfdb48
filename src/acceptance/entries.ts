/**
 * The accept file, leaklint.accept.json: written by people, one entry for each place that somebody answers for.
 *
 *     { "entries": [ {
 *         "place": "form.xlsx › 名簿 (hidden) › C5:C90", "code": "personal-records/table", "values": "9f3a…", "owner": "総務課",
 *         "reason": "the directors, as on our website", "expires": "2027-03-31" } ] }
 */
import { type Check, members, must, text } from "../checks.js";
import { ConfigError } from "../errors.js";
import type { AcceptanceConfig } from "./config.js";

export interface AcceptEntry {
  /** As reports show it, its file's path relative to the accept file. */
  readonly place: string;
  /** A detector ("phone-number") or one of its codes ("personal-records/table"). */
  readonly code: string;
  /** The finding's fingerprint: of these values and no others. "any": whatever stands there. */
  readonly values: string;
  /** Who answers for it. */
  readonly owner: string;
  readonly reason: string;
  /** The last day it holds (UTC), as YYYY-MM-DD. */
  readonly expires: string;
}

export const ANY_VALUE = "any";
export const FINGERPRINT = /^[\da-f]{32}$/u;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;
const DAY_MS = 86_400_000;

const isDate = (value: unknown): boolean => {
  if (typeof value !== "string" || !DATE.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  // 2027-02-30 is read as a day in March by some.
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(value);
};

const checkEntry = members({
  place: text,
  code: text,
  values: must('a fingerprint of 32 characters as reports show it, or "any" for whatever stands there', (value) => value === ANY_VALUE || (typeof value === "string" && FINGERPRINT.test(value))),
  owner: text,
  reason: text,
  expires: must("a day such as 2027-03-31", isDate),
} satisfies Record<keyof AcceptEntry, Check>);
const NEEDED = ["place", "code", "values", "owner", "reason", "expires"] as const;

/** A name in which a value was masked is not one name (src/mask.ts). */
export const MASKED = "●";

/**
 * @param file what to call it
 * @param today as YYYY-MM-DD
 * @throws ConfigError naming the entry and what it must be
 */
export function parseEntries(json: string, file: string, today: string, rules: AcceptanceConfig = {}): AcceptEntry[] {
  const given = parse(json, file);
  try {
    members({ $schema: text, entries: must("a list of entries", Array.isArray) })(given, "config");
    const entries = (given as { entries?: unknown[] }).entries ?? []; // just checked
    return entries.map((entry, i) => {
      checkEntry(entry, `entries[${i}]`);
      const checked = entry as AcceptEntry; // of strings; which are there comes next
      for (const key of NEEDED) if (checked[key] === undefined) throw new ConfigError(`entries[${i}] has no ${JSON.stringify(key)}`);
      checkRules(checked, `entries[${i}]`, today, rules);
      return checked;
    });
  } catch (error) {
    if (error instanceof ConfigError) throw new ConfigError(`${file}: ${error.message}`);
    throw error;
  }
}

function parse(json: string, file: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/u, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // Its message quotes the text.
    throw new ConfigError(/^(?:<{7}|>{7}) /mu.test(json) ? `${file} has an unresolved merge conflict` : `${file} is not valid JSON`);
  }
}

function checkRules({ values, place, expires }: AcceptEntry, path: string, today: string, { anyValue = true, maxDays }: AcceptanceConfig): void {
  if (values === ANY_VALUE && !anyValue) throw new ConfigError(`${path}.values must be a fingerprint: acceptance.anyValue is false`);
  if (values === ANY_VALUE && place.includes(MASKED)) throw new ConfigError(`${path}.values must be a fingerprint: a place with ${MASKED} in its name may be several places`);
  if (maxDays !== undefined && Date.parse(expires) - Date.parse(today) > maxDays * DAY_MS) {
    throw new ConfigError(`${path}.expires must be at most ${maxDays} days ahead (acceptance.maxDays)`);
  }
}

/** The file that a place is in. */
export const fileOf = (place: string): string => place.split(" › ", 1)[0];
