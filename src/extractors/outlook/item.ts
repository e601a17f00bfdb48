/** An Outlook message as segments and files: what its reader sees, and what travels with it unseen. */
import type { Artifact, ExtractContext, Location, MessageSegment, Segment, Unscanned } from "../../contract.js";
import { codePageText } from "../../text/code-pages.js";
import { placeByLine } from "../../text/lines.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { correspondentsOf } from "./correspondents.js";
import { type Attachment, BINARY, type OutlookItem, type Properties, propertyName, STRING, STRING_8, TAG } from "./properties.js";
import { decompressRtf } from "./rtf-compressed.js";

type Piece = Segment | Artifact | Unscanned;

export interface ItemPlace {
  readonly at: Location;
  readonly artifact: Artifact;
  /** Not inside another message. */
  readonly isOutermost: boolean;
}

/** Read elsewhere, or of no words: the bodies, an attachment's bytes, and what only repeats the attachment's name. */
const READ_ELSEWHERE: ReadonlySet<number> = new Set([TAG.body, TAG.rtf, TAG.html, TAG.subject, TAG.attachment, TAG.messageClass]);
/** What a message is; contacts, appointments and tasks show their fields to whoever opens them. */
const MESSAGE_CLASS = /^(?:IPM\.Note|IPM\.Schedule|REPORT\.|$)/iu;

export function* itemPieces(item: OutlookItem, place: ItemPlace, context: ExtractContext): Generator<Piece> {
  const { properties } = item;
  const { at } = place;
  const message = messageSegment(item, place);
  yield message;
  yield* headerTexts(message, properties, at, place.isOutermost);
  yield* bodies(properties, at, context);
  yield* furtherTexts(item, message, at);
  for (const gap of new Set(item.gaps)) yield { kind: "unscanned", at, reason: "corrupt", detail: `Outlook message: ${gap}; the rest was read` };
  for (const [i, attachment] of item.attachments.entries()) {
    context.budget.tick();
    yield* attachmentPieces(attachment, i + 1, place, context);
  }
}

function messageSegment(item: OutlookItem, { at, artifact, isOutermost }: ItemPlace): MessageSegment {
  const { from, visible, bcc } = correspondentsOf(item);
  return {
    kind: "message",
    at,
    outermost: isOutermost,
    headers: [],
    from,
    visible,
    bcc,
    ...(isOutermost && artifact.envelope !== undefined && { envelope: artifact.envelope }),
    isReply: item.properties.text(TAG.inReplyTo) !== "" || item.properties.text(TAG.references) !== "",
    thread: isOutermost ? (artifact.thread ?? []).map((address) => address.toLowerCase()) : [],
    disagreements: [],
    subject: item.properties.text(TAG.subject),
    body: isOutermost ? item.properties.text(TAG.body).slice(0, BODY_UNITS) : "",
  };
}

/** UTF-16 units of a body that recipient detectors look at, as in messages of other formats. */
const BODY_UNITS = 4 * 2 ** 20;

/** The outermost message's correspondents are judged by the recipient detectors; those of one inside it are its content. */
function* headerTexts({ from, visible, bcc }: MessageSegment, properties: Properties, at: Location, isOutermost: boolean): Generator<Segment> {
  const subject = properties.text(TAG.subject);
  const lines: Remark[] = subject === "" ? [] : [{ text: subject, at: [...at, { kind: "header", name: "Subject" }] }];
  for (const { name, address, field } of isOutermost ? [] : [...from, ...visible, ...bcc]) lines.push({ text: `${name} <${address}>`, at: [...at, { kind: "header", name: field }] });
  if (lines.length > 0) yield remarksSegment(lines);
}

function* bodies(properties: Properties, at: Location, { budget }: ExtractContext): Generator<Piece> {
  const text = properties.text(TAG.body);
  if (text !== "") {
    budget.expand(text.length);
    yield { kind: "text", text, layout: "prose", place: placeByLine(at, text) };
  }
  const html = properties.all.find(({ id }) => id === TAG.html);
  if (html !== undefined) yield file("body.html", Buffer.from(html.type === BINARY ? htmlText(html.values[0], properties) : properties.text(TAG.html)), "text/html; charset=utf-8");
  const packed = properties.bytes(TAG.rtf);
  if (packed !== undefined && packed.length > 0) {
    const { rtf, isWhole } = decompressRtf(packed, budget);
    if (!isWhole) yield { kind: "unscanned", at, reason: "corrupt", detail: "Outlook message: its Rich Text is damaged or cut off" };
    if (rtf.length > 0) yield file("body.rtf", rtf, "text/rtf");
  }
  function file(name: string, bytes: Uint8Array, mediaType: string): Artifact {
    return { kind: "artifact", at: [...at, { kind: "part", path: name }], name, bytes, mediaType };
  }
}

function htmlText(bytes: Uint8Array, properties: Properties): string {
  return codePageText(bytes, properties.number(TAG.internetCodePage));
}

/** Texts of all other properties: those of a message are shown nowhere, those of a contact or an appointment are what it is made of. */
function* furtherTexts(item: OutlookItem, { from, visible, bcc }: MessageSegment, at: Location): Generator<Segment> {
  const isMessage = MESSAGE_CLASS.test(item.properties.text(TAG.messageClass));
  const known = new Set([item.properties.text(TAG.subject), ...[...from, ...visible, ...bcc].flatMap(({ name, address }) => [name, address])].map(plain));
  const isKnown = (text: string): boolean => text.split(";").every((one) => known.has(plain(one)));
  const remarks: Remark[] = [];
  const addAll = (properties: Properties): void => {
    for (const property of properties.all) {
      if (READ_ELSEWHERE.has(property.id) || (property.type !== STRING && property.type !== STRING_8)) continue;
      const name = propertyName(property);
      for (const text of properties.texts(property)) {
        if (text === "" || isKnown(text)) continue;
        known.add(plain(text));
        remarks.push({ text: isMessage ? text : `${name}: ${text}`, at: [...at, { kind: "property", name }] });
      }
    }
  };
  addAll(item.properties);
  for (const recipient of item.recipients) addAll(recipient);
  if (remarks.length === 0) return;
  yield isMessage ? remarksSegment(remarks, "metadata") : { ...remarksSegment(remarks), layout: "prose" };
}

/** "Re: " and "SMTP:" in front, quotes around: what programs add to what they repeat. */
const plain = (text: string): string => text.replace(/^(?:(?:re|fwd?|smtp):\s*)+/iu, "").replaceAll(/['"<>]/gu, "").trim().toLowerCase();

const [BY_VALUE, EMBEDDED, OLE] = [1, 5, 6];

function* attachmentPieces({ properties, item, streams, bytes }: Attachment, number: number, place: ItemPlace, context: ExtractContext): Generator<Piece> {
  const name = properties.text(TAG.attachLongName) || properties.text(TAG.attachName) || properties.text(TAG.displayName) || `attachment ${number}`;
  const at: Location = [...place.at, { kind: "part", path: String(number), name }];
  const mediaType = properties.text(TAG.attachMime);
  const child = (childAt: Location, childName: string, content: Uint8Array): Artifact => ({
    kind: "artifact", at: childAt, name: childName, bytes: content, ...(mediaType !== "" && { mediaType }),
  });
  // The artifact's own name is read by the core; a message inside has none.
  yield* furtherTexts({ properties: withoutNames(properties, item === undefined), recipients: [], attachments: [], gaps: [] }, NOBODY, at);
  if (item !== undefined) yield* itemPieces(item, { ...place, at, isOutermost: false }, context);
  else if (streams !== undefined) for (const one of streams) yield child([...at, { kind: "entry", name: one.name }], one.name, one.bytes);
  else if (bytes !== undefined) yield child(at, name, bytes);
  else if ([BY_VALUE, EMBEDDED, OLE].includes(properties.number(TAG.attachMethod))) {
    yield { kind: "unscanned", at, reason: "corrupt", detail: "Outlook message: the attachment's content is missing" };
  }
}

const NOBODY: MessageSegment = { kind: "message", at: [], outermost: false, headers: [], from: [], visible: [], bcc: [], isReply: false, thread: [], disagreements: [], subject: "", body: "" };

function withoutNames(properties: Properties, isNamed: boolean): Properties {
  const names: ReadonlySet<number> = new Set(isNamed ? [TAG.attachLongName, TAG.attachName, TAG.displayName, TAG.attachMime] : [TAG.attachMime]);
  // Only which there are changes: texts are decoded as before.
  return { ...properties, all: properties.all.filter(({ id }) => !names.has(id)) };
}

