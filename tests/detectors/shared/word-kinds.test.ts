import { describe, expect, it } from "vitest";
import { katakanaTrie, nameTrie } from "../../../detectors/shared/name-dictionary.js";
import { step, type Trie } from "../../../detectors/shared/trie.js";
import { Kind, kindsOfKatakana, kindsOfNames, readKinds, writeKinds } from "../../../detectors/shared/word-kinds.js";

function nodeOf(trie: Trie, word: string): number {
  let node = trie.roots[word.charCodeAt(0)];
  for (let i = 1; i < word.length; i++) node = step(trie, node, word.charCodeAt(i));
  return node;
}

describe("kinds of words", () => {
  it.each([
    ["佐藤", "Surname"], ["太郎", "Given"], ["大阪", "Place"], ["作曲", "Verbal"], ["郵便", "Other"], ["氏", "Suffix"],
  ] as const)("takes %s for what UniDic has it as most often", (word, kind) => {
    expect(kindsOfNames()[nodeOf(nameTrie(), word)]).toBe(Kind[kind]);
  });

  it.each([
    ["モーツァルト", "Person"], ["ロンドン", "Place"], ["ピアノ", "Other"],
  ] as const)("takes %s in katakana for what UniDic has it as most often", (word, kind) => {
    expect(kindsOfKatakana()[nodeOf(katakanaTrie(), word)]).toBe(Kind[kind]);
  });

  it("knows nothing of what is no word", () => {
    for (const [trie, kinds] of [[nameTrie(), kindsOfNames()], [katakanaTrie(), kindsOfKatakana()]] as const) {
      expect(kinds).toHaveLength(trie.payload.length);
      expect(kinds.filter((kind, node) => kind !== Kind.Unknown && trie.payload[node] === 0)).toHaveLength(0);
    }
  });

  it("reads what was written", () => {
    const trie = { ...nameTrie(), payload: Uint8Array.of(0, 3, 0, 1, 255, 3, 1, 0) };
    const kinds = Uint8Array.of(0, 1, 0, 2, 3, 4, 5, 0);
    expect([...readKinds(trie, writeKinds(trie, kinds))]).toEqual([...kinds]);
  });
});
