/**
 * Reads the number that a run of digits begins: alone, in groups with one kind of separator, or a digit to a box. A dozen detectors
 * ask about each run, so what was read last is remembered; runs of most lengths are turned away by a comparison or two before.
 */
import { isDigit } from "../../src/text/characters.js";
import type { DigitRun } from "../../src/contract.js";
import { readBoxedDigits } from "./boxed-digits.js";

/** The longest run and the most groups of any number looked for (cards: 19 digits; four groups, IBANs of digits nine). */
const MAX_RUN = 19;
const MAX_GROUPS = 6;
const SPACE = 0x20;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const MAX_BOXES = 16;

/** Lengths of groups packed to be compared at once: five bits each, the first group lowest. */
export const groupsOf = (...lengths: readonly number[]): number => lengths.reduceRight((packed, length) => packed * 32 + length, 0);

/** What stands at a run. One object, filled anew for each run. */
export interface DigitGroups {
  readonly start: number;
  /** Where the groups end. */
  readonly end: number;
  /** See `groupsOf`; 0 where there are too many or too long ones. */
  readonly groups: number;
  /** Neither letters, digits nor a joint (1-2, 1.2) beside the groups. */
  readonly isApart: boolean;
  /** The same of the run alone. A space before or behind it is no joint. */
  readonly isRunApart: boolean;
}

let text = "";
let start = -1;
let runEnd = 0;
let end = 0;
let groups = 0;
let isApart = false;
let isRunApart = false;
const current: DigitGroups = {
  get start() { return start; },
  get end() { return end; },
  get groups() { return groups; },
  get isApart() { return isApart; },
  get isRunApart() { return isRunApart; },
};

const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;
const isWordPart = (code: number): boolean => isDigit(code) || isLetter(code);
const isJoint = (code: number): boolean => code === HYPHEN || code === DOT;

/** @param to end of the run of digits that begins at `from` */
export function readDigitGroups(given: string, from: number, to: number): DigitGroups {
  if (from === start && given === text) return current;
  text = given;
  start = from;
  runEnd = end = to;
  groups = to - from > MAX_RUN ? 0 : to - from;
  const separator = given.charCodeAt(to);
  if ((separator === SPACE || separator === HYPHEN) && groups > 0) readFurther(given, separator);
  const before = given.charCodeAt(from - 1);
  // "No.1234" is a number, "1.1234" and "A-1234" go on before.
  const isJoinedBefore = isLetter(before) || (before === DOT && isDigit(given.charCodeAt(from - 2))) || (before === HYPHEN && isWordPart(given.charCodeAt(from - 2)));
  isRunApart = !isJoinedBefore && !isLetter(separator) && !(isJoint(separator) && isWordPart(given.charCodeAt(to + 1)));
  const after = given.charCodeAt(end);
  isApart = end === runEnd
    ? isRunApart
    : !isJoinedBefore && !(before === separator && isDigit(given.charCodeAt(from - 2))) && !isLetter(after) &&
      !(isJoint(after) && isWordPart(given.charCodeAt(end + 1))) && !(after === separator && isDigit(given.charCodeAt(end + 1)));
  return current;
}

function readFurther(given: string, separator: number): void {
  let packed = groups;
  let shift = 32;
  for (let count = 1; given.charCodeAt(end) === separator && isDigit(given.charCodeAt(end + 1)); count++) {
    let to = end + 1;
    while (to - end <= MAX_RUN && isDigit(given.charCodeAt(to))) to++;
    if (count === MAX_GROUPS || to - end > MAX_RUN) {
      groups = 0;
      return;
    }
    packed += (to - end - 1) * shift;
    shift *= 32;
    end = to;
  }
  groups = packed;
}

const NOT_DIGITS = /[ -]/gu;

/** The digits of what was read, without separators. */
export const digitsOf = (given: string, from: number, to: number): string => given.slice(from, to).replace(NOT_DIGITS, "");

/** Whether a box with the next digit may follow. */
const goesOnInBoxes = ({ behind, behindThat }: DigitRun): boolean => (behind === " " || behind === "-" || behind === "\t") && behindThat !== "other";

/** For `TextCheck.digitsBeside`: whether `readNumber` may read a number of so many digits at such a run. */
export function mayBeNumber(length: number, shapes: readonly number[]): (run: DigitRun) => boolean {
  const firsts = new Set(shapes.map((shape) => shape % 32));
  return (run) => {
    if (run.length === 1) return goesOnInBoxes(run);
    // A separator and a group behind it.
    if (run.length < length) return firsts.has(run.length) && (run.behind === " " || run.behind === "-") && run.behindThat === "digit";
    return run.length === length && run.before !== "a" && run.before !== "A" && run.before !== "_" && run.behind !== "a" && run.behind !== "A" && run.behind !== "_";
  };
}

export interface ReadDigits {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** Written as one run; in groups or boxes as numbers are on cards and forms. */
  readonly form: "run" | "groups" | "boxes";
}

let boxText = "";
let boxStart = -1;
let boxes: { digits: string; end: number } | undefined;

function boxesAt(given: string, from: number): typeof boxes {
  if (from !== boxStart || given !== boxText) {
    boxText = given;
    boxStart = from;
    boxes = readBoxedDigits(given, from, MAX_BOXES);
  }
  return boxes;
}

/**
 * A number of so many digits that stands by itself.
 * @param shapes ways to group it, from `groupsOf`
 */
export function readNumber(given: string, from: number, to: number, length: number, shapes: readonly number[]): ReadDigits | undefined {
  const run = to - from;
  if (run === 1) {
    const boxed = boxesAt(given, from);
    return boxed?.digits.length === length ? { digits: boxed.digits, start: from, end: boxed.end, form: "boxes" } : undefined;
  }
  if (run > length) return undefined;
  const read = readDigitGroups(given, from, to);
  if (run === length) return read.isRunApart ? { digits: given.slice(from, to), start: from, end: to, form: "run" } : undefined;
  return shapes.includes(read.groups) && read.isApart ? { digits: digitsOf(given, from, read.end), start: from, end: read.end, form: "groups" } : undefined;
}
