/** Tables as Japanese offices, schools and clubs draw them, to improve the rules on; written before leaklint was asked about any of them. */
import { booked, chunks, count, drawn, familyOf, packed, sizeOf, tabular } from "../contents.js";
import { aligned, boxed, csv, type Grid, html, type Merge, tsv, workbook } from "../grid.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, joined, type Piece, w } from "../written.js";

const across = (row: number, firstColumn: number, lastColumn: number): Merge => ({ firstRow: row, lastRow: row, firstColumn, lastColumn });
const down = (column: number, firstRow: number, lastRow: number): Merge => ({ firstRow, lastRow, firstColumn: column, lastColumn: column });

export const TUNE_OFFICE_TABLES: readonly Template[] = defineTemplates([
  tabular("tune/office/pta-contacts", "児童と保護者、二段の結合見出し", (world) => {
    const children = world.people(Math.min(34, sizeOf(world)), { generations: ["new", "kirakira"] });
    const parents = children.map((child) => ({ ...world.person({ generations: ["middle"] }), n: 3000 + child.n, surname: child.surname, surnameKana: child.surnameKana }));
    const grid: Grid = [
      ["令和6年度 PTA連絡先", "", "", "", "", ""], ["児童", "", "", "保護者", "", ""], ["組", "番", "氏名", "氏名", "続柄", "電話"],
      ...children.map((child, i) => [`${(i % 3) + 1}組`, i + 1, v.name(child, "　"), v.name(parents[i], "　"), world.random.pick(["父", "母"]), v.mobile(parents[i])]),
    ];
    return booked(grid, { merges: [across(0, 0, 5), across(1, 0, 2), across(1, 3, 5)] });
  }),
  tabular("tune/office/three-header-rows", "三段の見出し、表題と作成日", (world) => {
    const all = world.people(sizeOf(world));
    const grid: Grid = [
      ["第3回 健康教室 受講者台帳", "", "", "", "", "", ""], ["", "", "", "", "", "作成", "R6.5.20"],
      ["No.", "受講者", "", "", "連絡先", "", "備考"], ["", "氏名", "", "生年月日", "自宅", "携帯", ""], ["", "漢字", "カナ", "", "", "", ""],
      ...all.map((p, i) => [i + 1, v.name(p, "　"), v.reading(p), v.born(p, "era-letter"), v.landline(p), i % 3 === 0 ? v.mobile(p) : "", i % 9 === 4 ? "要送迎" : ""]),
    ];
    return booked(grid, { merges: [across(0, 0, 6), down(0, 2, 4), across(2, 1, 3), across(2, 4, 5), across(3, 1, 2), down(3, 3, 4), down(4, 3, 4), down(5, 3, 4), down(6, 2, 4)] });
  }),
  tabular("tune/office/notes-around", "上に注意書き、下に合計と注記", (world) => {
    const all = world.people(sizeOf(world));
    return booked([
      ["赤い羽根共同募金　協力者一覧"], ["※取扱注意。回覧後は班長が回収すること。"], [],
      ["番号", "氏名", "金額", "領収"],
      ...all.map((p, i) => [i + 1, v.name(p, " "), world.random.between(1, 20) * 100, "済"]),
      ["", "合計", world.random.between(10_000, 90_000), ""], [], ["（注）匿名の方は除いています。"], ["担当：総務部会"],
    ]);
  }),
  tabular("tune/office/side-by-side-kinds", "列の違う二つの表が左右に", (world) => {
    const all = world.people(sizeOf(world) + 6);
    const [left, right] = [all.slice(6), all.slice(0, 6)];
    return booked([
      ["会員名簿", "", "", "", "役員", ""], ["No", "氏名", "電話", "", "役職", "氏名"],
      ...left.map((p, i): Piece[] => [i + 1, v.name(p), v.landline(p), "", ...(right[i] === undefined ? ["", ""] : [["会長", "副会長", "会計", "監事", "書記", "顧問"][i], v.name(right[i])])]),
    ]);
  }),
  tabular("tune/office/stacked-kinds", "列の違う三つの表が上下に", (world) => {
    const all = world.people(18);
    return booked([
      ["■講師", "", ""], ["氏名", "所属", "メール"], ...all.slice(0, 3).map((p) => [v.name(p, " "), "県立大学", v.email(p)]), [],
      ["■参加者", "", ""], ["受付", "氏名", "住所"], ...all.slice(3, 13).map((p, i) => [i + 1, v.name(p, " "), v.address(p)]), [],
      ["■スタッフ", "", ""], ["担当", "氏名", "携帯"], ...all.slice(13).map((p) => [world.random.pick(["受付", "会場", "駐車場"]), v.name(p, " "), v.mobile(p)]),
    ]);
  }),
  tabular("tune/office/halves-under-name", "氏名の下に姓と名、フリガナの下にセイとメイ", (world) => {
    const all = world.people(sizeOf(world));
    const grid: Grid = [["学籍番号", "氏名", "", "フリガナ", "", "携帯電話"], ["", "姓", "名", "セイ", "メイ", ""], ...all.map((p) => [`24A${world.random.digits(4)}`, v.surname(p), v.given(p), p.surnameKana, p.givenKana, v.mobile(p)])];
    return booked(grid, { merges: [down(0, 0, 1), across(0, 1, 2), across(0, 3, 4), down(5, 0, 1)] });
  }),
  tabular("tune/office/halves-no-subheader", "氏名の見出しが二列にまたがる", (world) => {
    const all = world.people(sizeOf(world));
    const grid: Grid = [["番号", "氏　名", "", "住　所"], ...all.map((p, i) => [i + 1, v.surname(p), v.given(p), v.address(p, "no-prefecture")])];
    return booked(grid, { merges: [across(0, 1, 2)] });
  }),
  tabular("tune/office/halves-only", "姓と名だけの表", (world) => {
    const all = world.people(sizeOf(world));
    return drawn([["姓", "名"], ...all.map((p) => [v.surname(p), v.given(p)])]);
  }),
  tabular("tune/office/child-given-only", "子は名前だけ、保護者は氏名", (world) => {
    const parents = world.people(Math.min(34, sizeOf(world)), { generations: ["middle"] });
    return drawn([["クラス", "園児名", "保護者名", "お迎え", "電話番号"], ...parents.map((p, i) => [["もも", "さくら", "うめ"][i % 3], v.given(familyOf(world, p, 1)[0]), v.name(p, " "), `${15 + (i % 3)}:30`, v.mobile(p)])]);
  }),
  tabular("tune/office/shift-sums", "勤務表、日付が横、番ごとの計", (world) => {
    const all = world.people(Math.min(21, sizeOf(world)));
    const days = count(14);
    const grid: Grid = [
      ["6月 勤務予定表（2階西病棟）"], ["職種", "氏名", ...days.map((day) => day + 1), "夜勤計"], ["", "", ...days.map((day) => "土日月火水木金"[day % 7]), ""],
      ...all.map((p) => ["看護師", v.name(p, " "), ...days.map(() => world.random.pick(["日", "夜", "明", "休", "早", "遅", "有"])), world.random.between(2, 5)]),
      ["", "日勤計", ...days.map(() => world.random.between(2, 8)), ""], ["", "夜勤計", ...days.map(() => world.random.between(1, 3)), ""],
    ];
    return booked(grid);
  }),
  tabular("tune/office/shift-surnames", "シフト表、升に姓を中黒で並べる", (world) => {
    const all = world.people(10, { generations: ["new", "middle"], rare: 0 });
    const unique = all.filter((p, i) => all.findIndex((other) => other.surname === p.surname) === i);
    const some = (n: number): Piece => joined(world.random.sample(unique, Math.min(n, unique.length)).map((p) => v.surname(p)), "・");
    const grid: Grid = [["日付", "早番", "遅番", "レジ締め"], ...unique.map((p, i) => [`6/${i + 1}`, w`${v.surname(p)}・${some(1)}`, some(2), some(1)]), ...count(8).map((i) => [`6/${i + 14}`, some(2), some(2), some(1)])];
    return drawn(grid);
  }),
  tabular("tune/office/cleaning-rota", "掃除当番、二人一組、くり返し", (world) => {
    const all = world.people(8);
    return booked([["ゴミ置場 清掃当番（2人1組）"], ["週", "当番1", "当番2", "実施印"], ...count(12).map((i) => [`${Math.floor(i / 4) + 4}月第${(i % 4) + 1}週`, v.name(all[(i * 2) % 8]), v.name(all[(i * 2 + 1) % 8]), ""])]);
  }),
  tabular("tune/office/bus-stops", "停留所ごとに園児の名前", (world) => {
    const all = world.people(18, { generations: ["new", "kirakira"] });
    return drawn([["コース", "停留所", "時刻", "園児"], ...chunks(all, 3).map((some, i) => ["A", ["郵便局前", "公民館", "八幡神社", "団地入口", "農協前", "交番横"][i], `8:${10 + i * 5}`, joined(some.map((p) => v.name(p)), "、")])]);
  }),
  tabular("tune/office/pickup-van", "送迎表、利用者は姓と様、運転は姓", (world) => {
    const all = world.people(24, { generations: ["old"] });
    const unique = all.filter((p, i) => all.findIndex((other) => other.surname === p.surname) === i).slice(0, 16);
    return booked([["デイサービス 送迎表", "", "", "", "", ""], ["車両", "運転手", "①", "②", "③", "④"], ...chunks(unique, 5).filter((some) => some.length === 5).map(([driver, ...some], i) => [`${i + 1}号車`, v.surname(driver), ...some.map((p) => w`${v.surname(p)}様 ${8 + i}:${world.random.between(10, 59)}`)])]);
  }),
  tabular("tune/office/classroom-seats", "教室の座席、姓だけ、通路つき", (world) => {
    const all = world.people(30, { generations: ["new", "kirakira"] });
    const unique = all.filter((p, i) => all.findIndex((other) => other.surname === p.surname) === i).slice(0, 20);
    return booked([["2年3組 座席表"], ["", "", "教卓", "", "", ""], ...chunks(unique, 4).map(([a, b, c, d]) => [v.surname(a), v.surname(b), "", v.surname(c), v.surname(d)])]);
  }),
  tabular("tune/office/banquet-seats", "披露宴の席次", (world) => {
    const all = world.people(24);
    return booked([["御席表"], ["松", "", "竹", "", "梅", ""], ...chunks(all, 3).map((some) => some.flatMap((p): Piece[] => [w`${v.name(p, " ")} 様`, world.random.pick(["新郎友人", "新婦友人", "新郎上司", "新婦叔父", "新郎従兄"])]))]);
  }),
  tabular("tune/office/sideways-groups", "横置き、左に分類と項目の二列", (world) => {
    const all = world.people(7);
    const grid: Grid = [
      ["区分", "項目", ...all.map((_, i) => `申請者${i + 1}`)], ["本人", "氏名", ...all.map((p) => v.name(p, " "))], ["", "生年月日", ...all.map((p) => v.born(p, "slash"))],
      ["連絡先", "住所", ...all.map((p) => v.address(p))], ["", "電話", ...all.map((p) => v.mobile(p))], ["審査", "結果", ...all.map(() => world.random.pick(["可", "否", "保留"]))],
    ];
    return booked(grid, { merges: [down(0, 1, 2), down(0, 3, 4)] });
  }),
  tabular("tune/office/cards-three-across", "一人四行の札が横に三枚", (world) => {
    const all = world.people(12);
    const grid: Grid = chunks(all, 3).flatMap((some) => [
      some.flatMap((p): Piece[] => ["氏名", v.name(p, " "), ""]), some.flatMap((p): Piece[] => ["住所", v.address(p), ""]), some.flatMap((p): Piece[] => ["TEL", v.mobile(p), ""]), some.flatMap((p): Piece[] => ["生年月日", v.born(p, "era"), ""]), [],
    ]);
    return booked(grid);
  }),
  tabular("tune/office/address-labels", "宛名ラベル、横に三枚", (world) => {
    const all = world.people(world.index % 2 === 0 ? 12 : 24);
    const grid: Grid = chunks(all, 3).flatMap((some) => [some.map((p) => w`〒${v.postalCode(p)}`), some.map((p) => v.address(p)), some.map((p) => w`${v.name(p, "　")}　様`), []]);
    return booked(grid);
  }),
  tabular("tune/office/labels-one-cell", "宛名ラベル、一枚が一升", (world) => {
    const all = world.people(world.index % 2 === 0 ? 12 : 24);
    return booked(chunks(all, 2).map((some) => some.map((p) => w`〒${v.postalCode(p)}\n${v.address(p)}\n${v.name(p, " ")} 様`)));
  }),
  tabular("tune/office/box-groups", "罫線の表、班の行で区切る", (world) => {
    const all = world.people(sizeOf(world));
    const grid: Grid = [["班", "氏名", "電話"], ...all.map((p, i) => [i % 6 === 0 ? `${i / 6 + 1}班` : "", v.name(p, "　"), v.landline(p)])];
    return drawn(grid, w`避難行動要支援者 名簿\n\n${boxed(grid)}\n以上 ${all.length}名\n`, "a.txt");
  }),
  tabular("tune/office/wide-bars", "全角の縦棒で区切る", (world) => {
    const all = world.people(sizeOf(world));
    const grid: Grid = [["番号", "氏名", "生年月日", "電話"], ...all.map((p, i) => [`${i + 1}`, v.name(p), v.born(p, "era"), v.landline(p, "wide")])];
    return drawn(grid, w`受診予定者\n${each(grid, (row) => joined(row, "｜"))}\n`, "a.txt");
  }),
  tabular("tune/office/tabs-blank-rows", "タブ区切り、五行ごとに空行、番号つき", (world) => {
    const all = world.people(sizeOf(world));
    const grid: Grid = [["No.", "氏名", "フリガナ", "学年"], ...all.map((p, i) => [i + 1, v.name(p, "　"), v.reading(p), `${(i % 6) + 1}年`])];
    return drawn(grid, w`${each(chunks(grid.slice(1), 5), (some, i) => w`${i === 0 ? w`${tsv([grid[0]])}\r\n` : ""}${tsv(some)}\r\n`, "\r\n")}`, "a.txt");
  }),
  tabular("tune/office/spaces-kana", "空白で揃えた、半角カナと電話", (world) => {
    const all = world.people(sizeOf(world));
    const grid: Grid = [["ｺｰﾄﾞ", "ｼﾒｲ", "ﾃﾞﾝﾜ"], ...all.map((p) => [world.random.digits(5), v.reading(p, "half-width"), v.landline(p)])];
    return drawn(grid, w`*** 顧客一覧 ***\n${aligned(grid, 3)}\n*** END ***\n`, "a.txt");
  }),
  tabular("tune/office/numbered-list", "番号つきの名簿、括弧に所属", (world) => {
    const all = world.people(Math.min(34, sizeOf(world)));
    const grid: Grid = all.map((p) => [v.name(p, " ")]);
    return drawn(grid, w`サマーキャンプ参加者（${all.length}名）\n\n${each(all, (p, i) => w`${i + 1}. ${v.name(p, " ")}（${world.random.pick(["中央小", "東小", "南小"])}・${world.random.between(3, 6)}年）`)}\n\n※欠席の連絡は前日まで\n`, "a.txt");
  }),
  tabular("tune/office/circled-list", "丸数字の名簿", (world) => {
    const all = world.people(Math.min(20, sizeOf(world)));
    return drawn(all.map((p) => [v.name(p)]), w`出場選手\n${each(chunks(all, 4), (some, row) => each(some, (p, i) => w`${String.fromCharCode(0x2460 + row * 4 + i)}${v.name(p)}`, "　"))}\n`, "a.txt");
  }),
  tabular("tune/office/bullets-phone", "箇条書きに氏名と電話", (world) => {
    const all = world.people(Math.min(34, sizeOf(world)));
    return drawn(all.map((p) => [v.name(p), v.mobile(p)]), w`連絡のとれる方\n${each(all, (p) => w`・${v.name(p)}　${v.mobile(p)}`)}\n`, "a.txt");
  }),
  tabular("tune/office/couples-dot", "夫婦を一つの升に、中黒でつなぐ", (world) => {
    const heads = world.people(Math.min(34, sizeOf(world)), { generations: ["old", "middle"] });
    return drawn([["地区", "氏名", "住所", "電話"], ...heads.map((p) => [world.random.pick(["上", "中", "下"]), w`${v.name(p, " ")}・${v.given(familyOf(world, p, 1)[0])}`, v.address(p), v.landline(p)])]);
  }),
  tabular("tune/office/couples-lines", "夫婦を一つの升に、二行で", (world) => {
    const heads = world.people(Math.min(34, sizeOf(world)), { generations: ["old", "middle"] });
    return booked([["部屋", "ご芳名", "ご住所"], ...heads.map((p, i) => [101 + i, w`${v.name(p, " ")}\n${v.name(familyOf(world, p, 1)[0], " ")}`, v.address(p)])]);
  }),
  tabular("tune/office/members-and-officers", "名簿と役員の二枚のシート、同じ人", async (world) => {
    const all = world.people(sizeOf(world));
    const grid: Grid = [["氏名", "住所", "電話"], ...all.map((p) => [v.name(p, "　"), v.address(p), v.landline(p)])];
    const officers: Grid = [["役職", "氏名", "電話"], ...all.slice(0, 5).map((p, i) => [["会長", "副会長", "会計", "書記", "監事"][i], v.name(p, "　"), v.landline(p)])];
    return packed("a.xlsx", [...grid, ...officers], await workbook([{ name: "名簿", grid }, { name: "役員", grid: officers }]));
  }),
  tabular("tune/office/sheets-months", "月ごとのシート、同じ人が何度も", async (world) => {
    const all = world.people(Math.min(21, sizeOf(world)));
    const sheets = ["4月", "5月", "6月"].map((name) => ({ name, grid: [[`${name} 会費納入`, "", ""], ["No", "氏名", "納入日"], ...all.map((p, i) => [i + 1, v.name(p, " "), `${name.charAt(0)}/${world.random.between(1, 28)}`])] as Grid }));
    return packed("a.xlsx", sheets.flatMap(({ grid }) => grid), await workbook(sheets));
  }),
  tabular("tune/office/subtotals-by-group", "組ごとの見出しと小計", (world) => {
    const all = world.people(sizeOf(world));
    return booked([["町内会費 集金簿"], ["氏名", "4月", "5月", "計"], ...chunks(all, 7).flatMap((some, i): Piece[][] => [[`${i + 1}組`, "", "", ""], ...some.map((p) => [v.name(p), 500, 500, 1000]), ["小計", some.length * 500, some.length * 500, some.length * 1000]]), ["総合計", "", "", all.length * 1000]]);
  }),
  tabular("tune/office/continued-pages", "頁ごとに表題と見出しをくり返す", (world) => {
    const all = world.people(sizeOf(world));
    return drawn(chunks(all, 15).flatMap((some, page): Piece[][] => [["入居者一覧表", "", "", `${page + 1}頁`], ["号室", "契約者", "入居日", "電話"], ...some.map((p, i) => [101 + page * 100 + i, v.name(p, "　"), `2020/0${world.random.between(1, 9)}/01`, v.mobile(p)]), ["（次頁へ続く）", "", "", ""]]));
  }),
  tabular("tune/office/numbered-pairs-grid", "番号と氏名が横に四組", (world) => {
    const all = world.people(world.index % 2 === 0 ? 24 : 40);
    return booked([["出席者名簿"], ...chunks(all, 4).map((some, row) => some.flatMap((p, i): Piece[] => [row * 4 + i + 1, v.name(p, "　")]))]);
  }),
  tabular("tune/office/attendance-marks", "出席簿、丸と斜線", (world) => {
    const all = world.people(sizeOf(world), { generations: ["new"] });
    const days = count(10);
    return drawn([["番", "児童名", ...days.map((day) => `${day + 3}日`), "欠席"], ...all.map((p, i) => [i + 1, v.name(p, " "), ...days.map(() => world.random.pick(["○", "○", "○", "／", "△"])), world.random.between(0, 4)]), ["", "出席数", ...days.map(() => all.length - 1), ""]]);
  }),
  tabular("tune/office/marks-average", "成績一覧、平均と標準偏差の行", (world) => {
    const all = world.people(sizeOf(world), { generations: ["new"] });
    const points = (): Piece[] => count(5).map(() => world.random.between(20, 100));
    return booked([["1学期末考査 2年B組", "", "", "", "", "", ""], ["番号", "生徒氏名", "国", "数", "英", "理", "社"], ...all.map((p, i) => [i + 1, v.name(p, "　"), ...points()]), ["", "平均点", ...points()], ["", "最高点", ...points()], ["", "標準偏差", ...points()]]);
  }),
]);

export const TUNE_OFFICE_TABLES_2: readonly Template[] = defineTemplates([
  tabular("tune/office/label-in-cell", "升の中に見出しと値", (world) => {
    const all = world.people(Math.min(21, sizeOf(world)));
    return booked(all.map((p, i) => [`No.${i + 1}`, w`氏名：${v.name(p, " ")}`, w`住所：${v.address(p)}`, w`電話：${v.landline(p)}`]));
  }),
  tabular("tune/office/html-groups", "HTML、班の見出しが縦に結合", (world) => {
    const all = world.people(Math.min(30, sizeOf(world)));
    const grid: Grid = [["班", "役", "氏名", "携帯番号"], ...all.map((p, i) => [`${Math.floor(i / 3) + 1}班`, i % 3 === 0 ? "班長" : "", v.name(p, " "), v.mobile(p)])];
    const merges = chunks(all, 3).map((some, i) => down(0, 1 + i * 3, i * 3 + some.length));
    return packed("a.html", grid, Buffer.from(html(grid, { title: "自主防災組織 編成表", merges })));
  }),
  tabular("tune/office/org-chart", "組織図、段ごとに列がずれる", (world) => {
    const all = world.people(10);
    const [head, ...rest] = all;
    return booked([["組織図（案）"], ["部長", v.name(head, " ")], ...chunks(rest, 3).flatMap(([chief, ...staff]): Piece[][] => [["", "課長", v.name(chief, " ")], ...staff.map((p): Piece[] => ["", "", "係", v.name(p, " ")])])]);
  }),
  tabular("tune/office/tournament", "勝ち上がり表、左右の端に選手", (world) => {
    const all = world.people(16, { generations: ["new"] });
    return booked([["市民卓球大会 男子シングルス"], ...count(8).flatMap((i): Piece[][] => [[i + 1, v.name(all[i], " "), `(${world.random.pick(["一中", "二中", "附中"])})`, "", "", "", `(${world.random.pick(["三中", "四中"])})`, v.name(all[i + 8], " "), i + 9], []])]);
  }),
  tabular("tune/office/payroll-sums", "賃金台帳、部門計と総計", (world) => {
    const all = world.people(sizeOf(world));
    const pay = (): Piece[] => [world.random.between(200_000, 400_000), world.random.between(10_000, 60_000), world.random.between(150_000, 390_000)];
    return drawn([["社員No", "氏名", "支給額", "控除額", "差引"], ...chunks(all, 10).flatMap((some): Piece[][] => [...some.map((p): Piece[] => [world.random.digits(4), v.name(p, "　"), ...pay()]), ["", "＜部門計＞", ...pay()]]), ["", "＜総計＞", ...pay()]]);
  }),
  tabular("tune/office/kana-birth", "半角カナと生年月日だけ", (world) => {
    const all = world.people(sizeOf(world));
    return drawn([["受診番号", "受診者ｶﾅ", "生年月日", "性別", "結果"], ...all.map((p) => [world.random.digits(6), v.reading(p, "half-width"), v.born(p, "era-letter"), world.random.pick(["男", "女"]), world.random.pick(["A", "B", "C"])])]);
  }),
  tabular("tune/office/boys-girls", "男子と女子が左右に", (world) => {
    const all = world.people(sizeOf(world), { generations: ["new"] });
    const half = Math.ceil(all.length / 2);
    return booked([["5年2組 児童名簿", "", "", ""], ["", "男子", "", "女子"], ...all.slice(0, half).map((p, i): Piece[] => [i + 1, v.name(p, "　"), i + 1 + half, all[i + half] === undefined ? "" : v.name(all[i + half], "　")])]);
  }),
  tabular("tune/office/donors-text", "寄附者芳名、金額の下に名前", (world) => {
    const all = world.people(18);
    return drawn(all.map((p) => [v.name(p)]), w`御寄附御芳名\n\n一　金壱拾萬円也\n${each(all.slice(0, 4), (p) => w`　　${v.name(p, " ")}　殿`)}\n一　金五萬円也\n${each(all.slice(4), (p) => w`　　${v.name(p, " ")}　殿`)}\n`, "a.txt");
  }),
  tabular("tune/office/company-and-name", "会社と氏名が一つの升", (world) => {
    const all = world.people(sizeOf(world));
    return drawn([["受付番号", "出席者", "懇親会"], ...all.map((p, i) => [i + 1, w`${world.random.pick(["㈱讃岐組", "高松商事(株)", "有限会社みどり", "四国設備株式会社"])}　${v.name(p, " ")}`, world.random.pick(["○", "×"])])]);
  }),
  tabular("tune/office/role-in-brackets", "氏名の後に括弧で役", (world) => {
    const all = world.people(sizeOf(world));
    return drawn([["組", "氏名", "連絡先"], ...all.map((p, i) => [`${Math.floor(i / 5) + 1}`, i % 5 === 0 ? w`${v.name(p)}（組長）` : i % 5 === 1 ? w`${v.name(p)}（副）` : v.name(p), v.mobile(p)])]);
  }),
  tabular("tune/office/rooms", "部屋割、一行に一室", (world) => {
    const all = world.people(28);
    return booked([["修学旅行 部屋割（男子）"], ["部屋", "室長", "", "", ""], ...chunks(all, 4).map((some, i) => [`${301 + i}`, ...some.map((p) => v.name(p))])]);
  }),
  tabular("tune/office/bus-seats", "バスの座席表", (world) => {
    const all = world.people(32);
    return booked([["1号車 座席表", "", "", "", "", ""], ["列", "A", "B", "", "C", "D"], ...chunks(all, 4).map(([a, b, c, d], i) => [i + 1, v.name(a), v.name(b), "", v.name(c), v.name(d)]), ["添乗員", "", "", "", "", ""]]);
  }),
  tabular("tune/office/interviews", "面談の時間割、升に児童名", (world) => {
    const all = world.people(20, { generations: ["new", "kirakira"] });
    return booked([["個人面談 日程表"], ["時間", "7/16（火）", "7/17（水）", "7/18（木）", "7/19（金）"], ...chunks(all, 4).map((some, i) => [`${14 + Math.floor(i / 3)}:${["00", "20", "40"][i % 3]}`, ...some.map((p) => w`${v.name(p, " ")}さん`)])]);
  }),
  tabular("tune/office/week-calendar", "週の暦、日の下に担当の姓", (world) => {
    const all = world.people(12, { rare: 0 });
    const unique = all.filter((p, i) => all.findIndex((other) => other.surname === p.surname) === i).slice(0, 6);
    return booked([["日", "月", "火", "水", "木", "金", "土"], ...count(4).flatMap((week): Piece[][] => [count(7).map((day) => week * 7 + day + 1), ["", ...count(5).map((day) => v.surname(unique[(week * 5 + day) % unique.length])), ""]])]);
  }),
  tabular("tune/office/family-in-cell", "世帯主と、家族の名を読点で", (world) => {
    const heads = world.people(Math.min(21, sizeOf(world)), { generations: ["middle", "old"] });
    return drawn([["世帯主", "同居家族", "住所", "電話"], ...heads.map((p) => [v.name(p, "　"), joined(familyOf(world, p, 2).map((one) => v.given(one)), "、"), v.address(p), v.landline(p)])]);
  }),
  tabular("tune/office/phone-tree-text", "連絡網、矢印でつなぐ", (world) => {
    const all = world.people(15);
    return drawn(all.map((p) => [v.name(p), v.mobile(p)]), w`3組 緊急連絡網\n\n${each(chunks(all, 5), (some, i) => w`【${"ABC"[i]}】 ${each(some, (p) => w`${v.name(p)} ${v.mobile(p)}`, " → ")}`)}\n\n最後の人は担任へ\n`, "a.txt");
  }),
  tabular("tune/office/two-line-two-header", "一人二行、見出しも二行", (world) => {
    const all = world.people(sizeOf(world));
    const grid: Grid = [["番号", "フリガナ", "郵便番号", "自宅電話"], ["", "氏名", "住所", "携帯電話"], ...all.flatMap((p, i): Piece[][] => [[i + 1, v.reading(p), v.postalCode(p), v.landline(p)], ["", v.name(p, "　"), v.address(p), v.mobile(p)]])];
    return booked(grid, { merges: all.map((_, i) => down(0, 2 + i * 2, 3 + i * 2)) });
  }),
  tabular("tune/office/spread-cells", "字間をあけた氏名", (world) => {
    const all = world.people(sizeOf(world));
    return booked([["席次", "氏　　　名", "会　　　派"], ...all.map((p, i) => [i + 1, v.spreadName(p, "　"), world.random.pick(["青年部", "女性部", "長寿会"])])]);
  }),
  tabular("tune/office/padded", "固定長、空白で埋めた升", (world) => {
    const all = world.people(sizeOf(world));
    return drawn([["KOKYAKU_CD", "KOKYAKU_MEI          ", "TEL_NO         "], ...all.map((p) => [world.random.digits(8), w`${v.name(p, "　")}        `, w`${v.landline(p)}   `])]);
  }),
  tabular("tune/office/card-blocks-text", "罫線で区切った一人ずつの札", (world) => {
    const all = world.people(8);
    return drawn(all.map((p) => [v.name(p), v.born(p), v.mobile(p)]), w`${each(all, (p) => w`----------------------------\n氏　　名　${v.name(p, " ")}\n生年月日　${v.born(p, "era")}\n電　　話　${v.mobile(p)}`)}\n----------------------------\n`, "a.txt");
  }),
  tabular("tune/office/handover-list", "引継ぎ、番号と括弧の一覧", (world) => {
    const all = world.people(Math.min(21, sizeOf(world)));
    return drawn(all.map((p) => [v.name(p), v.mobile(p)]), w`お世話になります。担当のお客様は以下です。\n\n${each(all, (p, i) => w`${i + 1}) ${v.name(p)}様 ${v.mobile(p)} ${world.random.pick(["契約更新待ち", "見積提出済", "5月訪問予定"])}`)}\n\n以上、よろしくお願いします。\n`, "a.txt");
  }),
  tabular("tune/office/golf-groups", "組み合わせ、ハンデの列がはさまる", (world) => {
    const all = world.people(24);
    return booked([["第12回 親睦ゴルフ大会", "", "", "", "", "", "", "", ""], ["組", "OUT", "HC", "", "HC", "", "HC", "", "HC"], ...chunks(all, 4).map((some, i) => [i + 1, ...some.flatMap((p): Piece[] => [v.name(p, " "), world.random.between(5, 36)])])]);
  }),
  tabular("tune/office/fees-by-month", "会費の納入表、月が横", (world) => {
    const all = world.people(sizeOf(world));
    return booked([["会員名", ...count(12).map((i) => `${((i + 3) % 12) + 1}月`), "合計"], ...all.map((p) => [v.name(p), ...count(12).map(() => world.random.pick(["○", "○", "未"])), world.random.between(6, 12) * 500]), ["計", ...count(13).map(() => world.random.between(1000, 20_000))]]);
  }),
  tabular("tune/office/contractors", "作業員名簿（建設）", (world) => {
    const all = world.people(sizeOf(world), { foreign: 0.1 });
    return booked([
      ["作 業 員 名 簿", "", "", "", "", "", ""], ["番号", "ふりがな", "職種", "生年月日", "現住所", "家族連絡先", "血圧"], ["", "氏名", "", "年齢", "(TEL)", "(TEL)", "血液型"],
      ...all.flatMap((p, i): Piece[][] => [[i + 1, v.reading(p, "hiragana"), world.random.pick(["とび工", "鉄筋工", "土工"]), v.born(p, "era"), v.address(p), v.address(p), "120～80"], ["", v.name(p, "　"), "", `${world.random.between(19, 68)}歳`, v.mobile(p), v.landline(p), world.random.pick(["A", "B", "O", "AB"])]]),
    ]);
  }),
  tabular("tune/office/staff-latin", "スタッフ一覧、ローマ字と社員番号", (world) => {
    const all = world.people(sizeOf(world));
    return drawn([["Emp. ID", "Name", "Dept.", "Ext."], ...all.map((p) => [`E${world.random.digits(5)}`, v.latin(p, "capitals"), world.random.pick(["R&D", "Sales", "HR"]), world.random.between(1000, 9999)])]);
  }),
  tabular("tune/office/names-down-five", "名前だけ、縦に五十音の区切り", (world) => {
    const all = world.people(30);
    return booked([["新入生 学籍簿"], ...chunks(all, 6).flatMap((some, i): Piece[][] => [[`＜${"あかさたな"[i]}行＞`], ...some.map((p): Piece[] => [v.name(p, "　")])])]);
  }),
  tabular("tune/office/csv-title-lines", "CSV、上に条件の行、下に件数", (world) => {
    const all = world.people(sizeOf(world));
    return drawn([["出力日時", "2024/06/10 10:22", "", ""], ["抽出条件", "未納のみ", "", ""], [], ["契約番号", "契約者氏名", "口座名義", "未納額"], ...all.map((p) => [world.random.digits(9), v.name(p, "　"), v.reading(p, "half-width"), world.random.between(1000, 90_000)]), ["件数", all.length, "", ""]]);
  }),
  tabular("tune/office/lessons", "教室の名簿、月謝と曜日、姓と名の間なし", (world) => {
    const all = world.people(sizeOf(world), { generations: ["new", "kirakira", "kana"] });
    return drawn([["曜日", "生徒さん", "学年", "月謝"], ...all.map((p, i) => ["月火水木金土"[i % 6], v.name(p), world.random.pick(["年長", "小3", "中1"]), "6,000"])]);
  }),
  tabular("tune/office/team-lineup", "打順と守備", (world) => {
    const all = world.people(18, { generations: ["new"] });
    return booked([["第2試合　東少年野球クラブ ― 西ジャガーズ"], ["打順", "守備", "氏名", "背番号", "", "打順", "守備", "氏名", "背番号"], ...count(9).map((i) => [i + 1, "投捕一二三遊左中右".charAt(i), v.name(all[i]), world.random.between(0, 99), "", i + 1, "投捕一二三遊左中右".charAt(i), v.name(all[i + 9]), world.random.between(0, 99)])]);
  }),
  tabular("tune/office/voice-parts", "合唱団、パートごとの列", (world) => {
    const all = world.people(22);
    const parts = [all.slice(0, 8), all.slice(8, 14), all.slice(14, 18), all.slice(18)];
    return booked([["ソプラノ", "アルト", "テノール", "バス"], ...count(8).map((i) => parts.map((part) => (part[i] === undefined ? "" : v.name(part[i], " "))))]);
  }),
  tabular("tune/office/quoted-mail-table", "引用された表", (world) => {
    const all = world.people(Math.min(13, sizeOf(world)));
    const grid: Grid = [["氏名", "電話番号", "人数"], ...all.map((p) => [v.name(p, " "), v.mobile(p), world.random.between(1, 4)])];
    return drawn(grid, w`承知しました。\n\n> 予約の一覧です。\n>\n${each(grid, (row) => w`> ${joined(row, "\t")}`)}\n>\n> よろしくお願いします。\n`, "a.txt");
  }),
  tabular("tune/office/slash-list", "氏名／所属／電話の行", (world) => {
    const all = world.people(Math.min(21, sizeOf(world)));
    return drawn(all.map((p) => [v.name(p), v.mobile(p)]), w`氏名／所属／電話\n${each(all, (p) => w`${v.name(p)}／${world.random.pick(["営業一課", "総務課", "高松支店"])}／${v.mobile(p)}`)}\n`, "a.txt");
  }),
  tabular("tune/office/class-names-prose", "読点で続く学級の名前", (world) => {
    const all = world.people(30, { generations: ["new"] });
    return drawn(all.map((p) => [v.name(p)]), w`1年A組（30名）\n${each(chunks(all, 6), (some) => w`${joined(some.map((p) => v.name(p)), "、")}`, "、\n")}\n`, "a.txt");
  }),
  tabular("tune/office/class-names-lines", "一行に一人、名前だけ30人", (world) => {
    const all = world.people(30, { generations: ["new"] });
    return drawn(all.map((p) => [v.name(p)]), w`${each(all, (p) => v.name(p, "　"))}\n`, "a.txt");
  }),
  tabular("tune/office/zengin-debit", "口座振替の依頼データ、120桁", (world) => {
    const all = world.people(sizeOf(world));
    const kana = (p: (typeof all)[number]): ReturnType<typeof v.reading> => v.reading(p, "half-width");
    return drawn(all.map((p) => [kana(p)]), w`191000${world.random.digits(9)}ﾀｶﾏﾂｼ                                  06250173${" ".repeat(50)}
${each(all, (p) => w`20173${" ".repeat(15)}110${" ".repeat(19)}1${world.random.digits(7)}${kana(p)}${" ".repeat(30 - kana(p).text.length)}${world.random.digits(10)}0${world.random.digits(20)}0${" ".repeat(8)}`)}
8${String(all.length).padStart(6, "0")}${world.random.digits(12)}${" ".repeat(101)}
9${" ".repeat(119)}
`, "debit.txt");
  }),
  tabular("tune/office/csv-quoted-kana", "カナと漢字が別の列、引用符つき", (world) => {
    const all = world.people(sizeOf(world));
    const grid: Grid = [["患者番号", "患者氏名", "患者カナ", "保険者番号"], ...all.map((p) => [world.random.digits(7), v.name(p, "　"), v.reading(p, "half-width"), world.random.digits(8)])];
    return drawn(grid, w`${each(grid, (row) => joined(row.map((cell) => ['"', cell, '"']), ","), "\r\n")}\r\n`, "a.csv");
  }),
  tabular("tune/office/two-files-mixed", "参加者と同伴者が別の列", (world) => {
    const all = world.people(sizeOf(world) * 2);
    const half = all.length / 2;
    return drawn([["No", "参加者氏名", "同伴者氏名", "食事"], ...all.slice(0, half).map((p, i) => [i + 1, v.name(p, " "), i % 3 === 0 ? "" : v.name(all[half + i], " "), world.random.pick(["和", "洋"])])].map((row) => row as Piece[]), undefined, "a.csv");
  }),
  tabular("tune/office/csv-sum-first", "見出しの前に合計、番号の列に欠番", (world) => {
    const all = world.people(sizeOf(world));
    return drawn([["総数", `${all.length}人`, "", ""], ["整理番号", "対象者", "住民区分", "送付先"], ...all.map((p, i) => [i * 2 + 1, v.name(p, "　"), world.random.pick(["転入", "在住"]), v.address(p)])], csv([["総数", `${all.length}人`, "", ""], ["整理番号", "対象者", "住民区分", "送付先"], ...all.map((p, i) => [i * 2 + 1, v.name(p, "　"), "在住", v.address(p)])]));
  }),
]);

export const TUNE_OFFICE_TABLES_3: readonly Template[] = defineTemplates([
  tabular("tune/office/payroll-employee", "English payroll, one column of names", (world) => {
    const all = world.people(sizeOf(world), { foreign: 0.3 });
    return drawn([["Employee", "Dept", "Base", "Overtime", "Net"], ...all.map((p) => [v.latin(p, "comma"), world.random.pick(["Assembly", "Sales", "QA"]), world.random.between(2000, 5000), world.random.between(0, 600), world.random.between(1800, 5200)])]);
  }),
  tabular("tune/office/payroll-emp-name", "English payroll, capitals and totals", (world) => {
    const all = world.people(sizeOf(world), { foreign: 0.3 });
    return drawn([["Pay period", "2024-05-01", "2024-05-31", "", ""], ["Emp No", "Emp Name", "Gross Pay", "Tax", "Net Pay"], ...all.map((p) => [world.random.between(1000, 9999), v.latin(p, "passport"), world.random.between(2000, 5000), world.random.between(200, 900), world.random.between(1800, 4200)]), ["", "TOTAL", 1, 2, 3]]);
  }),
  tabular("tune/office/timesheet", "English timesheet, western names", (world) => {
    const all = world.people(sizeOf(world), { foreign: 0.2 });
    return drawn([["Worker", "Mon", "Tue", "Wed", "Thu", "Fri", "Total hours"], ...all.map((p) => [v.latin(p, "western"), 8, 8, 8, 7.5, 8, 39.5])]);
  }),
  tabular("tune/office/salary-latin-book", "salary sheet in a workbook", (world) => {
    const all = world.people(sizeOf(world), { foreign: 0.3 });
    return booked([["Salary review 2024", "", "", ""], ["#", "Staff member", "Grade", "Annual salary"], ...all.map((p, i) => [i + 1, v.latin(p, "western"), world.random.pick(["G3", "G4", "M1"]), world.random.between(30_000, 90_000)])]);
  }),
  tabular("tune/office/applicants-three-names", "応募者、漢字とカナとローマ字", (world) => {
    const all = world.people(sizeOf(world));
    return drawn([["受験番号", "氏名（漢字）", "氏名（カナ）", "氏名（英字）", "志望職種"], ...all.map((p) => [world.random.digits(5), v.name(p, "　"), v.reading(p), v.latin(p, "passport"), world.random.pick(["行政", "土木", "保健師"])])]);
  }),
  tabular("tune/office/applicants-name-roman", "応募者、氏名と Name", (world) => {
    const all = world.people(sizeOf(world));
    return drawn([["No", "氏名", "Name", "学校", "一次"], ...all.map((p, i) => [i + 1, v.name(p, " "), v.latin(p, "western"), world.random.pick(["香川大学", "徳島大学", "高松高専"]), world.random.pick(["合", "否"])])]);
  }),
  tabular("tune/office/applicants-guardian", "出願者と保護者、姓が同じ", (world) => {
    const children = world.people(Math.min(34, sizeOf(world)), { generations: ["new"] });
    const parents = children.map((child) => ({ ...world.person({ generations: ["middle"] }), n: 4000 + child.n, surname: child.surname, surnameKana: child.surnameKana }));
    return drawn([["出願番号", "志願者氏名", "保護者氏名", "出身中学校"], ...children.map((child, i) => [world.random.digits(4), v.name(child, "　"), v.name(parents[i], "　"), world.random.pick(["第一中", "東中", "附属中"])])]);
  }),
  tabular("tune/office/applicants-mail", "応募者、メールの表示名つき", (world) => {
    const all = world.people(sizeOf(world));
    return drawn([["応募日", "応募者", "連絡先メール", "希望職種"], ...all.map((p, i) => [`2024/5/${(i % 28) + 1}`, v.name(p, " "), w`${v.latin(p, "western")} <${v.email(p)}>`, world.random.pick(["販売", "事務", "調理"])])]);
  }),
  tabular("tune/office/pta-roles-grid", "PTA役員、役が縦、学年が横", (world) => {
    const all = world.people(24);
    return drawn([["令和6年度 PTA役員", "", "", "", "", "", ""], ["", "1年", "2年", "3年", "4年", "5年", "6年"], ...["学級委員", "広報", "会計", "書記"].map((role, i) => [role, ...all.slice(i * 6, i * 6 + 6).map((p) => v.name(p, " "))])]);
  }),
  tabular("tune/office/committee-grid", "委員会の割当て、委員会名が横", (world) => {
    const all = world.people(24);
    return booked([["", "広報委員", "校外委員", "文化委員", "選考委員"], ...count(6).map((i) => [`${i + 1}年`, ...all.slice(i * 4, i * 4 + 4).map((p) => v.name(p))])]);
  }),
  tabular("tune/office/grid-chief-rows", "班長の列と班員の列", (world) => {
    const all = world.people(24);
    return booked([["班", "班長", "副班長", "会計", "班員"], ...chunks(all, 4).map((some, i) => [`${i + 1}`, ...some.map((p) => v.name(p, " "))])]);
  }),
  tabular("tune/office/two-lines-no-header", "一人二行、見出しなし", (world) => {
    const all = world.people(sizeOf(world));
    return drawn(all.flatMap((p, i): Piece[][] => [[i + 1, v.name(p, "　"), v.landline(p)], ["", v.address(p), ""]]));
  }),
  tabular("tune/office/two-lines-text", "一人二行の文章", (world) => {
    const all = world.people(Math.min(34, sizeOf(world)));
    return drawn(all.map((p) => [v.name(p), v.mobile(p), v.address(p)]), w`会員連絡先\n\n${each(all, (p, i) => w`${i + 1}. ${v.name(p, " ")}　TEL ${v.mobile(p)}\n   〒${v.postalCode(p)} ${v.address(p)}`)}\n`, "a.txt");
  }),
  tabular("tune/office/two-lines-name-below", "一行目に番号と住所、二行目に氏名と電話", (world) => {
    const all = world.people(sizeOf(world));
    return booked([["番号", "住所", "備考"], ["", "氏名", "電話"], ...all.flatMap((p, i): Piece[][] => [[i + 1, v.address(p), i % 5 === 0 ? "役員" : ""], ["", v.name(p, " "), v.landline(p)]])]);
  }),
]);
