/**
 * Builds detectors/shared/data/katakana.trie: what is known of words in katakana, most of all whether they are parts of foreign names.
 * Run: npx tsx scripts/data/katakana.ts. The meaning of the payload bits is in detectors/shared/names/lexicon.ts.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { normalize } from "../../src/text/normalize.js";
import { debianPackage } from "./sources.js";
import { packTrie, writeTrie } from "./trie-writer.js";

const OUT = fileURLToPath(new URL("../../detectors/shared/data/katakana.trie", import.meta.url));
const ipadic = debianPackage("mecab-ipadic", "2.7.0-20070801+main-3", "2a59bb65193b605cec3e5540e69e7d3ce8db4624744f8686f419aa0cf3f327f2") + "usr/share/mecab/dic/ipadic/";
const juman = debianPackage("juman-dic", "7.0-3.5", "413e9946706e5cd2004ddf93551c60f95ec5ee8e7c9c56e82238d0c9c555252c") + "usr/share/juman/";
const edict = debianPackage("edict", "2021.02.03-1", "f1d50611cd5486d30a4bdd56447bcfa1ee5084da7909340f5da3e1abc0b97b3b") + "usr/share/edict/";

const KATAKANA = /^[ァ-ヴー]{2,12}$/u;
/** What is known of longer words tells little, for few of them are names. */
const LONGEST_THING = 7;
/** Several parts of katakana: a person's name, or a work's or a place's. */
const PARTED = /^[ァ-ヴー]{2,12}(?:[・=＝][ァ-ヴー]{1,12}){1,3}$/u;
const PERSON_ABOVE = /^(?:姓|男性名|女性名|個人名|人名|人物|名前|王|国王|皇帝|政治家|俳優|女優|歌手|作家|小説家|画家|作曲家|サッカー選手|野球選手|選手|プロレスラー|モデル|タレント|ミュージシャン|学者|哲学者|数学者|物理学者|監督|映画監督|軍人|教皇|聖人|シンガーソングライター|イラストレータ|漫画家|声優|女性|男性)$/u;
const PLACE_ABOVE = /(?:都市|市|町|村|地名|コムーネ|コミューン|自治体|町村|州都|県都|地域|県|州|郡|島|山|川|湖|国|首都|駅|城|半島|地方|集落|地区|区)$/u;

interface Entry {
  /** Evidence that it is a part of people's names, as a first part and as a last. */
  first: number;
  last: number;
  sure: boolean;
  word: number;
  place: boolean;
  thing: boolean;
}
const entries = new Map<string, Entry>();
function entryOf(surface: string): Entry {
  let entry = entries.get(surface);
  if (entry === undefined) entries.set(surface, (entry = { first: 0, last: 0, sure: false, word: 0, place: false, thing: false }));
  return entry;
}
function countParts(name: string): void {
  const parts = name.split(/[・=＝]/u);
  if (KATAKANA.test(parts[0])) entryOf(parts[0]).first++;
  const last = parts[parts.length - 1];
  if (KATAKANA.test(last)) entryOf(last).last++;
}

// 1. JUMAN's words gathered from Wikipedia: what stands above each, or what it stands for.
const seen = new Set<string>();
for (const line of readFileSync(`${juman}wikipediadic/Wikipedia.dic`, "utf8").split("\n")) {
  const surface = normalize(/見出し語 \(?([^ ()]+)/u.exec(line)?.[1] ?? "").text;
  const above = /Wikipedia上位語:([^/ "]+)/u.exec(line)?.[1];
  const target = normalize(/Wikipediaリダイレクト:([^ "]+)/u.exec(line)?.[1] ?? "").text;
  if (PARTED.test(target) && !seen.has(target)) {
    seen.add(target);
    countParts(target);
  }
  if (!KATAKANA.test(surface)) continue;
  const parts = target.split(/[・=＝]/u);
  if (parts.length > 1 && parts.includes(surface)) {
    // Called by one part alone, as people are.
    if (parts[parts.length - 1] === surface) entryOf(surface).last += 1;
    else if (parts[0] === surface) entryOf(surface).first += 1;
  } else if (above !== undefined && PERSON_ABOVE.test(above)) {
    const entry = entryOf(surface);
    entry.sure = true;
    if (above === "姓") entry.last += 2;
    else entry.first += 2;
  } else if (above !== undefined && PLACE_ABOVE.test(above)) entryOf(surface).place = true;
  else if (above !== undefined) entryOf(surface).thing = true;
  else if (target !== "" && parts.length === 1 && !/[ァ-ヴー]{2,}[・=＝][ァ-ヴー]{2,}/u.test(target)) entryOf(surface).word = Math.max(entryOf(surface).word, 1);
}

// 2. JUMAN's own words, IPADIC and EDICT: common words, places, bodies.
for (const match of readFileSync(`${juman}dic/ContentW.dic`, "utf8").matchAll(/見出し語 ([^(]*(?:\([^()]*\)[^()]*)*)\)\(意味情報 "([^"]*)"/gu)) {
  for (const surface of match[1].match(/[ァ-ヴー]{2,12}/gu) ?? []) entryOf(surface).word = 3;
}
for (const match of readFileSync(`${juman}dic/Noun.koyuu.dic`, "utf8").matchAll(/名詞 \((地名|組織名) .*見出し語 ([ァ-ヴー]{2,12})\)/gu)) {
  if (match[1] === "地名") entryOf(match[2]).place = true;
  else entryOf(match[2]).thing = true;
}
for (const line of new TextDecoder("euc-jp").decode(readFileSync(`${edict}edict`)).split("\n")) {
  const surface = /^[ァ-ヴー]{2,12}(?= )/u.exec(line)?.[0];
  if (surface !== undefined) entryOf(surface).word = Math.max(entryOf(surface).word, line.includes("/(P)/") ? 3 : 2);
}
function csv(name: string): string[][] {
  return new TextDecoder("euc-jp").decode(readFileSync(`${ipadic}${name}.csv`)).split("\n").filter(Boolean).map((line) => line.split(","));
}
for (const [surface, , , , , , kind] of csv("Noun.name")) {
  if (kind !== "人名" || !KATAKANA.test(surface)) continue;
  const entry = entryOf(surface);
  entry.sure = true;
  entry.first++;
  entry.last++;
}
for (const file of ["Noun", "Noun.verbal", "Noun.adjv", "Noun.adverbal", "Noun.others", "Suffix", "Adverb", "Interjection"]) {
  for (const [surface] of csv(file)) if (KATAKANA.test(surface)) entryOf(surface).word = Math.max(entryOf(surface).word, file === "Noun" ? 2 : 3);
}
for (const [surface] of csv("Noun.place")) if (KATAKANA.test(surface)) entryOf(surface).place = true;
for (const file of ["Noun.org", "Noun.proper"]) for (const [surface] of csv(file)) if (KATAKANA.test(surface)) entryOf(surface).thing = true;

const words = new Map<string, number>();
for (const [surface, { first, last, sure, word, place, thing }] of entries) {
  const count = first + last;
  const person = count === 0 ? 0 : count >= 4 || (sure && count >= 2) ? 3 : sure || count >= 2 ? 2 : 1;
  const payload = person | (word << 2) | (place ? 0x10 : 0) | (thing ? 0x20 : 0) | (person > 0 && first >= last ? 0x40 : 0) | (person > 0 && last >= first ? 0x80 : 0);
  // What is known to be something else is half of the file, and worth it: without it, every unknown word might be a name.
  if (payload !== 0 && (person > 0 || word >= 2 || surface.length <= LONGEST_THING)) words.set(surface, payload);
}
writeFileSync(OUT, packTrie(writeTrie(words)));
process.stdout.write(`katakana.trie: ${words.size} words, ${readFileSync(OUT).length} bytes\n`);
