/** JSON, one value or one a line: lists of alike objects are tables, all else is text under its keys. */
import type { Artifact, ExtractContext, Extractor, Segment, Unscanned } from "../../contract.js";
import { isText, textHead } from "../../text/decode.js";
import { textFormatByName } from "../../text/format-names.js";
import { placeByLine } from "../../text/lines.js";
import { textSegments } from "../../text/segments.js";
import { MAX_WHOLE_BYTES, readWholeText } from "../../text/source.js";
import { createLineWriter } from "./lines.js";
import { tableOfContainer } from "./tables.js";
import { parseTape, STRING, type Tape } from "./tape.js";
import { createPointer, isContainer, keyOf } from "./values.js";

const JSON_NAME = /\.(?:json|jsonl|ndjson|geojson|topojson|jsonc|json5|webmanifest|ipynb|har|map)$/iu;
const HEAD_UNITS = 16 * 1024;
const BEGINNING = /^\s*(?:\{\s*(?:["'}/]|$)|\[\s*(?:["'[{\]/\d-]|(?:true|false|null)\s*[,\]]|$))/u;
/** Under a name that says so, comments may stand first, and keys without quotes. */
const PROMISED_BEGINNING = /^\s*(?:[{[]|\/[/*])/u;
/** 17 bytes a node: some 270 MB at most. */
const MAX_NODES = 2 ** 24;
/** Above this share of nodes a strict parser would refuse, the text only looks like JSON. */
const MAX_ERROR_SHARE = 0.2;

function identify(bytes: Uint8Array, name: string): string | undefined {
  const format = textFormatByName(name);
  const isPromised = JSON_NAME.test(name);
  if (bytes.length === 0 || (!isPromised && format !== "text" && format !== "log") || !isText(bytes)) return undefined;
  const head = textHead(bytes).text.slice(0, HEAD_UNITS);
  if (!(isPromised ? PROMISED_BEGINNING : BEGINNING).test(head)) return undefined;
  const tape = parseTape(head, { maxNodes: HEAD_UNITS });
  if (tape === undefined) return undefined;
  // A cut head ends in the middle of things: a few errors are its own.
  if (!isPromised && (tape.errors > 2 || !hasString(tape))) return undefined;
  return topValues(tape) > 1 ? "jsonl" : "json";
}

function hasString({ kinds, length }: Tape): boolean {
  return kinds.subarray(0, length).some((kind) => kind >= 3 && kind <= STRING);
}

function topValues(tape: Tape): number {
  let count = 0;
  for (let at = 0; at < tape.length; at = tape.nexts[at]) if (isContainer(tape, at)) count++;
  return count;
}

export const jsonExtractor: Extractor = { id: "json", identify, extract };

function* extract(artifact: Artifact, context: ExtractContext): Iterable<Segment | Unscanned> {
  const { at, bytes } = artifact;
  const { budget } = context;
  if (bytes.length > MAX_WHOLE_BYTES) {
    yield* textSegments(artifact, context, "prose");
    return;
  }
  const { text: source, lost } = readWholeText(artifact, context);
  const tape = parseTape(source, { maxNodes: MAX_NODES, tick: () => { budget.tick(); } });
  if (tape === undefined || tape.errors > 10 + tape.length * MAX_ERROR_SHARE) {
    yield* textSegments(artifact, context, "prose");
    return;
  }
  const shared = { at, tape, spanOf: placeByLine(at, source), pointerOf: createPointer(tape) };
  const writer = createLineWriter(shared);
  const found: Segment[] = [];
  const pending: number[] = [];
  // A container that is no table is not looked into again for the same reason: each node is a row of at most one candidate.
  const isTable = (container: number): boolean => {
    const table = tableOfContainer(shared, container);
    if (table === undefined) return false;
    found.push(table.segment);
    for (const node of table.leftovers) pending.push(node);
    return true;
  };
  const roots: number[] = [];
  if (!isTable(-1)) for (let node = 0; node < tape.length; node = tape.nexts[node]) roots.push(node);
  for (const node of roots) {
    yield* writer.write(node, isTable);
    budget.tick();
    yield* found.splice(0);
  }
  yield* found.splice(0);
  // Leftovers may hold tables, and those leftovers again.
  for (let i = 0; i < pending.length; i++) {
    const node = pending[i];
    const key = keyOf(tape, node);
    if (key >= 0 && isContainer(tape, node)) yield* writer.write(key, isTable);
    yield* writer.write(node, isTable);
    yield* found.splice(0);
  }
  yield* writer.finish();
  yield* lost;
}
