import { describe, expect, it } from "vitest";
import { readPropertySet } from "../../src/bytes/ole-properties.js";
import { f64, u32 } from "../support/biff.js";
import { codePage, DOCUMENT, narrow, padded, propertySet, SUMMARY, USER, wide } from "../support/ole-properties.js";

const listed = (bytes: Uint8Array): string[] => readPropertySet(bytes).map(({ name, value }) => `${name}: ${value}`);

describe("property sets", () => {
  it("tell authors, titles and companies in their code page or in UTF-16", () => {
    const japanese = Buffer.from([0x8e, 0x52, 0x93, 0x63]); // 山田 in code page 932
    expect(listed(propertySet([SUMMARY, [codePage(932), [4, narrow(japanese)], [8, wide("佐藤")], [14, Buffer.concat([u32(3), u32(12)])]]]))).toEqual(["creator: 山田", "lastModifiedBy: 佐藤"]);
    expect(listed(propertySet([DOCUMENT, [codePage(65_001), [15, narrow(Buffer.from("見本市役所"))]]]))).toEqual(["Company: 見本市役所"]);
  });

  it("tell lists of parts, aligned or not", () => {
    const titles = (alignment: boolean): Buffer => {
      const parts = ["a.b", "cd"].map((text) => Buffer.concat([u32(text.length + 1), Buffer.from(`${text}\0`)]));
      return padded(Buffer.concat([u32(0x1000 | 30), u32(2), ...parts.map((part) => (alignment ? padded(part) : part))]));
    };
    for (const alignment of [true, false]) expect(listed(propertySet([DOCUMENT, [codePage(1252), [13, titles(alignment)]]]))).toEqual(["TitlesOfParts: a.b\ncd"]);
  });

  it("tell custom properties by their own names, long numbers among them", () => {
    const names = padded(Buffer.concat([u32(2), u32(2), u32(5), Buffer.from("Name\0"), u32(3), u32(4), Buffer.from("Tel\0")]));
    expect(listed(propertySet([SUMMARY, []], [USER, [codePage(1252), [0, names], [2, narrow(Buffer.from("Ueda"))], [3, Buffer.concat([u32(5), f64(312_345_678)])]]]))).toEqual(["Name: Ueda", "Tel: 312345678"]);
  });

  it("give what can be had of damaged streams, and never throw", () => {
    const whole = propertySet([SUMMARY, [codePage(932), [4, wide("山田")], [13, Buffer.concat([u32(0x100c), u32(0xffffffff)])]]]);
    for (let size = 0; size < whole.length; size++) expect(() => readPropertySet(whole.subarray(0, size))).not.toThrow();
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = 0xff;
      expect(() => readPropertySet(changed)).not.toThrow();
    }
  });
});
