/** Property sets of compound files ([MS-OLEPS]). */
import { u16, u32 } from "./biff.js";

export const SUMMARY = Buffer.from("e0859ff2f94f6810ab9108002b27b3d9", "hex");
export const DOCUMENT = Buffer.from("02d5cdd59c2e1b10939708002b2cf9ae", "hex");
export const USER = Buffer.from("05d5cdd59c2e1b10939708002b2cf9ae", "hex");

export const padded = (bytes: Uint8Array): Buffer => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
export const codePage = (number: number): [number, Buffer] => [1, Buffer.concat([u32(2), u32(number)])];
export const narrow = (bytes: Uint8Array): Buffer => padded(Buffer.concat([u32(30), u32(bytes.length + 1), bytes, Buffer.of(0)]));
export const wide = (text: string): Buffer => padded(Buffer.concat([u32(31), u32(text.length + 1), Buffer.from(`${text}\0`, "utf16le")]));

export function propertySet(...sets: readonly [format: Buffer, properties: readonly (readonly [number, Buffer])[]][]): Buffer {
  const bodies = sets.map(([, properties]) => {
    let at = 8 + properties.length * 8;
    const list = properties.map(([id, value]) => {
      const entry = Buffer.concat([u32(id), u32(at)]);
      at += value.length;
      return entry;
    });
    return Buffer.concat([u32(at), u32(properties.length), ...list, ...properties.map(([, value]) => value)]);
  });
  let at = 28 + sets.length * 20;
  const heads = sets.map(([format], i) => {
    const head = Buffer.concat([format, u32(at)]);
    at += bodies[i].length;
    return head;
  });
  return Buffer.concat([u16(0xfffe, 0), u32(0), Buffer.alloc(16), u32(sets.length), ...heads, ...bodies]);
}

/** The streams of an Office file. @param summary by their numbers ([MS-OLEPS] 3.1.5) @param document likewise */
export const propertyStreams = (summary: Readonly<Record<number, string>>, document: Readonly<Record<number, string>>): Record<string, Buffer> => ({
  "\u0005SummaryInformation": propertySet([SUMMARY, Object.entries(summary).map(([id, text]) => [Number(id), wide(text)] as const)]),
  "\u0005DocumentSummaryInformation": propertySet([DOCUMENT, Object.entries(document).map(([id, text]) => [Number(id), wide(text)] as const)]),
});
