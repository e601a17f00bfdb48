/**
 * Our own reading of a message's structure (RFC 2046 section 5.1), in one pass over the bytes: only lines that begin with "--"
 * are looked at, each once, so the cost is linear whatever the nesting. Where readers differ, more is taken for a part rather
 * than less: delimiters after the closing one count, as do boundaries that only a second Content-Type names.
 */
import type { Budget } from "../../contract.js";
import { readHeaders, type HeaderBlock } from "./headers.js";
import { describePart, type Doubt, type MimePart } from "./part.js";

export interface MimeTree {
  /** Parts that hold no further parts (an attached message counts as one), in order. */
  readonly leaves: readonly MimePart[];
  readonly multiparts: readonly MultipartSummary[];
  /** Bytes of a multipart that belong to no part: before the first delimiter and after the last. */
  readonly gaps: readonly Gap[];
  readonly problems: readonly Problem[];
}

export interface MultipartSummary extends MimePart {
  /** Parts it holds directly. */
  readonly children: number;
}

export interface Gap {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

export interface Problem {
  readonly path: string;
  readonly kind: "unclosed" | "no-parts" | "wrong-boundary" | "late-part" | "too-deep" | "near-delimiter" | Doubt;
}

/** Multiparts in each other. Mail has three or four; mail systems refuse more than 100 (Postfix mime_nesting_limit). */
export const MAX_MULTIPART_DEPTH = 100;
/** RFC 2046 allows 70 characters; a delimiter line that is longer is not looked at. */
const MAX_BOUNDARY = 1_000;

interface Frame {
  readonly part: MimePart;
  children: number;
  closed: boolean;
}

const LF = 0x0a;
const CR = 0x0d;
const HYPHEN = 0x2d;

/** @param head the message's own header, which decides what the rest is */
export function walkMime(bytes: Uint8Array, head: HeaderBlock, budget: Pick<Budget, "entry" | "tick">): MimeTree {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = source.length;
  const leaves: MimePart[] = [];
  const multiparts: MultipartSummary[] = [];
  const gaps: Gap[] = [];
  const problems: Problem[] = [];
  const stack: Frame[] = [];
  const boundaries = new Map<string, number[]>();
  let open: MimePart | undefined;
  let gapStart = -1;
  let isNear = false;

  const expect = (boundary: string, depth: number): void => {
    const bytewise = Buffer.from(boundary, "utf8").toString("latin1");
    const depths = boundaries.get(bytewise);
    if (depths === undefined) boundaries.set(bytewise, [depth]);
    else if (depths[depths.length - 1] !== depth) depths.push(depth);
  };
  const begin = (part: MimePart): void => {
    budget.entry();
    for (const kind of part.doubts) problems.push({ path: part.path, kind });
    if (!isMultipart(part)) open = part;
    else if (stack.length >= MAX_MULTIPART_DEPTH) {
      problems.push({ path: part.path, kind: "too-deep" });
      open = part;
    } else {
      stack.push({ part, children: 0, closed: false });
      for (const boundary of part.boundaries) expect(boundary, stack.length - 1);
      gapStart = part.bodyStart;
    }
  };
  const finish = (at: number): void => {
    if (open !== undefined) {
      open.bodyEnd = Math.max(at, open.bodyStart);
      leaves.push(open);
      open = undefined;
    } else if (gapStart >= 0 && at > gapStart) gaps.push({ path: stack[stack.length - 1].part.path, start: gapStart, end: at });
    gapStart = -1;
  };
  const popTo = (size: number): void => {
    if (stack.length <= size) return;
    for (const { part, children, closed } of stack.splice(size).reverse()) {
      multiparts.push({ ...part, children });
      if (children === 0) problems.push({ path: part.path, kind: "no-parts" });
      else if (!closed) problems.push({ path: part.path, kind: "unclosed" });
    }
    for (const [boundary, depths] of boundaries) {
      while (depths.length > 0 && depths[depths.length - 1] >= size) depths.pop();
      if (depths.length === 0) boundaries.delete(boundary);
    }
  };
  /** Of multiparts with one boundary the innermost that is not closed: an inner one often repeats its parent's. */
  const depthOf = (boundary: string): number | undefined => {
    const depths = boundaries.get(boundary);
    return depths?.findLast((depth) => !stack[depth].closed) ?? depths?.at(-1);
  };
  const delimiterAt = (start: number): Delimiter | undefined => {
    if (source[start + 1] !== HYPHEN) return undefined;
    const next = lineAfter(source, start, end);
    if (next - start > MAX_BOUNDARY) return undefined;
    const line = source.toString("latin1", start + 2, next).trimEnd();
    const depth = depthOf(line);
    if (depth !== undefined) return { depth, closes: false, next };
    const closed = line.endsWith("--") ? depthOf(line.slice(0, -2).trimEnd()) : undefined;
    if (closed !== undefined) return { depth: closed, closes: true, next };
    const innermost = stack.length - 1;
    if (!isNear && innermost >= 0 && isNearDelimiter(line, stack[innermost].part)) {
      isNear = true;
      problems.push({ path: stack[innermost].part.path, kind: "near-delimiter" });
    }
    const isWaiting = open === undefined && innermost >= 0 && stack[innermost].children === 0 && line !== "";
    if (!isWaiting || !PART_HEADER.test(source.toString("latin1", next, next + 40))) return undefined;
    return { depth: innermost, closes: false, next, adopted: Buffer.from(line, "latin1").toString("utf8") };
  };

  const root = describePart("", head, "text/plain", end);
  begin(isMultipart(root) ? root : { ...root, path: "1" });
  let at = head.bodyStart;
  for (let seen = 1; stack.length > 0; seen++) {
    if (seen % 1024 === 0) budget.tick();
    const line = nextDashedLine(source, at, end);
    if (line < 0) break;
    const delimiter = delimiterAt(line);
    at = delimiter?.next ?? lineAfter(source, line, end);
    if (delimiter === undefined) continue;
    finish(withoutLineBreak(source, line));
    popTo(delimiter.depth + 1);
    const frame = stack[delimiter.depth];
    if (delimiter.adopted !== undefined) {
      expect(delimiter.adopted, delimiter.depth);
      problems.push({ path: frame.part.path, kind: "wrong-boundary" });
    }
    if (delimiter.closes) {
      frame.closed = true;
      gapStart = at;
      continue;
    }
    if (frame.closed) problems.push({ path: frame.part.path, kind: "late-part" });
    frame.children++;
    const path = frame.part.path === "" ? `${frame.children}` : `${frame.part.path}.${frame.children}`;
    const header = readHeaders(bytes, at, end, (start) => delimiterAt(start) !== undefined);
    at = header.bodyStart;
    begin(describePart(path, header, frame.part.type === "multipart/digest" ? "message/rfc822" : "text/plain", end));
  }
  finish(end);
  popTo(0);
  return { leaves, multiparts, gaps, problems };
}

interface Delimiter {
  /** Index in the stack of the multipart it belongs to. */
  readonly depth: number;
  readonly closes: boolean;
  /** Where the next line begins. */
  readonly next: number;
  /** A boundary that the multipart does not name but that its first part plainly follows. */
  readonly adopted?: string;
}

const isMultipart = ({ type }: MimePart): boolean => type.startsWith("multipart/");

const PART_HEADER = /^content-[a-z-]{2,30}[ \t]*:/iu;

/**
 * A delimiter with more behind it: some readers look only at how a line begins, or stop at a null (RFC 2046 section 5.1.1 lets
 * nothing but blanks follow).
 */
function isNearDelimiter(line: string, { boundaries }: MimePart): boolean {
  return boundaries.length <= 4 && boundaries.some((boundary) => line.startsWith(boundary) && !/^-{0,2}$/u.test(line.slice(boundary.length)));
}

/** The next line from `from` on that begins with "--"; -1 where there is none. */
function nextDashedLine(source: Buffer, from: number, end: number): number {
  for (let at = source.indexOf("--", from, "latin1"); at >= 0 && at < end; at = source.indexOf("--", at + 1, "latin1")) {
    if (at === 0 || at === from || source[at - 1] === LF || source[at - 1] === CR) return at;
    // Inside a run of hyphens nothing begins a line.
    while (source[at + 1] === 0x2d) at++;
  }
  return -1;
}

function lineAfter(source: Buffer, from: number, end: number): number {
  let at = from;
  while (at < end && source[at] !== LF && source[at] !== CR) at++;
  if (at >= end) return end;
  return source[at] === CR && source[at + 1] === LF ? at + 2 : at + 1;
}

/** The line break before a delimiter belongs to the delimiter. */
function withoutLineBreak(source: Buffer, lineStart: number): number {
  if (source[lineStart - 1] === LF) return source[lineStart - 2] === CR ? lineStart - 2 : lineStart - 1;
  return source[lineStart - 1] === CR ? lineStart - 1 : lineStart;
}
