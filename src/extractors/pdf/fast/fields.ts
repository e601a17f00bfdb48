/** Values of form fields (ISO 32000-1, 12.7.3), with or without a widget that shows them: pdfjs knows only those with one. */
import type { NamedText } from "../document.js";
import type { PdfFile } from "./file.js";
import { isArray, isBytes, isDict, isRef, NotPlain, type Dict, type Value } from "./lexer.js";
import { textString } from "./text-string.js";

const MAX_FIELDS = 100_000;
const MAX_DEPTH = 32;

export function readFields(file: PdfFile, catalog: Dict): NamedText[] {
  const form = file.resolve(catalog.get("AcroForm"));
  const found: NamedText[] = [];
  const seen = new Set<number>();
  const walk = (list: Value, path: string, depth: number): void => {
    if (!isArray(list)) return;
    if (depth > MAX_DEPTH) throw new NotPlain("fields nested too deep");
    for (const reference of list) {
      if (isRef(reference)) {
        if (seen.has(reference.ref)) continue;
        seen.add(reference.ref);
      }
      if (seen.size > MAX_FIELDS) throw new NotPlain("too many fields");
      const field = file.resolve(reference);
      if (!isDict(field)) continue;
      const own = textString(file.resolve(field.get("T")));
      const name = own === undefined ? path : path === "" ? own : `${path}.${own}`;
      for (const key of ["V", "DV"]) for (const text of valuesOf(file, field.get(key))) found.push({ name, text });
      walk(file.resolve(field.get("Kids")), name, depth + 1);
    }
  };
  if (isDict(form)) walk(file.resolve(form.get("Fields")), "", 0);
  return found;
}

/** Text, a list of chosen texts, or a stream of text; a name is the state of a button. */
function valuesOf(file: PdfFile, value: Value | undefined): string[] {
  if (file.streamDict(value) !== undefined) {
    const text = textString(file.stream(value).bytes);
    return text === undefined || text === "" ? [] : [text];
  }
  const resolved = file.resolve(value);
  return (isArray(resolved) ? resolved.map((one) => file.resolve(one)) : [resolved]).flatMap((one) => {
    const text = isBytes(one) ? textString(one) : undefined;
    return text === undefined || text === "" ? [] : [text];
  });
}
