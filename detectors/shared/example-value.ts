/** Values that stand for others: in the tests and the code of a program, in a manual's example. They are nobody's unless somebody stands beside them. */

import { standsWithin } from "./beginnings.js";
import { lineEndAt, lineStartAt } from "./line-bounds.js";

/** What lines of programs have and records of data have not: calls, assertions, declarations, comparisons. */
const CODE =
  /(?:^|[^\p{L}\d_])(?:expect|assert\w{0,24}|should|describe|it(?:\.each)?|test(?:\.each)?|parametrize|new \p{Lu}\w{0,40}|\p{Lu}\w{0,40}(?=\(\w{1,24}=)|date|(?:[a-z]\w{0,24})?(?:[pP]arse|[sS]plit|[gG]reet|[cC]onvert|[eE]xtract|[mM]ask|[fF]ormat|[vV]alid|[nN]ormali[sz]e|[tT]est|[cC]heck|[mM]atch|to(?=[A-Z])|is(?=[A-Z]))\w{0,24}|printf?|println|console\.\w{1,12})\(|^\s*(?:export |pub |private |public |static )*(?:const|let|var|def|func|function|fn|return|assert|echo|val) |^\s*(?:>>>|irb[^>\n]{0,24}>|In \[\d+\]:) |=>|[=!]==?|\.(?:to|should|equals?|replace|match|test)\w{0,24}\(/u;
/** Where the line is nothing but a literal of a list, the lines around it are asked. */
const ONLY_LITERALS = /^\s*(?:[[({]\s*)*(?:["'`][^"'`\n]{0,80}["'`]|[\d.]{1,24}|true|false|null|None)(?:\s*[,:]\s*(?:["'`][^"'`\n]{0,80}["'`]|[\d.]{1,24}|true|false|null|None))*[\s\])},;]*$/u;
const QUOTES = "\"'`";
const LINES_AROUND = 6;
const LONGEST_LINE = 400;

/** Whether the value is a quoted one in a line of a program. @param text normalised; the value stands in [start, end) */
export function isInCode(text: string, start: number, end: number): boolean {
  let lineStart = lineStartAt(text, start, LONGEST_LINE);
  const lineEnd = lineEndAt(text, end, LONGEST_LINE);
  if (lineStart < 0 || lineEnd < 0 || lineEnd - lineStart > LONGEST_LINE) return false;
  const line = text.slice(lineStart, lineEnd);
  if (!isQuoted(line, start - lineStart)) return false;
  if (CODE.test(line)) return true;
  // ["0312345678", "03-1234-5678"], in a list of cases.
  let literals = line;
  for (let row = 0; row < LINES_AROUND && lineStart > 0 && ONLY_LITERALS.test(literals); row++) {
    const above = lineStartAt(text, lineStart - 1, LONGEST_LINE);
    if (above < 0) return false;
    literals = text.slice(above, lineStart - 1);
    if (CODE.test(literals)) return true;
    lineStart = above;
  }
  return false;
}

/** Whether a quotation mark is open before the place. */
function isQuoted(line: string, at: number): boolean {
  let open = "";
  for (let i = 0; i < at; i++) {
    if (open === "" ? QUOTES.includes(line[i]) : line[i] === open) open = open === "" ? line[i] : "";
  }
  return open !== "";
}

/** 例: 1980-01-01, example: '090-1234-5678', (例)03-1234-5678. */
const EXAMPLE_BEFORE = /(?:^|[^\p{L}\d.@_-])(?:(?:例|記入例|記載例|入力例|サンプル|見本|e\.g\.)\s{0,2}[:=)】」\]]?|(?:placeholder|examples?|sample|default)["']?\s{0,2}[:=)\]])\s{0,2}["'「(]?$/iu;
const LONGEST_MARK = 20;

/** 【記入例】, alone on a line, and the lines of the example below it. */
const EXAMPLE_ABOVE = /(?:^|\n)[ \t■□◆◇●○※【(［[<〈《]{0,4}(?:記入例|記載例|入力例|作成例|記入見本|見本|サンプル|Example|EXAMPLE|Sample|SAMPLE)[ \t】)］\]>〉》:]{0,4}\n(?:[^\n]+\n)*[^\n]*$/u;
const LONGEST_EXAMPLE = 240;

/** placeholder: { name: "佐藤 花子" }, and in YAML the lines that are indented below example: */
const IN_EXAMPLE = /(?:^|[^\p{L}\d])(?:placeholders?|examples?|samples?|サンプル|例)["']?\s{0,2}[:=]\s{0,2}[{[][^{}[\]]{0,400}$|(?:^|\n)([ \t]{0,24})(?:- )?(?:examples?|samples?):\n(?:\1[ \t]{1,12}[^\n]+\n){0,10}\1[ \t]{1,12}[^\n]*$/iu;
const MAY_BE_IN_EXAMPLE = /placeholder|example|sample|サンプル|例/iu;
const LONGEST_OBJECT = 480;

/** Beside 山田花子 or John Doe in one object: the rest of it is made up as well. */
const OF_NOBODY = /(?:山田|テスト|ダミー|サンプル|見本)[ ・]?(?:太郎|花子|一郎|次郎)|ヤマダ[ ・]?(?:タロウ|ハナコ)|(?:John|Jane) (?:Doe|Smith)|(?:Taro|Hanako) Yamada|YAMADA (?:TARO|HANAKO)/iu;
const OBJECT_REACH = 200;

/** Whether a brace is open. */
function isBehindBrace(text: string, start: number): boolean {
  for (let at = start - 1; at >= Math.max(0, start - OBJECT_REACH); at--) {
    const code = text.charCodeAt(at);
    if (code === 0x7b) return true;
    if (code === 0x7d) return false;
  }
  return false;
}

function isBesideNobody(text: string, start: number): boolean {
  if (!isBehindBrace(text, start)) return false;
  const before = text.slice(Math.max(0, start - OBJECT_REACH), start);
  const open = before.lastIndexOf("{");
  const behind = text.slice(start, start + OBJECT_REACH);
  const close = behind.indexOf("}");
  return close >= 0 && OF_NOBODY.test(before.slice(open) + behind.slice(0, close));
}

/** Whether what stands directly before, or heads the lines, says that the value is an example. */
export function isExample(text: string, start: number): boolean {
  if (mayEndMark(text.charCodeAt(start - 1)) && EXAMPLE_BEFORE.test(text.slice(Math.max(0, start - LONGEST_MARK), start))) return true;
  return isInExample(text, start) || isBesideNobody(text, start);
}

/** 例, サンプル, 見本, e.g., a sign or a space: most values stand behind a letter. */
const mayEndMark = (code: number): boolean => !(code >= 0x30a1 || (code >= 0x3041 && code <= 0x3096)) || code === 0x4f8b || code === 0x30eb || code === 0x672c || code === 0xfeff;

function isInExample(text: string, start: number): boolean {
  const from = Math.max(0, start - LONGEST_OBJECT);
  if (!standsWithin(text, from, start, MAY_BE_IN_EXAMPLE)) return false;
  const above = text.slice(from, start);
  return EXAMPLE_ABOVE.test(above.slice(-LONGEST_EXAMPLE)) || IN_EXAMPLE.test(above);
}

/** 1234-5678, 0000-0000, 00-0000, 1111-2222, 123-4567: what manuals and tests make up. */
const SAMPLE_DIGITS = /12345678$|1234567$|23456789$|98765432$|(\d)\1{3}(\d)\2{3}$|(\d)\3{6}$|0{6}$/u;

/** @param digits of a telephone number, without its country */
export const isSampleNumber = (digits: string): boolean => SAMPLE_DIGITS.test(digits);
