/** Which part of what was found is a name, and what is none though it looks like one. */
import { isWordOfChinese } from "../shared/chinese-text.js";
import { isExample } from "../shared/example-value.js";
import { SPOKEN_OF_WITH_SAN } from "../shared/kanji-names.js";
import { AMOUNT } from "../shared/likely-names.js";
import { kanaHonorificAt, titleAt } from "../shared/name-cues.js";
import { isPlaceOrThing } from "../shared/not-a-person.js";
import { isSampleOfTown, isSamplePerson } from "../shared/sample-people.js";

/** The scorer takes a label in kana for the first part of the name behind it: フリガナ サトウ ハナコ. */
const LABEL_IN_FRONT = /^(?:フリガナ|ヨミガナ|ヨミカタ|ヨミ|カナ|シメイ|ナマエ|ふりがな|よみがな|よみ|かな)[ :]+/u;

/** 善通寺一高, 高松東中: a school, as its pupils call it. */
const OF_A_SCHOOL = /^.{2,4}(?:[一二三四東西南北商工農]高|附属?[小中]|[一二三四東西南北]中)$/u;

/** 神奈川県 町田樹, 妻　ヨシ子, 環境課 池田, 満点賞　細谷れい: the scorer takes the word in front for a surname. */
const WORD_IN_FRONT = /^(?:北海道|東京都|(?:大阪|京都)府|\p{Script=Han}{2,3}県|\p{Script=Han}{1,4}[課係班賞]|妻|夫|父|母|兄|弟|姉|妹|長[男女]|[次二三][男女]|児童|生徒|学生|園児|患者|会員|選手|同僚|友人|ヘルパー|ケアマネ(?:ジャー|ージャー)?|スタッフ|リーダー|マネー?ジャー|チーフ|メンバー|オーナー|コーチ|ドライバー|ドクター|ナース|インストラクター|アシスタント|パート|アルバイト|バイト) {1,3}(?=.{2})/u;

/** 高松機械の, 森町工場へ: no given name in kana is of one such character behind four of kanji and more. */
const ENDS_IN_PARTICLE = /^\p{Script=Han}{4,}[のへをはがにでとも]$/u;

/** Without the word that the scorer took along. */
export function nameWithin(text: string, from: number, to: number): { start: number; end: number } {
  const whole = text.slice(from, to);
  const start = from + (LABEL_IN_FRONT.exec(whole) ?? WORD_IN_FRONT.exec(whole) ?? [""])[0].length;
  // はなちゃん（山口）: the scorer takes the bracket along.
  return { start, end: text[to - 1] === ")" && !text.slice(start, to).includes("(") ? to - 1 : to };
}

export function isNobody(text: string, start: number, end: number): boolean {
  const found = text.slice(start, end);
  return (
    ENDS_IN_PARTICLE.test(found) ||
    AMOUNT.test(found) ||
    (OF_A_SCHOOL.test(found) && !kanaHonorificAt(text, end) && titleAt(text, end) === undefined) ||
    (SPOKEN_OF_WITH_SAN.has(found) && text.startsWith("さん", end)) ||
    isSamplePerson(found) ||
    isSampleOfTown(text, start, found) ||
    isPlaceOrThing(text, start, end) ||
    isExample(text, start) ||
    isWordOfChinese(text, start, end)
  );
}
