/** Text: all text detectors in one pass, against the same kinds of thing searched for by one regular expression after another. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type * as Leaklint from "../../src/index.js";
import { codeText, mixedText } from "../support/generated-text.js";
import { against, printTable } from "./bench.js";
import type { BenchRow } from "./bench.js";

const SIZE = 10_000_000;
const ROUNDS = 3;

/**
 * What one would write without an engine: a pattern for each entity, linear, run over the whole text. They only find: no check
 * digit, allocation, numbering plan, dictionary or label is looked at, as the detectors do in the same time.
 */
const PATTERNS: readonly RegExp[] = [
  /0\d{1,4}[-( ]?\d{1,4}[-) ]?\d{3,4}/gu,
  /\+\d{1,3}[-. (]{0,2}\d{1,4}[-. )]{0,2}\d{2,4}[-. ]?\d{3,4}/gu,
  /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253}\.[A-Za-z]{2,24}/gu,
  /〒? ?\d{3}-\d{4}/gu,
  /(?:19|20)\d{2}[-/.年] ?\d{1,2}[-/.月] ?\d{1,2}日?/gu,
  /(?:明治|大正|昭和|平成|令和|[MTSHR])(?:元|\d{1,2})[年.] ?\d{1,2}[月.] ?\d{1,2}日?/gu,
  /\d{4}[- ]?\d{4}[- ]?\d{4}/gu,
  /[\p{Script=Han}]{2,3}[都道府県][\p{Script=Han}ヶケ]{1,8}[市区町村郡]/gu,
  /(?:氏名|名前|担当|代表者)[:： ]{0,3}[\p{Script=Han}]{1,4}[ 　]?[\p{Script=Han}\p{Script=Hiragana}]{1,4}/gu,
  /[\p{Script=Katakana}ー]{2,8}[ 　・][\p{Script=Katakana}ー]{2,8}/gu,
];

function fastest(work: () => void): number {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

interface Sample {
  readonly name: string;
  /** "" where its source is not on this machine. */
  readonly make: () => string;
}

/** What the figures of issue 3 are about, each from what people wrote where that is at hand, and from the generators. */
const SAMPLES: readonly Sample[] = [
  { name: "dense Japanese, sentences", make: () => linesOf(join(CORPUS, "labels", "ja_ner_ud_gsd_train.jsonl")).map((line) => (JSON.parse(line) as { readonly text: string }).text).join("\n") },
  { name: "dense Japanese, generated", make: () => mixedText(SIZE) },
  { name: "technical prose, documentation", make: () => filesUnder(join(CORPUS, "vuejs-translations+docs-ja"), ".md").join("\n") },
  { name: "code, TypeScript's compiler", make: () => readFileSync(createRequire(import.meta.url).resolve("typescript"), "utf8") },
  { name: "code, generated, full of numbers", make: () => codeText(SIZE) },
];

/** Beside the checkout; not part of it. */
const CORPUS = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));

const linesOf = (file: string): string[] => (existsSync(file) ? readFileSync(file, "utf8").split("\n").filter((line) => line !== "") : []);

function filesUnder(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path, ending);
    return entry.isFile() && entry.name.endsWith(ending) ? [readFileSync(path, "utf8")] : [];
  });
}

/**
 * All detectors on each sample, through the package as it is built: what runs the bench compiles with a call around every function that is made,
 * which triples the time of some. The best of three rounds in this process, after one for warming up.
 */
export async function benchText(): Promise<BenchRow[]> {
  const { createLinter } = (await import(new URL("../../dist/index.js", import.meta.url).href)) as typeof Leaklint; // built from it
  const all = createLinter();
  const withoutNames = createLinter({ detectors: { "person-name": "off" } });
  const oneByOne = `${PATTERNS.length} expressions one by one`;
  return SAMPLES.flatMap(({ name, make }) => {
    const text = make();
    if (text === "") return [];
    const bytes = Buffer.byteLength(text);
    const row = (what: string, work: () => void): BenchRow => {
      work();
      const ms = fastest(work);
      return { name: `${name}, ${(bytes / 1e6).toFixed(1)} MB`, what: `${what} (${(bytes / 1000 / ms).toFixed(1)} MB/s)`, ms };
    };
    const peer = row(oneByOne, () => {
      for (const pattern of PATTERNS) for (const match of text.matchAll(pattern)) if (match.index < 0) throw new Error("a match before the text");
    });
    const rows = [row("all detectors", () => count(all.findEntities(text))), row("all but names", () => count(withoutNames.findEntities(text))), peer];
    return against(rows, peer.what).map((one) => (one.to === undefined ? one : { ...one, to: oneByOne }));
  });
}

function count(found: Iterable<Leaklint.EntityMatch>): number {
  let matches = 0;
  for (const { end } of found) matches += Math.sign(end);
  return matches;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${printTable(await benchText())}\n`);
