/** A label and what stands behind it on its line or in the next cell: 病名：糖尿病, 【本籍】香川県…, "memberId": "A-1024". */
import type { Range } from "../../src/contract.js";
import { labelAt, type Labels } from "./labels.js";

const NOTE = String.raw`(?: ?\([^()\n\t]{1,24}\))?`;
const SIGN = String.raw`["'] ?[:=]>? ?|[\])】」』>〕]{1,2} ?:? ?| ?[:=] {0,3}|\t`;
const OPENING = String.raw`["'「『]?`;
/** A note in brackets, closing brackets and quotation marks, the sign, and what opens the value. */
const BETWEEN_ENGLISH = new RegExp(`${NOTE}(?:${SIGN})${OPENING}`, "uy");
/** In Japanese, where words are not set apart, a space is a sign; so is は. */
const BETWEEN_JAPANESE = new RegExp(`${NOTE}(?:${SIGN}| {1,8}|は(?=[^\n\t ])、?|(?=[「『]))${OPENING}`, "uy");
/** A Japanese value ends at a space, for the next field's label stands behind it; an English one has spaces of its own. */
const JAPANESE_VALUE = /[^ \t\n。;|"'」』】<>]{1,80}/uy;
const LATIN_VALUE = /[!-:=?-~\u00c0-\u024f](?:[!#-:=?-{}~\u00c0-\u024f]| (?=[!-:=?-~\u00c0-\u024f])){0,79}/uy;

export interface LabelledField {
  readonly labelEnd: number;
  readonly value: Range;
}

/**
 * The field whose label begins at `start`; undefined where there is no label, or nothing behind it. Linear: a note of 24, a value of
 * 80 characters.
 * @param text normalised
 */
export function readLabelledField(text: string, start: number, labels: Labels): LabelledField | undefined {
  const labelEnd = labelAt(text, start, labels);
  if (labelEnd === undefined) return undefined;
  const from = valueStart(text, start, labelEnd);
  if (from < 0) return undefined;
  LATIN_VALUE.lastIndex = from;
  // 2型糖尿病 begins like an English value and goes on as a Japanese one.
  if (LATIN_VALUE.test(text) && !(text.charCodeAt(LATIN_VALUE.lastIndex) > 0x2e80)) return { labelEnd, value: { start: from, end: LATIN_VALUE.lastIndex } };
  JAPANESE_VALUE.lastIndex = from;
  return JAPANESE_VALUE.test(text) ? { labelEnd, value: { start: from, end: JAPANESE_VALUE.lastIndex } } : undefined;
}

/** Where the value of a label begins, -1 where no sign follows it. */
export function valueStart(text: string, labelStart: number, labelEnd: number): number {
  const between = text.charCodeAt(labelStart) < 0x250 && text.charCodeAt(labelEnd - 1) < 0x250 ? BETWEEN_ENGLISH : BETWEEN_JAPANESE;
  between.lastIndex = labelEnd;
  return between.test(text) ? between.lastIndex : -1;
}

const NOTHING =
  /^(?:[-ー―‐－.・…*＊/／×✕☓]+|なし|無し?|ありません|無い|ない|特に?(?:なし|無し?|ありません|ない)|特記(?:事項)?なし|異常(?:なし|無し?)|該当(?:なし|無し?|せず|しない)|不明|未定|未記入|未入力|未回答|未受診|未検査|問題(?:なし|無し?|ありません)|同上|〃|□.*|[○〇◯●△]|有無|の?有無.*|[有無][・/･](?:[有無]).*|あり[・/･]なし.*|はい|いいえ|必須|任意|例|none(?: .*)?|no|nil|null|nothing|unknown|not applicable|n\/?a\.?|nka|nkda|no known.*|tbd|undefined|true|false|yes|string|text|number|boolean|[\w.$]+[([].*)$/iu;
const ASKS = /(?:ください|下さい|記入|記載|入力|選択|チェック|場合|場合は|とき|方は|等がある|について|に関する|に係る|とは|欄|一覧|項目|する|すること|による)$|[?？]$|^(?:の|に|を|が|は|と|で|や|など|等|及び|または|又は|について|に関)/u;

/** Nothing was filled in: なし, 無, -, none; or the form asks, explains and offers choices. */
export function isNoAnswer(value: string): boolean {
  return NOTHING.test(value) || ASKS.test(value);
}
