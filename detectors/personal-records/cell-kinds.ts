/** What cells are made of, and how they fit their headers. */

/** The cell is not what its header says; it is and holds more; it is that and nothing else. */
export const NOT = 0;
export const PARTLY = 1;
export const WHOLLY = 2;
export type Fit = typeof NOT | typeof PARTLY | typeof WHOLLY;

export const KANJI = 1;
export const HIRAGANA = 2;
export const KATAKANA = 4;
/** And the other alphabets with capitals: Greek, Cyrillic. */
export const LATIN = 8;
export const DIGIT = 16;
export const SPACE = 32;
/** Marks between and inside names: ・ . ' - = , */
export const JOINER = 64;
export const LETTER = KANJI | HIRAGANA | KATAKANA | LATIN;

let kinds: Uint8Array | undefined;

/** By UTF-16 unit: what kind of character it is; 0 for all others. */
export function kindTable(): Uint8Array {
  if (kinds !== undefined) return kinds;
  const table = new Uint8Array(0x10000);
  table.fill(KANJI, 0x3400, 0x4dc0).fill(KANJI, 0x4e00, 0xa000).fill(KANJI, 0xf900, 0xfb00).fill(KANJI, 0xd840, 0xd880).fill(KANJI, 0xdc00, 0xe000);
  table.fill(HIRAGANA, 0x3041, 0x3097).fill(KATAKANA, 0x30a1, 0x30fb).fill(KATAKANA, 0xff66, 0xffa0);
  table.fill(LATIN, 0x41, 0x5b).fill(LATIN, 0x61, 0x7b).fill(LATIN, 0xc0, 0x250).fill(LATIN, 0xff21, 0xff3b).fill(LATIN, 0xff41, 0xff5b);
  table.fill(LATIN, 0x370, 0x530).fill(LATIN, 0x1e00, 0x1f00);
  table.fill(DIGIT, 0x30, 0x3a).fill(DIGIT, 0xff10, 0xff1a);
  for (const char of "々〆ヶヵ") table[char.charCodeAt(0)] = KANJI;
  table[0x30fc] = KATAKANA;
  for (const char of " \u3000\u00a0\t\n\r") table[char.charCodeAt(0)] = SPACE;
  for (const char of "・･.'’‐-=,，") table[char.charCodeAt(0)] = JOINER;
  // Variation selectors stand in registered names (邉󠄂, 辻󠄀); the normaliser takes them out of values.
  table.fill(KANJI, 0xfe00, 0xfe10);
  table[0xdb40] = KANJI;
  return (kinds = table);
}
