import { describe, expect, it } from "vitest";
import { concatKinds, missed } from "../../scripts/accuracy/kinds.js";
import { byTemplate, countsOf, type Document, falseAlarms, formsOf, judgedFinds, peopleReached, recallBy } from "../../scripts/accuracy/measure.js";
import { sum } from "../../scripts/accuracy/metrics.js";
import { share, tableMarkdown, tableText } from "../../scripts/accuracy/print.js";
import { withBlock } from "../../scripts/accuracy/readme-block.js";
import { isCloseEnough } from "../../scripts/accuracy/sections/synthetic.js";
import type { Mark } from "../../scripts/accuracy/written.js";

const name = (start: number, end: number, facts: Partial<Mark> = {}): Mark => ({ entity: "person-name", start, end, form: "full", person: 0, ...facts });
const found = (entity: Mark["entity"], start: number, end: number, confidence = 0.9): Document["found"][number] => ({ entity, start, end, confidence });
const document = (marks: Mark[], finds: Document["found"]): Document => ({ id: "t", marks, found: finds });

describe("counts of one document", () => {
  it("a find of another kind neither hits a name nor counts as a name", () => {
    const one = document([name(0, 4)], [found("phone-number", 0, 4)]);
    expect(countsOf(one, "overlap", "person-name")).toEqual({ expected: 1, found: 0, hit: 0, right: 0 });
    expect(countsOf(one, "overlap", "phone-number")).toEqual({ expected: 0, found: 1, hit: 0, right: 0 });
  });

  it("a kind that is as right hits the value, once, under the value's own kind", () => {
    const one = document([{ entity: "registered-domicile", also: ["postal-address"], start: 0, end: 9 }], [found("postal-address", 0, 9)]);
    expect(countsOf(one, "exact", "registered-domicile")).toEqual({ expected: 1, found: 1, hit: 1, right: 1 });
    expect(countsOf(one, "exact", "postal-address")).toEqual({ expected: 0, found: 0, hit: 0, right: 0 });
    expect(countsOf(one, "exact")).toEqual({ expected: 1, found: 1, hit: 1, right: 1 });
  });

  it("an office's telephone may be found or not", () => {
    const office: Mark = { entity: "phone-number", start: 0, end: 4, optional: true };
    for (const finds of [[], [found("phone-number", 0, 4)]]) {
      const one = document([office], finds);
      expect([countsOf(one, "exact", "phone-number").found, falseAlarms(one).length, judgedFinds(one).length, missed(one).length]).toEqual([0, 0, 0, 0]);
    }
  });

  it("what touches nothing of its kind is a false alarm, and wrong for calibration", () => {
    const one = document([name(0, 4)], [found("person-name", 2, 6, 0.8), found("person-name", 9, 12, 0.7)]);
    expect(falseAlarms(one)).toEqual([found("person-name", 9, 12, 0.7)]);
    expect(judgedFinds(one).map(({ confidence, isRight }) => [confidence, isRight])).toEqual([[0.8, true], [0.7, false]]);
  });

  it("names are told by their form, found wholly or in part", () => {
    const one = document([name(0, 4), name(5, 7, { form: "surname" }), name(8, 9, { form: "surname", optional: true })], [found("person-name", 0, 3), found("person-name", 5, 7)]);
    expect(Object.fromEntries(recallBy([one], formsOf))).toEqual({ full: { expected: 1, overlap: 1, exact: 0 }, surname: { expected: 1, overlap: 1, exact: 1 } });
  });

  it("a person is reached by any value of theirs", () => {
    const marks = [name(0, 4), { ...name(5, 9), person: 1 }, { entity: "phone-number" as const, start: 10, end: 20, person: 1 }];
    expect(peopleReached(document(marks, [found("phone-number", 10, 20)]))).toMatchObject({ expected: 2, hit: 1 });
  });

  it("sums go by template and lose nothing", () => {
    const documents = [document([name(0, 4)], []), document([name(0, 4)], [found("person-name", 0, 4)]), { ...document([name(0, 4)], []), id: "other" }];
    const count = (one: Document): ReturnType<typeof countsOf> => countsOf(one, "exact", "person-name");
    expect(byTemplate(documents, count).map(({ expected }) => expected)).toEqual([2, 1]);
    expect(sum(byTemplate(documents, count))).toEqual(sum(documents.map(count)));
  });
});

describe("how it is told", () => {
  it.each([[1, "1.000"], [0.99999, "0.999"], [0.5, "0.500"], [0, "0.000"], [NaN, "–"]])("%d is %s, never rounded up to all", (value, expected) => {
    expect(share(value)).toBe(expected);
  });
  it.each([[100, 102, true], [100, 103, false], [9, 9, true], [9, 10, false], [50, 49, true], [49, 48, false]])("of %i people, %i counted", (expected, counted, close) => {
    expect(isCloseEnough(expected, counted)).toBe(close);
  });
  it("kinds are counted, the most frequent first", () => {
    expect(concatKinds(["a", "b", "b"])).toBe("b 2, a 1");
  });
  it("columns are aligned as a terminal shows them", () => {
    const table = { title: "表", head: ["名", "n"], rows: [["ab", "10"], ["漢字", "1"]] };
    expect(tableText(table)).toBe("表\n  名     n\n  ab    10\n  漢字   1\n");
    expect(tableMarkdown(table)).toBe("| 名 | n |\n|---|--:|\n| ab | 10 |\n| 漢字 | 1 |");
  });
  it("the README's block is replaced, and nothing else", () => {
    const readme = "a\n<!-- accuracy:begin -->\nold\n<!-- accuracy:end -->\nb\n";
    expect(withBlock(readme, "new")).toBe("a\n<!-- accuracy:begin -->\nnew\n<!-- accuracy:end -->\nb\n");
    expect(withBlock(withBlock(readme, "new"), "old")).toBe(readme);
    expect(() => withBlock("nothing", "new")).toThrow("accuracy:begin");
  });
});
