/** `leaklint explain CODE`: a detector's doc page, with what the code says. `--finding N FILE`: what one finding rests on. */
import { readFile } from "node:fs/promises";
import { nearestHint } from "../config.js";
import type { Finding, Language, Message, Report } from "../contract.js";
import { UsageError } from "../errors.js";
import { locationText } from "../reporters/location-text.js";
import { inOrder } from "../reporters/order.js";
import { printable } from "../reporters/printable.js";
import { CONCEALMENT_WORDS, EVIDENCE_WORDS, fill, grouped, SEVERITY_WORDS, withoutCounts } from "../reporters/words.js";

type Messages = Readonly<Record<string, Readonly<Record<string, Message>>>>;

const JAPANESE_SECTION = "\n## 日本語";

/**
 * @param code "detector" or "detector/code"
 * @throws UsageError where there is no such code, with the nearest one
 */
export async function explain(code: string, messages: Messages, lang: Language): Promise<string> {
  const [id, only] = code.split("/");
  const codes = Object.hasOwn(messages, id) ? messages[id] : undefined;
  const known = Object.entries(messages).flatMap(([detector, own]) => [detector, ...Object.keys(own).map((name) => `${detector}/${name}`)]);
  if (codes === undefined || (only !== undefined && !Object.hasOwn(codes, only))) throw new UsageError(`there is no code ${code}${nearestHint(code, known)}`);
  const heads = Object.entries(codes)
    .filter(([name]) => only === undefined || name === only)
    .map(([name, message]) => `${id}/${name} (${SEVERITY_WORDS[lang][message.severity]})\n  ${withoutCounts(message[lang])}\n  → ${withoutCounts(message.fix[lang])}\n`);
  const page = await docPage(id);
  return `${heads.join("\n")}${page === undefined ? "" : `\n${inLanguage(page, lang)}\n`}`;
}

const PHRASES = {
  en: {
    finding: (n: number, all: number) => `Finding ${n} of ${all}`,
    confidence: (hundredths: number) => `confidence ${(hundredths / 100).toFixed(2)}: of a hundred such findings about ${hundredths} are right`,
    restsOn: "It rests on:",
    restsOnNothing: "Its detector does not say what it rests on.",
    more: (code: string) => `What it means and how to fix or accept it: leaklint explain ${code}`,
  },
  ja: {
    finding: (n: number, all: number) => `${all}件中${n}件目の検出`,
    confidence: (hundredths: number) => `確からしさ ${(hundredths / 100).toFixed(2)}（同様の検出100件のうち約${hundredths}件が正しい）`,
    restsOn: "根拠:",
    restsOnNothing: "この検出器は根拠を示しません。",
    more: (code: string) => `意味・直し方・許容のしかた: leaklint explain ${code}`,
  },
} as const satisfies Record<Language, object>;

/**
 * What one finding of some reports rests on.
 * @param which its number, counted through all reports in the order they are shown in, or the beginning of its fingerprint
 * @throws UsageError where there is no such finding, or several
 */
export function explainFinding(which: string, reports: readonly Report[], messages: Messages, lang: Language): string {
  const all = reports.flatMap(({ result }) => inOrder(result.findings));
  const chosen = which.length < 8 ? all.slice(Number(which) - 1, Number(which)) : all.filter(({ fingerprint }) => fingerprint.startsWith(which));
  if (Number(which) === 0 || chosen.length === 0) {
    const hint = which.length < 8 ? "" : "; fingerprints are the same in another run only with a fingerprintKey in the config";
    throw new UsageError(`there is no finding ${which} among ${grouped(all.length)}${hint}`);
  }
  if (chosen.length > 1) throw new UsageError(`${chosen.length} findings have a fingerprint that begins with ${which}`);
  return findingText(chosen[0], all.indexOf(chosen[0]) + 1, all.length, messages, lang);
}

function findingText(finding: Finding, number: number, all: number, messages: Messages, lang: Language): string {
  const phrases = PHRASES[lang];
  const code = `${finding.detector}/${finding.code}`;
  const message = messages[finding.detector]?.[finding.code];
  const lines = [
    `${phrases.finding(number, all)}: ${printable(locationText(finding.at, lang))}`,
    `  ${message === undefined ? code : fill(message[lang], finding, lang)}${finding.excerpt === undefined ? "" : `  ${finding.excerpt}`}`,
    `  ${code} (${SEVERITY_WORDS[lang][finding.severity]}), ${phrases.confidence(Math.round(finding.confidence * 100))}`,
    ...(finding.concealment === undefined ? [] : [`  ${CONCEALMENT_WORDS[lang][finding.concealment]}`]),
    "",
    ...(finding.evidence.length === 0 ? [phrases.restsOnNothing] : [phrases.restsOn]),
    ...finding.evidence.map(({ kind, count }) => `  - ${EVIDENCE_WORDS[lang][kind]}${count > 1 ? ` (${grouped(count)})` : ""}`),
    "",
    phrases.more(code),
  ];
  return `${lines.join("\n")}\n`;
}

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
