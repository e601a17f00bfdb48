/**
 * What UniDic takes a word of our dictionaries for, where it knows it: the reading of it that its corpora have most. Built by
 * scripts/data/word-kinds.ts; licence: detectors/shared/data/LICENCES.md.
 */
import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { katakanaTrie, nameTrie } from "./name-dictionary.js";
import type { Trie } from "./trie.js";

/** Person: people called by one name, as foreign ones are; Proper: bodies, works and products; Verbal: nouns that する makes verbs of. */
export const Kind = { Unknown: 0, Surname: 1, Given: 2, Person: 3, Place: 4, Proper: 5, Verbal: 6, Suffix: 7, Other: 8 } as const;

const PAYLOADS = 256;
/** A guess that holds the file: zlib then fills one buffer and copies nothing. */
const READ_BYTES = 2 ** 19;

/**
 * The file (in Brotli, RFC 7932): for each of the two dictionaries how many words have each payload (4 bytes, little-endian, 256 times), then
 * the kinds of all words, a byte each: by payload, because what is alike in one way is so in others, and then by node.
 * @param kindOf by node
 */
export function writeKinds({ payload }: Trie, kindOf: Uint8Array): Buffer {
  const groups = Array.from({ length: PAYLOADS }, (): number[] => []);
  payload.forEach((value, node) => {
    if (value !== 0) groups[value].push(kindOf[node]);
  });
  const counts = Buffer.alloc(4 * PAYLOADS);
  groups.forEach(({ length }, value) => counts.writeUInt32LE(length, 4 * value));
  return Buffer.concat([counts, Uint8Array.from(groups.flat())]);
}

let file: { readonly names: Buffer; readonly katakana: Buffer } | undefined;

/** As `writeKinds` wrote them. */
export function fileOfKinds(): { readonly names: Buffer; readonly katakana: Buffer } {
  if (file !== undefined) return file;
  const bytes = brotliDecompressSync(readFileSync(new URL("./data/words.kinds", import.meta.url)), { chunkSize: READ_BYTES });
  let length = 4 * PAYLOADS;
  for (let value = 0; value < PAYLOADS; value++) length += bytes.readUInt32LE(4 * value);
  return (file = { names: bytes.subarray(0, length), katakana: bytes.subarray(length) });
}

let names: Uint8Array | undefined;
let katakana: Uint8Array | undefined;

/** By node of `nameTrie`. */
export const kindsOfNames = (): Uint8Array => (names ??= readKinds(nameTrie(), fileOfKinds().names));

/** By node of `katakanaTrie`. */
export const kindsOfKatakana = (): Uint8Array => (katakana ??= readKinds(katakanaTrie(), fileOfKinds().katakana));

/** @param bytes as `writeKinds` wrote them */
export function readKinds({ payload }: Trie, bytes: Buffer): Uint8Array {
  const next = new Int32Array(PAYLOADS);
  let at = 4 * PAYLOADS;
  for (let value = 0; value < PAYLOADS; value++) {
    next[value] = at;
    at += bytes.readUInt32LE(4 * value);
  }
  const of = new Uint8Array(payload.length);
  for (let node = 0; node < payload.length; node++) {
    const value = payload[node];
    if (value !== 0) of[node] = bytes[next[value]++];
  }
  return of;
}
