/**
 * Builds detectors/shared/data/known-people.txt.br: people whom books of history, letters and the arts name. Run: npx tsx scripts/data/known-people.ts
 * From ENAMDICT, whose entries of single people ("h") carry their years of life; the few that it lacks or that have namesakes are listed here.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { givenTier, nameTrie, surnameTier } from "../../detectors/shared/name-dictionary.js";
import { lookUp } from "../../detectors/shared/trie.js";
import { normalize } from "../../src/text/normalize.js";
import { debianPackage } from "./sources.js";
import { writeBrotli } from "./write-brotli.js";

const OUT = fileURLToPath(new URL("../../detectors/shared/data/known-people.txt.br", import.meta.url));
const enamdict = debianPackage("enamdict", "2021.02.03-1", "8b5180f13164d160ee8e467231f4243341d18b4aae758ad2583d4ec86179e03f") + "usr/share/edict/enamdict";

/** Composers, scientists and writers who are called by their last names alone; ENAMDICT has their surnames, without who they were. */
const BY_ONE_NAME =
  "モーツァルト ベートーヴェン ベートーベン バッハ ハイドン シューベルト シューマン ショパン リスト ブラームス ワーグナー ヴァーグナー ヴェルディ プッチーニ ロッシーニ ビゼー ドビュッシー ラヴェル チャイコフスキー ドヴォルザーク ドボルザーク スメタナ グリーグ シベリウス マーラー ブルックナー " +
  "ストラヴィンスキー ショスタコーヴィチ プロコフィエフ ラフマニノフ ムソルグスキー ヘンデル ヴィヴァルディ ビバルディ パガニーニ メンデルスゾーン シュトラウス ガーシュウィン サティ バルトーク フォーレ ベルリオーズ パッヘルベル サン=サーンス エルガー ホルスト ブリテン コープランド " +
  "シェイクスピア ゲーテ シラー トルストイ ドストエフスキー チェーホフ プーシキン ゴーゴリ ツルゲーネフ ユゴー ユーゴー バルザック スタンダール フローベール モーパッサン ボードレール ランボー プルースト カミュ サルトル カフカ ヘッセ リルケ ヘミングウェイ フォークナー スタインベック フィッツジェラルド " +
  "ディケンズ オースティン ブロンテ ワイルド ジョイス オーウェル ポー メルヴィル トウェイン ホイットマン アンデルセン グリム イソップ イプセン ダンテ ボッカチオ セルバンテス ホメロス ソフォクレス ボルヘス ガルシア=マルケス サン=テグジュペリ モンテーニュ パスカル ヴォルテール ルソー モンテスキュー " +
  "ソクラテス プラトン アリストテレス ピタゴラス ユークリッド アルキメデス プトレマイオス キケロ セネカ アウグストゥス カエサル シーザー ネロ ハンニバル クレオパトラ アレクサンドロス デカルト スピノザ ライプニッツ ロック ヒューム カント ヘーゲル ショーペンハウアー ニーチェ キルケゴール マルクス エンゲルス フロイト ユング ハイデガー " +
  "ウィトゲンシュタイン ケインズ コペルニクス ガリレオ ガリレイ ケプラー ニュートン ラボアジエ ファラデー マクスウェル ダーウィン メンデル パスツール コッホ ノーベル エジソン キュリー アインシュタイン ボーア ハイゼンベルク シュレーディンガー ガウス オイラー リーマン フェルマー ガロア チューリング フレミング " +
  "ダ・ヴィンチ レオナルド・ダ・ヴィンチ ミケランジェロ ラファエロ ボッティチェリ カラヴァッジョ レンブラント フェルメール ルーベンス ベラスケス ゴヤ モネ マネ ルノワール ドガ セザンヌ ゴッホ ゴーギャン スーラ ムンク クリムト ピカソ マティス シャガール ダリ ミロ カンディンスキー ウォーホル ロダン ガウディ コルビュジエ " +
  "ナポレオン ルター カルヴァン コロンブス マゼラン ビスマルク リンカーン ワシントン チャーチル ルーズベルト ヒトラー ムッソリーニ スターリン レーニン トロツキー ガンジー ガンディー ペリー ザビエル シーボルト ナイチンゲール ジャンヌ・ダルク マリー・アントワネット エリザベス1世 " +
  "ヘボン フェノロサ クラーク モース ハーン ラフカディオ・ハーン マッカーサー ケネディ ゴルバチョフ";
/** In every school book, but with parts so common that somebody else may be called so, or missing from ENAMDICT. */
const OF_SCHOOL_BOOKS =
  "卑弥呼 聖徳太子 小野妹子 蘇我馬子 蘇我入鹿 中大兄皇子 中臣鎌足 藤原鎌足 天智天皇 天武天皇 持統天皇 聖武天皇 桓武天皇 後醍醐天皇 明治天皇 大正天皇 昭和天皇 行基 鑑真 最澄 空海 菅原道真 藤原道長 藤原頼通 紫式部 清少納言 小野小町 紀貫之 平将門 平清盛 源頼朝 源義経 源頼光 北条政子 北条時宗 北条泰時 北条早雲 " +
  "武蔵坊弁慶 那須与一 法然 親鸞 一遍 栄西 道元 日蓮 一休 雪舟 世阿弥 観阿弥 運慶 快慶 足利尊氏 足利義満 足利義政 足利義昭 新田義貞 楠木正成 武田信玄 上杉謙信 毛利元就 今川義元 織田信長 豊臣秀吉 豊臣秀頼 羽柴秀吉 木下藤吉郎 徳川家康 徳川秀忠 徳川家光 徳川綱吉 徳川吉宗 徳川慶喜 徳川光圀 " +
  "明智光秀 石田三成 前田利家 伊達政宗 真田幸村 真田信繁 加藤清正 福島正則 黒田官兵衛 黒田孝高 長宗我部元親 島津義久 浅井長政 柴田勝家 千利休 狩野永徳 長谷川等伯 山田長政 天草四郎 松平定信 松平頼重 水野忠邦 田沼意次 新井白石 荻生徂徠 本居宣長 杉田玄白 前野良沢 平賀源内 伊能忠敬 関孝和 貝原益軒 " +
  "松尾芭蕉 与謝蕪村 小林一茶 近松門左衛門 井原西鶴 十返舎一九 滝沢馬琴 曲亭馬琴 上田秋成 葛飾北斎 歌川広重 喜多川歌麿 東洲斎写楽 尾形光琳 俵屋宗達 円山応挙 伊藤若冲 大塩平八郎 二宮尊徳 二宮金次郎 吉田松陰 坂本龍馬 坂本竜馬 中岡慎太郎 高杉晋作 桂小五郎 木戸孝允 西郷隆盛 大久保利通 勝海舟 岩倉具視 近藤勇 土方歳三 " +
  "沖田総司 井伊直弼 島津斉彬 ジョン万次郎 伊藤博文 大隈重信 板垣退助 山県有朋 陸奥宗光 小村寿太郎 福沢諭吉 福澤諭吉 渋沢栄一 津田梅子 新島襄 森有礼 中江兆民 田中正造 犬養毅 原敬 東郷平八郎 乃木希典 吉田茂 田中角栄 杉原千畝 平塚雷鳥 市川房枝 北里柴三郎 野口英世 志賀潔 鈴木梅太郎 湯川秀樹 朝永振一郎 長岡半太郎 " +
  "牧野富太郎 南方熊楠 寺田寅彦 岡潔 夏目漱石 森鴎外 森鷗外 樋口一葉 正岡子規 高浜虚子 島崎藤村 与謝野晶子 与謝野鉄幹 石川啄木 北原白秋 萩原朔太郎 高村光太郎 高村光雲 斎藤茂吉 若山牧水 種田山頭火 尾崎放哉 二葉亭四迷 坪内逍遥 尾崎紅葉 幸田露伴 泉鏡花 国木田独歩 田山花袋 永井荷風 谷崎潤一郎 芥川龍之介 菊池寛 " +
  "志賀直哉 武者小路実篤 有島武郎 宮沢賢治 宮澤賢治 新美南吉 小川未明 鈴木三重吉 梶井基次郎 中原中也 中島敦 太宰治 坂口安吾 川端康成 三島由紀夫 大江健三郎 安部公房 井伏鱒二 林芙美子 壺井栄 金子みすゞ 江戸川乱歩 横溝正史 松本清張 司馬遼太郎 山本周五郎 吉川英治 池波正太郎 藤沢周平 遠藤周作 開高健 井上靖 柳田國男 柳田国男 " +
  "折口信夫 西田幾多郎 和辻哲郎 九鬼周造 岡倉天心 小泉八雲 黒田清輝 横山大観 竹久夢二 岡本太郎 棟方志功 イサム・ノグチ 滝廉太郎 山田耕筰 中山晋平 古賀政男 武満徹 黒澤明 小津安二郎 溝口健二 宮崎駿 手塚治虫 藤子・F・不二雄 長谷川町子 美空ひばり 石原裕次郎 丹下健三 安藤忠雄 松下幸之助 本田宗一郎 豊田佐吉 豊田喜一郎 " +
  "楊貴妃 孔子 孟子 老子 荘子 荀子 孫子 始皇帝 劉邦 項羽 曹操 劉備 孫権 諸葛亮 諸葛孔明 司馬遷 李白 杜甫 白居易 玄奘 朱元璋 孫文 蒋介石 毛沢東 周恩来 魯迅 李舜臣 安重根 " +
  "モナ・リザ 水戸黄門 桃太郎 金太郎 浦島太郎 一寸法師 猿飛佐助 石川五右衛門 鼠小僧次郎吉 国定忠治 宮本武蔵 佐々木小次郎 大岡越前 遠山金四郎 清水次郎長";

/** Heads of government, laureates, authors, artists, athletes and performers of today and yesterday whom newspapers name without more ado. */
const OF_NEWSPAPERS =
  "黒田清隆 松方正義 桂太郎 西園寺公望 山本権兵衛 寺内正毅 高橋是清 加藤友三郎 清浦奎吾 加藤高明 若槻礼次郎 田中義一 浜口雄幸 濱口雄幸 斎藤実 岡田啓介 広田弘毅 林銑十郎 近衛文麿 平沼騏一郎 阿部信行 米内光政 東条英機 東條英機 小磯国昭 鈴木貫太郎 幣原喜重郎 片山哲 芦田均 鳩山一郎 石橋湛山 岸信介 池田勇人 佐藤栄作 佐藤榮作 田中角榮 三木武夫 " +
  "福田赳夫 大平正芳 鈴木善幸 中曽根康弘 竹下登 宇野宗佑 海部俊樹 宮沢喜一 宮澤喜一 細川護熙 羽田孜 村山富市 橋本龍太郎 小渕恵三 森喜朗 小泉純一郎 安倍晋三 福田康夫 麻生太郎 鳩山由紀夫 菅直人 野田佳彦 菅義偉 岸田文雄 石破茂 小池百合子 石原慎太郎 " +
  "江崎玲於奈 福井謙一 利根川進 白川英樹 野依良治 小柴昌俊 田中耕一 南部陽一郎 益川敏英 下村脩 山中伸弥 梶田隆章 大隅良典 本庶佑 吉野彰 真鍋淑郎 小平邦彦 広中平祐 森重文 伊藤清 岩澤健吉 志村五郎 谷山豊 高木貞治 仁科芳雄 寺田寅彦 糸川英夫 今西錦司 " +
  "村上春樹 村上龍 東野圭吾 宮部みゆき 伊坂幸太郎 湊かなえ 小川洋子 又吉直樹 村田沙耶香 恩田陸 三浦しをん 吉本ばなな よしもとばなな 江國香織 角田光代 川上弘美 川上未映子 綿矢りさ 金原ひとみ 朝井リョウ 西加奈子 辻村深月 有川浩 森見登美彦 万城目学 池井戸潤 京極夏彦 綾辻行人 有栖川有栖 島田荘司 高村薫 桐野夏生 浅田次郎 重松清 宮本輝 五木寛之 筒井康隆 小松左京 星新一 " +
  "北杜夫 有吉佐和子 山崎豊子 三浦綾子 瀬戸内寂聴 向田邦子 田辺聖子 水上勉 吉村昭 新田次郎 城山三郎 辻邦生 庄野潤三 吉行淳之介 安岡章太郎 野坂昭如 井上ひさし 寺山修司 谷川俊太郎 茨木のり子 まど・みちお 俵万智 佐野洋子 中川李枝子 なかがわりえこ 松谷みよ子 かこさとし 五味太郎 いわさきちひろ 安野光雅 柳美里 多和田葉子 石牟礼道子 大岡昇平 火野葦平 佐藤春夫 室生犀星 堀辰雄 三好達治 西脇順三郎 " +
  "高峰秀子 原節子 三船敏郎 笠智衆 渥美清 高倉健 吉永小百合 勝新太郎 市川雷蔵 森繁久彌 樹木希林 木下惠介 木下恵介 成瀬巳喜男 今村昌平 大島渚 市川崑 伊丹十三 山田洋次 野村芳太郎 北野武 是枝裕和 新海誠 細田守 高畑勲 庵野秀明 富野由悠季 押井守 今敏 黒沢清 濱口竜介 丹波哲郎 山崎努 役所広司 渡辺謙 " +
  "水木しげる 石ノ森章太郎 赤塚不二夫 横山光輝 ちばてつや 松本零士 永井豪 萩尾望都 竹宮惠子 池田理代子 高橋留美子 鳥山明 井上雄彦 尾田栄一郎 岸本斉史 諫山創 青山剛昌 浦沢直樹 あだち充 さくらももこ 藤子不二雄 やなせたかし " +
  "石川さゆり 美輪明宏 高橋洋子 あいみょん 坂本九 島倉千代子 三波春夫 北島三郎 都はるみ 山口百恵 松田聖子 中森明菜 松任谷由実 中島みゆき 井上陽水 吉田拓郎 小田和正 矢沢永吉 忌野清志郎 坂本龍一 細野晴臣 高橋幸宏 小澤征爾 朝比奈隆 岩城宏之 久石譲 冨田勲 團伊玖磨 芥川也寸志 黛敏郎 伊福部昭 古関裕而 服部良一 中田喜直 高野辰之 岡野貞一 土井晩翠 野口雨情 本居長世 成田為三 山田耕筰 三木露風 西條八十 宇多田ヒカル 椎名林檎 米津玄師 星野源 福山雅治 桑田佳祐 " +
  "王貞治 長嶋茂雄 金田正一 張本勲 野村克也 星野仙一 落合博満 清原和博 松井秀喜 野茂英雄 イチロー 鈴木一朗 ダルビッシュ有 田中将大 大谷翔平 山本由伸 佐々木朗希 村上宗隆 三浦知良 中田英寿 中村俊輔 本田圭佑 香川真司 長友佑都 久保建英 三笘薫 澤穂希 荒川静香 浅田真央 羽生結弦 宇野昌磨 高橋大輔 錦織圭 大坂なおみ 伊達公子 松岡修造 石川遼 松山英樹 渋野日向子 宮里藍 高橋尚子 野口みずき 有森裕子 室伏広治 桐生祥秀 末續慎吾 " +
  "内村航平 橋本大輝 北島康介 萩野公介 池江璃花子 福原愛 石川佳純 伊藤美誠 張本智和 水谷隼 吉田沙保里 伊調馨 野村忠宏 谷亮子 井上康生 大野将平 阿部一二三 阿部詩 葛西紀明 高梨沙羅 小平奈緒 高木美帆 大鵬幸喜 千代の富士 貴乃花 白鵬 朝青龍 稀勢の里 照ノ富士 豊昇龍 武豊 福永祐一 羽生善治 森内俊之 大山康晴 中原誠 谷川浩司 升田幸三 佐藤康光 渡辺明 藤井聡太 加藤一二三 井山裕太 趙治勲 " +
  "猪熊弦一郎 岸田劉生 青木繁 藤島武二 梅原龍三郎 安井曾太郎 藤田嗣治 佐伯祐三 東山魁夷 平山郁夫 加山又造 上村松園 小倉遊亀 川合玉堂 竹内栖鳳 菱田春草 下村観山 速水御舟 前田青邨 平櫛田中 朝倉文夫 佐藤忠良 舟越保武 高田博厚 流政之 草間彌生 草間弥生 村上隆 奈良美智 横尾忠則 柳宗悦 濱田庄司 浜田庄司 河井寛次郎 富本憲吉 北大路魯山人 楽吉左衛門 酒井田柿右衛門 金重陶陽 前川國男 黒川紀章 槇文彦 磯崎新 伊東豊雄 隈研吾 妹島和世 坂茂 " +
  "明石家さんま ビートたけし タモリ 所ジョージ 志村けん 加藤茶 萩本欽一 桂文枝 立川談志 古今亭志ん生 三遊亭円朝 桂米朝 尾上菊五郎 市川團十郎 市川団十郎 松本白鸚 片岡仁左衛門 坂東玉三郎 中村勘三郎 中村吉右衛門 野村萬斎";
/** Tales, comics, plays and puppets. */
const OF_TALES =
  "江戸川コナン 工藤新一 毛利蘭 毛利小五郎 綾波レイ 碇シンジ 磯野カツオ 磯野ワカメ 磯野波平 フグ田サザエ フグ田タラオ 野比のび太 源静香 剛田武 骨川スネ夫 さくらももこ 花輪和彦 月野うさぎ 桜木花道 流川楓 赤木剛憲 三井寿 宮城リョータ 上杉達也 浅倉南 星飛雄馬 矢吹丈 孫悟空 孫悟飯 竈門炭治郎 竈門禰豆子 我妻善逸 嘴平伊之助 冨岡義勇 虎杖悠仁 五条悟 夜神月 諸星あたる 早乙女乱馬 江田島平八 冴羽獠 前田太尊 両津勘吉 大空翼 日向小次郎 " +
  "浦飯幽助 黒崎一護 うずまきナルト うちはサスケ はたけカカシ 銭形平次 銭形幸一 石川五ェ門 次元大介 峰不二子 ルパン三世 金田一耕助 金田一一 明智小五郎 小林少年 怪人二十面相 鬼塚英吉 古畑任三郎 半沢直樹 車寅次郎 大星由良之助 塩冶判官 高師直 早野勘平 弁慶 牛若丸 助六 お軽 お岩 お七 かぐや姫 うさぎどん 座敷童子 一休さん 三蔵法師 猪八戒 沙悟浄 ハックルベリー・フィン トム・ソーヤ ピーター・パン ピーターラビット シャーロック・ホームズ エルキュール・ポアロ ハリー・ポッター アン・シャーリー ルフィ";
/** Of history, by what everybody calls them. */
const BY_GIVEN_NAME =
  "信長 秀吉 家康 信玄 謙信 政宗 義経 頼朝 清盛 尊氏 義満 義政 光秀 三成 幸村 正成 道真 道長 業平 定家 西行 兼好 秀忠 家光 綱吉 吉宗 慶喜 光圀 源内 玄白 忠敬 宣長 篤胤 武蔵 弁慶 龍馬 竜馬 松陰 海舟 隆盛 利通 諭吉 芭蕉 一茶 蕪村 近松 西鶴 馬琴 北斎 広重 写楽 歌麿 若冲 応挙 光琳 宗達 等伯 利休 世阿弥 漱石 鴎外 鷗外 一葉 藤村 啄木 子規 虚子 碧梧桐 白秋 牧水 賢治 龍之介 安吾 乱歩 鏡花 露伴 紅葉 荷風 晶子 茂吉";

const IN_LATIN =
  "George Washington,Abraham Lincoln,Thomas Jefferson,Benjamin Franklin,John Adams,Theodore Roosevelt,Franklin Roosevelt,John F. Kennedy,Martin Luther King,Winston Churchill,Albert Einstein,Isaac Newton,Charles Darwin,Marie Curie,Galileo Galilei,Thomas Edison,Nikola Tesla,James Watt,Michael Faraday,James Maxwell,Alan Turing,Ada Lovelace,Charles Babbage,Grace Hopper," +
  "John von Neumann,Claude Shannon,Donald Knuth,Edsger Dijkstra,Tony Hoare,Dennis Ritchie,Ken Thompson,Linus Torvalds,Alfred Nobel,Louis Pasteur,Robert Koch,Florence Nightingale,William Shakespeare,Charles Dickens,Jane Austen,Mark Twain,Ernest Hemingway,George Orwell,Oscar Wilde,James Joyce,Virginia Woolf,Edgar Allan Poe,Walt Whitman,Emily Dickinson,Robert Frost,Arthur Conan Doyle,Agatha Christie," +
  "Leo Tolstoy,Victor Hugo,Johann Sebastian Bach,Wolfgang Amadeus Mozart,Wolfgang Mozart,Ludwig van Beethoven,Franz Schubert,Robert Schumann,Johannes Brahms,Richard Wagner,Giuseppe Verdi,Claude Debussy,Maurice Ravel,Joseph Haydn,Frederic Chopin,Antonio Vivaldi,Gustav Mahler,John Williams,John Lennon,Paul McCartney,George Harrison,Elvis Presley,Michael Jackson,David Bowie,Bob Dylan,Walt Disney," +
  "Vincent van Gogh,Claude Monet,Pablo Picasso,Paul Cezanne,Andy Warhol,Frank Lloyd Wright,Adam Smith,John Locke,David Hume,John Stuart Mill,Karl Marx,Friedrich Engels,Immanuel Kant,Friedrich Nietzsche,Sigmund Freud,Carl Jung,John Maynard Keynes,Bertrand Russell,Christopher Columbus,Marco Polo,James Cook,Henry Ford,Neil Armstrong,Sherlock Holmes,Harry Potter,Peter Pan,Robin Hood,King Arthur,Romeo Juliet,Jim Gray,Leslie Lamport,Barbara Liskov,Bjarne Stroustrup,Guido van Rossum,James Gosling,Brian Kernighan,Richard Stallman,Tim Berners-Lee,Vint Cerf,Whitfield Diffie,Martin Hellman,Ron Rivest,Adi Shamir,Bruce Schneier,Phil Zimmermann,Alonzo Church,Stephen Kleene,John McCarthy,Marvin Minsky,Robert Johnson,Eric Clapton,Jimi Hendrix,Jimmy Page,Freddie Mercury,Mick Jagger,Keith Richards,Ringo Starr,Stevie Wonder,Miles Davis,John Coltrane,Duke Ellington,Louis Armstrong,Charlie Parker,Bob Marley,Bill Gates,Steve Jobs,Steve Wozniak,Elon Musk,Jeff Bezos,Mark Zuckerberg,Warren Buffett,Barack Obama,Donald Trump,Joe Biden,Bill Clinton,Ronald Reagan,Richard Nixon,Margaret Thatcher,Tony Blair,Angela Merkel,Nelson Mandela,Mahatma Gandhi,Mother Teresa,Anne Frank,Helen Keller,Rosa Parks,Charlie Chaplin,Alfred Hitchcock,Steven Spielberg,George Lucas,Stanley Kubrick,Audrey Hepburn,Marilyn Monroe,James Bond,Mickey Mouse,Donald Duck,Charlie Brown,Peter Rabbit,Tom Sawyer,Huckleberry Finn,Anne Shirley,Oliver Twist,David Copperfield,Jane Eyre,Elizabeth Bennet,Luke Skywalker,Darth Vader,James Dean,Grace Kelly,Martin Luther,Babe Ruth,Jackie Robinson,Michael Jordan,Muhammad Ali,Tiger Woods,Roger Federer,Usain Bolt,Lionel Messi,Cristiano Ronaldo";

/** "Oda Nobunaga (1534-1582.6.21)": the living, "(1948.1-)", are left out. */
const YEARS = /\(h\)[^/]*\((?:c\.? ?)?\d{3,4}(?:\.[\d.]+)?[-–](?:c\.? ?)?(\d{3,4})/u;
const JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・々]{3,16}$/u;

/** Names like today's: from when people of all classes have had surnames, any that the dictionaries split well. */
const MODERN = 1870;

/** Whether both parts are common: the living have such names too. */
function hasNamesakes(name: string, died: number): boolean {
  const trie = nameTrie();
  for (let at = 1; at < name.length; at++) {
    const surname = surnameTier(lookUp(trie, name, 0, at));
    if (surname >= (died > MODERN ? 2 : 3) && givenTier(lookUp(trie, name, at, name.length)) >= 2) return true;
  }
  return false;
}

const people = new Set<string>();
for (const line of new TextDecoder("euc-jp").decode(readFileSync(enamdict)).split("\n")) {
  const years = YEARS.exec(line);
  if (years === null) continue;
  const name = normalize(line.slice(0, line.search(/ [[/]/u))).text;
  if (JAPANESE.test(name) && !hasNamesakes(name, Number(years[1]))) people.add(name);
}
for (const name of `${BY_ONE_NAME} ${OF_SCHOOL_BOOKS} ${OF_NEWSPAPERS} ${OF_TALES} ${BY_GIVEN_NAME}`.split(" ")) people.add(normalize(name).text);
for (const name of IN_LATIN.split(",")) people.add(name.toLowerCase().replaceAll(" ", ""));
const bytes = writeBrotli(OUT, Buffer.from(`${[...people].sort().join("\n")}\n`));
process.stdout.write(`known-people.txt.br: ${people.size} people, ${bytes} bytes\n`);
