/**
 * Builds detectors/shared/data/places.trie and its gate: Japan's prefectures, municipalities and towns as Japan Post lists them. Run:
 * npx tsx scripts/data/places.ts. The meaning of the payload bits is in detectors/shared/gazetteer.ts.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { buildGate, COUNTY, MUNICIPALITY, PREFECTURE, TOWN, WARD } from "../../detectors/shared/gazetteer.js";
import { normalize } from "../../src/text/normalize.js";
import { japanPost, placeNames } from "./japan-post.js";
import { readTrie } from "../../detectors/shared/trie.js";
import { packTrie, writeTrie } from "./trie-writer.js";

const OUT = fileURLToPath(new URL("../../detectors/shared/data/places.trie", import.meta.url));
const GATE = OUT.replace(/trie$/u, "gate");
const places = new Map<string, number>();

function mark(name: string, bits: number): void {
  for (const spelling of spellings(normalize(name).text)) places.set(spelling, (places.get(spelling) ?? 0) | bits);
}

/** 北一条西 is as often written 北1条西, 霞が関 as 霞ヶ関 and 霞ケ関, 一ノ宮 as 一の宮. */
function spellings(name: string): string[] {
  let all = [name];
  const vary = (pattern: RegExp, variants: readonly string[]): void => {
    if (!pattern.test(name)) return;
    all = [...new Set(all.flatMap((one) => [one, ...variants.map((variant) => one.replace(new RegExp(pattern, "gu"), variant))]))];
  };
  vary(/(?<=[\p{Script=Han}\p{Script=Hiragana}])[がヶケ](?=[\p{Script=Han}])/u, ["が", "ヶ", "ケ", "ガ"]);
  vary(/(?<=[\p{Script=Han}])[のノ之](?=[\p{Script=Han}])/u, ["の", "ノ"]);
  const numbered = /[一二三四五六七八九十]+(?=[条丁番号線区地])/u;
  if (numbered.test(name)) all.push(...all.map((one) => one.replace(new RegExp(numbered, "gu"), (kanji) => String(toNumber(kanji)))));
  return [...new Set(all)];
}

function toNumber(kanji: string): number {
  const digit = (char: string | undefined): number => (char === undefined || char === "" ? 1 : "一二三四五六七八九".indexOf(char) + 1);
  const at = kanji.indexOf("十");
  if (at < 0) return Array.from(kanji).reduce((sum, char) => sum * 10 + digit(char), 0);
  return digit(kanji.slice(0, at)) * 10 + (at + 1 < kanji.length ? digit(kanji.slice(at + 1)) : 0);
}

for (const name of placeNames("pref")) mark(name, PREFECTURE);
for (const name of placeNames("city")) {
  mark(name, MUNICIPALITY);
  const county = /^(.+郡)(.+[町村])$/u.exec(name);
  if (county !== null) {
    mark(county[1], COUNTY);
    mark(county[2], MUNICIPALITY);
  }
  const island = /^.+島(.+[町村])$/u.exec(name);
  if (island !== null) mark(island[1], MUNICIPALITY);
  const ward = /^(.+市)(.+区)$/u.exec(name);
  if (ward !== null) {
    mark(ward[1], MUNICIPALITY);
    mark(ward[2], WARD);
  }
}
// Values hold municipality codes (numbers) and towns (strings), alone or in lists.
for (const table of ["zip5", "zip7"] as const) {
  for (const value of Object.values(japanPost(table))) {
    for (const town of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof town !== "string" || town === "" || town.length > 14) continue;
      // What stands in brackets are blocks or buildings; some names are no towns but blocks (西井出8240-1) or notes (次に1~663番地がくる場合).
      const name = town.replace(/[（(].*$/u, "");
      if (!/\d-\d|[0-9０-９]$|の次に|がくる場合|以降/u.test(normalize(name).text)) mark(name, TOWN);
    }
  }
}
places.delete("");
const trie = packTrie(writeTrie(places));
writeFileSync(OUT, trie);
writeFileSync(GATE, deflateRawSync(buildGate(readTrie(trie)), { level: 9 }));
process.stdout.write(`places.trie: ${places.size} names, ${readFileSync(OUT).length} bytes\n`);
