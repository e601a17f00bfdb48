/**
 * Builds detectors/shared/data/known-people.txt: people whom books of history, letters and the arts name. Run: npx tsx scripts/data/known-people.ts
 * From ENAMDICT, whose entries of single people ("h") carry their years of life; the few that it lacks or that have namesakes are listed here.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { givenTier, nameTrie, surnameTier } from "../../detectors/shared/name-dictionary.js";
import { lookUp } from "../../detectors/shared/trie.js";
import { normalize } from "../../src/text/normalize.js";
import { debianPackage } from "./sources.js";

const OUT = fileURLToPath(new URL("../../detectors/shared/data/known-people.txt", import.meta.url));
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

const IN_LATIN =
  "George Washington,Abraham Lincoln,Thomas Jefferson,Benjamin Franklin,John Adams,Theodore Roosevelt,Franklin Roosevelt,John F. Kennedy,Martin Luther King,Winston Churchill,Albert Einstein,Isaac Newton,Charles Darwin,Marie Curie,Galileo Galilei,Thomas Edison,Nikola Tesla,James Watt,Michael Faraday,James Maxwell,Alan Turing,Ada Lovelace,Charles Babbage,Grace Hopper," +
  "John von Neumann,Claude Shannon,Donald Knuth,Edsger Dijkstra,Tony Hoare,Dennis Ritchie,Ken Thompson,Linus Torvalds,Alfred Nobel,Louis Pasteur,Robert Koch,Florence Nightingale,William Shakespeare,Charles Dickens,Jane Austen,Mark Twain,Ernest Hemingway,George Orwell,Oscar Wilde,James Joyce,Virginia Woolf,Edgar Allan Poe,Walt Whitman,Emily Dickinson,Robert Frost,Arthur Conan Doyle,Agatha Christie," +
  "Leo Tolstoy,Victor Hugo,Johann Sebastian Bach,Wolfgang Amadeus Mozart,Wolfgang Mozart,Ludwig van Beethoven,Franz Schubert,Robert Schumann,Johannes Brahms,Richard Wagner,Giuseppe Verdi,Claude Debussy,Maurice Ravel,Joseph Haydn,Frederic Chopin,Antonio Vivaldi,Gustav Mahler,John Williams,John Lennon,Paul McCartney,George Harrison,Elvis Presley,Michael Jackson,David Bowie,Bob Dylan,Walt Disney," +
  "Vincent van Gogh,Claude Monet,Pablo Picasso,Paul Cezanne,Andy Warhol,Frank Lloyd Wright,Adam Smith,John Locke,David Hume,John Stuart Mill,Karl Marx,Friedrich Engels,Immanuel Kant,Friedrich Nietzsche,Sigmund Freud,Carl Jung,John Maynard Keynes,Bertrand Russell,Christopher Columbus,Marco Polo,James Cook,Henry Ford,Neil Armstrong,Sherlock Holmes,Harry Potter,Peter Pan,Robin Hood,King Arthur,Romeo Juliet";

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
for (const name of `${BY_ONE_NAME} ${OF_SCHOOL_BOOKS}`.split(" ")) people.add(normalize(name).text);
for (const name of IN_LATIN.split(",")) people.add(name.toLowerCase().replaceAll(" ", ""));
writeFileSync(OUT, `${[...people].sort().join("\n")}\n`);
process.stdout.write(`known-people.txt: ${people.size} people, ${readFileSync(OUT).length} bytes\n`);
