/**
 * THE TEST HALF: only ever measured. Do not read it to improve a rule, and do not move a template from here to the tune half
 * because it fails. Catalogues, code and configuration without anybody's private data; the coin of coin.ts chose the half.
 */
import { clean, cleanTable, count, uncounted } from "../contents.js";
import { token } from "../invent/numbers.js";
import { defineTemplates, type Template } from "../template.js";
import { each, w } from "../written.js";

export const TEST_NUMBERS_2: readonly Template[] = defineTemplates([
  clean("test/2/unit-tests", "日付と番号の試験のコード", ({ random: r }) => uncounted(w`describe("parsePhone", () => {
  it.each([
    ["03-0000-0000", true],
    ["090-0000-0000", true],
    ["0${r.digits(9)}", true],
    ["12-34", false],
  ])("%s -> %s", (input, expected) => {
    expect(parsePhone(input).ok).toBe(expected);
  });
  it("keeps ages", () => {
    vi.setSystemTime(new Date("20${r.between(20, 25)}-04-01T00:00:00+09:00"));
    const user = makeUser({ id: ${r.between(1, 999)}, name: "ダミー", birthday: "2000-01-01", zip: "000-0000" });
    expect(ageOf(user)).toBe(${r.between(20, 25)});
  });
});
`, "phone.test.ts")),
  clean("test/2/syslog", "syslog", ({ random: r }) => uncounted(each(count(40), () => w`${r.pick(["Jan", "May", "Jun", "Nov"])} ${r.between(10, 28)} 0${r.digits(1)}:${r.between(10, 59)}:${r.between(10, 59)} web${r.between(1, 4)} ${r.pick(["systemd", "sshd", "kernel", "cron", "dhclient"])}[${r.between(300, 99_999)}]: ${r.pick([w`Started Session ${r.between(1, 9999)} of user root.`, w`[${r.digits(6)}.${r.digits(6)}] usb 1-1.${r.between(1, 4)}: new high-speed USB device number ${r.between(2, 30)}`, w`DHCPACK from 192.0.2.${r.between(1, 254)} (xid=0x${token(r, 8, "0123456789abcdef")})`, w`Received disconnect from 198.51.100.${r.between(1, 254)} port ${r.between(20_000, 60_000)}:11`, "Reloading."])}`), "messages")),
  clean("test/2/release-history", "更新履歴", ({ random: r }) => uncounted(w`# 更新履歴

${each(count(8), (i) => w`## ${r.between(1, 5)}.${8 - i}.${r.between(0, 9)}（20${r.between(19, 24)}年${r.between(1, 12)}月${r.between(1, 28)}日）
- ${r.pick(["氏名に「髙」「﨑」が使えるようになりました。", "電話番号のハイフンを自動で補うようにしました。", "生年月日の初期値を1980年1月1日に変更しました。", "住所録の並べ替え（あいうえお順）に対応しました。", "宛名印刷で「様」「御中」を選べるようになりました。"])}（#${r.digits(4)}）
- ${r.pick(["小林式暗号の鍵長を見直し", "東京リージョンを追加", "松竹梅プランを廃止"])}`)}
`, "CHANGELOG.md")),
  clean("test/2/nginx", "サーバの設定", ({ random: r }) => uncounted(w`# 本番 (tokyo-${r.between(1, 4)})
user www-data;
worker_processes ${r.between(2, 16)};
events { worker_connections ${r.between(512, 4096)}; }
http {
  upstream meibo { server 10.0.${r.between(0, 9)}.${r.between(2, 200)}:8080 weight=${r.between(1, 9)}; server 10.0.1.${r.between(2, 200)}:8080 backup; }
  map $http_user_agent $is_bot { default 0; ~*(martin|marvin|andrew)bot 1; }
  server {
    listen 443 ssl; server_name www.example.jp;
    ssl_certificate /etc/ssl/example.jp.pem;
    location ~ ^/tel/0\\d{9,10}$ { return 301 /contact; }
    location /api { proxy_pass http://meibo; proxy_read_timeout ${r.between(10, 90)}s; }
  }
}
`, "nginx.conf")),
  clean("test/2/gettext", "gettext の訳", ({ random: r }) => uncounted(w`msgid ""
msgstr ""
"Project-Id-Version: roster ${r.between(1, 9)}.${r.between(0, 9)}\\n"
"POT-Creation-Date: 2024-0${r.between(1, 9)}-1${r.digits(1)} 10:${r.between(10, 59)}+0900\\n"
"Language: ja\\n"

${each([["Surname", "姓"], ["Given name", "名"], ["Date of birth", "生年月日"], ["Mr. %s", "%s 様"], ["Home phone", "自宅電話"], ["Chart", "表"], ["Mark all as read", "すべて既読にする"], ["Grant access", "権限を付与"], ["Bill to", "請求先"]], ([id, text]) => w`#: src/form.c:${r.between(10, 900)}
msgid "${id}"
msgstr "${text}"`, "\n\n")}
`, "ja.po")),
  clean("test/2/card-test-numbers", "決済の試験用カード番号", ({ random: r }) => uncounted(w`## テスト環境のカード番号
テストモードでのみ使えます。実在のカードは入力しないでください。

| ブランド | 番号 | セキュリティコード | 結果 |
|---|---|---|---|
| Visa | 4242 4242 4242 4242 | 任意の3桁 | 成功 |
| Mastercard | 5555 5555 5555 4444 | 任意の3桁 | 成功 |
| American Express | 3782 822463 10005 | 任意の4桁 | 成功 |
| Visa | 4000 0000 0000 0002 | 任意の3桁 | 拒否 |

有効期限は将来の日付（例：12/${r.between(28, 40)}）を、名義は TEST TARO を入力してください。
`, "testing.md")),
  clean("test/2/genes", "遺伝子と化合物の表", ({ random: r }) => cleanTable([["Gene", "Accession", "Chr", "Start", "End", "log2FC", "CAS"], ...r.sample(["TP53", "BRCA1", "MARCH1", "SEPT2", "DEC1", "SHH", "APOE", "MYC", "JUN", "KIT", "ROSA26", "WNT5A", "MAX", "RAN", "ABL1"], 13).map((gene) => [gene, `NM_0${r.digits(8)}.${r.between(1, 6)}`, r.between(1, 22), r.digits(8).replace(/^0/u, "1"), r.digits(8).replace(/^0/u, "2"), `${r.between(-4, 4)}.${r.digits(3)}`, `${r.between(50, 9999)}-${r.digits(2)}-${r.digits(1)}`])])),
  clean("test/2/html-placeholders", "入力欄の例のあるページ", ({ random: r }) => uncounted(w`<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>お問い合わせ</title></head><body>
<form action="/contact" method="post">
<dl>
<dt>お名前 <span>必須</span></dt><dd><input name="name" placeholder="例：山田　花子" maxlength="${r.between(20, 60)}"></dd>
<dt>フリガナ</dt><dd><input name="kana" placeholder="例：ヤマダ　ハナコ"></dd>
<dt>電話番号</dt><dd><input name="tel" type="tel" placeholder="例：090-0000-0000"></dd>
<dt>メールアドレス</dt><dd><input name="mail" type="email" placeholder="info@example.com"></dd>
<dt>生年月日</dt><dd><select name="y">${each(count(12), (i) => w`<option>${1970 + i}</option>`, "")}</select>年</dd>
</dl><button>確認画面へ</button></form>
<footer>&copy; ${r.between(2001, 2024)} Setouchi Web</footer></body></html>
`, "a.html")),
  clean("test/2/ci-log", "CI の出力", ({ random: r }) => uncounted(w`Run npm ci
added ${r.between(100, 1900)} packages in ${r.between(5, 60)}s
> vitest run
${each(count(20), () => w` ✓ tests/${r.pick(["address", "kana", "name-split", "wareki", "zip"])}.test.ts (${r.between(1, 90)} tests) ${r.between(3, 900)}ms`)}
 × tests/tel.test.ts > 090 で始まる 11 桁を受け入れる
   → expected '09012345678' to be '090-1234-5678'
Test Files  1 failed | ${r.between(10, 90)} passed
Duration  ${r.between(1, 40)}.${r.digits(2)}s (transform ${r.digits(3)}ms, setup ${r.digits(2)}ms)
`, "a.log")),
  clean("test/2/git-diff", "patch", ({ random: r }) => uncounted(w`diff --git a/src/holiday.ts b/src/holiday.ts
index ${token(r, 7, "0123456789abcdef")}..${token(r, 7, "0123456789abcdef")} 100644
--- a/src/holiday.ts
+++ b/src/holiday.ts
@@ -${r.between(10, 90)},7 +${r.between(10, 90)},9 @@ export const ERAS = [
-  { name: "昭和", from: "1926-12-25", to: "1989-01-07" },
+  { name: "昭和", from: 19261225, to: 19890107 },
   { name: "平成", from: 19890108, to: 20190430 },
+  // 大化から令和まで。明治5年12月3日より前は旧暦
+  { name: "令和", from: 20190501 },
 ];
@@ -${r.between(100, 400)},3 +${r.between(100, 400)},3 @@
-const SEED = ${r.digits(10).replace(/^0/u, "3")};
+const SEED = ${r.digits(10).replace(/^0/u, "8")};
`, "a.patch")),
  clean("test/2/container-numbers", "海上コンテナの一覧", ({ random: r }) => cleanTable([["Container No.", "Seal No.", "Vessel / Voy.", "B/L No.", "ETD", "ETA", "G.W.(kg)"], ...count(20).map(() => [`${r.pick(["MSKU", "TCLU", "ONEU"])}${r.digits(7)}`, `JP${r.digits(6)}`, `${r.pick(["EVER GRACE", "MARIA P", "ONE STORK", "SAKURA MARU", "ST. LOUIS"])} / 0${r.digits(2)}${r.pick(["E", "W"])}`, `OSA${r.digits(9)}`, `2024/${r.between(1, 12)}/${r.between(1, 28)}`, `2024/${r.between(1, 12)}/${r.between(1, 28)}`, `${r.between(2, 28)},${r.digits(3)}`])])),
  clean("test/2/soil-data", "分析の結果", ({ random: r }) => cleanTable([["試料番号", "採取地点", "採取日", "pH", "EC", "有効態リン酸", "判定"], ...count(20).map((i) => [`R6-${String(i + 1).padStart(3, "0")}`, r.pick(["川西北", "新田東", "中山-2", "大野上", "本田3号圃", "森脇", "西村A"]), `R6.${r.between(1, 12)}.${r.between(1, 28)}`, `${r.between(4, 8)}.${r.digits(1)}`, `0.${r.digits(2)}`, `${r.between(5, 90)}.${r.digits(1)}`, r.pick(["適", "要改善"])])])),
]);
