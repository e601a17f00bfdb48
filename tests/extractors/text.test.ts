import { describe, expect, it } from "vitest";
import { textExtractor } from "../../src/extractors/text.js";
import { extract, whereIs } from "../support/extract.js";
import { fixtureNames, readFixture } from "../support/fixture.js";
import { inventPeople } from "../support/people.js";

const [PERSON, SECOND, THIRD, FOURTH] = inventPeople(4);

describe("text extractor", () => {
  it.each(fixtureNames("text").filter((name) => name.startsWith("flag.letter")))("places the letter's values in %s", async (name) => {
    const found = await extract(textExtractor, readFixture("text", name), name);
    expect(found.unscanned).toEqual([]);
    expect(found.kinds).toEqual(["text"]);
    expect(whereIs(PERSON.name, found)).toEqual([`${name} › 1:1`]);
    expect(whereIs(PERSON.phone, found)).toEqual([`${name} › 6:5`]);
    expect(whereIs(PERSON.email, found)).toEqual([`${name} › 7:6`]);
  });

  it("counts offsets in UTF-16 units of the decoded text, its mark left out", async () => {
    const { texts } = await extract(textExtractor, Buffer.from("\ufeff𠮷\r\n山田"), "a.txt");
    const start = texts[0].text.indexOf("山田");
    expect(texts[0].place({ start, end: start + 2 }).at.at(-1)).toEqual({ kind: "span", line: 2, column: 1, offset: 4, length: 2 });
  });

  it("reads what source code writes as numbers, at the place where it is written", async () => {
    const found = await extract(textExtractor, readFixture("text", "flag.messages.properties"), "m.properties");
    expect(whereIs(SECOND.name, found)).toEqual(["m.properties › 1:23"]);
    expect(whereIs(SECOND.phone, found)).toEqual(["m.properties › 2:7"]);
  });

  it("reads a log whose lines are in two encodings, as lines", async () => {
    const found = await extract(textExtractor, readFixture("text", "flag.mixed-encodings.log"), "mixed.log");
    expect(textExtractor.identify(readFixture("text", "flag.mixed-encodings.log"), "mixed.log")).toBe("log");
    expect(found.texts[0].layout).toBe("lines");
    expect(found.unscanned).toEqual([]);
    expect([PERSON, SECOND, THIRD, FOURTH].map(({ name }) => whereIs(name, found)[0])).toEqual([1, 2, 3, 4].map((line) => `mixed.log › ${line}:4`));
  });

  it("says what of a damaged text it could not read, and reads the rest", async () => {
    const bytes = Buffer.concat([Buffer.from(`担当 ${PERSON.name}\n`), Buffer.of(0xe5, 0xb1, 0x0a), Buffer.from(PERSON.phone)]);
    const found = await extract(textExtractor, bytes, "a.txt");
    expect(whereIs(PERSON.phone, found)).toEqual(["a.txt › 3:1"]);
    expect(found.unscanned).toEqual([{ kind: "unscanned", at: [{ kind: "file", path: "a.txt" }], reason: "corrupt", detail: "1 place is not valid utf-8; the rest was read" }]);
  });

  it("hands on long texts in pieces whose places go on counting", async () => {
    const line = "この行には何も書かれていません。\n";
    const text = `${line.repeat(150_000)}${PERSON.name}\n${line.repeat(100_000)}${PERSON.phone}`;
    const found = await extract(textExtractor, Buffer.from(text), "long.txt");
    expect(found.texts.length).toBeGreaterThan(1);
    expect(found.texts.map((one) => one.text).join("") === text).toBe(true);
    expect(whereIs(PERSON.name, found)).toEqual(["long.txt › 150001:1"]);
    expect(whereIs(PERSON.phone, found)).toEqual(["long.txt › 250002:1"]);
  });

  it("cuts no word or number of a text that is one line", async () => {
    const text = `${PERSON.name} ${PERSON.phone}、`.repeat(400_000);
    const found = await extract(textExtractor, Buffer.from(text), "line.txt");
    expect(found.texts.length).toBeGreaterThan(1);
    expect(found.texts.slice(0, -1).every((one) => /[、 ]$/u.test(one.text))).toBe(true);
    const last = found.texts[found.texts.length - 1];
    expect(last.place({ start: 0, end: 1 }).at.at(-1)).toMatchObject({ line: 1, offset: text.length - last.text.length });
  });

  it.each([
    ["README.md", "# 使い方\n", "markdown"],
    ["app.log", "started\n", "log"],
    ["config.yml", "a: 1\n", "yaml"],
    ["main.rs", "fn main() {}\n", "source"],
    ["notes", "memo\n", "text"],
    ["photo.txt", Buffer.from("89504e470d0a1a0a0000000d4948445200000100", "hex"), undefined],
    ["empty.txt", "", undefined],
  ])("identifies %s", (name, content, format) => {
    expect(textExtractor.identify(Buffer.from(content), name)).toBe(format);
  });

  it("stops at the limit of expanded bytes", async () => {
    const { unscanned } = await extract(textExtractor, Buffer.alloc(2000, "a\n"), "a.txt", { expandedBytes: 1000 });
    expect(unscanned).toMatchObject([{ reason: "limit" }]);
  });
});
