/**
 * What is kept of records to find out how many people they are: hashes of canonical values (8 bytes each), so that a million records
 * cost some 50 MB and no value outlives its segment. Hashes have 52 bits: among a million records the chance of one false merger is
 * about 1 in 10,000.
 */
import { grown } from "./grown.js";
import type { Entity, HashedIdentities, Identity } from "../contract.js";
import { addDigest, hashText, mix, PairList } from "./hashes.js";

/** Numbers that name one person by themselves. */
export const IDENTIFYING: readonly Entity[] = [
  "my-number", "drivers-license", "passport", "residence-card", "health-insurance", "basic-pension-number",
  "resident-record-code", "disability-certificate", "credit-card", "iban", "national-id", "user-id",
];
/**
 * What two records of one name must share to be one person. A record without a name is known by the first of these it has: many
 * may share an office's telephone, nobody another's mail address.
 */
const DISTINGUISHING: readonly Entity[] = ["email-address", ...IDENTIFYING, "phone-number", "postal-address", "date-of-birth"];
/** What makes a named person exposed rather than just mentioned. */
const PRIVATE: readonly Entity[] = ["postal-address", "date-of-birth", "registered-domicile", "bank-account", "special-care", ...IDENTIFYING];

/** Kinds of values: what their hashes are salted with, and their place in `addHashes`. Values of other entities tell nobody apart. */
export const KIND_OF: ReadonlyMap<Entity, number> = new Map((["person-name", ...DISTINGUISHING] as const).map((entity, kind) => [entity, kind]));
export const KINDS = KIND_OF.size;
const ALL_KINDS: readonly number[] = [...KIND_OF.values()];
const NAME = 0;
const BIRTH = KINDS - 1;

/** Bits of a record's mask. */
export const NAMED = 1;
export const MAIL = 2;
export const PHONE = 4;
export const MOBILE = 8;
export const HAS_PRIVATE = 16;
export const HAS_NUMBER = 32;
export const IN_PLAIN_VIEW = 64;
/** Concealed in a way that every file has: its properties. */
export const IN_PROPERTIES = 128;
const HAS_HOME = 256;
/** Nothing but a name. */
export const IS_LONE = 512;
const IS_PERSON = NAMED | MAIL | MOBILE | HAS_NUMBER | HAS_HOME;

/** Numbers of mobile services by the national numbering plan (MIC, 060/070/080/090), as `canonicalValue` gives them. */
export const isMobile = (phone: string): boolean => phone.length === 11 && phone.startsWith("0") && phone[2] === "0" && phone[1] >= "6" && phone[1] <= "9";

const HOME = /(?:マンション|アパート|ハイツ|ハイム|コーポ|メゾン|レジデンス|荘|団地|寮)[^\d]{0,8}\d/u;

/** Whether an address is somebody's home, whoever it is: a flat with its number (マンション203, ハイツ屋島 101号室). Offices have none. */
export const isHome = (address: string): boolean => HOME.test(address);

/** By entity: the bits a value of it gives, and its kind (-1: none). */
const FIELDS: Partial<Record<Entity, { readonly bits: number; readonly kind: number }>> = {};
/** By kind. */
const KIND_BITS = new Uint16Array(KINDS);
for (const entity of new Set<Entity>([...KIND_OF.keys(), ...PRIVATE])) {
  const kind = KIND_OF.get(entity) ?? -1;
  const bits =
    (entity === "person-name" ? NAMED : entity === "email-address" ? MAIL : entity === "phone-number" ? PHONE : 0) |
    (PRIVATE.includes(entity) ? HAS_PRIVATE : 0) |
    // A user id names somebody only to whoever runs the service.
    (IDENTIFYING.includes(entity) && entity !== "user-id" ? HAS_NUMBER : 0);
  FIELDS[entity] = { bits, kind };
  if (kind >= 0) KIND_BITS[kind] = bits;
}

/** UTF-16 units of the longest surname, and of a whole name. */
const MAX_SURNAME = 3;
const MAX_KANJI_NAME = 8;
const KANJI_NAME = /^[\p{Script=Han}々\s]{3,}$/u;

const SPACE = /\s/u;
const SPACES = /\s/gu;
const PLAIN_NUMBER = /^\d+$/u;
const NOT_DIALLED = /[^\d+]/gu;

/** One form for one value, so that a table's and a text's mention of it are known to be the same. */
export function canonicalValue(entity: Entity, value: string): string {
  switch (entity) {
    case "phone-number": {
      const dialled = PLAIN_NUMBER.test(value) ? value : value.replace(NOT_DIALLED, "");
      return dialled.startsWith("+81") ? `0${dialled.slice(3)}` : dialled;
    }
    case "email-address":
      return value.toLowerCase();
    default:
      return SPACE.test(value) ? value.replace(SPACES, "") : value;
  }
}

/** A list of records. Those that say nothing of a person are left out. */
export class IdentityHashes implements HashedIdentities {
  size = 0;
  /**
   * Sum of one hash for each record taken so far, of all its values together: the difference of two says which records came between, in
   * any order, and is another one when two people have swapped a value.
   */
  digest = 0;
  /** By record: hash of its name, 0 where it has none; its mask; which kinds of values it has, dates of birth apart. */
  #names = new Float64Array(64);
  #masks = new Uint16Array(64);
  #kinds = new Uint32Array(64);
  /** Hashes of the values of named records with their record, dates of birth apart. */
  readonly values = new PairList();
  readonly births = new PairList();
  /** What else is known by one hash only, and whose record it may be: lone names, and values without a name. */
  readonly loose = new PairList();
  /** What a person may be called besides: the beginnings of names, one of which is the surname. */
  readonly aliases = new PairList();
  readonly #hashes = new Float64Array(KINDS);

  /** @returns whether the record says anything of a person @param place bits that say where it stands @param others as `addHashes`' rest */
  add(identity: Identity, place = 0, others = 0): boolean {
    let mask = place;
    const hashes = this.#hashes.fill(0);
    let rest = others;
    for (const key in identity) {
      const entity = key as Entity; // the only keys an Identity has
      const field = FIELDS[entity];
      const given = identity[entity];
      if (given === undefined) continue;
      const value = canonicalValue(entity, given);
      if (field === undefined) {
        rest = addDigest(rest, hashText(value, KINDS));
        continue;
      }
      mask |= field.bits;
      if (entity === "phone-number" && isMobile(value)) mask |= MOBILE;
      if (field.kind >= 0) hashes[field.kind] = hashText(value, field.kind);
      else rest = addDigest(rest, hashText(value, KINDS));
    }
    if ((mask & IS_PERSON) === 0 && identity["postal-address"] !== undefined && isHome(identity["postal-address"])) mask |= HAS_HOME;
    const isPerson = this.addHashes(hashes, mask, rest);
    if (isPerson) this.#addAliases(identity["person-name"] ?? "");
    return isPerson;
  }

  /** 佐藤様 is 佐藤花子 again: any beginning of a name in kanji that leaves a given name may be its surname. */
  #addAliases(name: string): void {
    if (name.length > MAX_KANJI_NAME || !KANJI_NAME.test(name)) return;
    const whole = canonicalValue("person-name", name);
    for (let length = 1; length < Math.min(whole.length, MAX_SURNAME + 1); length++) this.aliases.push(hashText(whole.slice(0, length), NAME), this.size - 1);
  }

  /** Makes room for so many more records of a table whose columns hold values of so many kinds besides names. */
  reserve(records: number, kinds: number): void {
    this.#reserve(records);
    this.values.reserve(records * kinds);
    this.births.reserve(records);
  }

  /**
   * @param hashes by kind; 0 where the record has no such value
   * @param extra bits that hashes do not tell: `MOBILE`, where the record stands
   * @param rest sum of the hashes of its other values, which tell nobody apart
   * @param kinds in ascending order: `hashes` is 0 for all others
   */
  addHashes(hashes: Float64Array, extra: number, rest = 0, kinds: readonly number[] = ALL_KINDS): boolean {
    let mask = extra;
    let sum = rest;
    for (let i = 0; i < kinds.length; i++) {
      const kind = kinds[i];
      if (hashes[kind] === 0) continue;
      mask |= KIND_BITS[kind];
      sum = addDigest(sum, hashes[kind]);
    }
    if (sum !== 0) this.digest = addDigest(this.digest, mix(sum, sum));
    if ((mask & IS_PERSON) === 0) return false;
    const record = this.size;
    let has = 0;
    if (hashes[NAME] === 0) this.loose.push(hashes.find((hash) => hash !== 0) ?? 0, record);
    else {
      for (let i = 0; i < kinds.length; i++) {
        const kind = kinds[i];
        if (hashes[kind] === 0 || kind === NAME || kind === BIRTH) continue;
        this.values.push(hashes[kind], record);
        has |= 1 << kind;
      }
      if (hashes[BIRTH] !== 0) this.births.push(hashes[BIRTH], record);
      else if (has === 0) {
        this.loose.push(hashes[NAME], record);
        mask |= IS_LONE;
      }
    }
    this.#push(hashes[NAME], mask, has);
    return true;
  }

  /** Takes all records of another list. */
  append(list: IdentityHashes, place: number): void {
    const offset = this.size;
    this.#reserve(list.size);
    this.#names.set(list.#names.subarray(0, list.size), offset);
    this.#kinds.set(list.#kinds.subarray(0, list.size), offset);
    for (let record = 0; record < list.size; record++) this.#masks[offset + record] = list.#masks[record] | place;
    this.size += list.size;
    this.values.append(list.values, offset);
    this.births.append(list.births, offset);
    this.loose.append(list.loose, offset);
    this.aliases.append(list.aliases, offset);
    this.digest = addDigest(this.digest, list.digest);
  }

  name(record: number): number {
    return this.#names[record];
  }

  mask(record: number): number {
    return this.#masks[record];
  }

  /** A copy, to be written to. */
  kinds(): Uint32Array<ArrayBuffer> {
    return this.#kinds.slice(0, this.size);
  }

  #reserve(more: number): void {
    if (this.size + more <= this.#names.length) return;
    const length = Math.max(this.size + more, this.#names.length * 2);
    this.#names = grown(this.#names, new Float64Array(length));
    this.#masks = grown(this.#masks, new Uint16Array(length));
    this.#kinds = grown(this.#kinds, new Uint32Array(length));
  }

  #push(name: number, mask: number, kinds: number): void {
    if (this.size === this.#names.length) this.#reserve(1);
    this.#names[this.size] = name;
    this.#masks[this.size] = mask;
    this.#kinds[this.size++] = kinds;
  }
}
