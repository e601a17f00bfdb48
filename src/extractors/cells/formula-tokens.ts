/** Text in compiled formulas: `=IF(A1="x","山田","")` as workbooks keep it that are not XML ([MS-XLS] 2.5.198, [MS-XLSB] 2.5.97). */

export interface TokenDialect {
  /** Lengths of each token without its first byte, by the low five bits of the classed ones; -1 where the length is told inside. */
  readonly sizes: Readonly<Record<number, number>>;
  /** The string at `at`, and where it ends. */
  readonly string: (bytes: Uint8Array, at: number, end: number) => { readonly text: string; readonly end: number };
  /** The string of an array's constant, whose length is of another width. */
  readonly arrayString: TokenDialect["string"];
  /** Bytes of an array's columns and rows, and of one rectangle of a reference to many. */
  readonly arrayHead: 3 | 8;
  readonly rectangle: number;
}

const STRING = 0x17;
const EXTENDED = 0x18;
const ATTRIBUTE = 0x19;
const CHOOSE = 0x04;
const ARRAY = 0x20;
const MEMORY = 0x26;
/** Operators, brackets and missing arguments are one byte. */
const LAST_OPERATOR = 0x16;
const FIRST_OPERATOR = 0x03;

const COMMON = { 0x18: 5, 0x19: 3, 0x1c: 1, 0x1d: 1, 0x1e: 2, 0x1f: 8, 0x21: 2, 0x22: 3 };

/** Lengths of tokens that refer to cells and names differ from version to version. */
export const TOKEN_SIZES = {
  biff5: { ...COMMON, 0x01: 4, 0x02: 4, 0x20: 7, 0x23: 14, 0x24: 3, 0x25: 6, 0x26: 6, 0x27: 6, 0x28: 6, 0x29: 2, 0x2a: 3, 0x2b: 6, 0x2c: 3, 0x2d: 6, 0x2e: 2, 0x2f: 2, 0x39: 24, 0x3a: 17, 0x3b: 20, 0x3c: 17, 0x3d: 20 },
  biff8: { ...COMMON, 0x01: 4, 0x02: 4, 0x20: 7, 0x23: 4, 0x24: 4, 0x25: 8, 0x26: 6, 0x27: 6, 0x28: 6, 0x29: 2, 0x2a: 4, 0x2b: 8, 0x2c: 4, 0x2d: 8, 0x2e: 2, 0x2f: 2, 0x39: 6, 0x3a: 6, 0x3b: 10, 0x3c: 6, 0x3d: 10 },
  biff12: { ...COMMON, 0x01: 4, 0x02: 4, 0x20: 14, 0x23: 4, 0x24: 6, 0x25: 12, 0x26: 6, 0x27: 6, 0x28: 6, 0x29: 2, 0x2a: 6, 0x2b: 12, 0x2c: 6, 0x2d: 12, 0x2e: 2, 0x2f: 2, 0x39: 6, 0x3a: 8, 0x3b: 14, 0x3c: 8, 0x3d: 14 },
} as const;

export interface TokenText {
  readonly literals: readonly string[];
  /** Where reading stopped at a token that nobody here knows; -1 where all was read. */
  readonly stoppedAt: number;
}

/**
 * String literals of the formula in [start, end) and of the constants behind it.
 * @param limit where the bytes end that constants may stand in
 */
export function tokenTexts(bytes: Uint8Array, start: number, end: number, limit: number, dialect: TokenDialect): TokenText {
  const literals: string[] = [];
  const add = (text: string): void => {
    if (text.trim() !== "") literals.push(text);
  };
  /** Constants stand behind the tokens in the order of the tokens that own them. */
  const owners: number[] = [];
  const stop = Math.min(end, bytes.length);
  let at = start;
  while (at < stop) {
    const token = bytes[at];
    const kind = token < 0x20 ? token : (token & 0x1f) | 0x20;
    at++;
    if (kind >= FIRST_OPERATOR && kind <= LAST_OPERATOR) continue;
    if (kind === STRING) {
      const read = dialect.string(bytes, at, stop);
      add(read.text);
      at = read.end;
      continue;
    }
    if (kind === ATTRIBUTE && (bytes[at] & CHOOSE) !== 0) {
      at += 3 + ((bytes[at + 1] | (bytes[at + 2] << 8)) + 1) * 2;
      continue;
    }
    const size = dialect.sizes[kind];
    if (size === undefined) return { literals, stoppedAt: at - 1 };
    // [MS-XLSB] 2.5.97.52: the structured reference to a table is longer than the other extended tokens.
    at += kind === EXTENDED && dialect.arrayHead === 8 && bytes[at] === 0x19 ? 13 : size;
    if (kind === ARRAY || kind === MEMORY) owners.push(kind);
  }
  at = stop;
  for (const owner of owners) {
    at = owner === ARRAY ? arrayConstants(bytes, at, limit, dialect, add) : at + 2 + (bytes[at] | (bytes[at + 1] << 8)) * dialect.rectangle;
    if (!(at < limit)) break;
  }
  return { literals, stoppedAt: -1 };
}

/** PtgExtraArray ([MS-XLS] 2.5.198.62): numbers, strings, logical values and errors, row by row. */
function arrayConstants(bytes: Uint8Array, start: number, limit: number, { arrayHead, arrayString }: TokenDialect, add: (text: string) => void): number {
  let at = start + arrayHead;
  // Each constant takes two bytes at least: the count of columns and rows need not be believed, the first type that is none ends it.
  const uint16 = (from: number): number => bytes[from] | (bytes[from + 1] << 8);
  let left = arrayHead === 3 ? (bytes[start] + 1) * (uint16(start + 1) + 1) : (uint16(start) + uint16(start + 2) * 65536) * (uint16(start + 4) + uint16(start + 6) * 65536);
  for (; left > 0 && at < limit; left--) {
    const type = bytes[at++];
    if (type === (arrayHead === 3 ? 2 : 1)) {
      const read = arrayString(bytes, at, limit);
      add(read.text);
      at = read.end;
    } else if (arrayHead === 3) at += 8;
    else at += type === 0 ? 8 : type === 2 ? 1 : 4;
  }
  return at;
}
