import { describe, expect, it } from "vitest";
import type { Entity } from "../../../src/contract.js";
import { fitsFact, NOT, PARTLY, WHOLLY } from "../../../detectors/personal-records/cells.js";
import { readHeader } from "../../../detectors/shared/header-field.js";

const CELLS: readonly (readonly [Entity, wholly: readonly string[], not: readonly string[]])[] = [
  ["drivers-license", ["810357284650", "8103 5728 4650", "第810357284650号", "８１０３５７２８４６５０"], ["なし", "普通", "000000000000"]],
  ["passport", ["TR8890123", "M384B7261", "533401372", "ＴＲ８８９０１２３"], ["申請中", "無", "JPN"]],
  ["residence-card", ["UF46280175EA", "UF 46280175 EA", "uf46280175ea"], ["永住者", "-"]],
  ["basic-pension-number", ["1357-246801", "1357246801"], ["未加入", "0000-000000"]],
  ["resident-record-code", ["28394017568", "2839-4017-568"], ["省略"]],
  ["health-insurance", ["48213907", "2107・358", "川い12 3581", "5012-348671-1", "0000483907"], ["国保", "00000000"]],
  ["disability-certificate", ["第12365号", "12365", "香川県第48213号"], ["なし", "身体1級"]],
  ["bank-account", ["1357902", "普通1357902", "普通 1357902", "14370-13579241", "01690-3-135792"], ["現金", "0000000"]],
  ["credit-card", ["4539148803436467", "4539 1488 0343 6467"], ["4539148803436468", "4111111111111111", "1234-5678"]],
  ["iban", ["DE67512108001245126731", "GB80 NWBK 6093 3184 7201 95"], ["DE67512108001245126732", "present"]],
  ["national-id", ["536-90-4399", "JG103759A", "390.533.447-05"], ["none", "US"]],
];

describe.each(CELLS)("cells under a header that says %s", (entity, wholly, not) => {
  it("are it, however they are written", () => {
    expect(wholly.map((cell) => fitsFact(cell, entity))).toEqual(wholly.map(() => WHOLLY));
  });
  it("are not, where they hold something else", () => {
    expect(not.map((cell) => fitsFact(cell, entity))).toEqual(not.map(() => NOT));
  });
});

describe("cells that hold more than the number", () => {
  it("are shown to the text detectors too", () => {
    expect(fitsFact("みずほ銀行 高松支店 普通 1357902", "bank-account")).toBe(PARTLY);
    expect(fitsFact("810357284650（2028年まで）", "drivers-license")).toBe(PARTLY);
  });
});

describe("headers of numbers", () => {
  it.each([
    ["運転免許証番号", "drivers-license"], ["免許証No.", "drivers-license"], ["Driving licence number", "drivers-license"],
    ["旅券番号", "passport"], ["パスポートNo", "passport"], ["passport_number", "passport"],
    ["在留カード番号", "residence-card"], ["特別永住者証明書番号", "residence-card"],
    ["基礎年金番号", "basic-pension-number"], ["住民票コード", "resident-record-code"],
    ["介護保険被保険者番号", "health-insurance"], ["雇用保険 被保険者番号", "health-insurance"],
    ["身体障害者手帳番号", "disability-certificate"], ["療育手帳番号", "disability-certificate"],
    ["口座番号", "bank-account"], ["普通預金口座番号", "bank-account"], ["account_number", "bank-account"],
    ["クレジットカード番号", "credit-card"], ["cardNumber", "credit-card"], ["IBAN", "iban"], ["SSN", "national-id"], ["National Insurance No.", "national-id"],
  ] as const)("%s is %s", (header, entity) => {
    expect(readHeader(header)).toMatchObject({ role: "fact", entity });
  });
  it.each(["保険者番号", "支店番号", "金融機関コード", "法人番号", "伝票番号", "品番"])("%s is nobody's", (header) => {
    expect(readHeader(header)?.entity).toBeUndefined();
  });
});
