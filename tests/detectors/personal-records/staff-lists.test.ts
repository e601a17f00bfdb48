import { describe, expect, it } from "vitest";
import { readHeader } from "../../../detectors/shared/header-field.js";
import { inventPeople } from "../../support/people.js";
import { summaries } from "./support.js";

describe("a list of staff without a header", () => {
  it("is not divided where 課長 and 内線2000 look like words that head columns", () => {
    // Names that no dictionary is sure of are not told from words: the row's other cells must not make a header of it.
    const rows = inventPeople(15).map(({ surname, given }, i) => [`${surname} ${i % 5 === 0 ? "つばさ" : given}`, ["課長", "補佐", "係員"][i % 3], `内線${2000 + i}`]);
    expect(summaries(rows)).toMatchObject([{ code: "table", people: 15, entities: { "person-name": 15 } }]);
  });
});

describe("numbers behind a header word", () => {
  it.each(["電話1", "電話番号２", "連絡先10", "氏名※1", "住所①"])("%s is a header still", (cell) => {
    expect(readHeader(cell)).toBeDefined();
  });
  it.each(["内線2000", "電話0312345678", "内線 123"])("%s is a value", (cell) => {
    expect(readHeader(cell)).toBeUndefined();
  });
});
