/** One invented person with everything an office may know of them. */
import type { Random } from "../random.js";
import { FOREIGN_NAMES, GIVEN_NAMES, type NamePart, SURNAMES } from "./name-lists.js";
import { inventHardAddress, inventHome, type Home } from "./places.js";
import { inventLandline, inventMobile } from "./numbers.js";
import { romanised } from "./romaji.js";

export type Origin = "japanese" | "katakana" | "chinese" | "korean";

export interface Person {
  /** Different for each person of a document. */
  readonly n: number;
  readonly origin: Origin;
  /** How common the surname is and what generation the given name is of; none for residents from abroad. */
  readonly traits: readonly string[];
  /** Family name; "" where the name is not told apart (residents with katakana names). */
  readonly surname: string;
  /** Given name, or the whole name where `surname` is "". */
  readonly given: string;
  readonly surnameKana: string;
  readonly givenKana: string;
  /** As in "Sato", "Hanako"; `latinSurname` comes first in passports. */
  readonly latinSurname: string;
  readonly latinGiven: string;
  readonly home: Home;
  readonly hardAddress: string;
  readonly mobile: readonly [string, string, string];
  readonly landline: readonly [string, string, string];
  readonly email: string;
  readonly birth: { readonly year: number; readonly month: number; readonly day: number };
}

export interface Mix {
  /** Share of residents from abroad. Default 0. */
  readonly foreign?: number;
  /** Share of rare surnames. Default 0.06; a third are the common ones, as in Japan. */
  readonly rare?: number;
  /** Which given names; default all. */
  readonly generations?: readonly (keyof typeof GIVEN_NAMES)[];
}

/** Years of birth that fit the name. */
const YEARS: Readonly<Record<keyof typeof GIVEN_NAMES, readonly [number, number]>> = { old: [1928, 1955], middle: [1956, 1986], new: [1988, 2012], kirakira: [2006, 2019], kana: [1940, 2015] };
/** Under .example (RFC 2606), which belongs to nobody; the product takes it for a domain like any other. */
const DOMAINS = "mail.example miyako-net.example docomo-mail.example ezmail.example yubin.example kurashi.example biglobe-ne.example student.univ.example sanuki-net.example plala.example".split(" ");
const NICKNAMES = "mikan.daisuki neko3biki sora-to-umi pikapika hanahana tsuri_bakabon run4fun momo.chan okome yuzu.lemon".split(" ");

/** @throws where the mix has fewer names: residents from abroad are 60 */
export function inventPeople(random: Random, count: number, mix: Mix = {}): Person[] {
  const taken = new Set<string>();
  const people: Person[] = [];
  let repeats = 0;
  while (people.length < count) {
    const one = inventPerson(random, people.length, mix);
    const key = one.surname + one.given;
    // Namesakes are rare in one list, and how they are counted is a question of its own.
    if (taken.has(key) && taken.size < 400) {
      if (++repeats > 10_000) throw new Error(`there are not ${count} different names of this mix`);
      continue;
    }
    taken.add(key);
    people.push(one);
  }
  return people;
}

function inventPerson(random: Random, n: number, { foreign = 0, rare = 0.06, generations }: Mix): Person {
  const generation = random.pick(generations ?? (["old", "old", "old", "middle", "middle", "middle", "middle", "middle", "middle", "new", "new", "new", "new", "kirakira", "kana"] as const));
  const [from, to] = YEARS[generation];
  const common = {
    n,
    home: inventHome(random),
    hardAddress: inventHardAddress(random),
    mobile: inventMobile(random),
    landline: inventLandline(random),
    birth: { year: random.between(from, to), month: random.between(1, 12), day: random.between(1, 28) },
  };
  if (random.chance(foreign)) {
    const origin = random.pick(["katakana", "katakana", "chinese", "korean"] as const);
    const one = random.pick(FOREIGN_NAMES[origin]);
    const [latinSurname, ...rest] = one.latin.split(" ");
    const latinGiven = rest.join(" ");
    const size = /^(?:欧陽|南宮)/u.test(one.written) ? 2 : 1;
    return {
      ...common,
      origin,
      traits: [],
      surname: origin === "katakana" ? "" : one.written.slice(0, size),
      given: origin === "katakana" ? one.written : one.written.slice(size),
      surnameKana: "",
      givenKana: one.reading,
      latinSurname,
      latinGiven,
      email: mailbox(random, latinSurname, latinGiven.replaceAll(" ", "")),
    };
  }
  const rarity = random.chance(rare) ? "rare" : random.chance(0.6) ? "usual" : "common";
  const surname: NamePart = random.pick(SURNAMES[rarity]);
  const given: NamePart = random.pick(GIVEN_NAMES[generation]);
  const [latinSurname, latinGiven] = [romanised(surname.reading), romanised(given.reading)];
  return {
    ...common,
    origin: "japanese",
    traits: [`surname ${rarity}`, `given name ${generation}`],
    surname: surname.written,
    given: given.written,
    surnameKana: surname.reading,
    givenKana: given.reading,
    latinSurname,
    latinGiven,
    email: mailbox(random, latinSurname, latinGiven),
  };
}

function mailbox(random: Random, surname: string, given: string): string {
  const number = random.chance(0.5) ? String(random.between(1, 99)) : "";
  const [s, g] = [surname.toLowerCase(), given.toLowerCase()];
  const local = random.pick([`${g}.${s}${number}`, `${s}-${g}`, `${g.slice(0, 1)}_${s}${number}`, `${s}.${g.slice(0, 1)}${number}`, `${random.pick(NICKNAMES)}${random.digits(2)}`]);
  return `${local}@${random.pick(DOMAINS)}`;
}
