/** The quick reader of plain cells against the careful one: what it takes is what the other takes, with the same hash. */
import { describe, expect, it } from "vitest";
import type { Entity, RecordsMatch } from "../../../src/contract.js";
import { createPeople } from "../../../src/people.js";
import { hashText } from "../../../src/text/hashes.js";
import { canonicalValue, IdentityHashes, isMobile, KIND_OF } from "../../../src/text/identity-hashes.js";
import { fits, WHOLLY } from "../../../detectors/personal-records/cells.js";
import { valueOf, wholeName } from "../../../detectors/personal-records/identity.js";
import { quickReaderFor, UNSURE, wasMobile } from "../../../detectors/personal-records/quick-cells.js";
import { PLACEHOLDERS, type Role } from "../../../detectors/shared/header-words.js";
import { inventPeople } from "../../support/people.js";
import { identitiesIn, matchesIn, sheetOf } from "./support.js";

const PARTS = {
  "name": ["佐", "藤", "小", "林", "髙", "﨑", "邉", "大", "社", "会", "様", "ん", "さ", "く", "ら", "サ", "ト", "ウ", "ー", " ", "　", "々", "長", "谷", "川", "未", "定", "合", "計", "a", "1", "(", "𠮷", "\u{e0100}"],
  "reading": ["サ", "ト", "ウ", "さ", "と", "ー", " ", "　", "・", "a", "佐", "-", "ｻ"],
  "address": ["香", "川", "県", "高", "松", "市", "番", "町", "1", "２", "-", "－", "ー", "丁", "目", " ", "　", "コ", "ポ", "邊", "@", "0", "9", "ー"],
  "phone": ["0", "9", "1", "8", "-", "（", ")", "+", "０", "ー", "8", "7", " "],
  "email": ["a", "B", ".", "@", "provider", ".example", "-", "_", " ", "，", "＠", "+"],
  "birth-date": ["19", "20", "80", "04", "-", "/", "01", "1", "2", "9", "昭和"],
  "postal-code": ["7", "6", "0", "-", "〒", "ー", "０", "0017"],
} as const satisfies Partial<Record<Role, readonly string[]>>;

const ENTITIES: Partial<Record<Role, Entity>> = {
  "name": "person-name", "address": "postal-address", "phone": "phone-number", "email": "email-address", "birth-date": "date-of-birth",
};

/** Deterministic: a failure can be looked at. */
function random(seed: number): () => number {
  let state = seed;
  return () => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32);
}

/** No value is printed, not even an invented one. */
const codes = (text: string): string => Array.from(text, (char) => char.codePointAt(0)?.toString(16)).join(" ");

describe("quick cells", () => {
  it.each(Object.keys(PARTS) as (keyof typeof PARTS)[])("agree with the careful reader wherever they are sure: %s", (role) => {
    const next = random(role.length * 7919);
    const people = inventPeople(300);
    const real = { "name": people.map((one) => one.name), "reading": people.map((one) => one.kana), "address": people.map((one) => one.address), "phone": people.map((one) => one.phone), "email": people.map((one) => one.email), "birth-date": people.map((one) => one.birthDate), "postal-code": people.map((one) => one.postalCode) }[role];
    const made = Array.from({ length: 40_000 }, () => Array.from({ length: 1 + Math.floor(next() * 12) }, () => PARTS[role][Math.floor(next() * PARTS[role].length)]).join(""));
    // Nothing was filled in, and what merely begins like that.
    const fillers = PLACEHOLDERS.split(" ").flatMap((word) => ["", "川", "シ", " ", "　", "ー", "\u3099"].flatMap((more) => [word + more, more + word, word + more + word]));
    const entity = ENTITIES[role];
    const kind = entity === undefined ? 0 : (KIND_OF.get(entity) ?? 0);
    const quick = quickReaderFor(role, kind);
    let sure = 0;
    for (const [i, cell] of [...real, ...made, ...fillers].entries()) {
      const hash = quick?.({ text: `x${cell}y`, start: 1, end: 1 + cell.length }) ?? UNSURE;
      if (hash === UNSURE) continue;
      if (i < real.length) sure++;
      const isFit = fits(cell, role, undefined, "JP") === WHOLLY;
      expect(isFit, `taken by the quick reader only: ${codes(cell)}`).toBe(true);
      if (entity === undefined) continue;
      const value = canonicalValue(entity, entity === "person-name" ? wholeName(cell) : valueOf(cell, entity, "JP"));
      expect(hash === hashText(value, kind), `another hash: ${codes(cell)}`).toBe(true);
      if (role === "phone") expect(wasMobile()).toBe(isMobile(value));
    }
    // It would be no reader if it left everything to the other.
    expect(sure / real.length).toBeGreaterThan(0.5);
  });

  it("count the same people, and digest the same values, as the identities told one by one", () => {
    const header = ["氏名", "フリガナ", "郵便番号", "住所", "電話番号", "メールアドレス", "生年月日"];
    const rows = inventPeople(500).map((one, i) => [
      i % 7 === 0 ? `${one.surname}　${one.given}` : i % 11 === 0 ? `${one.name} 様` : one.name, one.kana, one.postalCode, i % 5 === 0 ? "" : one.address,
      i % 3 === 0 ? one.phone.replaceAll("-", "") : i % 13 === 0 ? `${one.phone}（夜間）` : one.phone, i % 4 === 0 ? one.email.toUpperCase() : one.email, one.birthDate,
    ]);
    const table = sheetOf([header, ...rows, ...rows.slice(0, 50)]);
    const matches: RecordsMatch[] = [...matchesIn(table)];
    const told = createPeople();
    for (const identity of identitiesIn(table)) told.add(identity, undefined);
    const hashed = createPeople();
    for (const match of matches) {
      expect(match.hashed).toBeInstanceOf(IdentityHashes);
      if (match.hashed instanceof IdentityHashes) hashed.addAll(match.hashed, undefined);
    }
    expect([hashed.total(), hashed.digest(), hashed.exposure()]).toEqual([told.total(), told.digest(), told.exposure()]);
    expect(told.total()).toBe(500);
  });
});
