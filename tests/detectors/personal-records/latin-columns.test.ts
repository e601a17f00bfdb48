/** Columns headed "Name" that hold people of the world, and other things. */
import { describe, expect, it } from "vitest";
import { scan } from "../../../src/index.js";

const found = async (csv: string): Promise<{ verdict: string; people: number }> => {
  const { verdict, reports } = await scan({ name: "a.csv", bytes: Buffer.from(csv) }, { profile: "publish" });
  return { verdict, people: reports[0]?.result.people ?? -1 };
};

describe("a column headed Name", () => {
  it.each([
    ["half known", "Name,Dept,Ext\nThandiwe Mokoena,Finance,211\nKwame Boateng,HR,212\nSiobhan O'Rourke,IT,213\nMarta Kowalczyk,IT,214\n", 4],
    ["of several countries", "Name,Dept\nLieselotte Brandhuber,Finance\nZsófia Kovács,HR\nNikolaos Papadopoulos,IT\nNgozi Okafor,IT\n", 4],
  ])("is of people: %s", async (_, csv, people) => {
    const result = await found(csv);
    expect(result.verdict).not.toBe("pass");
    expect(result.people).toBe(people);
  });

  it.each([
    ["furniture", "Name,Price,Stock\nGreen Chair,120,3\nOak Table,300,1\nLamp Marta,45,8\nKing Bed,800,2\n"],
    ["roses", "Name,Colour,Height\nGertrude Jekyll,pink,150\nWilliam Shakespeare,crimson,110\nEmily Bronte,apricot,120\nGraham Thomas,yellow,150\n"],
    ["wines", "Name,Region,Vintage,Price\nMarchesi Antinori,Toscana,2019,48\nLouis Jadot,Bourgogne,2020,39\nRobert Mondavi,Napa,2018,62\nJoseph Drouhin,Chablis,2021,35\n"],
    ["ships", "Name,Flag,IMO\nEmma Maersk,Denmark,9321483\nMarie Curie,Malta,9708784\nJacques Saade,France,9839179\nEdith Maersk,Denmark,9321548\n"],
    ["horses", "Name,Sire,Dam,Trainer,Jockey\nSilver Patrick,Northern Ralph,Miss Emily,A. Balding,O. Murphy\nGolden Marta,Frankel,Lady Jane,W. Haggas,T. Marquand\nKing Oliver,Dubawi,Queen Anna,C. Appleby,W. Buick\n"],
    ["towns", "Name,Country,Population\nSan Marino,Italy,33000\nPort Louis,Mauritius,147000\nKingston Town,Jamaica,584000\nSt George,Bermuda,1800\n"],
    ["programs", "Name,Version,Licence\nApache Maven,3.9,Apache-2.0\nVisual Studio,17,none\nRuby Gems,3.5,MIT\nAngular Material,17,MIT\n"],
  ])("is not: %s", async (_, csv) => {
    expect((await found(csv)).verdict).toBe("pass");
  });
});
