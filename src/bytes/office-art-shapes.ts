/** Shapes of a drawing of old Office documents ([MS-ODRAW] 2.2.14): where each stands, and whether it hides what is behind it. */

export interface ArtShape {
  /** Of the shape's container, in the bytes given. */
  readonly start: number;
  readonly end: number;
  /** The anchor's own bytes, which each host writes in its own way; undefined for shapes in groups and for what has none. */
  readonly anchor: Uint8Array | undefined;
  /** Where a shape of a group stands in the outermost one that has an anchor. */
  readonly within: Within | undefined;
  /** It fills its rectangle with something that one does not see through. */
  readonly isOpaque: boolean;
  /** Data of the host's begin here: in a workbook an object record goes with each. */
  readonly hasClientData: boolean;
}

export interface Within {
  /** Of the group. */
  readonly anchor: Uint8Array;
  /** Parts of the group's width and height. */
  readonly box: Box;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const HEADER_BYTES = 8;
const CONTAINER = 0xf;
const GROUP = 0xf003;
const SHAPE = 0xf004;
const SHAPE_ATOM = 0xf00a;
const PROPERTIES = 0xf00b;
const CLIENT_ANCHOR = 0xf010;
const CLIENT_DATA = 0xf011;
/** The first shape of a group is the group itself, and that of the outermost one the drawing. It tells the coordinates of those in it (2.2.38). */
const GROUP_ATOM = 0xf009;
/** A place in the coordinates of the group (2.2.39). */
const CHILD_ANCHOR = 0xf00f;
/** Groups nested deeper are gone through as if they were the last of these. */
const MAX_GROUPS = 32;

/** [MS-ODRAW] 2.4.24 MSOSPT: rectangles, with round corners too, processes of flow charts, pictures, text boxes. */
const FULL: ReadonlySet<number> = new Set([1, 2, 109, 75, 202]);
/** 2.3.18.5 rotation, 2.3.23.5 pib, 2.3.23.8 pictureTransparent, 2.3.7.1 fillType, .2 fillColor, .3 fillOpacity, .5 fillBackOpacity, .43, 2.3.4.44 with fHidden. */
const PROPERTY = { ROTATION: 0x4, PICTURE: 0x104, SEE_THROUGH: 0x107, FILL_TYPE: 0x180, FILL_COLOUR: 0x181, OPACITY: 0x182, BACK_OPACITY: 0x184, FILL: 0x1bf, GROUP_SHAPE: 0x3bf } as const;
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

interface Group {
  readonly end: number;
  /** Coordinates of what is in it, and where it stands itself; undefined until its first shape tells. */
  space: Box | undefined;
  within: Within | undefined;
}

/** In the order in which they are drawn, so that each may hide those before it. */
export function* artShapes(bytes: Uint8Array, from = 0, to: number = bytes.length): Generator<ArtShape> {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const groups: Group[] = [];
  let at = from;
  while (at + HEADER_BYTES <= to) {
    while (groups.length > 0 && at >= groups[groups.length - 1].end) groups.pop();
    const type = b.readUInt16LE(at + 2);
    const start = at + HEADER_BYTES;
    const end = Math.min(to, start + b.readUInt32LE(at + 4));
    if (type === SHAPE) yield shapeIn(b, at, start, end, groups);
    if (type === GROUP && groups.length < MAX_GROUPS) groups.push({ end, space: undefined, within: undefined });
    at = type !== SHAPE && (b[at] & CONTAINER) === CONTAINER ? start : end;
  }
}

/** The drawing itself is a group, too: shapes stand in one only in the second and those inside. */
function shapeIn(b: Buffer, at: number, from: number, to: number, groups: readonly Group[]): ArtShape {
  let anchor: Uint8Array | undefined;
  let place: Box | undefined;
  let space: Box | undefined;
  let kind = 0;
  let isDrawn = true;
  let isGroup = false;
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
    } else if (type === CLIENT_ANCHOR) anchor = b.subarray(start, next);
    else if (type === CHILD_ANCHOR) place = boxAt(b, start, next);
    else if (type === CLIENT_DATA) hasClientData = true;
    else if (type === GROUP_ATOM) {
      isGroup = true;
      space = boxAt(b, start, next);
    }
  }
  // A turned shape stands elsewhere and leaves the corners of its rectangle free.
  const isTurned = (numbers.get(PROPERTY.ROTATION) ?? 0) !== 0;
  const group = groups.at(-1);
  const isInGroup = groups.length > 1;
  const own = { start: at, end: to, hasClientData, isOpaque: isDrawn && !isGroup && !isTurned && FULL.has(kind) && isOpaque(numbers) };
  if (!isInGroup || group === undefined) return { ...own, anchor, within: undefined };
  if (isGroup && group.space === undefined) {
    group.space = space;
    if (!isTurned) group.within = groups.length === 2 ? anchor && { anchor, box: WHOLE } : place && placedIn(groups[groups.length - 2], place);
    return { ...own, anchor: undefined, within: group.within };
  }
  return { ...own, anchor: undefined, within: isTurned ? undefined : place && placedIn(group, place) };
}

const WHOLE: Box = { left: 0, top: 0, right: 1, bottom: 1 };

function boxAt(b: Buffer, start: number, end: number): Box | undefined {
  if (end - start < 16) return undefined;
  return { left: b.readInt32LE(start), top: b.readInt32LE(start + 4), right: b.readInt32LE(start + 8), bottom: b.readInt32LE(start + 12) };
}

function placedIn({ space, within }: Group, { left, top, right, bottom }: Box): Within | undefined {
  if (space === undefined || within === undefined || space.right <= space.left || space.bottom <= space.top) return undefined;
  const { box } = within;
  const x = (value: number): number => box.left + ((value - space.left) / (space.right - space.left)) * (box.right - box.left);
  const y = (value: number): number => box.top + ((value - space.top) / (space.bottom - space.top)) * (box.bottom - box.top);
  return { anchor: within.anchor, box: { left: x(left), top: y(top), right: x(right), bottom: y(bottom) } };
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
