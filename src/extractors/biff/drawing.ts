/** Drawings of sheets, whose records the workbook stream has cut into pieces ([MS-XLS] 2.4.170 and 2.4.171). */
import { readOfficeArt } from "../../bytes/office-art.js";
import { printableRuns } from "../../bytes/printable-runs.js";
import type { Artifact, Budget, Concealment, Location, Segment } from "../../contract.js";
import { remarksSegment } from "../../text/remarks.js";
import { continuedPieces, type RecordCursor } from "./records.js";

const DRAWING = 0xec;

/**
 * What pieces of one drawing say and show.
 * @param hidden why nothing on the sheet is seen
 */
export function* readDrawing(pieces: readonly Uint8Array[], at: Location, hidden: Concealment | undefined, budget: Budget): Generator<Segment | Artifact> {
  if (pieces.length === 0) return;
  const { shown, properties, pictures, rest } = readOfficeArt(Buffer.concat(pieces), budget);
  const left = printableRuns(rest);
  if (shown.length > 0) yield remarksSegment(shown.map((text) => ({ text, at })), hidden);
  const said = [...new Set([...properties, left])].filter((text) => text !== "").map((text) => ({ text, at }));
  if (said.length > 0) yield remarksSegment(said, hidden ?? "package-data");
  for (const { name, bytes } of pictures) {
    yield { kind: "artifact", at: [...at, { kind: "entry", name }], name, bytes, ...(hidden !== undefined && { concealment: hidden }) };
  }
}

export interface DrawingCollector {
  readonly pieces: readonly Uint8Array[];
  read(type: number, stream: Uint8Array, cursor: RecordCursor): boolean;
}

export function collectDrawing(): DrawingCollector {
  const pieces: Uint8Array[] = [];
  return {
    pieces,
    read(type, stream, cursor) {
      if (type !== DRAWING) return false;
      pieces.push(...continuedPieces(stream, cursor));
      return true;
    },
  };
}
