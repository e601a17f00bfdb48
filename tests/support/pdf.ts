/** Writes PDFs by hand, so that each byte is the test's own choice: objects, streams, pages, fonts, cross-reference, encryption. */
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

export interface PdfWriter {
  /** Adds an object and gives its reference ("5 0 R"); with `bytes` it is a stream, and `dict` holds its entries without brackets. */
  add(dict: string, bytes?: string | Uint8Array, options?: { readonly flate?: boolean }): string;
  /** Adds a page; `resources` and `entries` are dictionary entries without brackets. */
  page(content: string | Uint8Array, options?: { readonly resources?: string; readonly entries?: string; readonly flate?: boolean }): string;
  /** Entries of the catalogue, without brackets. */
  catalog(entries: string): void;
  /** The whole file. Same input, same bytes. */
  bytes(options?: PdfFileOptions): Uint8Array;
}

export interface PdfFileOptions {
  /** Reference of the information dictionary. */
  readonly info?: string;
  /** Cross-reference as a table, as a stream with all plain objects in an object stream, or none at all. */
  readonly xref?: "table" | "stream" | "none";
  /** The standard security handler, revision 2 (RC4, 40 bits); "" opens without asking. */
  readonly userPassword?: string;
  readonly header?: string;
}

interface StoredObject {
  readonly dict: string;
  readonly bytes: Buffer | undefined;
}

export function createPdf(): PdfWriter {
  const objects: StoredObject[] = [];
  const pages: string[] = [];
  let catalog = "";
  const add = (dict: string, bytes?: string | Uint8Array, { flate = false } = {}): string => {
    if (bytes === undefined) objects.push({ dict, bytes: undefined });
    else {
      const plain = typeof bytes === "string" ? Buffer.from(bytes, "latin1") : Buffer.from(bytes);
      const stored = flate ? deflateSync(plain) : plain;
      objects.push({ dict: `<< ${dict}${flate ? " /Filter /FlateDecode" : ""} /Length ${stored.length} >>`, bytes: stored });
    }
    return `${objects.length} 0 R`;
  };
  // Objects 1 and 2 are the catalogue and the page tree, known before the pages.
  add("");
  add("");
  return {
    add,
    page(content, { resources = "", entries = "/MediaBox [0 0 595 842]", flate = false } = {}) {
      const stream = add("", content, { flate });
      const page = add(`<< /Type /Page /Parent 2 0 R /Contents ${stream} /Resources << ${resources} >> ${entries} >>`);
      pages.push(page);
      return page;
    },
    catalog(entries) {
      catalog += ` ${entries}`;
    },
    bytes(options = {}) {
      objects[0] = { dict: `<< /Type /Catalog /Pages 2 0 R${catalog} >>`, bytes: undefined };
      objects[1] = { dict: `<< /Type /Pages /Kids [${pages.join(" ")}] /Count ${pages.length} >>`, bytes: undefined };
      return assemble(objects, options);
    },
  };
}

function assemble(objects: readonly StoredObject[], { info, xref = "table", userPassword, header = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" }: PdfFileOptions): Uint8Array {
  const cipher = userPassword === undefined ? undefined : standardCipher(userPassword);
  const parts: Buffer[] = [Buffer.from(header, "latin1")];
  let size = parts[0].length;
  const write = (text: string | Buffer): void => {
    const part = typeof text === "string" ? Buffer.from(text, "latin1") : text;
    parts.push(part);
    size += part.length;
  };
  const offsets: (number | { readonly inStream: number; readonly index: number })[] = [];
  const packed = xref === "stream" ? objects.flatMap((object, i) => (object.bytes === undefined ? [{ number: i + 1, dict: object.dict }] : [])) : [];
  const streamNumber = objects.length + 1;
  objects.forEach(({ dict, bytes }, i) => {
    const number = i + 1;
    if (xref === "stream" && bytes === undefined) {
      offsets.push({ inStream: streamNumber, index: packed.findIndex((one) => one.number === number) });
      return;
    }
    offsets.push(size);
    write(`${number} 0 obj\n${cipher === undefined ? dict : encryptStrings(dict, (plain) => cipher.encrypt(number, plain))}`);
    if (bytes !== undefined) {
      write("\nstream\n");
      write(cipher === undefined ? bytes : cipher.encrypt(number, bytes));
      write("\nendstream");
    }
    write("\nendobj\n");
  });
  const trailer = `/Root 1 0 R${info === undefined ? "" : ` /Info ${info}`}${cipher === undefined ? "" : ` /Encrypt ${cipher.dict} /ID [<${cipher.id}> <${cipher.id}>]`}`;
  if (xref === "none") {
    write(`trailer\n<< ${trailer} /Size ${objects.length + 1} >>\n%%EOF\n`);
  } else if (xref === "table") {
    const start = size;
    write(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(Number(offset)).padStart(10, "0")} 00000 n \n`).join("")}`);
    write(`trailer\n<< ${trailer} /Size ${objects.length + 1} >>\nstartxref\n${start}\n%%EOF\n`);
  } else {
    const bodies = packed.map(({ dict }) => dict);
    let at = 0;
    const index = packed.map(({ number }, i) => {
      const entry = `${number} ${at}`;
      at += bodies[i].length + 1;
      return entry;
    });
    const head = `${index.join(" ")}\n`;
    const objectStream = deflateSync(Buffer.from(head + bodies.join("\n"), "latin1"));
    offsets.push(size);
    write(`${streamNumber} 0 obj\n<< /Type /ObjStm /N ${packed.length} /First ${head.length} /Filter /FlateDecode /Length ${objectStream.length} >>\nstream\n`);
    write(objectStream);
    write("\nendstream\nendobj\n");
    const start = size;
    const table = Buffer.alloc((streamNumber + 2) * 7);
    table.writeUInt16BE(65535, 5);
    [...offsets, start].forEach((offset, i) => {
      const row = (i + 1) * 7;
      table[row] = typeof offset === "number" ? 1 : 2;
      table.writeUInt32BE(typeof offset === "number" ? offset : offset.inStream, row + 1);
      table.writeUInt16BE(typeof offset === "number" ? 0 : offset.index, row + 5);
    });
    const stored = deflateSync(table);
    write(`${streamNumber + 1} 0 obj\n<< /Type /XRef /W [1 4 2] /Size ${streamNumber + 2} ${trailer} /Filter /FlateDecode /Length ${stored.length} >>\nstream\n`);
    write(stored);
    write(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** "(text)" with what must be escaped escaped; other characters as UTF-16BE with its mark, as a hexadecimal string. */
export function pdfString(text: string): string {
  if (/^[\x20-\x7e]*$/u.test(text)) return `(${text.replace(/[\\()]/gu, "\\$&")})`;
  return `<feff${utf16Hex(text)}>`;
}

export function utf16Hex(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("hex");
}

let shiftJis: Map<string, number> | undefined;

/** Shift_JIS as a hexadecimal string, for 90ms-RKSJ-H. */
export function shiftJisHex(text: string): string {
  if (shiftJis === undefined) {
    shiftJis = new Map();
    const decoder = new TextDecoder("shift_jis", { fatal: true });
    for (let code = 0x20; code <= 0xfcfc; code++) {
      const bytes = code < 0x100 ? [code] : [code >> 8, code & 255];
      if (bytes.length === 2 && (bytes[0] < 0x81 || bytes[1] < 0x40)) continue;
      try {
        const char = decoder.decode(Uint8Array.from(bytes));
        if (!shiftJis.has(char)) shiftJis.set(char, code);
      } catch {
        continue; // not a character
      }
    }
  }
  const table = shiftJis;
  return Array.from(text, (char) => {
    const code = table.get(char);
    if (code === undefined) throw new Error("a fixture's character is not in Shift_JIS");
    return code.toString(16).padStart(code < 0x100 ? 2 : 4, "0");
  }).join("");
}

/** A Japanese font that is named but not embedded; readers have the characters from its predefined CMap. */
export function japaneseFont(pdf: PdfWriter, encoding: string): string {
  const descriptor = pdf.add("<< /Type /FontDescriptor /FontName /HeiseiMin-W3 /Flags 6 /FontBBox [-123 -257 1001 910] /ItalicAngle 0 /Ascent 723 /Descent -241 /CapHeight 709 /StemV 69 >>");
  const descendant = pdf.add(`<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor ${descriptor} /DW 1000 /W [1 [500] 2 94 500 231 632 500] >>`);
  return pdf.add(`<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3-${encoding} /Encoding /${encoding} /DescendantFonts [${descendant}] >>`);
}

/** A composite font whose codes mean nothing but what its ToUnicode map says; without `characters`, nothing at all. */
export function identityFont(pdf: PdfWriter, characters?: string): string {
  const descriptor = pdf.add("<< /Type /FontDescriptor /FontName /AAAAAA+Subset /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>");
  const descendant = pdf.add(`<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Subset /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} /DW 1000 >>`);
  let map = "";
  if (characters !== undefined) {
    const entries = Array.from(characters, (char, i) => `<${(i + 1).toString(16).padStart(4, "0")}> <${utf16Hex(char)}>`);
    const sections: string[] = [];
    for (let i = 0; i < entries.length; i += 100) sections.push(`${Math.min(100, entries.length - i)} beginbfchar\n${entries.slice(i, i + 100).join("\n")}\nendbfchar`);
    const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${sections.join("\n")}\nendcmap end end`;
    map = ` /ToUnicode ${pdf.add("", cmap, { flate: true })}`;
  }
  return pdf.add(`<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Subset /Encoding /Identity-H /DescendantFonts [${descendant}]${map} >>`);
}

/** Codes of `identityFont`'s characters. */
export function identityHex(characters: string, text: string): string {
  const known = Array.from(characters);
  return Array.from(text, (char) => (known.indexOf(char) + 1).toString(16).padStart(4, "0")).join("");
}

// ------------------------------------------------------------------------------------------------ Encryption, for fixtures only

interface Cipher {
  readonly dict: string;
  readonly id: string;
  encrypt(objectNumber: number, plain: Buffer): Buffer;
}

// PDF 32000-1, 7.6.3.3: what passwords are filled up with.
const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

function standardCipher(userPassword: string): Cipher {
  const pad = (password: string): Buffer => Buffer.concat([Buffer.from(password, "latin1"), PADDING]).subarray(0, 32);
  const md5 = (...parts: Buffer[]): Buffer => createHash("md5").update(Buffer.concat(parts)).digest();
  const id = "00112233445566778899aabbccddeeff";
  const permissions = Buffer.from("fcffffff", "hex");
  const owner = rc4(md5(pad("owner")).subarray(0, 5), pad(userPassword));
  const key = md5(pad(userPassword), owner, permissions, Buffer.from(id, "hex")).subarray(0, 5);
  const user = rc4(key, PADDING);
  return {
    id,
    dict: `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString("hex")}> /U <${user.toString("hex")}> /P -4 >>`,
    encrypt: (number, plain) => rc4(md5(key, Buffer.from([number & 255, (number >> 8) & 255, number >> 16, 0, 0])).subarray(0, 10), plain),
  };
}

function rc4(key: Buffer, plain: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i] + key[i % key.length]) & 255;
    [state[i], state[j]] = [state[j], state[i]];
  }
  const out = Buffer.alloc(plain.length);
  for (let k = 0, i = 0, j = 0; k < plain.length; k++) {
    i = (i + 1) & 255;
    j = (j + state[i]) & 255;
    [state[i], state[j]] = [state[j], state[i]];
    out[k] = plain[k] ^ state[(state[i] + state[j]) & 255];
  }
  return out;
}

/** Strings of a dictionary, in either notation, encrypted and written as hexadecimal ones. */
function encryptStrings(dict: string, encrypt: (plain: Buffer) => Buffer): string {
  return dict.replace(/\((?:[^\\()]|\\.)*\)|(?<!<)<[0-9a-f]*>(?!>)/giu, (literal) => {
    const plain = literal.startsWith("<") ? Buffer.from(literal.slice(1, -1), "hex") : Buffer.from(literal.slice(1, -1).replace(/\\(.)/gu, "$1"), "latin1");
    return `<${encrypt(plain).toString("hex")}>`;
  });
}
