import { describe, expect, it } from "vitest";
import { readHeader } from "../../../detectors/shared/header-field.js";
import { scan } from "../../../src/index.js";
import { inventPeople } from "../../support/people.js";

describe("Japanese header words in Latin letters", () => {
  it.each([
    ["shimei", "name"], ["SIMEI", "name"], ["kaiin_simei", "name"], ["kaiin_mei", "name"], ["sei", "surname"], ["mei_kana", "given-name-reading"], ["jusho", "address"], ["jyuusyo", "address"], ["zyusyo1", "address"], ["denwa_bango", "phone"],
    ["keitai-denwa", "phone"], ["seinengappi", "birth-date"], ["tanjyobi", "birth-date"], ["yuubin_bangou", "postal-code"], ["todoufuken", "address-part"], ["seibetu", "trait"], ["shain_no", "fact"], ["shouhin_mei", "other"],
  ])("%s heads %s", (header, role) => {
    expect(readHeader(header)?.role).toBe(role);
  });

  it.each(["kimei", "meisai", "seisan", "gakusei_suu", "jushu", "denwaku"])("%s is none of them", (header) => {
    expect(readHeader(header)).toBeUndefined();
  });

  const people = inventPeople(3);
  const parts = people.map(({ name }) => [name.slice(0, 2), name.slice(2)]);

  it.each([
    ["a dump", "a.sql", `INSERT INTO members (id, sei, mei, jusho, denwa) VALUES\n${people.map(({ address, phone }, i) => `(${i},'${parts[i][0]}','${parts[i][1]}','${address}','${phone}')`).join(",\n")};\n`],
    ["records of a program", "a.json", JSON.stringify(people.map(({ address }, i) => ({ sei: parts[i][0], mei: parts[i][1], jyusyo: address })))],
    ["a CSV", "a.csv", `kaiin_mei,tanjobi\n${people.map(({ name }, i) => `${name},198${i}-04-0${i + 1}`).join("\n")}\n`],
  ])("are read in %s", async (_, name, text) => {
    const { reports: [{ result }] } = await scan({ name, bytes: Buffer.from(text) });
    expect(result.people).toBe(3);
  });

  it("of other things are nobody's", async () => {
    const { verdict } = await scan({ name: "a.csv", bytes: Buffer.from("sei,nenrei,kaisuu\n男,34,3\n女,28,1\n男,51,2\n女,40,2\n") });
    expect(verdict).toBe("pass");
  });
});
