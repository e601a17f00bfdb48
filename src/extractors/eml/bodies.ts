/** Decoded bodies of one message: each is decoded and counted against the budget once, however often it is looked at. */
import type { Budget } from "../../contract.js";
import type { DecodedBase64 } from "./base64.js";
import { decodeBody, partText } from "./content.js";
import type { MimePart } from "./part.js";

export interface Bodies {
  decoded(leaf: MimePart): DecodedBase64;
  /** The body as text, whatever its type. */
  text(leaf: MimePart): string;
}

/** Larger ones are decoded again rather than held while other parts are read; text is always held. */
const HELD_BYTES = 256 * 1024;

export function createBodies(bytes: Uint8Array, budget: Budget): Bodies {
  const held = new Map<MimePart, DecodedBase64>();
  const texts = new Map<MimePart, string>();
  const decoded = (leaf: MimePart): DecodedBase64 => {
    const known = held.get(leaf);
    if (known !== undefined) return known;
    const made = decodeBody(bytes, leaf, budget);
    if (made.bytes.length <= HELD_BYTES || leaf.type.startsWith("text/")) held.set(leaf, made);
    return made;
  };
  return {
    decoded,
    text(leaf) {
      const known = texts.get(leaf);
      if (known !== undefined) return known;
      const { text } = partText(decoded(leaf).bytes, leaf);
      texts.set(leaf, text);
      return text;
    },
  };
}
