/** Scripts of single characters, as loops over code units ask for them: each takes what `charCodeAt` gives, NaN past the end included. */

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** CJK ideographs of the basic plane and 々. */
export const isKanji = (code: number): boolean => (code >= 0x3400 && code <= 0x9fff) || code === 0x3005;
export const isHiragana = (code: number): boolean => code >= 0x3041 && code <= 0x3096;
/** With the long vowel mark, without the dot between foreign names' parts. */
export const isKatakana = (code: number): boolean => (code >= 0x30a1 && code <= 0x30fa) || code === 0x30fc;
export const isKana = (code: number): boolean => isHiragana(code) || isKatakana(code);
export const isHangul = (code: number): boolean => code >= 0xac00 && code <= 0xd7a3;

/** Of hiragana the katakana; of anything else itself. */
export const katakanaCode = (code: number): number => (isHiragana(code) ? code + 0x60 : code);

/** Hiragana as katakana; the rest as it is. */
export const toKatakana = (text: string): string => text.replace(/[\u3041-\u3096]/gu, (char) => String.fromCharCode(katakanaCode(char.charCodeAt(0))));

/** A set of characters of the basic plane, to be asked by code: 1 for each of them. */
export function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}
