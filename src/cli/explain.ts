/** `leaklint explain CODE`: a detector's doc page, with what the code says. */
import { readFile } from "node:fs/promises";
import { nearestHint } from "../config.js";
import type { Language, Message } from "../contract.js";
import { UsageError } from "../errors.js";
import { SEVERITY_WORDS } from "../reporters/words.js";

const JAPANESE_SECTION = "\n## 日本語";

/**
 * @param code "detector" or "detector/code"
 * @throws UsageError where there is no such code, with the nearest one
 */
export async function explain(code: string, messages: Readonly<Record<string, Readonly<Record<string, Message>>>>, lang: Language): Promise<string> {
  const [id, only] = code.split("/");
  const codes = Object.hasOwn(messages, id) ? messages[id] : undefined;
  const known = Object.entries(messages).flatMap(([detector, own]) => [detector, ...Object.keys(own).map((name) => `${detector}/${name}`)]);
  if (codes === undefined || (only !== undefined && !Object.hasOwn(codes, only))) throw new UsageError(`there is no code ${code}${nearestHint(code, known)}`);
  const heads = Object.entries(codes)
    .filter(([name]) => only === undefined || name === only)
    .map(([name, message]) => `${id}/${name} (${SEVERITY_WORDS[lang][message.severity]})\n  ${plain(message[lang])}\n  → ${plain(message.fix[lang])}\n`);
  const page = await docPage(id);
  return `${heads.join("\n")}${page === undefined ? "" : `\n${inLanguage(page, lang)}\n`}`;
}

/** Messages stand without their counts here. */
const plain = (template: string): string => template.replace(/\{one:[^|{}]*\|([^{}]*)\}/gu, "$1").replace(/\{(?:count|people|entities)\}/gu, "…");

/** Beside this file's bundle in the package, and two folders up in a checkout. A detector of the user's own has none. */
async function docPage(id: string): Promise<string | undefined> {
  for (const base of ["../detectors/", "../../detectors/"]) {
    try {
      return await readFile(new URL(`${base}${id}.md`, import.meta.url), "utf8");
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    }
  }
  return undefined;
}

function inLanguage(page: string, lang: Language): string {
  const at = page.indexOf(JAPANESE_SECTION);
  if (at < 0) return page.trim();
  return (lang === "ja" ? page.slice(at + 1) : page.slice(0, at)).trim();
}
