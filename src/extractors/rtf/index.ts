/** Rich Text: stories of the document, what hides in them, pictures and objects, and what stands behind the document's end. */
import { strayArtifact } from "../../bytes/stray.js";
import type { Artifact, ExtractContext, Extractor, Location, Segment, Unscanned } from "../../contract.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { segmentsOf } from "../../text/story/lines.js";
import { objectArtifacts } from "./object.js";
import { readRichText } from "./reader.js";

export const rtfExtractor: Extractor = {
  id: "rtf",
  identify: (bytes) => (isRichText(bytes) ? "rtf" : undefined),
  extract: readFile,
};

/** "{\rtf", which Word shortens to "{\rt" when it looks. White space may stand before it. */
function isRichText(bytes: Uint8Array): boolean {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < 256 && (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09)) at++;
  return [0x7b, 0x5c, 0x72, 0x74].every((byte, i) => bytes[at + i] === byte);
}

function* readFile({ at, bytes }: Artifact, { budget }: ExtractContext): Generator<Segment | Artifact | Unscanned> {
  const { stories, properties, authors, binaries, end, isCutOff } = readRichText(bytes, budget);
  for (const { name, concealment, writer } of stories) {
    const storyAt: Location = name === "" ? at : [...at, { kind: "package-part", path: name }];
    yield* segmentsOf(writer.finish(), storyAt, concealment);
  }
  const remarks = [...properties.map(({ name, value }): Remark => ({ text: value, at: [...at, { kind: "property", name }] })), ...[...authors].map((text): Remark => ({ text, at: [...at, { kind: "property", name: "author" }] }))];
  if (remarks.length > 0) yield remarksSegment(remarks, "property");
  for (const [index, { kind, name, bytes: content }] of binaries.entries()) {
    budget.tick();
    const entryName = `${name} ${index + 1}`;
    const entryAt: Location = [...at, { kind: "entry", name: entryName }];
    if (kind === "object") yield* objectArtifacts(content, entryAt, entryName);
    else yield { kind: "artifact", at: entryAt, name: entryName, bytes: content, ...(kind === "attachment" && { concealment: "package-data" as const }) };
  }
  if (isCutOff) yield { kind: "unscanned", at, reason: "corrupt", detail: "rtf: the file ends before its last group does" };
  const stray = strayArtifact(at, bytes, behindSpace(bytes, end), bytes.length);
  if (stray !== undefined) yield stray;
}

/** Line ends and a final NUL behind the last brace are every writer's. */
function behindSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] <= 0x20 || bytes[at] === 0x7d)) at++;
  return at;
}
