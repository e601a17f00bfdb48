import { describe, expect, it } from "vitest";
import { findEntities } from "../../src/index.js";

/** The digits of 0823-82-6480, grouped as no area has them. */
const ODD = "082-382-6480";
const phones = (text: string): string[] => [...findEntities(text)].filter(({ entity }) => entity === "phone-number").map(({ start, end }) => text.slice(start, end));

describe("a telephone number grouped as no area has it", () => {
  it.each([`佐藤花子 ${ODD}`, `a.sato@provider.example ${ODD}`, `電話 ${ODD}`])("is one beside somebody or a label: %j", (text) => {
    expect(phones(text)).toEqual([ODD]);
  });
  it.each([`平面図 ${ODD} 改訂A`, ODD, `図面番号 ${ODD}`])("is none by itself: %j", (text) => {
    expect(phones(text)).toEqual([]);
  });
});

describe("a telephone number as manuals make it up", () => {
  it.each(["佐藤花子 090-1111-2222", "電話 090-1111-2222"])("is one beside somebody or a label: %j", (text) => {
    expect(phones(text)).toEqual(["090-1111-2222"]);
  });
  it.each(["090-1111-2222 のように入力する", "090-1234-5678"])("is none by itself: %j", (text) => {
    expect(phones(text)).toEqual([]);
  });
});
