/** Figures as text for a terminal or for Markdown. */
import type { Counts, Interval } from "./metrics.js";
import { scores, wilson } from "./metrics.js";

export interface Table {
  readonly title: string;
  readonly note?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Columns to show a string in, East Asian characters being two wide. */
const widthOf = (text: string): number => Array.from(text).reduce((total, char) => total + (/[\u1100-\u115f\u2e80-\uffdc]/u.test(char) ? 2 : 1), 0);
const padded = (text: string, width: number, isFirst: boolean): string => (isFirst ? text + " ".repeat(width - widthOf(text)) : " ".repeat(width - widthOf(text)) + text);

export function tableText({ title, note, head, rows }: Table): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ""))));
  const lines = all.map((row) => `  ${row.map((cell, column) => padded(cell, widths[column], column === 0)).join("  ")}`.trimEnd());
  return `${title}\n${note === undefined ? "" : `  ${note}\n`}${lines.join("\n")}\n`;
}

export function tableMarkdown({ head, rows }: Table): string {
  const line = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
  return [line(head), `|---${"|--:".repeat(head.length - 1)}|`, ...rows.map(line)].join("\n");
}

/** "0.987", and "–" where there is nothing to judge by. Never rounded up to 1. */
export function share(value: number): string {
  if (Number.isNaN(value)) return "–";
  const text = value.toFixed(3);
  return text === "1.000" && value < 1 ? "0.999" : text;
}

export const range = ({ low, high }: Interval): string => (Number.isNaN(low) ? "–" : `${share(low)}–${share(high)}`);

/** expected, found, P (interval), R (interval), F1. */
export function scoreCells(counts: Counts): string[] {
  const { precision, recall, f1 } = scores(counts);
  return [
    String(counts.expected),
    String(counts.found),
    share(precision),
    counts.found === 0 ? "–" : range(wilson(counts.right, counts.found)),
    share(recall),
    counts.expected === 0 ? "–" : range(wilson(counts.hit, counts.expected)),
    share(f1),
  ];
}

export const SCORE_HEAD = ["expected", "found", "P", "95 %", "R", "95 %", "F1"] as const;
