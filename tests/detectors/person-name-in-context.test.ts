import { describe, expect, it } from "vitest";
import { echoesOf } from "../../detectors/shared/name-echoes.js";
import { neighboursOf } from "../../detectors/shared/name-neighbours.js";
import { NOBODY, oddsOfShape } from "../../detectors/shared/name-shape.js";
import { judgeRomanised } from "../../detectors/shared/romanised.js";
import { personName } from "../../detectors/person-name.js";
import { detectText, markFound } from "../support/detect-text.js";
import { countSteps } from "../support/steps.js";

const isExact = (marked: string): void => { expect(markFound(personName, marked.replaceAll(/[«»]/gu, ""))).toBe(marked); };

describe("person-name: the place says that somebody is named", () => {
  it.each([
    ["a rare name behind a label", "氏名　«椴法華怜»\n"],
    ["one behind a label and a note", "お名前（漢字）　«鶸田 紡希»\n"],
    ["a family of the continent, addressed", "«蘇敏捷»さんと相談する。"],
    ["a foreign name that no list has, addressed", "　«ヴァレンカ・ドゥブロヴニツカヤ»　様\n"],
    ["all characters apart, addressed", "　　　«鶴 見 沢 美»　殿\n"],
    ["a class behind it", "最優秀賞　«湊川 叶絵»（6年1組）"],
    ["a town behind it", "次点　«榊原 紡»（高松市）"],
    ["a telephone behind it", "◎«榊誠»　TEL 087-800-1234"],
    ["a mailbox behind it", "2024年6月1日 10:00 «高 雪梅» <xm.gao@provider.example>"],
    ["dots before it", "受付……«松尾 志保美»\n"],
    ["a time behind it in a chat", "«姜 浩然»  10:34 AM\n確認しました。"],
    ["a surname at a letter's head", "株式会社さぬき\n«鎌田»様\n\nお世話になっております。"],
    ["one of one character", "«鎌»様\n\nお世話になっております。"],
    ["who introduces himself", "いつもお世話になっております。\nさぬき物産の«早瀬»です。"],
    ["who does so formally", "営業部の«佐々木»と申します。"],
    ["a mention", "@«三上» お願いします"],
    ["a child", "公園で«ひなた»ちゃんと遊びました。"],
    ["a child's name in kanji", "«蒼空»くん、今日は元気でした。"],
    ["a child's whole name in kana", "«もりた かのん»くん（4日）\n"],
    ["a given name in kana that dictionaries have as a reading", "はい、«内田しおり»が引き受けます。"],
    ["a reading behind a label", "ふりがな　«はまだ　るふぃお»\n"],
    ["a reading behind a label in half width", "フリガナ ｻﾉ ﾋﾒﾘ".replace("ｻﾉ ﾋﾒﾘ", "«ｻﾉ ﾋﾒﾘ»")],
    ["who is related how", "世帯主 «佐藤健一»\n妻　«睦子»　長女：«美咲»（8歳）\n"],
    ["a surname below a mail", "よろしくお願いいたします。\n\n«早川»\n"],
    ["somebody by title and surname", "I met Mr. «Tanaka» and «Suzuki»-san there."],
    ["somebody by the given name in a greeting", "Dear «Hanako»,\nthank you."],
    ["an age in brackets, as at the time", "被告人は、«畑中絆»（当時14歳）から"],
    ["keys of programs", '"lastName": "«和田»", "firstName": "«紗良»"'],
    ["keys of markup", "<family>«具志堅»</family><given>«辰五郎»</given>"],
    ["keys of logs", "sei=«安達», mei=«健太郎», tel=…"],
    ["Latin names behind Japanese labels", "氏名 «PARK SOYEON»\n"],
    ["airlines' titles", "1. «KAWACHI MAKOTO» MR  TR1308006\n"],
    ["a list behind an English label", "Present: «Miu Tada», «Ho Kang», «Sangchul Yoon»\n"],
    ["somebody's mailbox", "From: «Ngozi Okonjo» <ngozi@provider.example>"],
    ["a given name in hiragana behind a space", "副会長　　　«小野寺 まどか»\n"],
    ["katakana and 子, as it was in fashion", "居室202　«馬場キヨ子»様　朝食半量。\n«渡辺 トミ江» 様"],
    ["whose relation is told first", "ご家族（長女 «恵子»様）へ電話連絡済み。"],
    ["whose part is told first", "居住者 «榎本»様から苦情。"],
    ["a shift, and who came from abroad", "夜勤：«石原»、«木村»、«ロドリゲス»"],
    ["who speaks in a chat", "[10:02] «中川»: おはようございます。\n[10:03] «Kenji Ishizuka»: はい。"],
    ["who speaks for the first time", "出席します。«須藤»です。"],
    ["initials behind a title", "Return it to Mr D. Okonkwo by Friday.".replace("D. Okonkwo", "«D. Okonkwo»")],
    ["an English relation", "Grandmother, «Judith Whitcombe», by phone"],
    ["a commit in a log", "Author: «Sota Minagawa» <sota@provider.example>\nDate:   Mon Jun 3"],
  ])("finds %s", (_case, marked) => { isExact(marked); });

  it.each([
    ["labels that are set apart", "所 在 地　香川県高松市番町1-1\n本　籍　香川県高松市番町1-2\n"],
    ["headings that are set apart", "ご 案 内\n会 計 報 告\n開 館 時 間　9:00-17:00\n"],
    ["what forms say of a field", "お名前（全角）　氏名：（必須）\n姓：全角　名：全角"],
    ["another label behind a label", "氏名（ふりがな）　生年月日　年齢　住所　電話番号"],
    ["offices behind a label", "担当：総務課　連絡先：市民会館\n対応者：事務局"],
    ["words that end in an honorific's character", "この仕様 と多様 な模様、宮殿 と摂氏 の話。同様、代わりに さまざまな"],
    ["whom nobody calls by name", "お客様、皆様、ご担当者 様、店長 様、関係各位 殿"],
    ["trades", "お医者さん、看護師さん、大工さん、本屋さん、業者さん、職人さん"],
    ["relations", "赤ちゃん、お母ちゃん、おばあちゃん、兄ちゃん、嬢ちゃん"],
    ["particles behind a surname", "田中から連絡し、山本まで伝え、石川より返す。"],
    ["greetings without a name", "お世話になっております。下記の件です。\n四国物産の見積です。\nご報告の次第でございます。"],
    ["a line between a word and a value", "欠席される方は、班長まで\n　回覧順　１班→２班\n"],
    ["keys of things", '"name": "商品名", "title": "設定", "displayName": "管理画面"'],
    ["names of jobs of programs", "- name: Run Tests\n- name: Deploy Website\n"],
    ["desks' mailboxes", "From: Customer Care <support@example.com>\nContact: Sales Team\n"],
    ["menus and programmes", "うどん……五百円\n第1章……総則\n10:00 開会　10:30 休憩\n"],
    ["greetings and titles before other words", "Dear Customer,\nHi there,\nMr. Speaker and Dr. Pepper"],
    ["relations without a name", "妻　あり　長女：なし　母（同居）"],
    ["what stands below a last sentence", "よろしくお願いいたします。\n\n以上\n"],
    ["a quick word in capitals", "ALTER TABLE customer ADD COLUMN family_name"],
    ["numbers of questions", "三　太郎さんと花子さんは話し合っています。"],
    ["a place and a pen name", "ちちははの墓より見ゆる鰯雲　丸亀　つぐみ"],
    ["companies that end in 子会社", "山田ミカ子会社、ホンダハル子会社"],
    ["who is asked for in general", "届出人 氏名　居住者 各位　利用者 負担"],
    ["times of what is no chat", "10:02 高松: 発車\n08:00 開会: 会長"],
    ["titles of nobody", "See Dr. A. Company Street"],
    ["mothers of things", "Mother, Nature and Father Christmas"],
    ["fonts", "cell.font = { name: 'Comic Sans MS', family: 4 }"],
    ["code pages", "| Windows 7 | Wang Taiwan |"],
  ])("finds nobody in %s", (_case, text) => { expect(markFound(personName, text)).toBe(text); });
});

describe("person-name: the rest of the text says who is meant", () => {
  it.each([
    ["a rare name among certain ones", "出席者：«佐藤健一»、«四月一日明信»、«鈴木美咲»"],
    ["several in a row", "委員：«佐藤健一»、«孫磊»、«谷進»、«高橋直樹»"],
    ["names parted by spaces", "B賞：«松岡 和也» «市橋 源太» «新垣 学»"],
    ["names a line, numbered", "1. «佐藤健一»\n2. «我那覇静»\n3. «鈴木美咲»\n"],
    ["names behind dots", "本部……«佐藤健一»\n受付……«鶴薗誠»\n救護……«鈴木美咲»\n"],
    ["a couple", "«佐藤健一»・«睦美»夫妻"],
    ["its reading in brackets", "«廣瀬絵理子»（«ひろせえりこ»）です。"],
    ["its reading behind a slash", "«佐藤 健一» / «サトウ ケンイチ»\n"],
    ["its reading in the next field", "'«佐藤健一»','«サトウケンイチ»','090'"],
    ["its reading in the field before", "«サトウケンイチ»,«佐藤健一»,男\n"],
    ["surnames in a list of surnames", "当番：«佐藤»、«鈴木»、«高橋»\n"],
    ["its Latin form", "«石塚 久美子» («Kumiko ISHIZUKA»)\n"],
    ["its surname, addressed", "«星野健一»が追突した。«星野»に外傷はない。"],
    ["its surname, who speaks", "出席者：«佐藤健一»、«森 翔太»\n«佐藤»：始めます。\n«森»：はい。\n"],
    ["its surname, below a letter", "«一色健太»です。\n下記のとおりです。\n\n«一色»\n"],
    ["a Latin name repeated", "Present: «Ho Kang», «Miu Tada»\n2. «Ho Kang» reported. Mr. «Tada» agreed.\n"],
  ])("finds %s", (_case, marked) => { isExact(marked); });

  it.each([
    ["offices among people", "出席者：«佐藤健一»、事務局、教育委員会、«鈴木美咲»"],
    ["a note in brackets behind a name", "«佐藤健一»（リーダー）、«鈴木美咲»（ほか）"],
    ["headings among lines of names", "1. «佐藤健一»\n2. 閉会の辞\n3. «鈴木美咲»\n"],
    ["a word in kana in the next field", "«佐藤健一»,アルバイト,090\nリーダー,«鈴木美咲»,男\n"],
    ["a town of the same characters", "«千葉健一»さんは千葉市から来た。"],
    ["a word that begins with the surname", "«森 翔太»さんは森林組合に入った。"],
    ["an office behind a Latin name", "«佐藤 健一» Sales Manager\n"],
    ["authors named again", "Customer: «Paul Barber»\n\nCopyright (c) 2014 Paul Barber\n"],
  ])("leaves %s", (_case, marked) => { isExact(marked); });

  it("gives a lone surname as its value, so that it joins the person", () => {
    expect(detectText(personName, "氏名：佐藤 健一\n佐藤様へ").map(({ value }) => value)).toEqual(["佐藤健一", "佐藤"]);
  });
});

describe("oddsOfShape", () => {
  it.each(["佐藤健一", "四月一日英信", "孫磊", "谷進", "関口マリ", "比 嘉 智 子", "月見里 美穂", "欧陽娜", "サトウ ハナコ"])("holds %s for a name", (term) => { expect(oddsOfShape(term)).toBeGreaterThan(-0.5); });
  it.each(["教育委員会", "総務課", "別紙参照", "合計", "中央公民館", "本 籍", "司会 進行", "健康診断", "リーダー", "全角", "山本まで", "A", ""])("does not hold %s for one", (term) => { expect(oddsOfShape(term)).toBeLessThan(-0.5); });
  it("says nobody of what is too long to be anybody", () => { expect(oddsOfShape("佐".repeat(40))).toBe(NOBODY); });
});

describe("judgeRomanised", () => {
  it.each(["Jing Xu", "Xiaodong Yang", "KIM MINJUN", "Seoyeon Jang", "Nguyen Van An", "Maria Santos", "Fatima Hassan"])("knows %s", (name) => { expect(judgeRomanised(name.split(" "))).toBeGreaterThanOrEqual(0.5); });
  it.each(["Run Tests", "Hello World", "Wang Taiwan", "Sales Team", "Long Description", "Kim"])("does not know %s", (name) => { expect(judgeRomanised(name.split(" "))).toBe(0); });
});

describe("person-name: texts made to be slow for what looks at the whole of it", () => {
  it.each([
    ["a list of one name", "佐藤健一、"],
    ["a list of names and others", "佐藤健一、事務局・"],
    ["names a line", "佐藤健一\n"],
    ["names and readings", "佐藤健一（さとうけんいち）"],
    ["lines without a break", "佐藤健一 様 "],
    ["labels and dots", "氏名……"],
    ["notes in brackets", "（カナ） "],
    ["kana and spaces", "さとう はなこ"],
    ["kana and honorifics", "はなちゃん"],
    ["keys", '"lastName": "和田", '],
    ["mailboxes", "Hanako Sato <a@"],
    ["an English list", "Present: Hanako Sato, "],
  ])("reads twice as much of %s in twice the steps", (_name, unit) => {
    const text = unit.repeat(Math.ceil(20_000 / unit.length));
    detectText(personName, text.slice(0, 100));
    const once = countSteps(() => void detectText(personName, text));
    const twice = countSteps(() => void detectText(personName, text + text));
    expect(twice).toBeLessThan(once * 2.1 + 2_000);
  });
  it("looks for no more names again than it says", () => {
    const text = Array.from({ length: 3000 }, (_, i) => `佐${String.fromCharCode(0x4e00 + i)}健一`).join("\n");
    const known = Array.from({ length: 3000 }, (_, i) => ({ start: i * 5, end: i * 5 + 4, odds: 3 }));
    const steps = (size: number): number => countSteps(() => void echoesOf(text.slice(0, size * 5), known.slice(0, size), () => false));
    expect(steps(3000)).toBeLessThan(steps(1500) * 2.1 + 2_000);
    const around = (size: number): number => countSteps(() => void neighboursOf(text.slice(0, size * 5), known.slice(0, size), () => false));
    expect(around(3000)).toBeLessThan(around(1500) * 2.1 + 2_000);
  });
});
