/** One file that is two: what one program shows, and what another finds in the same bytes. */
import { describe, expect, it } from "vitest";
import { createLinter } from "../../src/index.js";
import { zip } from "../support/archives.js";
import { createPdf } from "../support/pdf.js";
import { inventPeople } from "../support/people.js";

const people = inventPeople(40);
const CSV = `氏名,電話番号,住所\n${people.map(({ name, phone, address }) => `${name},${phone},${address}`).join("\n")}\n`;
const ZIP = zip([{ name: "a.csv", content: CSV }]);
const HTML = "<!DOCTYPE html><html><body><p>お知らせ</p></body></html>";

function pdf(): Buffer {
  const writer = createPdf();
  const font = writer.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  writer.page("BT /F1 12 Tf 50 700 Td (hello) Tj ET", { resources: `/Font << /F1 ${font} >>` });
  return Buffer.from(writer.bytes());
}

async function scanned(name: string, bytes: Uint8Array) {
  const { reports } = await createLinter().scan({ name, bytes });
  expect(reports).toHaveLength(1);
  return reports[0];
}

describe("people in the other half", () => {
  it.each<[string, string, Uint8Array]>([
    ["a PDF and a zip file", "a.pdf", Buffer.concat([pdf(), ZIP])],
    ["a PDF and a table", "a.pdf", Buffer.concat([pdf(), Buffer.from(CSV)])],
    ["a PDF, a table and another end", "a.pdf", Buffer.concat([pdf(), Buffer.from(`${CSV}%%EOF\n`)])],
    ["a page and a zip file", "a.html", Buffer.concat([Buffer.from(HTML), ZIP])],
    ["a text and a zip file", "a.txt", Buffer.concat([Buffer.from("hello\n".repeat(20_000)), ZIP])],
    ["a message and a zip file", "m.eml", Buffer.concat([Buffer.from("From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n\r\nhello\r\n"), ZIP])],
  ])("are counted: %s", async (_case, name, bytes) => {
    expect((await scanned(name, bytes))?.result.people).toBe(40);
  });

  it("are seen before a PDF's header", async () => {
    const few = people.slice(0, 8).map(({ name, phone, email }) => `${name},${phone},${email}`).join("\n");
    expect((await scanned("a.pdf", Buffer.concat([Buffer.from(`氏名,電話番号,メール\n${few}\n`), pdf()])))?.result.people).toBe(8);
  });
});

it.each<[string, Buffer]>([
  ["one", pdf()],
  ["one with blank lines and padding behind it", Buffer.concat([pdf(), Buffer.from("\r\n\r\n\0\0\0\0")])],
  ["one with a comment behind it", Buffer.concat([pdf(), Buffer.from("\n% end of file\n")])],
])("a PDF that is only %s passes", async (_case, bytes) => {
  const report = await scanned("a.pdf", bytes);
  expect(report?.verdict.level).toBe("pass");
  expect(report?.result.unscanned).toEqual([]);
});
