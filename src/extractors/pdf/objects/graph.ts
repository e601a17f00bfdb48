/** Which of the objects in a file's bytes count, what leads to them, and which are left over. */
import type { Budget } from "../../../contract.js";
import { isArray, isDict, isRef, NotPlain, type Dict, type Value } from "../fast/lexer.js";
import { openFile, type PdfFile } from "../fast/file.js";
import { decodeLoosely, unwrap, type Unwrapped } from "./decode.js";
import { createDecipher } from "./decipher.js";
import { parseObject, sweep, type Decipher, type StoredObject, type Sweep } from "./sweep.js";

export interface ObjectGraph extends Sweep {
  readonly trailer: Dict;
  /** The object that a number stands for now. */
  current(number: number): StoredObject | undefined;
  /** Reached from the trailer, in no order. */
  readonly reachable: ReadonlySet<StoredObject>;
  /** Stand for their number, and nothing leads to them. */
  readonly orphans: readonly StoredObject[];
  /** Another object has their number now, or nobody. */
  readonly superseded: readonly StoredObject[];
  readonly resolve: (value: Value | undefined) => Value;
  /** The object a reference stands for. */
  target(value: Value | undefined): StoredObject | undefined;
  value(object: StoredObject): Value;
  /** Its stream's content; undefined where it has none, or not one for text. */
  content(object: StoredObject): Uint8Array | undefined;
  /** The same as far as filters of bytes go: what a picture's own filter is to be applied to. */
  unwrapped(object: StoredObject): Unwrapped | undefined;
  /** A string of an object, as it was before encryption; undefined where it cannot be had. */
  plain(object: StoredObject, stored: Uint8Array): Uint8Array | undefined;
  /** Encrypted with a password that is not known: only what is outside of encryption can be read. */
  readonly locked: boolean;
  /** The one of those given that opens it. */
  readonly password?: string;
}

const MAX_CACHED = 20_000;

/** @param passwords to be tried where it does not open without one */
export function readGraph(bytes: Uint8Array, budget: Budget, passwords: readonly string[] = []): ObjectGraph {
  const strict = strictFile(bytes, budget);
  const length = (number: number): number | undefined => {
    try {
      const value = strict?.resolve({ ref: number });
      return typeof value === "number" ? value : undefined;
    } catch (error) {
      if (error instanceof NotPlain) return undefined;
      throw error;
    }
  };
  let found = sweep(bytes, budget, length, undefined);
  const trailer = trailerOf(found, strict);
  let decipher: Decipher | undefined;
  let locked = false;
  let password: string | undefined;
  if (trailer.has("Encrypt")) {
    const encryption = parseTarget(found, trailer.get("Encrypt"));
    const id = parseTarget(found, trailer.get("ID"));
    const fileId = isArray(id) && id[0] instanceof Uint8Array ? id[0] : new Uint8Array();
    for (const one of isDict(encryption) ? ["", ...passwords] : []) {
      budget.tick();
      decipher = isDict(encryption) ? createDecipher(encryption, fileId, one) : undefined;
      if (decipher === undefined) continue;
      if (one !== "") password = one;
      break;
    }
    locked = decipher === undefined;
    // Objects in encrypted streams are seen only now.
    if (decipher !== undefined) found = sweep(bytes, budget, length, decipher);
  }
  const encryptNumber = trailer.get("Encrypt");
  const byNumber = choose(found, strict);
  const cache = new Map<StoredObject, Value>();
  const value = (object: StoredObject): Value => {
    const known = cache.get(object);
    if (known !== undefined) return known;
    if (cache.size >= MAX_CACHED) cache.clear();
    const parsed = parseObject(object);
    cache.set(object, parsed);
    return parsed;
  };
  const target = (reference: Value | undefined): StoredObject | undefined => (isRef(reference) ? byNumber.get(reference.ref) : undefined);
  const resolve = (given: Value | undefined): Value => {
    let now = given ?? null;
    for (let i = 0; i < 8 && isRef(now); i++) {
      const object = byNumber.get(now.ref);
      now = object === undefined ? null : value(object);
    }
    return now;
  };
  const reachable = new Set<StoredObject>();
  const pending: number[] = [...found.trailers.filter(({ dict }) => dict === trailer), { dict: trailer }].flatMap(({ dict }) => [...dict.values()].flatMap(refsIn));
  for (let number = pending.pop(); number !== undefined; number = pending.pop()) {
    const object = byNumber.get(number);
    if (object === undefined || reachable.has(object)) continue;
    reachable.add(object);
    if (reachable.size % 20_000 === 0) budget.tick();
    for (const ref of object.refs) pending.push(ref);
  }
  // What a reachable object is packed in is not left over.
  for (const object of [...reachable]) if (object.container !== undefined) reachable.add(object.container);
  const orphans: StoredObject[] = [];
  const superseded: StoredObject[] = [];
  for (const object of found.objects) {
    if (byNumber.get(object.number) !== object) superseded.push(object);
    else if (!reachable.has(object)) orphans.push(object);
  }
  return {
    ...found, trailer, current: (number) => byNumber.get(number), reachable, orphans, superseded, resolve, target, value, locked, ...(password !== undefined && { password }),
    content: (object) => deciphered(object, decodeLoosely),
    unwrapped: (object) => deciphered(object, unwrap),
    plain(object, stored) {
      // Strings in object streams are encrypted with their stream only (7.6.1), those of the encryption dictionary not at all.
      if (object.container !== undefined || (isRef(encryptNumber) && encryptNumber.ref === object.number)) return stored;
      if (locked) return undefined;
      return decipher === undefined ? stored : decipher.string(object, stored);
    },
  };

  function deciphered<T>(object: StoredObject, decode: (dict: Dict, stored: Uint8Array, find: typeof resolve, limit: Budget) => T | undefined): T | undefined {
    const dict = value(object);
    if (object.stream === undefined || !isDict(dict) || (locked && !isOpen(dict))) return undefined;
    const stored = decipher === undefined || isOpen(dict) ? object.stream : decipher.stream(object, object.stream);
    return stored === undefined ? undefined : decode(dict, stored, resolve, budget);
  }

  /** A metadata stream may be left open, for whoever sorts files (7.6.5, "Identity"). */
  function isOpen(dict: Dict): boolean {
    const encryption = resolve(encryptNumber);
    return dict.get("Type") === "XRef" || (dict.get("Type") === "Metadata" && isDict(encryption) && encryption.get("EncryptMetadata") === false);
  }
}

function strictFile(bytes: Uint8Array, budget: Budget): PdfFile | undefined {
  try {
    return openFile(bytes, budget);
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** The last trailer that has a root; where none has, a catalogue is looked for, as readers do. */
function trailerOf({ trailers, objects }: Sweep, strict: PdfFile | undefined): Dict {
  if (strict !== undefined) return strict.trailer;
  const merged = new Map<string, Value>();
  for (const { dict } of trailers) if (isDict(dict)) for (const key of ["Root", "Info", "Encrypt", "ID"]) if (dict.has(key)) merged.set(key, dict.get(key) ?? null);
  if (merged.has("Root")) return merged;
  for (let i = objects.length - 1; i >= 0; i--) {
    const object = objects[i];
    if (object.end - object.start < 4096) {
      const dict = parseObject(object);
      if (isDict(dict) && dict.get("Type") === "Catalog") return merged.set("Root", { ref: object.number });
    }
  }
  return merged;
}

function parseTarget({ objects }: Sweep, value: Value | undefined): Value {
  if (!isRef(value)) return value ?? null;
  for (let i = objects.length - 1; i >= 0; i--) if (objects[i].number === value.ref && objects[i].container === undefined) return parseObject(objects[i]);
  return null;
}

/** Where the cross-reference can be trusted, it says which object counts; elsewhere the last one with a number does, as readers take it. */
function choose({ objects }: Sweep, strict: PdfFile | undefined): ReadonlyMap<number, StoredObject> {
  const byNumber = new Map<number, StoredObject>();
  for (const object of objects) {
    const entry = strict?.entry(object.number);
    if (strict === undefined) byNumber.set(object.number, object);
    else if (entry === undefined) {
      // Not in any table, or free: it is there all the same, and nothing may lead to it.
      if (!byNumber.has(object.number)) byNumber.set(object.number, object);
    } else if ("offset" in entry ? object.container === undefined && object.offset === entry.offset : object.container?.number === entry.container && object.index === entry.index) {
      byNumber.set(object.number, object);
    }
  }
  return byNumber;
}

function refsIn(value: Value): number[] {
  if (isRef(value)) return [value.ref];
  if (isArray(value)) return value.flatMap(refsIn);
  return isDict(value) ? [...value.values()].flatMap(refsIn) : [];
}
