/** Collects what a picture file says besides its pixels: properties, files inside it, and what of it could not be read. */
import { hasOwnSignature } from "../../bytes/magic.js";
import { strayArtifact } from "../../bytes/stray.js";
import type { Artifact, Budget, Location, Segment, Unscanned } from "../../contract.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { xmpTexts } from "../../text/xmp.js";
import { fieldText, readableText } from "./bytes.js";
import { positionOfXmp } from "./positions.js";

export interface Picture {
  readonly at: Location;
  readonly budget: Budget;
  /** A text under its name ("EXIF Artist"); empty texts say nothing. */
  property(name: string, text: string): void;
  /** XMP in any encoding. */
  xmp(packet: Uint8Array): void;
  /** A block whose form is not known here: a file inside the picture, text, or bytes with readable stretches. */
  block(name: string, bytes: Uint8Array): void;
  /** A picture or other file inside this one. */
  file(name: string, bytes: Uint8Array): void;
  /** Bytes that belong to nothing: behind the picture's end, or in front of its beginning. */
  stray(bytes: Uint8Array, start: number, end: number): void;
  unread(reason: Unscanned["reason"], detail: string): void;
  pieces(): Iterable<Segment | Artifact | Unscanned>;
}

export function createPicture(at: Location, budget: Budget): Picture {
  const remarks: Remark[] = [];
  const files: Artifact[] = [];
  const unscanned: Unscanned[] = [];
  const picture: Picture = {
    at,
    budget,
    property(name, text) {
      if (text !== "") remarks.push({ text, at: [...at, { kind: "property", name }] });
    },
    xmp(packet) {
      budget.expand(packet.length);
      const properties = xmpTexts(fieldText(packet, "utf-8"));
      for (const { name, text } of properties) picture.property(`XMP ${name}`, text);
      const position = positionOfXmp(properties);
      if (position !== undefined) picture.property("XMP GPS", position);
    },
    block(name, bytes) {
      budget.expand(bytes.length);
      if (hasOwnSignature(bytes)) files.push({ ...artifactOf(at, name, bytes), isStray: true });
      else picture.property(name, readableText(bytes));
    },
    file(name, bytes) {
      budget.entry();
      files.push(artifactOf(at, name, bytes));
    },
    stray(bytes, start, end) {
      const rest = strayArtifact(at, bytes, start, end);
      if (rest !== undefined) files.push(rest);
    },
    unread(reason, detail) {
      unscanned.push({ kind: "unscanned", at, reason, detail });
    },
    *pieces() {
      if (remarks.length > 0) yield remarksSegment(remarks, "metadata");
      yield* files;
      yield* unscanned;
    },
  };
  return picture;
}

const artifactOf = (at: Location, name: string, bytes: Uint8Array): Artifact => ({
  kind: "artifact", at: [...at, { kind: "entry", name }], name, bytes, concealment: "metadata",
});
