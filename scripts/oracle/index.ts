/**
 * Holds what leaklint reads against what other readers saw in the same files: `tsx scripts/oracle/index.ts CORPUS ORACLE [--misses]`, or
 * `npm run corpus -- CORPUS --oracle ORACLE`. Prints counts, and with --misses places; never a value.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Concealment } from "../../src/contract.js";
import { readingOf, squeezed, type Stretch } from "./reading.js";

interface Expected {
  readonly kind: string;
  readonly where: string;
  readonly strings: readonly string[];
}

interface Tally {
  strings: number;
  read: number;
  /** Of these, how many a finding would say the right thing of: hidden as they are, or seen. */
  told: number;
}

type Concealments = ReadonlySet<Concealment | undefined>;
const any = (...all: (Concealment | undefined)[]): Concealments => new Set(all);

/** By what an oracle calls a place: the concealments that are right there. Several, where a place is hidden in several ways at once. */
const CONCEALMENTS: Readonly<Record<string, Concealments>> = {
  hidden_sheet: any("hidden-sheet"), veryhidden_sheet: any("very-hidden-sheet"),
  hidden_rows: any("hidden-row", "hidden-sheet", "very-hidden-sheet", "hidden-column"), hidden_cols: any("hidden-column", "hidden-sheet", "very-hidden-sheet", "hidden-row"),
  comments: any("comment", "hidden-sheet", "very-hidden-sheet"), threaded_comments: any("comment", "hidden-sheet"),
  comment_authors: any("comment", "property", "package-data"), persons: any("comment", "property", "package-data"),
  header_footer: any(undefined, "hidden-sheet", "very-hidden-sheet"), external_cache: any("external-link-cache"), pivot_cache: any("pivot-cache"),
  drawing_text: any(undefined, "hidden-sheet"), notes: any("speaker-notes"), hidden_slide: any("hidden-slide"), deleted_text: any("deleted-revision"),
  hidden_text: any("hidden-text"), footnotes: any(undefined), body_first_paras: any(undefined), revision_authors: any("deleted-revision", "package-data", "property", "comment"),
  property: any("property", "metadata"),
  // Of PDF: a value that a widget draws is in plain view, and so are free text and stamps.
  docinfo: any("metadata"), annotation_contents: any("comment", "hidden-text", undefined), form_values: any(undefined, "package-data", "hidden-text"),
};

const lines = (file: string): unknown[] => readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as unknown);

/** By path: what was seen in the file. The formats are described in the corpus's INDEX.md. */
function expectations(oracle: string): Map<string, Expected[]> {
  const byPath = new Map<string, Expected[]>();
  const add = (path: string, expected: Expected): void => {
    byPath.set(path, [...(byPath.get(path) ?? []), expected]);
  };
  for (const name of ["office_hidden_content.jsonl", "pdf_hidden.jsonl"]) {
    const content = join(oracle, name);
    if (!existsSync(content)) continue;
    for (const { path, items } of lines(content) as { path: string; items: Partial<Expected>[] }[]) {
      for (const { kind = "", where = "", strings = [] } of items) add(path, { kind, where, strings });
    }
  }
  const properties = join(oracle, "office_docprops.jsonl");
  if (existsSync(properties)) {
    for (const { path, props } of lines(properties) as { path: string; props: Record<string, unknown> }[]) {
      for (const [name, value] of Object.entries(props)) if (typeof value === "string") add(path, { kind: "property", where: name, strings: [value] });
    }
  }
  return byPath;
}

const extension = (path: string): string => path.slice(path.lastIndexOf(".") + 1).toLowerCase();

export async function holdAgainst(corpus: string, oracle: string, misses: boolean, print: (line: string) => void): Promise<void> {
  const tallies = new Map<string, Tally>();
  for (const [path, items] of [...expectations(oracle)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const stretches = await readingOf(join(corpus, path));
    for (const { kind, where, strings } of items) {
      const right = CONCEALMENTS[kind] ?? any(undefined);
      for (const key of [`${extension(path)} ${kind}`, "all"]) {
        let tally = tallies.get(key);
        if (tally === undefined) tallies.set(key, (tally = { strings: 0, read: 0, told: 0 }));
        const wanted = strings.flatMap((text) => comparable(kind, text));
        const missed = wanted.filter((text) => !isRead(stretches, text));
        const untold = wanted.filter((text) => !isRead(stretches, text, right));
        tally.strings += wanted.length;
        tally.read += wanted.length - missed.length;
        tally.told += wanted.length - untold.length;
        if (misses && key !== "all" && untold.length > 0) print(`${path} ${kind} ${where}: ${missed.length} of ${wanted.length} not read, ${untold.length - missed.length} read as something else (${heldAs(stretches, untold)})`);
      }
    }
  }
  print("strings that other readers saw                 strings    read    told rightly");
  for (const [key, { strings, read, told }] of [...tallies].sort(([a], [b]) => (a === "all" ? 1 : b === "all" ? -1 : a < b ? -1 : 1))) {
    print(`${key.padEnd(45)} ${String(strings).padStart(8)} ${share(read, strings)} ${share(told, strings)}`);
  }
}

/** A GUID in place of an author's name, which threaded comments have. */
const NOT_A_TEXT = /^tc=\{[0-9A-F-]{36}\}$/u;
const DECIMAL = /^-?\d+\.(?:0|\d{9,})$/u;
/** Codes of headers and footers (ECMA-376 part 1, 18.3.1.46): sides, fonts, sizes and fields. */
const HEADER_CODES = /&(?:"[^"]*"|K[\dA-F]{6}|\d+|[LCRPNDTFAGUEXYSBIZOH+-])/u;

/** What of a string can be asked for: where another reader gives more than the text, or the text in another form, only what both have. */
function comparable(kind: string, text: string): string[] {
  if (kind === "header_footer") return text.split(HEADER_CODES).map(squeezed).filter((piece) => piece.length > 1);
  // "Title=…": the other reader wrote keys before its properties.
  const plain = squeezed(kind === "docinfo" ? text.replace(/^[A-Za-z]+=/u, "") : text);
  if (plain === "" || NOT_A_TEXT.test(plain)) return [];
  // Doubles are written in 17 digits in xlsx, given with ".0" by xlrd, and shown in the shortest form that means the same.
  return [DECIMAL.test(plain) ? String(Number(plain)) : plain];
}

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(9);

function isRead(stretches: readonly Stretch[], text: string, right?: Concealments): boolean {
  return stretches.some((stretch) => (right === undefined || right.has(stretch.concealment)) && stretch.text.includes(text));
}

function heldAs(stretches: readonly Stretch[], texts: readonly string[]): string {
  const found = new Set(texts.flatMap((text) => stretches.filter((stretch) => stretch.text.includes(text)).map(({ concealment }) => concealment ?? "in plain view")));
  return [...found].slice(0, 4).join(", ");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [corpus, oracle, flag] = process.argv.slice(2);
  if (oracle === undefined) throw new Error("usage: tsx scripts/oracle/index.ts CORPUS ORACLE [--misses]");
  await holdAgainst(corpus, oracle, flag === "--misses", (line) => { process.stdout.write(`${line}\n`); });
}
