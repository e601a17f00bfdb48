/** Macros as they are stored ([MS-OVBA] 2.3.4.3): one module, compressed as 2.4.1 says, here by one chunk of literal tokens. */
import type { CompoundTree } from "./compound.js";

export function vbaProject(text: string): CompoundTree {
  const source = Buffer.from(`Sub a()\r\n' ${text}\r\nEnd Sub\r\n`, "latin1");
  const tokens: number[] = [];
  for (let at = 0; at < source.length; at += 8) tokens.push(0, ...source.subarray(at, at + 8));
  const header = (tokens.length - 1) | 0x3000 | 0x8000;
  const container = Buffer.from([1, header & 0xff, header >> 8, ...tokens]);
  return { VBA: { Module1: container, _VBA_PROJECT: Buffer.from([0xcc, 0x61]), dir: Buffer.from([1]) } };
}
