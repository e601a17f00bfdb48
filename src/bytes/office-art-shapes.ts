/** Shapes of a drawing of old Office documents ([MS-ODRAW] 2.2.14): where each stands, and whether it hides what is behind it. */

export interface ArtShape {
  /** Of the shape's container, in the bytes given. */
  readonly start: number;
  readonly end: number;
  /** The anchor's own bytes, which each host writes in its own way; undefined for shapes in groups and for what has none. */
  readonly anchor: Uint8Array | undefined;
  /** It fills its rectangle with something that one does not see through. */
  readonly isOpaque: boolean;
  /** Data of the host's begin here: in a workbook an object record goes with each. */
  readonly hasClientData: boolean;
}

const HEADER_BYTES = 8;
const CONTAINER = 0xf;
const GROUP = 0xf003;
const SHAPE = 0xf004;
const SHAPE_ATOM = 0xf00a;
const PROPERTIES = 0xf00b;
const CLIENT_ANCHOR = 0xf010;
const CLIENT_DATA = 0xf011;
/** The first shape of a group is the group itself, and that of the outermost one the drawing. */
const GROUP_ATOM = 0xf009;

/** [MS-ODRAW] 2.4.24 MSOSPT: rectangles, with round corners too, processes of flow charts, pictures, text boxes. */
const FULL: ReadonlySet<number> = new Set([1, 2, 109, 75, 202]);
/** 2.3.23.5 pib, 2.3.23.8 pictureTransparent, 2.3.7.1 fillType, .2 fillColor, .3 fillOpacity, .5 fillBackOpacity, .43, 2.3.4.44 with fHidden. */
const PROPERTY = { PICTURE: 0x104, SEE_THROUGH: 0x107, FILL_TYPE: 0x180, FILL_COLOUR: 0x181, OPACITY: 0x182, BACK_OPACITY: 0x184, FILL: 0x1bf, GROUP_SHAPE: 0x3bf } as const;
const OPAQUE = 0x10000;
/** 2.4.11: the fill is that of the background. */
const FILL_BACKGROUND = 9;
const FILLED = 0x10;
const USE_FILLED = 0x100000;
const HIDDEN = 0x2;
const USE_HIDDEN = 0x20000;
/** 2.2.40: the shape is no more than a group's frame, is deleted, or is the background, which is drawn first of all wherever it stands. */
const NOT_DRAWN = 0x1 | 0x8 | 0x400;
const NO_COLOUR = 0xffffffff;

/** In the order in which they are drawn, so that each may hide those before it. */
export function* artShapes(bytes: Uint8Array, from = 0, to: number = bytes.length): Generator<ArtShape> {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** Ends of the groups around. */
  const groups: number[] = [];
  let at = from;
  while (at + HEADER_BYTES <= to) {
    while (groups.length > 0 && at >= groups[groups.length - 1]) groups.pop();
    const type = b.readUInt16LE(at + 2);
    const start = at + HEADER_BYTES;
    const end = Math.min(to, start + b.readUInt32LE(at + 4));
    if (type === SHAPE) yield shapeIn(b, at, start, end, groups.length > 1);
    if (type === GROUP && groups.length < 2) groups.push(end);
    at = type !== SHAPE && (b[at] & CONTAINER) === CONTAINER ? start : end;
  }
}

function shapeIn(b: Buffer, at: number, from: number, to: number, isInGroup: boolean): ArtShape {
  let anchor: Uint8Array | undefined;
  let kind = 0;
  let isDrawn = true;
  let hasClientData = false;
  const numbers = new Map<number, number>();
  for (let next = from; next + HEADER_BYTES <= to; ) {
    const instance = b.readUInt16LE(next) >> 4;
    const type = b.readUInt16LE(next + 2);
    const start = next + HEADER_BYTES;
    next = Math.min(to, start + b.readUInt32LE(next + 4));
    if (type === SHAPE_ATOM) {
      kind = instance;
      if (start + 8 <= next) isDrawn = (b.readUInt32LE(start + 4) & NOT_DRAWN) === 0;
    } else if (type === PROPERTIES) {
      for (let i = start, left = instance; left > 0 && i + 6 <= next; i += 6, left--) numbers.set(b.readUInt16LE(i) & 0x3fff, b.readUInt32LE(i + 2));
    } else if (type === CLIENT_ANCHOR && !isInGroup) anchor = b.subarray(start, next);
    else if (type === CLIENT_DATA) hasClientData = true;
    else if (type === GROUP_ATOM) isDrawn = false;
  }
  return { start: at, end: to, anchor, hasClientData, isOpaque: isDrawn && FULL.has(kind) && isOpaque(numbers) };
}

/** A fill that only defaults speak of is not taken for one: placeholders and text boxes inherit that they have none. */
function isOpaque(numbers: ReadonlyMap<number, number>): boolean {
  const group = numbers.get(PROPERTY.GROUP_SHAPE) ?? 0;
  if ((group & USE_HIDDEN) !== 0 && (group & HIDDEN) !== 0) return false;
  if (numbers.has(PROPERTY.PICTURE) && (numbers.get(PROPERTY.SEE_THROUGH) ?? NO_COLOUR) === NO_COLOUR) return true;
  const fill = numbers.get(PROPERTY.FILL) ?? 0;
  const isFilled = (fill & USE_FILLED) !== 0 ? (fill & FILLED) !== 0 : numbers.has(PROPERTY.FILL_COLOUR) || numbers.has(PROPERTY.FILL_TYPE);
  if (!isFilled || numbers.get(PROPERTY.FILL_TYPE) === FILL_BACKGROUND) return false;
  return [PROPERTY.OPACITY, PROPERTY.BACK_OPACITY].every((one) => (numbers.get(one) ?? OPAQUE) >= OPAQUE);
}
