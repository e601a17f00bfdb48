import { describe, expect, it } from "vitest";
import { createAcceptance, type AcceptanceOptions } from "../../src/acceptance/acceptance.js";
import type { BaselineLine } from "../../src/acceptance/baseline-file.js";
import type { AcceptEntry } from "../../src/acceptance/entries.js";
import type { Finding, Location, ScanResult, Step } from "../../src/contract.js";

const PRINT = "0123456789abcdef0123456789abcdef";
const OTHER = "f".repeat(32);
const NOWHERE = { identified: 0, reachable: 0, concealed: 0 };

const sheet = (name: string, state: "visible" | "hidden" = "visible"): Step => ({ kind: "sheet", name, state });
const cells = (ref: string): Step => ({ kind: "cell", ref });
const found = (at: readonly Step[], changes: Partial<Finding> = {}): Finding => ({
  detector: "personal-records", code: "table", severity: "error", confidence: 1, count: 3, people: 3, entities: { "person-name": 3 }, evidence: [], at: [{ kind: "file", path: "book.xlsx" }, ...at],
  fingerprint: PRINT, remedies: [], ...changes,
});
const BOOK = [sheet("名簿"), cells("C5:C90")];
const resultOf = (path: string, findings: readonly Finding[], changes: Partial<ScanResult> = {}): ScanResult => ({
  path, format: "xlsx", findings: findings.map((one) => ({ ...one, at: [{ kind: "file", path }, ...one.at.slice(1)] })), people: 3, exposure: NOWHERE, unscanned: [], ...changes,
});
const entry = (changes: Partial<AcceptEntry> = {}): AcceptEntry => ({
  place: "book.xlsx › 名簿 › C5:C90", code: "personal-records/table", values: PRINT, owner: "総務課", reason: "役員名簿", expires: "2027-03-31", ...changes,
});
const line = (path: string, fingerprint = PRINT): BaselineLine => ({ fingerprint, code: "personal-records/table", path });

/** @param there files in the tree */
const open = (given: Partial<AcceptanceOptions> & { there?: readonly string[] }) =>
  createAcceptance({
    entries: [], entriesFile: "leaklint.accept.json", lines: [], baselineFile: "leaklint.baseline", today: "2026-11-22", key: "k", isRefused: () => false,
    relative: (path) => path.replace(/^\.\//u, ""), exists: (path) => (given.there ?? []).includes(path), covers: () => false, ...given,
  });
const acceptedIn = (result: ScanResult) => result.findings.map(({ accepted }) => accepted?.by);
const problems = (acceptance: ReturnType<typeof open>) => acceptance.leftOver().flatMap(({ path, findings }) => findings.map(({ code, count, at }) => `${path} ${code} ${count} ${at.length}`));

describe("an entry accepts a finding", () => {
  it.each<[string, Partial<AcceptEntry>, readonly Step[]]>([
    ["of its place, code and values", {}, BOOK],
    ["of its detector", { code: "personal-records" }, BOOK],
    ["whatever its values, where it says so", { values: "any" }, BOOK],
    ["in a hidden sheet, as reports write it", { place: "book.xlsx › 名簿 (hidden) › C5:C90" }, [sheet("名簿", "hidden"), cells("C5:C90")]],
    ["in a hidden sheet, as Japanese reports write it", { place: "book.xlsx › 名簿 (非表示) › C5:C90" }, [sheet("名簿", "hidden"), cells("C5:C90")]],
    ["written with other spaces", { place: " book.xlsx› 名簿 ›C5:C90" }, BOOK],
    ["written with decomposed kana", { place: "book.xlsx › カ\u3099キ › A1" }, [sheet("ガキ"), cells("A1")]],
    ["on any line of a text, by its values", { place: "book.xlsx" }, [{ kind: "span", line: 7, column: 1, offset: 90, length: 4 }]],
    ["in a cell of a text", { place: "book.xlsx › B2", values: "any" }, [cells("B2"), { kind: "span", line: 7, column: 1, offset: 90, length: 4 }]],
    ["in a commit", {}, [{ kind: "commit", id: "a".repeat(40) }, ...BOOK]],
  ])("%s", (_, changes, at) => {
    const acceptance = open({ entries: [entry(changes)] });
    const result = acceptance.apply(resultOf("book.xlsx", [found(at)]));
    expect(result.findings[0].accepted).toEqual({ by: "entry", reason: "役員名簿", owner: "総務課", expires: "2027-03-31" });
    expect(problems(acceptance)).toEqual([]);
  });

  it.each<[string, Partial<AcceptEntry>, readonly Step[], Partial<Finding>?]>([
    ["of other values", {}, BOOK, { fingerprint: OTHER }],
    ["of one more row", { values: "any" }, [sheet("名簿"), cells("C5:C91")]],
    ["of the same sheet, hidden", { values: "any" }, [sheet("名簿", "hidden"), cells("C5:C90")]],
    ["of another sheet", { values: "any" }, [sheet("名簿2"), cells("C5:C90")]],
    ["of another code", { values: "any" }, BOOK, { code: "record" }],
    ["of a detector whose name begins so", { values: "any", code: "personal" }, BOOK],
    ["on whatever line of a text, of any value", { place: "book.xlsx", values: "any" }, [{ kind: "span", line: 7, column: 1, offset: 90, length: 4 }]],
    ["of all the file", { place: "book.xlsx", values: "any" }, BOOK],
    ["after its day", { expires: "2026-11-21" }, BOOK],
  ])("never %s", (_, changes, at, finding = {}) => {
    const acceptance = open({ entries: [entry(changes)] });
    expect(acceptedIn(acceptance.apply(resultOf("book.xlsx", [found(at, finding)])))).toEqual([undefined]);
  });

  it("on its last day", () => {
    expect(acceptedIn(open({ entries: [entry({ expires: "2026-11-22" })] }).apply(resultOf("book.xlsx", [found(BOOK)])))).toEqual(["entry"]);
  });

  it("not where nobody may, and says so", () => {
    const acceptance = open({ entries: [entry()], isRefused: (detector) => detector === "personal-records" });
    expect(acceptedIn(acceptance.apply(resultOf("book.xlsx", [found(BOOK)])))).toEqual([undefined]);
    expect(problems(acceptance)).toEqual(["leaklint.accept.json refused 1 2"]);
  });
});

describe("an entry that accepts nothing is told", () => {
  it.each<[string, Partial<AcceptEntry>, Partial<AcceptanceOptions> & { there?: readonly string[] }, readonly ScanResult[], readonly string[]]>([
    ["where its file was looked at", { values: OTHER }, { there: ["book.xlsx"] }, [resultOf("book.xlsx", [found(BOOK)])], ["leaklint.accept.json unused-entry 1 2"]],
    ["where its file is gone and the folder was looked at", {}, { covers: () => true }, [], ["leaklint.accept.json unused-entry 1 2"]],
    ["where it has expired", { expires: "2026-11-21" }, {}, [resultOf("book.xlsx", [found(BOOK)])], ["leaklint.accept.json expired-entry 1 2"]],
    ["not where its file was not looked at", {}, { there: ["book.xlsx"] }, [resultOf("other.xlsx", [])], []],
    ["not where its file is left out of the folder", {}, { there: ["book.xlsx"], covers: () => true }, [], []],
    ["not where its file was not wholly read", { values: OTHER }, {}, [resultOf("book.xlsx", [], { unscanned: [{ kind: "unscanned", at: [], reason: "encrypted", detail: "" }] })], []],
    ["not for a commit that has nothing to do with it, even when it has expired", { expires: "2026-11-21" }, {}, [resultOf("other.xlsx", [])], []],
  ])("%s", (_, changes, options, results, expected) => {
    const acceptance = open({ entries: [entry(changes)], ...options });
    for (const result of results) acceptance.apply(result);
    expect(problems(acceptance)).toEqual(expected);
  });
});

describe("a line of the baseline", () => {
  it("accepts its values wherever they stand in its file", () => {
    const acceptance = open({ lines: [line("book.xlsx")], there: ["book.xlsx"] });
    const again = acceptance.apply(resultOf("book.xlsx", [found(BOOK), found([sheet("控え"), cells("A1:A9")])]));
    expect(acceptedIn(again)).toEqual(["baseline", "baseline"]);
    expect(problems(acceptance)).toEqual([]);
  });

  it("never accepts other values in the same place", () => {
    const acceptance = open({ lines: [line("book.xlsx")], there: ["book.xlsx"] });
    expect(acceptedIn(acceptance.apply(resultOf("book.xlsx", [found(BOOK, { fingerprint: OTHER })])))).toEqual([undefined]);
    expect(problems(acceptance)).toEqual(["leaklint.baseline unused-baseline 1 1"]);
  });

  it("follows a file that has moved", () => {
    const acceptance = open({ lines: [line("old/book.xlsx")], there: ["new/book.xlsx"], covers: () => true });
    expect(acceptedIn(acceptance.apply(resultOf("new/book.xlsx", [found(BOOK)])))).toEqual(["baseline"]);
    expect(problems(acceptance)).toEqual([]);
    expect(acceptance.audit().lines).toEqual([{ line: line("old/book.xlsx"), state: "moved", movedTo: "new/book.xlsx" }]);
  });

  it("follows it to one place only", () => {
    const acceptance = open({ lines: [line("old.xlsx")], there: ["a.xlsx", "b.xlsx"] });
    expect(["a.xlsx", "b.xlsx"].map((path) => acceptedIn(acceptance.apply(resultOf(path, [found(BOOK), found(BOOK)]))))).toEqual([["baseline", "baseline"], [undefined, undefined]]);
  });

  it.each([["before", ["copy.xlsx", "book.xlsx"]], ["behind", ["book.xlsx", "copy.xlsx"]]])("does not accept a copy that comes %s its own file", (_, order) => {
    const acceptance = open({ lines: [line("book.xlsx")], there: ["book.xlsx", "copy.xlsx"] });
    const told = Object.fromEntries(order.map((path) => [path, acceptedIn(acceptance.apply(resultOf(path, [found(BOOK)])))[0]]));
    expect(told).toEqual({ "book.xlsx": "baseline", "copy.xlsx": undefined });
  });

  it("follows no file whose name is masked: nobody can look whether it is gone", () => {
    expect(acceptedIn(open({ lines: [line("佐●●●.xlsx")] }).apply(resultOf("copy.xlsx", [found(BOOK)])))).toEqual([undefined]);
  });

  it("is told when it accepts nothing, all such lines at once", () => {
    const acceptance = open({ lines: [line("a.xlsx"), line("b.xlsx", OTHER), line("c.xlsx", "e".repeat(32))], there: ["c.xlsx"], covers: (path) => path !== "x" });
    acceptance.apply(resultOf("b.xlsx", []));
    expect(problems(acceptance)).toEqual(["leaklint.baseline unused-baseline 2 1"]);
  });
});

it("a marker in the text stays what accepted the finding", () => {
  const acceptance = open({ lines: [line("book.xlsx")], there: ["book.xlsx"] });
  expect(acceptedIn(acceptance.apply(resultOf("book.xlsx", [found(BOOK, { accepted: { by: "marker", reason: "r" } })])))).toEqual(["marker"]);
});

describe("what is left", () => {
  const at: Location = [{ kind: "file", path: "book.xlsx" }];
  const exposure = (n: number) => ({ identified: n, reachable: n, concealed: 0 });
  const findings = [found([]), found([], { fingerprint: OTHER })].map((one) => ({ ...one, at }));

  it("counts people who stand in something that was not accepted", () => {
    const groups = [{ findings: [0], people: 5, exposure: exposure(4) }, { findings: [0, 1], people: 2, exposure: exposure(1) }, { findings: [1], people: 1, exposure: exposure(0) }, { findings: [], people: 1, exposure: exposure(0) }];
    const result = open({ lines: [line("book.xlsx")] }).apply(resultOf("book.xlsx", findings, { people: 9, exposure: exposure(5), groups }));
    expect(result.open).toEqual({ people: 4, exposure: exposure(1) });
    expect([result.people, result.exposure]).toEqual([9, exposure(5)]);
  });

  it("is everything where a result does not say who stands where", () => {
    expect(open({ lines: [line("book.xlsx")] }).apply(resultOf("book.xlsx", findings, { people: 9, exposure: exposure(5) })).open).toEqual({ people: 9, exposure: exposure(5) });
  });
});
