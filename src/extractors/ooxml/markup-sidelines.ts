/** What office markup says in attributes: alternative texts, names, tooltips, form fields, sources of mail merges. */
import type { XmlReader } from "../../bytes/xml.js";
import type { Concealment } from "../../contract.js";

export interface Sideline {
  readonly text: string;
  readonly concealment: Concealment | undefined;
}

/** Elements and those of their attributes that hold words, and whether the page shows them. */
const SIDELINES: Readonly<Record<string, readonly (readonly [attribute: string, concealment: Concealment | undefined])[]>> = {
  // Alternative text and names of drawings (20.4.2.5, 19.3.1.12); `name` is often the picture's file name.
  docPr: [["descr", "property"], ["title", "property"], ["name", "property"]],
  cNvPr: [["descr", "property"], ["title", "property"], ["name", "property"]],
  shape: [["alt", "property"], ["title", "property"]],
  imagedata: [["title", "property"]],
  /** WordArt is drawn. */
  textpath: [["string", undefined]],
  hyperlink: [["tooltip", "hidden-text"]],
  hlinkClick: [["tooltip", "hidden-text"]],
  fldSimple: [["instr", "hidden-text"]],
  bookmarkStart: [["name", "hidden-text"]],
  // Content controls (17.5.2) and form fields (17.16): what they offer or ask before anything is filled in.
  alias: [["val", "hidden-text"]],
  tag: [["val", "hidden-text"]],
  listItem: [["displayText", "hidden-text"], ["value", "hidden-text"]],
  helpText: [["val", "hidden-text"]],
  statusText: [["val", "hidden-text"]],
  listEntry: [["val", "hidden-text"]],
  default: [["val", "hidden-text"]],
  // Settings (17.15.1): variables of macros, and where a mail merge takes its recipients from.
  docVar: [["name", "package-data"], ["val", "package-data"]],
  connectString: [["val", "package-data"]],
  query: [["val", "package-data"]],
  addressFieldName: [["val", "package-data"]],
  mailSubject: [["val", "package-data"]],
  udl: [["val", "package-data"]],
};

export function* sidelinesOf(reader: XmlReader, name: string, parent: string): Generator<Sideline> {
  if (!Object.hasOwn(SIDELINES, name) || (name === "default" && parent !== "textInput")) return;
  const given = new Set<string>();
  for (const [attribute, concealment] of SIDELINES[name]) {
    const text = reader.attribute(attribute)?.trim() ?? "";
    // Names that begin with "_" are Word's own; "Picture 3" and "図 3" are what it calls every picture.
    if (text === "" || text.startsWith("_") || NUMBERED_NAME.test(text) || given.has(text)) continue;
    given.add(text);
    yield { text, concealment };
  }
}

const NUMBERED_NAME = /^[\p{L} ]{1,40} ?\d{1,6}$/u;
