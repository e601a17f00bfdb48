/**
 * Files written as Base64 inside a text: an attachment whose transfer encoding is labelled wrong, a `data:` URI in a page, a
 * document in a field of JSON. A reader's program decodes them; who only reads the text sees letters and reports "clean".
 */
import { isUtf8 } from "node:buffer";
import type { Artifact, TextSegment } from "../contract.js";
import { isText } from "./decode.js";

/** Shorter runs are identifiers, hashes and tokens; this many hold a person's record. */
const FEWEST_CHARS = 100;
/** Lines of one body (RFC 2045, 6.8: at most 76); a shorter one ends it. */
const SHORTEST_LINE = 40;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_";
let letters: Uint8Array | undefined;

function buildLetters(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const char of LETTERS) table[char.charCodeAt(0)] = 1;
  return table;
}

/** What decodes to a text or to a container of texts, each where its run stands. Linear; of other text every fortieth character is read. */
export function* encodedFiles(segment: TextSegment): Generator<Artifact> {
  const { text } = segment;
  const table = (letters ??= buildLetters());
  const { length } = text;
  /** Before it everything has been judged. */
  let floor = 0;
  for (let probe = SHORTEST_LINE - 1; probe < length; probe = floor + SHORTEST_LINE - 1) {
    floor = probe + 1;
    if (table[text.charCodeAt(probe)] === 0) continue;
    let start = probe;
    for (const first = probe - SHORTEST_LINE + 1; start > first && table[text.charCodeAt(start - 1)] === 1; ) start--;
    let at = probe + 1;
    let lineStart = start;
    let lines = 1;
    let lastLine = start;
    for (;;) {
      while (at < length && table[text.charCodeAt(at)] === 1) at++;
      const next = lineEndAt(text, at);
      if (at - lineStart < SHORTEST_LINE || next >= length || next === at || table[text.charCodeAt(next)] === 0) break;
      lastLine = at;
      at = lineStart = next;
      lines++;
    }
    while (at < length && text.charCodeAt(at) === PADDING) at++;
    floor = at;
    if (at - start < FEWEST_CHARS || isOrnament(text, start)) continue;
    let end = at;
    let bytes = Buffer.from(text.slice(start, end), "base64");
    if (!holdsText(bytes, lines > 1)) {
      // A word below a body that has no padding looks like its last line.
      if (lines === 1 || at - lineStart >= SHORTEST_LINE || lastLine - start < FEWEST_CHARS) continue;
      end = lastLine;
      bytes = Buffer.from(text.slice(start, end), "base64");
      if (!holdsText(bytes, lines > 2)) continue;
    }
    const { at: place, concealment } = segment.place({ start, end });
    yield { kind: "artifact", at: [...place, { kind: "entry", name: "base64" }], name: "", bytes, ...(concealment !== undefined && { concealment }) };
  }
}

/** Rules of hyphens and rows of X: no word can be written in fewer letters of Base64 than this ("11" takes four: "MTEx"). */
const FEWEST_LETTERS = 4;

function isOrnament(text: string, start: number): boolean {
  const seen = new Set<number>();
  for (let at = start; at < start + FEWEST_CHARS && seen.size <= FEWEST_LETTERS; at++) if (text.charCodeAt(at) > 0x20) seen.add(text.charCodeAt(at));
  return seen.size < FEWEST_LETTERS;
}

const PADDING = 0x3d;

/** Behind a line break at `at`; `at` itself where there is none. */
function lineEndAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x0d && text.charCodeAt(at + 1) === 0x0a) return at + 2;
  return code === 0x0a ? at + 1 : at;
}

const CONTAINERS = ["PK\x03\x04", "\x1f\x8b\x08", "%PDF-", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"];
const CONTROLS = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/u;

/** Random bytes are no valid UTF-8; they may be valid in older encodings, which count only where whole lines are Base64. */
function holdsText(bytes: Buffer, isBody: boolean): boolean {
  const head = bytes.toString("latin1", 0, 8);
  if (CONTAINERS.some((magic) => head.startsWith(magic))) return true;
  if (isUtf8(bytes)) return !CONTROLS.test(bytes.toString("latin1", 0, 4096));
  return isBody && isText(bytes) && !CONTROLS.test(bytes.toString("latin1", 0, 4096));
}
