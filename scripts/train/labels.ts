/** UD_Japanese-GSD's sentences with their labels, as sequences for the scorer. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { givenTier, nameTrie, surnameTier } from "../../detectors/shared/name-dictionary.js";
import { Label } from "../../detectors/shared/names/labels.js";
import { bestSplit } from "../../detectors/shared/name-split.js";
import { lookUp } from "../../detectors/shared/trie.js";
import { normalize } from "../../src/text/normalize.js";

export interface Span { readonly start: number; readonly end: number }
export interface Labelled {
  readonly text: string;
  readonly people: readonly Span[];
  readonly things: readonly Span[];
}

interface Line { readonly text: string; readonly spans: readonly { start: number; end: number; type: string }[] }

const NOT_THINGS = new Set(["PERSON", "DATE", "QUANTITY", "ORDINAL", "MONEY", "TIME", "PERCENT", "CARDINAL", "TITLE_AFFIX", "PHONE"]);

export function readGsd(folder: string): Labelled[] {
  // The format is described in the corpus's INDEX.md.
  const lines = readFileSync(join(folder, "ja_ner_ud_gsd_train.jsonl"), "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as Line);
  return lines.map(({ text, spans }) => {
    return normalised(text, spans.filter(({ type }) => type === "PERSON"), spans.filter(({ type }) => !NOT_THINGS.has(type)));
  });
}

/** The text as detectors see it, and the spans where they stand in it. */
export function normalised(original: string, people: readonly Span[], things: readonly Span[]): Labelled {
  const normal = normalize(original);
  const offsets = new Map<number, number>();
  for (let i = 0; i <= normal.text.length; i++) if (!offsets.has(normal.originalStart(i))) offsets.set(normal.originalStart(i), i);
  // What was removed belongs to what follows it.
  const at = (offset: number): number => {
    for (let i = offset; i <= original.length; i++) {
      const found = offsets.get(i);
      if (found !== undefined) return found;
    }
    return normal.text.length;
  };
  const place = ({ start, end }: Span): Span => ({ start: at(start), end: at(end) });
  return { text: normal.text, people: people.map(place), things: things.map(place) };
}

const ALL_KANJI = /^[\u3400-\u9fff々ヶ]+$/u;
const KANJI_HEAD = /^[\u3400-\u9fff々ヶ]+/u;

export function labelsOf({ text, people, things }: Labelled): Uint8Array {
  const labels = new Uint8Array(text.length);
  for (const { start, end } of things) labels.fill(Label.Thing, start, end);
  for (const { start, end } of people) {
    const mark = (from: number, to: number, begin: number): void => { labels[from] = begin; labels.fill(begin + 1, from + 1, to); };
    const name = text.slice(start, end);
    if (ALL_KANJI.test(name)) {
      const payload = lookUp(nameTrie(), name, 0, name.length);
      const split = name.length >= 2 ? bestSplit(name, 0, name.length) : undefined;
      const alone = Math.max(surnameTier(payload), givenTier(payload));
      if (name.length >= 3 && split !== undefined && split.odds > -5 && !(name.length === 3 && alone >= 2 && split.odds < 0.5)) {
        mark(start, start + split.at, Label.SurnameBegin);
        mark(start + split.at, end, Label.GivenBegin);
      } else if (alone > 0) mark(start, end, surnameTier(payload) >= givenTier(payload) ? Label.SurnameBegin : Label.GivenBegin);
      else mark(start, end, Label.OtherBegin);
      continue;
    }
    const head = KANJI_HEAD.exec(name)?.[0];
    if (head !== undefined && head.length < name.length && /^ ?[\p{L}ー]+$/u.test(name.slice(head.length)) && surnameTier(lookUp(nameTrie(), head, 0, head.length)) > 0) {
      const gap = name[head.length] === " " ? 1 : 0;
      mark(start, start + head.length + gap, Label.SurnameBegin);
      mark(start + head.length + gap, end, Label.GivenBegin);
    } else mark(start, end, Label.OtherBegin);
  }
  return labels;
}

