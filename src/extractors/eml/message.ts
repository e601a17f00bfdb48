/** The message as recipient detectors see it. */
import type { Artifact, MessageSegment } from "../../contract.js";
import type { Bodies } from "./bodies.js";
import { compareRecipients } from "./compare.js";
import { partiesOf } from "./correspondents.js";
import { decodeWords } from "./encoded-words.js";
import { VISIBLE_RECIPIENT_FIELDS } from "./fields.js";
import { type HeaderBlock, readHeaders } from "./headers.js";
import { linesOfHtml } from "./html-lines.js";
import { isBodyHtml, isBodyText } from "./leaves.js";
import type { MimeTree } from "./mime.js";
import { readCorrespondents } from "./recipients.js";
import type { SecondLook } from "./second-look.js";
import { quotedParties, THREAD_SEARCH_UNITS } from "./thread.js";

/** More than write a message together are a list of people that every recipient sees, whatever field it stands in. */
const MAX_AUTHORS = 4;

export function messageSegment(artifact: Artifact, head: HeaderBlock, tree: MimeTree, bodies: Bodies, second: SecondLook, ambiguities: readonly string[], tick: () => void): MessageSegment {
  const { at, bytes, envelope } = artifact;
  const isOutermost = at.length === 1;
  const texts = isOutermost ? bodyTexts(tree, bodies, tick) : [];
  const { from, visible, bcc } = readCorrespondents(head.fields, tick);
  const authors = from.length > MAX_AUTHORS ? from.slice(0, 1) : from;
  const { missed, disagreements } = compareRecipients(head.fields, [...visible, ...bcc], second.recipients);
  const shown = new Set(Object.values(VISIBLE_RECIPIENT_FIELDS));
  return {
    kind: "message",
    at,
    outermost: isOutermost,
    headers: head.fields,
    from: authors,
    visible: [...visible, ...from.slice(authors.length), ...missed.filter(({ field }) => shown.has(field))],
    bcc: [...bcc, ...missed.filter(({ field }) => !shown.has(field))],
    ...(envelope !== undefined && { envelope }),
    isReply: head.fields.some(({ lowerName, value }) => (lowerName === "in-reply-to" || lowerName === "references") && value !== ""),
    thread: isOutermost ? [...threadOf(artifact, bytes, tree, bodies, texts, tick)] : [],
    disagreements: [...new Set([...disagreements, ...second.disagreements])],
    ...(ambiguities.length > 0 && { ambiguities }),
    subject: head.fields.filter(({ lowerName }) => lowerName === "subject").map(({ value }) => decodeWords(value)).join("\n"),
    body: texts.join("\n"),
  };
}

/** Bodies as lines of text, as far as they are searched. */
function bodyTexts(tree: MimeTree, bodies: Bodies, tick: () => void): string[] {
  const texts: string[] = [];
  let left = THREAD_SEARCH_UNITS;
  for (const leaf of tree.leaves) {
    if (left <= 0) break;
    if (!isBodyText(leaf) && !isBodyHtml(leaf)) continue;
    tick();
    const text = bodies.text(leaf);
    texts.push(isBodyHtml(leaf) ? linesOfHtml(text, left) : text.slice(0, left));
    left -= text.length;
  }
  return texts;
}

function threadOf(artifact: Artifact, bytes: Uint8Array, tree: MimeTree, bodies: Bodies, texts: readonly string[], tick: () => void): Set<string> {
  const parties = new Set<string>();
  for (const address of artifact.thread ?? []) parties.add(address.toLowerCase());
  for (const leaf of tree.leaves) {
    if (leaf.type !== "message/rfc822" && leaf.type !== "message/global") continue;
    tick();
    const enclosed = leaf.encoding === "identity" ? readHeaders(bytes, leaf.bodyStart, leaf.bodyEnd) : readHeaders(bodies.decoded(leaf).bytes);
    for (const address of partiesOf(enclosed.fields)) parties.add(address);
  }
  for (const text of texts) for (const address of quotedParties(text)) parties.add(address);
  return parties;
}
