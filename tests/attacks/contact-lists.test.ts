/** Lists of people as they are kept in texts: everyone is counted, and nobody is taken for the one before. */
import { describe, expect, it } from "vitest";
import { createLinter } from "../../src/index.js";
import { inventPeople, type InventedPerson } from "../support/people.js";

const people = inventPeople(40);

/** Two of these names are words as well (学, 林愛): an address right behind, as companies have them, leaves those undecided. */
const LEAST = 38;

async function countedIn(name: string, text: string): Promise<number> {
  const { reports } = await createLinter().scan({ name, bytes: Buffer.from(text) });
  return reports[0]?.result.people ?? -1;
}

describe("people in a list", () => {
  it.each<[string, string, (person: InventedPerson) => string]>([
    ["name and number in one cell", "a.csv", ({ name, phone }) => `${name} ${phone}`],
    ["name and number as a list's item", "a.md", ({ name, phone }) => `- ${name} (${phone})`],
    ["name and full-width brackets", "a.txt", ({ name, phone }) => `連絡先は${name}（${phone}）です`],
    ["name and mail address", "a.txt", ({ name, email }) => `${name} <${email}>`],
    ["quoted in a reply", "a.txt", ({ name, email, phone }) => `> ${name} <${email}> ${phone}`],
    ["values of an SQL statement", "a.sql", ({ name, phone }) => `INSERT INTO t VALUES (1,'${name}','${phone}');`],
    ["attendees of a calendar", "a.ics", ({ name, email }) => `ATTENDEE;CN=${name}:mailto:${email}`],
    ["items of a page", "a.html", ({ name, phone }) => `<li>${name} ${phone}</li>`],
    ["a cell of several lines", "a.csv", ({ name, address, phone }) => `"${name}\n${phone}\n${address}"`],
    ["an address in the same cell", "a.csv", ({ name, address }) => `"${name}\n${address}"`],
    ["TEL between them", "a.txt", ({ name, phone }) => `${name}　TEL：${phone}`],
  ])("is complete: %s", async (_case, file, line) => {
    const counted = await countedIn(file, `${people.map(line).join("\n")}\n`);
    expect(counted).toBeGreaterThanOrEqual(LEAST);
    expect(counted).toBeLessThanOrEqual(41);
  });

  it("does not take shops, offices and stations for people because a number follows", async () => {
    const places = ["市民課", "総務課", "中央公園", "山田商店", "田中歯科", "佐藤製作所", "高松駅", "松山城", "東京支店", "中央病院", "千代田区役所", "本町公民館"];
    const lines = places.flatMap((place, i) => [`${place} 087-839-20${10 + i}`, `${place} 香川県高松市番町${i + 1}丁目`]);
    const { reports } = await createLinter().scan({ name: "a.txt", bytes: Buffer.from(lines.join("\n")) });
    expect(reports[0]?.result.findings.map(({ detector }) => detector)).not.toContain("person-name");
  });
});
