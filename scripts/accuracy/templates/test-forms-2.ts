/**
 * THE TEST HALF: only ever measured. Do not read it to improve a rule, and do not move a template from here to the tune half
 * because it fails. Forms and certificates; the coin of coin.ts chose the half.
 */
import { counted, familyOf, serial, textual } from "../contents.js";
import { inventMyNumber, inventPassport, letters } from "../invent/numbers.js";
import { writeHome } from "../invent/places.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, type Written, w } from "../written.js";

export const TEST_FORMS_2: readonly Template[] = defineTemplates([
  textual("test/2/pta-entry", "PTA の加入届", (world) => {
    const [parent] = world.people(1, { generations: ["middle"] });
    const [child] = familyOf(world, parent, 1);
    return counted(w`ＰＴＡ加入届

市立第一小学校ＰＴＡ会長　様

　　年度　令和${world.random.between(4, 7)}年度
児童氏名（${world.random.between(1, 6)}年${world.random.between(1, 4)}組）：${v.name(child, "　")}
保護者氏名：${v.name(parent, "　")}　　続柄：${world.random.pick(["父", "母"])}
住　　　所：${v.address(parent, "no-prefecture")}
連絡先電話：${v.mobile(parent)}
希望する委員：□学級　☑広報　□校外　□なし
`);
  }),
  textual("test/2/hall-booking", "施設の利用申込、罫線の枠", (world) => {
    const [head, onDay] = world.people(2);
    return counted(w`┌────────────────────────────┐
│　　市民会館利用許可申請書　　　　　　　　　│
├──────┬─────────────────────┤
│団体名　　│みどり合唱団　　　　　　　　　│
├──────┼─────────────────────┤
│代表者　　│${v.name(head, " ")}　　　　　　　　　│
├──────┼─────────────────────┤
│住　所　　│${v.address(head, "hyphens")}│
├──────┼─────────────────────┤
│電　話　　│${v.landline(head)}　　　　　　　　│
├──────┼─────────────────────┤
│当日責任者│${v.name(onDay, " ")}（携帯 ${v.mobile(onDay)}）│
├──────┼─────────────────────┤
│利用人数　│${world.random.between(10, 300)}名　　　　　　　　　　　　　│
└──────┴─────────────────────┘
`);
  }),
  textual("test/2/child-allowance", "児童手当の認定請求書", (world) => {
    const [parent] = world.people(1, { generations: ["middle"] });
    const children = familyOf(world, parent, world.random.between(2, 3));
    return counted(w`児童手当　認定請求書

１．請求者
　（フリガナ）${v.reading(parent, "katakana", "　")}
　氏名　${v.name(parent, "　")}　　生年月日　${v.born(parent, "era")}
　個人番号　${v.value(parent, "my-number", inventMyNumber(world.random))}
　住所　〒${v.postalCode(parent)}　${v.address(parent, "words")}
　職業　会社員　　加入年金　厚生年金
２．振込先　${world.random.pick(["百十四銀行", "高松信用金庫"])}　普通　口座番号 ${v.value(parent, "bank-account", world.random.digits(7))}
３．児童
${each(children, (child, i) => w`　（${i + 1}）${v.name(child, "　")}　${v.born(child, "era-letter")}　同居　監護有　個人番号 ${v.value(child, "my-number", inventMyNumber(world.random))}`)}
`);
  }),
  textual("test/2/moving-out", "転出届", (world) => {
    const [head, old] = world.people(2);
    const family = familyOf(world, head, 2);
    return counted(w`住民異動届（転出）　届出日 令和6年3月${world.random.between(10, 29)}日　異動日 令和6年4月1日
新しい住所　${v.address(head, "words")}
　　　　　　世帯主　${v.name(head, " ")}
今までの住所　${v.value(head, "postal-address", writeHome(old.home, "banchi"))}
異動した人
　１　${v.name(head, " ")}　${v.born(head, "era-letter")}　男　本人
${each(family, (p, i) => w`　${i + 2}　${v.name(p, " ")}　${v.born(p, "era-letter")}　${["女　妻", "男　子"][i]}`)}
届出人　☑本人　□世帯主　□代理人　　電話（昼間の連絡先）${v.mobile(head, "brackets")}
`);
  }),
  textual("test/2/register-extract", "戸籍の全部事項証明", (world) => {
    const [head, wife, father, mother, parentOfWife] = world.people(5, { generations: ["old", "middle"] });
    const [son] = familyOf(world, head, 1);
    const spouse = { ...wife, surname: head.surname, surnameKana: head.surnameKana };
    return counted(w`　　　　　　　　　　　　　　　　　　　　（${world.random.between(1, 3)}の1）　全　部　事　項　証　明
本　籍　　　${v.value(head, "registered-domicile", writeHome(head.home, "banchi"), ["postal-address"])}
氏　名　　　${v.name(head, "　")}
戸籍事項
　戸籍編製　　【編製日】平成${world.random.between(2, 25)}年${world.random.between(1, 12)}月${world.random.between(1, 28)}日
戸籍に記録されている者
　【名】${v.given(head)}
　【生年月日】${v.born(head, "era")}　【配偶者区分】夫
　【父】${v.name({ ...father, surname: head.surname })}
　【母】${v.name(mother)}
　【続柄】二男
　婚　　姻　　【配偶者氏名】${v.name({ ...wife, surname: parentOfWife.surname })}
　【名】${v.given(spouse)}　【生年月日】${v.born(spouse, "era")}　【配偶者区分】妻
　【名】${v.given(son)}　【生年月日】${v.born(son, "era")}　【続柄】長男
発行番号　${world.random.digits(7)}
`);
  }),
  textual("test/2/residence-copy", "住民票の写し", (world) => {
    const [head] = world.people(1, { generations: ["middle", "old"] });
    const [second] = familyOf(world, head, 1);
    const one = (p: typeof head, relation: string): Written => w`氏　　名　${v.name(p, "　")}
　　　　　　（${v.reading(p, "katakana", "　")}）
生年月日　${v.born(p, "era")}　　性別　${world.random.pick(["男", "女"])}　　続柄　${relation}
住民票コード　${v.value(p, "resident-record-code", world.random.digits(11).replace(/^0/u, "2"))}
本　　籍　（省略）　　前住所　（省略）`;
    return counted(w`住　　民　　票
住　　所　${v.address(head, "words")}
世 帯 主　${v.name(head, "　")}
────────────────────────
${one(head, "世帯主")}
────────────────────────
${one(second, "子")}
────────────────────────
この写しは、世帯全員の住民票の原本と相違ないことを証明する。
`);
  }),
  textual("test/2/school-application", "入学願書", (world) => {
    const [p] = world.people(1, { generations: ["new"] });
    const [guardian] = world.people(1, { generations: ["middle"] }).map((one) => ({ ...one, n: 1, surname: p.surname }));
    return counted(w`入　学　願　書　　受験番号 ※${serial(world.random.digits(4))}

高等学校長　殿
　貴校に入学したいので、保護者連署のうえ出願いたします。

志願者
ふりがな　${v.reading(p, "hiragana", "　")}
氏　名　　${v.name(p, "　")}
生年月日　${v.born(p, "era")}生
出身中学　市立第${world.random.between(1, 9)}中学校　令和${world.random.between(5, 8)}年３月卒業見込
志望学科　第１志望 普通科　第２志望 理数科
保護者
氏　名　　${v.name(guardian, "　")}（父）
現住所　　${v.address(p, "no-prefecture")}
電　話　　${v.mobile(guardian)}
`);
  }),
  textual("test/2/repair-slip", "修理の受付票", (world) => {
    const p = world.person();
    return counted(w`修理受付票　　受付No.${world.random.digits(8)}　　店舗：高松南店
お名前　　${v.reading(p, "katakana", " ")}様（${v.surname(p)}）
TEL　　　${v.mobile(p)}　　□留守電可
メーカー　シャープ　型番　${letters(world.random, 2)}-${world.random.digits(4)}　製造番号 ${world.random.digits(8)}
症状　　　電源が入らない。${world.random.between(2, 9)}日前に水をこぼしたとのこと。
見積上限　${world.random.between(5, 30)},000円　　保証書：無
受付担当　2番窓口
`);
  }),
  textual("test/2/land-register", "登記事項の証明", (world) => {
    const [a, b] = world.people(2);
    return counted(w`表　題　部（土地の表示）　　調製 平成${world.random.between(2, 20)}年${world.random.between(1, 12)}月${world.random.between(1, 28)}日　不動産番号 ${world.random.digits(13)}
①地番　${world.random.between(100, 2000)}番${world.random.between(1, 9)}　②地目　宅地　③地積　${world.random.between(60, 400)}：${world.random.digits(2)}㎡
権利部（甲区）（所有権に関する事項）
順位番号１　所有権移転　平成${world.random.between(2, 15)}年${world.random.between(1, 12)}月${world.random.between(1, 28)}日第${world.random.between(1000, 9999)}号
　原因　売買　所有者　${v.address(a, "words")}　${v.name(a)}
順位番号２　所有権移転　令和${world.random.between(2, 6)}年5月10日第${world.random.between(1000, 9999)}号
　原因　相続　所有者　${v.address(b, "banchi")}　持分２分の１　${v.name(b)}
権利部（乙区）　抵当権設定　債権額 金${world.random.between(10, 40)}00万円　抵当権者 株式会社百十四銀行
`);
  }),
  textual("test/2/questionnaire", "問診票", (world) => {
    const p = world.person({ foreign: 0.15 });
    return counted(w`初診問診票　　記入日 ${world.random.between(1, 12)}月${world.random.between(1, 28)}日
お名前　${v.name(p, " ")}　（ふりがな）${v.reading(p, "hiragana", " ")}
生年月日（西暦）${v.born(p, "japanese")}　性別 男・㊛　身長 ${world.random.between(148, 185)}cm 体重 ${world.random.between(40, 90)}kg
〒${v.postalCode(p)}　ご住所 ${v.address(p, "hyphens")}
携帯電話 ${v.mobile(p)}
Q1 今日はどうされましたか　→ 2日前から喉が痛い、熱${world.random.between(37, 38)}.${world.random.digits(1)}度
Q2 現在治療中の病気　→ ${v.value(p, "special-care", world.random.pick(["高血圧", "糖尿病", "ぜんそく", "バセドウ病"]))}
Q3 薬のアレルギー　→ なし
`);
  }),
  textual("test/2/guest-card", "宿泊者カード（日英併記）", (world) => {
    const p = world.person({ foreign: 0.6 });
    const r = world.random;
    return counted(w`REGISTRATION CARD / 宿泊者カード           Room ${r.between(2, 12)}0${r.between(1, 9)}

Name in full / 氏名          ${v.latin(p, "capitals")}
Home address / 住所          ${v.address(p, "hyphens")}
Telephone / 電話             ${v.mobile(p, "international")}
Nationality / 国籍           ${r.pick(["JAPAN", "VIETNAM", "KOREA", "BRAZIL"])}
Passport No. / 旅券番号      ${v.value(p, "passport", inventPassport(r))}
Arrival / 到着日  2024-0${r.between(1, 9)}-1${r.digits(1)}    Departure / 出発日  2024-0${r.between(1, 9)}-2${r.digits(1)}
Next destination / 行先地    ${r.pick(["Matsuyama", "Hiroshima", "Kyoto"])}
`);
  }),
  textual("test/2/visa-letter", "letter of guarantee in English", (world) => {
    const [guest, host] = world.people(2, { foreign: 0.7 });
    const r = world.random;
    return counted(w`LETTER OF GUARANTEE

To: Embassy of Japan
VISA APPLICANT
  Nationality: ${r.pick(["Vietnamese", "Indonesian", "Nepalese"])}
  Name in full: ${v.latin(guest, "passport")}
  Date of birth: ${v.value(guest, "date-of-birth", `${guest.birth.day} ${["Jan", "Feb", "March", "April", "May", "June", "July", "August", "Sept", "Oct", "Nov", "Dec"][guest.birth.month - 1]} ${guest.birth.year}`)}
  Passport No.: ${v.value(guest, "passport", inventPassport(r))}
GUARANTOR
  Name: ${v.latin(host, "western")}
  Address: ${v.address(host, "hyphens")}
  Tel: ${v.landline(host, "international")}
  Relationship to the applicant: friend

I hereby guarantee the expenses of the applicant's stay of ${r.between(10, 80)} days.
`);
  }),
  textual("test/2/claim-english", "insurance claim in English", (world) => {
    const p = world.person({ foreign: 1 });
    const r = world.random;
    return counted(w`CLAIM FORM - HOUSEHOLD CONTENTS

Policy no.       HC-${r.digits(7)}-${r.digits(2)}
Policyholder     ${v.latin(p, "western")}
E-mail           ${v.email(p)}
Daytime phone    ${v.value(p, "phone-number", `+44 20 7946 0${r.digits(3)}`)}
Date of loss     ${r.between(1, 28)} June 2024
What happened?   A pipe burst under the sink and the kitchen floor was flooded.
Amount claimed   GBP ${r.between(200, 4000)}.00
Assessor         Crawford Adjusters, Leeds office
Signed           ${v.latin(p, "western")}
`);
  }),
]);
