/** Decoded bodies of one message: each is decoded, and counted against the budget, once, unless they are very large. */
import type { Budget } from "../../contract.js";
import type { DecodedBase64 } from "./base64.js";
import type { DecodedText } from "./charset.js";
import { decodeBody, otherReadings, partText } from "./content.js";
import type { MimePart } from "./part.js";

export interface Bodies {
  decoded(leaf: MimePart): DecodedBase64;
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

export function createBodies(bytes: Uint8Array, budget: Budget): Bodies {
  const held = new Map<MimePart, DecodedBase64>();
  const others = new Map<MimePart, readonly Uint8Array[]>();
  const texts = new Map<MimePart, DecodedText>();
  let size = 0;
  const decoded = (leaf: MimePart): DecodedBase64 => {
    const known = held.get(leaf);
    if (known !== undefined) return known;
    const made = decodeBody(bytes, leaf, budget);
    if (size + made.bytes.length <= HELD_BYTES) {
      held.set(leaf, made);
      size += made.bytes.length;
    }
    return made;
  };
  const decodedText = (leaf: MimePart): DecodedText => {
    let known = texts.get(leaf);
    if (known === undefined) texts.set(leaf, (known = partText(decoded(leaf).bytes, leaf)));
    return known;
  };
  return {
    decoded,
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
