import { describe, expect, it } from "vitest";
import { inventPeople } from "../../support/people.js";
import { summaries } from "./support.js";

const people = inventPeople(8);
const counted = (rows: readonly (readonly string[])[]): number => summaries(rows).reduce((sum, { people: count }) => sum + count, 0);

describe("names in Latin letters under a word that heads other things too", () => {
  it.each([
    ["chapters", ["name", "displayName", "type"], [["class_server", "Class Server", "module"], ["grace_hopper", "Grace Hopper", "module"], ["child_process", "Child Process", "module"], ["event_loop", "Event Loop", "module"]]],
    ["two of them, one like somebody", ["displayName", "type"], [["Mark Rules", "module"], ["Max Payload", "module"]]],
    ["products", ["name", "price"], [["Victoria Sponge", "450"], ["Earl Grey", "300"], ["Darjeeling", "500"], ["Madeira Cake", "420"], ["Fruit Tart", "380"]]],
    ["functions", ["name", "desc"], [["assert.deepEqual", "Tests"], ["Buffer.from", "Makes"], ["Jane Doe", "Somebody"]]],
  ])("are nobody's: %s", (_case, header, rows) => {
    expect(counted([header, ...rows])).toBe(0);
  });

  it.each<[string, string[], (i: number) => string[]]>([
    ["all of them names", ["name"], (i) => [people[i].romaji]],
    ["all of them names, beside what is nobody's", ["displayName", "title"], (i) => [people[i].romaji, "Engineer"]],
    ["a mail address beside them", ["displayName", "mail"], (i) => [i < 6 ? people[i].romaji : "Tokyo Office", people[i].email]],
    ["kanji", ["name", "type"], (i) => [people[i].name, "member"]],
  ])("are people where something says so: %s", (_case, header, row) => {
    expect(counted([header, ...people.map((_, i) => row(i))])).toBeGreaterThanOrEqual(6);
  });
});
