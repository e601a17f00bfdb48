/** Sentences and cells that say of somebody what the law's list names: 糖尿病と診断された, 要介護3, diagnosed with diabetes. */
import type { Range, RunEdges } from "../../src/contract.js";
import { DISEASE_ENDINGS, endsLikeDisease, isNoIllness, namesCondition } from "../shared/special-care-words.js";

export interface Statement extends Range {
  readonly confidence: number;
}

/** Grades that are given to people only. */
const GRADE =
  /(?:要介護 ?[1-5]|要支援 ?[12]|(?:身体|精神)?障(?:害|がい)者(?:保健福祉)?手帳(?:は|が|を|の等級は|[:\t ])? ?(?:第? ?[1-6] ?[級種]|所持|所有|取得|交付を受け|あり)|(?:身体)?障(?:害|がい)(?:等級|程度等級)? ?[1-7] ?級|障(?:害|がい)(?:基礎|厚生)?年金 ?(?:[1-3] ?級|を?受給)|療育手帳 ?(?:は|が|を|[:\t ])? ?(?:[AB] ?[12]?|Ⓐ|○?[AB]|重度|所持|あり)|愛の手帳 ?[1-4] ?度|障(?:害|がい)(?:支援|程度)区分 ?[1-6]|認知症高齢者の日常生活自立度 ?(?:I{1,3}|IV|[ⅠⅡⅢⅣM])[ab]?)(?![\d~-])/uy;
/** States and proceedings that are said of people. */
const STATE =
  /(?:前科 ?\d{0,2} ?犯|前科が|前科あり|逮捕(?:され|歴が)|書類送検され|起訴され|有罪判決|実刑判決|懲役 ?\d|執行猶予|服役(?:し|中)|保護観察(?:中|処分)|少年院(?:に|へ)|補導され|生活保護(?:を?受給|を受け|受給中)|妊娠(?:中|\d{1,2} ?(?:週|か月|ヶ月|カ月)|して|した|が判明)|要(?:精密検査|再検査|精検|治療|医療)(?=[ \t\n)、。]|$)|被差別部落出身|同和地区出身|(?:性|虐待の?|性暴力の?)被害(?:を受け|に遭)|(?:創価学会|幸福の科学|天理教|統一教会)(?:の|に)?(?:信者|会員|信徒|入信|入会))/uy;
/** How grades, states and the names of illnesses begin and end: two characters tell them from nearly all other words. */
const STATEMENT_BEGINNINGS = new Set(
  "要介 要支 身体 精神 障害 障が 療育 愛の 認知 前科 逮捕 書類 起訴 有罪 実刑 懲役 執行 服役 保護 少年 補導 生活 妊娠 要精 要再 要治 要医 被差 同和 性被 性暴 虐待 創価 幸福 天理 統一".split(" "),
);
const CONDITION_ENDINGS = new Set("障害 疾患 不全 梗塞 骨折 出血 麻痺 喘息 血圧 糖尿 認知 依存 溢血 潰瘍 肉腫 失調 硬変 卒中 流産 自閉 難聴 透析 感染 不随".split(" "));

/** What makes an illness somebody's. */
const PREDICATE =
  /(?: ?\([^()\n\t]{1,20}\))?(?:(?:の疑い|の症状|の初期)?(?:(?:と|の|との)(?:確定)?診断(?:され|を受け|が出)|を受け(?:て|た)|を経験し|[ -]positive(?![a-z])|を(?:患|わずら|発症し|抱え)|に(?:罹患し|かか(?:り|って)|感染し|なって|なった)|が(?:悪化し|再発し|見つか|判明し)|で[\d一二三四五六七八九十数か月ヶ年週間日目の、 ]{0,8}(?:入院|通院|治療|療養|休職|休学|休業|手術|服薬|自宅療養)|の(?:ため|為)(?:に|、)? ?(?:入院|通院|休職|休学|欠席|欠勤|療養|退職|退学|自宅|配慮|服薬|治療|手術|早退|長期)|により(?:、)? ?(?:入院|休職|休学|欠席|欠勤|療養|退職)|を理由に(?:休|退|欠)|で倒れ|となった|の?治療(?:中|を(?:受け|続け|開始))|の診断書(?:が(?:出|届|あ[りる])|を(?:提出|受理|受領|持参|添付))|の手術を受け|の既往|の持病|が(?:あり|ある|ございます)|を(?:持って|もって|有して)いる?|持ち(?=[ 、。)]|$)|陽性|あり(?=[ \t\n、。)]|$)))/uy;
/** 糖尿病と診断された場合, 通院中の方: of nobody in particular. */
const OF_ANYONE = /^[ぁ-ん中、 ]{0,8}(?:場合|方(?![針法向])|人(?!$)|女性|男性|妻|母親|患者|とき|時は|際|児童|生徒|者は|者が|者の|人々|子ども|高齢者|ケース|リスク|可能性|恐れ|おそれ|お客|従業員|労働者|被保険者|対象|か[?？。]|とは|基準)/u;

const CONDITION_KANA = /(?:がん|うつ(?:状態|病)?|ぜんそく|てんかん|ひきこもり|まひ)/uy;
const CONDITION_KATAKANA = /(?:アレルギー|ガン|リウマチ|ヘルニア|コロナ|エイズ|アトピー(?:性皮膚炎)?|アナフィラキシー|ウイルス|パニック障害|ポリープ|メンタル不調)$/u;
const CREED = /(?:エホバの証人|クリスチャン|カトリック|プロテスタント|イスラム教|ムスリム|ヒンドゥー教|モルモン教)の?(?:(?:信者|信徒|教徒)(?:で|に|だ|と)|である|です|だ(?=[。\n]|$)|に(?:入信|改宗))/uy;
const CONDITION_LATIN = new Set(["HIV", "AIDS", "MRSA", "ADHD", "ASD", "PTSD", "COPD", "SLE", "ALS"]);

/** The first words of both, by which most words of a text are told from them at once. */
const ENGLISH_WORDS =
  "diagnosed suffers suffered suffering treated tested allergic hospitalised hospitalized recovering medical family history sick absent convicted arrested sentenced undergoing living pregnant wheelchair registered practising practicing".split(" ");
/** How runs begin and end that may be part of a statement. */
export const STATEMENT_EDGES: RunEdges = {
  beginnings: [
    ...STATEMENT_BEGINNINGS, "がん", "うつ", "ぜん", "てん", "ひき", "まひ", "エホ", "クリ", "カト", "プロ", "イス", "ムス", "ヒン", "モル", ...Array.from(CONDITION_LATIN, (name) => name.slice(0, 3)),
    ...ENGLISH_WORDS.map((word) => word.slice(0, 3)),
  ],
  endings: [...Array.from(DISEASE_ENDINGS), ...CONDITION_ENDINGS, "ギー", "ガン", "マチ", "ニア", "ロナ", "イズ", "ピー", "シー", "ープ", "ルス", "んの", "んで", "んと", "んを", "んに", "んが", "くの", "くで", "つで"],
};

const LONGEST_CONDITION = 16;
const isConditionUnit = (code: number): boolean => (code >= 0x3400 && code <= 0x9fff) || code === 0x3005 || (code >= 0x30a1 && code <= 0x30fc);
const isBoundary = (char: string): boolean => char === "" || char === "\t" || char === "\n";

/** Where the illness's name begins that ends at `end`: back over kanji and katakana, 2型糖尿病 and うつ病 included. */
function conditionStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_CONDITION && isConditionUnit(text.charCodeAt(start - 1))) start--;
  for (const lead of ["うつ", "がん", "てんかん", "ぜんそく", "2型", "1型"]) if (text.startsWith(lead, start - lead.length)) return start - lead.length;
  return start;
}

function stickyEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** 胃がん, 肺がん: kanji before the kana. */
function kanaStart(text: string, start: number): number {
  let from = start;
  while (from > 0 && start - from < 4 && isConditionUnit(text.charCodeAt(from - 1))) from--;
  return from;
}

/** @param end of the illness's name */
function saidOf(text: string, end: number, start = conditionStart(text, end)): Statement | undefined {
  if (isNoIllness(text.slice(start, end))) return undefined;
  const predicate = stickyEnd(PREDICATE, text, end);
  if (predicate >= 0) return isOfAnyone(text, predicate) ? undefined : { start, end, confidence: 0.75 };
  // A cell of its own in somebody's row.
  if (start < end && isBoundary(text.charAt(start - 1)) && isBoundary(text.charAt(end)) && (text.charAt(start - 1) === "\t" || text.charAt(end) === "\t")) return { start, end, confidence: 0.75 };
  return undefined;
}

/** @param start of a run of kanji */
export function readKanjiStatement(text: string, start: number, end: number): Statement | undefined {
  if (STATEMENT_BEGINNINGS.has(text.slice(start, start + 2))) {
    const grade = stickyEnd(GRADE, text, start);
    if (grade >= 0) return isOfAnyone(text, grade) || RANGE.test(text.slice(grade, grade + 3)) ? undefined : { start, end: grade, confidence: 0.8 };
    const state = stickyEnd(STATE, text, start);
    if (state >= 0) return isOfAnyone(text, state) ? undefined : { start, end: state, confidence: 0.72 };
  }
  return endsLikeDisease(text.charAt(end - 1)) || CONDITION_ENDINGS.has(text.slice(end - 2, end)) ? saidOf(text, end) : undefined;
}

const RANGE = /^(?:以上|以下|から|まで|又は|または|・|及び)/u;
/** A judge passes it, a prosecutor asks for it: on somebody who is not named in the sentence. */
const PASSED_ON = /^[^。\n]{0,8}(?:言い渡|求刑|求め)/u;

function isOfAnyone(text: string, end: number): boolean {
  const after = text.slice(end, end + 16);
  return OF_ANYONE.test(after) || PASSED_ON.test(after);
}

/** 彼はてんかんの…: particles before and behind are of the same run. */
function conditionInKana(text: string, start: number, end: number): number {
  CONDITION_KANA.lastIndex = start;
  if (CONDITION_KANA.test(text)) return start;
  const tail = text.slice(Math.max(start, end - LONGEST_TAIL), end);
  for (const word of ["てんかん", "ぜんそく", "がん", "うつ"]) {
    const at = tail.lastIndexOf(word);
    // しながん…, 思うつもり: only behind a particle.
    if (at > 0 && "はがのもに、".includes(tail[at - 1])) return end - tail.length + at;
  }
  return -1;
}
const LONGEST_TAIL = 10;

/** @param start of a run of hiragana or katakana */
export function readKanaStatement(text: string, start: number, end: number): Statement | undefined {
  if (text.charCodeAt(start) < 0x30a0) {
    const from = conditionInKana(text, start, end);
    const condition = from < 0 ? -1 : stickyEnd(CONDITION_KANA, text, from);
    return condition < 0 ? undefined : saidOf(text, condition, from === start ? kanaStart(text, start) : from);
  }
  const creed = stickyEnd(CREED, text, start);
  if (creed >= 0) return isOfAnyone(text, creed) ? undefined : { start, end: creed, confidence: 0.72 };
  return CONDITION_KATAKANA.test(text.slice(Math.max(start, end - 12), end)) ? saidOf(text, end) : undefined;
}

const ENGLISH =
  /(?:diagnosed (?:with|as having)|suffer(?:s|ed|ing) from|treated for|tested positive for|allergic to|hospitali[sz]ed (?:for|with|due to|because of)|recovering from|(?:medical |family )?history of|sick leave (?:for|with|due to|because of)|absent (?:due to|because of)|convicted of|arrested for|sentenced (?:to|for)|undergoing|living with) ((?:[\w'-]{1,20} ?){1,5})/iuy;
const ENGLISH_STATE = /(?:pregnant|wheelchair user|registered disabled|practi[sc]ing (?:muslim|catholic|christian|jew|hindu))(?![\w-]| (?:women|woman|mothers?|ladies|employees|patients|people))/iuy;
let english: Uint8Array | undefined;
const WORD_BITS = 0x3fff;
const wordHash = (text: string, start: number, length: number): number =>
  (Math.imul((text.charCodeAt(start) | 0x20) * 32 + (text.charCodeAt(start + 1) | 0x20), 0x9e37) ^ ((text.charCodeAt(start + 2) | 0x20) << 5) ^ length) & WORD_BITS;

function buildEnglish(): Uint8Array {
  const table = new Uint8Array(WORD_BITS + 1);
  for (const word of ENGLISH_WORDS) table[wordHash(word, 0, word.length)] = 1;
  return (english = table);
}

const OF_ANYONE_ENGLISH = /(?:\b(?:patients?|people|those|anyone|adults?|children|women|men|individuals?|persons?|employees?|if|when|who (?:are|is)|may be|can be|be) (?:who )?(?:is |are |was |were |being |have been |has been |become |becomes )?)$/iu;
const CRIMINAL = /^(?:convicted|arrested|sentenced)/iu;

/** @param start of a run of Latin letters */
export function readLatinStatement(text: string, start: number, end: number): Statement | undefined {
  // In capitals: as is a kind of word.
  if (end - start <= 4) return text.charCodeAt(end - 1) <= 0x5a && CONDITION_LATIN.has(text.slice(start, end)) ? saidOf(text, end, start) : undefined;
  if ((english ?? buildEnglish())[wordHash(text, start, end - start)] === 0) return undefined;
  let to = stickyEnd(ENGLISH_STATE, text, start);
  if (to < 0) {
    ENGLISH.lastIndex = start;
    const match = ENGLISH.exec(text);
    if (match === null || !(CRIMINAL.test(match[0]) || namesCondition(match[1]))) return undefined;
    to = start + match[0].trimEnd().length;
  }
  return OF_ANYONE_ENGLISH.test(text.slice(Math.max(0, start - 32), start)) ? undefined : { start, end: to, confidence: 0.75 };
}
