/** Header fields as text: what a person wrote there, and what no mail program put there by itself. */
import type { Artifact, Location, TextSegment } from "../../contract.js";
import { cargoOf, decodeFully, encodedCargo, nameCargo, parameterCargo } from "./field-cargo.js";
import { ADDRESS_FIELDS, BLIND_RECIPIENT_FIELDS, FREE_TEXT_FIELDS, isTraceField, VISIBLE_RECIPIENT_FIELDS } from "./fields.js";
import type { HeaderBlock, RawField } from "./headers.js";
import { countAtMost } from "../../text/search.js";

/** So many addresses a field such as Reply-To or Delivered-To has of itself; more of them are a list of people. */
const MAX_BY_ITSELF = 3;

/**
 * @param isOutermost the message about to be sent: its correspondents are no leak by themselves and are judged by the recipient
 *   detectors. Of a message inside another one they are content that would be disclosed.
 */
export function* headerText({ fields, strayLines }: HeaderBlock, at: Location, isOutermost: boolean): Generator<TextSegment | Artifact> {
  const further: Line[] = [];
  const structure: string[] = [];
  const lists = isOutermost ? listsOf(fields) : ADDRESS_FIELDS;
  for (const { name, lowerName, value } of fields) {
    if (value === "") continue;
    const here: Location = [...at, { kind: "header", name }];
    if (FREE_TEXT_FIELDS.has(lowerName) || lists.has(lowerName)) yield { kind: "text", text: decodeFully(value), layout: "prose", place: () => ({ at: here }) };
    else if (ADDRESS_FIELDS.has(lowerName)) {
      const beside = nameCargo(value);
      if (beside !== undefined) yield { kind: "text", text: beside, layout: "prose", place: () => ({ at: here }) };
    } else {
      const isStructure = lowerName === "content-disposition" || lowerName === "content-type";
      const text = isStructure ? cargoOf(withoutParameters(value)) : isTraceField(lowerName) ? cargoOf(value) : decodeFully(value);
      if (text !== undefined) further.push({ name, text: `${name}: ${text}` });
      // A file is called by its disposition first.
      if (isStructure) structure[lowerName === "content-disposition" ? "unshift" : "push"](value);
    }
    for (const bytes of encodedCargo(decodeFully(value))) yield { kind: "artifact", at: [...here, { kind: "entry", name: "base64" }], name: "", bytes, concealment: "metadata" };
  }
  for (const text of parameterCargo(structure)) further.push({ name: "", text });
  for (const { text } of strayLines) further.push({ name: "", text });
  if (further.length > 0) yield joined(further, at);
}

/** With its comments: they may stand before the first parameter or behind the last. */
function withoutParameters(value: string): string {
  const first = value.indexOf(";");
  const comments = value.includes("(") ? (value.match(/\([^()"]*\)/gu) ?? []).join(" ") : "";
  return `${first < 0 ? value : value.slice(0, first)} ${comments}`;
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
