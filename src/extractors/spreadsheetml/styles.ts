/** What styles do to numbers and to whether a cell can be seen. */
import type { XmlReader } from "../../bytes/xml.js";
import { wordsOf } from "./elsewhere.js";
import { customFormat, shortest, showsNothing, type NumberFormat } from "../cells/number-format.js";

export interface Style {
  readonly show: NumberFormat;
  readonly hides: boolean;
}

export interface Styles {
  get(id: string): Style | undefined;
  /** What styles are called, and words in formats, which cells show. */
  readonly words: readonly string[];
}

/** Formats that go by a name and leave the number as it is; dates have a type of their own here. */
const NAMED = /^(?:General|General (?:Number|Date)|(?:Long|Medium|Short) (?:Date|Time)|Currency|Euro Currency|Fixed|Standard|Percent|Scientific|Yes\/No|True\/False|On\/Off|@)?$/u;

/** @param reader at "open" of the element of all styles; undefined where there are none */
export function readStyles(reader: XmlReader | undefined): Styles {
  const styles = new Map<string, Style>();
  const words = new Set<string>();
  const read: Styles = { get: (id) => styles.get(id), get words() { return [...words]; } };
  if (reader === undefined) return read;
  const outer = reader.depth;
  let id = "";
  let style = { show: shortest, isWhite: false, isFilled: false, isBlank: false };
  for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
    if (token === "close" && reader.name === "Style") styles.set(id, { show: style.show, hides: style.isBlank || (style.isWhite && !style.isFilled) });
    if (token === "text" || token === "aside") words.add(reader.text.trim());
    if (token !== "open") continue;
    for (const word of wordsOf(reader)) words.add(word);
    if (reader.name === "Style") {
      id = reader.attribute("ID") ?? "";
      const parent = styles.get(reader.attribute("Parent") ?? "Default");
      style = { show: parent?.show ?? shortest, isWhite: false, isFilled: false, isBlank: parent?.hides === true };
    } else if (reader.name === "NumberFormat") {
      const code = reader.attribute("Format") ?? "";
      style.show = (NAMED.test(code) ? undefined : customFormat(code, false)) ?? shortest;
      style.isBlank = showsNothing(code);
    } else if (reader.name === "Font") style.isWhite = /^#FFFFFF$/iu.test(reader.attribute("Color") ?? "");
    else if (reader.name === "Interior") style.isFilled = !["", "None"].includes(reader.attribute("Pattern") ?? "");
  }
  return read;
}
