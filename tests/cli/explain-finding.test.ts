import { describe, expect, it } from "vitest";
import { explainFinding } from "../../src/cli/explain.js";
import type { Evidence, Report } from "../../src/contract.js";
import { defineDetector } from "../../src/index.js";
import { createLinter } from "../../src/linter.js";
import { inOrder } from "../../src/reporters/order.js";
import { EVIDENCE_WORDS } from "../../src/reporters/words.js";

/** Ticket numbers: "T-" and digits, labelled or not. */
const tickets = defineDetector({
  id: "tickets",
  messages: { number: { severity: "error", en: "{count} tickets", ja: "{count}件", fix: { en: "Remove them.", ja: "削除" } } },
  defaults: {},
  create: () => ({
    text: {
      starts: ["digit"],
      check(text, start, end) {
        if (text.slice(start - 2, start) !== "T-") return undefined;
        const isLabelled = text.slice(start - 6, start) === "No. T-";
        return { code: "number", at: { start: start - 2, end }, entity: "user-id", confidence: isLabelled ? 0.95 : 0.6, evidence: isLabelled ? ["label", "shape"] : ["shape"] };
      },
    },
  }),
});
const linter = createLinter({ fingerprintKey: "a key for tests", detectors: [tickets] });
const scanned = async (text = "No. T-555123\n\nand T-555124\n"): Promise<Report[]> => (await linter.scan({ name: "letter.txt", bytes: Buffer.from(text) })).reports.slice();

describe("leaklint explain --finding", () => {
  it("says where the finding stands, how sure it is and what it rests on, and no value", async () => {
    const reports = await scanned();
    const findings = inOrder(reports[0].result.findings);
    for (const [i, { detector, code }] of findings.entries()) {
      const text = explainFinding(String(i + 1), reports, linter.messages, "en");
      expect(text).toContain(`Finding ${i + 1} of ${findings.length}: letter.txt › `);
      expect(text).toContain(`${detector}/${code} (`);
      expect(text).toMatch(/confidence [01]\.\d\d: of a hundred/u);
      expect(text).toContain("It rests on:\n  - ");
      expect(text).not.toContain("55512");
    }
  });

  it("speaks Japanese", async () => {
    expect(explainFinding("1", await scanned(), linter.messages, "ja")).toContain("根拠:\n  - ");
  });

  it("takes the beginning of a fingerprint", async () => {
    const reports = await scanned();
    const [first, second] = inOrder(reports[0].result.findings);
    expect(explainFinding(second.fingerprint.slice(0, 12), reports, linter.messages, "en")).toContain("Finding 2 of");
    expect(explainFinding(first.fingerprint, reports, linter.messages, "en")).toContain("Finding 1 of");
  });

  it.each([
    ["0", "there is no finding 0 among"],
    ["99", "there is no finding 99 among"],
    ["ffffffffffff", "fingerprints are the same in another run only with a fingerprintKey"],
  ])("refuses what is not there: %s", async (which, message) => {
    const reports = await scanned();
    expect(() => explainFinding(which, reports, linter.messages, "en")).toThrow(message);
  });

  it("counts how many of a folded finding's matches rest on what", async () => {
    const [{ result }] = await scanned(Array.from({ length: 20 }, (_, i) => `${i % 4 === 0 ? "No. " : ""}T-${555_000 + i}\n`).join(""));
    expect(result.findings.map(({ count, evidence }) => [count, evidence])).toEqual([[20, [{ kind: "shape", count: 20 }, { kind: "label", count: 5 }]]]);
  });

  it("has words for every kind of evidence", () => {
    const kinds = Object.keys(EVIDENCE_WORDS.en) as Evidence[];
    expect(Object.keys(EVIDENCE_WORDS.ja).sort()).toEqual([...kinds].sort());
  });
});
