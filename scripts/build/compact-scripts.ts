/**
 * `\p{Script=Han}` and its like in expressions, written out as few ranges. V8 compiles a class when it is first used: /[\p{Script=Han}]{1,5} [\p{Script=Han}]{1,4}/u
 * takes 1.4 ms, the same of these ranges 0.1 ms (Node 20), because every range beyond the basic plane is spelt as surrogate pairs, and as often as
 * the class may be repeated. A command that reads one small text came to forty such classes. The build and the tests both read the sources so.
 */

/** All ideographs: beyond the basic plane the two planes that Unicode keeps for them. Left out: 〡 to 〩, 〸 to 〻, Tangut's and Vietnam's marks. */
const HAN = "\u2e80-\u2fd5々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufad9\u{20000}-\u{3ffff}";
/** Without archaic letters and ones in circles or squares, which normalisation undoes. */
const HIRAGANA = "ぁ-ゖゝ-ゟ";
const KATAKANA = "ァ-ヺヽ-ヿㇰ-ㇿｦ-ｯｱ-ﾝ";

const RANGES: Readonly<Record<string, string>> = { Han: HAN, Hiragana: HIRAGANA, Katakana: KATAKANA };
const PROPERTY = /\\{1,2}p\{Script=(Han|Hiragana|Katakana)\}/gu;

export function compactScripts(code: string): string {
  if (!code.includes("p{Script=")) return code;
  return code
    .split("\n")
    .map((line) => line.replace(PROPERTY, (_, script: string, at: number) => (isInClass(line, at) ? RANGES[script] : `[${RANGES[script]}]`)))
    .join("\n");
}

/** Whether a bracket is open at `end`. Brackets of the code around it are closed again on their line; escaped ones are none, in strings with two backslashes. */
function isInClass(line: string, end: number): boolean {
  let isOpen = false;
  for (let i = 0; i < end; i++) {
    if (line[i] === "\\") i += line[i + 1] === "\\" ? 2 : 1;
    else if (line[i] === "[") isOpen = true;
    else if (line[i] === "]") isOpen = false;
  }
  return isOpen;
}
