/** What stands beside the pages of a plain document: information, XMP, outlines, form values. Scripts and attachments are not plain. */
import type { DocumentExtras, NamedText } from "../document.js";
import { xmpTexts } from "../../../text/xmp.js";
import type { PdfFile } from "./file.js";
import { isArray, isDict, isRef, NotPlain, type Dict, type Value } from "./lexer.js";
import { textString } from "./text-string.js";

const MAX_ITEMS = 100_000;

/** @throws NotPlain where the catalogue has anything that may hold text and is not read here */
export function readPlainExtras(file: PdfFile, catalog: Dict): DocumentExtras {
  for (const key of ["AA", "AF", "Collection", "Requirements"]) if (catalog.has(key)) throw new NotPlain("attachments or scripts");
  const names = file.resolve(catalog.get("Names"));
  if (isDict(names) && (names.has("EmbeddedFiles") || names.has("JavaScript"))) throw new NotPlain("attachments or scripts");
  const open = file.resolve(catalog.get("OpenAction"));
  if (isDict(open) && file.resolve(open.get("S")) !== "GoTo") throw new NotPlain("an action");
  const form = file.resolve(catalog.get("AcroForm"));
  if (isDict(form)) {
    const fields = file.resolve(form.get("Fields"));
    if (form.has("XFA") || (isArray(fields) && fields.length > 0)) throw new NotPlain("a form");
  }
  return { properties: [...language(file, catalog), ...information(file), ...metadata(file, catalog)], outline: outline(file, catalog), scripts: [], fields: [], attachments: [], gaps: [] };
}

function language(file: PdfFile, catalog: Dict): NamedText[] {
  const text = textString(file.resolve(catalog.get("Lang")));
  return text === undefined || text === "" ? [] : [{ name: "Language", text }];
}

function information(file: PdfFile): NamedText[] {
  const info = file.resolve(file.trailer.get("Info"));
  if (!isDict(info)) return [];
  return [...info].flatMap(([name, value]) => {
    const text = textString(file.resolve(value));
    return text === undefined || text === "" ? [] : [{ name, text }];
  });
}

function metadata(file: PdfFile, catalog: Dict): NamedText[] {
  if (!catalog.has("Metadata")) return [];
  const { bytes } = file.stream(catalog.get("Metadata"));
  const packet = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  if (packet.includes("\\376\\377")) throw new NotPlain("UTF-16 in the notation of PDF strings");
  return xmpTexts(packet);
}

function outline(file: PdfFile, catalog: Dict): string[] {
  const root = file.resolve(catalog.get("Outlines"));
  if (!isDict(root)) return [];
  const titles: string[] = [];
  const seen = new Set<number>();
  const pending: (Value | undefined)[] = [root.get("First")];
  while (pending.length > 0) {
    const reference = pending.pop();
    if (!isRef(reference)) continue;
    if (seen.has(reference.ref) || seen.size >= MAX_ITEMS) throw new NotPlain("outlines in a circle");
    seen.add(reference.ref);
    const item = file.dict(reference);
    const title = textString(file.resolve(item.get("Title")));
    if (title !== undefined && title !== "") titles.push(title);
    titles.push(...linkTargets(file, item));
    pending.push(item.get("Next"), item.get("First"));
  }
  return titles;
}

/** The address an action leads to; any action that is no plain link is not plain. */
export function linkTargets(file: PdfFile, item: Dict): string[] {
  const action = file.resolve(item.get("A"));
  if (!isDict(action)) return [];
  const kind = file.resolve(action.get("S"));
  if (action.has("Next") || (kind !== "URI" && kind !== "GoTo")) throw new NotPlain("an action");
  const target = textString(file.resolve(action.get("URI")));
  return target === undefined || target === "" ? [] : [target];
}
