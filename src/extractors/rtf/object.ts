/** Embedded objects of Rich Text (`\objdata`): OLE 1 objects in hexadecimal digits. */
import { type CompoundEntry, readCompoundFile } from "../../bytes/cfb.js";
import { packagedFile } from "../../bytes/ole-native.js";
import { readOleObject } from "../../bytes/ole-object.js";
import { isNegligible } from "../../bytes/stray.js";
import type { Artifact, Location, Segment } from "../../contract.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";

/** The object's file as an artifact, and the paths and links that came with it. */
export function* objectArtifacts(bytes: Uint8Array, at: Location, name: string): Generator<Segment | Artifact> {
  const object = readOleObject(bytes);
  const { native, sized } = object ?? {};
  if (object === undefined || native === undefined || sized === undefined) {
    if (object !== undefined) yield* told(object.links, at);
    else yield { kind: "artifact", at, name, bytes, concealment: "package-data" };
    return;
  }
  const file = object.className.toLowerCase() === "package" ? packagedFile(sized) : undefined;
  yield* told([...object.links, ...(file?.paths ?? [])], at);
  if (object.className.startsWith("Msxml2.")) yield* dataStore(native, at);
  else if (file === undefined) yield { kind: "artifact", at, name, bytes: native, concealment: "package-data" };
  else yield { kind: "artifact", at: [...at, { kind: "entry", name: file.name }], name: file.name, bytes: file.bytes, concealment: "package-data" };
}

/** Custom XML: a compound file of nothing but storages with a stream each ([MS-OSHARED] 2.3.6). */
function* dataStore(native: Uint8Array, at: Location): Generator<Artifact> {
  const { root } = readCompoundFile(native);
  const waiting: CompoundEntry[] = [root];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (entry.kind === "storage") waiting.push(...entry.children);
    else {
      const { bytes } = entry.read();
      if (!isNegligible(bytes)) yield { kind: "artifact", at: [...at, { kind: "entry", name: entry.name }], name: entry.name, bytes, concealment: "package-data" };
    }
  }
}

function* told(texts: readonly string[], at: Location): Generator<Segment> {
  const remarks = texts.map((text): Remark => ({ text, at: [...at, { kind: "property", name: "link" }] }));
  if (remarks.length > 0) yield remarksSegment(remarks, "package-data");
}
