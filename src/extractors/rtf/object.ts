/** Embedded objects of Rich Text (`\objdata`): OLE 1 objects in hexadecimal digits. */
import { packagedFile } from "../../bytes/ole-native.js";
import { readOleObject } from "../../bytes/ole-object.js";
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
  if (file === undefined) yield { kind: "artifact", at, name, bytes: native, concealment: "package-data" };
  else yield { kind: "artifact", at: [...at, { kind: "entry", name: file.name }], name: file.name, bytes: file.bytes, concealment: "package-data" };
}

function* told(texts: readonly string[], at: Location): Generator<Segment> {
  const remarks = texts.map((text): Remark => ({ text, at: [...at, { kind: "property", name: "link" }] }));
  if (remarks.length > 0) yield remarksSegment(remarks, "package-data");
}
