/** Exports, logs and cards, to improve the rules on; the coin of coin.ts chose the half. */
import { counted, serial, textual } from "../contents.js";
import { token } from "../invent/numbers.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, w } from "../written.js";

export const TUNE_EXPORTS_2: readonly Template[] = defineTemplates([
  textual("tune/2/nested-json", "入れ子の JSON", (world) => {
    const all = world.people(3, { foreign: 0.1 });
    return counted(w`{"status":"ok","count":3,"data":[${each(all, (p, i) => w`
  {"id":"cus_${token(world.random, 14)}","profile":{"displayName":"${v.name(p, " ")}","kana":"${v.reading(p, "katakana", " ")}","birthDate":"${v.born(p, "iso")}"},
   "contacts":[{"type":"mobile","value":"${v.mobile(p)}"},{"type":"mail","value":"${v.email(p)}"}],"rank":${i + 1},"updated_at":${world.random.between(1_600_000_000, 1_720_000_000)}}`, ",")}
]}
`, "a.json");
  }),
  textual("tune/2/dump-inserts", "データベースのダンプ", (world) => {
    const all = world.people(4);
    return counted(w`-- MySQL dump 10.13  Distrib 8.0.${world.random.between(20, 39)}
LOCK TABLES "members" WRITE;
INSERT INTO "members" VALUES ${each(all, (p, i) => w`(${500 + i},'${v.name(p, " ")}','${v.reading(p, "katakana", " ")}','${v.postalCode(p, "plain")}','${v.address(p, "hyphens")}','${v.landline(p)}','2021-0${world.random.between(1, 9)}-11 10:00:0${i}',NULL,${world.random.between(0, 1)})`, ",")};
UNLOCK TABLES;
`, "dump.sql");
  }),
  textual("tune/2/users-yaml", "YAML の利用者の定義", (world) => {
    const all = world.people(3, { foreign: 0.3 });
    return counted(w`# 当番の呼び出し先（本番）
escalation:
  timeout: ${world.random.between(5, 30)}m
  channel: "#oncall"
members:
${each(all, (p) => w`  - name: ${v.latin(p, "western")}
    label: ${v.name(p, " ")}
    phone: "${v.mobile(p, "international")}"
    mail: ${v.email(p)}
    timezone: Asia/Tokyo`)}
`, "oncall.yaml");
  }),
  textual("tune/2/patient-xml", "XML の患者の基本情報", (world) => {
    const p = world.person();
    return counted(w`<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument version="1.${world.random.between(0, 9)}">
  <patient id="${serial(world.random.digits(8))}">
    <name use="IDE"><family>${v.surname(p)}</family><given>${v.given(p)}</given></name>
    <name use="SYL"><family>${v.value(p, "person-name", p.surnameKana)}</family><given>${v.value(p, "person-name", p.givenKana)}</given></name>
    <birthTime value="${v.born(p, "eight")}"/>
    <addr><postalCode>${v.postalCode(p)}</postalCode><text>${v.address(p, "no-gaps")}</text></addr>
    <telecom value="tel:${v.landline(p)}"/>
  </patient>
  <observation code="${world.random.digits(5)}-${world.random.digits(1)}" display="HbA1c" value="${world.random.between(5, 9)}.${world.random.digits(1)}"/>
</ClinicalDocument>
`, "a.xml");
  }),
  textual("tune/2/calendar-invite", "予定の招待（iCalendar）", (world) => {
    const all = world.people(4, { foreign: 0.2 });
    return counted(w`BEGIN:VCALENDAR
PRODID:-//Example Corp//Calendar ${world.random.between(1, 9)}.0//JA
BEGIN:VEVENT
DTSTART;TZID=Asia/Tokyo:202407${world.random.between(10, 28)}T100000
UID:${token(world.random, 26, "abcdefghij0123456789")}@calendar.example
ORGANIZER;CN=${v.name(all[0], " ")}:mailto:${v.email(all[0])}
${each(all.slice(1), (p) => w`ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN=${v.name(p, " ")}:mailto:${v.email(p)}`)}
SUMMARY:次期システムの打合せ（松の間）
LOCATION:本社 ${world.random.between(2, 9)}F
END:VEVENT
END:VCALENDAR
`, "invite.ics");
  }),
  textual("tune/2/ldif", "LDIF", (world) => {
    const all = world.people(3, { foreign: 0.3 });
    return counted(w`${each(all, (p, i) => w`dn: uid=u${10_000 + i},ou=people,dc=example,dc=jp
objectClass: inetOrgPerson
uid: ${serial(`u${10_000 + i}`)}
cn: ${v.latin(p, "western")}
displayName;lang-ja: ${v.name(p, " ")}
mail: ${v.email(p)}
telephoneNumber: ${v.office("phone-number", `+81-87-811-${world.random.digits(4)}`)}
mobile: ${v.mobile(p, "international")}
departmentNumber: ${world.random.digits(4)}`, "\n\n")}
`, "people.ldif");
  }),
  textual("tune/2/git-log", "git log with authors", (world) => {
    const all = world.people(3, { foreign: 0.4 });
    return counted(w`${each(all, (p, i) => w`commit ${token(world.random, 40, "0123456789abcdef")}
Author: ${v.latin(p, "western")} <${v.email(p)}>
Date:   ${["Mon", "Tue", "Wed"][i]} Jun 1${i} 1${world.random.digits(1)}:${world.random.between(10, 59)}:27 2024 +0900

    ${world.random.pick(["Fix the Taylor expansion", "Drop support for Ruby 2.7", "帳票の改行を直す", "Merge branch 'release/4.2'"])}
`)}`, "a.txt");
  }),
  textual("tune/2/seed-script", "実在の顧客の残る投入用コード", (world) => {
    const all = world.people(4);
    return counted(w`# 本番から取り出した ${world.random.between(2019, 2024)} 年度の顧客。テスト後に消すこと
CUSTOMERS = [
${each(all, (p) => w`    Customer(name="${v.name(p, "　")}", tel="${v.landline(p)}", address="${v.address(p, "words")}", rank=${world.random.between(1, 5)}),`)}
]

def seed(session):
    for customer in CUSTOMERS:
        session.add(customer)
    session.commit()
`, "seed.py");
  }),
  textual("tune/2/stack-trace", "利用者の入力の残る例外の記録", (world) => {
    const p = world.person();
    return counted(w`2024-06-1${world.random.digits(1)} 13:${world.random.between(10, 59)}:02,${world.random.digits(3)} ERROR [exec-${world.random.between(1, 20)}] j.c.a.MemberController - validation failed: MemberForm(memberId=${serial(world.random.digits(8))}, sei=${v.surname(p)}, mei=${v.given(p)}, seiKana=${v.value(p, "person-name", p.surnameKana)}, meiKana=${v.value(p, "person-name", p.givenKana)}, tel=${v.mobile(p, "plain")}, mailAddress=${v.email(p)}, agree=true)
java.lang.IllegalArgumentException: zip must be 7 digits
	at jp.co.app.MemberController.update(MemberController.java:${world.random.between(50, 400)})
	at org.springframework.web.servlet.DispatcherServlet.doDispatch(DispatcherServlet.java:${world.random.between(900, 1100)})
`, "app.log");
  }),
]);
