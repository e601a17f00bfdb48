/** Mails, chats and minutes, to improve the rules on; the coin of coin.ts chose the half. */
import { counted, serial, textual, uncounted } from "../contents.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { w } from "../written.js";

export const TUNE_MESSAGES_2: readonly Template[] = defineTemplates([
  textual("tune/2/web-inquiry", "問い合わせフォームの通知", (world) => {
    const p = world.person({ foreign: 0.1 });
    return counted(w`From: no-reply@city.example
Subject: 【ホームページ】お問い合わせがありました（受付番号 ${world.random.digits(6)}）

以下の内容で受け付けました。
------------------------------------------------------------
[お名前] ${v.name(p, " ")}
[フリガナ] ${v.reading(p, "katakana", " ")}
[メールアドレス] ${v.email(p)}
[電話番号] ${v.mobile(p, "plain")}
[お住まいの地域] 市内
[件名] ごみの収集について
[内容]
先週の${world.random.pick(["火", "金"])}曜日、ごみが収集されていませんでした。
自宅は${v.address(p, "no-prefecture")}で、その向かいの集積所です。ご確認ください。
------------------------------------------------------------
`);
  }),
  textual("tune/2/quoted-thread", "引用の重なる英日のやりとり", (world) => {
    const [a, b] = world.people(2, { foreign: 0.3 });
    return uncounted(w`${v.surname(b)}さん

ありがとうございます。では${world.random.between(2, 11)}日の15時でお願いします。

${v.name(a, " ")}

On Tue, Jun ${world.random.between(10, 28)}, 2024 at 9:${world.random.between(10, 59)} AM ${v.name(b, " ")} <${v.email(b)}> wrote:
> ${v.surname(a)}様
>
> お世話になっております。日程の件、以下でいかがでしょうか。
> ・${world.random.between(1, 11)}日 15:00～
> ・${world.random.between(12, 28)}日 10:00～
>
> 当日の連絡先は ${v.mobile(b)} です。
>
>> On Mon, Jun 10, 2024 ${v.name(a, " ")} <${v.email(a)}> wrote:
>> 打合せの候補日をいただけますでしょうか。
`);
  }),
  textual("tune/2/slack-copy", "チャットの写し", (world) => {
    const [a, b, customer] = world.people(3, { foreign: 0.1 });
    return uncounted(w`#cs-escalation

${v.name(a, " ")}  10:${world.random.between(10, 59)} AM
請求が二重になっているとのことで、お客様からお電話です
契約者 ${v.name(customer)} 様、会員番号 ${serial(world.random.digits(9))}、折り返し ${v.mobile(customer, "plain")}

${v.name(b, " ")}  10:${world.random.between(10, 59)} AM
確認します。5月分が ${world.random.between(2, 9)},980円×2 になっていますね
:eyes: 2

${v.name(a, " ")}  11:0${world.random.digits(1)} AM
@${v.surname(b)} 返金の手続きをお願いします
`);
  }),
  textual("tune/2/board-minutes", "理事会の議事録と署名人", (world) => {
    const all = world.people(6, { generations: ["old", "middle"] });
    return counted(w`第${world.random.between(20, 90)}期　第${world.random.between(1, 9)}回理事会議事録（マンション管理組合）

１．開催日時　令和6年${world.random.between(1, 12)}月${world.random.between(1, 28)}日　19時00分
２．出席理事　理事長 ${v.name(all[0], "　")}（${world.random.between(2, 9)}0${world.random.between(1, 9)}号室）
　　　　　　　副理事長 ${v.name(all[1], "　")}（${world.random.between(2, 9)}0${world.random.between(1, 9)}号室）
　　　　　　　会計理事 ${v.name(all[2], "　")}
　　欠席理事　${v.name(all[3], "　")}（委任状あり）
　　出席監事　${v.name(all[4], "　")}
３．議案　第１号議案　給水ポンプの交換　……　承認
　　　　　第２号議案　管理費の滞納者（${world.random.between(2, 9)}0${world.random.between(1, 9)}号室 ${v.name(all[5])}氏）への対応　……　督促状を送る
以上の議事を証するため、議長及び出席理事2名が署名する。
　議長　${v.name(all[0], "　")}　㊞　　理事　${v.name(all[1], "　")}　㊞　　理事　${v.name(all[2], "　")}　㊞
`);
  }),
  textual("tune/2/nursery-notebook", "保育園の連絡帳", (world) => {
    const [child, teacher, friend] = world.people(3, { generations: ["kirakira", "kana", "new"] });
    return counted(w`れんらくちょう　${world.random.pick(["ひよこ", "りす", "うさぎ"])}組　なまえ：${v.reading(child, "hiragana", " ")}
${world.random.between(1, 12)}月${world.random.between(1, 28)}日（月）　検温 36.${world.random.digits(1)}℃　就寝 21:00　起床 6:${world.random.between(10, 59)}
【家庭から】昨日は公園で${v.given(friend)}ちゃんと遊びました。少し鼻水が出ています。お迎えは祖母です。
【園から】${v.given(child)}ちゃん、今日はプールで顔つけができました！給食は完食です。
　　　　　　　　　　　　　　　　　　担任　${v.name(teacher)}
`);
  }),
  textual("tune/2/voices", "お客様の声", (world) => {
    const [a, b, c] = world.people(3);
    return counted(w`◆ お客様の声 ◆
「職人さんが丁寧で安心しました」　高松市　${v.name(a)}様（${2024 - a.birth.year}歳）
「見積りより安く済みました。営業の${v.name(b)}さんに感謝です」　丸亀市　匿名希望
「アフターサービスの電話対応がよかった。${world.random.between(2, 9)}年後にまた頼みたい」　${v.name(c, " ")}様　三豊市
　　　※個人の感想です
（施工：株式会社 山下住建）
`);
  }),
]);
