/**
 * Attachments that were read whole and held nothing: the same one in the next message need not be read again, as where a PDF or a picture goes
 * out to each of a thousand customers. Only digests are kept, in memory, and none of what something was found in.
 */
import { hash } from "node:crypto";
import type { Artifact } from "./contract.js";

/** What else reading an attachment depends on, besides the config. */
export interface Circumstances {
  /** Containers around it. */
  readonly depth: number;
  /** Tried on what is encrypted. */
  readonly passwords: readonly string[];
}

export interface CleanAttachments {
  /** Undefined where the artifact is so small that reading it again costs as much as knowing it. */
  keyOf(attachment: Artifact, circumstances: Circumstances): string | undefined;
  has(key: string): boolean;
  add(key: string): void;
}

const SMALL_BYTES = 8192;

/** @param most digests kept; the one not met for longest makes room for another */
export function createCleanAttachments(most: number): CleanAttachments {
  const keys = new Set<string>();
  const add = (key: string): void => {
    // A set goes through its members in the order they were added in.
    keys.delete(key);
    if (keys.size >= most) for (const oldest of keys) {
      keys.delete(oldest);
      break;
    }
    keys.add(key);
  };
  return {
    keyOf({ bytes, name, mediaType, concealment, isStray }, { depth, passwords }) {
      if (bytes.length < SMALL_BYTES) return undefined;
      return hash("sha256", JSON.stringify([hash("sha256", bytes), name, mediaType, concealment, isStray, depth, passwords]), "base64");
    },
    has(key) {
      if (!keys.has(key)) return false;
      add(key);
      return true;
    },
    add,
  };
}
