/** Digits that stand one to a box, as forms ask for numbers: a space, a tab (a cell each) or a hyphen between any two. */
import { isDigit } from "../../src/text/characters.js";

const SPACE = 0x20;
const TAB = 0x09;
const HYPHEN = 0x2d;
/** "4 - 5". */
const MAX_GAP = 3;

const isGap = (code: number): boolean => code === SPACE || code === TAB || code === HYPHEN;

/**
 * Reads single digits with a gap between any two, beginning at `start`.
 * @param most a longer row is none: some table of figures
 * @returns undefined unless there are at least two, the row begins here, and nothing but a gap or the text's end is beside its digits
 */
export function readBoxedDigits(text: string, start: number, most: number): { digits: string; end: number } | undefined {
  if (!isGap(text.charCodeAt(start + 1))) return undefined;
  // A digit before the gap before this one: the row began earlier.
  if (isGap(text.charCodeAt(start - 1)) && isDigit(text.charCodeAt(start - 2))) return undefined;
  let digits = text.charAt(start);
  let end = start + 1;
  for (;;) {
    let next = end;
    while (next - end < MAX_GAP && isGap(text.charCodeAt(next))) next++;
    if (next === end || !isDigit(text.charCodeAt(next))) break;
    if (isDigit(text.charCodeAt(next + 1)) || digits.length === most) return undefined;
    digits += text.charAt(next);
    end = next + 1;
  }
  return digits.length < 2 ? undefined : { digits, end };
}
