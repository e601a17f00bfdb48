/** Pictures with a marker in every place that can hold text, and a PDF. */
import { PDF_PLACES, pdfWith } from "../support/pdf-places.js";
import { bmp, box, comment, exif, gif, gifComment, gifXmp, heic, iptc, jbig2, jbig2Comment, jbig2Page, jp2, jpeg, photoshop, png, pngChunk, resource, segment, tiff, type TiffValue, webp, XMP_UUID, xmpSegment } from "../support/pictures.js";
import { marked, type MarkedFile } from "./place.js";

const text = (tag: number, value: string): TiffValue => ({ tag, type: 2, value: Buffer.from(`${value}\0`) });
const packet = (creator: string): string => `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description><dc:creator><rdf:Seq><rdf:li>${creator}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;
const userComment = (value: string): TiffValue => ({ tag: 0x8769, type: "ifd", value: [{ tag: 0x9286, type: 7, value: Buffer.from(`ASCII\0\0\0${value}`) }] });

export const pictures: readonly MarkedFile[] = [
  marked("picture (JPEG)", "marked.jpg", (m) =>
    jpeg([
      exif(tiff([text(0x010e, m("EXIF: description", "metadata")), text(0x013b, m("EXIF: artist", "metadata")), text(0x8298, m("EXIF: copyright", "metadata")), userComment(m("EXIF: user's comment", "metadata"))], {
        thumbnail: jpeg([comment(`the uncropped original ${m("embedded thumbnail", "metadata")}`)]),
      })),
      xmpSegment(packet(m("XMP", "metadata"))), photoshop(0x0404, iptc([80, Buffer.from(m("IPTC", "metadata"))])), comment(m("comment", "metadata")), segment(0xe9, `Vendor\0made for ${m("segment of a maker", "metadata")} only`),
    ], `behind it ${m("bytes behind the picture", "orphaned-part")}`)),
  marked("picture (PNG)", "marked.png", (m) =>
    png([
      pngChunk("tEXt", `Author\0${m("text", "metadata")}`), pngChunk("iTXt", `Title\0\0\0ja\0\0${m("international text", "metadata")}`), pngChunk("iTXt", `XML:com.adobe.xmp\0\0\0\0\0${packet(m("XMP", "metadata"))}`),
      pngChunk("eXIf", tiff([text(0x013b, m("EXIF", "metadata"))])),
    ], `behind it ${m("bytes behind the picture", "orphaned-part")}`)),
  marked("picture (GIF)", "marked.gif", (m) => gif([gifComment(m("comment", "metadata")), gifXmp(packet(m("XMP", "metadata")))], `behind it ${m("bytes behind the picture", "orphaned-part")}`)),
  marked("picture (WebP)", "marked.webp", (m) => webp([["EXIF", tiff([text(0x013b, m("EXIF", "metadata"))])], ["XMP ", packet(m("XMP", "metadata"))]], `behind it ${m("bytes behind the picture", "orphaned-part")}`)),
  marked("picture (TIFF)", "marked.tif", (m) =>
    tiff([
      text(0x010e, m("description", "metadata")), text(0x013b, m("artist", "metadata")), { tag: 0x02bc, type: 1, value: Buffer.from(packet(m("XMP", "metadata"))) },
      { tag: 0x83bb, type: 7, value: iptc([80, Buffer.from(m("IPTC", "metadata"))]) }, { tag: 0x8649, type: 1, value: resource(0x0404, iptc([120, Buffer.from(m("IPTC in Photoshop's resources", "metadata"))])) },
    ], { next: [text(0x010e, m("description of a second page", "metadata"))] })),
  marked("picture (HEIC)", "marked.heic", (m) =>
    heic([
      { type: "Exif", content: Buffer.concat([Buffer.from([0, 0, 0, 6]), Buffer.from("Exif\0\0"), tiff([text(0x013b, m("EXIF", "metadata"))])]) },
      { type: "mime", contentType: "application/rdf+xml", content: Buffer.from(packet(m("XMP", "metadata"))) }, { type: "hvc1", name: m("name of an item", "metadata"), content: Buffer.alloc(4) },
    ], `behind it ${m("bytes behind the picture", "orphaned-part")}`)),
  marked("picture (JPEG 2000)", "marked.jp2", (m) =>
    jp2([
      box("xml ", Buffer.from(`<a><note>${m("XML", "metadata")}</note></a>`)), box("uuid", XMP_UUID, Buffer.from(packet(m("XMP", "metadata")))),
      box("uuid", Buffer.from("JpgTiffExif->JP2"), tiff([text(0x013b, m("EXIF", "metadata"))])),
    ], { said: [m("comment", "metadata")], tail: `behind it ${m("bytes behind the picture", "orphaned-part")}` })),
  marked("picture (JBIG2)", "marked.jb2", (m) => jbig2([jbig2Comment("Title", m("comment", "metadata")), ...jbig2Page()], `behind it ${m("bytes behind the picture", "orphaned-part")}`)),
  marked("picture (BMP)", "marked.bmp", (m) => bmp(`behind it ${m("bytes behind the picture", "orphaned-part")}`)),
];

/** What README calls a place of a PDF is its name in tests/support/pdf-places.ts; what has no reason there is shown by some reader, or is a file of its own. */
export const pdf: MarkedFile = marked("PDF", "marked.pdf", (m) => pdfWith(Object.fromEntries(PDF_PLACES.map(({ id, concealment }) => [id, `hidden@words ${m(id.replaceAll("-", " "), concealment)} end`]))));
