/** Pictures of one pixel or none, with metadata where cameras and programs put it. */
import { crc32, deflateSync } from "node:zlib";

export interface TiffValue {
  readonly tag: number;
  /** 1 bytes, 2 ASCII, 4 long, 5 rationals (pairs), 7 undefined; "ifd" is a directory of its own. */
  readonly type: 1 | 2 | 4 | 5 | 7 | "ifd";
  readonly value: Buffer | readonly number[] | readonly TiffValue[];
}

/** A TIFF file, which is also what an EXIF block holds. `next` is the second directory: the thumbnail's. */
export function tiff(entries: readonly TiffValue[], { next = [], endian = "II", thumbnail }: { next?: readonly TiffValue[]; endian?: "II" | "MM"; thumbnail?: Buffer } = {}): Buffer {
  const isLittle = endian === "II";
  const u16 = (value: number): Buffer => (isLittle ? Buffer.from([value & 255, value >> 8]) : Buffer.from([value >> 8, value & 255]));
  const u32 = (value: number): Buffer => {
    const out = Buffer.alloc(4);
    if (isLittle) out.writeUInt32LE(value >>> 0);
    else out.writeUInt32BE(value >>> 0);
    return out;
  };
  const pieces: Buffer[] = [];
  let length = 8;
  const place = (bytes: Buffer): number => {
    const at = length;
    pieces.push(bytes);
    length += bytes.length;
    return at;
  };
  const directory = (all: readonly TiffValue[], following: number): number => {
    const rows = all.map(({ tag, type, value }) => {
      if (type === "ifd") return Buffer.concat([u16(tag), u16(4), u32(1), u32(directory(value as readonly TiffValue[], 0))]); // "ifd" has directories
      const bytes = Buffer.isBuffer(value) ? value : Buffer.concat((value as readonly number[]).map(u32)); // the only other kind
      const count = bytes.length / ({ 1: 1, 2: 1, 4: 4, 5: 8, 7: 1 })[type];
      const field = bytes.length <= 4 ? Buffer.concat([bytes, Buffer.alloc(4 - bytes.length)]) : u32(place(bytes));
      return Buffer.concat([u16(tag), u16(type), u32(count), field]);
    });
    return place(Buffer.concat([u16(all.length), ...rows, u32(following)]));
  };
  const second = thumbnail === undefined
    ? next.length === 0 ? 0 : directory(next, 0)
    : directory([...next, { tag: 0x0201, type: 4, value: [place(thumbnail)] }, { tag: 0x0202, type: 4, value: [thumbnail.length] }], 0);
  const first = directory(entries, second);
  return Buffer.concat([Buffer.from(endian), u16(42), u32(first), ...pieces]);
}

const rational = (value: number): number[] => [Math.round(value * 1_000_000), 1_000_000];

/** The GPS directory of a place; north and east positive. */
export function gps(latitude: number, longitude: number): TiffValue {
  const degrees = (value: number): number[] => {
    const whole = Math.floor(Math.abs(value));
    return [whole, 1, ...rational((Math.abs(value) - whole) * 60), 0, 1];
  };
  return {
    tag: 0x8825,
    type: "ifd",
    value: [
      { tag: 1, type: 2, value: Buffer.from(latitude < 0 ? "S\0" : "N\0") }, { tag: 2, type: 5, value: degrees(latitude) },
      { tag: 3, type: 2, value: Buffer.from(longitude < 0 ? "W\0" : "E\0") }, { tag: 4, type: 5, value: degrees(longitude) },
    ],
  };
}

export const segment = (marker: number, ...content: readonly (Buffer | string)[]): Buffer => {
  const bytes = Buffer.concat(content.map((one) => Buffer.from(one as string))); // Buffer.from copies buffers too
  return Buffer.concat([Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255]), bytes]);
};

export const exif = (block: Buffer): Buffer => segment(0xe1, "Exif\0\0", block);
export const xmpSegment = (packet: string): Buffer => segment(0xe1, "http://ns.adobe.com/xap/1.0/\0", packet);
export const comment = (text: Buffer | string): Buffer => segment(0xfe, text);
export const photoshop = (id: number, block: Buffer): Buffer => segment(0xed, "Photoshop 3.0\0", resource(id, block));

export function resource(id: number, block: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.write("8BIM");
  head.writeUInt16BE(id, 4);
  head.writeUInt32BE(block.length, 8);
  return Buffer.concat([head, block, Buffer.alloc(block.length % 2)]);
}

/** IPTC datasets of record 2, or of another: [dataset, value, record]. */
export function iptc(...datasets: readonly (readonly [number, Buffer, number?])[]): Buffer {
  return Buffer.concat(datasets.map(([dataset, value, record = 2]) => Buffer.concat([Buffer.from([0x1c, record, dataset, value.length >> 8, value.length & 255]), value])));
}

/** Start, segments, a scan of nothing with a stuffed 0xff and a restart marker, end, and whatever follows. */
export const jpeg = (segments: readonly Buffer[], tail: Buffer | string = ""): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]), Buffer.from(tail as string)]);

export function pngChunk(type: string, content: Buffer | string): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), Buffer.from(content as string)]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** One black pixel. */
export const png = (chunks: readonly Buffer[], tail: Buffer | string = ""): Buffer =>
  Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"), pngChunk("IHDR", Buffer.from("00000001000000010800000000", "hex")), ...chunks,
    pngChunk("IDAT", deflateSync(Buffer.from([0, 0]))), pngChunk("IEND", ""), Buffer.from(tail as string),
  ]);

const subBlocks = (bytes: Buffer): Buffer => {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 255) pieces.push(Buffer.from([Math.min(255, bytes.length - at)]), bytes.subarray(at, at + 255));
  return Buffer.concat([...pieces, Buffer.from([0])]);
};
export const gifComment = (text: Buffer | string): Buffer => Buffer.concat([Buffer.from([0x21, 0xfe]), subBlocks(Buffer.from(text as string))]);
export const gifXmp = (packet: string): Buffer =>
  Buffer.concat([Buffer.from([0x21, 0xff, 11]), Buffer.from(`XMP DataXMP${packet}`), Buffer.from([1, ...Array.from({ length: 256 }, (_, i) => 255 - i), 0])]);
export const gif = (blocks: readonly Buffer[], tail: Buffer | string = ""): Buffer =>
  Buffer.concat([
    Buffer.from("GIF89a"), Buffer.from([1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]), ...blocks,
    Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]), Buffer.from(tail as string),
  ]);

export function webp(chunks: readonly (readonly [string, Buffer | string])[], tail: Buffer | string = ""): Buffer {
  const body = Buffer.concat([["VP8L", Buffer.from("2f00000000", "hex")] as const, ...chunks].map(([type, content]) => {
    const bytes = Buffer.from(content as string);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(bytes.length);
    return Buffer.concat([Buffer.from(type), size, bytes, Buffer.alloc(bytes.length % 2)]);
  }));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length + 4);
  return Buffer.concat([Buffer.from("RIFF"), size, Buffer.from("WEBP"), body, Buffer.from(tail as string)]);
}

export function box(type: string, ...content: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(content);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(bytes.length + 8);
  return Buffer.concat([size, Buffer.from(type), bytes]);
}

/** A HEIC file whose items stand in "idat". */
export function heic(items: readonly { readonly type: string; readonly name?: string; readonly contentType?: string; readonly content: Buffer }[], tail: Buffer | string = ""): Buffer {
  const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
  const u32 = (value: number): Buffer => Buffer.concat([u16(value >>> 16), u16(value & 0xffff)]);
  const full = (version: number): Buffer => Buffer.from([version, 0, 0, 0]);
  const infos = items.map(({ type, name = "", contentType }, i) =>
    box("infe", full(2), u16(i + 1), u16(0), Buffer.from(`${type}${name}\0${contentType === undefined ? "" : `${contentType}\0`}`)));
  let offset = 0;
  const places = items.map(({ content }, i) => {
    const row = Buffer.concat([u16(i + 1), u16(1), u16(0), u16(1), u32(offset), u32(content.length)]);
    offset += content.length;
    return row;
  });
  const meta = box("meta", full(0), box("iinf", full(0), u16(items.length), ...infos), box("iloc", full(1), Buffer.from([0x44, 0]), u16(items.length), ...places), box("idat", ...items.map(({ content }) => content)));
  return Buffer.concat([box("ftyp", Buffer.from("heic\0\0\0\0mif1")), meta, box("mdat", Buffer.alloc(16, 1)), Buffer.from(tail as string)]);
}

/** Four by four pixels of one gray, as OpenJPEG writes them: the code stream's head, and from its first tile on. */
const JP2_HEAD = Buffer.from("ff4fff510029000000000004000000040000000000000000000000040000000400000000000000000001070101ff52000c00000001000204040001ff5c000a4040484850484850", "hex");
const JP2_TILE = Buffer.from("ff90000a0000000000150001ff93cfb408044f8080ffd9", "hex");

/** @param said comments of the code stream. A JPEG 2000 file with boxes before its code stream. */
export function jp2(boxes: readonly Buffer[], { said = [], tail = "" }: { said?: readonly string[]; tail?: Buffer | string } = {}): Buffer {
  return Buffer.concat([
    box("jP  ", Buffer.from("0d0a870a", "hex")), box("ftyp", Buffer.from("jp2 \0\0\0\0jp2 ")),
    box("jp2h", box("ihdr", Buffer.from("0000000400000004000107070000", "hex")), box("colr", Buffer.from("01000000000011", "hex"))), ...boxes,
    box("jp2c", codeStream(said)), Buffer.from(tail as string),
  ]);
}
export const codeStream = (said: readonly string[] = []): Buffer => Buffer.concat([JP2_HEAD, ...said.map((text) => segment(0x64, Buffer.from([0, 1]), text)), JP2_TILE]);

export const XMP_UUID = Buffer.from("be7acfcb97a942e89c71999491e3afac", "hex");

/** A segment of JBIG2 (T.88 7.2). */
export function jbig2Segment(number: number, type: number, page: number, data: Buffer, length = data.length): Buffer {
  const head = Buffer.alloc(11);
  head.writeUInt32BE(number, 0);
  head[4] = type;
  head[6] = page;
  head.writeUInt32BE(length, 7);
  return Buffer.concat([head, data]);
}

const words = (...values: readonly number[]): Buffer => {
  const out = Buffer.alloc(4 * values.length);
  for (const [i, value] of values.entries()) out.writeUInt32BE(value, 4 * i);
  return out;
};

/** A page of eight by eight pixels whose right half is black: coded as a fax is (MMR). @param height as the page says it */
export const jbig2Page = (page = 1, height = 8): readonly Buffer[] => [
  jbig2Segment(page * 10, 48, page, Buffer.concat([words(8, height, 0, 0), Buffer.from([0, height === 8 ? 0 : 0x80, height === 8 ? 0 : 8])])),
  // Four white, four black; seven times the same as above; the end.
  jbig2Segment(page * 10 + 1, 38, page, Buffer.concat([words(8, 8, 0, 0), Buffer.from([0, 1]), Buffer.from("36ffff001001", "hex")])),
];
/** As Latin letters are said, or as UCS-2. */
export const jbig2Comment = (name: string, text: string, isWide = false): Buffer => {
  const said = Buffer.from(`${name}\0${text}\0\0`, isWide ? "utf16le" : "latin1");
  return jbig2Segment(1, 62, 1, Buffer.concat([words(isWide ? 0x20000002 : 0x20000000), isWide ? said.swap16() : said]));
};
export const jbig2 = (segments: readonly Buffer[], tail: Buffer | string = ""): Buffer =>
  Buffer.concat([Buffer.from("974a42320d0a1a0a0100000001", "hex"), ...segments, jbig2Segment(90, 51, 0, Buffer.alloc(0)), Buffer.from(tail as string)]);

/** One pixel of BMP. */
export function bmp(tail: Buffer | string = ""): Buffer {
  const out = Buffer.alloc(58);
  out.write("BM");
  out.writeUInt32LE(58, 2);
  out.writeUInt32LE(54, 10);
  out.writeUInt32LE(40, 14);
  out.writeUInt32LE(1, 18);
  out.writeUInt32LE(1, 22);
  out.writeUInt16LE(1, 26);
  out.writeUInt16LE(24, 28);
  return Buffer.concat([out, Buffer.from(tail as string)]);
}
