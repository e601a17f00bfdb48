/** Catalogues, code and configuration without anybody's private data, to improve the rules on; the coin of coin.ts chose the half. */
import { clean, cleanBook, cleanTable, count, uncounted } from "../contents.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, w } from "../written.js";

export const TUNE_NUMBERS_2: readonly Template[] = defineTemplates([
  clean("tune/2/tool-catalogue", "電話に似た品番の工具カタログ", ({ random: r }) => cleanTable([["品番", "品名", "呼び", "入数", "価格(税別)", "納期"], ...count(24).map(() => [`${r.pick(["03", "06", "087", "045", "0120", "090", "080"])}-${r.between(1000, 9999)}-${r.digits(4)}`, r.pick(["片口スパナ", "六角棒レンチ", "大西式プーラー", "精密ドライバー", "桃山チゼル", "水平器", "高枝のこぎり"]), `M${r.between(3, 24)}`, r.between(1, 100), r.between(200, 30_000), r.pick(["即日", "2日", "要確認"])])])),
  clean("tune/2/spare-parts-note", "補修部品の型番の案内", ({ random: r }) => uncounted(w`補修用部品のご案内（型式 RC-${r.digits(2)}MK）

${each(count(12), (i) => w`${i + 1}) ${r.pick(["フタパッキン", "スチームキャップ", "内ナベ", "しゃもじ", "電源コード", "給水タンク", "フィルター"])}　部品コード ${r.pick(["320", "334", "090", "0570", "044"])}-${r.digits(3)}-${r.digits(4)}　希望小売価格 ${r.between(3, 60)}00円`)}

部品コードは本体底面の銘板でもご確認いただけます。生産終了後6年を過ぎた製品の部品はありません。
`)),
  clean("tune/2/delivery-courses", "配送コースの時間表", ({ random: r }) => cleanTable([["コース", "車番", "積込", "経由1", "経由2", "経由3", "帰着"], ...count(12).map((i) => [`${r.pick(["東", "西", "南"])}-${i + 1}`, `香川 ${r.between(100, 400)} あ ${r.between(10, 99)}-${r.digits(2)}`, `0${r.between(4, 7)}:${r.between(10, 59)}`, r.pick(["三木店", "志度店", "長尾店"]), r.pick(["山田センター", "林倉庫", "川島店"]), r.pick(["太田店", "円座店", "宮脇店"]), `${r.between(14, 18)}:${r.between(10, 59)}`])])),
  clean("tune/2/medical-fees", "診療の点数表", ({ random: r }) => cleanTable([["区分番号", "診療行為名称", "点数", "コード", "備考"], ...r.sample(["初診料", "再診料", "血液形態・機能検査", "心電図検査（12誘導）", "創傷処置", "インフルエンザ検査", "処方箋料", "在宅患者訪問診療料", "超音波検査", "うつ病の検査（HDRS）", "HIV-1,2抗体定性"], 10).map((name) => [`${r.pick(["A", "B", "D"])}${r.digits(3)}`, name, r.between(20, 900), `1${r.digits(8)}`, r.pick(["", "6歳未満加算", "月1回"])])])),
  clean("tune/2/translations-json", "画面の言葉の対訳", ({ random: r }) => uncounted(w`{
  "form.name": "お名前",
  "form.name.placeholder": "例）山田 太郎",
  "form.kana.placeholder": "例）ヤマダ タロウ",
  "form.tel.placeholder": "例）0312345678",
  "form.mail.placeholder": "taro@example.com",
  "form.zip.placeholder": "例）1000001",
  "form.birthday": "生年月日",
  "form.address.help": "番地・マンション名・部屋番号まで入力してください（全角${r.between(30, 100)}文字以内）",
  "role.admin": "管理者",
  "role.leader": "班長",
  "mail.greeting": "{name} 様",
  "count.people": "{n} 名様",
  "error.tel": "電話番号の形式が正しくありません (E${r.digits(4)})"
}
`, "ja.json")),
  clean("tune/2/schema-migration", "移行の SQL とマスタ", ({ random: r }) => uncounted(w`-- V${r.between(2, 40)}__customer.sql
ALTER TABLE customer ADD COLUMN family_name_kana VARCHAR(40) COMMENT '姓（カナ）';
ALTER TABLE customer MODIFY tel VARCHAR(13) COMMENT '電話番号 例:03-1234-5678';
UPDATE customer SET tel = REPLACE(tel, '-', '') WHERE tel LIKE '0%';
INSERT INTO m_relation (cd, name) VALUES ('01','本人'),('02','妻'),('03','夫'),('11','長男'),('12','二男'),('21','長女'),('41','父'),('42','母');
INSERT INTO m_bank (cd, name, kana) VALUES ('0173','百十四銀行','ﾋﾔｸｼﾞﾕｳｼ'),('0576','高知銀行','ｺｳﾁ'),('0573','香川銀行','ｶｶﾞﾜ'),('0544','愛媛銀行','ｴﾋﾒ');
INSERT INTO m_holiday VALUES (20${r.between(24, 29)}0211, '建国記念の日'), (20${r.between(24, 29)}0429, '昭和の日');
`, "a.sql")),
  clean("tune/2/openapi", "OpenAPI の例の値", ({ random: r }) => uncounted(w`openapi: 3.0.3
info: { title: Directory API, version: ${r.between(1, 4)}.${r.between(0, 9)}.0 }
paths:
  /people/{id}:
    get:
      summary: 1人の取得
components:
  schemas:
    Person:
      type: object
      required: [id, name]
      properties:
        id: { type: integer, example: ${r.between(1, 99)} }
        name: { type: string, maxLength: 50, example: 山田 太郎 }
        email: { type: string, format: email, example: user@example.com }
        tel: { type: string, pattern: '^0\\d{9,10}$', example: '0312345678' }
        birthday: { type: string, format: date, example: '2000-01-01' }
        postalCode: { type: string, example: '100-0001' }
        createdAt: { type: string, format: date-time, example: '2024-0${r.between(1, 9)}-01T00:00:00Z' }
`, "openapi.yaml")),
  clean("tune/2/readme-curl", "README with sample calls", ({ random: r }) => uncounted(w`# sms-client

Send a message:

    curl https://api.example.com/v1/messages \\
      -u "$ACCOUNT:$TOKEN" \\
      -d from=+15555550${r.between(100, 199)} \\
      -d to=+15555550${r.between(100, 199)} \\
      -d body="Hello, Jane"

| field | type | example |
|---|---|---|
| first_name | string | John |
| last_name | string | Doe |
| email | string | john.doe@example.com |
| phone | string | 555-0${r.between(100, 199)} |
| retries | int | ${r.between(1, 9)} |

Rate limit: ${r.between(10, 90)} calls a second. Error ${r.digits(5)} means that the number is not routable.
`, "README.md")),
  clean("tune/2/budget-book", "収支予算書（ブック）", ({ random: r }) => cleanBook([["令和6年度 夏まつり 収支予算書", "", "", ""], ["【収入の部】", "", "", ""], ["項目", "予算額", "前年度", "摘要"], ...["前年度繰越金", "自治会補助金", "協賛金", "模擬店売上", "寄附金"].map((item) => [item, r.between(1000, 300_000), r.between(1000, 300_000), r.pick(["", "20社", "1世帯300円"])]), ["【支出の部】", "", "", ""], ["項目", "予算額", "前年度", "摘要"], ...["会場設営費", "森山電設（照明）", "花火（宮川煙火店）", "保険料", "景品代", "謝礼（太鼓連）", "予備費"].map((item) => [item, r.between(1000, 300_000), r.between(1000, 300_000), r.pick(["", "見積による", "昨年どおり"])])])),
  clean("tune/2/kanji-drill", "漢字の読みのドリル", ({ random: r }) => uncounted(w`漢字テスト　第${r.between(2, 30)}回　　　年　　組　　番　名前
次の――線の漢字の読みを書きなさい。
${each(r.sample(["①山本さんちの犬（　　　）", "②千代に八千代に（　　　）", "③小林の中を歩く（　　　）", "④太郎冠者（　　　）", "⑤大和絵（　　　）", "⑥一二三と数える（　　　）", "⑦真実を話す（　　　）", "⑧桜井線に乗る（　　　）", "⑨清水がわく（　　　）", "⑩美和音楽堂（　　　）"], 7), (line) => line)}
答え　①やまもと　②ちよ　③こばやし　④たろう　⑤やまと　⑨しみず
`)),
  clean("tune/2/sitemap", "sitemap", ({ random: r }) => uncounted(w`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${each(count(20), () => w`  <url><loc>https://www.example.jp/${r.pick(["kurashi", "tanaka-park", "sato-no-mori", "shisei", "suzuki-art"])}/${r.digits(8)}/0${r.digits(2)}-${r.digits(3)}-${r.digits(4)}.html</loc><lastmod>20${r.between(18, 24)}-0${r.between(1, 9)}-1${r.digits(1)}</lastmod><priority>0.${r.between(1, 9)}</priority></url>`)}
</urlset>
`, "sitemap.xml")),
  clean("tune/2/my-number-guide", "番号制度の手引", ({ random: r }) => uncounted(w`個人番号の取扱いの手引（第${r.between(2, 6)}版）
１　個人番号は12桁の数字で、末尾1桁は検査用数字です。法人番号は13桁で公表されています。
２　提出された書類は施錠した書庫に${r.between(3, 7)}年間保存し、期間の経過後は速やかに廃棄します。
３　記入欄の例　個人番号　□□□□　□□□□　□□□□
４　基礎年金番号は「0000-000000」の形、被保険者証の記号・番号は保険者ごとに異なります。
５　本人確認は、個人番号カード、又は通知カードと運転免許証等により行います。
問い合わせ　税務署（自動音声）${v.office("phone-number", "0570-00-5901")}
`)),
]);
