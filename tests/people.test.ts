import { describe, expect, it } from "vitest";
import type { Identity } from "../src/contract.js";
import { createPeople, sumOf } from "../src/people.js";
import { inventPeople } from "./support/people.js";

const count = (...identities: Identity[]): number => {
  const people = createPeople();
  for (const identity of identities) people.add(identity, undefined);
  return people.total();
};
const name = "佐藤花子";
const other = "鈴木健一";

describe("people", () => {
  it.each<[string, number, Identity[]]>([
    ["one record is one person", 1, [{ "person-name": name, "phone-number": "0901" }]],
    ["the same name and phone are one person", 1, [{ "person-name": name, "phone-number": "0901" }, { "person-name": name, "phone-number": "0901", "email-address": "a@b" }]],
    ["the same name with other values is another person", 2, [{ "person-name": name, "phone-number": "0901" }, { "person-name": name, "phone-number": "0902" }]],
    ["two names sharing a phone are a family", 2, [{ "person-name": name, "phone-number": "0901" }, { "person-name": other, "phone-number": "0901" }]],
    ["a lone name is whoever has that name", 1, [{ "person-name": name }, { "person-name": name, "phone-number": "0901" }]],
    ["the same lone name twice is one person", 1, [{ "person-name": name }, { "person-name": name }]],
    ["a surname alone is whoever has it", 1, [{ "person-name": name, "phone-number": "0901" }, { "person-name": "佐藤" }]],
    ["whether it comes before or after", 1, [{ "person-name": "佐藤" }, { "person-name": name }]],
    ["a surname that nobody has is somebody else", 2, [{ "person-name": name, "phone-number": "0901" }, { "person-name": "鈴木" }]],
    ["a surname with values of its own is somebody else", 2, [{ "person-name": name, "phone-number": "0901" }, { "person-name": "佐藤", "phone-number": "0902" }]],
    ["a surname that two have is one of them", 2, [{ "person-name": name }, { "person-name": "佐藤一郎" }, { "person-name": "佐藤" }]],
    ["a mail address is whoever has it", 1, [{ "email-address": "a@b" }, { "person-name": name, "email-address": "a@b" }]],
    ["a mail address before its owner is the same person", 1, [{ "person-name": name, "email-address": "a@b" }, { "email-address": "a@b" }]],
    ["links go through a chain of records", 1, [
      { "person-name": name, "phone-number": "0901" },
      { "person-name": name, "phone-number": "0901", "email-address": "a@b" },
      { "person-name": name, "email-address": "a@b", "postal-address": "x" },
    ]],
    ["an office's telephone makes nobody one person", 2, [{ "email-address": "a@b", "phone-number": "09012345678" }, { "email-address": "c@b", "phone-number": "09012345678" }]],
    ["nor does it tie those who are reached by it to one another", 4, [
      { "person-name": name, "phone-number": "0901" }, { "person-name": other, "phone-number": "0901" },
      { "email-address": "a@b", "phone-number": "0901" }, { "email-address": "c@b", "phone-number": "0901" },
    ]],
    ["namesakes born on one day are two when their phones differ", 2, [
      { "person-name": name, "date-of-birth": "1980-04-01", "phone-number": "0901" }, { "person-name": name, "date-of-birth": "1980-04-01", "phone-number": "0902" },
    ]],
    ["and one when nothing speaks against it", 1, [
      { "person-name": name, "date-of-birth": "1980-04-01", "phone-number": "0901" }, { "person-name": name, "date-of-birth": "1980-04-01", "postal-address": "x" },
    ]],
    ["a flat with its number is somebody's home", 1, [{ "postal-address": "高松市番町1-2-3ハイツ番町203" }]],
    ["an office on a floor is nobody's", 0, [{ "postal-address": "高松市番町1-2-3番町ビル203号室" }, { "postal-address": "高松市番町1-2-3" }]],
    ["an address, a landline or a postal code alone is nobody: shops have them", 0, [{ "postal-address": "x" }, { "phone-number": "0312345678" }, { "postal-code": "1000001" }]],
    ["a mobile number alone is somebody", 1, [{ "phone-number": "09012345678" }]],
    ["a My Number alone is somebody", 1, [{ "my-number": "123456789018" }]],
  ])("%s", (_, expected, identities) => {
    expect(count(...identities)).toBe(expected);
  });

  it("counts ten thousand rows exactly, twice over", () => {
    const rows = inventPeople(10_000).map((one): Identity => ({ "person-name": one.name, "phone-number": one.phone, "postal-address": one.address }));
    expect(count(...rows, ...rows)).toBe(10_000);
  });

  it("counts the people of some records apart from the others", () => {
    const people = createPeople();
    const first = people.add({ "person-name": name, "phone-number": "0901" }, undefined);
    const again = people.add({ "person-name": name, "phone-number": "0901" }, undefined);
    const second = people.add({ "person-name": other }, undefined);
    expect([people.distinct([first, again]), people.distinct([first, second]), people.distinct([-1])]).toEqual([1, 2, 0]);
  });

  it.each<[string, Identity, Parameters<ReturnType<typeof createPeople>["add"]>[1], object]>([
    ["a name with an address is identified", { "person-name": name, "postal-address": "x" }, undefined, { identified: 1, reachable: 0, concealed: 0 }],
    ["a name with a landline is reachable", { "person-name": name, "phone-number": "0312345678" }, undefined, { identified: 0, reachable: 1, concealed: 0 }],
    ["a mail address is reachable", { "email-address": "a@b" }, undefined, { identified: 0, reachable: 1, concealed: 0 }],
    ["a name in a hidden sheet is concealed", { "person-name": name }, "hidden-sheet", { identified: 0, reachable: 0, concealed: 1 }],
    ["a lone name in the file's properties is not", { "person-name": name }, "property", { identified: 0, reachable: 0, concealed: 0 }],
    ["a name with a phone in the file's properties is", { "person-name": name, "phone-number": "1" }, "property", { identified: 0, reachable: 1, concealed: 1 }],
  ])("exposure: %s", (_, identity, concealment, expected) => {
    const people = createPeople();
    people.add(identity, concealment);
    expect(people.exposure()).toEqual(expected);
  });

  it("does not call a person concealed who also stands in plain view", () => {
    const people = createPeople();
    people.add({ "person-name": name, "phone-number": "0901" }, "hidden-sheet");
    people.add({ "person-name": name, "phone-number": "0901" }, undefined);
    expect(people.exposure()).toEqual({ identified: 0, reachable: 1, concealed: 0 });
  });
});

describe("the people by the findings they stand in", () => {
  it("are all of them, once, each with what is known of them", () => {
    const people = createPeople();
    const [a, b, c, again] = [
      people.add({ "person-name": "佐藤健一", "phone-number": "090-2345-6701" }, undefined),
      people.add({ "person-name": "鈴木美咲", "postal-address": "香川県高松市番町1丁目1番1号" }, "hidden-sheet"),
      people.add({ "email-address": "lone@provider.example" }, undefined),
      people.add({ "person-name": "佐藤健一", "phone-number": "09023456701" }, undefined),
    ];
    const groups = people.groups([[a, b], [c], [again, again], []]);
    expect(groups).toEqual([
      { findings: [0], people: 1, exposure: { identified: 1, reachable: 0, concealed: 1 } },
      { findings: [1], people: 1, exposure: { identified: 0, reachable: 1, concealed: 0 } },
      { findings: [0, 2], people: 1, exposure: { identified: 0, reachable: 1, concealed: 0 } },
    ]);
    expect(sumOf(groups)).toEqual({ people: people.total(), exposure: people.exposure() });
  });

  it("are there where no finding names them", () => {
    const people = createPeople();
    people.add({ "email-address": "lone@provider.example" }, undefined);
    expect(people.groups([])).toEqual([{ findings: [], people: 1, exposure: { identified: 0, reachable: 1, concealed: 0 } }]);
    expect(createPeople().groups([[]])).toEqual([]);
  });
});
