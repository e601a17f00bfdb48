/** SMTP command lines, as the standard has them and no other way. */
import type { Wire } from "./wire.js";

export type CommandLine =
  /** Without its CRLF, one character a byte (latin1): what goes on to the next hop is byte for byte what came. */
  | { readonly kind: "line"; readonly line: string }
  /** RFC 5321, 2.3.8: CR and LF stand for nothing but line ends, and only together. Servers that disagree on it see different commands. */
  | { readonly kind: "bare"; readonly what: Bare }
  | { readonly kind: "too-long" }
  /** The client has said its last; what it began and did not end is dropped. */
  | { readonly kind: "end" };

export type Bare = "CR" | "LF" | "NUL";

const CR = 13;
const LF = 10;

/**
 * @param maxBytes of a line with its CRLF (RFC 5321, 4.5.3.1.4: at least 512; extensions add to it)
 * @param timeoutMs for the whole line: one byte at a time does not keep a connection open for ever
 * @throws WireError
 */
export async function readCommandLine(wire: Wire, maxBytes: number, timeoutMs: number): Promise<CommandLine> {
  const deadline = Date.now() + timeoutMs;
  let line: Buffer = Buffer.alloc(0);
  for (;;) {
    const chunk = await wire.read(Math.max(1, deadline - Date.now()));
    if (chunk === undefined) return { kind: "end" };
    const start = line.length === 0 ? 0 : line.length - 1;
    line = line.length === 0 ? chunk : Buffer.concat([line, chunk]);
    for (let i = start; i < line.length; i++) {
      const byte = line[i];
      if (byte === 0) return { kind: "bare", what: "NUL" };
      if (byte === LF) return { kind: "bare", what: "LF" };
      if (byte === CR) {
        if (i + 1 === line.length) break;
        if (line[i + 1] !== LF) return { kind: "bare", what: "CR" };
        if (i + 2 > maxBytes) return { kind: "too-long" };
        wire.unread(line.subarray(i + 2));
        return { kind: "line", line: line.toString("latin1", 0, i) };
      }
      if (i >= maxBytes) return { kind: "too-long" };
    }
  }
}
