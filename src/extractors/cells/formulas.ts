/** Text that stands in formulas: `=IF(A1="x","山田","")` shows one name and holds it whatever it shows. */

/** The string literals of a formula, tabs between them; "" where there is none that says anything. */
export function formulaLiterals(formula: string): string {
  let from = formula.indexOf('"');
  if (from < 0) return "";
  const literals: string[] = [];
  while (from >= 0) {
    let text = "";
    let at = from + 1;
    for (;;) {
      const close = formula.indexOf('"', at);
      text += formula.slice(at, close < 0 ? undefined : close);
      at = close < 0 ? formula.length : close + 1;
      // A doubled quotation mark is one in the text.
      if (formula[at] !== '"' || close < 0) break;
      text += '"';
      at++;
    }
    if (text.trim() !== "") literals.push(text);
    from = formula.indexOf('"', at);
  }
  return literals.join("\t");
}
