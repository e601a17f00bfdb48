import { describe, expect, it } from "vitest";
import { bankAccount } from "../../../detectors/bank-account.js";
import { personName } from "../../../detectors/person-name.js";
import { zenginHolderAt, zenginRecords } from "../../../detectors/shared/zengin.js";
import { detectText } from "../../support/detect-text.js";

const padded = (text: string, width: number): string => text.padEnd(width, " ");
/** The format's data record: 1 + bank 4 + 15 + branch 3 + 15 + 4 + type 1 + account 7 + holder 30 + amount 10 + new 1 + rest. */
const record = (holder: string, account: string, amount = 1000): string => padded(`20173${padded("", 15)}011${padded("", 15)}${padded("", 4)}1${account}${padded(holder, 30)}${String(amount).padStart(10, "0")}1`, 120);
const file = (...records: string[]): string => [padded("1210012345678901ｶ)ｻﾇｷﾃﾞﾝｷ", 120), ...records, padded(`8${String(records.length).padStart(6, "0")}000000001000`, 120), padded("9", 120)].join("\r\n");

describe("a file of transfers for a bank", () => {
  const text = file(record("ｻﾄｳ ﾊﾅｺ", "1357902"), record("ﾋﾟｶﾁﾕｳ ﾋﾟｺ", "2468013"), record("ｶ)ｻﾇｷ ｾﾂﾋﾞ", "3579124"));
  it("has an account for each person", () => {
    expect(detectText(bankAccount, text).map(({ value }) => value)).toEqual(["1357902", "2468013"]);
  });
  it("has the holders' names, whoever is called so", () => {
    expect(detectText(personName, text).map(({ code, value }) => [code, value])).toEqual([["name", "サトウハナコ"], ["name", "ピカチユウピコ"]]);
  });
  it.each([
    ["without the header record", record("ｻﾄｳ ﾊﾅｺ", "1357902")],
    ["of other numbers", "1210012345678901 x\n20173 011 11357902\n"],
    ["that begins with a number", "1210012345678901\n2 は偶数である。20173 から 13579 までの データ サンプル  "],
  ])("is no text %s", (_what, other) => {
    expect([...zenginRecords(other)]).toEqual([]);
  });
  it("is read in one pass, whatever its lines hold", () => {
    // Each line is looked at once, and no further than its holder: twice the lines are twice the records.
    const hostile = (lines: number): string => file(...Array.from({ length: lines }, () => `2${"0".repeat(400)}ｱ ${"ｱ".repeat(400)}`));
    expect([...zenginRecords(hostile(2000))]).toEqual([]);
    expect(zenginHolderAt(hostile(10), 500)).toBeUndefined();
  });
});
