/** Messages through the real extractor, and what a message detector says of them. */
import { emlExtractor } from "../../src/extractors/eml/index.js";
import type { Artifact, Detector, Envelope, Location, MessageSegment, PlaceMatch, RecordsMatch, Site, TextSegment, Unscanned } from "../../src/contract.js";
import { Unreadable } from "../../src/errors.js";
import { createBudget, DEFAULT_LIMITS } from "../../src/limits.js";

export interface ReadMessage {
  readonly message: MessageSegment;
  readonly texts: readonly TextSegment[];
  readonly artifacts: readonly Artifact[];
  readonly unscanned: readonly Pick<Unscanned, "at" | "reason" | "detail">[];
}

export interface Given {
  readonly envelope?: Envelope;
  readonly thread?: readonly string[];
  readonly at?: Location;
  readonly mediaType?: string;
  readonly limits?: Partial<typeof DEFAULT_LIMITS>;
}

/** One message, not what is inside it. @throws Error when no message segment comes */
export async function readMessage(bytes: Uint8Array, { at = [{ kind: "file", path: "mail.eml" }], limits = {}, ...rest }: Given = {}): Promise<ReadMessage> {
  const all = { ...DEFAULT_LIMITS, ...limits };
  const texts: TextSegment[] = [];
  const artifacts: Artifact[] = [];
  const unscanned: Pick<Unscanned, "at" | "reason" | "detail">[] = [];
  let message: MessageSegment | undefined;
  try {
    for await (const piece of emlExtractor.extract({ kind: "artifact", at, name: "mail.eml", bytes, ...rest }, { limits: all, budget: createBudget(all) })) {
      if (piece.kind === "message") message = piece;
      else if (piece.kind === "text") texts.push(piece);
      else if (piece.kind === "artifact") artifacts.push(piece);
      else if (piece.kind === "unscanned") unscanned.push(piece);
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    unscanned.push({ at, reason: error.reason, detail: error.message });
  }
  if (message === undefined) throw new Error("the extractor yielded no message");
  return { message, texts, artifacts, unscanned };
}

export const NO_SITE: Site = { ownDomains: [], knownGroups: {}, country: "JP" };

export async function judge<Code extends string, Options extends object>(
  detector: Detector<Code, Options>,
  bytes: Uint8Array,
  { options = {}, site = {}, ...given }: Given & { readonly options?: Partial<Options>; readonly site?: Partial<Site> } = {},
): Promise<(PlaceMatch<Code> | RecordsMatch<Code>)[]> {
  const { message } = await readMessage(bytes, given);
  return [...(detector.create({ ...detector.defaults, ...options }, { ...NO_SITE, ...site }).message?.(message) ?? [])];
}
