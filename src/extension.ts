/** What a file's name promises, held against what its bytes are. */

/**
 * Formats that count as one: a reader who expects one of them is not misled by another. Each line is the family's name, the
 * formats extractors report for it, then ":" and the extensions that promise it.
 *
 * Pictures are one family, and so are recordings: a PNG named .jpg is an everyday slip that deceives nobody. An extension
 * stands here only where its bytes can always be told: ".ts" (TypeScript, MPEG), ".mp3" (often without a signature), ".dat" or
 * ".key" (a presentation or a private key) promise nothing.
 */
const FAMILIES = `
xlsx xlsm xltx xltm ooxml-encrypted : xlsx xlsm xltx xltm xlam
xlsb ooxml-encrypted : xlsb
docx docm dotx dotm ooxml-encrypted : docx docm dotx dotm
pptx pptm potx potm ppsx ppsm ooxml-encrypted : pptx pptm potx potm ppsx ppsm
ods ots : ods ots
odt ott odm : odt ott odm
odp otp : odp otp
odg otg : odg otg
xls cfb : xls xlt
doc cfb : doc dot
ppt cfb : ppt pps pot
msg : msg oft
vsd vsdx : vsd vsdx vsdm
pub : pub
hwp hwp3 : hwp
pdf : pdf
rtf : rtf
epub : epub
postscript : ps eps
text csv tsv json jsonl html xhtml xml svg markdown eml mbox mhtml source spreadsheetml yaml ical vcard ldif sql fods fodt fodp log : txt text csv tsv tab json jsonl ndjson geojson html htm xhtml xml svg md markdown eml mbox mht mhtml log yaml yml toml ini cfg conf ics vcf vcard vcs ldif ldi sql css js mjs cjs jsx tsx py rb go rs java kt swift c h cc cpp hpp cs php pl sh bash ps1 bat cmd tex rst adoc srt vtt diff patch fods fodt fodp
zip jar apk epub oxt docx docm dotx xlsx xlsm xltx xlsb pptx pptm ods odt odp odg xps iwork package : zip
zip jar apk war ear : jar war ear apk
gz tar : gz tgz
tar : tar
7z : 7z
rar : rar
bz2 : bz2 tbz2
xz : xz txz
zstd : zst
cab : cab
lzh : lzh lha
png jpeg gif webp tiff bmp ico icns psd heic avif jp2 jxl : png jpg jpeg jpe jfif gif webp tif tiff bmp heic heif avif jp2 jxl
psd : psd
font : ttf otf ttc woff woff2
iso-media wav avi flac ogg aac matroska asf flv mpeg mp3 amr aiff : mp4 m4a m4v mov wav avi flac ogg mkv webm wmv wma flv
sqlite : sqlite sqlite3
access : mdb accdb
exe : exe dll
lnk : lnk
`;

interface Family {
  readonly name: string;
  readonly formats: ReadonlySet<string>;
}

let byExtension: Map<string, Family> | undefined;
let byName: Map<string, Family> | undefined;

function build(): void {
  byExtension = new Map();
  byName = new Map();
  for (const line of FAMILIES.trim().split("\n")) {
    const [formats = "", extensions = ""] = line.split(" : ");
    const names = formats.split(" ");
    const promised = extensions.split(" ");
    // The first extension names the promise: ".xlsx" and ".xlsm" both promise "xlsx"; ".txt" and ".csv" both "txt".
    const name = promised[0] ?? "";
    const family: Family = { name, formats: new Set(names) };
    byName.set(name, family);
    for (const extension of promised) byExtension.set(extension, family);
  }
}

/**
 * The family of formats that a name's extension promises ("xlsx" for "List.XLSM"), undefined where it promises nothing that
 * leaklint could check. Full-width letters, trailing dots and spaces count as Windows and a hasty reader take them.
 */
export function promisedFormat(name: string): string | undefined {
  if (byExtension === undefined) build();
  const plain = name.slice(-64).normalize("NFKC").toLowerCase();
  const extension = /\.([a-z0-9]{1,10})[.\s]{0,63}$/u.exec(plain)?.[1];
  return extension === undefined ? undefined : byExtension?.get(extension)?.name;
}

/**
 * @param format what an extractor's `identify` said
 * @param promised what `promisedFormat` said of the name
 */
export function isPromiseKept(format: string, promised: string): boolean {
  if (byName === undefined) build();
  return format === "empty" || format === promised || (byName?.get(promised)?.formats.has(format) ?? true);
}
