/** Tables of people, to improve the rules on; the coin of coin.ts chose the half. */
import { slides, wordFile, wordParagraphs, wordTable } from "../containers.js";
import { booked, count, drawn, packed, serial, sizeOf, tabular, textual } from "../contents.js";
import { csv, type Grid, html, markdown, tsv } from "../grid.js";
import { letters } from "../invent/numbers.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { concat, each, type Written, w } from "../written.js";

export const TUNE_TABLES_2: readonly Template[] = defineTemplates([
  tabular("tune/2/event-signup", "行事の申込み、備考の文つき", (world) => {
    const all = world.people(sizeOf(world), { foreign: 0.05 });
    return drawn([["受付日時", "お名前", "参加人数", "ご連絡先", "備考"], ...all.map((p, i) => [`2024/06/${world.random.between(10, 28)} ${world.random.between(9, 20)}:${world.random.between(10, 59)}`, v.name(p, i % 3 === 0 ? "" : " "), `大人${world.random.between(1, 3)}・子ども${world.random.between(0, 3)}`, i % 4 === 3 ? v.email(p) : v.mobile(p), world.random.pick(["", "", "車いすを利用します", "アレルギー（そば）あり", "駐車場を1台お願いします", "少し遅れます"])])]);
  }),
  tabular("tune/2/orders-abroad", "international order list", (world) => {
    const all = world.people(Math.min(21, sizeOf(world)), { foreign: 1 });
    const r = world.random;
    return drawn([["Order", "Date", "Ship-to name", "Street", "City", "Postcode", "Country", "SKU", "Qty"], ...all.map((p) => [`SO-${r.digits(6)}`, `2024-0${r.between(1, 9)}-${r.between(10, 28)}`, v.latin(p, "western"), v.value(p, "postal-address", `${r.between(1, 400)} ${r.pick(["High Street", "Church Road", "Mill Lane", "Station Road"])}`), r.pick(["Leeds", "Bristol", "Cardiff"]), v.office("postal-code", `${r.pick(["LS", "BS", "CF"])}${r.between(1, 9)} ${r.between(1, 9)}${letters(r, 2)}`), "UK", `TEA-${r.digits(3)}`, r.between(1, 5)])]);
  }),
  tabular("tune/2/markdown-notes", "Markdown の表と下の注", (world) => {
    const all = world.people(Math.min(34, sizeOf(world)), { foreign: 0.1 });
    const grid: Grid = [["担当", "氏名", "社用携帯", "メール"], ...all.map((p) => [world.random.pick(["設計", "施工", "積算", "総務"]), v.name(p, " "), v.mobile(p), v.email(p)])];
    return drawn(grid, w`# 現場体制表（第${world.random.between(1, 9)}版）

${markdown(grid)}

> 注1：夜間の連絡は守衛所（${v.office("phone-number", "087-833-7111")}）へ
> 注2：${v.name(all[0], " ")}は7月から産休のため交代予定
`, "README.md");
  }),
  tabular("tune/2/word-two-people", "Word、賃貸人と賃借人が左右に並ぶ表", (world) => {
    const [a, b] = world.people(2);
    const grid: Grid = [["", "貸主", "借主"], ["氏名", v.name(a, "　"), v.name(b, "　")], ["住所", v.address(a, "words"), v.address(b, "hyphens")], ["電話番号", v.landline(a), v.mobile(b)], ["生年月日", "―", v.born(b, "japanese")]];
    return packed("a.docx", grid, wordFile(wordParagraphs(`建物賃貸借契約　当事者目録（${world.random.between(1, 9)}号）`), wordTable(grid)));
  }),
  tabular("tune/2/deep-header", "説明の続く下に見出しのあるブック", (world) => {
    const all = world.people(sizeOf(world), { foreign: 0.03 });
    return booked([["研修会の受講申込について"], ["・必要事項を記入し、6月28日までにメールで提出してください。"], ["・1施設5名まで。氏名は修了証に記載します。"], ["提出先：県庁 人材課（内線 2345）"], [], ["", "施設名", "職種", "受講者氏名", "ふりがな", "生年月日"], ...all.map((p, i) => [i + 1, world.random.pick(["さくら苑", "特養 松寿園", "林病院", "デイサービス花"]), world.random.pick(["介護福祉士", "看護師", "相談員"]), v.name(p, "　"), v.reading(p, "hiragana", "　"), v.born(p, "era")])]);
  }),
  tabular("tune/2/html-members", "HTML の役員紹介", (world) => {
    const all = world.people(Math.min(30, sizeOf(world)));
    const grid: Grid = [["役職", "氏名", "地区", "連絡先"], ...all.map((p, i) => [["会長", "副会長", "会計", "理事"][Math.min(3, i)], v.name(p, " "), world.random.pick(["東", "西", "南"]), v.mobile(p)])];
    return packed("a.html", grid, Buffer.from(html(grid, { title: "体育協会 役員名簿（会員限定）" })));
  }),
  tabular("tune/2/bank-fixed", "全銀形式の振込データ", (world) => {
    const all = world.people(sizeOf(world));
    const kana = (p: (typeof all)[number]): Written => v.reading(p, "half-width");
    const grid: Grid = all.map((p) => [kana(p), v.value(p, "bank-account", world.random.digits(7))]);
    const rows = grid.map(([who, account]) => w`20173${" ".repeat(15)}0${world.random.between(10, 99)}${" ".repeat(15)}    1${account}${who}${" ".repeat(30 - concat([who]).text.length)}${String(world.random.between(1000, 400_000)).padStart(10, "0")}0`);
    return drawn(grid, w`121000${world.random.digits(10)}ｶ)ｻﾇｷﾃﾞﾝｷ                             06250173
${each(rows, (row) => row)}
8${String(all.length).padStart(6, "0")}${world.random.digits(12)}
9
`, "zengin.txt");
  }),
  tabular("tune/2/race-results", "マラソンの成績", (world) => {
    const all = world.people(sizeOf(world), { foreign: 0.03 });
    return drawn([["順位", "No.", "氏名", "所属", "タイム", "種目"], ...all.map((p, i) => [i + 1, world.random.between(100, 5000), v.name(p, "　"), world.random.pick(["香川陸協", "三木町", "早稲田大", "四国電力", "個人"]), `2:${world.random.between(10, 59)}:${world.random.between(10, 59)}`, "男子40歳代"])]);
  }),
  tabular("tune/2/visitor-log", "入館の記録", (world) => {
    const all = world.people(sizeOf(world), { foreign: 0.05 });
    return drawn([["日付", "入館", "退館", "会社名", "ご芳名", "訪問先", "入館証"], ...all.map((p) => [`6/${world.random.between(1, 28)}`, `${world.random.between(9, 16)}:${world.random.between(10, 59)}`, world.random.pick(["17:05", "11:40", "16:22"]), world.random.pick(["大塚商会", "㈱中村電機", "NTT西日本", "林会計事務所", "個人"]), v.name(p, world.random.pick(["", " "])), world.random.pick(["総務課", "開発部", "情報システム"]), `V${world.random.between(10, 60)}`])]);
  }),
  tabular("tune/2/pickup-plan", "送迎の予定表、便ごとに姓だけ", (world) => {
    const all = world.people(15, { generations: ["old"] });
    // Two who are called alike can be told apart by nobody.
    const people = new Set(all.slice(0, 15).flatMap((p, i) => (i % 5 === 4 ? [] : [p.surname]))).size;
    return { ...drawn([["便", "出発", "運転", "1人目", "2人目", "3人目"], ...count(3).map((i) => [`${i + 1}便`, `8:${world.random.between(10, 59)}`, v.surname(all[i * 5]), ...all.slice(i * 5 + 1, i * 5 + 4).map((p) => w`${v.surname(p)}様`)])]), people };
  }),
  tabular("tune/2/vaccination", "接種の記録", (world) => {
    const all = world.people(sizeOf(world));
    const grid: Grid = [["接種券番号", "宛名番号", "氏名カナ", "氏名漢字", "生年月日", "接種日", "ロット"], ...all.map((p) => [serial(world.random.digits(10)), serial(world.random.digits(8)), v.reading(p, "half-width"), v.name(p, "　"), v.born(p, "eight"), `202${world.random.between(1, 4)}0${world.random.between(1, 9)}1${world.random.digits(1)}`, `EY${world.random.digits(4)}`])];
    return drawn(grid, csv(grid, "|"), "a.txt");
  }),
  tabular("tune/2/emergency-contacts", "児童の緊急連絡先", (world) => {
    const children = world.people(Math.min(34, sizeOf(world)), { generations: ["kirakira", "new"] });
    const parents = children.map((child) => ({ ...world.person({ generations: ["middle"] }), n: 5000 + child.n, surname: child.surname, surnameKana: child.surnameKana }));
    return booked([["組", "児童名", "保護者名", "続柄", "第1連絡先", "第2連絡先"], ...children.map((child, i) => [`${(i % 3) + 1}組`, v.name(child, "　"), v.name(parents[i], "　"), world.random.pick(["父", "母", "祖母"]), v.mobile(parents[i]), w`${v.landline(child)}（自宅）`])], { sheet: "緊急連絡先" });
  }),
  tabular("tune/2/exam-seats", "受験者の座席、ローマ字", (world) => {
    const all = world.people(sizeOf(world), { foreign: 0.5 });
    const grid: Grid = [["Seat", "Test No.", "Name (as on passport)", "Nationality", "Level"], ...all.map((p, i) => [`${"ABCDEF"[Math.floor(i / 20)]}-${(i % 20) + 1}`, serial(`24B${world.random.digits(7)}`), v.latin(p, "passport"), world.random.pick(["VN", "NP", "CN", "ID"]), `N${world.random.between(1, 5)}`])];
    return drawn(grid, tsv(grid), "a.tsv");
  }),
  tabular("tune/2/business-cards", "名刺の一覧", (world) => {
    const all = world.people(sizeOf(world), { foreign: 0.05 });
    return drawn([["会社名", "部署", "役職", "氏名", "e-mail", "TEL会社", "携帯電話", "名刺交換日"], ...all.map((p) => [world.random.pick(["森永物産(株)", "㈱高木組", "香川トヨタ", "山本法律事務所"]), world.random.pick(["営業部", "開発課", ""]), world.random.pick(["課長", "主任", "部長代理", ""]), v.name(p, " "), v.email(p), v.office("phone-number", `087-8${world.random.between(21, 69)}-${world.random.digits(4)}`), v.mobile(p), `2023/${world.random.between(1, 12)}/${world.random.between(1, 28)}`])]);
  }),
  textual("tune/2/checked-deck", "スライドの体制図", (world) => {
    const all = world.people(4);
    return { name: "a.pptx", bytes: slides(["プロジェクト体制", w`責任者　${v.name(all[0], " ")}\n${v.email(all[0])}`, w`設計　${v.name(all[1])}／${v.name(all[2])}\n窓口　${v.name(all[3], " ")}　${v.mobile(all[3])}`, `スケジュール　${world.random.between(4, 9)}月～`]), people: 4 };
  }),
]);
