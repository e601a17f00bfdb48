/** Exports, fixtures, chats and slips of shops and offices as they leak, written before any rule for them was looked at; the coin of coin.ts chose the half. */
import { familyOf, serial, textual, uncounted } from "../contents.js";
import { token } from "../invent/numbers.js";
import { defineTemplates, type Template } from "../template.js";
import * as v from "../values.js";
import { each, joined, w } from "../written.js";

export const TUNE_DATA_7: readonly Template[] = defineTemplates([
  textual("tune/7/slack-json-export", "チャットの書き出しの JSON", (world) => {
    const [a, b, c] = world.people(3);
    return uncounted(w`[{"type":"message","user":"U0${token(world.random, 8, "ABCDEFGHJK0123456789")}","user_profile":{"real_name":"${v.name(a, " ")}","display_name":"${v.surname({ ...a, n: 10 })}"},"text":"${v.name(c)}様からお電話、至急 ${v.mobile(c)} まで折り返しお願いします"},
{"type":"message","user_profile":{"real_name":"${v.latin(b, "western")}","display_name":"${v.given(b)}"},"text":"${v.surname({ ...c, n: 12 })}様、了解です。住所は ${v.address(c, "hyphens")} で合ってますか"}]
`, "a.json");
  }),
  textual("tune/7/line-talk-album", "家族の連絡の画面を写した文", (world) => {
    const [a, b] = world.people(2, { generations: ["middle"] });
    return uncounted(w`既読 19:02　${v.given(a)}お姉ちゃん、お母さんの退院決まったよ
19:05　ありがとう。病院から${v.given(b)}さんにも電話いった？
既読 19:06　うん、${v.mobile(b)}にかけたって。主治医の${v.surname({ ...world.person(), n: 40 })}先生が説明するって
19:10　保険証の名前が${v.name({ ...a, n: 10 })}になってるけど旧姓でいいの？
`);
  }),
  textual("tune/7/payload-json", "届けの中身の JSON", (world) => {
    const [p, contact] = world.people(2, { foreign: 0.1 });
    return uncounted(w`{"applicant":{"lastName":"${v.surname(p)}","firstName":"${v.given(p)}","lastNameKana":"${v.value(p, "person-name", p.surnameKana === "" ? p.givenKana : p.surnameKana)}","birthday":"${v.born(p, "iso")}","tel1":"${p.mobile[0]}","mobile":"${v.mobile(p, "plain")}"},
"emergencyContacts":[{"fullName":"${v.name(contact, "　")}","relation":"母","phone":"${v.landline(contact)}"}],
"remarks":"${v.surname({ ...contact, n: 11 })}様は日中不在"}
`, "a.json");
  }),
  textual("tune/7/config-yaml", "設定に書いた担当の人", (world) => {
    const [a, b, c] = world.people(3);
    return uncounted(w`notify:
  owner: ${v.name(a)}        # 内線 ${world.random.digits(4)}
  escalation:
    - { who: ${v.name(b, " ")}, tel: "${v.mobile(b)}" }
    - { who: ${v.latin(c, "western")}, tel: "${v.mobile(c, "international")}" }
  quiet_hours: "22:00-06:00"   # ${v.surname({ ...b, n: 11 })}さん夜間不可
`, "a.yaml");
  }),
  textual("tune/7/insert-sql-legacy", "古い表への追加の文", (world) => {
    const people = world.people(4, { rare: 0.15 });
    return uncounted(w`SET NAMES sjis;
${each(people, (p, i) => w`INSERT INTO M_KOKYAKU VALUES('${serial(`0000${world.random.digits(4)}`)}','${v.name(p, "　")}','${v.reading(p, "half-width", " ")}','${v.born(p, "eight")}','${v.postalCode(p, "plain")}','${v.address(p, "wide")}','${v.landline(p)}',${i},'0',NULL);`)}
COMMIT;
`, "a.sql");
  }),
  textual("tune/7/vcard-pasted", "本文に貼られた名刺の札", (world) => {
    const [p, sender] = world.people(2);
    return uncounted(w`${v.surname(sender)}です。先日の方の連絡先、貼っておきます。
BEGIN:VCARD
VERSION:3.0
N:${v.surname(p)};${v.given(p)};;;
FN:${v.name({ ...p, n: 10 }, " ")}
X-PHONETIC-LAST-NAME:${v.value(p, "person-name", p.surnameKana)}
TEL;TYPE=CELL,VOICE:${v.mobile(p)}
ADR;TYPE=HOME:;;${v.address(p, "hyphens")};;;;
BDAY:${v.born(p, "eight")}
END:VCARD
`);
  }),
  textual("tune/7/debug-log-lines", "値をそのまま出した記録", (world) => {
    const [p, q] = world.people(2, { foreign: 0.1 });
    return uncounted(w`2024-06-1${world.random.digits(1)} 10:00:01.120 DEBUG [http-8080-3] c.e.m.MemberService - register(Member(id=${world.random.between(100, 999)}, simei=${v.name(p, "　")}, kana=${v.reading(p, "katakana", "　")}, birth=${v.born(p, "iso")}, tel=${v.mobile(p, "plain")}, addr=${v.address(p, "hyphens")}))
2024-06-1${world.random.digits(1)} 10:00:02.008 WARN  [http-8080-3] c.e.m.DuplicateCheck - 同一人物の可能性: ${v.name({ ...p, n: 10 })} <-> ${v.name(q)} (tel一致)
`, "a.log");
  }),
  textual("tune/7/git-trailers", "変更の記録の末尾の人", (world) => {
    const [a, b, c] = world.people(3, { foreign: 0.1 });
    return uncounted(w`帳票の宛名が2行になるとき欠ける

${v.surname(c)}様（営業二課より報告）の請求書で発生。

Reported-by: ${v.name(a, " ")} <${v.email(a)}>
Tested-by: ${v.latin(b, "western")} <${v.email(b)}>
Co-authored-by: ${v.name(b)} <${v.email({ ...b, n: 11 })}>
`);
  }),
  textual("tune/7/ics-booking", "予定の書き出し、美容の予約", (world) => {
    const [p, stylist, q] = world.people(3);
    return uncounted(w`BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;TZID=Asia/Tokyo:20240615T100000
SUMMARY:カット+カラー ${v.name(p, " ")}様（${v.surname(stylist)}指名）
DESCRIPTION:TEL ${v.mobile(p)}\\n前回から3か月\\, 頭皮弱い
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Asia/Tokyo:20240615T130000
SUMMARY:新規 ${v.reading(q, "katakana", " ")} 様
LOCATION:2番席
END:VEVENT
END:VCALENDAR
`, "a.ics");
  }),
  textual("tune/7/timesheet-lines", "打刻の記録", (world) => {
    const people = world.people(5, { foreign: 0.2 });
    return uncounted(w`[打刻] ${serial(`E${world.random.digits(4)}`)} ${v.name(people[0])} IN 08:5${world.random.digits(1)} OUT 18:0${world.random.digits(1)} 休憩60
[打刻] ${serial(`E${world.random.digits(4)}`)} ${v.name(people[1])} IN 09:1${world.random.digits(1)} 遅刻(電車)
[打刻] ${serial(`E${world.random.digits(4)}`)} ${v.name(people[2], " ")} 欠 理由:子の発熱
[修正] ${v.surname({ ...people[1], n: 21 })} 申請→ ${v.surname(people[3])}主任 承認
[有休] ${v.name(people[4])} 残 ${world.random.between(0, 20)}日
`);
  }),
  textual("tune/7/password-reset-request", "合い言葉を忘れた人の依頼", (world) => {
    const [p, desk] = world.people(2);
    return uncounted(w`[依頼] PWリセット
経理の${v.name(p)}です。ログインできません。ID は ${serial(`t${world.random.digits(4)}`)} です。
本人確認：${v.born(p, "slash")}、内線${world.random.digits(4)}、携帯 ${v.mobile(p)}
> ${v.surname({ ...p, n: 10 })}さん　仮の値を上長の${v.surname({ ...world.person(), n: 30 })}課長にお送りしました。情シス ${v.surname(desk)}
`);
  }),
  textual("tune/7/kintone-record-text", "業務アプリの記録の写し", (world) => {
    const [p, q, staff] = world.people(3, { generations: ["middle", "old"] });
    return uncounted(w`レコード番号
${world.random.between(100, 999)}
お客様名
${v.name(p)}
フリガナ
${v.reading(p, "katakana", " ")}
TEL
${v.landline(p)}
住所
${v.address(p, "hyphens")}
生年月日
${v.born(p, "iso")}
紹介者
${v.name(q)}
作業者
${v.name(staff, " ")}
`);
  }),
  textual("tune/7/agency-dispatch-ledger", "派遣先の管理台帳", (world) => {
    const people = world.people(3, { foreign: 0.3, generations: ["middle", "new"] });
    return uncounted(w`派遣先管理台帳
${each(people, (p, i) => w`(${i + 1}) 派遣労働者 ${v.name(p, " ")}　無期・有期　60歳以上 否　${v.born(p, "era")}
    派遣元責任者 ${v.name({ ...world.person(), n: 30 + i })}　苦情 ${i === 1 ? w`指揮命令者${v.surname({ ...world.person(), n: 40 })}の言動` : "なし"}
    就業日 月～金　教育 入職時`)}
`);
  }),
  textual("tune/7/piano-recital", "発表会の進行と送迎", (world) => {
    const people = world.people(5, { generations: ["kirakira", "new", "kana"] });
    return uncounted(w`第1部
${each(people.slice(0, 4), (p, i) => w`${i + 1}．${["メヌエット", "エリーゼのために", "人形の夢と目覚め", "小犬のワルツ"][i]} ･･････ ${v.name(p, " ")}（${["年長", "小2", "小5", "中1"][i]}）`)}
連弾　${v.given({ ...people[0], n: 20 })}・${v.given({ ...people[1], n: 21 })}
※${v.surname(people[4])}さんは発熱で欠席。お母様（${v.mobile(people[4])}）から連絡あり
`);
  }),
  textual("tune/7/lawyer-intake", "弁護士の受任の面談", (world) => {
    const [p, opponent, clerk] = world.people(3, { generations: ["middle"] });
    return uncounted(w`【新件】離婚／来所 6/${world.random.between(1, 28)}
依 ${v.name(p)}　${v.born(p, "era-letter")}　${v.mobile(p)}　連絡は必ず携帯（夫に知られたくない）
相 ${v.name({ ...opponent, surname: p.surname })}　DV、写真あり　勤務 サンポート通商
現在地 ${v.address(p, "hyphens")}（秘匿）
利害関係チェック済 ${v.surname(clerk)}
`);
  }),
  textual("tune/7/debt-schedule", "債権者の一覧の下書き", (world) => {
    const [p, friend, guarantor] = world.people(3);
    return uncounted(w`債権者一覧表　　債務者　${v.name(p, "　")}
1　讃岐カード㈱　残 ${world.random.between(10, 90)}万
2　${v.name(friend)}（友人）　${v.address(friend, "words")}　残 30万　借用書あり
3　みなと信金　残 ${world.random.between(100, 900)}万　保証人${v.name(guarantor)}（叔父　℡${v.landline(guarantor)}）
4　元夫 ${v.surname({ ...world.person(), n: 30 })}　養育費の過払い主張
`);
  }),
  textual("tune/7/landlord-rent-arrears", "家賃の督促の覚え", (world) => {
    const [p, q, r] = world.people(3, { foreign: 0.2 });
    return uncounted(w`6月末 未入金
201 ${v.name(p)}　2か月　電話つながらず（${v.mobile(p)}）→実家の父 ${v.landline(p)}
305 ${v.name(q)}　給料日まで待ってとのこと
B1 ${v.surname(r)}商店さん　分割　${v.surname({ ...r, n: 12 })}社長と口約束
${v.surname({ ...p, n: 10 })}さん、来週鍵交換予告
`);
  }),
  textual("tune/7/tour-rooming-list", "添乗員の部屋割り", (world) => {
    const people = world.people(6, { generations: ["old", "middle"] });
    return uncounted(w`ROOMING　大歩危・祖谷 2日間
301 TWN ${v.name(people[0])}様／${v.given({ ...world.person(), n: 30 })}様
302 SGL ${v.name(people[1])}様（いびき）
303 TRP ${v.name(people[2])}様・${v.name(people[3])}様・${v.name(people[4])}様
303 朝食制限　${v.surname({ ...people[3], n: 23 })}様　そば
4号車 7C ${v.name(people[5])}様　膝 ${v.mobile(people[5])}
`);
  }),
  textual("tune/7/hair-salon-karte", "美容室のカルテ", (world) => {
    const [p, q] = world.people(2, { generations: ["middle", "new"] });
    return uncounted(w`${v.name(p, " ")}さま　${v.born(p, "slash")}　♥${v.mobile(p)}
くせ毛、白髪染め6トーン。旦那さん転勤→9月引越し。
会話：息子${v.given({ ...familyOf(world, p, 1)[0], n: 30 })}くん受験。${v.name(q)}さまの紹介（同じ職場）
次回担当 ${v.surname({ ...world.person(), n: 40 })} or 店長
`);
  }),
  textual("tune/7/pharmacy-callback", "薬局の疑義の照会", (world) => {
    const [p, doctor, pharmacist] = world.people(3, { generations: ["old", "middle"] });
    return uncounted(w`疑義照会（${world.random.between(10, 18)}:${world.random.between(10, 59)}）
患者　${v.name(p)}様　${v.born(p, "era-one")}　保 ${v.institution("health-insurance", world.random.digits(8))}
照会先　宇多津クリニック ${v.surname(doctor)}Dr　　薬剤師 ${v.name(pharmacist)}
内容　${v.surname({ ...p, n: 10 })}様、前回と用量違い。→ Dr「先月の転倒で減量」変更なし
お渡し：奥様の${v.given({ ...world.person(), n: 30 })}様
`);
  }),
  textual("tune/7/hospice-family", "緩和の病棟の家族の話し合い", (world) => {
    const [p, nurse] = world.people(2, { generations: ["old"] });
    const [son, daughter] = familyOf(world, p, 2);
    return uncounted(w`S）「家に帰りたい」と${v.surname(p)}氏。長男${v.given(son)}氏「無理やろ」、次女${v.given(daughter)}氏涙。
O）${v.name({ ...p, n: 10 })}　${2024 - p.birth.year}y　${v.institution("special-care", "膵癌")}　BT 37.${world.random.digits(1)}
A）家族の意向に差。KP＝${v.name({ ...daughter, n: 31 })}（${v.mobile(daughter)}）
P）MSW${v.surname({ ...world.person(), n: 40 })}と面談　　Ns ${v.surname(nurse)}
`);
  }),
  textual("tune/7/izakaya-shift", "居酒屋のシフトのやりとり", (world) => {
    const people = world.people(5, { foreign: 0.2, generations: ["new"] });
    return uncounted(w`金 ${v.surname(people[0])} ${v.surname(people[1])} ${v.given(people[2])}　17-L
土 ${v.surname({ ...people[0], n: 20 })} ${v.surname(people[3])}(18-) ヘルプ本店${v.name(people[4])}
日 ${joined([v.surname({ ...people[1], n: 21 }), v.surname({ ...people[3], n: 23 })], "・")} ←足りん！誰か
${v.given({ ...people[2], n: 22 })}飛んだ。家電 ${v.landline(people[2])} も出ん
`);
  }),
  textual("tune/7/driver-rollcall", "運転者の点呼", (world) => {
    const people = world.people(4, { generations: ["middle", "old"] });
    return uncounted(w`点呼記録　執行者 ${v.surname({ ...world.person(), n: 40 })}
${each(people, (p, i) => w`0${4 + i}:${world.random.between(10, 59)} ${i % 2 === 0 ? v.name(p) : v.surname(p)} 車番${world.random.digits(4)} 酒気0.00 体調${["良", "寝不足", "良", "血圧高→再測定"][i]} 対面`)}
${v.surname({ ...people[3], n: 23 })} 乗務させず。代走${v.surname({ ...people[0], n: 20 })}
`);
  }),
  textual("tune/7/claim-sheet-insurance", "事故の受付の写し", (world) => {
    const [p, other, witness] = world.people(3, { foreign: 0.1 });
    return uncounted(w`事故受付票　契約者：${v.reading(p, "half-width", " ")}（${v.name(p)}）様
甲　${v.name({ ...p, n: 10 })}　${v.born(p, "slash")}　${v.mobile(p)}
乙　${v.name(other)}　${v.address(other, "hyphens")}　${v.mobile(other)}
丙（目撃）　${v.name(witness)}
状況　甲が右折、乙直進。乙「頚が痛い」。乙の同乗者${v.given({ ...familyOf(world, other, 1)[0], n: 30 })}（${world.random.between(3, 12)}歳）無傷
`);
  }),
  textual("tune/7/newspaper-delivery-route", "新聞の順路帳", (world) => {
    const people = world.people(6, { generations: ["old", "middle"] });
    return uncounted(w`順路3　↑坂上
├ ${v.surname(people[0])}　朝夕　門のポスト
├ ${v.surname(people[1])}　朝　犬注意
├ ${v.surname(people[2])}（${v.given({ ...people[2], n: 20 })}）　朝　同姓あり、奥の家
├ ${v.name(people[3])}　止　〜15日入院
├ 喫茶サイフォン　2部
└ ${v.surname(people[4])}・${v.surname(people[5])}　集合受　${v.address(people[4], "no-prefecture")}
`);
  }),
  textual("tune/7/ruby-heredoc", "試験の中の文書と人", (world) => {
    const [p, q] = world.people(2);
    return uncounted(w`FactoryBot.define do
  factory :patient do
    name { "${v.name(p, " ")}" }
    name_kana { "${v.reading(p, "katakana", " ")}" }
    birthday { Date.new(${v.value(p, "date-of-birth", `${p.birth.year}, ${p.birth.month}, ${p.birth.day}`)}) }
    phone { "${v.mobile(p)}" }
    memo { <<~MEMO }
      ${v.surname({ ...p, n: 10 })}さん本番で落ちた値。妹は${v.name(q)}さん。
    MEMO
  end
end
`, "a.rb");
  }),
  textual("tune/7/html-table-paste", "貼り付けられた表の札", (world) => {
    const people = world.people(4);
    return uncounted(w`<table><tr><th>No</th><th>おなまえ</th><th>TEL</th><th>ご住所</th></tr>
${each(people, (p, i) => w`<tr><td>${i + 1}</td><td>${v.name(p, "　")}</td><td>${v.mobile(p)}</td><td>${v.address(p, "hyphens")}</td></tr>`)}
</table>
<!-- ${v.surname({ ...people[0], n: 20 })}さんは更新しない -->
`);
  }),
  textual("tune/7/voicemail-transcript", "留守番の録音の文字", (world) => {
    const [p, q] = world.people(2, { generations: ["old", "middle"] });
    return uncounted(w`新しいメッセージ 1件　${v.landline(p, "plain")} から
「えー、わたくし${v.name(p)}と申します。${v.surname(q)}さんのお宅でしょうか。あのー、${v.given({ ...q, n: 11 })}さんのことでですね、折り返しいただきたく、番号が${v.mobile(p, "spaces")}、${v.surname({ ...p, n: 10 })}です、失礼します」
`);
  }),
]);
