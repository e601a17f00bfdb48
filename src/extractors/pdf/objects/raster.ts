/**
 * A page's picture as a file of its own, for programs that read text in pictures: JPEG and JPEG 2000 are stored whole (ISO 32000-1, 7.4.8,
 * 7.4.9), fax data becomes a TIFF file around them (7.4.6; TIFF 6.0, sections 8 and 11), JBIG2 a file of its own (7.4.7; T.88 D.4.1), samples a
 * PNG file (8.9.5).
 */
import { GRAY, MAX_PIXELS, PALETTE, pngFile, RGB, type Samples } from "../../../bytes/png-file.js";
import { isArray, isDict, type Dict, type Value } from "../fast/lexer.js";
import type { Unwrapped } from "./decode.js";
import type { ObjectGraph } from "./graph.js";
import { pictureFileIn } from "./streams.js";
import type { StoredObject } from "./sweep.js";

/** undefined: stored in a way that is not read here. @throws Unreadable ("limit") */
export function pictureFileOf(graph: ObjectGraph, object: StoredObject, dict: Dict): Uint8Array | undefined {
  const unwrapped = graph.unwrapped(object);
  if (unwrapped === undefined) return undefined;
  const { bytes, filter } = unwrapped;
  const whole = pictureFileIn(unwrapped);
  if (whole !== undefined) return whole;
  const width = numberAt(dict, graph, "Width", "W");
  const height = numberAt(dict, graph, "Height", "H");
  if (!(width > 0 && height > 0 && width * height <= MAX_PIXELS)) return undefined;
  if (filter === "JBIG2Decode") return jbig2File(graph, unwrapped);
  if (filter !== undefined) return faxFile(bytes, faxOptions(unwrapped, graph), width, height);
  const isMask = graph.resolve(dict.get("ImageMask") ?? dict.get("IM")) === true;
  const bits = isMask ? 1 : numberAt(dict, graph, "BitsPerComponent", "BPC");
  const decode = graph.resolve(dict.get("Decode") ?? dict.get("D"));
  const isInverted = isArray(decode) && decode[0] === 1 && decode[1] === 0;
  return samplesFile(graph, isMask ? "DeviceGray" : graph.resolve(dict.get("ColorSpace") ?? dict.get("CS")), { width, height, bits, components: 1, bytes }, isInverted);
}

function numberAt(dict: Dict, graph: ObjectGraph, ...keys: readonly string[]): number {
  const value = keys.map((key) => graph.resolve(dict.get(key))).find((one) => typeof one === "number");
  return typeof value === "number" ? value : 0;
}

// ------------------------------------------------------------------------------------------------------------------- Fax

interface FaxOptions {
  /** Below 0: pure two-dimensional (group 4); 0: one-dimensional; above: mixed. */
  readonly k: number;
  readonly columns: number;
  readonly isAligned: boolean;
}

function faxOptions({ parameters: own = new Map<string, Value>() }: Unwrapped, graph: ObjectGraph): FaxOptions {
  return { k: numberAt(own, graph, "K"), columns: numberAt(own, graph, "Columns") || 1728, isAligned: graph.resolve(own.get("EncodedByteAlign")) === true };
}

const SHORT = 3;
const LONG = 4;

function faxFile(data: Uint8Array, { k, columns, isAligned }: FaxOptions, width: number, height: number): Uint8Array {
  const options = (k > 0 ? 1 : 0) | (isAligned ? 4 : 0);
  const tags: readonly (readonly [tag: number, type: number, value: number])[] = [
    [256, LONG, columns || width], [257, LONG, height], [258, SHORT, 1], [259, SHORT, k < 0 ? 4 : 3], [262, SHORT, 0], [273, LONG, 0], [277, SHORT, 1],
    [278, LONG, height], [279, LONG, data.length], k < 0 ? [293, LONG, 0] : [292, LONG, options],
  ];
  const head = Buffer.alloc(8 + 2 + 12 * tags.length + 4);
  head.write("II*\0", 0, "latin1");
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(tags.length, 8);
  for (const [i, [tag, type, value]] of tags.entries()) {
    const at = 10 + 12 * i;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(1, at + 4);
    head.writeUInt32LE(tag === 273 ? head.length : value, at + 8);
  }
  return Buffer.concat([head, data]);
}

// ---------------------------------------------------------------------------------------------------------------- JBIG2

/** Segments one behind the other, of one page (T.88 D.4.1); what several pictures share stands first (7.4.7). */
const JBIG2_HEAD = Buffer.from("974a42320d0a1a0a0100000001", "hex");

function jbig2File(graph: ObjectGraph, { bytes, parameters }: Unwrapped): Uint8Array {
  const shared = graph.target(parameters?.get("JBIG2Globals"));
  const globals = shared === undefined ? undefined : graph.content(shared);
  return Buffer.concat([JBIG2_HEAD, globals ?? new Uint8Array(), bytes]);
}

// --------------------------------------------------------------------------------------------------------------- Samples

function samplesFile(graph: ObjectGraph, space: Value, given: Samples, isInverted: boolean): Uint8Array | undefined {
  const family = isArray(space) ? graph.resolve(space[0]) : space;
  const operands = isArray(space) ? space.slice(1) : [];
  switch (family) {
    case "DeviceGray":
    case "G":
    case "CalGray":
      return pngFile({ ...given, components: 1 }, GRAY, { isInverted });
    case "DeviceRGB":
    case "RGB":
    case "CalRGB":
      return given.bits >= 8 ? pngFile({ ...given, components: 3 }, RGB, { isInverted }) : undefined;
    case "DeviceCMYK":
    case "CMYK":
      return given.bits === 8 ? pngFile(withoutInk(given), RGB, { isInverted }) : undefined;
    case "Separation":
      // As much ink as it says: 0 is paper.
      return pngFile({ ...given, components: 1 }, GRAY, { isInverted: !isInverted });
    case "ICCBased": {
      const profile = graph.resolve(operands[0]);
      const components = isDict(profile) ? numberAt(profile, graph, "N") : 0;
      const device = ["", "DeviceGray", "", "DeviceRGB", "DeviceCMYK"][components];
      return device === undefined || device === "" ? undefined : samplesFile(graph, device, given, isInverted);
    }
    case "Indexed":
    case "I": {
      const palette = paletteOf(graph, graph.resolve(operands[0]), operands[2]);
      return palette === undefined || given.bits > 8 ? undefined : pngFile({ ...given, components: 1 }, PALETTE, { palette });
    }
    default:
      return undefined;
  }
}

/** Three bytes a colour. */
function paletteOf(graph: ObjectGraph, base: Value, lookup: Value | undefined): Uint8Array | undefined {
  const target = graph.target(lookup);
  const direct = graph.resolve(lookup);
  const bytes = direct instanceof Uint8Array ? direct : target === undefined ? undefined : graph.content(target);
  const family = isArray(base) ? graph.resolve(base[0]) : base;
  const profile = isArray(base) ? graph.resolve(base[1]) : undefined;
  const components = family === "ICCBased" && isDict(profile) ? numberAt(profile, graph, "N") : family === "DeviceGray" || family === "CalGray" ? 1 : family === "DeviceCMYK" ? 4 : 3;
  if (bytes === undefined) return undefined;
  const count = Math.min(256, Math.floor(bytes.length / components));
  const samples = { width: count, height: 1, bits: 8, components, bytes };
  if (components === 3) return bytes.subarray(0, count * 3);
  if (components === 4) return withoutInk(samples).bytes;
  return Uint8Array.from({ length: count * 3 }, (_, i) => bytes[Math.floor(i / 3)]);
}

function withoutInk({ bytes, ...rest }: Samples): Samples {
  const rgb = new Uint8Array(rest.width * rest.height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4) {
    const key = 255 - (bytes[from + 3] ?? 0);
    for (let i = 0; i < 3; i++) rgb[to++] = ((255 - (bytes[from + i] ?? 0)) * key) / 255;
  }
  return { ...rest, components: 3, bytes: rgb };
}
