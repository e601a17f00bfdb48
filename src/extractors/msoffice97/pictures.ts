/** Pictures and shapes of Word documents ([MS-DOC] 2.9.192 PICFAndOfficeArtData, 2.9.172 OfficeArtContent). */
import { type OfficeArt, readOfficeArt } from "../../bytes/office-art.js";
import { printableRuns } from "../../bytes/printable-runs.js";
import type { ExtractContext, Location } from "../../contract.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import type { Piece } from "./container.js";
import { remnantsOf, type Stretch } from "./remnants.js";

const PICF_BYTES = 0x44;
/** 2.9.157 MFPF: the picture is in a file whose name follows. */
const IN_FILE = 0x66;
const FBSE = 0xf007;

/** Pictures in the Data stream, the form fields and links between them, and what is left over. */
export function* readPictures(data: Uint8Array, offsets: readonly number[], at: Location, context: ExtractContext): Generator<Piece> {
  if (data.length === 0) return;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const dataAt: Location = [...at, { kind: "entry", name: "Data" }];
  const used: Stretch[] = [];
  const hidden: Remark[] = [];
  for (const start of offsets) {
    if (start + 6 > data.length) continue;
    context.budget.tick();
    const end = Math.min(data.length, start + view.getUint32(start, true));
    const head = view.getUint16(start + 4, true);
    used.push({ start, end });
    if (head === PICF_BYTES && start + PICF_BYTES <= end) {
      const hasName = view.getUint16(start + 6, true) === IN_FILE;
      const from = start + PICF_BYTES + (hasName ? 1 + data[start + PICF_BYTES] : 0);
      if (hasName) hidden.push({ text: printableRuns(data.subarray(start + PICF_BYTES + 1, from)), at: dataAt });
      yield* readArt(readOfficeArt(data.subarray(from, end), context.budget), dataAt, context);
    } else {
      const text = printableRuns(data.subarray(start + 6, end));
      if (text !== "") hidden.push({ text, at: dataAt });
    }
  }
  const told = hidden.filter(({ text }) => text !== "");
  if (told.length > 0) yield remarksSegment(told, "hidden-text");
  const rest = remnantsOf(data, used, () => false);
  if (rest !== "") yield remarksSegment([{ text: rest, at: dataAt }], "orphaned-part");
}

/** Shapes: what is written into them, and pictures, which stand in the WordDocument stream and are found by their offsets. */
export function* readDrawings(info: Uint8Array, document: Uint8Array, at: Location, context: ExtractContext): Generator<Piece> {
  let rest = info;
  // A byte stands before each drawing: whether it is the main document's or the headers'.
  for (let i = 0; rest.length > 8 && i < info.length; i++) {
    const art = readOfficeArt(rest, context.budget);
    yield* readArt(art, at, context);
    if (art.rest.length === rest.length && i > 0) break;
    rest = art.rest.subarray(art.rest.length === rest.length ? 0 : 1);
    if (art.rest.length === info.length) break;
  }
  for (const { offset, size } of delayedPictures(info)) yield* readArt(readOfficeArt(document.subarray(offset, offset + size), context.budget), at, context);
}

/** [MS-ODRAW] 2.2.32 OfficeArtFBSE: size and offset of a picture that stands in another stream. */
export function delayedPictures(info: Uint8Array): { offset: number; size: number }[] {
  const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
  const found: { offset: number; size: number }[] = [];
  let at = 0;
  while (at + 8 <= info.length) {
    const type = view.getUint16(at + 2, true);
    if (type < 0xf000) break;
    const end = at + 8 + view.getUint32(at + 4, true);
    if (type === FBSE && at + 8 + 36 <= info.length) {
      const size = view.getUint32(at + 8 + 20, true);
      const offset = view.getUint32(at + 8 + 28, true);
      if (offset !== 0xffffffff && size > 0) found.push({ offset, size });
    }
    at = (info[at] & 0xf) === 0xf ? at + 8 : end;
  }
  return found;
}

export function* readArt({ shown, properties, pictures }: OfficeArt, at: Location, { budget }: ExtractContext): Generator<Piece> {
  const remark = (text: string): Remark => ({ text, at });
  if (shown.length > 0) yield remarksSegment(shown.map(remark));
  if (properties.length > 0) yield remarksSegment(properties.map(remark), "property");
  for (const { name, bytes } of pictures) {
    budget.entry();
    yield { kind: "artifact", at: [...at, { kind: "entry", name }], name, bytes };
  }
}
