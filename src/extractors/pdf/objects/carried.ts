/** Property lists that a content stream carries along (ISO 32000-1, 14.6.2), without reading the rest of it. */
import { isArray, isBytes, isDict, type Value } from "../fast/lexer.js";
import { createScanner } from "./scanner.js";
import { looseText } from "./text.js";

/** A list longer than this is none. */
const WINDOW = 8192;
const MAX_LISTS = 100_000;

export function carriedBy(content: Uint8Array): string[] {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const found = new Set<string>();
  let lists = 0;
  for (let at = buffer.indexOf("<<"); at >= 0 && lists < MAX_LISTS; lists++) {
    const scanner = createScanner(content, at, Math.min(content.length, at + WINDOW));
    const token = scanner.next();
    if (token !== undefined && "value" in token && isDict(token.value) && /^[\s\0]*(?:BDC|DP)/u.test(buffer.toString("latin1", scanner.position, scanner.position + 16))) stringsIn(token.value, found);
    at = buffer.indexOf("<<", Math.max(at + 2, scanner.position));
  }
  return [...found];
}

function stringsIn(value: Value, found: Set<string>): void {
  if (isBytes(value)) {
    const text = looseText(value);
    if (/[\p{L}\p{N}]/u.test(text)) found.add(text);
  } else if (isArray(value)) for (const one of value) stringsIn(one, found);
  else if (isDict(value)) for (const one of value.values()) stringsIn(one, found);
}
