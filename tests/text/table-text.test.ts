import { describe, expect, it } from "vitest";
import type { TableSegment } from "../../src/contract.js";
import { cellRef, tableOf } from "../../src/text/table.js";
import { tableText } from "../../src/text/table-text.js";

const at = [{ kind: "file", path: "a.csv" }] as const;
const table = (rows: string[][]): TableSegment => tableOf(rows, { at, place: (range) => ({ at: [...at, { kind: "cell", ref: cellRef(range) }] }) });
const textOf = (rows: string[][], isAccountedFor?: (row: number, column: number) => boolean): string => [...tableText(table(rows), isAccountedFor)].map(({ text }) => text).join("|");

describe("tableText", () => {
  it.each<[string, string[][], ((row: number, column: number) => boolean) | undefined, string]>([
    ["puts tabs between cells and lines between rows", [["a", "b"], ["c"]], undefined, "a\tb\nc\n"],
    ["leaves empty cells out", [["", "a", "", "b"]], undefined, "a\tb\n"],
    ["keeps breaks inside a cell from looking like rows", [["a\nb\tc", "d"]], undefined, "a b c\td\n"],
    ["leaves out what is accounted for", [["a", "name", "b"]], (_, column) => column === 1, "a\tb\n"],
    ["leaves out the line's number before what is accounted for", [["12", "name", "note"]], (_, column) => column === 1, "note\n"],
    ["keeps numbers beside each other: they may be one", [["090", "1234", "5678", "name"]], (_, column) => column === 3, "090\t1234\t5678\n"],
    ["keeps a longer number", [["0901234", "name"]], (_, column) => column === 1, "0901234\n"],
    ["keeps numbers where nothing is accounted for", [["1", "name"]], undefined, "1\tname\n"],
  ])("%s", (_, rows, isAccountedFor, expected) => {
    expect(textOf(rows, isAccountedFor)).toBe(expected);
  });

  it("maps a stretch of text back to the cells it stands in", () => {
    const [window] = tableText(table([["a", "bcd"], ["", "efg"]]), undefined);
    const start = window.text.indexOf("bcd");
    expect(window.place({ start, end: start + 3 }).at).toEqual([...at, { kind: "cell", ref: "B1" }]);
    expect(window.place({ start, end: window.text.indexOf("efg") + 3 }).at).toEqual([...at, { kind: "cell", ref: "B1:B2" }]);
  });

  it("cuts long tables into windows at row ends", () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => [`row ${i}`, "x"]);
    const windows = [...tableText(table(rows), undefined)];
    expect(windows.length).toBeGreaterThan(3);
    expect(windows.every(({ text }) => text.endsWith("\n"))).toBe(true);
    expect(windows.reduce((sum, { text }) => sum + text.split("\n").length - 1, 0)).toBe(100_000);
  });
});
