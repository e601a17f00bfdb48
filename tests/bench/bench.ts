/** Measuring whole processes: what a user waits for and what their machine pays, start-up included. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface BenchRow {
  /** What was given: "xlsx 200k rows". */
  readonly name: string;
  /** What worked on it: "exceljs load". */
  readonly what: string;
  /** Median, wall clock. */
  readonly ms: number;
  /** Largest resident set of any run. */
  readonly rssMb?: number;
  /** `ms` by that of the row called `to`. */
  readonly ratio?: number;
  readonly to?: string;
}

export interface Measured {
  readonly ms: number;
  readonly rssMb?: number;
}

/** GNU time: the only way to learn a child's largest resident set from outside. */
const GNU_TIME = "/usr/bin/time";

/**
 * The median time and the largest memory of several runs.
 * @param command started without a shell; its output is thrown away
 * @throws Error when it cannot be started or fails: a failure is quick and would look like a record
 */
export function wholeProcess(command: string, args: readonly string[], runs = 3): Measured {
  const times: number[] = [];
  let rssKb = 0;
  const report = join(mkdtempSync(join(tmpdir(), "leaklint-bench-")), "rss");
  try {
    for (let i = 0; i < runs; i++) {
      const timed = existsSync(GNU_TIME) ? ["-f", "%M", "-o", report, command, ...args] : undefined;
      const start = performance.now();
      const { status, stderr, error } = spawnSync(timed === undefined ? command : GNU_TIME, timed ?? args, { stdio: ["ignore", "ignore", "pipe"] });
      times.push(performance.now() - start);
      if (status !== 0) throw new Error(`${command} failed with ${status ?? "a signal"}: ${(error ?? stderr).toString().slice(0, 2000)}`);
      if (timed !== undefined) rssKb = Math.max(rssKb, Number(readFileSync(report, "utf8").trim()));
    }
  } finally {
    rmSync(dirname(report), { recursive: true });
  }
  times.sort((a, b) => a - b);
  return { ms: times[times.length >> 1], ...(rssKb > 0 && { rssMb: rssKb / 1024 }) };
}

/** Rows with `ratio` and `to` filled in. */
export function against(rows: readonly BenchRow[], to: string): BenchRow[] {
  return rows.map((row) => {
    const base = rows.find(({ name, what }) => name === row.name && what === to);
    return base === undefined || base === row ? row : { ...row, ratio: row.ms / base.ms, to };
  });
}

/** One line a row, columns aligned. */
export function printTable(rows: readonly BenchRow[]): string {
  const cells = rows.map(({ name, what, ms, rssMb, ratio, to }) => [
    name,
    what,
    ms >= 100 ? `${Math.round(ms)} ms` : `${ms.toFixed(1)} ms`,
    rssMb === undefined ? "" : `${Math.round(rssMb)} MB`,
    ratio === undefined ? "" : `${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(2)} x ${to ?? ""}`,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...cells.map((row) => row[column].length)));
  return cells.map((row) => row.map((cell, i) => (i === 2 || i === 3 ? cell.padStart(widths[i]) : cell.padEnd(widths[i] ?? 0))).join("  ").trimEnd()).join("\n");
}
