import { describe, expect, it } from "vitest";
import { isPromiseKept, promisedFormat } from "../src/extension.js";

describe("promisedFormat", () => {
  it.each([
    ["list.xlsx", "xlsx"], ["LIST.XLSM", "xlsx"], ["名簿.ｘｌｓｘ", "xlsx"], ["a.xlsx ", "xlsx"], ["a.xlsx.", "xlsx"], ["a.b.pdf", "pdf"], ["a.tar.gz", "gz"],
    ["a.jpeg", "png"], ["a.md", "txt"], ["a.csv", "txt"],
  ])("%s promises %s", (name, format) => {
    expect(promisedFormat(name)).toBe(format);
  });

  it.each(["README", "a.", ".xlsx.bak", "a.dat", "a.ts", "a.key", "a.xlsx/readme", "", "a.constructor", "xlsx"])("%s promises nothing", (name) => {
    expect(promisedFormat(name)).toBeUndefined();
  });

  it("looks at the end of a name of any length", () => {
    expect(promisedFormat(`${"あ. ".repeat(100_000)}.pdf`)).toBe("pdf");
  });
});

describe("isPromiseKept", () => {
  it.each([
    ["a.xlsx", "xlsm"], ["a.xlsx", "ooxml-encrypted"], ["a.docx", "dotx"], ["a.csv", "text"], ["a.csv", "csv"], ["a.txt", "html"], ["a.htm", "html"], ["a.eml", "text"],
    ["a.ts", "binary"], ["a.py", "text"], ["a.jpg", "png"], ["a.heic", "jpeg"], ["a.zip", "xlsx"], ["a.zip", "zip"], ["a.jar", "jar"], ["a.jar", "zip"], ["a.tgz", "gz"], ["a.csv", "empty"],
    ["a.pdf", "pdf"], ["a.mov", "iso-media"], ["a.xls", "xls"], ["a.svg", "xml"],
  ])("%s may be %s", (name, format) => {
    const promised = promisedFormat(name);
    expect(promised === undefined || isPromiseKept(format, promised)).toBe(true);
  });

  it.each([
    ["a.csv", "xlsx"], ["a.xls", "html"], ["a.xls", "xlsx"], ["a.xls", "text"], ["a.doc", "rtf"], ["a.doc", "docx"], ["a.pdf", "exe"], ["a.pdf", "text"], ["a.xlsx", "zip"], ["a.xlsx", "xls"],
    ["a.jpg", "exe"], ["a.txt", "zip"], ["a.txt", "binary"], ["a.docx", "xlsx"], ["a.docx", "html"], ["a.zip", "rar"], ["a.png", "text"],
  ])("%s must not be %s", (name, format) => {
    expect(isPromiseKept(format, promisedFormat(name) ?? "")).toBe(false);
  });
});
