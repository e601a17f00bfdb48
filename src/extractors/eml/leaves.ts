/** What each part of a message yields: its text, or an artifact for the extractor that knows its content. */
import type { Artifact, Budget, Location, Segment, TextSegment, Unscanned } from "../../contract.js";
import { placeByLine } from "../../text/lines.js";
import type { DecodedBase64 } from "./base64.js";
import type { Bodies } from "./bodies.js";
import { decodeText } from "./charset.js";
import { isBinary, isHtml, otherReadings, partText, printableRuns, strayText } from "./content.js";
import { isDelSp, isFlowed, unfoldFlowed } from "./flowed.js";
import type { MimePart } from "./part.js";
import { uuFiles } from "./transfer.js";

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
  yield* readContent(decoded.bytes, leaf, at);
  yield* readDoubtful(bytes, leaf, decoded, at, budget);
}

function* readDoubtful(bytes: Uint8Array, leaf: MimePart, decoded: DecodedBase64, at: Location, budget: Budget): Generator<Piece> {
  for (const other of otherReadings(bytes, leaf, decoded, budget)) yield* readContent(other, leaf, at);
  if (decoded.junk === 0) return;
  const stray = strayText(bytes, leaf);
  if (stray.trim() !== "") yield text(stray, at);
}

function* readContent(content: Uint8Array, leaf: MimePart, at: Location): Generator<Piece> {
  const { type, charset } = leaf;
  if (SEALED_TYPES.has(type)) yield sealed(content, at);
  else if (SIGNATURE_TYPES.has(type)) yield certificateText(content, at);
  else if (type === "application/pgp-signature") yield text(withoutArmour(partText(content, leaf).text), at);
  else if (type === "message/partial" || type === "message/external-body") {
    yield unscanned(at, "unsupported", type === "message/partial" ? "a fragment of a message that goes out in pieces" : "the content is elsewhere; the part only refers to it");
    yield text(partText(content, leaf).text, at);
  } else if (MESSAGE_TYPES.has(type)) yield artifact(content, at, messageName(leaf.name), "message/rfc822");
  else if (isBinary(content, charset)) yield artifact(content, at, leaf.name ?? fallbackName(leaf), type === "text/plain" ? undefined : type);
  else if (isBodyText(leaf) || isTextByForm(leaf)) yield* readPlainBody(content, leaf, at);
  else if (type.startsWith("text/")) yield artifact(inKnownCharset(content, charset), at, leaf.name ?? (isBodyHtml(leaf) ? "body.html" : fallbackName(leaf)), type);
  else yield artifact(content, at, leaf.name ?? fallbackName(leaf), type);
}

function* readPlainBody(content: Uint8Array, leaf: MimePart, at: Location): Generator<Piece> {
  const { text: decoded, unknownLabel } = partText(content, leaf);
  if (unknownLabel === true) yield unscanned(at, "unsupported", `the text is in the charset ${quotable(leaf.charset)}, which leaklint cannot read; its encoding was guessed`);
  if (PGP_MESSAGE.test(decoded)) yield unscanned(at, "encrypted", "a PGP-encrypted message in the text");
  if (isHtml(decoded)) yield artifact(Buffer.from(`\ufeff${decoded}`), at, "body.html", "text/html");
  else if (isFlowed(leaf)) yield { kind: "text", layout: "prose", ...unfoldFlowed(decoded, isDelSp(leaf), at) };
  else yield text(decoded, at);
  for (const { name, bytes } of uuFiles(decoded)) yield artifact(bytes, [...at, { kind: "entry", name }], name, undefined);
}

function text(decoded: string, at: Location): TextSegment {
  return { kind: "text", text: decoded, layout: "prose", place: placeByLine(at, decoded) };
}

function artifact(content: Uint8Array, at: Location, name: string, mediaType: string | undefined): Artifact {
  return { kind: "artifact", at, name, bytes: content, ...(mediaType !== undefined && { mediaType }) };
}

function unscanned(at: Location, reason: Unscanned["reason"], detail: string): Unscanned {
  return { kind: "unscanned", at, reason, detail };
}

const PGP_MESSAGE = /^-----BEGIN PGP MESSAGE-----/mu;

/** What stands around a detached signature's own base64. */
function withoutArmour(signature: string): string {
  const begin = signature.indexOf("-----BEGIN PGP SIGNATURE-----");
  const end = signature.lastIndexOf("-----END PGP SIGNATURE-----");
  return begin < 0 || end < begin ? signature : signature.slice(0, begin) + signature.slice(end);
}

function certificateText(content: Uint8Array, at: Location): TextSegment {
  return { kind: "text", text: printableRuns(content), layout: "lines", place: () => ({ at, concealment: "metadata" }) };
}

/** The content type that a CMS object names first (RFC 5652 section 3): id-envelopedData, id-signedData, id-ct-authEnvelopedData. */
function sealed(content: Uint8Array, at: Location): Unscanned {
  const head = Buffer.from(content.subarray(0, 64)).toString("hex");
  if (head.includes("06092a864886f70d010702")) return unscanned(at, "unsupported", "an S/MIME message signed as one block; leaklint cannot look inside yet");
  if (head.includes("060b2a864886f70d0109100109")) return unscanned(at, "unsupported", "a compressed S/MIME message; leaklint cannot look inside yet");
  return unscanned(at, "encrypted", "an S/MIME-encrypted message");
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
