/**
 * What the page around a name is about, where that makes its people public or no people at all: professional sports, tales and their
 * cast, sittings of a council, prizes. Read once for every stretch of text, not once for every name.
 */

export const PROFESSIONAL = 1;
export const FICTION = 2;
export const ASSEMBLY = 4;
export const PRIZE = 8;
/** Schools, clubs and neighbourhoods play, perform, sit and win as well, and so do those who are written to: private people. */
export const PRIVATE = 16;

/** Leagues, teams, titles and terms of professional sport and of the board games that are played for a living. */
export const PROFESSIONALS =
  /プロ(?:野球|サッカー|選手|テニス|ゴルフ|ボクシング|レス|雀士)|Jリーグ|J[123](?!\d)|支配下|育成選手|ドラフト[1-9一二三四五六1-9]位|推定年俸|大相撲|幕内|十両|[初春夏秋]場所|名古屋場所|九州場所|二所ノ関|伊勢ヶ濱|[BVTFＢＶ]リーグ|日本代表|代表メンバー|ワールドカップ|W杯|五輪|オリンピック|パラリンピック|セ・?リーグ|パ・?リーグ|NPB|MLB|メジャーリーグ|大リーグ|世界選手権|世界陸上|日本シリーズ|JRA|競馬|重賞|GI(?![a-z])|競輪|競艇|ジャイアンツ|タイガース|ドラゴンズ|スワローズ|ベイスターズ|カープ|ホークス|ファイターズ|マリーンズ|ライオンズ|イーグルス|バファローズ|ドジャース|ヤンキース|エンゼルス|カブス|パドレス|レッドソックス|アントラーズ|レッズ|マリノス|フロンターレ|グランパス|ガンバ大阪|セレッソ|ヴィッセル|サンフレッチェ|エスパルス|ジュビロ|レイソル|ベルマーレ|コンサドーレ|サガン鳥栖|アビスパ|名人戦|竜王戦|王将戦|棋聖戦|王位戦|王座戦|叡王戦|棋王戦|本因坊|囲碁名人|順位戦/u;
const TALES = /登場人物|キャラクター(?:紹介|一覧|設定)|主人公|ヒロイン|あらすじ|声の出演|CV[:. ]|人物相関/u;
/** Who plays whom is public on the screen, and private on the stage of a school. */
const CAST = /配役|キャスト|役名|主な出演/u;
const ON_SCREEN = /映画|ドラマ|放送|劇場版|主演|アニメ|大河|テレビ|全国公開/u;
const COUNCIL = /会議録|議事日程|(?:定例|臨時)会|出席議員|欠席議員|議会(?!選挙)|本会議|委員会記録|一般質問/u;
const PRIZES = /芥川賞|直木賞|ノーベル|文学賞|アカデミー賞|日本アカデミー|国民栄誉賞|文化勲章|文化功労|レコード大賞|本屋大賞|選考委員|紅白歌合戦|フィールズ賞|グラミー/u;
export const PRIVATE_PEOPLE = /\d ?年 ?\d{0,2} ?組|[\d一二三四五六] ?年生|学年|クラス|小学校|児童|生徒|園児|保護者|PTA|町内|自治会|市民(?:大会|マラソン|体育)|少年団|スポーツ少年|サークル|同好会|社内|子ども会|学芸会|発表会|合唱部|演劇部|部員|住所|電話|携帯|生年月日|申込|会員|お客様|[様殿](?![\p{Script=Han}\p{Script=Hiragana}])|出欠|欠席(?!議員)|参加費|口座|@|〒/u;

/** A scene is read for so many UTF-16 units at a time, with what stands before and behind them. */
const STRETCH = 512;
const BEFORE = 640;
const BEHIND = 256;

let seenText = "";
let seenStretch = -1;
let seen = 0;

/** Bits of what the text around `at` is about. @param text normalised */
export function sceneAt(text: string, at: number): number {
  const stretch = Math.floor(at / STRETCH);
  if (stretch === seenStretch && text === seenText) return seen;
  const window = text.slice(Math.max(0, stretch * STRETCH - BEFORE), (stretch + 1) * STRETCH + BEHIND);
  seenText = text;
  seenStretch = stretch;
  seen =
    (PROFESSIONALS.test(window) ? PROFESSIONAL : 0) | (TALES.test(window) || (CAST.test(window) && ON_SCREEN.test(window)) ? FICTION : 0) | (COUNCIL.test(window) ? ASSEMBLY : 0) |
    (PRIZES.test(window) ? PRIZE : 0) | (PRIVATE_PEOPLE.test(window) ? PRIVATE : 0);
  return seen;
}

/** ○総務局長(鈴木 一郎君), ○15番(中村 順一君); 1番 大山 高子 in the list of members. */
const SPEAKER = /[○◯●◎][\p{Script=Han}\p{Script=Katakana}\d・ ]{1,20}[(（]$/u;
const SEAT = /(?:^|\n)[ \t]{0,4}\d{1,2} ?番 ?(?:議員)? {0,4}[(（]?$/u;

/** Whether the scene makes who is named in it public. @param text normalised; the name begins at `start` */
export function isPublicScene(text: string, start: number): boolean {
  const scene = sceneAt(text, start);
  if ((scene & ~PRIVATE) === 0) return false;
  if ((scene & ASSEMBLY) !== 0) {
    const before = text.slice(Math.max(0, start - 28), start);
    if (SPEAKER.test(before) || SEAT.test(before)) return true;
  }
  return (scene & PRIVATE) === 0 && (scene & (PROFESSIONAL | FICTION | PRIZE)) !== 0;
}
