/** People and addresses that forms and manuals are filled in with. They are nobody's, so they are not leaks. */
import { toKatakana } from "../../src/text/characters.js";
import { isPlace, nameTrie } from "./name-dictionary.js";
import { lookUp } from "./trie.js";

const SURNAMES = "山田 東京 大阪 名古屋 日本 国民 年金 保険 見本 記入 例示 甲野 乙野 乙川 丙川 丙山 個人 納税 国税 市民 県民 区民 都民 法務 厚生 労働 住基 番号 電子 郵便 銀行 口座 健康 介護 福祉 申請 登記 戸籍 霞 霞が関".split(" ");
const GIVENS = "太郎 花子 一郎 二郎 次郎 三郎 華子 桜子 和子 はなこ たろう 京子".split(" ");
/** 山田 is common enough that only the names every form uses are samples. */
const COMMON_SURNAMES = new Set("山田 東京 日本 甲野 乙野 乙川 丙川 丙山 霞".split(" "));
const WIDELY_USED = new Set("太郎 花子 一郎 次郎 たろう はなこ".split(" "));
const KANA = /^(?:ヤマダ|トウキョウ|ニホン|コクミン|ホケン|ネンキン|コウノ|オツノ|オツカワ|ヘイカワ)(?:タロウ|ハナコ|イチロウ|ジロウ)$/u;
const LATIN = /^(?:(?:john|jane|joe|jean|max) (?:q\.? )?(?:doe|public|bloggs|mustermann)|taro (?:yamada|tokyo|nihon)|hanako (?:yamada|tokyo|nihon)|(?:yamada|tokyo|nihon) (?:taro|hanako|tarou)|erika mustermann|alice bob|foo bar|test (?:user|taro)|first last|your name)$/iu;
/** ○○太郎, 〇〇 花子, ●● ●●, △山△男 and X田X子: marks in place of characters. */
const MARKED = /[○〇●◯△▲□■×☆★※＊*]|^[A-ZＡ-Ｚ][ 　]?(?:太郎|花子|山|田|川|男|子)/u;

/** @param name normalised; spaces and a reading in brackets do not matter */
export function isSamplePerson(name: string): boolean {
  const plain = name.replace(/[(（].*$/u, "").trim();
  if (MARKED.test(plain)) return true;
  if (/^[a-z]/iu.test(plain)) return LATIN.test(plain.replace(/[ ,]+/gu, " "));
  if (/^(?:テスト|ダミー|サンプル|てすと)/u.test(plain)) return true;
  const joined = plain.replace(/[\s・]/gu, "");
  const asKatakana = toKatakana(joined);
  if (KANA.test(asKatakana)) return true;
  for (const surname of SURNAMES) {
    if (!joined.startsWith(surname)) continue;
    const given = joined.slice(surname.length);
    return COMMON_SURNAMES.has(surname) ? WIDELY_USED.has(given) : GIVENS.includes(given);
  }
  return false;
}

const SAMPLE_MARK = /の見方|書き方|イメージ|のように(?:載|表示|印字|記)|記入例|記載例|記入見本|見本|サンプル|[【(（]例[】)）]|様式例/u;
/** A page of a form. */
const SAMPLE_NEAR = 800;
const OF_A_TOWN = /^(.{2,4})(?:太郎|花子)$/u;

/** 高松 太郎 in a form's example: a town whose people are meant, and the given names of every form. */
export function isSampleOfTown(text: string, start: number, name: string): boolean {
  const town = OF_A_TOWN.exec(name.replace(/\s/gu, ""))?.[1];
  if (town === undefined || !isPlace(lookUp(nameTrie(), town, 0, town.length))) return false;
  return SAMPLE_MARK.test(text.slice(Math.max(0, start - SAMPLE_NEAR), start));
}

/** { surname: "山田", given: "太郎" }: the two parts near each other, in either order; and what tests and labels write in a name's place. */
const PART_OF_NOBODY = /^(?:テスト|ダミー|サンプル|てすと|姓|名|氏|氏名|名前|苗字|セイ|メイ)$/u;
const PARTS_REACH = 64;

export function isSamplePart(text: string, { start, end }: { start: number; end: number }): boolean {
  const part = text.slice(start, end);
  if (PART_OF_NOBODY.test(part)) return true;
  const [others, around] = WIDELY_USED.has(part) ? [[...COMMON_SURNAMES, "テスト", "ダミー", "サンプル"], text.slice(Math.max(0, start - PARTS_REACH), start)] : [COMMON_SURNAMES.has(part) ? [...WIDELY_USED] : [], text.slice(end, end + PARTS_REACH)];
  return others.some((other) => around.includes(other));
}

/** Whether an address is a form's own: 〇〇市△△町1-2-3, ○○県, 東京都千代田区1-1-1 without a town. */
export function isSampleAddress(address: string): boolean {
  return /[○〇●◯△▲□■×☆★]{1,4}(?:[都道府県市区町村郡]|丁目|番|号|-)|[X×*]{1,4}[都道府県市区町村郡]/u.test(address);
}
