/** Names of properties that a message file numbers itself ([MS-OXMSG] 2.2.3, "Named Property Mapping Storage"). */
import type { CompoundStorage } from "../../bytes/cfb.js";
import type { Budget } from "../../contract.js";

/** @returns property numbers (0x8000 and up) -> names given as texts; those known by a number of a standard set have none */
export function readPropertyNames(storage: CompoundStorage, budget: Budget): Map<number, string> {
  const streamOf = (name: string): Uint8Array => {
    const stream = storage.find(name);
    if (stream?.kind !== "stream") return new Uint8Array(0);
    const { bytes } = stream.read();
    budget.expand(bytes.length);
    return bytes;
  };
  const entries = streamOf("__substg1.0_00030102");
  const texts = streamOf("__substg1.0_00040102");
  const entryView = new DataView(entries.buffer, entries.byteOffset, entries.byteLength);
  const textView = new DataView(texts.buffer, texts.byteOffset, texts.byteLength);
  const names = new Map<number, string>();
  for (let at = 0; at + 8 <= entries.length; at += 8) {
    // The lowest bit of the second half: the first four bytes are where the name stands, and no number.
    if ((entryView.getUint32(at + 4, true) & 1) === 0) continue;
    const start = entryView.getUint32(at, true);
    if (start + 4 > texts.length) continue;
    const name = Buffer.from(texts.subarray(start + 4, start + 4 + Math.min(1024, textView.getUint32(start, true)))).toString("utf16le");
    names.set(0x8000 + (entryView.getUint32(at + 4, true) >>> 16), name);
  }
  return names;
}
