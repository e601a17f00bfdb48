import { describe, expect, it } from "vitest";
import type { Segment, WorkbookSegment } from "../../../src/contract.js";
import { xlsxExtractor } from "../../../src/extractors/ooxml/xlsx.js";
import { createBudget, DEFAULT_LIMITS } from "../../../src/limits.js";
import { extract, whereIs } from "../../support/extract.js";
import { packageOf, relationship, type PackageSpec, type SheetSpec } from "../../support/package.js";
import { inventPeople } from "../../support/people.js";
import { formWorkbook } from "../../support/workbook.js";
import { rowsOf } from "../../support/rows.js";

const [person] = inventPeople(1);
const MARK = person.phone;
const cell = (ref: string, text: string): string => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, ...cells: readonly string[]): string => `<row r="${number}">${cells.join("")}</row>`;
const sheet = (rows: string, rest: Partial<SheetSpec> = {}): SheetSpec => ({ name: "Sheet1", rows, ...rest });
const plain = sheet(row(1, cell("A1", "x")));
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

async function workbook(bytes: Uint8Array): Promise<WorkbookSegment> {
  const segments: (Segment | { kind: string })[] = [];
  for await (const piece of xlsxExtractor.extract({ kind: "artifact", at: [], name: "", bytes }, { limits: DEFAULT_LIMITS, budget: createBudget(DEFAULT_LIMITS) })) segments.push(piece);
  return segments.find(({ kind }) => kind === "workbook") as WorkbookSegment; // one in every workbook, or the test fails on undefined
}

/** Places of MARK in a workbook, without the file's own step. */
async function places(spec: PackageSpec): Promise<string[]> {
  const read = await extract(xlsxExtractor, packageOf(spec), "w.xlsx");
  expect(read.unscanned).toEqual([]);
  return whereIs(MARK, read).map((place) => place.replace("w.xlsx › ", ""));
}

async function table(spec: PackageSpec): Promise<string[][]> {
  const read = await extract(xlsxExtractor, packageOf(spec), "w.xlsx");
  return rowsOf(read.tables[0]);
}

describe("sheets", () => {
  it.each([
    ["visible", undefined, "団体一覧 › A3:H12"],
    ["hidden", "hidden-sheet", "団体一覧 › A3:H12"],
    ["veryHidden", "very-hidden-sheet", "団体一覧 › A3:H12"],
  ] as const)("that are %s stand in the table's place", async (state, concealment, where) => {
    const { tables } = await extract(xlsxExtractor, await formWorkbook({ people: 10, state }), "w.xlsx");
    const list = tables[1];
    expect(list.rowCount).toBe(12);
    expect(list.columnCount).toBe(8);
    const place = list.place({ firstRow: 2, lastRow: 11, firstColumn: 0, lastColumn: 7 });
    expect(place.concealment).toBe(concealment);
    expect(place.at.slice(1).map((step) => ("ref" in step ? step.ref : "name" in step ? step.name : "")).join(" › ")).toBe(where);
    expect(list.text(2, 2)).toBe(person.name);
  });

  it("are all listed with their states and how many cells they hold", async () => {
    const { sheets } = await workbook(packageOf({
      sheets: [plain, { ...plain, name: "B", state: "hidden" }, { ...plain, name: "C", state: "veryHidden" }, { ...plain, name: "D", rows: "" }, { ...plain, name: "E", orphaned: true }],
    }));
    expect(sheets.map(({ name, state, cells }) => [name, state, cells])).toEqual([
      ["Sheet1", "visible", 1], ["B", "hidden", 1], ["C", "very-hidden", 1], ["D", "visible", 0], ["sheet5.xml", "orphaned", 1],
    ]);
  });

  it("that the workbook does not list are orphaned", async () => {
    expect(await places({ sheets: [plain, sheet(row(1, cell("A1", MARK)), { orphaned: true })] })).toEqual(["sheet2.xml › A1 (orphaned-part)"]);
  });

  it("are orphaned too where not even a content type is left of them", async () => {
    const spec: PackageSpec = { sheets: [plain], parts: [{ path: "xl/lost.xml", content: `<worksheet><sheetData>${row(1, cell("A1", MARK))}</sheetData></worksheet>` }] };
    expect(await places(spec)).toEqual(["lost.xml › A1 (orphaned-part)"]);
  });

  it("that the workbook lists but the package lacks are unscanned", async () => {
    const bytes = packageOf({ sheets: [plain, { ...plain, name: "B" }], each: (part) => (part.name === "xl/worksheets/sheet2.xml" ? { ...part, name: "xl/gone.bin" } : part) });
    const { unscanned } = await extract(xlsxExtractor, bytes, "w.xlsx");
    expect(unscanned.map(({ reason }) => reason)).toEqual(["corrupt"]);
  });
});

describe("hidden rows and columns", () => {
  const two = row(1, cell("A1", "a"), cell("B1", "b")) + `<row r="2" hidden="1">${cell("A2", MARK)}${cell("B2", "c")}</row>`;
  it.each([
    ["a hidden row", sheet(two), "Sheet1 › A2 (hidden-row)"],
    ["a row without height", sheet(two.replace('hidden="1"', 'ht="0" customHeight="1"')), "Sheet1 › A2 (hidden-row)"],
    ["a row hidden in another notation", sheet(two.replace('hidden="1"', "hidden = 'true'")), "Sheet1 › A2 (hidden-row)"],
    ["a hidden column", sheet(row(1, cell("A1", MARK), cell("B1", "b")), { before: '<cols><col min="1" max="1" hidden="1"/></cols>' }), "Sheet1 › A1 (hidden-column)"],
    ["a column without width", sheet(row(1, cell("A1", MARK)), { before: '<cols><col min="1" max="5" width="0" customWidth="1"/></cols>' }), "Sheet1 › A1 (hidden-column)"],
    ["a column hidden among many ranges", sheet(row(1, cell("A1", MARK), cell("C1", "c")), { before: `<cols><col min="2" max="1"/><col min="x"/><col min="1" max="99999999" hidden="1"/>${'<col min="3" max="4"/>'.repeat(1000)}</cols>` }), "Sheet1 › A1 (hidden-column)"],
    ["columns hidden by default", sheet(row(1, cell("A1", MARK)), { before: '<sheetFormatPr defaultColWidth="0"/>' }), "Sheet1 › A1 (hidden-column)"],
    ["a hidden row of a hidden sheet", sheet(two, { state: "hidden" }), "Sheet1 › A2 (hidden-sheet)"],
    ["a row in plain view", sheet(two.replace('hidden="1"', 'hidden="0" ht="15"')), "Sheet1 › A2"],
  ])("conceal what stands in %s", async (_, one, expected) => {
    expect(await places({ sheets: [one] })).toEqual([expected]);
  });

  it("conceal a range only if all of it is hidden", async () => {
    const { tables } = await extract(xlsxExtractor, packageOf({ sheets: [sheet(two, { before: '<cols><col min="2" max="2" hidden="1"/></cols>' })] }), "w.xlsx");
    const [one] = tables;
    const concealment = (firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): unknown => one.place({ firstRow, lastRow, firstColumn, lastColumn }).concealment;
    expect([concealment(0, 1, 0, 0), concealment(1, 1, 0, 1), concealment(0, 0, 1, 1), concealment(0, 0, 0, 1)]).toEqual([undefined, "hidden-row", "hidden-column", undefined]);
    expect([one.rowConcealment?.(0), one.rowConcealment?.(1), one.columnConcealment?.(0), one.columnConcealment?.(1)]).toEqual([undefined, "hidden-row", undefined, "hidden-column"]);
  });

  it.each([
    ["a format that shows nothing", '<numFmts><numFmt numFmtId="164" formatCode=";;;"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>'],
    ["white on no fill", '<fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills><cellXfs><xf/><xf fontId="1"/></cellXfs>'],
  ])("have a sister in %s", async (_, styles) => {
    const rows = row(1, cell("A1", MARK).replace("<c ", '<c s="1" '), cell("B1", "seen"));
    expect(await places({ sheets: [sheet(rows)], styles })).toEqual(["Sheet1 › A1 (invisible-format)"]);
  });

  it("have no sister in white on a dark fill", async () => {
    const styles = '<fonts><font/><font><color theme="0"/></font></fonts><fills><fill><patternFill/></fill><fill><patternFill patternType="solid"/></fill></fills><cellXfs><xf/><xf fontId="1" fillId="1"/></cellXfs>';
    expect(await places({ sheets: [sheet(row(1, cell("A1", MARK).replace("<c ", '<c s="1" ')))], styles })).toEqual(["Sheet1 › A1"]);
  });
});

describe("cells", () => {
  const styles = '<numFmts><numFmt numFmtId="164" formatCode="000\\-0000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>';
  const strings = ["<t>shared</t>", "<r><rPr><b/></rPr><t>ri</t></r><r><t>ch</t></r><rPh sb=\"0\" eb=\"1\"><t>リッチ</t></rPh><phoneticPr/>", '<t xml:space="preserve"> a&amp;b </t>', "<t>x_x0041_y_x000D_</t>", "<t/>", "<t><![CDATA[<c>]]></t>"];
  const cases: readonly (readonly [string, string, string])[] = [
    ["a shared string", '<c r="A1" t="s"><v>0</v></c>', "shared"],
    ["rich text", '<c r="A1" t="s"><v>1</v></c>', "rich"],
    ["references and spaces", '<c r="A1" t="s"><v>2</v></c>', " a&b "],
    ["escapes as Excel shows them", '<c r="A1" t="s"><v>3</v></c>', "xAy\r"],
    ["CDATA", '<c r="A1" t="s"><v>5</v></c>', "<c>"],
    ["a shared string that is not there, as it is written", '<c r="A1" t="s"><v>99</v></c>', "99"],
    ["an inline string", '<c r="A1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>', "inline"],
    ["a formula's string", '<c r="A1" t="str"><f>B1&amp;"x"</f><v>a&lt;b</v></c>', "a<b"],
    ["an entity only once", '<c r="A1" t="str"><f>1</f><v>&amp;lt;</v></c>', "&lt;"],
    ["an error", '<c r="A1" t="e"><v>#N/A</v></c>', "#N/A"],
    ["booleans", '<c r="A1" t="b"><v>1</v></c>', "TRUE"],
    ["an ISO date", '<c r="A1" t="d"><v>1980-04-01</v></c>', "1980-04-01"],
    ["a whole number", '<c r="A1"><v>9012345678</v></c>', "9012345678"],
    ["a number's shortest text", '<c r="A1"><v>1.1000000000000001</v></c>', "1.1"],
    ["a number with an exponent", '<c r="A1"><v>9.0123456780000000E10</v></c>', "90123456780"],
    ["a date", '<c r="A1" s="1"><v>29312</v></c>', "1980-04-01"],
    ["a code with its leading zeros and hyphen", '<c r="A1" s="2"><v>600042</v></c>', "060-0042"],
    ["a value behind a comment", '<c r="A1"><!-- c --><v>1</v></c>', "1"],
    ["a value cut by a comment", '<c r="A1" t="str"><v>09<!-- c -->0</v></c>', "090"],
    ["attributes in any order and quotes", "<c t='s' s='0' r='A1' ><v >0</v ></c >", "shared"],
    ["attributes nobody knows", '<c cm="1" r="A1" vm="2" t="s" ph="1"><v>0</v><extLst/></c>', "shared"],
    ["any prefix", '<x:c r="A1" t="s"><x:v>0</x:v></x:c>', "shared"],
    ["no reference", "<c><v>7</v></c>", "7"],
  ];
  it.each(cases)("show %s", async (_, xml, expected) => {
    expect(await table({ sheets: [sheet(row(1, xml))], strings, styles })).toEqual([[expected]]);
  });

  it("count days from 1904 where the workbook does", async () => {
    expect(await table({ sheets: [sheet(row(1, '<c r="A1" s="1"><v>27850</v></c>'))], styles, date1904: true })).toEqual([["1980-04-01"]]);
  });

  it("that hold nothing are not there", async () => {
    const { tables } = await extract(xlsxExtractor, packageOf({ sheets: [sheet(row(1, '<c r="A1" s="1"/>', '<c r="B1"></c>', '<c r="C1"><v></v></c>') + row(5, '<c r="B5"><v>1</v></c>'))] }), "w.xlsx");
    expect([tables[0].rowCount, tables[0].columnCount, tables[0].nextColumn?.(0, 0), tables[0].nextColumn?.(0, 2)]).toEqual([1, 2, 1, -1]);
    expect(tables[0].place({ firstRow: 0, lastRow: 0, firstColumn: 1, lastColumn: 1 }).at.at(-1)).toEqual({ kind: "cell", ref: "B5" });
  });

  it("are found in rows full of gaps", async () => {
    const { tables } = await extract(xlsxExtractor, packageOf({ sheets: [sheet(row(3, '<c r="B3"><v>1</v></c>', '<c r="F3"><v>2</v></c>', '<c r="XFD3"><v>3</v></c>'))] }), "w.xlsx");
    const [one] = tables;
    expect([0, 1, 2, 4, 5, 6, 16_382, 16_383, 16_384].map((column) => one.text(0, column))).toEqual(["", "1", "", "", "2", "", "", "3", ""]);
    expect([0, 1, 2, 5, 6, 16_384].map((column) => one.nextColumn?.(0, column))).toEqual([1, 1, 5, 5, 16_383, -1]);
    expect([one.text(1, 0), one.text(-1, 0), one.nextColumn?.(1, 0)]).toEqual(["", "", -1]);
  });

  it("stand where their reference says, in whatever order they are written", async () => {
    const rows = row(2, '<c r="B2"><v>4</v></c>', '<c r="A2"><v>3</v></c>') + row(1, '<c r="A1"><v>1</v></c>') + '<row><c r="B1"><v>2</v></c></row>';
    expect(await table({ sheets: [sheet(rows)] })).toEqual([["1", "2"], ["3", "4"]]);
  });

  it("written twice keep both texts", async () => {
    expect(await places({ sheets: [sheet(row(1, cell("A1", MARK), cell("A1", "x")))] })).toEqual(["Sheet1 › A1 (package-data)"]);
    expect(await table({ sheets: [sheet(row(1, cell("A1", MARK), cell("A1", "x")))] })).toEqual([["x"]]);
  });

  it("hold what they do not show: a second value, a reading, a name in a formula", async () => {
    const rows = row(1, `<c r="A1" t="s"><v>0</v><is><t>${MARK}</t></is></c>`, `<c r="B1" t="inlineStr"><is><t>x</t><rPh sb="0" eb="1"><t>${MARK}</t></rPh></is></c>`, `<c r="C1" t="str"><f>IF(A1="","","${MARK}")</f><v>y</v></c>`);
    expect(await places({ sheets: [sheet(rows)], strings: ["<t>s</t>"] })).toEqual(["Sheet1 › A1 (package-data)", "Sheet1 › B1 (package-data)", "Sheet1 › C1 (package-data)"]);
  });

  it("give the readings of their shared strings, once a string", async () => {
    const strings = [`<t>x</t><rPh sb="0" eb="1"><t>${MARK}</t></rPh>`];
    const rows = row(1, '<c r="A1"><v>1</v></c>', '<c r="B1" t="s"><v>0</v></c>') + row(2, '<c r="B2" t="s"><v>0</v></c>');
    expect(await places({ sheets: [sheet(rows)], strings })).toEqual(["Sheet1 › B1 (package-data)"]);
    expect(await table({ sheets: [sheet(rows)], strings })).toEqual([["1", "x"], ["", "x"]]);
  });

  it.each([
    ["between cells", row(1, cell("A1", "x"), MARK)],
    ["between rows", `${row(1, cell("A1", "x"))}${MARK}`],
    ["in a comment", `<!-- ${MARK} -->${row(1, cell("A1", "x"))}`],
    ["in an element nobody knows", row(1, cell("A1", "x"), `<secret>${MARK}</secret>`)],
    ["in a cell's extension", row(1, `<c r="A1"><v>1</v><extLst><ext>${MARK}</ext></extLst></c>`)],
    ["in an unfinished tag", `${row(1, cell("A1", "x"))}<secret name="${MARK}"`],
  ])("do not hide text %s", async (_, rows) => {
    expect(await places({ sheets: [sheet(rows)] })).toEqual(["Sheet1 (package-data)"]);
  });
});

describe("what stands around the cells", () => {
  const cases: readonly (readonly [string, PackageSpec, readonly string[]])[] = [
    ["a link's target", { sheets: [{ ...plain, after: '<hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks>', relationships: relationship("rId9", "hyperlink", `mailto:${MARK}@x.example`, true) }] }, ["Sheet1 › A1 (package-data)"]],
    ["a link's target that no cell has any more", { sheets: [{ ...plain, relationships: relationship("rId9", "hyperlink", `tel:${MARK}`, true) }] }, ["Sheet1 (package-data)"]],
    ["a list to choose from", { sheets: [{ ...plain, after: `<dataValidations><dataValidation type="list" sqref="B2:B9 C1"><formula1>"${MARK},x"</formula1></dataValidation></dataValidations>` }] }, ["Sheet1 › B2:B9"]],
    ["a header", { sheets: [{ ...plain, after: `<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12 ${MARK}&amp;R&amp;P</oddHeader></headerFooter>` }] }, ["Sheet1"]],
    ["a conditional format", { sheets: [{ ...plain, after: `<conditionalFormatting sqref="A1"><cfRule text="${MARK}"/></conditionalFormatting>` }] }, ["Sheet1 (package-data)"]],
    ["a defined name", { sheets: [plain], workbook: `<definedNames><definedName name="n">"${MARK}"</definedName></definedNames>` }, ["xl/workbook.xml (defined-name)"]],
    ["a user's name in the workbook", { sheets: [plain], workbook: `<fileSharing userName="${MARK}"/>` }, ["xl/workbook.xml (package-data)"]],
    ["a string that no cell uses", { sheets: [plain], strings: ["<t>x</t>", `<t>${MARK}</t>`] }, ["xl/sharedStrings.xml (orphaned-part)"]],
    ["a part that nothing leads to", { sheets: [plain], parts: [{ path: "xl/left.xml", content: `<a>${MARK}</a>` }] }, ["xl/left.xml (orphaned-part)"]],
    [
      "a comment and its author",
      {
        sheets: [{ ...plain, relationships: relationship("rId9", "comments", "/xl/any.xml") }],
        parts: [{ path: "xl/any.xml", type: `${CONTENT}comments+xml`, content: `<comments><authors><author>${MARK}</author><author>tc={1}</author></authors><commentList><comment ref="B7" authorId="0"><text><r><t>${MARK.slice(0, 5)}</t></r><r><t>${MARK.slice(5)}</t></r></text></comment></commentList></comments>` }],
      },
      ["Sheet1 › B7 (comment)", "Sheet1 › [author] (comment)"],
    ],
    [
      "a threaded comment",
      {
        sheets: [{ ...plain, state: "hidden", relationships: relationship("rId9", "threadedComment", "/xl/threadedComments/t.xml") }],
        parts: [{ path: "xl/threadedComments/t.xml", type: "application/vnd.ms-excel.threadedcomments+xml", content: `<ThreadedComments><threadedComment ref="A1" personId="{1}"><text>${MARK}</text></threadedComment></ThreadedComments>` }],
      },
      ["Sheet1 › A1 (hidden-sheet)"],
    ],
    [
      "a drawing",
      {
        sheets: [{ ...plain, relationships: relationship("rId9", "drawing", "/xl/drawings/d.xml") }],
        parts: [{ path: "xl/drawings/d.xml", type: "application/vnd.openxmlformats-officedocument.drawing+xml", content: `<wsDr><sp><txBody><p><r><t>${MARK}</t></r></p></txBody></sp></wsDr>` }],
      },
      ["Sheet1 › xl/drawings/d.xml"],
    ],
    [
      "a pivot cache",
      {
        sheets: [plain],
        workbookRelationships: relationship("rId9", "pivotCacheDefinition", "pivotCache/p.xml"),
        parts: [{ path: "xl/pivotCache/p.xml", type: `${CONTENT}pivotCacheDefinition+xml`, content: `<pivotCacheDefinition><cacheFields><cacheField name="n"><sharedItems><s v="${MARK}"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>` }],
      },
      ["xl/pivotCache/p.xml (pivot-cache)"],
    ],
    [
      "an external link's cache",
      {
        sheets: [plain],
        workbookRelationships: relationship("rId9", "externalLink", "externalLinks/e.xml"),
        parts: [{ path: "xl/externalLinks/e.xml", type: `${CONTENT}externalLink+xml`, content: `<externalLink><sheetDataSet><row><cell><v>${MARK}</v></cell></row></sheetDataSet></externalLink>` }],
      },
      ["xl/externalLinks/e.xml (external-link-cache)"],
    ],
    [
      "a document property",
      {
        sheets: [plain],
        rootRelationships: relationship("rId9", "core-properties", "docProps/core.xml"),
        parts: [{ path: "docProps/core.xml", type: "application/vnd.openxmlformats-package.core-properties+xml", content: `<cp:coreProperties><dc:creator>${MARK}</dc:creator><dcterms:created>2024-01-01T00:00:00Z</dcterms:created></cp:coreProperties>` }],
      },
      ["[creator] (property)"],
    ],
    [
      "printer settings",
      {
        sheets: [{ ...plain, relationships: relationship("rId9", "printerSettings", "/xl/p1.bin") }],
        parts: [{ path: "xl/p1.bin", type: `${CONTENT}printerSettings`, content: Buffer.concat([Buffer.from([1, 2, 3, 0]), Buffer.from(MARK, "utf16le"), Buffer.alloc(9)]) }],
      },
      ["Sheet1 › xl/p1.bin (package-data)"],
    ],
  ];
  it.each(cases)("gives the text of %s", async (_, spec, expected) => {
    expect(await places(spec)).toEqual(expected);
  });

  const pivot = (items: string, records?: string): PackageSpec => ({
    sheets: [plain],
    workbookRelationships: relationship("rId9", "pivotCacheDefinition", "pivotCache/d.xml"),
    parts: [
      { path: "xl/pivotCache/d.xml", type: `${CONTENT}pivotCacheDefinition+xml`, content: `<pivotCacheDefinition refreshedBy="refresher"><cacheFields><cacheField name="氏名"><sharedItems>${items}</sharedItems></cacheField><cacheField name="人数"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>` },
      ...(records === undefined
        ? []
        : [
            { path: "xl/pivotCache/_rels/d.xml.rels", content: `<Relationships>${relationship("rId1", "pivotCacheRecords", "r.xml")}</Relationships>` },
            { path: "xl/pivotCache/r.xml", type: `${CONTENT}pivotCacheRecords+xml`, content: `<pivotCacheRecords>${records}</pivotCacheRecords>` },
          ]),
    ],
  });
  it.each([
    ["its records", pivot('<s v="a"/><s v="b"/>', '<r><x v="1"/><n v="3"/></r><r><x v="0"/><d v="1980-04-01T00:00:00"/></r>'), [["氏名", "人数"], ["b", "3"], ["a", "1980-04-01"]], ["refresher"]],
    ["its values where it has no records", pivot('<s v="a"/><m/><s v="b"/>'), [["氏名", "人数"], ["a", ""], ["", ""], ["b", ""]], ["refresher"]],
    ["its records, and values that no record has any more beside it", pivot('<s v="a"/><s v="gone"/>', '<r><x v="0"/><x v="9"/></r>'), [["氏名", "人数"], ["a", ""]], ["gone", "refresher"]],
  ])("gives a pivot cache as a table of %s", async (_, spec, expected, others) => {
    const { tables, texts } = await extract(xlsxExtractor, packageOf(spec), "w.xlsx");
    expect(rowsOf(tables[1])).toEqual(expected);
    expect(tables[1].place({ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 0 }).concealment).toBe("pivot-cache");
    const beside = texts.find((text) => text.place({ start: 0, end: 1 }).concealment === "pivot-cache")?.text.split("\n") ?? [];
    for (const other of others) expect(beside).toContain(other);
  });

  it("gives embedded files as artifacts of their own", async () => {
    const spec: PackageSpec = {
      sheets: [{ ...plain, state: "hidden", relationships: relationship("rId9", "package", "/xl/embeddings/e.bin") }],
      parts: [{ path: "xl/embeddings/e.bin", type: "application/octet-stream", content: Buffer.from([1, 2, 3]) }],
    };
    const { artifacts } = await extract(xlsxExtractor, packageOf(spec), "w.xlsx");
    expect(artifacts.map(({ name, concealment, mediaType, bytes }) => [name, concealment, mediaType, bytes.length])).toEqual([["e.bin", "hidden-sheet", "application/octet-stream", 3]]);
  });

  it("hands macros on to be read", async () => {
    const spec = { sheets: [plain], workbookRelationships: relationship("rId9", "vbaProject", "vbaProject.bin"), parts: [{ path: "xl/vbaProject.bin", type: "application/vnd.ms-office.vbaProject", content: Buffer.from([1]) }] };
    const { artifacts, unscanned } = await extract(xlsxExtractor, packageOf(spec), "w.xlsx");
    expect([artifacts.map(({ name, concealment }) => [name, concealment]), unscanned]).toEqual([[["vbaProject.bin", "package-data"]], []]);
  });
});

describe("packages", () => {
  it.each([
    ["xlsx", `${CONTENT}sheet.main+xml`],
    ["xltx", `${CONTENT}template.main+xml`],
    ["xlsm", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"],
    ["xltm", "application/vnd.ms-excel.template.macroEnabled.main+xml"],
    [undefined, "application/vnd.ms-excel.sheet.binary.macroEnabled.main"],
    [undefined, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"],
    [undefined, "application/xml"],
  ])("are %s by the content type of their main part", (format, mainType) => {
    expect(xlsxExtractor.identify(packageOf({ sheets: [plain], mainType }), "any.name")).toBe(format);
  });

  const found = ["Sheet1 › A1"];
  const marked = sheet(row(1, cell("A1", MARK)));
  it.each<[string, PackageSpec]>([
    ["parts called otherwise", { sheets: [{ ...marked, path: "data/a.bin" }] }],
    ["every element under a prefix", { sheets: [{ ...marked, rows: marked.rows.replace(/<(\/?)/gu, "<$1x:") }] }],
    ["UTF-16 with a mark", { sheets: [marked], each: (part) => (part.name === "xl/worksheets/sheet1.xml" ? { ...part, content: Buffer.from(`\ufeff${String(part.content)}`, "utf16le") } : part) }],
    ["stored entries", { sheets: [marked], each: (part) => ({ ...part, stored: true }) }],
    ["sizes behind the data", { sheets: [marked], each: (part) => ({ ...part, descriptor: true }) }],
    ["zip64", { sheets: [marked], each: (part) => ({ ...part, zip64: true }), zip: { zip64: true } }],
    ["bytes before the archive", { sheets: [marked], zip: { prefix: Buffer.from("#!/bin/sh\n") } }],
    ["slashes before every name", { sheets: [marked], each: (part) => ({ ...part, name: `/${String(part.name)}` }) }],
    ["backslashes", { sheets: [marked], each: (part) => ({ ...part, name: String(part.name).replaceAll("/", "\\") }) }],
    ["names in capitals", { sheets: [marked], each: (part) => ({ ...part, name: String(part.name).toUpperCase() }) }],
    ["strict namespaces", { sheets: [marked], each: (part) => ({ ...part, content: String(part.content).replaceAll("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships").replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main") }) }],
  ])("are read with %s", async (_, spec) => {
    const bytes = packageOf(spec);
    expect(xlsxExtractor.identify(bytes, "")).toBe("xlsx");
    const read = await extract(xlsxExtractor, bytes, "w.xlsx");
    expect(whereIs(MARK, read).map((place) => place.replace("w.xlsx › ", ""))).toEqual(found);
  });

  it("with two parts of one name hide neither", async () => {
    const bytes = packageOf({ sheets: [plain, { ...marked, orphaned: true, path: "xl/worksheets/sheet1.xml" }] });
    const read = await extract(xlsxExtractor, bytes, "w.xlsx");
    expect(whereIs(MARK, read)).toEqual(["w.xlsx › sheet1.xml › A1 (orphaned-part)"]);
  });
});
