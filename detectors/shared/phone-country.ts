/** The country that stands before a telephone number and says how it is dialled: 米国 212-…, (UK) 020 …. */

const NAMES: Readonly<Record<string, string>> = {
  US: "米国|アメリカ合衆国|アメリカ|USA|U\\.S\\.A?\\.?|US|United States",
  CA: "カナダ|Canada",
  GB: "英国|イギリス|UK|U\\.K\\.|United Kingdom|England",
  KR: "韓国|大韓民国|South Korea|Korea",
  CN: "中国|China|PRC",
  TW: "台湾|Taiwan",
  HK: "香港|Hong Kong",
  SG: "シンガポール|Singapore",
  TH: "タイ|Thailand",
  VN: "ベトナム|Vietnam|Viet Nam",
  PH: "フィリピン|Philippines",
  ID: "インドネシア|Indonesia",
  MY: "マレーシア|Malaysia",
  IN: "インド|India",
  NP: "ネパール|Nepal",
  MM: "ミャンマー|Myanmar",
  AU: "オーストラリア|豪州|Australia",
  NZ: "ニュージーランド|New Zealand",
  DE: "ドイツ|Germany|Deutschland",
  FR: "フランス|France",
  IT: "イタリア|Italy|Italia",
  ES: "スペイン|Spain",
  NL: "オランダ|Netherlands",
  CH: "スイス|Switzerland",
  BR: "ブラジル|Brazil|Brasil",
  PE: "ペルー|Peru",
  MX: "メキシコ|Mexico",
  RU: "ロシア|Russia",
};
const CODES = Object.keys(NAMES);
/** A country, perhaps with a word for a telephone behind it, directly before the number. */
const TELEPHONE = "電話|電話番号|携帯|携帯電話|連絡先|TEL|Tel|tel|phone|Phone|mobile|Mobile|office|Office|支社|本社|事務所|オフィス|支店";
const BEFORE = new RegExp(
  `(?:^|[^\\p{L}])(?:${CODES.map((code) => `(${NAMES[code]}|${code}(?=[):：]))`).join("|")})(?:の|・| )?(?:${TELEPHONE})?[)）\\]】:： \\t]{0,4}\\(?$`,
  "u",
);
const FARTHEST = 28;
/** What may stand between the words and the number, and before the word for a telephone. */
const SIGNS = new Set(Array.from(")）]】:： \t(の・", (char) => char.charCodeAt(0)));
const MOST_SIGNS = 6;

let lasts: Set<number> | undefined;

/** The last two characters of all words that `BEFORE` ends with. */
function lastPairs(): Set<number> {
  const words = [...Object.values(NAMES).flatMap((names) => names.replace(/\\/gu, "").replaceAll("A?.?", "A|U.S.|U.S.A.|U.S").split("|")), ...CODES, ...TELEPHONE.split("|")];
  return new Set(words.map((word) => pairOf(word.charCodeAt(word.length - 2), word.charCodeAt(word.length - 1))));
}
const pairOf = (first: number, second: number): number => first * 2 ** 16 + second;

/** Whether a word that `BEFORE` may end with stands before: two characters are looked at, and nearly all numbers have others. */
function mayFollowCountry(text: string, start: number): boolean {
  let i = start - 1;
  while (i > start - MOST_SIGNS - 1 && SIGNS.has(text.charCodeAt(i))) i--;
  return (lasts ??= lastPairs()).has(pairOf(text.charCodeAt(i - 1), text.charCodeAt(i)));
}

/** ISO 3166-1 alpha-2 of the country named directly before `start`, if one is. */
export function countryBefore(text: string, start: number): string | undefined {
  if (!mayFollowCountry(text, start)) return undefined;
  const found = BEFORE.exec(text.slice(Math.max(0, start - FARTHEST), start));
  return found === null ? undefined : CODES.find((_code, i) => found[i + 1] !== undefined);
}
