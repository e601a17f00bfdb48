/** The parts of Word and PowerPoint packages beside their stories and slides: what is drawn, standard tables, and all the rest. */
import type { Artifact, Concealment, ExtractContext, Location, Segment, Unscanned } from "../../contract.js";
import { looksLikeXml } from "../../bytes/xml-text.js";
import { segmentsOf } from "../../text/story/lines.js";
import { readMarkup } from "./markup-reader.js";
import { readOutside } from "./outside.js";
import type { OoxmlPackage, PackagePart } from "./package.js";
import { readOtherPart, readPart } from "./parts.js";

/** Relationship types of parts whose paragraphs are drawn on the page. */
const DRAWN = new Set(["chart", "chartEx", "chartUserShapes", "diagramData", "diagramDrawing", "drawing", "vmlDrawing"]);
/** Drawn, played or inserted, and not markup of an office program. */
const SHOWN = new Set(["image", "hdphoto", "audio", "video", "media", "aFChunk"]);
/** Tables of fonts, colours, styles and switches: their attributes are words of the format in hundreds. What is anybody's is read by name. */
const STANDARD = new Set([
  "theme", "themeOverride", "fontTable", "styles", "stylesWithEffects", "numbering", "settings", "webSettings", "tableStyles", "presProps", "viewProps",
  "diagramColors", "diagramLayout", "diagramQuickStyle", "chartStyle", "chartColorStyle", "customXmlProps", "commentsExtended", "commentsIds", "commentsExtensible",
]);
/** Who wrote and commented; the picture of the first page. */
const CONCEALED: Readonly<Record<string, Concealment>> = { people: "property", commentAuthors: "property", authors: "property", thumbnail: "metadata" };

/**
 * Everything of the package that has not been read.
 * @param at of the package
 * @param done parts that have been read already
 * @param shown addresses in plain view, in lower case
 */
export function* readOtherParts(
  whole: OoxmlPackage,
  at: Location,
  context: ExtractContext,
  done: ReadonlySet<PackagePart>,
  shown: ReadonlySet<string>,
): Generator<Segment | Artifact | Unscanned> {
  const { budget } = context;
  const ledToBy = new Map<PackagePart, string>();
  for (const { part, type } of [...whole.relationships, ...whole.parts.flatMap(({ relationships }) => relationships)]) {
    if (part !== undefined && !ledToBy.has(part)) ledToBy.set(part, type);
  }
  for (const part of whole.parts) {
    if (done.has(part)) continue;
    budget.tick();
    budget.entry();
    const type = ledToBy.get(part) ?? "";
    const isShown = DRAWN.has(type) || SHOWN.has(type);
    const usual = isShown ? undefined : Object.hasOwn(CONCEALED, type) ? CONCEALED[type] : "package-data";
    // A page in XHTML that was inserted (17.17.2, altChunk) is a document of its own.
    const isPage = part.contentType.includes("html");
    if (!isPage && !DRAWN.has(type) && !STANDARD.has(type)) {
      yield* readOtherPart(whole, part, at, context, usual);
      continue;
    }
    const { bytes, problems } = readPart(whole, part, at, context);
    yield* problems;
    const partAt: Location = [...at, { kind: "package-part", path: part.path }];
    const concealment = part.reached ? usual : "orphaned-part";
    if (!isPage && looksLikeXml(bytes)) yield* segmentsOf(readMarkup(bytes, budget), partAt, concealment);
    else if (bytes.length > 0) {
      const name = part.path.slice(part.path.lastIndexOf("/") + 1);
      yield { kind: "artifact", at: partAt, name, bytes, mediaType: part.contentType, ...(concealment !== undefined && { concealment }) };
    }
  }
  yield* readOutside(whole, at, budget, { shown });
}
