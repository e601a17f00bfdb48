/**
 * Outlook's own files: messages and templates (.msg, .oft) and winmail.dat. Own readers over src/bytes/cfb.ts: msgreader brings two
 * packages of its own and gives neither hidden properties nor what is damaged; for TNEF npm has nothing that is kept up.
 */
import { compoundFileNames } from "../../bytes/cfb.js";
import { printableRuns } from "../../bytes/printable-runs.js";
import type { Extractor } from "../../contract.js";
import { remarksSegment } from "../../text/remarks.js";
import { itemPieces } from "./item.js";
import { openMessage } from "./msg.js";
import { readTnef, TNEF_SIGNATURE } from "./tnef.js";

/** A stream that every message has, and no other kind of compound file ([MS-OXMSG] 2.4). */
const PROPERTY_STREAM = "__properties_version1.0";

export const msgExtractor: Extractor = {
  id: "msg",
  identify: (bytes) => (compoundFileNames(bytes).includes(PROPERTY_STREAM) ? "msg" : undefined),
  *extract(artifact, context) {
    const { at, bytes } = artifact;
    const message = openMessage(bytes, context.budget, context.limits.depth);
    yield* itemPieces(message.item, { at, artifact, isOutermost: at.length === 1 }, context);
    if (message.names.length > 0) yield remarksSegment(message.names.map((text) => ({ text, at: [...at, { kind: "property", name: "custom property names" }] })), "metadata");
    if (message.damaged) yield { kind: "unscanned", at, reason: "corrupt", detail: "Outlook message: the compound file is damaged; what could be found was read" };
    for (const rest of message.leftOver()) {
      context.budget.tick();
      context.budget.expand(rest.length);
      const text = printableRuns(rest);
      if (text !== "") yield remarksSegment([{ text, at: [...at, { kind: "property", name: "deleted or unused parts" }] }], "orphaned-part");
    }
  },
};

export const tnefExtractor: Extractor = {
  id: "tnef",
  identify: (bytes) => (bytes.length >= 6 && new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true) === TNEF_SIGNATURE ? "tnef" : undefined),
  *extract(artifact, context) {
    const { at, bytes } = artifact;
    yield* itemPieces(readTnef(bytes, context.budget), { at, artifact, isOutermost: false }, context);
  },
};
