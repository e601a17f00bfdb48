/** Runs read in WebAssembly are what the readers in TypeScript read, whatever stands between them and wherever windows end. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { inflateEntry, isZip, readZipDirectory } from "../../../src/bytes/zip.js";
import { createStringPool } from "../../../src/extractors/cells/string-pool.js";
import { LISTED } from "../../../src/extractors/ooxml/plain/layout.js";
import { SOURCE_SHA256 } from "../../../src/extractors/ooxml/plain/plain.wasm.js";
import { createPace, createPlainRuns, type PlainRuns } from "../../../src/extractors/ooxml/plain/runs.js";
import { scanChunks } from "../../../src/extractors/ooxml/windows.js";
import { createCellScan } from "../../../src/extractors/ooxml/xlsx-cells.js";
import { createStringScan } from "../../../src/extractors/ooxml/xlsx-strings.js";
import { readStyles } from "../../../src/extractors/ooxml/xlsx-styles.js";
import { createBudget, DEFAULT_LIMITS } from "../../../src/limits.js";
import { plainRuns } from "../../support/plain-runs.js";

const SOURCE = readFileSync(fileURLToPath(new URL("../../../src/extractors/ooxml/plain/plain.c", import.meta.url)), "utf8");
const FIXTURES = fileURLToPath(new URL("../../../fixtures/", import.meta.url));
const FORMATS = readStyles(
  Buffer.from('<styleSheet><numFmts><numFmt numFmtId="200" formatCode=";;;"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="200"/></cellXfs></styleSheet>'),
  false,
);
const SHARED = 12;

interface Read {
  readonly all: unknown;
  /** Of `all`, what can be counted. */
  readonly count: number;
}

async function readCells(chunks: Iterable<Uint8Array>, runs?: PlainRuns): Promise<Read> {
  const used = new Uint8Array(SHARED);
  const local = createStringPool(runs?.block);
  const said: string[] = [];
  const margin: string[] = [];
  const cellScan = createCellScan({
    used, local, formats: FORMATS, runs,
    margin: (b, start, end) => margin.push(b.toString("latin1", start, end)),
    formula: (...one) => said.push(`formula ${one.join(" ")}`),
    extra: (...one) => said.push(`extra ${one.join(" ")}`),
  });
  await scanChunks(chunks, cellScan.scan, runs?.window);
  const { rowCount, rowNumbers, rowStarts, columns, values, hiddenRows, invisible, replaced, columnCount, cellCount } = cellScan.finish();
  local.seal();
  const cells: string[] = [];
  const show = (value: number): string => (value >= 0 ? `#${value}` : local.get(~value));
  for (let row = 0; row < rowCount; row++) {
    for (let cell = rowStarts[row]; cell < rowStarts[row + 1]; cell++) {
      cells.push(`${rowNumbers[row]},${columns[cell]}${hiddenRows?.[row] === 1 ? " hidden" : ""}${invisible?.[cell] === 1 ? " invisible" : ""} ${show(values[cell])}`);
    }
  }
  return { all: { cells, said, margin: margin.join(""), used: [...used], columnCount, replaced: replaced.map((one) => ({ ...one, value: show(one.value) })) }, count: cellCount };
}

async function readStrings(chunks: Iterable<Uint8Array>, runs?: PlainRuns): Promise<Read> {
  const pool = createStringPool(runs?.block);
  const phonetics = new Map<number, string>();
  await scanChunks(chunks, createStringScan(pool, phonetics, runs), runs?.window);
  pool.seal();
  return { all: { strings: Array.from({ length: pool.count }, (_, i) => pool.get(i)), phonetics: [...phonetics] }, count: pool.count };
}

/** Says how many bytes were read in runs. */
function counted(runs: PlainRuns): { readonly runs: PlainRuns; bytes(): number } {
  let bytes = 0;
  const count = (from: number, to: number): number => {
    bytes += to - from;
    return to;
  };
  return {
    runs: { ...runs, strings: (pool, from, end) => count(from, runs.strings(pool, from, end)), cells: (head, options, from, end) => count(from, runs.cells(head, options, from, end)) },
    bytes: () => bytes,
  };
}

type Random = (below: number) => number;
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function inPieces(bytes: Uint8Array, random: Random, longest: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const size = 1 + random(longest);
    pieces.push(bytes.subarray(at, at + size));
    at += size;
  }
  return pieces;
}

const ATTRIBUTES = [
  ' s="0"', ' s="1"', ' s="2"', ' s="7"', ' s="0000001"', ' t="s"', ' s="1" t="s"', ' s="2" t="s"', ' t="n"', ' t="b"', ' t="str"', ' t="inlineStr"', " s='1'", ' x="1"', "", "", ' t="s"', ' t="s"',
];
const VALUES = ["0", "7", "11", "12", "007", "99999999999999999999", "1.5", "-3", "+4", "1,5", "1E3", "2e-7", "29312", "70000", "3.25", "", " 5", "5 ", "&#53;", "&amp;", "12345678901234567", "123456789012345", "a", "é", "#N/A"];
const ROWS = [
  "<row r=\"N\">", "<row r=\"N\">", '<row r="N" spans="1:10">', '<row r="N" hidden="1">', '<row r="N" hidden="0" ht="15.75">', '<row r="N" ht="1">', '<row r="N" ht="12e-9">', '<row r="N" ht="0">', '<row r="N" ht="1.5" customHeight="1">',
  "<row>", "<row r='N'>", '<row r="N"/>', '<row  r="N">', '<row r="N" x14ac:dyDescent="0.25">', '<row r="">', '<row r="N" height="0" hidden="true">', '<row spans=">" r="N">', '<row r="N" ht="123e-9">', '<row r="N" ht="01">', '<row r="N" hidden="">', '<row r="N"\n>', '<row r = "N">', '<row r="0">', '<row r="4294967297">', '<x:row r="N">',
];
const BETWEEN = ["", "", "", "", "\n", "  ", "text", "<!-- <c r=\"A1\"><v>1</v></c> -->", "<?x?>", "<![CDATA[1]]>", "<d/>"];

function randomSheet(random: Random): string {
  const one = (list: readonly string[]): string => list[random(list.length)];
  // Most of a sheet is plain, or there would be no runs.
  const oddity = random(4) * random(12);
  const isOdd = (): boolean => random(100) < oddity;
  let xml = "<worksheet><cols/><sheetData>";
  let row = 0;
  for (let i = 0; i < 40; i++) {
    row = isOdd() ? random(50) : row + 1 + random(2);
    xml += (isOdd() ? one(ROWS) : ROWS[random(5)]).replace("N", String(row));
    let column = -1;
    const width = random(12);
    for (let j = 0; j < width; j++) {
      column = isOdd() ? random(60) : column + 1 + random(2);
      const name = `${column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : ""}${String.fromCharCode(65 + (column % 26))}`;
      const ref = isOdd() ? one([`${name}${row + 1}`, `${name}0`, name, `$${name}${row}`, `ABCD${row}`, `${name}00${row}`, "ZZZ1", `${name.toLowerCase()}${row}`]) : `${name}${row}`;
      const attributes = isOdd() ? one(ATTRIBUTES) : one(["", ' s="1"', ' t="s"', ' s="1" t="s"']);
      const value = isOdd() ? one(VALUES) : attributes.includes("t=") ? String(random(SHARED)) : String(random(90_000));
      const body = isOdd() ? one([`<f>A1&amp;"x"</f><v>${value}</v>`, "", `<is><t>${value}</t></is>`, `<v>${value}</v><v>9</v>`, `<v >${value}</v>`]) : `<v>${value}</v>`;
      xml += isOdd() ? one([`<c r="${ref}"${attributes}/>`, `<c${attributes}>${body}</c>`, `<x:c r="${ref}"${attributes}>${body}</x:c>`, `<c r='${ref}'>${body}</c>`, `<c r="${ref}">`]) : `<c r="${ref}"${attributes}>${body}</c>`;
      if (isOdd()) xml += one(BETWEEN);
    }
    xml += isOdd() ? one(["", "</row", "</x:row>", "</row >", "</row>\n"]) : "</row>";
    if (isOdd()) xml += one(BETWEEN);
  }
  return `${xml}</sheetData><after/></worksheet>`;
}

const TEXTS = [
  "佐藤花子", "hanako@provider.example", "", " ", "é", "ｱ", "a&amp;b", "&lt;&gt;", "&quot;&apos;", "&#65;&#x3042;", "&nbsp;", "&", "_x000D_", "_x_", "__", "𠮷野", "\ufffd", "a".repeat(40), "\u0080\u07ff\u0800\uffff",
];

function randomStrings(random: Random): Buffer {
  const oddity = random(4) * random(12);
  const parts: Buffer[] = [];
  const add = (text: string | Uint8Array): void => {
    parts.push(Buffer.from(text as string)); // a string or bytes: Buffer.from takes both
  };
  add("<sst>");
  for (let i = 0; i < 150; i++) {
    const isOdd = random(100) < oddity;
    const text = TEXTS[random(isOdd ? TEXTS.length : 8)] + TEXTS[random(isOdd ? TEXTS.length : 8)];
    if (!isOdd) add(`<si><t>${text}</t></si>`);
    else if (random(4) === 0) {
      // Bytes that are no UTF-8.
      add("<si><t>");
      add(Uint8Array.from({ length: 1 + random(4) }, () => 0x80 + random(0x80)));
      add(text);
      add("</t></si>");
    } else add([`<si><t xml:space="preserve">${text}</t></si>`, `<si><r><t>${text}</t></r></si>`, `<x:si><x:t>${text}</x:t></x:si>`, "<si/>", "<si><t/></si>", `\n<si><t>${text}</t></si>`, `<si><t>${text}</t><rPh><t>ヨ</t></rPh></si>`, `x<si><t>${text}</t></si >`, "<!-- -->", "<si><t>"][random(10)]);
  }
  add("</sst>");
  return Buffer.concat(parts);
}

describe("runs", () => {
  it("are read by what plain.c says now", () => {
    expect(SOURCE_SHA256).toBe(createHash("sha256").update(SOURCE).digest("hex"));
  });

  it("have the fields that plain.c knows, in its order", () => {
    const fields = /struct State \{(.*?)\};/su.exec(SOURCE)?.[1].replace(/\/\*.*?\*\//gsu, "").match(/\b(?!u32\b|int\b)[a-zA-Z]+/gu);
    expect(fields).toEqual([...LISTED]);
  });

  it("of cells are those that are read one by one, in random sheets", async () => {
    const random = randomFrom(7);
    const inRuns = counted(await plainRuns(FORMATS.kinds));
    let cells = 0;
    let size = 0;
    for (let i = 0; i < 300; i++) {
      const bytes = Buffer.from(randomSheet(random));
      const pieces = inPieces(bytes, random, i % 2 === 0 ? 40 : 5000);
      const expected = await readCells(pieces);
      expect(await readCells(pieces, inRuns.runs), `sheet ${i}`).toEqual(expected);
      cells += expected.count;
      size += bytes.length;
    }
    expect(cells).toBeGreaterThan(30_000);
    expect(inRuns.bytes()).toBeGreaterThan(size / 6);
  });

  it("end where something odd stands between plain cells", async () => {
    const runs = await plainRuns(FORMATS.kinds);
    const plain = (row: number): string => `<row r="${row}"><c r="A${row}" t="s"><v>1</v></c><c r="B${row}"><v>${row}</v></c></row>`;
    const odd = [
      ...ROWS.map((row) => `${row.replace("N", "3")}<c r="A3"><v>5</v></c></row>`),
      ...ATTRIBUTES.flatMap((attributes) => VALUES.map((value) => `<row r="3"><c r="A3"${attributes}><v>${value}</v></c></row>`)),
      '<row r="3"><c r="C3"><v>1</v></c><c r="A3"><v>2</v></c><c r="B3"><v>3</v></c></row>',
      '<row r="3"><c r="C3"><v>1</v></c><c r="C3"><v>2</v></c></row>',
      '<row r="3"><c r="A4"><v>1</v></c><c r="B2"><v>2</v></c></row>',
      '<row r="2"><c r="B2"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
      '<row r="3" hidden="1"><c r="A3"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>',
    ];
    for (const [i, row] of odd.entries()) {
      const sheet = [Buffer.from(`<sheetData>${plain(1)}${plain(2)}${row}${plain(5)}${plain(6)}</sheetData>`)];
      expect(await readCells(sheet, runs), `row ${i}`).toEqual(await readCells(sheet));
    }
    const broken = [[0xe3], [0xe3, 0x81], [0xc3], [0xf0, 0x9f, 0x98], [0xc1, 0x81], [0xed, 0xa0, 0x80], [0xe3, 0x41, 0x41], [0xff], [0xe3, ...Buffer.from("</t>x")], [0xc3, ...Buffer.from("</t>x")]];
    for (const [i, bytes] of broken.entries()) {
      const part = [Buffer.concat([Buffer.from("<sst><si><t>a</t></si><si><t>"), Buffer.from(bytes), Buffer.from("</t></si><si><t>b</t></si></sst>")])];
      expect(await readStrings(part, runs), `bytes ${i}`).toEqual(await readStrings(part));
    }
  });

  it("of strings are those that are read one by one, in random parts", async () => {
    const random = randomFrom(11);
    const inRuns = counted(await plainRuns(FORMATS.kinds));
    let size = 0;
    for (let i = 0; i < 300; i++) {
      const bytes = randomStrings(random);
      size += bytes.length;
      const pieces = inPieces(bytes, random, i % 2 === 0 ? 30 : 5000);
      expect(await readStrings(pieces, inRuns.runs), `part ${i}`).toEqual(await readStrings(pieces));
    }
    expect(inRuns.bytes()).toBeGreaterThan(size / 6);
  });

  it("are those of every workbook among the fixtures", async () => {
    const runs = await plainRuns(FORMATS.kinds);
    const random = randomFrom(3);
    const budget = createBudget(DEFAULT_LIMITS);
    let parts = 0;
    for (const path of readdirSync(FIXTURES, { recursive: true, encoding: "utf8" })) {
      if (!/\.xls[xm]$/u.test(path)) continue;
      const bytes = readFileSync(FIXTURES + path);
      if (!isZip(bytes)) continue;
      for (const entry of readZipDirectory(bytes).entries) {
        if (!/sheet\d*\.xml$|sharedStrings/iu.test(entry.name) || entry.encrypted || entry.size > 2 ** 22) continue;
        const pieces = inPieces(inflateEntry(bytes, entry, budget), random, 3000);
        const read = /sheet\d*\.xml$/iu.test(entry.name) ? readCells : readStrings;
        expect(await read(pieces, runs), `${path} ${entry.name}`).toEqual(await read(pieces));
        parts++;
      }
    }
    expect(parts).toBeGreaterThan(20);
  });

  it("longer than their lists, and than a block of the pool, go on in the next", async () => {
    const runs = await plainRuns(FORMATS.kinds);
    const strings = Buffer.from(`<sst>${Array.from({ length: 40_000 }, (_, i) => `<si><t>${i} ${"あ".repeat(40)}</t></si>`).join("")}<si><t>${"x".repeat(70_000)}</t></si><si><t>${"y".repeat(2 ** 21)}</t></si><si><t>z</t></si></sst>`);
    const cells = Buffer.from(`<sheetData>${Array.from({ length: 20_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c><c r="B${i + 1}" s="1"><v>${i}</v></c></row>`).join("")}</sheetData>`);
    const pieces = (bytes: Buffer): Uint8Array[] => inPieces(bytes, () => 2 ** 18 - 1, 1);
    const [expectedStrings, expectedCells] = [await readStrings(pieces(strings)), await readCells(pieces(cells))];
    expect([expectedStrings.count, expectedCells.count]).toEqual([40_003, 40_000]);
    expect(await readStrings(pieces(strings), runs)).toEqual(expectedStrings);
    expect(await readCells(pieces(cells), runs)).toEqual(expectedCells);
  });

  it("are not read where there are more styles than they can tell apart", async () => {
    expect((await plainRuns()).prepare(new Uint8Array(2 ** 16 + 1))).toBe(false);
  });

  it("are not read where WebAssembly or its memory is not to be had, and any other failure is told", async () => {
    const { WebAssembly: assembly } = globalThis as unknown as { readonly WebAssembly: object };
    const failing = (error: Error): object => ({
      ...assembly,
      Memory: function Memory(): never {
        throw error;
      },
    });
    try {
      vi.stubGlobal("WebAssembly", undefined);
      expect(await createPlainRuns()).toBeUndefined();
      vi.stubGlobal("WebAssembly", failing(new RangeError("could not allocate memory")));
      expect(await createPlainRuns()).toBeUndefined();
      vi.stubGlobal("WebAssembly", failing(new TypeError("bug")));
      await expect(createPlainRuns()).rejects.toThrow(TypeError);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it("are tried less and less often where there are none", () => {
    const pace = createPace();
    let tried = 0;
    for (let i = 0; i < 10_000; i++) {
      if (!pace.isTime()) continue;
      tried++;
      pace.ran(0, 10);
    }
    expect(tried).toBeLessThan(60);
    pace.ran(0, 1000);
    expect(pace.isTime()).toBe(true);
  });
});
