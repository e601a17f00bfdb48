/**
 * `npm run test:gateway [-- --results FILE]`: the gateway with a real Postfix. Installs Debian's postfix where it is missing, builds where
 * there is no dist/, runs tests/gateway-postfix and ends with "N passed, N failed".
 *
 * --results FILE: { "passed": N, "failed": N } as well, for whoever runs this as a step.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { results, name } = parseArgs({ options: { results: { type: "string" }, name: { type: "string", short: "t" } } }).values;

/** Debian's scripts start a service after installing it; this one forbids it, and is taken away again. */
const POLICY = "/usr/sbin/policy-rc.d";

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  const { status, error } = spawnSync(command, [...args], { stdio: "inherit", env: { ...process.env, ...env } });
  if (error !== undefined) console.log(`${command}: ${error.message}`);
  return status === 0;
}

/** @returns what is missing, in words, where it cannot be had */
function withoutPostfix(): string | undefined {
  const isThere = (): boolean => existsSync("/usr/lib/postfix/sbin/master");
  if (process.platform !== "linux") return "these tests need Linux: Postfix runs as Debian packages it";
  if (process.getuid?.() !== 0) return "these tests need root: Postfix's master changes to the user postfix";
  if (isThere()) return undefined;
  if (!existsSync("/usr/bin/apt-get")) return "postfix is missing, and there is no apt-get to install it with";
  console.log("\n# installing postfix");
  const hadPolicy = existsSync(POLICY);
  if (!hadPolicy) writeFileSync(POLICY, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    // Without questions, and without a configuration: every test brings its own.
    const env = { DEBIAN_FRONTEND: "noninteractive", DEBCONF_NONINTERACTIVE_SEEN: "true" };
    const install = ["install", "-y", "--no-install-recommends", "postfix"];
    if (!run("apt-get", install, env)) {
      run("apt-get", ["update"], env);
      run("apt-get", install, env);
    }
  } finally {
    if (!hadPolicy) rmSync(POLICY);
  }
  return isThere() ? undefined : "postfix could not be installed";
}

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** A file that cannot even be loaded has no tests that could fail: it counts as one. */
function suite(): { passed: number; failed: number } {
  const folder = mkdtempSync(join(tmpdir(), "leaklint-test-"));
  try {
    const file = join(folder, "results.json");
    run("npx", ["vitest", "run", "--config", "vitest.gateway.config.ts", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...(name === undefined ? [] : ["-t", name])]);
    if (!existsSync(file)) {
      console.log("the test run left no results");
      return { passed: 0, failed: 1 };
    }
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, "utf8")) as Results; // what vitest's reporter writes
    return { passed: numPassedTests, failed: numFailedTests + testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function outcome(): { passed: number; failed: number } {
  const missing = withoutPostfix();
  if (missing !== undefined) {
    console.log(missing);
    return { passed: 0, failed: 1 };
  }
  if (process.env["LEAKLINT_DIST"] === undefined && !existsSync("dist/cli.js") && !run("npx", ["tsup", "--silent"])) return { passed: 0, failed: 1 };
  return suite();
}

const { passed, failed } = outcome();
if (results !== undefined) writeFileSync(results, JSON.stringify({ passed, failed }));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
