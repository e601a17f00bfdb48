/** Where the shapes of a slide stand, and so which of their texts nobody sees ([MS-PPT] 2.7). */
import { type ArtShape, artShapes } from "../../bytes/office-art-shapes.js";
import type { Concealment } from "../../contract.js";
import { unseenShapes, type PlacedShape, type SlideSize } from "../../text/story/unseen-shapes.js";
import { recordsIn, type Record, TYPE, walkRecords } from "./ppt-records.js";

export interface SlideSight {
  /** Why a text that stands here in the stream is not seen. */
  readonly at: (position: number) => Concealment | undefined;
  /** The same of texts that stand in the document's list, by their number there (2.9.78). */
  readonly outline: ReadonlyMap<number, Concealment>;
  /** The slide is left out of the show. */
  readonly isHidden: boolean;
}

/** 4:3, in 576 to an inch, for presentations that do not say. */
const USUAL_SIZE: SlideSize = { width: 5760, height: 4320 };

/** 2.4.2 DocumentAtom: it begins with the size of slides. */
export function slideSize(stream: Uint8Array, document: Record | undefined): SlideSize {
  if (document === undefined) return USUAL_SIZE;
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (const { type, start, end } of recordsIn(stream, document.start, document.end)) {
    if (type !== TYPE.DocumentAtom || end - start < 8) continue;
    const [width, height] = [view.getInt32(start, true), view.getInt32(start + 4, true)];
    if (width > 0 && height > 0) return { width, height };
  }
  return USUAL_SIZE;
}

export function readSlideSight(stream: Uint8Array, slide: Record, size: SlideSize): SlideSight {
  const shapes = [...artShapes(stream, slide.start, slide.end)];
  const reasons = unseenShapes(shapes.map(placed), size);
  const unseen = shapes.flatMap(({ start, end }, i) => (reasons[i] === undefined ? [] : [{ start, end, reason: reasons[i] }]));
  const outline = new Map<number, Concealment>();
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (const { start, end, reason } of unseen) {
    for (const { record } of walkRecords(stream, start, end)) if (record.type === TYPE.OutlineTextRefAtom && record.end - record.start >= 4) outline.set(view.getInt32(record.start, true), reason);
  }
  return {
    outline,
    isHidden: isHiddenSlide(stream, slide),
    at(position) {
      let low = 0;
      let high = unseen.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (unseen[middle].end <= position) low = middle + 1;
        else high = middle;
      }
      return unseen.at(low) !== undefined && unseen[low].start <= position ? unseen[low].reason : undefined;
    },
  };
}

/** 2.6.6 SlideShowSlideInfoAtom: fHidden. */
const HIDDEN = 4;

function isHiddenSlide(stream: Uint8Array, slide: Record): boolean {
  for (const { type, start, end } of recordsIn(stream, slide.start, slide.end)) {
    if (type === TYPE.SlideShowSlideInfoAtom && end - start >= 12) return (stream[start + 10] & HIDDEN) !== 0;
  }
  return false;
}

/** What is seen of a slide's texts in the document's list: one begins with each header. To be asked of positions in their order. */
export function outlineSight(stream: Uint8Array, from: number, to: number, { outline }: SlideSight): (position: number) => Concealment | undefined {
  const headers: number[] = [];
  for (const { type, at } of recordsIn(stream, from, to)) if (type === TYPE.TextHeaderAtom) headers.push(at);
  let text = -1;
  return (position) => {
    while (text + 1 < headers.length && headers[text + 1] <= position) text++;
    return outline.get(text);
  };
}

/** 2.12.7 SmallRectStruct and 2.12.8 RectStruct: top, left, right, bottom. */
function placed({ anchor, within, isOpaque }: ArtShape): PlacedShape {
  const bytes = anchor ?? within?.anchor;
  if (bytes?.length !== 8 && bytes?.length !== 16) return { left: 0, top: 0, right: 0, bottom: 0, isPlaced: false, isOpaque };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [top, left, right, bottom] = [0, 1, 2, 3].map((i) => (bytes.length === 8 ? view.getInt16(i * 2, true) : view.getInt32(i * 4, true)));
  const isPlaced = right > left && bottom > top;
  if (within === undefined) return { left, top, right, bottom, isPlaced, isOpaque };
  // Programs round places in groups to whole units.
  const [x, y] = [(part: number): number => Math.round(left + part * (right - left)), (part: number): number => Math.round(top + part * (bottom - top))];
  const { box } = within;
  return { left: x(box.left), top: y(box.top), right: x(box.right), bottom: y(box.bottom), isPlaced: isPlaced && box.right > box.left && box.bottom > box.top, isOpaque };
}
