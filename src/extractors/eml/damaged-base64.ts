/** Other readings of a Base64 body that is damaged: line by line, from another character on, in the alphabet of links. */
import { decodeBase64 } from "./base64.js";
import { isReadable } from "./readable.js";

/** What a reading is judged by before all of it is made. */
const HEAD_BYTES = 96 * 1024;

/** Those that say anything; some may be alike. Linear. */
export function* damagedBase64(body: Uint8Array): Generator<Uint8Array> {
  for (const reading of READINGS) {
    if (body.length > HEAD_BYTES && !isReadable(reading(body.subarray(0, HEAD_BYTES)))) continue;
    const bytes = reading(body);
    if (isReadable(bytes)) yield bytes;
  }
}

const lettersOf = (body: Uint8Array): string => Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("latin1");
const NO_LETTER = /[^A-Za-z0-9+/]+/gu;
/** Words above the lines are of another length. */
const WHOLE_LINE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)$/u;
const LINE = /[^\r\n]+/gu;

const READINGS: readonly ((body: Uint8Array) => Uint8Array)[] = [
  (body) => decodeBase64(body, 0, body.length, true).bytes,
  (body) => Buffer.concat((lettersOf(body).match(LINE) ?? []).map((line) => Buffer.from(line.replace(NO_LETTER, ""), "base64"))),
  (body) => Buffer.concat((lettersOf(body).match(LINE) ?? []).filter((line) => WHOLE_LINE.test(line)).map((line) => Buffer.from(line, "base64"))),
  (body) => Buffer.from(lettersOf(body).replace(/[^A-Za-z0-9+/_-]+/gu, ""), "base64url"),
  ...[1, 2, 3].map((skipped) => (body: Uint8Array) => Buffer.from(lettersOf(body).replace(NO_LETTER, "").slice(skipped), "base64")),
];
