/** Bytes of a PDF file that no reader of PDF looks at: before its header, and behind an end mark where no further revision begins. */
import { strayArtifact } from "../../bytes/stray.js";
import type { Artifact } from "../../contract.js";

const HEADER = Buffer.from("%PDF-");
const END = Buffer.from("%%EOF");
/**
 * What may follow an end mark: an object, cross-reference or comment of a later revision (ISO 32000-1, 7.5.6), or the rest of the
 * stream that a whole PDF is embedded in.
 */
const GOES_ON = /^[\s\0]*(?:\d{1,10}\s+\d{1,5}\s+obj|xref|trailer|startxref|endstream|%|$)/u;
const WINDOW = 256;

export function* bytesOutside({ at, bytes }: Artifact, headerWindow: number): Generator<Artifact> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const header = buffer.subarray(0, headerWindow + HEADER.length).indexOf(HEADER);
  const before = header > 0 ? strayArtifact(at, bytes, 0, header) : undefined;
  if (before !== undefined) yield before;
  for (let mark = buffer.indexOf(END); mark >= 0; ) {
    const end = mark + END.length;
    mark = buffer.indexOf(END, end);
    if (GOES_ON.test(buffer.toString("latin1", end, end + WINDOW))) continue;
    const behind = strayArtifact(at, bytes, end, mark < 0 ? bytes.length : mark);
    if (behind !== undefined) yield behind;
  }
}
