/** Clean documents of offices, shops and programs, to improve the rules on; the coin of coin.ts chose the half. */
import { clean, cleanBook, cleanTable, count, uncounted } from "../contents.js";
import { token } from "../invent/numbers.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, w } from "../written.js";

const known = v.publicName;
const HEX = "0123456789abcdef";

export const TUNE_CLEAN_4: readonly Template[] = defineTemplates([
  clean("tune/3/git-log", "コミットの一覧", ({ random: r }) => uncounted(w`${each(count(14), () => w`${token(r, 7, HEX)} ${r.pick(["fix: 氏名の全角空白を詰める", "feat: 電話番号の桁数を確かめる", "chore: bump deps", "Merge branch 'main' into feature/tanaka-shiki", "refactor: 様式3号の帳票を分ける", "Revert \"郵便番号の検索\"", "test: 住所の正規化（丸亀市大手町2-3-1）は別件で", "docs: README の手順を更新", "release: v20240401-0312"])}`)}
`, "a.txt")),
  clean("tune/3/compose-file", "サーバーの構成", ({ random: r }) => uncounted(w`services:
  db:
    image: postgres:${r.between(12, 16)}
    environment:
      POSTGRES_USER: app
      TZ: Asia/Tokyo
    ports: ["127.0.0.1:${r.between(5000, 6000)}:5432"]
    networks: { backend: { ipv4_address: 172.${r.between(16, 31)}.0.${r.between(2, 99)} } }
  mailhog:
    image: mailhog/mailhog:v1.0.${r.between(0, 9)}
    healthcheck: { interval: 30s, retries: ${r.between(3, 9)} }
volumes: { taro-data: {}, hanako-cache: {} }
`, "compose.yaml")),
  clean("tune/3/sql-schema", "表の定義", ({ random: r }) => uncounted(w`CREATE TABLE members (
  id bigint PRIMARY KEY,
  name varchar(${r.between(30, 100)}) NOT NULL,       -- 氏名
  name_kana varchar(100),           -- 氏名カナ
  birth_date date,                  -- 生年月日 (例 1980-04-01)
  tel varchar(15),                  -- 電話番号 ハイフンあり
  zip char(8),                      -- 郵便番号
  address text                      -- 住所
);
COMMENT ON COLUMN members.name IS '姓名の間に全角空白を1つ入れる';
CREATE INDEX idx_${token(r, 6, HEX)} ON members (name_kana, birth_date);
`, "schema.sql")),
  clean("tune/3/i18n-json", "画面の文言", ({ random: r }) => uncounted(w`{
  "form": {
    "name": "お名前",
    "lastName": "姓",
    "firstName": "名",
    "kana": "フリガナ（セイ・メイ）",
    "tel": "電話番号",
    "placeholder": { "name": "例）山田 太郎", "tel": "例）090-1234-5678", "zip": "例）100-0001", "mail": "taro@example.com" },
    "error": { "required": "{label}を入力してください", "max": "${r.between(20, 200)}文字以内で入力してください" }
  },
  "greeting": "{name} 様、ようこそ"
}
`, "ja.json")),
  clean("tune/3/react-form", "入力画面のコード", ({ random: r }) => uncounted(w`export const ProfileForm = ({ user }: Props) => (
  <form onSubmit={save}>
    <label htmlFor="name">氏名</label>
    <input id="name" name="name" placeholder="山田 太郎" maxLength={${r.between(20, 60)}} defaultValue={user.name} />
    <label>ふりがな<input name="kana" placeholder="やまだ たろう" /></label>
    <label>電話番号<input name="tel" type="tel" pattern="0\\d{1,4}-\\d{1,4}-\\d{4}" placeholder="03-1234-5678" /></label>
    <label>生年月日<input type="date" name="birthday" min="19${r.between(10, 30)}-01-01" /></label>
    <Button variant="contained">申請者様情報を保存</Button>
  </form>
);
`, "ProfileForm.tsx")),
  clean("tune/3/openapi", "API の定義", ({ random: r }) => uncounted(w`openapi: 3.0.3
paths:
  /users/{id}:
    get:
      summary: 利用者を一件取得する
      responses:
        "200":
          content:
            application/json:
              example: { id: ${r.between(1, 99)}, name: "山田太郎", kana: "ヤマダタロウ", email: "user@example.com", tel: "0312345678", birthday: "2000-01-01" }
components:
  schemas:
    User:
      properties:
        name: { type: string, example: 鈴木 一郎 }
        postal_code: { type: string, example: "1000001" }
        address: { type: string, example: 東京都千代田区千代田1-1 }
`, "openapi.yaml")),
  clean("tune/3/test-fixtures", "試験の値", ({ random: r }) => uncounted(w`describe("NameParser", () => {
  const cases = [
    { input: "テスト 太郎", surname: "テスト", given: "太郎" },
    { input: "ダミー花子", surname: "ダミー", given: "花子" },
    { input: "山田 太郎", surname: "山田", given: "太郎" },
  ];
  it.each(cases)("splits %o", ({ input }) => expect(parse(input).length).toBe(${r.between(2, 9)}));
  it("refuses", () => expect(() => parse("0".repeat(${r.between(100, 999)}))).toThrow("氏名が長すぎます"));
});
`, "name.test.ts")),
  clean("tune/3/book-list", "図書館の所蔵一覧", ({ random: r }) => cleanTable([["請求記号", "書名", "著者", "出版社", "出版年", "ISBN"], ...r.sample([["こころ", "夏目漱石"], ["羅生門", "芥川龍之介"], ["人間失格", "太宰治"], ["博士の愛した数式", "小川洋子"], ["火花", "又吉直樹"], ["容疑者Xの献身", "東野圭吾"], ["コンビニ人間", "村田沙耶香"], ["蜜蜂と遠雷", "恩田陸"], ["舟を編む", "三浦しをん"]] as const, 7).map(([title, author]) => [`913.6-${r.between(1, 99)}`, title, known(author), r.pick(["新潮社", "岩波書店", "文藝春秋", "講談社"]), r.between(1980, 2023), `978-4-${r.digits(2)}-${r.digits(6)}-${r.digits(1)}`])])),
  clean("tune/3/new-books", "新着図書の案内", ({ random: r }) => uncounted(w`図書室だより ${r.between(4, 12)}月号　新しく入った本
${each(r.sample([w`「ぐりとぐら」 ${known("なかがわりえこ")}／作　${known("おおむらゆりこ")}／絵`, w`『はらぺこあおむし』 ${known("エリック・カール")} 作、${known("もりひさし")} 訳`, w`「100万回生きたねこ」${known("佐野洋子")} 作・絵`, w`『バムとケロのそらのたび』${known("島田ゆか")}`, w`「おおきなかぶ」 ${known("A.トルストイ")}再話　${known("内田莉莎子")}訳　${known("佐藤忠良")}画`, w`『スイミー』 ${known("レオ・レオニ")} ${known("谷川俊太郎")}訳`], 5), (book) => w`・${book}`)}
貸出は1人${r.between(2, 5)}冊まで。
`)),
  clean("tune/3/prime-ministers", "歴代の首相", ({ random: r }) => cleanTable([["代", "氏名", "在任日数", "就任"], ...r.sample([["伊藤博文", 1885], ["黒田清隆", 1888], ["原敬", 1918], ["犬養毅", 1931], ["吉田茂", 1946], ["佐藤榮作", 1964], ["田中角榮", 1972], ["中曽根康弘", 1982], ["村山富市", 1994], ["小泉純一郎", 2001]] as const, 8).map(([name, year], i) => [i + 1, known(name), r.between(60, 2800), `${year}年${r.between(1, 12)}月${r.between(1, 28)}日`])])),
  clean("tune/3/chronology", "年表", ({ random: r }) => cleanTable([["西暦", "和暦", "できごと"], ["1603", "慶長8", w`${known("徳川家康")}が征夷大将軍となる`], ["1774", "安永3", w`${known("杉田玄白")}ら『解体新書』を刊行`], ["1853", "嘉永6", w`${known("ペリー")}が浦賀に来航`], ["1867", "慶応3", w`大政奉還。${known("坂本龍馬")}、京都で暗殺される`], ["1890", "明治23", "市制施行"], ["1988", "昭和63", "瀬戸大橋開通"], [2000 + r.between(1, 20), "", "市庁舎の落成"]])),
  clean("tune/3/theorems", "数学の講義ノート", ({ random: r }) => uncounted(w`# 第${r.between(2, 14)}回　関数解析
定理 ${r.between(1, 5)}.${r.between(1, 9)}（ハーン・バナッハの定理）X をノルム空間とする。
証明はツォルンの補題による。コーシー・シュワルツの不等式、リースの表現定理、ミンコフスキーの不等式、伊藤の補題、岡・カルタンの定理、高木・谷山の問題、ヒルベルト空間、フーリエ級数を既知とする。
演習 ${r.between(1, 9)}. フビニの定理を用いて積分の順序を交換せよ。（岩澤理論、佐藤の超関数は次回）
`)),
  clean("tune/3/law-firms", "士業の事務所", ({ random: r }) => cleanTable([["事務所名", "区分", "所在地", "電話"], ...r.sample(["山本法律事務所", "佐藤・鈴木法律事務所", "税理士法人たなか", "司法書士 小川事務所", "行政書士やまもと事務所", "高橋会計事務所", "弁護士法人中村綜合", "土地家屋調査士 三宅事務所", "社労士オフィス ヤマシタ"], 7).map((office) => [office, r.pick(["弁護士", "税理士", "司法書士"]), v.office("postal-address", `高松市丸の内${r.between(1, 12)}番${r.between(1, 30)}号`), v.office("phone-number", `087-8${r.between(21, 69)}-${r.digits(4)}`)])])),
  clean("tune/3/clinics", "休日当番医", ({ random: r }) => uncounted(w`休日当番医（${r.between(1, 12)}月）　診療時間 9:00～17:00
${each(r.sample(["山田内科医院", "いとう小児科", "さくら皮ふ科", "みやもと整形外科クリニック", "林眼科", "石川耳鼻咽喉科医院", "かとうレディースクリニック", "松本胃腸科", "高橋医院", "たけだクリニック", "由良外科"], 8), (clinic) => w`${r.between(1, 28)}日　${clinic}　${v.office("postal-address", `${r.pick(["栗林町", "木太町", "屋島西町"])}${r.between(1, 9)}丁目`)}　${v.office("phone-number", `8${r.between(20, 69)}-${r.digits(4)}`)}`)}
変更になることがあります。
`)),
  clean("tune/3/school-corporations", "学校法人の一覧", ({ random: r }) => cleanTable([["法人名", "設置校", "所轄庁", "設立認可"], ...r.sample([["学校法人村崎学園", "徳島文理大学"], ["学校法人尽誠学園", "尽誠学園高等学校"], ["学校法人穴吹学園", "穴吹カレッジ"], ["学校法人四国高松学園", "高松大学"], ["学校法人倉田学園", "香川中央高等学校"], ["学校法人藤井学園", "藤井高等学校"], ["学校法人山本学園", "森の幼稚園"]] as const, 6).map(([body, school]) => [body, school, r.pick(["文部科学大臣", "知事"]), `昭和${r.between(22, 60)}年${r.between(1, 12)}月${r.between(1, 28)}日`])])),
  clean("tune/3/brands", "ブランドの一覧", ({ random: r }) => cleanTable([["ブランド", "区分", "取扱店", "割引率"], ...r.sample(["ヨウジヤマモト", "コシノジュンコ", "ポール・スミス", "ケイト・スペード", "ラルフローレン", "マリメッコ", "タケオキクチ", "ハナエモリ", "イッセイミヤケ", "Kate Spade", "Paul Smith", "Vivienne Westwood", "ジルスチュアート"], 9).map((brand) => [brand, r.pick(["紳士", "婦人", "雑貨"]), `${r.between(1, 7)}階`, `${r.between(5, 50)}%`])])),
  clean("tune/3/pets", "迷い犬のお知らせ", ({ random: r }) => uncounted(w`収容動物情報（保健所）
${each(count(4), () => w`管理番号 ${r.digits(2)}-${r.digits(4)}　${r.pick(["柴犬", "雑種", "三毛猫"])}　${r.pick(["オス", "メス"])}　推定${r.between(1, 14)}歳　首輪に「${r.pick(["ハナちゃん", "タロウ", "コテツ", "モモ"])}」　収容場所 ${r.pick(["林町", "仏生山町", "香南町"])}`)}
譲渡を希望される方は、${v.office("phone-number", "087-815-2255")} まで。
`)),
  clean("tune/3/duty-blank", "当番表（記号だけ）", ({ random: r }) => cleanTable([["班", ...count(7).map((i) => `${i + 1}日`)], ...["A", "B", "C", "D", "E"].map((team) => [`${team}班`, ...count(7).map(() => r.pick(["早", "遅", "夜", "明", "休", "日", "有", "研"]))])])),
  clean("tune/3/class-timetable", "授業の時間割", ({ random: r }) => cleanTable([["", "月", "火", "水", "木", "金"], ...count(6).map((i) => [`${i + 1}限`, ...count(5).map(() => r.pick(["国語", "数学", "英語", "理科", "社会", "音楽", "美術", "道徳", "学活", "総合", "技術", "家庭", "保体", "書写", "森林学", "古典"]))])])),
  clean("tune/3/questionnaire", "アンケート用紙", ({ random: r }) => uncounted(w`ご利用者アンケート（所要時間 ${r.between(3, 10)}分）
問１　あなたの年齢をお答えください。 □10代 □20代 □30代 □40代 □50代以上
問２　お住まい　□高松市 □丸亀市 □坂出市 □その他（　　　　　）
問３　当館を何で知りましたか。 □広報 □ホームページ □友人・知人 □その他
問４　よかった点（自由記述）
ご意見の公表に同意される方は、ご氏名（　　　　　　　　）ご連絡先（　　　－　　　－　　　）をご記入ください。
ご協力ありがとうございました。回答用紙 No. ${r.digits(4)}-${r.digits(4)}
`)),
  clean("tune/3/real-estate", "物件の広告", ({ random: r }) => uncounted(w`【賃貸】コーポ山本 ${r.between(1, 3)}0${r.between(1, 5)}号室　家賃 ${r.between(3, 9)}.${r.digits(1)}万円
所在地　高松市${r.pick(["今里町", "上之町", "伏石町"])}　交通　ことでん三条駅 徒歩${r.between(3, 15)}分
間取　1LDK（洋8 LDK12）　築年月　${r.between(1988, 2020)}年${r.between(1, 12)}月　構造　RC造3階建
【売家】メゾン・ド・マリー、サンハイツ佐藤、林ビル、ヴィラ ヨシノ ほか
取扱　㈱香川不動産　宅建業 香川県知事(${r.between(1, 9)})第${r.digits(4)}号　${v.office("phone-number", `087-8${r.between(30, 69)}-${r.digits(4)}`)}
物件番号　${r.digits(4)}-${r.digits(6)}
`)),
  clean("tune/3/auction", "出品の一覧", ({ random: r }) => cleanTable([["管理番号", "出品物", "状態", "開始価格", "終了日時"], ...r.sample(["古伊万里 染付皿", "柿右衛門 花鳥文", "掛軸 伝雪舟", "平櫛田中 木彫 鏡獅子", "香川漆芸 蒟醤", "大正琴", "棟方志功 版画", "茶碗 楽吉左衛門", "李朝白磁", "ルイ・ヴィトン バッグ"], 8).map((item) => [`Y${r.digits(8)}`, item, r.pick(["新品", "中古", "難あり"]), r.between(500, 90_000), `20${r.between(22, 25)}/${r.between(1, 12)}/${r.between(1, 28)} ${r.between(20, 23)}:${r.between(10, 59)}`])])),
  clean("tune/3/lost-property", "拾得物の一覧", ({ random: r }) => cleanTable([["受付番号", "拾得日", "場所", "品名", "特徴"], ...count(9).map(() => [`R${r.between(5, 7)}-${r.digits(4)}`, `${r.between(1, 12)}月${r.between(1, 28)}日`, r.pick(["瓦町駅", "本館1階", "サンポート", "栗林公園"]), r.pick(["傘", "鍵", "財布", "手袋", "眼鏡", "水筒"]), r.pick(["黒", "キーホルダー付き", "ミッキーの柄", "ヴィトン", "赤・リボン"])])])),
  clean("tune/3/purchase-order", "注文書（会社間）", ({ random: r }) => uncounted(w`注　文　書　　　No. PO-${r.digits(4)}-${r.digits(4)}
${r.pick(["株式会社タカハシ精機", "有限会社 森木工所", "(株)前田製作所"])} 御中
品番　　　　　　　　品名　　　　　　数量　　単価
${each(count(6), () => w`0${r.between(20, 99)}-${r.digits(3)}-${r.digits(4)}　${r.pick(["フランジ", "六角ボルト M8", "ベアリング 6203ZZ", "Oリング P-20", "カップリング"])}　${r.between(1, 200)}　${r.between(10, 9000)}`)}
納期　令和${r.between(5, 7)}年${r.between(1, 12)}月${r.between(1, 28)}日　　納入場所　本社工場
担当　資材部　購買課
`)),
  clean("tune/3/extensions", "内線番号表", ({ random: r }) => cleanBook([["階", "部署", "係", "内線", "直通"], ...["総務課", "人事課", "財政課", "税務課", "市民課", "保険年金課", "環境課", "農林課", "建設課", "会計課"].map((section, i) => [`${(i % 6) + 1}F`, section, r.pick(["庶務係", "管理係", "企画係"]), r.between(2100, 2999), v.office("phone-number", `0877-24-${r.digits(4)}`)])])),
  clean("tune/3/emergency-numbers", "緊急の連絡先", ({ random: r }) => uncounted(w`もしものときの電話
警察 110　消防・救急 119　海の事故 118　災害用伝言ダイヤル 171
救急安心センター #7119　小児救急 #8000　消費者ホットライン 188　児童相談所 189
四国電力 ${v.office("phone-number", "0120-410-503")}　水道局 ${v.office("phone-number", "087-839-2711")}　ガス ${v.office("phone-number", `087-8${r.between(21, 69)}-${r.digits(4)}`)}
毒物110番 ${v.office("phone-number", "072-727-2499")}（24時間）　いのちの電話 ${v.office("phone-number", "0120-783-556")}
集合場所　${r.pick(["山田中学校", "三谷小学校", "林公民館"])}
`)),
  clean("tune/3/embassies", "在外公館の一覧", ({ random: r }) => cleanTable([["公館名", "住所", "電話", "管轄"], ...r.sample([["在アメリカ合衆国日本国大使館", "2520 Massachusetts Avenue, N.W., Washington D.C. 20008", "+1-202-238-6700"], ["在英国日本国大使館", "101-104 Piccadilly, London W1J 7JT", "+44-20-7465-6500"], ["在大韓民国日本国大使館", "6, Yulgok-ro, Jongno-gu, Seoul", "+82-2-2170-5200"], ["在シドニー日本国総領事館", "Level 12, 1 O'Connell Street, Sydney NSW 2000", "+61-2-9250-1000"]] as const, 3).map(([post, place, phone]) => [post, v.office("postal-address", place), v.office("phone-number", phone), r.pick(["全土", "北部", "東部"])])])),
  clean("tune/3/bank-branches", "金融機関の店番", ({ random: r }) => cleanTable([["金融機関コード", "銀行名", "店番", "支店名", "電話"], ...r.sample(["本店営業部", "高松支店", "栗林支店", "丸亀支店", "三条支店", "田村支店", "松島支店", "太田支店", "山田支店", "岡本出張所"], 8).map((branch) => [r.pick(["0173", "0573", "9900"]), r.pick(["百十四銀行", "香川銀行", "ゆうちょ銀行"]), r.digits(3), branch, v.office("phone-number", `087-8${r.between(31, 69)}-${r.digits(4)}`)])])),
]);
