/** Mails, chats, lists in running text and exports, written before any rule for them was looked at; the coin of coin.ts chose the half. */
import { serial, textual, uncounted } from "../contents.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, joined, w } from "../written.js";

export const TUNE_TALK_4: readonly Template[] = defineTemplates([
  textual("tune/4/mail-thread-signatures", "署名ごと引用されたやりとり", (world) => {
    const [a, b, c] = world.people(3);
    return uncounted(w`${v.surname(b)}様
（CC：${v.surname(c)}様）

${v.surname(a)}です。下記、承知いたしました。

> ${v.surname(a)}様
>
> いつもお世話になっております。
> みどり設計の${v.surname(b)}です。
> 図面の件、弊社${v.surname(c)}より別途ご連絡いたします。
>
> --
> 株式会社みどり設計　設計二課
> ${v.name(b, " ")}（${v.latin(b)}）
> TEL ${v.office("phone-number", "087-811-2200")}　携帯 ${v.mobile(b)}
> ${v.email(b)}
>> ${v.surname(b)}様、${v.surname(c)}様
>> 図面をお送りください。
`);
  }),
  textual("tune/4/mail-forward", "転送されたメール", (world) => {
    const [a, b, c] = world.people(3, { foreign: 0.1 });
    return uncounted(w`${v.surname(c)}さん、転送します。対応お願いします。${v.surname(a)}

---------- Forwarded message ---------
差出人: ${v.name(b, " ")} <${v.email(b)}>
日付: 2024年${world.random.between(1, 12)}月${world.random.between(1, 28)}日(水) 18:${world.random.between(10, 59)}
件名: 退会について
宛先: ${v.name(a, " ")} <${v.email(a)}>

担当者様
先月末で退会を申し込んだ${v.name(b)}と申します。会費が引き落とされています。
${v.surname(b)}
`);
  }),
  textual("tune/4/line-chat", "LINEのトーク履歴", (world) => {
    const [a, b, c] = world.people(3, { generations: ["middle", "new"] });
    return uncounted(w`[LINE] サッカー保護者会のトーク履歴
2024/0${world.random.between(1, 9)}/1${world.random.digits(1)}(土)
08:1${world.random.digits(1)}	${v.name(a)}	おはようございます。今日の車出し、${v.surname(b)}さんお願いできますか？
08:2${world.random.digits(1)}	${v.name(b)}	大丈夫です！${v.surname(c)}さんちの${v.given(c)}くんも乗せていきますね
08:3${world.random.digits(1)}	${v.name(a)}	助かります🙏 ${v.surname(c)}さんには私から言っておきます
08:4${world.random.digits(1)}	${v.name(a)}	[スタンプ]
`);
  }),
  textual("tune/4/teams-chat", "会議チャットの写し", (world) => {
    const [a, b, c] = world.people(3, { foreign: 0.2 });
    return uncounted(w`[10:${world.random.between(10, 59)}] ${v.name(a, " ")}
@${v.name(b, " ")} 議事録ありがとうございます
[10:${world.random.between(10, 59)}] ${v.name(b, " ")} (外部)
${v.surname(c)}部長の発言、2行目を直しました。${v.surname(a)}さんのほうで確認いただけますか
[11:0${world.random.digits(1)}] ${v.name(a, " ")}
👍 1　　${v.surname(c)}部長に送りました
`);
  }),
  textual("tune/4/csv-survey", "アンケートの書き出し", (world) => {
    const people = world.people(4, { foreign: 0.1 });
    const [mentioned] = world.people(1);
    return uncounted(w`"タイムスタンプ","お名前をお書きください","当日の連絡先","ご意見"
${each(people, (p, i) => w`"2024/06/1${world.random.digits(1)} 9:1${world.random.digits(1)}:00","${v.name(p, i % 2 === 0 ? "" : " ")}","${v.mobile(p, "plain")}","${i === 2 ? w`受付の${v.surname({ ...mentioned, n: 80 })}さんがとても親切でした` : "特になし"}"`)}
`);
  }),
  textual("tune/4/csv-members-quoted", "会員の書き出し、肩書つき", (world) => {
    const people = world.people(5);
    return uncounted(w`no;member;kana;since;memo
${each(people, (p, i) => w`${i + 1};${v.name(p, " ")};${v.reading(p, "half-width")};20${world.random.between(10, 24)}-04;${i === 1 ? w`${v.surname(people[0])}さんの紹介` : ""}`)}
`);
  }),
  textual("tune/4/running-names", "文中に並ぶ名前", (world) => {
    const people = world.people(8, { foreign: 0.1 });
    return uncounted(w`新入部員は、${joined(people.slice(0, 4).map((p) => v.name(p)), "、")}の4名です。
地区大会には${v.surname(people[0])}、${v.surname(people[1])}、${v.surname(people[4])}の3人が出場し、${v.surname(people[0])}が${world.random.between(2, 5)}位に入りました。
引率は${v.name(people[5])}先生と${v.surname(people[6])}コーチ、会計は${v.name(people[7], " ")}さんが務めます。
`);
  }),
  textual("tune/4/donors-prose", "寄付のお礼", (world) => {
    const people = world.people(6, { generations: ["old", "middle"] });
    return uncounted(w`ご寄付のお礼
次の皆様からご厚志をいただきました。（敬称略・五十音順）
金一万円　${joined(people.slice(0, 3).map((p) => v.name(p)), "　")}
金五千円　${joined(people.slice(3).map((p) => v.name(p, " ")), "、")}
${v.name(people[0])}様にはお米三十キロもご寄贈いただきました。
`);
  }),
  textual("tune/4/trainees-abroad", "実習生の配属", (world) => {
    const people = world.people(4, { foreign: 1 });
    const [chief] = world.people(1);
    return uncounted(w`技能実習生の配属について
${each(people, (p) => w`・${v.name(p, " ")}（${v.latin(p, "passport")}、${world.random.pick(["ベトナム", "インドネシア", "中国", "ネパール"])}、${v.born(p, "slash")}生）`)}
指導員は製造課の${v.name({ ...chief, n: 77 })}です。${v.surname(people[0])}さんは10日から夜勤に入ります。
`);
  }),
  textual("tune/4/foreign-students", "留学生の在籍確認", (world) => {
    const [a, b] = world.people(2, { foreign: 1 });
    return uncounted(w`在籍確認　留学生
学籍番号 ${serial(world.random.digits(7))}　氏名（パスポート表記） ${v.latin(a, "passport")}　通称 ${v.name(a, " ")}　国籍 -
学籍番号 ${serial(world.random.digits(7))}　氏名（パスポート表記） ${v.latin(b, "passport")}　通称 ${v.name(b, " ")}　国籍 -
${v.surname(b)}さんの在留期限は2025年${world.random.between(1, 12)}月${world.random.between(1, 28)}日です。
`);
  }),
  textual("tune/4/kana-voices", "カナだけの受付", (world) => {
    const people = world.people(4);
    return uncounted(w`電話受付メモ
${each(people, (p, i) => w`${9 + i}:${world.random.between(10, 59)}　${i % 2 === 0 ? v.reading(p, "katakana", "") : v.reading(p, "katakana", " ")}様より入電。折り返し ${v.mobile(p)}`)}
`);
  }),
  textual("tune/4/phone-memo", "伝言メモ", (world) => {
    const [from, to, taker] = world.people(3);
    return uncounted(w`伝言メモ
${v.surname(to)} 様へ
${world.random.between(1, 12)}月${world.random.between(1, 28)}日　15時${world.random.between(10, 59)}分
高松機械の　${v.surname(from)}　様　より
☑お電話がありました　☑折り返しお電話ください（${v.mobile(from)}）
用件：見積りの件で${v.surname(to)}さんと直接話したいとのこと
受けた人　${v.surname(taker)}
`);
  }),
  textual("tune/4/surname-mentions", "苗字だけの業務日報", (world) => {
    const [a, b, c, d] = world.people(4);
    return uncounted(w`日報　${world.random.between(1, 12)}/${world.random.between(1, 28)}　作成：${v.surname(a)}
午前：${v.surname(b)}課長と森町工場へ。先方の${v.surname(c)}氏に見積りを説明。
午後：${v.surname(d)}君の研修。${v.surname(b)}課長より、${v.surname(d)}君の配属は来月との話。
所感：${v.surname(c)}氏は納期を気にしている。
`);
  }),
  textual("tune/4/second-mention", "二度目からは苗字", (world) => {
    const [a, b] = world.people(2);
    return uncounted(w`聞き取りの結果
${v.name(a)}（営業部）によれば、昨年${world.random.between(5, 12)}月ごろから${v.name(b)}（同）に繰り返し叱責されたという。
${v.surname(a)}は上司に相談したが、取り合ってもらえなかった。一方、${v.surname(b)}は指導の範囲だと述べている。
${v.surname(a)}の申立てについては、${v.surname(b)}に対する再度の聞き取りが必要である。
`);
  }),
  textual("tune/4/incident-report", "事故の報告書", (world) => {
    const [p, driver, reporter] = world.people(3);
    return uncounted(w`事故報告書　　報告者：総務部　${v.name(reporter, " ")}
発生日時　6月${world.random.between(1, 28)}日　8時${world.random.between(10, 59)}分ごろ　　発生場所　第2駐車場
当事者　①${v.name(p)}（${2024 - p.birth.year}歳・パート）　②${v.name(driver)}（配送業者）
概要　①が横断中、②の車両が後退し接触。${v.surname(p)}は右足を打撲。${v.surname(driver)}に外傷なし。
再発防止　誘導員の配置
`);
  }),
  textual("tune/4/apology-letter", "お詫びの手紙", (world) => {
    const [customer, staff] = world.people(2);
    return uncounted(w`${v.name(customer, " ")} 様

このたびは弊社従業員 ${v.surname(staff)} の不手際により、${v.surname(customer)}様に多大なご迷惑をおかけし、深くお詫び申し上げます。
${v.surname(staff)}には厳重に注意いたしました。

株式会社 大浜屋　お客様相談室
`);
  }),
  textual("tune/4/transfer-greeting", "異動の挨拶", (world) => {
    const [p, next] = world.people(2);
    return uncounted(w`拝啓　時下ますますご清栄のこととお慶び申し上げます。
さて　私こと　このたび四月一日付をもちまして大阪支店へ転勤いたしました。在勤中は公私にわたりご厚情を賜り、心より御礼申し上げます。
なお、後任には${v.name(next)}が着任いたしますので、${v.surname(next)}にも変わらぬご指導をお願い申し上げます。
　　　　　　　　　　敬具
令和六年四月
　　　　　　　　　　　　　　　　　　${v.name(p, "　")}
`);
  }),
  textual("tune/4/condolence-telegram", "弔電", (world) => {
    const [dead, chief, sender] = world.people(3, { generations: ["old", "middle"] });
    return uncounted(w`ご尊父 ${v.name(dead)}様のご逝去の報に接し、謹んでお悔やみ申し上げます。
（お届け先）喪主　${v.name({ ...chief, surname: dead.surname })}様
（差出人）${v.address(sender, "hyphens")}　${v.name(sender)}
`);
  }),
  textual("tune/4/one-on-one", "面談の記録", (world) => {
    const [a, b, c] = world.people(3, { generations: ["new", "middle"] });
    return uncounted(w`1on1メモ　${v.surname(a)}／上長 ${v.surname(b)}
・${v.surname(a)}：最近残業が続いている。${v.surname(c)}さんの産休の穴が大きい
・${v.surname(b)}：来月から派遣を入れる予定
・次回 ${world.random.between(1, 12)}/${world.random.between(1, 28)}
`);
  }),
  textual("tune/4/complaint-record", "苦情の記録", (world) => {
    const [p, neighbour, staff] = world.people(3);
    return uncounted(w`苦情受付簿　受付者 ${v.surname(staff)}
申出人　${v.name(p)}様（20${world.random.between(1, 9)}号室）　電話 ${v.landline(p)}
内容　上の階の${v.surname(neighbour)}さん宅の足音がうるさい。${v.surname(neighbour)}さんには言わないでほしい。
対応　全戸に注意文を配布。申出人の${v.surname(p)}様に電話で報告済。
`);
  }),
  textual("tune/4/case-notes", "相談記録", (world) => {
    const [p, child, worker] = world.people(3, { generations: ["new", "middle", "kirakira"] });
    return uncounted(w`相談記録　ケース番号 ${serial(world.random.digits(5))}　担当 ${v.name(worker)}
主訴：長男（${v.given(child)}、小2）の不登校
Aさん（母、${v.name(p)}）は「${v.given(child)}が朝起きられない」と話す。
CW${v.surname(worker)}より、校内の相談室を案内。${v.given(child)}君本人とも面接する予定。
`);
  }),
  textual("tune/4/match-report", "試合の結果", (world) => {
    const people = world.people(7, { generations: ["new", "kirakira"] });
    return uncounted(w`春季大会 2回戦　みどり中 ${world.random.between(3, 9)}－2 東中
（み）${v.surname(people[0])}、${v.surname(people[1])}－${v.surname(people[2])}　（東）${v.surname(people[3])}－${v.surname(people[4])}
▽本塁打　${v.surname(people[2])}（み）　▽三塁打　${v.surname(people[5])}（東）
評　主将の${v.name(people[2])}（3年）が決勝打。先発${v.name(people[0])}は7回を2失点に抑えた。
`);
  }),
  textual("tune/4/choir-program", "発表会の出演者", (world) => {
    const people = world.people(7, { generations: ["middle", "kana", "old"] });
    return uncounted(w`♪ 第${world.random.between(5, 30)}回 発表会 ♪
1. ふるさと　　独唱：${v.name(people[0], " ")}　伴奏：${v.name(people[1], " ")}
2. 花　　　　　二重唱 ${v.name(people[2])}・${v.name(people[3])}
ソプラノ　${joined(people.slice(4, 6).map((p) => v.name(p)), " ")}　アルト　${v.name(people[6])}
`);
  }),
  textual("tune/4/volunteer-list", "当番の割り振り", (world) => {
    const people = world.people(8);
    return uncounted(w`見守り当番（7月）
${each([0, 1, 2, 3], (i) => w`${world.random.between(1, 28)}日(${"月火水木".slice(i, i + 1)})　${v.name(people[i * 2])}・${v.surname(people[i * 2 + 1])}`)}
都合の悪い方は${v.surname(people[0])}（${v.mobile(people[0])}）まで。
`);
  }),
  textual("tune/4/circular", "回覧板", (world) => {
    const people = world.people(6, { generations: ["old", "middle"] });
    return uncounted(w`回覧　　班長 ${v.surname(people[0])}
回覧順　${joined(people.map((p) => v.surname(p)), "→")}
読んだら印を押して次のお宅へ回してください。
訃報　${v.name(people[5], " ")}様のご母堂が${world.random.between(1, 28)}日に逝去されました。
`);
  }),
  textual("tune/4/json-log", "アプリケーションのログ", (world) => {
    const [a, b] = world.people(2);
    return uncounted(w`{"ts":"2024-06-10T10:00:00+09:00","level":"info","msg":"order created","customer":{"last_name":"${v.surname(a)}","first_name":"${v.given(a)}","last_kana":"${v.value(a, "person-name", a.surnameKana)}","tel":"${v.mobile(a, "plain")}"}}
{"ts":"2024-06-10T10:00:02+09:00","level":"warn","msg":"mail bounced: ${v.name(b, " ")} <${v.email(b)}>"}
{"ts":"2024-06-10T10:00:05+09:00","level":"info","msg":"退会処理 userName=${v.name(b)} dob=${v.born(b, "iso")}"}
`, "a.jsonl");
  }),
  textual("tune/4/ticket-comments", "課題の書きこみ", (world) => {
    const [a, b, c] = world.people(3);
    return uncounted(w`## #${world.random.between(100, 999)} ログインできない（${v.name(c)}様）
担当者: ${v.name(a, " ")}　起票者: ${v.name(b, " ")}
### コメント
**${v.name(b, " ")}** 2024-06-1${world.random.digits(1)}
${v.name(c)}様のアカウントがロックされています。生年月日は${v.born(c, "slash")}で確認済みです。
**${v.name(a, " ")}** 解除しました。> ${v.surname(b)}さん 連絡をお願いします
`);
  }),
  textual("tune/4/pledge", "誓約書", (world) => {
    const [p, witness] = world.people(2, { foreign: 0.1 });
    return uncounted(w`誓　約　書
私、${v.name(p)}は、貴社の秘密情報を第三者に開示しないことを誓約いたします。
　　　　　　　　年　　月　　日
　　　　　　　　　　本人　${v.name(p, "　")}　㊞
　　　　　　　　　　身元保証人　${v.name(witness, "　")}　㊞
`);
  }),
  textual("tune/4/petition", "署名簿", (world) => {
    const people = world.people(4);
    return uncounted(w`要望書への署名（歩道の整備を求める会　代表 ${v.name({ ...world.person(), n: 66 }, " ")}）
${each(people, (p, i) => w`${i + 1}　${v.name(p, "　")}　${v.address(p, "no-prefecture")}　印`)}
`);
  }),
  textual("tune/4/visitors-prose", "来客の予定", (world) => {
    const [a, b, host] = world.people(3);
    return uncounted(w`本日の来客予定
10:30　東讃印刷　${v.surname(a)}様、${v.surname(b)}様（応対：営業 ${v.surname(host)}）
14:00　市役所 環境課 ${v.name(b)}様　※駐車場1台
受付からは${v.surname(host)}（内線${world.random.between(100, 400)}）へ。
`);
  }),
]);
