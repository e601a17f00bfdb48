/** ToUnicode CMaps (ISO 32000-1, 9.10.3): code -> text. */
import { createLexer, isArray, isBytes, isKeyword, NotPlain, type Value } from "./lexer.js";

const MAX_ENTRIES = 100_000;

/** @param codeBytes length of the font's codes: 1 for simple fonts, 2 for Identity-H and -V */
export function readToUnicode(bytes: Uint8Array, codeBytes: 1 | 2): ReadonlyMap<number, string> {
  const lexer = createLexer(bytes, 0, bytes.length, false);
  const map = new Map<number, string>();
  let operands: Value[] = [];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!isKeyword(token)) {
      operands.push(token);
      continue;
    }
    const { keyword } = token;
    if (keyword === "usecmap") throw new NotPlain("a CMap that builds on another");
    if (keyword === "endbfchar") {
      for (let i = 0; i + 1 < operands.length; i += 2) set(code(operands[i]), text(operands[i + 1]));
    } else if (keyword === "endbfrange") {
      for (let i = 0; i + 2 < operands.length; i += 3) range(code(operands[i]), code(operands[i + 1]), operands[i + 2]);
    } else if (keyword === "endcidchar" || keyword === "endcidrange") throw new NotPlain("a CMap of character numbers");
    operands = [];
  }
  return map;

  function set(from: number, to: string): void {
    if (map.size >= MAX_ENTRIES) throw new NotPlain("a CMap with too many entries");
    // Of two entries for one code, readers differ in which they take.
    const known = map.get(from);
    if (known !== undefined && known !== to) throw new NotPlain("a code twice");
    map.set(from, to);
  }

  function range(first: number, last: number, to: Value): void {
    if (last < first || last - first > 0xffff) throw new NotPlain("a malformed range");
    if (isArray(to)) {
      for (let i = 0; i <= last - first && i < to.length; i++) set(first + i, text(to[i]));
      return;
    }
    const start = text(to);
    if (start === "") return;
    // Only the last byte counts up; one that would run over is read in different ways.
    const unit = start.charCodeAt(start.length - 1);
    if ((unit & 0xff) + last - first > 0xff) throw new NotPlain("a range over its last byte");
    for (let i = 0; i <= last - first; i++) set(first + i, start.slice(0, -1) + String.fromCharCode(unit + i));
  }

  function code(value: Value): number {
    if (!isBytes(value) || value.length !== codeBytes) throw new NotPlain("a code of another length");
    return codeBytes === 1 ? value[0] : value[0] * 256 + value[1];
  }

  function text(value: Value): string {
    if (!isBytes(value) || value.length % 2 !== 0 || value.length > 64) throw new NotPlain("text of odd length");
    let units = "";
    for (let i = 0; i < value.length; i += 2) units += String.fromCharCode(value[i] * 256 + value[i + 1]);
    return units;
  }
}
