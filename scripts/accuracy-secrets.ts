/**
 * `npx tsx scripts/accuracy-secrets.ts [FOLDER...]`: how many invented secrets of each kind are found, beside secretlint's own rules
 * over the same texts, and how many alarms both raise in each folder's text files, with the time it takes. Kinds and places are
 * printed, values only with --show, which is for public source code.
 */
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { secrets } from "../detectors/secrets.js";
import { askSecretlint } from "../detectors/shared/secretlint.js";
import { detectText, REPORTED } from "../tests/support/detect-text.js";
import { inventSecrets } from "../tests/support/invented-secrets.js";

const MAX_FILE_BYTES = 5 * 2 ** 20;
const isShown = process.argv.includes("--show");
const folders = process.argv.slice(2).filter((one) => !one.startsWith("--"));

function reportRecall(): void {
  const kinds = new Map<string, { count: number; ours: number; exact: number; theirs: number }>();
  for (const { kind, text, secret } of inventSecrets(100)) {
    const row = kinds.get(kind) ?? { count: 0, ours: 0, exact: 0, theirs: 0 };
    kinds.set(kind, row);
    const start = text.indexOf(secret);
    const found = detectText(secrets, text).filter(({ confidence }) => confidence >= REPORTED);
    row.count++;
    if (found.some(({ at }) => at.start < start + secret.length && at.end > start)) row.ours++;
    if (found.some(({ at }) => at.start === start && at.end === start + secret.length)) row.exact++;
    if (askSecretlint(text).some((one) => one.start < start + secret.length && one.end > start)) row.theirs++;
  }
  const sum = { count: 0, ours: 0, exact: 0, theirs: 0 };
  console.log("kind | texts | found | exact | secretlint alone");
  for (const [kind, row] of kinds) {
    console.log(`${kind} | ${row.count} | ${row.ours} | ${row.exact} | ${row.theirs}`);
    for (const key of ["count", "ours", "exact", "theirs"] as const) sum[key] += row[key];
  }
  console.log(`all | ${sum.count} | ${sum.ours} | ${sum.exact} | ${sum.theirs}`);
}

function* textsOf(folder: string): Iterable<{ path: string; text: string }> {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    const facts = lstatSync(path);
    if (!facts.isFile() || facts.size > MAX_FILE_BYTES) continue;
    const bytes = readFileSync(path);
    if (bytes.subarray(0, 8000).includes(0)) continue;
    yield { path, text: bytes.toString() };
  }
}

function reportAlarms(folder: string): void {
  let units = 0;
  let alarms = 0;
  let theirs = 0;
  let ourMs = 0;
  let theirMs = 0;
  const files = new Set<string>();
  for (const { path, text } of textsOf(folder)) {
    units += text.length;
    let from = performance.now();
    const found = detectText(secrets, text).filter(({ confidence }) => confidence >= REPORTED);
    ourMs += performance.now() - from;
    from = performance.now();
    const other = askSecretlint(text);
    theirMs += performance.now() - from;
    alarms += found.length;
    theirs += other.length;
    if (found.length > 0) files.add(path);
    for (const { at, code, confidence } of found) {
      if (isShown) console.log(`${path}: ${code} ${confidence} ${JSON.stringify(text.slice(Math.max(0, at.start - 40), at.end + 10).slice(0, 160))}`);
    }
    if (isShown) for (const { start, end, rule } of other) console.log(`  secretlint ${rule} ${path} ${JSON.stringify(text.slice(start, end).slice(0, 80))}`);
  }
  const rate = (ms: number): string => (units / 1000 / ms).toFixed(1);
  console.log(`${folder}: ${(units / 1e6).toFixed(1)} million characters; ${alarms} alarms in ${files.size} files, ${rate(ourMs)} MB/s with normalising; secretlint's rules ${theirs}, ${rate(theirMs)} MB/s`);
}

if (folders.length === 0) reportRecall();
for (const folder of folders) reportAlarms(folder);
