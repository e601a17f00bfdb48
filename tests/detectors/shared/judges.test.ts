import { describe, expect, it } from "vitest";
import { judgeBirthDate, parseDate } from "../../../detectors/shared/date.js";
import { judgeEmail } from "../../../detectors/shared/email.js";
import { hasMyNumberCheckDigit, judgeMyNumber } from "../../../detectors/shared/my-number.js";
import { judgePhone } from "../../../detectors/shared/phone.js";
import { isAllocatedPostalCode, judgePostalCode } from "../../../detectors/shared/postal-code.js";
import { randomFrom } from "../../support/generated-text.js";
import { inventPeople } from "../../support/people.js";

const japanesePhone = (value: string): number => judgePhone(value, "JP");

/** What each judge must be sure of (0.5 and more), may think possible (over 0), and must refuse (0). */
const CASES: readonly { name: string; judge: (value: string) => number; sure: readonly string[]; possible: readonly string[]; refused: readonly string[] }[] = [
  {
    name: "judgePhone",
    judge: japanesePhone,
    sure: ["03-1234-5678", "(03)1234-5678", "03(1234)5678", "03 1234 5678", "0312345678", "090-1234-5678", "09012345678", "+81-90-1234-5678", "+81 (0)3-1234-5678", "+1 212-555-0123", "0422-21-3456"],
    possible: ["0120-123-456", "9012345678", "312345678"],
    refused: ["", "-", "03", "03-1234", "03-1234-56789", "2024-01-03", "2024/01/03 10:00", "1234567890123", "160-0023", "03-1234-5678 内線1", "a03-1234-5678", "03-1234-5678x", "0000000000", "00-0000-0000", "192.168.0.1", "0.312345678", "03--1234", "(03-1234-5678", "+", "+81", "佐藤", "1234-5678"],
  },
  {
    name: "judgeEmail",
    judge: judgeEmail,
    sure: ["taro@provider.example", "a..b.@docomo.ne.jp", ".taro@docomo.ne.jp", "TARO+x@provider.example", "mailto:taro@provider.example", "o'neill@provider.example", "taro@日本語.jp"],
    possible: ["info@provider.example", "taro@example.com"],
    refused: ["", "@", "taro", "taro@", "@provider.example", "taro@provider", "taro @provider.example", "佐藤 taro@provider.example", "taro@provider.example (自宅)", "taro@provider.example,hanako@provider.example", "taro@1.2.3", "logo@2x.png", `${"a".repeat(65)}@provider.example`],
  },
  {
    name: "judgePostalCode",
    judge: judgePostalCode,
    sure: ["160-0023", "〒160-0023", "〒 160-0023", "〒1600023", "1600023", "100-6001"],
    possible: ["999-9999", "9999999"],
    refused: ["", "160", "160-002", "160-00233", "16-00023", "160 0023", "160-0023 東京都", "a160-0023", "０", "-1600023", "1600-023"],
  },
  {
    name: "judgeBirthDate",
    judge: judgeBirthDate,
    sure: ["1980-04-01", "1980/4/1", "1980.4.1", "1980年4月1日", "昭和55年4月1日", "S55.4.1", "昭55.4.1", "April 1, 1980", "1 April 1980", "04/01/1980", "31/12/1980", "1980-04-01 00:00:00", "1980-04-01T00:00:00.000Z", "平成元年12月28日"],
    possible: ["19800401", "2024-04-01", "令和2年5月1日"],
    refused: ["", "1980", "1980-04", "1980-13-01", "1980-04-31", "1979-02-29", "1899-12-31", "2026-01-01", "昭和64年1月8日", "1980-04-01 10:30", "1980-04-01x", "1980-04-01-02", "5.4.1", "55年4月1日", "昭和0年1月1日"],
  },
  {
    name: "judgeMyNumber",
    judge: judgeMyNumber,
    sure: [],
    possible: ["678901234562", "6789 0123 4562", "6789-0123-4562"],
    refused: ["", "678901234561", "67890123456", "6789012345621", "6789 0123-4562", "6789-01234562", "6789  0123 4562", "000000000000", "111111111111", "a78901234562", "678901234562円"],
  },
];

describe.each(CASES)("$name", ({ judge, sure, possible, refused }) => {
  it.each(sure)("is sure of %s", (value) => {
    expect(judge(value)).toBeGreaterThanOrEqual(0.5);
    expect(judge(value)).toBeLessThan(1);
  });
  it.each(possible)("thinks %s possible", (value) => {
    expect(judge(value)).toBeGreaterThan(0);
    expect(judge(value)).toBeLessThanOrEqual(0.5);
  });
  it.each(refused)("refuses %j", (value) => {
    expect(judge(value)).toBe(0);
  });
  it("refuses a value of a megabyte at once", () => {
    for (const unit of ["1", "a", "@", "佐", "0-"]) expect(judge(unit.repeat(500_000))).toBe(0);
  });
});

describe("judges of each other's columns", () => {
  const people = inventPeople(500);
  const columns = {
    name: people.map(({ name }) => name),
    kana: people.map(({ kana }) => kana),
    address: people.map(({ address }) => address),
    phone: people.map(({ phone }) => phone),
    postalCode: people.map(({ postalCode }) => postalCode),
    email: people.map(({ email }) => email),
    birthDate: people.map(({ birthDate }) => birthDate),
  };
  const judges = { phone: japanesePhone, email: judgeEmail, postalCode: judgePostalCode, birthDate: judgeBirthDate, myNumber: judgeMyNumber };
  for (const [judged, judge] of Object.entries(judges)) {
    for (const [column, values] of Object.entries(columns)) {
      it(`${judged}: ${column} cells`, () => {
        const sure = values.filter((value) => judge(value) >= 0.5).length;
        expect(sure).toBe(column === judged ? values.length : 0);
      });
    }
  }
});

describe("parseDate", () => {
  it.each([
    ["1980-04-01", 1980, 4, 1],
    ["1980 年 4 月 1 日", 1980, 4, 1],
    ["2000-02-29", 2000, 2, 29],
    ["04/01/1980", 1980, 4, 1],
    ["13/01/1980", 1980, 1, 13],
    ["1.4.1980", 1980, 4, 1],
    ["sept 9, 1980", 1980, 9, 9],
    ["1st of September 1980", 1980, 9, 1],
    ["令和元年5月1日", 2019, 5, 1],
    ["平成31年4月30日", 2019, 4, 30],
    ["平成元年1月8日", 1989, 1, 8],
    ["昭和64年1月7日", 1989, 1, 7],
    ["昭和元年12月25日", 1926, 12, 25],
    ["大正15年12月25日", 1926, 12, 25],
    ["大正元年7月30日", 1912, 7, 30],
    ["明治45年7月30日", 1912, 7, 30],
    ["明治6年1月1日", 1873, 1, 1],
    ["2100-01-01", 2100, 1, 1],
    ["昭和五十五年四月一日", 1980, 4, 1],
    ["昭和五五年四月一日", 1980, 4, 1],
    ["平成元年十二月三十一日", 1989, 12, 31],
    ["平成二十年十月二十日", 2008, 10, 20],
    ["一九八〇年四月一日", 1980, 4, 1],
    ["昭和55・4・1", 1980, 4, 1],
  ])("reads %s", (text, year, month, day) => {
    expect(parseDate(text)).toEqual({ year, month, day });
  });
  it.each(["1900-02-29", "2023-02-29", "1980-00-01", "1980-01-00", "令和元年4月30日", "平成元年1月7日", "平成31年5月1日", "大正15年12月26日", "昭和元年12月24日", "明治5年1月1日", "明治45年7月31日", "大正元年7月29日", "昭和100年1月1日", "1980/4-1", "1980-4", "昭和五十五年十三月一日", "昭和六十四年一月八日", "昭和五十十年四月一日", "昭和百年四月一日"])(
    "refuses %s",
    (text) => {
      expect(parseDate(text)).toBeUndefined();
    },
  );
  it("reads back every day of two centuries, and no other", () => {
    const last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (let year = 1900; year < 2100; year++) {
      for (let month = 1; month <= 12; month++) {
        const leap = month === 2 && (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
        const days = last[month - 1] + (leap ? 1 : 0);
        expect(parseDate(`${year}/${month}/${days}`)).toEqual({ year, month, day: days });
        expect(parseDate(`${year}/${month}/${days + 1}`)).toBeUndefined();
      }
    }
  });
});

describe("hasMyNumberCheckDigit", () => {
  // Weights 6 5 4 3 2 7 6 5 4 3 2 over 12345678901: 6+10+12+12+10+42+42+40+36+0+2 = 212; 212 mod 11 = 3; 11 - 3 = 8.
  it("follows Article 5 worked by hand", () => {
    expect(hasMyNumberCheckDigit("123456789018")).toBe(true);
  });
  // 10000000000: 6 mod 11 = 6, check 5. 00000000004: 8, 3. 00000010000: 6, 5. 20000000000: 12 mod 11 = 1, check 0.
  it.each(["100000000005", "000000000043", "000000100005", "200000000000"])("accepts %s", (digits) => {
    expect(hasMyNumberCheckDigit(digits)).toBe(true);
  });
  it("accepts exactly one last digit for any eleven", () => {
    const random = randomFrom(5);
    for (let n = 0; n < 1000; n++) {
      let eleven = "";
      while (eleven.length < 11) eleven += String(random(10));
      const accepted = [...Array(10).keys()].filter((digit) => hasMyNumberCheckDigit(`${eleven}${digit}`));
      expect(accepted).toHaveLength(1);
    }
  });
  it("notices any single wrong digit among the first eleven but for the two remainders that share a check digit", () => {
    const right = "678901234562";
    let unnoticed = 0;
    for (let at = 0; at < 11; at++) {
      for (let digit = 0; digit < 10; digit++) {
        const wrong = `${right.slice(0, at)}${digit}${right.slice(at + 1)}`;
        if (wrong !== right && hasMyNumberCheckDigit(wrong)) unnoticed++;
      }
    }
    expect(unnoticed).toBe(0);
  });
});

describe("isAllocatedPostalCode", () => {
  it("knows 123,232 codes of ten million, buildings' floors included", () => {
    let count = 0;
    for (let code = 0; code < 10_000_000; code++) if (isAllocatedPostalCode(code)) count++;
    expect(count).toBe(123_232);
  });
  it.each([1000001, 1600023, 600042, 9800811, 1006001, 9071801])("knows %i", (code) => {
    expect(isAllocatedPostalCode(code)).toBe(true);
  });
  it.each([0, 1234567, 9999999, 5551234])("does not know %i", (code) => {
    expect(isAllocatedPostalCode(code)).toBe(false);
  });
});
