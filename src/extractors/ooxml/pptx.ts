/** PowerPoint presentations: slides, notes, comments, masters; the rest as any package. */
import { readXml } from "../../bytes/xml.js";
import type { Artifact, Concealment, ExtractContext, Extractor, Location, Segment, Unscanned } from "../../contract.js";
import { addAddressesOf, segmentsOf } from "../../text/story/lines.js";
import { readMarkup } from "./markup-reader.js";
import { readOtherParts } from "./other-parts.js";
import { identifyPackage, openPackage, type OoxmlPackage, type PackagePart } from "./package.js";
import { readPart } from "./parts.js";
import { shapeConcealments, slideSize, USUAL_SIZE } from "./slide-shapes.js";
import { isOn } from "./wml-styles.js";

const POWERPOINT_FORMATS: ReadonlySet<string> = new Set(["pptx", "pptm", "potx", "potm", "ppsx", "ppsm"]);

export const pptxExtractor: Extractor = {
  id: "ooxml-pptx",
  identify(bytes) {
    const format = identifyPackage(bytes);
    return format !== undefined && POWERPOINT_FORMATS.has(format) ? format : undefined;
  },
  extract: readPresentation,
};

interface Sheet {
  readonly part: PackagePart;
  readonly at: Location;
  readonly concealment: Concealment | undefined;
  /** Its shapes stand on a page of the presentation's own size, which notes do not. */
  readonly isSlide: boolean;
}

function* readPresentation({ at, bytes }: Artifact, context: ExtractContext): Generator<Segment | Artifact | Unscanned> {
  const { budget } = context;
  const pkg = openPackage(bytes, budget);
  const size = pkg.main === undefined ? USUAL_SIZE : slideSize(readPart(pkg, pkg.main, at, context).bytes);
  const done = new Set<PackagePart>();
  const shown = new Set<string>();
  for (const { part, at: sheetAt, concealment, isSlide } of sheets(pkg, at, context)) {
    if (done.has(part)) continue;
    done.add(part);
    budget.tick();
    budget.entry();
    const { bytes: xml, problems } = readPart(pkg, part, at, context);
    yield* problems;
    const isHidden = concealment === undefined && isHiddenSlide(xml);
    const markup = readMarkup(xml, budget, isSlide ? { shapes: shapeConcealments(xml, size) } : {});
    if (concealment === undefined && !isHidden) addAddressesOf(markup, shown);
    yield* segmentsOf(markup, sheetAt, isHidden ? "hidden-slide" : concealment);
  }
  yield* readOtherParts(pkg, at, context, done, shown);
}

/** ECMA-376 part 1, 19.3.1.38: `show` is off where a presentation leaves the slide out. */
function isHiddenSlide(xml: Uint8Array): boolean {
  const reader = readXml(xml);
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token === "open") return reader.name === "sld" && !isOn(reader.attribute("show"));
  }
  return false;
}

/** What hangs on a slide is shown with it, except these. */
const BESIDE_SLIDES: Readonly<Record<string, Concealment>> = { notesSlide: "speaker-notes", comments: "comment" };

/** Slides in their order, each with its notes and comments; then layouts and masters; then sheets that nothing leads to. */
function* sheets(pkg: OoxmlPackage, at: Location, context: ExtractContext): Generator<Sheet> {
  const { main } = pkg;
  const order = slideOrder(main === undefined ? new Uint8Array(0) : readPart(pkg, main, at, context).bytes);
  const rank = (id: string): number => order.get(id) ?? order.size;
  const slides = (main?.relationships ?? []).filter(({ type }) => type === "slide").sort((a, b) => rank(a.id) - rank(b.id));
  for (const [index, { part, id }] of slides.entries()) {
    if (part === undefined) continue;
    // Named in the relationships but not in the list of slides: PowerPoint does not show it.
    const slideAt: Location = [...at, { kind: "page", number: index + 1 }];
    yield { part, at: slideAt, concealment: order.has(id) ? undefined : "orphaned-part", isSlide: true };
    for (const { type, part: other } of part.relationships) {
      const concealment = /comment/iu.test(type) ? BESIDE_SLIDES.comments : BESIDE_SLIDES[type];
      if (other !== undefined && concealment !== undefined) yield { part: other, at: slideAt, concealment, isSlide: false };
    }
  }
  for (const part of pkg.parts) {
    const kind = SHEET_TYPE.exec(part.contentType)?.[1];
    if (kind === undefined) continue;
    const concealment = !part.reached ? "orphaned-part" : kind === "slidelayout" || kind === "slidemaster" ? undefined : "package-data";
    yield { part, at: [...at, { kind: "package-part", path: part.path }], concealment, isSlide: kind.startsWith("slide") };
  }
}

const SHEET_TYPE = /presentationml\.(slide|slidelayout|slidemaster|notesmaster|handoutmaster|notesslide)\+xml$/u;

/** Relationship ids of the slides, each with its rank in the presentation's list. */
function slideOrder(xml: Uint8Array): Map<string, number> {
  const order = new Map<string, number>();
  const reader = readXml(xml);
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token === "open" && reader.name === "sldId") order.set(reader.attribute("id", true) ?? "", order.size);
  }
  return order;
}
