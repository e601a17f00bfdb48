/**
 * Names of invented people, put together by chance: common and rare surnames, given names of four generations, and residents from
 * abroad. Chosen by hand for breadth, not from any dictionary that the product ships, and not from tests/support/people.ts.
 */

const COMMON = `佐藤サトウ 鈴木スズキ 高橋タカハシ 田中タナカ 伊藤イトウ 渡辺ワタナベ 山本ヤマモト 中村ナカムラ 小林コバヤシ 加藤カトウ 吉田ヨシダ 山田ヤマダ
佐々木ササキ 山口ヤマグチ 松本マツモト 井上イノウエ 木村キムラ 林ハヤシ 斎藤サイトウ 清水シミズ 山崎ヤマザキ 阿部アベ 森モリ 池田イケダ 橋本ハシモト 石川イシカワ
前田マエダ 藤田フジタ 後藤ゴトウ 長谷川ハセガワ 村上ムラカミ 近藤コンドウ 石井イシイ 斉藤サイトウ 坂本サカモト 遠藤エンドウ 青木アオキ 藤井フジイ 西村ニシムラ 福田フクダ
太田オオタ 三浦ミウラ 岡本オカモト 松田マツダ 中川ナカガワ 中野ナカノ 原田ハラダ 小野オノ 田村タムラ 竹内タケウチ 金子カネコ 和田ワダ 中山ナカヤマ 藤原フジワラ 石田イシダ
上田ウエダ 森田モリタ 原ハラ 柴田シバタ 酒井サカイ 工藤クドウ 横山ヨコヤマ 宮崎ミヤザキ 宮本ミヤモト 内田ウチダ 高木タカギ 安藤アンドウ 谷口タニグチ 大野オオノ 丸山マルヤマ
今井イマイ 高田タカダ 河野コウノ 藤本フジモト 村田ムラタ 武田タケダ 上野ウエノ 杉山スギヤマ 増田マスダ 平野ヒラノ 大塚オオツカ 千葉チバ 久保クボ 松井マツイ 小島コジマ
岩崎イワサキ 桜井サクライ 野口ノグチ 松尾マツオ 野村ノムラ 木下キノシタ 菊地キクチ 佐野サノ 大西オオニシ 杉本スギモト 新井アライ 浜田ハマダ 菅原スガワラ 市川イチカワ 水野ミズノ
小松コマツ 島田シマダ 古川フルカワ 小山コヤマ 高野タカノ 西田ニシダ 菊池キクチ 山内ヤマウチ 西川ニシカワ 五十嵐イガラシ 北村キタムラ 安田ヤスダ 中田ナカタ 川口カワグチ 平田ヒラタ
川崎カワサキ 飯田イイダ 吉川ヨシカワ 本田ホンダ 久保田クボタ 沢田サワダ 辻ツジ 関セキ 吉村ヨシムラ 渡部ワタナベ 岩田イワタ 中西ナカニシ 服部ハットリ 樋口ヒグチ 福島フクシマ 永井ナガイ`;

/** Ranks of some 200 to 3,000, and the old forms of characters that every real list has: together as many people as the first hundred. */
const USUAL = `髙橋タカハシ 山﨑ヤマサキ 渡邊ワタナベ 渡邉ワタナベ 齋藤サイトウ 齊藤サイトウ 濵田ハマダ 廣瀬ヒロセ 澤田サワダ 眞鍋マナベ 嶋田シマダ 桑原クワバラ 三宅ミヤケ 八木ヤギ 大平オオヒラ 細谷ホソヤ 雨宮アメミヤ 土居ドイ 越智オチ 正岡マサオカ
比嘉ヒガ 金城キンジョウ 玉城タマキ 新垣アラカキ 島袋シマブクロ 国吉クニヨシ 小笠原オガサワラ 日下部クサカベ 伊集院イジュウイン 薬師寺ヤクシジ 二階堂ニカイドウ 四宮シノミヤ 百瀬モモセ 千田センダ 早乙女サオトメ 皆川ミナガワ 市橋イチハシ 郡司グンジ 城戸キド 会田アイダ
南ミナミ 北キタ 東ヒガシ 西ニシ 泉イズミ 堤ツツミ 谷タニ 畑ハタ 滝タキ 星ホシ 岸キシ 榊サカキ 湊ミナト 毛利モウリ 大内オオウチ 夏目ナツメ 町田マチダ 香西コウザイ 宮武ミヤタケ 十河ソゴウ 真部マナベ 鎌田カマダ 多田タダ 秋山アキヤマ 大久保オオクボ 望月モチヅキ 田口タグチ
荒木アラキ 永田ナガタ 吉岡ヨシオカ 黒田クロダ 松村マツムラ 馬場ババ 浅野アサノ 須藤スドウ 大久保オオクボ 熊谷クマガイ 小沢オザワ 今村イマムラ 尾崎オザキ 篠原シノハラ 大橋オオハシ 広瀬ヒロセ 大山オオヤマ 石原イシハラ 松岡マツオカ 成田ナリタ 榎本エノモト 大石オオイシ 片山カタヤマ 本間ホンマ 早川ハヤカワ
横田ヨコタ 岡崎オカザキ 荒井アライ 鎌倉カマクラ 宮田ミヤタ 小田オダ 堀ホリ 高山タカヤマ 長田オサダ 平井ヒライ 大島オオシマ 関口セキグチ 石塚イシヅカ 三好ミヨシ 大川オオカワ 栗原クリハラ 内藤ナイトウ 中島ナカジマ 西山ニシヤマ 福井フクイ 白石シライシ 植田ウエダ 神田カンダ 矢野ヤノ 萩原ハギワラ
落合オチアイ 川上カワカミ 田辺タナベ 塚本ツカモト 野田ノダ 大森オオモリ 久野クノ 鶴田ツルタ 花田ハナダ 稲垣イナガキ 牧野マキノ 黒木クロキ 甲斐カイ 安部アベ 長友ナガトモ 日高ヒダカ 児玉コダマ 川野カワノ 首藤シュトウ 佐竹サタケ 沼田ヌマタ 溝口ミゾグチ 三上ミカミ 相馬ソウマ 葛西カサイ 奈良ナラ 対馬ツシマ 成瀬ナルセ
蛭田ヒルタ 根本ネモト 飛田トビタ 鴨志田カモシダ 海老原エビハラ 栃木トチギ 茂木モテギ 狩野カノウ 生方ウブカタ 都築ツヅキ 鬼頭キトウ 加賀カガ 能登ノト 西尾ニシオ 伏見フシミ 奥村オクムラ 辻本ツジモト 植村ウエムラ 梅本ウメモト 枡田マスダ 玉井タマイ 宇都宮ウツノミヤ 兵頭ヒョウドウ 河内カワチ 山根ヤマネ 景山カゲヤマ 安達アダチ 古賀コガ 江口エグチ 原口ハラグチ`;

/** Old forms that fonts lack, place names, common words, one character, four characters, readings nobody guesses: a few in a hundred people. */
const RARE = `𠮷田ヨシダ 嶋﨑シマザキ 國分コクブン 檜垣ヒガキ 小鳥遊タカナシ 四月一日ワタヌキ 勅使河原テシガワラ 東海林ショウジ 長宗我部チョウソカベ 武者小路ムシャノコウジ 五百旗頭イオキベ 大豆生田オオマメウダ 御手洗ミタライ 喜屋武キャン
我那覇ガナハ 仲村渠ナカンダカリ 具志堅グシケン 東江アガリエ 与那覇ヨナハ 八重樫ヤエガシ 鷲見スミ 柊ヒイラギ 服巻ハラマキ 鶴薗ツルゾノ 外薗ホカゾノ 米満ヨネミツ 肥後ヒゴ 薩摩サツマ 安芸アキ 讃岐サヌキ 播磨ハリマ 近江オウミ
造田ゾウダ 一色イッシキ 五島ゴトウ 六車ムグルマ 七条シチジョウ 九鬼クキ 十川ソガワ 万代マンダイ 浅葱アサギ 水卜ミウラ 月見里ヤマナシ 栗花落ツユリ 春夏冬アキナシ 城ジョウ 窪クボ 鎌カマ 楠クスノキ 榎エノキ 柏カシワ 楓カエデ
京極キョウゴク 蜂須賀ハチスカ 様田サマダ 鑓水ヤリミズ 釜萢カマヤチ 撫養ムヤ 阿比留アビル 轟トドロキ 財前ザイゼン 部谷ヘヤ 県アガタ 村主スグリ 長オサ 府川フカワ 道下ミチシタ 寺坂テラサカ 宮ミヤ 社ヤシロ 軍司グンジ 昭和ショウワ 課長谷カチョウタニ 雲母キララ`;

const GIVEN_OLD = `正ただし 清きよし 勇いさむ 茂しげる 博ひろし 実みのる 弘ひろし 進すすむ 勝まさる 昭あきら 正雄まさお 義雄よしお 幸一こういち 三郎さぶろう 辰五郎たつごろう 喜久治きくじ 宗一郎そういちろう 源太郎げんたろう
キヨ#きよ ハル#はる トメ#とめ 千代ちよ 文ふみ 静しずか 和子かずこ 幸子さちこ 節子せつこ 弘子ひろこ 美代子みよこ 八重子やえこ 登美子とみこ ヨシ子よしこ タケ子たけこ 喜美江きみえ 志津しづ 佐和子さわこ 敏江としえ 恒夫つねお`;
const GIVEN_MIDDLE = `健一けんいち 浩ひろし 誠まこと 隆たかし 剛つよし 学まなぶ 大輔だいすけ 直樹なおき 哲也てつや 和也かずや 雅人まさと 健太郎けんたろう 裕介ゆうすけ 達也たつや 孝之たかゆき 伸一郎しんいちろう 潤じゅん 徹とおる 英明ひであき 康平こうへい
洋子ようこ 恵子けいこ 真由美まゆみ 由美子ゆみこ 明美あけみ 直美なおみ 久美子くみこ 智子ともこ 裕子ゆうこ 陽子ようこ 香織かおり 美穂みほ 千春ちはる 麻衣まい 恵えみ 絵理子えりこ 里美さとみ 奈緒美なおみ 亜希子あきこ 典子のりこ`;
const GIVEN_NEW = `翔太しょうた 拓海たくみ 健太けんた 大樹だいき 翼つばさ 蓮れん 陽翔はると 湊みなと 蒼あおい 樹いつき 悠真ゆうま 大翔ひろと 朝陽あさひ 律りつ 颯太そうた 結翔ゆいと 暖だん 新あらた 碧あお 駿しゅん 遼太朗りょうたろう 航平こうへい 奏多かなた
美咲みさき 彩あや 愛あい 葵あおい 陽菜ひな 凛りん 結衣ゆい 咲良さくら 紬つむぎ 莉子りこ 芽依めい 澪みお 杏あん 詩うた 紗良さら 心春こはる 彩葉いろは 優月ゆづき 花音かのん 琴音ことね 美羽みう 千紘ちひろ 明日香あすか 瑞希みずき`;
/** Kirakira names: readings that the characters do not have, words of nature and of other languages. */
const GIVEN_KIRAKIRA = `心愛ここあ 光宙ぴかちゅう 七音どれみ 希星きらら 月らいと 騎士ないと 空蒼そら 虹心にこ 大空すかい 一二三ひふみ 宝彩とあ 愛翔らぶと 天使えんじぇる 龍飛伊るふぃ 海音まりん 美音みんと 琉生るい 絆きずな 永遠とわ 星凪せな 夢叶ゆめか 苺いちご 雫しずく 来桜らら 叶羽とわ 風雅ふうが 聖也せいや 獅童しどう 王子おうじ 姫凛ひめり 雪月花せしる 一心いっしん 茉莉花じゃすみん 瑠美空るびあ 皇帝しーざー 今鹿なうしか`;
const GIVEN_KANA = `さくら ひなた ひかり あかり みちる かおる すみれ つばさ のぞみ いぶき こころ ほのか まどか ゆかり さつき みずき しおり めぐみ くるみ すず はな れい ゆう あい ハナ エミ マリ ユリ アンナ リサ ジュン レオ ケン ナオミ エリカ カレン`;

/** As written on a residence record, and as on a passport. */
const KATAKANA = `グエン・ヴァン・アン=NGUYEN VAN AN|マリア・サントス=SANTOS MARIA|ジョン・スミス=SMITH JOHN|ダ・シルヴァ・ルーカス=DA SILVA LUCAS|キム・ミンジュン=KIM MINJUN|パク・ソヨン=PARK SOYEON|チャン・ティ・ホア=TRAN THI HOA|アフマド・ファウジ=AHMAD FAUZI|スニタ・シュレスタ=SHRESTHA SUNITA|ラジェシュ・クマール=KUMAR RAJESH|オリヴィア・ブラウン=BROWN OLIVIA|ピエール・デュボワ=DUBOIS PIERRE|ハンス・ミュラー=MULLER HANS|イワン・ペトロフ=PETROV IVAN|サラ・ジョンソン=JOHNSON SARAH|ムハンマド・アリ=ALI MUHAMMAD|ファティマ・ハッサン=HASSAN FATIMA|カルロス・ゴンザレス=GONZALEZ CARLOS|レ・ティ・トゥイ=LE THI THUY|フアン・デラクルス=DELA CRUZ JUAN|デヴィッド・ウィルソン=WILSON DAVID|アナ・パウラ・オリヴェイラ=OLIVEIRA ANA PAULA|バットバヤル・ガンボルド=GANBOLD BATBAYAR|ソムチャイ・ジャイディー=JAIDEE SOMCHAI|ミン・トゥ・アウン=MIN THU AUNG`;
const CHINESE = `王秀英オウシュウエイ=WANG XIUYING|李偉リイ=LI WEI|陳美玲チンビレイ=CHEN MEILING|劉洋リュウヨウ=LIU YANG|張麗チョウレイ=ZHANG LI|楊暁東ヨウギョウトウ=YANG XIAODONG|黄志強コウシキョウ=HUANG ZHIQIANG|趙敏チョウビン=ZHAO MIN|周傑シュウケツ=ZHOU JIE|呉佳怡ゴカイ=WU JIAYI|徐静ジョセイ=XU JING|孫磊ソンライ=SUN LEI|馬超バチョウ=MA CHAO|朱婷シュテイ=ZHU TING|郭芳カクホウ=GUO FANG|何俊カシュン=HE JUN|高雪コウセツ=GAO XUE|羅文傑ラブンケツ=LUO WENJIE|欧陽娜オウヨウナ=OUYANG NA|蔡宗翰サイソウカン=TSAI TSUNGHAN`;
const KOREAN = `金民俊キムミンジュン=KIM MINJUN|朴智恩パクジウン=PARK JIEUN|李秀賢イスヒョン=LEE SUHYUN|崔東旭チェドンウク=CHOI DONGWOOK|鄭美京チョンミギョン=JUNG MIKYUNG|姜昊カンホ=KANG HO|趙恩英チョウンヨン=CHO EUNYOUNG|尹相哲ユンサンチョル=YOON SANGCHUL|張瑞妍チャンソヨン=JANG SEOYEON|林成勲イムソンフン=LIM SUNGHOON|韓知慧ハンジヘ=HAN JIHYE|申東建シンドンゴン=SHIN DONGGUN|権娜羅クォンナラ=KWON NARA|柳承範リュスンボム=RYU SEUNGBUM|南宮珉ナムグンミン=NAMGOONG MIN`;

export interface NamePart {
  readonly written: string;
  /** Katakana. */
  readonly reading: string;
}

export interface ForeignName {
  readonly written: string;
  /** Katakana; the name itself where it is katakana. */
  readonly reading: string;
  /** Capitals, family name first, as in a passport. */
  readonly latin: string;
}

export const katakanaOf = (text: string): string => text.replace(/[ぁ-ゖ]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0x60));
export const hiraganaOf = (text: string): string => text.replace(/[ァ-ヶ]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60));

function surnames(list: string): NamePart[] {
  return list.split(/\s+/u).map((entry) => {
    const [, written, reading] = /^(.+?)(\p{Script=Katakana}[\p{Script=Katakana}ー]*)$/u.exec(entry) ?? fail(entry);
    return { written, reading };
  });
}

function givenNames(list: string): NamePart[] {
  return list.split(/\s+/u).map((entry) => {
    if (/^[\p{Script=Hiragana}ー]+$|^[\p{Script=Katakana}ー]+$/u.test(entry)) return { written: entry, reading: katakanaOf(entry) };
    const [, written, reading] = /^(.+?)#?([\p{Script=Hiragana}ー]+)$/u.exec(entry) ?? fail(entry);
    return { written, reading: katakanaOf(reading) };
  });
}

function foreign(list: string): ForeignName[] {
  return list.split("|").map((entry) => {
    const [name, latin] = entry.split("=");
    const [, kanji, reading] = /^(\p{Script=Han}*)(.*)$/u.exec(name) ?? fail(entry);
    return { written: kanji === "" ? reading : kanji, reading, latin };
  });
}

function fail(entry: string): never {
  throw new Error(`name-lists.ts: an entry of ${entry.length} characters has another form`);
}

export const SURNAMES = { common: surnames(COMMON), usual: surnames(USUAL), rare: surnames(RARE) } as const;
export const GIVEN_NAMES = {
  old: givenNames(GIVEN_OLD),
  middle: givenNames(GIVEN_MIDDLE),
  new: givenNames(GIVEN_NEW),
  kirakira: givenNames(GIVEN_KIRAKIRA),
  kana: givenNames(GIVEN_KANA),
} as const;
export const FOREIGN_NAMES = { katakana: foreign(KATAKANA), chinese: foreign(CHINESE), korean: foreign(KOREAN) } as const;
