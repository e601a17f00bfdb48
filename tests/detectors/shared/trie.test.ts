import { describe, expect, it } from "vitest";
import { longestWord, lookUp, readTrie, step } from "../../../detectors/shared/trie.js";
import { writeTrie } from "../../../scripts/data/trie-writer.js";

const WORDS = new Map([["佐藤", 3], ["佐", 1], ["佐藤花子", 255], ["鈴木", 7], ["a", 9], ["\uffff", 2], ["𠮷田", 5]]);
const trie = readTrie(writeTrie(WORDS));

describe("trie", () => {
  it("reads what was written, and nothing else", () => {
    for (const [word, payload] of WORDS) expect(lookUp(trie, word, 0, word.length)).toBe(payload);
    for (const word of ["", "藤", "佐藤花", "佐藤花子子", "b", "\ufffe", "𠮷"]) expect(lookUp(trie, word, 0, word.length)).toBe(0);
  });
  it("looks inside a text between two offsets", () => {
    expect(lookUp(trie, "私は佐藤です", 2, 4)).toBe(3);
    expect(lookUp(trie, "私は佐藤です", 2, 5)).toBe(0);
  });
  it("finds the longest word that ends in time", () => {
    expect(longestWord(trie, "佐藤花子です", 0, 6)).toBe(4);
    expect(longestWord(trie, "佐藤花子です", 0, 3)).toBe(2);
    expect(longestWord(trie, "藤", 0, 1)).toBe(0);
    expect(longestWord(trie, "佐藤", 2, 2)).toBe(2);
  });
  it("steps to 0 where there is no child", () => {
    expect(step(trie, trie.roots["佐".charCodeAt(0)], "木".charCodeAt(0))).toBe(0);
    expect(trie.roots["木".charCodeAt(0)]).toBe(0);
  });
  it("gives the same bytes whatever the order of words", () => {
    expect(writeTrie(new Map([...WORDS].reverse()))).toEqual(writeTrie(WORDS));
  });
  it("holds an empty dictionary and payloads of one byte only", () => {
    expect(lookUp(readTrie(writeTrie(new Map())), "a", 0, 1)).toBe(0);
    expect(() => writeTrie(new Map([["a", 256]]))).toThrow("one byte");
    expect(() => writeTrie(new Map([["a", 0]]))).toThrow("one byte");
  });
});
