/**
 * `npm run corpus -- FOLDER... [--oracle FOLDER]`: sweeps real files with the built package, and holds what is read against what other
 * readers saw in the first folder's files (scripts/oracle). Each file is scanned in a child process that is
 * replaced when it hangs, dies or grows, so the sweep itself always ends. Prints counts and places, never values.
 */
import { type ChildProcess, fork } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import type { Answer } from "./corpus-child.js";
import { holdAgainst } from "./oracle/index.js";

/** Issue 2: no file takes over 20 s or 1 GB. The child is given longer, so that the excess is measured. */
const MAX_SECONDS = 20;
const MAX_MEGABYTES = 1024;
const HANG_MS = 60_000;
const RESTART_MEGABYTES = 400;

interface Outcome extends Answer {
  readonly path: string;
}

const { values, positionals: folders } = parseArgs({ allowPositionals: true, options: { oracle: { type: "string" } } });
if (folders.length === 0) {
  console.error("usage: npm run corpus -- FOLDER... [--oracle FOLDER]");
  process.exit(2);
}
const files = folders.flatMap((folder) =>
  statSync(folder).isFile()
    ? [folder]
    : readdirSync(folder, { recursive: true, encoding: "utf8" })
        .map((name) => join(folder, name))
        .filter((path) => statSync(path).isFile())
        .sort(),
);

let child: ChildProcess | undefined;
async function scanOne(path: string): Promise<Answer> {
  child ??= fork(new URL("./corpus-child.ts", import.meta.url), { execArgv: ["--import", "tsx"], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const worker = child;
  const answer = await new Promise<Answer>((resolve) => {
    const began = performance.now();
    const broken = (what: string): Answer => ({ failure: what, ms: performance.now() - began, maxRssMb: 0, format: "?", verdict: "?", people: 0, findings: {}, unscanned: [] });
    const finish = (given: Answer): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(given);
    };
    const timer = setTimeout(() => {
      worker.kill("SIGKILL");
      finish(broken("hung"));
    }, HANG_MS);
    worker.once("message", (message) => {
      finish(message as Answer);
    });
    worker.once("exit", (code, signal) => {
      finish(broken(`died (${signal ?? code})`));
    });
    worker.send(path);
  });
  if (answer.failure !== undefined || answer.maxRssMb > RESTART_MEGABYTES) {
    worker.kill("SIGKILL");
    child = undefined;
  }
  return answer;
}

const outcomes: Outcome[] = [];
for (const path of files) {
  outcomes.push({ path: folders.length === 1 ? relative(folders[0], path) : path, ...(await scanOne(path)) });
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${outcomes.length}/${files.length}`);
}
child?.kill();

function tally(title: string, keys: Iterable<string>, most = 40): void {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  console.log(`\n${title}`);
  for (const [key, count] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, most)) console.log(`${String(count).padStart(7)}  ${key}`);
}

const failed = outcomes.filter(({ failure }) => failure !== undefined);
const slow = outcomes.filter(({ ms }) => ms > MAX_SECONDS * 1000);
const large = outcomes.filter(({ maxRssMb }) => maxRssMb > MAX_MEGABYTES);
console.log(`${outcomes.length} files: ${outcomes.filter(({ unscanned }) => unscanned.length === 0).length} read in full, ${outcomes.filter(({ unscanned }) => unscanned.length > 0).length} with something unscanned, ${failed.length} without a result`);
console.log(`over ${MAX_SECONDS} s: ${slow.length}; over ${MAX_MEGABYTES} MB: ${large.length}`);
tally("formats", outcomes.map(({ format }) => format), 80);
tally("verdicts", outcomes.map(({ verdict }) => verdict));
tally("unscanned, by reason and detail", outcomes.flatMap(({ unscanned }) => unscanned.map(({ reason, detail }) => `${reason}: ${detail.replace(/\d+/gu, "n")}`)), 60);
tally("findings, by code", outcomes.flatMap(({ findings }) => Object.entries(findings).flatMap(([code, count]) => Array.from({ length: count }, () => code))));
tally("files with findings, by code", outcomes.flatMap(({ findings }) => Object.keys(findings)));
console.log("\nslowest");
for (const { path, ms } of [...outcomes].sort((a, b) => b.ms - a.ms).slice(0, 10)) console.log(`${(ms / 1000).toFixed(2).padStart(7)} s  ${path}`);
console.log("\nlargest in memory (process peak after the file)");
for (const { path, maxRssMb } of [...outcomes].sort((a, b) => b.maxRssMb - a.maxRssMb).slice(0, 10)) console.log(`${maxRssMb.toFixed(0).padStart(7)} MB  ${path}`);
for (const { path, failure } of failed) console.log(`NO RESULT  ${path}: ${failure}`);
if (values.oracle !== undefined) {
  console.log("");
  await holdAgainst(folders[0], values.oracle, true, (line) => { console.log(line); });
}
process.exitCode = failed.length + slow.length + large.length > 0 ? 1 : 0;
