/** The README's table of accuracy: the figures of one run, between two marks. */
import { scoresOf, type Summary } from "./summary.js";

const BEGIN = "<!-- accuracy:begin -->";
const END = "<!-- accuracy:end -->";

/** @throws where the README has no such block */
export function withBlock(readme: string, block: string): string {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${BEGIN} … ${END}`);
  return `${readme.slice(0, from + BEGIN.length)}\n${block}\n${readme.slice(to)}`;
}

export function readmeBlock(summary: Summary): string {
  const rows = scoresOf(summary);
  return ["| what | measured on | figure | 95 % |", "|---|---|---|---|", ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n");
}
