import { describe, expect, it } from "vitest";
import { readMarkers } from "../../src/acceptance/markers.js";

const read = (text: string) => [...readMarkers(text)].map(({ kind, codes, reason }) => [kind, codes.join("+"), reason]);

describe("a marker", () => {
  it.each([
    ["const a = 1; // leaklint-ignore phone-number -- an example", "line", "phone-number", "an example"],
    ["# leaklint-ignore-next-line person-name -- 弊社の代表", "next-line", "person-name", "弊社の代表"],
    ["<!-- leaklint-ignore person-name, postal-address -- the imprint --> after", "line", "person-name+postal-address", "the imprint"],
    ["text<!--leaklint-ignore person-name -- the imprint-->", "line", "person-name", "the imprint"],
    ["/* leaklint-ignore-start email-address -- list archive */ code();", "start", "email-address", "list archive"],
    [" * leaklint-ignore email-address -- in a long comment", "line", "email-address", "in a long comment"],
    ["{/* leaklint-ignore user-id -- JSX */}", "line", "user-id", "JSX"],
    ["-- leaklint-ignore personal-records/table -- SQL's own comment", "line", "personal-records/table", "SQL's own comment"],
    ["; leaklint-ignore iban -- ini", "line", "iban", "ini"],
    ["% leaklint-ignore iban -- TeX", "line", "iban", "TeX"],
    ["' leaklint-ignore iban -- Basic", "line", "iban", "Basic"],
    ["REM leaklint-ignore iban -- batch", "line", "iban", "batch"],
    ["{# leaklint-ignore iban -- Jinja #}", "line", "iban", "Jinja"],
    ["[//]: # (leaklint-ignore-next-line iban -- Markdown)", "next-line", "iban", "Markdown"],
    ['  "//": "leaklint-ignore-next-line iban -- JSON has no comments",', "next-line", "iban", "JSON has no comments"],
    ["//   leaklint-ignore   iban、passport   --   two spaces", "line", "iban+passport", "two spaces"],
    ["// leaklint-ignore-end", "end", "", ""],
    ["// leaklint-ignore iban", "line", "iban", ""],
    ["// leaklint-ignore iban --", "line", "iban", ""],
    ["// leaklint-ignore", "line", "", ""],
    ["// leaklint-ignore -- everything", "line", "", "everything"],
    ["// leaklint-ignore iban -- a -- b", "line", "iban", "a-- b"],
  ])("is read in %s", (text, kind, codes, reason) => {
    expect(read(text)).toEqual([[kind, codes, reason]]);
  });

  it.each([
    "leaklint-ignore phone-number -- prose that talks of it",
    "Write leaklint-ignore phone-number -- reason in a comment.",
    "`// leaklint-ignore phone-number -- reason`",
    'const text = "// leaklint-ignore phone-number -- reason";',
    "https://leaklint-ignore.example phone-number -- reason",
    "// leaklint-ignore-everything phone-number -- reason",
    "// leaklint-ignored phone-number -- reason",
    "x // y leaklint-ignore phone-number -- reason",
    "npm run-- leaklint-ignore phone-number -- reason",
    "// LEAKLINT-IGNORE phone-number -- reason",
  ])("is not read in %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("ends with its line, whatever ends lines", () => {
    for (const end of ["\n", "\r\n", "\r"]) expect(read(`// leaklint-ignore iban -- one${end}two -- three`)).toEqual([["line", "iban", "one"]]);
  });

  it("says where its word stands", () => {
    const [marker] = readMarkers("a\n// leaklint-ignore-start iban -- b");
    expect([marker.start, marker.end]).toEqual([5, 26]);
  });

  it("costs what the text is long, on a line of nothing but markers", () => {
    const many = (n: number): number => read("// leaklint-ignore a -- b ".repeat(n)).length;
    expect([many(1000), many(2000)]).toEqual([1000, 2000]);
  });
});
