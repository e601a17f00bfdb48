/** Zip files put together by hand: honest ones, and ones that no zip library would write. Always the same bytes. */
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipPart {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** Deflated unless said otherwise. */
  readonly stored?: boolean;
  /** Written into the headers instead of what is true. */
  readonly lie?: { readonly method?: number; readonly crc32?: number; readonly size?: number; readonly compressedSize?: number; readonly offset?: number };
  /** Sizes and CRC follow the data, the local header has none. */
  readonly descriptor?: boolean;
  /** Sizes and offset stand in zip64 extra fields. */
  readonly zip64?: boolean;
  readonly encrypted?: boolean;
  /** In the bytes, but not in the central directory. */
  readonly unlisted?: boolean;
  /** Bit 11: the name is UTF-8. On unless said otherwise. */
  readonly utf8?: boolean;
}

export interface ZipOptions {
  readonly comment?: Uint8Array;
  /** Bytes before the first entry; offsets still count from the archive's beginning. */
  readonly prefix?: Uint8Array;
  /** Zip64 end records. */
  readonly zip64?: boolean;
}

const bytesOf = (content: string | Uint8Array): Buffer => (typeof content === "string" ? Buffer.from(content) : Buffer.from(content));

export function zipOf(parts: readonly ZipPart[], { comment = new Uint8Array(0), prefix = new Uint8Array(0), zip64 = false }: ZipOptions = {}): Buffer {
  const pieces: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = bytesOf(part.name);
    const content = bytesOf(part.content);
    const packed = part.stored === true ? content : deflateRawSync(content);
    const method = part.lie?.method ?? (part.stored === true ? 0 : 8);
    const sum = part.lie?.crc32 ?? crc32(content);
    const size = part.lie?.size ?? content.length;
    const compressedSize = part.lie?.compressedSize ?? packed.length;
    const flags = (part.encrypted === true ? 1 : 0) | (part.descriptor === true ? 8 : 0) | (part.utf8 === false ? 0 : 0x800);
    const wide = part.zip64 === true;
    const at = part.lie?.offset ?? offset;
    const fields = (inLocal: boolean): Buffer => {
      const b = Buffer.alloc(26);
      const hide = inLocal && part.descriptor === true;
      b.writeUInt16LE(wide ? 45 : 20, 0);
      b.writeUInt16LE(flags, 2);
      b.writeUInt16LE(method, 4);
      // 1980-01-01 00:00, the earliest time there is.
      b.writeUInt32LE(0x00210000, 6);
      b.writeUInt32LE(hide ? 0 : sum, 10);
      b.writeUInt32LE(hide ? 0 : wide ? 0xffffffff : compressedSize, 14);
      b.writeUInt32LE(hide ? 0 : wide ? 0xffffffff : size, 18);
      b.writeUInt16LE(name.length, 22);
      b.writeUInt16LE(wide ? (inLocal ? 20 : 28) : 0, 24);
      return b;
    };
    const extra = (withOffset: boolean): Buffer => {
      if (!wide) return Buffer.alloc(0);
      const b = Buffer.alloc(withOffset ? 28 : 20);
      b.writeUInt16LE(1, 0);
      b.writeUInt16LE(b.length - 4, 2);
      b.writeBigUInt64LE(BigInt(size), 4);
      b.writeBigUInt64LE(BigInt(compressedSize), 12);
      if (withOffset) b.writeBigUInt64LE(BigInt(at), 20);
      return b;
    };
    const local = Buffer.concat([uint32(0x04034b50), fields(true), name, extra(false), packed]);
    const descriptor = part.descriptor === true ? Buffer.concat([uint32(0x08074b50), uint32(sum), uint32(compressedSize), uint32(size)]) : Buffer.alloc(0);
    pieces.push(local, descriptor);
    if (part.unlisted !== true) {
      const tail = Buffer.alloc(14);
      tail.writeUInt32LE(wide ? 0xffffffff : at, 10);
      central.push(Buffer.concat([uint32(0x02014b50), Buffer.from([45, 0]), fields(false), tail, name, extra(true)]));
    }
    offset += local.length + descriptor.length;
  }
  const directory = Buffer.concat(central);
  const wideEnd = Buffer.alloc(zip64 ? 76 : 0);
  if (zip64) {
    wideEnd.writeUInt32LE(0x06064b50, 0);
    wideEnd.writeBigUInt64LE(44n, 4);
    wideEnd.writeUInt16LE(45, 12);
    wideEnd.writeUInt16LE(45, 14);
    wideEnd.writeBigUInt64LE(BigInt(central.length), 24);
    wideEnd.writeBigUInt64LE(BigInt(central.length), 32);
    wideEnd.writeBigUInt64LE(BigInt(directory.length), 40);
    wideEnd.writeBigUInt64LE(BigInt(offset), 48);
    wideEnd.writeUInt32LE(0x07064b50, 56);
    wideEnd.writeBigUInt64LE(BigInt(offset + directory.length), 64);
    wideEnd.writeUInt32LE(1, 72);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : central.length, 8);
  end.writeUInt16LE(zip64 ? 0xffff : central.length, 10);
  end.writeUInt32LE(zip64 ? 0xffffffff : directory.length, 12);
  end.writeUInt32LE(zip64 ? 0xffffffff : offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([prefix, ...pieces, directory, wideEnd, end, comment]);
}

function uint32(value: number): Buffer {
  const b = Buffer.alloc(4);
  b.writeUInt32LE(value);
  return b;
}
