/** A telephone number as a whole value: its digits, how they are grouped, and what the library says of them. */
import { isDigit } from "../../src/text/characters.js";
import { judgeInternationalNumber, judgeNationalNumber, usualGroups } from "./phone-library.js";
import type { PhoneVerdict } from "./phone-library.js";

/** E.164 allows 15 digits; a trunk "0" in brackets may come on top. */
const MAX_DIGITS = 16;
const MAX_LENGTH = 28;


/** The digits of a number as written, and what lies between them. */
export interface WrittenNumber {
  readonly digits: string;
  /** Began with "+". */
  readonly international: boolean;
  /** How many digits stand in each group; one entry where nothing is between them. */
  readonly groups: readonly number[];
}

/** Takes a whole value apart; undefined where it holds anything but digits, "+" in front and the marks used between groups. */
export function readWrittenNumber(value: string): WrittenNumber | undefined {
  let digits = "";
  const groups: number[] = [];
  let groupStart = -1;
  let open = false;
  const international = value.charCodeAt(0) === 0x2b;
  for (let i = international ? 1 : 0; i <= value.length; i++) {
    const code = value.charCodeAt(i);
    if (isDigit(code)) {
      if (groupStart < 0) groupStart = i;
      continue;
    }
    if (groupStart >= 0) {
      groups.push(i - groupStart);
      digits += value.slice(groupStart, i);
      groupStart = -1;
    }
    if (i === value.length) break;
    if (code === 0x28) {
      if (open) return undefined;
      open = true;
    } else if (code === 0x29) {
      if (!open) return undefined;
      open = false;
    } else if (code !== 0x20 && code !== 0x2d && code !== 0x2e && code !== 0x2f) return undefined;
  }
  return open || digits.length > MAX_DIGITS ? undefined : { digits, international, groups };
}

/** What the library says of a written number, dialled in a country unless "+" says otherwise. */
export function verdictOf({ digits, international }: WrittenNumber, country: string): PhoneVerdict | undefined {
  return international ? judgeInternationalNumber(digits) : judgeNationalNumber(digits, country);
}

/** Whether the groups are those in which the number's country writes it, the national prefix counted to the first. */
export function hasUsualGroups({ digits, international, groups }: WrittenNumber, verdict: PhoneVerdict): boolean {
  const usual = usualGroups(verdict);
  if (usual.length === 0 || groups.length < usual.length) return false;
  const written = groups.slice(-usual.length);
  const extra = digits.length - verdict.nationalNumber.length - (international ? verdict.callingCode.length : 0);
  return usual.every((length, i) => written[i] === length || (i === 0 && written[0] === length + extra));
}

/**
 * How sure it is that a whole cell, normalised and trimmed, is a telephone number, by form alone. Numbers that nobody owns for
 * himself (free and shared-cost lines) get little; so do numbers that a spreadsheet has robbed of their leading 0.
 * @param country ISO 3166-1 alpha-2, where numbers without "+" are dialled
 */
export function judgePhone(value: string, country: string): number {
  const { length } = value;
  if (length < 7 || length > MAX_LENGTH) return 0;
  const first = value.charCodeAt(0);
  if (!isDigit(first) && first !== 0x2b && first !== 0x28) return 0;
  if (country === "JP" && first >= 0x31 && first <= 0x39) return judgeWithoutZero(value);
  const written = readWrittenNumber(value);
  if (written === undefined || written.digits.length < 7) return 0;
  if (country === "JP" && !written.international && !isJapaneseForm(written)) return 0;
  const verdict = verdictOf(written, country);
  if (verdict === undefined) return 0;
  if (verdict.kind === "service") return 0.4;
  if (written.international) return 0.95;
  if (written.groups.length === 1) return verdict.kind === "mobile" ? 0.85 : 0.6;
  return 0.95;
}

/** Ten digits or, mobile and IP telephones, eleven; an area code is at least two: "0.312345678" is a fraction. */
function isJapaneseForm({ digits, groups }: WrittenNumber): boolean {
  return (digits.length === 10 || digits.length === 11) && groups[0] > 1;
}

/** 9012345678 for 090-1234-5678: what is left when a cell was read as a number. */
function judgeWithoutZero(value: string): number {
  if (value.length !== 9 && value.length !== 10) return 0;
  for (let i = 0; i < value.length; i++) if (!isDigit(value.charCodeAt(i))) return 0;
  const verdict = judgeNationalNumber(`0${value}`, "JP");
  if (verdict === undefined || verdict.kind === "service") return 0;
  return verdict.kind === "mobile" ? 0.4 : 0.15;
}
