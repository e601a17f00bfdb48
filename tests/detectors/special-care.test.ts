import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { specialCare } from "../../detectors/special-care.js";
import { createLinter } from "../../src/index.js";
import { codeText } from "../support/generated-text.js";
import { detectText, markFound } from "../support/detect-text.js";
import { inventPeople, inventPerson } from "../support/people.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(specialCare);

const linter = createLinter();
const name = inventPerson(7).name;
const found = (text: string): string[] => [...linter.findEntities(text)].filter(({ entity }) => entity === "special-care").map(({ start, end }) => text.slice(start, end));

describe("special-care: where a statement begins and ends", () => {
  it.each([
    ["a field's value", "病名：«2型糖尿病»　主治医"],
    ["one in brackets", "【既往歴】«高血圧»"],
    ["one in the next cell", "アレルギー\t«卵»\t有効"],
    ["an English field", "Allergies: «penicillin, peanuts»; room 3"],
    ["an illness", "彼は«糖尿病»と診断された。"],
    ["one that begins with kana", "彼は«うつ病»で休職中だ。"],
    ["kanji before kana", "彼は«胃がん»で入院した。"],
    ["letters", "彼は«HIV»陽性である。"],
    ["a grade", "«要介護3»、独居"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(specialCare, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
});

describe("special-care: beside a person only", () => {
  it.each([
    ["a name in the sentence", `${name}さんは糖尿病と診断された。`, ["糖尿病"]],
    ["a name in the record of a field", `氏名：${name}\n住所：高松市\n病名：糖尿病`, ["糖尿病"]],
    ["a number that names a patient", "患者番号：1029384　診断名：胃がん", ["胃がん"]],
    ["a row", `${name}\t糖尿病\t要介護2`, ["糖尿病", "要介護2"]],
  ])("is found beside %s", (_case, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
  it.each([
    ["a leaflet", `糖尿病で通院していると、低血糖に注意が必要です。\n講師：${name}（管理栄養士）`],
    ["a law", "障害者手帳 2級の交付を受けた者は、前項の規定にかかわらず、手数料を免除する。"],
    ["a statistic", "要介護3 1,204人\n要介護4 980人"],
    ["a doctor's words on others", `${name}医師によると、糖尿病で入院する人が増えている。`],
    ["a blank form", "氏名　　　　　　　病名　　　　　　既往歴　　　　　"],
    ["a form that asks", "病名：診断書のとおり記入してください\nアレルギー：（有・無）"],
    ["an outage", `障害：データベース接続エラー　担当：${name}`],
    ["another record", `病名：糖尿病${"。".repeat(2)}\n${"本日の予定。".repeat(40)}\n氏名：${name}`],
  ])("is not found in %s", (_case, text) => {
    expect(found(text)).toEqual([]);
  });
  it("is one person's reason to hold, whatever the profile, and shows not even a character of it", async () => {
    for (const profile of ["publish", "mail", "repo"] as const) {
      const { reports } = await createLinter({ profile }).scan({ name: "a.txt", bytes: Buffer.from(`${name}さんは糖尿病と診断された。`) });
      expect(reports[0].verdict.level, profile).toBe("hold");
      expect(JSON.stringify(reports)).not.toMatch(/糖|尿/u);
    }
  });
});

describe("special-care: sentences, by all detectors together", () => {
  const lines = (file: string): string[] => readFileSync(`fixtures/special-care/${file}`, "utf8").split("\n").filter((line) => line !== "");
  it.each(lines("flag.sentences.txt"))("is said in: %s", (line) => {
    expect(found(line)).not.toEqual([]);
  });
  it.each(lines("pass.sentences.txt"))("is not said in: %s", (line) => {
    expect(found(line)).toEqual([]);
  });
});

describe("special-care: columns of a table", () => {
  const people = inventPeople(6);
  const scan = async (header: string, values: readonly string[]): Promise<readonly [level: string, count: number | undefined]> => {
    const rows = [["氏名", "学年", header], ...people.map((person, i) => [person.name, "3年", values[i % values.length]])];
    const { reports } = await createLinter({ profile: "mail" }).scan({ name: "a.csv", bytes: Buffer.from(rows.map((row) => row.join(",")).join("\n")) });
    const count = reports[0].result.findings.find(({ detector }) => detector === "personal-records")?.entities["special-care"];
    return [reports[0].verdict.level, count];
  };
  it.each<[string, string[], number]>([
    ["アレルギー", ["卵", "なし", "そば・えび", "特になし", "無", "-"], 2],
    ["アレルギーの有無", ["有", "無"], 3],
    ["障害の有無", ["なし", "なし", "聴覚障害", "なし", "なし", "なし"], 1],
    ["要介護度", ["要介護3", "", "要支援1"], 4],
    ["宗教", ["浄土真宗", "なし"], 3],
    ["障害", ["視覚障害", "肢体不自由"], 6],
  ])("under %s are counted where they are filled in, and hold", async (header, values, expected) => {
    expect(await scan(header, values)).toEqual(["hold", expected]);
  });
  it.each<[string, string[]]>([
    ["アレルギー", ["なし", "特になし", "無", "-", "ありません", ""]],
    ["障害", ["サーバ停止", "回線断", "ディスク故障"]],
    ["検査結果", ["合格", "不合格", "合格"]],
    ["信条", ["顧客第一", "挑戦", "誠実"]],
  ])("under %s are none where nothing is said of anybody", async (header, values) => {
    const [level, count] = await scan(header, values);
    expect(count).toBeUndefined();
    expect(level).not.toBe("hold");
  });
});

it("finds no field or statement in a million characters of code", () => {
  expect(detectText(specialCare, codeText(1_000_000))).toEqual([]);
});
