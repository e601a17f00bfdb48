/** What office markup says in attributes: alternative texts, names, tooltips, form fields, sources of mail merges. */
import type { XmlReader } from "../../bytes/xml.js";
import type { Concealment } from "../../contract.js";

export interface Sideline {
  readonly text: string;
  readonly concealment: Concealment | undefined;
}

type Attribute = readonly [attribute: string, concealment: Concealment | undefined];

const SAID_OF_DRAWING: readonly Attribute[] = [["descr", "property"], ["title", "property"], ["name", "property"]];
const HIDDEN: readonly Attribute[] = [["val", "hidden-text"]];
const KEPT: readonly Attribute[] = [["val", "package-data"]];
const NAMED: readonly Attribute[] = [["name", "package-data"]];

/** Elements and those of their attributes that hold words, and whether the page shows them. */
const SIDELINES: Readonly<Record<string, readonly Attribute[]>> = {
  // Alternative text and names of drawings (20.4.2.5, 19.3.1.12); `name` is often the picture's file name.
  docPr: SAID_OF_DRAWING,
  cNvPr: SAID_OF_DRAWING,
  shape: [["alt", "property"], ["title", "property"]],
  imagedata: [["title", "property"]],
  /** WordArt is drawn. */
  textpath: [["string", undefined]],
  tblCaption: [["val", "property"]],
  tblDescription: [["val", "property"]],
  cSld: [["name", "property"]],
  hyperlink: [["tooltip", "hidden-text"], ["docLocation", "hidden-text"]],
  hlinkClick: [["tooltip", "hidden-text"]],
  hlinkHover: [["tooltip", "hidden-text"]],
  fldSimple: [["instr", "hidden-text"]],
  bookmarkStart: [["name", "hidden-text"]],
  /** Who may edit this although the document is protected (17.13.7.2): an account. */
  permStart: [["ed", "property"]],
  // Content controls (17.5.2) and form fields (17.16): what they offer or ask before anything is filled in.
  alias: HIDDEN,
  tag: HIDDEN,
  listItem: [["displayText", "hidden-text"], ["value", "hidden-text"]],
  dropDownList: [["lastValue", "hidden-text"]],
  comboBox: [["lastValue", "hidden-text"]],
  helpText: HIDDEN,
  statusText: HIDDEN,
  listEntry: HIDDEN,
  // Custom XML and smart tags around text (17.5.1).
  attr: HIDDEN,
  // Settings (17.15.1): variables of macros, and where a mail merge takes its recipients from.
  docVar: [["name", "package-data"], ["val", "package-data"]],
  connectString: KEPT,
  query: KEPT,
  addressFieldName: KEPT,
  mailSubject: KEPT,
  udl: KEPT,
  mappedName: KEPT,
  caption: NAMED,
  saveThroughXslt: [["solutionID", "package-data"]],
  // Names that somebody gave: to styles and lists, to colours and themes, to pages published (19.2.1.14), to placeholders of SmartArt.
  aliases: KEPT,
  lvlText: KEPT,
  theme: NAMED,
  clrScheme: NAMED,
  custClr: NAMED,
  fontScheme: NAMED,
  htmlPubPr: [["title", "package-data"]],
  prSet: [["phldrT", "package-data"]],
  cmd: [["cmd", "package-data"]],
};

/** The same of elements whose name alone does not tell. */
const BY_PARENT: Readonly<Record<string, Readonly<Record<string, readonly Attribute[]>>>> = {
  default: { textInput: HIDDEN },
  name: { ffData: HIDDEN, docPartPr: KEPT, category: KEPT, style: KEPT, abstractNum: KEPT, fieldMapData: KEPT },
  description: { docPartPr: KEPT },
  placeholder: { customXmlPr: HIDDEN },
  title: { frameset: KEPT },
};

export function* sidelinesOf(reader: XmlReader, name: string, parent: string): Generator<Sideline> {
  const attributes = attributesOf(name, parent);
  if (attributes === undefined) return;
  const given = new Set<string>();
  for (const [attribute, concealment] of attributes) {
    const text = reader.attribute(attribute)?.trim() ?? "";
    // Names that begin with "_" are Word's own; "Picture 3" and "図 3" are what it calls every picture, "%1." how most lists count.
    if (text === "" || text.startsWith("_") || NUMBERED_NAME.test(text) || COUNTS.test(text) || given.has(text)) continue;
    given.add(text);
    yield { text, concealment };
  }
}

function attributesOf(name: string, parent: string): readonly Attribute[] | undefined {
  if (Object.hasOwn(SIDELINES, name)) return SIDELINES[name];
  if (!Object.hasOwn(BY_PARENT, name)) return undefined;
  return Object.hasOwn(BY_PARENT[name], parent) ? BY_PARENT[name][parent] : undefined;
}

const NUMBERED_NAME = /^[\p{L} ]{1,40} ?\d{1,6}$/u;
const COUNTS = /^(?:%\d|[^\p{L}\p{N}]){1,40}$/u;
