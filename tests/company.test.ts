import { describe, expect, it } from "vitest";
import type { Company, Detector, Entity } from "../src/contract.js";
import { createLinter } from "../src/index.js";

/** Finds <kind value> and <kind! value>, of which the second needs a name in its sentence and <kind? value> one in its record. */
const MARKED = /([a-z-]+)([!?]?)_([^\s_]+)_/uy;
const marks: Detector<"mark"> = {
  id: "marks",
  messages: { mark: { severity: "warning", en: "{count} marks", ja: "{count}件", fix: { en: "Remove them.", ja: "削除してください。" } } },
  defaults: {},
  create: () => ({
    text: {
      starts: ["latin"],
      check(text, start) {
        MARKED.lastIndex = start;
        const match = MARKED.exec(text);
        if (match === null) return undefined;
        const [whole, entity, need] = match;
        const needs: Company = { oneOf: ["person-name", "user-id"], within: need === "!" ? "sentence" : "record" };
        return { code: "mark", at: { start, end: start + whole.length }, entity: entity as Entity, confidence: 0.9, ...(need !== "" && { needs }) };
      },
    },
  }),
};
const linter = createLinter({ detectors: [marks] });
const kinds = (text: string): string =>
  [...linter.findEntities(text)].filter(({ start, end }) => text.slice(start, end).includes("_")).map(({ entity }) => entity).join(" ");

describe("matches that need company", () => {
  it.each([
    ["a name in the sentence", "person-name_A_ has special-care!_x_.", "person-name special-care"],
    ["a name behind it", "special-care!_x_: person-name_A_", "special-care person-name"],
    ["a name in the record for one that needs no more", "person-name_A_。 ... special-care?_x_", "person-name special-care"],
    ["one of several kinds", "user-id_7_ special-care!_x_", "user-id special-care"],
    ["any number of them", "person-name_A_ special-care!_x_ special-care!_y_ special-care!_z_", "person-name special-care special-care special-care"],
  ])("stay beside %s", (_case, text, expected) => {
    expect(kinds(text)).toBe(expected);
  });
  it.each([
    ["alone", "special-care!_x_ and special-care?_y_", ""],
    ["beside other kinds", "postal-code_1_ special-care?_x_", "postal-code"],
    ["in the next sentence", "person-name_A_ です。special-care!_x_", "person-name"],
    ["on the next line", "person-name_A_\nspecial-care!_x_", "person-name"],
    ["in the sentence before", "special-care!_x_？ person-name_A_", "person-name"],
    ["behind several ends of sentences", "person-name_A_。\n\n\nspecial-care!_x_", "person-name"],
    ["far away", `person-name_A_${" ".repeat(400)}special-care?_x_`, "person-name"],
  ])("go where they stand %s", (_case, text, expected) => {
    expect(kinds(text)).toBe(expected);
  });
  it("go from findings and from what is known of a person alike", async () => {
    const report = async (text: string): Promise<unknown> => {
      const { reports } = await linter.scan({ name: "a.txt", bytes: Buffer.from(text) });
      return reports[0].result.findings.map(({ entities }) => entities);
    };
    expect(await report("special-care!_x_")).toEqual([]);
    expect(await report("person-name_A_ special-care!_x_")).toEqual([{ "person-name": 1 }, { "special-care": 1 }]);
  });
});
