/** Dates that are births because of the name they stand beside. */
import { labelBefore, labelPattern } from "../shared/labels.js";
import { judgePersonName } from "../shared/person-name.js";

/** 佐藤花子(H30.3.3): who is told apart by when he was born. Dates of this calendar only, unless he is addressed: authors and editors put those of the other behind their names. */
const NAME_BEFORE = /(?:^|[^\p{Script=Han}々])([\p{Script=Han}々]{1,4} ?[\p{Script=Han}々ぁ-ゖァ-ヴー]{1,6}(?: [様殿])?) ?\($/u;
const HONORIFIC = / ?(?:様|殿|さん|さま)$/u;
const OF_AN_ERA = /^[明大昭平MTSH]/u;
const NAME_REACH = 18;

/** 申込人 大平伸一郎: the first of the two may be what he is. */
const isName = (name: string): boolean => judgePersonName(name) >= SURELY || (name.includes(" ") && judgePersonName(name.replace(/^.* /u, "")) >= SURELY);
const SURELY = 0.7;

export function isBehindName(text: string, start: number, after: string): boolean {
  if (text[start - 1] !== "(" || !after.startsWith(")")) return false;
  const name = NAME_BEFORE.exec(text.slice(Math.max(0, start - NAME_REACH), start))?.[1];
  if (name === undefined || (!HONORIFIC.test(name) && !OF_AN_ERA.test(text.slice(start, start + 1)))) return false;
  return isName(name.replace(HONORIFIC, ""));
}

/** 佐藤花子(82) S17.6.26, 佐藤花子様 昭和17年6月26日: rosters of the old put it right behind the name, and nothing that happened is said of the day. */
const NAME_AND_AGE_BEFORE = /(?:^|[^\p{Script=Han}々])([\p{Script=Han}々]{1,4} ?[\p{Script=Han}々ぁ-ゖァ-ヴー]{1,5})(?: ?(?:様|さん|氏|殿|君))? ?(?:\( ?満?\d{1,3}[歳才]? ?\)|(?= |\t))[ \t,、]{1,4}$/u;
const NAME_AND_AGE_REACH = 40;
const ENDS_ENTRY = /^ ?(?:$|[\n\t,、|/]| {1,4}(?=[\n〒(\d]|\p{Script=Han}{2,3}[都道府県市郡])|\((?:満 ?)?\d)/u;

/** 西美音 H26.12.3 保護者裕子, 吉岡 騎士 H22.6.3 小2: a child's, by who or what stands behind it. */
const OF_A_CHILD = /^ {1,3}(?:保護者|[小中高]\d|年[長中少]|[男女](?=[ \n]|$))/u;

export function isBehindNameInList(text: string, start: number, after: string, year: number): boolean {
  const ofAChild = OF_AN_ERA.test(text[start]) && OF_A_CHILD.test(after);
  if (ofAChild) return /^ {1,3}保護者/u.test(after) || isBehindNameOfList(text, start);
  if (year > LAST_OF_THE_OLD || !" \t,、".includes(text[start - 1] ?? "-") || !ENDS_ENTRY.test(after)) return false;
  return isBehindNameOfList(text, start);
}

/** 玉城翔太（タマキ ショウタ） */
const ITS_READING = /\([ァ-ヴー ]{4,16}\)/u;

function isBehindNameOfList(text: string, start: number): boolean {
  const name = NAME_AND_AGE_BEFORE.exec(text.slice(Math.max(0, start - NAME_AND_AGE_REACH), start).replace(ITS_READING, ""))?.[1];
  return name !== undefined && isName(name);
}
/** 藤原恵(フジワラ エミ)1970/10/15, さの あすか 佐野 明日香 H3.2.12: a name and its reading are a register's, which has the day of birth next. */
const READ_BEFORE = /(?:([\p{Script=Han}々ァ-ヴーぁ-ゖ・ ]{2,12}) ?\((?:[ァ-ヴー]{2,7} ?[ァ-ヴー]{2,8}|[ぁ-ゖー]{2,7} ?[ぁ-ゖー]{2,8})\)|(?:^|[\n\d.①-⑳] ?)(?:[ァ-ヴー]{1,7} [ァ-ヴー]{2,8}|[ぁ-ゖー]{1,7} [ぁ-ゖー]{2,8})[ \t]{1,4}([\p{Script=Han}々]{1,4} ?[\p{Script=Han}々ぁ-ゖァ-ヴー]{1,5}))[ \t]{0,4}$/u;
/** サオトメ ナオミ様 昭42.09.24 〒820-0605: the reading alone, and how to reach him behind. */
const ADDRESSED_BY_READING = /[ァ-ヴー]{1,8} [ァ-ヴー]{2,8} ?(?:様|さま|さん|殿)[ \t]{1,4}$/u;
const REACHED_BEHIND = /^[ \t]{1,4}(?:〒|0\d{1,4}-|TEL|Tel|\p{Script=Han}{2,3}[都道府県市])/u;

/** Whether a name with its reading stands right before; what happened on the day is said of no such date. */
export function isBehindReading(text: string, start: number, after: string): boolean {
  const before = text.slice(Math.max(0, start - NAME_AND_AGE_REACH), start);
  if (ADDRESSED_BY_READING.test(before)) return OF_AN_ERA.test(text[start]) && REACHED_BEHIND.test(after);
  if (!OF_AN_ERA.test(text[start]) && Number(text.slice(start, start + 4)) > LAST_BESIDE_READING) return false;
  return READ_BEFORE.test(before) && /^(?:[ \t\n,、)(]|$)/u.test(after) && !HAPPENED.test(after.slice(0, 12));
}
const LAST_BESIDE_READING = 2012;
const HAPPENED = /採用|就任|任命|着任|取得|合格|受講|発行|予約|面[談接]|契約|入[会社学所居院職]|退[会社学所居院職]|加入|登録|受付|申込|更新|来[店院]|初診|付|現在|逝去|死亡|没|開[店業催始会館]|創[業立刊]|設立|終了|納品|発[売表行]|撮影|作成|制作|改[訂定]|竣工|完成|落成|建立|初演|出版|刊|寄贈|奉納|受賞|優勝|放送|公開/u;

/** Last year of Showa: later dates beside a name are often of entry or of office. */
export const LAST_OF_THE_OLD = 1989;

/** 千葉絵理子さま 1982/5/25 080-…, 丸山キヨ 89歳♂ S10.10.8, 〃 西川直美 (夜勤)S58.9.25: what may stand between a name and the day. */
const NAME_AND_NOTE_BEFORE = /(?:^|[^\p{Script=Han}々ァ-ヴーぁ-ゖ])([\p{Script=Han}々]{1,4} ?[\p{Script=Han}々ぁ-ゖァ-ヴー]{1,5}?(?: [\p{Script=Han}々ぁ-ゖァ-ヴー]{1,5}?)?|[ァ-ヴー]{2,6} [ァ-ヴー]{2,6})(?: ?(?:様|さん|さま|氏|殿|君|くん|ちゃん))?(?:[ \t]{1,4}(?:\d{1,3}[歳才]?)?[♂♀男女])?(?: {0,4}\([\p{Script=Han}ァ-ヴー]{1,6}\))?[ \t,、]{0,4}$/u;
/** How to reach somebody, on the rest of the line: a telephone number, a postal code, a mailbox, an address. */
const CONTACT_BEHIND = /^[ \t,、/|♥☎℡:)\p{Script=Han}ァ-ヴーA-Za-z]{1,12}(?:0\d{1,4}[-( ]|0[789]0\d{8})|^[^\n]{0,12}(?:〒|℡|☎|TEL|[\w.]@\w)|^[ \t,、]{1,4}(?:\p{Script=Han}{2,3}[都道府県]|\p{Script=Han}{1,5}[市区郡])\p{Script=Han}/u;
const BEGINS_ENTRY = /^(?:$|[ \t\n,、|/♥☎℡])/u;
const HAPPENED_BEFORE = /(?:採用|就任|着任|任命|取得|合格|受講|入[会社学所居院職]|退[会社学所居院職]|登録|受付|申込|更新|予約|契約|結婚|逝去|死亡|没)[日年 ]{0,3}$/u;
/** Later ones are as often the day of a visit or of entry. */
const LAST_WITH_CONTACT = 2012;

/** A day right behind a name with how to reach that person behind it, or so old that nothing else of a person is kept with it. */
export function isWithContact(text: string, start: number, after: string, year: number): boolean {
  if (year > LAST_WITH_CONTACT || !BEGINS_ENTRY.test(after) || HAPPENED.test(after.slice(0, 12))) return false;
  const before = text.slice(Math.max(0, start - NAME_AND_AGE_REACH), start);
  if (HAPPENED_BEFORE.test(before) || !(year <= LAST_OF_THE_OLD || CONTACT_BEHIND.test(after))) return false;
  const name = NAME_AND_NOTE_BEFORE.exec(before)?.[1];
  return name !== undefined && isName(name);
}

/** 氏名　生年月日 as a heading over lines whose columns are parted by single spaces. */
const HEADING = /(?:氏名|名前|姓名|フリガナ|ふりがな|カナ)(?:\([^()\n]{1,8}\))?[ \t|]{1,8}生年月日/u;
const HEADING_REACH = 4_000;
const LONGEST_LINE = 160;

export function isUnderHeading(text: string, start: number): boolean {
  if (!isBehindNameOfList(text, start)) return false;
  const near = text.slice(Math.max(0, start - HEADING_REACH), start);
  const at = near.lastIndexOf("生年月日");
  if (at < 0) return false;
  const line = near.slice(Math.max(0, at - LONGEST_LINE), at + 4).split("\n").at(-1) ?? "";
  return HEADING.test(line) && near.indexOf("\n", at) >= 0;
}

/** 生年月日をお願いします。 and on the next line 客：昭和55年4月1日です: the answer to a question. */
const ASKED = /生年月日[^\n]{0,24}(?:願|教え|伺|聞|仰|おっしゃ|よろしい|何|いつ|[?？])[^\n]{0,24}\n[^\n:]{0,12}(?:[:：>] ?)?(?:はい[、。 ]{0,2}|ええと[、 ]{0,2}|えー?っと[、 ]{0,2}|ええ[、 ]{0,2})?$/u;
/** 本人確認：1985/4/1、内線… */
const IDENTIFIED_BY = labelPattern(["本人確認", "本人確認事項", "本人確認用", "本人確認情報"]);
const ASKED_REACH = 90;

export function isAnswer(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - ASKED_REACH), start);
  return (before.includes("生年月日") && ASKED.test(before)) || (before.includes("本人確認") && Number(text.slice(start, start + 4)) <= LAST_WITH_CONTACT && labelBefore(text, start, IDENTIFIED_BY, 4) !== undefined);
}
