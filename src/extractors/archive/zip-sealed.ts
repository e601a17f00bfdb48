/**
 * Entries whose bytes are sealed although the zip file does not say so: OpenDocument (1.3 part 2, 3.4.1 and 4.4: `encryption-data` of a
 * `file-entry`) and EPUB (OCF 3.3, 4.2.6.3.2: `CipherReference`).
 */
import { readXml } from "../../bytes/xml.js";
import { readEntry, type ZipEntry } from "../../bytes/zip.js";
import type { Budget } from "../../contract.js";
import { Unreadable } from "../../errors.js";

/** Names of the sealed entries. */
export function sealedNames(bytes: Uint8Array, entries: readonly ZipEntry[], budget: Budget): ReadonlySet<string> {
  const sealed = new Set<string>();
  for (const entry of entries) {
    if (entry.name !== "META-INF/manifest.xml" && entry.name !== "META-INF/encryption.xml") continue;
    const reader = readXml(content(bytes, entry, budget));
    let path = "";
    for (let token = reader.next(); token !== "end"; token = reader.next()) {
      if (token !== "open") continue;
      if (reader.name === "file-entry") path = reader.attribute("full-path") ?? "";
      else if (reader.name === "encryption-data") sealed.add(path);
      else if (reader.name === "CipherReference") sealed.add((reader.attribute("URI") ?? "").replaceAll("%20", " "));
    }
  }
  return sealed;
}

/** Nothing where it cannot be read: the entry is reported when its turn comes. */
function content(bytes: Uint8Array, entry: ZipEntry, budget: Budget): Uint8Array {
  try {
    return readEntry(bytes, entry, budget).bytes;
  } catch (error) {
    if (error instanceof Unreadable && budget.remainingBytes > 0) return new Uint8Array(0);
    throw error;
  }
}
