/**
 * THE TEST HALF: only ever measured. Do not read it to improve a rule, and do not move a template from here to the tune half
 * because it fails. Mails, chats and minutes; the coin of coin.ts chose the half.
 */
import { counted, serial, textual, uncounted } from "../contents.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, w } from "../written.js";

export const TEST_MESSAGES_2: readonly Template[] = defineTemplates([
  textual("test/2/outlook-header", "転送されたメールの見出し", (world) => {
    const [from, to, cc1, cc2] = world.people(4);
    return counted(w`-----Original Message-----
差出人: ${v.name(from, " ")} <${v.email(from)}>
送信日時: 2024年${world.random.between(1, 12)}月${world.random.between(1, 28)}日 17:${world.random.between(10, 59)}
宛先: ${v.name(to, " ")} <${v.email(to)}>
CC: ${v.name(cc1, " ")} <${v.email(cc1)}>; ${v.name(cc2, " ")} <${v.email(cc2)}>
件名: RE: 見積書の件（再送）

各位

添付のとおり修正しました。金額は${world.random.between(10, 90)}万円（税別）です。
ご確認のほどお願いいたします。
`);
  }),
  textual("test/2/line-export", "トークの書き出し", (world) => {
    const [a, b, c] = world.people(3, { generations: ["new", "middle", "kana"] });
    return uncounted(w`[LINE] サッカー部保護者会のトーク履歴
保存日時：2024/${world.random.between(4, 12)}/${world.random.between(1, 28)} 21:${world.random.between(10, 59)}

2024/06/1${world.random.digits(1)}(土)
08:0${world.random.digits(1)}	${v.name(a)}	おはようございます。今日の送迎ですが、うちの車に4人乗れます
08:1${world.random.digits(1)}	${v.name(b)}	助かります！集合は校門前でいいですか？
08:2${world.random.digits(1)}	${v.name(a)}	はい、9時でお願いします🙏
08:3${world.random.digits(1)}	${v.name(c)}	${v.surname(b)}さん、うちの子もお願いできますか。電話は${v.mobile(c)}です
08:3${world.random.digits(1)}	${v.name(b)}	[スタンプ]
08:4${world.random.digits(1)}	${v.name(c)}	写真を送信しました
`);
  }),
  textual("test/2/webvtt", "会議の文字起こし（WEBVTT）", (world) => {
    const all = world.people(3, { foreign: 0.15 });
    const said = ["では始めます。先週の宿題から確認しましょう。", "はい、見積は三社からそろいました。", "一番安いのは二社目ですが、納期が気になります。", "電話で確認したところ、来月なら間に合うそうです。", "わかりました。次回までに決めましょう。"];
    return counted(w`WEBVTT

${each(said, (line, i) => w`00:0${i}:${world.random.between(10, 59)}.${world.random.digits(3)} --> 00:0${i + 1}:${world.random.between(10, 59)}.${world.random.digits(3)}
<v ${v.name(all[i % 3], " ")}>${line}</v>`, "\n\n")}
`, "a.vtt");
  }),
  textual("test/2/speaker-transcript", "発言者の姓で始まる議事録", (world) => {
    const all = world.people(5);
    return counted(w`令和6年度第${world.random.between(1, 6)}回 学校運営協議会　議事録
日　時：${world.random.between(1, 12)}月${world.random.between(1, 28)}日（木）15:30～16:45
場　所：校長室
出席者：${each(all.slice(0, 4), (p) => w`${v.name(p)}（${["会長", "PTA", "自治会", "民生委員"][p.n]}）`, "、")}
欠席者：${v.name(all[4])}
──────────
${v.surname(all[0])}：ただいまから会議を始めます。
${v.surname(all[1])}：登下校の見守りが足りません。週${world.random.between(2, 4)}回にできないでしょうか。
${v.surname(all[2])}：自治会からも当番を出します。
${v.surname(all[3])}：不登校の児童の居場所づくりも議題にしていただきたい。
${v.surname(all[0])}：次回、資料を用意します。
`);
  }),
  textual("test/2/order-abroad", "order confirmation, sent abroad", (world) => {
    const p = world.person({ foreign: 1 });
    const r = world.random;
    return counted(w`Subject: Your order #${r.digits(3)}-${r.digits(7)} has been confirmed / ご注文の確認

Dear ${v.latin(p, "western")},

Thank you for shopping with Sanuki Crafts.

  1 x Lacquer bowl (red)       JPY ${r.between(2, 9)},800
  2 x Indigo towel             JPY ${r.between(1, 4)},400
  Shipping (EMS)               JPY 3,200

Ship to:
  ${v.latin(p, "western")}
  ${v.value(p, "postal-address", `${r.between(10, 990)} ${r.pick(["Maple Street", "Oak Avenue", "Pine Road"])}, Apt ${r.between(1, 30)}, ${r.pick(["Springfield, IL 62704", "Portland, OR 97205", "Madison, WI 53703"])}`)}
  United States
  Phone: ${v.value(p, "phone-number", `+1 ${r.pick(["217", "503", "608"])}-555-01${r.digits(2)}`)}

Questions? Reply to this mail or call ${v.office("phone-number", "+81-87-811-9000")}.
`);
  }),
  textual("test/2/ship-notice", "発送の知らせ", (world) => {
    const [to, sender] = world.people(2);
    return counted(w`${v.name(sender, " ")} 様

ご注文の商品を発送いたしました。

【お届け先】${v.name(to, " ")} 様
〒${v.postalCode(to)} ${v.address(to, "words")}
TEL：${v.landline(to)}
【配送業者】ヤマト運輸　伝票番号 ${world.random.digits(4)}-${world.random.digits(4)}-${world.random.digits(4)}
【お届け予定】${world.random.between(1, 12)}月${world.random.between(1, 28)}日 午前中
【商品】白桃ゼリー 8個入 ×${world.random.between(1, 4)}
のし：御中元（名入れ「${v.surname(sender)}」）

※行き違いの場合はご容赦ください。 果物の森 オンライン店
`);
  }),
  textual("test/2/breach-report", "誤送付の事故報告", (world) => {
    const [wrong, right, staff] = world.people(3);
    return counted(w`個人情報の漏えい事案 第一報
発生日時　6月${world.random.between(1, 28)}日　${world.random.between(9, 17)}時頃
発生部署　市民税課
概　　要　${v.name(right)}様（${v.address(right, "words")}）あての納税通知書を、同じ町内の${v.name(wrong)}様あてに誤って送付した。
発覚の経緯　${v.surname(wrong)}様から電話（${v.landline(wrong, "brackets")}）があり判明した。
原　　因　封入担当の${v.name(staff)}が宛名の確認を怠った。
対　　応　同日17時、${v.surname(right)}様宅を訪問し謝罪、回収済み。
公　　表　未定
`);
  }),
  textual("test/2/soap-note", "看護の経過記録", (world) => {
    const [p, nurse] = world.people(2, { generations: ["old", "middle"] });
    return counted(w`[看護記録] 5西病棟 ${world.random.between(501, 530)}号室
患者：${v.name(p, " ")} 様　ID ${serial(world.random.digits(8))}　${v.born(p, "era-letter")}生
主病名：${v.value(p, "special-care", world.random.pick(["脳梗塞", "心不全", "肺がん", "慢性腎臓病"]))}
2024/06/1${world.random.digits(1)} 14:${world.random.between(10, 59)}
S) 「息が苦しいわけではないけど、足がだるい」
O) BT 36.${world.random.digits(1)}　BP ${world.random.between(100, 160)}/${world.random.between(60, 95)}　SpO2 ${world.random.between(93, 99)}%　下腿浮腫（＋）
A) 水分出納に注意が必要
P) 体重測定を朝食前に統一。主治医へ報告
　　　　　　　　　　　　　　　記載者：${v.name(nurse, " ")}（看護師）
`);
  }),
  textual("test/2/haiku-column", "俳句欄の入選", (world) => {
    const all = world.people(5, { generations: ["old", "middle", "kana"] });
    return counted(w`読者文芸　俳句　選者 ${v.publicName("青木月斗")}
【特選】麦秋や島へ向かひし船ひとつ　　　高松　${v.name(all[0])}
【入選】ゆく春の駅に残れる傘一本　　　　坂出　${v.name(all[1])}
　　　　桃咲いて子の声遠くなりにけり　　三木　${v.name(all[2])}
　　　　青田風ひとりの昼を通りけり　　　綾川　${v.name(all[3])}
【佳作】${v.name(all[4])}（観音寺）
投稿ははがきで、毎月${world.random.between(5, 25)}日必着。
`);
  }),
  textual("test/2/missing-person", "行方不明者の放送", (world) => {
    const p = world.person({ generations: ["old"] });
    return counted(w`こちらは防災こうほうです。警察署から行方不明の方についてお知らせします。
本日午前${world.random.between(6, 11)}時ごろから、${v.address(p, "no-prefecture")}にお住まいの、${v.name(p)}さん、${2024 - p.birth.year}歳、男性の行方がわからなくなっています。
特徴は、身長${world.random.between(150, 175)}センチくらい、白髪、紺色のジャンパー、灰色のズボンです。
お心当たりの方は、警察署、電話${v.office("phone-number", "087-833-0110")}まで御連絡ください。
`);
  }),
  textual("test/2/helpdesk-ticket", "support ticket, two languages", (world) => {
    const [user, agent] = world.people(2, { foreign: 0.5 });
    const r = world.random;
    return counted(w`Ticket #${r.digits(6)}   Status: Open   Priority: ${r.pick(["High", "Normal"])}
Requester: ${v.latin(user, "western")} <${v.email(user)}>
Assignee:  ${v.latin(agent, "western")}
Created:   2024-06-1${r.digits(1)} 08:${r.between(10, 59)} JST

${v.latin(user, "western")} wrote:
  I cannot log in since the update. My extension is ${r.between(2000, 6999)}, mobile ${v.mobile(user, "international")}.
  パスワードの再設定メールが届きません。

Internal note (${v.latin(agent, "western")}):
  Mailbox quota exceeded. Asked the Grafton data centre to raise it to ${r.between(2, 20)} GB.
`);
  }),
  textual("test/2/voicemail-memo", "留守番電話のメモ", (world) => {
    const [a, b] = world.people(2);
    return uncounted(w`【伝言】${world.random.between(9, 17)}:${world.random.between(10, 59)} 受
${v.surname(a)}様（女性）より
・工事の日を ${world.random.between(1, 28)} 日に変えてほしい
・折り返し不要。急ぎのときはご主人の ${v.name(b)} 様の携帯 ${v.mobile(b, "dots")} へ
・ご自宅は ${v.landline(a)}
`);
  }),
  textual("test/2/teacher-remarks", "通知表の所見", (world) => {
    const all = world.people(3, { generations: ["kirakira", "new", "kana"] });
    return counted(w`１学期　所見（案）　５年２組
${each(all, (p, i) => w`${world.random.between(1, 9) + i * 10}　${v.name(p, "　")}
　${["係の仕事に責任をもって取り組み、友達からも頼りにされていました。", "算数では図を用いて考えを説明することができました。", "音読の練習を毎日続け、自信をもって発表できるようになりました。"][i]}${v.given(p)}さんの${["リーダーシップ", "粘り強さ", "明るさ"][i]}が学級の力になっています。`)}
※${world.random.between(5, 20)}日までに教頭へ提出
`);
  }),
]);
