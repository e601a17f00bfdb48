/** The scanners see a part in windows that end anywhere. Wherever that is, they read the same. */
import { describe, expect, it } from "vitest";
import { Unreadable } from "../../../src/errors.js";
import { createStringPool } from "../../../src/extractors/cells/string-pool.js";
import { scanChunks, scanWhole } from "../../../src/extractors/ooxml/windows.js";
import { createCellScan } from "../../../src/extractors/ooxml/xlsx-cells.js";
import { createStringScan } from "../../../src/extractors/ooxml/xlsx-strings.js";
import { readStyles } from "../../../src/extractors/ooxml/xlsx-styles.js";
import { plainRuns } from "../../support/plain-runs.js";
import type { PlainRuns } from "../../../src/extractors/ooxml/plain/runs.js";
import type { Scan } from "../../../src/extractors/ooxml/windows.js";

const CELLS = `<?xml version="1.0"?><worksheet><cols><col min="1" max="2" hidden="1"/></cols><sheetData>
<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>29312</v></c><c r="C1"/></row>
<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><r><t>鈴木</t></r><r><t xml:space="preserve"> 花子</t></r><rPh sb="0" eb="1"><t>スズキ</t></rPh></is></c><c r="B2" t="str"><f>IF(A1="","","x&gt;")</f><v>a&amp;b😀</v></c></row>
stray<!-- <c r="Z9"><v>1</v></c> --><x:row r='3'><x:c r='B3'><x:v>1.5E3</x:v></x:c><c><v><![CDATA[<7>]]></v></c></x:row><row r="9" ht="0"><c r="AA9" t="b"><v>1</v></c></row>
</sheetData><hyperlinks><hyperlink ref="A1" location="a&lt;b"/></hyperlinks></worksheet>`;
const STRINGS = `<sst><si><t>あ</t></si><si/><si><t xml:space="preserve"> b&amp;_x0041_ </t></si><!-- <si><t>no</t></si> --><si><r><rPr><b/></rPr><t>𠮷</t></r><r><t>野</t></r><rPh sb="0"><t>ヨシ</t></rPh></si><x:si><x:t><![CDATA[<t>]]></x:t></x:si><si><t></t></si></sst>`;

interface Reading {
  readonly scan: Scan;
  readonly finish: () => unknown;
}

function cellReading(runs?: PlainRuns): Reading {
  const local = createStringPool(runs?.block);
  const margin: string[] = [];
  const said: string[] = [];
  const say = (row: number, column: number, text: string): void => {
    said.push(`${row} ${column} ${text}`);
  };
  const cellScan = createCellScan({
    used: new Uint8Array(1),
    local,
    formats: readStyles(Buffer.from('<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>'), false),
    margin: (b, start, end) => margin.push(b.toString("utf8", start, end)),
    formula: say,
    extra: say,
    runs,
  });
  return {
    scan: cellScan.scan,
    finish() {
      const { rowCount, rowNumbers, rowStarts, columns, values, hiddenRows } = cellScan.finish();
      local.seal();
      const cells: string[] = [];
      for (let row = 0; row < rowCount; row++) {
        for (let cell = rowStarts[row]; cell < rowStarts[row + 1]; cell++) {
          cells.push(`${rowNumbers[row]},${columns[cell]}${hiddenRows?.[row] === 1 ? " hidden" : ""} ${values[cell] < 0 ? local.get(~values[cell]) : `#${values[cell]}`}`);
        }
      }
      return { cells, said, margin: margin.join("") };
    },
  };
}

function stringReading(runs?: PlainRuns): Reading {
  const pool = createStringPool(runs?.block);
  const phonetics = new Map<number, string>();
  return {
    scan: createStringScan(pool, phonetics, runs),
    finish() {
      pool.seal();
      return { strings: Array.from({ length: pool.count }, (_, i) => pool.get(i)), phonetics: [...phonetics] };
    },
  };
}

const pieces = (xml: string, size: number): Uint8Array[] => {
  const bytes = Buffer.from(xml);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
};

describe.each([
  ["cells", CELLS, cellReading, {
    cells: ["0,0 #0", "0,1 1980-04-01", "1,0 hidden 鈴木 花子", "1,1 hidden a&b😀", "2,1 1500", "2,2 <7>", "8,26 hidden TRUE"],
    said: ["1 0 スズキ", '1 1 IF(A1="","","x>")'],
    margin: '<?xml version="1.0"?><worksheet><cols><col min="1" max="2" hidden="1"/></cols><sheetData>\nstray<!-- <c r="Z9"><v>1</v></c> --><hyperlinks><hyperlink ref="A1" location="a&lt;b"/></hyperlinks></worksheet>',
  }],
  ["shared strings", STRINGS, stringReading, { strings: ["あ", "", " b&A ", "𠮷野", "<t>", ""], phonetics: [[3, "ヨシ"]] }],
] as const)("%s", (_, xml, reading: (runs?: PlainRuns) => Reading, expected) => {
  it("are read in one window", () => {
    const { scan, finish } = reading();
    scanWhole(Buffer.from(xml), scan);
    expect(finish()).toEqual(expected);
  });

  it.each([1, 2, 3, 5, 7, 11, 13, 64, 100, 333])("are the same in windows that grow by %i bytes", async (size) => {
    const { scan, finish } = reading();
    expect(await scanChunks(pieces(xml, size), scan)).toBeUndefined();
    expect(finish()).toEqual(expected);
  });

  it.each([1, 2, 3, 5, 7, 11, 13, 64, 100, 333, 4096])("are the same where runs are read at once, in windows that grow by %i bytes", async (size) => {
    const runs = await plainRuns();
    const { scan, finish } = reading(runs);
    expect(await scanChunks(pieces(xml, size), scan, runs.window)).toBeUndefined();
    expect(finish()).toEqual(expected);
  });

  it("are the same in UTF-16", async () => {
    for (const encoded of [Buffer.from(`\ufeff${xml}`, "utf16le"), Buffer.from(`\ufeff${xml}`, "utf16le").swap16()]) {
      const { scan, finish } = reading();
      await scanChunks(Array.from({ length: Math.ceil(encoded.length / 99) }, (__, i) => encoded.subarray(i * 99, (i + 1) * 99)), scan);
      expect(finish()).toEqual(expected);
    }
  });

  it("that break off are read up to there, wherever it is", async () => {
    const bytes = Buffer.from(xml);
    for (let length = 1; length < bytes.length; length++) {
      const { scan, finish } = reading();
      const stop = new Unreadable("corrupt", "cut");
      function* cut(): Generator<Uint8Array> {
        yield bytes.subarray(0, length);
        throw stop;
      }
      expect(await scanChunks(cut(), scan)).toBe(stop);
      finish();
    }
  });
});

describe("a pool of strings", () => {
  it("keeps strings that fill, cross and outgrow its blocks", () => {
    const pool = createStringPool();
    const units = 2 ** 20;
    const texts = ["", "a", "x".repeat(units - 1), "y", "z".repeat(units), "あ".repeat(units + 3), "", "b".repeat(2 * units + 1), "end"];
    for (const [i, text] of texts.entries()) {
      if (i % 2 === 0) pool.addText(text);
      else pool.addBytes(Buffer.from(text), 0, Buffer.byteLength(text));
      expect(pool.finishString()).toBe(i);
    }
    pool.seal();
    expect(pool.count).toBe(texts.length);
    for (const [i, text] of texts.entries()) expect(pool.get(i) === text).toBe(true);
    expect([pool.get(-1), pool.get(texts.length)]).toEqual(["", ""]);
  });

  it.each([
    ["é あ 𠮷", "é あ 𠮷"],
    ["&amp;&#65;&#x3042;&nbsp;&", "&Aあ&nbsp;&"],
    ["_x0041_ _x00_ _x005F_x0041_", "A _x00_ _x0041_"],
  ])("decodes %j as XML and Excel do", (written, text) => {
    const pool = createStringPool();
    const bytes = Buffer.from(written);
    pool.addBytes(bytes, 0, bytes.length);
    pool.finishString();
    pool.seal();
    expect(pool.get(0)).toBe(text);
  });

  it.each([[[0xff]], [[0xe3, 0x81]], [[0xf0, 0x9f]], [[0xc2]], [[0xf8, 0x80, 0x80, 0x80]], [[0x80]]])("puts a mark in place of bytes that are no UTF-8: %j", (bytes) => {
    const pool = createStringPool();
    pool.addBytes(Uint8Array.from(bytes), 0, bytes.length);
    pool.finishString();
    pool.seal();
    expect(pool.get(0)).toMatch(/^\ufffd+$/u);
  });
});
