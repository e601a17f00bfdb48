import { describe, expect, it } from "vitest";
import { mislabelledFile } from "../../detectors/mislabelled-file.js";
import type { ArtifactSegment } from "../../src/contract.js";

const check = mislabelledFile.create({}, { ownDomains: [], knownGroups: {}, country: "JP" })["artifact-facts"];
const facts = (format: string, promised?: string): ArtifactSegment => ({
  kind: "artifact-facts", at: [{ kind: "file", path: "a" }], name: "a", format, ...(promised !== undefined && { promised }),
});

describe("mislabelledFile", () => {
  it.each([["html", "xls"], ["xlsx", "txt"], ["binary", "pdf"]])("flags %s under a name that promises %s, at the file", (format, promised) => {
    expect([...(check?.(facts(format, promised)) ?? [])]).toEqual([{ code: "extension", at: [{ kind: "file", path: "a" }], confidence: 0.95, evidence: ["structure"] }]);
  });

  it.each(["zip", "jpeg", "pdf"])("flags a stray %s inside another file", (format) => {
    expect([...(check?.({ ...facts(format), isStray: true }) ?? [])].map(({ code }) => code)).toEqual(["polyglot"]);
  });

  it.each(["text", "binary", "empty", "csv"])("passes stray bytes that are %s", (format) => {
    expect([...(check?.({ ...facts(format), isStray: true }) ?? [])]).toEqual([]);
  });

  it.each(["xlsx", "binary", "empty"])("passes %s under a name that promises nothing else", (format) => {
    expect([...(check?.(facts(format)) ?? [])]).toEqual([]);
  });
});
