/** What decides whether a name is somebody private is asked at every name: on texts made to be slow it reads a window, and no more of it the longer the text is. */
import { describe, expect, it } from "vitest";
import { isCalledAfterSomebody } from "../../../detectors/shared/called-after.js";
import { isCited } from "../../../detectors/shared/citation.js";
import { isExample, isInCode, isSampleNumber } from "../../../detectors/shared/example-value.js";
import { isMakeBelieve } from "../../../detectors/shared/make-believe.js";
import { isOfPrivateLife, isTied, shareOfRoster } from "../../../detectors/shared/name-ties.js";
import { isInExercise, isPlaceOrThing } from "../../../detectors/shared/not-a-person.js";
import { isInPublicRole } from "../../../detectors/shared/public-role.js";
import { isPublicScene, sceneAt } from "../../../detectors/shared/public-scene.js";
import { normalize } from "../../../src/text/normalize.js";
import { countSteps } from "../../support/steps.js";

const ALL_SCENES = 0xfff;
const QUESTIONS: Readonly<Record<string, (text: string, start: number, end: number) => unknown>> = {
  isCalledAfterSomebody, isCited, isInCode, isMakeBelieve, isTied, isOfPrivateLife, shareOfRoster, isInExercise, isPlaceOrThing, isInPublicRole,
  isExample: (text, start) => isExample(text, start),
  isSampleNumber: (text, start) => isSampleNumber(text.slice(start, start + 16)),
  isPublicScene: (text, start) => isPublicScene(text, start),
  sceneAt: (text, start) => sceneAt(text, start, ALL_SCENES),
};

/** Beginnings of what the expressions look for, and what they let repeat, without an end. */
const HOSTILE: Readonly<Record<string, string>> = {
  "names": "佐藤花子", "names in a list": "佐藤花子、", "names with dots": "佐藤・", "foreign names": "ジョン・", "spaces": " ", "wide spaces": "　", "lines": "\n", "items": "・\n", "numbers": "1. ", "digits": "1", "years": "(2019",
  "opened brackets": "(", "opened titles": "『", "closed titles": "』佐藤花子", "quotations": "「佐藤", "sentences in quotations": "「」", "authors": "佐藤花子・鈴木一郎(編)", "references": "参考文献\n佐藤花子\n", "English references": "References\nSato (20", "et al": "Sato et al",
  "BibTeX": "author = {佐藤 and ", "code": "expect(\"佐藤", "literals": "\"佐藤\",\n", "objects": "{ placeholder: {", "YAML": "example:\n  a\n", "indented": "  examples:\n    - a\n", "examples": "例: ", "headed examples": "記入例\n佐藤\n",
  "exercises": "問1 ", "blanks": "佐藤(   ", "underscores": "佐藤___", "leaders": "佐藤…", "prices": "佐藤 …… 1,", "broadcasts": "20:00 佐藤[", "stops": "川島 7:05 / ", "ranks": "第1位 佐藤 1", "theorems": "佐藤・", "finders": "佐藤・関彗", "flats": "サンハイツ佐藤",
  "roles": "市長", "casts": "出演:佐藤 ", "lists of heads": "歴代校長 ", "dates of life": "佐藤(1900-", "eras": "慶長2年", "seats": "1番 佐藤", "speakers": "○総務局長(", "class": "3年2組", "private words": "当番", "ages": "佐藤 4", "honorifics": "佐藤 様", "births": "佐藤 昭和5",
};
const UNITS = 4_000;
/** A question is asked at so many places of a text. */
const EVERY = 5;
/** A window of some 1,500 units, by some dozens of expressions. */
const STEPS_A_QUESTION = 60_000;

const stepsOver = (ask: (text: string, start: number, end: number) => unknown, text: string): number =>
  countSteps(() => {
    for (let at = 0; at + 4 <= text.length; at += EVERY) ask(text, at, at + 4);
  });

describe.each(Object.entries(QUESTIONS))("%s", (_name, ask) => {
  it("asks twice as much of a hostile text twice as long", { timeout: 120_000 }, () => {
    const slow: string[] = [];
    for (const [kind, unit] of Object.entries(HOSTILE)) {
      const text = normalize(unit.repeat(Math.ceil(UNITS / unit.length))).text;
      ask(text, 0, 4);
      const once = stepsOver(ask, text);
      const twice = stepsOver(ask, text + text);
      if (twice > once * 2.3 + 20_000) slow.push(`${kind}: ${once} steps, then ${twice}`);
      if (once / (text.length / EVERY) > STEPS_A_QUESTION) slow.push(`${kind}: ${Math.round((once * EVERY) / text.length)} steps a question`);
    }
    expect(slow).toEqual([]);
  });
});

describe("the count", () => {
  it("would see a question that reads back to the text's beginning", () => {
    const ask = (text: string, start: number): unknown => /文献$/u.test(text.slice(0, start));
    const text = "佐藤花子、".repeat(400);
    expect(stepsOver(ask, text + text)).toBeGreaterThan(stepsOver(ask, text) * 3);
  });
});
