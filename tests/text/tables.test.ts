import { describe, expect, it } from "vitest";
import type { Range } from "../../src/contract.js";
import { createTableFinder, tableOfGrid, type TextGrid } from "../../src/text/tables/index.js";
import { codeText } from "../support/generated-text.js";
import { countSteps } from "../support/steps.js";

const gridsIn = (text: string, every = 1): TextGrid[] => {
  const finder = createTableFinder(text);
  const grids = new Set<TextGrid>();
  for (let at = 0; at < text.length; at += every) {
    const grid = finder.at(at);
    if (grid !== undefined) grids.add(grid);
  }
  return [...grids];
};
const rowsOf = (grid: TextGrid): string[] => Array.from({ length: grid.rowCount }, (_, row) => Array.from({ length: grid.columnCount }, (__, column) => grid.text(row, column)).join(" ¦ "));
const lines = (...all: string[]): string => all.join("\n");

const EXPECTED = ["name ¦ town ¦ tel", "Ann ¦ Oslo ¦ 111", "Bo ¦ Rome ¦ ", "Cy ¦ Kyiv ¦ 333"];

describe("tables in texts", () => {
  it.each<[string, string, readonly string[]]>([
    ["bars", lines("|name|town|tel|", "|Ann|Oslo|111|", "|Bo|Rome||", "|Cy|Kyiv|333|"), EXPECTED],
    ["Markdown with alignment", lines("name | town | tel", ":--- | :-: | ---:", "Ann | Oslo | 111", "Bo | Rome | ", "Cy | Kyiv | 333"), EXPECTED],
    ["full-width bars", lines("name｜town｜tel", "Ann｜Oslo｜111", "Bo｜Rome｜", "Cy｜Kyiv｜333"), EXPECTED],
    ["a grid", lines("+----+----+----+", "|name|town|tel |", "+----+----+----+", "|Ann |Oslo|111 |", "|Bo  |Rome|    |", "|Cy  |Kyiv|333 |", "+----+----+----+"), EXPECTED],
    ["a box", lines("┌──┬──┬──┐", "│name│town│tel│", "├──┼──┼──┤", "│Ann│Oslo│111│", "│Bo│Rome││", "│Cy│Kyiv│333│", "└──┴──┴──┘"), EXPECTED],
    ["tabs", lines("name\ttown\ttel", "Ann\tOslo\t111", "Bo\tRome\t", "Cy\tKyiv\t333"), EXPECTED],
    ["commas", lines("name,town,tel", "Ann,Oslo,111", "Bo,Rome,", "Cy,Kyiv,333"), EXPECTED],
    ["columns", lines("name  town  tel", "Ann   Oslo  111", "Bo    Rome", "Cy    Kyiv  333"), EXPECTED],
    ["columns of full-width characters", lines("氏名      町        電話", "佐藤花子  高松市    111", "林健一    東京      ", "森愛      東みよし  333"), ["氏名 ¦ 町 ¦ 電話", "佐藤花子 ¦ 高松市 ¦ 111", "林健一 ¦ 東京 ¦ ", "森愛 ¦ 東みよし ¦ 333"]],
    ["columns padded by counting characters", lines("氏名　　　町　　　", "佐藤花子　高松市　", "林健一　　東京　　", "森愛　　　丸亀市　"), ["氏名 ¦ 町", "佐藤花子 ¦ 高松市", "林健一 ¦ 東京", "森愛 ¦ 丸亀市"]],
    ["names set apart in a column", lines("氏名        町", "佐藤　花子  高松市", "鈴木　健一  東京都", "高橋　愛    丸亀市"), ["氏名 ¦ 町", "佐藤　花子 ¦ 高松市", "鈴木　健一 ¦ 東京都", "高橋　愛 ¦ 丸亀市"]],
    ["gaps, not aligned", lines("name   town   tel", "Ann   Oslo   111", "Bo   Rome   222", "Cyrus   Kyiv   333"), ["name ¦ town ¦ tel", "Ann ¦ Oslo ¦ 111", "Bo ¦ Rome ¦ 222", "Cyrus ¦ Kyiv ¦ 333"]],
    ["a gap with an empty cell in it", lines("name   town   tel", "Ann   Oslo   111", "Benedikt      222", "Cyrus   Kyiv   333"), ["name ¦ town ¦ tel", "Ann ¦ Oslo ¦ 111", "Benedikt ¦  ¦ 222", "Cyrus ¦ Kyiv ¦ 333"]],
    ["Japanese lines with single spaces", lines("佐藤花子 高松市 111", "林健一 222", "森愛 丸亀市 333", "原亮 三木町 444", "辻学 坂出市 555"), ["佐藤花子 ¦ 高松市 ¦ 111", "林健一 ¦  ¦ 222", "森愛 ¦ 丸亀市 ¦ 333", "原亮 ¦ 三木町 ¦ 444", "辻学 ¦ 坂出市 ¦ 555"]],
    ["a cell on two lines", lines("+---+---+", "|a  |b  |", "+---+---+", "|one|two|", "|   |more|", "+---+---+", "|c  |d  |", "+---+---+", "|e  |f  |", "+---+---+"), ["a ¦ b", "one ¦ two more", "c ¦ d", "e ¦ f"]],
    ["a quoted mail", lines("> |a|b|", "> |---|---|", "> |c|d|"), ["a ¦ b", "c ¦ d"]],
    ["labelled blocks", lines("氏名：佐藤花子", "電話：111", "", "氏名：林健一", "電話：", "", "氏名：森愛", "電話：333"), ["氏名 ¦ 電話", "佐藤花子 ¦ 111", "林健一 ¦ ", "森愛 ¦ 333"]],
    ["labels whose letters are set apart", lines("氏　　名　　佐藤花子", "電話番号　　111", "氏　　名　　林健一", "電話番号　　222"), ["氏　　名 ¦ 電話番号", "佐藤花子 ¦ 111", "林健一 ¦ 222"]],
    ["labels in brackets below headings that count", lines("■申込者1", "【氏名】佐藤花子", "【電話】111", "■申込者2", "【氏名】林健一", "【電話】222"), ["氏名 ¦ 電話", "佐藤花子 ¦ 111", "林健一 ¦ 222"]],
    ["labels above their values", lines("氏名：", "　佐藤花子", "電話：", "　111", "", "氏名：", "　林健一", "電話：", "　222"), ["氏名 ¦ 電話", "佐藤花子 ¦ 111", "林健一 ¦ 222"]],
    ["pairs on each line", lines("name=Ann tel=111", "name=Bo tel=222 town=Rome"), ["name ¦ tel ¦ town", "Ann ¦ 111 ¦ ", "Bo ¦ 222 ¦ Rome"]],
    ["objects", `const all = [{ name: "Ann", tel: "111" }, { tel: '222', name: 'Bo', at: { town: "Rome" } }];`, ["name ¦ tel ¦ town", "Ann ¦ 111 ¦ ", "Bo ¦ 222 ¦ Rome"]],
    ["tuples of SQL", "INSERT INTO t (`name`, `tel`) VALUES ('Ann', '111'), ('O''Hara', NULL);", ["name ¦ tel", "Ann ¦ 111", "O''Hara ¦ NULL"]],
    ["hashes with arrows", lines("['name' => 'Ann', 'tel' => '111'],", "['name' => 'Bo', 'tel' => '222'],"), ["name ¦ tel", "Ann ¦ 111", "Bo ¦ 222"]],
    ["calls", lines('add({ name: "Ann", tel: "111" });', 'add({ name: "Bo", tel: "222" });'), ["name ¦ tel", "Ann ¦ 111", "Bo ¦ 222"]],
  ])("of %s", (_, table, expected) => {
    const text = `Dear all,\n\nthis is the list.\n\n${table}\n\nBest regards\n`;
    const finder = createTableFinder(text);
    // Asked for where something was found: in the first value, never in the header.
    const value = /佐藤花子|佐藤　花子|Ann|one|>\s\|c/u.exec(text)?.index ?? 0;
    const grid = finder.at(value + (text[value] === ">" ? 3 : 0));
    expect(grid && rowsOf(grid)).toEqual(expected);
    expect(grid && text.slice(grid.start, grid.end).trim().length).toBeLessThanOrEqual(table.length);
  });

  it("knows where each cell stands", () => {
    const text = "list\n\n| a  | b   |\n|----|-----|\n| cc | ddd |\n| e  | f   |\n";
    const finder = createTableFinder(text);
    const grid = finder.at(text.indexOf("cc"));
    const places: Range[] = [];
    const table = grid && tableOfGrid(grid, (range) => (places.push(range), { at: [] }));
    expect(grid?.cellAt(text.indexOf("ddd") + 1)).toEqual({ row: 1, column: 1 });
    expect(grid?.cellAt(text.indexOf("---"))).toBeUndefined();
    table?.place({ firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 1 });
    table?.place({ firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 1 });
    expect(places.slice(1).map(({ start, end }) => text.slice(start, end))).toEqual(["ddd", "cc | ddd |\n| e  | f"]);
  });

  it("shows no line in two tables", () => {
    const text = lines("a|b|c", "d|e|f", "g|h|i", "", "", "x\ty", "z\tw", "u\tv");
    const grids = gridsIn(text);
    expect(grids.map(rowsOf)).toEqual([["a ¦ b ¦ c", "d ¦ e ¦ f", "g ¦ h ¦ i"], ["x ¦ y", "z ¦ w", "u ¦ v"]]);
    expect(grids[0].end).toBeLessThanOrEqual(grids[1].start);
  });

  it.each([
    ["prose", "The quick brown fox jumps over the lazy dog.\nIt does so every day, and nobody minds.\nThe dog, being lazy, least of all.\n"],
    ["Japanese prose", "本日はお忙しい中お集まりいただき、ありがとうございます。\nさて、先日ご案内しました説明会を下記のとおり開催します。\nご参加をお待ちしております。\n"],
    ["one form", "氏名：佐藤花子\n住所：高松市番町1-1\n電話：090-0000-0000\n"],
    ["a signature", "佐藤花子\nTEL: 087-000-0000\nFAX: 087-000-0001\nMail: hanako@corp.test\n"],
    ["two lines that happen to hold a bar", "a | b\nc | d\n"],
    ["code", "const a = b || c;\nif (a | d) {\n  return [a, b];\n}\n"],
    ["a line of many cells alone", "a\tb\tc\td\n\nsome text\n"],
    ["an empty text", ""],
  ])("are not in %s", (_, text) => {
    expect(gridsIn(text).map(rowsOf)).toEqual([]);
  });

  it.each<[string, (size: number) => string]>([
    ["bars", (size) => "|a|b|\n".repeat(size)],
    ["bars that agree in nothing", (size) => Array.from({ length: size }, (_, i) => "a|".repeat((i % 7) + 1)).join("\n")],
    ["tabs of all widths", (size) => Array.from({ length: size }, (_, i) => "a\t".repeat((i % 5) + 2)).join("\n")],
    ["one line of bars", (size) => "a|".repeat(size * 4)],
    ["labels that never come again", (size) => Array.from({ length: size }, (_, i) => `label${i}: value`).join("\n")],
    ["one label", (size) => "a: b\n".repeat(size)],
    ["pairs", (size) => "a=b c=d\n".repeat(size)],
    ["gaps", (size) => "a  b   c\nde f  g\n".repeat(size)],
    ["opening brackets", (size) => "[{(".repeat(size * 2)],
    ["brackets that close", (size) => "[1,2],".repeat(size)],
    ["quotes that never close", (size) => "{a:'b ".repeat(size)],
    ["blank lines", (size) => "a\tb\n\n\n".repeat(size)],
    ["a long line", (size) => "a: b ".repeat(size * 2)],
    ["lone labels", (size) => "a:\nb\n".repeat(size)],
    ["rules", (size) => "a|b\n----\n".repeat(size)],
    ["code", (size) => codeText(size * 20)],
  ])("cost steps in line with the text's length: %s", (_, make) => {
    const steps = (size: number): number => {
      const text = make(size);
      return countSteps(() => {
        gridsIn(text, 3);
      }) / text.length;
    };
    steps(200);
    expect(steps(4_000)).toBeLessThan(steps(1_000) * 1.5 + 20);
  });
});
