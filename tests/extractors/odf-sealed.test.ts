/** OpenDocument sealed with a password as LibreOffice does it: opened by the passwords of the config, listed as unread without. */
import { createCipheriv, createHash, pbkdf2Sync } from "node:crypto";
import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { argon2id } from "hash-wasm";
import { describe, expect, it } from "vitest";
import { readEntry, readZipDirectory } from "../../src/bytes/zip.js";
import { createLinter, type Report } from "../../src/index.js";
import { createBudget, DEFAULT_LIMITS } from "../../src/limits.js";
import { zip } from "../support/archives.js";

const PASSWORD = "Himitsu-2026";
const PLAIN = new Set(["mimetype", "META-INF/manifest.xml"]);

interface Way {
  readonly checksum: "SHA1" | "SHA1/1K" | "sha256" | "sha256-1k";
  readonly start: "sha1" | "sha256";
  readonly cipher?: string;
}

/** @param name of a fixture whose parts are to be sealed */
function sealed(name: string, { checksum, start, cipher = "http://www.w3.org/2001/04/xmlenc#aes256-cbc" }: Way, damage = false): Buffer {
  const bytes = readFileSync(`fixtures/odf/${name}`);
  const entries = readZipDirectory(bytes).entries.filter(({ directory }) => !directory);
  const content = (entry: (typeof entries)[number]): Uint8Array => readEntry(bytes, entry, createBudget(DEFAULT_LIMITS)).bytes;
  const manifest: string[] = [];
  const files = entries.filter((entry) => !PLAIN.has(entry.name)).map((entry, i) => {
    const deflated = deflateRawSync(damage ? Buffer.concat([Buffer.from("x"), content(entry)]) : content(entry));
    const [salt, iv] = [Buffer.alloc(16, i + 1), Buffer.alloc(16, i + 101)];
    const key = pbkdf2Sync(createHash(start).update(PASSWORD).digest(), salt, 1000, 32, "sha1");
    const maker = createCipheriv("aes-256-cbc", key, iv);
    if (damage) deflated[0] ^= 7;
    const checked = checksum.toLowerCase().endsWith("1k") ? deflated.subarray(0, 1024) : deflated;
    const print = createHash(checksum.toLowerCase().startsWith("sha256") ? "sha256" : "sha1").update(checked).digest("base64");
    manifest.push(
      `<manifest:file-entry manifest:full-path="${entry.name}" manifest:media-type="text/xml" manifest:size="${content(entry).length}"><manifest:encryption-data manifest:checksum-type="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#${checksum}" manifest:checksum="${print}">` +
        `<manifest:algorithm manifest:algorithm-name="${cipher}" manifest:initialisation-vector="${iv.toString("base64")}"/><manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#${start}" manifest:key-size="32"/>` +
        `<manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:key-size="32" manifest:iteration-count="1000" manifest:salt="${salt.toString("base64")}"/></manifest:encryption-data></manifest:file-entry>`,
    );
    return { name: entry.name, content: Buffer.concat([maker.update(deflated), maker.final()]), stored: true };
  });
  const type = Buffer.from(content(entries.find((entry) => entry.name === "mimetype") ?? entries[0])).toString();
  const xml = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/>${manifest.join("")}</manifest:manifest>`;
  return zip([{ name: "mimetype", content: type, stored: true }, ...files, { name: "META-INF/manifest.xml", content: xml }]);
}

async function report(bytes: Uint8Array, name: string, passwords: readonly string[]): Promise<Report["result"]> {
  return (await createLinter({ passwords }).scan({ name, bytes })).reports[0].result;
}

describe("a sealed OpenDocument file", () => {
  it.each<[string, Way]>([
    ["flag.book.ods", { checksum: "sha256-1k", start: "sha256" }], ["flag.letter.odt", { checksum: "SHA1/1K", start: "sha1" }],
    ["flag.talk.odp", { checksum: "sha256", start: "sha256" }], ["pass.book.ods", { checksum: "SHA1", start: "sha256" }],
  ])("%s is read as if it were open, with its password (%j)", async (name, way) => {
    const open = await report(readFileSync(`fixtures/odf/${name}`), name, []);
    const read = await report(sealed(name, way), name, ["wrong", PASSWORD]);
    const told = (result: Report["result"]): unknown => result.findings.map(({ detector, code, count, people, concealment }) => ({ detector, code, count, people, concealment }));
    expect(told(read)).toEqual(told(open));
    expect(read.unscanned.filter(({ reason }) => reason === "encrypted")).toEqual([]);
  });

  it.each<[string, Way, string]>([
    ["another password", { checksum: "sha256-1k", start: "sha256" }, "wrong"],
    ["a cipher that is not known", { checksum: "sha256-1k", start: "sha256", cipher: "Twofish" }, PASSWORD], ["a Blowfish of a key that it has not", { checksum: "sha256-1k", start: "sha256", cipher: "Blowfish CFB" }, PASSWORD],
  ])("is unread with %s", async (_, way, password) => {
    const read = await report(sealed("flag.book.ods", way), "a.ods", [password]);
    expect([read.findings, read.unscanned.map(({ reason }) => reason)]).toEqual([[], ["encrypted"]]);
  });

  it("that is damaged inside is listed, never thrown", async () => {
    const read = await report(sealed("flag.book.ods", { checksum: "sha256-1k", start: "sha256" }, true), "a.ods", [PASSWORD]);
    expect(read.unscanned.map(({ reason }) => reason)).toContain("corrupt");
  });
});

describe("an OpenDocument file of before ODF 1.2, sealed with Blowfish by LibreOffice", () => {
  const told = (result: Report["result"]): unknown => result.findings.map(({ detector, code, count, people, concealment }) => ({ detector, code, count, people, concealment }));
  it.each([["letter.odt", "flag.letter.odt"], ["book.ods", "flag.book.ods"]])("%s is read as if it were open, with its password", async (name, source) => {
    const open = await report(readFileSync(`fixtures/odf/${source}`), name, []);
    const read = await report(readFileSync(`fixtures/passwords/${name}`), name, ["wrong", PASSWORD]);
    expect(told(read)).toEqual(told(open));
    expect(read.unscanned.filter(({ reason }) => reason === "encrypted")).toEqual([]);
  });

  it.each([[[]], [["wrong"]]])("is unread with the passwords %j", async (passwords) => {
    const read = await report(readFileSync("fixtures/passwords/book.ods"), "book.ods", passwords);
    expect(read.unscanned.map(({ reason }) => reason)).toEqual(["encrypted"]);
  });

  it("that is damaged is listed, never thrown", async () => {
    const bytes = readFileSync("fixtures/passwords/letter.odt");
    for (let at = 200; at < bytes.length; at += 997) {
      const changed = Buffer.from(bytes);
      changed[at] ^= 0xff;
      await expect(report(changed, "letter.odt", [PASSWORD])).resolves.toBeDefined();
    }
  });
});

/** As LibreOffice 24.8 does it: the whole document deflated, sealed and put into another package. */
async function sealedWhole(inside: Uint8Array, [passes, memory, lanes]: readonly [number, number, number], derivation = "argon2id"): Promise<Buffer> {
  const [salt, iv] = [Buffer.alloc(16, 3), Buffer.alloc(12, 4)];
  const password = createHash("sha256").update(PASSWORD).digest();
  const key = derivation === "argon2id" && memory < 2 ** 20 ? await argon2id({ password, salt, iterations: passes, memorySize: memory, parallelism: lanes, hashLength: 32, outputType: "binary" }) : Buffer.alloc(32);
  const maker = createCipheriv("aes-256-gcm", key, iv);
  const content = Buffer.concat([iv, maker.update(deflateRawSync(inside)), maker.final(), maker.getAuthTag()]);
  const type = "application/vnd.oasis.opendocument.spreadsheet";
  const xml =
    `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" manifest:version="1.4"><manifest:file-entry manifest:full-path="encrypted-package" manifest:media-type="${type}" manifest:size="${inside.length}"><manifest:encryption-data>` +
    `<manifest:algorithm manifest:algorithm-name="http://www.w3.org/2009/xmlenc11#aes256-gcm" manifest:initialisation-vector="${iv.toString("base64")}"/><manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2001/04/xmlenc#sha256" manifest:key-size="32"/>` +
    `<manifest:key-derivation manifest:key-derivation-name="urn:org:documentfoundation:names:experimental:office:manifest:${derivation}" manifest:key-size="32" loext:argon2-iterations="${passes}" loext:argon2-memory="${memory}" loext:argon2-lanes="${lanes}" manifest:salt="${salt.toString("base64")}"/></manifest:encryption-data></manifest:file-entry></manifest:manifest>`;
  return zip([{ name: "mimetype", content: type, stored: true }, { name: "encrypted-package", content, stored: true }, { name: "META-INF/manifest.xml", content: xml }]);
}

describe("an OpenDocument file that is sealed as a whole", () => {
  const book = readFileSync("fixtures/odf/flag.book.ods");
  const small = [1, 64, 2] as const;

  it.each([["few", small], ["LibreOffice's own", [3, 65_536, 4]]] as const)("is read as if it were open, with its password and %s passes of Argon2id", async (_, work) => {
    const open = await report(book, "a.ods", []);
    const read = await report(await sealedWhole(book, work), "a.ods", ["wrong", PASSWORD]);
    const told = (result: Report["result"]): unknown => result.findings.map(({ detector, code, count, people, concealment }) => ({ detector, code, count, people, concealment }));
    expect(told(read)).toEqual(told(open));
    expect(read.unscanned.filter(({ reason }) => reason === "encrypted")).toEqual([]);
  });

  it.each<[string, readonly [number, number, number], string, readonly string[]]>([
    ["no password", small, "argon2id", []], ["another one", small, "argon2id", ["wrong"]], ["another derivation", small, "scrypt", [PASSWORD]],
    ["more memory than may be", [1, 2 ** 20, 1], "argon2id", [PASSWORD]], ["less memory than lanes need", [1, 8, 1], "argon2d", [PASSWORD]],
  ])("is encrypted with %s", async (_, work, derivation, passwords) => {
    const read = await report(await sealedWhole(book, work, derivation), "a.ods", passwords);
    expect([read.findings, read.unscanned.map(({ reason }) => reason)]).toEqual([[], ["encrypted"]]);
  });

  it("is never clean where it is damaged or cut off", async () => {
    const bytes = await sealedWhole(book, small);
    const damaged = Buffer.from(bytes);
    damaged[400] ^= 1;
    for (const one of [damaged, bytes.subarray(0, bytes.length / 2)]) expect((await report(one, "a.ods", [PASSWORD])).unscanned).not.toEqual([]);
  });
});
