/**
 * THE TEST HALF: only ever measured. Do not read it to improve a rule, and do not move a template from here to the tune half
 * because it fails. Tables of people; the coin of coin.ts chose the half.
 */
import { booked, chunks, drawn, serial, sizeOf, tabular } from "../contents.js";
import { aligned, type Grid, tsv } from "../grid.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, type Piece, w } from "../written.js";

export const TEST_TABLES_2: readonly Template[] = defineTemplates([
  tabular("test/2/class-roster", "学級名簿（ブック、男女別の出席番号）", (world) => {
    const all = world.people(Math.min(38, sizeOf(world)), { generations: ["kirakira", "new", "kana"], foreign: 0.03 });
    return booked([["令和6年度　４年３組　学級名簿", "", "", "", ""], ["", "", "", "担任", ""], ["出席番号", "氏　名", "ふりがな", "性別", "備考"], ...all.map((p, i) => [i + 1, v.name(p, "　"), v.reading(p, "hiragana", "　"), i % 2 === 0 ? "男" : "女", world.random.pick(["", "", "", "転入", "学童"])])], { sheet: "4-3" });
  }),
  tabular("test/2/pta-grid", "学年と役の升目に並ぶ委員", (world) => {
    const all = world.people(24, { generations: ["middle", "new"] });
    return drawn([["", "学級代表", "広報", "校外補導", "ベルマーク"], ...["1年", "2年", "3年", "4年", "5年", "6年"].map((year, i) => [year, ...all.slice(i * 4, i * 4 + 4).map((p) => v.name(p, " "))])]);
  }),
  tabular("test/2/block-households", "班別の世帯名簿、家族数と会費", (world) => {
    const all = world.people(sizeOf(world), { generations: ["old", "middle"] });
    return drawn([["班", "番号", "世帯主", "家族数", "電話番号", "4月", "5月", "6月"], ...all.map((p, i) => [`${Math.floor(i / 8) + 1}班`, i + 1, v.name(p, "　"), world.random.between(1, 7), v.landline(p), "済", world.random.pick(["済", ""]), ""]), ["", "", "計", `${all.length}世帯`, "", "", "", ""]]);
  }),
  tabular("test/2/volunteer-insurance", "ボランティア保険の加入者", (world) => {
    const all = world.people(sizeOf(world));
    return booked([["ボランティア活動保険 加入申込者名簿", "", "", "", ""], ["団体名", "見守り隊", "", "加入プラン", "Ａ"], ["", "", "", "", ""], ["№", "加入者氏名（カナ）", "加入者氏名（漢字）", "生年月日", "住所"], ...all.map((p, i) => [i + 1, v.reading(p), v.name(p, " "), v.born(p, "era-letter"), v.address(p, "no-prefecture")])]);
  }),
  tabular("test/2/appointments-day", "本日の予約患者", (world) => {
    const all = world.people(Math.min(40, sizeOf(world)));
    const grid: Grid = [["時刻", "患者番号", "患者氏名", "年齢", "科", "内容"], ...all.map((p, i) => [`${9 + Math.floor(i / 6)}:${(i % 6) * 10 || "00"}`, serial(world.random.digits(7)), v.reading(p, i % 2 === 0 ? "katakana" : "half-width"), 2024 - p.birth.year, world.random.pick(["内", "整", "眼"]), world.random.pick(["再診", "検査", "注射", "紹介"])])];
    return drawn(grid, tsv(grid), "yoyaku.tsv");
  }),
  tabular("test/2/invoice-software", "送り状ソフトの取込データ", (world) => {
    const all = world.people(sizeOf(world), { foreign: 0.02 });
    return drawn([["お客様管理番号", "送り状種類", "お届け先電話番号", "お届け先郵便番号", "お届け先住所", "お届け先アパートマンション名", "お届け先名", "敬称", "ご依頼主名", "品名１"], ...all.map((p) => [`Y${world.random.digits(7)}`, "0", v.mobile(p), v.postalCode(p), v.address(p, "no-banchi"), "", v.name(p, "　"), "様", "株式会社さぬき庵", world.random.pick(["讃岐うどん詰合せ", "オリーブ牛", "素麺"])])]);
  }),
  tabular("test/2/survey-answers", "アンケートの回答、氏名は任意", (world) => {
    const all = world.people(sizeOf(world));
    return drawn([["タイムスタンプ", "満足度は？", "良かった点", "改善してほしい点", "お名前（任意）"], ...all.flatMap((p, i): Piece[][] => [
      [`2024/07/${world.random.between(10, 28)} 20:${world.random.between(10, 59)}:0${world.random.digits(1)}`, world.random.between(3, 5), world.random.pick(["話がわかりやすかった", "会場が広い", "スタッフが親切"]), world.random.pick(["特になし", "寒かった", "資料がほしい"]), v.name(p, i % 2 === 0 ? "" : "　")],
      ...(i % 3 === 0 ? [[`2024/07/${world.random.between(10, 28)} 21:${world.random.between(10, 59)}:11`, world.random.between(1, 5), "なし", "時間が長い", world.random.pick(["", "匿名", "ー"])]] : []),
    ])]);
  }),
  tabular("test/2/applicants", "応募者の一覧", (world) => {
    const all = world.people(sizeOf(world), { generations: ["new", "middle"], foreign: 0.08 });
    return booked([["応募者管理表", "", "", "", "", "", ""], ["ID", "応募日", "氏名／年齢", "最終学歴", "応募職種", "連絡先", "選考状況"], ...all.map((p, i) => [serial(`R-${String(i + 1).padStart(3, "0")}`), `6/${world.random.between(1, 28)}`, w`${v.name(p, " ")}（${2024 - p.birth.year}）`, world.random.pick(["香川大学 経済学部", "高松商業高校", "詫間電波高専"]), world.random.pick(["営業", "事務", "SE"]), v.email(p), world.random.pick(["書類通過", "一次面接", "辞退", "内定"])])]);
  }),
  tabular("test/2/hr-english", "English HR list, two name columns", (world) => {
    const all = world.people(sizeOf(world), { foreign: 0.4 });
    return drawn([["emp_no", "first_name", "last_name", "dob", "department", "phone", "start_date"], ...all.map((p, i) => [serial(String(20_000 + i)), v.value(p, "person-name", p.latinGiven), v.value(p, "person-name", p.latinSurname), v.born(p, "iso"), world.random.pick(["Sales", "Finance", "R&D"]), v.mobile(p, "international"), `20${world.random.between(10, 23)}-04-01`])]);
  }),
  tabular("test/2/two-line-records", "一人が二行の会員台帳", (world) => {
    const all = world.people(Math.min(40, sizeOf(world)));
    const grid: Grid = all.flatMap((p, i) => [[String(i + 1).padStart(3, "0"), v.name(p, "　"), v.landline(p), world.random.pick(["正会員", "準会員"])], ["", w`〒${v.postalCode(p)}`, v.address(p, "hyphens"), ""]]);
    return drawn(grid, w`会員台帳（抄）\n\n${aligned(grid, 3)}\n`, "a.txt");
  }),
  tabular("test/2/name-blocks", "空行で区切った縦の記録", (world) => {
    const all = world.people(Math.min(30, sizeOf(world)), { foreign: 0.05 });
    return drawn([all.flatMap((p) => [v.name(p, " "), v.email(p), v.mobile(p)])], each(all, (p, i) => w`■${i + 1}件目
お名前 ： ${v.name(p, " ")}
メール ： ${v.email(p)}
電　話 ： ${v.mobile(p)}
希望日 ： ${world.random.between(7, 9)}月${world.random.between(1, 28)}日　第${world.random.between(1, 3)}部`, "\n\n"), "a.txt");
  }),
  tabular("test/2/overdue-books", "図書館の延滞者、書名と著者つき", (world) => {
    const all = world.people(sizeOf(world));
    return drawn([["利用者番号", "利用者名", "電話", "書名", "著者", "返却期限"], ...all.map((p) => { const [title, author] = world.random.pick([["こころ", "夏目漱石"], ["舟を編む", "三浦しをん"], ["モモ", "ミヒャエル・エンデ"], ["告白", "湊かなえ"], ["火花", "又吉直樹"]] as const); return [serial(`2${world.random.digits(7)}`), v.name(p, " "), v.mobile(p), title, v.publicName(author), `2024/5/${world.random.between(1, 28)}`]; })]);
  }),
  tabular("test/2/rent-ledger", "家賃の台帳、空室あり", (world) => {
    const all = world.people(Math.min(34, sizeOf(world)), { foreign: 0.1 });
    return booked([["コーポ山田　入居者・家賃台帳", "", "", "", "", ""], ["号室", "入居者", "家賃", "入居日", "緊急連絡先", "備考"], ...all.flatMap((p, i): Piece[][] => [[`${Math.floor(i / 5) + 1}0${(i % 5) + 1}`, v.name(p, " "), `${world.random.between(40, 90)},000`, `H${world.random.between(20, 30)}.${world.random.between(1, 12)}.1`, v.mobile(p), world.random.pick(["", "口座振替", "更新待ち"])], ...(i % 6 === 5 ? [["", "空室", "", "", "", "クロス張替中"]] : [])])]);
  }),
  tabular("test/2/payroll-english", "payroll in English", (world) => {
    const all = world.people(sizeOf(world), { foreign: 0.8 });
    const r = world.random;
    return booked([["PAYROLL JUNE 2024", "", "", "", ""], ["Employee", "SSN", "Gross", "Net", "Direct deposit"], ...all.map((p) => [v.latin(p, "comma"), v.value(p, "national-id", `${r.between(101, 665)}-${r.between(10, 99)}-${r.between(1000, 9999)}`), `${r.between(2, 9)},${r.digits(3)}.00`, `${r.between(1, 6)},${r.digits(3)}.00`, r.pick(["yes", "no"])]), ["TOTAL", "", "", "", ""]]);
  }),
  tabular("test/2/donors", "寄附者の芳名録", (world) => {
    const all = world.people(sizeOf(world), { generations: ["old", "middle"] });
    return drawn([all.map((p) => v.name(p))], w`社殿修復　御奉賛者芳名（順不同・敬称略）

${each(chunks(all, 6), (some, i) => w`一、金 ${[10, 5, 3, 1][Math.min(3, i)]}万円也
　${each(some, (p) => v.name(p, p.surname.length + p.given.length < 4 ? "　" : ""), "　　")}`)}
一、金 1万円也　　株式会社石川組、老人会、林歯科医院
`, "a.txt");
  }),
  tabular("test/2/golf-pairs", "ゴルフの組合せ", (world) => {
    const all = world.people(16, { generations: ["middle", "old"] });
    const grid: Grid = [["組", "スタート", "", "", "", ""], ...chunks(all, 4).map((some, i) => [`${i + 1}組`, `OUT 8:${10 + i * 8}`, ...some.map((p) => w`${v.name(p)}(${world.random.between(8, 36)})`)])];
    return drawn(grid, aligned(grid), "a.txt");
  }),
  tabular("test/2/qualified", "資格者の名簿、一行に二件", (world) => {
    const all = world.people(sizeOf(world));
    return booked([["登録番号", "氏名", "有効期限", "登録番号", "氏名", "有効期限"], ...chunks(all, 2).map((some) => some.flatMap((p) => [serial(`第${world.random.digits(5)}号`), v.name(p, "　"), `R${world.random.between(7, 11)}.3.31`]))]);
  }),
]);
