/** Which stretches of the texts of one scan are accepted by a marker in them, and which markers did nothing. */
import { type Accepted, type Location } from "../contract.js";
import { regionOf } from "../location.js";
import { decode } from "../text/decode.js";
import { countAtMost } from "../text/search.js";
import { type Marker, MARKER_WORD, readMarkers } from "./markers.js";
import type { AcceptanceCode } from "./messages.js";

/** What is known of a detector or of one of its codes ("personal-records/table") by its name. `never`: nobody may accept it. */
export type CodeState = "on" | "off" | "never" | undefined;

export interface Mark {
  readonly id: number;
  /** Asked when all of the text was read: undefined where it turned out that the marker is not right. */
  readonly accepted: () => Accepted | undefined;
}

export interface Marks {
  /** Reads the markers of a text whose places are lines of it. */
  read(at: Location, bytes: Uint8Array): void;
  /** The marker that covers all of a place and names what was found there. It counts as used. */
  over(at: Location, detector: string, code: string): Mark | undefined;
  /** What is wrong with markers; unused ones are told where `isWhole`: everything was read. */
  problems(isWhole: boolean): { readonly code: AcceptanceCode; readonly at: Location }[];
}

interface Stretch extends Mark {
  readonly marker: Marker;
  readonly at: Location;
  readonly first: number;
  last: number;
  readonly unused: Set<string>;
  problem: AcceptanceCode | undefined;
}

interface Page {
  readonly stretches: readonly Stretch[];
  readonly lineAt: (offset: number) => number;
}

const NEEDLE = Buffer.from(MARKER_WORD);
/** In UTF-16 of either byte order: the last byte of one of them is left out. */
const WIDE_NEEDLE = Buffer.from(MARKER_WORD, "utf16le").subarray(0, -1);
/** What is read in pieces is read without its markers: they accept nothing there. */
const MAX_BYTES = 96 * 2 ** 20;

export function createMarks(stateOf: (code: string) => CodeState): Marks {
  const pages = new Map<string, Page>();
  let count = 0;

  const stretchesOf = (text: string, lineAt: (offset: number) => number, placeOf: (marker: Marker) => Location): Stretch[] => {
    const all: Stretch[] = [];
    const open: Stretch[] = [];
    for (const marker of readMarkers(text)) {
      const line = lineAt(marker.start);
      if (marker.kind === "end") {
        const begun = open.pop();
        if (begun !== undefined) begun.last = line;
        else all.push({ ...stretch(marker, placeOf(marker), line, -1), problem: "unclosed" });
        continue;
      }
      const first = marker.kind === "next-line" ? line + 1 : line;
      const made = stretch(marker, placeOf(marker), first, marker.kind === "start" ? Infinity : first);
      if (marker.kind === "start") open.push(made);
      all.push(made);
    }
    for (const one of open) one.problem ??= "unclosed";
    return all;
  };
  const stretch = (marker: Marker, at: Location, first: number, last: number): Stretch => {
    const states = marker.codes.map(stateOf);
    const made: Stretch = {
      id: count++, marker, at, first, last,
      unused: new Set(marker.codes.filter((_, i) => states[i] !== "off")),
      problem: marker.codes.length === 0 || states.includes(undefined) ? "unknown-code" : marker.reason === "" ? "no-reason" : states.includes("never") ? "refused" : undefined,
      accepted: () => (made.problem === undefined ? { by: "marker", reason: marker.reason } : undefined),
    };
    return made;
  };

  return {
    read(at, bytes) {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      if (buffer.length > MAX_BYTES || (!buffer.includes(NEEDLE) && !buffer.includes(WIDE_NEEDLE))) return;
      const { text } = decode(bytes);
      const starts = lineStarts(text);
      const lineAt = (offset: number): number => countAtMost(starts, offset);
      const placeOf = ({ start, end }: Marker): Location => {
        const line = lineAt(start);
        return [...at, { kind: "span", line, column: start - starts[line - 1] + 1, offset: start, length: end - start }];
      };
      const stretches = stretchesOf(text, lineAt, placeOf);
      if (stretches.length > 0) pages.set(JSON.stringify(at), { stretches, lineAt });
    },
    over(at, detector, code) {
      if (pages.size === 0) return undefined;
      const span = at.findLast((step) => step.kind === "span");
      const page = span === undefined ? undefined : pages.get(JSON.stringify(regionOf(at)));
      if (span === undefined || page === undefined) return undefined;
      const last = Math.max(span.line, page.lineAt(span.offset + Math.max(0, span.length - 1)));
      const whole = `${detector}/${code}`;
      for (const one of page.stretches) {
        if (span.line < one.first || last > one.last) continue;
        const named = one.marker.codes.find((name) => name === detector || name === whole);
        if (named === undefined) continue;
        one.unused.delete(named);
        return one;
      }
      return undefined;
    },
    problems: (isWhole) =>
      [...pages.values()]
        .flatMap(({ stretches }) => stretches)
        .flatMap(({ problem, unused, at }) => (problem !== undefined ? [{ code: problem, at }] : isWhole && unused.size > 0 ? [{ code: "unused" as const, at }] : [])),
  };
}

/** As src/text/lines.ts counts them. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/gu)) starts.push(index + end.length);
  return starts;
}
