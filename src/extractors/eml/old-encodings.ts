/** What mail used before MIME and news after it: xxencode, BinHex 4.0 and yEnc. Some mail programs still undo them for the reader. */

const XX = "+-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const HQX = "!\"#$%&'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr";

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BEGIN = /^begin [0-7]{3,4} (\S.*)$/u;

/** Files between "begin MODE NAME" and "end" whose lines are of xxencode's alphabet. Linear. */
export function* xxFiles(text: string): Generator<NamedFile> {
  if (!text.includes("begin ")) return;
  const lines = text.split(/\r?\n/u);
  for (let i = 0; i < lines.length; i++) {
    const name = BEGIN.exec(lines[i])?.[1].trim();
    if (name === undefined) continue;
    const out: number[] = [];
    let at = i + 1;
    for (; at < lines.length && lines[at] !== "end" && addXxLine(lines[at], out); at++);
    if (out.length > 0) yield { name, bytes: Buffer.from(out) };
    i = Math.max(i, at - 1);
  }
}

function addXxLine(line: string, out: number[]): boolean {
  const count = XX.indexOf(line.charAt(0));
  if (line === "" || count < 0 || line.length > 90 || line.length < 1 + Math.ceil((count * 4) / 3)) return false;
  for (let at = 1, written = 0; written < count; at += 4) {
    let group = 0;
    for (let i = 0; i < 4; i++) {
      const value = at + i < line.length ? XX.indexOf(line.charAt(at + i)) : 0;
      if (value < 0) return false;
      group = (group << 6) | value;
    }
    for (let shift = 16; shift >= 0 && written < count; shift -= 8, written++) out.push((group >> shift) & 255);
  }
  return true;
}

const HQX_START = "(This file must be converted with BinHex";
const RUN = 0x90;

/** The data and resource forks of BinHex 4.0 (RFC 1741, appendix A). */
export function* binHexFiles(text: string): Generator<NamedFile> {
  const mark = text.indexOf(HQX_START);
  const open = mark < 0 ? -1 : text.indexOf(":", mark + HQX_START.length);
  if (open < 0) return;
  const close = text.indexOf(":", open + 1);
  const fork = withoutRuns(hqxBytes(text.slice(open + 1, close < 0 ? text.length : close)));
  const nameLength = fork[0] ?? 0;
  const head = 1 + nameLength + 1 + 4 + 4 + 2;
  if (fork.length < head + 10) return;
  const name = fork.toString("latin1", 1, 1 + nameLength);
  const dataLength = fork.readUInt32BE(head);
  const data = head + 8 + 2;
  // A wrong length leaves nothing out: the rest is given as the resource fork.
  const end = Math.min(fork.length, data + dataLength);
  if (end > data) yield { name, bytes: fork.subarray(data, end) };
  if (fork.length > end + 4) yield { name: `${name} (resource fork)`, bytes: fork.subarray(end + 2) };
}

function hqxBytes(letters: string): Buffer {
  const out = Buffer.allocUnsafe(letters.length);
  let size = 0;
  let held = 0;
  let bits = 0;
  for (const letter of letters) {
    const value = HQX.indexOf(letter);
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[size++] = (held >> bits) & 255;
  }
  return out.subarray(0, size);
}

/** "x 0x90 n" is x repeated n times; "0x90 0" is 0x90 itself. At most 255 times its length. */
function withoutRuns(packed: Buffer): Buffer {
  if (!packed.includes(RUN)) return packed;
  const out: Buffer[] = [];
  let last = 0;
  for (let at = 0; at < packed.length; ) {
    const mark = packed.indexOf(RUN, at);
    const plain = packed.subarray(at, mark < 0 ? packed.length : mark);
    out.push(plain);
    if (plain.length > 0) last = plain[plain.length - 1];
    if (mark < 0) break;
    const times = packed[mark + 1] ?? 0;
    if (times === 0) last = RUN;
    out.push(Buffer.alloc(times === 0 ? 1 : times - 1, last));
    at = mark + 2;
  }
  return Buffer.concat(out);
}

const Y_BEGIN = "=ybegin ";

/** yEnc 1.3: eight bits to the byte, each moved by 42. @param body the bytes as they stand, before any charset */
export function* yEncFiles(body: Uint8Array): Generator<NamedFile> {
  const source = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  for (let at = source.indexOf(Y_BEGIN, 0, "latin1"); at >= 0; at = source.indexOf(Y_BEGIN, at + 1, "latin1")) {
    let line = lineEnd(source, at);
    const name = /name=(.*)$/u.exec(source.toString("latin1", at, line).trimEnd())?.[1] ?? "";
    if (source.toString("latin1", line + 1, line + 8) === "=ypart ") line = lineEnd(source, line + 1);
    const end = source.indexOf("=yend", line, "latin1");
    const bytes = yDecoded(source.subarray(line, end < 0 ? source.length : end));
    if (bytes.length > 0) yield { name, bytes };
    if (end < 0) return;
    at = end;
  }
}

function lineEnd(source: Buffer, from: number): number {
  const at = source.indexOf(0x0a, from);
  return at < 0 ? source.length : at;
}

function yDecoded(source: Buffer): Buffer {
  const out = Buffer.allocUnsafe(source.length);
  let size = 0;
  for (let at = 0; at < source.length; at++) {
    const byte = source[at];
    if (byte === 0x0a || byte === 0x0d) continue;
    if (byte !== 0x3d) out[size++] = (byte - 42) & 255;
    else if (++at < source.length) out[size++] = (source[at] - 64 - 42) & 255;
  }
  return out.subarray(0, size);
}
