/** `npm test`: types, lint, build, every test and the package's checks. The last line is "N passed, N failed" of all of it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installTestTools } from "./test-tools.js";

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

/** With a real Postfix, which takes root and Debian's packages; elsewhere it is left out, and said to be. */
function gateway(folder: string): void {
  console.log("\n# the mail gateway with a real Postfix");
  if (process.platform !== "linux" || process.getuid?.() !== 0) {
    console.log("left out: it takes Linux and root (npm run test:gateway)");
    return;
  }
  const file = join(folder, "gateway.json");
  spawnSync("npx", ["tsx", "scripts/test-gateway.ts", "--results", file], { stdio: "inherit" });
  try {
    const results = JSON.parse(readFileSync(file, "utf8")) as { passed: number; failed: number }; // what the script writes
    passed += results.passed;
    failed += results.failed;
  } catch {
    console.log("the run with Postfix left no results");
    failed++;
  }
}

installTestTools();
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
  gateway(folder);
  rmSync(folder, { recursive: true });
  step("package", "npx", ["publint", "--strict"]);
  step("types of the package", "npx", ["attw", "--pack", ".", "--profile", "esm-only"]);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
