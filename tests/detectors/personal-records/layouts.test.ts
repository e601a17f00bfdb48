import { describe, expect, it } from "vitest";
import type { Entity } from "../../../src/contract.js";
import { makeLayout } from "./layouts.js";
import { matchesIn, sheetOf } from "./support.js";

const LAYOUTS = 200;

describe("personal-records on random layouts", () => {
  it.each(Array.from({ length: LAYOUTS }, (_, seed) => seed))("counts the people and their data in layout %i", (seed) => {
    const layout = makeLayout(seed);
    const matches = matchesIn(sheetOf(layout.rows, { rows: layout.hiddenRows }));
    const identities = matches.flatMap((match) => [...match.identities]);
    expect(Math.abs(identities.length - layout.people) / layout.people, layout.description).toBeLessThanOrEqual(0.02);
    const entities: Partial<Record<Entity, number>> = {};
    for (const match of matches) {
      for (const [entity, count] of Object.entries(match.entities) as [Entity, number][]) entities[entity] = (entities[entity] ?? 0) + count;
    }
    expect(entities, layout.description).toEqual(layout.entities);
    expect(identities.filter((identity) => !layout.names.has(identity["person-name"] ?? "")).length, layout.description).toBe(0);
    const hidden = matches.filter(({ concealment }) => concealment === "hidden-row").reduce((sum, match) => sum + [...match.identities].length, 0);
    expect(hidden, layout.description).toBe(layout.hiddenRows.size);
  });
});
