/**
 * Whether to be among a message's recipients says something of a person that the law protects more than the rest: health, creed, crime,
 * public assistance (Act on the Protection of Personal Information, Art. 2(3); GDPR Art. 9 and 10). The message's own words decide: its
 * subject, the names of its sender, groups and lists, and what its body calls those it addresses.
 */
import type { MessageSegment } from "../../src/contract.js";
import { normalize } from "../../src/text/normalize.js";
import { listNames } from "./mailing-lists.js";

/** Whoever is written to by these, or about these, is known for it. */
const ANYWHERE = [
  // People by their illness or care.
  "患者(?![数層像向])|患者会|家族会|当事者会|自助(?:会|グループ)|断酒会|透析|術後|不妊治療|体外受精|(?:妊|産)婦|妊婦健診|母親学級|がんサバイバー|がん(?:検診|相談|患者)|乳がん|胃がん|大腸がん|肺がん|子宮(?:頸|頚)?がん|前立腺|肝炎|HIV|エイズ|性感染症|梅毒|結核|認知症|うつ病|統合失調症|双極性|発達障害|依存症|摂食障害|ひきこもり|不登校|自死遺族",
  "(?:診察|受診|通院|外来|検診|健診|内視鏡|カウンセリング)(?:の?ご?予約|日のお知らせ|のご案内|結果|券)|(?:血液|遺伝子|抗体|抗原|PCR|HIV|精密|出生前)検査|要(?:精密検査|再検査|治療)|陽性(?:者|と判定|の方)|ストレスチェック結果|健康診断(?:の?結果|再検査)|特定保健指導|産業医面談",
  "障(?:害|がい)者(?:手帳|雇用|支援|就労|向け|の(?:方|皆))|(?:身体障害者|療育|精神障害者保健福祉)手帳|要介護|要支援認定|生活保護|就労継続支援|放課後等デイ",
  // Creed, party, union, life.
  "信徒|信者|檀家|檀信徒|教会員|礼拝|洗礼|党員|党支部|労働組合|LGBTQ?|性的マイノリティ|性的少数者|トランスジェンダー",
  // Crime: those who did it and those it was done to.
  "犯罪被害者|被害者(?:の会|の皆|支援)|DV(?:被害|相談|支援)|性(?:犯罪|暴力)被害|保護観察|更生保護|出所者|薬物(?:依存|乱用者)",
].join("|");
const ANYWHERE_ENGLISH =
  "\\b(?:patients?(?! (?:care system|portal release))|support group|survivors? of|cancer (?:support|survivors?|patients?|screening)|hiv|aids (?:clinic|support)|dialysis|oncology|fertility clinic|ivf|psychiatr\\w{1,6}|mental health (?:clinic|support|group)|addiction|alcoholics anonymous|(?:aa|na) meetings?|narcotics anonymous|rehab(?:ilitation)? (?:group|clinic)|std clinic|sexual health|prenatal|your (?:diagnosis|test results?|appointment with dr)|disability (?:group|members)|transgender|lgbt\\w{0,3}|parishioners?|congregation|mosque|synagogue|union members?|party members?|domestic violence|abuse (?:victims?|survivors?)|parole|probation office)\\b";

/** Who treats, cures or prays; as a sender or a list, not as a word of a sentence. */
const NAMES =
  "クリニック|病院|医院|診療所|心療内科|精神科|神経科|婦人科|産婦人科|産科|泌尿器科|肛門科|腫瘍内科|保健所|保健センター|訪問看護|透析センター|がんセンター|助産院|カウンセリング(?:ルーム|センター)|教会|教団|寺院|法律事務所|地域包括支援";
const NAMES_ENGLISH = "\\b(?:clinic|hospital|hospice|medical cent(?:er|re)|church|ministry of|rehab)\\b";

/** What only the body says, of those it speaks to. */
const SAID_TO_READERS =
  "ご来院|(?:次回|前回)の(?:診察|受診|透析|カウンセリング|検査)|(?:受診|通院|入院|服薬)(?:いただ|され(?:た|て)|中の)|治療を(?:受け|され|中の)|診断(?:を受け|され)た(?:方|皆)|検査の?結果(?:、|が|は)?(?:陽性|要)|(?:患者|信徒|信者|檀家|党員|組合員|ご遺族|被害者)(?:の?(?:皆様|皆さま|みなさま|各位|方々)|様各位)";
const SAID_TO_READERS_ENGLISH = "\\b(?:dear patients?|our patients|your (?:next )?(?:appointment at the clinic|treatment|chemotherapy|therapy session)|you (?:have been|were) diagnosed)\\b";

/** UTF-16 units at the body's beginning: whom it addresses and why is said on the first page. */
const OPENING = 2_000;

let anywhere: RegExp | undefined;
let names: RegExp | undefined;
let said: RegExp | undefined;

export function isSensitive({ subject, body, from, visible, headers }: Pick<MessageSegment, "subject" | "body" | "from" | "visible" | "headers">): boolean {
  anywhere ??= new RegExp(`${ANYWHERE}|${ANYWHERE_ENGLISH}`, "iu");
  names ??= new RegExp(`${NAMES}|${NAMES_ENGLISH}`, "iu");
  said ??= new RegExp(`${SAID_TO_READERS}|${SAID_TO_READERS_ENGLISH}`, "iu");
  const groups = new Set(visible.map(({ group = "" }) => group));
  const called = plain([...groups, ...listNames({ headers }), ...from.map(({ name }) => name)].join("\n"));
  return anywhere.test(called) || names.test(called) || anywhere.test(plain(subject)) || said.test(plain(unquoted(body.slice(0, OPENING))));
}

const plain = (text: string): string => normalize(text.slice(0, 4 * OPENING)).text;

const QUOTED = /^\s{0,4}[>|＞]/u;

const unquoted = (text: string): string => text.split(/\r\n|\r|\n/u).filter((line) => !QUOTED.test(line)).join("\n");
