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

describe("lines beside explained cells", () => {
  const register = (rows: number, note: (row: number) => string): TableSegment => table(Array.from({ length: rows }, (_, row) => [`name ${row}`, note(row)]));
  const shown = (segment: TableSegment, mark: (text: string) => string): string => {
    let all = "";
    for (const window of tableText(segment, (_, column) => column === 0)) {
      all += window.text;
      const at = window.text.indexOf(mark(window.text));
      if (at >= 0 && mark(window.text) !== "") window.mark({ start: at, end: at + mark(window.text).length });
    }
    return all;
  };
  const linesOf = (text: string, line: string): number => text.split("\n").filter((one) => one === line).length;

  it("are shown once they are known to hold nothing in the first windows only", () => {
    const text = shown(register(50_000, (row) => (row % 2 === 0 ? "paid" : "new")), () => "");
    expect(linesOf(text, "paid")).toBeLessThan(5_000);
    expect(linesOf(text, "paid")).toBeGreaterThan(0);
  });

  it("are shown every time where something was found in them", () => {
    const text = shown(register(50_000, () => "call 555"), () => "call 555");
    expect(linesOf(text, "call 555")).toBeGreaterThan(40_000);
  });

  it("are all shown where nothing is explained", () => {
    const all = [...tableText(register(20_000, () => "paid"), undefined)].map(({ text }) => text).join("");
    expect(all.split("\tpaid\n").length - 1).toBe(20_000);
  });

  it("are all shown when they are long: they may be pieces of a file", () => {
    const long = "A".repeat(76);
    expect(linesOf(shown(register(2_000, () => long), () => ""), long)).toBe(2_000);
  });
});
