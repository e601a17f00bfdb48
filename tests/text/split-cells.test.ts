import { describe, expect, it } from "vitest";
import { createLinter } from "../../src/index.js";
import type { TableSegment } from "../../src/contract.js";
import { withWholeValues } from "../../src/text/split-cells.js";
import { cellRef, tableOf } from "../../src/text/table.js";
import { tableText } from "../../src/text/table-text.js";

const at = [{ kind: "file", path: "a.csv" }] as const;
const table = (rows: string[][]): TableSegment => tableOf(rows, { at, place: (range) => ({ at: [...at, { kind: "cell", ref: cellRef(range) }] }) });
const textOf = (rows: string[][]): string => [...tableText(withWholeValues(table(rows)), undefined)].map(({ text }) => text).join("|");
const boxes = (label: string, value: string): string[] => [label, "", ...Array.from(value)];

describe("values over several cells", () => {
  it.each<[string, string[], string]>([
    ["a letter a box", boxes("氏名", "能見美咲"), "氏名\t能見美咲\n"],
    ["an empty box between two names", ["氏名", "能", "見", "", "美", "咲"], "氏名\t能見 美咲\n"],
    ["boxes of two columns each", ["フリガナ", "ノ", "", "ウ", "", "ミ", "", "ミ", "", "サ", "", "キ"], "フリガナ\tノウミミサキ\n"],
    ["label and value in the same boxes", ["氏", "名", "", "", "", "能", "見", "美", "咲"], "氏名\t能見美咲\n"],
    ["digits and hyphens", boxes("電話番号", "０９０−１２３４−５６７８"), "電話番号\t０９０−１２３４−５６７８\n"],
    ["digits alone", boxes("個人番号", "123456789018"), "個人番号\t123456789018\n"],
    ["the parts of a number", ["電話", "054", "-", "221", "-", "1234"], "電話\t054-221-1234\n"],
    ["the parts of a number without what is printed between them", ["携帯", "090", "1234", "5678"], "携帯\t090-1234-5678\n"],
    ["a date", ["生年月日", "昭和", "55", "年", "4", "月", "1", "日"], "生年月日\t昭和55年4月1日\n"],
    ["a date, a digit a box", ["生年月日", "", "", "1", "9", "8", "0", "年", "0", "4", "月", "0", "1", "日"], "生年月日\t1980年04月01日\n"],
    ["a date with points", ["生年月日", "S", "55", ".", "4", ".", "1"], "生年月日\tS55.4.1\n"],
    ["an address", ["本籍", "静岡県", "静岡市", "葵区追手町", "9", "番", "6", "号", "筆頭者氏名", "能見"], "本籍\t静岡県静岡市葵区追手町9番6号\t筆頭者氏名\t能見\n"],
  ])("are seen whole: %s", (_, row, expected) => {
    expect(textOf([["入会申込書"], row])).toBe(expected === "" ? expected : `入会申込書\n${expected}`);
  });

  it.each<[string, string[]]>([
    ["the days of a week", ["月", "火", "水", "木", "金", "土"]],
    ["shifts of somebody", ["能見", "日", "夜", "明", "休", "休", "日"]],
    ["marks of a pupil", ["能見", "5", "4", "3", "5", "4"]],
    ["quantities behind a label that only begins like a telephone's", ["電話料金", "1200", "1350", "1180"]],
    ["numbers of lines", ["電話", "3", "4"]],
    ["a year and a month", ["2026", "年", "4", "月", "分"]],
  ])("are not made of %s", (_, row) => {
    const given = table([row, row]);
    expect(withWholeValues(given)).toBe(given);
  });

  it("stand in all their cells", () => {
    const view = withWholeValues(table([["電話", "054", "-", "221", "-", "1234"]]));
    const [window] = tableText(view, undefined);
    const start = window.text.indexOf("054");
    expect(window.place({ start, end: window.text.length - 1 }).at).toEqual([...at, { kind: "cell", ref: "B1:F1" }]);
  });

  it("leave rows without them as they are", () => {
    expect(textOf([["生年月日", "昭和", "55", "年", "4", "月", "1", "日"], ["備考", "特になし"]])).toBe("生年月日\t昭和55年4月1日\n備考\t特になし\n");
  });

  it("a form on squared paper is somebody's record", async () => {
    const rows = [["入会申込書"], boxes("氏名", "能見美咲"), boxes("電話番号", "０９０−１２３４−５６７８"), boxes("生年月日", "昭和５５年４月１日"), boxes("住所", "静岡県静岡市葵区追手町９−６")];
    const { reports: [{ result: { findings } }] } = await createLinter().scan({ name: "form.csv", bytes: Buffer.from(rows.map((row) => row.join(",")).join("\n")) });
    expect(findings.map(({ entities }) => entities)).toEqual([{ "person-name": 1, "phone-number": 1, "date-of-birth": 1, "postal-address": 1 }]);
  });
});
