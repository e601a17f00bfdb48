/** Parts that no extractor reads in their own terms, and document properties: the same in every Office format. */
import { looksLikeXml, xmlText } from "../../bytes/xml-text.js";
import { readXml } from "../../bytes/xml.js";
import { readEntry } from "../../bytes/zip.js";
import { printableRuns } from "../../bytes/printable-runs.js";
import type { Artifact, Concealment, ExtractContext, Location, Place, Segment, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { mashupPackage } from "./data-mashup.js";
import type { OoxmlPackage, PackagePart } from "./package.js";

/** A part's bytes and, where they are not all of them, what is to be reported beside what they hold. */
export interface PartBytes {
  readonly bytes: Uint8Array;
  readonly problems: readonly Unscanned[];
}

/**
 * Never throws for the part's own sake: what cannot be read is in `problems`.
 * @param at of the package
 * @throws Unreadable "limit"
 */
export function readPart({ bytes: zip }: OoxmlPackage, part: PackagePart, at: Location, { budget }: ExtractContext): PartBytes {
  try {
    const { bytes, problem } = readEntry(zip, part.entry, budget);
    return { bytes, problems: problem === undefined ? [] : [unscannedPart(at, part.path, problem)] };
  } catch (error) {
    if (!(error instanceof Unreadable) || error.reason === "limit") throw error;
    return { bytes: new Uint8Array(0), problems: [unscannedPart(at, part.path, error)] };
  }
}

export function unscannedPart(at: Location, path: string, { reason, message }: Unreadable): Unscanned {
  return { kind: "unscanned", at: [...at, { kind: "package-part", path }], reason, detail: message };
}

const PROPERTIES = /\.(?:core|extended|custom)-properties\+xml$/u;
const PRINTER_SETTINGS = /\.printersettings$/u;

/**
 * XML as all the text in it, document properties one by one, printer settings by their readable stretches, anything else as an
 * artifact of its own, a macro project among them.
 * @param at where the part belongs: the package's place, or a sheet in it
 * @param concealment for parts that a chain of relationships reaches; others are orphaned
 */
export function* readOtherPart(
  whole: OoxmlPackage,
  part: PackagePart,
  at: Location,
  context: ExtractContext,
  concealment: Concealment | undefined,
): Generator<Segment | Artifact | Unscanned> {
  const { path, contentType } = part;
  const reason = part.reached ? concealment : "orphaned-part";
  const place: Place = { at: [...at, { kind: "package-part", path }], ...(reason !== undefined && { concealment: reason }) };
  const { bytes, problems } = readPart(whole, part, at, context);
  yield* problems;
  if (bytes.length === 0) return;
  if (PRINTER_SETTINGS.test(contentType)) {
    const text = printableRuns(bytes);
    if (text !== "") yield remarksSegment([{ text, at: place.at }], place.concealment);
  } else if (isXml(contentType) && looksLikeXml(bytes)) {
    if (PROPERTIES.test(contentType)) {
      const remarks = [...properties(bytes, at)];
      if (remarks.length > 0) yield remarksSegment(remarks, part.reached ? "property" : "orphaned-part");
    } else {
      const text = xmlText(bytes);
      const queries = mashupPackage(rootName(bytes), text);
      if (queries !== undefined) yield { kind: "artifact", name: "DataMashup", bytes: queries, ...place };
      else if (text !== "") yield remarksSegment([{ text, at: place.at }], place.concealment);
    }
  } else {
    const name = path.slice(path.lastIndexOf("/") + 1);
    yield { kind: "artifact", name, bytes, ...place, ...(contentType !== "" && { mediaType: contentType }) };
  }
}

function rootName(xml: Uint8Array): string {
  const reader = readXml(xml);
  let token = reader.next();
  while (token === "aside" || token === "text") token = reader.next();
  return token === "open" ? reader.name : "";
}

const isXml = (contentType: string): boolean => contentType === "" || contentType.endsWith("xml") || contentType.endsWith("vmldrawing");

/** Of the document, kept by the program: when it was saved, how many words it has. */
const TIMESTAMP = /^\d{4}-\d\d-\d\d(?:T[\d:.]{0,20}(?:Z|[+-]\d\d:?\d\d)?)?$/u;
const NUMBER = /^\d{0,9}(?:\.\d{1,9})?$/u;

/**
 * docProps: each property is a name with a text, whose place says which it is ("creator", or the name of a custom one). Custom
 * properties nest their value in an element of its type, so the name is the one of the element below the root.
 */
function* properties(xml: Uint8Array, at: Location): Generator<Remark> {
  const reader = readXml(xml);
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token === "aside" && !/^xml\s/u.test(reader.text)) yield { text: reader.text, at };
    if (token !== "open" || reader.depth !== 2) continue;
    const custom = reader.attribute("name");
    const name = custom ?? reader.name;
    const texts = [reader.attribute("linkTarget") ?? ""];
    const outer = reader.depth;
    for (token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
      if (token === "text" || token === "aside") texts.push(reader.text.trim());
    }
    // A custom property's name says what it is (生年月日, 電話), as a label in a text would.
    const told = texts.filter((one) => one !== "" && (custom !== undefined || (!TIMESTAMP.test(one) && !NUMBER.test(one)))).join("\n");
    const text = custom === undefined || told === "" ? told : `${custom}: ${told}`;
    if (text !== "") yield { text, at: [...at, { kind: "property", name }] };
  }
}
