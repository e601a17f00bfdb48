/** What stands outside of cells: names, properties, and all that nobody here reads in its own terms. */
import type { XmlReader } from "../../bytes/xml.js";
import type { CellRange, Location } from "../../contract.js";
import type { Remark } from "../../text/remarks.js";
import { formulaLiterals } from "../cells/formulas.js";
import { printedR1C1 } from "../cells/print-area.js";

/** Moves past the element that was opened last, and calls `visit` at each token inside it. */
export function eachInside(reader: XmlReader, visit: (token: "open" | "text" | "aside" | "close") => void): void {
  const outer = reader.depth;
  for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) visit(token);
}

/** Names as remarks, and which cells the one of the printed ones stands for. */
export function readNames(reader: XmlReader, at: Location): { readonly remarks: readonly Remark[]; readonly printed: readonly CellRange[] } {
  const remarks: Remark[] = [];
  let printed: readonly CellRange[] = [];
  eachInside(reader, (token) => {
    if (token !== "open") return;
    const [name, formula] = [reader.attribute("Name") ?? "", reader.attribute("RefersTo") ?? ""];
    if (name === "Print_Area") printed = printedR1C1(formula);
    const text = [name, formulaLiterals(formula)].filter((one) => one !== "").join("\t");
    if (text !== "") remarks.push({ text, at });
  });
  return { remarks, printed };
}

const TIMESTAMP = /^\d{4}-\d\d-\d\dT[\d:.]{5,20}Z?$/u;

/** Each property is an element, whose name it is called by. */
export function readProperties(reader: XmlReader, at: Location): Remark[] {
  const properties: Remark[] = [];
  let name = "";
  eachInside(reader, (token) => {
    if (token === "open") name = reader.name;
    const text = token === "text" || token === "aside" ? reader.text.trim() : "";
    if (text !== "" && !TIMESTAMP.test(text)) properties.push({ text, at: [...at, { kind: "property", name }] });
  });
  return properties;
}

/** Numbers, colours and switches are nobody's words. */
const NO_WORDS = /^(?:[-+]?[\d.,]{0,9}|#[\dA-F]{6}|[a-z]{0,3})$/iu;

/** Attributes of the element opened last that may be words. */
export function wordsOf(reader: XmlReader): string[] {
  return reader.attributes().flatMap(([, value]) => (NO_WORDS.test(value) ? [] : [value]));
}

/** Every text, and every attribute that may be words, each once. */
export function readElsewhere(reader: XmlReader, at: Location): Remark[] {
  const texts = new Set(wordsOf(reader));
  eachInside(reader, (token) => {
    if (token === "open") for (const value of wordsOf(reader)) texts.add(value);
    else if (token !== "close" && reader.text.trim() !== "") texts.add(reader.text.trim());
  });
  return [...texts].map((text) => ({ text, at }));
}
