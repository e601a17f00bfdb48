/** Mails, chats, notes and slips about people as they leak, written before any rule for them was looked at; the coin of coin.ts chose the half. */
import { familyOf, serial, textual, uncounted } from "../contents.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { w } from "../written.js";

export const TUNE_NOTES_6: readonly Template[] = defineTemplates([
  textual("tune/6/complaint-hotel", "宿への苦情と返信", (world) => {
    const [guest, staff, manager] = world.people(3, { foreign: 0.1 });
    return uncounted(w`${v.name(guest)} 様

このたびはフロント${v.surname(staff)}の対応によりご不快な思いをおかけし、誠に申し訳ございません。
支配人　${v.name(manager, " ")}

> 5月${world.random.between(2, 28)}日に泊まりました${v.surname({ ...guest, n: 10 })}です。チェックインの際、${v.surname({ ...staff, n: 11 })}という方が
> 大声で私の部屋番号と名前を言いました。妻（${v.given({ ...world.person(), n: 30 })}）も驚いていました。
> 連絡は${v.mobile(guest)}か${v.email(guest)}へ。住所は${v.address(guest, "no-gaps")}です。
`);
  }),
  textual("tune/6/chat-export-line", "トークの履歴の書き出し", (world) => {
    const [a, b, c] = world.people(3, { generations: ["middle", "new"] });
    return uncounted(w`[LINE] 3年サッカー部保護者のトーク履歴
保存日時：2024/06/${world.random.between(10, 28)} 21:08

2024/06/09(日)
20:01\t${v.name(a)}\t明日の車出し、${v.surname({ ...b, n: 11 })}さんお願いできますか？
20:03\t${v.name(b, " ")}\tいいですよ。${v.given({ ...familyOf(world, c, 1)[0], n: 30 })}くんも乗せますね
20:05\t${v.surname(c)}\t助かります💦 集合場所うちで。${v.address(c, "no-prefecture")}です
20:06\t${v.name({ ...a, n: 12 })}\t[スタンプ]
20:07\t${v.surname({ ...c, n: 13 })}\t何かあれば ${v.mobile(c)} まで
`);
  }),
  textual("tune/6/teams-transcript", "会議の文字起こし", (world) => {
    const [a, b, c, d] = world.people(4, { foreign: 0.15 });
    return uncounted(w`WEBVTT

00:00:03.120 --> 00:00:06.480
<v ${v.name(a, " ")}>では始めます。${v.surname(b)}さん、聞こえますか</v>

00:00:06.900 --> 00:00:11.020
<v ${v.name({ ...b, n: 10 }, " ")}>はい。先日退職された${v.name(c)}さんの件ですが</v>

00:00:11.400 --> 00:00:18.900
<v ${v.name({ ...a, n: 11 }, " ")}>${v.surname({ ...c, n: 12 })}さんは${v.value({ ...c, n: 12 }, "special-care", "適応障害")}の診断書が出ていました。後任は${v.surname(d)}さんで</v>
`, "a.vtt");
  }),
  textual("tune/6/seminar-feedback", "講座のアンケートの自由記述", (world) => {
    const [a, b, c, d] = world.people(4, { generations: ["old", "middle"] });
    return uncounted(w`介護者教室アンケート（記名分）
①${v.name(a)}（${2024 - a.birth.year}）　夫の${v.given({ ...world.person({ generations: ["old"] }), n: 30 })}が認知症で、夜眠れません。
②${v.name(b)}　${v.surname(c)}先生の話がよかった。また来たい
③匿名希望（でも${v.surname(d)}です笑）　駐車場が狭い
④無記名　隣の${v.surname({ ...b, n: 11 })}さんの私語が気になった
`);
  }),
  textual("tune/6/lost-property", "拾得物の受付", (world) => {
    const [finder, owner, clerk] = world.people(3, { foreign: 0.1 });
    return uncounted(w`拾得物件預り書（控）
拾得者　${v.name(finder, " ")}　権利：放棄　氏名等告知の同意：無
　　　　${v.address(finder, "hyphens")}　${v.mobile(finder)}
物件　　二つ折財布（黒）、現金${world.random.between(1, 30)},000円、診察券（${v.reading(owner, "katakana", " ")}名義）
受理　　${v.surname(clerk)}巡査
経過　　診察券より${v.name({ ...owner, n: 10 })}氏（${v.born(owner, "era")}生）と判明、${v.landline(owner)}に架電し通知
`);
  }),
  textual("tune/6/git-commit-trailers", "開発の履歴に残った客の名前", (world) => {
    const [dev, reviewer, customer] = world.people(3);
    return uncounted(w`commit ${world.random.digits(7)}a3f
Author: ${v.latin(dev, "western")} <${v.email(dev)}>
Date:   Mon Jun 10 10:00:00 2024 +0900

    fix: 外字で請求書が落ちる（${v.name(customer)}様の件）

    ${v.surname({ ...customer, n: 10 })}様の住所「${v.address(customer, "hyphens")}」で再現。
    電話 ${v.mobile(customer)} に直った旨を連絡済み（営業${v.surname({ ...world.person(), n: 30 })}）

    Reviewed-by: ${v.latin(reviewer, "western")} <${v.email(reviewer)}>
`);
  }),
  textual("tune/6/home-visit-report", "訪問した民生委員の報告", (world) => {
    const [a, b, c] = world.people(3, { generations: ["old"] });
    return uncounted(w`見守り訪問　${world.random.between(1, 12)}月　担当民生委員：${v.name({ ...world.person(), n: 40 })}
・${v.name(a)}さん（${2024 - a.birth.year}）${v.address(a, "no-prefecture")}　独居。膝が痛く買物に困る。息子の${v.given({ ...world.person(), n: 30 })}さんは県外
・${v.name(b)}さん宅　不在。新聞3日分。隣の${v.surname(c)}さんに聞くと入院とのこと
・${v.surname({ ...c, n: 12 })}さん　変わりなし。${v.surname({ ...b, n: 11 })}さんの猫を預かっている
緊急連絡先の変更：${v.name({ ...a, n: 13 })} → 長女 ${v.name({ ...world.person(), n: 31 })} ${v.mobile(a)}
`);
  }),
  textual("tune/6/oral-history", "聞き書きの原稿", (world) => {
    const [p, teacher, friend] = world.people(3, { generations: ["old"] });
    return uncounted(w`語り手　${v.name(p)}（${v.born(p, "era")}生まれ）　聞き手　${v.surname({ ...world.person(), n: 40 })}
――子どものころは。
うちは百姓でね。学校の${v.surname(teacher)}先生がやさしくて、隣の${v.name(friend)}とよう山へ行った。
――ご主人とは。
見合いよ。${v.given({ ...world.person({ generations: ["old"] }), n: 30 })}というのが主人の名前でね、三年前に死にました。
（${v.surname({ ...p, n: 10 })}さんのお宅にて。公開は本人の確認後）
`);
  }),
  textual("tune/6/interview-sheet", "求職の相談の記録", (world) => {
    const [p, counsellor] = world.people(2, { foreign: 0.2, generations: ["middle", "new"] });
    return uncounted(w`相談記録　求職番号 ${serial(world.random.digits(13))}
相談者　${v.name(p)}（${2024 - p.birth.year}歳）　連絡先　${v.mobile(p, "half-brackets")}
【主訴】前職（製缶）を腰痛で退職。上司の${v.surname({ ...world.person(), n: 30 })}課長と折合い悪し。
【家族】妻、長男${v.given({ ...familyOf(world, p, 1)[0], n: 31 })}（小2）
【助言】${v.surname(counsellor)}より職業訓練を案内。${v.surname({ ...p, n: 10 })}さん前向き。
`);
  }),
  textual("tune/6/tow-report", "レッカーの出動の報告", (world) => {
    const [driver, owner] = world.people(2, { foreign: 0.1 });
    return uncounted(w`ロードサービス完了報告
入電 ${world.random.between(10, 23)}:${world.random.between(10, 59)}　ご契約者 ${v.name(owner, " ")} 様　運転者 ${v.name(driver, " ")} 様（ご子息）
車両 高松30${world.random.digits(1)} の ${world.random.digits(2)}-${world.random.digits(2)}　証券 ${serial(`C${world.random.digits(9)}`)}
現場 国道11号 丸亀IC付近　搬送先 ${v.name({ ...owner, n: 10 })}様ご自宅（${v.address(owner, "hyphens")}）
備考 ${v.surname({ ...driver, n: 11 })}様は免許証不携帯。折返し ${v.mobile(driver)}
`);
  }),
  textual("tune/6/funeral-mail", "訃報の社内のメール", (world) => {
    const [employee, dead] = world.people(2, { generations: ["middle", "old"] });
    return uncounted(w`件名：【訃報】製造二課 ${v.surname(employee)}様 ご尊父様ご逝去
各位
製造二課 ${v.name({ ...employee, n: 10 })}さんのご尊父 ${v.name({ ...dead, surname: employee.surname })}様（享年${world.random.between(70, 95)}）が、${world.random.between(1, 12)}月${world.random.between(1, 28)}日に永眠されました。
通夜　18時　喪主　${v.name({ ...world.person({ generations: ["middle"] }), n: 30, surname: employee.surname })}様（ご長男）
弔電の宛先　〒${v.postalCode(employee)} ${v.address(employee, "words")}
とりまとめ：総務 ${v.surname({ ...world.person(), n: 40 })}（内線${world.random.digits(4)}）
`);
  }),
  textual("tune/6/scholarship-letter", "奨学金の推薦の所見", (world) => {
    const [p, teacher] = world.people(2, { generations: ["new", "middle"], foreign: 0.15 });
    return uncounted(w`推薦所見
　生徒　${v.name(p, "　")}（${v.reading(p, "hiragana", "　")}）　${v.born(p, "japanese")}生
　上記の者は、父の${v.given({ ...world.person({ generations: ["middle"] }), n: 30 })}氏が病気療養中であり、母のパート収入で生計を立てている。
　${v.surname({ ...p, n: 10 })}は新聞配達をしながら学業に励み、評定平均4.${world.random.digits(1)}である。
　　　　　　　担任　${v.name(teacher, "　")}　印
`);
  }),
  textual("tune/6/gym-cancellation", "退会の申し出と引き止め", (world) => {
    const [p, trainer, staff] = world.people(3, { foreign: 0.1 });
    return uncounted(w`受付 No.${serial(world.random.digits(6))}　退会
会員 ${v.name(p)}（${v.reading(p, "katakana", " ")}）${v.born(p, "slash")}　${v.email(p)}
理由：パーソナルの${v.surname(trainer)}トレーナーに体型のことを言われた
${world.random.between(10, 20)}時　店長${v.surname(staff)}が架電、${v.surname({ ...p, n: 10 })}様「もう結構です」
ご家族会員の${v.given({ ...world.person({ generations: ["kirakira", "new"] }), n: 30 })}様も同日退会希望
`);
  }),
  textual("tune/6/ocr-fax", "読み取ったファクスの文字", (world) => {
    const [p, doctor] = world.people(2, { generations: ["old"] });
    return uncounted(w`FAX 2024 06/1${world.random.digits(1)} 09:1${world.random.digits(1)}  → 0001/0001
処 方 せ ん
公費負担者番号          保険者番号
氏 名  ${v.name(p, " ")}          男 ・ 女
生年月日  明 大 昭 平 令  ${v.value(p, "date-of-birth", `${Math.max(1, p.birth.year - 1925)}年 ${p.birth.month}月 ${p.birth.day}日`.replaceAll(" ", ""))}
保険医氏名  ${v.name(doctor, " ")}  印
Rp 1) アムロジピン錠5mg 1錠 朝食後 28日分
備考 一包化。ご家族（${v.given({ ...world.person({ generations: ["middle"] }), n: 30 })}さん）が受取
`);
  }),
  textual("tune/6/wiki-oncall-page", "当番の連絡先を書いた社内のページ", (world) => {
    const people = world.people(4, { foreign: 0.15 });
    return uncounted(w`== 夜間の連絡 ==
* 一次: [[利用者:${v.latin(people[0], "western")}|${v.name({ ...people[0], n: 10 })}]] ${v.mobile(people[0])}
* 二次: '''${v.name(people[1])}''' {{tel|${v.mobile(people[1], "plain")}}}
* 育休中: ${v.name(people[2])}（〜10月、代理は${v.surname(people[3])}）
=== メモ ===
${v.surname({ ...people[1], n: 11 })}さんは月曜通院のため不可。${v.surname({ ...people[3], n: 13 })}さんの奥さん ${v.mobile(people[3])} にもかけてよい
`);
  }),
]);
