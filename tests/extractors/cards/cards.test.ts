import { describe, expect, it } from "vitest";
import type { TableSegment } from "../../../src/contract.js";
import { cardsExtractor } from "../../../src/extractors/cards/index.js";
import { encode } from "../../support/encode.js";
import { extract, textOf, whereIs } from "../../support/extract.js";
import { inventPeople, inventPerson } from "../../support/people.js";

const { name, phone, email, postalCode, address, surname, given } = inventPerson(5);
const rows = (table: TableSegment): string[][] => Array.from({ length: table.rowCount }, (_, row) => Array.from({ length: table.columnCount }, (_, column) => table.text(row, column)));
const lines = (...all: string[]): string => [...all, ""].join("\r\n");
const card = (...all: string[]): string => lines("BEGIN:VCARD", "VERSION:3.0", ...all, "END:VCARD");
const read = (content: string | Buffer, file = "a.vcf") => extract(cardsExtractor, Buffer.from(content as string), file);
const quoted = (text: string, encoding: "shift_jis" | "utf-8"): string => Array.from(encode(text, encoding), (byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");

describe("cardsExtractor: vCards", () => {
  it("makes a row of each card, under headers that say what stands there", async () => {
    const people = inventPeople(3, 20);
    const { tables, texts } = await read(people.map((one) => card(`FN:${one.name}`, `N:${one.surname};${one.given};;;`, `TEL;TYPE=CELL:${one.phone}`, `EMAIL:${one.email}`, `ADR;TYPE=HOME:;;;${one.address};;${one.postalCode};日本`)).join(""));
    expect(rows(tables[0])).toEqual([
      ["氏名", "電話番号", "メールアドレス", "郵便番号", "住所"],
      ...people.map((one) => [one.name, one.phone, one.email, one.postalCode, one.address]),
    ]);
    expect(texts).toEqual([]);
  });

  it.each<[string, string | Buffer]>([
    ["folded lines", card(`FN:${name.slice(0, 1)}\r\n ${name.slice(1)}`)],
    ["lines folded inside a character", Buffer.concat([Buffer.from("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:"), Buffer.from(name).subarray(0, 4), Buffer.from("\r\n "), Buffer.from(name).subarray(4), Buffer.from("\r\nEND:VCARD\r\n")])],
    ["a group", card(`item1.FN:${name}`)],
    ["quoted-printable in Shift_JIS", card(`FN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:${quoted(name, "shift_jis")}`)],
    ["quoted-printable with soft line breaks", card(`FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:${quoted(name, "utf-8").replace(/^(.{12})/u, "$1=\r\n")}`)],
    ["quoted-printable as vCard 2.1 abbreviates it", card(`FN;QUOTED-PRINTABLE:${quoted(name, "utf-8")}`)],
    ["Shift_JIS as it is", encode(lines("BEGIN:VCARD", `FN:${name}`, `NOTE:ご担当者様の連絡先です。`, "END:VCARD"), "shift_jis")],
    ["line feeds alone", card(`FN:${name}`).replaceAll("\r\n", "\n")],
  ])("reads %s", async (_case, content) => {
    expect((await read(content)).tables[0]?.text(1, 0)).toBe(name);
  });

  it.each([["TEL;HOME:", phone, "電話番号"], ["TEL;VALUE=uri:tel:", phone, "電話番号"], ["EMAIL:mailto:", email, "メールアドレス"], ["X-SECRET:", name, "X-SECRET"], ["NOTE:", `a\n${name}`, "備考"]])("gives %s under its header", async (property, value, header) => {
    const { tables } = await read(card(`${property}${value.replaceAll("\n", "\\n")}`));
    expect(rows(tables[0])).toEqual([[header], [value]]);
  });

  it.each([["GEO:34.340149;134.043444"], ["GEO:geo:34.340149,134.043444"]])("gives %s as a position", async (line) => {
    expect((await read(card(line))).tables[0]?.text(1, 0)).toBe("geo:34.340149,134.043444");
  });

  it("gives pictures as files", async () => {
    const { artifacts } = await read(card(`PHOTO;ENCODING=b;TYPE=JPEG:${Buffer.from("picture").toString("base64")}`, `LOGO:data:image/png;base64,${Buffer.from("logo").toString("base64")}`));
    expect(artifacts.map((one) => [one.name, textOf(one)])).toEqual([["photo 1.jpeg", "picture"], ["logo 2", "logo"]]);
  });

  it("keeps the name in parts where it says more than the name as shown", async () => {
    expect(rows((await read(card(`N:${surname};${given};;;`, "FN:総務課"))).tables[0])).toEqual([["姓名", "氏名"], [`${surname} ${given}`, "総務課"]]);
  });

  it("says where each value stands", async () => {
    const read2 = await read(card("FN:x") + card(`FN:${name}`));
    expect(whereIs(name, read2)).toEqual(["a.vcf › 7:1"]);
  });

  it("reads what stands outside of cards, and what is no property", async () => {
    const { texts } = await read(`${card("FN:x")}${name}\r\nNOTE:${phone}\r\n`);
    expect(texts.map(({ text }) => text)).toEqual([`${name}\nNOTE:${phone}`]);
  });

  it("keeps the first columns of cards made of a thousand properties, and loses no value", async () => {
    const { tables } = await read(Array.from({ length: 1000 }, (_, i) => card(`X-${i}:value${i}`)).join(""));
    expect(tables[0].columnCount).toBeLessThanOrEqual(256);
    expect(whereIs("value999", { texts: [], tables })).toHaveLength(1);
  });
});

describe("cardsExtractor: calendars", () => {
  const event = (...all: string[]): string => lines("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "DTSTART:20260401T090000Z", ...all, "END:VEVENT", "END:VCALENDAR");
  it("counts who attends in a table", async () => {
    const { tables } = await read(event(`ORGANIZER;CN=${name}:mailto:${email}`, `ATTENDEE;CN="${surname}, ${given}";PARTSTAT=ACCEPTED:mailto:x@office.example`), "a.ics");
    expect(rows(tables[0])).toEqual([["氏名", "メールアドレス"], [name, email], [`${surname}, ${given}`, "x@office.example"]]);
  });
  it.each([["SUMMARY", name], ["DESCRIPTION", address], ["LOCATION", postalCode], ["X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=自宅", "geo:34.340149,134.043444"]])("reads %s", async (property, value) => {
    expect(whereIs(value, await read(event(`${property}:${value}`), "a.ics"))).toEqual(["a.ics › 5:1"]);
  });
  it("gives attachments as files, and text in base64 as text", async () => {
    const { artifacts, texts } = await read(event(`ATTACH;FMTTYPE=application/pdf;ENCODING=BASE64;VALUE=BINARY;FILENAME=a.pdf:${Buffer.from("%PDF").toString("base64")}`, `DESCRIPTION;ENCODING=BASE64;FMTTYPE=text/plain:${Buffer.from(name).toString("base64")}`), "a.ics");
    expect(artifacts.map((one) => [one.name, textOf(one)])).toEqual([["a.pdf", "%PDF"]]);
    expect(texts.some(({ text }) => text.includes(name))).toBe(true);
  });
});

describe("cardsExtractor: LDIF", () => {
  const entry = (...all: string[]): string => `dn: uid=x,dc=office,dc=example\nobjectClass: inetOrgPerson\n${all.join("\n")}\n\n`;
  it("makes a row of each entry", async () => {
    const { tables } = await read(`version: 1\n\n${entry(`cn:: ${Buffer.from(name).toString("base64")}`, `telephoneNumber: ${phone}`, `homePostalAddress: ${address}`)}${entry("cn: B", "mail: b@office.example")}`, "a.ldif");
    expect(rows(tables[0])).toEqual([
      ["DN", "氏名", "電話番号", "自宅住所", "メールアドレス"],
      ["uid=x,dc=office,dc=example", name, phone, address, ""], ["uid=x,dc=office,dc=example", "B", "", "", "b@office.example"],
    ]);
  });
  it.each([["folded", `description: ${name.slice(0, 2)}\n ${name.slice(2)}`], ["in another language", `description;lang-ja: ${name}`], ["in a comment", `# ${name}`], ["in a line that is no attribute", name]])("reads what is %s", async (_case, line) => {
    expect(whereIs(name, await read(entry("cn: A", line), "a.ldif"))).toHaveLength(1);
  });
  it("gives binary values as files", async () => {
    const { artifacts } = await read(entry(`jpegPhoto:: ${Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3, 0x80, 0xfe]).toString("base64")}`), "a.ldif");
    expect(artifacts.map((one) => [one.name, one.bytes.length])).toEqual([["jpegphoto 1", 11]]);
  });
});

describe("cardsExtractor: identification", () => {
  it.each<[string, string, string | undefined]>([
    ["a card under any name", card("FN:x"), "vcard"],
    ["a calendar", lines("BEGIN:VCALENDAR", "END:VCALENDAR"), "ical"],
    ["a directory behind a comment", "# exported\nversion: 1\ndn: cn=a,dc=b\ncn: a\n", "ldif"],
    ["a text about cards", "A card begins with\nBEGIN:VCARD\nand ends with END:VCARD\n", undefined],
    ["a text with a line dn:", "dn: what is it?\nIt is a name.\n", undefined],
    ["a message", "From: a@b.example\nTo: c@d.example\n\nBEGIN:VCARD\n", undefined],
  ])("of %s", (_case, content, format) => {
    expect(cardsExtractor.identify(Buffer.from(content), "a.txt")).toBe(format);
  });
  it("gives a result for a file cut off anywhere", async () => {
    const whole = card(`FN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:${quoted(name, "shift_jis")}`, `PHOTO;ENCODING=b;TYPE=JPEG:${Buffer.from("picture").toString("base64")}`);
    for (let length = 1; length < whole.length; length++) await expect(read(whole.slice(0, length))).resolves.toBeDefined();
  });
});
