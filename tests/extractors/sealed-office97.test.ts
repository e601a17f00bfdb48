/** doc, xls and ppt under a password: read with it, listed as encrypted without, and never clean. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { xlsExtractor } from "../../src/extractors/biff/index.js";
import { docExtractor } from "../../src/extractors/msoffice97/doc.js";
import { pptExtractor } from "../../src/extractors/msoffice97/ppt.js";
import { createLinter, type Report } from "../../src/index.js";
import { begin, end, label, record as biff, u16, workbookFile } from "../support/biff.js";
import { extract, show, textOf, whereIs } from "../support/extract.js";
import { ppt97, slide, textChars, word97 } from "../support/office97.js";
import { inventPerson } from "../support/people.js";
import { authorSet, binarySeal, cryptoApiSeal, inBlocks, rc4, type Seal97, sealedPicture, sealedWord, summaryOf, XOR, xorPads } from "../support/seal97.js";

const { name, phone, email } = inventPerson(5);
const SUMMARY = "\u0005SummaryInformation";
const { password } = XOR;
const WAYS: readonly [string, Seal97 | undefined][] = [["exclusive-or", undefined], ["RC4 of 40 bits", binarySeal(password)], ["CryptoAPI of 40 bits", cryptoApiSeal(password, 40)], ["CryptoAPI of 128 bits", cryptoApiSeal(password, 128)]];

/** Longer than one block of 512 bytes. */
const lines = Array.from({ length: 200 }, (_, i) => `line ${i}\r`).join("");
const word = (seal: Seal97 | undefined, beside: Readonly<Record<string, Uint8Array>> = {}): Buffer =>
  sealedWord(word97({ runs: [{ text: `担当 ${name}\r${lines}電話 ${phone}\r` }], slots: seal === undefined ? {} : { 0: Buffer.alloc(seal.header.length) } }), seal, beside);

function talk(seal: Seal97, { pictures, summary }: { pictures?: Uint8Array; summary?: Uint8Array } = {}): Buffer {
  const session = Buffer.concat([Buffer.of(0x0f, 0, 0x14, 0x2f), Buffer.from(Uint32Array.of(seal.header.length).buffer), seal.header]);
  return ppt97({
    slides: [slide([textChars(`担当 ${name}`)]), slide([textChars(`電話 ${phone}`)])], sealing: { session, seal: (object, id) => rc4(seal.keyOf(id), object) },
    beside: { ...(pictures && { Pictures: pictures }), ...(summary && { EncryptedSummary: summary }) },
  });
}

/** A workbook stream whose records of text are sealed from where they stand. */
function book(seal: Seal97 | undefined, text: string): Buffer {
  const pass = seal === undefined ? biff(0x2f, u16(0, XOR.key, XOR.verifier)) : biff(0x2f, u16(1), seal.header);
  const cells = [label(0, 0, text), label(700, 1, "x".repeat(600)), label(701, 0, phone)];
  const parts = [begin(0x10), pass, ...cells, end];
  const plain = Buffer.concat(parts);
  const keyed = seal === undefined ? plain : inBlocks(seal, plain, 1024);
  let at = 0;
  for (const part of parts) {
    const size = part.length - 4;
    if (cells.includes(part)) {
      for (let i = at + 4; i < at + part.length; i++) {
        if (seal !== undefined) plain[i] = keyed[i];
        else {
          const mixed = plain[i] ^ xorPads(2)[(i + size) % 16];
          plain[i] = ((mixed >> 3) | (mixed << 5)) & 0xff;
        }
      }
    }
    at += part.length;
  }
  return plain;
}

const unread = (read: Awaited<ReturnType<typeof extract>>): string[] => read.unscanned.map(({ at, reason }) => `${show(at)}: ${reason}`);

describe("a sealed Word document", () => {
  it.each(WAYS)("opens with its password: %s", async (_, seal) => {
    const read = await extract(docExtractor, word(seal), "a.doc", {}, ["wrong", password]);
    expect([whereIs(name, read), whereIs(phone, read), unread(read)]).toEqual([["a.doc › 1:4"], ["a.doc › 202:4"], []]);
    expect(JSON.stringify(read.texts)).not.toContain("Cryptographic");
  });

  it.each(WAYS)("is encrypted without it: %s", async (_, seal) => {
    for (const passwords of [[], ["wrong", `${password}x`, ""]]) {
      const read = await extract(docExtractor, word(seal), "a.doc", {}, passwords);
      expect([whereIs(phone, read), unread(read)]).toEqual([[], ["a.doc: encrypted"]]);
    }
  });

  it("keeps its properties under the password too", async () => {
    const seal = cryptoApiSeal(password, 128);
    const bytes = word(seal, { encryption: summaryOf(seal, { [SUMMARY]: authorSet(name), "\u0005DocumentSummaryInformation": authorSet("x") }) });
    expect(whereIs(name, await extract(docExtractor, bytes, "a.doc", {}, [password]))).toEqual(["a.doc › [creator] (property)", "a.doc › 1:4"]);
    expect(unread(await extract(docExtractor, bytes, "a.doc"))).toEqual(["a.doc: encrypted"]);
  });

  it("says so where the list of sealed properties is broken, or an earlier save is left", async () => {
    const seal = cryptoApiSeal(password, 128);
    const bytes = word(seal, { encryption: Buffer.alloc(64, 1), "0Table": Buffer.alloc(64, 1) });
    expect(unread(await extract(docExtractor, bytes, "a.doc", {}, [password]))).toEqual(["a.doc › encryption: corrupt", "a.doc › 0Table: encrypted"]);
  });

  it("lets embedded objects and macros be read without it: they are never sealed", async () => {
    const bytes = word(undefined, { Strange: Buffer.from(email) });
    const read = await extract(docExtractor, bytes, "a.doc");
    expect(read.artifacts.map(textOf)).toEqual([email]);
  });
});

describe("a sealed presentation", () => {
  const seal = cryptoApiSeal(password, 128);

  it.each([40, 128] as const)("opens with its password: CryptoAPI of %i bits", async (bits) => {
    const read = await extract(pptExtractor, talk(cryptoApiSeal(password, bits)), "a.ppt", {}, ["wrong", password]);
    expect([whereIs(name, read), whereIs(phone, read), unread(read)]).toEqual([["a.ppt › page 1 › 1:4"], ["a.ppt › page 2 › 1:4"], []]);
  });

  it("opens with its pictures and properties", async () => {
    const [one, two] = [Buffer.from(`\x89PNG one ${email}`, "latin1"), Buffer.from("\x89PNG two", "latin1")];
    const bytes = talk(seal, { pictures: Buffer.concat([sealedPicture(seal, one), sealedPicture(seal, two)]), summary: summaryOf(seal, { [SUMMARY]: authorSet(name) }) });
    const read = await extract(pptExtractor, bytes, "a.ppt", {}, [password]);
    expect(read.artifacts.map((artifact) => Buffer.from(artifact.bytes))).toEqual([one, two]);
    expect(whereIs(name, read)).toContain("a.ppt › [creator] (property)");
    expect(unread(read)).toEqual([]);
  });

  it.each<[string, readonly string[]]>([["no password", []], ["another one", ["wrong"]]])("is encrypted with %s", async (_, passwords) => {
    const read = await extract(pptExtractor, talk(seal, { pictures: sealedPicture(seal, Buffer.from("x")), summary: summaryOf(seal, {}) }), "a.ppt", {}, passwords);
    expect([whereIs(phone, read), read.artifacts, unread(read)]).toEqual([[], [], ["a.ppt: encrypted"]]);
  });

  it.each([0.25, 0.5, 0.75])("that is cut off after %d of it is never clean", async (share) => {
    const bytes = talk(seal, { pictures: sealedPicture(seal, Buffer.alloc(9000, 1)) });
    expect(unread(await extract(pptExtractor, bytes.subarray(0, bytes.length * share), "a.ppt", {}, [password]))).not.toEqual([]);
  });

  it("says so where one record is sealed over another", async () => {
    const bytes = talk(seal);
    // The directory's second object, said to begin inside the first.
    const directory = bytes.indexOf(Buffer.of(0x72, 0x17)) + 6;
    bytes.writeUInt32LE(bytes.readUInt32LE(directory + 4) + 4, directory + 8);
    expect(unread(await extract(pptExtractor, bytes, "a.ppt", {}, [password]))).toContain("a.ppt: corrupt");
  });
});

describe("a sealed workbook", () => {
  it.each(WAYS)("opens with its password: %s", async (_, seal) => {
    const read = await extract(xlsExtractor, workbookFile(book(seal, email)), "a.xls", {}, ["wrong", password]);
    expect([whereIs(email, read), whereIs(phone, read), unread(read)]).toEqual([["a.xls › sheet 1 › A1 (orphaned-part)"], ["a.xls › sheet 1 › A702 (orphaned-part)"], []]);
  });

  it.each([["RC4 of 40 bits", binarySeal("VelvetSweatshop")], ["CryptoAPI of 128 bits", cryptoApiSeal("VelvetSweatshop", 128)]] as const)("opens by itself where Excel has sealed it: %s", async (_, seal) => {
    const read = await extract(xlsExtractor, workbookFile(book(seal, email)), "a.xls");
    expect([whereIs(email, read), unread(read)]).toEqual([["a.xls › sheet 1 › A1 (orphaned-part)"], []]);
  });

  it.each(WAYS)("is encrypted without its password: %s", async (_, seal) => {
    for (const passwords of [[], ["wrong", `${password}x`, ""]]) {
      const read = await extract(xlsExtractor, workbookFile(book(seal, email)), "a.xls", {}, passwords);
      expect([whereIs(email, read), unread(read)]).toEqual([[], ["a.xls: encrypted"]]);
    }
  });

  it("keeps its properties under the password too", async () => {
    const seal = cryptoApiSeal(password, 128);
    const bytes = workbookFile(book(seal, email), { encryption: summaryOf(seal, { [SUMMARY]: authorSet(name) }) });
    expect(whereIs(name, await extract(xlsExtractor, bytes, "a.xls", {}, [password]))).toEqual(["a.xls › [creator] (property)"]);
    expect(unread(await extract(xlsExtractor, bytes, "a.xls"))).toEqual(["a.xls: encrypted", "a.xls › encryption: encrypted"]);
  });
});

describe("what LibreOffice has sealed", () => {
  const SECRET = "Himitsu-2026";
  const FILES = [["letter.doc", "fixtures/doc/flag.letter.doc"], ["book.xls", "fixtures/odf/flag.book.ods"]] as const;
  const sealed = (file: string): Buffer => readFileSync(`fixtures/passwords/${file}`);
  const scanned = async (bytes: Uint8Array, file: string, passwords: readonly string[]): Promise<Report["result"]> => (await createLinter({ passwords }).scan({ name: file, bytes })).reports[0].result;
  const told = ({ findings, people }: Report["result"]): unknown => [people, findings.filter(({ detector }) => detector === "phone-number").map(({ concealment, count }) => [concealment, count])];

  it.each(FILES)("%s holds what it does in the open, with its password", async (file, open) => {
    const read = await scanned(sealed(file), file, ["wrong", SECRET]);
    expect(told(read)).toEqual(told(await scanned(readFileSync(open), open, [])));
    expect([read.people > 0, read.unscanned]).toEqual([true, []]);
  });

  it.each(FILES)("%s is encrypted with another one, with none, and cut off", async (file) => {
    for (const [bytes, passwords] of [[sealed(file), []], [sealed(file), ["wrong"]]] as const) {
      const { findings, unscanned } = await scanned(bytes, file, passwords);
      // The author's name stands outside.
      expect([findings.filter(({ concealment }) => concealment !== "property"), unscanned.map(({ reason }) => reason)]).toEqual([[], ["encrypted"]]);
    }
    for (const share of [0.3, 0.6, 0.9]) expect((await scanned(sealed(file).subarray(0, sealed(file).length * share), file, [SECRET])).unscanned.length).toBeGreaterThan(0);
  });

  it.each(FILES)("%s gives a result with any of its bytes changed", async (file) => {
    const extractor = file.endsWith("doc") ? docExtractor : xlsExtractor;
    for (let at = 0; at < sealed(file).length; at += 61) {
      const bytes = sealed(file);
      bytes[at] ^= 0xff;
      await expect(extract(extractor, bytes, file, {}, [SECRET])).resolves.toBeDefined();
    }
  });
});
