/** Names of tags whose values are words (Exif 3.0, tables 4 to 17; TIFF 6.0 appendix A; XP tags: Windows Explorer). */

export const TAG_NAMES: Readonly<Record<"EXIF" | "GPS", Readonly<Record<number, string>>>> = {
  EXIF: {
    0x010d: "DocumentName", 0x010e: "ImageDescription", 0x010f: "Make", 0x0110: "Model", 0x011d: "PageName", 0x0131: "Software", 0x0132: "DateTime", 0x013b: "Artist",
    0x013c: "HostComputer", 0x0151: "TargetPrinter", 0x8298: "Copyright", 0x927c: "MakerNote", 0x9003: "DateTimeOriginal", 0x9004: "DateTimeDigitized",
    0x9286: "UserComment", 0x9c9b: "XPTitle", 0x9c9c: "XPComment", 0x9c9d: "XPAuthor", 0x9c9e: "XPKeywords", 0x9c9f: "XPSubject", 0xa004: "RelatedSoundFile",
    0xa420: "ImageUniqueID", 0xa430: "CameraOwnerName", 0xa431: "BodySerialNumber", 0xa433: "LensMake", 0xa434: "LensModel", 0xa435: "LensSerialNumber",
    0xa436: "ImageTitle", 0xa437: "Photographer", 0xa438: "ImageEditor",
  },
  GPS: { 0x001b: "ProcessingMethod", 0x001c: "AreaInformation", 0x001d: "DateStamp", 0x0012: "MapDatum" },
};

/** Tables and profiles of numbers: colours, compression, sensors. */
const BINARY: ReadonlySet<number> = new Set([
  0x012d, 0x0140, 0x015b, 0x8773, 0x828e, 0x828d, 0x9000, 0x9101, 0xa000, 0xa300, 0xa301, 0xa302, 0xc4a5, 0xc68c, 0xc740, 0xc741, 0xc74e, 0xc65d,
]);

export const isKnownBinary = (tag: number): boolean => BINARY.has(tag);
