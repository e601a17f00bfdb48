/**
 * Office Open XML packages (ECMA-376 part 2): parts, their content types, and how they hang together.
 *
 * What callers may rely on:
 * - every entry of the zip file that is not a directory, `[Content_Types].xml` or a `.rels` part is in `parts` exactly once, two
 *   entries of one name and entries that the zip's directory does not list included;
 * - `reached` is true where a chain of relationships leads from the package's root to the part, as Office follows it;
 * - nothing is known by its name: parts may be called anything, so ask for content types and relationship types;
 * - relationship types are compared by their last segment, which transitional and strict documents share;
 * - broken content types or relationships lose links, never parts: what is not reached is still there to be read.
 */
import { isZip, readEntry, readZipDirectory, type ReadEntry, type ZipDirectory, type ZipEntry } from "../../bytes/zip.js";
import { readXml } from "../../bytes/xml.js";
import type { Budget } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { formatOf } from "./formats.js";

export interface PackagePart {
  /** As in the zip file, without a leading slash: "xl/worksheets/sheet1.xml". */
  readonly path: string;
  readonly entry: ZipEntry;
  /** Lower case, without parameters; "" where the package names none. */
  readonly contentType: string;
  readonly relationships: readonly Relationship[];
  readonly reached: boolean;
}

export interface Relationship {
  readonly id: string;
  /** The last segment of the type's URI: "worksheet", "hyperlink". */
  readonly type: string;
  /** As written: a URI reference. */
  readonly target: string;
  readonly external: boolean;
  /** The part it leads to, where there is one. */
  readonly part?: PackagePart;
}

export interface OoxmlPackage {
  readonly bytes: Uint8Array;
  /** By the main part's content type: "xlsx", "docx", ...; undefined for packages of no format known here. */
  readonly format: string | undefined;
  /** The part that holds the document: workbook, document, presentation. */
  readonly main: PackagePart | undefined;
  /** In the zip file's order. */
  readonly parts: readonly PackagePart[];
  /** Relationships of the package itself: main part, properties. */
  readonly relationships: readonly Relationship[];
  /** The zip file's directory is damaged: there may be parts that could not be found. */
  readonly damaged: boolean;
  /** Content types and relationship parts that could only be read in part. */
  readonly problems: readonly { readonly path: string; readonly problem: Unreadable }[];
}

const CONTENT_TYPES = "[content_types].xml";
/** No office program writes more than some hundred kilobytes of either; identification must not cost more than a look. */
const IDENTIFY_BYTES = 2 ** 24;

/** "xlsx", "docx", ... if the bytes are a package whose main part has such a content type. Reads no more than that needs. */
export function identifyPackage(bytes: Uint8Array): string | undefined {
  if (!isZip(bytes)) return undefined;
  try {
    const { entries } = readZipDirectory(bytes);
    const names = new Map(entries.map((entry) => [entry, partPath(entry.name).toLowerCase()]));
    if (![...names.values()].includes(CONTENT_TYPES)) return undefined;
    // Relationships between parts do not matter here, and there may be thousands.
    const needed = entries.filter((entry) => names.get(entry) === "_rels/.rels" || !RELATIONSHIPS_PART.test(names.get(entry) ?? ""));
    return linkParts(bytes, { entries: needed, damaged: false }, lookBudget()).format;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** @throws Unreadable "corrupt" if the zip file has no readable entry, "limit" */
export function openPackage(bytes: Uint8Array, budget: Budget): OoxmlPackage {
  return linkParts(bytes, readZipDirectory(bytes), budget);
}

/** Nothing of it counts against the scan, which will read it again. */
function lookBudget(): Budget {
  let remainingBytes = IDENTIFY_BYTES;
  return {
    expand(size) {
      remainingBytes -= size;
      if (remainingBytes < 0) throw new Unreadable("limit", "the package's table of contents is too large");
    },
    entry: () => undefined,
    tick: () => undefined,
    get remainingBytes() {
      return remainingBytes;
    },
  };
}

function linkParts(bytes: Uint8Array, { entries, damaged }: ZipDirectory, budget: Budget): OoxmlPackage {
  const problems: { path: string; problem: Unreadable }[] = [];
  const read = (entry: ZipEntry): Uint8Array => {
    try {
      const { bytes: content, problem }: ReadEntry = readEntry(bytes, entry, budget);
      if (problem !== undefined) problems.push({ path: entry.name, problem });
      return content;
    } catch (error) {
      if (!(error instanceof Unreadable) || error.reason === "limit") throw error;
      problems.push({ path: entry.name, problem: error });
      return new Uint8Array(0);
    }
  };
  const files = entries.filter(({ directory }) => !directory);
  const types = files.filter(({ name }) => partPath(name).toLowerCase() === CONTENT_TYPES).map((entry) => contentTypes(read(entry)));
  const parts: Mutable<PackagePart>[] = [];
  /** Lower case, because part names are compared without regard to case (part 2, 6.2.2.3). The first of two is the part. */
  const byPath = new Map<string, PackagePart>();
  const relationshipEntries: ZipEntry[] = [];
  for (const entry of files) {
    const path = partPath(entry.name);
    const key = path.toLowerCase();
    if (key === CONTENT_TYPES) continue;
    if (RELATIONSHIPS_PART.test(key)) {
      relationshipEntries.push(entry);
      continue;
    }
    const contentType = types.map((typeOf) => typeOf(key)).find((type) => type !== "") ?? "";
    const part = { path, entry, contentType, relationships: [], reached: false };
    parts.push(part);
    if (!byPath.has(key)) byPath.set(key, part);
  }
  const relationships: Relationship[] = [];
  for (const entry of relationshipEntries) {
    const path = partPath(entry.name);
    const owner = path.toLowerCase().replace(/(?:^|(?<=\/))_rels\/([^/]*)\.rels$/u, "$1");
    const folder = owner.slice(0, owner.lastIndexOf("/") + 1);
    const found = readRelationships(read(entry), (target) => byPath.get(resolveTarget(folder, target)));
    const part = byPath.get(owner) as Mutable<PackagePart> | undefined; // every part in the map was made above
    if (owner === "") relationships.push(...found);
    else if (part !== undefined) part.relationships = [...part.relationships, ...found];
  }
  markReached(relationships);
  const named = relationships.find(({ type, part }) => type === "officeDocument" && part !== undefined)?.part;
  const main = named !== undefined && formatOf(named.contentType) !== undefined ? named : (parts.find(({ contentType }) => formatOf(contentType) !== undefined) ?? named);
  return { bytes, format: main && formatOf(main.contentType), main, parts, relationships, damaged, problems };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const RELATIONSHIPS_PART = /(?:^|\/)_rels\/[^/]*\.rels$/u;

/** Zip entries of a package may be written "/xl/workbook.xml" or with backslashes: Office reads them all. */
function partPath(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/u, "");
}

/** Part name in lower case to content type in lower case, "" where there is none. */
function contentTypes(xml: Uint8Array): (key: string) => string {
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  const reader = readXml(xml);
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token !== "open") continue;
    const type = (reader.attribute("ContentType") ?? "").replace(/;.*$/su, "").trim().toLowerCase();
    if (reader.name === "Default") defaults.set((reader.attribute("Extension") ?? "").toLowerCase(), type);
    else if (reader.name === "Override") overrides.set(partPath(reader.attribute("PartName") ?? "").toLowerCase(), type);
  }
  return (key) => overrides.get(key) ?? defaults.get(key.slice(key.lastIndexOf(".") + 1)) ?? "";
}

function readRelationships(xml: Uint8Array, find: (target: string) => PackagePart | undefined): Relationship[] {
  const found: Relationship[] = [];
  const reader = readXml(xml);
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token !== "open" || reader.name !== "Relationship") continue;
    const target = reader.attribute("Target") ?? "";
    const external = reader.attribute("TargetMode")?.toLowerCase() === "external";
    const part = external ? undefined : find(target);
    const type = reader.attribute("Type") ?? "";
    found.push({ id: reader.attribute("Id") ?? "", type: type.slice(type.lastIndexOf("/") + 1), target, external, ...(part !== undefined && { part }) });
  }
  return found;
}

/** @param folder of the part that has the relationship, lower case, "" or ending in "/" */
function resolveTarget(folder: string, target: string): string {
  const path = percentDecoded(target.replace(/[#?].*$/su, "")).replaceAll("\\", "/").toLowerCase();
  const steps: string[] = [];
  for (const step of (path.startsWith("/") ? path : folder + path).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

export function percentDecoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch (error) {
    if (error instanceof URIError) return uri;
    throw error;
  }
}

function markReached(roots: readonly Relationship[]): void {
  const queue = roots.map(({ part }) => part);
  while (queue.length > 0) {
    const part = queue.pop() as Mutable<PackagePart> | undefined;
    if (part === undefined || part.reached) continue;
    part.reached = true;
    for (const relationship of part.relationships) queue.push(relationship.part);
  }
}
