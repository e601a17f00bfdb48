/** Address books, calendars and directories written as text. */
import { isUtf8 } from "node:buffer";
import type { Artifact, ExtractContext, Extractor, Segment, Unscanned } from "../../contract.js";
import { isText, textHead } from "../../text/decode.js";
import { textSegments } from "../../text/segments.js";
import { MAX_WHOLE_BYTES } from "../../text/source.js";
import { readCalendar } from "./ical.js";
import { readLdif } from "./ldif.js";
import { readVcards } from "./vcard.js";

type Read = (artifact: Artifact, context: ExtractContext) => Iterable<Segment | Artifact | Unscanned>;

const KINDS: readonly { readonly format: string; readonly beginning: RegExp; readonly read: Read }[] = [
  { format: "vcard", beginning: /^\s{0,99}BEGIN:VCARD\s*$/imu, read: readVcards },
  { format: "ical", beginning: /^\s{0,99}BEGIN:VCALENDAR\s*$/imu, read: readCalendar },
  // Comments and a version may come first; an entry's second line is an attribute.
  { format: "ldif", beginning: /^(?:(?:#[^\n]*|version:[^\n]*|[ \t\r]*)\n){0,50}dn::?[^\n]*=[^\n]*\n(?: [^\n]*\n){0,20}[A-Za-z][\w;-]*:/u, read: readLdif },
];
const HEAD_UNITS = 8192;

function kindOf(bytes: Uint8Array): (typeof KINDS)[number] | undefined {
  // B of BEGIN, d of dn, v of version, # of a comment; white space and byte order marks.
  if (bytes.length === 0 || !isText(bytes)) return undefined;
  const head = textHead(bytes).text.slice(0, HEAD_UNITS);
  return KINDS.find(({ format, beginning }) => {
    const match = beginning.exec(head);
    return match !== null && (format === "ldif" || head.slice(0, match.index).trim() === "");
  });
}

export const cardsExtractor: Extractor = {
  id: "cards",
  identify: (bytes) => kindOf(bytes)?.format,
  *extract(given, context) {
    const bytes = wholeCharacters(given.bytes);
    const artifact = bytes === undefined ? given : { ...given, bytes };
    const kind = kindOf(artifact.bytes);
    if (kind === undefined || artifact.bytes.length > MAX_WHOLE_BYTES) yield* textSegments(artifact, context, "prose");
    else yield* kind.read(artifact, context);
  },
};

/** A line folded after so many bytes may be cut inside a character (RFC 6350 section 3.2 warns of it): the fold is put behind it. */
const CUT = /([\xc2-\xf4][\x80-\xbf]{0,2})(\r?\n[ \t])([\x80-\xbf]{1,3})/gu;

function wholeCharacters(bytes: Uint8Array): Uint8Array | undefined {
  if (isUtf8(bytes) || bytes.length > MAX_WHOLE_BYTES) return undefined;
  const mended = Buffer.from(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1").replace(CUT, "$1$3$2"), "latin1");
  return isUtf8(mended) ? mended : undefined;
}
