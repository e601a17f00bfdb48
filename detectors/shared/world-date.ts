/** Dates in words of other languages than Japanese and English: 3. November 1956, 14 de septiembre de 1990, 14 сентября 1990, 1988년 3월 2일. */

export interface WorldDate {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly end: number;
}

/**
 * By month, its names in German, French, Spanish, Italian, Portuguese, Dutch, the Scandinavian languages, Polish, Russian, Turkish and
 * Indonesian, as dates have them (Unicode CLDR, "format wide"), and German's usual short ones.
 */
const NAMES = [
  "januar jänner janvier enero gennaio janeiro januari stycznia января ocak jan",
  "februar feber février fevrier febrero febbraio fevereiro februari lutego февраля şubat feb",
  "märz marz mars marzo março marco maart marts marca марта mart maret mär mrz",
  "april avril abril aprile kwietnia апреля nisan apr",
  "mai mayo maggio maio mei maj maja мая mayıs",
  "juni juin junio giugno junho czerwca июня haziran jun",
  "juli juillet julio luglio julho lipca июля temmuz jul",
  "august août aout agosto augustus augusti sierpnia августа ağustos agustus aug",
  "september septembre septiembre setiembre settembre setembro września сентября eylül sep sept",
  "oktober octobre octubre ottobre outubro października октября ekim okt",
  "november novembre noviembre novembro listopada ноября kasım nov",
  "dezember décembre decembre diciembre dicembre dezembro december desember grudnia декабря aralık dez",
];
let months: Map<string, number> | undefined;

const DAY_FIRST = /(\d{1,2})(?:\.|er|º|°)? ?(?:de |d['’])?(\p{L}{3,12})\.?(?: del?)? ([12]\d{3})(?!\d)/uy;
const VIETNAMESE = /(\d{1,2}) tháng (\d{1,2}) năm ([12]\d{3})(?!\d)/iuy;
const KOREAN = /([12]\d{3})년 ?(\d{1,2})월 ?(\d{1,2})일/uy;

/** What begins exactly at `start`, a digit; its numbers may still be no date. */
export function readWorldDate(text: string, start: number): WorldDate | undefined {
  DAY_FIRST.lastIndex = start;
  const found = DAY_FIRST.exec(text);
  if (found !== null) {
    months ??= new Map(NAMES.flatMap((names, i) => names.split(" ").map((name) => [name, i + 1])));
    const month = months.get(found[2].toLowerCase());
    return month === undefined ? undefined : { year: Number(found[3]), month, day: Number(found[1]), end: DAY_FIRST.lastIndex };
  }
  VIETNAMESE.lastIndex = start;
  const spelt = VIETNAMESE.exec(text);
  return spelt === null ? undefined : { year: Number(spelt[3]), month: Number(spelt[2]), day: Number(spelt[1]), end: VIETNAMESE.lastIndex };
}

export function readKoreanDate(text: string, start: number): WorldDate | undefined {
  KOREAN.lastIndex = start;
  const found = KOREAN.exec(text);
  return found === null ? undefined : { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]), end: KOREAN.lastIndex };
}
