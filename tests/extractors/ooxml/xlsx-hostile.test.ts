/** Workbooks made or damaged to do harm: always a result, what can be read is read, and what is not is listed. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Limits } from "../../../src/contract.js";
import { xlsxExtractor } from "../../../src/extractors/ooxml/xlsx.js";
import { extract, type Extracted } from "../../support/extract.js";
import { randomFrom } from "../../support/generated-text.js";
import { packageOf, relationship, type PackageSpec } from "../../support/package.js";
import { inventPeople } from "../../support/people.js";
import { bigWorkbook } from "../../support/big-workbook.js";

const people = inventPeople(200);
const row = (i: number, cells: string): string => `<row r="${i + 1}">${cells}</row>`;
const rows = people.map(({ name, phone, address }, i) => row(i, `<c r="A${i + 1}" t="s"><v>${i}</v></c><c r="B${i + 1}" t="inlineStr"><is><t>${phone}</t></is></c><c r="C${i + 1}" t="str"><f>D${i}</f><v>${address} ${name}</v></c>`)).join("");
const spec: PackageSpec = {
  sheets: [{ name: "名簿", rows, after: '<hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks>', relationships: relationship("rId1", "hyperlink", "mailto:info@example.com", true) + relationship("rId2", "comments", "/xl/c.xml") }],
  strings: people.map(({ kana }) => `<t>${kana}</t>`),
  styles: '<numFmts><numFmt numFmtId="164" formatCode="000-0000"/></numFmts><cellXfs><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>',
  parts: [{ path: "xl/c.xml", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml", content: '<comments><authors><author>x</author></authors><commentList><comment ref="A1"><text><t>y</t></text></comment></commentList></comments>' }],
};

const read = (bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Extracted> => extract(xlsxExtractor, bytes, "w.xlsx", limits);

/** Every text and place of what was yielded, as the core would ask for them. */
function useAll({ tables, texts }: Extracted): number {
  let units = 0;
  for (const table of tables) {
    for (let i = 0; i < table.rowCount; i++) {
      for (let column = table.nextColumn?.(i, 0) ?? -1; column >= 0; column = table.nextColumn?.(i, column + 1) ?? -1) units += table.text(i, column).length;
    }
    table.place({ firstRow: 0, lastRow: table.rowCount - 1, firstColumn: 0, lastColumn: table.columnCount - 1 });
  }
  for (const text of texts) {
    units += text.text.length;
    text.place({ start: 0, end: text.text.length });
  }
  return units;
}

describe("a workbook cut off", () => {
  let large: Buffer;
  beforeAll(() => {
    large = bigWorkbook(20_000);
  });

  it.each(Array.from({ length: 19 }, (_, i) => i + 1))("after %i of 20 parts of it is read as far as it goes, and never called whole", async (parts) => {
    for (const bytes of [packageOf(spec), large]) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * parts) / 20));
      if (xlsxExtractor.identify(cut, "w.xlsx") === undefined) continue;
      const result = await read(cut);
      useAll(result);
      expect(result.unscanned.length).toBeGreaterThan(0);
    }
  });

  it("in its last sheet still gives the rows before", async () => {
    const cut = large.subarray(0, Math.floor(large.length * 0.4));
    const result = await read(cut);
    expect(result.tables[0].rowCount).toBeGreaterThan(5000);
    expect(result.unscanned.map(({ reason }) => reason)).toContain("corrupt");
  });
});

describe("a workbook with bytes changed at random", () => {
  it.each(Array.from({ length: 150 }, (_, seed) => seed))("gives a result (in the zip file, seed %i)", async (seed) => {
    const bytes = packageOf(spec);
    const random = randomFrom(seed + 1);
    for (let i = 0; i < 1 + (seed % 8); i++) bytes[random(bytes.length)] = random(256);
    if (xlsxExtractor.identify(bytes, "w.xlsx") !== undefined) useAll(await read(bytes));
  });

  it.each(Array.from({ length: 300 }, (_, seed) => seed))("gives a result (in its XML, seed %i)", async (seed) => {
    const random = randomFrom(seed + 1000);
    const pieces = ["<", ">", "/", "\"", "'", "&", "=", "<!--", "<![CDATA[", "]]>", "<c ", "</c>", "</row>", "<is>", "<t>", "</si>", "<sheetData>", "</sheetData>", "\0", "\xff", "9".repeat(30), "r=\"ZZZZZ99999999999\"", ":"];
    const bytes = packageOf({
      ...spec,
      each: (part) => {
        const content = Buffer.from(part.content ?? "");
        if (content.length === 0 || String(part.name).startsWith("[")) return part;
        const changed: Buffer[] = [];
        let from = 0;
        for (let i = 0; i < 1 + (seed % 4); i++) {
          const at = Math.min(content.length, from + random(content.length));
          changed.push(content.subarray(from, at), Buffer.from(pieces[random(pieces.length)], "latin1"));
          from = Math.min(content.length, at + random(6));
        }
        return { ...part, content: Buffer.concat([...changed, content.subarray(from)]) };
      },
    });
    if (xlsxExtractor.identify(bytes, "w.xlsx") !== undefined) useAll(await read(bytes));
  });
});

describe("a bomb", () => {
  const sheet = { name: "S", rows: '<row r="1"><c r="A1"><v>1</v></c></row>' };
  const zeros = "<v>0</v>".repeat(2_600_000);
  it.each<[string, Partial<Limits>, string, () => PackageSpec]>([
    ["of cells", { expandedBytes: 2 ** 20 }, "expandedBytes", () => ({ sheets: [{ ...sheet, rows: sheet.rows.repeat(50_000) }] })],
    ["of one cell", {}, "expansionRatio", () => ({ sheets: [{ ...sheet, rows: `<row r="1"><c r="A1" t="str"><f>${zeros}</f></c></row>` }] })],
    ["of shared strings", {}, "expansionRatio", () => ({ sheets: [sheet], strings: [`<t>${" ".repeat(20_000_000)}</t>`] })],
    ["of what stands around the cells", { expandedBytes: 2 ** 20 }, "expandedBytes", () => ({ sheets: [{ ...sheet, after: "<a/>".repeat(500_000) }] })],
    ["of parts", { entries: 50 }, "entries", () => ({ sheets: [sheet], parts: Array.from({ length: 100 }, (_, i) => ({ path: `xl/p${i}.xml`, content: "<a/>" })) })],
    ["of content types", { expandedBytes: 2 ** 20 }, "expandedBytes", () => ({ sheets: [sheet], parts: [{ path: "xl/_rels/workbook.xml.rels", content: " ".repeat(2 ** 21) }] })],
  ])("%s stops at a limit by its name", async (_, limits, limit, make) => {
    const result = await read(packageOf(make()), limits);
    useAll(result);
    expect(result.unscanned.map(({ reason, detail }) => `${reason} ${detail.split(":")[0]}`)).toContain(`limit ${limit}`);
  });

  it("of an identification's own is not a workbook", () => {
    const bytes = packageOf({ sheets: [sheet], each: (part) => (part.name === "[Content_Types].xml" ? { ...part, content: `${" ".repeat(2 ** 25)}${String(part.content)}` } : part) });
    expect(xlsxExtractor.identify(bytes, "w.xlsx")).toBeUndefined();
  });

  it("of many sheets that are one part is read once a sheet and counted each time", async () => {
    const names = Array.from({ length: 60 }, (_, i) => `<sheet name="${i}" sheetId="${i}" r:id="rId1"/>`).join("");
    const result = await read(packageOf({ sheets: [{ ...sheet, rows: sheet.rows.repeat(2000) }], workbook: `<sheets>${names}</sheets>` }), { expandedBytes: 2 ** 22 });
    expect(result.unscanned.map(({ reason }) => reason)).toContain("limit");
  });
});

describe("the cost of a workbook", () => {
  it("with a pivot cache of one long column and many short ones is not that of their product", async () => {
    const fields = `<cacheField name="a"><sharedItems>${'<s v="1"/>'.repeat(30_000)}</sharedItems></cacheField>${'<cacheField name="b"><sharedItems><s v="2"/></sharedItems></cacheField>'.repeat(30_000)}`;
    const { tables, texts } = await read(packageOf({
      sheets: [],
      workbookRelationships: relationship("rId9", "pivotCacheDefinition", "p.xml"),
      parts: [{ path: "xl/p.xml", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml", content: `<pivotCacheDefinition>${fields}</pivotCacheDefinition>` }],
    }));
    expect(tables).toEqual([]);
    expect(texts[0].text.split("\n").filter((line) => line === "1" || line === "2").length).toBe(60_000);
  });

  /** Bytes that the reader's scanners look at grow with the input, not with its square: measured in what the budget is asked. */
  it("of one cell that never ends is looked at again only when there is twice as much of it", async () => {
    const { scanPart } = await import("../../../src/extractors/ooxml/windows.js");
    const { createBudget, DEFAULT_LIMITS } = await import("../../../src/limits.js");
    const { openPackage } = await import("../../../src/extractors/ooxml/package.js");
    const limits = { ...DEFAULT_LIMITS, expansionRatio: 10_000 };
    const looked = async (units: number): Promise<number> => {
      const whole = openPackage(packageOf({ sheets: [{ name: "S", rows: `<row><c t="str"><f>${"x".repeat(units)}` }] }), createBudget(limits));
      const part = whole.parts.find(({ contentType }) => contentType.includes("worksheet"));
      let bytes = 0;
      if (part !== undefined) {
        await scanPart(whole.bytes, part, { limits, budget: createBudget(limits) }, (_, end, final) => {
          bytes += end;
          return final ? end : 0;
        });
      }
      return bytes;
    };
    const [one, two] = [await looked(8_000_000), await looked(16_000_000)];
    expect(one).toBeGreaterThan(8_000_000);
    expect(two / one).toBeLessThan(3);
  });
});
