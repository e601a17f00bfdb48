/**
 * Names that no dictionary need know, where their place says that somebody is named: 氏名　榎潤, 張麗さん, ソムチャイ・ジャイディー 様,
 * ◎榊誠 TEL 087-…, 比 嘉 智 子 殿. What stands around the term has to say it; the term only has to look like a name.
 */
import { isHiragana } from "../../src/text/characters.js";
import type { NameCandidate } from "./kanji-names.js";
import { bracketAfter, kanaHonorificAt, titleAt, titleBefore } from "./name-cues.js";
import { contactBehind, fillsField, isLabelled, isNameLabelled } from "./name-evidence.js";
import { givenTier, isPlace, nameTrie, surnameTier, wordTier } from "./name-dictionary.js";
import { loneSurname, mayBeBehindColleague } from "./lone-surname.js";
import { NOBODY, oddsOfShape } from "./name-shape.js";
import { lookUp } from "./trie.js";

/** Longer ones are no name's beginning. */
const LONGEST_RUN = 8;
const LEAST_CONTEXT = 1.4;
const LEAST = 1;

/** Log odds, beside the same of a form that is as often a name as not. */
const NAME_LABEL = 3.2;
const OTHER_LABEL = 1.8;
const HONOURED = 2.4;
const ADDRESSED_BY_SAN = 1.6;
const BRACKET = 1.8;
const FILLS = 0.7;

const SPREAD = /\p{Script=Han}(?: {1,4}[\p{Script=Han}々]){2,6}(?![\p{Script=Han}々ぁ-ゖァ-ヴー])/uy;
const FOREIGN = /[ァ-ヴー]{1,12}(?:[・=] ?[ァ-ヴー]{1,12}){1,4}/uy;
const TWO_PARTS = /(?:[\p{Script=Han}々ヶノ]{1,5}|[ァ-ヴー]{2,8}) {1,4}(?:[\p{Script=Han}々]{1,4}(?:[ぁ-ゖ]{1,4}[\p{Script=Han}]?|[ァ-ヴー]{1,4})?|[ァ-ヴー]{2,8}|[ぁ-ゖ]{2,6})(?<![のはがをにでともへ])/uy;
const ONE_PART = /[\p{Script=Han}々ヶノ]{1,8}(?:[ァ-ヴー]{2,6}|[ぁ-ゖ]{2,5}?(?=(?<!たく)さん|くん|ちゃん|(?<!さか)さま(?!ざま)|[^ぁ-ゖ]|$)(?<!さん|くん|ちゃん|さま|です|から|まで|より|など))?/uy;
const KANJI_ONLY = /[\p{Script=Han}々ヶノ]{2,8}/uy;
/** Hiragana only behind a label, or before くん: it writes everything else, too. */
const TWO_IN_HIRAGANA = /[ぁ-ゖー]{1,8} {1,4}[ぁ-ゖー]{1,8}?(?=くん|ちゃん|さん|さま| {0,4}(?:様|君|$|[\n\t(,、|"'<)]| {2}))/uy;
const ONE_IN_HIRAGANA = /[ぁ-ゖー]{3,12}?(?=くん|ちゃん|さん|さま|様|君|$|[\n\t(,、|"'<) ])/uy;
const PATTERNS = [SPREAD, FOREIGN, TWO_PARTS, ONE_PART, KANJI_ONLY];
const OF_HIRAGANA = [TWO_IN_HIRAGANA, ONE_IN_HIRAGANA];

const LETTER = /[\p{Script=Han}々ぁ-ゖァ-ヴー\p{Script=Latin}]/u;
const HONORIFIC_IN_RUN = /(?:様方|様|殿|氏|君|先生|女史|夫妻|御夫妻)$/u;
/** Someone who is addressed, but nobody by name, and what さん is said of besides people. */
const UNNAMED = /(?:様|皆|客|者|員|師|屋|官|生|家|士|長|主|店|社|会|部|課|校|園|院|所|人|親|父|母|兄|弟|姉|妹|婆|爺|嬢|坊|孫|嫁|婿|夫|妻|娘|息子|奥|仏|神|王|貴|何|誰|隣|組|班|係|役|業|商|工|酒|米|肉|魚|花|町|村|市|国|銀行|病院|医|局|庁|省|欄|記号|余白|方式|形式|一覧|項目|変数|関数|配列|演算子|画面|設定|表示|機能)$/u;

const LINE_FEED = 0x0a;
const SPACE = 0x20;
/** さん, くん, ちゃん, です, と申します, and the bracket, space or sign behind a whole name. */
export const BEHIND_A_NAME = new Set(Array.from("さくちで と(<様殿氏君先", (char) => char.charCodeAt(0)));
export const ENDS_RUN = new Set(Array.from("様殿氏君生史妻方", (char) => char.charCodeAt(0)));
const JOINS = new Set([0x20, 0x30fb, 0x3d]);

/** By the characters on both sides alone: most runs of a text end here. */
function mayBegin(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  const before = text.charCodeAt(start - 1);
  const behind = text.charCodeAt(end);
  // A word in katakana by itself is looked at elsewhere.
  if (first >= 0x30a1 && first <= 0x30fc) return JOINS.has(behind);
  // Hiragana: two words, or behind a sign.
  if (isHiragana(first)) return behind === 0x20 || before === 0x20 || before === 0x3a || before === 0x29 || before === 0x09;
  const isHonoured = BEHIND_A_NAME.has(behind) || ENDS_RUN.has(text.charCodeAt(end - 1));
  if (before >= 0x3041) return isHonoured || mayBeBehindColleague(text, start);
  return isHonoured || !isHiragana(behind) || before === 0x20 || before === 0x3a || before === 0x09 || before === 0x0a;
}

/** A first part in kanji is of five characters at most, which may be pairs of units; one in katakana of eight. */
const LONGEST_FIRST_PART = 10;

function hasSpaceWithin(text: string, start: number): boolean {
  for (let at = start + 1; at <= start + LONGEST_FIRST_PART; at++) if (text.charCodeAt(at) === SPACE) return true;
  return false;
}

/** As `LETTER`: by its code where it is one of those that most text is of. */
const isLetter = (code: number): boolean =>
  code < 0x80 ? (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) : (code >= 0x4e00 && code <= 0x9fff) || isHiragana(code) || (code >= 0x30a1 && code <= 0x30f4) || code === 0x30fc || LETTER.test(String.fromCharCode(code));

/** The candidate that begins with the run at `start`. */
export function nameInContext(text: string, start: number, end: number): NameCandidate | undefined {
  if (end - start > LONGEST_RUN + 6) return undefined;
  if (!mayBegin(text, start, end)) return undefined;
  const before = start === 0 ? LINE_FEED : text.charCodeAt(start - 1);
  if (before >= 0x30 && before <= 0x39) return undefined;
  const isBehindKana = isHiragana(before) && before !== 0x304a && before !== 0x3054; // お, ご
  if (isLetter(before) && !isBehindKana && titleBefore(text, start) === undefined) return undefined;
  const alone = loneName(text, start, end) ?? loneSurname(text, start, withoutHonorific(text, start, end));
  if (alone !== undefined) return alone;
  let around: number | undefined;
  const isInHiragana = isHiragana(text.charCodeAt(start));
  for (const pattern of isInHiragana ? OF_HIRAGANA : PATTERNS) {
    if (!isInHiragana && (pattern === SPREAD || pattern === TWO_PARTS) && !hasSpaceWithin(text, start)) continue;
    pattern.lastIndex = start;
    if (!pattern.test(text)) continue;
    const stop = withoutHonorific(text, start, pattern.lastIndex);
    const behind = contextBehind(text, start, stop, pattern.lastIndex);
    if (behind === undefined) continue;
    around ??= isBehindKana ? 0 : LEADER.test(text.slice(Math.max(0, start - 4), start)) ? LED_TO : isNameLabelled(text, start) ? NAME_LABEL : isLabelled(text, start) ? OTHER_LABEL : 0;
    const context = around + behind + (isInHiragana ? 0 : besideTime(text, start, stop) + (isSignature(text, start, stop) ? SIGNED : 0));
    if (isInHiragana && around === 0 && pattern === ONE_IN_HIRAGANA) continue;
    if (context < LEAST_CONTEXT) continue;
    const term = text.slice(start, stop);
    const shape = oddsOfShape(term);
    if (shape === NOBODY || UNNAMED.test(term)) continue;
    const odds = shape + context;
    if (odds >= LEAST) return { start, end: stop, odds: Math.min(odds, MOST) };
  }
  return undefined;
}
const MOST = 3.5;

const INTRODUCED = /^(?:でございます|と申します|ともうします|とい[いう](?:ます|者です|もの)|と言い(?:ます)|(です)(?=[。、\n]))/u;
const GREETING = /お世話|おつかれ|お疲れ|はじめまして|初めまして|こんにちは|こんばんは|おはよう|ご無沙汰|突然の|失礼いたし|失礼し|拝啓|担当の/u;
const GREETING_REACH = 60;
const BY_SURNAME = [-9, 1.1, 1.6, 2.2];

/** A surname or given name by itself: 鎌様 at a letter's head, 四国物産の早乙女でございます, @三上, 湊ちゃん. */
function loneName(text: string, start: number, end: number): NameCandidate | undefined {
  const stop = withoutHonorific(text, start, end);
  if (stop - start > LONGEST_LONE || !mayBeAlone(text, start, stop)) return undefined;
  const payload = lookUp(nameTrie(), text, start, stop);
  const term = text.slice(start, stop);
  const behind = text.slice(stop, stop + 12);
  const before = text[start - 1] ?? "\n";
  const introduced = INTRODUCED.exec(behind);
  if (introduced !== null && /[の、\n 。]/u.test(before) && (wordTier(payload) < 2 || surnameTier(payload) === 3)) {
    if (introduced[1] !== undefined && !isSurelyASurname(payload, term, before) && !GREETING.test(text.slice(Math.max(0, start - GREETING_REACH), start))) return undefined;
    const odds = Math.max(BY_SURNAME[surnameTier(payload)], oddsOfShape(term) + HONOURED);
    return odds >= LEAST ? { start, end: stop, odds: Math.min(odds, MOST) } : undefined;
  }
  if (isSpeaker(text, start, stop, payload)) return { start, end: stop, odds: BY_SURNAME[Math.max(surnameTier(payload), givenTier(payload))] };
  if (UNNAMED.test(term)) return undefined;
  if (/^(?:ちゃん|くん(?![でだじ]))/u.test(behind) && givenTier(payload) > 0 && wordTier(payload) < 3) return { start, end: stop, odds: 0.6 + 0.5 * givenTier(payload) };
  if (givenTier(payload) > 0 && term.length > 1 && wordTier(payload) < 3 && (RELATION_BEHIND.test(behind) || (RELATION_BEFORE.test(text.slice(Math.max(0, start - 8), start)) && (ENDS.test(text[stop] ?? "\n") || text[stop] === " ")))) {
    return { start, end: stop, odds: 0.6 + 0.5 * givenTier(payload) };
  }
  const tier = surnameTier(payload);
  if (tier === 0) return undefined;
  if (tier >= 2 && (wordTier(payload) < 2 || tier === 3) && CLOSING_ABOVE.test(text.slice(Math.max(0, start - 24), start)) && NOTHING_BELOW.test(text.slice(stop, stop + 12))) return { start, end: stop, odds: BY_SURNAME[tier] };
  // 夜勤：石原、木村
  if (before === ":" && tier >= 2 && wordTier(payload) < 2 && ON_SHIFT.test(text.slice(Math.max(0, start - 4), start)) && ENDS.test(behind[0] ?? "\n")) return { start, end: stop, odds: BY_SURNAME[tier] };
  if (before === "@" && tier >= 2 && !/^[\w.@]/u.test(behind)) return { start, end: stop, odds: BY_SURNAME[tier] };
  const isAtLineStart = before === "\n" || /\n[ \t]{1,8}$/u.test(text.slice(Math.max(0, start - 9), start));
  return isAtLineStart && ADDRESSED.test(text.slice(stop, stop + 6)) ? { start, end: stop, odds: BY_SURNAME[tier] } : undefined;
}
/** [10:02] 中川: and, as LINE saves it, 10:02, a tab, まゆみ, a tab: who speaks in a chat. Without brackets a bus may stop there. */
function isSpeaker(text: string, start: number, end: number, payload: number): boolean {
  const isTabbed = text.charCodeAt(end) === 0x09 && text.charCodeAt(start - 1) === 0x09 && !/[\d:]/u.test(text[end + 1] ?? "0");
  if (!(isTabbed || text.charCodeAt(end) === 0x3a) || end - start < 2 || wordTier(payload) >= 2) return false;
  if (surnameTier(payload) < 2 && !(isTabbed && givenTier(payload) >= 2)) return false;
  return (!isPlace(payload) || text[start - 2] === "]") && besideTime(text, start, end) > 0;
}

/** What shift somebody is on. */
const ON_SHIFT = /(?:[日夜]勤|[早遅中]番|当[番直]|[宿日]直|[早遅]出):$/u;

/** 出席します。小柳です。: who says so at a sentence's beginning, where the word is a surname and nothing else. */
const isSurelyASurname = (payload: number, term: string, before: string): boolean => surnameTier(payload) === 3 && wordTier(payload) === 0 && !isPlace(payload) && term.length > 1 && before !== "の" && before !== " ";

/** 勤 番 直 出 */
const ENDS_SHIFT = new Set([0x52e4, 0x756a, 0x76f4, 0x51fa]);

/** What each of the expressions in `loneName` begins or ends with: @, a line's beginning or a relation in front; です, でござ, と申, とも, ちゃ, くん or a bracket behind. */
function mayBeAlone(text: string, start: number, stop: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (before === 0x40 || (before === 0x3a && ENDS_SHIFT.has(text.charCodeAt(start - 2))) || isFirstOnLine(text, start) || isBehindRelation(text, start)) return true;
  const next = text.charCodeAt(stop + 1);
  switch (text.charCodeAt(stop)) {
    case 0x3067: return next === 0x3059 || next === 0x3054;
    case 0x3068: return next === 0x7533 || next === 0x3082;
    case 0x3061: return next === 0x3083;
    case 0x304f: return next === 0x3093;
    case SPACE: return next === 0x28;
    case 0x3a: return before === SPACE || before === 0x09;
    case 0x09: return before === 0x09;
    default: return text.charCodeAt(stop) === 0x28;
  }
}

/** But for spaces before it. */
function isFirstOnLine(text: string, start: number): boolean {
  let at = start - 1;
  while (start - at <= LONGEST_INDENT && (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === 0x09)) at--;
  return at < 0 || text.charCodeAt(at) === LINE_FEED;
}
const LONGEST_INDENT = 24;

/** Whether 妻 or the like stands before the spaces and signs in front. */
function isBehindRelation(text: string, start: number): boolean {
  let at = start - 1;
  if (text.charCodeAt(at) > 0x3a && text.charCodeAt(at) !== 0x30fb) return false;
  while (start - at <= MOST_BETWEEN && BETWEEN_RELATION.has(text.charCodeAt(at))) at--;
  return RELATION_ENDS.has(text.charCodeAt(at));
}
const MOST_BETWEEN = 4;
const BETWEEN_RELATION = new Set([SPACE, 0x3a, 0x30fb]);

/** 花子（妻）, 妻　花子, 長女：花子（8歳） */
const RELATIONS = "妻|夫|父|母|子|本人|長男|次男|二男|三男|長女|次女|二女|三女|祖父|祖母|兄|弟|姉|妹|孫";
const RELATION_ENDS = new Set(RELATIONS.split("|").map((relation) => relation.charCodeAt(relation.length - 1)));
const RELATION_BEHIND = new RegExp(`^ ?\\((?:${RELATIONS})[)・、, ]`, "u");
const RELATION_BEFORE = new RegExp(`(?:^|[^\\p{Script=Han}])(?:${RELATIONS}) ?[ :・]{1,3}$`, "u");
/** Below a mail's last sentence stands who wrote it. */
const CLOSING_ABOVE = /(?:[。!]|ます|さい|ました)[ \t]*\n(?:[ \t]*\n)?[ \t]*$/u;
const NOTHING_BELOW = /^[ \t]*(?:拝)?[ \t]*(?:\n[ \t]*(?:\n|-|=|$)|$)/u;
const LONGEST_LONE = 4;
const ADDRESSED = /^ {0,2}(?:様|さま|さん|殿|先生)[ \t]*(?:[\n、,へ]|$)/u;

const SIGNED = 1;
const SAID = 1.5;
const TIME_BEHIND = /^ {1,4}(?:\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?|(?:午前|午後) ?\d{1,2}:\d{2}|\d{4}[/-]\d{1,2}[/-]\d{1,2} \d{1,2}:\d{2})[ \t]*(?:\n|$)/u;
/** With what Zoom's records of a chat put between the time and the name. */
const TIME_BEFORE = /(?:^|\n)[ \[(]{0,2}(?:\d{4}[/-]\d{1,2}[/-]\d{1,2} )?(?:午前|午後)?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?[\])]?[ \t]{1,4}(?:(?:開始|From) {1,3})?$/u;

/** Who says something in a chat: a name and a time at a line's beginning. */
function besideTime(text: string, start: number, end: number): number {
  const isFirst = start === 0 || text[start - 1] === "\n";
  if (isFirst) return TIME_BEHIND.test(text.slice(end, end + 28)) ? SAID : 0;
  return /[ \t]/u.test(text[start - 1]) && /^(?:[\t:\n]| {2}| ?\(| to )/u.test(text.slice(end, end + 4)) && TIME_BEFORE.test(text.slice(Math.max(0, start - 32), start)) ? SAID : 0;
}

/** A line of its own below an empty one, at the end of a mail, before what it quotes, or above how to reach somebody. Between headings that stand alone, too, there are empty lines. */
function isSignature(text: string, start: number, end: number): boolean {
  const above = text.slice(Math.max(0, start - 24), start);
  if (!/\n[ \t]*\n[ \t]*$/u.test(above)) return false;
  const behind = text.slice(end, end + SIGNATURE_REACH);
  return SIGNATURE_ENDS.test(behind) || (NOTHING_BEHIND.test(behind) && ENDS_MESSAGE.test(above));
}
const NOTHING_BEHIND = /^[ \t\n]*$/u;
/** Its last sentence, or what letters close with. */
const ENDS_MESSAGE = /(?:[。.!?、,…~♪☆)]|[すたい]|敬具|以上|草々|かしこ|拝|記)\s+$/u;
const SIGNATURE_ENDS = /^[ \t]*(?:\n[ \t\n]{0,12}(?:[-=_*~>━─－＝＊|]|On |TEL|Tel|tel|FAX|Fax|E-?mail|Mail|携帯|電話|内線|〒|PS|P\.S|追伸|From:|差出人|送信|日時|Date|(?:19|20)\d\d|令和|平成|[^\n]{0,40}(?:@|株式会社|有限会社|合同会社|\d{2,4}-\d{2,4}-\d)))/u;
const SIGNATURE_REACH = 64;

/** 仕様, 宮殿, 摂氏, 諸君 */
const ENDS_LIKE_ONE = /(?:[仕多同模一各異左有両文紋態今別逆]様|[宮御神本貴沈別寝拝昇]殿|[摂華源平某同両各諸姓]氏|[諸主名暴]君)$/u;

/** 張麗様: the honorific is of the same characters. */
function withoutHonorific(text: string, start: number, end: number): number {
  if (!ENDS_RUN.has(text.charCodeAt(end - 1))) return end;
  if (ENDS_LIKE_ONE.test(text.slice(Math.max(start, end - 2), end))) return end;
  const match = HONORIFIC_IN_RUN.exec(text.slice(Math.max(start + 1, end - 3), end));
  if (match === null) return end;
  // 佐 藤 花 子 殿: all of it is spread.
  let stop = end - match[0].length;
  while (stop > start && text.charCodeAt(stop - 1) === 0x20) stop--;
  return stop;
}

/** 佐藤花子(6年1組), 佐藤花子(高松市): whose class, school or town stands behind the name. */
const BELONGS = /^ ?\((?:[小中高]?\d年|[小中高]\d\)|\d歳|年[長中少]|[^()\n]{1,6}(?:市|町|村|区|小|中|高|校|園|組|支部|地区|在住)\))/u;
const OF_A_CLASS = 1.5;
/** 受付……佐藤花子 */
/** A party to a contract: 佐藤花子(以下「甲」という。) */
const PARTY = /^ ?\(以下,? ?「/u;
const LEADER = /(?:…|‥|・{3}|\.{3}|-{2}) ?$/u;
const LED_TO = 1;
/** パク・ソヨン(PARK SOYEON、: as the passport has it. */
const PASSPORT = /^ ?\([A-Z]{2,}(?: [A-Z]{2,}){1,4}[、,)]/u;
const ENDS = /[\n\t,、|;"'()<>「」』】\]}/。]/u;
const STAMP = /^ {0,6}(?:印|㊞|\(印\)|\(自署\)|\(署名\))/u;
const HONORIFIC_BEHIND = /^ {0,6}(?:様|殿|氏|先生|君|女史)(?![\p{Script=Han}ぁ-ゖァ-ヴ々])/u;
const SAN_BEHIND = /^(?:(?:さん|さま(?!ざま)|くん|ちゃん)(?!い)| {1,2}(?:さん|さま|くん|ちゃん)(?![ぁ-ゖ](?<![はがのにをとも])))/u;

/** Beyond ASCII, what a name's context begins with: さん, くん, ちゃん, an honorific, a stamp, a sign that ends a field; in ASCII the signs among letters. */
const BEGINS_CONTEXT = new Set(Array.from("さくち様殿氏先君女印㊞、<>「」』】]}。|;", (char) => char.charCodeAt(0)));

/** Log odds from what stands behind; undefined where the term goes on. */
function contextBehind(text: string, start: number, end: number, patternEnd: number): number | undefined {
  if (end < patternEnd) return HONOURED;
  const code = end < text.length ? text.charCodeAt(end) : LINE_FEED;
  const title = titleAt(text, end);
  // Nothing that is looked for below begins so: most runs of a sentence go on.
  if (title === undefined && (code >= 0x80 || (code >= 0x30 && code !== 0x3a && code !== 0x3c)) && !BEGINS_CONTEXT.has(code)) return undefined;
  const behind = text.slice(end, end + 12);
  if (HONORIFIC_BEHIND.test(behind)) return HONOURED;
  if (SAN_BEHIND.test(behind) && (code === SPACE || kanaHonorificAt(text, end))) return ADDRESSED_BY_SAN;
  const char = text[end] ?? "\n";
  if (title !== undefined && title.length > 1) return FILLS;
  // A label, unless somebody speaks there or how to reach them follows.
  if (char === ":" && contactBehind(text, end) === 0 && !TIME_BEFORE.test(text.slice(Math.max(0, start - 32), start))) return undefined;
  if (!ENDS.test(char) && char !== " " && char !== ":" && !STAMP.test(behind)) return undefined;
  if (char === " " && /^ (?! )[\p{Script=Han}ぁ-ゖァ-ヴー々]/u.test(behind) && !STAMP.test(behind)) return contactBehind(text, end) || undefined;
  const bracket = bracketAfter(text, end);
  return contactBehind(text, end) + (bracket === undefined ? (BELONGS.test(behind) || PARTY.test(behind) || PASSPORT.test(behind) ? OF_A_CLASS : 0) : BRACKET) + (fillsField(text, start, end) ? FILLS : 0);
}
