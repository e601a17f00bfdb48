import { isDigit } from "../src/text/characters.js";
import type { Company, Detector, DigitNeighbour, DigitRun, TextMatch } from "../src/contract.js";
import { judgeContext } from "./date-of-birth/context.js";
import { type PartialBirth, readApart, readBirthYear, readCoded, readConstructed, readEraless } from "./date-of-birth/partial.js";
import { FIRST_BIRTH_YEAR, isoDate, LAST_BIRTH_YEAR, readDate } from "./shared/date.js";
import { type DateInText, readDateAround } from "./shared/date-in-text.js";
import { isExample, isInCode } from "./shared/example-value.js";
import { kanjiDateStart } from "./shared/kanji-date.js";

/** A date and 男 or 女 are somebody's who is named in the same row. */
const WITH_NAME: Company = { oneOf: ["person-name"], within: "sentence" };
/** In the code and the tests of a program dates are made up, unless somebody stands beside them. */
const WITH_SOMEBODY: Company = { oneOf: ["person-name", "postal-address", "email-address"], within: "record" };
/** A year of birth is what every author's note gives; beside what reaches him it is one more thing known of a person. */
const WITH_CONTACT: Company = { oneOf: ["phone-number", "email-address", "postal-address", "user-id", "special-care"], within: "record" };

export const dateOfBirth: Detector<"date"> = {
  id: "date-of-birth",
  messages: {
    date: {
      severity: "warning",
      en: "{count} {one:date|dates} of birth",
      ja: "生年月日が{count}件あります",
      fix: {
        en: "Delete them, or keep only the year or the age group.",
        ja: "削除するか、年または年代だけを残してください。",
      },
    },
  },
  defaults: {},
  create: () => ({
    text: {
      starts: ["digit", "kanji"],
      digitRuns: [1, 2, 3, 4, 6, 8],
      digitsBeside: mayBeDate,
      // 昭和五十五年四月一日, 四月一日生, 四月一日本籍ニ於テ出生.
      runs: { beginnings: [], endings: ["日", "生", "産", "籍"] },
      check(text, start, end) {
        const isNumber = isDigit(text.charCodeAt(start));
        const date = isNumber ? readDateAround(text, start, end) : readInKanji(text, start, end);
        // 昭・平・令 55年: the last of the eras to choose from is no year's.
        if (date !== undefined && date.year <= LAST_BIRTH_YEAR) return judge(text, date);
        if (!isNumber) return undefined;
        if (end - start === 1) {
          const apart = readApart(text, start);
          if (apart !== undefined) return matchOf(apart);
        }
        if (end - start <= 2) {
          const eraless = readEraless(text, start);
          if (eraless !== undefined) return matchOf(eraless);
        }
        if (end - start === 6) {
          const coded = readCoded(text, start);
          return coded && matchOf(coded);
        }
        if (end - start !== 4 && end - start > 2) return undefined;
        const constructed = end - start === 4 ? readConstructed(text, start) : undefined;
        if (constructed !== undefined) return isInCode(text, start, end) ? { ...matchOf(constructed), needs: WITH_SOMEBODY } : matchOf(constructed);
        const year = readBirthYear(text, start, end);
        return year && { ...matchOf(year), needs: WITH_CONTACT };
      },
    },
  }),
};

const BEHIND_YEAR: readonly DigitNeighbour[] = ["漢", "/", "-", ".", " ", "("];
const BEHIND_DAY: readonly DigitNeighbour[] = [...BEHIND_YEAR, ",", "a", "A"];

/** What `readDateAround`, `readEraless` and `readBirthYear` ask of a run before all else. */
function mayBeDate({ length, first, before, beforeThat, behind }: DigitRun): boolean {
  if (length <= 2) return BEHIND_DAY.includes(behind);
  // 民國102年
  if (length === 3) return first === "1" && before === "漢" && behind === "漢";
  const isInWord = before === "a" || before === "A" || before === "_";
  // S550401, 昭和 550401, 5-550401.
  if (length === 6) return isInWord || before === "漢" || before === " " || (before === "-" && beforeThat === "digit");
  if (first === "0") return false;
  const isJoined = isInWord || ((before === "-" || before === "/" || before === ".") && beforeThat === "digit");
  if (length === 8) return !isJoined;
  if (before === "(" && behind === ",") return true;
  return behind === "漢" || before === ":" || before === "\t" || before === "?" || (!isJoined && BEHIND_YEAR.includes(behind));
}


function judge(text: string, date: DateInText): TextMatch<"date"> | undefined {
  if (date.year < FIRST_BIRTH_YEAR || date.year > LAST_BIRTH_YEAR) return undefined;
  const { confidence, beside } = judgeContext(text, date.start, date.end, date.year, date.bare);
  if (confidence === 0 || isExample(text, date.start)) return undefined;
  const match = matchOf({ start: date.start, end: date.end, value: isoDate(date), confidence });
  if (isInCode(text, date.start, date.end)) return { ...match, needs: WITH_SOMEBODY, evidence: ["company", "label"] };
  return beside ? { ...match, needs: WITH_NAME, evidence: ["company"] } : match;
}

function matchOf({ start, end, value, confidence }: PartialBirth): TextMatch<"date"> {
  return { code: "date", at: { start, end }, entity: "date-of-birth", confidence, value, evidence: ["label"] };
}

/** 昭和五十五年四月一日, somewhere in a run of kanji. */
function readInKanji(text: string, runStart: number, end: number): DateInText | undefined {
  const start = kanjiDateStart(text, runStart, end);
  const date = start < 0 ? undefined : readDate(text, start);
  return date === undefined ? undefined : { ...date, start };
}
