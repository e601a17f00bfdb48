/** The scorer in WebAssembly: text goes in by the chunk, names come out. */
import { titleWords } from "../../name-cues.js";
import { katakanaTrie, nameTrie } from "../../name-dictionary.js";
import { cueOf } from "../features.js";
import { fileOfKinds } from "../../word-kinds.js";
import type { NameModel } from "../model.js";
import { oddsOf, type Scan } from "../scan.js";
import { characterClasses } from "../window.js";
import { WASM } from "./core.wasm.js";
import { smallTrie } from "./small-trie.js";

/** UTF-16 units of a chunk, and of the text on either side of it that windows reach into; memory.h has the same. */
export const LONGEST_CHUNK = 8192;
const BEFORE = 64;
const AFTER = 192;
const PAGE_BYTES = 2 ** 16;

type Call = (...numbers: readonly number[]) => number;

/** What core.c exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly textAt: Call; readonly classesAt: Call; readonly heapAt: Call; readonly gateAt: Call; readonly matricesAt: Call;
  readonly startsAt: Call; readonly endsAt: Call; readonly probabilitiesAt: Call; readonly hashesAt: Call; readonly hashEndsAt: Call;
  readonly readTrie: Call; readonly readModel: Call; readonly scan: Call; readonly foundNames: Call; readonly featurize: Call;
}

/** What is used of WebAssembly's interface, which Node's types leave to those of browsers. */
interface WebAssemblyInterface {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

export interface Core {
  readonly scan: Scan;
  /** As `featurize` of ../features.ts, of the first `length` units of a text as short as a window. */
  featurize(text: string, length: number): { readonly hashes: Int32Array; readonly ends: Int32Array };
}

let compiled: object | undefined;

/** @returns undefined where there is no WebAssembly (node --jitless), or no room for the addresses it asks for (ulimit -v) */
export function createCore(model: NameModel): Core | undefined {
  const { WebAssembly: assembly } = globalThis as { readonly WebAssembly?: WebAssemblyInterface };
  if (assembly === undefined) return undefined;
  let current = "";
  /** The offset in the text that the first unit in memory would have. */
  let base = 0;
  const cue: Call = (start, end) => cueOf(current, base + start, base + end);
  try {
    compiled ??= new assembly.Module(Buffer.from(WASM, "base64"));
    const exports = new assembly.Instance(compiled, { env: { cue } }).exports as Exports; // what core.c exports
    load(exports, model);
    return coreOf(exports, model, (text, offset) => {
      current = text;
      base = offset;
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const aligned = (address: number): number => Math.ceil(address / 16) * 16;

/** Lays out the dictionaries and the model behind what core.c has by itself. */
function load(exports: Exports, model: NameModel): void {
  const { memory } = exports;
  const kinds = fileOfKinds();
  const tries = [{ bytes: nameTrie().bytes, kinds: kinds.names }, { bytes: katakanaTrie().bytes, kinds: kinds.katakana }, { bytes: smallTrie(titleWords()), kinds: undefined }];
  let end = exports.heapAt();
  const take = (bytes: number): number => {
    const at = aligned(end);
    end = at + bytes;
    return at;
  };
  const places = tries.map(({ bytes, kinds: of }) => {
    const nodes = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
    return { at: take(bytes.length), kinds: of === undefined ? 0 : take(of.length), room: take(6 * nodes + 4) };
  });
  const weights = new Uint8Array(model.packed.buffer, model.packed.byteOffset, model.packed.byteLength);
  const fingerprints = take(model.fingerprints.length);
  const packed = take(weights.length);
  memory.grow(Math.ceil((end - memory.buffer.byteLength) / PAGE_BYTES));
  const bytes = new Uint8Array(memory.buffer);
  tries.forEach((trie, which) => {
    const place = places[which];
    bytes.set(trie.bytes, place.at);
    if (trie.kinds !== undefined) bytes.set(trie.kinds, place.kinds);
    exports.readTrie(which, place.at, place.kinds, place.room);
  });
  bytes.set(characterClasses(), exports.classesAt());
  const gate = model.gate.weights;
  bytes.set(new Uint8Array(gate.buffer, gate.byteOffset, gate.length), exports.gateAt());
  new Float64Array(memory.buffer, exports.matricesAt(), model.transitions.length + model.starts.length).set([...model.transitions, ...model.starts]);
  bytes.set(model.fingerprints, fingerprints);
  bytes.set(weights, packed);
  exports.readModel(model.bits, model.scale, model.gate.kanji, model.gate.katakana, fingerprints, packed);
}

/** @param enter told the text before each chunk of it, and where that begins */
function coreOf(exports: Exports, model: NameModel, enter: (text: string, base: number) => void): Core {
  const { buffer } = exports.memory;
  const window = Buffer.from(buffer, exports.textAt(), 2 * (BEFORE + LONGEST_CHUNK + AFTER));
  const starts = new Int32Array(buffer, exports.startsAt(), LONGEST_CHUNK + AFTER);
  const ends = new Int32Array(buffer, exports.endsAt(), LONGEST_CHUNK + AFTER);
  const probabilities = new Float64Array(buffer, exports.probabilitiesAt(), LONGEST_CHUNK + AFTER);
  /** @returns the places in memory where text begins and ends */
  const put = (text: string, from: number, to: number): { first: number; last: number } => {
    const first = Math.max(0, from - BEFORE);
    const last = Math.min(text.length, to + AFTER);
    const base = from - BEFORE;
    enter(text, base);
    window.write(text.slice(first, last), 2 * (first - base), "utf16le");
    return { first: first - base, last: last - base };
  };
  return {
    scan(text, from, to, found) {
      const { first, last } = put(text, from, to);
      const base = from - BEFORE;
      const done = exports.scan(BEFORE, to - base, first, last);
      const count = exports.foundNames();
      for (let i = 0; i < count; i++) found.push({ start: base + starts[i], end: base + ends[i], odds: oddsOf(model, probabilities[i]) });
      return base + done;
    },
    featurize(text, length) {
      const { first, last } = put(text, 0, length);
      exports.featurize(BEFORE, BEFORE + length, first, last);
      const hashEnds = new Int32Array(buffer, exports.hashEndsAt(), length);
      return { hashes: new Int32Array(buffer, exports.hashesAt(), length === 0 ? 0 : hashEnds[length - 1]), ends: hashEnds };
    },
  };
}
