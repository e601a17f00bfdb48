/** What OpenDocument says in attributes: names, links, conditions, fields' sources, choices of forms. */
import type { XmlReader } from "../../bytes/xml.js";
import type { Concealment } from "../../contract.js";

export interface Sideline {
  readonly text: string;
  readonly concealment: Concealment | undefined;
}

type Attributes = readonly (readonly [attribute: string, concealment: Concealment | undefined])[];

const HIDDEN_NAME: Attributes = [["name", "hidden-text"]];
const INDEX_MARK: Attributes = [["string-value", "hidden-text"], ["key1", "hidden-text"], ["key2", "hidden-text"], ["string-value-phonetic", "hidden-text"]];
const DATABASE: Attributes = [["database-name", "package-data"], ["table-name", "package-data"], ["column-name", "package-data"]];
const NAMED_SHAPE: Attributes = [["name", "property"]];

/** By element (ODF 1.3 part 3): attributes that hold words, and why a reader does not see them. */
const SIDELINES: Readonly<Record<string, Attributes>> = {
  a: [["href", "hidden-text"], ["title", "hidden-text"]],
  section: NAMED_SHAPE, table: NAMED_SHAPE, meta: [["content", "hidden-text"]],
  // Where a cell says its value and no text: in what is kept of a DDE link.
  "table-cell": [["string-value", "hidden-text"]],
   "section-source": [["href", "package-data"]],
  "hidden-text": [["string-value", "hidden-text"]],
  "hidden-paragraph": [["condition", "hidden-text"]],
  "user-field-decl": [["name", "package-data"], ["string-value", "package-data"]],
  "variable-decl": [["name", "package-data"]],
  "variable-set": [["string-value", "hidden-text"], ["formula", "hidden-text"]],
  "dde-connection-decl": [["name", "package-data"], ["dde-application", "package-data"], ["dde-topic", "package-data"], ["dde-item", "package-data"]],
  "dde-source": [["dde-application", "package-data"], ["dde-topic", "package-data"], ["dde-item", "package-data"]],
  "database-display": DATABASE, "database-name": DATABASE, "database-next": DATABASE, "database-row-select": DATABASE,
  "alphabetical-index-mark": INDEX_MARK, "alphabetical-index-mark-start": INDEX_MARK, "toc-mark": INDEX_MARK, "user-index-mark": INDEX_MARK,
  "reference-mark": HIDDEN_NAME, "reference-mark-start": HIDDEN_NAME, bookmark: HIDDEN_NAME, "bookmark-start": HIDDEN_NAME,
  placeholder: [["description", "hidden-text"]], "text-input": [["description", "hidden-text"]],
  label: [["value", "hidden-text"]], "list-item": [["value", "hidden-text"], ["display-text", "hidden-text"]],
  "content-control": [["alias", "hidden-text"], ["tag", "hidden-text"]],
  frame: NAMED_SHAPE, rect: NAMED_SHAPE, "custom-shape": NAMED_SHAPE, line: NAMED_SHAPE, polyline: NAMED_SHAPE, polygon: NAMED_SHAPE, path: NAMED_SHAPE,
  ellipse: NAMED_SHAPE, circle: NAMED_SHAPE, connector: NAMED_SHAPE, g: NAMED_SHAPE, control: NAMED_SHAPE, page: NAMED_SHAPE,
  param: [["name", "package-data"], ["value", "package-data"]],
  show: [["name", "package-data"]],
  "property-value": [["string-value", "package-data"]], property: [["string-value", "package-data"], ["value", "package-data"]],
  scenario: [["comment", "hidden-text"]],
  "help-message": [["title", "hidden-text"]], "error-message": [["title", "hidden-text"]],
  "content-validation": [["condition", "hidden-text"]],
  "named-range": [["name", "defined-name"], ["cell-range-address", "defined-name"]],
  "named-expression": [["name", "defined-name"], ["expression", "defined-name"]],
  "database-range": [["name", "package-data"]],
  "filter-condition": [["value", "package-data"]], "filter-set-item": [["value", "package-data"]],
  "database-source-table": [["database-name", "package-data"], ["database-table-name", "package-data"]],
  "database-source-sql": [["database-name", "package-data"], ["sql-statement", "package-data"]],
  "database-source-query": [["database-name", "package-data"], ["query-name", "package-data"]],
  "data-pilot-table": [["name", "pivot-cache"], ["grand-total-name", "pivot-cache"]],
  "data-pilot-field": [["source-field-name", "pivot-cache"], ["selected-page", "pivot-cache"]],
  "data-pilot-member": [["name", "pivot-cache"], ["display-name", "pivot-cache"]],
  "data-pilot-group": [["name", "pivot-cache"]], "data-pilot-group-member": [["name", "pivot-cache"]],
  "source-service": [["name", "package-data"], ["source-name", "package-data"], ["object-name", "package-data"], ["user-name", "package-data"]],
  "cell-range-source": [["name", "package-data"], ["href", "package-data"]],
  "table-source": [["href", "external-link-cache"], ["table-name", "external-link-cache"]],
  "change-track-table-cell": [["string-value", "deleted-revision"], ["value", "deleted-revision"], ["date-value", "deleted-revision"], ["formula", "deleted-revision"]],
  condition: [["value", "hidden-text"]],
};

/** Forms (13): what controls show, what they would send, and what drop-down lists offer. */
const FORM_ATTRIBUTES: Attributes = [
  ["label", undefined], ["value", undefined], ["current-value", undefined], ["title", "hidden-text"], ["name", "package-data"], ["command", "package-data"],
  ["datasource", "package-data"], ["data-field", "package-data"], ["href", "package-data"],
];

export function* sidelinesOf(reader: XmlReader, name: string, inForm: boolean): Generator<Sideline> {
  const attributes = Object.hasOwn(SIDELINES, name) ? SIDELINES[name] : inForm ? FORM_ATTRIBUTES : undefined;
  if (attributes === undefined) return;
  const given = new Set<string>();
  const isUnseen = inForm && (name === "hidden" || (name === "option" && reader.attribute("current-selected") !== "true"));
  for (const [attribute, concealment] of attributes) {
    const text = decodedLink(reader.attribute(attribute)?.trim() ?? "", attribute);
    if (text === "" || given.has(text) || isProgramsOwn(text, attribute)) continue;
    given.add(text);
    yield { text, concealment: isUnseen ? "hidden-text" : concealment };
  }
}

/** Names that programs give ("_Toc12", "Frame3", "図 3"), references inside the document, switches and services. */
function isProgramsOwn(text: string, attribute: string): boolean {
  if (attribute === "href") return text.startsWith("#") || text.startsWith("vnd.sun.star.");
  if (attribute === "condition" || attribute === "formula" || attribute === "expression") return !text.includes('"');
  return text.startsWith("_") || (attribute === "name" && NUMBERED_NAME.test(text)) || PROGRAM_WORD.test(text);
}

const NUMBERED_NAME = /^[\p{L} ._-]{1,40} ?\d{1,6}$/u;
const PROGRAM_WORD = /^(?:com\.sun\.star\.|ooo:|true$|false$)/u;

function decodedLink(text: string, attribute: string): string {
  if (attribute !== "href") return text;
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
