/**
 * Records of fixed width that firms and town offices send to banks (全銀協制定レコード・フォーマット: 総合振込 21, 給与振込 11, 賞与振込 12, 口座振替 91):
 * a header record that begins with 1, then a record a person that begins with 2, whose account stands right before its holder's reading.
 */
const HEADER = /^1(?:11|12|21|71|72|91)[01 ]\d{10}/u;
const HEADER_LENGTH = 14;
/** Bank 4, its name 15, branch 3, its name 15, clearing house or nothing 4, type of account 1, account 7; then 30 of the holder. Normalised, voiced kana are one unit instead of two. */
const RECORD = /^2\d{4}[^\n]{15,37}\d{8}(?=[\p{Script=Katakana}ー])/u;
const LONGEST_BEFORE_HOLDER = 50;
const SHORTEST_BEFORE_HOLDER = 28;
const ACCOUNT_DIGITS = 7;
const HOLDER_LENGTH = 30;
/** サトウ ハナコ; companies have their kind in brackets: カ)サヌキデンキ. */
const HOLDER = /^[\p{Script=Katakana}ー]{2,14}(?: [\p{Script=Katakana}ー]{1,14}){1,2}(?= {2}|[ \d]{4})/u;

/** @param text normalised */
const isZengin = (text: string): boolean => text.charCodeAt(0) === 0x31 && HEADER.test(text.slice(0, HEADER_LENGTH));

export interface ZenginRecord {
  readonly account: { readonly start: number; readonly end: number };
  /** Absent where the holder is a company. */
  readonly holder?: { readonly start: number; readonly end: number };
}

/** The record whose holder's name would begin at `at`. */
function recordAt(text: string, lineStart: number, at: number): ZenginRecord | undefined {
  if (!RECORD.test(text.slice(lineStart, at + 1))) return undefined;
  const holder = HOLDER.exec(text.slice(at, at + HOLDER_LENGTH + 4));
  return { account: { start: at - ACCOUNT_DIGITS, end: at }, ...(holder !== null && { holder: { start: at, end: at + holder[0].length } }) };
}

/** The holder's name, if one begins here. Any other text is told by its first character. */
export function zenginHolderAt(text: string, start: number): { readonly start: number; readonly end: number } | undefined {
  if (!isZengin(text)) return undefined;
  const first = Math.max(0, start - LONGEST_BEFORE_HOLDER - 1);
  const lineBreak = text.slice(first, start).lastIndexOf("\n");
  if (lineBreak < 0) return undefined;
  const lineStart = first + lineBreak + 1;
  return start - lineStart < SHORTEST_BEFORE_HOLDER ? undefined : recordAt(text, lineStart, start)?.holder;
}

/** All records of persons; none in any other text. */
export function* zenginRecords(text: string): Iterable<ZenginRecord> {
  if (!isZengin(text)) return;
  for (let line = text.indexOf("\n") + 1; line > 0; line = text.indexOf("\n", line) + 1) {
    if (text.charCodeAt(line) !== 0x32) continue;
    const found = RECORD.exec(text.slice(line, line + LONGEST_BEFORE_HOLDER + 1));
    const record = found === null ? undefined : recordAt(text, line, line + found[0].length);
    if (record?.holder !== undefined) yield record;
  }
}
