/** What styles do to numbers and to whether a cell can be seen. */
import type { XmlReader } from "../../bytes/xml.js";
import { wordsOf } from "./elsewhere.js";
import { customFormat, shortest, showsNothing, type NumberFormat } from "../cells/number-format.js";
import { isTinyFont } from "../cells/sight.js";

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

const WHITE = "#FFFFFF";

/** What a style says together with the one it is derived from. */
interface Written {
  readonly show: NumberFormat;
  /** Of the text; "" where it is left to the program. */
  readonly colour: string;
  /** Of the cell; "" for a pattern of two. */
  readonly ground: string;
  readonly isTiny: boolean;
  readonly isBlank: boolean;
}

const PLAIN: Written = { show: shortest, colour: "", ground: WHITE, isTiny: false, isBlank: false };

/** @param reader at "open" of the element of all styles; undefined where there are none */
export function readStyles(reader: XmlReader | undefined): Styles {
  const styles = new Map<string, Style>();
  const words = new Set<string>();
  const read: Styles = { get: (id) => styles.get(id), get words() { return [...words]; } };
  if (reader === undefined) return read;
  const outer = reader.depth;
  let id = "";
  let style: Written = PLAIN;
  const written = new Map<string, Written>();
  for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
    if (token === "close" && reader.name === "Style") {
      written.set(id, style);
      const isUnseen = style.isTiny || (style.colour !== "" && style.colour === style.ground);
      styles.set(id, { show: style.show, hides: style.isBlank || isUnseen });
    }
    if (token === "text" || token === "aside") words.add(reader.text.trim());
    if (token !== "open") continue;
    for (const word of wordsOf(reader)) words.add(word);
    if (reader.name === "Style") {
      id = reader.attribute("ID") ?? "";
      style = { ...(written.get(reader.attribute("Parent") ?? "Default") ?? PLAIN) };
    } else if (reader.name === "NumberFormat") {
      const code = reader.attribute("Format") ?? "";
      style = { ...style, show: (NAMED.test(code) ? undefined : customFormat(code, false)) ?? shortest, isBlank: showsNothing(code) };
    } else if (reader.name === "Font") {
      const colour = reader.attribute("Color");
      const size = reader.attribute("Size");
      style = { ...style, ...(colour !== undefined && { colour: colour.toUpperCase() }), ...(size !== undefined && { isTiny: isTinyFont(Number(size)) }) };
    } else if (reader.name === "Interior") {
      const pattern = reader.attribute("Pattern") ?? "";
      style = { ...style, ground: pattern === "" || pattern === "None" ? WHITE : pattern === "Solid" ? (reader.attribute("Color") ?? "").toUpperCase() : "" };
    }
  }
  return read;
}
