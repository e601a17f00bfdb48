/** Names in Latin letters: Japanese ones romanised, English and other western ones by list. */
import { COMMON_ENGLISH_GIVEN, ENGLISH_GIVEN, ENGLISH_SURNAME, FOREIGN_SURNAME, givenTier, latinNameTrie, surnameTier } from "./name-dictionary.js";
import { lookUp } from "./trie.js";

/** Long vowels as passports leave them out; names.ts writes the dictionary's keys in the same way. */
export function plainRomaji(word: string): string {
  return word.toLowerCase().normalize("NFD").replace(/[^a-z]/gu, "").replace(/ou|oo|oh(?![aiueo])/gu, "o").replace(/uu/gu, "u");
}

/** Given names and surnames that English text begins sentences with or uses as words; they need the other part to be sure. */
const ALSO_WORDS = new Set(
  ("may will mark bill grant rose joy hope grace faith art chase drew guy jack june april summer dawn rich ray pat sue van page may case bar max miles dash sky star ruby crystal amber olive iris " +
    "white black brown green gray grey young long short small king prince bishop price page west north field woods stone rivers hill banks bush wood park day love power best rich strong sharp swift " +
    "case read reader post carpenter baker cook cooper fisher hunter taylor turner walker mason miller smith parker gardener foster porter carter potter major chance sun moon may earl duke baron " +
    "china india jordan israel paris london dallas austin houston sydney victoria florence georgia virginia carolina dakota savannah madison lincoln jackson washington holland england ireland " +
    "java ruby perl pearl angular vite ada julia pascal delphi mercury apollo atlas titan chrome safari opera echo nova luna bash case string list man men santa don san angel christian jesus lord " +
    "constant in on an so do to no go me he hi ma my mi al ed may can see her his our dan ali sam ben tim tom").split(" "),
);

/** Words of companies, places, offices and things that are written in capitals as names are. */
export const NOT_PART_OF_A_NAME =
  /(?<![\p{L}\d_])(?:Inc|Ltd|LLC|Corp|Co|GmbH|Company|Group|Foundation|University|College|School|Institute|Hospital|Library|Museum|Church|Street|St|Road|Rd|Avenue|Ave|Drive|Lane|Park|Square|Bridge|Airport|Station|Hotel|River|Lake|Island|Mountain|Valley|County|City|Town|Prize|Award|Cup|Trophy|Law|Effect|Theorem|Algorithm|Method|Model|Test|License|Public|Conference|Center|Centre|Building|Hall|House|Team|Project|Software|Systems?|Records|Press|Studio|Bank|Store|Show|API|SDK|UI|Islands?|Support|Service|Services|Sales|Manager|Management|Marketing|Engineering|Engineer|Development|Developer|Department|Dept|Division|Section|Office|Officer|Director|President|Chairman|Secretary|Assistant|Associate|Senior|Junior|Chief|Head|Staff|Member|Members|Customer|Customers|Client|User|Users|Admin|Administrator|Account|Accounts|Order|Orders|Product|Products|Invoice|Number|Name|Address|Phone|Email|Mail|Date|Birth|Room|Floor|Japan|Tokyo|Osaka|Kyoto|Global|International|National|Committee|Association|Society|Council|Agency|Ministry|Government|Network|Technology|Technologies|Solutions|Consulting|Holdings|Partners|Industries|Trading|Travel|Airlines?|Media|News|Times|Journal|Magazine|Windows|Office|Google|Microsoft|Amazon|Apple|The|And|For|With|Of|To|All|Any|New|Old|No|Not|Yes|Please|Thank|Thanks|Best|Kind|Regards|Sincerely|Yours|Dear|Sir|Madam|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|July|August|September|October|November|December|Total|Sub|Page|Table|Figure|Chapter|Version|Unknown|None|Same|Above|See|Attached|North|South|East|West|TBD|NA|Passport|Card|Visa|Class|Grade|Year|Level|Type|Status|Note|Notes|Data|Information|Info|Desk|Help|Copyright|Authors?|Contributors?|Maintainers?|Licensed|Code|Original|Script|Style|Font|Sans|Serif|File|Path|Key|Value|String)(?![\p{L}\d_])/iu;

export interface LatinParts {
  /** 0 to 1: how sure the word is a given name, or a surname, in Japanese or English. */
  readonly given: number;
  readonly surname: number;
  readonly japanese: number;
}

/** O'Rourke, McAllister, Kaczmarczyk, Lindqvist, Þorvaldsdóttir, Brandhuber: families of many countries go by their beginnings or ends. */
const FAMILY_ENDING =
  /^(?:O['’]\p{Lu}\p{L}{3,}|Ma?c\p{Lu}\p{Ll}{3,}|\p{Lu}\p{L}{2,}(?:[oe]wsk[iay]|[oe]vsk[iay]|iewicz|owicz|czyk|czuk|ovi[cć]|evi[cć]|ić|sson|sd[oó]ttir|opoulos|akis|idis|escu|enko|shvili|huber|me[iy]er|ma[iy]er|hofer|bauer|qvist|quist|gaard|ström|ová|nathan|murthy|swamy))$/u;

const SHORTEST_BY_ENDING = 6;

/** Words of the last texts: the same ones are capitalised again and again. */
const asked = new Map<string, LatinParts>();
const MOST_ASKED = 512;

export function latinParts(word: string): LatinParts {
  const before = asked.get(word);
  if (before !== undefined) return before;
  if (asked.size >= MOST_ASKED) asked.clear();
  const parts = partsOf(word);
  asked.set(word, parts);
  return parts;
}

function partsOf(word: string): LatinParts {
  const trie = latinNameTrie();
  const english = lookUpWord(word.toLowerCase().normalize("NFD").replace(/[^a-z]/gu, ""));
  const japanese = lookUpWord(plainRomaji(word));
  const also = ALSO_WORDS.has(word.toLowerCase());
  const givenJapanese = givenTier(japanese) / 3;
  const surnameJapanese = surnameTier(japanese) / 3;
  return {
    given: (also ? 0.5 : 1) * Math.max(givenJapanese * 0.95, (english & COMMON_ENGLISH_GIVEN) !== 0 ? 1 : (english & ENGLISH_GIVEN) !== 0 ? 0.75 : 0),
    surname: (also ? 0.8 : 1) * Math.max(surnameJapanese * 0.95, (english & ENGLISH_SURNAME) !== 0 ? 1 : (english & FOREIGN_SURNAME) !== 0 ? 0.9 : surnameJapanese === 0 && word.length >= SHORTEST_BY_ENDING && FAMILY_ENDING.test(word) ? 0.6 : 0),
    japanese: Math.max(givenJapanese, surnameJapanese),
  };
  function lookUpWord(plain: string): number {
    return lookUp(trie, plain, 0, plain.length);
  }
}

const TITLE = /^(?:mr|mrs|ms|miss|dr|prof|sir)\.?$/iu;
const INITIAL = /^\p{Lu}\.?$/u;
const SUFFIX = /^(?:jr|sr|junior|ii|iii|phd|md)\.?$/iu;
/** A word as names have it: Hanako, SATO, McDonald, O'Brien, Jean-Luc. */
const NAME_WORD = /^\p{Lu}(?:\p{L}|['’-](?=\p{L}))+$/u;
const PARTICLE = /^(?:de|da|di|del|della|van|von|der|den|ten|ter|la|le|los|las|bin|binti|al|el|dos|das|du|zu|af)$/u;

/** Of a name with its particles and initials: Ludovic E. R. van der Meulen. */
const MOST_WORDS = 7;

/** 0 to 1 that the words, in this order, are one person's name. */
export function judgeLatinName(words: readonly string[]): number {
  let rest = words;
  let titled = false;
  if (rest.length > 1 && TITLE.test(rest[0])) {
    rest = rest.slice(1);
    titled = true;
  }
  if (rest.length > 2 && SUFFIX.test(rest[rest.length - 1])) rest = rest.slice(0, -1);
  if (rest.length < (titled ? 1 : 2) || rest.length > MOST_WORDS) return 0;
  const names = rest.filter((word) => !INITIAL.test(word) && !PARTICLE.test(word));
  if (names.length === 0 || !names.every((word) => NAME_WORD.test(word))) return 0;
  const parts = names.map(latinParts);
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (names.length === 1) return titled ? Math.max(0.6, 0.9 * first.surname) : rest.length > 1 ? 0.75 * Math.max(first.given, first.surname) : 0;
  const western = pair(first.given, last.surname);
  // SATO Hanako, Sato Hanako: only Japanese names are written so.
  const eastern = pair(last.given, first.surname) * (last.japanese > 0.3 && first.japanese > 0.3 ? 1 : 0.55);
  // Kawanabe Yumiko, Shin-ichi Itakura: neither word is anything else.
  const isJapanese = names.length === 2 && isSurelyJapanese(names, parts) ? SURELY_JAPANESE : 0;
  // Daniel J. Bernstein: no word of English has an initial behind it.
  const initialled = names.length === 2 && rest.length > 2 && rest.slice(1, -1).every((word) => INITIAL.test(word)) ? 0.85 * first.given : 0;
  return Math.min(0.98, Math.max(western, eastern, initialled, isJapanese) + (titled ? 0.15 : 0));
}

const SURELY_JAPANESE = 0.8;
/** Given names that trains, songs and products have as well. */
const ALSO_PRODUCTS = new Set("mirai sakura hikari sora nozomi kodama hayabusa asahi haru natsu aki fuyu midori kaede akira yume miku rin hana ai mai yuki nana momo koto mari tsubame hibiki kirari minato nagisa subaru kaoru taiyo".split(" "));

function isSurelyJapanese(names: readonly string[], [first, last]: readonly LatinParts[]): boolean {
  if (![[first, last], [last, first]].some(([given, surname]) => given.japanese > 0.9 && given.given > 0.9 && surname.japanese > 0.6 && surname.surname > 0.6)) return false;
  return !names.some((name) => name.length < 4 || ALSO_WORDS.has(name.toLowerCase()) || ALSO_PRODUCTS.has(name.toLowerCase()));
}

/** A known given name with an unknown surname is likelier than the reverse. */
function pair(given: number, surname: number): number {
  if (given > 0 && surname > 0) return 0.35 + 0.6 * given * surname;
  if (given >= 0.7) return 0.6 * given;
  return surname > 0.7 ? 0.25 : 0;
}
