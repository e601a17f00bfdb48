/**
 * Whether a name is that of somebody in a public role, by what stands beside it: a mayor, the head of a school or museum, a company's
 * representative, an author, somebody out of a history book. They are named so that they are known.
 */
import { isQuoted } from "./attribution.js";
import { isAuthorship } from "./authorship.js";
import { standsWithin } from "./beginnings.js";
import { isCited } from "./citation.js";
import { headingsAbove } from "./column-heading.js";
import { isKnownPerson } from "./known-people.js";
import { kanaHonorificAt } from "./name-cues.js";
import { isLabelled } from "./name-evidence.js";
import { isPublicScene, PRIVATE, PROFESSIONAL, sceneAt } from "./public-scene.js";

/** Elected and appointed offices, heads of facilities and of companies. Heads of clubs and neighbourhoods (会長, 代表) are private people. */
const ROLES = (
  "内閣総理大臣 総理大臣 総理 大臣 副大臣 政務官 首相 外相 大統領 国家主席 党首 幹事長 知事 副知事 市長 副市長 町長 副町長 村長 副村長 特別区長 区議会議員 教育長 議長 副議長 議員 衆議院議員 参議院議員 市議 県議 町議 区議 都議 府議 " +
  "裁判長 裁判官 判事 最高裁長官 長官 次官 大使 公使 総領事 校長 学校長 教頭 副校長 学園長 園長 館長 副館長 院長 副院長 病院長 施設長 所長 センター長 学長 副学長 総長 塾長 学部長 研究科長 署長 消防長 消防署長 警察署長 支庁長 " +
  "社長 副社長 代表取締役 代表取締役社長 代表取締役会長 代表取締役副社長 取締役会長 取締役社長 専務取締役 常務取締役 取締役 取締役候補 取締役候補者 監査役 監査役候補 監査役候補者 執行役員 代表理事 代表社員 代表執行役 最高経営責任者 CEO CTO CFO COO 理事長 総裁 副総裁 頭取 会頭 編集長 " +
  "創業者 創設者 創始者 創立者 設立者 考案者 発明者 総支配人 宮司 住職 天皇 皇后 皇太子 上皇 親王 内親王 殿下 陛下 総監督 監督 ヘッドコーチ 選手 投手 捕手 内野手 外野手 騎手 力士 横綱 大関 関脇 小結 棋士 名人 竜王 王将 九段 八段 七段 六段 名誉教授 特任教授 客員教授 教授 准教授 " +
  "作家 小説家 詩人 歌人 俳人 画家 漫画家 絵本作家 作曲家 作詞家 歌手 俳優 女優 声優 脚本家 演出家 映画監督 音楽家 指揮者 ピアニスト バイオリニスト ヴァイオリニスト チェリスト 写真家 建築家 評論家 哲学者 学者 研究家 思想史家 アナウンサー ジャーナリスト 批評家 随筆家 劇作家 " +
  "科学者 研究者 学芸員 主任研究員 上席研究員 思想家 政治家 革命家 武将 大名 藩主 将軍 家老 彫刻家 陶芸家 書家 版画家 浮世絵師 落語家 茶人 発明家 探検家 冒険家 宇宙飛行士 国王 女王 皇帝"
).split(" ");
const ENGLISH_ROLES = ["Mayor", "Governor", "President", "Vice President", "Prime Minister", "Minister", "Senator", "Congressman", "Professor", "Prof.", "Principal", "Chief Executive Officer", "Chairman of the Board", "Ambassador", "Justice", "Composer", "Novelist", "Poet", "Conductor", "Director", "King", "Queen", "Emperor", "Pope"];
/** What says that somebody has made a work, or performs one, before the name. */
const MAKERS = (
  "著者 著者紹介 著者プロフィール 著者略歴 プロフィール 略歴 著作者 著作権者 著作 原作 原作者 原案 作者 編者 編集者 編集 編著 監修 監修者 訳者 翻訳 翻訳者 作詞 作曲 編曲 作画 作詞・作曲 作詞作曲 指揮 脚本 演出 監督 主演 助演 出演 出演者 声の出演 演奏 独奏 独唱 歌 朗読 撮影 写真 挿絵 挿画 イラスト 装丁 装幀 解説 " +
  "校注 校訂 執筆 執筆者 取材 発行 文責 筆者 発行者 発行人 編集人 編集発行人 講演者 講演 講師 基調講演 パネリスト 登壇者 聞き手 文 絵 作 著 編 訳 写 ピアノ ヴァイオリン バイオリン チェロ フルート ソプラノ テノール バリトン アルト ギター"
).split(" ");
const ENGLISH_MAKERS = ["@author", "Author", "Authors", "author", "authors", "Editor", "Editors", "Edited by", "edited by", "Translated by", "translated by", "Directed by", "Composed by", "Music by", "Illustrated by", "written by", "Written by", "©", "(c)", "(C)", "Copyright"];
/** One of these may also be the end of a word or stand in a sentence: a colon, or the beginning of a field, has to make a label of it. */
const SHORT = new Set("文 絵 作 著 編 訳 写 歌 講師 講演 編集 解説 撮影 演奏 取材 発行 略歴 プロフィール アルト ギター".split(" "));
/** Done by children and clubs as well. */
const PERFORMED = "出演|演奏|独奏|独唱|朗読|監督|選手|指揮|ピアノ|フルート|ヴァイオリン|バイオリン|ギター|歌|絵|文|作(?![詞曲])|写真|投手|捕手|脚本|演出|司会|講師|作者|イラスト";
const OF_CHILDREN = /\d ?年 ?(?:\d ?組|生)|[一二三四五六]年生|児童|生徒|園児|学芸会|発表会|学習発表|小学校|中学校|幼稚園|保育[園所]|こども園|クラブ|サークル|町内|自治会/u;

const MAKER_BEHIND = "著 編著 共著 編 訳 共訳 監訳 監修 作曲 作詞 編曲 脚本 原作 校注 校訂 撰 ほか著 他著 ほか編 et al".split(" ");

const escaped = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.()[\]*+?^$|\\]/gu, "\\$&")).join("|");
/** 市長名, 議員氏名, 歴代校長: above a column. */
const HEADING = new RegExp(`^(?:歴代)?(?:${escaped([...ROLES, ...MAKERS, "調教師", "主役", "配役", "アーティスト", "偉人", "人物", "武人", "作家", "工房", "デザイン", "デザイナー", "作曲者", "作曲家", "編曲者", "作詞者", "作詞家", "脚本家", "考案者", "発明者", "提唱者", "記録保持者", "世界記録保持者", "候補者", "当選人", "シテ", "ワキ", "館長", "由来", "語源", "開祖", "城主", "藩主", "祭神"])})(?:名|氏名|の氏名|・演者)?$`, "u");
/** 作家・産地, 作曲者/編曲者: one of its words is enough. */
const HEADING_PARTS = /[・/／、,&]/u;

/** Whether those who stand below are named for what they made, found or were elected to. @param heading normalised, trimmed */
export const isPublicHeading = (heading: string): boolean => HEADING.test(heading) || (HEADING_PARTS.test(heading) && heading.split(HEADING_PARTS).some((part) => HEADING.test(part)));
/** Without 、: in 校長、佐藤花子が面談した they are two. */
const GAP = "[ \\t　・:：/／,(（)）「【】|=*]{0,4}(?:の[ 　]?)?";
const NAME = "[\\p{Script=Han}\\p{Script=Katakana}ー々. A-Za-z]{2,16}";
const LABELS = `(?:${escaped(MAKERS.filter((word) => !SHORT.has(word)))})${GAP}|(?:^|[\\n\\t|・()【\\[ /、])(?:${escaped([...SHORT])})[ \\t]{0,2}[:=】\\]/]${GAP}`;
/** 区長 is a ward's mayor where a ward's name stands before it: 行政区長 and 自治区長 are neighbours. */
const BEFORE = new RegExp(`(?:${escaped([...ROLES, ...ENGLISH_ROLES, ...ENGLISH_MAKERS])}|(?<=\\p{Script=Han}{2})(?<!行政|自治|地|[第\\d])区長|${LABELS})(?:先生)?(?:${GAP}(?:弁護士|公認会計士|税理士|司法書士|弁理士|博士))?(?: \\d{4}(?:[-,–] ?\\d{4})?,?)?${GAP}$`, "u");
/** 出演：佐藤健 鈴木杏 高橋一生: a line of names behind its label, whatever stands between them. */
const BEFORE_LINE = new RegExp(
  `(?:^|[\\n\\t|・()【\\[])[ \\t]{0,3}(?:${escaped([...MAKERS, "配役", "キャスト", "主な出演", "声の出演", "ゲスト", "ナレーション", "ナレーター", "音楽", "主題歌", "照明", "美術", "振付", "衣装", "製作", "制作", "プロデューサー", "デザイン", "装画", "選考委員", "審査委員長", "監督・脚本", "脚本・監督", "原作・脚本"])})[ \\t]{0,2}[:=】\\]/][\\p{Script=Han}\\p{Script=Katakana}ぁ-かき-ごさ-でとな-にぬ-のひ-ほま-もや-よら-ろわんー々・、,/& ()A-Za-z.]{0,100}$`,
  "u",
);
/** 著者：A・B・C: the same label for a list. */
const BEFORE_LIST = new RegExp(
  `(?:(?:${escaped([...MAKERS.filter((word) => !SHORT.has(word)), ...ENGLISH_MAKERS])})[ \\t]{0,2}[:=】\\]/ ]|(?:^|[\\n\\t|・()【\\[ /、])(?:${escaped([...SHORT])})[ \\t]{0,2}[:=】\\]/]) {0,3}(?:${NAME}(?:\\([^()\\n]{1,24}\\) ?)?[、,・/&;と]){1,6} ?$`,
  "u",
);
const BEHIND = new RegExp(`^[ \\t　(（]{0,2}(?:(?:前|元|現|新)?(?:${escaped(ROLES)}|官房長官|国[務防]長官|報道官|財務官|(?:[外財法文厚農経国環防]|外務|財務|法務|総務|文科|厚労|農水|経産|国交|環境|防衛|復興|デジタル|少子化|地方創生|経済再生)相(?![\\p{Script=Han}]))(?!選手権|の(?:息子|娘|妻|夫|家族))|(?:${escaped(MAKER_BEHIND)})(?![\\p{Script=Han}\\p{Script=Hiragana}]))`, "u");
/** 佐藤花子(東京大学名誉教授), "Hanako Sato, Mayor of" */
const IN_BRACKETS_BEHIND = new RegExp(`^ ?(?:氏|さん|先生|様)? ?[(（][^()（）\\n。]{0,20}(?:${escaped(ROLES)})[)）、,・ ]`, "u");
const ENGLISH_BEHIND = new RegExp(`^(?:,| \\()[ ]?(?:the |former |then )?(?:\\p{L}{1,16} ){0,2}(?:${escaped(ENGLISH_ROLES)}|CEO|CTO|CFO|Editor|Editors|Eds?\\.)(?![a-z])`, "u");
const LIST_BEHIND = new RegExp(`^(?:[、,・/／&＆;；と] ?${NAME}){1,5} ?(?:${"著 編著 共著 訳 共訳 監訳 監修 作曲 作詞 校注".split(" ").join("|")})(?![\\p{Script=Han}\\p{Script=Hiragana}])`, "u");
/** (1534-1582), (1756年1月27日 - 1791年12月5日), (天文3年-天正10年), (1916年没), (在位1558-1603). No telephone number: years have no 0 in front and no hyphen behind. */
const LIFE =
  /^ ?[(（](?:[^()（）\n]{0,24}[^\d()（）\n-])?(?:[1-9]\d{2}|1\d{3}|20[0-2]\d)(?!\d)[年頃?]{0,2}(?:[.\d月日/]{1,8})?(?:\([^()\n]{1,12}\))? ?[-‐–—―~〜～] ?(?:紀元前|前|約|\p{Script=Han}{2})?(?:[1-9]\d{2}|1\d{3}|20[0-2]\d)(?![\d-])|^ ?[(（](?:[^()（）\n]{0,16} )?(?:紀元前|前)?\d{1,4}年?[没歿]|^ ?[(（]\p{Script=Han}{2}[\d元]{1,2}年?(?:\d{1,2}月\d{1,2}日)? ?[-‐–—―~〜～] ?\p{Script=Han}{2}[\d元]{1,2}年|^ ?[(（](?:生没年不詳|在位)/u;
/** 鎌倉 and 江戸 alone are places and surnames. */
const ERA = "(?:飛鳥|奈良|平安|鎌倉|室町|戦国|安土桃山|江戸|明治|大正|古代|中世|近世|近代)(?:時代|期|初期|中期|後期|末期|前期)|幕末|戦国|\\d{1,2}世紀|紀元前";
const OF_AN_ERA = new RegExp(`(?:${ERA})(?:末|初期|中期|後期|末期|前期|前半|後半)?(?:の|に)[\\p{Script=Han}\\p{Script=Katakana}ー・、の]{0,14}[ 、・]?$`, "u");
const ERA_BEHIND = new RegExp(`^(?:は|、|が)[^\\n。]{0,12}(?:${ERA}|城を築|城主|藩主|幕府|合戦|の戦い|の乱(?!れ))`, "u");
/** Labels of forms that programmes have as well. */
const SPEAKER = /(?:講師|司会|座長|会長|委員長|審査員|コーディネーター|ファシリテーター) ?[:=]? ?$/u;
/** 校長は佐藤花子, 著者は佐藤花子です: but 校長は佐藤花子さんに会った. */
const IS = new RegExp(`(?:${escaped([...ROLES, ...MAKERS.filter((word) => !SHORT.has(word))])})は、? ?$`, "u");
const IS_BEHIND = /^(?:氏|先生|です|である|で、|。|、|が務|さん(?:です|で、|が務))/u;
const LIST_OF_HEADS_REACH = 240;
/** 歴代校長, 歴代の市長: what follows is the list of them. */
const LIST_OF_HEADS = new RegExp(`歴代の?(?:${escaped(ROLES)})[^。]{0,${LIST_OF_HEADS_REACH}}$`, "u");
/** UTF-16 units looked at on both sides. */
const REACH = 40;
const LIST_REACH = 120;

/** Whether one of these, each of hundreds of words, stands directly before. */
const standsBefore = (text: string, start: number, expression: RegExp, reach = REACH): boolean => standsWithin(text, Math.max(0, start - reach), start, expression);

/** @param text normalised; the name stands in [start, end) */
export function isInPublicRole(text: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + REACH);
  const labelled = isLabelled(text, start);
  if (LIFE.test(behind) || standsBefore(text, start, LIST_OF_HEADS, LIST_OF_HEADS_REACH) || standsBefore(text, start, OF_AN_ERA) || ERA_BEHIND.test(behind)) return true;
  if (!labelled && (HOUSE_OF_THE_STAGE.test(text.slice(start, end)) || isCited(text, start, end) || isQuoted(text, start))) return true;
  if (text.charCodeAt(start) < LATIN_END && isAuthorship(text, start)) return true;
  if (standsBefore(text, start, BEFORE) || BEHIND.test(behind) || (IN_BRACKETS_BEHIND.test(behind) && (!labelled || SPEAKER.test(text.slice(Math.max(0, start - REACH), start)))) || (IS_BEHIND.test(behind) && IS.test(text.slice(Math.max(0, start - REACH), start))) || ENGLISH_BEHIND.test(behind) || LIST_BEHIND.test(behind) || isInListOf(text, start)) {
    return !isChildsPlay(text, start, end);
  }
  if (isInColumnOfRole(text, start, end)) return !isChildsPlay(text, start, end);
  if (labelled || isAddressed(text, end)) return false;
  if (OF_A_TALE.test(behind) || (OF_A_PIECE.test(text.slice(Math.max(0, start - REACH), start)) && isAtAConcert(text, start))) return true;
  return isKnownPerson(text.slice(start, end).replace(/ /gu, "")) || PARTY_BEHIND.test(behind) && PARTY.test(text.slice(Math.max(0, start - REACH), start)) || PAPER_BEHIND.test(behind) || isPublicScene(text, start);
}

const LATIN_END = 0x250;

/** 立憲民主党の泉健太代表 */
const PARTY = /(?:党|派|グループ)の?$/u;
const PARTY_BEHIND = /^(?:代表|幹事長|党首|委員長|共同代表|政調会長|会長|氏|候補)/u;
/** 柳家さん喬, 三遊亭圓窓: houses of storytellers, whose names are for the stage. */
const HOUSE_OF_THE_STAGE = /^(?:柳家|三遊亭|春風亭|古今亭|笑福亭|金原亭|入船亭|三笑亭|柳亭|月亭|五街道|橘家|桂(?=[文枝米朝南歌宮])|林家(?=[正こ三た木彦たい])|立川(?=[志談])|一龍斎|旭堂|宝井)/u;
/** 筒井順昭の替え玉の故事による */
const OF_A_TALE = /^の[^\n。]{0,8}(?:故事|逸話|伝説|史話)/u;
/** 「宝島」／ 和泉 宏隆, on the programme of a concert: behind its number and title stands who wrote a piece. */
const OF_A_PIECE = /(?:^|\n)[ \t]{0,4}(?:\d{1,2}[.)、]?|[・●○◎]|アンコール)[^\n]{1,40}[/] ?$/u;
const CONCERT = /演奏会|コンサート|リサイタル|プログラム|アンコール|開演|第\d部/gu;
const CONCERT_REACH = 400;
const SAYS_CONCERT = 2;

/** Whether the text around says so in two ways. */
const isAtAConcert = (text: string, start: number): boolean => new Set(text.slice(Math.max(0, start - CONCERT_REACH), start + CONCERT_REACH).match(CONCERT)).size >= SAYS_CONCERT;

/** 佐藤 健†, 鈴木 花子*1: authors, whose institutes stand at the sign. */
const PAPER_BEHIND = /^ ?[†‡]/u;

const isInListOf = (text: string, start: number): boolean => standsBefore(text, start, BEFORE_LIST, LIST_REACH) || standsBefore(text, start, BEFORE_LINE, LIST_REACH);

/** Whether the cell that the name fills stands in a column of mayors, authors or professionals. */
function isInColumnOfRole(text: string, start: number, end: number): boolean {
  return headingsAbove(text, start, end).some((heading) => isPublicHeading(heading) || (PLAYERS.test(heading) && sceneAt(text, start, PROFESSIONAL | PRIVATE) === PROFESSIONAL));
}
const PLAYERS = /^(?:選手|選手名|氏名|名前|力士|四股名|騎手|調教師|棋士|出場者|メンバー)$/u;

const CHILDRENS_ROLE = new RegExp(`(?:${PERFORMED})[^\\n。]{0,${LIST_REACH}}$`, "u");
const CHILDRENS_ROLE_BEHIND = new RegExp(`^ ?(?:${PERFORMED})`, "u");
const NEAR_CHILDREN = 160;

/** ピアノ 佐藤花子 at a school's festival, 選手 in a class's relay: what children do in public makes nobody public. */
function isChildsPlay(text: string, start: number, end: number): boolean {
  const isPerformed = CHILDRENS_ROLE.test(text.slice(Math.max(0, start - LIST_REACH), start)) || CHILDRENS_ROLE_BEHIND.test(text.slice(end, end + 12));
  return isPerformed && OF_CHILDREN.test(text.slice(Math.max(0, start - NEAR_CHILDREN), end + NEAR_CHILDREN));
}

/** Somebody of today has a famous name. */
export const isAddressed = (text: string, end: number): boolean => kanaHonorificAt(text, end) || /^ ?(?:様|殿|君)(?!\p{Script=Han})/u.test(text.slice(end, end + 3));
