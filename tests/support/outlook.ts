/** Outlook messages ([MS-OXMSG]) and winmail.dat ([MS-OXTNEF]), as small as they can be. */
import { compoundFile, type CompoundParts, type CompoundTree } from "./compound.js";

/** A text (UTF-16), bytes (8-bit texts and binary by `type`), or a number. */
export type MapiValue = string | number | { readonly type: number; readonly bytes: Buffer };
export type MapiValues = Readonly<Record<number, MapiValue>>;

export interface MessageParts {
  readonly values?: MapiValues;
  readonly recipients?: readonly MapiValues[];
  readonly attachments?: readonly { readonly values: MapiValues; readonly message?: MessageParts; readonly object?: CompoundTree }[];
  /** Text properties by the name the file gives them: 0x8000, 0x8001, ... */
  readonly named?: readonly (readonly [name: string, value: string])[];
}

const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, "0");

function storage(values: MapiValues, headBytes: number): CompoundTree {
  const rows: Buffer[] = [Buffer.alloc(headBytes)];
  const streams: Record<string, Uint8Array> = {};
  for (const [key, value] of Object.entries(values)) {
    const id = Number(key);
    const row = Buffer.alloc(16);
    row.writeUInt16LE(id, 2);
    if (typeof value === "number") {
      row.writeUInt16LE(3, 0);
      row.writeUInt32LE(value, 8);
    } else {
      const [type, bytes] = typeof value === "string" ? [0x1f, Buffer.from(value, "utf16le")] : [value.type, value.bytes];
      row.writeUInt16LE(type, 0);
      row.writeUInt32LE(bytes.length, 8);
      streams[`__substg1.0_${hex(id, 4)}${hex(type, 4)}`] = bytes;
    }
    rows.push(row);
  }
  return { "__properties_version1.0": Buffer.concat(rows), ...streams };
}

function tree({ values = {}, recipients = [], attachments = [], named = [] }: MessageParts, headBytes: number): CompoundTree {
  const own = Object.fromEntries(named.map(([, value], i) => [0x8000 + i, value]));
  return {
    ...storage({ ...values, ...own }, headBytes),
    ...Object.fromEntries(recipients.map((one, i) => [`__recip_version1.0_#${hex(i, 8)}`, storage(one, 8)])),
    ...Object.fromEntries(attachments.map((one, i) => [`__attach_version1.0_#${hex(i, 8)}`, {
      ...storage(one.values, 8),
      ...(one.message !== undefined && { "__substg1.0_3701000D": tree(one.message, 24) }),
      ...(one.object !== undefined && { "__substg1.0_3701000D": one.object }),
    }])),
  };
}

export function outlookMessage(parts: MessageParts, rest: CompoundParts = {}): Buffer {
  const texts: Buffer[] = [];
  let offset = 0;
  const entries = (parts.named ?? []).map(([name], i) => {
    const text = Buffer.from(name, "utf16le");
    const entry = Buffer.alloc(8);
    entry.writeUInt32LE(offset, 0);
    entry.writeUInt32LE((i << 16) | 1, 4);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(text.length);
    texts.push(size, text, Buffer.alloc((4 - (text.length % 4)) % 4));
    offset += 4 + text.length + ((4 - (text.length % 4)) % 4);
    return entry;
  });
  return compoundFile({ "__nameid_version1.0": { "__substg1.0_00030102": Buffer.concat(entries), "__substg1.0_00040102": Buffer.concat(texts) }, ...tree(parts, 32) }, rest);
}

/** LZFu of literals only: every eight bytes behind a control byte of 0. */
export function packRtf(rtf: string): Buffer {
  const text = Buffer.from(rtf, "latin1");
  const body: Buffer[] = [];
  for (let at = 0; at < text.length; at += 8) body.push(Buffer.from([0]), text.subarray(at, at + 8));
  const head = Buffer.alloc(16);
  head.writeUInt32LE(Buffer.concat(body).length + 12, 0);
  head.writeUInt32LE(text.length, 4);
  head.writeUInt32LE(0x75465a4c, 8);
  return Buffer.concat([head, ...body]);
}

export const tnefAttribute = (id: number, type: number, value: Buffer, level = 1): Buffer => {
  const head = Buffer.alloc(9);
  head[0] = level;
  head.writeUInt16LE(id, 1);
  head.writeUInt16LE(type, 3);
  head.writeUInt32LE(value.length, 5);
  return Buffer.concat([head, value, Buffer.alloc(2)]);
};

export const tnef = (attributes: readonly Buffer[]): Buffer => Buffer.concat([Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]), ...attributes]);

/** A property list of texts and binaries. */
export function tnefProperties(values: MapiValues): Buffer {
  const u32 = (value: number): Buffer => {
    const out = Buffer.alloc(4);
    out.writeUInt32LE(value >>> 0);
    return out;
  };
  const rows = Object.entries(values).map(([key, value]) => {
    const id = Number(key);
    if (typeof value === "number") return Buffer.concat([u32(id * 65536 + 3), u32(value)]);
    const [type, bytes] = typeof value === "string" ? [0x1f, Buffer.from(`${value}\0`, "utf16le")] : [value.type, value.bytes];
    return Buffer.concat([u32(id * 65536 + type), u32(1), u32(bytes.length), bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  });
  return Buffer.concat([u32(rows.length), ...rows]);
}
