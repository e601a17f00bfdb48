import { describe, expect, it } from "vitest";
import { fitsPhone, NOT, PARTLY, WHOLLY } from "../../../detectors/personal-records/cells.js";

describe("a cell under 電話番号", () => {
  it.each([
    "090-1234-5678", "０９０－１２３４－５６７８", "03（1234）5678", "03・1234・5678", "090〜1234〜5678", "090―1234―5678", "090.1234.5678", "9012345678", "+81 90-1234-5678", "1234-5678", "851-1234", "12-3456",
  ])("is wholly told: %j", (cell) => {
    expect(fitsPhone(cell, "JP")).toBe(WHOLLY);
  });

  it.each(["03-1234-5678 / 090-1234-5678", "自宅 03-1234-5678", "090-1234-5678（携帯）", "03-1234-5678 内線12"])("is told besides other things: %j", (cell) => {
    expect(fitsPhone(cell, "JP")).toBe(PARTLY);
  });

  it.each(["000-0000-0000", "12345678", "12・34", "1980/4/1", "内線12", "なし", "a@provider.example"])("is none: %j", (cell) => {
    expect(fitsPhone(cell, "JP")).toBe(NOT);
  });
});
