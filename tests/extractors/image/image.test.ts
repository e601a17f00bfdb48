import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { imageExtractor } from "../../../src/extractors/image/index.js";
import { zip } from "../../support/archives.js";
import { encode } from "../../support/encode.js";
import { extract, show, textOf, whereIs } from "../../support/extract.js";
import { inventPerson } from "../../support/people.js";
import { comment, exif, gif, gifComment, gifXmp, gps, heic, iptc, jpeg, photoshop, png, pngChunk, segment, tiff, type TiffValue, webp, xmpSegment } from "../../support/pictures.js";

const { name } = inventPerson(3);
const text = (tag: number, value: Buffer | string): TiffValue => ({ tag, type: 2, value: Buffer.concat([Buffer.from(value as string), Buffer.alloc(1)]) });
const artist = tiff([text(0x013b, name)]);
const packet = (attributes: string, inner = ""): string =>
  `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description rdf:about="" ${attributes}>${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`;
const creator = packet("", `<dc:creator><rdf:Seq><rdf:li>${name}</rdf:li></rdf:Seq></dc:creator>`);
const coded = (code: string, value: Buffer): TiffValue => ({ tag: 0x8769, type: "ifd", value: [{ tag: 0x9286, type: 7, value: Buffer.concat([Buffer.from(code.padEnd(8, "\0")), value]) }] });
const open = (bytes: Buffer, file = "a") => extract(imageExtractor, bytes, file);

describe("imageExtractor", () => {
  it.each<[string, Buffer, string]>([
    ["EXIF", jpeg([exif(artist)]), "EXIF Artist"],
    ["EXIF, big-endian", jpeg([exif(tiff([text(0x013b, name)], { endian: "MM" }))]), "EXIF Artist"],
    ["EXIF in Shift_JIS", jpeg([exif(tiff([text(0x010e, encode(`撮影者は${name}です。`, "shift_jis"))]))]), "EXIF ImageDescription"],
    ["what Windows Explorer writes", jpeg([exif(tiff([{ tag: 0x9c9d, type: 1, value: encode(`${name}\0`, "utf-16le") }]))]), "EXIF XPAuthor"],
    ["a user comment in Unicode", jpeg([exif(tiff([coded("UNICODE", encode(name, "utf-16le"))]))]), "EXIF UserComment"],
    ["a user comment in JIS", jpeg([exif(tiff([coded("JIS", encode(name, "iso-2022-jp"))]))]), "EXIF UserComment"],
    ["a maker note", jpeg([exif(tiff([{ tag: 0x8769, type: "ifd", value: [{ tag: 0x927c, type: 7, value: Buffer.concat([Buffer.alloc(9, 1), encode(`撮影：${name}`, "utf-16le"), Buffer.alloc(9, 2)]) }] }]))]), "EXIF MakerNote"],
    ["XMP", jpeg([xmpSegment(creator)]), "XMP dc:creator"],
    ["XMP in pieces", jpeg([0, 1].map((i) => {
      const half = Math.ceil(creator.length / 2);
      const head = Buffer.alloc(40, 0x41);
      head.writeUInt32BE(i * half, 36);
      return segment(0xe1, "http://ns.adobe.com/xmp/extension/\0", head, creator.slice(i * half, (i + 1) * half));
    }).reverse()), "XMP dc:creator"],
    ["IPTC in UTF-8", jpeg([photoshop(0x0404, iptc([90, Buffer.from("\u001b%G"), 1], [80, Buffer.from(name)]))]), "IPTC By-line"],
    ["IPTC in ISO-2022-JP", jpeg([photoshop(0x0404, iptc([90, Buffer.from("\u001b$B"), 1], [80, encode(name, "iso-2022-jp")]))]), "IPTC By-line"],
    ["IPTC in Shift_JIS without a word", jpeg([photoshop(0x0404, iptc([120, encode(`写真提供は${name}さん`, "shift_jis")]))]), "IPTC Caption"],
    ["a comment", jpeg([comment(name)]), "JPEG comment"],
    ["a segment nobody knows", jpeg([segment(0xe9, `Vendor\0${name}のカメラで撮影しました`)]), "JPEG APP9"],
    ["PNG text", png([pngChunk("tEXt", Buffer.from(`Author\0${name}`))]), "PNG Author"],
    ["PNG compressed text", png([pngChunk("zTXt", Buffer.concat([Buffer.from("Author\0\0"), deflateSync(Buffer.from(name))]))]), "PNG Author"],
    ["PNG international text", png([pngChunk("iTXt", Buffer.from(`Author\0\0\0ja\0作者\0${name}`))]), "PNG Author"],
    ["PNG international compressed text", png([pngChunk("iTXt", Buffer.concat([Buffer.from("Author\0\x01\0ja\0\0"), deflateSync(Buffer.from(name))]))]), "PNG Author"],
    ["XMP in PNG", png([pngChunk("iTXt", Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${creator}`))]), "XMP dc:creator"],
    ["EXIF in PNG", png([pngChunk("eXIf", artist)]), "EXIF Artist"],
    ["EXIF as ImageMagick writes it into PNG", png([pngChunk("tEXt", `Raw profile type exif\0\nexif\n  ${artist.length + 6}\n${Buffer.concat([Buffer.from("Exif\0\0"), artist]).toString("hex").replace(/.{72}/gu, "$&\n")}\n`)]), "EXIF Artist"],
    ["a GIF comment", gif([gifComment(name)]), "GIF comment"],
    ["XMP in GIF", gif([gifXmp(creator)]), "XMP dc:creator"],
    ["EXIF in WebP", webp([["EXIF", artist]]), "EXIF Artist"],
    ["XMP in WebP", webp([["XMP ", creator]]), "XMP dc:creator"],
    ["TIFF", artist, "EXIF Artist"],
    ["IPTC in TIFF", tiff([{ tag: 0x83bb, type: 7, value: iptc([80, Buffer.from(name)]) }]), "IPTC By-line"],
    ["EXIF in HEIC", heic([{ type: "Exif", content: Buffer.concat([Buffer.from([0, 0, 0, 6]), Buffer.from("Exif\0\0"), artist]) }]), "EXIF Artist"],
    ["XMP in HEIC", heic([{ type: "mime", contentType: "application/rdf+xml", content: Buffer.from(creator) }]), "XMP dc:creator"],
    ["an item's name in HEIC", heic([{ type: "hvc1", name, content: Buffer.alloc(4) }]), "HEIF item name"],
  ])("reads %s", async (_case, bytes, property) => {
    expect(whereIs(name, await open(bytes))).toEqual([`a › [${property}] (metadata)`]);
  });

  it.each<[string, Buffer, string]>([
    ["EXIF", jpeg([exif(tiff([gps(34.340149, 134.043444)]))]), "GPS position 34.340149, 134.043444"],
    ["EXIF south and west", webp([["EXIF", tiff([gps(-33.5, -151.25)], { endian: "MM" })]]), "GPS position -33.500000, -151.250000"],
    ["XMP", jpeg([xmpSegment(packet('exif:GPSLatitude="34,20.409N" exif:GPSLongitude="134,2,36.4E"'))]), "GPS position 34.340150, 134.043444"],
  ])("says where it was taken: %s", async (_case, bytes, position) => {
    expect((await open(bytes)).texts[0]?.text.split("\n")).toContain(position);
  });

  it.each<[string, Buffer]>([["0, 0", jpeg([exif(tiff([gps(0, 0)]))])], ["only a latitude", jpeg([xmpSegment(packet('exif:GPSLatitude="34,20.409N"'))])]])("takes %s for no place", async (_case, bytes) => {
    expect((await open(bytes)).texts.some((one) => one.text.includes("GPS position"))).toBe(false);
  });

  it.each<[string, Buffer, string[]]>([
    ["an embedded thumbnail", jpeg([exif(tiff([], { thumbnail: jpeg([comment(name)]) }))]), ["a › thumbnail.jpg"]],
    ["Photoshop's thumbnail", jpeg([photoshop(0x040c, Buffer.concat([Buffer.alloc(28), jpeg([comment(name)])]))]), ["a › thumbnail.jpg"]],
    ["the second picture of a multi-picture file", multiPicture(jpeg([comment(name)])), ["a › picture 2.jpg"]],
    ["a file in a segment", jpeg([segment(0xe9, zip([{ name: "a.txt", content: name, stored: true }]))]), ["a › JPEG APP9"]],
  ])("gives %s as a file of its own", async (_case, bytes, places) => {
    const { artifacts } = await open(bytes);
    expect(artifacts.map(({ at }) => show(at))).toEqual(places);
    expect(textOf(artifacts[0])).toContain(name);
  });

  it.each<[string, (tail: Buffer) => Buffer]>([
    ["JPEG", (tail) => jpeg([], tail)], ["PNG", (tail) => png([], tail)], ["GIF", (tail) => gif([], tail)], ["WebP", (tail) => webp([], tail)], ["HEIC", (tail) => heic([], tail)],
  ])("gives what stands behind the end of a %s", async (_case, make) => {
    const { artifacts } = await open(make(Buffer.from("hidden words")));
    expect(artifacts.map((one) => [textOf(one), one.concealment, one.isStray])).toEqual([["hidden words", "orphaned-part", true]]);
  });

  it("leaves the pixels unread, by the name of the format", async () => {
    const { unscanned, texts, artifacts } = await open(png([]));
    expect([unscanned, texts, artifacts]).toEqual([[expect.objectContaining({ reason: "unsupported", format: "png" })], [], []]);
  });

  it("ignores colour profiles", async () => {
    const { texts, artifacts } = await open(jpeg([segment(0xe2, "ICC_PROFILE\0\x01\x01", Buffer.from(`desc ${name}`)), segment(0xe0, "JFIF\0\x01\x01\0\0\x01\0\x01\0\0")]));
    expect([texts, artifacts]).toEqual([[], []]);
  });

  it("takes a text that begins with GIF89a for text", () => {
    expect(imageExtractor.identify(Buffer.from("GIF89a is a format of pictures.\n".repeat(9)), "a.txt")).toBeUndefined();
  });
});

/** MPF's index counts its offsets from its own byte-order mark. */
function multiPicture(second: Buffer): Buffer {
  const index = (offset: number): Buffer => {
    const entries = Buffer.alloc(32);
    entries.writeUInt32LE(second.length, 20);
    entries.writeUInt32LE(offset, 24);
    return jpeg([segment(0xe2, "MPF\0", tiff([{ tag: 0xb002, type: 7, value: entries }]))]);
  };
  const base = 2 + 4 + 4;
  return Buffer.concat([index(index(1).length - base), second]);
}
