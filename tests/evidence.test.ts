/** Every finding can say what it rests on, and says nothing else by it. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allDetectors } from "../detectors/index.js";
import { createLinter } from "../src/index.js";
import { EVIDENCE_WORDS } from "../src/reporters/words.js";

const FIXTURES = join(import.meta.dirname, "../fixtures");
const linter = createLinter({ profile: "publish" });
const flagged = (id: string): string[] =>
  readdirSync(join(FIXTURES, id)).filter((name) => name.startsWith("flag.") && statSync(join(FIXTURES, id, name)).size < 2 ** 18).map((name) => join(FIXTURES, id, name));

describe("evidence", () => {
  it.each(allDetectors.map(({ id }) => id))("stands in every finding of %s", async (id) => {
    const files = flagged(id).map((path) => ({ name: path.slice(path.lastIndexOf("flag.")), bytes: readFileSync(path) }));
    const { reports } = await linter.scan(files);
    const findings = reports.flatMap(({ result }) => result.findings).filter(({ detector }) => detector === id);
    expect(findings.length).toBeGreaterThan(0);
    for (const { evidence, count } of findings) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const one of evidence) {
        expect(Object.keys(EVIDENCE_WORDS.en)).toContain(one.kind);
        expect(one.count).toBeGreaterThan(0);
        expect(one.count).toBeLessThanOrEqual(count);
      }
    }
  });
});
