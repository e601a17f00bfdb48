import { describe, expect, it } from "vitest";
import { createLinter } from "../../../src/linter.js";
import { fixtureNames, readFixture } from "../../support/fixture.js";

const linter = createLinter({ acceptUnread: ["jpeg", "png", "gif", "webp", "tiff", "heic", "jp2", "jbig2", "bmp"] });

async function found(name: string): Promise<string[]> {
  const { reports } = await linter.scan({ name, bytes: readFixture("image", name) });
  return reports.flatMap(({ result }) => result.findings.map(({ detector, concealment }) => `${detector} (${concealment ?? "in view"})`)).sort();
}

describe("pictures from end to end", () => {
  it.each([
    ["flag.position.jpg", ["geolocation (metadata)"]],
    ["flag.artist.jpg", ["person-name (metadata)"]],
    ["flag.iptc-shift-jis.jpg", ["person-name (metadata)", "phone-number (metadata)"]],
    ["flag.thumbnail.jpg", ["person-name (metadata)", "phone-number (metadata)"]],
    ["flag.behind-the-end.jpg", ["mislabelled-file (orphaned-part)", "person-name (orphaned-part)", "phone-number (orphaned-part)"]],
    ["flag.polyglot.jpg", ["mislabelled-file (in view)", "mislabelled-file (orphaned-part)", "personal-records (in view)"]],
    ["flag.text.png", ["person-name (metadata)", "phone-number (metadata)"]],
    ["flag.comment.gif", ["person-name (metadata)", "phone-number (metadata)"]],
    ["flag.xmp.webp", ["person-name (metadata)"]],
    ["flag.tif", ["person-name (metadata)", "phone-number (metadata)"]],
    ["flag.xmp.jp2", ["person-name (metadata)", "phone-number (metadata)"]],
    ["flag.comment.jb2", ["person-name (metadata)", "phone-number (metadata)"]],
    ["flag.behind-the-end.bmp", ["person-name (orphaned-part)", "phone-number (orphaned-part)"]],
    ["flag.exif.heic", ["geolocation (metadata)"]],
  ])("%s: %j", async (name, expected) => {
    expect(await found(name)).toEqual(expected);
  });
  it.each(fixtureNames("image").filter((name) => name.startsWith("pass.")))("%s passes", async (name) => {
    expect(await found(name)).toEqual([]);
  });
});
