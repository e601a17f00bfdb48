import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { withPlaces } from "../scripts/places.js";
import { outputBlocks, withRealOutput } from "../scripts/readme.js";

describe("README", () => {
  const readme = readFileSync("README.md", "utf8");

  it("shows the command line's output", () => {
    expect(outputBlocks(readme).length).toBeGreaterThan(2);
  });

  it("shows what the commands really print (npm run readme brings it up to date)", () => {
    expect(readme).toBe(withRealOutput(readme));
  });

  it("lists the places that tests/places proves to be read", async () => {
    expect(readme).toBe(await withPlaces(readme));
  });
});
