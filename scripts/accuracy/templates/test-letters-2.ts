/**
 * THE TEST HALF: only ever measured. Do not read it to improve a rule, and do not move a template from here to the tune half
 * because it fails. Letters, contracts and official notices; the coin of coin.ts chose the half.
 */
import { count, counted, familyOf, serial, textual } from "../contents.js";
import { token } from "../invent/numbers.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, w } from "../written.js";

export const TEST_LETTERS_2: readonly Template[] = defineTemplates([
  textual("test/2/tax-notice", "納税通知書、窓あき封筒の宛名", (world) => {
    const p = world.person();
    return counted(w`〒${v.postalCode(p)}
${v.address(p, "words")}
　　${v.name(p, "　")}　様
　　　　　　　　　　　　　　　　　　　通知書番号　${serial(world.random.digits(10))}
令和${world.random.between(4, 7)}年度　固定資産税・都市計画税　納税通知書
年税額　${world.random.between(20, 400)},${world.random.digits(1)}00円
第1期　納期限 5月31日　第2期　7月31日　第3期　12月25日　第4期　2月28日
${each(count(2), (i) => w`${i + 1}　土地　林町字本村${world.random.between(100, 900)}番${i + 1}　宅地　${world.random.between(80, 300)}.${world.random.digits(2)}㎡　評価額 ${world.random.between(2, 19)},${world.random.digits(3)},000円`)}
市長　${v.publicName("大西 秀人")}　　問合せ　資産税課 ${v.office("phone-number", "087-839-2244")}
`);
  }),
  textual("test/2/welfare-decision", "保護の決定通知", (world) => {
    const [p] = world.people(1, { generations: ["old", "middle"] });
    const [child] = familyOf(world, p, 1);
    return counted(w`第${world.random.between(10, 900)}号　令和6年${world.random.between(1, 12)}月${world.random.between(1, 28)}日
${v.address(p, "no-prefecture")}
${v.name(p, " ")}　殿
　　　　　　　　　　　　　　　　福祉事務所長
保護決定通知書
生活保護法による保護を次のとおり決定したので通知します。
１　保護の種類　${v.value(p, "special-care", "生活扶助、住宅扶助")}
２　世帯員　${v.name(p, " ")}（${v.born(p, "era")}）、${v.name(child, " ")}（${v.born(child, "era")}）
３　決定の理由　世帯主の収入の減少による
４　支給額　月額 ${world.random.between(60, 180)},${world.random.digits(1)}00円
ケース番号 ${serial(world.random.digits(6))}
`);
  }),
  textual("test/2/seating-wedding", "披露宴の席次", (world) => {
    const all = world.people(10, { foreign: 0.05 });
    return counted(w`御席表　　於 ホテル瀬戸 鳳凰の間　${world.random.between(1, 12)}月${world.random.between(1, 28)}日
新郎　${v.name(all[0], "　")}　　新婦　${v.name(all[1], "　")}
【松】新郎上司　${v.name(all[2], " ")} 様　　新郎同僚　${v.name(all[3], " ")} 様
【竹】新婦恩師　${v.name(all[4], " ")} 様　　新婦友人　${v.name(all[5], " ")} 様
【梅】新郎伯父　${v.name(all[6], " ")} 様　　新婦伯母　${v.name(all[7], " ")} 様
【桜】新郎父　　${v.name(all[8], " ")}　　　　新婦母　　${v.name(all[9], " ")}
`);
  }),
  textual("test/2/recommendation", "letter of recommendation", (world) => {
    const [student, teacher] = world.people(2, { foreign: 0.4 });
    return counted(w`To whom it may concern,

It is my pleasure to recommend ${v.latin(student, "western")} for the master's programme in civil engineering. I have taught at the department for ${world.random.between(5, 25)} years, and few students have shown such care in the laboratory.

In the spring term, the thesis on Kelvin-Helmholtz instability received the highest mark. The Monte Carlo code, written in Julia, is still used here.

Please do not hesitate to contact me at ${v.email(teacher)} or ${v.mobile(teacher, "international")}.

Sincerely,

${v.latin(teacher, "western")}
Associate Professor
`);
  }),
  textual("test/2/itinerary", "e-ticket itinerary", (world) => {
    const p = world.person({ foreign: 0.5 });
    const r = world.random;
    return counted(w`ELECTRONIC TICKET ITINERARY / RECEIPT
PASSENGER NAME     ${v.latin(p, "passport")}
E-TICKET NUMBER    ${r.digits(3)}-${r.digits(10)}
BOOKING REFERENCE  ${token(r, 6, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789")}
FLIGHT NH ${r.between(500, 699)}  TAKAMATSU (TAK) - TOKYO (HND)  ${r.between(1, 28)} OCT 2024  07:${r.between(10, 59)}
FLIGHT NH ${r.between(100, 299)}  TOKYO (HND) - FRANKFURT (FRA)  ${r.between(1, 28)} OCT 2024  11:${r.between(10, 59)}
FARE JPY ${r.between(90, 300)},${r.digits(3)}   FORM OF PAYMENT  CARD
CONTACT ${v.email(p)} / ${v.mobile(p, "international")}
`);
  }),
  textual("test/2/accident-settlement", "示談書", (world) => {
    const [a, b] = world.people(2);
    return counted(w`示　談　書
事故発生日時　令和6年${world.random.between(1, 12)}月${world.random.between(1, 28)}日　午前${world.random.between(6, 11)}時頃
事故発生場所　市道 中央通り 桜町交差点
（甲）運転者　${v.name(a)}　車両番号　香川 ${world.random.between(300, 599)} さ ${world.random.between(10, 99)}-${world.random.digits(2)}
（乙）運転者　${v.name(b)}　車両番号　高松 ${world.random.between(500, 599)} た ${world.random.between(10, 99)}-${world.random.digits(2)}
示談内容　甲は乙に対し、修理費として金${world.random.between(8, 60)}万円を支払う。
　甲　住所　${v.address(a, "banchi")}
　　　氏名　${v.name(a, " ")}　㊞
　乙　住所　${v.hardAddress(b)}
　　　氏名　${v.name(b, " ")}　㊞
`);
  }),
  textual("test/2/interview-article", "社内報の新入社員紹介", (world) => {
    const [a, b] = world.people(2, { generations: ["new"], foreign: 0.1 });
    return counted(w`社内報「なぎさ」${world.random.between(100, 300)}号　新しい仲間

●${v.name(a, " ")}さん（${v.reading(a, "hiragana", " ")}）　開発部
――入社の動機は？
「ものづくりが好きで。学生時代は小型風車を研究していました」
――休日は？　「${world.random.pick(["剣山", "石鎚山", "屋島"])}に登っています」

●${v.name(b, " ")}さん　総務部（${v.born(b, "japanese")}生まれ、ふたご座）
「一日でも早く戦力になれるよう頑張ります」と${v.surname(b)}さん。
`);
  }),
]);
