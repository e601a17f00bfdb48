import { describe, expect, it } from "vitest";
import { labelBefore, labelPattern } from "../../../detectors/shared/labels.js";

const WORDS = ["電話", "電話番号", "tel", "phone number"];
const LABELS = labelPattern(WORDS);
const distance = (text: string, max = 12): number | undefined => labelBefore(text.replace("|", ""), text.indexOf("|"), LABELS, max);

describe("labelBefore", () => {
  it.each([
    ["電話|0", 0],
    ["電話: |0", 2],
    ["電 話 |0", 1],
    ["電話番号|0", 0],
    ["電話番号(自宅) |0", 5],
    ["tel|0", 0],
    ["TEL. |0", 2],
    ["T E L |0", 1],
    ["phone number: |0", 2],
    ["phone_number=|0", 1],
    ["phoneNumber = |0", 3],
    ["homeTel: |0", 2],
    ["電話\t|0", 1],
    ["電話\t\t|0", 2],
    ["電話\n|0", 1],
    ["電話:\n  |0", 4],
    ["電話は佐藤まで|0", 5],
    ["電話 03 電話 |0", 1],
  ])("finds the nearest label in %j", (text, expected) => {
    expect(distance(text)).toBe(expected);
  });

  it.each([
    "|0",
    "03|0",
    "hotel |0",
    "telnet |0",
    "pretel |0",
    "電話\n佐藤 |0",
    "電話\t佐藤\t|0",
    "電話\t佐藤\n|0",
    "氏名\t電話\n|0",
    "電話 1234567890123|0",
    "話電|0",
  ])("finds none in %j", (text) => {
    expect(distance(text)).toBeUndefined();
  });

  it("says the same of a place whatever was asked before, of this text or of another", () => {
    const texts = ["電話 1 2 3 4 5 6 7 8 9 10 11 12 13 電話 14 tel15\n16 携帯 hotel 17", "1 2 3 4 5 6 7 8 9 10 電話 11 12 13 電話 14 tel15\n16 携帯 hotel 17"];
    const places = texts.flatMap((text) => Array.from({ length: text.length + 1 }, (_, at) => [text, at] as const));
    const fresh = places.map(([text, at]) => labelBefore(text, at, labelPattern(WORDS), 12));
    const shared = labelPattern(WORDS);
    const orders = [places, [...places].reverse(), places.map((_, i) => places[(i * 37) % places.length])];
    for (const order of orders) for (const [text, at] of order) expect(labelBefore(text, at, shared, 12), `${text} at ${at}`).toBe(fresh[places.findIndex(([t, a]) => t === text && a === at)]);
    expect(fresh.filter((distance) => distance !== undefined).length).toBeGreaterThan(20);
  });

  it("looks no further than it is told", () => {
    expect(distance(`電話${" ".repeat(12)}|0`)).toBe(12);
    expect(distance(`電話${" ".repeat(13)}|0`)).toBeUndefined();
  });
});
