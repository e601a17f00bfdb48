/** Addresses as Russia, Korea, China and Taiwan write them, and any that a label of a form announces. */
import { isHangul } from "../../src/text/characters.js";
import { isChinese } from "./chinese-text.js";

export interface WorldAddress {
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

const REACH = 72;

/** г. Казань, ул. Баумана, д. 14, кв. 5: read back from the house's number. */
const RUSSIAN_HEAD =
  /(?:\d{6}, ?)?(?:(?:\p{Lu}[\u0430-\u045f-]+ (?:обл(?:\.|асть)|край|респ(?:\.|ублика)),? ?)?(?:(?:г|гор|город|пос|с|д)\.? ?)?\p{Lu}[\u0430-\u045f-]{2,24}, ?)?(?:ул|улица|пр|пр-т|просп|проспект|пер|переулок|пл|площадь|ш|шоссе|б-р|бул|бульвар|наб|набережная)\.? ?(?:\d{1,3}[- ])?\p{Lu}[\u0430-\u045fА-Я .-]{1,36}, ?(?:(?:д|дом)\.? ?)?$/u;
const RUSSIAN_TAIL = /\d{1,4}[\u0430-\u0433А-Г]?(?:[/-]\d{1,3})?(?:, ?(?:к|корп|корпус|стр|строение)\.? ?\d{1,3})?(?:, ?(?:кв|квартира|оф|офис|комн)\.? ?\d{1,4})?/uy;

/** 서울특별시 강남구 테헤란로 123, 402호 */
const KOREAN_HEAD =
  /(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|충청[북남]|전북|전남|전라[북남]|경북|경남|경상[북남]|제주)[가-힣]{0,6} )?(?:[가-힣]{1,6}[시군구] ){1,2}(?:[가-힣]{1,6}[읍면] )?[가-힣\d]{1,12}[로길동리가](?:\d{1,3}번?길)? ?$/u;
const KOREAN_TAIL = /\d{1,4}(?:-\d{1,4})?(?:번지)?(?:,? ?(?:[가-힣A-Za-z\d]{1,14} )?(?:\d{1,4}동 ?)?\d{1,5}호)?(?: ?\([가-힣\d, ]{2,20}\))?/uy;

/** 北京市朝阳区建国路88号3号楼502室, 臺北市大安區和平東路一段162號5樓 */
const CHINESE_HEAD = /\p{Script=Han}{0,20}(?:省|市|区|區|县|縣|州|镇|鎮|乡|鄉)\p{Script=Han}{1,20}(?:路|街|道|巷|弄|里|村|段|园|園)$/u;
const CHINESE_TAIL = /\d{1,5}(?:[号號巷弄](?:之\d{1,3})?)(?:[\p{Script=Han}\dA-Z-]{0,24}(?:室|楼|樓|号|號|层|層|单元|單元|户|戶|座|栋|棟|幢|房))?/uy;
/** 国道11号, 県道12号 */
const ROAD_OF_JAPAN = /(?:[国県府都市町村道]道|道路|通路|線路)$/u;

/** @param start of a run of digits */
export function readWorldAddress(text: string, start: number): WorldAddress | undefined {
  const last = text.charCodeAt(start - 1) === 0x20 ? start - 2 : start - 1;
  const before = text.charCodeAt(last);
  if (isHangul(before)) return joined(text, start, KOREAN_HEAD, KOREAN_TAIL);
  // "д. 14": a full stop behind a letter of it.
  if (isCyrillic(before) || ((before === 0x2e || before === 0x2c) && isCyrillic(text.charCodeAt(last - 1)))) return joined(text, start, RUSSIAN_HEAD, RUSSIAN_TAIL);
  if (CHINESE_ROAD_ENDS.has(before) && last === start - 1) {
    const found = joined(text, start, CHINESE_HEAD, CHINESE_TAIL);
    return found !== undefined && !ROAD_OF_JAPAN.test(text.slice(found.start, start)) && isChinese(text, found.start, found.end) ? found : undefined;
  }
  return labelled(text, start);
}

const isCyrillic = (code: number): boolean => code >= 0x400 && code <= 0x52f;
const CHINESE_ROAD_ENDS = new Set(Array.from("路街道巷弄里村段园園", (char) => char.charCodeAt(0)));

function joined(text: string, start: number, head: RegExp, tail: RegExp): WorldAddress | undefined {
  tail.lastIndex = start;
  if (!tail.test(text)) return undefined;
  const end = tail.lastIndex;
  const from = Math.max(0, start - REACH);
  const found = head.exec(text.slice(from, start));
  return found === null ? undefined : { start: from + found.index, end, confidence: 0.92 };
}

/** What a form calls the field. */
const LABEL =
  /(?:^|[^\p{L}])(?:(?:home |postal |mailing |residential |permanent |current |street )?address|adresse(?: postale)?|anschrift|wohnanschrift|dirección|domicilio|indirizzo|residenza|endereço|morada|adres(?: zamieszkania)?|adress|адрес(?: проживания| регистрации)?|địa chỉ|alamat|osoite|adresi) ?$/iu;
/** The last two letters of each, and of what may stand behind it. */
const LABEL_ENDS = new Set(["ss", "se", "le", "ft", "ón", "io", "zo", "za", "ço", "da", "es", "ia", "ес", "ия", "ии", "hỉ", "at", "te", "si"].map((pair) => (pair.charCodeAt(0) << 16) | pair.charCodeAt(1)));
const LABEL_REACH = 48;
const LONGEST_LABEL = 28;
/** Up to the end of its field: names of places, and two commas. */
const VALUE = /[^\n\t|"']{8,120}/uy;
const PLACES = /\p{Lu}\p{L}{2,}/gu;
const NO_PLACE = /[@{}<>=\\_]|https?:|0x|\d\.\d+\.\d/u;

function labelled(text: string, start: number): WorldAddress | undefined {
  let colon = start - 1;
  while (start - colon < LABEL_REACH && isOfAddress(text.charCodeAt(colon))) colon--;
  if (!isSign(text.charCodeAt(colon))) return undefined;
  const last = text.charCodeAt(colon - 1) === 0x20 ? colon - 2 : colon - 1;
  if (!LABEL_ENDS.has((folded(text.charCodeAt(last - 1)) << 16) | folded(text.charCodeAt(last))) || !LABEL.test(text.slice(Math.max(0, colon - LONGEST_LABEL), colon))) return undefined;
  let begins = colon + 1;
  while (text.charCodeAt(begins) === 0x20) begins++;
  VALUE.lastIndex = begins;
  const value = VALUE.exec(text)?.[0].trimEnd().replace(/[.;,]$/u, "");
  if (value === undefined || NO_PLACE.test(value) || (value.match(/,/gu)?.length ?? 0) < 2 || (value.match(PLACES)?.length ?? 0) < 2) return undefined;
  return { start: begins, end: begins + value.length, confidence: 0.85 };
}
const isSign = (code: number): boolean => code === 0x3a || code === 0x3d || code === 0x7c;
const folded = (code: number): number => (code >= 0x41 && code <= 0x5a ? code | 0x20 : code);
/** Letters but those of East Asia, digits, spaces, and the marks of addresses. */
const isOfAddress = (code: number): boolean =>
  code === 0x20 || (code >= 0x2c && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x23 || code === 0x26 || code === 0x27 || (code >= 0xaa && code < 0x2030);
