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

/**
 * What a telephone is called in a language, with the countries that it is most spoken in: a label in Korean is followed by a number as
 * Korea dials it. The first country whose numbers have these digits is taken.
 */
const SPOKEN: readonly (readonly [words: string, countries: string])[] = [
  ["전화|전화번호|휴대폰|휴대폰번호|휴대전화|핸드폰|연락처|연락처번호|휴대 전화|휴대폰 번호", "KR"],
  ["电话|电话号码|联系电话|手机|手机号|手机号码|移动电话|联系方式", "CN"],
  ["電話號碼|行動電話|手機|手機號碼|聯絡電話|聯繫電話|市話", "TW HK"],
  ["Telefon|Telefonnummer|Handy|Handynummer|Mobil|Mobilnummer|Mobiltelefon|Rufnummer|Festnetz|unter|unter der Nummer", "DE AT CH"],
  ["Tél|Téléphone|Portable|N° de téléphone|numéro", "FR BE CH"],
  ["Teléfono|Teléfono móvil|Móvil|Celular|Tfno|Tlf|Telefono|teléfono de contacto es el|al teléfono", "ES MX AR CO PE CL"],
  ["Cellulare|Telefono|Telefono cellulare|al numero", "IT CH"],
  ["Celular|Telefone|Telemóvel|Telefone celular|Fone", "BR PT"],
  ["Telefoon|Telefoonnummer|Mobiel|Gsm", "NL BE"],
  ["Telefon|Komórka|Nr telefonu|Numer telefonu|Telefon komórkowy", "PL"],
  ["Telefon|Mobil|Mobiltelefon|Tlf|Mobilnummer|Mobilnr", "SE NO DK"],
  ["Телефон|Тел|Моб|Мобильный|Мобильный телефон|Контактный телефон|телефону", "RU UA KZ"],
  ["Số điện thoại|Điện thoại|SĐT|ĐT|Di động|Điện thoại di động", "VN"],
];
/** Words of Japanese and of many languages say of no country that its numbers are meant: asked where the number is none of our own. */
const SPOKEN_HERE: readonly (readonly [words: string, countries: string])[] = [
  ["Mobile|Phone|Mobile number|Phone number|Telephone|Cell|Mobile no|Mobile phone|Contact number|Home|Work", "GB AU IN NZ SG ZA IE"],
  ["Tel", "GB DE FR ES IT NL BR PL AT CH BE PT AU IN"],
  ["電話", "TW HK"],
];
const FOLLOWED = /(?:^|[^\p{L}])([\p{L}°][\p{L}° ]{0,30}?)\.?(?:\([^()\n]{1,12}\))? ?[:：=]?[ \t]{0,4}\(?$/u;

type Words = ReadonlyMap<string, readonly string[]>;
let spoken: { readonly abroad: Words; readonly here: Words; /** The last characters of them all. */ readonly endings: ReadonlySet<number> } | undefined;

function wordsOf(lists: typeof SPOKEN): Words {
  const words = new Map<string, readonly string[]>();
  for (const [list, countries] of lists) {
    for (const word of list.toLowerCase().split("|")) words.set(word, [...(words.get(word) ?? []), ...countries.split(" ")]);
  }
  return words;
}

function spokenWords(): NonNullable<typeof spoken> {
  const [abroad, here] = [wordsOf(SPOKEN), wordsOf(SPOKEN_HERE)];
  return { abroad, here, endings: new Set([...abroad.keys(), ...here.keys()].map((word) => word.charCodeAt(word.length - 1))) };
}

/**
 * ISO 3166-1 alpha-2 of the countries whose languages call a telephone by the word directly before `start`, the likeliest first.
 * @param isOurs the number is one of our own country, too: words that we use as well say nothing then
 */
export function countriesSpeaking(text: string, start: number, isOurs: boolean): readonly string[] {
  let last = start - 1;
  while (last > start - MOST_SIGNS - 1 && LABEL_SIGNS.has(text.charCodeAt(last))) last--;
  spoken ??= spokenWords();
  const { abroad, here, endings } = spoken;
  const code = text.charCodeAt(last);
  if (!endings.has(code) && !endings.has(code | 0x20)) return NOWHERE;
  const found = FOLLOWED.exec(text.slice(Math.max(0, start - FARTHEST), start));
  if (found === null) return NOWHERE;
  // "su teléfono móvil": the label is the last words of what stands there.
  const words = found[1].toLowerCase().split(" ");
  for (let from = Math.max(0, words.length - MOST_WORDS); from < words.length; from++) {
    const label = words.slice(from).join(" ");
    const countries = abroad.get(label) ?? (isOurs ? undefined : here.get(label));
    if (countries !== undefined) return countries;
  }
  return NOWHERE;
}
const NOWHERE: readonly string[] = [];
const MOST_WORDS = 5;
const LABEL_SIGNS = new Set(Array.from(".:：=) \t(", (char) => char.charCodeAt(0)));

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
