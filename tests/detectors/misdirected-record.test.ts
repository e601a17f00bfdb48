import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createLinter, type Finding } from "../../src/index.js";
import { attachment, encodedWord, envelopeFields, type Field, mail, multipart, PLAIN_UTF8 } from "../support/mail.js";
import { inventPeople } from "../support/people.js";

const folder = "fixtures/misdirected-record";
const linter = createLinter();
const [sato, suzuki, takahashi, ...others] = inventPeople(12);
const found = async (bytes: Uint8Array, options: Parameters<typeof linter.scanMail>[1] = {}, by = linter): Promise<Finding[]> =>
  (await by.scanMail(bytes, options)).result.findings.filter(({ detector }) => detector === "misdirected-record");

const form = ({ name, birthDate, address }: typeof sato): string => `申込書\r\n氏名：${name}\r\n生年月日：${birthDate}\r\n住所：${address}\r\n`;
const named: Field = ["To", `${encodedWord(`${sato.surname} ${sato.given}`)} <leaklint-fixture-1@gmail.com>`];
const LETTER = `${sato.surname} ${sato.given} 様\r\n\r\n書類をお送りします。\r\n`;
const message = (files: readonly (readonly [string, string | Uint8Array])[], fields: readonly Field[] = [named], body = LETTER, from = "契約係 <keiyaku@office.example>"): Buffer =>
  mail(
    [...envelopeFields("書類の送付", from), ...fields, ["MIME-Version", "1.0"], ["Content-Type", 'multipart/mixed; boundary="b"']],
    multipart("b", [{ fields: PLAIN_UTF8.slice(1), body }, ...files.map(([name, text]) => attachment(name, Buffer.from(text)))]),
  );

describe("misdirected-record: fixtures", () => {
  it.each(readdirSync(folder).filter((name) => name.startsWith("pass.")).map((name) => [name]))("lets %s pass", async (name) => {
    expect(await found(readFileSync(`${folder}/${name}`))).toEqual([]);
  });

  it.each([
    ["flag.form.eml", "attachment", 1],
    ["flag.invoice.eml", "attachment", 1],
    ["flag.file-name.eml", "attachment", 1],
    ["flag.table.eml", "attachment", 2],
    ["flag.text.eml", "text", 1],
  ])("reports %s as %s with %i people, and holds it", async (name, code, people) => {
    const { result, verdict } = await linter.scanMail(readFileSync(`${folder}/${name}`));
    expect(result.findings.filter(({ detector }) => detector === "misdirected-record")).toMatchObject([{ code, people }]);
    expect(["hold", "block"]).toContain(verdict.level);
  });

  it("has a row for every fixture that must be flagged", () => {
    expect(readdirSync(folder).filter((name) => name.startsWith("flag."))).toHaveLength(5);
  });
});

describe("misdirected-record: whose it is", () => {
  it("names the attachment, and shows nobody's values", async () => {
    const findings = await found(message([["a.txt", form(sato)], ["b.txt", form(suzuki)]]));
    expect(findings.map(({ at }) => at)).toEqual([[{ kind: "file", path: "message.eml" }, { kind: "part", path: "3", name: "b.txt" }]]);
    for (const value of [suzuki.name, suzuki.address, suzuki.birthDate]) expect(JSON.stringify(findings)).not.toContain(value);
  });

  it("counts nobody twice who is found by other detectors as well", async () => {
    const { result } = await linter.scanMail(message([["b.txt", form(suzuki)]]));
    // The recipient, by the name in the letter, and whose form it is.
    expect(result.people).toBe(2);
  });

  it.each<[string, Buffer]>([
    ["the recipient is told by the letter alone", message([["b.txt", form(suzuki)]], [["To", "leaklint-fixture-1@gmail.com"]])],
    ["the recipient is told by the header alone", message([["b.txt", form(suzuki)]], [named], "書類をお送りします。\r\n")],
    ["a colleague is copied", message([["b.txt", form(suzuki)]], [named, ["Cc", "boss@office.example"]])],
    ["a labelled name stands with an address alone", message([["b.txt", `申込書\r\n氏名：${suzuki.name}\r\n住所：${suzuki.address}\r\n`]])],
    ["the record's name is in kana that nobody of the recipient's name has", message([["b.txt", form({ ...suzuki, name: "スズキ ミサキ" })]])],
    ["only the name of the file tells", message([[encodedWord(`診断書_${suzuki.name}様.bin`), Buffer.from([1, 2, 3, 0, 255])]])],
  ])("is reported where %s", async (_why, bytes) => {
    expect((await found(bytes)).map(({ code }) => code)).toEqual(["attachment"]);
  });

  it.each<[string, Buffer]>([
    ["nobody says who the recipient is", message([["b.txt", form(suzuki)]], [["To", "leaklint-fixture-1@gmail.com"]], "書類をお送りします。\r\n")],
    ["there are two recipients", message([["b.txt", form(suzuki)]], [["To", `${named[1]}, leaklint-fixture-2@gmail.com`]])],
    ["it goes to a company", message([["b.txt", form(suzuki)]], [["To", `${encodedWord(sato.name)} <sato@partner.example>`]])],
    ["it goes to a list", message([["b.txt", form(suzuki)]], [named, ["List-Id", "<members.office.example>"]])],
    ["it goes to a colleague", message([["b.txt", form(suzuki)]], [["To", `${encodedWord(sato.name)} <sato@office.example>`]])],
    ["the record is the sender's", message([["b.txt", form(suzuki)]], [named], LETTER, `${suzuki.name} <leaklint-fixture-9@gmail.com>`)],
    ["the record has the recipient's address", message([["b.csv", `氏名,住所,メールアドレス\r\n${suzuki.name},${suzuki.address},leaklint-fixture-1@gmail.com\r\n`]])],
    ["the record is of the family", message([["b.txt", form({ ...suzuki, name: sato.surname + suzuki.given })]])],
    ["the name is written in kana", message([["b.txt", form({ ...suzuki, name: "サトウ ハナコ" })]])],
    ["the recipient's own stands beside it", message([["b.txt", `${form(sato)}\r\n\r\n\r\n同行者\r\n${form(suzuki)}`]])],
    ["the labelled name is its maker's", message([["b.txt", `担当者氏名：${suzuki.name}\r\n住所：${suzuki.address}\r\n`]])],
    ["only a name stands there", message([["b.txt", `担当は${suzuki.name}です。\r\n`]])],
  ])("is not where %s", async (_why, bytes) => {
    expect(await found(bytes)).toEqual([]);
  });

  it("is not where more people stand there than the option says: a list is judged by its number", async () => {
    const six = message([["b.csv", `氏名,住所,生年月日\r\n${[suzuki, takahashi, ...others].slice(0, 6).map(({ name, address, birthDate }) => `${name},${address},${birthDate}`).join("\r\n")}\r\n`]]);
    expect(await found(six)).toEqual([]);
    expect(await found(six, {}, createLinter({ detectors: { "misdirected-record": { most: 6 } } }))).toHaveLength(1);
  });

  it("is not where the envelope has further people outside", async () => {
    const bytes = message([["b.txt", form(suzuki)]]);
    expect(await found(bytes, { envelope: { to: ["leaklint-fixture-1@gmail.com"] } })).toHaveLength(1);
    expect(await found(bytes, { envelope: { to: ["leaklint-fixture-1@gmail.com", "x@partner.example"] } })).toEqual([]);
  });

  it("is still reported where the rest of the message cannot be read", async () => {
    const bytes = message([["b.txt", form(suzuki)], ["c.zip", Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(40, 7)])]]);
    const { result } = await linter.scanMail(bytes);
    expect(result.unscanned.length).toBeGreaterThan(0);
    expect(result.findings.map(({ detector }) => detector)).toContain("misdirected-record");
  });
});
