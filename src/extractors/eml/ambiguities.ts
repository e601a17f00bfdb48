/**
 * What in a message is read in two ways by the mail programs there are. That all readings are scanned is not enough: which one its
 * recipient will see, and whether there is another one, nobody knows.
 */
import type { Bodies } from "./bodies.js";
import type { HeaderBlock } from "./headers.js";
import type { MimeTree, Problem } from "./mime.js";

const LINES: Readonly<Partial<Record<Problem["kind"], string>>> = {
  "wrong-boundary": "structure: parts follow a delimiter that the header does not name",
  "late-part": "structure: a part stands after the closing delimiter",
  "near-delimiter": "structure: a line begins like a delimiter and goes on",
  "contradictory": "structure: a part says twice, differently, what it is",
  "odd-multipart": "structure: the type or the boundary of a multipart is written so that programs read it differently",
  "odd-encoding": "structure: a transfer encoding is written so that programs read it differently",
  "encoded-multipart": "structure: a multipart in a transfer encoding that it may not have",
  "fragment": "structure: a fragment of a message that goes out in pieces",
  "elsewhere": "structure: the content is elsewhere and the part only refers to it",
};

/** One line for each kind, none twice. */
export function ambiguitiesOf(bytes: Uint8Array, head: HeaderBlock, { leaves, problems }: MimeTree, bodies: Bodies): string[] {
  const found = new Set<string>();
  for (const { kind } of problems) {
    const line = LINES[kind];
    if (line !== undefined) found.add(line);
  }
  const headers = new Set([head, ...leaves.map(({ header }) => header)]);
  for (const header of headers) {
    const doubt = headerDoubt(bytes, header);
    if (doubt !== undefined) found.add(doubt);
  }
  if (leaves.some((leaf) => bodies.others(leaf).length > 0)) found.add("body: a transfer encoding is damaged, and gives different contents by how it is read");
  return [...found];
}

const CR = 0x0d;
const LF = 0x0a;

/** Only what may change how the body is read: a recipient list folded oddly is the recipient detectors' affair. */
function headerDoubt(bytes: Uint8Array, { fields, strayLines }: HeaderBlock): string | undefined {
  const structural = fields.filter(({ lowerName }) => lowerName.startsWith("content-"));
  if (structural.length === 0 || fields.length === 0) return undefined;
  const start = fields[0].start;
  const end = structural[structural.length - 1].next;
  if (strayLines.length > 0) return "header: lines that are no fields stand between fields";
  const block = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
  if (block.includes(0)) return "header: nulls";
  for (let at = block.indexOf(CR); at >= 0; at = block.indexOf(CR, at + 1)) {
    if (at + 1 < block.length && block[at + 1] !== LF) return "header: line ends that not every program takes for one";
  }
  const text = block.toString("latin1");
  if (/\n[ \t]+\r?\n/u.test(text)) return "header: lines of blanks, which end it for some programs";
  if (/^content-[a-z-]*[ \t]+:/imu.test(text) || /[\x0b\x0c]/u.test(text)) return "header: blanks where none may be";
  return undefined;
}
