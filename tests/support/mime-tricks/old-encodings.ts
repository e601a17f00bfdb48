/** Writers for what mail used before MIME and news after it. */
import { join } from "./build.js";

/** POSIX uuencode, historical algorithm. */
export function uuencode(bytes: Uint8Array, name: string): string {
  return `begin 644 ${name}\r\n${sextetLines(bytes, (value) => String.fromCharCode(value === 0 ? 0x60 : value + 0x20))}\`\r\nend\r\n`;
}

const XX = "+-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

export function xxencode(bytes: Uint8Array, name: string): string {
  return `begin 644 ${name}\r\n${sextetLines(bytes, (value) => XX[value])}+\r\nend\r\n`;
}

function sextetLines(bytes: Uint8Array, letter: (value: number) => string): string {
  let out = "";
  for (let start = 0; start < bytes.length; start += 45) {
    const line = bytes.subarray(start, start + 45);
    out += letter(line.length);
    for (let i = 0; i < line.length; i += 3) {
      const group = (line[i] << 16) | ((line[i + 1] ?? 0) << 8) | (line[i + 2] ?? 0);
      for (const shift of [18, 12, 6, 0]) out += letter((group >> shift) & 63);
    }
    out += "\r\n";
  }
  return out;
}

/** yEnc 1.3. */
export function yEnc(bytes: Uint8Array, name: string): Buffer {
  const out: number[] = [];
  let column = 0;
  for (const byte of bytes) {
    const value = (byte + 42) & 255;
    if (value === 0 || value === 0x0a || value === 0x0d || value === 0x3d) {
      out.push(0x3d, (value + 64) & 255);
      column += 2;
    } else {
      out.push(value);
      column++;
    }
    if (column >= 128) {
      out.push(0x0d, 0x0a);
      column = 0;
    }
  }
  return join(`=ybegin line=128 size=${bytes.length} name=${name}\r\n`, Buffer.from(out), `\r\n=yend size=${bytes.length}\r\n`);
}

const HQX = "!\"#$%&'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr";

/** BinHex 4.0 (RFC 1741, appendix A); checksums are zero, which no reader here looks at. */
export function binHex(bytes: Uint8Array, name: string): string {
  const head = Buffer.alloc(19);
  head.write("TEXTttxt", 1, "latin1");
  head.writeUInt32BE(bytes.length, 11);
  const fork = Buffer.concat([Buffer.of(name.length), Buffer.from(name, "latin1"), head, Buffer.alloc(2), bytes, Buffer.alloc(2), Buffer.alloc(2)]);
  // 0x90 begins a repetition; itself it is written 0x90 0x00.
  const marked = Buffer.from([...fork].flatMap((byte) => (byte === 0x90 ? [0x90, 0] : [byte])));
  let out = ":";
  for (let i = 0; i < marked.length; i += 3) {
    const group = (marked[i] << 16) | ((marked[i + 1] ?? 0) << 8) | (marked[i + 2] ?? 0);
    for (const shift of [18, 12, 6, 0].slice(0, Math.min(3, marked.length - i) + 1)) out += HQX[(group >> shift) & 63];
  }
  return `(This file must be converted with BinHex 4.0)\r\n\r\n${`${out}:`.replace(/.{64}/gu, "$&\r\n")}\r\n`;
}
