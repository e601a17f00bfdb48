/** The generated suite (tests/support/mime-tricks): nobody hidden in a message passes the gateway unseen. */
import { describe, expect, it } from "vitest";
import { createLinter, type Report } from "../../../src/index.js";
import { hidingMessages } from "../../support/mime-tricks/index.js";

const linter = createLinter({ profile: "mail" });
/** What the gateway holds beside verdicts (src/gateway/decide.ts): what could have been read, and was not. */
const isHeld = ({ result, verdict }: Report): boolean =>
  verdict.level === "hold" || verdict.level === "block" || result.unscanned.some(({ reason }) => reason !== "unsupported");

const families = groupByFamily();

function groupByFamily(): Map<string, ReturnType<typeof hidingMessages>> {
  const all = new Map<string, ReturnType<typeof hidingMessages>>();
  for (const one of hidingMessages()) {
    const known = all.get(one.family);
    if (known === undefined) all.set(one.family, [one]);
    else known.push(one);
  }
  return all;
}

describe.each([...families])("%s", (_family, messages) => {
  it("is seen, or held", async () => {
    const missed: string[] = [];
    for (const { trick, place, payload, bytes } of messages) {
      const report = await linter.scanMail(bytes);
      if (report.result.people < payload.people && !isHeld(report)) missed.push(`${trick}, in ${place}: ${payload.id}`);
    }
    expect(missed).toEqual([]);
  }, 300_000);

  it("raises no alarm with nobody in it", async () => {
    const alarms: string[] = [];
    const seen = new Set<string>();
    for (const { trick, place, twin, clean } of messages) {
      const id = `${trick}, in ${place}`;
      if (seen.has(id)) continue;
      seen.add(id);
      const report = await linter.scanMail(clean());
      // Where a header is cut in two, those it names stand in the text.
      if (report.result.people > (twin === "passes" ? 0 : 1)) alarms.push(`${id}: people`);
      if (twin !== "may-hold" && isHeld(report) !== (twin === "held")) alarms.push(`${id}: ${report.verdict.level}`);
    }
    expect(alarms).toEqual([]);
  }, 300_000);
});
