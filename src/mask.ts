/** The only maker of `Masked` text: what may be shown of a value. */
import type { Entity, Masked } from "./contract.js";

const BULLETS = "●●●";

/** Kinds of which not even a first character is shown: it narrows a number down, or there is nobody to recognise by it. */
const FULLY_MASKED: ReadonlySet<Entity> = new Set([
  "my-number", "drivers-license", "passport", "residence-card", "health-insurance", "basic-pension-number",
  "resident-record-code", "disability-certificate", "bank-account", "credit-card", "iban", "national-id", "api-key", "password", "special-care",
  "geolocation",
]);

/**
 * Enough for the author to recognise the value at its place, too little for anyone else: the first character, always the same
 * number of bullets (the length is data too), and for mail addresses the "@".
 */
export function maskValue(entity: Entity, value: string): Masked {
  if (FULLY_MASKED.has(entity)) return (BULLETS + "●") as Masked; // a constant
  const [first = ""] = value.trim();
  if (entity === "email-address") return `${first}${BULLETS}@${BULLETS}` as Masked; // one character of the local part
  return (first + BULLETS) as Masked; // one character
}

export interface MaskedSpan {
  readonly entity: Entity;
  readonly start: number;
  readonly end: number;
}

/** A name (of a file, sheet, header) with the personal values in it masked. @param spans sorted, not overlapping */
export function maskSpans(name: string, spans: readonly MaskedSpan[]): string {
  let out = "";
  let from = 0;
  for (const { entity, start, end } of spans) {
    out += name.slice(from, start) + maskValue(entity, name.slice(start, end));
    from = end;
  }
  return out + name.slice(from);
}
