import { describe, expect, it } from "vitest";
import type { TextSegment } from "../../src/contract.js";
import { drawnText } from "../../src/text/overrides.js";
import { countSteps } from "../support/steps.js";

const RLO = "\u202e";
const LRO = "\u202d";
const POP = "\u202c";
const segment = (text: string): TextSegment => ({ kind: "text", text, layout: "prose", place: ({ start, end }) => ({ at: [{ kind: "span", line: 1, column: 1, offset: start, length: end - start }] }) });

describe("text that is turned round", () => {
  it.each([
    ["is read as it is drawn, with the line around it", `a\n電話 ${RLO}8765-4321${POP} まで\nb`, "電話 1234-5678 まで\n"],
    ["keeps characters whole", `${RLO}😀吉𠮷${POP}`, "𠮷吉😀\n"],
    ["may be turned back inside", `${RLO}67${LRO}345${POP}21${POP}`, "1234576\n"],
    ["may be turned twice, which changes nothing", `${RLO}ba${RLO}dc${POP}${POP}`, "cdab\n"],
    ["ends with its line, or goes on in the next", `${RLO}ba\ndc`, "ab\ncd\n"],
    ["ends where it is closed", `${RLO}ba${POP}x\nyz`, "abx\n"],
    ["is not opened by what closes", `${POP}a${RLO}cb`, "abc\n"],
    ["in more nesting than anybody has is still read", `${RLO.repeat(200)}cba`, "abc\n"],
  ])("%s", (_name, text, drawn) => {
    expect(drawnText(segment(text))?.text).toBe(drawn);
  });

  it("knows where it stands", () => {
    const text = `x\n電話 ${RLO}8765-4321${POP}`;
    const drawn = drawnText(segment(text));
    const start = drawn?.text.indexOf("1234") ?? -1;
    expect(drawn?.place({ start, end: start + 4 }).at).toEqual([{ kind: "span", line: 1, column: 1, offset: text.indexOf("4321"), length: 4 }]);
  });

  it.each(["山田 090-1234-5678", `${LRO}山田${POP}`, "\u202bשלום\u202c", ""])("is not found in %j", (text) => {
    expect(drawnText(segment(text))).toBeUndefined();
  });

  it.each([RLO, `${RLO}a`, `${RLO}a${POP}`, `${RLO}a${LRO}`, `${RLO}\n`, `\n`])("takes twice the steps for twice as many %j", (unit) => {
    const steps = (times: number): number => countSteps(() => drawnText(segment(RLO + unit.repeat(times))));
    expect(steps(20_000)).toBeLessThan(2.3 * steps(10_000) + 2000);
  });
});
