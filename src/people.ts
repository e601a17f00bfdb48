/**
 * Records -> how many distinct people. Two records are one person when they share the name and one more value, when one of
 * them has no name and they share a mail address, phone or identifying number, or when one of them is nothing but the name.
 * Name and date of birth together are not enough where both have, say, a phone and it differs: in a list of 200,000 there are
 * namesakes born on one day.
 *
 * Only hashes of values are kept (8 bytes each), so a million records cost some 50 MB and no value outlives its segment. Values
 * are hashed to 52 bits: among a million records the chance of one false merger is about 1 in 10,000.
 */
import type { Concealment, Exposure, Identity, PeopleGroup } from "./contract.js";
import { HashTable, mix, type PairList, TwiceFilter } from "./text/hashes.js";
import { HAS_NUMBER, HAS_PRIVATE, IdentityHashes, IN_PLAIN_VIEW, IN_PROPERTIES, IS_LONE, MAIL, MOBILE, NAMED, PHONE } from "./text/identity-hashes.js";

/** What programs write about a file by themselves: its author, and the folder it was last saved in (Excel's absPath). */
const OF_THE_FILE: ReadonlySet<Concealment> = new Set(["property", "metadata", "package-data"]);

export interface People {
  /** Takes one record; the answer names it in `distinct`. -1 where the record says nothing of a person. */
  add(identity: Identity, concealment: Concealment | undefined): number;
  /** Takes a list of records; the answer is the first of their names in `distinct`, which follow each other. */
  addAll(list: IdentityHashes, concealment: Concealment | undefined): number;
  /** Sum of the hashes of all names and values taken so far: the difference of two says which values came between, in any order. */
  digest(): number;
  /** How many distinct people some records are. */
  distinct(records: Iterable<number>): number;
  total(): number;
  exposure(): Exposure;
  /** The same people by the findings they stand in. @param records of each finding */
  groups(records: readonly (readonly number[])[]): PeopleGroup[];
}

/** Who opens the sheet sees what a printout leaves out. */
const placeBits = (concealment: Concealment | undefined): number =>
  concealment === undefined || concealment === "outside-print-area" ? IN_PLAIN_VIEW : OF_THE_FILE.has(concealment) ? IN_PROPERTIES : 0;

/** Bits of the filter that finds keys met twice, for each key: fewer than one unique key in eight goes on to the table. */
const FILTER_BITS_PER_KEY = 8;

export function createPeople(): People {
  const records = new IdentityHashes();
  const { values, births, loose, aliases } = records;
  let parents = new Uint32Array(0);
  /** By root: the kinds of all its records. */
  let kinds = new Uint32Array(0);
  /** By root, the last call of `distinct` that met it. */
  let seen = new Uint32Array(0);
  let asked = 0;

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

  /** Calls `meet` with two records for each key, a name with one value, that both have. */
  const findShared = (list: PairList, meet: (a: number, b: number) => void): void => {
    const keyOf = (i: number): number => mix(records.name(list.record(i)), list.hash(i));
    // Nearly all values, and nearly all keys of the rest, are one record's own: two bits for each leave those out of the table, which
    // would not fit the caches.
    const values = new TwiceFilter(list.size * FILTER_BITS_PER_KEY);
    for (let i = 0; i < list.size; i++) values.add(list.hash(i));
    const keys = new TwiceFilter(list.size * FILTER_BITS_PER_KEY);
    for (let i = 0; i < list.size; i++) if (values.mayBeTwice(list.hash(i))) keys.add(keyOf(i));
    const first = new HashTable();
    for (let i = 0; i < list.size; i++) {
      if (!values.mayBeTwice(list.hash(i))) continue;
      const key = keyOf(i);
      if (!keys.mayBeTwice(key)) continue;
      const record = list.record(i);
      const other = first.getOrSet(key, record);
      if (other !== record) meet(other, record);
    }
  };

  /** Finds out who is who. All records at once: nothing is known of a person before the last one has come. */
  const settle = (): void => {
    if (parents.length === records.size) return;
    parents = new Uint32Array(records.size);
    for (let record = 0; record < parents.length; record++) parents[record] = record;
    kinds = records.kinds();
    findShared(values, unite);
    findShared(births, (a, b) => {
      if ((kinds[rootOf(a)] & kinds[rootOf(b)]) === 0) unite(a, b);
    });
    settleLoose();
  };

  /** Lone names and values join the first person who has them, and each other. */
  const settleLoose = (): void => {
    if (loose.size === 0) return;
    const byHash = new HashTable();
    for (let i = 0; i < loose.size; i++) {
      const other = byHash.getOrSet(loose.hash(i), loose.record(i));
      if (other !== loose.record(i)) unite(other, loose.record(i));
    }
    const isClaimed = new Uint8Array(records.size);
    const claim = (hash: number, owner: number): void => {
      const record = byHash.get(hash);
      if (record === undefined || record === owner || isClaimed[record] === 1) return;
      isClaimed[record] = 1;
      unite(owner, record);
    };
    for (let i = 0; i < values.size; i++) claim(values.hash(i), values.record(i));
    for (let i = 0; i < births.size; i++) claim(births.hash(i), births.record(i));
    for (let record = 0; record < records.size; record++) if (records.name(record) !== 0 && (records.mask(record) & IS_LONE) === 0) claim(records.name(record), record);
    for (let i = 0; i < aliases.size; i++) claim(aliases.hash(i), aliases.record(i));
  };

  /** Masks of whole people by their first record, 0 for every other record. */
  const peopleMasks = (): Uint16Array => {
    settle();
    const whole = new Uint16Array(parents.length);
    for (let record = 0; record < parents.length; record++) whole[rootOf(record)] |= records.mask(record);
    return whole;
  };

  return {
    add: (identity, concealment) => (records.add(identity, placeBits(concealment)) ? records.size - 1 : -1),
    addAll(list, concealment) {
      const first = records.size;
      records.append(list, placeBits(concealment));
      return first;
    },
    digest: () => records.digest,
    distinct(some) {
      settle();
      // One array for all calls, told apart by number: a result of ten thousand findings asks ten thousand times.
      if (seen.length < parents.length) seen = new Uint32Array(parents.length * 2);
      asked++;
      let count = 0;
      for (const record of some) {
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
      const exposure = { identified: 0, reachable: 0, concealed: 0 };
      for (const mask of peopleMasks()) if (mask !== 0) addExposure(exposure, mask);
      return exposure;
    },
    groups(all) {
      const masks = peopleMasks();
      const sets = createSets();
      const setOf = new Uint32Array(masks.length);
      for (const [finding, some] of all.entries()) {
        const add = sets.adding(finding);
        for (const record of some) {
          if (record < 0) continue;
          const root = rootOf(record);
          setOf[root] = add(setOf[root]);
        }
      }
      const found: { people: number; exposure: { identified: number; reachable: number; concealed: number } }[] = [];
      for (let record = 0; record < masks.length; record++) {
        if (parents[record] !== record) continue;
        const group = (found[setOf[record]] ??= { people: 0, exposure: { identified: 0, reachable: 0, concealed: 0 } });
        group.people++;
        if (masks[record] !== 0) addExposure(group.exposure, masks[record]);
      }
      return [...found.entries()].filter(([, group]) => group !== undefined).map(([set, group]) => ({ findings: sets.members(set), ...group }));
    },
  };
}

/** All people of some groups. */
export function sumOf(groups: readonly PeopleGroup[]): Pick<PeopleGroup, "people" | "exposure"> {
  const exposure = { identified: 0, reachable: 0, concealed: 0 };
  let people = 0;
  for (const group of groups) {
    people += group.people;
    exposure.identified += group.exposure.identified;
    exposure.reachable += group.exposure.reachable;
    exposure.concealed += group.exposure.concealed;
  }
  return { people, exposure };
}

function addExposure(to: { identified: number; reachable: number; concealed: number }, mask: number): void {
  if ((mask & HAS_NUMBER) !== 0 || ((mask & NAMED) !== 0 && (mask & HAS_PRIVATE) !== 0)) to.identified++;
  if ((mask & (MAIL | MOBILE)) !== 0 || ((mask & NAMED) !== 0 && (mask & PHONE) !== 0)) to.reachable++;
  const loneNameInProperties = (mask & IN_PROPERTIES) !== 0 && (mask & (MAIL | PHONE | HAS_PRIVATE | HAS_NUMBER)) === 0;
  if ((mask & IN_PLAIN_VIEW) === 0 && !loneNameInProperties) to.concealed++;
}

/** Sets of findings by number, 0 the empty one: thousands of people stand in the same few. */
function createSets(): { adding(finding: number): (set: number) => number; members(set: number): number[] } {
  const parent = [0];
  const last = [-1];
  return {
    /** Findings come in ascending order, each once. */
    adding(finding) {
      const made = new Map<number, number>();
      // Nearly all people of a finding come from the set before.
      let [from, to] = [-1, -1];
      return (set) => {
        if (set === from) return to;
        if (last[set] === finding) return set;
        let next = made.get(set);
        if (next === undefined) {
          next = parent.push(set) - 1;
          last.push(finding);
          made.set(set, next);
        }
        from = set;
        to = next;
        return next;
      };
    },
    members(set) {
      const members: number[] = [];
      for (let at = set; at !== 0; at = parent[at]) members.push(last[at]);
      return members.reverse();
    },
  };
}
