/** What each part of a message yields: its text, or an artifact for the extractor that knows its content. */
import type { Artifact, Budget, Location, Segment, TextSegment, Unscanned } from "../../contract.js";
import { isCompoundFile } from "../../bytes/cfb-mark.js";
import { knownByMagic } from "../../bytes/magic.js";
import { isText } from "../../text/decode.js";
import { placeByLine } from "../../text/lines.js";
import { appleEntries } from "./apple-file.js";
import type { Bodies } from "./bodies.js";
import { decodeText, isUtf7 } from "./charset.js";
import { unseenLines } from "./compare.js";
import { beginsAsCms, type CmsObject, readCms } from "./cms.js";
import { isBinary, isHtml, partText, printableRuns, strayText } from "./content.js";
import { isDelSp, isFlowed, unfoldFlowed } from "./flowed.js";
import type { MimePart } from "./part.js";
import { shownText } from "./enriched.js";
import { isPgpEncrypted } from "./pgp.js";
import { isReadable } from "./readable.js";
import { asShown } from "./shown.js";
import { uncover } from "./sweep.js";

type Piece = Segment | Artifact | Unscanned;

const MESSAGE_TYPES = new Set(["message/rfc822", "message/global", "message/news", "text/rfc822-headers", "message/global-headers"]);
const SEALED_TYPES = new Set(["application/pkcs7-mime", "application/x-pkcs7-mime"]);
const SIGNATURE_TYPES = new Set(["application/pkcs7-signature", "application/x-pkcs7-signature"]);
/** Names for parts without one, where the extension helps to tell the format. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  "text/html": ".html",
  "text/csv": ".csv",
  "text/tab-separated-values": ".tsv",
  "text/calendar": ".ics",
  "text/vcard": ".vcf",
  "text/x-vcard": ".vcf",
  "text/directory": ".vcf",
  "text/markdown": ".md",
  "text/xml": ".xml",
  "application/json": ".json",
  "application/xml": ".xml",
};

/** A body that the reader sees as the message itself, not as a file with it. */
export function isBodyText({ type, isAttachment, name }: MimePart): boolean {
  return type === "text/plain" && !isAttachment && name === undefined;
}

export function isBodyHtml({ type, isAttachment, name }: MimePart): boolean {
  return type === "text/html" && !isAttachment && name === undefined;
}

/** Reports about messages, and multiparts too deep to be taken apart. */
function isTextByForm({ type, name }: MimePart): boolean {
  return type.startsWith("multipart/") || (type.startsWith("message/") && name === undefined);
}

export function* readLeaf(bytes: Uint8Array, leaf: MimePart, messageAt: Location, bodies: Bodies, budget: Budget): Generator<Piece> {
  if (leaf.bodyEnd <= leaf.bodyStart) return;
  const at: Location = [...messageAt, { kind: "part", path: leaf.path, ...(leaf.name !== undefined && { name: leaf.name }) }];
  if (leaf.encoding === undefined) yield unscanned(at, "unsupported", "the part is in a transfer encoding that mail does not have; read as it stands");
  const decoded = bodies.decoded(leaf);
  yield* readReading(decoded.bytes, leaf, at, bodies, budget);
  for (const other of bodies.others(leaf)) yield* readOther(other, decoded.bytes, leaf, at, bodies, budget);
  if (decoded.junk === 0 && !decoded.isBroken) return;
  const stray = strayText(bytes, leaf);
  if (stray.trim() === "") return;
  yield text(stray, at);
  yield* readUncovered(bytes.subarray(leaf.bodyStart, leaf.bodyEnd), leaf, at, bodies, budget);
}

/** Of a text only what the first reading does not say. */
function* readOther(other: Uint8Array, first: Uint8Array, leaf: MimePart, at: Location, bodies: Bodies, budget: Budget): Generator<Piece> {
  if (!leaf.type.startsWith("text/") || isBinary(other, leaf.charset) || isBinary(first, leaf.charset)) yield* readReading(other, leaf, at, bodies, budget);
  else {
    const lines = unseenLines([partText(first, leaf).text], partText(other, leaf).text);
    if (lines.length > 0) yield* readReading(Buffer.from(lines.join("\n")), { ...leaf, charset: "utf-8" }, at, bodies, budget);
  }
}

function* readReading(content: Uint8Array, leaf: MimePart, at: Location, bodies: Bodies, budget: Budget): Generator<Piece> {
  yield* readContent(content, leaf, at, bodies, budget);
  if (!isBinary(content, leaf.charset) && !MESSAGE_TYPES.has(leaf.type)) yield* readUncovered(content, leaf, at, bodies, budget);
}

function* readUncovered(content: Uint8Array, leaf: MimePart, at: Location, bodies: Bodies, budget: Budget): Generator<Piece> {
  for (const { encoding, name, isWhole, bytes: found } of uncover(content, budget)) {
    if (encoding === "utf-7" && isUtf7(leaf.charset)) continue;
    const entry: Location = [...at, { kind: "entry", name: name ?? encoding }];
    if (isWhole && name === undefined) yield* readContent(found, leaf, entry, bodies, budget);
    else yield artifact(found, entry, name ?? "", undefined);
  }
}

function* readContent(content: Uint8Array, leaf: MimePart, at: Location, bodies: Bodies, budget: Budget): Generator<Piece> {
  const { type, charset } = leaf;
  const apple = appleEntries(content);
  if (apple !== undefined) {
    for (const entry of apple) yield artifact(entry, at, leaf.name ?? "", undefined);
    return;
  }
  if (isPgpEncrypted(content)) yield unscanned(at, "encrypted", "a PGP-encrypted message");
  else if (isOfNoKind(content, leaf)) yield unscanned(at, "corrupt", "the part is not what its type says, nor of any other format that is known: its encoding is damaged, or something was done to it");
  const cms = SEALED_TYPES.has(type) || SIGNATURE_TYPES.has(type) || beginsAsCms(content) ? readCms(content, budget) : undefined;
  if (cms?.kind === "damaged" && SIGNATURE_TYPES.has(type)) yield certificateText(content, at);
  else if (cms !== undefined) yield* readSealed(cms, content, leaf, at);
  else if (type === "application/pgp-signature" && PGP_SIGNATURE.test(partText(content, leaf).text)) yield text(withoutArmour(partText(content, leaf).text), at);
  else if (type === "message/partial" || type === "message/external-body") {
    yield unscanned(at, "unsupported", type === "message/partial" ? "a fragment of a message that goes out in pieces" : "the content is elsewhere; the part only refers to it");
    yield text(partText(content, leaf).text, at);
  } else if (MESSAGE_TYPES.has(type) && !isBinary(content, charset)) yield artifact(content, at, messageName(leaf.name), "message/rfc822");
  else if (isBinary(content, charset)) yield artifact(content, at, leaf.name ?? fallbackName(leaf), type === "text/plain" ? undefined : type);
  else if (isBodyText(leaf) || isTextByForm(leaf) || ((type === "text/enriched" || type === "text/richtext") && leaf.name === undefined)) yield* readPlainBody(content, leaf, at, bodies);
  else if (type.startsWith("text/")) yield artifact(inKnownCharset(content, charset), at, leaf.name ?? (isBodyHtml(leaf) ? "body.html" : fallbackName(leaf)), type);
  else yield artifact(content, at, leaf.name ?? fallbackName(leaf), type);
}

/** What S/MIME only signed or compressed is there for everybody (cms.ts). */
function* readSealed(cms: CmsObject, bytes: Uint8Array, { name }: MimePart, at: Location): Generator<Piece> {
  if (cms.kind === "encrypted") yield unscanned(at, "encrypted", "an S/MIME-encrypted message");
  else if (cms.kind === "damaged") yield unscanned(at, "corrupt", "a damaged S/MIME message");
  else {
    const { content } = cms;
    // Names of the signer, and what stands behind the object.
    yield certificateText(content === undefined ? bytes : withoutContent(bytes, content), at);
    if (content === undefined) return;
    const isEntity = MIME_ENTITY.test(Buffer.from(content.subarray(0, 200)).toString("latin1"));
    const inner = isEntity ? "signed.eml" : (name ?? "").replace(/\.p7[ms]$/iu, "");
    yield artifact(content, [...at, { kind: "entry", name: inner === "" ? "signed content" : inner }], inner, isEntity ? "message/rfc822" : undefined);
  }
}

const MIME_ENTITY = /^\s*[!-9;-~]{1,77}[ \t]*:/u;
const PGP_SIGNATURE = /^\s*-----BEGIN PGP SIGNATURE-----/u;

function withoutContent(bytes: Uint8Array, content: Uint8Array): Uint8Array {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = content.length === 0 ? -1 : source.indexOf(content);
  return at < 0 ? source : Buffer.concat([source.subarray(0, at), source.subarray(at + content.length)]);
}

function* readPlainBody(content: Uint8Array, leaf: MimePart, at: Location, bodies: Bodies): Generator<Piece> {
  const { type } = leaf;
  const { text: decoded, unknownLabel } = bodies.reading(content, leaf);
  if (unknownLabel === true) yield unscanned(at, "unsupported", `the text is in the charset ${quotable(leaf.charset)}, which leaklint cannot read; its encoding was guessed`);
  if (isHtml(decoded)) yield artifact(Buffer.from(`\ufeff${decoded}`), at, "body.html", "text/html");
  else if (type === "text/enriched" || type === "text/richtext") yield text(shownText(decoded), at);
  else if (isFlowed(leaf)) yield asShown(unfoldFlowed(decoded, isDelSp(leaf), at));
  else yield text(decoded, at);
}

/** Types whose content is told by its first bytes, or is text. */
const TOLD_BY_BYTES = /^(?:text\/|message\/|application\/(?:zip|pdf|rtf|json|xml|msword|gzip|vnd\.(?:ms-|openxmlformats|oasis)))/u;

function isOfNoKind(content: Uint8Array, { type, charset }: MimePart): boolean {
  return content.length >= 32 && TOLD_BY_BYTES.test(type) && !/^(?:utf|ucs)-?(?:16|32|2)/iu.test(charset ?? "") && !isReadable(content) && !isText(content) && !isCleanIn(charset, content) && knownByMagic(content) === undefined && !isCompoundFile(content);
}

/** Text by its own label, whatever else its bytes look like. */
function isCleanIn(charset: string | undefined, content: Uint8Array): boolean {
  if (charset === undefined) return false;
  const { text: decoded, unknownLabel } = decodeText(content, charset);
  return unknownLabel !== true && !NO_TEXT.test(decoded);
}

const NO_TEXT = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]/u;

function text(decoded: string, at: Location): TextSegment {
  return asShown({ text: decoded, place: placeByLine(at, decoded) });
}

function artifact(content: Uint8Array, at: Location, name: string, mediaType: string | undefined): Artifact {
  return { kind: "artifact", at, name, bytes: content, ...(mediaType !== undefined && { mediaType }) };
}

function unscanned(at: Location, reason: Unscanned["reason"], detail: string): Unscanned {
  return { kind: "unscanned", at, reason, detail };
}

/** What stands around a detached signature's own base64. */
function withoutArmour(signature: string): string {
  const begin = signature.indexOf("-----BEGIN PGP SIGNATURE-----");
  const end = signature.lastIndexOf("-----END PGP SIGNATURE-----");
  return begin < 0 || end < begin ? signature : signature.slice(0, begin) + signature.slice(end);
}

function certificateText(content: Uint8Array, at: Location): TextSegment {
  return { kind: "text", text: printableRuns(content), layout: "lines", place: () => ({ at, concealment: "metadata" }) };
}

/**
 * Text whose charset stands in the message's header only, as UTF-8 with a mark that outweighs what the text says of itself.
 * Without a label the bytes go as they are: the extractor knows what a page or a table says of its own encoding.
 */
function inKnownCharset(content: Uint8Array, charset: string | undefined): Uint8Array {
  if (charset === undefined || /^(?:us-ascii|ascii|utf-?8)$/iu.test(charset.trim())) return content;
  const { text: decoded, unknownLabel } = decodeText(content, charset);
  return unknownLabel === true ? content : Buffer.from(`\ufeff${decoded}`);
}

function messageName(name: string | undefined): string {
  if (name === undefined) return "message.eml";
  return /\.eml$/iu.test(name) ? name : `${name}.eml`;
}

function fallbackName({ path, type }: MimePart): string {
  return `part-${path}${Object.hasOwn(EXTENSIONS, type) ? EXTENSIONS[type] : ""}`;
}

function quotable(label: string | undefined): string {
  return label !== undefined && /^[\w.:-]{1,40}$/u.test(label) ? label : "it names";
}
