/** Content-Type and Content-Disposition: a value and its parameters, with RFC 2231's pieces and charsets, as mailers write them. */
import { decodeText } from "./charset.js";
import { decodeWords } from "./encoded-words.js";

export interface StructuredValue {
  /** Lower case, without comments: "text/plain", "attachment". */
  readonly value: string;
  /** By lower-case name; of a name given twice, the first. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Values of names given more than once: readers choose differently. */
  readonly repeated: readonly (readonly [name: string, value: string])[];
}

/** Linear in the field. */
export function parseStructured(field: string): StructuredValue {
  const pieces = splitOnSemicolons(field);
  const plain = new Map<string, string>();
  const repeated: [string, string][] = [];
  const segments = new Map<string, Segment[]>();
  for (const piece of pieces.slice(1)) {
    const equals = piece.indexOf("=");
    if (equals <= 0) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    const value = unquote(piece.slice(equals + 1).trim());
    const [, base, index, star] = SEGMENTED.exec(name) ?? [];
    if (base !== undefined) addSegment(segments, base, { index: index === undefined ? 0 : Number(index), encoded: star !== undefined || index === undefined, value });
    else if (plain.has(name)) repeated.push([name, value]);
    else plain.set(name, value);
  }
  const parameters = new Map<string, string>();
  for (const [name, list] of segments) parameters.set(name, joinSegments(list));
  for (const [name, value] of plain) {
    if (!parameters.has(name)) parameters.set(name, decodeWords(value));
    else if (parameters.get(name) !== decodeWords(value)) repeated.push([name, decodeWords(value)]);
  }
  return { value: (pieces[0] ?? "").trim().toLowerCase(), parameters, repeated };
}

/** `name*`, `name*0`, `name*0*`: RFC 2231 sections 3 and 4. */
const SEGMENTED = /^([^*]+)\*(?:(\d{1,4})(\*)?)?$/u;

interface Segment {
  readonly index: number;
  readonly encoded: boolean;
  readonly value: string;
}

function addSegment(all: Map<string, Segment[]>, name: string, segment: Segment): void {
  const list = all.get(name);
  if (list === undefined) all.set(name, [segment]);
  else list.push(segment);
}

function joinSegments(list: Segment[]): string {
  list.sort((a, b) => a.index - b.index);
  const [first] = list;
  const declared = first.encoded ? /^([^']*)'[^']*'/u.exec(first.value) : null;
  const bytes = Buffer.concat(
    list.map(({ encoded, value }, i) => {
      const text = i === 0 && declared !== null ? value.slice(declared[0].length) : value;
      return encoded ? percentDecoded(text) : Buffer.from(text, "utf8");
    }),
  );
  return decodeText(bytes, declared?.[1] === "" ? undefined : declared?.[1]).text;
}

function percentDecoded(text: string): Buffer {
  const source = Buffer.from(text, "utf8");
  const out = Buffer.allocUnsafe(source.length);
  let size = 0;
  for (let i = 0; i < source.length; i++) {
    const pair = source[i] === 0x25 ? source.toString("latin1", i + 1, i + 3) : "";
    if (/^[0-9A-Fa-f]{2}$/u.test(pair)) {
      out[size++] = Number.parseInt(pair, 16);
      i += 2;
    } else out[size++] = source[i];
  }
  return out.subarray(0, size);
}

/** Semicolons inside quotes and comments do not split; comments are dropped. An unclosed quote or comment is plain text. */
function splitOnSemicolons(field: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  let quoteUnclosed = false;
  let commentUnclosed = false;
  for (let i = 0; i < field.length; i++) {
    const char = field.charAt(i);
    if (char === '"' && !quoteUnclosed) {
      const end = closingQuote(field, i);
      if (end < 0) {
        quoteUnclosed = true;
        continue;
      }
      piece += field.slice(i, end + 1);
      i = end;
    } else if (char === "(" && !commentUnclosed && !/=\s*[^\s"]*$/u.test(piece.slice(-80))) {
      const end = field.indexOf(")", i);
      if (end < 0) commentUnclosed = true;
      else i = end;
    } else if (char === ";") {
      pieces.push(piece);
      piece = "";
    } else piece += char;
  }
  pieces.push(piece);
  return pieces;
}

function closingQuote(field: string, open: number): number {
  for (let i = open + 1; i < field.length; i++) {
    if (field.charAt(i) === "\\") i++;
    else if (field.charAt(i) === '"') return i;
  }
  return -1;
}

function unquote(value: string): string {
  if (!value.startsWith('"')) return value;
  const end = closingQuote(value, 0);
  return value.slice(1, end < 0 ? value.length : end).replace(/\\([\s\S])/gu, "$1");
}
