/**
 * A surname by itself, where what stands beside it says what somebody does or did: 作成：工藤, （記：甲斐）, 福祉課 本間、, 谷口Dr, さくらちゃん（山口）, and
 * 回覧順　田口→古賀→小松. Names of places and words need more than that.
 */
import { isKanji } from "../../src/text/characters.js";
import type { NameCandidate } from "./kanji-names.js";
import { titleBefore } from "./name-cues.js";
import { isPlace, nameTrie, surnameTier, wordTier } from "./name-dictionary.js";
import { lookUp } from "./trie.js";

/** Log odds by the tier of the surname. */
const BY_SURNAME = [-9, -9, 1.5, 2.2];
const LONGEST = 4;
const REACH = 16;
const CONTACT_REACH = 28;

/** What one does to a record, a call or a shift. Behind the bare word stands its date or its place as well, so that a colon is asked for. */
const DEEDS = "記|文責|作成|記入|記載|記録|入力|起案|起票|報告|投稿|発信|送信|応対|対応|受電|受付|訪問|面接|聴取|確認|点検|検温|承認|照査|検印|引率|同行|添乗|指導|教育|担当|代筆|代理|同席|面接官|面接者|世話人|幹事|承認|決裁|会計|受領|引渡|立会|申出|通報|聞き手|話し手|当直|宿直|日直|当番|日勤|夜勤|早番|遅番|遅出|早出|明け|休み|公休|有休|欠勤|運転|補助|撮影|司会|進行|上長|上司|部下|先輩|後輩|リーダー|サブ|チーフ|相談員|ケアマネ|ヘルパー|ドライバー|キャプテン|コーチ|マネージャー";
const BEHIND_DEED = new RegExp(`(?:^|[\\n\\t ,、。・/|(\\[【<])(?:(?:${DEEDS})(?:者|人|員|係|担当|担当者)?[\\])】>]? ?:|(?:${DEEDS}|受けた|書いた|出した|届け|見つけた)(?:者|人)[\\])】>]?) {0,3}$`, "u");
/** 福祉課 本間, 営業 西田: where one works. */
const BEHIND_OFFICE = /(?:[課係部室班科局]|営業|総務|経理|人事|広報|事務|[民児生衛防役]\S{0,6}委員|訪問(?:看護|介護|入浴|リハビリ)|福祉用具|療法士|薬剤師|栄養士|看護師|介護士|保健師|保育士|相談員|従業員|社員|職員|[店弊当]員) {1,2}$/u;
const ENDS = new Set("\n\t,、。・/|)」] ");
/** 谷口Dr, 森Ns, 田中コーチ: titles that are not of kanji. */
const TITLE_BEHIND = /^ ?(?:Dr|DR|Ns|NS|PT|OT|ST|CM|CW|SW|MSW|PSW|SV|PM|PL|GM|TL|MGR|ドクター|ナース|コーチ|マネージャー|マネジャー|リーダー|チーフ|ディレクター|キャプテン|オーナー|シェフ|ヘルパー|ケアマネ|インストラクター|トレーナー)(?![A-Za-zァ-ヴー])/u;
/** 隊長 遠藤, 舎監 清水, 担当衛生士　安部: nobody but a person stands behind these. */
const BEHIND_ROLE = /(?:[隊班組寮団艇機船]長|舎監|寮監|世話人|機関員|乗務員|指導員|支援員|調査[員役]|警備員|作業員|配達員|衛生士|救命士|整備士|介助士|聞き手|語り手|話し手|夜勤|日勤|当直|宿直|担任|操縦士|航海士|運転[士手]|サ責) {1,2}$/u;
/** Dr 桑原, Ns 池田, MSW渡辺: how a ward calls those who work there. */
const BEHIND_LATIN_ROLE = /(?:^|[^A-Za-z])(?:Dr|DR|Ns|NS|DH|DA|PT|OT|ST|MSW|PSW|CM|CW|CP|SV|SW)[.:]? {0,2}$/u;
/** （サービス 尾崎）, （阿部扱い）, （齊藤受）, （新姓 牧野）, （雨宮と名乗った） */
const IN_A_NOTE = /\([\p{Script=Han}ァ-ヴー]{2,8} $/u;
const MAIDEN = /(?:[旧新]姓)[ :]{0,2}$/u;
/** 名, 申, い, 言 */
const CALLS = new Set([0x540d, 0x7533, 0x3044, 0x8a00]);
const CALLS_HIMSELF = /^と(?:名乗|申す|いう(?:者|人|方|男|女)|言う(?:者|人|方))/u;
/** 発見者は同課の沼田。友人の堀内が: whose colleague or friend. */
const BEHIND_COLLEAGUE = /(?:同[課部係室班社店僚期]|部下|上司|先輩|後輩|相方|友人|知人|親友|同級生)の$/u;
/** The last of each, before の. */
const COLLEAGUE_ENDS = new Set(Array.from("課部係室班社店僚期下司輩方人友生", (char) => char.charCodeAt(0)));
const NO = 0x306e;

/** Whether 同僚の or the like may stand before `start`. */
export const mayBeBehindColleague = (text: string, start: number): boolean => text.charCodeAt(start - 1) === NO && COLLEAGUE_ENDS.has(text.charCodeAt(start - 2));
/** さくらちゃん（山口）: which of those who are called so. */
const BEHIND_CHILD = /(?:ちゃん|くん|君|さん) ?\($/u;
/** ②井川（080-…）, 植松（自宅 0859-…）: how to reach him, and nobody's office. */
const IN_BRACKETS = /^\((?:自宅|携帯|実家|本人|父|母|TEL|Tel|電話)?[ :]{0,2}(?:0[5-9]0-?\d{4}-?\d{4}|0\d{1,4}-\d{1,4}-\d{3,4})\)/u;
const PRIVATE_IN_BRACKETS = /^\((?:(?:自宅|携帯|実家|父|母)[ :]{0,2}0\d|0[6-9]0-?\d{4}-?\d{4}\))/u;
const SPACED_HONORIFIC = /^ {1,3}(?:様|殿)(?![\p{Script=Han}ァ-ヴ々])/u;
const BEFORE_ADDRESSEE = /(?:[\nの、(/→ ]|^)$/u;
/** …お願いします。石井 and an empty line. */
const SIGNED_OFF = /^[ \t]*\n[ \t]*(?:\n|$|-|_|>)/u;

/** Whether anything that `loneSurname` looks for can stand here: asked of every run. */
export function mayBeLoneSurname(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST) return false;
  const before = text.charCodeAt(start - 1);
  if (before >= 0x48 && before <= 0x77 && end - start > 1 && BEHIND_LATIN_ROLE.test(text.slice(Math.max(0, start - 5), start))) return true;
  if (before === 0x3a || before === 0x20 || before === 0x28 || before === 0x3002 || before === 0x5d || mayBeBehindColleague(text, start)) return true;
  const behind = text.charCodeAt(end);
  return behind === 0x20 || behind === 0x28 || behind === 0x29 || (behind === 0x3068 && CALLS.has(text.charCodeAt(end + 1))) || behind === 0x2192 || behind === 0x21d2 || behind === 0x30fb || behind === 0x3001 || behind === 0x2f || (behind >= 0x43 && behind <= 0x54) || (behind >= 0x30a1 && behind <= 0x30fa);
}

/** The surname in [start, end), where its neighbourhood says that it is one. @param text normalised; a run of kanji */
export function loneSurname(text: string, start: number, end: number): NameCandidate | undefined {
  if (!mayBeLoneSurname(text, start, end)) return undefined;
  const payload = lookUp(nameTrie(), text, start, end);
  const tier = surnameTier(payload);
  if (tier < 2) return undefined;
  const found = (odds: number): NameCandidate => ({ start, end, odds });
  const isSurnameFirst = tier === 3 ? wordTier(payload) < 3 || end - start > 1 : wordTier(payload) < 2;
  if (!isSurnameFirst) return undefined;
  const before = text.slice(Math.max(0, start - REACH), start);
  const behind = text.slice(end, end + REACH);
  const isEnd = end >= text.length || ENDS.has(text[end]);
  if (isEnd && BEHIND_DEED.test(before)) return found(BY_SURNAME[tier]);
  if (TITLE_BEHIND.test(behind)) return found(BY_SURNAME[tier]);
  if (text[end] === ")" && BEHIND_CHILD.test(before)) return found(BY_SURNAME[tier]);
  if (SPACED_HONORIFIC.test(behind) && BEFORE_ADDRESSEE.test(before)) return found(BY_SURNAME[tier]);
  if (isEnd && end - start > 1 && (tier === 3 || !isPlace(payload)) && (BEHIND_ROLE.test(before) || BEHIND_LATIN_ROLE.test(before))) return found(BY_SURNAME[tier]);
  if (text[end] === ")" && !isPlace(payload) && end - start > 1 && (IN_A_NOTE.test(before) || MAIDEN.test(before))) return found(BY_SURNAME[tier]);
  if (mayBeBehindColleague(text, start) && !isPlace(payload) && end - start > 1 && BEHIND_COLLEAGUE.test(before) && GOES_ON.test(text.slice(end, end + 3))) return found(BY_SURNAME[tier]);
  if (CALLS_HIMSELF.test(behind) && end - start > 1 && (tier === 3 || !isPlace(payload))) return found(BY_SURNAME[tier]);
  if (text[end] === "(" && end - start > 1 && (isPlace(payload) ? PRIVATE_IN_BRACKETS : IN_BRACKETS).test(text.slice(end, end + CONTACT_REACH))) return found(BY_SURNAME[tier]);
  if (text[start - 1] === "。" && tier === 3 && end - start > 1 && SIGNED_OFF.test(behind)) return found(BY_SURNAME[tier]);
  if (isEnd && !isPlace(payload) && end - start > 1 && BEHIND_OFFICE.test(before) && !/^ {1,2}[\p{Script=Han}ぁ-ゖァ-ヴ]/u.test(behind)) return found(BY_SURNAME[tier] - 0.4);
  return startsSurnameList(text, start, end) || isAmongMarked(text, start, end) ? found(BY_SURNAME[tier]) : undefined;
}

const MARKS = "○×△●◎✕◯";
const AMONG_REACH = 60;
const MARKED = /[○×△●◎✕◯] ?([\p{Script=Han}々]{1,4})(?=[ \n(（]|$)/gu;
const LEAST_MARKED = 3;

/** ○ 岸 ○ 澤田 × 今村（出張）: who is there and who is not. */
function isAmongMarked(text: string, start: number, end: number): boolean {
  const mark = text[start - 1] === " " ? text[start - 2] : text[start - 1];
  if (mark === undefined || !MARKS.includes(mark)) return false;
  let names = 0;
  let sure = 0;
  for (const [, word] of text.slice(Math.max(0, start - AMONG_REACH), end + AMONG_REACH).matchAll(MARKED)) {
    const payload = lookUp(nameTrie(), word, 0, word.length);
    if (surnameTier(payload) < 2) return false;
    names++;
    if (!isPlace(payload) && wordTier(payload) < 2) sure++;
  }
  return names >= LEAST_MARKED && sure * 2 >= names;
}

const JOINS = new Set("→⇒、・/");
/** Before a list of people, on its line or as its heading; behind it, what is said of so many of them. */
const PEOPLE_BEFORE = /(?:回覧順|連絡[網順]|順番|当番|日直|担当|係|班|組|欠席|出席|参加|不参加|遅刻|早退|出勤|休暇|有給|公休|夜勤|日勤|早番|遅番|幹事|委員|役員|選手|部員|会員|メンバー|宛先|宛|CC|Cc|cc|To|関係者|同行|引率|面々|バッテリー|投手|捕手|先発|出場|代打)[^\n、]{0,10}$/u;
const PEOPLE_BEHIND = /^(?:の(?:\d{1,2}|[二三四五六七八九十両])[人名氏]|[ (]?(?:\d{1,2}|[二三四五六七八九十])名|各氏|両氏|ら(?!れ)|さん|様|君)/u;
const PASSED_ON = /(?:回覧順?|連絡[網順]|申し送り順)[^\n、]{0,6}$/u;
const LEAST_ITEMS = 3;
const ARROWS = "→⇒";
const MOST_ITEMS = 40;
const LINE_REACH = 24;

/** 回覧順　田口→古賀→小松: three surnames and more, most of them no places, with a word for people before or behind. */
function startsSurnameList(text: string, start: number, end: number): boolean {
  const separator = text[end] ?? "";
  if (!JOINS.has(separator) || JOINS.has(text[start - 1] ?? "\n")) return false;
  let items = 0;
  let sure = 0;
  let at = start;
  let stop = start;
  while (items < MOST_ITEMS) {
    stop = at;
    while (stop - at <= LONGEST && isKanji(text.charCodeAt(stop))) stop++;
    const payload = stop > at ? lookUp(nameTrie(), text, at, stop) : 0;
    if (surnameTier(payload) < 2) break;
    items++;
    if (surnameTier(payload) === 3 && !isPlace(payload) && wordTier(payload) < 3) sure++;
    if (text[stop] !== separator) break;
    at = stop + 1;
  }
  // 夜→朝　水卜→秋山: who takes over from whom.
  if (items === 2 && sure === 2 && ARROWS.includes(separator) && stop - start > LEAST_ITEMS) return true;
  // 連絡網　東→鈴木→南→北: arrows behind such a heading join people only, whatever else they are called after.
  if (items >= LEAST_ITEMS && sure > 0 && ARROWS.includes(separator) && PASSED_ON.test(text.slice(Math.max(0, start - LINE_REACH), start))) return true;
  if (items < LEAST_ITEMS || sure * 2 < items || sure < 2) return false;
  return PEOPLE_BEHIND.test(text.slice(stop, stop + REACH)) || PEOPLE_BEFORE.test(text.slice(Math.max(0, start - LINE_REACH), start));
}


/** 看護師飯田（経験1年）, 養護教諭澤田が, 調査役川野・: a title, and the surname right behind it. @param text normalised; a run of kanji */
export function surnameBehindTitle(text: string, start: number, end: number): NameCandidate | undefined {
  if (end - start < SHORTEST_TITLED || (end < text.length && !BEGINS_BEHIND_TITLED.has(text.charCodeAt(end)))) return undefined;
  for (let at = end - 2; at > end - LONGEST && at >= start + 2; at--) {
    const title = titleBefore(text, at);
    if (title === undefined || title.length < 2 || at - title.length < start) continue;
    const payload = lookUp(nameTrie(), text, at, end);
    const tier = surnameTier(payload);
    if (tier >= 2 && !isPlace(payload) && wordTier(payload) <= (tier === 3 ? 1 : 0) && BEHIND_TITLED.test(text.slice(end, end + 3))) return { start: at, end, odds: BY_SURNAME[tier] };
  }
  return undefined;
}
const SHORTEST_TITLED = 4;
const BEGINS_BEHIND_TITLED = new Set(Array.from("(（)、。・\n/がはものにをとへよか", (char) => char.charCodeAt(0)));
const BEHIND_TITLED = /^(?:$|[(（)、。・\n/]|が|は|も|の|に|を|と|へ|より|から)/u;

/** What a firm says of its own people: 弊社藤田より, 弊社の藤田が, 当社従業員 中西の. */
const OURS = ["弊社", "当社", "小社", "弊店", "弊所", "当院", "当店"];
const BEHIND_OURS = /^(?:の|社員|従業員|職員|スタッフ|担当者?|営業|技術|所属)*の? ?/u;
const GOES_ON = /^(?:より|から|まで|が|は|も|へ|の|に|を|と|宛|あて|まで| の| が| は|[)、。]|$)/u;
const MOST_OF_OURS = 200;

/** Surnames behind 弊社 and the like, wherever they stand in the text. */
export function ourPeople(text: string, isFree: (start: number, end: number) => boolean): NameCandidate[] {
  const found: NameCandidate[] = [];
  for (const word of OURS) {
    let at = text.indexOf(word);
    for (let count = 0; at >= 0 && count < MOST_OF_OURS; count++, at = text.indexOf(word, at + word.length)) {
      const start = at + word.length + (BEHIND_OURS.exec(text.slice(at + word.length, at + word.length + REACH))?.[0].length ?? 0);
      let end = start;
      while (end - start <= LONGEST && isKanji(text.charCodeAt(end))) end++;
      if (end - start < 1 || end - start > LONGEST - 1) continue;
      const payload = lookUp(nameTrie(), text, start, end);
      const tier = surnameTier(payload);
      if (tier < 2 || isPlace(payload) || wordTier(payload) > (tier === 3 ? 2 : 0) || !GOES_ON.test(text.slice(end, end + 3)) || !isFree(start, end)) continue;
      found.push({ start, end, odds: BY_SURNAME[tier] });
    }
  }
  return found;
}
