import type { Detector, TextMatch } from "../src/contract.js";
import { hiraganaName, katakanaName, nameWithKanaGiven, spacedName } from "./shared/kana-names.js";
import { kanjiNames, LONGEST_RUN, type NameCandidate } from "./shared/kanji-names.js";
import { latinName } from "./shared/latin-names-in-text.js";
import { probability } from "./shared/name-split.js";
import { isSampleOfTown, isSamplePerson } from "./shared/sample-people.js";

/** Names are worth reporting only where 19 in 20 are right: on UD_Japanese-GSD what stands above this is. */
const REPORTED = 0.7;
const SUREST = 0.98;

export const personName: Detector<"name"> = {
  id: "person-name",
  messages: {
    name: {
      severity: "warning",
      en: "{count} {one:name of a person|names of people}",
      ja: "個人の氏名が{count}件あります",
      fix: {
        en: "Delete the names or replace them by initials or numbers, unless these people hold a public role and are meant to be named.",
        ja: "公表してよい人でなければ、氏名を削除するか番号などに置き換えてください。",
      },
    },
  },
  defaults: {},
  create: () => ({
    text: {
      starts: ["kanji", "katakana", "hiragana", "latin"],
      check(text, start, end) {
        const code = text.charCodeAt(start);
        if (code < 0x3000) return latin(text, start, end);
        if (code >= 0x3400 || code < 0x3041) return kanji(text, start, end);
        return single(text, code < 0x30a0 ? hiraganaName(text, start, end) : katakanaName(text, start, end));
      },
    },
  }),
};

function kanji(text: string, start: number, end: number): TextMatch<"name">[] | undefined {
  const spaced = text.charCodeAt(end) === 0x20 ? spacedName(text, start, end) : nameWithKanaGiven(text, start, end);
  const outside = spaced !== undefined && probability(spaced.odds) >= REPORTED ? spaced : undefined;
  // A single 林 or 森 is somebody where さん follows.
  if (end - start === 1 && outside === undefined && text.charCodeAt(end) !== 0x3055) return undefined;
  const matches: TextMatch<"name">[] = [];
  for (let from = start; from < end; from += LONGEST_RUN) {
    for (const candidate of kanjiNames(text, from, Math.min(end, from + LONGEST_RUN))) {
      // 佐藤 in 佐藤 花子
      if (outside === undefined || candidate.end <= outside.start) push(matches, text, candidate);
    }
  }
  if (outside !== undefined) push(matches, text, outside);
  return matches.length > 0 ? matches : undefined;
}

function single(text: string, candidate: NameCandidate | undefined): TextMatch<"name">[] | undefined {
  if (candidate === undefined) return undefined;
  const matches: TextMatch<"name">[] = [];
  push(matches, text, candidate);
  return matches.length > 0 ? matches : undefined;
}

function push(matches: TextMatch<"name">[], text: string, { start, end, odds }: NameCandidate): void {
  const confidence = probability(odds);
  const found = text.slice(start, end);
  if (confidence < REPORTED || isSamplePerson(found) || isSampleOfTown(text, start, found)) return;
  matches.push({ code: "name", at: { start, end }, entity: "person-name", confidence: Math.min(SUREST, confidence), value: found.replace(/\s+/gu, "") });
}

function latin(text: string, start: number, end: number): TextMatch<"name"> | undefined {
  const found = latinName(text, start, end);
  if (found === undefined || found.confidence < REPORTED) return undefined;
  const name = text.slice(start, found.end);
  if (isSamplePerson(name)) return undefined;
  return { code: "name", at: { start, end: found.end }, entity: "person-name", confidence: found.confidence, value: name.toLowerCase().replace(/\s+/gu, "") };
}
