/** Offices, facilities and people in public roles: listed at info level, and nobody's data. */
import { describe, expect, it } from "vitest";
import { scan } from "../src/index.js";

async function judged(name: string, text: string): Promise<{ verdict: string; people: number; codes: string[] }> {
  const { verdict, reports } = await scan({ name, bytes: Buffer.from(text) }, { profile: "publish" });
  const { findings, people } = reports[0].result;
  return { verdict, people, codes: [...new Set(findings.map(({ detector, code, severity }) => `${detector}/${code} ${severity}`))].sort() };
}

describe("offices in texts", () => {
  it("pass, and are listed", async () => {
    const notice = "お問い合わせ先\n高松市役所 総務課 企画係\n〒760-8571 香川県高松市番町1丁目8番15号\n電話 087-839-2011\n";
    const { verdict, people, codes } = await judged("notice.txt", notice);
    expect([verdict, people]).toEqual(["pass", 0]);
    expect(codes).toContain("phone-number/public-contact info");
    expect(codes).toContain("postal-address/public-contact info");
  });

  it("do not hide somebody's own telephone beside them", async () => {
    const { verdict, codes } = await judged("notice.txt", "高松市役所 総務課 電話 087-839-2011\n夜間は担当の携帯 090-1234-5067 へ\n");
    expect(verdict).not.toBe("pass");
    expect(codes).toContain("phone-number/number warning");
  });

  it("do not hide a person's address", async () => {
    const { verdict, codes } = await judged("letter.txt", "株式会社みどり商事\n佐藤花子 様\n〒760-0017 香川県高松市番町1丁目2番3号\n");
    expect(verdict).not.toBe("pass");
    expect(codes.some((code) => code.startsWith("postal-address/address"))).toBe(true);
  });
});

const FACILITIES = Array.from({ length: 12 }, (_, i) => [`第${i + 1}コミュニティセンター`, "760-0017", `香川県高松市番町${i + 1}丁目2番3号`, `087-812-${3400 + i * 7}`, ["佐藤花子", "鈴木健一", "高橋美咲"][i % 3]]);
const csv = (header: string, rows: readonly (readonly string[])[]): string => `${header}\n${rows.map((row) => `${row.join(",")}\n`).join("")}`;

describe("offices in tables", () => {
  it.each([
    ["a town's list of its community centres", "施設名,郵便番号,所在地,電話番号", FACILITIES.map((row) => row.slice(0, 4))],
    ["the same with their heads", "施設名,郵便番号,所在地,電話番号,館長名", FACILITIES],
    ["schools and their principals", "学校名,郵便番号,所在地,電話番号,校長名", FACILITIES.map(([, ...row], i) => [`市立第${i + 1}小学校`, ...row])],
    ["companies and who represents them", "商号,代表者氏名,所在地,電話番号", FACILITIES.map(([, , address, phone, head], i) => [`株式会社みどり第${i + 1}`, head, address, phone])],
  ])("%s passes, and is listed as one finding", async (_, header, rows) => {
    const { verdict, people, codes } = await judged("list.csv", csv(header, rows));
    expect([verdict, people]).toEqual(["pass", 0]);
    expect(codes).toEqual(["personal-records/public-contact info"]);
  });

  it.each([
    ["heads with the telephones they carry", "施設名,所在地,携帯電話,館長名", FACILITIES.map(([name, , address, , head], i) => [name, address, `090-1234-${5001 + i * 7}`, head])],
    ["groups' representatives with their homes", "団体名,代表者氏名,住所,電話番号", FACILITIES.map(([name, , address, phone, head]) => [name, head, address, phone])],
    ["members of a board and when they were born", "施設名,館長名,生年月日,住所", FACILITIES.map(([name, , address, , head], i) => [name, head, `19${50 + i}-04-01`, address])],
  ])("%s do not", async (_, header, rows) => {
    expect((await judged("list.csv", csv(header, rows))).verdict).not.toBe("pass");
  });
});
