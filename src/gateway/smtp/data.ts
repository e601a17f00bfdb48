/**
 * The bytes behind DATA: read without the dots that transparency adds (RFC 5321, 4.5.2), and written with them. Only CRLF "." CRLF ends
 * a message, and only CRLF ends a line: whoever lets a bare CR or LF through lets a second message through to a next hop that takes
 * either for a line end ("SMTP smuggling", 2023).
 */
import type { Bare } from "./command-line.js";

export interface DataReader {
  /**
   * @returns the message's own bytes; `rest` is what stands behind the end, where the end was reached. After "bare" or an end the
   *   reader is used up.
   */
  push(chunk: Buffer): DataPiece;
}

export type DataPiece =
  | { readonly kind: "more"; readonly bytes: Buffer }
  | { readonly kind: "end"; readonly bytes: Buffer; readonly rest: Buffer }
  | { readonly kind: "bare"; readonly what: Bare };

const enum At {
  LineStart,
  Text,
  /** Behind a CR that must be followed by LF. */
  Cr,
  /** Behind a dot at the start of a line, which is not the message's own. */
  Dot,
  DotCr,
}

const CR = 13;
const LF = 10;
const DOT = 46;

export function createDataReader(): DataReader {
  // The line end of the DATA command itself stands before the first line.
  let at: At = At.LineStart;
  return {
    push(chunk) {
      const out = Buffer.allocUnsafe(chunk.length + 1);
      let length = 0;
      for (let i = 0; i < chunk.length; i++) {
        const byte = chunk[i];
        if (at === At.Cr) {
          if (byte !== LF) return { kind: "bare", what: "CR" };
          out[length++] = CR;
          out[length++] = LF;
          at = At.LineStart;
        } else if (at === At.DotCr) {
          if (byte !== LF) return { kind: "bare", what: "CR" };
          return { kind: "end", bytes: out.subarray(0, length), rest: chunk.subarray(i + 1) };
        } else if (byte === LF) return { kind: "bare", what: "LF" };
        else if (byte === 0) return { kind: "bare", what: "NUL" };
        else if (byte === CR) at = at === At.Dot ? At.DotCr : At.Cr;
        else if (byte === DOT && at === At.LineStart) at = At.Dot;
        else {
          out[length++] = byte;
          at = At.Text;
        }
      }
      return { kind: "more", bytes: out.subarray(0, length) };
    },
  };
}

export interface DataWriter {
  /** The pieces of `bytes` with a dot before each line that begins with one. */
  push(bytes: Uint8Array): Uint8Array[];
  /** What ends the message, behind the last `push`. */
  end(): string;
}

const ONE_DOT = Buffer.from(".");

export function createDataWriter(): DataWriter {
  // Only CRLF comes this far: behind an LF a line begins.
  let isLineStart = true;
  return {
    push(bytes) {
      const pieces: Uint8Array[] = [];
      let from = 0;
      for (let i = 0; i < bytes.length; ) {
        if (isLineStart && bytes[i] === DOT) {
          pieces.push(bytes.subarray(from, i), ONE_DOT);
          from = i;
        }
        const end = bytes.indexOf(LF, i);
        isLineStart = end >= 0;
        if (end < 0) break;
        i = end + 1;
      }
      pieces.push(bytes.subarray(from));
      return pieces;
    },
    end: () => (isLineStart ? ".\r\n" : "\r\n.\r\n"),
  };
}
