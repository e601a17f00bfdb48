/**
 * Attachments that were read whole and held nothing: the same one in the next message need not be read again, as where a PDF or a picture goes
 * out to each of a thousand customers. Only digests are kept, in memory, and none of what something was found in.
 */
import { hash } from "node:crypto";
import type { Artifact, KnownBodies } from "./contract.js";

/** What else reading an attachment depends on, besides the config. */
export interface Circumstances {
  /** Containers around it. */
  readonly depth: number;
  /** Tried on what is encrypted. */
  readonly passwords: readonly string[];
}

interface Digests {
  has(digest: string): boolean;
  add(digest: string): void;
}

export interface CleanAttachments extends Digests {
  /** Undefined where the artifact is so small that reading it again costs as much as knowing it. */
  keyOf(attachment: Artifact, circumstances: Circumstances): string | undefined;
  /** Encoded bodies without a flaw in them, whatever they hold. */
  readonly sound: Digests;
}

const SMALL_BYTES = 8192;

/** @param most digests kept of each kind; the one not met for longest makes room for another */
export function createCleanAttachments(most: number): CleanAttachments {
  return {
    ...createDigests(most),
    sound: createDigests(most),
    keyOf({ bytes, name, mediaType, concealment, isStray }, { depth, passwords }) {
      if (bytes.length < SMALL_BYTES) return undefined;
      return digestOf(digestOf(bytes), name, mediaType, concealment, isStray, depth, passwords);
    },
  };
}

/** Of one message, whose own attachments are known by their encoded bodies: to decode a megabyte takes as long as to hash it. */
export interface MessageBodies extends KnownBodies {
  /** What is read just now is part of such a body. */
  readonly isReading: boolean;
}

/** @param scan what is true when it is asked */
export function createMessageBodies(clean: CleanAttachments, scan: { readonly passwords: readonly string[]; readonly noticed: number }): MessageBodies {
  let isReading = false;
  return {
    get isReading() {
      return isReading;
    },
    digestOf: (body) => (body.length < SMALL_BYTES ? undefined : digestOf(body)),
    isSound: (digest) => clean.sound.has(digest),
    addSound: (digest) => {
      clean.sound.add(digest);
    },
    *unlessClean(digest, about, read) {
      const key = digestOf(digest, about, scan.passwords);
      if (clean.has(key)) return;
      const before = scan.noticed;
      isReading = true;
      try {
        yield* read();
      } finally {
        isReading = false;
      }
      if (scan.noticed === before) clean.add(key);
    },
  };
}

function digestOf(...of: readonly unknown[]): string {
  const [bytes] = of;
  return hash("sha256", bytes instanceof Uint8Array ? bytes : JSON.stringify(of), "base64");
}

function createDigests(most: number): Digests {
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
    has(key) {
      if (!keys.has(key)) return false;
      add(key);
      return true;
    },
    add,
  };
}
