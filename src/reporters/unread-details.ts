/** Why something was not read, in the reader's language: `Unscanned.detail` itself stays English, so that programs may hold on to it. */
import type { Language } from "../contract.js";
import { DETAILS_JA, FORMATS_JA } from "./unread-details-ja.js";

interface Template {
  readonly pattern: RegExp;
  readonly ja: readonly string[];
}

let templates: readonly Template[] | undefined;
const exact = new Map<string, string>(Object.entries(FORMATS_JA));

/** "{}" stands for whatever a detail says of the single file: a number, a name, a format. */
function compile(): readonly Template[] {
  const made: Template[] = [];
  for (const [en, ja] of DETAILS_JA) {
    if (!en.includes("{}")) exact.set(en, ja);
    else made.push({ pattern: new RegExp(`^${en.split("{}").map((part) => part.replace(/[.*+?^$()|[\]\\/]/gu, "\\$&")).join("(.+)")}$`, "u"), ja: ja.split("{}") });
  }
  return made;
}

/** @returns the detail as it is where nobody has put it into the language */
export function detailText(detail: string, lang: Language): string {
  if (lang === "en") return detail;
  templates ??= compile();
  const known = exact.get(detail);
  if (known !== undefined) return known;
  for (const { pattern, ja } of templates) {
    const match = pattern.exec(detail);
    if (match !== null) return ja.map((part, i) => (i === 0 ? part : `${detailText(match[i], lang)}${part}`)).join("");
  }
  return detail;
}
