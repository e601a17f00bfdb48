/** Header fields as text: what a person wrote there, and what no mail program put there by itself. */
import type { Location, TextSegment } from "../../contract.js";
import { decodeWords } from "./encoded-words.js";
import { ADDRESS_FIELDS, BLIND_RECIPIENT_FIELDS, FREE_TEXT_FIELDS, isTraceField, VISIBLE_RECIPIENT_FIELDS } from "./fields.js";
import type { HeaderBlock, RawField } from "./headers.js";
import { countAtMost } from "../../text/search.js";

/** So many addresses a field such as Reply-To or Delivered-To has of itself; more of them are a list of people. */
const MAX_BY_ITSELF = 3;

/**
 * @param isOutermost the message about to be sent: its correspondents are no leak by themselves and are judged by the recipient
 *   detectors. Of a message inside another one they are content that would be disclosed.
 */
export function* headerText({ fields, strayLines }: HeaderBlock, at: Location, isOutermost: boolean): Generator<TextSegment> {
  const further: Line[] = [];
  const lists = isOutermost ? listsOf(fields) : ADDRESS_FIELDS;
  for (const { name, lowerName, value } of fields) {
    if (value === "") continue;
    if (FREE_TEXT_FIELDS.has(lowerName) || lists.has(lowerName)) {
      const here: Location = [...at, { kind: "header", name }];
      yield { kind: "text", text: decodeWords(value), layout: "prose", place: () => ({ at: here }) };
    } else if (!isTraceField(lowerName) && !ADDRESS_FIELDS.has(lowerName)) further.push({ name, text: `${name}: ${decodeWords(value)}` });
  }
  for (const { text } of strayLines) further.push({ name: "", text });
  if (further.length > 0) yield joined(further, at);
}

/** Names of address fields that no recipient detector looks at and that hold a list of people all the same. */
function listsOf(fields: readonly RawField[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { lowerName, value } of fields) {
    if (!ADDRESS_FIELDS.has(lowerName) || lowerName === "from" || lowerName in VISIBLE_RECIPIENT_FIELDS || lowerName in BLIND_RECIPIENT_FIELDS) continue;
    counts.set(lowerName, (counts.get(lowerName) ?? 0) + value.split("@").length - 1);
  }
  return new Set([...counts].filter(([, count]) => count > MAX_BY_ITSELF).map(([name]) => name));
}

interface Line {
  readonly name: string;
  readonly text: string;
}

/** Fields that mail programs do not show, in one segment: a header may have 100,000 of them. */
function joined(lines: readonly Line[], at: Location): TextSegment {
  const starts: number[] = [];
  let size = 0;
  for (const { text } of lines) {
    starts.push(size);
    size += text.length + 1;
  }
  return {
    kind: "text",
    text: lines.map(({ text }) => text).join("\n"),
    layout: "lines",
    place({ start }) {
      const low = countAtMost(starts, start);
      const { name } = lines[Math.max(0, low - 1)];
      return { at: name === "" ? at : [...at, { kind: "header", name }], concealment: "metadata" };
    },
  };
}
