/** OpenDocument packages (ODF 1.3 part 2): which kind, which entries, and which of them are sealed. */
import { readXml } from "../../bytes/xml.js";
import { isZip, readEntry, readZipDirectory, type ZipDirectory, type ZipEntry } from "../../bytes/zip.js";
import type { Budget } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import type { Sealing } from "./sealed.js";

/** By the media type (appendix C of part 3): the document's, and the template's where there is one. */
const KINDS: Readonly<Record<string, readonly [document: string, template: string]>> = {
  text: ["odt", "ott"],
  "text-master": ["odm", "otm"],
  "text-web": ["oth", "oth"],
  spreadsheet: ["ods", "ots"],
  presentation: ["odp", "otp"],
  graphics: ["odg", "otg"],
  chart: ["odc", "otc"],
  formula: ["odf", "otf"],
  image: ["odi", "oti"],
};
const MEDIA_TYPE = /^application\/(?:vnd|x-vnd)\.oasis\.opendocument\.([a-z]+(?:-(?:master|web))?)(-template|-flat-xml)?/u;
const MAX_MEDIA_TYPE = 256;
const MAX_MANIFEST = 2 ** 22;
export const MANIFEST = "META-INF/manifest.xml";

export interface OdfPackage {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  readonly damaged: boolean;
  /** By the entry's name, as the manifest says. */
  readonly mediaTypes: ReadonlyMap<string, string>;
  /** Names of entries that only a password opens, and how. */
  readonly sealed: ReadonlyMap<string, Sealing>;
}

/** "odt", "ots", ...; undefined for what is no OpenDocument media type of a kind that is read here. */
export function formatOfType(mediaType: string): string | undefined {
  const match = MEDIA_TYPE.exec(mediaType.trim().toLowerCase());
  if (match === null || !Object.hasOwn(KINDS, match[1])) return undefined;
  return KINDS[match[1]][match[2] === "-template" ? 1 : 0];
}

/** By the entry `mimetype` or, where that is missing, by what the manifest says of the whole package. */
export function identifyOdfPackage(bytes: Uint8Array): string | undefined {
  if (!isZip(bytes)) return undefined;
  try {
    const { entries } = readZipDirectory(bytes);
    const named = smallEntry(bytes, entries, "mimetype", MAX_MEDIA_TYPE);
    if (named !== undefined) return formatOfType(Buffer.from(named).toString("latin1"));
    if (!entries.some(({ name }) => name === "content.xml")) return undefined;
    const manifest = smallEntry(bytes, entries, MANIFEST, MAX_MANIFEST);
    return manifest === undefined ? undefined : formatOfType(readManifest(manifest).mediaTypes.get("/") ?? "");
  } catch (error) {
    // The extractor of archives will read it, and report it.
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** An entry that is as small as it should be. Nothing of it counts against the scan, which will read it again. */
function smallEntry(bytes: Uint8Array, entries: readonly ZipEntry[], wanted: string, maxBytes: number): Uint8Array | undefined {
  const entry = entries.find(({ name, encrypted, size }) => name === wanted && !encrypted && size <= maxBytes);
  if (entry === undefined) return undefined;
  return readEntry(bytes, entry, { expand: () => undefined, entry: () => undefined, tick: () => undefined, remainingBytes: maxBytes }).bytes;
}

/** @throws Unreadable "corrupt" if the zip file has no readable entry, "limit" */
export function openOdfPackage(bytes: Uint8Array, budget: Budget): OdfPackage {
  const { entries, damaged }: ZipDirectory = readZipDirectory(bytes);
  const mediaTypes = new Map<string, string>();
  const sealed = new Map<string, Sealing>();
  for (const entry of entries) {
    if (entry.name !== MANIFEST) continue;
    const manifest = readManifest(content(bytes, entry, budget));
    for (const [path, type] of manifest.mediaTypes) mediaTypes.set(path, type);
    for (const [path, sealing] of manifest.sealed) sealed.set(path, sealing);
  }
  return { bytes, entries, damaged, mediaTypes, sealed };
}

/** Nothing where it cannot be read: the entry is reported when its turn comes. */
function content(bytes: Uint8Array, entry: ZipEntry, budget: Budget): Uint8Array {
  try {
    return readEntry(bytes, entry, budget).bytes;
  } catch (error) {
    if (error instanceof Unreadable && error.reason !== "limit") return new Uint8Array(0);
    throw error;
  }
}

/** Part 2, 4.4: entries with `encryption-data` are sealed; OpenPGP keys seal them all the same. */
function readManifest(xml: Uint8Array): { mediaTypes: Map<string, string>; sealed: Map<string, Sealing> } {
  const mediaTypes = new Map<string, string>();
  const sealed = new Map<string, Sealing>();
  const reader = readXml(xml);
  const lastWord = (name: string): string => (reader.attribute(name) ?? "").replace(/^.*[#/:]/u, "");
  const bytesOf = (name: string): Uint8Array => Buffer.from(reader.attribute(name) ?? "", "base64");
  let path = "";
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token !== "open") continue;
    const known = sealed.get(path);
    if (reader.name === "file-entry") {
      path = (reader.attribute("full-path") ?? "").replace(/^\.\//u, "");
      mediaTypes.set(path, reader.attribute("media-type") ?? "");
    } else if (reader.name === "encryption-data") {
      const checksum = { checksumType: (reader.attribute("checksum-type") ?? "").replace(/^.*#/u, ""), checksum: bytesOf("checksum") };
      sealed.set(path, { cipher: "", iv: new Uint8Array(0), derivation: "", keyBytes: 16, iterations: 0, salt: new Uint8Array(0), start: "", argon2: { passes: 0, memoryKiB: 0, lanes: 0 }, ...checksum });
    } else if (known === undefined) continue;
    else if (reader.name === "algorithm") sealed.set(path, { ...known, cipher: lastWord("algorithm-name"), iv: bytesOf("initialisation-vector") });
    else if (reader.name === "start-key-generation") sealed.set(path, { ...known, start: lastWord("start-key-generation-name") });
    else if (reader.name === "key-derivation") {
      const [keyBytes, iterations] = [Number(reader.attribute("key-size") ?? 16), Number(reader.attribute("iteration-count") ?? 0)];
      const argon2 = { passes: Number(reader.attribute("argon2-iterations") ?? 0), memoryKiB: Number(reader.attribute("argon2-memory") ?? 0), lanes: Number(reader.attribute("argon2-lanes") ?? 0) };
      sealed.set(path, { ...known, derivation: lastWord("key-derivation-name"), keyBytes, iterations, salt: bytesOf("salt"), argon2 });
    }
  }
  return { mediaTypes, sealed };
}
