/** Headers and footers as printed. Codes of ECMA-376 part 1, 18.3.1.46: sections begin lines, fonts, sizes, colours and fields go, "&&" is "&". */
export function withoutHeaderCodes(text: string): string {
  return text
    .replace(/&(?:"[^"]*"|K[\dA-F]{6}|K\d\d[+-]\d{3}|\d{1,3}(?!\d)|&|\D)/gsu, (code) => (code === "&&" ? "&" : /^&[LCR]$/u.test(code) ? "\n" : ""))
    .trim();
}
