/** Files that are written out inside a text. */
import type { Artifact, TextSegment } from "../contract.js";
import { encodedFiles } from "./base64-runs.js";
import { dataFiles } from "./data-urls.js";

export function* writtenFiles(segment: TextSegment): Generator<Artifact> {
  yield* encodedFiles(segment);
  yield* dataFiles(segment);
}
