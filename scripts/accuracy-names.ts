/**
 * Development tool: how well person-name and postal-address do on labelled text, and how often they cry wolf on clean text.
 * Run: npx tsx scripts/accuracy-names.ts /work/shared/corpus [names|addresses|clean|speed]...
 * Prints counts and shapes only, never a value. The scorer of names is trained on the same labels: what "names" prints is how well the
 * detector fits them, and cross-validated figures are printed by npm run train -- FOLDER --cross-validate.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { personName } from "../detectors/person-name.js";
import { postalAddress } from "../detectors/postal-address.js";
import type { Site, TextMatch } from "../src/contract.js";
import { normalize } from "../src/text/normalize.js";
import { matchRuns, type BoundCheck } from "../src/text/runs.js";

const SITE: Site = { ownDomains: [], knownGroups: {}, country: "JP" };
const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: accuracy-names.ts FOLDER [names|addresses|clean|speed]...");
const asked = (part: string): boolean => wanted.length === 0 || wanted.includes(part);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const checks = [personName, postalAddress].map((detector, owner): BoundCheck => {
  const { text } = detector.create({}, SITE);
  if (text === undefined) throw new Error(`${detector.id} looks at no text`);
  return { owner, check: text };
});
const [NAMES, ADDRESSES] = checks.map((check) => [check]);

interface Found extends TextMatch {
  readonly from: number;
  readonly to: number;
}

function find(original: string, some: readonly BoundCheck[]): Found[] {
  const normal = normalize(original);
  return matchRuns(normal.text, some).map(({ match }) => ({ ...match, from: normal.originalStart(match.at.start), to: normal.originalEnd(match.at.end) }));
}

function lines<T>(file: string): T[] {
  // The labels' format is described in the corpus's INDEX.md.
  return readFileSync(join(folder, "labels", file), "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as T);
}

function f1(right: number, found: number, expected: number): string {
  const precision = right / Math.max(1, found);
  const recall = right / Math.max(1, expected);
  return `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${((2 * precision * recall) / Math.max(1e-9, precision + recall)).toFixed(3)}`;
}

const FULL_KANJI = /^[\u3400-\u9fff々ヶ]{3,6}$/u;

if (asked("names")) {
  interface Sentence { readonly text: string; readonly spans: readonly { start: number; end: number; type: string; value: string }[] }
  const totals = { expected: 0, found: 0, exact: 0, overlap: 0, overlapFound: 0 };
  const kanji = { expected: 0, found: 0, hit: 0, right: 0, exact: 0 };
  const bins = Array.from({ length: 10 }, () => ({ found: 0, right: 0 }));
  for (const { text, spans } of lines<Sentence>("ja_ner_ud_gsd_train.jsonl")) {
    const people = spans.filter(({ type }) => type === "PERSON");
    const found = find(text, NAMES);
    totals.expected += people.length;
    totals.found += found.length;
    const touches = (a: { from: number; to: number }, b: { start: number; end: number }): boolean => a.from < b.end && b.start < a.to;
    for (const one of found) {
      const right = people.some((person) => touches(one, person));
      totals.overlapFound += Number(right);
      totals.exact += Number(people.some((person) => person.start === one.from && person.end === one.to));
      const bin = bins[Math.min(9, Math.floor(one.confidence * 10))];
      bin.found++;
      bin.right += Number(right);
      if (FULL_KANJI.test(text.slice(one.from, one.to))) {
        kanji.found++;
        kanji.right += Number(right);
      }
    }
    for (const person of people) {
      const hit = found.some((one) => touches(one, person));
      totals.overlap += Number(hit);
      // The labels do not say which spans are surname and given name; three kanji and more are nearly always both.
      if (FULL_KANJI.test(person.value)) {
        kanji.expected++;
        kanji.hit += Number(hit);
        kanji.exact += Number(found.some((one) => person.start === one.from && person.end === one.to));
      }
    }
  }
  print(`names, all: expected ${totals.expected}, found ${totals.found}; exact ${f1(totals.exact, totals.found, totals.expected)}`);
  print(`  overlap P ${(totals.overlapFound / totals.found).toFixed(3)} R ${(totals.overlap / totals.expected).toFixed(3)}`);
  print(`names of 3-6 kanji: expected ${kanji.expected}, found ${kanji.found}; overlap P ${(kanji.right / kanji.found).toFixed(3)} R ${(kanji.hit / kanji.expected).toFixed(3)}; exact R ${(kanji.exact / kanji.expected).toFixed(3)}`);
  print(`calibration: ${bins.map((bin, i) => (bin.found === 0 ? "" : `${(i / 10).toFixed(1)}: ${(bin.right / bin.found).toFixed(2)} of ${bin.found}`)).filter(Boolean).join("; ")}`);
}

if (asked("addresses")) {
  for (const file of ["ja_addresses_geolonia_even.jsonl", "ja_addresses_abr_geocoder.jsonl"]) {
    const expected = lines<{ text: string }>(file);
    let exact = 0;
    let some = 0;
    let withNumber = 0;
    const shapes = new Map<string, number>();
    for (const { text } of expected) {
      const line = text.trim();
      if (!/[0-9０-９]|[一二三四五六七八九十]+(?:丁目|番)/u.test(line)) continue;
      withNumber++;
      const found = find(line, ADDRESSES);
      some += Number(found.length > 0);
      if (found.some(({ from, to }) => from === 0 && to === line.length)) exact++;
      else {
        const shape = `${found.length === 0 ? "none" : found[0].from > 0 ? "start" : "end"} ${shapeOf(line)}`;
        shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
      }
    }
    print(`${file}: ${withNumber} with a number of ${expected.length}; exact ${(exact / withNumber).toFixed(4)}, any ${(some / withNumber).toFixed(4)}`);
    for (const [shape, count] of [...shapes].sort((a, b) => b[1] - a[1]).slice(0, 25)) print(`  ${count} ${shape}`);
  }
}

function shapeOf(text: string): string {
  return text.replace(/[０-９]/gu, "9").replace(/\d+/gu, "9").replace(/[a-zA-Z]+/gu, "a").replace(/[ァ-ヴー]+/gu, "ア").replace(/[^\x00-\x7f丁目番地号条線字大の通上下入るノア都道府県市区町村郡甲乙　]+/gu, "k");
}

function* files(root: string, pattern: RegExp): Generator<string> {
  for (const name of readdirSync(root)) {
    // The dictionaries' own sources stand in node_modules/.cache.
    if (name === ".cache") continue;
    const path = join(root, name);
    const stat = statSync(path);
    if (stat.isDirectory()) yield* files(path, pattern);
    else if (pattern.test(name) && stat.size < 4_000_000) yield path;
  }
}

if (asked("clean")) {
  const sets: [string, string, RegExp][] = [
    ["technical Japanese", join(folder, "vuejs-translations+docs-ja"), /\.(?:md|ts|js|vue|json|txt)$/u],
    ["city open data, yml and json", join(folder, "takamatsu-city+opendata"), /\.(?:yml|json|geojson)$/u],
    ["code", "node_modules", /\.(?:js|mjs|cjs|ts)$/u],
    ["English prose", "node_modules", /\.md$/u],
  ];
  for (const [title, root, pattern] of sets) {
    let bytes = 0;
    const counts = [0, 0];
    const shapes = new Map<string, number>();
    for (const file of files(root, pattern)) {
      if (bytes > 30_000_000) break;
      const text = readFileSync(file, "utf8");
      bytes += Buffer.byteLength(text);
      for (const [owner, some] of [NAMES, ADDRESSES].entries()) {
        for (const { from, to, confidence } of find(text, some)) {
          counts[owner]++;
          const shape = `${owner === 0 ? "name" : "address"} ${shapeOf(text.slice(from, to)).replace(/\p{L}/gu, (c) => (/[A-Za-zk]/u.test(c) ? c : "k"))} ${confidence.toFixed(1)}`;
          shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
        }
      }
    }
    print(`${title}: ${(bytes / 1e6).toFixed(1)} MB; names ${(counts[0] / (bytes / 1e6)).toFixed(2)} a MB, addresses ${(counts[1] / (bytes / 1e6)).toFixed(2)} a MB`);
    for (const [shape, count] of [...shapes].sort((a, b) => b[1] - a[1]).slice(0, 8)) print(`  ${count} ${shape}`);
  }
}

if (asked("speed")) {
  const dense = lines<{ text: string }>("ja_ner_ud_gsd_train.jsonl").map(({ text }) => text).join("\n").repeat(4);
  const code = [...files("node_modules", /\.js$/u)].slice(0, 400).map((file) => readFileSync(file, "utf8")).join("\n").slice(0, 12_000_000);
  for (const [title, original] of [["dense Japanese", dense], ["code", code]] as const) {
    const megabytes = Buffer.byteLength(original) / 1e6;
    const { text } = normalize(original);
    for (const [name, some] of [["both", checks], ["names", NAMES], ["addresses", ADDRESSES]] as const) {
      matchRuns(text.slice(0, 500_000), some);
      // Processor time: the machine is shared.
      const from = process.cpuUsage();
      matchRuns(text, some);
      const used = process.cpuUsage(from);
      print(`${title}, ${name}: ${(megabytes / ((used.user + used.system) / 1e6)).toFixed(1)} MB/s of ${megabytes.toFixed(1)} MB`);
    }
  }
}
