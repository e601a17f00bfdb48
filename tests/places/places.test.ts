/** Files with a marker in every place that can hold text: all are seen, and said to be hidden as they are. */
import { describe, expect, it } from "vitest";
import { readingOfBytes } from "../../scripts/oracle/reading.js";
import { markedFiles } from "./all.js";

describe.each(markedFiles().map((file) => [file.kind, file] as const))("a %s", (_kind, { name, bytes, places }) => {
  const reading = readingOfBytes(name, bytes);

  it.each(places.map((place) => [place.where, place] as const))("is read in this place: %s", async (_where, { marker, concealment }) => {
    const found = (await reading).filter(({ text }) => text.includes(marker)).map((stretch) => stretch.concealment ?? "in plain view");
    expect(found).toContain(concealment ?? "in plain view");
  });
});
