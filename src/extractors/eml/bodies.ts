/** Decoded bodies of one message: each is decoded, and counted against the budget, once, unless they are very large. */
import type { Budget } from "../../contract.js";
import type { DecodedBase64 } from "./base64.js";
import { decodeBody, partText } from "./content.js";
import type { MimePart } from "./part.js";

export interface Bodies {
  decoded(leaf: MimePart): DecodedBase64;
  /** The body as text, whatever its type. */
  text(leaf: MimePart): string;
}

/** Past so many bytes in all, bodies are decoded again when they are wanted rather than held while others are read. */
const HELD_BYTES = 32 * 2 ** 20;

export function createBodies(bytes: Uint8Array, budget: Budget): Bodies {
  const held = new Map<MimePart, DecodedBase64>();
  const texts = new Map<MimePart, string>();
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
