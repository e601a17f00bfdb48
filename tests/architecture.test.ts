/** The repository tests itself: imports point one way, and everything a detector needs is there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { allDetectors } from "../detectors/index.js";
import { extractors } from "../src/extractors/index.js";

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => posix.join(folder, name.replaceAll("\\", "/")));

const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"|import\("([^"]+)"\)|(?:require|createRequire\(import\.meta\.url\))\("([^"]+)"\)|(?:^|\n)import\s+"([^"]+)"/gu;

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = [...sourceFiles("src"), ...sourceFiles("detectors")];
const imports: Import[] = files.flatMap((from) =>
  [...readFileSync(from, "utf8").matchAll(IMPORT)].map((match) => ({ from, to: match[1] ?? match[2] ?? match[3] ?? match[4] })),
);
const ours = imports
  .filter(({ to }) => to.startsWith("."))
  .map(({ from, to }) => ({ from, to: posix.join(dirname(from), to).replace(/\.js$/u, ".ts") }));
const theirs = imports.filter(({ to }) => !to.startsWith(".") && !to.startsWith("node:"));
const folderOf = (file: string): string => {
  const [top, second, third] = file.split("/");
  if (top === "detectors") return second === "shared" ? "detectors/shared" : "detectors";
  if (second === "extractors" && third !== undefined) return "extractors";
  return third === undefined ? "src" : second;
};

/** What each folder may import besides itself, the contract and errors. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  bytes: ["text"],
  extractors: ["text", "bytes"],
  "detectors/shared": ["text"],
  detectors: ["detectors/shared", "text"],
  sources: [],
};
/** They import nothing of ours. */
const EVERYONES = ["src/contract.ts", "src/errors.ts", "src/thread.ts"];

describe("imports", () => {
  it("finds the imports it is about", () => {
    expect(ours.length).toBeGreaterThan(100);
    expect(theirs.length).toBeGreaterThan(5);
  });

  it("resolve to files that are there", () => {
    expect(ours.filter(({ to }) => !existsSync(to))).toEqual([]);
  });

  it("the contract imports nothing, and what everybody may import nothing of ours", () => {
    expect(imports.filter(({ from }) => from === "src/contract.ts")).toEqual([]);
    expect(ours.filter(({ from }) => EVERYONES.includes(from))).toEqual([]);
  });

  it("the pipeline imports no third party", () => {
    expect(theirs.filter(({ from }) => from === "src/scan.ts")).toEqual([]);
  });

  it.each(Object.keys(MAY_IMPORT))("of %s point one way", (folder) => {
    const wrong = ours.filter(
      ({ from, to }) => folderOf(from) === folder && folderOf(to) !== folder && !EVERYONES.includes(to) && !MAY_IMPORT[folder].includes(folderOf(to)),
    );
    expect(wrong).toEqual([]);
  });

  it("no extractor family imports another, save what all workbooks share", () => {
    const family = (file: string): string => file.split("/")[2].replace(/\.ts$/u, "");
    const wrong = ours.filter(
      ({ from, to }) => folderOf(from) === "extractors" && folderOf(to) === "extractors" && !["src/extractors/index.ts", "src/extractors/beginnings.ts"].includes(from) && family(to) !== "cells" && family(from) !== family(to),
    );
    expect(wrong).toEqual([]);
  });

  it("each third-party package has one importer", () => {
    const importers = new Map<string, Set<string>>();
    for (const { from, to } of theirs) {
      const name = to.split("/").slice(0, to.startsWith("@") ? 2 : 1).join("/");
      importers.set(name, (importers.get(name) ?? new Set()).add(from));
    }
    expect([...importers].filter(([, from]) => from.size > 1)).toEqual([]);
  });
});

describe("every extractor", () => {
  it("has an id of its own", () => {
    expect(new Set(extractors.map(({ id }) => id)).size).toBe(extractors.length);
  });
});

describe.each(allDetectors.map((detector) => [detector.id, detector] as const))("detector %s", (id, detector) => {
  it("has its code, doc page, test and fixtures that must be flagged and that must pass", () => {
    for (const file of [`detectors/${id}.ts`, `detectors/${id}.md`, `tests/detectors/${id}.test.ts`]) expect(existsSync(file), file).toBe(true);
    const fixtures = readdirSync(join("fixtures", id));
    expect(fixtures.some((name) => name.startsWith("flag."))).toBe(true);
    expect(fixtures.some((name) => name.startsWith("pass."))).toBe(true);
  });

  it("says every code in both languages and how to fix it, without placeholders that nobody fills", () => {
    for (const [code, message] of Object.entries(detector.messages)) {
      for (const text of [message.en, message.ja, message.fix.en, message.fix.ja]) {
        expect(text, code).not.toBe("");
        expect(text.replace(/\{(?:count|people|entities|one:[^|{}]+\|[^{}]+)\}/gu, ""), code).not.toMatch(/[{}]/u);
      }
    }
  });

  it("has a doc page with a Japanese section", () => {
    expect(readFileSync(`detectors/${id}.md`, "utf8")).toMatch(/\n## 日本語/u);
  });

  it("stands in README's table", () => {
    expect(readFileSync("README.md", "utf8")).toContain(`[${id}](detectors/${id}.md)`);
  });
});

it("every detector in the folder stands in the index", () => {
  const ids = readdirSync("detectors").filter((name) => name.endsWith(".ts") && name !== "index.ts").map((name) => name.replace(/\.ts$/u, ""));
  expect(allDetectors.map(({ id }) => id).sort()).toEqual(ids.sort());
});
