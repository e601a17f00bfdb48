/** `npm test`: types, lint, build, every test and the package's checks. The last line is "N passed, N failed" of all of it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

let passed = 0;
let failed = 0;

/** One step that either succeeds or fails as a whole. */
function step(name: string, command: string, args: readonly string[]): boolean {
  console.log(`\n# ${name}`);
  const { status } = spawnSync(command, [...args], { stdio: "inherit", shell: process.platform === "win32" });
  if (status === 0) passed++;
  else failed++;
  return status === 0;
}

step("types", "npx", ["tsc", "--noEmit"]);
step("lint", "npx", ["eslint", ".", "--max-warnings", "0"]);
if (step("build", "npx", ["tsup", "--silent"])) {
  const folder = mkdtempSync(join(tmpdir(), "leaklint-test-"));
  const results = join(folder, "results.json");
  console.log("\n# tests");
  spawnSync("npx", ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${results}`], { stdio: "inherit", shell: process.platform === "win32" });
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
      testResults: readonly { status: string; assertionResults: readonly unknown[] }[];
    };
    passed += numPassedTests;
    // A file that cannot even be loaded has no tests that could fail: it counts as one.
    failed += numFailedTests + testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;
  } catch {
    console.log("the test run left no results");
    failed++;
  }
  rmSync(folder, { recursive: true });
  step("package", "npx", ["publint", "--strict"]);
  step("types of the package", "npx", ["attw", "--pack", ".", "--profile", "esm-only"]);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
