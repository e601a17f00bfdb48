/** Registers, forms and court papers of offices and clubs, written before any rule for them was looked at; the coin of coin.ts chose the half. */
import { familyOf, serial, textual, uncounted } from "../contents.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, joined, w } from "../written.js";

export const TUNE_REGISTERS_5: readonly Template[] = defineTemplates([
  textual("tune/5/removed-register", "除籍の謄本を打ち直した文", (world) => {
    const [head, father, mother] = world.people(3, { generations: ["old"] });
    const [wife] = world.people(1, { generations: ["old"] }).map((one) => ({ ...one, n: 20 }));
    const [child] = familyOf(world, head, 1);
    return uncounted(w`除　籍
本籍　${v.value(head, "registered-domicile", `${head.home.prefecture}${head.home.city}${head.home.town}${world.random.between(20, 900)}番地`, ["postal-address"])}
前戸主　亡父　${v.name(father)}
戸主　${v.name(head)}　${v.born(head, "era-kanji")}生　父 亡${v.name({ ...father, n: 10 })}　母 ${v.given(mother)}　長男
妻　${v.given(wife)}　${v.born(wife, "era-kanji")}生　${v.surname(wife)}家ヨリ入籍
長男　${v.given(child)}　${v.born(child, "era-kanji")}生
${v.born(head, "era-kanji")}本籍ニ於テ出生　父${v.given({ ...father, n: 10 })}届出
`);
  }),
  textual("tune/5/kofu-decision", "補助金の交付決定の一覧", (world) => {
    const people = world.people(5, { generations: ["old", "middle"] });
    return uncounted(w`浄化槽設置補助金　交付決定者
${each(people, (p, i) => w`決定第${world.random.between(100, 999)}号／${v.name(p, i % 2 === 0 ? " " : "")}／${v.address(p, i % 2 === 0 ? "banchi" : "no-banchi")}／${world.random.between(200, 540)},000円`)}
取下げ　${v.surname(people[2])}氏（都合により）
担当 環境課 ${v.surname({ ...world.person(), n: 60 })}
`);
  }),
  textual("tune/5/clinic-callout", "診察室への呼び出しの控え", (world) => {
    const people = world.people(5);
    return uncounted(w`本日の予約（皮膚科・第2診察室）
${each(people, (p, i) => w`${9 + Math.floor(i / 2)}:${i % 2 === 0 ? "00" : "30"} ${serial(world.random.digits(7))} ${v.reading(p, i % 2 === 0 ? "half-width" : "katakana", " ")} ${v.name(p, " ")} ${world.random.pick(["再", "初"])} ${2024 - p.birth.year}歳 ${world.random.pick(["男", "女"])}`)}
${v.surname(people[1])}さんキャンセル、午後へ。${v.surname(people[3])}さん遅れる旨TELあり
`);
  }),
  textual("tune/5/care-meeting", "サービス担当者会議の要点", (world) => {
    const [p, family, manager, nurse, helper] = world.people(5, { generations: ["old", "middle"] });
    return uncounted(w`サービス担当者会議の要点（第4表）
利用者名　${v.name(p, "　")} 殿　　作成者（担当者）氏名　${v.name(manager)}
会議出席者　所属（職種）氏名
　本人 ${v.name({ ...p, n: 30 }, " ")}　長男 ${v.name({ ...family, surname: p.surname }, " ")}
　訪問看護みなと（看護師）${v.name(nurse, " ")}　ヘルパーステーション花（サ責）${v.surname(helper)}
検討した項目　入浴の見守り、${v.given(family)}さんの就労
結論　${v.surname(nurse)}看護師が週${world.random.between(1, 3)}回訪問、${v.surname(helper)}より家族へ報告
`);
  }),
  textual("tune/5/mother-child-notes", "母子健康手帳の記入", (world) => {
    const [mother] = world.people(1, { generations: ["middle"] });
    const [father] = world.people(1, { generations: ["middle"] }).map((one) => ({ ...one, n: 21, surname: mother.surname }));
    const [child] = familyOf(world, mother, 1);
    return uncounted(w`母の氏名　${v.name(mother, " ")}　生年月日　${v.born(mother, "era")}（${2024 - mother.birth.year}歳）
父の氏名　${v.name(father, " ")}　職業　会社員
居住地　${v.address(mother, "no-gaps")}　電話　${v.mobile(mother, "brackets")}
子の氏名　${v.name(child, " ")}（第${world.random.between(1, 3)}子）　${v.born(child, "era")}　午後4時12分 出生
1か月健診　体重 4,${world.random.digits(3)}g　${v.given(child)}はよく笑う。パパの${v.given(father)}さんが沐浴担当
`);
  }),
  textual("tune/5/vaccine-recall", "接種の呼び戻しの電話帳", (world) => {
    const people = world.people(4, { generations: ["kirakira", "new"] });
    const parents = world.people(4, { generations: ["middle"] });
    return uncounted(w`MR2期 未接種者 勧奨リスト
${each(people, (p, i) => w`${v.name(p)} ${v.born(p, "era-letter")} 保護者${v.given({ ...parents[i], n: 40 + i })} ${v.mobile(p)} ${["留守電", "来週接種", "不要とのこと", "転出済"][i]}`)}
`);
  }),
  textual("tune/5/disaster-volunteers", "災害ボランティアの班", (world) => {
    const people = world.people(6, { foreign: 0.2 });
    return uncounted(w`8/${world.random.between(1, 28)} 活動班
A班（泥出し） リーダー：${v.name(people[0])}（${v.mobile(people[0])}）／${v.name(people[1])}、${v.name(people[2])}
B班（家財搬出）L ${v.name(people[3])} ${v.mobile(people[3], "plain")}　メンバー ${joined(people.slice(4).map((p) => v.name(p)), " ／ ")}
依頼者：${v.name({ ...world.person(), n: 50 })}様宅　${v.address({ ...people[0], n: 50 }, "no-prefecture")}
${v.surname(people[1])}さんは午前のみ
`);
  }),
  textual("tune/5/supporters-cards", "後援会の紹介カード", (world) => {
    const people = world.people(3, { generations: ["old", "middle"] });
    const [introducer] = world.people(1).map((one) => ({ ...one, n: 30 }));
    return uncounted(w`後援会入会カード（取りまとめ）　紹介者 ${v.name(introducer, " ")} ${v.landline(introducer)}
${each(people, (p, i) => w`${i + 1}枚目　〒${v.postalCode(p)} ${v.address(p, "words")}
　　　ふりがな ${v.reading(p, "hiragana", " ")}　お名前 ${v.name(p, " ")}　ご家族 ${v.given({ ...world.person(), n: 40 + i })}・${v.given({ ...world.person(), n: 60 + i })}
　　　℡ ${v.landline(p, "brackets")}`)}
`);
  }),
  textual("tune/5/court-petition", "申立書の当事者の欄", (world) => {
    const [a, b, c] = world.people(3, { generations: ["middle", "old"] });
    return uncounted(w`当 事 者 目 録
〒${v.postalCode(a)}　${v.address(a, "words")}
　　申　立　人　　　　${v.name(a, "　")}
〒${v.postalCode(b)}　${v.address(b, "banchi")}
　　相　手　方　　　　${v.name(b, "　")}
〒${v.postalCode(c)}　${v.address(c, "hyphens")}
　　利害関係参加人　　${v.name(c, "　")}
申立ての実情　申立人と相手方${v.surname(b)}は平成${world.random.between(15, 29)}年に婚姻し、長女をもうけた。
`);
  }),
  textual("tune/5/guardian-report", "後見事務の報告", (world) => {
    const [ward, guardian, brother] = world.people(3, { generations: ["old", "middle"] });
    return uncounted(w`後見事務報告書（定期報告）
事件番号 令和${world.random.between(2, 6)}年（家）第${world.random.between(100, 9999)}号　本人 ${v.name(ward)}
成年後見人 ${v.name(guardian)}　印　　日中連絡のつく電話番号 ${v.mobile(guardian)}
1　本人の住所　☑変わらない　□変わった
2　本人の生活状況　${v.surname(ward)}は施設で安定して過ごしている。弟の${v.name(brother)}が年2回面会。
3　財産　通帳1冊を後見人${v.surname(guardian)}が保管
`);
  }),
  textual("tune/5/divorce-agreement", "離婚の協議書", (world) => {
    const [husband, wife] = world.people(2, { generations: ["middle"] });
    const [first, second] = familyOf(world, husband, 2);
    return uncounted(w`離婚協議書
夫${v.name(husband)}（以下「甲」）と妻${v.name({ ...wife, surname: husband.surname })}（以下「乙」）は、協議離婚することに合意した。
第1条　甲乙間の未成年の子 長男${v.given(first)}（${v.born(first, "era")}生）及び長女${v.given(second)}（${v.born(second, "era")}生）の親権者を乙と定める。
第2条　甲は、${v.given(first)}及び${v.given(second)}の養育費として、月額各${world.random.between(3, 8)}万円を支払う。
第3条　乙は婚姻前の氏「${v.surname(wife)}」に復する。
甲　住所 ${v.address(husband, "words")}　氏名 ${v.name(husband, " ")} ㊞
乙　住所 ${v.address(wife, "words")}　氏名 ${v.name({ ...wife, surname: husband.surname }, " ")} ㊞
`);
  }),
  textual("tune/5/land-boundary-confirm", "境界の立会の確認書", (world) => {
    const people = world.people(4, { generations: ["old", "middle"] });
    return uncounted(w`境界立会確認書
下記の土地の境界について、現地立会のうえ異議なく確認しました。
申請地　${v.office("postal-address", `${people[0].home.city}${people[0].home.town}${world.random.between(100, 900)}番${world.random.between(1, 9)}`)}　所有者 ${v.name(people[0])}
${each(people.slice(1), (p, i) => w`隣接地 ${world.random.between(100, 900)}番${i + 1}　所有者 ${v.name(p)}${i === 0 ? w`（相続人代表 ${v.name({ ...world.person(), n: 30, surname: p.surname })}）` : ""}　立会 ${i === 1 ? w`代理 ${v.surname({ ...people[2], n: 80 })}` : "本人"}　印`)}
`);
  }),
  textual("tune/5/tax-filing-medical-deduction", "医療費控除の明細", (world) => {
    const [head] = world.people(1, { generations: ["middle", "old"] });
    const family = familyOf(world, head, 2);
    return uncounted(w`医療費控除の明細書　氏名 ${v.name(head, " ")}
(1)医療を受けた方の氏名 (2)病院・薬局 (4)支払った医療費
${each([head, ...family], (p, i) => w`${v.name(i === 0 ? { ...p, n: 30 } : p, " ")}　　${world.random.pick(["中央歯科医院", "さくら薬局", "市民病院"])}　　${world.random.between(2, 90)},${world.random.digits(3)}円`)}
${v.given(family[0])}　　きた皮膚科　　1,${world.random.digits(3)}円
`);
  }),
  textual("tune/5/library-requests", "図書館の予約の連絡票", (world) => {
    const people = world.people(4);
    return uncounted(w`予約連絡（電話）
${each(people, (p, i) => w`${v.reading(p, "katakana", "")} 様 ${v.mobile(p)}『${["海辺の暮らし", "薬草の図鑑", "算数の森", "旅の手帖"][i]}』${i === 2 ? w`→母（${v.given({ ...world.person(), n: 30 })}様）が来館` : "留守電に入れた"}`)}
`);
  }),
  textual("tune/5/golf-score-sheet", "コンペの成績", (world) => {
    const people = world.people(6, { generations: ["old", "middle"] });
    return uncounted(w`第${world.random.between(20, 90)}回 さざんか会コンペ成績
優勝　　${v.name(people[0], " ")}　OUT ${world.random.between(40, 50)} IN ${world.random.between(40, 50)} NET 70.2
準優勝　${v.name(people[1], " ")}　GROSS ${world.random.between(85, 99)}
3位 ${v.name(people[2])}　BB ${v.name(people[3])}　BM ${v.name(people[4])}
ニアピン 4番 ${v.surname(people[5])}、12番 ${v.surname(people[1])}　ドラコン ${v.surname(people[0])}
`);
  }),
  textual("tune/5/haiku-selection", "俳句の入選", (world) => {
    const people = world.people(5, { generations: ["old", "kana"] });
    return uncounted(w`俳壇　選
〈特選〉
初雪や湯気の向かうに母の背
　　　　　　${people[0].home.city}　${v.name(people[0], "　")}（${2024 - people[0].birth.year}）
〈入選〉
${each(people.slice(1), (p, i) => w`${["朝顔の蔓のびてゐる物干し場", "秋祭り太鼓の音に目を覚まし", "風鈴や隣の家の昼下がり", "日向ぼこ猫と分けあふ座布団"][i]}　${p.home.city}　${v.name(p)}`)}
`);
  }),
]);
