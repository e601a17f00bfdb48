/** Writers of zip, tar and gzip files, well-formed or wrong in ways no archiver would write. The same input gives the same bytes. */
import { crc32, deflateRawSync, gzipSync } from "node:zlib";

export interface ZipFile {
  readonly name: string | Buffer;
  readonly content?: string | Uint8Array;
  /** Default: deflated. */
  readonly stored?: boolean;
  readonly comment?: string;
  readonly extra?: Buffer;
  /** Left out of the central directory. */
  readonly unlisted?: boolean;
  /** Bytes put before the local header. */
  readonly gap?: Uint8Array;
  /** Flags the entry as encrypted; the content goes in as it is, as if it were. */
  readonly encrypted?: boolean;
  readonly method?: number;
  readonly crc?: number;
  /** What the directory claims. */
  readonly size?: number;
  readonly compressedSize?: number;
  /** Sizes and CRC stand behind the data (APPNOTE 4.3.9), the local header has none. */
  readonly descriptor?: boolean;
  /** Sizes and offset stand in extra fields of eight bytes each (4.5.3). */
  readonly zip64?: boolean;
  /** Offset of another entry's local header to point at. */
  readonly offset?: number;
}

export interface ZipOptions {
  readonly prefix?: Uint8Array;
  readonly suffix?: Uint8Array;
  readonly comment?: string;
  /** The end record leaves everything to the zip64 one (4.3.14). */
  readonly zip64?: boolean;
}

/** 2024-01-01 00:00 in MS-DOS form. */
const DOS_DATE = ((2024 - 1980) << 9) | (1 << 5) | 1;
const UTF8_FLAG = 0x0800;

const bytesOf = (content: string | Uint8Array): Buffer => (typeof content === "string" ? Buffer.from(content) : Buffer.from(content));

/** APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. */
export function zip(files: readonly ZipFile[], { prefix = Buffer.alloc(0), suffix = Buffer.alloc(0), comment = "", zip64 = false }: ZipOptions = {}): Buffer {
  const out: Buffer[] = [Buffer.from(prefix)];
  const central: Buffer[] = [];
  let at = prefix.length;
  /** Bombs hold the same content hundreds of times. */
  const known = new Map<ZipFile["content"], { content: Buffer; packed: Buffer; sum: number }>();
  for (const file of files) {
    const name = bytesOf(file.name);
    let made = known.get(file.content);
    if (made === undefined) {
      const content = bytesOf(file.content ?? "");
      known.set(file.content, (made = { content, packed: deflateRawSync(content), sum: crc32(content) }));
    }
    const { content, sum } = made;
    const method = file.method ?? (file.stored === true || content.length === 0 ? 0 : 8);
    const packed = method === 8 ? made.packed : content;
    const flags = (typeof file.name === "string" ? UTF8_FLAG : 0) | (file.encrypted === true ? 1 : 0) | (file.descriptor === true ? 8 : 0);
    const size = file.size ?? content.length;
    const compressedSize = file.compressedSize ?? packed.length;
    const gap = Buffer.from(file.gap ?? Buffer.alloc(0));
    const offset = file.offset ?? at + gap.length;
    const extra = Buffer.concat([file.extra ?? Buffer.alloc(0), file.zip64 === true ? wideFields(size, compressedSize, offset) : Buffer.alloc(0)]);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt16LE(DOS_DATE, 8);
    fields.writeUInt32LE(file.crc ?? sum, 10);
    fields.writeUInt32LE(file.zip64 === true ? WIDE : compressedSize, 14);
    fields.writeUInt32LE(file.zip64 === true ? WIDE : size, 18);
    fields.writeUInt16LE(name.length, 22);
    fields.writeUInt16LE(extra.length, 24);
    if (file.offset === undefined) {
      const local = Buffer.from(fields);
      const descriptor = file.descriptor === true ? Buffer.concat([Buffer.from("PK\x07\x08", "latin1"), fields.subarray(10, 22)]) : Buffer.alloc(0);
      if (file.descriptor === true) local.fill(0, 10, 22);
      out.push(gap, Buffer.from("PK\x03\x04", "latin1"), local, name, extra, packed, descriptor);
      at += gap.length + 30 + name.length + extra.length + packed.length + descriptor.length;
    }
    if (file.unlisted === true) continue;
    const remark = Buffer.from(file.comment ?? "");
    const tail = Buffer.alloc(14);
    tail.writeUInt16LE(remark.length, 0);
    tail.writeUInt32LE(file.zip64 === true ? WIDE : offset, 10);
    central.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), fields, tail, name, extra, remark);
  }
  const directory = Buffer.concat(central);
  const listed = files.filter(({ unlisted }) => unlisted !== true).length;
  const remark = Buffer.from(comment);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(zip64 ? 0xffff : listed, 8);
  end.writeUInt16LE(zip64 ? 0xffff : listed, 10);
  end.writeUInt32LE(zip64 ? WIDE : directory.length, 12);
  end.writeUInt32LE(zip64 ? WIDE : at, 16);
  end.writeUInt16LE(remark.length, 20);
  const wideEnd = zip64 ? wideEndRecords(listed, directory.length, at) : Buffer.alloc(0);
  return Buffer.concat([...out, directory, wideEnd, end, remark, Buffer.from(suffix)]);
}

/** "Look in the zip64 field." */
const WIDE = 0xffffffff;

function wideFields(size: number, compressedSize: number, offset: number): Buffer {
  const b = Buffer.alloc(28);
  b.writeUInt16LE(1, 0);
  b.writeUInt16LE(24, 2);
  [size, compressedSize, offset].forEach((value, i) => b.writeBigUInt64LE(BigInt(value), 4 + 8 * i));
  return b;
}

/** The zip64 end record and its locator. */
function wideEndRecords(count: number, directorySize: number, directoryOffset: number): Buffer {
  const b = Buffer.alloc(76);
  b.write("PK\x06\x06", 0, "latin1");
  [44n, 0x2d002dn].forEach((value, i) => b.writeBigUInt64LE(value, 4 + 8 * i));
  [count, count, directorySize, directoryOffset].forEach((value, i) => b.writeBigUInt64LE(BigInt(value), 24 + 8 * i));
  b.write("PK\x06\x07", 56, "latin1");
  b.writeBigUInt64LE(BigInt(directoryOffset + directorySize), 64);
  b.writeUInt32LE(1, 72);
  return b;
}

export interface TarFile {
  readonly name: string | Buffer;
  readonly content?: string | Uint8Array;
  /** One character; default "0", a file. */
  readonly type?: string;
  readonly link?: string;
  readonly owner?: string;
  /** Put into the padding behind the content. */
  readonly slack?: string;
  /** Size the header claims. */
  readonly size?: number;
  /** Written into the header from byte 345 on (GNU). */
  readonly gnu?: Buffer;
}

/** POSIX.1-2017, pax, "ustar Interchange Format"; without the two blocks of zeros if `open` is set. */
export function tar(files: readonly TarFile[], { open = false } = {}): Buffer {
  const blocks = files.flatMap((file) => {
    const content = bytesOf(file.content ?? "");
    const header = Buffer.alloc(512);
    bytesOf(file.name).copy(header, 0);
    header.write("0000644\0" + "0001750\0" + "0001750\0", 100, "latin1");
    header.write((file.size ?? content.length).toString(8).padStart(11, "0") + "\0", 124, "latin1");
    header.write("14000000000\0", 136, "latin1");
    header.write(file.type ?? "0", 156, "latin1");
    header.write(file.link ?? "", 157);
    header.write(file.gnu === undefined ? "ustar\x0000" : "ustar  \0", 257, "latin1");
    header.write(file.owner ?? "user", 265);
    file.gnu?.copy(header, 345);
    header.fill(" ", 148, 156);
    header.write(header.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, "0") + "\0 ", 148, "latin1");
    const padded = Buffer.alloc(Math.ceil(content.length / 512) * 512);
    content.copy(padded);
    padded.write(file.slack ?? "", content.length);
    return [header, padded];
  });
  return Buffer.concat([...blocks, Buffer.alloc(open ? 0 : 1024)]);
}

/** A pax record block for the entry that follows: "%d %s=%s\n", the length counting itself. */
export function pax(records: Readonly<Record<string, string>>, type = "x"): TarFile {
  const content = Object.entries(records)
    .map(([key, value]) => {
      const rest = ` ${key}=${value}\n`;
      const size = Buffer.byteLength(rest);
      let length = size + String(size).length;
      if (size + String(length).length > length) length++;
      return `${length}${rest}`;
    })
    .join("");
  return { name: "PaxHeader", content, type };
}

export interface GzipMember {
  readonly content: string | Uint8Array;
  readonly name?: string | Buffer;
  readonly comment?: string;
  readonly extra?: Buffer;
}

/** RFC 1952 members one after the other. */
export function gzip(...members: readonly GzipMember[]): Buffer {
  return Buffer.concat(
    members.flatMap(({ content, name, comment, extra }) => {
      const plain = gzipSync(bytesOf(content));
      const header = Buffer.from(plain.subarray(0, 10));
      header[3] = (extra === undefined ? 0 : 4) | (name === undefined ? 0 : 8) | (comment === undefined ? 0 : 16);
      const zero = Buffer.alloc(1);
      const length = Buffer.alloc(2);
      length.writeUInt16LE(extra?.length ?? 0);
      return [
        header,
        ...(extra === undefined ? [] : [length, extra]),
        ...(name === undefined ? [] : [bytesOf(name), zero]),
        ...(comment === undefined ? [] : [Buffer.from(comment), zero]),
        plain.subarray(10),
      ];
    }),
  );
}
