/** Decoded bodies of one message: each is decoded, and counted against the budget, once, unless they are very large. */
import type { Budget, KnownBodies } from "../../contract.js";
import { type DecodedBase64, decodeBase64, type RegularLines, regularLines } from "./base64.js";
import type { DecodedText } from "./charset.js";
import { decodeBody, otherReadings, partText } from "./content.js";
import type { MimePart } from "./part.js";

export interface Bodies {
  decoded(leaf: MimePart): DecodedBase64;
  /** Of a part in base64: what of it reads the same to everyone (base64.ts). Costs nothing of the budget. */
  regular(leaf: MimePart): RegularLines;
  /** By which an attachment's encoded body is known again. */
  digest(leaf: MimePart): string | undefined;
  /** What else some program may decode from it (content.ts). */
  others(leaf: MimePart): readonly Uint8Array[];
  /** The body as text, whatever its type. */
  text(leaf: MimePart): string;
  /** The same of some bytes of the part: those that `decoded` gave are read once. */
  reading(content: Uint8Array, leaf: MimePart): DecodedText;
}

/** Past so many bytes in all, bodies are decoded again when they are wanted rather than held while others are read. */
const HELD_BYTES = 32 * 2 ** 20;

const NONE: readonly Uint8Array[] = [];

export function createBodies(bytes: Uint8Array, budget: Budget, known?: KnownBodies): Bodies {
  const digests = new Map<MimePart, string | undefined>();
  const held = new Map<MimePart, DecodedBase64>();
  const others = new Map<MimePart, readonly Uint8Array[]>();
  const texts = new Map<MimePart, DecodedText>();
  /** Decoded to see what is regular, and not yet counted. */
  const uncounted = new Map<MimePart, DecodedBase64>();
  let size = 0;
  const hold = (where: Map<MimePart, DecodedBase64>, leaf: MimePart, made: DecodedBase64): void => {
    if (size + made.bytes.length > HELD_BYTES) return;
    where.set(leaf, made);
    size += made.bytes.length;
  };
  const decoded = (leaf: MimePart): DecodedBase64 => {
    const known = held.get(leaf);
    if (known !== undefined) return known;
    const ready = uncounted.get(leaf);
    if (ready === undefined) {
      const made = decodeBody(bytes, leaf, budget);
      hold(held, leaf, made);
      return made;
    }
    budget.expand(ready.bytes.length, leaf.bodyEnd - leaf.bodyStart);
    uncounted.delete(leaf);
    held.set(leaf, ready);
    return ready;
  };
  const decodedText = (leaf: MimePart): DecodedText => {
    let known = texts.get(leaf);
    if (known === undefined) texts.set(leaf, (known = partText(decoded(leaf).bytes, leaf)));
    return known;
  };
  return {
    decoded,
    digest(leaf) {
      if (known === undefined || leaf.encoding !== "base64" || leaf.otherEncodings.length > 0 || leaf.type.startsWith("message/") || leaf.name === undefined) return undefined;
      let digest = digests.get(leaf);
      if (digest === undefined && !digests.has(leaf)) digests.set(leaf, (digest = known.digestOf(bytes.subarray(leaf.bodyStart, leaf.bodyEnd))));
      return digest;
    },
    regular(leaf) {
      const { bodyStart, bodyEnd } = leaf;
      const known = held.get(leaf) ?? uncounted.get(leaf);
      if (known?.regular !== undefined) return known.regular;
      if (known !== undefined || size >= HELD_BYTES) return regularLines(bytes, bodyStart, bodyEnd);
      const made = decodeBase64(bytes.subarray(bodyStart, bodyEnd));
      hold(uncounted, leaf, made);
      return made.regular ?? regularLines(bytes, bodyStart, bodyEnd);
    },
    others(leaf) {
      const known = others.get(leaf);
      if (known !== undefined) return known;
      const isSound = leaf.otherEncodings.length === 0 && leaf.encoding !== "base64" && leaf.encoding !== "quoted-printable";
      const made = isSound ? NONE : otherReadings(bytes, leaf, decoded(leaf), budget);
      others.set(leaf, made);
      return made;
    },
    text: (leaf) => decodedText(leaf).text,
    reading: (content, leaf) => (held.get(leaf)?.bytes === content ? decodedText(leaf) : partText(content, leaf)),
  };
}
