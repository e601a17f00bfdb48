import { describe, expect, it } from "vitest";
import { createPdf, identityFont, japaneseFont, pdfString, utf16Hex } from "../../support/pdf.js";
import { readPdf, rowsOf, where } from "../../support/read-pdf.js";

const HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
const RESOURCES = `/Font << /F1 ${HELVETICA} >>`;
const TEXT = "BT /F1 12 Tf 72 700 Td (text) Tj ET";

describe("what a page does not show", () => {
  it("document information is metadata, by property", async () => {
    const pdf = createPdf();
    pdf.page(TEXT, { resources: RESOURCES });
    const info = pdf.add(`<< /Author ${pdfString("佐藤花子")} /Title (Plan) /Department ${pdfString("総務課")} >>`);
    const { others } = await readPdf(pdf.bytes({ info }));
    expect(others.map(({ text, place }) => [where(place), text, place.concealment])).toEqual([
      ["Author", "佐藤花子", "metadata"], ["Title", "Plan", "metadata"], ["Department", "総務課", "metadata"],
    ]);
  });

  it("XMP is metadata, elements and attributes alike", async () => {
    const pdf = createPdf();
    pdf.page(TEXT, { resources: RESOURCES });
    const packet = `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" pdf:Keywords="a &amp; b"><dc:creator><rdf:Seq><rdf:li>佐藤花子</rdf:li><rdf:li>鈴木一郎</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;
    pdf.catalog(`/Metadata ${pdf.add("/Type /Metadata /Subtype /XML", Buffer.from(packet, "utf8"))}`);
    const { others } = await readPdf(pdf.bytes());
    expect(others.map(({ text, place }) => [where(place), text])).toEqual([["pdf:Keywords", "a & b"], ["dc:creator", "佐藤花子"], ["dc:creator", "鈴木一郎"]]);
  });

  it("annotations: comments with their author, free text, link targets, and what flags hide", async () => {
    const pdf = createPdf();
    const annotations = [
      `<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents ${pdfString("要確認")} /T ${pdfString("鈴木")} >>`,
      "<< /Type /Annot /Subtype /FreeText /Rect [10 50 110 70] /Contents (on the page) /DA (/Helv 10 Tf 0 g) >>",
      "<< /Type /Annot /Subtype /Link /Rect [10 90 30 99] /A << /S /URI /URI (mailto:hanako@provider.example) >> >>",
      "<< /Type /Annot /Subtype /FreeText /F 2 /Rect [10 120 110 140] /Contents (hidden) /DA (/Helv 10 Tf 0 g) >>",
    ].map((dict) => pdf.add(dict));
    pdf.page(TEXT, { resources: RESOURCES, entries: `/MediaBox [0 0 595 842] /Annots [${annotations.join(" ")}]` });
    const { others } = await readPdf(pdf.bytes());
    expect(others.map(({ text, place }) => [where(place), text, place.concealment])).toEqual([
      ["page 1 (10 8 22 22)", "要確認", "comment"],
      ["page 1 (10 8 22 22)", "鈴木", "comment"],
      ["page 1 (10 50 100 20)", "on the page", undefined],
      ["page 1 (10 90 20 9)", "mailto:hanako@provider.example", "package-data"],
      ["page 1 (10 120 100 20)", "hidden", "hidden-text"],
    ]);
  });

  it("form values are in plain view, choices and fields without a widget are not", async () => {
    const pdf = createPdf();
    const name = pdf.add(`<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V ${pdfString("佐藤花子")} /Rect [100 700 300 720] /DA (/Helv 10 Tf 0 g) >>`);
    const choice = pdf.add("<< /Type /Annot /Subtype /Widget /FT /Ch /Ff 131072 /T (staff) /V (Sato) /Opt [(Sato) (Suzuki)] /Rect [100 650 300 670] /DA (/Helv 10 Tf 0 g) >>");
    const hidden = pdf.add("<< /FT /Tx /T (memo) /V (never drawn) >>");
    pdf.page(TEXT, { resources: RESOURCES, entries: `/MediaBox [0 0 595 842] /Annots [${name} ${choice}]` });
    pdf.catalog(`/AcroForm << /Fields [${name} ${choice} ${hidden}] /DA (/Helv 10 Tf 0 g) /DR << /Font << /Helv ${HELVETICA} >> >> >>`);
    const { others } = await readPdf(pdf.bytes());
    const seen = others.map(({ text, place }) => [where(place), text, place.concealment]);
    expect(seen).toContainEqual(["page 1 (100 700 200 20)", "佐藤花子", undefined]);
    expect(seen).toContainEqual(["page 1 (100 650 200 20)", "Sato", undefined]);
    expect(seen).toContainEqual(["page 1 (100 650 200 20)", "Suzuki", "package-data"]);
    expect(seen).toContainEqual(["memo", "never drawn", "package-data"]);
    expect(seen.filter(([, text]) => text === "佐藤花子")).toHaveLength(1);
  });

  it("scripts and outlines are text", async () => {
    const pdf = createPdf();
    const page = pdf.page(TEXT, { resources: RESOURCES });
    const outlines = pdf.add("");
    const item = pdf.add(`<< /Title ${pdfString("第一章 佐藤花子")} /Parent ${outlines} /Dest [${page} /Fit] >>`);
    const script = pdf.add("<< /S /JavaScript /JS (var owner = 'hanako@provider.example';) >>");
    pdf.catalog(`/OpenAction ${script} /Outlines << /Type /Outlines /First ${item} /Last ${item} /Count 1 >>`);
    const { others } = await readPdf(pdf.bytes());
    expect(others.map(({ text, place }) => [where(place), text, place.concealment])).toEqual([
      ["Outlines", "第一章 佐藤花子", undefined],
      ["JavaScript", "var owner = 'hanako@provider.example';", "package-data"],
    ]);
  });

  it("attachments are artifacts, from the name tree and from annotations", async () => {
    const pdf = createPdf();
    const file = (name: string, content: string): string => {
      const stream = pdf.add("/Type /EmbeddedFile", content, { flate: true });
      return pdf.add(`<< /Type /Filespec /F ${pdfString(name)} /UF ${pdfString(name)} /EF << /F ${stream} >> >>`);
    };
    const listed = file("名簿.csv", "name,phone");
    const pinned = file("note.txt", "pinned");
    const annotation = pdf.add(`<< /Type /Annot /Subtype /FileAttachment /Rect [10 10 30 30] /FS ${pinned} >>`);
    pdf.page(TEXT, { resources: RESOURCES, entries: `/MediaBox [0 0 595 842] /Annots [${annotation}]` });
    pdf.catalog(`/Names << /EmbeddedFiles << /Names [(list) ${listed}] >> >>`);
    const { attachments } = await readPdf(pdf.bytes());
    expect(attachments.map(({ name, at, bytes }) => [name, at[at.length - 1], Buffer.from(bytes).toString()])).toEqual([
      ["note.txt", { kind: "entry", name: "note.txt" }, "pinned"],
      ["名簿.csv", { kind: "entry", name: "名簿.csv" }, "name,phone"],
    ]);
  });
});

describe("tables", () => {
  const row = (y: number, cells: readonly string[]): string => cells.map((cell, i) => `BT /F1 10 Tf ${60 + i * 150} ${y} Td <${utf16Hex(cell)}> Tj ET`).join("\n");
  const ROWS = [["氏名", "電話", "住所"], ["佐藤花子", "090-1111-2222", "東京都千代田区"], ["鈴木一郎", "090-3333-4444", "大阪府大阪市"], ["高橋桜", "", "香川県高松市"]];

  it("lines whose cells line up are a table, and not text as well", async () => {
    const pdf = createPdf();
    const resources = `/Font << /F1 ${japaneseFont(pdf, "UniJIS-UTF16-H")} >>`;
    pdf.page(`BT /F1 14 Tf 60 760 Td <${utf16Hex("参加者の一覧")}> Tj ET ${ROWS.map((cells, i) => row(700 - i * 16, cells)).join("\n")}`, { resources });
    const { texts, tables } = await readPdf(pdf.bytes());
    expect(texts.map((segment) => segment.text)).toEqual(["参加者の一覧\n"]);
    expect(tables.map(rowsOf)).toEqual([ROWS]);
    expect(where(tables[0].place({ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 0 }))).toBe("page 1 (60 682 40 11)");
    expect(where(tables[0].place({ firstRow: 0, lastRow: 3, firstColumn: 0, lastColumn: 2 }))).toBe("page 1 (60 650 370 59)");
  });

  it("a table that goes on over pages is one table", async () => {
    const pdf = createPdf();
    const resources = `/Font << /F1 ${japaneseFont(pdf, "UniJIS-UTF16-H")} >>`;
    const people = Array.from({ length: 90 }, (_, i) => [`佐藤花子${i}`, `090-1111-${1000 + i}`, `東京都千代田区${i}番`]);
    for (let page = 0; page < 3; page++) {
      const rows = [...(page === 0 ? [ROWS[0]] : []), ...people.slice(page * 30, page * 30 + 30)];
      pdf.page(rows.map((cells, i) => row(760 - i * 16, cells)).join("\n"), { resources });
    }
    const { texts, tables } = await readPdf(pdf.bytes());
    expect(texts).toEqual([]);
    expect(tables.map((table) => table.rowCount)).toEqual([91]);
    expect(rowsOf(tables[0])[90]).toEqual(people[89]);
    expect(where(tables[0].place({ firstRow: 40, lastRow: 40, firstColumn: 0, lastColumn: 0 })).slice(0, 6)).toBe("page 2");
    expect(where(tables[0].place({ firstRow: 0, lastRow: 90, firstColumn: 0, lastColumn: 2 }))).toBe("page 1-3");
  });

  it("two lines with tabs, and lines that do not line up, are text", async () => {
    const pdf = createPdf();
    pdf.page("BT /F1 10 Tf 60 700 Td (From) Tj 100 0 Td (A) Tj -100 -15 Td (To) Tj 100 0 Td (B) Tj -100 -15 Td (A longer line that runs through both of them) Tj ET", { resources: RESOURCES });
    const { texts, tables } = await readPdf(pdf.bytes());
    expect(tables).toEqual([]);
    expect(texts[0].text).toBe("From\tA\nTo\tB\nA longer line that runs through both of them\n");
  });
});

describe("what cannot be read is said", () => {
  it("glyphs whose font has no Unicode map", async () => {
    const pdf = createPdf();
    const font = identityFont(pdf);
    pdf.page("BT /F1 12 Tf 72 700 Td <000100020003000400050006> Tj ET", { resources: `/Font << /F1 ${font} >>` });
    pdf.page(TEXT, { resources: RESOURCES });
    const { texts, unscanned } = await readPdf(pdf.bytes());
    expect(unscanned.map(({ reason, detail }) => [reason, detail])).toEqual([["unsupported", "page 1: glyphs without text (a font that has no Unicode map)"]]);
    expect(texts.map((segment) => segment.text)).toEqual(["text\n"]);
  });

  it("a page that is only an image, and not a page with text and an image, nor an empty page", async () => {
    const pdf = createPdf();
    const image = pdf.add("/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8", new Uint8Array(64));
    pdf.page("q 500 0 0 700 50 50 cm /Im1 Do Q", { resources: `/XObject << /Im1 ${image} >>` });
    pdf.page(`q 50 0 0 70 50 50 cm /Im1 Do Q ${TEXT}`, { resources: `${RESOURCES} /XObject << /Im1 ${image} >>` });
    pdf.page("");
    pdf.page("q 500 0 0 700 50 50 cm BI /W 8 /H 8 /CS /G /BPC 1 ID \x00\x01\x02\x03\x04\x05\x06\x07\nEI Q");
    const { unscanned } = await readPdf(pdf.bytes());
    expect(unscanned.map(({ at, detail }) => [at[1], detail])).toEqual([
      [{ kind: "page", number: 1 }, "page 1: image-only, there is no text to read"],
      [{ kind: "page", number: 4 }, "page 4: image-only, there is no text to read"],
    ]);
  });

  it.each([
    ["opens with the empty password: read as if it were not encrypted", "", ["text\n"], undefined],
    ["needs a password: encrypted", "secret", [], "encrypted"],
  ])("%s", async (_, userPassword, texts, reason) => {
    const pdf = createPdf();
    pdf.page(TEXT, { resources: RESOURCES });
    const info = pdf.add("<< /Author (Hanako) >>");
    const reading = await readPdf(pdf.bytes({ info, userPassword }));
    expect(reading.texts.map((segment) => segment.text)).toEqual(texts);
    expect(reading.others.map(({ text }) => text)).toEqual(texts.length > 0 ? ["Hanako"] : []);
    expect(reading.stopped?.reason).toBe(reason);
  });

  it("pages above the limit", async () => {
    const pdf = createPdf();
    for (let i = 0; i < 5; i++) pdf.page(TEXT, { resources: RESOURCES });
    const { texts, unscanned } = await readPdf(pdf.bytes(), { pages: 3 });
    expect(texts).toHaveLength(3);
    expect(unscanned.map(({ reason, detail }) => [reason, detail])).toEqual([["limit", "pages: 5 pages, only the first 3 were read"]]);
  });
});
