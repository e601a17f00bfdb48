/** Letters, forms and exports of other countries, written before any rule for them was looked at; the coin of coin.ts chose the half. */
import { serial, textual, uncounted } from "../contents.js";
import { type Country, inventResidents, type Resident } from "../invent/abroad.js";
import { defineTemplates, type Template, type World } from "../template.js";
import * as a from "../values-abroad.js";
import * as v from "../values.js";
import { each, joined, w } from "../written.js";

const residents = ({ random }: World, country: Country, count: number): Resident[] => inventResidents(random, country, count);

export const TUNE_ABROAD_6: readonly Template[] = defineTemplates([
  textual("tune/6/en-hr-letter", "a warning letter of a personnel office", (world) => {
    const [p, boss, hr] = residents(world, "en", 3);
    return uncounted(w`PRIVATE AND CONFIDENTIAL

${a.name(p)}
${a.address(p)}

Dear ${a.given(p)},

Following the meeting on ${world.random.between(2, 27)} May, at which you were accompanied by ${a.name(boss)} from Despatch, I confirm a first written warning for lateness. It will stay on your file for twelve months.

If you wish to appeal, write to me within five working days.

Yours sincerely
${a.name(hr)}
HR Business Partner
cc: ${a.name({ ...boss, n: 9 })}, personnel file
`);
  }),
  textual("tune/6/en-patient-note", "a doctor's note in SOAP form", (world) => {
    const [p, doctor, wife] = residents(world, "en", 3);
    return uncounted(w`Pt: ${a.name(p, "comma")}    DOB ${a.born(p, "american")}    MRN ${serial(world.random.digits(7))}
Seen by Dr ${a.family(doctor)}, clinic 3

S: ${2024 - p.birth.year} y/o presents with three weeks of fatigue. Wife ${a.given(wife)} reports snoring.
O: BP 14${world.random.digits(1)}/9${world.random.digits(1)}, afebrile.
A: Likely sleep apnoea.
P: Sleep study; Mr. ${a.family(p)} to call if worse. Best number ${a.mobile(p)}.
Emergency contact: ${a.name({ ...wife, n: 8, family: p.family })} (spouse)
`);
  }),
  textual("tune/6/en-lease", "the parties of a lease", (world) => {
    const [landlord, tenant, second, guarantor] = residents(world, "en", 4);
    return uncounted(w`RESIDENTIAL LEASE AGREEMENT

This Agreement is made this ${world.random.between(1, 28)}th day of June, 2024 between ${a.name(landlord)} ("Landlord") and ${a.name(tenant)} and ${a.name(second)}, jointly and severally ("Tenant").
1. PREMISES. Landlord leases to Tenant the dwelling at ${a.address(tenant)}.
2. NOTICES. To Landlord: ${a.address(landlord)}, tel. ${a.mobile(landlord)}.
3. GUARANTOR. ${a.name(guarantor)}, born ${a.born(guarantor, "long")}, guarantees the rent.

____________________        ____________________
${a.name({ ...tenant, n: 12 })}              ${a.name({ ...second, n: 13 })}
`);
  }),
  textual("tune/6/en-school-roster", "a homeroom list with parents", (world) => {
    const children = residents(world, "en", 6);
    const parents = residents(world, "en", 6).map((one, i) => ({ ...one, n: 20 + i, family: children[i].family }));
    return uncounted(w`Room 12 - Grade ${world.random.between(1, 5)} - pick-up list
${each(children, (p, i) => w`${i + 1}. ${a.name(p, "comma")} - ${i % 2 === 0 ? "mom" : "dad"}: ${a.given(parents[i])} ${a.mobile(parents[i])}${i === 2 ? " (peanut allergy)" : ""}${i === 4 ? w` / grandma ${a.given({ ...parents[0], n: 40 })} on Fridays` : ""}`)}
`);
  }),
  textual("tune/6/en-ics-meeting", "an appointment with its attendees", (world) => {
    const people = residents(world, "en", 4);
    return uncounted(w`BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:${world.random.digits(10)}@cal.example
DTSTART:20240612T090000Z
SUMMARY:Performance review - ${a.name({ ...people[3], n: 9 })}
ORGANIZER;CN=${a.name(people[0])}:mailto:${a.email(people[0])}
${each(people.slice(1), (p) => w`ATTENDEE;ROLE=REQ-PARTICIPANT;CN="${a.name(p)}":mailto:${a.email(p)}`)}
DESCRIPTION:${a.given({ ...people[1], n: 30 })} to bring the absence record\\, union rep may join
END:VEVENT
END:VCALENDAR
`, "a.ics");
  }),
  textual("tune/6/en-vcard", "cards of an address book", (world) => uncounted(each(residents(world, "en", 3), (p, i) => w`BEGIN:VCARD
VERSION:3.0
N:${a.family(p)};${a.given(p)};;;
FN:${a.name({ ...p, n: 20 + i })}
TEL;TYPE=CELL:${a.mobile(p)}
EMAIL;TYPE=HOME:${a.email(p)}
BDAY:${a.born(p, "iso")}
NOTE:husband of ${a.given({ ...p, n: 40 + i, given: ["Bettina", "Rowena", "Carlotta"][i] })}; gate code 4${world.random.digits(3)}
END:VCARD`), "a.vcf")),
  textual("tune/6/en-sql-users", "rows of a table of users", (world) => uncounted(w`-- MySQL dump 10.13  Distrib 8.0.36
DROP TABLE IF EXISTS \`users\`;
CREATE TABLE \`users\` (\`id\` int NOT NULL, \`email\` varchar(120), \`first_name\` varchar(40), \`last_name\` varchar(40), \`dob\` date, \`phone\` varchar(20), \`created_at\` datetime);
INSERT INTO \`users\` VALUES ${each(residents(world, "en", 5), (p, i) => w`(${101 + i},'${a.email(p)}','${a.given(p)}','${a.family(p)}','${a.born(p, "iso")}','${a.mobile(p)}','2024-03-0${i + 1} 10:15:00')`, ",")};
`, "a.sql")),
  textual("tune/6/en-insurance-letter", "an insurer's letter about a claim", (world) => {
    const [p, other, adjuster] = residents(world, "en", 3);
    return uncounted(w`Re: Our insured: ${a.name(p)}
    Claimant: ${a.name(other)}
    Claim no.: ${serial(`AU${world.random.digits(8)}`)}
    Date of loss: ${world.random.between(1, 12)}/${world.random.between(1, 28)}/2024

Dear Ms. ${a.family(other)}:

We have completed our review. Our insured states that your vehicle entered the junction on red. Your passenger, ${a.name({ ...adjuster, n: 14, family: "Ferreira" })}, has not returned our calls. Payment of $${world.random.between(1, 9)},${world.random.digits(3)} will be sent to ${a.address(other)}.

Sincerely,
${a.name(adjuster)}, Claims Adjuster
`);
  }),
  textual("tune/6/en-complaint-mail", "a complaint with the reply above it", (world) => {
    const [p, agent, staff] = residents(world, "en", 3);
    return uncounted(w`Hi ${a.given(p)},

So sorry about that! I've passed this to ${a.given(staff)} in the Leeds branch and someone will ring you on ${a.mobile(p)}.

Best,
${a.given(agent)}

On Tue, 4 Jun 2024 at 18:2${world.random.digits(1)}, ${a.name({ ...p, n: 10 })} <${a.email(p)}> wrote:
> I am writing to complain about the delivery to ${a.address(p)}. Your driver, who
> gave his name as ${a.given({ ...staff, n: 11, given: "Darren" })}, left the parcel in the rain. My neighbour Mrs ${a.family({ ...staff, n: 12, family: "Okonkwo" })} saw it.
> ${a.name({ ...p, n: 13 })}
`);
  }),
  textual("tune/6/en-bank-dispute", "a bank's notes on a disputed payment", (world) => {
    const [p, daughter] = residents(world, "en", 2);
    return uncounted(w`CASE ${serial(world.random.digits(8))} | DISPUTE | agent notes
09:14 Inbound. Caller verified: ${a.name(p)}, DOB ${a.born(p, "british")}, mother's maiden name ${a.family({ ...p, n: 7, family: "Ashdown" })}.
09:16 Cust does not recognise 3 txns. Thinks daughter ${a.given(daughter)} may have used the card.
09:21 Conf addr ${a.address(p)}. New card ordered.
09:40 Outbound to ${a.mobile(daughter)}. ${a.name(daughter)} denies. Escalated, cust is 80+ and vulnerable.
`);
  }),
  textual("tune/6/en-club-minutes", "the minutes of a club", (world) => {
    const people = residents(world, "en", 7);
    return uncounted(w`Allotment Society - minutes, ${world.random.between(1, 28)} March
Present: ${joined(people.slice(0, 4).map((p) => a.name(p)), ", ")} (chair)
Apologies: ${a.name(people[4])}, ${a.given({ ...people[5], n: 21 })}
1. Plot 14: ${a.family({ ...people[6], n: 22 })} has not paid since October. ${a.given({ ...people[0], n: 23 })} to write.
2. ${a.name(people[5])} asked that her number (${a.mobile(people[5])}) be taken off the gate.
3. Treasurer's report: ${a.given({ ...people[1], n: 24 })} reported £${world.random.between(200, 900)}.
`);
  }),
  textual("tune/6/zh-wechat-export", "微信群聊的导出", (world) => {
    const [p, q, r] = residents(world, "zh", 3);
    return uncounted(w`—————  2024-06-${world.random.between(10, 28)}  —————
${a.name(p)}  09:12
大家好，团购的名单我统计一下
${a.name(q)}  09:13
我要两箱，送到${a.address(q)}，电话${a.mobile(q)}
${a.name(r)}  09:20
@${a.name({ ...p, n: 11 })} 我也要，${a.name({ ...r, n: 12 })} ${a.mobile(r)} ${a.address(r)}
${a.name({ ...p, n: 13 })}  09:21
好的，小${a.family({ ...q, n: 14 })}明天送
`);
  }),
  textual("tune/6/zh-hospital-form", "住院登记表", (world) => {
    const [p, contact, doctor] = residents(world, "zh", 3);
    return uncounted(w`住院登记表
姓名：${a.name(p)}　性别：女　出生日期：${a.born(p, "iso")}　民族：${v.institution("special-care", "汉")}
住址：${a.address(p)}
联系人：${a.name(contact)}　关系：配偶　电话：${a.mobile(contact)}
主诉：反复头晕三个月。主治医师：${a.name(doctor)}
备注：患者${a.name({ ...p, n: 10 })}对青霉素过敏
`);
  }),
  textual("tune/6/ko-resume", "이력서", (world) => {
    const [p] = residents(world, "ko", 1);
    return uncounted(w`이 력 서
성명: ${a.name(p)}          생년월일: ${a.born(p, "korean-dots")} (만 ${2024 - p.birth.year}세)
주소: ${a.address(p)}
휴대폰: ${a.mobile(p)}    이메일: ${a.email(p)}
경력사항  2015.03 ~ 2021.08  한빛물류 사원
위 사항은 사실과 다름이 없습니다.
2024년 6월 ${world.random.between(1, 28)}일   지원자 ${a.name({ ...p, n: 10 })} (인)
`);
  }),
  textual("tune/6/ko-refund-mail", "환불 문의와 답변", (world) => {
    const [p, agent] = residents(world, "ko", 2);
    return uncounted(w`[문의] 환불이 아직 안 됐어요
작성자 ${a.name(p)} (${a.email(p)})
주문번호 ${serial(world.random.digits(10))} 로 주문한 사람입니다. 연락처는 ${a.mobile(p)} 이고 주소는 ${a.address(p)} 입니다.

[답변] ${a.name({ ...p, n: 10 })} 고객님, 안녕하세요. 상담원 ${a.name(agent)}입니다.
환불은 3영업일 안에 처리됩니다.
`);
  }),
  textual("tune/6/de-mieterliste", "Mieterliste eines Hauses", (world) => {
    const people = residents(world, "de", 5);
    return uncounted(w`Mieterliste Objekt 0${world.random.between(1, 9)} – Stand Juni 2024
${each(people, (p, i) => w`${["EG links", "EG rechts", "1. OG", "2. OG", "DG"][i]}: ${i % 2 === 0 ? "Herr" : "Frau"} ${a.name(p)}, Tel. ${a.mobile(p)}, Miete ${world.random.between(480, 990)} €`)}
Hausmeister: ${a.name({ ...people[0], n: 20, given: "Hartmut", family: "Quandt" })}
Frau ${a.family({ ...people[1], n: 21 })} zieht zum 31.08. aus, neue Anschrift: ${a.address(people[1])}
`);
  }),
  textual("tune/6/de-bewerbung", "Bewerbung mit Lebenslauf", (world) => {
    const [p, boss] = residents(world, "de", 2);
    return uncounted(w`${a.name(p)}
${a.address(p)}
Mobil: ${a.mobile(p)} · ${a.email(p)}

Sehr geehrter Herr ${a.family(boss)},

mit großem Interesse habe ich Ihre Anzeige gelesen. Geboren am ${a.born(p, "dots")} in Kassel, verheiratet, zwei Kinder.

Mit freundlichen Grüßen
${a.name({ ...p, n: 10 })}
`);
  }),
  textual("tune/6/translated-answer", "訳して返した問い合わせ", (world) => {
    const [p] = residents(world, "en", 1);
    const [staff] = world.people(1).map((one) => ({ ...one, n: 40 }));
    return uncounted(w`【海外からの問い合わせ】原文：My name is ${a.name(p)} and I stayed at your inn on May ${world.random.between(2, 28)}. I left my glasses. Please send them to ${a.address(p)}.
訳：${a.name({ ...p, n: 10 })}様、5月にご宿泊。眼鏡をお忘れ。送り先は上記。
対応：${v.surname(staff)}がEMSで発送。メール ${a.email(p)} に追跡番号を連絡
`);
  }),
]);
