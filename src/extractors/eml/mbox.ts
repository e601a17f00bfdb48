/** Mailbox files (RFC 4155): messages one after another, each after a "From " line. */

const LF = 0x0a;
const SEPARATOR = /^From \S.*\d{1,2}:\d{2}.*\d{4}/u;
const FIELD = /^[!-9;-~]+[ \t]*:/u;

/**
 * Where each message begins, separator line included; one entry for a file that holds a single message, and for one that does
 * not itself begin with a separator: there "From " begins a sentence. Linear.
 */
export function messageStarts(bytes: Uint8Array): number[] {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!source.subarray(0, 5).equals(Buffer.from("From "))) return [0];
  const starts: number[] = [];
  for (let at = 0; at >= 0 && at < source.length; at = nextSeparator(source, at + 1)) {
    if (at === 0 || isSeparator(source, at)) starts.push(at);
  }
  return starts;
}

/** A line beginning with "From " after a blank line, at or after `from`; -1 where there is none. */
function nextSeparator(source: Buffer, from: number): number {
  const at = source.indexOf("\nFrom ", from, "latin1");
  return at < 0 ? -1 : at + 1;
}

function isSeparator(source: Buffer, at: number): boolean {
  const before = source[at - 2] === 0x0d ? source[at - 3] : source[at - 2];
  if (before !== LF) return false;
  const lineEnd = source.indexOf(LF, at);
  if (lineEnd < 0 || lineEnd - at > 500) return false;
  return SEPARATOR.test(source.toString("latin1", at, lineEnd)) && FIELD.test(source.toString("latin1", lineEnd + 1, lineEnd + 200));
}
