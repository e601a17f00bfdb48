/**
 * Every string of an object with what it is for. What an object is, its own entries say; which chain leads to it does not matter, so that
 * what is left over reads the same as what is in use.
 */
import type { Concealment } from "../../../contract.js";
import { xmpTexts } from "../../../text/xmp.js";
import { isArray, isBytes, isDict, type Dict, type Value } from "../fast/lexer.js";
import { looseText } from "./text.js";

export interface FoundText {
  readonly text: string;
  /** What a clerk could look for: the property's, the field's or the entry's name. */
  readonly name: string;
  readonly concealment: Concealment | undefined;
  /** Left, bottom, right, top in user space, of the annotation it belongs to. */
  readonly rect?: readonly number[];
}

export interface StringContext {
  /** The document information dictionary's own entries are properties. */
  readonly isInformation: boolean;
  resolve(value: Value | undefined): Value;
  /** A string as it was before encryption. */
  plain(stored: Uint8Array): Uint8Array | undefined;
}

type Kind = "annotation" | "outline" | "structure" | "field" | "information" | "other";

// Table 165: hidden and no view; "invisible" is for unknown kinds of annotations only.
const CONCEALING_FLAGS = 1 << 1 | 1 << 5;
const DRAWN = new Set(["FreeText", "Widget", "Watermark"]);
const REMARKS = new Set(["Contents", "T", "RC", "Subj", "OverlayText"]);
const METADATA = new Set(["Title", "Author", "Subject", "Keywords", "Creator", "Producer", "Lang", "P", "Name", "Info", "OutputCondition"]);
/** Replacement texts (14.9.3 to 14.9.5): read aloud, or found by a search. */
const SPOKEN = new Set(["Alt", "ActualText", "E"]);
/** Dictionaries of fonts say nothing of people, and there are many. */
const MUTE_TYPES = new Set(["Font", "FontDescriptor", "Encoding", "CMap", "XRef", "ObjStm"]);
const MUTE_KEYS = new Set(["CIDSystemInfo", "CharSet", "Panose", "FontFamily", "W", "ByteRange", "Encrypt", "ID", "CheckSum"]);
const FILE_NAMES = new Set(["F", "UF", "DOS", "Mac", "Unix"]);
const DATE = /^D:\d{4}[\d+\-Z']*$/u;
/** "/Helv 12 Tf 0 g": how a field's text looks. */
const APPEARANCE = /^[\w\s./+-]*Tf[\w\s./+-]*$/u;
const MAX_DEPTH = 64;
const MAX_TEXTS = 200_000;

export function stringsOf(value: Value, context: StringContext): FoundText[] {
  const found: FoundText[] = [];
  walk(value, "", context.isInformation ? "information" : "other", undefined, 0);
  return found;

  function walk(one: Value, key: string, kind: Kind, owner: Dict | undefined, depth: number): void {
    if (depth > MAX_DEPTH || found.length > MAX_TEXTS) return;
    if (isBytes(one)) add(one, key, kind, owner);
    else if (typeof one === "string") addName(one, key);
    else if (isArray(one)) {
      if (one[0] === "Indexed" || one[0] === "I") return;
      for (const part of one) walk(part, key, kind, owner, depth + 1);
    } else if (isDict(one)) {
      const type = one.get("Type");
      if (typeof type === "string" && MUTE_TYPES.has(type)) return;
      const own = kindOf(one, kind);
      for (const [inner, part] of one) {
        addName(inner, "name");
        // The name of a file goes with the file.
        if (one.has("EF") && FILE_NAMES.has(inner)) continue;
        if (!MUTE_KEYS.has(inner) || (inner === "ID" && own === "structure")) walk(part, inner, own, own === kind && owner !== undefined && own !== "annotation" ? owner : one, depth + 1);
      }
    }
  }

  function add(stored: Uint8Array, key: string, kind: Kind, owner: Dict | undefined): void {
    const bytes = context.plain(stored);
    const text = plainText(bytes === undefined ? "" : looseText(bytes), key);
    if (!/[\p{L}\p{N}]/u.test(text) || (DATE.test(text) && kind !== "information") || (key === "DA" && APPEARANCE.test(text))) return;
    const rect = kind === "annotation" && owner !== undefined ? rectOf(owner, context) : undefined;
    found.push({ text, name: nameOf(key, kind, owner), concealment: concealmentOf(key, kind, owner, context), ...(rect === undefined ? {} : { rect }) });
  }

  /** Names are what a format is made of; one that looks like data is told. */
  function addName(name: string, key: string): void {
    if (TELLING_NAME.test(name)) found.push({ text: looseText(Buffer.from(name, "latin1")), name: key, concealment: "package-data" });
  }
}

/** Rich text (12.7.3.4) is XHTML; what it says is its elements' text and its attributes' values. */
function plainText(text: string, key: string): string {
  return RICH.has(key) && text.trimStart().startsWith("<") ? xmpTexts(text).map((part) => part.text).join("\n") : text;
}

const RICH = new Set(["RC", "RV"]);
const TELLING_NAME = /[\x80-\xff@]|\d[\d-]{6}/u;

function kindOf(dict: Dict, outer: Kind): Kind {
  if (dict.has("Rect") && typeof dict.get("Subtype") === "string") return "annotation";
  if (dict.has("Title") && (dict.has("Parent") || dict.has("Prev") || dict.has("Next"))) return "outline";
  if (dict.get("Type") === "StructElem" || (dict.has("S") && dict.has("P") && !dict.has("Subtype") && !dict.has("D"))) return "structure";
  if (dict.has("FT") || (dict.has("T") && (dict.has("Kids") || dict.has("V") || dict.has("DV")))) return "field";
  // What a field or an annotation holds without being one: its own parts.
  return outer === "annotation" || outer === "information" ? outer : "other";
}

function concealmentOf(key: string, kind: Kind, owner: Dict | undefined, context: StringContext): Concealment | undefined {
  if (key === "JS" || key === "URI") return "package-data";
  if (kind === "information") return "metadata";
  if (kind === "outline") return key === "Title" ? undefined : "package-data";
  if (SPOKEN.has(key)) return "hidden-text";
  if (kind === "structure") return "metadata";
  if (kind === "annotation" && owner !== undefined) {
    const flags = context.resolve(owner.get("F"));
    const isDrawn = isDrawnKind(owner.get("Subtype"));
    const isHidden = typeof flags === "number" && (flags & CONCEALING_FLAGS) !== 0;
    if (isHidden && (REMARKS.has(key) || key === "V")) return key === "T" && isDrawn ? "package-data" : "hidden-text";
    if (key === "V" || key === "CA") return undefined;
    if (!REMARKS.has(key) || (isDrawn && key === "T")) return "package-data";
    return isDrawn ? undefined : "comment";
  }
  if (kind === "field") return "package-data";
  return METADATA.has(key) ? "metadata" : "package-data";
}

const isDrawnKind = (subtype: Value | undefined): boolean => typeof subtype === "string" && DRAWN.has(subtype);

function nameOf(key: string, kind: Kind, owner: Dict | undefined): string {
  if (key === "JS") return "JavaScript";
  if (kind === "outline") return "Outlines";
  if (kind === "structure") return `structure: ${key}`;
  if (key === "Names" || key === "Limits") return "names";
  if (key === "P") return "page label";
  if (kind === "other" && owner?.get("Type") === "OCG") return "layer";
  return key === "" ? "string" : key;
}

function rectOf(annotation: Dict, context: StringContext): readonly number[] | undefined {
  const rect = context.resolve(annotation.get("Rect"));
  if (!isArray(rect) || rect.length !== 4) return undefined;
  const numbers = rect.map((one) => context.resolve(one)).filter((one) => typeof one === "number");
  if (numbers.length !== 4) return undefined;
  const [a, b, c, d] = numbers;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}
