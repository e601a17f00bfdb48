/** Pages, and XML of no particular kind: what is shown, what is not, and the places of both in the source. */
import type { Artifact, Concealment, ExtractContext, Extractor, Segment, Unscanned } from "../../contract.js";
import { placeByLine } from "../../text/lines.js";
import { textSegments } from "../../text/segments.js";
import { MAX_WHOLE_BYTES, readWholeText } from "../../text/source.js";
import { declaredEncoding, identifyMarkup } from "./identify.js";
import { createPageReader } from "./page.js";
import { loadTokenizer, type Tokenize, type TokenHandler } from "./tokens.js";
import { readStyleSheets } from "./stylesheet.js";
import { createXmlReader } from "./xml.js";

type Piece = Segment | Artifact;

interface Markup {
  readonly artifact: Artifact;
  readonly context: ExtractContext;
  readonly source: string;
  readonly spanOf: ReturnType<typeof placeByLine>;
  readonly tokenize: Tokenize;
}

/** Also what spreadsheets save as "web page" and mail programs as message bodies, whatever their names. */
export const htmlExtractor: Extractor = {
  id: "html",
  identify: (bytes, name) => (identifyMarkup(bytes, name) === "html" ? "html" : undefined),
  extract: (artifact, context) => extract(artifact, context, readPage),
};

/** XML that no extractor before it knows, SVG among it. */
export const xmlTextExtractor: Extractor = {
  id: "xml-text",
  identify: (bytes, name) => {
    const format = identifyMarkup(bytes, name);
    return format === "html" ? undefined : format;
  },
  extract: (artifact, context) => extract(artifact, context, readXml),
};

async function* extract(artifact: Artifact, context: ExtractContext, read: (markup: Markup) => Iterable<Piece>): AsyncIterable<Piece | Unscanned> {
  if (artifact.bytes.length > MAX_WHOLE_BYTES) {
    yield* textSegments(artifact, context, "prose");
    return;
  }
  const { text: source, lost } = readWholeText(artifact, context, declaredEncoding(artifact.bytes));
  yield* read({ artifact, context, source, spanOf: placeByLine(artifact.at, source), tokenize: await loadTokenizer() });
  yield* lost;
}

/** Comments that hold markup, in one page: each takes a reader of its own. Further ones are read as text. */
const MAX_NESTED = 2000;

interface Nested {
  readonly start: number;
  readonly end: number;
  readonly concealment: Concealment;
}

function* readPage({ artifact, context, source, spanOf, tokenize }: Markup): Iterable<Piece> {
  const ready: Piece[] = [];
  const inside: Nested[] = [];
  const page = {
    at: artifact.at,
    source,
    spanOf,
    sheets: readStyleSheets(source),
    emit: (piece: Piece) => {
      ready.push(piece);
    },
    nested: (start: number, end: number, concealment: Concealment) => {
      if (inside.length >= MAX_NESTED) return false;
      inside.push({ start, end, concealment });
      return true;
    },
  };
  const run = function* (start: number, end: number, whole: Concealment | undefined): Iterable<Piece> {
    const reader = createPageReader(page, whole);
    yield* drain(tokenize(source, start, end, false, reader), reader, ready, context);
  };
  yield* run(0, source.length, undefined);
  // What stands in comments is read once more, as markup; what is nested there again is read as text, so this ends.
  for (const { start, end, concealment } of inside) yield* run(start, end, concealment);
}

function* readXml({ context, source, spanOf, tokenize }: Markup): Iterable<Piece> {
  const ready: Piece[] = [];
  const isSvg = /<(?:[\w-]{1,40}:)?svg[\s>]/iu.test(source.slice(0, 16_384));
  const reader = createXmlReader({ source, spanOf, isSvg, emit: (segment) => ready.push(segment) });
  yield* drain(tokenize(source, 0, source.length, true, reader), reader, ready, context);
}

function* drain(tokens: Iterable<void>, reader: TokenHandler & { finish(): void }, ready: Piece[], { budget }: ExtractContext): Iterable<Piece> {
  const pauses = tokens[Symbol.iterator]();
  for (let ended = false; !ended; ) {
    ended = pauses.next().done === true;
    if (ended) reader.finish();
    budget.tick();
    yield* ready.splice(0);
  }
}
