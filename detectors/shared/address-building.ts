/** What may stand behind a Japanese address's block: a building, its wing, a floor, a room. */

/** Behind these there is no building. "" is the text's end. */
const ENDS_FIELD = ["", "\n", "\t", ",", "、", "。", ")", "」", "|"];
const KIND =
  "(?:ビルディング|ビルヂング|ビル|マンション|アパートメント|アパート|ハイツ|ハイム|コーポラス|コーポ|メゾン|レジデンス|レジデンシャル|パレス|タワー|ヒルズ|プラザ|ハウス|コート|テラス|ガーデン|シャトー|" +
  "キャッスル|ステーション|センター|スクエア|スクウェア|フラット|ドミトリー|ドエル|ホームズ|フォレスト|シティ|ヴィラ|ビラ|ヴィレッジ|ビレッジ|カーサ|クレスト|グランデ|アネックス|アーバン|ミッドタウン|" +
  "団地|住宅|宿舎|会館|庁舎|荘|寮|棟|館)";
/** 高松ビル管理株式会社 is a company, 高松ビル建設予定地 is not yet a building. */
const NOT_BUILT = "(?!建設|建築|建替|予定|跡|新築|管理|開発|販売|メンテ|サービス|工業|事業|賃貸|経営|オーナー|所有)";
const IN_NAME = "[^\\s,、。:;()「」【】〒|]";
/** サンライズ三田101: a name without a kind needs foreign letters and a room that ends the field. Never the label of a number, never a person. */
const NOT_A_NAME = "(?!TEL|Tel|tel|FAX|Fax|fax|E-?mail|e-?mail|Mail|mail|URL|http|Phone|phone|ID|No|電話|携帯|内線|連絡|担当|氏名|名前|生年)";
const END = "(?=$|[\\s,、。)」|])";
const LETTERS = "[\\p{Script=Katakana}ー・A-Za-z'’&.-]";
const ROOM_UNIT = "(?:号室|号棟|号館|号|室|階(?!建|級|席|層)|F(?![A-Za-z]))";
const ROOM = `(?:[-#]?[A-Z]?-?\\d{1,5}${ROOM_UNIT}|地下\\d階|[BＢ]\\d(?:階|F(?![a-z])))`;
const WING = "(?:(?:[A-Z]|\\d{1,3}|[東西南北])(?:号|番)?(?:棟|館))";
const NAMED = `${IN_NAME}{0,24}?${KIND}${NOT_BUILT}(?:[・＆&]?(?:[\\p{Script=Han}\\p{Script=Katakana}ー・A-Za-z]|${KIND}){1,14}(?=[ -]?[A-Z]?-?\\d|[ ]?${WING}|${END}))?[A-Z]?`;
const UNNAMED = `(?=[^\\d\\n]{0,20}${LETTERS}{2})${NOT_A_NAME}(?:${IN_NAME}(?!様)){1,20}?(?: [A-Z][A-Za-z]{1,15}){0,2}(?=(?: ?${WING})? {0,2}(?:${ROOM}|(?<! )[A-Z]?-?\\d{2,4}${END})|(?<=[a-z]) \\d{2,4}${END})`;
const BUILDING = new RegExp(`(?: {0,4}(?:${NAMED}|${UNNAMED}))?(?: {0,2}${WING})?(?: {0,2}${ROOM}){0,3}(?:内${END})?`, "uy");
/** 1-2-3 101, 1-2-3-101, #405 and ハイツ山 203: a room without a unit, before the field ends. */
const BARE_ROOM = new RegExp(`[ -]?#?[A-Z]?-?\\d{1,3}-\\d{2,4}${END}|[ -]?#?[A-Z]?-?\\d{2,4}(?!,\\d{3})${END}`, "uy");
/** ハイツ山203です: behind a building a sentence may go on as well. */
const ROOM_OF_BUILDING = new RegExp(`[ -]?#?[A-Z]?-?\\d{2,4}(?=です|でし|だ|[にのへをはがと]|まで|から)`, "uy");
const IN_BRACKETS = new RegExp(` ?\\([^()\\s]{0,20}?(?:${ROOM}|${WING}|${KIND})\\)?`, "uy");

function sticky(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The end of building and room behind a block that ends at `at`; `at` where there is neither. Looks at some 60 characters. */
export function buildingEnd(text: string, at: number): number {
  const building = ENDS_FIELD.includes(text.charAt(at)) ? at : sticky(BUILDING, text, at);
  const bare = sticky(BARE_ROOM, text, building);
  const room = bare === building && building > at ? sticky(ROOM_OF_BUILDING, text, building) : bare;
  return sticky(IN_BRACKETS, text, room);
}
