/**
 * Records -> how many distinct people. Two records are one person when they share the name and one more value, when one of
 * them has no name and they share a mail address, phone or identifying number, or when one of them is nothing but the name.
 * Name and date of birth together are not enough where both have, say, a phone and it differs: in a list of 200,000 there are
 * namesakes born on one day.
 *
 * Only hashes of values are kept (8 bytes each), so a million records cost some 50 MB and no value outlives its segment. Values
 * are hashed to 52 bits: among a million records the chance of one false merger is about 1 in 10,000.
 */
import type { Concealment, Entity, Exposure, Identity } from "./contract.js";
import { addDigest, hashText, HashTable, mix, PairList } from "./hashes.js";

/** Numbers that name one person by themselves. */
const IDENTIFYING: readonly Entity[] = [
  "my-number", "drivers-license", "passport", "residence-card", "health-insurance", "basic-pension-number",
  "resident-record-code", "credit-card", "iban", "national-id", "user-id",
];
/**
 * What two records of one name must share to be one person. A record without a name is known by the first of these it has: many
 * may share an office's telephone, nobody another's mail address.
 */
const DISTINGUISHING: readonly Entity[] = ["email-address", ...IDENTIFYING, "phone-number", "postal-address", "date-of-birth"];
const BIRTH = DISTINGUISHING.indexOf("date-of-birth");
/** What makes a named person exposed rather than just mentioned. */
const PRIVATE: readonly Entity[] = [
  "postal-address", "date-of-birth", "registered-domicile", "bank-account", "special-care", ...IDENTIFYING,
];

/** Bits of a record's mask. */
const NAMED = 1;
const MAIL = 2;
const PHONE = 4;
const MOBILE = 8;
const HAS_PRIVATE = 16;
const HAS_NUMBER = 32;
const IN_PLAIN_VIEW = 64;
/** Concealed in a way that every file has: its properties. */
const IN_PROPERTIES = 128;
const HAS_HOME = 256;
const IS_PERSON = NAMED | MAIL | MOBILE | HAS_NUMBER | HAS_HOME;

/** What programs write about a file by themselves: its author, and the folder it was last saved in (Excel's absPath). */
const OF_THE_FILE: ReadonlySet<Concealment> = new Set(["property", "metadata", "package-data"]);

/** Numbers of mobile services by the national numbering plan (MIC, 060/070/080/090), as `canonicalValue` gives them. */
const isMobile = (phone: string): boolean => phone.length === 11 && phone.startsWith("0") && phone[2] === "0" && phone[1] >= "6" && phone[1] <= "9";

/** A flat with its number is somebody's home, whoever it is: マンション203, ハイツ屋島 101号室. Offices have none of these. */
const HOME = /(?:マンション|アパート|ハイツ|ハイム|コーポ|メゾン|レジデンス|荘|団地|寮)[^\d]{0,8}\d/u;

/** By entity: the bits a value of it gives, and its place in DISTINGUISHING (-1: none). */
const FIELDS: Partial<Record<Entity, { readonly bits: number; readonly index: number }>> = {};
for (const entity of new Set<Entity>(["person-name", ...DISTINGUISHING, ...PRIVATE])) {
  const bits =
    (entity === "person-name" ? NAMED : entity === "email-address" ? MAIL : entity === "phone-number" ? PHONE : 0) |
    (PRIVATE.includes(entity) ? HAS_PRIVATE : 0) |
    // A user id names somebody only to whoever runs the service.
    (IDENTIFYING.includes(entity) && entity !== "user-id" ? HAS_NUMBER : 0);
  FIELDS[entity] = { bits, index: DISTINGUISHING.indexOf(entity) };
}

export interface People {
  /** Takes one record of canonical values; the answer names it in `distinct`. -1 where the record says nothing of a person. */
  add(identity: Identity, concealment: Concealment | undefined): number;
  /** Sum of the hashes of all names and values taken so far: the difference of two says which values came between, in any order. */
  digest(): number;
  /** How many distinct people some records are. */
  distinct(records: Iterable<number>): number;
  total(): number;
  exposure(): Exposure;
}

export function createPeople(): People {
  const parents: number[] = [];
  const masks: number[] = [];
  /** By root: which of DISTINGUISHING, but for the date of birth, its records have. */
  const kinds: number[] = [];
  const byKey = new HashTable();
  /** Hashes of values with the record that has each: by these, records without a name find theirs in the end. */
  const values = new PairList();
  const loose = new PairList();
  let settled = true;
  let digest = 0;
  /** By root, the last call of `distinct` that met it. */
  let seen = new Uint32Array(0);
  let asked = 0;
  /** Hashes of one record's values by their place in DISTINGUISHING, 0 where it has none. */
  const hashes = new Float64Array(DISTINGUISHING.length);

  const rootOf = (record: number): number => {
    let root = record;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  };
  const unite = (a: number, b: number): void => {
    const [x, y] = [rootOf(a), rootOf(b)];
    const first = Math.min(x, y);
    const second = Math.max(x, y);
    parents[second] = first;
    kinds[first] |= kinds[second];
  };
  const uniteByKey = (key: number, record: number): void => {
    const other = byKey.getOrSet(key, record);
    if (other !== record) unite(other, record);
  };

  const settle = (): void => {
    if (settled) return;
    settled = true;
    if (loose.size === 0) return;
    const owners = new HashTable();
    for (let i = 0; i < values.size; i++) owners.getOrSet(values.hash(i), values.record(i));
    for (let i = 0; i < loose.size; i++) {
      const owner = owners.get(loose.hash(i));
      if (owner !== undefined) unite(owner, loose.record(i));
    }
  };

  /** Masks of whole people by their first record, 0 for every other record. */
  const peopleMasks = (): Uint16Array => {
    settle();
    const whole = new Uint16Array(parents.length);
    for (let record = 0; record < parents.length; record++) whole[rootOf(record)] |= masks[record];
    return whole;
  };

  return {
    add(identity, concealment) {
      let mask = concealment === undefined ? IN_PLAIN_VIEW : OF_THE_FILE.has(concealment) ? IN_PROPERTIES : 0;
      let nameHash = 0;
      hashes.fill(0);
      for (const key in identity) {
        const entity = key as Entity; // the only keys an Identity has
        const field = FIELDS[entity];
        const value = identity[entity];
        if (field === undefined || value === undefined) continue;
        mask |= field.bits;
        if (entity === "phone-number" && isMobile(value)) mask |= MOBILE;
        const hash = hashText(value, field.index + 1);
        if (entity === "person-name") nameHash = hash;
        else if (field.index >= 0) hashes[field.index] = hash;
        digest = addDigest(digest, hash);
      }
      if ((mask & IS_PERSON) === 0 && identity["postal-address"] !== undefined && HOME.test(identity["postal-address"])) mask |= HAS_HOME;
      if ((mask & IS_PERSON) === 0) return -1;
      settled = false;
      const record = parents.length;
      parents.push(record);
      masks.push(mask);
      kinds.push(0);
      if (nameHash === 0) {
        const strongest = hashes.find((hash) => hash !== 0) ?? 0;
        uniteByKey(strongest, record);
        loose.push(strongest, record);
        return record;
      }
      let isLone = true;
      for (let i = 0; i < hashes.length; i++) {
        if (hashes[i] === 0) continue;
        isLone = false;
        const key = mix(nameHash, hashes[i]);
        if (i === BIRTH) {
          const other = byKey.getOrSet(key, record);
          if (other !== record && (kinds[rootOf(other)] & kinds[rootOf(record)]) === 0) unite(other, record);
        } else {
          uniteByKey(key, record);
          kinds[rootOf(record)] |= 1 << i;
        }
        values.push(hashes[i], record);
      }
      if (isLone) uniteByKey(nameHash, record);
      (isLone ? loose : values).push(nameHash, record);
      return record;
    },
    digest: () => digest,
    distinct(records) {
      settle();
      // One array for all calls, told apart by number: a result of ten thousand findings asks ten thousand times.
      if (seen.length < parents.length) seen = new Uint32Array(parents.length * 2);
      asked++;
      let count = 0;
      for (const record of records) {
        if (record < 0) continue;
        const root = rootOf(record);
        if (seen[root] === asked) continue;
        seen[root] = asked;
        count++;
      }
      return count;
    },
    total() {
      settle();
      let count = 0;
      for (let record = 0; record < parents.length; record++) if (parents[record] === record) count++;
      return count;
    },
    exposure() {
      let identified = 0;
      let reachable = 0;
      let concealed = 0;
      for (const mask of peopleMasks()) {
        if (mask === 0) continue;
        if ((mask & HAS_NUMBER) !== 0 || ((mask & NAMED) !== 0 && (mask & HAS_PRIVATE) !== 0)) identified++;
        if ((mask & (MAIL | MOBILE)) !== 0 || ((mask & NAMED) !== 0 && (mask & PHONE) !== 0)) reachable++;
        const loneNameInProperties = (mask & IN_PROPERTIES) !== 0 && (mask & (MAIL | PHONE | HAS_PRIVATE | HAS_NUMBER)) === 0;
        if ((mask & IN_PLAIN_VIEW) === 0 && !loneNameInProperties) concealed++;
      }
      return { identified, reachable, concealed };
    },
  };
}
