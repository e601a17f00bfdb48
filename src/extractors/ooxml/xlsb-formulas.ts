/** Text in the formulas of a binary workbook. */
import { type TokenDialect, TOKEN_SIZES, tokenTexts } from "../cells/formula-tokens.js";
import { wideStringsIn } from "./biff12.js";

const string: TokenDialect["string"] = (bytes, at, end) => {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 2 > end) return { text: "", end };
  const stop = Math.min(end, at + 2 + b.readUInt16LE(at) * 2);
  return { text: b.toString("utf16le", at + 2, stop), end: stop };
};

const DIALECT: TokenDialect = { sizes: TOKEN_SIZES.biff12, string, arrayString: string, arrayHead: 8, rectangle: 16 };

/** The formula at `at` ([MS-XLSB] 2.5.97.1): tokens behind their size, then the constants they need. */
export function binaryLiterals(b: Buffer, at: number): { readonly text: string; readonly end: number } {
  if (at + 8 > b.length) return { text: "", end: b.length };
  const start = at + 4;
  const middle = Math.min(b.length, start + b.readUInt32LE(at));
  const constants = middle + 4;
  const end = middle + 4 <= b.length ? Math.min(b.length, constants + b.readUInt32LE(middle)) : b.length;
  const tokens = Buffer.concat([b.subarray(start, middle), b.subarray(constants, end)]);
  const { literals, stoppedAt } = tokenTexts(tokens, 0, middle - start, tokens.length, DIALECT);
  const rest = stoppedAt < 0 ? [] : wideStringsIn(tokens.subarray(stoppedAt));
  return { text: [...literals, ...rest].join("\t"), end };
}
