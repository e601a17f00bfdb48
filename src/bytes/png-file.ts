/** Samples as a PNG file (W3C PNG), for programs that open pictures. */
import { crc32, deflateSync } from "node:zlib";

export interface Samples {
  readonly width: number;
  readonly height: number;
  /** Of each component. */
  readonly bits: number;
  /** Of each pixel. */
  readonly components: number;
  /** Row by row, each filled up to a whole byte. */
  readonly bytes: Uint8Array;
}

/** Of a picture that is read: more than a sheet of A3 at 600 dots an inch. */
export const MAX_PIXELS = 80_000_000;

export const GRAY = 0;
export const RGB = 2;
export const PALETTE = 3;
export const GRAY_ALPHA = 4;
export const RGB_ALPHA = 6;

export interface PngOptions {
  /** Dark is light. */
  readonly isInverted?: boolean;
  /** Three bytes a colour. */
  readonly palette?: Uint8Array;
}

/** @param colour what a pixel's components are (11.2.1). @returns undefined where PNG has no such depth */
export function pngFile({ width, height, bits, components, bytes }: Samples, colour: number, { isInverted = false, palette }: PngOptions = {}): Uint8Array | undefined {
  if (![1, 2, 4, 8, 16].includes(bits)) return undefined;
  const rowBytes = Math.ceil((width * components * bits) / 8);
  // Rows that are missing are white: what there is of a damaged picture is read.
  const rows = Buffer.alloc((rowBytes + 1) * height, 0xff);
  for (let row = 0; row < height; row++) {
    const to = row * (rowBytes + 1);
    rows[to] = 0;
    rows.set(bytes.subarray(row * rowBytes, (row + 1) * rowBytes), to + 1);
    if (isInverted) for (let i = 1; i <= rowBytes; i++) rows[to + i] ^= 0xff;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = bits;
  head[9] = colour;
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", head), ...(palette === undefined ? [] : [chunk("PLTE", palette)]),
    chunk("IDAT", deflateSync(rows, { level: 1 })), chunk("IEND", new Uint8Array(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), out.length - 4);
  return out;
}
