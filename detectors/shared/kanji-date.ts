/** Dates in kanji numerals, as certificates and vertical writing have them: 昭和五十五年四月一日, 一九八〇年四月一日. */

export interface KanjiNumbers {
  /** 昭和 and so on; "" for a western year. */
  readonly era: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly end: number;
}

const DIGITS = "〇一二三四五六七八九";
const KANJI_DATE = /(?:(明治|大正|昭和|平成|令和)(元|[〇一二三四五六七八九十]{1,4})|([一二][〇一二三四五六七八九]{3}))年([一二三四五六七八九十]{1,2})月([〇一二三四五六七八九十]{1,3})日/uy;
/** 昭和元年一月一日. */
const SHORTEST = 8;

/** 五十五, 五五, 十, 二〇; -1 where the characters are no such number. */
function kanjiNumber(text: string): number {
  if (text === "元") return 1;
  const ten = text.indexOf("十");
  if (ten < 0) {
    let number = 0;
    for (let i = 0; i < text.length; i++) number = number * 10 + DIGITS.indexOf(text.charAt(i));
    return number;
  }
  if (ten > 1 || text.length - ten > 2 || text.lastIndexOf("十") !== ten) return -1;
  const tens = ten === 0 ? 1 : DIGITS.indexOf(text.charAt(0));
  const ones = ten === text.length - 1 ? 0 : DIGITS.indexOf(text.charAt(ten + 1));
  return tens * 10 + ones;
}

/** Reads the date that begins exactly at an offset; its numbers may still be no date. */
export function readKanjiDate(text: string, start: number): KanjiNumbers | undefined {
  KANJI_DATE.lastIndex = start;
  const match = KANJI_DATE.exec(text);
  if (match === null) return undefined;
  const [, era = "", eraYear, westernYear, month, day] = match;
  return { era, year: kanjiNumber(westernYear ?? eraYear), month: kanjiNumber(month), day: kanjiNumber(day), end: KANJI_DATE.lastIndex };
}

/** Where in a run of kanji a date in kanji numerals may begin, or -1. Looks at each character of runs of eight or more once. */
export function kanjiDateStart(text: string, start: number, end: number): number {
  for (let i = start; i <= end - SHORTEST; i++) {
    const code = text.charCodeAt(i);
    // 令 平 昭 大 明 before 和 成 正 治, or 一 二 before 九 〇.
    const era = code === 0x4ee4 || code === 0x5e73 || code === 0x662d || code === 0x5927 || code === 0x660e;
    if (!era && code !== 0x4e00 && code !== 0x4e8c) continue;
    const next = text.charCodeAt(i + 1);
    if (era ? next === 0x548c || next === 0x6210 || next === 0x6b63 || next === 0x6cbb : next === 0x4e5d || next === 0x3007) return i;
  }
  return -1;
}
