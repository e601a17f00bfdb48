/**
 * How files of each family begin: cheap looks at some bytes, by which src/extractors/index.ts decides whose reader to load. Each says yes
 * wherever the family's own `identify` may; tests/extractors/beginnings.test.ts holds them to that.
 */
import { isCompoundFile } from "../bytes/cfb-mark.js";
import { knownBeforeText } from "../bytes/magic.js";
import { isHeader } from "./archive/tar-blocks.js";

type MayBe = (bytes: Uint8Array, name: string) => boolean;

const HEAD_BYTES = 32 * 1024;
const latin1 = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, length)).toString("latin1");

/** ASCII characters of the head in any encoding that has them, wide ones included, from the first that can be seen on. */
function visibleHead(bytes: Uint8Array, length: number): string {
  return latin1(bytes.subarray(firstVisible(bytes)), length).replaceAll("\0", "");
}

function firstVisible(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length && (bytes[at] <= 0x20 || bytes[at] >= 0x7f)) at++;
  return at;
}

export const beginsWith = (...marks: readonly string[]): MayBe => (bytes) => marks.some((mark) => isMark(bytes, mark));

function isMark(bytes: Uint8Array, mark: string): boolean {
  for (let i = 0; i < mark.length; i++) if (bytes[i] !== mark.charCodeAt(i)) return false;
  return true;
}

/** `tar -T /dev/null` writes zeros only, which nothing but the name tells apart from other zeros. */
export const beginsAsTar: MayBe = (bytes, name) => isHeader(bytes, 0) || /\.tar$/iu.test(name);

export const beginsAsPdf: MayBe = (bytes, name) => /\.pdf$/iu.test(name) || latin1(bytes, 1029).includes("%PDF-");

/** The compound files of Office 97 and the bare streams before them, which begin with a BOF record ([MS-XLS] 2.4.21). */
export const beginsAsOldWorkbook: MayBe = (bytes) => isCompoundFile(bytes) || bytes[0] === 0x09;

export const beginsAsPicture: MayBe = (bytes) => knownBeforeText(bytes) !== undefined;

export const hasSignature: MayBe = (bytes) => isCompoundFile(bytes) || knownBeforeText(bytes) !== undefined;

/** With white space and marks before it: "<" of markup, "{" of Rich Text. */
export const showsFirst = (...characters: readonly string[]): MayBe => {
  const codes = characters.map((character) => character.charCodeAt(0));
  return (bytes) => codes.includes(bytes[firstVisible(bytes)]);
};

export const beginsAsMarkup: MayBe = (bytes, name) => /\.(?:html?|xhtml|shtml)$/iu.test(name) || showsFirst("<")(bytes, name);

const CARD = /BEGIN:V|^dn:/imu;
export const beginsAsCard: MayBe = (bytes) => CARD.test(visibleHead(bytes, HEAD_BYTES));

const MESSAGE_NAME = /\.(?:eml|emlx|mht|mhtml|mbox|mbx|mime)$/iu;
/** A field's name and its colon, an mbox separator, or the byte count that Apple Mail puts before them. */
const FIRST_LINE = /^(?:\d{1,10} *\n)?(?:>?From |[!-9;-~]{1,77}[ \t]*:)/u;
export const beginsAsMessage: MayBe = (bytes, name) => MESSAGE_NAME.test(name) || FIRST_LINE.test(visibleHead(bytes, 400));

const JSON_NAME = /\.(?:json|jsonl|ndjson|geojson|topojson|jsonc|json5|webmanifest|ipynb|har|map)$/iu;
export const beginsAsJson: MayBe = (bytes, name) => JSON_NAME.test(name) || showsFirst("{", "[")(bytes, name);

const SQL_NAME = /\.(?:sql|dump|ddl)$/iu;
const STATEMENT = /^(?:--|\/\*|set\s|begin\b|insert\s|create\s|pragma\s)/iu;
export const beginsAsSql: MayBe = (bytes, name) => SQL_NAME.test(name) || STATEMENT.test(visibleHead(bytes, 20));

export const any: MayBe = () => true;
