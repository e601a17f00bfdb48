/** What a hook waits for before anything is read: whole processes against `node -e 0`. Goals: under 2 and under 3 times. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { against, type BenchRow, wholeProcess } from "./bench.js";

const TEXT = "様式第1号（第3条関係）活動助成金交付申請書\n提出先は市役所の担当課です。The form is to be handed in by the end of the month.\n";

export function benchStartup(runs = 11): BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), "leaklint-startup-"));
  const file = join(folder, "form.txt");
  writeFileSync(file, TEXT);
  try {
    const row = (what: string, ...args: string[]): BenchRow => ({ name: "start-up", what, ...wholeProcess(process.execPath, args, runs) });
    return against([row("node -e 0", "-e", "0"), row("leaklint --version", "dist/cli.js", "--version"), row("leaklint, one text file", "dist/cli.js", file)], "node -e 0");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
