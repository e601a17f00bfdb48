import { describe, expect, it } from "vitest";
import { messageOf, taggedObject } from "../../../src/sources/git/messages.js";

const ID = "1".repeat(40);
const commit = (message: string | Buffer, ...headers: string[]): Buffer =>
  Buffer.concat([Buffer.from([`tree ${ID}`, "author 甲 <a@example.test> 0 +0000", "committer 乙 <b@example.test> 0 +0000", ...headers, "", ""].join("\n")), Buffer.from(message)]);
const read = (object: Buffer): string => messageOf(object).toString("utf8");

describe("the message of a commit", () => {
  it.each<[string, Buffer, string]>([
    ["is what stands behind the headers", commit("subject\n\nbody\n"), "subject\n\nbody\n"],
    ["may be empty", commit(""), ""],
    ["keeps its lines in place where credits are left out", commit("s\n\nSigned-off-by: A <a@example.test>\nCo-authored-by: B <b@example.test>\nend"), "s\n\n\n\nend"],
    ["keeps whoever is named in other words", commit("s\n\nReported-by: C <c@example.test>\n"), "s\n\nReported-by: C <c@example.test>\n"],
    ["keeps a line that says more than a credit", commit("Signed-off-by: A <a@example.test> and D <d@example.test>"), "Signed-off-by: A <a@example.test> and D <d@example.test>"],
    ["goes on behind a NUL, where git log ends", commit("seen\0hidden"), "seen\0hidden"],
    ["has no signature", commit("signed", "gpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----"), "signed"],
    ["has what other headers say", commit("s", "note something\n else"), "s\n\nsomething\nelse"],
    ["has the message of a tag that was merged", commit("s", `mergetag object ${ID}\n type commit\n tag v1\n tagger A <a@example.test> 0 +0000\n \n of the tag`), "s\n\nof the tag"],
    ["is recoded from the encoding it declares", commit(Buffer.from([0x96, 0xbc, 0x95, 0xeb]), "encoding Shift_JIS"), "名簿"],
    ["is left as it is where it declares an encoding that there is not", commit("名簿", "encoding x-none"), "名簿"],
    ["is left as it is where it is not in the encoding it declares", commit("名簿é", "encoding EUC-JP"), "名簿é"],
  ])("%s", (_, object, message) => {
    expect(read(object)).toBe(message);
  });

  it("keeps bytes of any encoding where none is declared", () => {
    expect(messageOf(commit(Buffer.from([0x96, 0xbc, 0xff, 0x00])))).toEqual(Buffer.from([0x96, 0xbc, 0xff, 0x00]));
  });

  it("is read in linear time where it nearly holds signatures and credits", () => {
    const nearly = commit("-----BEGIN PGP SIGNATURE-----\n".repeat(2000) + "Signed-off-by: a <".repeat(2000));
    expect(read(nearly).length).toBeGreaterThan(60_000);
  });
});

describe("a tag", () => {
  const tag = `object ${ID}\ntype commit\ntag v1\ntagger A <a@example.test> 0 +0000\n\nof the tag\n-----BEGIN SSH SIGNATURE-----\nabc\n-----END SSH SIGNATURE-----\n`;
  it("has its message without its signature", () => {
    expect(read(Buffer.from(tag))).toBe("of the tag\n\n");
  });
  it("names its object", () => {
    expect(taggedObject(Buffer.from(tag))).toBe(ID);
  });
});
