/**
 * Pictures: what they say besides their pixels (EXIF, IPTC, XMP, comments, thumbnails, further pictures, bytes behind the end), and
 * with `ocr: true` the text in the pixels too. Without it the pixels are listed as unread. Own readers of some hundred lines: exifr has
 * had no release since 2021 and reads neither maker notes nor what is behind the end, exifreader is under the MPL.
 */
import { knownBeforeText } from "../../bytes/magic.js";
import type { Extractor } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { readBmp } from "./bmp.js";
import { readGif } from "./gif.js";
import { readHeif } from "./heif.js";
import { readJbig2 } from "./jbig2.js";
import { readJp2 } from "./jp2.js";
import { readJpeg } from "./jpeg.js";
import { createPicture, type Picture } from "./picture.js";
import { readPng } from "./png.js";
import { readTiff } from "./tiff.js";
import { readWebp } from "./webp.js";

const READERS: Readonly<Record<string, (bytes: Uint8Array, picture: Picture) => void>> = {
  jpeg: readJpeg, png: readPng, gif: readGif, webp: readWebp, tiff: readTiff, heic: readHeif, avif: readHeif, bmp: readBmp, jp2: readJp2, jbig2: readJbig2,
};

function pictureFormat(bytes: Uint8Array): { format: string; words: string } | undefined {
  const known = knownBeforeText(bytes);
  return known !== undefined && Object.hasOwn(READERS, known.format) ? known : undefined;
}

export const imageExtractor: Extractor = {
  id: "image",
  identify: (bytes) => pictureFormat(bytes)?.format,
  async *extract(artifact, context) {
    const known = pictureFormat(artifact.bytes);
    if (known === undefined) throw new Unreadable("corrupt", "no picture");
    const { format, words } = known;
    const picture = createPicture(artifact.at, context.budget);
    try {
      READERS[format](artifact.bytes, picture);
    } finally {
      // What was read before a limit stands.
      yield* picture.pieces();
    }
    if (context.ocr === true) {
      const { recognise } = await import("./ocr.js");
      yield* recognise(artifact, format, words, context);
    } else {
      yield { kind: "unscanned", at: artifact.at, reason: "unsupported", format, detail: `It is ${words}: its metadata was read, text in the picture itself was not.` };
    }
  },
};
