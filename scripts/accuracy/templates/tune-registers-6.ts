/** Registers, dumps, logs and deeds as they leak, written before any rule for them was looked at; the coin of coin.ts chose the half. */
import { familyOf, serial, textual, uncounted } from "../contents.js";
import { token } from "../invent/numbers.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, joined, w } from "../written.js";

export const TUNE_REGISTERS_6: readonly Template[] = defineTemplates([
  textual("tune/6/redelivery-slip", "再配達の受付の記録", (world) => {
    const people = world.people(4, { foreign: 0.15 });
    return uncounted(w`再配達受付（音声）${world.random.between(1, 12)}月${world.random.between(1, 28)}日分
${each(people, (p, i) => w`伝票 ${world.random.digits(4)}-${world.random.digits(4)}-${world.random.digits(4)}　お届け先 ${v.name(p, i % 2 === 0 ? "" : " ")} 様　${v.address(p, i % 2 === 0 ? "no-prefecture" : "hyphens")}　${["本日18-20時", "明日午前", "宅配ボックス可", "営業所止め"][i]}　着信 ${v.mobile(p, i === 3 ? "plain" : "hyphens")}`)}
※2件目、ご主人の${v.given({ ...world.person(), n: 30 })}様宛と同梱。ドライバー${v.surname({ ...world.person(), n: 40 })}了解
`);
  }),
  textual("tune/6/sql-dump-members", "会員の表のダンプ", (world) => {
    const people = world.people(5);
    return uncounted(w`--
-- PostgreSQL database dump
--
COPY public.kaiin (id, shimei, kana, seinengappi, yubin, jusho, denwa, biko) FROM stdin;
${each(people, (p, i) => w`${1001 + i}\t${v.name(p, " ")}\t${v.reading(p, "half-width", " ")}\t${v.born(p, "iso")}\t${v.postalCode(p, "plain")}\t${v.address(p, "hyphens")}\t${v.mobile(p, "plain")}\t${i === 1 ? w`紹介者:${v.name({ ...world.person(), n: 30 })}` : i === 3 ? w`${v.surname({ ...people[3], n: 31 })}様 クレーム歴あり` : "\\N"}`)}
\\.
`, "a.sql");
  }),
  textual("tune/6/server-log-users", "利用者の名前が出るサーバーの記録", (world) => {
    const [p, q, r] = world.people(3);
    return uncounted(w`{"time":"2024-06-10T10:00:01+09:00","level":"info","msg":"login ok","user":{"id":${world.random.between(100, 999)},"name":"${v.name(p)}","mail":"${v.email(p)}"},"ip":"203.0.113.${world.random.between(2, 200)}"}
{"time":"2024-06-10T10:00:04+09:00","level":"warn","msg":"SMS送信失敗 ${v.mobile(q, "international")}","user":{"id":${world.random.between(100, 999)},"name":"${v.name(q)}"}}
{"time":"2024-06-10T10:00:09+09:00","level":"error","msg":"帳票出力エラー: ${v.name(r, "　")} 様の住所「${v.address(r, "wide")}」に外字","trace":"at Report.render (report.js:88)"}
`, "a.jsonl");
  }),
  textual("tune/6/access-log-query", "問い合わせの値が残った参照の記録", (world) => {
    const [p, q] = world.people(2);
    return uncounted(w`192.0.2.${world.random.between(2, 200)} - ${serial("tanto03")} [10/Jun/2024:10:00:01 +0900] "GET /search?q=${v.name(p)}&birth=${v.born(p, "eight")} HTTP/1.1" 200 5123
192.0.2.${world.random.between(2, 200)} - - [10/Jun/2024:10:01:15 +0900] "GET /unsubscribe?mail=${v.email(q)}&token=${token(world.random, 12)} HTTP/1.1" 302 0
192.0.2.${world.random.between(2, 200)} - - [10/Jun/2024:10:02:40 +0900] "POST /sms?to=${v.mobile(q, "plain")} HTTP/1.1" 200 12 "-" "curl/8.5.0"
`, "access.log");
  }),
  textual("tune/6/family-register-extract", "戸籍の一部事項証明", (world) => {
    const [head, father, mother] = world.people(3, { generations: ["middle", "old"] });
    const [child] = familyOf(world, head, 1);
    return uncounted(w`本　　籍　｜${v.value(head, "registered-domicile", `${head.home.prefecture}${head.home.city}${head.home.town}${world.random.between(20, 900)}番地`, ["postal-address"])}
氏　　名　｜${v.name(head, "　")}
戸籍に記録されている者
　　　　　【名】${v.given({ ...head, n: 10 })}
　　　　　【生年月日】${v.born(head, "era")}
　　　　　【父】${v.name({ ...father, surname: head.surname })}
　　　　　【母】${v.name({ ...mother, n: 11 })}
　　　　　【続柄】長男
戸籍に記録されている者
　　　　　【名】${v.given(child)}
　　　　　【生年月日】${v.born(child, "era")}
身分事項　認知　【認知した子の氏名】${v.name({ ...world.person(), n: 40 })}
`);
  }),
  textual("tune/6/seminar-participants", "セミナーの参加者と質問", (world) => {
    const people = world.people(6, { foreign: 0.2 });
    return uncounted(w`6/${world.random.between(10, 28)}オンラインセミナー　参加ログ（抜粋）
${each(people, (p, i) => w`${13}:0${i} ${i % 3 === 2 ? v.latin(p, "western") : v.name(p, " ")}（${["東雲電設㈱", "個人", "みどり市役所", "かもめ運輸", "学生", "㈱ひいらぎ"][i]}）${i % 2 === 0 ? w` <${v.email(p)}>` : ""} 入室`)}
Q&A
${v.surname(people[1])}さん：録画は見られますか → 後日送ります
匿名：資料の3頁は誤りでは → ${v.surname({ ...world.person(), n: 30 })}講師「訂正します」
懇親会：${v.surname(people[0])}、${v.surname(people[4])}、他2
`);
  }),
  textual("tune/6/alumni-list", "同窓会の名簿の更新の連絡", (world) => {
    const people = world.people(6, { generations: ["middle"] });
    return uncounted(w`昭和${world.random.between(50, 63)}年卒 3年C組 消息
${each(people, (p, i) => [
      w`${v.name(p, " ")}（旧姓${v.surname({ ...world.person(), n: 30 + i })}）　${v.address(p, "hyphens")}　${v.landline(p)}`,
      w`${v.name(p, " ")}　転居先不明`,
      w`${v.name(p, " ")}　逝去（${world.random.between(20, 30)}年9月）ご遺族：${v.given({ ...world.person(), n: 40 })}様`,
    ][i % 3])}
幹事　${v.surname(people[1])}・${v.surname({ ...people[4], n: 51 })}　欠席の返事は${v.email(people[1])}まで
`);
  }),
  textual("tune/6/nursery-roster", "保育園のクラスの名簿と申し送り", (world) => {
    const people = world.people(6, { generations: ["kirakira", "kana", "new"], foreign: 0.1 });
    return uncounted(w`ひよこ組（1歳児）　担任 ${v.surname({ ...world.person(), n: 40 })}・${v.surname({ ...world.person(), n: 41 })}
${each(people, (p, i) => w`${i + 1} ${v.reading(p, "hiragana", " ")}　${v.name(p, " ")}　${v.born(p, "era-letter")}　${["卵・乳除去", "－", "熱性けいれん", "－", "延長", "慣らし中"][i]}　迎え：${["母", "父", "祖母", "母", "母", "父"][i]}`)}
${v.given({ ...people[0], n: 50 })}ちゃん 38.${world.random.digits(1)}℃で11時お迎え。${v.given({ ...people[2], n: 52 })}くん、${v.given({ ...people[3], n: 53 })}ちゃんとトラブル（ひっかき）
`);
  }),
  textual("tune/6/employment-contract", "雇用契約書の本人の欄", (world) => {
    const [p, guarantor] = world.people(2, { foreign: 0.15 });
    return uncounted(w`雇用契約書
株式会社なでしこ製菓（以下「会社」という。）と ${v.name(p, " ")} （以下「従業員」という。）は、次のとおり雇用契約を締結する。
第1条（職務）包装及びこれに付随する業務
第9条（身元保証）身元保証人は${v.name(guarantor)}（続柄：叔父、電話${v.landline(guarantor)}）とする。
令和6年${world.random.between(1, 12)}月1日
　　　従業員　住　所　${v.address(p, "words")}
　　　　　　　氏　名　${v.name({ ...p, n: 10 }, "　")}　　印
　　　　　　　${v.born(p, "era")} 生
`);
  }),
  textual("tune/6/parking-permits", "駐車の許可の台帳", (world) => {
    const people = world.people(5, { generations: ["old", "middle"] });
    return uncounted(w`月極P 契約者（南側）
${each(people, (p, i) => w`No.${i + 1} ${v.name(p)} 香川5${world.random.digits(2)} ${["さ", "ね", "ほ", "ま", "ゆ"][i]} ${world.random.digits(2)}-${world.random.digits(2)} 白ミニバン ${v.mobile(p, i % 2 === 0 ? "hyphens" : "dots")}${i === 3 ? w` ※名義は妻${v.given({ ...world.person(), n: 30 })}` : ""}`)}
No.6 空き（${v.surname({ ...world.person(), n: 40 })}さん待ち1番）
滞納：No.2 ${v.surname({ ...people[1], n: 50 })} 2か月
`);
  }),
  textual("tune/6/dental-recall", "歯科の定期検診の呼び出し", (world) => {
    const people = world.people(5);
    return uncounted(w`リコール葉書 ${world.random.between(1, 12)}月発送
${each(people, (p) => w`カルテ${serial(world.random.digits(5))}　${v.reading(p, "katakana", " ")}様　${v.born(p, "era-one")}　〒${v.postalCode(p)}　${v.address(p, "no-gaps")}`)}
除外：${v.surname(people[2])}様（転院）、${v.surname(people[3])}様のお母様（逝去）
DH${v.surname({ ...world.person(), n: 40 })}担当分は電話にて
`);
  }),
  textual("tune/6/pta-officers", "学校の役員と連絡の順", (world) => {
    const people = world.people(7, { generations: ["middle"] });
    return uncounted(w`令和${world.random.between(5, 6)}年度 本部役員
会　長　${v.name(people[0], "　")}（6の1 ${v.given({ ...world.person({ generations: ["new"] }), n: 30 })}父）　${v.mobile(people[0])}
副会長　${v.name(people[1], "　")}（4の2 ${v.given({ ...world.person({ generations: ["new"] }), n: 31 })}母）　${v.mobile(people[1])}
書　記　${v.name(people[2], "　")}、${v.name(people[3], "　")}
会　計　${v.name(people[4], "　")}　会計監査　${v.name(people[5], "　")}
連絡網　${joined(people.slice(0, 4).map((p) => v.surname({ ...p, n: p.n + 50 })), "→")}→（折返し）${v.surname({ ...people[0], n: 60 })}
`);
  }),
  textual("tune/6/env-seed-fixture", "試験用に入れた本番の値", (world) => {
    const people = world.people(3, { foreign: 0.1 });
    return uncounted(w`# db/seeds/customers.yml  本番からコピー、後で消す
${each(people, (p, i) => w`customer_${i + 1}:
  sei: ${v.surname(p)}
  mei: ${v.given(p)}
  tel: "${v.mobile(p)}"
  jusho: ${v.address(p, "hyphens")}
  tanjobi: ${v.born(p, "iso")}
  memo: ${["|", ">", "|"][i]}
    ${v.surname({ ...people[i], n: 20 + i })}様は${["配偶者", "娘", "後見人"][i]}の${v.name({ ...world.person(), n: 30 + i })}様が窓口`)}
`, "customers.yml");
  }),
  textual("tune/6/key-holder-list", "鍵を預かる人の一覧", (world) => {
    const people = world.people(5);
    return uncounted(w`公民館 鍵保管者（持出厳禁）
正面玄関：${v.name(people[0])}（館長）自宅${v.landline(people[0])}
ホール：${v.name(people[1])}／予備 ${v.name(people[2])}
調理室…${v.name(people[3])}（婦人会）℡${v.mobile(people[3], "spaces")}
倉庫…${v.surname(people[4])}さん方（${v.address(people[4], "no-prefecture")}）
警備解除番号は${v.surname({ ...people[0], n: 20 })}館長へ
`);
  }),
  textual("tune/6/estate-inventory", "相続人の関係と財産の目録", (world) => {
    const [dead, wife] = world.people(2, { generations: ["old"] });
    const heirs = familyOf(world, dead, 2);
    const [grandchild] = world.people(1, { generations: ["new"] }).map((p) => ({ ...p, n: 60 }));
    return uncounted(w`被相続人 ${v.name(dead)} 法定相続情報
最後の住所 ${v.address(dead, "banchi")}
出生 ${v.born(dead, "era")}　死亡 令和5年${world.random.between(1, 12)}月${world.random.between(1, 28)}日
（妻）${v.name({ ...wife, surname: dead.surname })}　${v.born(wife, "era")}生
（長男・申出人）${v.name(heirs[0])}　${v.born(heirs[0], "era")}生
（亡長女 ${v.given(heirs[1])} の代襲者）${v.name(grandchild)}
財産：普通預金 ${world.random.between(1, 9)},${world.random.digits(3)},${world.random.digits(3)}円、自宅土地建物。${v.given({ ...heirs[0], n: 70 })}が取得
`);
  }),
  textual("tune/6/power-of-attorney", "委任状", (world) => {
    const [agent, client] = world.people(2, { rare: 0.2 });
    return uncounted(w`委　任　状
私は、${v.address(agent, "hyphens")}　${v.name(agent)}を代理人と定め、住民票の写しの請求及び受領に関する権限を委任します。
令和${world.random.between(5, 6)}年${world.random.between(1, 12)}月${world.random.between(1, 28)}日
委任者　${v.address(client, "wide")}
　　　　${v.spreadName(client, "　")}　㊞（自署）
　　　　${v.born(client, "era")}生　日中の電話　${v.mobile(client, "wide")}
`);
  }),
  textual("tune/6/taxi-dispatch", "配車の記録", (world) => {
    const people = world.people(5, { generations: ["old", "middle"] });
    return uncounted(w`配車日報 夜勤 ${v.surname({ ...world.person(), n: 40 })}
${each(people, (p, i) => w`${18 + i}:${world.random.between(10, 59)} ${[
      w`${v.name(p)}様 迎 ${v.address(p, "no-prefecture")} → 駅前`,
      w`${v.surname(p)}様（足悪い、介助）→市民病院　${v.landline(p)}`,
      w`CTI ${v.mobile(p)} ${v.reading(p, "katakana", "")}様　2台`,
      w`常連の${v.surname(p)}さん、つけ`,
      w`忘れ物 ${v.name(p)}様の財布 → 本人に返却`,
    ][i]}`)}
`);
  }),
  textual("tune/6/bounce-report", "届かなかったメールの一覧", (world) => {
    const people = world.people(5, { foreign: 0.15 });
    return uncounted(w`配信エラー ${people.length}件（会報6月号）
${each(people, (p, i) => w`${["550 5.1.1", "552 5.2.2", "450 4.2.0", "550 5.1.1", "554 5.7.1"][i]} <${v.email(p)}> ${i % 2 === 0 ? v.name(p) : v.name(p, " ")}様 ${["宛先なし", "容量超過", "一時", "宛先なし→電話で確認", "拒否"][i]}`)}
${v.surname(people[3])}様は娘さん（${v.given({ ...world.person(), n: 30 })}様）のアドレスに変更
`);
  }),
  textual("tune/6/spreadsheet-paste", "表から貼り付けた行の相談", (world) => {
    const people = world.people(4, { foreign: 0.2 });
    return uncounted(w`すみません、この4人だけ請求書が二重に出ています。見てもらえますか？

${each(people, (p, i) => w`${serial(`K${world.random.digits(5)}`)}\t${v.name(p, "　")}\t${v.postalCode(p)}\t${v.address(p, "hyphens")}\t${v.landline(p)}\t¥${world.random.between(1, 90)},${world.random.digits(3)}${i === 0 ? "\t済" : ""}`)}

とくに${v.surname(people[2])}さんは先月も同じで怒っておられます
`);
  }),
]);
