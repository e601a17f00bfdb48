/** Special-care personal information (要配慮個人情報): what the law's list names, where it is said of somebody. */
import type { Company, Detector, Entity, TextMatch } from "../src/contract.js";
import { isNoAnswer, readLabelledField } from "./shared/labelled-field.js";
import { readKanaStatement, readKanjiStatement, readLatinStatement, STATEMENT_EDGES } from "./special-care/statements.js";
import { labelBeginnings, namesCondition, openLabels, sureLabels } from "./shared/special-care-words.js";

type Code = "said" | "field";

const PERSON: readonly Entity[] = [
  "person-name", "my-number", "drivers-license", "passport", "residence-card", "health-insurance", "basic-pension-number",
  "resident-record-code", "national-id", "user-id", "registered-domicile",
];
/** A field is somebody's wherever its record says who; a sentence must say it itself. */
const FIELD_NEEDS: Company = { oneOf: [...PERSON, "date-of-birth", "email-address", "phone-number"], within: "record" };
const SENTENCE_NEEDS: Company = { oneOf: PERSON, within: "sentence" };

const FIX = {
  en: "Delete it: the law asks for the person's consent (Act on the Protection of Personal Information, Art. 20(2)), and a leak about even one person must be reported (Art. 26).",
  ja: "削除してください。要配慮個人情報の取得・提供には本人の同意が必要で（個人情報保護法20条2項、27条）、1人分の漏えいでも報告義務があります（26条）。",
} as const;

export const specialCare: Detector<Code> = {
  id: "special-care",
  messages: {
    said: {
      severity: "error",
      en: "{count} {one:statement|statements} about somebody's health, disability, creed or criminal record",
      ja: "人の健康・障害・信条・犯罪歴などについての記述が{count}件あります",
      fix: FIX,
    },
    field: {
      severity: "error",
      en: "{count} filled-in {one:field|fields} about somebody's health, disability, creed or criminal record",
      ja: "人の健康・障害・信条・犯罪歴などの記入が{count}件あります",
      fix: FIX,
    },
  },
  defaults: {},
  create: () => ({
    text: {
      starts: ["kanji", "hiragana", "katakana", "latin"],
      runs: { beginnings: [...labelBeginnings(), ...STATEMENT_EDGES.beginnings], endings: STATEMENT_EDGES.endings },
      check(text, start, end) {
        return readField(text, start) ?? readStatement(text, start, end);
      },
    },
  }),
};

const SHORT_NUMBER = /^\d{1,2}$/u;
/** 要介護度：3. */
const GRADED = /[度級分帳定]$/u;
/** Work that is done about illnesses, and counts of the ill. */
const OF_MANY = /[者数名]数|件数|人数|集計|統計|対応|対策|担当|予防|研究|支援|手当|制度|教室|講座|相談|業務|事務|説明|案内|資料|研修|調査|会議|講演|プロジェクト|システム|サーバ|機器|装置/u;

function readField(text: string, start: number): TextMatch<Code> | undefined {
  const code = text.charCodeAt(start);
  if (code >= 0x3041 && code <= 0x309f) return undefined;
  const sure = readLabelledField(text, start, sureLabels());
  const field = sure ?? readLabelledField(text, start, openLabels());
  if (field === undefined) return undefined;
  const value = text.slice(field.value.start, field.value.end);
  if (isNoAnswer(value) || (SHORT_NUMBER.test(value) && !GRADED.test(text.slice(start, field.labelEnd))) || (sure === undefined && (!namesCondition(value) || OF_MANY.test(value)))) return undefined;
  return { code: "field", at: field.value, entity: "special-care", confidence: sure === undefined ? 0.75 : 0.85, value: withoutSpaces(value), needs: FIELD_NEEDS, evidence: ["label", "company"] };
}

function readStatement(text: string, start: number, end: number): TextMatch<Code> | undefined {
  const code = text.charCodeAt(start);
  const said = code < 0x250 ? readLatinStatement(text, start, end) : code < 0x3400 ? readKanaStatement(text, start, end) : readKanjiStatement(text, start, end);
  if (said === undefined) return undefined;
  const value = withoutSpaces(text.slice(said.start, said.end));
  return { code: "said", at: { start: said.start, end: said.end }, entity: "special-care", confidence: said.confidence, value, needs: SENTENCE_NEEDS, evidence: ["dictionary", "company"] };
}

const withoutSpaces = (value: string): string => value.replace(/\s+/gu, "");
