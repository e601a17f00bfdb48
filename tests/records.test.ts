import { describe, expect, it } from "vitest";
import type { Entity } from "../src/contract.js";
import type { DetectedMatch } from "../src/detect.js";
import { recordsOf } from "../src/records.js";
import { canonicalValue } from "../src/text/identity-hashes.js";

/** Marks values in a text as [kind:value]; gives the records they make, each as its kinds. */
function kinds(marked: string, layout: "prose" | "lines" = "prose"): string[] {
  const matches: DetectedMatch[] = [];
  let text = "";
  for (const piece of marked.split(/(\[[a-z-]+:[^\]]*\])/u)) {
    const [, entity, value] = /^\[([a-z-]+):(.*)\]$/u.exec(piece) ?? [];
    if (entity !== undefined) {
      const start = text.length;
      const match = { code: "x", at: { start, end: start + value.length }, entity: entity as Entity, confidence: 1 };
      matches.push({ owner: 0, match, start, end: start + value.length, value });
      text += value;
    } else text += piece;
  }
  return [...recordsOf(matches, { text, layout })].map((record) => record.matches.map(({ match }) => match.entity).join(" "));
}

describe("recordsOf", () => {
  it.each<[string, string, string[]]>([
    ["fields close together are one record", "[person-name:佐藤花子] 様 [postal-address:高松市番町1-1] [phone-number:0901]", ["person-name postal-address phone-number"]],
    ["a second name begins a second record", "[person-name:佐藤花子] [phone-number:1]\n[person-name:鈴木健一] [phone-number:2]", ["person-name phone-number", "person-name phone-number"]],
    ["the same name again does not", "[person-name:佐藤花子] は [person-name:佐藤花子] です", ["person-name person-name"]],
    ["a reading beside its name does not", "[person-name:佐藤花子]（[person-name:サトウハナコ]）", ["person-name person-name"]],
    ["nor does one that stands above it", "フリガナ [person-name:サトウハナコ]\n氏名 [person-name:佐藤花子] 様", ["person-name person-name"]],
    ["nor does a romanised form of a name in kana", "[person-name:ジョン・スミス] ([person-name:John SMITH]) [phone-number:1]", ["person-name person-name phone-number"]],
    ["nor the surname alone before the whole name", "[person-name:佐藤]です。[postal-address:高松市番町1-1] 氏名：[person-name:佐藤花子] [phone-number:1]", ["person-name postal-address person-name phone-number"]],
    ["another surname does", "[person-name:佐藤]です。[phone-number:1] 氏名：[person-name:佐野花子] [phone-number:2]", ["person-name phone-number", "person-name phone-number"]],
    ["and so does another given name", "[person-name:佐藤花子] [phone-number:1] [person-name:佐藤健一]", ["person-name phone-number", "person-name"]],
    ["a name in kana that is listed beside another is somebody else's", "[person-name:佐藤花子]、[person-name:タナカイチロウ]", ["person-name", "person-name"]],
    ["and so is one in a sentence", "[person-name:佐藤花子]さんと[person-name:タナカイチロウ]さん", ["person-name", "person-name"]],
    ["home and mobile are one person's", "[person-name:佐藤花子] [phone-number:1] [phone-number:2]", ["person-name phone-number phone-number"]],
    ["a list of bare mail addresses is a list of people", "[email-address:a@x], [email-address:b@x], [email-address:c@x]", ["email-address", "email-address", "email-address"]],
    ["a named person's third mail address is somebody else's", "[person-name:佐藤花子] [email-address:a@x] [email-address:b@x] [email-address:c@x]", ["person-name email-address email-address", "email-address"]],
    ["bare telephone numbers are each somebody's", "[phone-number:1] [phone-number:2]", ["phone-number", "phone-number"]],
    ["what is left of one who was not recognised is not the next line's", "香西 [date-of-birth:1]\n[person-name:佐藤花子] [date-of-birth:2]\n[person-name:鈴木健一] [date-of-birth:3]", ["date-of-birth", "person-name date-of-birth", "person-name date-of-birth"]],
    ["a number above a name is that person's", "[phone-number:1]\n[person-name:佐藤花子]\n[date-of-birth:2]", ["phone-number person-name date-of-birth"]],
    ["what is far away is another record", `[person-name:佐藤花子]${" ".repeat(200)}[phone-number:1]`, ["person-name", "phone-number"]],
  ])("%s", (_, marked, expected) => {
    expect(kinds(marked)).toEqual(expected);
  });

  it("takes each line of a list as a record", () => {
    expect(kinds("[email-address:a@x] 1\n[phone-number:2] x\n", "lines")).toEqual(["email-address", "phone-number"]);
    expect(kinds("[email-address:a@x] 1\n[phone-number:2] x\n")).toEqual(["email-address phone-number"]);
  });
});

describe("canonicalValue", () => {
  it.each<[Entity, string, string]>([
    ["phone-number", "+81 90-1234-5678", "09012345678"],
    ["phone-number", "090(1234)5678", "09012345678"],
    ["phone-number", "+1 212 555 0123", "+12125550123"],
    ["email-address", "Taro@Example.ORG", "taro@example.org"],
    ["person-name", "佐藤　花 子", "佐藤花子"],
  ])("of %s %j is %j", (entity, value, expected) => {
    expect(canonicalValue(entity, value)).toBe(expected);
  });
});
