import { describe, expect, it } from "vitest";
import { judgeAddress, judgeAddressPart } from "../../../detectors/shared/address.js";
import { inventPeople } from "../../support/people.js";

describe("judgeAddress", () => {
  it.each([
    "香川県高松市番町1丁目2番3号", "高松市番町1-2-3", "東京都新宿区西新宿2-8-1", "760-0017 香川県高松市番町1-2-3", "〒760-0017 香川県高松市番町1-2-3 ハイツ番町203", "札幌市中央区北1条西2丁目3-4",
    "京都市下京区烏丸通四条下る水銀屋町637", "1600 Example Avenue NW, Springfield, IL 62701", "10 Example Street, Sampletown AB1 2DE", "1-2-3 Ginza, Chuo-ku, Tokyo 104-0061",
  ])("is sure of %s", (value) => {
    expect(judgeAddress(value)).toBeGreaterThanOrEqual(0.85);
  });
  it.each([
    "香川県", "香川県高松市", "東京都千代田区", "西新宿", "佐藤花子", "090-1234-5678", "2020年度", "1-2-3", "高松市2020年度", "東京都渋谷区の100人", "東京都庁で会議を行い、1丁目2番3号に移した。", "", "合計", "5丁目",
    "1600 Example Avenue", "Sampletown", "12345",
  ])("takes %j for none", (value) => {
    expect(judgeAddress(value)).toBeLessThan(0.5);
  });
  it("is in between for a town without its block", () => {
    expect(judgeAddress("香川県高松市番町")).toBeGreaterThan(judgeAddress("香川県高松市"));
    expect(judgeAddress("香川県高松市番町")).toBeLessThan(judgeAddress("香川県高松市番町1-2-3"));
  });
  it("knows every invented person's address", () => {
    for (const { address } of inventPeople(400)) expect(judgeAddress(address)).toBeGreaterThan(0.9);
  });
});

describe("judgeAddressPart", () => {
  it.each(["香川県", "高松市", "香川県高松市", "番町", "番町1-2-3", "千代田区", "高松市番町", "吉野郡十津川村"])("takes %s for a part", (value) => {
    expect(judgeAddressPart(value)).toBeGreaterThanOrEqual(0.6);
  });
  it.each(["佐藤花子", "合計", "090-1234-5678", "2020年度", "1980/4/1", "", "12", "株式会社"])("does not take %j for a part", (value) => {
    expect(judgeAddressPart(value)).toBeLessThan(0.5);
  });
});
