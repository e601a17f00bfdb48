/** What elements of OpenDocument text are to their reader (ODF 1.3 part 3, 5 to 10). */
import type { Concealment } from "../../contract.js";

/** Paragraphs, and what may stand between them and a word. */
export const INLINE: ReadonlySet<string> = new Set([
  "p", "h", "span", "a", "ruby", "ruby-base", "meta", "meta-field", "title", "subject", "keywords", "description", "creator", "initial-creator", "date", "time", "page-number",
  "page-count", "page-continuation", "author-name", "author-initials", "chapter", "file-name", "template-name", "sheet-name", "sequence", "sequence-ref", "bookmark-ref", "reference-ref",
  "note-ref", "variable-set", "variable-get", "variable-input", "user-field-get", "user-field-input", "expression", "text-input", "user-defined", "conditional-text", "hidden-text",
  "hidden-paragraph", "placeholder", "database-display", "database-name", "database-row-number", "bibliography-mark", "measure", "table-formula", "drop-down", "sender-firstname",
  "sender-lastname", "sender-initials", "sender-title", "sender-position", "sender-email", "sender-phone-private", "sender-fax", "sender-company", "sender-phone-work", "sender-street",
  "sender-city", "sender-postal-code", "sender-country", "sender-state-or-province", "creation-date", "creation-time", "modification-date", "modification-time", "printed-by",
  "print-date", "print-time", "editing-cycles", "editing-duration", "execute-macro", "dde-connection", "header", "footer", "date-time", "content-control", "line", "number", "script",
  "paragraph-count", "word-count", "character-count", "table-count", "image-count", "object-count", "index-entry-span", "changed-region", "page-variable-get", "page-variable-set", "fieldmark",
]);
/** They lead to entries of the package. */
export const REFERRING: ReadonlySet<string> = new Set(["image", "object", "object-ole", "plugin", "fill-image", "background-image", "audio", "video", "sound"]);
/** Elements that take all that is inside them out of view. */
export const CONCEALING: Readonly<Record<string, Concealment>> = {
  "tracked-changes": "deleted-revision", annotation: "comment", notes: "speaker-notes", "covered-table-cell": "hidden-text", "content-validations": "hidden-text",
  "dde-links": "external-link-cache", "data-pilot-tables": "pivot-cache",
};
