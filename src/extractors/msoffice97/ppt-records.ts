/** Records of PowerPoint 97-2003 documents ([MS-PPT] 2.3.1): one behind the other, containers with others inside. */

export interface Record {
  readonly type: number;
  readonly instance: number;
  readonly isContainer: boolean;
  /** Of the record's head and of its content, in the stream. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** 2.13.24 RecordType. */
export const TYPE = {
  Document: 0x03e8, DocumentAtom: 0x03e9, Slide: 0x03ee, Notes: 0x03f0, SlidePersistAtom: 0x03f3, MainMaster: 0x03f8, SlideShowSlideInfoAtom: 0x03f9, VbaProject: 0x03ff, SoundData: 0x07e7, ProgTags: 0x1388,
  SlideListWithText: 0x0ff0, UserEditAtom: 0x0ff5, Handout: 0x0fc9, OutlineTextRefAtom: 0x0f9e, TextHeaderAtom: 0x0f9f, TextCharsAtom: 0x0fa0, TextBytesAtom: 0x0fa8, CString: 0x0fba, ExOleObjStg: 0x1011, PersistDirectoryAtom: 0x1772,
  BinaryTagData: 0x138b, Comment10: 0x2ee0, ExHyperlink: 0x0fd7, HeadersFooters: 0x0fd9, OfficeArtClientTextbox: 0xf00d, CryptSession10: 0x2f14,
} as const;

const HEAD_BYTES = 8;

/** The record that begins here; undefined where there is none, or it reaches past the end. */
export function recordAt(bytes: Uint8Array, at: number, end: number): Record | undefined {
  if (at < 0 || at + HEAD_BYTES > end) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = view.getUint16(at, true);
  const start = at + HEAD_BYTES;
  const stop = start + view.getUint32(at + 4, true);
  return stop > end ? undefined : { type: view.getUint16(at + 2, true), instance: head >>> 4, isContainer: (head & 0xf) === 0xf, at, start, end: stop };
}

/** Records directly in [start, end); `stop` tells where they could no longer be followed. */
export function* recordsIn(bytes: Uint8Array, start: number, end: number): Generator<Record, number> {
  let at = start;
  for (let record = recordAt(bytes, at, end); record !== undefined; record = recordAt(bytes, at, end)) {
    yield record;
    at = record.end;
  }
  return at;
}

/** Every record in [start, end), containers before what is in them, with the containers around it. No recursion, whatever the depth. */
export function* walkRecords(bytes: Uint8Array, start: number, end: number): Generator<{ readonly record: Record; readonly path: readonly Record[] }> {
  const path: Record[] = [];
  let at = start;
  while (at < end) {
    while (path.length > 0 && at >= path[path.length - 1].end) path.pop();
    const record = recordAt(bytes, at, path.length === 0 ? end : path[path.length - 1].end);
    if (record === undefined) {
      // What is left of this container is no record; the next one begins behind it.
      const broken = path.pop();
      if (broken === undefined) return;
      at = broken.end;
      continue;
    }
    yield { record, path };
    const goesIn = record.isContainer || record.type === TYPE.OfficeArtClientTextbox || record.type === TYPE.BinaryTagData;
    // Deeper ones are gone through as if they stood in the last of them.
    if (goesIn && path.length < MAX_DEPTH) path.push(record);
    at = goesIn ? record.start : record.end;
  }
}

const MAX_DEPTH = 64;
