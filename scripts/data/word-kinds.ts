/**
 * Builds detectors/shared/data/words.kinds: what UniDic takes the words of names.trie and katakana.trie for. Run it after names.ts and
 * katakana.ts: npx tsx scripts/data/word-kinds.ts. Format and meaning are in detectors/shared/word-kinds.ts.
 */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { katakanaTrie, nameTrie } from "../../detectors/shared/name-dictionary.js";
import { childrenFrom, labelOf, type Trie } from "../../detectors/shared/trie.js";
import { Kind, writeKinds } from "../../detectors/shared/word-kinds.js";
import { normalize } from "../../src/text/normalize.js";
import { debianFile } from "./sources.js";
import { writeBrotli } from "./write-brotli.js";

const OUT = fileURLToPath(new URL("../../detectors/shared/data/words.kinds", import.meta.url));
const LEXICON = debianFile("unidic-mecab", "3.1.1-1", "dbbac54f919624a715435aca43e4611f06550c67fe4af5ca59a699f44cc082a8", "usr/share/mecab/dic/unidic/lex_3_1.csv");
const KANJI_OR_KATAKANA = /^[\u3400-\u9fff々ヶァ-ヴー]+$/u;

/** @param part parts of speech from the general to the special, as UniDic's lexicon has them behind the cost */
function kindOf([word, sort, what, more]: readonly string[]): number {
  if (word === "名詞" && sort === "固有名詞") {
    if (what === "人名") return more === "姓" ? Kind.Surname : more === "名" ? Kind.Given : Kind.Person;
    return what === "地名" ? Kind.Place : Kind.Proper;
  }
  if (word === "接尾辞") return Kind.Suffix;
  return word === "名詞" && what.startsWith("サ変") ? Kind.Verbal : Kind.Other;
}

/** Of each word the kind that costs least: UniDic's costs are learnt from labelled text, and are less for what is more common. */
const cheapest = new Map<string, { kind: number; cost: number }>();
for await (const line of createInterface({ input: createReadStream(LEXICON), crlfDelay: Infinity })) {
  const [surface, , , cost, ...parts] = line.split(",", 8);
  const word = normalize(surface).text;
  if (!KANJI_OR_KATAKANA.test(word) || Number(cost) >= (cheapest.get(word)?.cost ?? Infinity)) continue;
  cheapest.set(word, { kind: kindOf(parts), cost: Number(cost) });
}

let known = 0;
function kindsOf(trie: Trie): Uint8Array {
  const words = [""];
  const kinds = new Uint8Array(trie.payload.length);
  for (let node = 0; node < kinds.length; node++) {
    kinds[node] = cheapest.get(words[node])?.kind ?? Kind.Unknown;
    if (trie.payload[node] !== 0 && kinds[node] !== Kind.Unknown) known++;
    for (let child = childrenFrom(trie, node); child < childrenFrom(trie, node + 1); child++) words[child] = words[node] + String.fromCharCode(labelOf(trie, child));
  }
  return writeKinds(trie, kinds);
}

const content = Buffer.concat([kindsOf(nameTrie()), kindsOf(katakanaTrie())]);
process.stdout.write(`words.kinds: ${known} words, ${writeBrotli(OUT, content)} bytes\n`);
