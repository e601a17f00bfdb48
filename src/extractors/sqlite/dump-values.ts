/** Values in SQL statements: strings of every dialect, numbers, and where a statement ends. */

const SPACE = /(?:\s+|--[^\n]*|\/\*[^]*?(?:\*\/|$))*/uy;
/** '' and, as MySQL and PostgreSQL's E'' have it, a backslash before anything. */
const STRING = /(?:[NnEeBbXx]|_[a-z0-9]{1,20}\s?)?'((?:[^'\\]|''|\\[^])*)(?:'|$)/uy;
const HEX = /0x([\dA-Fa-f]*)/uy;
/** Numbers, NULL, calls: up to the comma or parenthesis that ends the value. */
const BARE = /(?:[^,;()'"]|"[^"]*")*/uy;

function matchAt(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? "";
}

/** "(…, …)" from its parenthesis on; undefined where it does not end as a row ends. */
export function readTuple(source: string, start: number): { values: string[]; end: number } | undefined {
  if (source.charAt(start) !== "(") return undefined;
  const values: string[] = [];
  let at = start + 1;
  for (;;) {
    at += matchAt(SPACE, source, at).length;
    let value = "";
    let depth = 0;
    for (;;) {
      STRING.lastIndex = at;
      const string = STRING.exec(source);
      const char = source.charAt(at);
      if (string !== null && string[0] !== "") {
        value += stringValue(string[0], string[1]);
        at += string[0].length;
      } else if (char === "(") {
        depth++;
        at++;
      } else if (char === ")" && depth > 0) {
        depth--;
        at++;
      } else if (char === "" || char === ";" || char === ")" || (char === "," && depth === 0)) break;
      else {
        const bare = char === "," ? "," : matchAt(BARE, source, at) || char;
        value += bare;
        at += bare.length;
      }
    }
    values.push(bareValue(value.trim()));
    if (source.charAt(at) !== ",") break;
    at++;
  }
  return source.charAt(at) === ")" ? { values, end: at + 1 } : undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "0": " ", Z: " " };

function stringValue(whole: string, inner: string): string {
  if (/^[xX]'/u.test(whole)) return bytesText(inner);
  return inner.replaceAll("''", "'").replaceAll(/\\([^])/gu, (_escape, one: string) => ESCAPES[one] ?? one);
}

function bareValue(value: string): string {
  if (/^null$/iu.test(value)) return "";
  HEX.lastIndex = 0;
  const hex = HEX.exec(value);
  return hex !== null && hex[0] === value && value.length > 6 ? bytesText(hex[1]) : value;
}

/** A text written as bytes is a text; other bytes say nothing here. */
function bytesText(hex: string): string {
  const text = Buffer.from(hex, "hex").toString("utf8");
  return text.includes("\ufffd") ? hex : text;
}

/** What a statement is made of, up to its semicolon. */
const PIECES = /[^;'"`\-/$]+|'(?:[^'\\]|''|\\[^])*(?:'|\\?$)|"[^"]*(?:"|$)|`[^`]*(?:`|$)|--[^\n]*|\/\*[^]*?(?:\*\/|$)|./suy;
const MAX_STATEMENT_PIECES = 100_000;

/** Behind the semicolon that ends the statement, and the white space and comments behind that. */
export function skipStatement(source: string, start: number): number {
  let at = start + matchAt(SPACE, source, start).length;
  if (at > start) return at;
  for (let pieces = 0; at < source.length && pieces < MAX_STATEMENT_PIECES; pieces++) {
    const piece = matchAt(PIECES, source, at);
    at += Math.max(1, piece.length);
    if (piece === ";") break;
  }
  return at + matchAt(SPACE, source, at).length;
}
