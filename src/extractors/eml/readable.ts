/** Whether bytes are something that holds words. */
import { isUtf8 } from "node:buffer";
import { isText } from "../../text/decode.js";

const SIGNATURES = ["PK\x03\x04", "%PDF-", "\x1f\x8b", "{\\rtf", "\xd0\xcf\x11\xe0", "Rar!", "7z\xbc\xaf"];
/** A file that holds texts and is told by its first bytes. */
export function isContainer(content: Uint8Array): boolean {
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.byteLength, 8)).toString("latin1");
  return SIGNATURES.some((signature) => head.startsWith(signature));
}

/** Text of some encoding, or a container of texts. */
export function isReadable(bytes: Uint8Array): boolean {
  if (bytes.length < 8) return false;
  if (isContainer(bytes)) return true;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString("latin1");
  if (CONTROLS.test(head)) return false;
  return isUtf8(bytes) || isText(bytes);
}

const CONTROLS = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/u;
