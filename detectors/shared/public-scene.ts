/**
 * What the page around a name is about, where that makes its people public or no people at all: professional sports, tales and their
 * cast, sittings of a council, prizes. Asked once for every stretch of text, not once for every name.
 */
import { findWithin, standsWithin } from "./beginnings.js";

export const PROFESSIONAL = 1;
export const FICTION = 2;
export const ASSEMBLY = 4;
export const PRIZE = 8;
/** Schools, clubs and neighbourhoods play, perform, sit and win as well, and so do those who are written to: private people. */
export const PRIVATE = 16;
/** Professional stages, and the works of museums. */
export const STAGE = 32;
/** Books and boards of history. */
export const HISTORY = 64;
/** Of these, nobody is meant by a part of a name: see make-believe.ts. */
export const ANIMALS = 128;
export const LESSON = 256;
export const MODELS = 512;
export const MENU = 1024;
/** What reaches somebody, or is filled in by them: on no page of a tale or of history. */
export const CONTACTS = 2048;

/** Leagues, teams, titles and terms of professional sport and of the board games that are played for a living. */
export const PROFESSIONALS =
  /プロ(?:野球|サッカー|選手|テニス|ゴルフ|ボクシング|レス|雀士)|Jリーグ|J[123](?!\d)|支配下|育成選手|ドラフト[1-9一二三四五六1-9]位|推定年俸|大相撲|幕内|十両|[初春夏秋]場所|名古屋場所|九州場所|二所ノ関|伊勢ヶ濱|[BVTFＢＶ]リーグ|日本代表|代表メンバー|ワールドカップ|W杯|五輪|オリンピック|パラリンピック|セ・?リーグ|パ・?リーグ|NPB|MLB|メジャーリーグ|大リーグ|世界選手権|世界陸上|日本シリーズ|JRA|競馬|重賞|GI(?![a-z])|馬連|単勝|斤量|調教師|払戻金|競輪|競艇|ジャイアンツ|タイガース|ドラゴンズ|スワローズ|ベイスターズ|カープ|ホークス|ファイターズ|マリーンズ|ライオンズ|イーグルス|バファローズ|ドジャース|ヤンキース|エンゼルス|カブス|パドレス|レッドソックス|アントラーズ|レッズ|マリノス|フロンターレ|グランパス|ガンバ大阪|セレッソ|ヴィッセル|サンフレッチェ|エスパルス|ジュビロ|レイソル|ベルマーレ|コンサドーレ|サガン鳥栖|アビスパ|名人戦|竜王戦|王将戦|棋聖戦|王位戦|王座戦|叡王戦|棋王戦|本因坊|囲碁名人|順位戦/u;
const TALES = /登場人物|キャラクター(?:紹介|一覧|設定)|主人公|ヒロイン|あらすじ|声の出演|CV[:. ]|人物相関/u;
/** Who plays whom is public on the screen, and private on the stage of a school. */
const CAST = /配役|キャスト|役名|主な出演/u;
const ON_SCREEN = /映画|ドラマ|放送|劇場版|主演|アニメ|大河|テレビ|全国公開/u;
const COUNCIL = /会議録|議事日程|(?:定例|臨時)会|出席議員|欠席議員|議会(?!選挙)|本会議|委員会記録|一般質問/u;
const PRIZES = /芥川賞|直木賞|ノーベル|文学賞|アカデミー賞|日本アカデミー|国民栄誉賞|文化勲章|文化功労|レコード大賞|本屋大賞|選考委員|紅白歌合戦|フィールズ賞|グラミー/u;
const STAGES = /歌舞伎|[昼夜]の部|[一二三]等席|桟敷|襲名|文楽|人形浄瑠璃|薪能|能楽堂|狂言(?!回)|附祝言|小鼓|大鼓|仕舞(?![いっ])|宝塚|大劇場|寄席|独演会|帝国劇場|明治座|新国立劇場|劇団四季|交響楽団|フィルハーモニー|オペラ(?:座|ハウス)|バレエ団|油彩|カンヴァス|キャンバス(?!生|ライフ)|錦絵|浮世絵|水墨|紙本|絹本|屏風(?!浦)|ブロンズ|花崗岩|木彫|彫塑|展示室|作家蔵|美術館蔵|所蔵品|国宝|重要文化財|重文|茶入|蒔絵|人気曲|ヒット曲|オリコン|紅白歌/u;
const AMATEURS = /(?<![昼夜])の部|入選|入賞|佳作|奨励賞|市展|県展|公募|教室|出品者|会員|応募/u;
/** Eras before 1868 with a year, years before it, and what only happened then: two of them make a page of history. */
const OF_HISTORY =
  /(?:天平|延暦|宝亀|承平|治承|寿永|文治|建久|承久|貞永|文永|弘安|元弘|建武|応仁|文明|大永|天文|永禄|元亀|天正|文禄|慶長|元和|寛永|正保|慶安|承応|明暦|万治|寛文|延宝|天和|貞享|元禄|宝永|正徳|享保|元文|寛保|延享|寛延|宝暦|明和|安永|天明|寛政|享和|文化|文政|天保|弘化|嘉永|安政|万延|文久|元治|慶応)(?:元|\d{1,2}|[一二三四五六七八九十]{1,3})年?|(?<!\d)1[0-7]\d\d年|(?<!\d)18[0-6]\d年|藩主|藩政|[\p{Script=Han}]藩(?!\p{Script=Han})|築城|百名城|縄張|城郭|城跡|城主|落城|幕府|大名|征夷大将軍|合戦|の戦い|入封|転封|国替|旗本|家老|検地|開祖|開基|始祖|戦国|室町|江戸(?:時代|期|幕府)|幕末|維新|廃藩|一揆|[二三四五六七八九十]代(?:藩主|将軍)?\p{Script=Han}{2}[はが、]|氏(?:の興亡|が治め|に仕え|を滅ぼ)/u;
const CREATURES =
  /動物園|水族館|飼育|動物(?:病院|愛護|たち|ふれあい)|サファリ|迷い[犬猫]|迷子の?[犬猫]|収容動物|オス(?![ロラ])|メス(?![をでが])|(?<![\u{1F300}-\u{1FAFF}\u26F9])[♂♀]|牡(?!丹|蠣)|牝|犬種|猫種|毛色|柴犬|秋田犬|三毛|雑種|[仔子][犬猫]|ペット(?!ボトル)|競走馬|種牡馬|ゾウ(?!リ)|キリン(?!ビ|ホ)|パンダ|ゴリラ|チンパンジー|ペンギン|アザラシ|イルカ/u;
const LESSONS =
  /文章題|算数|ドリル(?![でを])|(?:計算|漢字|国語|理科|社会|英語|学習)プリント|練習問題|演習問題|模擬(?:問題|試験)|過去問|次の(?:英文|文章|文を|問い?に|各問|図|式|和歌|漢字|語を|会話)|答えなさい|求めなさい|選びなさい|書きなさい|読みなさい|\bLesson ?\d|\bUnit ?\d|\bExercises?\b|\bWords:|Let's practice|\b[Mm]y name is\b|パズル|なぞなぞ|\b[Pp]uzzle\b|\b[Rr]iddle\b|\bClues?\b|\bAufgabe \d|\bÜbung \d|\bWie (?:alt|viele?|lange|weit|hoch)\b|\bBerechne\b|\bExercice \d|\bEjercicio \d|\b(?:INT|EXT)\. |\bCUT TO:|\bFADE (?:IN|OUT)\b|漫才|ボケ「|ツッコミ「|happily ever after|\nA: |語句】|和訳】|名字(?:ランキング|の)|苗字(?:ランキング|の)|異体字|旧字体|字体|名[づ付]け|命名|再現手順|テストケース|試験項目|期待(?:値|結果)|会話(?:の練習|練習|例)|下線部?を|入れ替えて|第 ?\d{1,2} ?課|ロールプレイ|日本語教室|」と読む|」は「[ぁ-ゖ]{2,6}」|人気の名前|例文|設問|配点|熟語|読み仮名|送り仮名|名前の(?:由来|意味|人気)|いくつですか|何(?:個|円|人|分|本|枚|cm|km)(?:です|になり|でしょう)/u;
/** How tales begin, and nothing else does. */
const ONCE = /Once upon a time|Il était une fois|Es war einmal|Érase una vez|むかしむかし/u;
const MODEL_TEXTS = /文例|例文|記[入載]例|書き方|ひな[形型]|雛形|テンプレート|見本|サンプル|作成例|マナー|敬称|宛名の|使い分け|差し?込み/u;
const MENUS = /メニュー|品書き|献立|お飲[みもの]|ドリンク|カクテル|焼酎|日本酒|地酒|生ビール|ハイボール|サワー|ワイン|グラス|ボトル|単品|盛り?合わせ|定食|ランチ|銘柄|税込|税抜|価格表|商品/u;
const REACHED = /住所|電話|携帯|生年月日|申込|@|〒|口座|保護者|学芸会|発表会|演劇部|合唱部|PTA|町内会|自治会|[様殿](?![\p{Script=Han}\p{Script=Hiragana}])/u;
export const PRIVATE_PEOPLE = /\d ?年 ?\d{0,2} ?組|[\d一二三四五六] ?年生|学年|クラス|小学校|児童|生徒|園児|保護者|PTA|町内|自治会|市民(?:大会|マラソン|体育)|少年団|スポーツ少年|サークル|同好会|社内|子ども会|学芸会|発表会|合唱部|演劇部|部員|住所|電話|携帯|生年月日|申込|会員|お客様|[様殿](?![\p{Script=Han}\p{Script=Hiragana}])|出欠|欠席(?!議員)|参加費|参加者|部屋割|幹事(?!長)|会費|集金|口座|@|〒|0[789]0[- ]?\d{4}[- ]?\d{4}/u;

/** A scene is read for so many UTF-16 units at a time, with what stands before and behind them. */
const STRETCH = 512;
const BEFORE = 640;
const BEHIND = 256;

let seenText = "";
let seenStretch = -1;
/** Bits that were asked about, and those of them that are so. */
let asked = 0;
let seen = 0;

/** Which of the `wanted` bits the text around `at` is about. @param text normalised */
export function sceneAt(text: string, at: number, wanted: number): number {
  const stretch = Math.floor(at / STRETCH);
  if (stretch !== seenStretch || text !== seenText) {
    seenStretch = stretch;
    asked = seen = 0;
  }
  // The same text may be another string: the next comparison is then one of addresses.
  seenText = text;
  const missing = wanted & ~asked;
  if (missing !== 0) {
    asked |= missing;
    seen |= readScene(text, Math.max(0, stretch * STRETCH - BEFORE), Math.min(text.length, (stretch + 1) * STRETCH + BEHIND), missing);
  }
  return seen & wanted;
}

function readScene(text: string, from: number, to: number, missing: number): number {
  const says = (expression: RegExp): boolean => standsWithin(text, from, to, expression);
  const tellsOf = (expression: RegExp): boolean => isSubject(text, from, to, expression);
  const isAbout = (bit: number): boolean => {
    switch (bit) {
      case PROFESSIONAL: return tellsOf(PROFESSIONALS);
      case FICTION: return tellsOf(TALES) || (says(CAST) && tellsOf(ON_SCREEN));
      case ASSEMBLY: return says(COUNCIL);
      case PRIZE: return tellsOf(PRIZES);
      case PRIVATE: return says(PRIVATE_PEOPLE);
      case STAGE: return tellsOf(STAGES) && !says(AMATEURS);
      case HISTORY: return tellsOf(OF_HISTORY);
      case ANIMALS: return tellsOf(CREATURES);
      case LESSON: return tellsOf(LESSONS) || says(ONCE);
      case MODELS: return says(MODEL_TEXTS);
      case MENU: return says(MENUS);
      default: return says(REACHED);
    }
  };
  let found = 0;
  for (let left = missing; left !== 0; left &= left - 1) if (isAbout(left & -left)) found |= left & -left;
  return found;
}

/**
 * Said in the title, or in two lines or sentences, in different words: a chat may mention a match, a letter a film, and a roster be that of an
 * outing to either.
 */
function isSubject(text: string, from: number, to: number, expression: RegExp): boolean {
  let said: string | undefined;
  let readTo = -1;
  for (let found = findWithin(text, from, to, expression); found !== null; found = findWithin(text, from, to, expression, from + found.index + found[0].length)) {
    const at = from + found.index;
    if (at < readTo) continue;
    if ((said !== undefined && found[0] !== said) || isInTitle(text, at)) return true;
    said = found[0];
    readTo = endOfSentence(text, at + said.length);
  }
  return false;
}
const TITLE_ENDS = 80;
/** What is done by private people about it. */
const OUTING = /観[戦劇]|鑑賞|ツアー|旅行|遠足|見学|見物|めぐり|巡り|教室|講座|研修|体験|ふれあい|コンクール|親睦|懇親|応援|参加|申込|担当|当番|名簿|送り先|[のむぶく]会|研究会|同好会/u;
const SENTENCE = /[。、！？!?]|[ぁ-ゖ]{3}|^(?:\S+ ){5,}\S+\.$/u;

/** On the first line, which is no sentence. */
function isInTitle(text: string, at: number): boolean {
  if (at > TITLE_ENDS) return false;
  const title = text.trimStart().slice(0, TITLE_ENDS + LONGEST_SENTENCE).split("\n", 1)[0];
  return at < text.length - text.trimStart().length + title.length && !OUTING.test(title) && !SENTENCE.test(title);
}
const LONGEST_SENTENCE = 120;
const ENDS_SENTENCE = new Set(Array.from("\n。！？!?", (char) => char.charCodeAt(0)));

function endOfSentence(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < LONGEST_SENTENCE && !ENDS_SENTENCE.has(text.charCodeAt(end))) end++;
  return end;
}

/** ○総務局長(鈴木 一郎君), ○15番(中村 順一君); 1番 大山 高子 in the list of members. */
const SPEAKER = /[○◯●◎][\p{Script=Han}\p{Script=Katakana}\d・ ]{1,20}[(（]$/u;
const SEAT = /(?:^|\n)[ \t]{0,4}\d{1,2} ?番 ?(?:議員)? {0,4}[(（]?$/u;

/** Whether the scene makes who is named in it public. @param text normalised; the name begins at `start` */
export function isPublicScene(text: string, start: number): boolean {
  const scene = sceneAt(text, start, PROFESSIONAL | FICTION | ASSEMBLY | PRIZE | STAGE | HISTORY);
  if (scene === 0) return false;
  if ((scene & ASSEMBLY) !== 0) {
    const before = text.slice(Math.max(0, start - 28), start);
    if (SPEAKER.test(before) || SEAT.test(before)) return true;
  }
  // Pupils and members are in tales and histories, too.
  if ((scene & (FICTION | HISTORY)) !== 0 && sceneAt(text, start, CONTACTS) === 0) return true;
  return (scene & (PROFESSIONAL | FICTION | PRIZE | STAGE)) !== 0 && sceneAt(text, start, PRIVATE) === 0;
}
