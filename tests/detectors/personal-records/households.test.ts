import { describe, expect, it } from "vitest";
import { inventPeople } from "../../support/people.js";
import { identitiesIn, sheetOf } from "./support.js";

const heads = inventPeople(6);
const header = ["氏名", "続柄", "生年月日", "電話"];
const nameIn = (rows: readonly (readonly string[])[]): (string | undefined)[] => identitiesIn(sheetOf([header, ...rows])).map((identity) => identity["person-name"]);

describe("a register that writes the surname once a household", () => {
  it("gives it to those below", () => {
    const rows = heads.flatMap(({ name, birthDate, phone }) => [[name, "世帯主", birthDate, phone], ["美咲", "妻", "", "同上"], ["翔太", "長男", "", ""]]);
    expect(nameIn(rows)).toEqual(heads.flatMap(({ name, surname }) => [name, `${surname}美咲`, `${surname}翔太`]));
  });

  it("knows the surname before a space", () => {
    const rows = heads.flatMap(({ surname, given, birthDate }) => [[`${surname}　${given}`, "本人", birthDate, ""], ["陽子", "配偶者", "", ""]]);
    expect(nameIn(rows)).toEqual(heads.flatMap(({ name, surname }) => [name, `${surname}陽子`]));
  });

  it("knows given names of one character and rare ones", () => {
    const rows = heads.flatMap(({ name, birthDate, phone }, i) => [[name, "世帯主", birthDate, phone], [["美咲", "誠", "陽子", "祢音", "翔太", "直樹"][i], "同居", "", ""]]);
    expect(nameIn(rows)).toEqual(heads.flatMap(({ name, surname }, i) => [name, surname + ["美咲", "誠", "陽子", "祢音", "翔太", "直樹"][i]]));
  });

  it("gives nobody a surname where all names are whole", () => {
    const rows = heads.map(({ name, birthDate, phone }) => [name, "本人", birthDate, phone]);
    expect(nameIn(rows)).toEqual(heads.map(({ name }) => name));
  });

  it("gives none to those above the first whole name, nor to surnames alone", () => {
    const [one, other] = heads;
    const rows = [["美咲", "妻", "", ""], [one.name, "世帯主", one.birthDate, one.phone], ["翔太", "長男", "", ""], ["清水", "同居人", "", ""], ["直樹", "長男", "", ""], [other.name, "世帯主", other.birthDate, other.phone]];
    expect(nameIn(rows)).toEqual(["美咲", one.name, `${one.surname}翔太`, "清水", "直樹", other.name]);
  });
});
