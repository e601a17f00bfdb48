/** What groups of Rich Text hold besides the text of the page (RTF 1.9.1, index of control words, type "Destination"). */
import type { Concealment } from "../../contract.js";

export type Destination =
  /** Paragraphs of their own, which stand elsewhere on the page or beside it. */
  | { readonly kind: "story"; readonly name: string; readonly concealment?: Concealment }
  /** A short text, told as a line with why it is not seen. */
  | { readonly kind: "aside"; readonly concealment: Concealment | undefined }
  /** A document property by this name. */
  | { readonly kind: "property"; readonly name: string }
  /** Names of people, ";" between them. */
  | { readonly kind: "authors" }
  | { readonly kind: "instruction" }
  /** Bytes in hexadecimal digits. */
  | { readonly kind: "picture" | "object" | "attachment"; readonly name: string }
  /** Name and value of a shape's property. */
  | { readonly kind: "shape-name" | "shape-value" }
  | { readonly kind: "fonts" | "colours" }
  /** Names of styles, lists and the like: told only where they look like somebody's data. */
  | { readonly kind: "names" }
  /** Only holds other groups. */
  | { readonly kind: "container" }
  /** The text belongs where the group stands. */
  | { readonly kind: "transparent" }
  /** The same as what stands before it, for older readers. */
  | { readonly kind: "fallback" };

const story = (name: string, concealment?: Concealment): Destination => ({ kind: "story", name, ...(concealment !== undefined && { concealment }) });
const aside = (concealment: Concealment | undefined): Destination => ({ kind: "aside", concealment });
const all = (words: string, destination: Destination): [string, Destination][] => words.split(" ").map((word) => [word, destination]);

let table: ReadonlyMap<string, Destination> | undefined;

export function destinationOf(word: string): Destination | undefined {
  table ??= new Map<string, Destination>([
    ...all("header headerl headerr headerf", story("header")),
    ...all("footer footerl footerr footerf", story("footer")),
    ...all("footnote ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn", story("notes")),
    ["annotation", story("comments", "comment")],
    ...all("shptxt dptxbxtext", story("text boxes")),
    ...["title", "subject", "author", "manager", "company", "operator", "category", "keywords", "doccomm", "hlinkbase", "template", "comment"].map((name): [string, Destination] => [name, { kind: "property", name }]),
    ...all("propname staticval linkval", { kind: "property", name: "custom" }),
    ...all("atnauthor atnid revtbl protusertbl", { kind: "authors" }),
    ["fldinst", { kind: "instruction" }],
    ["pict", { kind: "picture", name: "picture" }],
    ["objdata", { kind: "object", name: "object" }],
    ["datastore", { kind: "object", name: "datastore" }],
    ["themedata", { kind: "attachment", name: "theme.thmx" }],
    ["colorschememapping", { kind: "attachment", name: "colorschememapping.xml" }],
    ["oleclsid", { kind: "names" }],
    ["sn", { kind: "shape-name" }],
    ["sv", { kind: "shape-value" }],
    ["fonttbl", { kind: "fonts" }],
    ["colortbl", { kind: "colours" }],
    ...all("stylesheet listtable listoverridetable rsidtbl latentstyles xmlnstbl pgdsctbl levelnumbers leveltext listname liststylename pnseclvl blipuid falt panose generator passwordhash", { kind: "names" }),
    ...all("bkmkend atrfstart atrfend atndate atntime atnparent atnref wgrffmtfilter fchars lchars mmathPr fontemb fontfile", { kind: "names" }),
    ...all("bkmkstart xe tc tcn datafield ffname ffdeftext ffentrymcr ffexitmcr ffformat ffhelptext ffl ffstattext hl hlfr hlloc hlsrc", aside("hidden-text")),
    ...all("objclass objname objtopic objitem objalias objsect docvar nextfile private filetbl file", aside("package-data")),
    ...all("info userprops shp shpinst shpgrp sp object field pgp background do listpicture formfield picprop shprtl", { kind: "container" }),
    ...all("shppict nonshppict upr ud fldrslt result pntext listtext pn pntxta pntxtb cs ds ts", { kind: "transparent" }),
    // Nested rows end inside a group that only newer readers open.
    ["nesttableprops", { kind: "container" }],
    ["nonesttables", aside("hidden-text")],
    ["shprslt", { kind: "fallback" }],
  ]);
  return table.get(word);
}

/** Dates of comments, Panose numbers of fonts, digests of pictures. */
const COUNT = /^(?:-?[1-9]\d{0,9}|[\dA-Fa-f]{20}|[\dA-Fa-f]{32,64})$/u;
/** An address or a long number. */
const TELLING = /[\w.][@＠]\w|\d{6}|\d{2,4}-\d{2,4}-\d{3,4}/u;

/** Looks like somebody's data, among the names of fonts and styles. */
export function isTelling(text: string): boolean {
  return TELLING.test(text) && !COUNT.test(text);
}

/** A shape's property in words. Word calls every picture "Picture 3"; numbers and switches are no words either. */
export function isDescription(text: string): boolean {
  return /\p{L}/u.test(text) && !/^[\p{L} ]{1,40} ?\d{1,6}$/u.test(text);
}
