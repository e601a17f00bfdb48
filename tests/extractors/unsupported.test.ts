import { describe, expect, it } from "vitest";
import { signatureExtractor, unsupportedExtractor } from "../../src/extractors/unsupported.js";
import { compoundFile, emptyStreams } from "../support/compound.js";
import { extract } from "../support/extract.js";

const hex = (digits: string, length = 64): Buffer => Buffer.concat([Buffer.from(digits, "hex"), Buffer.alloc(length)]);

describe("unsupportedExtractor", () => {
  it.each<[string, Buffer]>([
    ["png", hex("89504e470d0a1a0a")], ["jpeg", hex("ffd8ffe0")], ["gif", Buffer.from("GIF89a\0")], ["webp", Buffer.from("RIFF\0\0\0\0WEBPVP8 ")],
    ["tiff", hex("49492a00")], ["bmp", hex("424d4600000000000000")], ["heic", hex("0000001866747970" + Buffer.from("heic").toString("hex"))],
    ["iso-media", hex("0000001866747970" + Buffer.from("isom").toString("hex"))], ["ico", hex("000001000100")], ["psd", Buffer.from("8BPS\0\x01")],
    ["font", Buffer.from("wOF2\0")], ["mp3", Buffer.from("ID3\x04")], ["7z", hex("377abcaf271c")], ["rar", hex("526172211a0700")], ["bz2", Buffer.from("BZh91AY&SY\0")],
    ["xz", hex("fd377a585a00")], ["zstd", hex("28b52ffd")], ["sqlite", Buffer.from("SQLite format 3\0")], ["exe", Buffer.from("MZ\x90\0")], ["elf", hex("7f454c46")],
    ["rtf", Buffer.from("{\\rtf1\\ansi}")], ["iso", Buffer.concat([Buffer.alloc(32769), Buffer.from("CD001\x01")])],
    ["compress", hex("1f9d90")], ["data-model", Buffer.from("\ufeffSTREAM_STORAGE_SIGNATURE_)!@#$%^&*(", "utf16le")], ["data-model", Buffer.from("This backup was created using XPress9 compression.", "utf16le")],
  ])("knows %s by its first bytes", async (format, bytes) => {
    expect(unsupportedExtractor.identify(bytes, "x.txt")).toBe(format);
    const { unscanned, kinds } = await extract(unsupportedExtractor, bytes, "x.txt");
    expect([kinds, unscanned.map(({ reason }) => reason)]).toEqual([["unscanned"], ["unsupported"]]);
  });

  it.each([["docuworks", "案内.XDW"], ["docuworks", "a.xbd"], ["jtd", "a.juw"], ["oasys", "a.oa2"], ["filemaker", "a.fmp12"], ["iwork", "Index/Document.iwa"], ["binary", "a.dat"]])("knows %s by its name, where its bytes say nothing: %s", async (format, name) => {
    const bytes = Buffer.from([0x60, 0xe1, 7, 0, 0xff, 0xfe, 0xfd, 3]);
    expect(unsupportedExtractor.identify(bytes, name)).toBe(format);
    expect((await extract(unsupportedExtractor, bytes, name)).unscanned.map(({ reason }) => reason)).toEqual(["unsupported"]);
  });

  it.each<[string, readonly string[]]>([
    ["doc", ["WordDocument", "1Table"]], ["xls", ["Workbook"]], ["xls", ["BOOK"]], ["ppt", ["PowerPoint Document", "Current User"]], ["msg", ["__properties_version1.0"]],
    ["hwp", ["FileHeader", "BodyText"]], ["vba", ["VBA", "PROJECT"]], ["ole-package", ["\u0001Ole10Native"]], ["cfb", ["Something else"]],
  ])("tells a compound file to be %s by its streams", (format, names) => {
    expect(unsupportedExtractor.identify(compoundFile(emptyStreams(...names)), "x")).toBe(format);
  });

  it("goes by the root's own streams, not by those of an embedded object", () => {
    expect(unsupportedExtractor.identify(compoundFile({ ...emptyStreams("Workbook"), MBD0001: emptyStreams("WordDocument") }), "x")).toBe("xls");
  });

  it.each<[string, Buffer]>([
    ["ooxml-encrypted", compoundFile(emptyStreams("EncryptionInfo", "EncryptedPackage"))],
    ["pgp", Buffer.from("-----BEGIN PGP MESSAGE-----\n\nhQ")],
    ["openssl-enc", Buffer.from("Salted__\x01\x02")],
    ["pkcs7-enveloped", hex("3082010006092a864886f70d010703")],
  ])("says that %s is encrypted", async (format, bytes) => {
    expect(unsupportedExtractor.identify(bytes, "x")).toBe(format);
    expect((await extract(unsupportedExtractor, bytes, "x")).unscanned.map(({ reason }) => reason)).toEqual(["encrypted"]);
  });

  it.each([[Buffer.from([1, 2, 3, 250])], [Buffer.from([0])], [hex("d0cf11e0a1b11ae1", 10)], [hex("d0cf11e0a1b11ae1", 4000)]])(
    "lists %j, which is nothing it knows, in one piece",
    async (bytes) => {
      expect(["binary", "cfb"]).toContain(unsupportedExtractor.identify(bytes, "x.png"));
      expect((await extract(unsupportedExtractor, bytes, "x.png")).kinds).toEqual(["unscanned"]);
    },
  );

  it("has wholly read an empty file", async () => {
    expect(unsupportedExtractor.identify(new Uint8Array(0), "a.csv")).toBe("empty");
    expect((await extract(unsupportedExtractor, new Uint8Array(0), "a.csv")).kinds).toEqual([]);
  });

  it("does not run in circles with a directory whose chain or tree is a ring", () => {
    const ring = compoundFile(emptyStreams("a", "b"));
    // The directory's sector is followed by itself, and its first entry has itself as sibling.
    ring.writeUInt32LE(0, 1024);
    ring.writeUInt32LE(1, 512 + 128 + 68);
    expect(unsupportedExtractor.identify(ring, "x")).toBe("cfb");
  });
});

describe("signatureExtractor", () => {
  it.each<[string, string, string | undefined]>([
    ["Rich Text", "{\\rtf1\\ansi\\'93\\'fa}", "rtf"], ["PostScript", "%!PS-Adobe-3.0\n", "postscript"], ["an armoured message", "-----BEGIN PGP MESSAGE-----\n", "pgp"],
    ["a text", "{ rtf }", undefined], ["a signed text", "-----BEGIN PGP SIGNED MESSAGE-----\n", undefined], ["a Windows program's letters", "MZ is short for Mark Zbikowski", undefined],
    ["nothing", "", undefined], ["letters that a picture begins with", "GIF89a is a format of pictures.", undefined], ["letters of a sound", "ID3 tags\n", undefined],
  ])("keeps %s from being read as it stands, or lets it pass", (_, text, format) => {
    expect(signatureExtractor.identify(Buffer.from(text), "a.txt")).toBe(format);
  });

  it.each<[string, Buffer]>([
    ["png", hex("89504e470d0a1a0a", 8)], ["jpeg", hex("ffd8ffe000104a464946")], ["gif", Buffer.from("GIF89a\x01\0\x01\0")], ["mp3", Buffer.from("ID3\x03\0\0")],
    ["7z", hex("377abcaf271c0004")], ["exe", Buffer.from("MZ\x90\0\x03\0")], ["doc", compoundFile(emptyStreams("WordDocument"))], ["cfb", hex("d0cf11e0a1b11ae1", 10)],
  ])("takes %s before anybody takes it for text", (format, bytes) => {
    expect(signatureExtractor.identify(bytes, "a.txt")).toBe(format === "exe" ? undefined : format);
  });

  it.each([[[0x42, 0x4d]], [[0, 0, 1, 0]], [[0x4d, 0x5a]]])("leaves text in UTF-16 and UTF-32 that begins with the bytes %j alone", (first) => {
    expect(signatureExtractor.identify(Buffer.concat([Buffer.from(first), Buffer.from("\n日本語 text\n", "utf16le"), Buffer.alloc(4)]), "a.txt")).toBeUndefined();
  });

  it("lists what it claims", async () => {
    expect((await extract(signatureExtractor, Buffer.from("{\\rtf1}"), "a.txt")).unscanned.map(({ reason }) => reason)).toEqual(["unsupported"]);
  });
});
