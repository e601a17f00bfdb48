/** Text in the formulas of BIFF records. */
import { type TokenDialect, TOKEN_SIZES, tokenTexts } from "../cells/formula-tokens.js";
import { continuedReader } from "./records.js";
import { charactersIn, readable, type Script } from "./strings.js";

/** Formulas of one workbook: their literals, one a line; "" where there are none. */
export interface FormulaReader {
  /** @param start of the tokens, @param size of them; constants stand behind */
  literals(bytes: Uint8Array, start: number, size: number): string;
}

export function formulaReader(script: Script): FormulaReader {
  const { biff } = script;
  const string = (lengthBytes: 1 | 2): TokenDialect["string"] => (bytes, at, end) => {
    const count = (bytes[at] ?? 0) | (lengthBytes === 2 ? (bytes[at + 1] ?? 0) << 8 : 0);
    const rest = bytes.subarray(at + lengthBytes, end);
    const reader = continuedReader([rest]);
    const text = charactersIn(reader, script, count);
    return { text, end: at + lengthBytes + rest.length - reader.left };
  };
  const dialect: TokenDialect = {
    sizes: biff === 8 ? TOKEN_SIZES.biff8 : TOKEN_SIZES.biff5,
    string: string(1),
    arrayString: string(biff === 8 ? 2 : 1),
    arrayHead: 3,
    rectangle: biff === 8 ? 8 : 6,
  };
  return {
    literals(bytes, start, size) {
      const end = Math.min(bytes.length, start + size);
      if (biff < 5) return readable(bytes.subarray(start), script);
      const { literals, stoppedAt } = tokenTexts(bytes, start, end, bytes.length, dialect);
      const rest = stoppedAt < 0 ? "" : readable(bytes.subarray(stoppedAt), script);
      // A list of a validation is one literal with NULs between its entries ([MS-XLS] 2.4.93).
      return [...literals, rest].filter((text) => text !== "").join("\t").replaceAll("\0", "\t");
    },
  };
}
