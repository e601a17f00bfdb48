/**
 * 記号・番号: the two numbers that name an insured person or a post-office account. Written apart behind a label each, or together
 * behind one. Banks and insurers print the same words, so the neighbours say whose they are.
 */
import { isDigit } from "../../src/text/characters.js";
import { readDigitGroups } from "./digit-groups.js";
import { numberLabelBefore } from "./number-labels.js";

export interface SymbolAndNumber {
  readonly symbol: string;
  readonly number: string;
  /** Half-open, in the text, from the symbol to the number. */
  readonly start: number;
  readonly end: number;
}

/** 記号 and what it is, up to the word for the number. */
const SYMBOL_BEFORE = /記号[\s:=・)]{0,4}([^\s番:=・、,]{1,10}(?:[ -][^\s番:=・、,]{1,6})?)[\s、,・/(]{0,4}(?:の|[\p{Script=Han}]{1,6})?(?:番号|no\.?)[\s:=.・)]{0,4}$/iu;
/** Characters between 記号 and the number. */
const BEFORE = 36;
/** 3581-01: which member of the household it is. */
const BRANCH_BEHIND = /^-\d\d(?!\d)/u;
const MAX_DIGITS = 8;
const HYPHEN = 0x2d;
const MIDDLE_DOT = 0x30fb;


/** Behind one label for both: 記号・番号 12345678・12, 記号番号:12340-12345671. Between them a hyphen, a middle dot or a space. */
function readTogether(text: string, start: number, end: number): SymbolAndNumber | undefined {
  const separator = text.charCodeAt(end);
  if (separator !== HYPHEN && separator !== MIDDLE_DOT && separator !== 0x20) return undefined;
  let to = end + 1;
  while (to - end <= MAX_DIGITS + 1 && isDigit(text.charCodeAt(to))) to++;
  const digits = to - end - 1;
  return digits === 0 || digits > MAX_DIGITS ? undefined : { symbol: text.slice(start, end), number: text.slice(end + 1, to), start, end: to };
}

/** 記, of 記号: most numbers behind "No." have none before them. */
const SYMBOL = 0x8a18;

function hasSymbolBefore(text: string, start: number): boolean {
  for (let i = Math.max(0, start - BEFORE); i < start; i++) if (text.charCodeAt(i) === SYMBOL) return true;
  return false;
}

/** The pair whose number, or whose first half, the run of digits at `start` is. */
export function readSymbolAndNumber(text: string, start: number, end: number): SymbolAndNumber | undefined {
  if (end - start > MAX_DIGITS) return undefined;
  const kind = numberLabelBefore(text, start)?.kind;
  if (kind === "symbol-number" || kind === "postal-transfer" || kind === "insured") {
    const together = readTogether(text, start, end);
    if (together !== undefined || kind !== "insured") return together;
  } else if (kind !== "generic") return undefined;
  if (!hasSymbolBefore(text, start)) return undefined;
  const from = Math.max(0, start - BEFORE);
  const found = SYMBOL_BEFORE.exec(text.slice(from, start));
  if (found === null || !(readDigitGroups(text, start, end).isRunApart || BRANCH_BEHIND.test(text.slice(end, end + 4)))) return undefined;
  const symbolStart = from + found.index + found[0].indexOf(found[1], 2);
  return { symbol: found[1].replace(/-$/u, ""), number: text.slice(start, end), start: symbolStart, end };
}

const INSURANCE = /保険|健保|国保|組合員|被扶養|資格確認|資格情報|共済|後期高齢|枝番/u;
const BANK = /ゆうちょ|郵便|貯金|振替|振込|口座|通帳|銀行|払込|払い込み|名義/u;
const WINDOW_BEFORE = 120;
const WINDOW_AFTER = 60;

/** Symbols of post-office accounts have five digits, from 1 to 0; numbers end with 1: ゆうちょ銀行「記号・番号のご案内」. */
export const isPostOfficeAccount = (symbol: string, number: string): boolean =>
  /^1\d{3}0$/u.test(symbol) && number.length >= 2 && number.length <= 8 && number.endsWith("1");

/** Whose pair it is; undefined where nothing says so. */
export function ownerOf(text: string, { symbol, number, start, end }: SymbolAndNumber): "insurer" | "bank" | undefined {
  const around = text.slice(Math.max(0, start - WINDOW_BEFORE), end + WINDOW_AFTER);
  const isInsurance = INSURANCE.test(around);
  const isBank = BANK.test(around);
  if (isInsurance === isBank) return isInsurance || isPostOfficeAccount(symbol, number) ? (isPostOfficeAccount(symbol, number) ? "bank" : "insurer") : undefined;
  return isInsurance ? "insurer" : "bank";
}
