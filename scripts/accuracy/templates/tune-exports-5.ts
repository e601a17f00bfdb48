/** Exports, logs, messages and slips of shops and clubs, written before any rule for them was looked at; the coin of coin.ts chose the half. */
import { serial, textual, uncounted } from "../contents.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, w } from "../written.js";

export const TUNE_EXPORTS_5: readonly Template[] = defineTemplates([
  textual("tune/5/meishi-scan", "名刺を読み取った文字", (world) => {
    const people = world.people(2);
    return uncounted(each(people, (p, i) => w`${["株式会社 東雲電設", "有限会社かもめ運輸"][i]}
${["営業部 課長代理", "専務取締役"][i]}
${i === 0 ? v.spreadName(p, " ") : v.name(p, "  ")}
${i === 0 ? v.latin(p, "capitals") : v.reading(p, "hiragana", " ")}
〒${v.office("postal-code", "760-0017")} ${v.office("postal-address", "香川県高松市番町1-2-3")}
T E L ${v.office("phone-number", "087-811-2200")}  M ${v.mobile(p, "dots")}
E-mail : ${v.email(p)}
`, "----\n"));
  }),
  textual("tune/5/crm-activity", "顧客管理の活動の書き出し", (world) => {
    const [a, b, c] = world.people(3, { foreign: 0.1 });
    const [rep] = world.people(1).map((p) => ({ ...p, n: 40 }));
    return uncounted(w`取引先責任者: ${v.name(a, " ")}
取引先名: 株式会社ひいらぎ
所有者: ${v.latin(rep, "western")}
活動履歴:
  2024/05/${world.random.between(10, 28)} 電話 → ${v.surname(a)}様不在、${v.surname(b)}様に伝言
  2024/05/${world.random.between(10, 28)} 訪問 ${v.surname(a)}様・${v.surname(b)}様（同席：${v.surname(rep)}）
  2024/06/0${world.random.between(1, 9)} メール To: ${v.email(a)} Cc: ${v.email(c)}
次のステップ: キーマンは${v.name(c)}氏（${v.surname(a)}様の上司）
`);
  }),
  textual("tune/5/json-api-nested", "API の応答、入れ子", (world) => {
    const [a, b] = world.people(2, { foreign: 0.15 });
    return uncounted(w`{
  "status": "ok",
  "result": {
    "contractor": {
      "displayName": "${v.name(a, " ")}",
      "displayNameKana": "${v.reading(a, "katakana", " ")}",
      "birthday": "${v.born(a, "eight")}",
      "contact": { "mobile": "${v.mobile(a, "international")}", "mail": "${v.email(a)}" },
      "addr": { "zip": "${v.postalCode(a, "plain")}", "text": "${v.address(a, "no-gaps")}" }
    },
    "familyMembers": [ { "relation": "配偶者", "displayName": "${v.name(b, " ")}", "birthday": "${v.born(b, "eight")}" } ],
    "operatorMemo": "${v.surname(a)}様より${v.surname(b)}様の追加依頼（${v.surname({ ...world.person(), n: 40 })}受）"
  }
}
`, "a.json");
  }),
  textual("tune/5/log-form-params", "記録に残ったフォームの値", (world) => {
    const [a, b] = world.people(2);
    return uncounted(w`2024-06-10 10:00:01.123 INFO  [http-8080-3] c.e.EntryController - params={sei=[${v.surname(a)}], mei=[${v.given(a)}], sei_kana=[${v.surname({ ...a, surname: a.surnameKana })}], tel=[${v.mobile(a, "plain")}], email=[${v.email(a)}]}
2024-06-10 10:00:02.456 ERROR [http-8080-7] c.e.MemberService - Duplicate entry '${v.email(b)}' for key 'uk_email'
2024-06-10 10:00:02.457 DEBUG [http-8080-7] c.e.Member - Member(id=${world.random.between(100, 999)}, name=${v.name(b, " ")}, nameKana=${v.reading(b, "katakana", " ")}, birthDate=${v.born(b, "iso")}, address=${v.address(b, "hyphens")})
`, "a.log");
  }),
  textual("tune/5/shift-swap", "シフト交代のやりとり", (world) => {
    const [a, b, c, d] = world.people(4, { generations: ["new", "middle"], foreign: 0.15 });
    return uncounted(w`件名：【シフト】${world.random.between(1, 12)}/${world.random.between(1, 28)}交代のお願い

${v.surname(a)}です。15日の早番、どなたか代わっていただけませんか。
> 店長 ${v.surname(b)}
> ${v.surname(c)}さんか${v.surname(d)}くんに聞いてみて
→ ${v.surname(c)}：15日はNGです、すみません
→ ${v.surname(d)}：いけます！代わりに18日の遅番を${v.surname(a)}さんお願いします
【確定】15早番 ${v.surname(a)}⇒${v.surname(d)}、18遅番 ${v.surname(d)}⇒${v.surname(a)}（承認 ${v.surname(b)}）
`);
  }),
  textual("tune/5/ticket-will-call", "当日窓口の引換え", (world) => {
    const people = world.people(6, { foreign: 0.15 });
    return uncounted(w`当日引換分（開演${world.random.between(13, 18)}:30）
${each(people, (p, i) => w`□ ${i % 2 === 0 ? v.reading(p, "katakana", "　") : v.name(p)}様 ${world.random.between(1, 4)}枚 ${i % 3 === 0 ? "未払" : "済"} 下4桁${p.mobile[2]}`)}
関係者：${v.surname(people[0])}様（${v.surname({ ...world.person(), n: 40 })}扱い）
`);
  }),
  textual("tune/5/marathon-entry-text", "大会の申込みの確認", (world) => {
    const people = world.people(3, { foreign: 0.2 });
    return uncounted(w`エントリー内容の確認
${each(people, (p, i) => w`No.${i + 1}
種目：${["ハーフ男子", "10km女子", "親子ペア"][i]}
選手名：${v.name(p, "　")}（${p.surnameKana === "" ? v.latin(p, "passport") : v.reading(p, "half-width", " ")}）
生年月日：${v.born(p, "dots")}　年齢：${2024 - p.birth.year}
緊急連絡先：${v.mobile(p, "hyphens")}（${["妻", "母", "夫"][i]}・${v.given({ ...world.person(), n: 30 + i })}）`)}
代表者　${v.name({ ...people[0], n: 40 })}
`);
  }),
  textual("tune/5/shaken-reminder", "車検の案内の控え", (world) => {
    const people = world.people(4);
    return uncounted(w`【車検満了案内】発送リスト（サービス ${v.surname({ ...world.person(), n: 40 })}）
${each(people, (p) => w`${v.name(p)}様│${world.random.pick(["ミライース", "アクア", "ハイゼット"])}│香川5${world.random.digits(2)} ${world.random.pick(["さ", "な", "ほ"])} ${world.random.digits(2)}-${world.random.digits(2)}│満了 R6.${world.random.between(1, 12)}.${world.random.between(1, 28)}│${v.landline(p)}`)}
※${v.surname(people[1])}様は奥様（${v.mobile(people[1])}）へ
`);
  }),
  textual("tune/5/hometown-tax-orders", "返礼品の送り先", (world) => {
    const people = world.people(3);
    return uncounted(each(people, (p, i) => w`受付番号：R6-${serial(world.random.digits(6))}
寄附者：${v.name(p, "　")}
送付先：〒${v.postalCode(p)}${v.address(p, "no-gaps")}
送付先氏名：${i === 1 ? w`${v.name({ ...world.person(), n: 30 })}（寄附者のご両親）` : "寄附者に同じ"}
連絡先：${v.mobile(p, "plain")}
返礼品：オリーブ牛${world.random.between(3, 9)}00g
応援メッセージ：祖父の${v.given({ ...world.person({ generations: ["old"] }), n: 40 + i })}が暮らした町です。
`));
  }),
  textual("tune/5/taxi-dispatch", "配車の受付", (world) => {
    const people = world.people(4, { generations: ["old", "middle"] });
    return uncounted(w`配車簿
${each(people, (p, i) => w`${8 + i}:${world.random.between(10, 59)} ${v.surname(p)}様 ${v.address(p, "no-prefecture")} → ${["日赤", "駅", "済生会", "空港"][i]} ${i === 1 ? w`車いす、娘さん（${v.surname({ ...world.person(), n: 30 })}様）同乗` : `${world.random.between(1, 3)}名`} 無線${world.random.between(1, 40)} ${v.landline(p, "plain")}`)}
`);
  }),
  textual("tune/5/loan-screening", "融資の審査の記録", (world) => {
    const [p, spouse, boss] = world.people(3, { generations: ["middle"] });
    return uncounted(w`審査メモ　案件 ${serial(world.random.digits(8))}
申込人 ${v.name(p)}（${v.born(p, "era-one")}）　勤務先 小豆島醤油㈱ 勤続${world.random.between(2, 20)}年　年収${world.random.between(280, 900)}万
在籍確認 済（${v.surname(boss)}様対応「${v.surname(p)}は外出中」）
配偶者 ${v.name({ ...spouse, surname: p.surname })} パート　連帯保証なし
自宅 ${v.address(p, "room-only")}　携帯 ${v.mobile(p)}
審査役意見：${v.surname(p)}氏の他社借入${world.random.between(0, 3)}件。可決　／${v.surname({ ...world.person(), n: 40 })}
`);
  }),
  textual("tune/5/flea-market-shipping", "フリマの取引の連絡", (world) => {
    const [buyer, seller] = world.people(2, { foreign: 0.1 });
    return uncounted(w`取引メッセージ
購入者: ${v.surname(buyer)}です。匿名配送でなくて大丈夫です。
〒${v.postalCode(buyer)}
${v.address(buyer, "spaced")}
${v.name(buyer)}　${v.mobile(buyer)}
出品者: ${v.surname(buyer)}さま、ありがとうございます。差出人は${v.name(seller)}で送ります🙇‍♀️
購入者: 届きました！${v.surname(seller)}さん、丁寧な梱包でした。
`);
  }),
  textual("tune/5/review-replies", "口コミとお店の返事", (world) => {
    const [a, b, staff] = world.people(3);
    return uncounted(w`★★★★★　${v.name(a)}　2か月前
担当の${v.surname(staff)}さんがとても親切でした。また${v.surname(staff)}さんにお願いしたいです。
　オーナーからの返信：${v.surname(a)}様、ありがとうございます。${v.surname(staff)}も喜んでおります。
★☆☆☆☆　${v.latin(b, "western")}　1週間前
電話に出た女性（${v.surname({ ...world.person(), n: 30 })}と名乗った）の態度が最悪。
　オーナーからの返信：${v.latin(b, "western")} 様　ご不快な思いをさせ申し訳ございません。
`);
  }),
  textual("tune/5/dental-recall", "歯科の再来の葉書", (world) => {
    const [p, dentist] = world.people(2);
    return uncounted(w`　　　　〒${v.postalCode(p, "wide")}
　　${v.address(p, "kanji")}
　　　　　　${v.spreadName(p, "　")}　様

定期検診のお知らせ
前回のご来院から${world.random.between(3, 9)}か月が経ちました。${v.surname(p)}様のご都合のよい日にお電話ください。
担当衛生士　${v.surname({ ...world.person(), n: 40 })}　　院長　${v.name(dentist)}
`);
  }),
  textual("tune/5/key-loan-book", "鍵の貸出簿", (world) => {
    const people = world.people(5);
    return uncounted(w`鍵貸出簿　第2体育館
${each(people, (p, i) => w`${world.random.between(1, 12)}/${world.random.between(1, 28)} ${v.name(p, i % 2 === 0 ? "" : " ")} ${["卓球同好会", "太極拳", "バドミントン", "3B体操", "フラ"][i]} ${v.mobile(p, i % 2 === 0 ? "hyphens" : "plain")} 返却${i === 3 ? "未" : v.surname({ ...world.person(), n: 40 + i })}`)}
`);
  }),
  textual("tune/5/mahjong-club", "健康麻雀の名札", (world) => {
    const people = world.people(8, { generations: ["old"] });
    return uncounted(w`健康麻雀　本日の卓
1卓　東 ${v.surname(people[0])}　南 ${v.surname(people[1])}　西 ${v.surname(people[2])}　北 ${v.surname(people[3])}
2卓　東 ${v.name(people[4])}　南 ${v.name(people[5])}　西 ${v.name(people[6])}　北 ${v.name(people[7])}
トップ ${v.surname(people[0])}さん（+${world.random.between(20, 60)}.${world.random.digits(1)}）　世話人 ${v.surname(people[4])}
`);
  }),
  textual("tune/5/radio-postcards", "ラジオに届いた葉書", (world) => {
    const [a, b, c] = world.people(3, { generations: ["middle", "old"] });
    return uncounted(w`お便りコーナー（台本）
RN「おにぎり番長」さん（本名 ${v.name(a)}・${a.home.city}・${2024 - a.birth.year}歳）
「${v.surname(b)}さん、こんにちは。先月、同級生の${v.name(c)}と40年ぶりに再会しました。」
プレゼント当選：${v.name({ ...a, n: 30 })}さん　〒${v.postalCode(a)} ${v.address(a, "words")}
パーソナリティ ${v.surname(b)}：${v.surname(c)}さんもお元気で何より。
`);
  }),
  textual("tune/5/prize-winners", "懸賞の当選の発送", (world) => {
    const people = world.people(6, { foreign: 0.1 });
    return uncounted(w`■当選者発表（発表は発送をもって代えるため社外秘）
A賞 ${each(people.slice(0, 2), (p) => w`${v.name(p)}（${p.home.prefecture}）`, "、")}
B賞 ${each(people.slice(2), (p) => w`${p.home.prefecture} ${v.name(p)}様`, "／")}
宛先不明で返送：${v.name({ ...people[3], n: 30 })} ${v.address({ ...people[3], n: 30 }, "dashes")}
`);
  }),
  textual("tune/5/hospital-visitors", "病棟の面会の受付票", (world) => {
    const people = world.people(4);
    return uncounted(w`面会票　${world.random.between(3, 7)}階病棟
${each(people, (p, i) => w`患者名 ${v.name(p, " ")}　面会者 ${v.name({ ...world.person(), n: 30 + i, surname: i % 2 === 0 ? p.surname : world.person().surname }, " ")}（続柄：${["妻", "友人", "長男", "会社の同僚"][i]}）　体温 36.${world.random.digits(1)}　${v.mobile({ ...p, n: 30 + i })}`)}
`);
  }),
  textual("tune/5/landlord-contact", "大家への連絡の控え", (world) => {
    const [owner, tenant, family] = world.people(3, { foreign: 0.25 });
    return uncounted(w`オーナー様各位報告
オーナー：${v.name(owner)}様（${v.email(owner)}）
物件　コーポ若葉 ${world.random.between(1, 3)}0${world.random.between(1, 8)}　入居者 ${v.name(tenant)}　家賃${world.random.between(1, 4)}か月滞納（${world.random.between(9, 30)}万円）
5/${world.random.between(10, 28)} ${v.surname(tenant)}氏携帯 ${v.mobile(tenant)} → 応答なし
5/${world.random.between(10, 28)} 緊急連絡先 ${v.name(family)}様（姉）に架電。「${v.given(tenant)}とは連絡を取っていない」
弊社${v.surname({ ...world.person(), n: 40 })}が現地確認予定
`);
  }),
]);
