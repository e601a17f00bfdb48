/**
 * Whether an address or a telephone is an office's, by what stands before it: an organisation on its line, or on the lines above where
 * its own line holds nothing but a label. Offices want to be found; what is theirs is nobody's personal data.
 */

/** Ends of names of organisations, and what asks to be contacted. */
const ORGANISATION = [
  "株式会社", "有限会社", "合同会社", "法人", "市役所", "町役場", "村役場", "区役所", "県庁", "府庁", "都庁", "道庁", "庁舎", "支庁", "支所", "出張所", "分室", "分館", "事務所", "事務局", "委員会", "協議会", "協会",
  "組合", "連合会", "連盟", "財団", "機構", "大学", "大学院", "学校", "高校", "中学", "小学", "学園", "幼稚園", "保育園", "保育所", "こども園", "児童館", "病院", "医院", "クリニック", "診療所", "薬局", "センター",
  "公民館", "集会所", "会館", "図書館", "図書室", "美術館", "博物館", "資料館", "体育館", "ホール", "プール", "公園", "消防署", "消防団", "警察署", "交番", "駐在所", "郵便局", "銀行", "信用金庫", "支店", "本店", "営業所",
  "本社", "支社", "工場", "ホテル", "旅館", "温泉", "空港", "駅", "寺", "神社", "教会", "お問い合わせ", "お問合せ", "問い合わせ先", "問合せ先", "問合先", "お申し込み先", "申込先", "申込み先", "提出先", "送付先窓口", "照会先", "事務担当",
  "守衛所", "守衛室", "警備室", "管理人室", "宿直室", "当直室", "詰所", "保健所", "研究所", "事業所", "裁判所", "派出所", "コールセンター", "サポート窓口", "相談窓口", "受付窓口", "ヘルプデスク", "ダイヤル", "代表電話", "Inc.", "Ltd.", "LLC", "Corporation", "Corp.", "Co.", "GmbH", "University", "College", "School", "Hospital", "Library", "Office",
  "Center", "Centre", "Department", "Ministry", "Agency", "Institute", "Association", "Foundation", "Headquarters", "Museum", "Helpdesk", "Hotline", "Customer Service", "Customer Support",
];
/** 総務課, 市民生活部, 学生係: a part of an office, two characters or more. */
const PART = "[\\p{Script=Han}ー]{2,12}(?:課|係|室|局|部|班|署)";
const AN_OFFICE = new RegExp(`${ORGANISATION.map((word) => word.replace(/[.]/gu, "\\.")).join("|")}|${PART}`, "gu");
/** What says that somebody stands there, or that the value is their own. */
const A_PERSON = /様|殿|さん|氏名|名前|ふりがな|フリガナ|自宅|個人|携帯|住所地|本人|保護者|世帯|会員|申込者|申請者|応募者|受講者|参加者|生年月日|name|home|mobile|Mr\.|Ms\.|Mrs\./iu;
/** A line of these only says what stands in it. */
const LABEL_ONLY = /^[\s・:：()（）〒\-–—/／|*＊●○■□◆◇]*(?:(?:郵便番号|所在地|住所|電話|電話番号|TEL|FAX|ＴＥＬ|ファクス|ファックス|直通|代表|内線|受付時間|Phone|Address|Tel)[\s・:：()（）.]*)*[\s\d\-()（）〒]*$/iu;

/** UTF-16 units looked at before a value, on its own line and on those above. */
const REACH = 120;
const LINES_ABOVE = 4;
/** What may stand between the office and the value on one line, and behind the office's name on a line above: 総務課 企画係 担当. */
const MAX_BETWEEN = 24;
const MAX_BEHIND = 12;

/** @param text normalised @param start where the address or telephone begins */
export function standsByOffice(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const lines = before.split("\n");
  const own = lines.pop() ?? "";
  if (A_PERSON.test(own)) return false;
  if (endsInOffice(own, MAX_BETWEEN)) return true;
  for (let above = 0; above < LINES_ABOVE; above++) {
    // Its own line, and each that is passed over, may hold labels and other numbers only.
    if (!LABEL_ONLY.test(above === 0 ? own : withoutAddress(lines[lines.length - above] ?? ""))) return false;
    const line = lines[lines.length - 1 - above];
    // The first line that was cut off by the reach is no whole line.
    if (line === undefined || (lines.length - 1 - above === 0 && start > REACH)) return false;
    if (A_PERSON.test(line)) return false;
    if (endsInOffice(line.trimEnd(), MAX_BEHIND)) return true;
  }
  return false;
}

/** An address on a line between the office and its telephone. */
const withoutAddress = (line: string): string =>
  line.replace(/^[\s〒\d-]*(?=[^\n]{0,12}[都道府県市区町村郡])[\p{Script=Han}\p{Script=Katakana}ー の]{2,24}[\p{Script=Han}\p{Script=Katakana}\d\-ー の]*$/u, "");

function endsInOffice(line: string, maxBehind: number): boolean {
  let end = -1;
  for (const found of line.matchAll(AN_OFFICE)) end = found.index + found[0].length;
  return end >= 0 && line.length - end <= maxBehind && !/[。！？!?]/u.test(line.slice(end));
}
