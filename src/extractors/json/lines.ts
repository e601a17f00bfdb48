/** What is no table in JSON, as text: each value on a line under its key. */
import type { Location, TextSegment } from "../../contract.js";
import type { placeByLine } from "../../text/lines.js";
import { createMappedText, type MappedTextBuilder } from "../../text/mapped.js";
import { ARRAY, COMMENT, KEY, SCALAR, type Tape } from "./tape.js";
import { appendValue, isContainer, keyOf, type Pointer } from "./values.js";
import { countAtMost } from "../../text/search.js";

const FLUSH_UNITS = 2 ** 21;
const NEVER_KEYED = -1;

export interface LineContext {
  readonly at: Location;
  readonly tape: Tape;
  readonly spanOf: ReturnType<typeof placeByLine>;
  readonly pointerOf: Pointer;
}

export interface LineWriter {
  /** Writes a node and all that is in it, but for the containers that `isTable` claims. */
  write(node: number, isTable: (container: number) => boolean): Iterable<TextSegment>;
  finish(): Iterable<TextSegment>;
}

export function createLineWriter({ at, tape, spanOf, pointerOf }: LineContext): LineWriter {
  let out: MappedTextBuilder = createMappedText(tape.source);
  // Line i of the text begins at lineStarts[i] and is about node lineNodes[i].
  let lineStarts: number[] = [];
  let lineNodes: number[] = [];

  const take = (): TextSegment | undefined => {
    if (out.length === 0) return undefined;
    const { text, sourceOf } = out.finish();
    const [starts, nodes] = [lineStarts, lineNodes];
    out = createMappedText(tape.source);
    lineStarts = [];
    lineNodes = [];
    const nodeAt = (offset: number): number => {
      const low = countAtMost(starts, offset);
      return nodes[Math.max(0, low - 1)];
    };
    const place: TextSegment["place"] = (range) => {
      const span = spanOf(sourceOf(range)).at.slice(at.length);
      const name = pointerOf(nodeAt(range.start));
      return { at: name === "" ? [...at, ...span] : [...at, { kind: "property", name }, ...span] };
    };
    return { kind: "text", text, layout: "prose", place };
  };
  /** @param about the node whose path is the line's, -1 for the whole document */
  const startLine = (node: number, about: number): void => {
    if (out.length > 0 && !out.endsWith("\n")) out.insert("\n", tape.starts[node]);
    lineStarts.push(out.length);
    lineNodes.push(about);
  };
  /** The key that a value stands under: its own, or the one its list stands under. */
  const labelOf = (node: number): number => {
    const own = keyOf(tape, node);
    const parent = tape.parents[node];
    return own >= 0 || parent < 0 || tape.kinds[parent] !== ARRAY ? own : keyOf(tape, parent);
  };
  const writeValue = (node: number): void => {
    const previous = node - 1;
    // Numbers of one list share a line.
    const continues = tape.kinds[node] === SCALAR && tape.kinds[previous] === SCALAR && keyOf(tape, node) < 0 && tape.parents[previous] === tape.parents[node];
    if (continues && out.length > 0 && !out.endsWith("\n")) out.insert(", ", tape.starts[node]);
    else {
      startLine(node, node);
      const label = labelOf(node);
      if (label !== NEVER_KEYED) {
        appendValue(out, tape, label);
        out.insert(": ", tape.starts[node]);
      }
    }
    appendValue(out, tape, node);
  };
  return {
    *write(node, isTable) {
      const end = tape.nexts[node];
      for (let current = node; current < end; ) {
        const kind = tape.kinds[current];
        if (kind === KEY) {
          // A key of a container is a line of its own; one of a value is written with it.
          const value = current + 1;
          const hasValue = value < tape.length && keyOf(tape, value) === current;
          if (!hasValue || isContainer(tape, value)) {
            startLine(current, hasValue ? value : tape.parents[current]);
            appendValue(out, tape, current);
            out.insert(":\n", tape.ends[current]);
          }
          current++;
        } else if (isContainer(tape, current)) {
          current = isTable(current) ? tape.nexts[current] : current + 1;
        } else {
          if (kind === COMMENT) {
            startLine(current, tape.parents[current]);
            appendValue(out, tape, current);
          } else writeValue(current);
          current++;
        }
        if (out.length > FLUSH_UNITS) {
          const segment = take();
          if (segment !== undefined) yield segment;
        }
      }
    },
    *finish() {
      const segment = take();
      if (segment !== undefined) yield segment;
    },
  };
}
