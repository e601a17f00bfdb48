/** Text: all text detectors in one pass, against the same kinds of thing searched for by one regular expression after another. */
import { fileURLToPath } from "node:url";
import type { BoundCheck } from "../../src/text/runs.js";
import { allDetectors } from "../../detectors/index.js";
import { normalize } from "../../src/text/normalize.js";
import { matchRuns } from "../../src/text/runs.js";
import { JAPAN } from "../support/detect-text.js";
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

/** Two texts of ten million characters each; the best of three rounds in this process, after one for warming up. */
export function benchText(): BenchRow[] {
  const checks: BoundCheck[] = allDetectors.flatMap((detector, owner) => {
    const check = detector.create(detector.defaults, JAPAN).text;
    return check === undefined ? [] : [{ owner, check }];
  });
  if (checks.length === 0) throw new Error("no detector in detectors/index.ts looks at text");
  const numbers = checks.filter(({ check }) => check.starts.every((start) => start === "digit" || start === "at"));
  const oneByOne = `${PATTERNS.length} expressions one by one`;
  const rows: BenchRow[] = [];
  for (const [name, make] of [["text 10 MB mixed", mixedText], ["text 10 MB code", codeText]] as const) {
    const text = make(SIZE);
    const row = (what: string, work: () => void): void => {
      work();
      rows.push({ name, what, ms: fastest(work) });
    };
    row(`${checks.length} detectors in one pass`, () => matchRuns(normalize(text).text, checks));
    row(`${numbers.length} of them: numbers, dates, mail`, () => matchRuns(normalize(text).text, numbers));
    row("normalising alone", () => normalize(text));
    row(oneByOne, () => {
      for (const pattern of PATTERNS) for (const match of text.matchAll(pattern)) if (match.index < 0) throw new Error("a match before the text");
    });
  }
  return against(rows, oneByOne).map((row) => ({ ...row, what: `${row.what} (${Math.round(SIZE / 1000 / row.ms)} MB/s)` }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${printTable(benchText())}\n`);
