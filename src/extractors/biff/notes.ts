/** Comments and text boxes: the text stands in one record, what it belongs to in another ([MS-XLS] 2.4.179, 2.4.181, 2.4.329). */
import type { Location } from "../../contract.js";
import type { Remark } from "../../text/remarks.js";
import { continuedPieces, continuedReader, type RecordCursor } from "./records.js";
import { charactersIn, readable, stringIn, type Script } from "./strings.js";

const NOTE = 0x1c;
const OBJECT = 0x5d;
const TEXT_OBJECT = 0x1b6;
const NOTE_OBJECT = 0x19;
const MORE = 0xffff;

export interface Notes {
  /** @returns whether the record says nothing else */
  read(type: number, stream: Uint8Array, cursor: RecordCursor): boolean;
  comments(placeOf: (row: number, column: number) => Location): Remark[];
  /** Texts of shapes, which are drawn on the sheet. */
  boxes(): string[];
}

interface Note {
  readonly row: number;
  readonly column: number;
  readonly object: number;
  readonly author: string;
  /** Before BIFF8 the text stands in the note itself, in pieces. */
  readonly pieces: Uint8Array[];
}

export function createNotes(script: Script): Notes {
  const notes: Note[] = [];
  const texts: { object: number; isNote: boolean; text: string }[] = [];
  const rest: string[] = [];
  let object = -1;
  let isNote = false;

  function note(bytes: Uint8Array): void {
    const uint16 = (at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    const row = uint16(0);
    const last = notes.at(-1);
    if (script.biff === 8) notes.push({ row, column: uint16(2), object: uint16(6), author: stringIn(bytes.subarray(8), script), pieces: [] });
    else if (row === MORE && last !== undefined) last.pieces.push(bytes.subarray(6));
    else notes.push({ row, column: uint16(2), object: -1, author: "", pieces: [bytes.subarray(6)] });
  }
  function textObject(pieces: readonly Uint8Array[]): void {
    const [head, ...text] = pieces;
    const length = (head[10] ?? 0) | ((head[11] ?? 0) << 8);
    const runs = (head[12] ?? 0) | ((head[13] ?? 0) << 8);
    const reader = continuedReader(text);
    if (length > 0) texts.push({ object, isNote, text: charactersIn(reader, script, length) });
    reader.take(runs);
    // Drawings of more than a record's size go on behind the text of a shape in them.
    if (reader.left > 0) rest.push(readable(reader.take(reader.left), script));
  }

  return {
    read(type, stream, cursor) {
      const bytes = stream.subarray(cursor.start, cursor.end);
      if (type === NOTE) note(bytes);
      else if (type === TEXT_OBJECT && script.biff === 8) textObject(continuedPieces(stream, cursor));
      else {
        if (type === OBJECT && script.biff === 8 && bytes.length >= 8) {
          isNote = (bytes[4] | (bytes[5] << 8)) === NOTE_OBJECT;
          object = bytes[6] | (bytes[7] << 8);
        }
        return false;
      }
      return true;
    },
    comments(placeOf) {
      const byObject = new Map(texts.filter((one) => one.isNote).map((one) => [one.object, one.text]));
      const remarks = notes.map(({ row, column, object: id, author, pieces }): Remark => {
        const text = byObject.get(id) ?? script.decode(Buffer.concat(pieces));
        byObject.delete(id);
        // Excel writes the author before the text, and again beside it.
        return { text: text.startsWith(author) ? text : `${author}\n${text}`, at: placeOf(row, column) };
      });
      // A comment that no note leads to has been deleted, or belongs to a cell that nobody can tell.
      for (const text of byObject.values()) remarks.push({ text, at: placeOf(0, 0).slice(0, -1) });
      return remarks;
    },
    boxes: () => [...texts.filter((one) => !one.isNote).map(({ text }) => text), ...rest],
  };
}
