/** The formats leaklint knows by their first bytes but cannot read yet. Each row names the document its signature comes from. */
import { isCompoundFile } from "./cfb-mark.js";

export interface KnownFormat {
  /** Short and stable: it stands in reports and is what src/extension.ts compares names with. */
  readonly format: string;
  /** For a person: "a PNG image". */
  readonly words: string;
  /** The bytes are sealed with a key or password: another answer than "cannot read yet". */
  readonly encrypted?: true;
}

/** Hex digits in pairs; ".." stands for any byte; "@N " in front gives the offset. Alternatives are separated by " | ". */
type Signature = string;
type Row = readonly [format: string, words: string, signature: Signature, source: string, encrypted?: "encrypted"];

const ROWS: readonly Row[] = [
  // Images
  ["png", "a PNG image", "89504e470d0a1a0a", "W3C PNG 5.2"],
  ["jpeg", "a JPEG image", "ffd8ff", "ITU-T T.81 B.1.1.3 (SOI, then a marker)"],
  ["gif", "a GIF image", "474946383761 | 474946383961", "GIF89a specification 17"],
  ["webp", "a WebP image", "52494646........57454250", "RFC 9649 2.4"],
  ["tiff", "a TIFF image or camera raw file", "49492a00 | 4d4d002a | 49492b00 | 4d4d002b", "TIFF 6.0 section 2; BigTIFF"],
  ["bmp", "a BMP image", "424d........00000000........28000000 | 424d........00000000........6c000000 | 424d........00000000........7c000000 | 424d........00000000........0c000000 | 424d............0000", "Microsoft BITMAPFILEHEADER (reserved words are 0), and the length of the header behind it"],
  ["ico", "an icon", "00000100..00 | 00000200..00", "Microsoft ICONDIR"],
  ["icns", "an Apple icon", "69636e73", "Apple icns, PRONOM"],
  ["psd", "a Photoshop image", "38425053", "Adobe Photoshop File Formats Specification"],
  ["heic", "a HEIF image", "@4 6674797068656963 | @4 6674797068656978 | @4 667479706d696631 | @4 667479706d736631", "ISO/IEC 23008-12 10.2"],
  ["avif", "an AVIF image", "@4 6674797061766966 | @4 6674797061766973", "AV1 Image File Format 8"],
  ["jp2", "a JPEG 2000 image", "0000000c6a5020200d0a870a | ff4fff51", "ISO/IEC 15444-1 annexes A, I"],
  ["jxl", "a JPEG XL image", "0000000c4a584c200d0a870a | ff0a", "ISO/IEC 18181-2"],
  ["jbig2", "a JBIG2 image", "974a42320d0a1a0a", "ITU-T T.88 D.4.1"],
  ["emf", "a Windows metafile (EMF)", "@40 20454d46", "[MS-EMF] 2.3.4.2"],
  ["wmf", "a Windows metafile (WMF)", "d7cdc69a | 010009000003 | 020009000003", "[MS-WMF] 2.3.2"],
  ["xcf", "a GIMP image", "67696d7020786366", "GIMP devel-docs xcf"],
  ["djvu", "a DjVu document", "41542654464f524d", "DjVu3 specification"],
  ["pnm", "a PNM image", "50340a | 50350a | 50360a | 50370a", "netpbm pnm(5)"],
  // Fonts
  ["font", "a font", "0001000000 | 4f54544f00 | 7474636600 | 774f4646 | 774f4632 | 7472756500", "OpenType 1.9 'Organization of an OpenType Font'; W3C WOFF"],
  // Audio and video
  ["iso-media", "audio or video (MP4, MOV, M4A)", "@4 66747970 | @4 6d6f6f76 | @4 6d646174", "ISO/IEC 14496-12 4.3"],
  ["wav", "a WAVE recording", "52494646........57415645", "Microsoft RIFF"],
  ["avi", "an AVI video", "52494646........41564920", "Microsoft RIFF"],
  ["mp3", "an MP3 recording", "494433 | fffb | fff3 | fff2", "ID3v2; ISO/IEC 11172-3 2.4.1.3"],
  ["aac", "an AAC recording", "fff1 | fff9", "ISO/IEC 13818-7 6.2"],
  ["flac", "a FLAC recording", "664c6143", "RFC 9639 6"],
  ["ogg", "an Ogg recording", "4f676753", "RFC 3533 6"],
  ["amr", "an AMR recording", "2321414d52", "RFC 4867 5.1"],
  ["midi", "a MIDI file", "4d546864", "Standard MIDI Files 1.0"],
  ["aiff", "an AIFF recording", "464f524d........41494646 | 464f524d........41494643", "Apple AIFF 1.3"],
  ["matroska", "a Matroska or WebM video", "1a45dfa3", "RFC 8794 11.2.1"],
  ["asf", "a Windows Media file", "3026b2758e66cf11", "Microsoft ASF 3.1"],
  ["flv", "a Flash video", "464c5601", "Adobe FLV 10.1 annex E.2"],
  ["mpeg", "an MPEG video", "000001ba | 000001b3", "ISO/IEC 13818-1 2.5.3.3"],
  ["swf", "a Flash animation", "465753 | 435753 | 5a5753", "Adobe SWF 19 chapter 2"],
  // Archives and compression
  ["7z", "a 7-Zip archive", "377abcaf271c", "7-Zip 7zFormat.txt"],
  ["rar", "a RAR archive", "526172211a07", "RAR 5.0 archive format"],
  ["bz2", "bzip2-compressed data", "425a68..314159265359 | 425a68..177245385090", "bzip2 block and end magic"],
  ["xz", "xz-compressed data", "fd377a585a00", "xz file format 2.1.1.1"],
  ["zstd", "Zstandard-compressed data", "28b52ffd", "RFC 8878 3.1.1"],
  ["lz4", "LZ4-compressed data", "04224d18", "LZ4 frame format"],
  ["lzip", "lzip-compressed data", "4c5a4950", "lzip manual, file format"],
  ["compress", "data packed by compress", "1f9d90 | 1f9d8f | 1f9d8e | 1f9d8d | 1f9d8c", "compress(1): magic, then flags and the bits of a code"],
  ["lzma", "LZMA-compressed data", "5d0000..00ff | 5d0000..00................00", "LZMA SDK lzma-specification.txt"],
  ["compress", "compress(1)-compressed data", "1f9d", "compress(1)"],
  ["pack", "pack(1)-compressed data", "1f1e", "pack(1)"],
  ["snappy", "Snappy-compressed data", "ff060000734e61507059", "Snappy framing format 4.1"],
  ["lzh", "an LHA archive", "@2 2d6c68..2d", "LHA header levels 0-2"],
  ["arj", "an ARJ archive", "60ea", "ARJ TECHNOTE"],
  ["cab", "a Windows cabinet", "4d534346", "[MS-CAB] 2.1"],
  ["ar", "an ar archive or Debian package", "213c617263683e0a", "ar(5)"],
  ["cpio", "a cpio archive", "303730373031 | 303730373032 | 303730373037 | c771", "cpio(5)"],
  ["rpm", "an RPM package", "edabeedb", "Linux Standard Base, RPM lead"],
  ["xar", "a xar archive", "78617221", "xar format"],
  ["wim", "a Windows image", "4d5357494d000000", "Microsoft WIM format"],
  ["iso", "a disc image", "@32769 4344303031", "ECMA-119 8.4.2"],
  ["git-pack", "a git pack", "5041434b000000", "gitformat-pack(5)"],
  // Documents
  ["rtf", "a Rich Text document", "7b5c7274", "RTF 1.9.1 'File header'"],
  ["postscript", "a PostScript program", "252150532d | c5d0d3c6 | 0425215053", "PostScript Language Reference 3, DSC"],
  ["chm", "a compiled HTML help file", "49545346", "CHM, PRONOM"],
  ["wordperfect", "a WordPerfect document", "ff575043", "WordPerfect SDK, prefix area"],
  ["hwp3", "a Hangul word processor document", "48575020446f63756d656e742046696c65", "Hancom HWP 3.0 document format"],
  ["lotus", "a Lotus 1-2-3 sheet", "000002000404 | 000002000604 | 00001a000010 | 00001a000210", "Lotus worksheet BOF, PRONOM"],
  ["quattro", "a Quattro Pro sheet", "000002000110 | 000002000210 | 000002002051 | 000002002151", "Quattro Pro BOF, PRONOM"],
  ["xls", "an Excel workbook older than 5.0", "0900040000001000 | 09000400....1000 | 0902060000001000 | 0904060000001000", "OpenOffice.org's Excel file format, BOF"],
  ["data-model", "a data model (Power Pivot)", "fffe530054005200450041004d005f00530054004f0052004100470045 | 530054005200450041004d005f00530054004f0052004100470045 | fffe54006800690073002000620061006300 | 54006800690073002000620061006300", "[MS-XLDM] 2.1: STREAM_STORAGE_SIGNATURE, or \"This backup was created using XPress9\", in UTF-16"],
  ["onenote", "a OneNote section", "e4525c7b8cd8a74daeb15378d02996d3", "[MS-ONESTORE] 2.3.1"],
  ["tnef", "a TNEF attachment (winmail.dat)", "789f3e22", "[MS-OXTNEF] 2.1.3.1"],
  ["pst", "an Outlook data file", "2142444e", "[MS-PST] 2.2.2.6"],
  ["dbx", "an Outlook Express folder", "cfad12fe", "Outlook Express DBX, PRONOM"],
  ["pkcs7-signed", "an S/MIME signature or signed message", "3082....06092a864886f70d010702 | 308006092a864886f70d010702", "RFC 5652 5"],
  ["mobi", "a Mobipocket book", "@60 424f4f4b4d4f4249", "PalmDOC database type"],
  ["dwg", "an AutoCAD drawing", "41433130", "Open Design DWG specification 2.1"],
  // Data
  ["sqlite", "an SQLite database", "53514c69746520666f726d6174203300", "SQLite file format 1.3"],
  ["sqlite-wal", "an SQLite write-ahead log", "377f0682 | 377f0683", "SQLite file format 4.1"],
  ["sqlite-journal", "an SQLite rollback journal", "d9d505f920a163d7", "SQLite file format 3"],
  ["access", "an Access database", "000100005374616e64617264204a657420444200 | 000100005374616e646172642041434520444200", "Jet and ACE header, PRONOM"],
  ["parquet", "a Parquet file", "50415231", "Apache Parquet file format"],
  ["avro", "an Avro file", "4f626a01", "Apache Avro 1.11 object container files"],
  ["orc", "an ORC file", "4f524303 | 4f52430a", "Apache ORC specification"],
  ["hdf5", "an HDF5 file", "894844460d0a1a0a", "HDF5 file format II.A"],
  ["numpy", "a NumPy array", "934e554d5059", "NumPy NEP 1"],
  ["redis", "a Redis dump", "5245444953", "Redis RDB"],
  // Programs
  ["exe", "a Windows program", "4d5a", "Microsoft PE format"],
  ["elf", "a Unix program", "7f454c46", "System V gABI 4"],
  ["mach-o", "a macOS program", "feedface | feedfacf | cefaedfe | cffaedfe", "Mach-O loader.h"],
  ["java-class", "a Java class or a macOS universal program", "cafebabe", "JVM specification 4.1; Mach-O fat.h"],
  ["wasm", "a WebAssembly module", "0061736d01000000", "WebAssembly core 5.5.16"],
  ["dex", "an Android program", "6465780a30", "Dalvik executable format"],
  ["lnk", "a Windows shortcut", "4c0000000114020000000000c000000000000046", "[MS-SHLLINK] 2.1"],
  ["bplist", "a binary property list", "62706c6973743030", "Apple CFBinaryPList"],
  // Sealed
  ["pkcs7-enveloped", "an S/MIME-encrypted message", "3082....06092a864886f70d010703 | 308006092a864886f70d010703", "RFC 5652 6", "encrypted"],
  ["pgp", "a PGP-encrypted message", "2d2d2d2d2d424547494e20504750204d455353414745", "RFC 9580 6.2", "encrypted"],
  ["age", "an age-encrypted file", "6167652d656e6372797074696f6e2e6f72672f7631 | 2d2d2d2d2d424547494e2041474520", "age-encryption.org/v1", "encrypted"],
  ["openssl-enc", "a file encrypted by openssl", "53616c7465645f5f", "openssl-enc(1)", "encrypted"],
  ["keepass", "a KeePass database", "03d9a29a", "KeePass KDBX", "encrypted"],
  ["luks", "an encrypted disk (LUKS)", "4c554b53babe", "LUKS1 on-disk format", "encrypted"],
];

/** Formats written in plain characters: a reader of plain text would read them without understanding them. */
const WRITTEN_IN_TEXT: ReadonlySet<string> = new Set(["rtf", "postscript", "pgp", "age"]);

interface Pattern extends KnownFormat {
  readonly offset: number;
  /** -1 stands for any byte. */
  readonly bytes: readonly number[];
}

let patterns: Pattern[] | undefined;

function compile(): Pattern[] {
  return ROWS.flatMap(([format, words, signature, , encrypted]) =>
    signature.split(" | ").map((alternative) => {
      const [, offset = "0", hex = ""] = /^(?:@(\d+) )?([0-9a-f.]+)$/u.exec(alternative) ?? [];
      const bytes = Array.from({ length: hex.length >> 1 }, (_, i) => {
        const pair = hex.slice(i * 2, i * 2 + 2);
        return pair === ".." ? -1 : Number.parseInt(pair, 16);
      });
      return { format, words, offset: Number(offset), bytes, ...(encrypted === undefined ? {} : { encrypted: true as const }) };
    }),
  );
}

/** The format these bytes begin as, if its signature is known. Short signatures are weak: ask only of bytes that are not text. */
export function knownByMagic(bytes: Uint8Array): KnownFormat | undefined {
  return matching(bytes);
}

function matching(bytes: Uint8Array): Pattern | undefined {
  patterns ??= compile();
  return patterns.find((pattern) => {
    if (pattern.offset + pattern.bytes.length > bytes.length) return false;
    return pattern.bytes.every((byte, i) => byte < 0 || bytes[pattern.offset + i] === byte);
  });
}

/**
 * As `knownByMagic`, but only where no text could begin like this: to be asked before the bytes are taken for text, because a small
 * PNG or a sound may pass for text in some encoding, and Rich Text is made of nothing but text.
 */
export function knownBeforeText(bytes: Uint8Array): KnownFormat | undefined {
  const known = matching(bytes);
  if (known === undefined) return undefined;
  return WRITTEN_IN_TEXT.has(known.format) || (known.bytes.filter((byte) => byte > 0).length >= TELLING_BYTES && hasControls(bytes)) ? known : undefined;
}

/** Begins as a zip or compound file or as any format above: what stands further in is something it holds, not what it is. */
export function hasOwnSignature(bytes: Uint8Array): boolean {
  return isCompoundFile(bytes) || (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) || knownBeforeText(bytes) !== undefined;
}

/** Two bytes and a row of zeros may begin a text in UTF-16 or UTF-32. */
const TELLING_BYTES = 3;
const HEAD_BYTES = 1024;

/** Control characters that no text has; shifts and escape (0x0e, 0x0f, 0x1b) belong to ISO 2022. UTF-16 has zeros too. */
function hasControls(bytes: Uint8Array): boolean {
  return bytes.subarray(0, HEAD_BYTES).some((byte) => byte < 0x09 || (byte > 0x0f && byte < 0x20 && byte !== 0x1b));
}
