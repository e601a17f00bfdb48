import type { Detector, TextMatch } from "../src/contract.js";
import { isFiller } from "./shared/check-digits.js";
import { mayBeZone, readMachineReadableZone } from "./shared/machine-readable-zone.js";
import { hasContext, isTight, numberLabelBefore } from "./shared/number-labels.js";

type Code = "number" | "machine-readable";

/** Seven digits behind two letters (Japan), eight or nine digits or letters among them (most others). */
const RUNS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const JAPANESE = /^[A-Z]{2}\d{7}$/u;
const FEWEST_DIGITS = 4;
/** The specimens of ICAO 9303 and of the ministry's leaflets. */
const SPECIMENS = new Set(["L898902C3", "L898902C", "D23145890", "D231458907", "TK1234567", "TZ0000000", "MU0000000"]);

export const passport: Detector<Code> = {
  id: "passport",
  messages: {
    "number": {
      severity: "error",
      en: "{count} passport {one:number|numbers}",
      ja: "旅券番号（パスポート番号）が{count}件あります",
      fix: {
        en: "Delete them; whoever must book or apply for somebody can be given them by a way of its own.",
        ja: "削除してください。手配や申請に必要な相手には、別の安全な方法で渡してください。",
      },
    },
    "machine-readable": {
      severity: "error",
      en: "Machine-readable lines of {one:a passport or identity card|passports or identity cards} ({entities})",
      ja: "旅券や身分証の機械読取領域（MRZ）があります（{entities}）",
      fix: {
        en: "Delete the lines: they hold number, name, nationality and date of birth, all that the chip's lock asks for.",
        ja: "行ごと削除してください。番号・氏名・国籍・生年月日が含まれ、ICチップの読み出しにも使えます。",
      },
    },
  },
  defaults: {},
  create: () => ({
    text: {
      starts: ["digit"],
      digitRuns: RUNS,
      // Seven characters or more, with three letters before the digits at most, or letters behind.
      digitsBeside: ({ length, before, behind }) => behind === "A" || (behind !== "a" && behind !== "_" && length + (before === "A" ? MOST_LETTERS : before === " " ? 2 : 0) >= 7),
      check(text, start, end) {
        return (mayBeZone(text, start, end) ? readZone(text, start) : undefined) ?? readLabelled(text, start);
      },
    },
  }),
};

const isUpper = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isAlphanumeric = (code: number): boolean => (code >= 0x30 && code <= 0x39) || isUpper(code) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;

/** Letters and digits from their first letter or digit on: 533401372, TR8890123, M384B7261, C01X63T42. */
const TOKEN = /[A-Z0-9]{1,10}/uy;
const MOST_LETTERS = 3;

function readLabelled(text: string, start: number): TextMatch<Code> | undefined {
  // "TK 1234567"
  const spaced = text.charCodeAt(start - 1) === 0x20 && isUpper(text.charCodeAt(start - 2)) && isUpper(text.charCodeAt(start - 3)) && !isAlphanumeric(text.charCodeAt(start - 4));
  let from = spaced ? start - 3 : start;
  while (!spaced && start - from < MOST_LETTERS && isUpper(text.charCodeAt(from - 1))) from--;
  const label = numberLabelBefore(text, from);
  if (label?.kind !== "passport") return label === undefined && !spaced && start - from === 2 ? readUnlabelled(text, from) : undefined;
  TOKEN.lastIndex = start;
  if (!TOKEN.test(text) || isAlphanumeric(text.charCodeAt(TOKEN.lastIndex)) || isAlphanumeric(text.charCodeAt(from - 1)) || !isTight(text, label, from)) return undefined;
  const end = TOKEN.lastIndex;
  const value = text.slice(from, end).replace(" ", "");
  const digits = value.replace(/\D/gu, "");
  if (value.length < 7 || value.length > 9 || digits.length < FEWEST_DIGITS) return undefined;
  const shape = JAPANESE.test(value) ? 0.97 : value.length > digits.length ? 0.9 : digits.length >= 8 ? 0.8 : 0.4;
  const confidence = isFiller(digits) || SPECIMENS.has(value) ? 0.3 : shape;
  return { code: "number", at: { start: from, end }, entity: "passport", confidence, value, evidence: JAPANESE.test(value) ? ["label", "shape"] : ["label"] };
}

/** Japanese passports begin with T or M (diplomatic and official ones with D and O). */
const ISSUED = /[TM][A-Z]\d{7}/uy;
const TITLE_BEFORE = /[A-Z]{2} ?(?:MR|MRS|MS|MISS|MSTR|DR)\.?[ \t]{1,4}$/u;
const CONTEXT = /旅券|パスポート|passport|搭乗|渡航|passenger|\bPNR\b/iu;
const CONTEXT_SIZE = 300;
const NEAR_A_PERSON = { oneOf: ["person-name"], within: "record" } as const;

/** In lists of passengers: behind a name in capitals with its title, or below a heading, beside a name. */
function readUnlabelled(text: string, start: number): TextMatch<Code> | undefined {
  ISSUED.lastIndex = start;
  if (!ISSUED.test(text) || isAlphanumeric(text.charCodeAt(start - 1)) || "-/.".includes(text.charAt(start - 1) || " ")) return undefined;
  const end = ISSUED.lastIndex;
  if (isAlphanumeric(text.charCodeAt(end)) || text.charAt(end) === "-") return undefined;
  const value = text.slice(start, end);
  const isTitled = TITLE_BEFORE.test(text.slice(Math.max(0, start - 14), start));
  if (!isTitled && !hasContext(text, start, CONTEXT, CONTEXT_SIZE)) return undefined;
  const confidence = isFiller(value.slice(2)) ? 0.3 : isTitled ? 0.85 : 0.75;
  return { code: "number", at: { start, end }, entity: "passport", confidence, value, evidence: ["shape", "company"], ...(!isTitled && { needs: NEAR_A_PERSON }) };
}

function readZone(text: string, birth: number): TextMatch<Code>[] | undefined {
  const zone = readMachineReadableZone(text, birth);
  if (zone === undefined) return undefined;
  const { number, name, document } = zone;
  const isSpecimen = SPECIMENS.has(number.value) || isFiller(number.value.replace(/\D/gu, "")) || name?.value === "ERIKSSON ANNA MARIA";
  const confidence = isSpecimen ? 0.3 : zone.isProven ? 0.99 : 0.7;
  const found = (field: { start: number; end: number; value: string }, entity: TextMatch["entity"]): TextMatch<Code> => ({
    code: "machine-readable",
    at: { start: field.start, end: field.end },
    entity,
    confidence,
    value: field.value,
    evidence: zone.isProven ? ["shape", "check-digit"] : ["shape"],
  });
  const matches = [found(number, document === "P" || document === "" || document === "V" ? "passport" : "national-id"), found(zone.birth, "date-of-birth")];
  if (name !== undefined) matches.push(found({ ...name, value: name.value.replaceAll(" ", "").toLowerCase() }, "person-name"));
  return matches.sort((a, b) => a.at.start - b.at.start);
}
