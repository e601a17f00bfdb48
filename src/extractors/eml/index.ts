/**
 * Messages (RFC 5322, MIME). Two readers go over each: our own (headers.ts, addresses.ts, mime.ts, base64.ts) reads the header,
 * the structure and every part, because it is quick and takes for a recipient or a part what any reader might; mailparser reads
 * the same bytes (reduced.ts says what is left out) and is the second opinion. What is scanned is the union of the two.
 */
import type { Artifact, ExtractContext, Extractor, Location, Segment, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { placeByLine } from "../../text/lines.js";
import { ambiguitiesOf } from "./ambiguities.js";
import { isCanonical } from "./canonical.js";
import { createBodies } from "./bodies.js";
import { decodeUnlabelled } from "./charset.js";
import { ADDRESS_FIELDS, FREE_TEXT_FIELDS } from "./fields.js";
import { headerText } from "./header-text.js";
import { type HeaderBlock, readHeaders } from "./headers.js";
import { looksLikeMessage, messageStart } from "./identify.js";
import { readLeaf } from "./leaves.js";
import { messageStarts } from "./mbox.js";
import { messageSegment } from "./message.js";
import { type Gap, type MimeTree, type Problem, walkMime } from "./mime.js";
import { lookAgain, NOTHING_NEW, type SecondLook, unread } from "./second-look.js";

type Piece = Segment | Artifact | Unscanned;

export const emlExtractor: Extractor = {
  id: "eml",
  identify: (bytes, name) => (looksLikeMessage(inUtf8(bytes), name) ? "eml" : undefined),
  async *extract(artifact, context) {
    const bytes = inUtf8(artifact.bytes);
    // What is declared to be one message is one, whatever lines stand in it: its recipients must be judged as those of the whole.
    const starts = artifact.mediaType === "message/rfc822" ? [0] : messageStarts(bytes);
    if (starts.length < 2) {
      yield* readMessage({ ...artifact, bytes }, context);
      return;
    }
    for (const [i, start] of starts.entries()) {
      const name = `message ${i + 1}.eml`;
      yield { kind: "artifact", at: [...artifact.at, { kind: "entry", name }], name, bytes: bytes.subarray(start, starts[i + 1]), mediaType: "message/rfc822" };
    }
  },
};

const NO_PARTS: MimeTree = { leaves: [], multiparts: [], gaps: [], problems: [] };

async function* readMessage(given: Artifact, context: ExtractContext): AsyncGenerator<Piece> {
  const lineEnds = soundLineEnds(given.bytes);
  const artifact = lineEnds === undefined ? given : { ...given, bytes: lineEnds };
  const { bytes, at } = artifact;
  const { budget } = context;
  const tick = (): void => {
    budget.tick();
  };
  const head = readHeaders(bytes, messageStart(bytes));
  tick();
  const bodies = createBodies(bytes, budget, at.length === 1 ? context.knownBodies : undefined);
  let tree: MimeTree = NO_PARTS;
  let second: SecondLook = unread("a limit was reached");
  let ambiguities: readonly string[] = [];
  let limit: Unreadable | undefined;
  try {
    tree = walkMime(bytes, head, budget);
    if (lineEnds === undefined && isCanonical(bytes, head, tree, bodies, context.knownBodies)) second = NOTHING_NEW;
    else {
      second = await lookAgain(bytes, head, tree.leaves, bodies, at, context);
      ambiguities = [...(lineEnds === undefined ? [] : [DOUBLED_ENDS]), ...second.ambiguities, ...ambiguitiesOf(bytes, head, tree, bodies)];
    }
  } catch (error) {
    // A message too big to be read still shows its recipients to one another.
    if (!(error instanceof Unreadable)) throw error;
    limit = error;
    tree = NO_PARTS;
  }
  yield messageSegment(artifact, head, tree, bodies, second, ambiguities, tick);
  yield* headerText(head, at, at.length === 1);
  if (limit !== undefined) throw limit;
  for (const { header, path } of tree.multiparts) if (header !== head) yield* headerText(withoutRepeats(header, head), partAt(at, path), false);
  for (const leaf of tree.leaves) {
    tick();
    if (leaf.header !== head) yield* headerText(withoutRepeats(leaf.header, head), partAt(at, leaf.path), false);
    const digest = bodies.digest(leaf);
    const read = (): Iterable<Piece> => readLeaf(bytes, leaf, at, bodies, budget);
    yield* digest === undefined || context.knownBodies === undefined ? read() : context.knownBodies.unlessClean(digest, [leaf.type, leaf.name, leaf.charset, leaf.isAttachment], read);
  }
  for (const gap of tree.gaps) yield* readGap(bytes, gap, at);
  for (const { path, kind } of tree.problems) {
    const lost = LOST[kind];
    if (lost !== undefined) yield { kind: "unscanned", at: partAt(at, path), ...lost };
  }
  yield* second.extras;
}

/** Damage after which it cannot be said that all was read as the recipient will read it. */
const LOST: Readonly<Partial<Record<Problem["kind"], Pick<Unscanned, "reason" | "detail">>>> = {
  unclosed: { reason: "corrupt", detail: "the multipart ends without its closing delimiter: the message was cut off or altered" },
  "no-parts": { reason: "corrupt", detail: "a multipart without any part; its bytes were read as text" },
  "too-deep": { reason: "limit", detail: "multiparts inside each other: more than 100; the rest was read as text" },
};

/** The customary line for readers of 1993, in the wordings of common mail programs. */
const CUSTOMARY = /^\s*(?:This is (?:a|an) [\w\s,"-]{0,60}(?:message|MIME)[^]{0,120})?$/iu;

function* readGap(bytes: Uint8Array, { path, start, end }: Gap, messageAt: Location): Generator<Piece> {
  const text = decodeUnlabelled(bytes.subarray(start, end));
  if (text.length < 400 && CUSTOMARY.test(text.trim())) return;
  const at = partAt(messageAt, path);
  const place = placeByLine(at, text);
  // Mail programs show neither what stands before the first part nor what follows the last.
  yield { kind: "text", text, layout: "prose", place: (range) => ({ ...place(range), concealment: "hidden-text" }) };
}

/** Header protection (RFC 9788) says in the signed part once more what the message's header says. */
function withoutRepeats(part: HeaderBlock, { fields }: HeaderBlock): HeaderBlock {
  const isOwn = (name: string): boolean => ADDRESS_FIELDS.has(name) || FREE_TEXT_FIELDS.has(name);
  if (!part.fields.some(({ lowerName }) => isOwn(lowerName))) return part;
  const said = new Set(fields.map(({ lowerName, value }) => `${lowerName}:${value}`));
  return { ...part, fields: part.fields.filter(({ lowerName, value }) => !said.has(`${lowerName}:${value}`)) };
}

function partAt(messageAt: Location, path: string): Location {
  return path === "" ? messageAt : [...messageAt, { kind: "part", path }];
}

const DOUBLED_ENDS = "line ends: each is written with a sign too many, and is one or two by the program";

/**
 * CR CR LF, which programs in text mode make of CR LF, or LF CR, at the end of the first two lines: read as one line end each. As two
 * they would end the header at its first line, and what some program shows as fields would pass for text.
 */
function soundLineEnds(bytes: Uint8Array): Uint8Array | undefined {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = source.toString("latin1", 0, 2_000);
  const [, end] = /^[^\r\n]{1,998}(\r\r\n|\n\r(?!\n))[^\r\n]{1,998}\1/u.exec(head) ?? [];
  return end === undefined ? undefined : Buffer.from(source.toString("latin1").replaceAll(end, "\r\n"), "latin1");
}

/** Messages saved as UTF-16 by an editor; mail itself never is. */
function inUtf8(bytes: Uint8Array): Uint8Array {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!little && !(bytes[0] === 0xfe && bytes[1] === 0xff)) return bytes;
  return Buffer.from(new TextDecoder(little ? "utf-16le" : "utf-16be").decode(bytes));
}
