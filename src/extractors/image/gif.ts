/** GIF89a: comments, application extensions (XMP among them), text drawn by the viewer, and what stands behind the trailer. */
import { ascii, fieldText } from "./bytes.js";
import type { Picture } from "./picture.js";

const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b];
const [PLAIN_TEXT, COMMENT, APPLICATION, GRAPHIC_CONTROL] = [0x01, 0xfe, 0xff, 0xf9];
/** XMP in GIF is not cut into sub-blocks: 258 bytes behind it lead any reader of sub-blocks to their end (XMP part 3, 1.1.2). */
const XMP_TRAILER_BYTES = 257;

export function readGif(bytes: Uint8Array, picture: Picture): void {
  const tableBytes = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let at = 13 + tableBytes(bytes[10] ?? 0);
  while (at < bytes.length) {
    picture.budget.tick();
    const mark = bytes[at];
    if (mark === TRAILER) {
      picture.stray(bytes, at + 1, bytes.length);
      return;
    }
    if (mark === IMAGE) at = blocksEnd(bytes, at + 11 + tableBytes(bytes[at + 9] ?? 0));
    else if (mark === EXTENSION) {
      const end = blocksEnd(bytes, at + 2);
      readExtension(bytes[at + 1], bytes, at + 2, end, picture);
      at = end;
    } else break;
  }
  picture.unread("corrupt", "GIF: it is cut off or damaged");
  picture.stray(bytes, at, bytes.length);
}

/** Behind the sub-blocks that begin at `at` and their terminator. */
function blocksEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += bytes[at] + 1;
  return at + 1;
}

function readExtension(label: number, bytes: Uint8Array, start: number, end: number, picture: Picture): void {
  const blocks = (from: number): Uint8Array => {
    const pieces: Uint8Array[] = [];
    for (let at = from; at < end && bytes[at] !== 0; at += bytes[at] + 1) pieces.push(bytes.subarray(at + 1, Math.min(at + 1 + bytes[at], bytes.length)));
    return Buffer.concat(pieces);
  };
  const behindHead = start + (bytes[start] ?? 0) + 1;
  if (label === COMMENT) picture.property("GIF comment", fieldText(blocks(start)));
  else if (label === PLAIN_TEXT) picture.property("GIF text", fieldText(blocks(behindHead)));
  else if (label === APPLICATION) {
    const name = ascii(bytes, start + 1, 11);
    if (name === "XMP DataXMP") picture.xmp(bytes.subarray(behindHead, Math.max(behindHead, end - 1 - XMP_TRAILER_BYTES)));
    else if (!/^(?:NETSCAPE2\.0|ANIMEXTS1\.0|ICCRGBG1012)$/u.test(name)) picture.block(`GIF ${name.trim()}`, blocks(behindHead));
  } else if (label !== GRAPHIC_CONTROL) picture.block("GIF extension", blocks(start));
}
