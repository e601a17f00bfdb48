/** A file in an OLE package: [MS-OLEDS] 2.3.6 gives the stream's length, and the packager's record follows, which Microsoft has not documented. */

export interface PackagedFile {
  readonly name: string;
  /** Where it lay on its author's disk. */
  readonly paths: readonly string[];
  readonly bytes: Uint8Array;
}

/** Paths are short; anything longer is another record. */
const MAX_PATH = 1024;
const EMBEDDED = 3;

/** The file in an "\u0001Ole10Native" stream; undefined where the record is of another form. */
export function packagedFile(stream: Uint8Array): PackagedFile | undefined {
  const b = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
  let at = 6;
  const text = (): string | undefined => {
    const end = b.indexOf(0, at);
    if (end < 0 || end - at > MAX_PATH) return undefined;
    const bytes = b.subarray(at, end);
    at = end + 1;
    return DECODER.decode(bytes);
  };
  if (b.length < 16) return undefined;
  const label = text();
  const path = text();
  if (label === undefined || path === undefined || at + 8 > b.length || b.readUInt16LE(at + 2) !== EMBEDDED) return undefined;
  at += 4;
  const temporaryLength = b.readUInt32LE(at);
  if (temporaryLength > MAX_PATH || at + 4 + temporaryLength + 4 > b.length) return undefined;
  const temporary = DECODER.decode(b.subarray(at + 4, at + 4 + Math.max(0, temporaryLength - 1)));
  at += 4 + temporaryLength;
  const size = b.readUInt32LE(at);
  const bytes = b.subarray(at + 4, at + 4 + size);
  if (bytes.length === 0) return undefined;
  const name = label === "" ? (path.split(/[/\\]/u).at(-1) ?? "") : label;
  return { name, paths: [...new Set([path, temporary])].filter((one) => one !== "" && one !== name), bytes };
}

/** Names are in the code page of the machine that embedded the file; Japanese ones most often here. */
const DECODER = new TextDecoder("shift_jis");
