/**
 * THE TEST HALF: only ever measured. Do not read it to improve a rule, and do not move a template from here to the tune half
 * because it fails. Exports, logs and cards; the coin of coin.ts chose the half.
 */
import { counted, textual } from "../contents.js";
import { token } from "../invent/numbers.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, w } from "../written.js";

export const TEST_EXPORTS_2: readonly Template[] = defineTemplates([
  textual("test/2/event-lines", "JSON の行の記録", (world) => {
    const all = world.people(4, { foreign: 0.2 });
    return counted(w`${each(all, (p, i) => w`{"level":"info","ts":"2024-06-1${i}T0${world.random.digits(1)}:${world.random.between(10, 59)}:12.${world.random.digits(3)}+09:00","logger":"reserve","msg":"予約を受け付けました","reservation":${world.random.digits(6).replace(/^0/u, "7")},"guest":{"name":"${v.name(p)}","tel":"${v.mobile(p, "plain")}"},"ip":"203.0.113.${world.random.between(1, 250)}","elapsed_ms":${world.random.between(3, 900)}}`)}
`, "app.jsonl");
  }),
  textual("test/2/mail-delivery-log", "メールの配送の記録", (world) => {
    const all = world.people(5, { foreign: 0.1 });
    return counted(w`${each(all, (p, i) => w`Jun 1${i} 0${world.random.digits(1)}:${world.random.between(10, 59)}:${world.random.between(10, 59)} mx1 postfix/smtp[${world.random.between(1000, 30_000)}]: ${token(world.random, 10, "0123456789ABCDEF")}: to=<${v.email(p)}>, relay=mx.example[192.0.2.${world.random.between(1, 99)}]:25, delay=${world.random.between(0, 9)}.${world.random.digits(2)}, dsn=2.0.0, status=sent (250 OK)`)}
`, "maillog");
  }),
  textual("test/2/vcards", "vCard", (world) => {
    const all = world.people(3, { foreign: 0.1 });
    return counted(w`${each(all, (p) => w`BEGIN:VCARD
VERSION:3.0
N:${v.surname(p)};${p.surname === "" ? "" : v.given(p)};;;
FN:${v.name(p, " ")}
X-PHONETIC-FIRST-NAME:${v.value(p, "person-name", p.givenKana)}
TEL;TYPE=CELL:${v.mobile(p)}
EMAIL;TYPE=HOME:${v.email(p)}
REV:2024${world.random.between(10, 12)}${world.random.between(10, 28)}T000000Z
END:VCARD`)}
`, "a.vcf");
  }),
  textual("test/2/definition-list", "HTML の連絡先、定義リスト", (world) => {
    const [a, b] = world.people(2);
    return counted(w`<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>ソフトテニスクラブ</title></head><body>
<h2>体験の申込み</h2><p>毎週${world.random.pick(["土", "日"])}曜 ${world.random.between(8, 10)}時から、総合体育館で練習しています。</p>
<dl><dt>代表</dt><dd>${v.name(a, " ")}</dd><dt>携帯</dt><dd>${v.mobile(a)}</dd>
<dt>会計</dt><dd>${v.name(b, " ")}</dd><dt>メール</dt><dd><a href="mailto:${v.email(b)}">メールはこちら</a></dd></dl>
<p>会費：月${world.random.between(1, 4)},000円</p></body></html>
`, "a.html");
  }),
]);
