/** Which records of a PowerPoint document count, and which earlier saves have left behind ([MS-PPT] 2.1.2, 2.3.3 to 2.3.5). */
import { recordAt, TYPE } from "./ppt-records.js";

export interface Edits {
  /** Where the objects of the newest save stand, by their numbers. */
  readonly objects: ReadonlyMap<number, number>;
  /** The number of the document itself. */
  readonly document: number | undefined;
  readonly isEncrypted: boolean;
  /** The number of what tells how the presentation is sealed (2.3.7). */
  readonly session: number | undefined;
  /** Numbers of the objects of all saves, by where they stand: a directory that many saves name is counted once. */
  readonly places: ReadonlyMap<number, number>;
  /** The chain of saves breaks off. */
  readonly damaged: boolean;
  readonly userName: string;
}

const SEALED = 0xf3d1c4df;
/** More saves than a file can hold are a ring. */
const MAX_EDITS = 10_000;
const SEALED_EDIT_BYTES = 0x20;

export function readEdits(currentUser: Uint8Array, stream: Uint8Array): Edits {
  const objects = new Map<number, number>();
  const user = new DataView(currentUser.buffer, currentUser.byteOffset, currentUser.byteLength);
  if (currentUser.length < 28) return { objects, document: undefined, isEncrypted: false, session: undefined, places: new Map(), damaged: true, userName: "" };
  let isEncrypted = user.getUint32(12, true) === SEALED;
  const userName = readUserName(currentUser);
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let document: number | undefined;
  let session: number | undefined;
  const places = new Map<number, number>();
  let damaged = false;
  let offset = user.getUint32(16, true);
  const seen = new Set<number>();
  for (let i = 0; i < MAX_EDITS && offset !== 0; i++) {
    const edit = recordAt(stream, offset, stream.length);
    if (edit?.type !== TYPE.UserEditAtom || edit.end - edit.start < 20 || seen.has(offset)) {
      damaged = true;
      break;
    }
    seen.add(offset);
    document ??= view.getUint32(edit.start + 16, true);
    if (edit.end - edit.start >= SEALED_EDIT_BYTES) {
      isEncrypted = true;
      session ??= view.getUint32(edit.start + 28, true);
    }
    if (!addObjects(stream, view, view.getUint32(edit.start + 12, true), objects, places)) damaged = true;
    offset = view.getUint32(edit.start + 8, true);
  }
  return { objects, document, isEncrypted, session, places, damaged, userName };
}

/** A directory of objects (2.3.4): what a newer save has said of a number stands. */
function addObjects(stream: Uint8Array, view: DataView, at: number, objects: Map<number, number>, places: Map<number, number>): boolean {
  const directory = recordAt(stream, at, stream.length);
  if (directory?.type !== TYPE.PersistDirectoryAtom) return false;
  let entry = directory.start;
  while (entry + 4 <= directory.end) {
    const head = view.getUint32(entry, true);
    const first = head & 0xfffff;
    const count = head >>> 20;
    entry += 4;
    for (let i = 0; i < count && entry + 4 <= directory.end; i++, entry += 4) {
      const place = view.getUint32(entry, true);
      if (!places.has(place)) places.set(place, first + i);
      if (!objects.has(first + i)) objects.set(first + i, place);
    }
  }
  return true;
}

/** 2.3.2 CurrentUserAtom: once in the machine's code page, once more in Unicode behind it. */
function readUserName(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint16(20, true);
  const wide = bytes.subarray(28 + length + 4);
  const b = Buffer.from(wide.buffer, wide.byteOffset, Math.min(wide.length & ~1, length * 2));
  const unicode = b.toString("utf16le").replace(/\0.*$/su, "");
  return unicode !== "" ? unicode : Buffer.from(bytes.subarray(28, 28 + length)).toString("latin1").replace(/\0.*$/su, "");
}
