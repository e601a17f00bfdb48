import { isDigit } from "../src/text/characters.js";
import type { Detector, TextMatch } from "../src/contract.js";
import { hasIbanDigits } from "./shared/check-digits.js";

/** ISO 13616 registry (SWIFT): country and length. */
const LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  ("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 " +
    "IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 " +
    "SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30")
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
const SPACE = 0x20;
const HYPHEN = 0x2d;
const DOT = 0x2e;
/** The registry's and Wikipedia's examples, which every manual repeats, by their first fourteen characters. */
const SAMPLES = new Set(
  "GB82WEST123456 GB29NWBK601613 GB33BUKB202015 DE893704004405 DE912000000000 FR142004101005 FR763000600001 ES912100041845 IT60X054281110 NL91ABNA041716 BE685390075470 CH930076201162 AT611904300234 IE29AIBK931152 PL611090101400 SE455000000005 NO938601111794 DK500040044011 FI211234560000 PT500002012312 LU280019400644 GR160110125000 CZ650800000019 HU421177301611 SA038000000060 AE070331234567 TR330006100519 IL620108000000 BR180036030500".split(" "),
);

export const iban: Detector<"number"> = {
  id: "iban",
  messages: {
    number: {
      severity: "warning",
      en: "{count} international bank account {one:number (IBAN)|numbers (IBAN)}",
      ja: "国際銀行口座番号（IBAN）が{count}件あります",
      fix: { en: "Delete them, or send them only to whoever is to pay in.", ja: "削除するか、振込に必要な相手だけに渡してください。" },
    },
  },
  defaults: {},
  create: () => ({ text: { starts: ["digit"], digitsBeside: ({ length, before }) => length > 1 && (before === "A" || before === " "), check: readIban } }),
};

const isUpper = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isAlphanumeric = (code: number): boolean => isDigit(code) || isUpper(code) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;

function readIban(text: string, start: number, end: number): TextMatch<"number"> | undefined {
  // "DE 67 5121": the check digits may stand apart from the country.
  const from = text.charCodeAt(start - 1) === SPACE ? start - 3 : start - 2;
  if (end - start < 2 || !isUpper(text.charCodeAt(from)) || !isUpper(text.charCodeAt(from + 1)) || isAlphanumeric(text.charCodeAt(from - 1))) return undefined;
  const country = text.slice(from, from + 2);
  if (!Object.hasOwn(LENGTHS, country)) return undefined;
  const length = LENGTHS[country];
  let value = "";
  let isByFours = from === start - 2;
  let hasLetters = false;
  let at = from;
  for (; value.length < length; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code) || isUpper(code)) {
      if (isUpper(code) && value.length > 3) hasLetters = true;
      value += text.charAt(at);
    } else {
      if ((code !== SPACE && code !== HYPHEN && code !== DOT) || !isAlphanumeric(text.charCodeAt(at + 1))) return undefined;
      if (value.length % 4 !== 0) isByFours = false;
    }
  }
  // Words in capitals must not be strung together to an account.
  if (isAlphanumeric(text.charCodeAt(at)) || (hasLetters && !isByFours) || !hasIbanDigits(value)) return undefined;
  return { code: "number", at: { start: from, end: at }, entity: "iban", confidence: SAMPLES.has(value.slice(0, 14)) ? 0.3 : 0.97, value, evidence: ["shape", "check-digit"] };
}
