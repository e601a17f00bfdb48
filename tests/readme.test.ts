import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { outputBlocks, withRealOutput } from "../scripts/readme.js";

describe("README", () => {
  const readme = readFileSync("README.md", "utf8");

  it("shows the command line's output", () => {
    expect(outputBlocks(readme).length).toBeGreaterThan(2);
  });

  it("shows what the commands really print (npm run readme brings it up to date)", () => {
    expect(readme).toBe(withRealOutput(readme));
  });
});
