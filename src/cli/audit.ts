/** What `leaklint baseline audit` prints: who accepted what, what it still accepts, and when it ends. */
import type { Audit } from "../acceptance/acceptance.js";
import { ACCEPTANCE } from "../acceptance/messages.js";
import type { Finding, Language, Report } from "../contract.js";
import { locationText } from "../reporters/location-text.js";
import { printable, printableJson } from "../reporters/printable.js";
import { padEnd, stringWidth } from "../reporters/width.js";
import { runGit } from "../sources/git/process.js";
import type { AcceptedFiles } from "./acceptance.js";

/** Everything that was accepted still accepts something. */
export const isInOrder = ({ entries, lines }: Audit, reports: readonly Report[]): boolean =>
  [...entries, ...lines].every(({ state }) => state === "used" || state === "moved" || state === "unknown") &&
  reports.every(({ result }) => result.findings.every(({ detector, at }) => detector !== ACCEPTANCE.id || at.every(({ kind }) => kind !== "span")));

interface Marked {
  readonly place: string;
  readonly code: string;
  readonly reason: string;
}

/** Who last wrote a line, as git knows it. */
interface Author {
  readonly name: string;
  /** YYYY-MM-DD */
  readonly day: string;
}

const WORDS = {
  en: {
    used: "used", moved: "moved", unused: "UNUSED", expired: "EXPIRED", refused: "REFUSED", unknown: "not looked at", until: (day: string) => `until ${day}`,
    any: "any value", entries: (n: number) => `${n} entries`, lines: (n: number) => `${n} lines`, markers: (n: number) => `${n} findings accepted by comments in files`, by: ({ name, day }: Author) => `${name}, ${day}`,
  },
  ja: {
    used: "有効", moved: "移動", unused: "該当なし", expired: "期限切れ", refused: "許容不可", unknown: "未検査", until: (day: string) => `${day}まで`,
    any: "値を問わない", entries: (n: number) => `${n}件`, lines: (n: number) => `${n}行`, markers: (n: number) => `ファイル内のコメントで許容された検出 ${n}件`, by: ({ name, day }: Author) => `${name}、${day}`,
  },
} as const satisfies Record<Language, object>;

export async function auditText(audit: Audit, reports: readonly Report[], { folder, entriesFile, baselineFile }: AcceptedFiles, lang: Language, isJson: boolean): Promise<string> {
  const authors = audit.lines.length === 0 || baselineFile === undefined ? new Map<string, Author>() : await authorsOf(folder, baselineFile);
  const marked = reports.flatMap(({ result }) => result.findings.filter(({ accepted }) => accepted?.by === "marker").map(markedOf));
  const lines = audit.lines.map(({ line, state, movedTo }) => ({ ...line, state, movedTo, acceptedBy: authors.get(line.fingerprint) }));
  if (isJson) return `${printableJson(JSON.stringify({ entries: audit.entries.map(({ entry, state }) => ({ ...entry, state })), baseline: lines, markers: marked }, null, 2))}\n`;

  const words = WORDS[lang];
  const blocks: string[] = [];
  if (audit.entries.length > 0 && entriesFile !== undefined) {
    blocks.push(block(`${entriesFile}: ${words.entries(audit.entries.length)}`, audit.entries.map(({ entry, state }) =>
      [words[state], words.until(entry.expires), entry.owner, entry.place, entry.code, entry.values === "any" ? words.any : "", entry.reason])));
  }
  if (baselineFile !== undefined) {
    blocks.push(block(`${baselineFile}: ${words.lines(lines.length)}`, lines.map(({ state, code, path, movedTo, acceptedBy }) =>
      [words[state], code, movedTo === undefined ? path : `${path} → ${movedTo}`, acceptedBy === undefined ? "" : words.by(acceptedBy)])));
  }
  if (marked.length > 0) blocks.push(block(words.markers(marked.length), marked.map(({ place, code, reason }) => [place, code, reason])));
  return blocks.join("\n");
}

const markedOf = ({ at, detector, code, accepted }: Finding): Marked => ({ place: locationText(at), code: `${detector}/${code}`, reason: accepted?.reason ?? "" });

function block(title: string, rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(printable));
  const widths = (cells[0] ?? []).map((_, column) => Math.min(48, Math.max(...cells.map((row) => stringWidth(row[column])))));
  return `${title}\n${cells.map((row) => `  ${row.map((cell, column) => padEnd(cell, widths[column])).join("  ").trimEnd()}\n`).join("")}`;
}

/** By fingerprint. Nothing where git does not know the file. */
async function authorsOf(folder: string, file: string): Promise<Map<string, Author>> {
  const authors = new Map<string, Author>();
  const told = await runGit(["blame", "--line-porcelain", "--", file], { cwd: folder }).then(String, () => "");
  let name = "";
  let day = "";
  for (const line of told.split("\n")) {
    if (line.startsWith("author ")) name = line.slice(7);
    else if (line.startsWith("author-time ")) day = new Date(Number(line.slice(12)) * 1000).toISOString().slice(0, 10);
    else if (line.startsWith("\t") && name !== "Not Committed Yet") authors.set(line.slice(1, 33), { name, day });
  }
  return authors;
}
