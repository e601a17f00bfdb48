import { describe, expect, it } from "vitest";
import type { Location } from "../src/contract.js";
import { regionOf, spanning } from "../src/location.js";

const file = { kind: "file", path: "a.csv" } as const;
const cell = (ref: string): Location => [file, { kind: "cell", ref }];
const span = (line: number, offset: number, length: number): Location => [file, { kind: "span", line, column: 1, offset, length }];

describe("spanning", () => {
  it.each<[string, Location, Location, Location]>([
    ["cells", cell("B4"), cell("D2"), cell("B2:D4")],
    ["a range and a cell far right", cell("A2:B9"), cell("AA3"), cell("A2:AA9")],
    ["spans", span(2, 10, 5), span(9, 90, 10), span(2, 10, 90)],
    ["properties and their spans", [file, { kind: "property", name: "/0/a" }, ...span(1, 5, 2).slice(1)], [file, { kind: "property", name: "/1/a" }, ...span(3, 50, 2).slice(1)], span(1, 5, 47)],
    ["pages", [file, { kind: "page", number: 4 }], [file, { kind: "page", number: 2 }], [file, { kind: "page", number: 2, last: 4 }]],
    ["one page and its boxes", [file, { kind: "page", number: 4, box: { x: 1, y: 1, width: 1, height: 1 } }], [file, { kind: "page", number: 4 }], [file, { kind: "page", number: 4 }]],
  ])("of %s is what holds both", (_, a, b, whole) => {
    expect(spanning(a, b)).toEqual(whole);
  });
});

describe("regionOf", () => {
  it("is the location without page, cell and span", () => {
    expect(regionOf([file, { kind: "page", number: 1 }, { kind: "cell", ref: "A1" }, { kind: "span", line: 1, column: 1, offset: 0, length: 1 }])).toEqual([file]);
    expect(regionOf([file, { kind: "sheet", name: "s", state: "hidden" }])).toEqual([file, { kind: "sheet", name: "s", state: "hidden" }]);
  });
});
