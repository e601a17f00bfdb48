/** Which language the sender of a message reads. */
import type { Language } from "../contract.js";
import { decodeWords } from "../extractors/eml/encoded-words.js";
import { readHeaders } from "../extractors/eml/headers.js";

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const JAPANESE_CHARSET = /charset\s*=\s*"?(?:iso-2022-jp|shift_jis|x-sjis|windows-31j|euc-jp|cp932)/iu;
/** Written in Han characters, too. */
const OTHER_CHARSET = /charset\s*=\s*"?(?:gb2312|gbk|gb18030|big5|euc-kr|ks_c_5601)/iu;
/** A message says what it is written in near its beginning. */
const HEAD_BYTES = 16_384;
const TELLING = new Set(["subject", "from", "to"]);

export function senderLanguage(message: Uint8Array): Language {
  const head = message.subarray(0, HEAD_BYTES);
  const ascii = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString("latin1");
  if (JAPANESE_CHARSET.test(ascii)) return "ja";
  if (OTHER_CHARSET.test(ascii)) return "en";
  if (JAPANESE.test(new TextDecoder("utf-8").decode(head))) return "ja";
  for (const { lowerName, value } of readHeaders(head).fields) {
    if (lowerName === "content-language" || lowerName === "accept-language") return /^\s*ja\b/iu.test(value) ? "ja" : "en";
    if (TELLING.has(lowerName) && JAPANESE.test(decodeWords(value))) return "ja";
  }
  return "en";
}
