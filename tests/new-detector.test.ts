import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const TSX = join(dirname(createRequire(import.meta.url).resolve("tsx/package.json")), "dist/cli.mjs");
let folder = "";
const scaffold = (id: string): { status: number | null; stderr: string } =>
  spawnSync(process.execPath, [TSX, resolve("scripts/new-detector.ts"), id], { cwd: folder, encoding: "utf8" });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leaklint-new-"));
  mkdirSync(join(folder, "detectors"));
  cpSync("detectors/index.ts", join(folder, "detectors/index.ts"));
  cpSync("README.md", join(folder, "README.md"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("npm run new:detector", () => {
  it("writes code, doc page, fixtures and test, and adds the detector to the index and to README's table", () => {
    expect(scaffold("employee-number").status).toBe(0);
    for (const file of ["detectors/employee-number.ts", "detectors/employee-number.md", "fixtures/employee-number/flag.basic.txt", "fixtures/employee-number/pass.basic.txt", "tests/detectors/employee-number.test.ts"]) {
      expect(existsSync(join(folder, file)), file).toBe(true);
    }
    const index = readFileSync(join(folder, "detectors/index.ts"), "utf8");
    expect(index).toContain('import { employeeNumber } from "./employee-number.js";');
    expect(index).toMatch(/,\n {2}employeeNumber,\n\];\n$/u);
    expect(readFileSync(join(folder, "README.md"), "utf8")).toMatch(/\n\| \[employee-number\]\(detectors\/employee-number\.md\) \|/u);
  });

  it.each(["employee-number", "Employee", "../x", ""])("refuses %j", (id) => {
    expect(scaffold(id).status).toBe(2);
  });
});
