/** Encrypted attachments: opened by the passwords of the config, and by those that messages scanned together tell. */
import { createCipheriv, createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createLinter } from "../src/index.js";
import { createPasswords } from "../src/passwords.js";
import { compoundFile } from "./support/compound.js";
import { packageOf } from "./support/package.js";
import { inventPeople } from "./support/people.js";

const PASSWORD = "Himitsu-2026";
const zipped = (name: string): Buffer => readFileSync(`fixtures/passwords/${name}.zip`);

/** Twelve people in a workbook, sealed as Office 2010 does ([MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15), with fewer rounds. */
function sealedWorkbook(password: string): Buffer {
  const cells = [["氏名", "住所", "電話番号"], ...inventPeople(12).map(({ name, address, phone }) => [name, address, phone])];
  const rows = cells.map((row, i) => `<row r="${i + 1}">${row.map((text, c) => `<c r="${"ABC"[c]}${i + 1}" t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`).join("");
  const content = packageOf({ sheets: [{ name: "名簿", rows }] });
  const hash = (...parts: readonly Uint8Array[]): Buffer => parts.reduce((made, part) => made.update(part), createHash("sha512")).digest();
  const uint32 = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer);
  const encrypt = (key: Buffer, iv: Buffer, bytes: Buffer): Buffer => {
    const cipher = createCipheriv("aes-256-cbc", key, iv).setAutoPadding(false);
    return Buffer.concat([cipher.update(Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)])), cipher.final()]);
  };
  const [salt, dataSalt, verifier, packageKey] = [Buffer.alloc(16, 1), Buffer.alloc(16, 2), Buffer.alloc(16, 3), Buffer.alloc(32, 4)];
  const spins = 1000;
  let derived = hash(salt, Buffer.from(password, "utf16le"));
  for (let i = 0; i < spins; i++) derived = hash(uint32(i), derived);
  const seal = (purpose: string, bytes: Buffer): string => encrypt(hash(derived, Buffer.from(purpose, "hex")).subarray(0, 32), salt, bytes).toString("base64");
  const description = 'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"';
  const xml = `<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${description} saltValue="${dataSalt.toString("base64")}"/><keyEncryptors><keyEncryptor><p:encryptedKey spinCount="${spins}" ${description} saltValue="${salt.toString("base64")}" encryptedVerifierHashInput="${seal("fea7d2763b4b9e79", verifier)}" encryptedVerifierHashValue="${seal("d7aa0f6d3061344e", hash(verifier))}" encryptedKeyValue="${seal("146e0be7abacd0d6", packageKey)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const segments: Buffer[] = [uint32(content.length), uint32(0)];
  for (let at = 0, n = 0; at < content.length; at += 4096, n++) segments.push(encrypt(packageKey, hash(dataSalt, uint32(n)).subarray(0, 16), content.subarray(at, at + 4096)));
  return compoundFile({ EncryptionInfo: Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(xml)]), EncryptedPackage: Buffer.concat(segments) });
}

const message = (subject: string, body: string, attachment?: readonly [name: string, bytes: Buffer]): Buffer => {
  const head = `From: clerk@town.example\r\nTo: partner@partner.example\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\n`;
  if (attachment === undefined) return Buffer.from(`${head}Content-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n`);
  const [name, bytes] = attachment;
  return Buffer.from(`${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n--b\r\nContent-Type: application/octet-stream; name=${name}\r\nContent-Disposition: attachment; filename=${name}\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString("base64").replace(/.{76}/gu, "$&\r\n")}\r\n--b--\r\n`);
};

describe("passwords of the config", () => {
  const files = [["traditional.zip", zipped("traditional")], ["aes256.zip", zipped("aes256")], ["aes128-stored.zip", zipped("aes128-stored")], ["list.xlsx", sealedWorkbook(PASSWORD)]] as const;

  it.each(files)("open %s, whose people are then counted", async (name, bytes) => {
    const { reports: [{ result }] } = await createLinter({ passwords: ["wrong", PASSWORD] }).scan({ name, bytes });
    expect([result.people, result.unscanned]).toEqual([12, []]);
  });

  it.each(files)("leave %s listed as encrypted where none fits, and show none", async (name, bytes) => {
    const { reports: [{ result }] } = await createLinter({ passwords: ["wrong", `${PASSWORD} `] }).scan({ name, bytes });
    expect([result.people, result.unscanned.map(({ reason }) => reason)]).toEqual([0, ["encrypted"]]);
    expect(JSON.stringify(result)).not.toContain("wrong");
  });

  it("are not needed where Excel has sealed the file with its own", async () => {
    const { reports: [{ result }] } = await createLinter().scan({ name: "list.xlsx", bytes: sealedWorkbook("VelvetSweatshop") });
    expect([result.people, result.unscanned]).toEqual([12, []]);
  });

  it("open nothing of a damaged file, and throw nothing", async () => {
    for (const [name, bytes] of files) {
      for (let at = 0; at < bytes.length; at += 61) {
        const broken = Buffer.from(bytes);
        broken[at] ^= 0x55;
        const { reports: [{ result }] } = await createLinter({ passwords: [PASSWORD] }).scan({ name, bytes: broken });
        expect(result.unscanned.filter(({ reason }) => reason === "failed").map(({ detail }) => detail)).toEqual([]);
      }
    }
  });
});

describe("passwords that messages tell", () => {
  const sending = { name: "1.eml", bytes: message("list", "Please see the attached file.", ["list.zip", zipped("aes256")]) };
  const telling = { name: "2.eml", bytes: message("password", `パスワードは「${PASSWORD}」です。`) };

  it("open what the message before has attached", async () => {
    const { reports } = await createLinter().scan([sending, telling]);
    expect(reports.map(({ result }) => [result.path, result.people, result.unscanned.length])).toEqual([["2.eml", 0, 0], ["1.eml", 12, 0]]);
    expect(JSON.stringify(reports)).not.toContain(PASSWORD);
  });

  it("open what the same message, or the next one, has attached", async () => {
    expect((await createLinter().scanMail(message("list", `パスワード: ${PASSWORD}`, ["list.zip", zipped("traditional")]))).result.people).toBe(12);
    expect((await createLinter().scan([telling, sending])).reports.map(({ result }) => result.people)).toEqual([0, 12]);
  });

  it("are not handed from one scan to the next", async () => {
    const linter = createLinter();
    await linter.scan(telling);
    expect((await linter.scan(sending)).reports[0].result.unscanned.map(({ reason }) => reason)).toEqual(["encrypted"]);
  });

  it.each([
    ["解凍パスワード：a1B2c3D4", "a1B2c3D4"], ["パスワードは「a1B2c3D4」です。", "a1B2c3D4"], ["パスワード\n\n　a1B2c3D4\n", "a1B2c3D4"], ["Password: a1B2c3D4.", "a1B2c3D4"],
    ["The password is a1B2c3D4", "a1B2c3D4"], ["PW→a1B2c3D4", "a1B2c3D4"], ["ﾊﾟｽﾜｰﾄﾞ＝a1B2c3D4", "a1B2c3D4"],
  ])("are heard in %j", (text, password) => {
    const passwords = createPasswords();
    passwords.hear(text);
    expect(passwords.all()).toContain(password);
  });

  it.each(["パスワードは別途お送りします。", "Please reset it.", "no word of it"])("are not heard in %j", (text) => {
    const passwords = createPasswords();
    passwords.hear(text);
    expect(passwords.all()).toEqual([]);
  });
});
