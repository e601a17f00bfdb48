import { describe, expect, it } from "vitest";
import { normalize } from "../../src/text/normalize.js";

describe("normalize", () => {
  it.each([
    ["full-width digits and letters become half-width", "０９０－１２３４Ａｂ", "090-1234Ab"],
    ["every hyphen becomes one", "1‐2‑3–4—5−6﹣7-8", "1-2-3-4-5-6-7-8"],
    ["a long-vowel mark between digits is a hyphen", "03ー1234ｰ5678", "03-1234-5678"],
    ["a long-vowel mark between full-width digits is one too", "０３ー１２３４", "03-1234"],
    ["a long-vowel mark in a word stays", "ｻｰﾋﾞｽサービス", "サービスサービス"],
    ["half-width kana become full-width with their voicing marks", "ｶﾞｷﾞﾊﾟﾋﾟｳﾞﾔﾏﾀﾞ", "ガギパピヴヤマダ"],
    ["decomposed kana, as macOS writes file names, are composed", "か\u3099は\u309aウ\u3099", "がぱヴ"],
    ["a voicing mark that nothing can carry stays visible", "ア\u3099", "ア\u309b"],
    ["what is invisible goes", "a\u200bb\u2060c\u00add\ufeffe\ufe0f", "abcde"],
    ["control characters go, white space stays", "山\0田\x1b\x7f\tx\ny", "山田\tx\ny"],
    ["ideographic variation selectors go", "葛\u{e0100}城辻\u{e0101}", "葛城辻"],
    ["other supplementary characters stay", "𩸽屋😀", "𩸽屋😀"],
    ["variant kanji take their dictionary form", "髙﨑邊齋", "高崎辺斎"],
    ["so do those that stand in no dictionary", "栁黑靑賴戶郞", "柳黒青頼戸郎"],
    ["and those outside the first plane", "𠮷田𣘺本", "吉田橋本"],
    ["decomposed Latin letters are composed", "Jose\u0301 Mu\u0308ller", "José Müller"],
    ["a mark that nothing can carry stays", "x\u0301 \u0301", "x\u0301 \u0301"],
    ["tags and fillers, which draw nothing, go", "山\u{e0041}\u{e007f}田\u3164太\uffa0郎", "山田太郎"],
    ["a wave dash is a tilde, a yen sign is one", "2〜3￥", "2~3¥"],
    ["compatibility ideographs and radicals become plain", "\uf9d3\u2f08", "陸人"],
    ["ideographic and other wide spaces become spaces", "a\u3000b\u00a0c", "a b c"],
    ["all line ends become one", "a\r\nb\rc\u2028d", "a\nb\nc\nd"],
    ["digits of other scripts are digits", "٠٩٠-१२३४ ๕๖", "090-1234 56"],
    ["letters and digits from mathematics are plain ones", "\u{1d412}\u{1d41a}\u{1d42d}\u{1d428} \u{1d7ce}\u{1d7d7}\u{1d7ce}", "Sato 090"],
    ["a keycap shows its digit", "0\ufe0f\u20e39\ufe0f\u20e3", "09"],
    ["low lines that fill a form's blank are spaces", "氏名____三谷理恵____ 電話＿087-821-1111＿", "氏名    三谷理恵     電話 087-821-1111 "],
    ["so are those of bold print, and those that part Japanese", "__三谷理恵__ 生年月日 __1985年__ 履歴書_三谷", "  三谷理恵   生年月日   1985年   履歴書 三谷"],
    ["those of a word in Latin letters stay", "氏名 ｔａｒｏ＿ｙ a_b __init__ x__1", "氏名 taro_y a_b __init__ x__1"],
    ["lone surrogates stay", "\ud842x\udb40y\ud835z\ud835", "\ud842x\udb40y\ud835z\ud835"],
  ])("%s", (_, original, normalized) => {
    expect(normalize(original).text).toBe(normalized);
  });

  it("returns plain text as it is, without a map", () => {
    const text = "山田 Taro 090-1234";
    const { text: same, originalStart, originalEnd } = normalize(text);
    expect(same).toBe(text);
    expect([originalStart(3), originalEnd(5)]).toEqual([3, 5]);
  });

  const original = "氏\u200b名：ﾔﾏﾀﾞ ﾀﾛｳ\u200b、電\u200b話０３ー１２\r\n末𣘺e\u0301\u{1d7ce}\u{1d7d7}";
  it.each([
    ["氏名", "氏\u200b名"],
    ["ヤマダ タロウ", "ﾔﾏﾀﾞ ﾀﾛｳ"],
    ["マダ", "ﾏﾀﾞ"],
    ["電話", "電\u200b話"],
    ["03-12", "０３ー１２"],
    ["末", "末"],
    ["橋é", "𣘺e\u0301"],
    ["09", "\u{1d7ce}\u{1d7d7}"],
  ])("maps %s back to where it stands", (found, expected) => {
    const { text, originalStart, originalEnd } = normalize(original);
    const start = text.indexOf(found);
    expect(original.slice(originalStart(start), originalEnd(start + found.length))).toBe(expected);
  });

  it("maps every single character of a seeded jumble back to what it came from", () => {
    const pieces = ["山", "a", "９", "ｶﾞ", "ﾊﾟ", "か\u3099", "\u200b", "\r\n", "\u{e0100}", "ー", "😀", "𠮷", "e\u0301", "\u{1d7d7}"];
    let seed = 7;
    let jumble = "";
    for (let i = 0; i < 5000; i++) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      jumble += pieces[(seed >>> 16) % pieces.length];
    }
    const { text, originalStart, originalEnd } = normalize(jumble);
    for (let i = 0; i < text.length; i++) {
      const source = jumble.slice(originalStart(i), originalEnd(i + 1));
      // A surrogate half or a mark's context cannot be normalised by itself; everything else must give the same character.
      if (/^[山a９か\u3099ｶﾞﾊﾟ]+$/u.test(source)) expect(normalize(source).text).toBe(text[i]);
    }
    expect(originalEnd(text.length)).toBeLessThanOrEqual(jumble.length);
  });
});
