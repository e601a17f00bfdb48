/**
 * Japanese header words in Latin letters, as the columns and keys of Japanese databases and forms are called: shimei, jyusyo, denwa_bango,
 * SEINENGAPPI. Given in Hepburn with long vowels written out; people also write them short, and as Kunrei (ISO 3602) or keyboards have them.
 */
import type { Entity } from "../../src/contract.js";
import type { Role } from "./header-words.js";

interface RomajiEntry {
  readonly language: "ja";
  readonly role: Role;
  readonly entity?: Entity;
  readonly ambiguous?: true;
  readonly private?: true;
  readonly suffix?: true;
  readonly words: string;
}

/** Whose a column is: kaiin_shimei, hogosha_denwa; with mei behind them, names (kaiin_mei). */
const PEOPLE =
  "kaiin hogosha daihyousha kokyaku shain shokuin riyousha moushikomisha shinseisha keiyakusha tantousha sekininsha kanja seito jidou gakusei honnin setainushi kazoku haiguusha chuumonsha irainushi uketorinin todokesaki okurinushi nyuukyosha shoyuusha oubosha jukousha sankasha hikensha hihokensha";

const ENTRIES: readonly RomajiEntry[] = [
  { language: "ja", role: "name", suffix: true, words: "shimei seimei shimeikanji kanjishimei namaekanji kanjinamae onamae" },
  { language: "ja", role: "name", suffix: true, ambiguous: true, words: "namae" },
  { language: "ja", role: "name", ambiguous: true, words: PEOPLE.replace(/[a-z]+/gu, "$&mei") },
  // 性 is written sei, 名 and 銘 mei: the cells decide.
  { language: "ja", role: "surname", suffix: true, ambiguous: true, words: "sei" },
  { language: "ja", role: "surname", suffix: true, words: "myouji seikanji kanjisei" },
  { language: "ja", role: "given-name", ambiguous: true, words: "mei" },
  { language: "ja", role: "given-name", suffix: true, words: "meikanji kanjimei" },
  { language: "ja", role: "reading", suffix: true, words: "shimeikana kanashimei namaekana kananamae shimeifurigana namaefurigana yomi yomigana yomikata" },
  { language: "ja", role: "surname-reading", suffix: true, words: "seikana kanasei seifurigana seiyomi" },
  { language: "ja", role: "given-name-reading", suffix: true, words: "meikana kanamei meifurigana meiyomi" },
  { language: "ja", role: "postal-code", suffix: true, words: "yuubin yuubinbangou yuubinno" },
  { language: "ja", role: "address", suffix: true, words: "juusho genjuusho shozaichi" },
  { language: "ja", role: "address", suffix: true, private: true, words: "jitakujuusho" },
  { language: "ja", role: "address-part", suffix: true, words: "todoufuken shikuchouson shichouson chouiki chouikimei choumei banchi tatemono tatemonomei heyabangou" },
  { language: "ja", role: "phone", suffix: true, words: "denwa denwabangou denwano" },
  { language: "ja", role: "phone", suffix: true, private: true, words: "keitai keitaidenwa keitaibangou keitaidenwabangou keitaitel jitakudenwa jitakutel kinkyuurenrakusaki" },
  { language: "ja", role: "email", suffix: true, words: "meruado keitaimail" },
  { language: "ja", role: "contact", suffix: true, words: "renrakusaki" },
  { language: "ja", role: "birth-date", suffix: true, words: "seinengappi tanjoubi" },
  { language: "ja", role: "birth-year", words: "seinen tanjounen" },
  { language: "ja", role: "trait", suffix: true, words: "seibetsu nenrei gakunen zokugara tsuzukigara ketsuekigata shokugyou nyuukaibi nyuushabi" },
  { language: "ja", role: "fact", entity: "user-id", suffix: true, words: "kaiinbangou kaiinno kaiinid kaiincode shainbangou shainno shainid shaincode shokuinbangou shokuinno kokyakubangou kokyakuno kokyakuid kokyakucode gakusekibangou kanjabangou kanjaid" },
  { language: "ja", role: "fact", entity: "bank-account", suffix: true, words: "kouza kouzabangou kouzano" },
  { language: "ja", role: "fact", entity: "special-care", suffix: true, words: "byoumei shoubyoumei shougaimei kioureki" },
  { language: "ja", role: "organisation", words: "kaishamei gakkoumei dantaimei tenpomei tenpo shozoku shozokumei busho bushomei kinmusaki" },
  { language: "ja", role: "other", words: "bikou hizuke kingaku shouhinmei tanka suuryou" },
];

/** Each with the ways to write it. Longer ones come first: they are looked for in this order. */
const WAYS: readonly (readonly [string, readonly string[]])[] = [
  ["shou", ["shou", "sho", "syou", "syo"]], ["shuu", ["shuu", "shu", "syuu", "syu"]], ["chou", ["chou", "cho", "tyou", "tyo"]], ["chuu", ["chuu", "chu", "tyuu", "tyu"]], ["jou", ["jou", "jo", "zyou", "zyo", "jyou", "jyo"]],
  ["juu", ["juu", "ju", "zyuu", "zyu", "jyuu", "jyu"]], ["sha", ["sha", "sya"]], ["shu", ["shu", "syu"]], ["sho", ["sho", "syo"]], ["shi", ["shi", "si"]], ["chi", ["chi", "ti"]], ["tsu", ["tsu", "tu"]], ["ja", ["ja", "zya", "jya"]],
  ["ju", ["ju", "zyu", "jyu"]], ["ji", ["ji", "zi"]], ["fu", ["fu", "hu"]], ["ou", ["ou", "o", "oh"]], ["uu", ["uu", "u"]],
];

function waysOf(word: string): string[] {
  let ways = [""];
  for (let at = 0; at < word.length; ) {
    const [spelt, written] = WAYS.find(([one]) => word.startsWith(one, at)) ?? [word[at], [word[at]]];
    ways = ways.flatMap((before) => written.map((one) => before + one));
    at += spelt.length;
  }
  return ways;
}

const spelt = (words: string): string => words.split(" ").flatMap(waysOf).join(" ");

export const romajiHeaderWords = (): readonly RomajiEntry[] => ENTRIES.map((entry) => ({ ...entry, words: spelt(entry.words) }));
/** Before another word, whose it is. */
export const romajiPeople = (): string => spelt(PEOPLE);
