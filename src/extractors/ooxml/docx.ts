/** Word documents: docx, docm, dotx, dotm; transitional and strict; parts found by what leads to them, not by name. */
import type { Artifact, Concealment, ExtractContext, Extractor, Location, Segment, Unscanned } from "../../contract.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { addAddressesOf, segmentsOf } from "../../text/story/lines.js";
import { readMarkup } from "./markup-reader.js";
import { readOtherParts } from "./other-parts.js";
import { identifyPackage, openPackage, type OoxmlPackage, type PackagePart } from "./package.js";
import { readPart } from "./parts.js";
import { NO_STYLES, readStyles, type TextStyles } from "./wml-styles.js";

const WORD_FORMATS: ReadonlySet<string> = new Set(["docx", "docm", "dotx", "dotm"]);

export const docxExtractor: Extractor = {
  id: "ooxml-docx",
  identify(bytes) {
    const format = identifyPackage(bytes);
    return format !== undefined && WORD_FORMATS.has(format) ? format : undefined;
  },
  extract: readDocument,
};

/** Stories of a document (ECMA-376 part 1, 11.3) by relationship type, in reading order, and why a reader does not see them. */
const STORIES: readonly (readonly [type: string, concealment: Concealment | undefined])[] = [
  ["header", undefined],
  ["footer", undefined],
  ["footnotes", undefined],
  ["endnotes", undefined],
  ["comments", "comment"],
  ["glossaryDocument", "package-data"],
];

function* readDocument({ at, bytes }: Artifact, context: ExtractContext): Generator<Segment | Artifact | Unscanned> {
  const { budget } = context;
  const pkg = openPackage(bytes, budget);
  const done = new Set<PackagePart>();
  const authors = new Map<string, Location>();
  const shown = new Set<string>();
  const stylesOf = (owner: PackagePart | undefined): TextStyles => {
    const part = owner?.relationships.find(({ type }) => type === "styles")?.part;
    return part === undefined ? NO_STYLES : readStyles(readPart(pkg, part, at, context).bytes);
  };
  const styles = stylesOf(pkg.main);
  for (const { part, concealment } of stories(pkg)) {
    budget.tick();
    budget.entry();
    done.add(part);
    const partAt: Location = part === pkg.main ? at : [...at, { kind: "package-part", path: part.path }];
    const { bytes: xml, problems } = readPart(pkg, part, at, context);
    yield* problems;
    const ownStyles = part.relationships.some(({ type }) => type === "styles") && part !== pkg.main ? stylesOf(part) : styles;
    const markup = readMarkup(xml, budget, { styles: ownStyles, looseText: "hidden-text" });
    for (const author of markup.authors) if (!authors.has(author)) authors.set(author, [...partAt, { kind: "property", name: "author" }]);
    if (concealment === undefined) addAddressesOf(markup, shown);
    yield* segmentsOf(markup, partAt, concealment);
  }
  const named = [...authors].map(([text, authorAt]): Remark => ({ text, at: authorAt }));
  if (named.length > 0) yield remarksSegment(named, "property");
  yield* readOtherParts(pkg, at, context, done, shown);
}

/** The main part, then what its relationships name, then parts of such content types that nothing leads to. */
function* stories(pkg: OoxmlPackage): Generator<{ part: PackagePart; concealment: Concealment | undefined }> {
  const given = new Set<PackagePart>();
  const fresh = (part: PackagePart | undefined): part is PackagePart => {
    if (part === undefined || given.has(part)) return false;
    given.add(part);
    return true;
  };
  if (fresh(pkg.main)) yield { part: pkg.main, concealment: undefined };
  for (const [wanted, concealment] of STORIES) {
    for (const { type, part } of pkg.main?.relationships ?? []) if (type === wanted && fresh(part)) yield { part, concealment };
  }
  for (const part of pkg.parts) {
    // Stories of the glossary, and those cut off from the document.
    if (STORY_TYPE.test(part.contentType) && fresh(part)) yield { part, concealment: part.reached ? "package-data" : "orphaned-part" };
  }
}

const STORY_TYPE = /wordprocessingml\.(?:header|footer|footnotes|endnotes|comments|document\.glossary|document\.main|template\.main)\+xml$|ms-word\.(?:document|template)\.macroenabled(?:template)?\.main\+xml$/u;
