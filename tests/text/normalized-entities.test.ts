/** However a value is written, it is found, and where it stands in the text as given. */
import { describe, expect, it } from "vitest";
import type { Entity } from "../../src/contract.js";
import { findEntities } from "../../src/index.js";

/** Every entity found set in «». */
function marked(text: string, wanted: Entity): string {
  let out = "";
  let at = 0;
  for (const { entity, start, end } of findEntities(text)) {
    if (entity !== wanted) continue;
    out += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  return out + text.slice(at);
}

const CASES: readonly (readonly [what: string, entity: Entity, text: string])[] = [
  ["full-width digits", "phone-number", "電話 «０９０１２３４５６７８» まで"],
  ["full-width letters and marks", "email-address", "宛先：«ｔａｒｏ．ｓａｔｏ＠ｐｒｏｖｉｄｅｒ．ｅｘａｍｐｌｅ»、他"],
  ["half-width kana with voicing marks", "person-name", "氏名 «ﾀﾞﾃ ﾏｻﾑﾈ» 様"],
  ["decomposed kana", "person-name", "氏名 «た\u3099て まさむね» 様"],
  ["decomposed Latin letters", "person-name", "氏名 «Jose\u0301 Garci\u0301a» 様"],
  ["a hyphen", "phone-number", "(«03‐1357‐2864»)"],
  ["a non-breaking hyphen", "phone-number", "(«03‑1357‑2864»)"],
  ["an en dash", "phone-number", "(«03–1357–2864»)"],
  ["an em dash", "phone-number", "(«03—1357—2864»)"],
  ["a horizontal bar", "phone-number", "(«０３―１３５７―２８６４»)"],
  ["a minus sign", "phone-number", "(«03−1357−2864»)"],
  ["a full-width hyphen", "phone-number", "(«０３－１３５７－２８６４»)"],
  ["a long-vowel mark", "phone-number", "(«０３ー１３５７ー２８６４»)"],
  ["a half-width long-vowel mark", "phone-number", "(«03ｰ1357ｰ2864»)"],
  ["a box-drawing line", "phone-number", "(«03─1357─2864»)"],
  ["long-vowel marks in an address", "postal-address", "住所 «香川県高松市番町１ー２ー３» です"],
  ["zero-width spaces", "person-name", "氏名 «佐\u200b藤\u200b花\u200b子»\u200b 様"],
  ["a soft hyphen", "phone-number", "電話 «090\u00ad-1234-5678» まで"],
  ["a byte order mark and a word joiner", "postal-address", "住所 «香\ufeff川県\u2060高松市番町1-2-3»、"],
  ["tags", "phone-number", "電話 «090-\u{e0041}1234-5678» まで"],
  ["a control character", "person-name", "氏名 «佐藤\u0000 花子» 様"],
  ["a variation selector", "person-name", "氏名：«渡辺\ufe00 花子» 様"],
  ["an ideographic variation sequence", "person-name", "氏名：«葛\u{e0100}城 花子» 様"],
  ["variant kanji", "person-name", "氏名：«髙橋 花子»、«山﨑 太郎»、«渡邊 一郎»、«渡邉 次郎»、«齋藤 三郎»、«齊藤 四郎» の6名"],
  ["rare variant kanji", "person-name", "氏名：«栁田 一郎»、«𠮷田 花子» の2名"],
  ["a compatibility ideograph", "person-name", "氏名：«\ufa19谷 花子» 様"],
  ["Chinese numerals", "postal-address", "住所 «東京都港区三田一丁目二番地三» です"],
  ["Chinese numerals with tens", "postal-address", "住所 «東京都八王子市元本郷町三丁目二十四番一号» です"],
  ["a wide space in the label", "person-name", "氏　　　名　«佐藤　花子»　様"],
  ["spaces between all characters of a name", "person-name", "氏 名：«佐 藤 花 子»"],
  ["spaces between all characters of an address", "postal-address", "住 所：«香 川 県 高 松 市 番 町 1-2-3»"],
  ["spaces in the label of a number", "phone-number", "Ｔ Ｅ Ｌ　«03 1234 5678»"],
  ["non-breaking spaces", "phone-number", "電話\u00a0«090\u00a01234\u00a05678»"],
  ["the end of a line in an address", "postal-address", "住所 «香川県高松市\n番町1-2-3»\n以上"],
  ["the end of a line, as Windows writes it", "postal-address", "住所 «香川県高松市番町1丁目\r\n2番3号»\r\n以上"],
  ["the end of a line in a number", "phone-number", "電話 «090-1234-\r\n5678» まで"],
  ["cells of an address", "postal-address", "«香川県\t高松市\t番町1-2-3»\t以上"],
  ["cells of a number", "phone-number", "電話\t«090\t1234\t5678»\t以上"],
  ["a digit a cell", "phone-number", "電話番号\t«0\t9\t0\t1\t2\t3\t4\t5\t6\t7\t8»\t以上"],
];

describe("findEntities: where a value stands in the text as given", () => {
  it.each(CASES)("is exact with %s", (_what, entity, text) => {
    const plain = text.replaceAll(/[«»]/gu, "");
    expect(marked(plain, entity)).toBe(text);
    // Nor does what stands before it move it: the map back grows with every change.
    const before = "ｶﾞ\u200b\r\n０ー０𠮷\r\n".repeat(200);
    expect(marked(before + plain, entity)).toBe(before + text);
  });
});
