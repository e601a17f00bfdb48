/** Clean documents of dates, numbers, help and logs, to improve the rules on; the coin of coin.ts chose the half. */
import { clean, cleanTable, count, uncounted } from "../contents.js";
import { token } from "../invent/numbers.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, w } from "../written.js";

const known = v.publicName;
const HEX = "0123456789abcdef";

export const TUNE_CLEAN_5: readonly Template[] = defineTemplates([
  clean("tune/3/regex-docs", "正規表現の手引", ({ random: r }) => uncounted(w`## 入力チェックの例

| 項目 | 正規表現 | 通る例 | 通らない例 |
|---|---|---|---|
| 電話番号 | \`^0\\d{1,4}-\\d{1,4}-\\d{4}$\` | 03-1234-5678 | 0312345678 |
| 携帯電話 | \`^0[789]0-\\d{4}-\\d{4}$\` | 090-1234-5678 | 090-12345678 |
| 郵便番号 | \`^\\d{3}-\\d{4}$\` | 100-0001 | 1000001 |
| 日付 | \`^\\d{4}-\\d{2}-\\d{2}$\` | 1980-04-01 | 80/4/1 |
| カタカナ | \`^[ァ-ヴー　]{1,${r.between(20, 99)}}$\` | ヤマダ　タロウ | やまだ |
`, "regex.md")),
  clean("tune/3/changelog", "変更の記録", ({ random: r }) => uncounted(w`# 変更履歴

## ${r.between(1, 9)}.${r.between(0, 30)}.0 - 20${r.between(20, 25)}-0${r.between(1, 9)}-1${r.digits(1)}
### 追加
- 利用者一覧に「氏名（カナ）」の列を追加しました（#${r.digits(4)}）
- 和暦の入力で「S55.4.1」の形式を受け付けます
- 高橋行列・前田予想の計算を速くしました
### 修正
- 電話番号「0879-00-0000」の形式で検索できない不具合（by @tanaka-k, @hayashi_m）
- 長谷川式の点数が負になることがある不具合
`, "CHANGELOG.md")),
  clean("tune/3/ci-log", "組み立ての記録", ({ random: r }) => uncounted(w`${each(count(14), () => w`[2024-0${r.between(1, 9)}-1${r.digits(1)}T0${r.digits(1)}:1${r.digits(1)}:2${r.digits(1)}.${r.digits(3)}Z] ${r.pick(["##[group]Run actions/checkout@v4", `HEAD is now at ${token(r, 7, HEX)} 帳票の修正`, `npm warn deprecated glob@7.2.${r.digits(1)}: no longer supported`, `Test Files  ${r.between(10, 400)} passed (${r.between(400, 500)})`, `sha256:${token(r, 64, HEX)}`, "✓ 氏名の正規化 (12 ms)", "✓ 山田太郎 を 山田 と 太郎 に分ける (3 ms)", `Runner 'hanako-${r.digits(2)}' (Ubuntu 22.04)`])}`)}
`, "ci.log")),
  clean("tune/3/syslog", "サーバーの記録", ({ random: r }) => uncounted(w`${each(count(16), () => w`${r.pick(["Jan", "Mar", "Jun"])} ${r.between(10, 28)} 0${r.digits(1)}:1${r.digits(1)}:3${r.digits(1)} ${r.pick(["mimas", "sakura01", "tsubaki"])} ${r.pick([`sshd[${r.digits(5)}]: Failed password for root from 203.0.113.${r.between(1, 254)} port ${r.digits(5)} ssh2`, `systemd[1]: Started Session ${r.digits(4)} of user www-data.`, `postfix/smtpd[${r.digits(5)}]: ${token(r, 11, HEX)}: client=unknown`, `kernel: [${r.digits(6)}.${r.digits(6)}] usb 1-1: Product: Logitech G Pro`, `CRON[${r.digits(5)}]: (root) CMD (/usr/local/bin/backup.sh 0${r.digits(9)})`])}`)}
`, "sys.log")),
  clean("tune/3/newsletter", "メールマガジン", ({ random: r }) => uncounted(w`┏━━━━━━━━━━━━━━━━━━━━━━┓
　子育て応援メール　第${r.between(20, 400)}号
┗━━━━━━━━━━━━━━━━━━━━━━┛
皆さま、こんにちは。編集長のハヤシライスです（笑）。
◆ 今月の絵本ひろば　${r.between(1, 28)}日(土) 10:30～　つどいの広場 きらら
◆ 離乳食講座　定員${r.between(8, 20)}組（先着順）
◆ ファミサポ会員募集　${r.pick(["太田", "一宮", "林"])}地区
編集後記：福ちゃん人形を飾りました。来月は七夕特集。山さん、川さんと歩く会も開催予定！
配信停止は https://example.com/stop?id=${r.digits(8)}
発行　こども家庭課　${v.office("phone-number", "087-839-2354")}
`)),
  clean("tune/3/auto-reply", "自動の返信", ({ random: r }) => uncounted(w`※このメールは送信専用です
お問い合わせを受け付けました（受付番号 ${r.digits(4)}-${r.digits(4)}-${r.digits(4)}）。
担当者より${r.between(2, 5)}営業日以内にご連絡いたします。
お急ぎの場合は、お客様番号（12桁）をお手元にご用意のうえ、お客様窓口 ${v.office("phone-number", "0120-000-444")} までお電話ください。
なお、下記の期間は休業いたします。
夏季休業　8月${r.between(10, 13)}日～8月${r.between(14, 17)}日
━━━━━━━━━━━━
株式会社ことり通販　カスタマーサポート係
`)),
  clean("tune/3/test-cards", "決済の試験の手引", ({ random: r }) => uncounted(w`# テスト用カード番号

本番では使えません。有効期限は未来の年月、セキュリティコードは任意の3桁（例 ${r.digits(3)}）。

- Visa: 4242 4242 4242 4242
- Visa (debit): 4000 0566 5566 5556
- Mastercard: 5555 5555 5555 4444
- American Express: 3782 822463 10005
- JCB: 3566 0020 2036 0505
カード名義人は「TARO YAMADA」などとしてください。${r.between(1, 9)}秒で応答します。
`, "cards.md")),
  clean("tune/3/dial-codes", "市外局番の一覧", ({ random: r }) => cleanTable([["市外局番", "市内局番", "単位料金区域", "番号の例"], ...r.sample([["03", "CDE", "東京"], ["06", "CDE", "大阪"], ["087", "CDE", "高松"], ["0875", "DE", "観音寺"], ["0877", "DE", "丸亀"], ["0879", "DE", "三本松"], ["011", "CDE", "札幌"], ["052", "CDE", "名古屋"], ["092", "CDE", "福岡"]] as const, 7).map(([code, local, area]) => [code, local, area, `${code}-${"X".repeat(6 - code.length)}-XXXX`]), ["0120", "", "着信課金", `0120-${r.pick(["000", "123"])}-XXX`]])),
  clean("tune/3/era-table", "和暦と西暦の対照表", ({ random: r }) => {
    const from = r.between(20, 45);
    return cleanTable([["和暦", "西暦", "年齢", "干支", "備考"], ...count(14).map((i) => [`昭和${from + i}年`, 1925 + from + i, 2024 - 1925 - from - i, r.pick(["子", "丑", "寅", "卯", "辰", "巳"]), i === 5 ? "還暦" : ""])]);
  }),
  clean("tune/3/date-formats", "日付の書き方の決まり", ({ random: r }) => uncounted(w`日付データの入力規則
・和暦は元号の頭文字で入力する。　例）昭和55年4月1日 → S550401、平成元年1月8日 → H010108
・生年月日は西暦8桁。　例）19800401
・「1980/4/1」「1980-04-01」「1980.4.1」はいずれも可。
・不明な場合は 99991231 とする。
・有効期間は、令和${r.between(4, 7)}年${r.between(1, 12)}月${r.between(1, 28)}日から${r.between(2, 5)}年間。
・年齢の計算は「年齢計算ニ関スル法律」（明治35年法律第50号）による。
`)),
  clean("tune/3/birthdays-famous", "偉人の生まれた日", ({ random: r }) => uncounted(w`今日は何の日
${each(r.sample([w`${known("野口英世")}の誕生日（1876年11月9日 福島県生まれ）`, w`${known("宮沢賢治")} 1896年8月27日、岩手県花巻に生まれる。1933年没。`, w`${known("手塚治虫")}（1928年11月3日 - 1989年2月9日）`, w`作家・${known("太宰治")}の生誕の日（明治42年6月19日）`, w`${known("アルベルト・アインシュタイン")}、1879年3月14日生まれ`, w`${known("美空ひばり")}が生まれた日（昭和12年5月29日）`, w`${known("弘法大師")}は宝亀5年6月15日、屏風浦に誕生したと伝わる。`], 5), (line) => line)}
誕生石は${r.pick(["ルビー", "ガーネット", "オパール"])}、誕生花は${r.pick(["菊", "椿", "百合"])}。
`)),
  clean("tune/3/founding-dates", "会社の沿革", ({ random: r }) => uncounted(w`会社概要
商号　　株式会社まるやま食品
設立　　昭和${r.between(22, 60)}年${r.between(1, 12)}月${r.between(1, 28)}日
資本金　${r.between(1, 9)},000万円　　従業員数　${r.between(10, 400)}名（うち女性${r.between(3, 9)}名）
事業内容　手延べそうめん、佃煮、調味料の製造・販売
主要取引先　三菱食品、伊藤忠食品、加藤産業、国分西日本
沿革
${each(["創業", "本社工場を新築", "丸亀営業所を開設", "ISO 9001 認証取得", "第二工場竣工"], (event, i) => w`${1950 + i * 13 + r.between(0, 9)}年${r.between(1, 12)}月${r.between(1, 28)}日　${event}`)}
取引銀行　百十四銀行 栗林支店
`)),
  clean("tune/3/school-year-table", "学年の早見表", ({ random: r }) => {
    const year = r.between(2019, 2025);
    return cleanTable([["学年", "生年月日", "年齢"], ...count(9).map((i) => [i < 6 ? `小学${i + 1}年` : `中学${i - 5}年`, `${year - 7 - i}年4月2日～${year - 6 - i}年4月1日`, `${6 + i}～${7 + i}歳`])]);
  }),
  clean("tune/3/pension-ages", "年金の支給開始の年齢", ({ random: r }) => uncounted(w`特別支給の老齢厚生年金の支給開始年齢（男性）
　昭和28年4月2日～昭和30年4月1日生まれの方　61歳
　昭和30年4月2日～昭和32年4月1日生まれの方　62歳
　昭和32年4月2日～昭和34年4月1日生まれの方　63歳
　昭和34年4月2日～昭和36年4月1日生まれの方　64歳
　昭和36年4月2日以後に生まれた方　65歳
※女性は5年遅れ（昭和33年4月2日以後に生まれた方から）。
予約相談　${v.office("phone-number", "0570-05-4890")}　　改定日　令和${r.between(3, 7)}年4月1日
`)),
  clean("tune/3/unlucky-ages", "厄年と長寿の表", ({ random: r }) => {
    const year = r.between(2020, 2026);
    return uncounted(w`令和${year - 2018}年 厄年早見表（数え年）
男性　前厄 昭和${year - 1966}年生まれ　本厄 昭和${year - 1967}年生まれ　後厄 昭和${year - 1968}年生まれ
女性　前厄 平成${year - 2020}年生　本厄 平成${year - 2021}年生
還暦　昭和${year - 1985}年生まれ　古希　昭和${year - 1994}年生まれ　喜寿 昭和${year - 2001}年　米寿　昭和${year - 2012}年
ご祈祷料　${r.between(5, 10)},000円より　　受付　9時～16時　社務所 ${v.office("phone-number", `0877-${r.digits(2)}-${r.digits(4)}`)}
`);
  }),
  clean("tune/3/manufacture-dates", "製造と点検の日付", ({ random: r }) => cleanTable([["機器名", "製造番号", "製造年月日", "設置年月日", "点検日", "判定"], ...count(9).map(() => [r.pick(["消火器 ABC-10", "誘導灯", "自家発電機", "高圧受電盤", "受水槽"]), `${token(r, 2, "ABCDE")}${r.digits(6)}`, `${r.between(1985, 2015)}/${r.between(1, 12)}/${r.between(1, 28)}`, `H${r.between(1, 30)}.${r.between(1, 12)}.${r.between(1, 28)}`, `令和${r.between(4, 7)}年${r.between(1, 12)}月${r.between(1, 28)}日`, r.pick(["良", "否"])])])),
  clean("tune/3/given-name-origins", "名前の付け方の記事", ({ random: r }) => uncounted(w`「凛」「蓮」「葵」など漢字一文字の名前の人気が続いている。女の子では「子」のつく名前が${r.between(2, 9)}年ぶりに上位${r.between(10, 50)}位に入った。
漢字「翔」は人名で「しょう」「かける」「と」などと読む。「愛」は「あい」「まな」「め」。
男女ともに使える名としては「千尋」「薫」「光」「瑞希」「葵」が挙がる。太郎、一郎、花子、和子のような名は減っている。
`)),
  clean("tune/3/genealogy-history", "系図の解説", ({ random: r }) => uncounted(w`生駒氏は${known("生駒親正")}に始まり、${known("一正")}、${known("正俊")}、${known("高俊")}と四代${r.between(50, 54)}年にわたって讃岐を治めた。
その後、水戸徳川家から${known("松平頼重")}が入り、以後十一代続いた。二代${known("頼常")}は栗林荘を整え、五代${known("頼恭")}は${known("平賀源内")}を登用した。
細川氏、三好氏、香西氏、十河氏、長宗我部氏の興亡は${r.between(3, 9)}頁を見よ。
`)),
  clean("tune/3/stock-comments", "市況の記事", ({ random: r }) => uncounted(w`午前の東京株式市場で日経平均は前日比${r.between(10, 500)}円${r.digits(2)}銭高の3万${r.digits(4)}円。トヨタ、ホンダ、スズキが買われ、松井、野村、大和は軟調。村田製、安川電、小糸は反発した。
マツキヨ、ヤマダ、ニトリが上昇。鈴与シンワート、石井鉄、中山製鋼、高島、林兼産業は売りに押された。
為替は1ドル=1${r.between(10, 59)}円${r.digits(2)}銭。東証スタンダードではフジタコーポ、サイトウ、アオキスーパーが堅調だった。
`)),
  clean("tune/3/exam-questions", "試験の問題", ({ random: r }) => uncounted(w`令和${r.between(3, 6)}年度 ビジネス実務法務検定 模擬問題
第${r.between(1, 9)}問　Aは、その所有する甲土地をBに売却し、Bは代金${r.between(2, 9)},000万円を支払った。Cが登記を備えていた場合、Bは所有権をCに主張できるか。
第${r.between(10, 19)}問　次の英文を読んで答えなさい。
Tom: Hi, Ken. How was your weekend?  Ken: I went to Kyoto with Mary and Mr. Green.
Emi: Sounds great! Did you see Kinkaku-ji?
第${r.between(20, 29)}問　X社の従業員である被用者Yが、業務中の運転で第三者Zに損害を与えた。
`)),
  clean("tune/3/english-textbook", "英語の教材", ({ random: r }) => uncounted(w`Lesson ${r.between(1, 12)}  My Family
Hello! My name is Emma Brown. I'm ${r.between(9, 14)} years old. I'm from Toronto.
This is my friend, Yuki. She likes tennis. Her brother Kenji plays the guitar.
Mr. Smith: Good morning, class.  Students: Good morning, Mr. Smith.
Let's practice: What's your name? --- My name is (        ). Where does Bob live? --- He lives in London.
Words: aunt, uncle, cousin, grandmother, library, museum (p.${r.between(10, 90)})
`)),
  clean("tune/3/business-letter-model", "手紙の文例集", ({ random: r }) => uncounted(w`文例${r.between(1, 60)}　送付状（社外）
令和○年○月○日
株式会社□□□□
営業部　○○　○○　様
　　　　　　　　　　　　　　　　　　　　△△商事株式会社
　　　　　　　　　　　　　　　　　　　　　総務部　□□　□□
拝啓　時下ますますご清祥のこととお慶び申し上げます。
さて、下記書類をお送りいたしますので、ご査収くださいますようお願い申し上げます。　敬具
※「様」「殿」「御中」の使い分けは${r.between(10, 90)}ページを参照。鈴木様、山田殿、田中先生 など姓だけの宛名は避ける。
`)),
  clean("tune/3/seal-registration-help", "窓口の案内", ({ random: r }) => uncounted(w`印鑑登録について
登録できる方　本市に住民登録のある15歳以上の方
必要なもの　登録する印鑑、本人確認書類（マイナンバーカード、運転免許証、パスポート、在留カード）
登録できない印鑑　氏名、氏、名又は氏と名の一部を組み合わせたもので表していないもの　職業その他の事項を表しているもの
代理人の場合　委任状、代理人の本人確認書類
手数料　${r.between(2, 4)}00円　　受付時間　8:30～17:${r.pick(["00", "15", "30"])}
問い合わせ　市民課　電話 ${v.office("phone-number", "087-839-2285")}
`)),
  clean("tune/3/rfc-notes", "protocol notes", ({ random: r }) => uncounted(w`# Notes on the handshake

Alice sends g^a to Bob; Bob answers with g^b. Eve sees both, Mallory may change them, and Trent is trusted.
The Needham-Schroeder exchange, Diffie-Hellman (RFC ${r.between(2000, 9000)}), Rivest-Shamir-Adleman and Merkle trees are assumed.
Nagle's algorithm waits up to ${r.between(100, 500)} ms. Bloom filters, Lamport clocks, Byzantine generals, Chandra-Toueg.
See draft-ietf-quic-${r.digits(4)}, section ${r.between(1, 9)}.${r.between(1, 9)}: "Jim Gray and Leslie Lamport's commit" is out of scope.
Contact: security@example.com
`, "notes.md")),
  clean("tune/3/man-page", "manual page", ({ random: r }) => uncounted(w`SED(1)                     User Commands                     SED(1)

NAME
       sed - stream editor for filtering and transforming text
SYNOPSIS
       sed [OPTION]... {script-only-if-no-other-script} [input-file]...
       -l N, --line-length=N   specify desired line-wrap length for the \`l' command (${r.between(1, 99)})
AUTHOR
       Written by ${known("Jay Fenlason")}, ${known("Tom Lord")}, ${known("Ken Pizzini")}, ${known("Paolo Bonzini")}, ${known("Jim Meyering")}, and ${known("Assaf Gordon")}.
COPYRIGHT
       Copyright (C) 20${r.between(18, 24)} ${known("Free Software Foundation, Inc.")}
`)),
  clean("tune/3/mailing-templates", "差し込み印刷の見本", ({ random: r }) => cleanTable([["《氏名》", "《郵便番号》", "《住所1》", "《住所2》", "《敬称》"], ["{氏名}", "{〒}", "{都道府県}{市区町村}", "{番地}", "様"], [`$name${r.digits(1)}`, "$zip", "$address1", "$address2", "御中"], ["○○ ○○", "○○○-○○○○", "○○県○○市○○", "○丁目○番○号", "様"], ["テスト　テスト", "000-0000", "テスト県テスト市", "1-1-1", "様"]])),
  clean("tune/3/kubernetes", "配置の設定", ({ random: r }) => uncounted(w`apiVersion: apps/v1
kind: Deployment
metadata: { name: tanaka-api, namespace: sato-lab, labels: { app.kubernetes.io/name: hanako } }
spec:
  replicas: ${r.between(1, 9)}
  template:
    spec:
      containers:
        - name: web
          image: registry.example.com/marie/curie@sha256:${token(r, 64, HEX)}
          resources: { limits: { cpu: "${r.between(1, 4)}", memory: ${r.between(1, 8)}Gi } }
          env: [{ name: RELEASE_DATE, value: "1985-10-26" }, { name: BUILD, value: "0${r.digits(9)}" }]
`, "deploy.yaml")),
  clean("tune/3/commit-log-ja", "作業の記録（担当は記号）", ({ random: r }) => cleanTable([["日付", "作業", "担当", "時間", "備考"], ...count(10).map(() => [`${r.between(1, 12)}/${r.between(1, 28)}`, r.pick(["仕様検討", "様式の見直し", "単体試験", "本番移行", "森林台帳の補正", "宮脇書店 納品", "林道の写真整理", "三木町 立会"]), r.pick(["A", "B", "外注", "全員", "-"]), `${r.between(1, 8)}.${r.pick(["0", "5"])}h`, r.pick(["", "継続", "要確認", "石川県分", "OK"])])])),
  clean("tune/3/ward-names", "病棟と診療科", ({ random: r }) => cleanTable([["病棟", "診療科", "病床数", "看護体制", "面会"], ...r.sample([["東3", "小児科"], ["東4", "産婦人科"], ["西5", "整形外科"], ["西6", "脳神経外科"], ["南2", "ICU"], ["北7", "緩和ケア"], ["東5", "消化器内科"], ["西3", "泌尿器科"], ["南4", "森田療法外来"], ["北3", "腎臓内科"]] as const, 7).map(([ward, field]) => [ward, field, r.between(10, 60), "7:1", r.pick(["可", "制限中"])])])),
  clean("tune/3/nursery-classes", "保育園の組", ({ random: r }) => cleanTable([["クラス", "年齢", "定員", "在籍", "保育室"], ...r.sample([["ひよこ組", "0歳児"], ["もも組", "1歳児"], ["さくら組", "2歳児"], ["すみれ組", "3歳児"], ["ゆり組", "4歳児"], ["まつ組", "5歳児"], ["うめ組", "5歳児"], ["あおい組", "4歳児"], ["かえで組", "3歳児"]] as const, 6).map(([group, age]) => [group, age, r.between(6, 30), r.between(3, 30), `${r.between(1, 2)}階`])])),
  clean("tune/3/knots", "結び方の手引", ({ random: r }) => uncounted(w`ロープワークの基本
${each(r.sample(["もやい結び（ボーラインノット）", "プルージックノット", "ターバックル", "ジョン・ケージ巻き", "亀甲しばり", "南京結び", "本結び", "八の字結び", "ウインザーノット", "ダブルフィッシャーマン"], 6), (knot, i) => w`${i + 1}　${knot}　太さ ${r.between(3, 20)} mm`)}
練習会　${r.between(1, 12)}月${r.between(1, 28)}日　五色台少年自然センター　定員${r.between(10, 30)}名
`)),
  clean("tune/3/lakes", "池と川の水位", ({ random: r }) => cleanTable([["池名", "所在", "満水量(千m3)", "水位(m)", "危険"], ...r.sample(["満濃池", "豊稔池", "公渕池", "三谷三郎池", "平木太夫池", "神内池", "奈良須池", "新池", "山大寺池", "小田池", "川島池", "前田池", "宮池"], 9).map((pond) => [pond, r.pick(["まんのう町", "観音寺市", "三木町", "高松市"]), r.between(100, 15_400), `${r.between(1, 30)}.${r.digits(2)}`, r.pick(["", "注意"])])])),
  clean("tune/3/roads", "工事と通行止め", ({ random: r }) => uncounted(w`道路規制情報　${r.between(1, 12)}月${r.between(1, 28)}日 ${r.between(6, 20)}時現在
${each(r.sample(["国道11号　東かがわ市引田　片側交互通行　舗装補修", "県道三木国分寺線　高松市円座町　全面通行止　橋梁架替", "市道林田飯山線　坂出市林田町　夜間通行止", "町道田中中央線　三木町池戸　終日車線規制", "県道山本財田線　三豊市山本町　落石", "県道高松香川線　香川町川東　時間帯規制"], 4), (line) => w`・${line}　～${r.between(1, 12)}/${r.between(1, 28)}`)}
発注者　香川県高松土木事務所　${v.office("phone-number", "087-889-8900")}　施工　㈱大西組、村上組JV
`)),
  clean("tune/3/ski-resorts", "施設の料金", ({ random: r }) => uncounted(w`料金表（税込）
リフト1日券　大人 ${r.between(3, 6)},${r.digits(1)}00円　小人 ${r.between(1, 3)},${r.digits(1)}00円　シニア ${r.between(2, 4)},000円
レンタル　スキーセット ${r.between(2, 5)},000円　ウェア ${r.between(1, 4)},500円
スクール　森下・ジョニー スノースクール　半日 ${r.between(3, 6)},000円
予約番号は 10 桁（例 0${r.digits(9)}）。お名前・年齢・身長・足のサイズをお知らせください。
シーズン券　顔写真（3×4cm）が必要です。
`)),
]);
