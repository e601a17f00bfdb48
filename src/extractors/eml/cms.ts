/**
 * S/MIME objects (CMS, RFC 5652) whose content anybody can read: signed as one block (section 5), compressed (RFC 3274). BER as
 * mail programs write it: definite and indefinite lengths, octet strings whole or in pieces (X.690 sections 8.1.3 and 8.7).
 */
import { inflateSync } from "node:zlib";
import type { Budget } from "../../contract.js";

export type CmsObject =
  /** No content where the signature is of something else. */
  | { readonly kind: "signed" | "compressed"; readonly content: Uint8Array | undefined }
  | { readonly kind: "encrypted" }
  | { readonly kind: "damaged" };

const SEQUENCE = 0x30;
const OID = 0x06;
const OCTETS = 0x04;
const OCTETS_IN_PIECES = 0x24;
const EXPLICIT = 0xa0;

/** RFC 5652 section 14, RFC 3274 section 1.1, RFC 5083 section 2. */
const CONTENT_TYPES: Readonly<Record<string, "signed" | "compressed" | "encrypted">> = {
  "2a864886f70d010702": "signed",
  "2a864886f70d010703": "encrypted",
  "2a864886f70d010706": "encrypted",
  "2a864886f70d0109100117": "encrypted",
  "2a864886f70d0109100109": "compressed",
};

/** Octet strings inside octet strings: BER allows any number, and no program writes more than one. */
const MAX_DEPTH = 16;

/** Whether it is worth asking. */
export function beginsAsCms(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString("latin1");
  return (bytes[0] === SEQUENCE && head.includes("\x2a\x86\x48\x86\xf7\x0d\x01")) || head.includes("-----BEGIN PKCS7") || head.includes("-----BEGIN CMS");
}

/** Undefined for what is no CMS object. PEM armour is taken off. */
export function readCms(bytes: Uint8Array, budget: Budget): CmsObject | undefined {
  const source = withoutArmour(bytes);
  const outer = elementAt(source, 0, source.length);
  if (outer?.tag !== SEQUENCE) return undefined;
  const oid = elementAt(source, outer.start, outer.end);
  if (oid?.tag !== OID || oid.end - oid.start > 20) return undefined;
  const kind = Object.entries(CONTENT_TYPES).find(([hex]) => hex === source.toString("hex", oid.start, oid.end))?.[1];
  if (kind === undefined) return undefined;
  if (kind === "encrypted") return { kind: "encrypted" };
  const found = encapsulated(source, oid.next, outer.end);
  if (found === undefined) return { kind: "damaged" };
  if (found === "detached") return { kind, content: undefined };
  budget.expand(found.length);
  if (kind === "signed") return { kind, content: found };
  return inflated(found, budget);
}

/** EncapsulatedContentInfo is the first SEQUENCE of the version's siblings whose first member names a content type. */
function encapsulated(source: Buffer, from: number, end: number): Buffer | "detached" | undefined {
  const wrapper = elementAt(source, from, end);
  const body = wrapper?.tag === EXPLICIT ? elementAt(source, wrapper.start, wrapper.end) : undefined;
  if (body?.tag !== SEQUENCE) return undefined;
  for (let one = elementAt(source, body.start, body.end); one !== undefined; one = elementAt(source, one.next, body.end)) {
    if (one.tag !== SEQUENCE) continue;
    const type = elementAt(source, one.start, one.end);
    // CompressedData names its algorithm in a SEQUENCE of the same form before it; its parameters are never [0].
    if (type?.tag !== OID) continue;
    const content = elementAt(source, type.next, one.end);
    if (content?.tag === EXPLICIT) {
      const octets = elementAt(source, content.start, content.end);
      return octets === undefined ? undefined : octetsOf(source, octets, 0);
    }
    if (source.toString("hex", type.start, type.end).startsWith("2a864886f70d0107")) return "detached";
  }
  return undefined;
}

function octetsOf(source: Buffer, element: Element, depth: number): Buffer | undefined {
  if (element.tag === OCTETS) return source.subarray(element.start, element.end);
  // PKCS #7 version 1.5 wrote the signed entity itself in place of an octet string.
  if (element.tag !== OCTETS_IN_PIECES) return source.subarray(element.start, element.end);
  if (depth >= MAX_DEPTH) return undefined;
  const pieces: Buffer[] = [];
  for (let one = elementAt(source, element.start, element.end); one !== undefined && one.tag !== 0; one = elementAt(source, one.next, element.end)) {
    const piece = octetsOf(source, one, depth + 1);
    if (piece === undefined) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function inflated(packed: Buffer, budget: Budget): CmsObject {
  try {
    const content = inflateSync(packed, { maxOutputLength: Math.max(1, Math.min(budget.remainingBytes, packed.length * 1100 + 1024)) });
    budget.expand(content.length, packed.length);
    return { kind: "compressed", content };
  } catch (error) {
    // What zlib throws has a code; what the budget throws has to pass.
    if (!(error instanceof Error) || !("code" in error)) throw error;
    return { kind: "damaged" };
  }
}

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
  /** Where the element after it begins. */
  readonly next: number;
}

/** What says that it is longer than what holds it ends there: readers take what there is. */
function elementAt(source: Buffer, at: number, end: number): Element | undefined {
  if (at + 2 > end) return undefined;
  const tag = source[at];
  const first = source[at + 1];
  if (first === 0x80) {
    const start = at + 2;
    const close = endOfContents(source, start, end);
    return { tag, start, end: close, next: Math.min(end, close + 2) };
  }
  const size = first < 0x80 ? 0 : first & 0x7f;
  if (size > 4 || at + 2 + size > end) return undefined;
  const length = size === 0 ? first : source.readUIntBE(at + 2, size);
  const start = at + 2 + size;
  const stop = Math.min(end, start + length);
  return { tag, start, end: stop, next: stop };
}

/** Where the two zeros stand that end an element of unknown length. One pass: elements inside are counted, not visited again. */
function endOfContents(source: Buffer, from: number, end: number): number {
  let open = 1;
  for (let at = from; at + 2 <= end; ) {
    const first = source[at + 1];
    if (source[at] === 0 && first === 0) {
      if (--open === 0) return at;
      at += 2;
    } else if (first === 0x80) {
      open++;
      at += 2;
    } else {
      const size = first < 0x80 ? 0 : first & 0x7f;
      if (size > 4 || at + 2 + size > end) return end;
      at += 2 + size + (size === 0 ? first : source.readUIntBE(at + 2, size));
    }
  }
  return end;
}

const ARMOUR = /-----BEGIN (?:PKCS7|CMS|PKCS #7 SIGNED DATA)-----\s*([A-Za-z0-9+/=\s]*)/u;

function withoutArmour(bytes: Uint8Array): Buffer {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (source[0] === SEQUENCE) return source;
  const armoured = ARMOUR.exec(source.toString("latin1", 0, 128)) === null ? null : ARMOUR.exec(source.toString("latin1"));
  return armoured === null ? source : Buffer.from(armoured[1], "base64");
}
