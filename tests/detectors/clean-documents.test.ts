import { describe, expect, it } from "vitest";
import { findEntities, scan } from "../../src/index.js";
import { columnOf, standsAmongRows } from "../support/text-rows.js";

/** Documents that are nobody's, each beside one like it that is somebody's: a rule that empties the first must leave the second. */
interface Pair {
  readonly kind: string;
  readonly name: string;
  readonly clean: string;
  readonly people: string;
}

const PAIRS: readonly Pair[] = [
  {
    kind: "numbers under a part's heading and telephones under their own", name: "a.csv",
    clean: columnOf("品番,品名,単価", ["080-6931-7357,スパナ,120", "090-6049-8424,レンチ,300", "080-4883-2158,のこぎり,90"]),
    people: columnOf("氏名,電話番号,単価", ["井上健一,080-6931-7357,120", "上田由美,090-6049-8424,300", "加藤恵,080-4883-2158,90"]),
  },
  {
    kind: "works under their title and people under theirs", name: "a.csv",
    clean: columnOf("番組名,放送日", ["古畑任三郎,4月1日", "金田一少年,4月2日", "半沢直樹,4月3日", "銭形平次,4月4日"]),
    people: columnOf("氏名,申込日", ["井上健一,4月1日", "上田由美,4月2日", "加藤恵,4月3日", "大野誠,4月4日"]),
  },
  {
    kind: "members of a council and of a club", name: "a.csv",
    clean: columnOf("議席番号,氏名,会派,当選回数", ["1,井上健一,青空会,3", "2,上田由美,青空会,2", "3,加藤恵,無所属,1", "4,大野誠,無所属,1"]),
    people: columnOf("会員番号,氏名,班,参加回数", ["1,井上健一,青空,3", "2,上田由美,青空,2", "3,加藤恵,白雲,1", "4,大野誠,白雲,1"]),
  },
  {
    kind: "horses and children with their parents", name: "a.csv",
    clean: columnOf("馬名,毛色,生年月日,父,母", ["サクラ,鹿毛,2022-03-14,ハルオ,ユウコ", "タケノイチロー,栗毛,2021-04-02,ジロー,ハナコ", "ミナミ,芦毛,2022-02-27,タロー,ユキ"]),
    people: columnOf("氏名,性別,生年月日,父,母", ["井上健一,男,2012-03-14,井上誠,井上由美", "上田大輝,男,2011-04-02,上田浩,上田恵", "加藤翔太,男,2012-02-27,加藤修,加藤幸子"]),
  },
  {
    kind: "how many are called so and who is on duty", name: "a.csv",
    clean: columnOf("順位,名字,読み,およその人数", ["1,佐藤,さとう,1830000", "2,鈴木,すずき,1770000", "3,高橋,たかはし,1380000", "4,田中,たなか,1310000"]),
    people: columnOf("当番,名字,読み,電話", ["1,佐藤,さとう,090-5443-5761", "2,鈴木,すずき,090-3390-4226", "3,高橋,たかはし,090-7833-9987", "4,田中,たなか,090-6931-7357"]),
  },
  {
    kind: "who wrote a piece and who plays it", name: "a.txt",
    clean: "定期演奏会 プログラム\n1. 大阪の歌 ／ 井上 健一\n2. 木挽きの歌 ／ 上田 大輝\nアンコール　行進曲\n",
    people: "発表会の係\n1. 受付 ／ 井上 健一\n2. 会場 ／ 上田 大輝\n電話 090-5443-5761\n",
  },
  {
    kind: "a part of a machine and a patient", name: "a.txt",
    clean: "【請求項１】前記蓋部は、係合爪（２１）により前記筐体の係合孔（１１）に係止される保存容器。\n",
    people: "昨日の受診者　井上健一（４１）、上田由美（３８）\n",
  },
  {
    kind: "an example's birth and a member's", name: "a.txt",
    clean: "【例】Aさん（昭和41年4月2日生まれ・男性）の受給開始は65歳です。\n",
    people: "井上健一さん（昭和41年4月2日生まれ・男性）の受給開始は65歳です。\n",
  },
  {
    kind: "builders of long ago and of today", name: "a.csv",
    clean: columnOf("番号,建物,所在地,氏名,建築年", ["1,北の門,福島県,井上健一,1384年", "2,西の櫓,長野県,上田由美,1495年", "3,南の蔵,石川県,加藤恵,1580年", "4,東の館,愛知県,大野誠,17世紀初頭"]),
    people: columnOf("番号,建物,所在地,氏名,建築年", ["1,北の門,福島県,井上健一,1984年", "2,西の櫓,長野県,上田由美,1995年", "3,南の蔵,石川県,加藤恵,2018年", "4,東の館,愛知県,大野誠,2021年"]),
  },
  {
    kind: "lords of castles and those who live in houses", name: "a.csv",
    clean: columnOf("城名,所在地,城主", ["北城,福島県,井上健一", "西城,長野県,上田由美", "南城,石川県,加藤恵"]),
    people: columnOf("棟名,所在地,居住者", ["北棟,福島県,井上健一", "西棟,長野県,上田由美", "南棟,石川県,加藤恵"]),
  },
  {
    kind: "who is to be a director and who goes to court", name: "a.txt",
    clean: "役員の異動について\n社外取締役候補　弁護士　井上 健一\n",
    people: "離婚調停について\n申込者　井上 健一\n",
  },
  {
    kind: "professionals and pupils", name: "a.csv",
    clean: columnOf("背番号,選手名,所属球団", ["1,井上健一,読売ジャイアンツ", "2,上田大輝,阪神タイガース", "3,加藤翔太,広島東洋カープ"]),
    people: columnOf("背番号,選手名,学年", ["1,井上健一,3年", "2,上田大輝,3年", "3,加藤翔太,2年"]),
  },
  {
    kind: "the cast of a film and of a school's play", name: "a.txt",
    clean: "映画「森の音楽会」\n出演：井上健一　上田由美　加藤恵\n",
    people: "6年生の劇「森の音楽会」\n森の王：井上健一　森の姫：上田由美　語り手：加藤恵\n",
  },
  {
    kind: "names that children are given and a list of winners", name: "a.txt",
    clean: "人気の名前ランキング\n第1位　陽翔　156人\n第2位　悠真　132人\n第3位　陽菜　76人\n",
    people: "なわとび大会の結果\n第1位　井上陽翔\n第2位　上田悠真\n第3位　加藤陽菜\n",
  },
  {
    kind: "an exercise and a letter", name: "a.txt",
    clean: "問1 鈴木さんはりんごを3個、佐藤さんは5個持っています。\n",
    people: "昨日の会合に鈴木さんと佐藤さんが来ました。\n",
  },
  {
    kind: "an animal's birth and a person's", name: "a.txt",
    clean: "ゾウのはな（1990年3月3日生まれ、メス）が人気です。\n",
    people: "井上健一（1990年3月3日生まれ、男）を会員として登録する。\n",
  },
  {
    kind: "a label in a sentence and before its date", name: "a.md",
    clean: "- 生年月日の入力欄を追加 2018/04/01\n- 誕生日クーポンの配信 2015/01/05\n",
    people: "- 氏名 井上健一\n- 生年月日 1988/04/01\n",
  },
  {
    kind: "a test and a record", name: "a.test.ts",
    clean: "expect(formatTel(\"0312345678\")).toBe(\"03-1234-5678\");\nexpect(age(\"生年月日: 1989-01-07\")).toBe(35);\n",
    people: "const rows = [{ name: \"井上健一\", tel: \"090-3812-4471\", birthday: \"1989-01-07\" }];\n",
  },
  {
    kind: "the author of a package and its customer", name: "a.toml",
    clean: "[package]\nname = \"lint\"\nauthors = [\"Kenichi Inoue <kenichi.inoue@provider.example>\"]\n",
    people: "[order]\ncustomer = [\"Kenichi Inoue <kenichi.inoue@provider.example>\"]\n",
  },
  {
    kind: "a maintainer's trailer and a signature", name: "changelog",
    clean: "lint (1.2-3) unstable; urgency=medium\n\n  * Fix a leak.\n\n -- Kenichi Inoue <kenichi.inoue@provider.example>  Mon, 01 Apr 2024 10:00:00 +0900\n",
    people: "See you on Monday.\n\nKenichi Inoue <kenichi.inoue@provider.example>\n",
  },
  {
    kind: "pupils of a sum and neighbours of a letter", name: "a.txt",
    clean: "算数の文章題\n太郎さんは120円のりんごを3個、花子さんは80円のみかんを5個買いました。\n",
    people: "会計の報告\n井上さんは120円のはがきを3枚、上田さんは80円の切手を5枚買いました。\n",
  },
  {
    kind: "the characters of a textbook and a visitor", name: "a.txt",
    clean: "Lesson 4  My Family\nHello! My name is Emma Brown. I'm from Toronto.\nMr. Smith: Good morning, class.\n",
    people: "Hello! My name is Emma Brown. I'm from Toronto.\nMy phone is 090-3812-4471.\n",
  },
  {
    kind: "a theorem's finders and who has a question", name: "a.txt",
    clean: "証明は伊藤の補題、高木・谷山の問題、ミンコフスキーの不等式による。\n",
    people: "質問は井上健一さん、上田由美さんから出た。\n",
  },
  {
    kind: "a comet and a member of the club", name: "a.txt",
    clean: "今月の天文現象\n14日　池谷・関彗星（C/1965 S1）が近日点を通過\n",
    people: "今月の当番\n14日　池谷健一（会員番号 C1965）が鍵を開ける\n",
  },
  {
    kind: "blocks of flats and those who live there", name: "a.txt",
    clean: "【売家】メゾン・ド・マリー、サンハイツ佐藤、林ビル、ヴィラ ヨシノ ほか\n",
    people: "【入居者】メゾン・ド・マリー 佐藤健一、林ビル 上田由美 ほか\n",
  },
  {
    kind: "an animal in a zoo and a child in a nursery", name: "a.txt",
    clean: "動物園のなかまたち\n・シマウマのサツキ　2005年8月24日生まれ　体重 296 kg\n・レッサーパンダの風太くん　2010年2月3日生まれ\n",
    people: "保育園のおともだち\n・さつきちゃん　2020年8月24日生まれ\n・風太くん　2021年2月3日生まれ\n",
  },
  {
    kind: "a lost dog and a lost child", name: "a.txt",
    clean: "収容動物情報\n柴犬　オス　推定9歳　首輪に「ハナちゃん」　収容場所 林町\n",
    people: "迷子のお知らせ\n女の子　推定4歳　名札に「上田 由美」　お預かり場所 案内所\n",
  },
  {
    kind: "bottles on a menu and guests at a table", name: "a.txt",
    clean: "お飲み物\n久保田 千寿　　900\n森伊蔵　　1100\nブラッディ・マリー　　900\n",
    people: "二次会の会費\n井上 健一　　5000\n上田 由美　　5000\n",
  },
  {
    kind: "a model letter and a letter", name: "a.txt",
    clean: "文例12　宛名の書き方\n株式会社□□□□ ○○　○○　様\n鈴木様、山田殿、田中先生 など姓だけの宛名は避ける。\n",
    people: "お礼\n鈴木様、田中先生には大変お世話になりました。\n",
  },
  {
    kind: "labels of a form in its program and its data", name: "a.json",
    clean: "{ \"lastName\": \"姓\", \"firstName\": \"名\", \"kana\": \"フリガナ（セイ・メイ）\" }\n",
    people: "{ \"lastName\": \"井上\", \"firstName\": \"健一\", \"kana\": \"イノウエ ケンイチ\" }\n",
  },
  {
    kind: "the example of an interface and its answer", name: "a.yaml",
    clean: "application/json:\n  example: { id: 7, name: \"井上健一\", tel: \"0878394471\", birthday: \"1989-01-07\" }\n",
    people: "application/json:\n  answer: { id: 7, name: \"井上健一\", tel: \"0878394471\", birthday: \"1989-01-07\" }\n",
  },
  {
    kind: "a board of history and minutes", name: "a.txt",
    clean: "慶長2年（1597）　生駒某の孫、井上又四郎が築城に着手する。\n寛永18年（1641）　井上源八が入封し、城を再築する。\n",
    people: "令和2年（2020）　井上健一が工事に着手する。\n令和4年（2022）　上田由美が引き継ぎ、工事を終える。\n",
  },
  {
    kind: "who comes to what age and who was born when", name: "a.txt",
    clean: "厄年早見表　還暦　昭和35年生まれ　古希　昭和26年生まれ\n社務所 0877-70-6867\n",
    people: "井上健一　昭和35年生まれ　090-3812-4471\n",
  },
  {
    kind: "a picture book's makers and its borrower", name: "a.txt",
    clean: "新しく入った本\n・「くまさんの森」 井上健一 作・絵\n・『つきとねこ』 ジャン・デュボワ 作、上田由美 訳\n",
    people: "延滞している本\n・「くまさんの森」 井上健一 5月2日まで\n・『つきとねこ』 上田由美 5月9日まで\n",
  },
  {
    kind: "a kabuki's parts and a club's", name: "a.txt",
    clean: "八月大歌舞伎　昼の部\n塩冶判官　　井上健一郎\n大星力弥　　上田左近\n一等席 16,000円\n",
    people: "演劇部の発表会　昼の部\n村の長　　井上健一郎\n旅の人　　上田左近\n前の席 500円\n",
  },
  {
    kind: "models of guitars and their owners", name: "a.csv",
    clean: columnOf("ブランド,モデル,カラー", ["Gibson,Robert Marshall L-1,Natural", "Gibson,Les Paul Standard,Sunburst", "Fender,Eric Baker Stratocaster,White"]),
    people: columnOf("番号,氏名,カラー", ["1,Robert Marshall,Natural", "2,Paul Baker,Sunburst", "3,Eric Johnson,White"]),
  },
  {
    kind: "who composed and arranged, and who plays", name: "a.csv",
    clean: columnOf("楽譜番号,曲名,作曲者,編曲者", ["B-1,森の歌,井上健一,上田由美", "B-2,海の歌,加藤恵,", "B-3,空の歌,大野誠,上田由美", "B-4,風の歌,井上健一,"]),
    people: columnOf("番号,行事,担当者,連絡係", ["B-1,森の会,井上健一,上田由美", "B-2,海の会,加藤恵,", "B-3,空の会,大野誠,上田由美", "B-4,風の会,井上健一,"]),
  },
  {
    kind: "the makers of works and pupils with theirs", name: "a.csv",
    clean: columnOf("品番,品名,デザイン", ["1,椅子,井上健一", "2,机,上田由美", "3,棚,加藤恵", "4,椅子,大野誠"]),
    people: columnOf("学年,作品名,作者,保護者", ["1年,椅子,井上健一,井上誠", "2年,机,上田由美,上田恵", "1年,棚,加藤恵,加藤誠", "3年,椅子,大野誠,大野恵"]),
  },
  {
    kind: "how towns are read and how people are", name: "a.csv",
    clean: columnOf("郵便番号,町名,フリガナ", ["760-0080,木太町,キタチョウ", "761-0301,林町,ハヤシチョウ", "761-0450,三谷町,ミタニチョウ", "760-0017,番町,バンチョウ"]),
    people: columnOf("郵便番号,氏名,フリガナ", ["760-0080,井上健一,イノウエケンイチ", "761-0301,上田由美,ウエダユミ", "761-0450,加藤恵,カトウメグミ", "760-0017,大野誠,オオノマコト"]),
  },
  {
    kind: "a specification with examples and a form filled in", name: "a.csv",
    clean: columnOf("項番,項目名,型,桁,例", ["1,氏名,NVARCHAR,40,井上　健一", "2,生年月日,CHAR,8,19800401", "3,電話番号,VARCHAR,13,087-839-2011", "4,住所,NVARCHAR,200,香川県高松市番町一丁目８番１５号"]),
    people: columnOf("申込書,", ["氏名,井上　健一", "生年月日,1980年4月1日", "電話番号,087-839-2011", "住所,香川県高松市番町一丁目８番１５号"]),
  },
  {
    kind: "names in a call and in a sentence", name: "a.md",
    clean: "split(\"井上健一\"); // => { surname: \"井上\", given: \"健一\" }\nsplit(\"五十嵐 颯\").surname; // \"五十嵐\"\n",
    people: "昨日の当番は井上健一、五十嵐颯、上田由美でした。\n",
  },
  {
    kind: "the rest of a made-up customer and a customer", name: "a.md",
    clean: "curl -d '{ \"name\": \"山田 花子\", \"phone\": \"+81878394471\", \"birthDate\": \"1990-01-01\" }'\n",
    people: "curl -d '{ \"name\": \"井上 由美\", \"phone\": \"+81878394471\", \"birthDate\": \"1990-01-01\" }'\n",
  },
  {
    kind: "a bibliography's file and an address book's", name: "a.bib",
    clean: "@inproceedings{inoue2019, author = {井上健一 and 上田由美}, title = {固有表現の抽出}, year = {2019}}\n",
    people: "@entry{inoue2019, holder = {井上健一 and 上田由美}, phone = {090-3812-4471}, year = {2019}}\n",
  },
  {
    kind: "how common surnames are and who came", name: "a.txt",
    clean: "名字ランキング（香川県）\n1位　大西　約19,800人\n2位　田中　約16,300人\n斎藤と齋藤のように字体の違う名字もある。\n",
    people: "新年会の出欠\n1班　大西健一　出席\n2班　田中由美　出席\n斎藤さんと大野さんは遅れて来る。\n",
  },
  {
    kind: "what is caught at a place and who caught it", name: "a.txt",
    clean: "今週の釣果\n・引田　アジ 25cm 60匹\n・津田の松原　キス 15～22cm 28匹\n",
    people: "釣り大会の結果\n・井上　健一 25cm 60匹\n・上田　由美 15～22cm 28匹\n",
  },
  {
    kind: "people of history in a list of topics and members in a list of members", name: "a.txt",
    clean: "出題範囲\n日本史　北条早雲、徳川吉宗、田沼意次、井上又四郎\n世界史　カール大帝、メアリ1世、ナポレオン3世\n",
    people: "出席者\n本部　井上健一、上田由美、加藤恵、大野誠\n支部　北条早紀、徳川由香、田沼健太\n",
  },
  {
    kind: "shops under their sign and those who trade under their names", name: "a.csv",
    clean: columnOf("許可番号,屋号,業種", ["1,スナック 良子,飲食", "2,ビストロ・ポール,飲食", "3,焼鳥 大吉,飲食", "4,喫茶 ローズマリー,飲食"]),
    people: columnOf("許可番号,申請者,業種", ["1,井上 良子,飲食", "2,ポール・マルタン,飲食", "3,大野 大吉,飲食", "4,上田 由美,飲食"]),
  },
  {
    kind: "firms that sound like people, beside who represents them in public", name: "a.csv",
    clean: columnOf("商号,代表者氏名,業種", ["香川トヨタ,井上健一,小売", "株式会社青空,上田由美,建設", "森永物産(株),加藤恵,食品", "香川トヨタ,大野誠,小売"]),
    people: columnOf("申込者,紹介者,業種", ["香川豊子,井上健一,小売", "青空花,上田由美,建設", "森永恵,加藤恵,食品", "香川豊,大野誠,小売"]),
  },
  {
    kind: "a dialogue to practise and one that took place", name: "a.txt",
    clean: "会話の練習（第3課）\nA: すみません、山田先生の研究室はどこですか。\nB: 三階ですよ。田中さんもいます。\n",
    people: "面談の記録\nA: すみません、井上先生はどこですか。\nB: 受付ですよ。上田さんもいます。\n",
  },
  {
    kind: "a roster with nobody in it and one with teachers", name: "a.csv",
    clean: columnOf("クラス,担任,副担任,人数", ["1組,,,30", "2組,,,31", "3組,,,29", "4組,,,30"]),
    people: columnOf("クラス,担任,副担任,人数", ["1組,井上健一,上田由美,30", "2組,加藤恵,大野誠,31", "3組,井上誠,上田恵,29", "4組,加藤健一,大野由美,30"]),
  },
  {
    kind: "what a prompt answers and what a log says", name: "a.txt",
    clean: ">>> Person(\"井上\", \"健一\").full_name\n'井上 健一'\n",
    people: "08:12 入室 '井上 健一'\n08:15 入室 '上田 由美'\n",
  },
  {
    kind: "songs and singers of a karaoke evening", name: "a.txt",
    clean: "カラオケ人気曲\n1 森の歌　井上健一\n2 海の歌　上田由美\n",
    people: "カラオケ同好会の順番\n1 森の歌　井上健一\n2 海の歌　上田由美\n",
  },
  {
    kind: "stops with their times and who is on duty when", name: "a.txt",
    clean: "時刻表 高松駅行き\n山田 6:12 / 林 6:20 / 木太 6:31\n川島 7:05 / 三谷 7:14 / 太田 7:22\n",
    people: "当番\n井上さん 6:12 / 上田さん 6:20\n大野健一 7:05 / 加藤恵 7:14\n",
  },
  {
    kind: "who may apply and who was born", name: "a.txt",
    clean: "昭和55年4月1日生まれの人は45歳になります。\n",
    people: "井上健一（昭和55年4月1日生まれ）は45歳になります。\n",
  },
  {
    kind: "statues and those who paid for them", name: "a.txt",
    clean: "銅像めぐり\n① 菊池寛像（中央公園）② 井上健一像（駅前）\n",
    people: "寄付の一覧\n① 菊池寛子（中央）② 井上健一（駅前）\n",
  },
];

describe.each(PAIRS.map((pair) => [pair.kind, pair] as const))("%s", (_, { name, clean, people }) => {
  const verdictOf = async (text: string): Promise<string> => (await scan({ name, bytes: Buffer.from(text) })).verdict;
  it("lets the first pass", async () => {
    expect(await verdictOf(clean)).toBe("pass");
  });
  it("tells of the second", async () => {
    expect(await verdictOf(people)).not.toBe("pass");
  });
});

describe("numbers of things in running text", () => {
  const found = (text: string): string[] => [...findEntities(text)].filter(({ entity }) => entity === "phone-number").map(({ start, end }) => text.slice(start, end));
  it.each([
    ["a label before it", "給水タンク　部品コード 044-120-2639　希望小売価格 5400円"],
    ["a path around it", "<loc>https://shop.example/art/59393736/045-463-0182.html</loc>"],
    ["a program's word before bare digits", "device 09038124471 connected"],
    ["a heading above it", columnOf("図面番号,名称", ["045-331-2200,平面図", "045-331-2201,立面図"])],
    ["numbers of its form that no network has", standsAmongRows(["087-341-5615", "031-077-7789", "071-317-8523", "091-105-6535", "041-041-3135", "042-150-1112"])],
  ])("are no telephones': %s", (__, text) => {
    expect(found(text)).toEqual([]);
  });
  it.each([
    ["a label of telephones", "部品の注文　電話 044-820-2639", "044-820-2639"],
    ["another telephone and a slash", "087-839-2011/090-3812-4471", "090-3812-4471"],
    ["a heading of telephones", columnOf("名称,連絡先", ["平面図,045-331-2200", "立面図,045-331-2201"]), "045-331-2201"],
    ["telephones around it", standsAmongRows(["087-839-2011", "087-839-2012", "087-839-2013", "087-839-2014", "087-839-2015"]), "087-839-2013"],
  ])("are telephones' by %s", (__, text, number) => {
    expect(found(text)).toContain(number);
  });
});

describe("what stands around names is read within bounds", () => {
  it.each([
    ["rows", "佐藤花子,".repeat(20_000)], ["blank rows", "佐藤花子\t\n\n".repeat(5_000)], ["authors", `authors = [${"佐藤花子 <".repeat(5_000)}`],
    ["copyright", "copyright 2001 Hanako Sato <\n".repeat(4_000)], ["numbers", "087-839-2011\n".repeat(5_000)], ["quotes", `"${"087-839-2011\" ".repeat(5_000)}`],
    ["labels", "生年月日は".repeat(5_000)], ["cast", `出演：${"佐藤花子　".repeat(10_000)}`],
  ])("however many %s there are", { timeout: 60_000 }, (__, text) => {
    expect([...findEntities(text)].every(({ start, end }) => start < end)).toBe(true);
  });
});
