/** Every format writes the same four cells in its own way. */
import { describe, expect, it } from "vitest";
import { printedA1, printedDotted, printedR1C1, printedTokens } from "../../../src/extractors/cells/print-area.js";
import { u16, u32 } from "../../support/biff.js";

const B2_C9 = { firstRow: 1, lastRow: 8, firstColumn: 1, lastColumn: 2 };
const COLUMNS = { firstRow: 0, lastRow: Infinity, firstColumn: 1, lastColumn: 2 };
const area8 = (columnFlags = 0): Buffer => Buffer.concat([Buffer.of(0x3b), u16(0), u16(1), u16(8), u16(1 | columnFlags), u16(2)]);

describe("what is printed", () => {
  it.each<[string, unknown, unknown]>([
    ["A1", printedA1("表!$B$2:$C$9"), [B2_C9]],
    ["A1 in quotes", printedA1("'a,b''!'!$B$2:$C$9,'a,b''!'!$B:$C"), [B2_C9, COLUMNS]],
    ["R1C1", printedR1C1("=表!R2C2:R9C3"), [B2_C9]],
    ["R1C1 in quotes, columns", printedR1C1("='a,b'!R2C2:R9C3,'a,b'!C2:C3"), [B2_C9, COLUMNS]],
    ["R1C1 of one cell", printedR1C1("=表!R2C2"), [{ ...B2_C9, lastRow: 1, lastColumn: 1 }]],
    ["OpenDocument", printedDotted("表.B2:表.C9"), [B2_C9]],
    ["OpenDocument in quotes", printedDotted("$'a. b'.$B$2:.$C$9 表.B2:表.C9"), [B2_C9, B2_C9]],
    ["tokens of BIFF8", printedTokens(area8(), 0, 11, "biff8"), [B2_C9]],
    ["two of them in a union", printedTokens(Buffer.concat([Buffer.of(0x29), u16(23), area8(), area8(), Buffer.of(0x10)]), 0, 26, "biff8"), [B2_C9, B2_C9]],
    ["tokens of BIFF5", printedTokens(Buffer.concat([Buffer.of(0x3b), Buffer.alloc(14), u16(1), u16(8), Buffer.of(1, 2)]), 0, 21, "biff5"), [B2_C9]],
    ["tokens of BIFF12", printedTokens(Buffer.concat([Buffer.of(0x3b), u16(0), u32(1), u32(8), u16(1), u16(2)]), 0, 15, "biff12"), [B2_C9]],
    ["one cell's token", printedTokens(Buffer.concat([Buffer.of(0x5a), u16(0), u16(1), u16(1)]), 0, 7, "biff8"), [{ ...B2_C9, lastRow: 1, lastColumn: 1 }]],
  ])("is read from %s", (_, ranges, expected) => {
    expect(ranges).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ["a formula", printedA1("OFFSET(表!$A$1,0,0,5,5)")], ["a formula in R1C1", printedR1C1("=OFFSET(表!R1C1,0,0)")], ["words", printedDotted("表.あ1")], ["nothing", printedDotted("")],
    ["a function's token", printedTokens(Buffer.of(0x41, 0, 0), 0, 3, "biff8")], ["a relative reference", printedTokens(area8(0x4000), 0, 11, "biff8")],
    ["tokens that break off", printedTokens(area8().subarray(0, 8), 0, 11, "biff8")], ["a token nobody knows", printedTokens(Buffer.of(0xff), 0, 1, "biff12")],
  ])("is everything where %s stands for it", (_, ranges) => {
    expect(ranges).toEqual([]);
  });

  it.each(["'", "''", "$", "A", "1", " ", ",", "!", "'a"])("is not sought for longer than it is long: %j", (piece) => {
    for (const read of [printedA1, printedR1C1, printedDotted]) expect(read(piece.repeat(50_000)).length).toBeLessThanOrEqual(1000);
  });
});
