/** A message with a header field before all others and, where recipients are to be hidden, some of its fields replaced. The rest stays, byte for byte. */
import type { HeaderField } from "../../contract.js";
import type { HeaderEdit } from "../transaction.js";

/** The edits do not fit the message: somebody reads it differently, and it must not go on as it is. */
export class EditError extends Error {
  override readonly name = "EditError";
}

/** A header block longer than this is not edited; real ones have some ten thousand bytes. */
const MAX_HEADER_BYTES = 4 * 1024 * 1024;
/** RFC 5322, 2.2; white space before the colon is obsolete (4.5) and read by everybody. */
const FIELD = /^(?<name>[\x21-\x39\x3b-\x7e]+)[ \t]*:/u;
/** RFC 5322, 2.2.3: a line end in a value is one that white space follows. */
const BROKEN_VALUE = /\0|\r(?!\n[ \t])|(?<!\r)\n/u;

/**
 * @param open the message from its beginning, each time it is called
 * @throws EditError before anything is yielded
 */
export async function editedMessage(
  open: () => AsyncIterable<Uint8Array>,
  added: readonly HeaderField[],
  edits: readonly HeaderEdit[] = [],
): Promise<AsyncIterable<Uint8Array>> {
  const prefix = Buffer.from(added.map(fieldText).join(""));
  if (edits.length === 0) return joined(prefix, open(), 0);
  const block = await headerBlock(open());
  return joined(Buffer.concat([prefix, editedBlock(block, edits)]), open(), block.length);
}

async function* joined(head: Uint8Array, rest: AsyncIterable<Uint8Array>, skip: number): AsyncIterable<Uint8Array> {
  let left = skip;
  let before = head;
  for await (const piece of rest) {
    const kept = left >= piece.length ? piece.subarray(piece.length) : piece.subarray(left);
    left = Math.max(0, left - piece.length);
    if (kept.length === 0) continue;
    // One piece of the two: a small message is then one write.
    yield before.length === 0 ? kept : Buffer.concat([before, kept]);
    before = kept.subarray(kept.length);
  }
  if (before.length > 0) yield before;
}

function fieldText({ name, value }: HeaderField): string {
  if (FIELD.exec(`${name}:`)?.groups?.["name"] !== name || BROKEN_VALUE.test(value)) throw new EditError("a header field that is to be written is malformed");
  return `${name}: ${value}\r\n`;
}

/** The lines before the first that is no field and no continuation of one, each with its CRLF. */
async function headerBlock(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  let block = Buffer.alloc(0);
  let from = 0;
  for await (const piece of pieces) {
    block = Buffer.concat([block, piece]);
    for (let end = block.indexOf("\r\n", from); end >= 0; end = block.indexOf("\r\n", from)) {
      const line = block.toString("latin1", from, end);
      if (!/^[ \t]/u.test(line) && !FIELD.test(line)) return block.subarray(0, from);
      from = end + 2;
    }
    if (block.length > MAX_HEADER_BYTES) throw new EditError("the header is too long to be edited");
  }
  return block.subarray(0, from);
}

function editedBlock(block: Buffer, edits: readonly HeaderEdit[]): Buffer {
  const wanted = new Map(edits.map((edit) => [keyOf(edit.name, edit.occurrence), edit]));
  const seen = new Map<string, number>();
  const out: string[] = [];
  // One character a byte: what is not edited is written as it was read.
  for (const field of block.toString("latin1").split(/(?<=\r\n)(?![ \t])/u)) {
    const name = FIELD.exec(field)?.groups?.["name"];
    if (name === undefined) {
      out.push(field);
      continue;
    }
    const occurrence = seen.get(name.toLowerCase()) ?? 0;
    seen.set(name.toLowerCase(), occurrence + 1);
    const key = keyOf(name, occurrence);
    const edit = wanted.get(key);
    wanted.delete(key);
    if (edit === undefined) out.push(field);
    else if (edit.value !== undefined) out.push(Buffer.from(fieldText({ name: edit.name, value: edit.value })).toString("latin1"));
  }
  if (wanted.size > 0) throw new EditError("a header field that is to be edited is not there");
  return Buffer.from(out.join(""), "latin1");
}

const keyOf = (name: string, occurrence: number): string => `${name.toLowerCase()}:${occurrence}`;
