import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createBodies } from "../../../src/extractors/eml/bodies.js";
import { isCanonical } from "../../../src/extractors/eml/canonical.js";
import { compareRecipients } from "../../../src/extractors/eml/compare.js";
import { type HeaderBlock, readHeaders } from "../../../src/extractors/eml/headers.js";
import { type MimeTree, walkMime } from "../../../src/extractors/eml/mime.js";
import { readCorrespondents } from "../../../src/extractors/eml/recipients.js";
import { lookAgain } from "../../../src/extractors/eml/second-look.js";
import { createBudget, DEFAULT_LIMITS } from "../../../src/limits.js";
import { hidingMessages } from "../../support/mime-tricks/index.js";
import { notice } from "../../support/mail.js";

const budget = () => createBudget(DEFAULT_LIMITS);

function read(bytes: Uint8Array): { head: HeaderBlock; tree: MimeTree; isOnce: boolean } {
  const head = readHeaders(bytes);
  const tree = walkMime(bytes, head, budget());
  return { head, tree, isOnce: isCanonical(bytes, head, tree, createBodies(bytes, budget())) };
}

const NOTHING = { extras: [], missed: [], disagreements: [] };

/** What mailparser adds to our own reading, recipients included. */
async function secondReading(bytes: Uint8Array, head: HeaderBlock, tree: MimeTree): Promise<object> {
  const { extras, disagreements, recipients } = await lookAgain(bytes, head, tree.leaves, createBodies(bytes, budget()), [], { limits: DEFAULT_LIMITS, budget: budget() });
  const { visible, bcc } = readCorrespondents(head.fields, () => undefined);
  const compared = compareRecipients(head.fields, [...visible, ...bcc], recipients);
  return { extras, missed: compared.missed, disagreements: [...disagreements, ...compared.disagreements] };
}

const message = (header: string, body = "Hello\r\n"): Buffer => Buffer.from(`${header.replaceAll("\n", "\r\n")}\r\n\r\n${body}`, "latin1");
const FROM = "From: a@corp.test\nTo: b@partner.example\nSubject: x";
const MIME = `${FROM}\nMIME-Version: 1.0`;
const UTF8 = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit";

describe("a message is read once", () => {
  it.each<readonly [string, Buffer]>([
    ["of three fields", message(FROM)],
    ["in UTF-8", message(`${FROM}\nMIME-Version: 1.0\n${UTF8}`, "\xe3\x81\x82\r\n")],
    ["with its charset in quotes and capitals", message(`${FROM}\nMIME-Version: 1.0\nContent-Type: Text/Plain; charset="UTF-8"\nContent-Transfer-Encoding: 8BIT`, "\xe3\x81\x82\r\n")],
    ["with names, encoded and quoted", message(`From: a@corp.test\nTo: Sato <s@partner.example>, "T. Suzuki" <t@partner.example>,\n =?UTF-8?B?5L2Q6Jek?= <u@partner.example>\nCc: v@partner.example`)],
    ["with a carrier's address", message("From: a@corp.test\nTo: a..b.@docomo.example")],
    ["without a body", message(FROM, "")],
    ["in Base64", message(`${MIME}\nContent-Transfer-Encoding: base64`, "SGVsbG8=\r\n")],
    ["in quoted-printable", message(`${MIME}\nContent-Transfer-Encoding: quoted-printable`, "a=3Db=\r\nc\r\n")],
    ["in HTML", message(`${MIME}\nContent-Type: text/html; charset=utf-8`, "<p>a</p>\r\n")],
    ["in ISO-2022-JP", message(`${MIME}\nContent-Type: text/plain; charset=iso-2022-jp`, "\x1b$B$\"\x1b(B\r\n")],
    ["of parts, one inside another", message(`${MIME}\nContent-Type: multipart/mixed; boundary="a=1"`, `--a=1\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\none\r\n--b\r\nContent-Type: text/html\r\n\r\ntwo\r\n--b--\r\n\r\n--a=1\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Disposition: attachment; filename*=utf-8''%E3%81%82.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVsbG8=\r\n--a=1--\r\n`)],
    ["to hidden recipients", message("From: a@corp.test\nTo: undisclosed-recipients:;")],
    ["with lines that end in LF", Buffer.from("From: a@corp.test\nTo: b@partner.example\n\nHello\n")],
    ["of a mail program", notice([["To", "info@partner.example"]])],
  ])("%s", (_, bytes) => {
    expect(read(bytes).isOnce).toBe(true);
  });
});

describe("a message is read twice", () => {
  it.each<readonly [string, Buffer]>([
    ["with parts, and no word of MIME", message(`${FROM}\nContent-Type: multipart/mixed; boundary=b`, "--b\r\n\r\none\r\n--b--\r\n")],
    ["with bare line ends in its body", message(FROM, "one\ntwo\rthree\r\n")],
    ["of text with a boundary", message(`${MIME}\nContent-Type: text/plain; boundary=b`)],
    ["in a charset that its bytes do not bear out", message(`${MIME}\nContent-Type: text/plain; charset=iso-2022-jp`, "\xe3\x81\x82\r\n")],
    ["in UTF-7", message(`${MIME}\nContent-Type: text/plain; charset=utf-7`, "+MEI-\r\n")],
    ["with a parameter twice", message(`${MIME}\nContent-Type: text/plain; charset=utf-8; CHARSET=utf-7`)],
    ["in Base64 with a sign too many", message(`${MIME}\nContent-Transfer-Encoding: base64`, "SGVsbG8==\r\n")],
    ["in Base64 with words below", message(`${MIME}\nContent-Transfer-Encoding: base64`, "SGVsbG8=\r\nlist\r\n")],
    ["in Base64 of uneven lines", message(`${MIME}\nContent-Transfer-Encoding: base64`, "SGV\r\nsbG8=\r\n")],
    ["in quoted-printable with a blank in a soft break", message(`${MIME}\nContent-Transfer-Encoding: quoted-printable`, "a= \r\nb\r\n")],
    ["whose delimiter goes on", message(`${MIME}\nContent-Type: multipart/mixed; boundary=b`, "--b\r\n\r\none\r\n--bc\r\n\r\ntwo\r\n--b--\r\n")],
    ["whose delimiter has a blank behind it", message(`${MIME}\nContent-Type: multipart/mixed; boundary=b`, "--b \r\n\r\none\r\n--b--\r\n")],
    ["whose boundaries begin alike", message(`${MIME}\nContent-Type: multipart/mixed; boundary=b`, "--b\r\nContent-Type: multipart/mixed; boundary=bb\r\n\r\n--bb\r\n\r\none\r\n--bb--\r\n--b--\r\n")],
    ["with fields behind its last delimiter", message(`${MIME}\nContent-Type: multipart/mixed; boundary=b`, "--b\r\n\r\none\r\n--b--\r\nContent-Type: text/html\r\n\r\ntwo\r\n")],
    ["of a digest", message(`${MIME}\nContent-Type: multipart/digest; boundary=b`, "--b\r\n\r\nFrom: x@y.example\r\n\r\none\r\n--b--\r\n")],
    ["with a type said twice", message(`${FROM}\nContent-Type: text/plain\nContent-Type: text/html`)],
    ["with an encoding said twice", message(`${FROM}\nContent-Transfer-Encoding: 7bit\nContent-Transfer-Encoding: base64`)],
    ["with a comment in its encoding", message(`${FROM}\nContent-Transfer-Encoding: 7bit (base64)`)],
    ["with a disposition said twice", message(`${MIME}\nContent-Disposition: inline\nContent-Disposition: attachment; filename=a.txt`)],
    ["with To said twice", message(`${FROM}\nTo: c@partner.example`)],
    ["with a group of recipients", message("From: a@corp.test\nTo: friends: b@partner.example, c@partner.example;")],
    ["with a quote that does not end", message('From: a@corp.test\nTo: "Sato <b@partner.example>, c@partner.example')],
    ["with a comma in a quoted name", message('From: a@corp.test\nTo: "Sato, T." <b@partner.example>')],
    ["with two addresses and no comma", message("From: a@corp.test\nTo: b@partner.example c@partner.example")],
    ["with a route", message("From: a@corp.test\nTo: <@relay.example:b@partner.example>")],
    ["with a comment among its recipients", message("From: a@corp.test\nTo: b@partner.example (Sato)")],
    ["with a blank before a colon", message(`${FROM}\nContent-Type : text/html`)],
    ["with a line that is no field", message(`${FROM}\nno field at all\nMIME-Version: 1.0`)],
    ["with a line of blanks in its header", message(`${FROM}\n \nMIME-Version: 1.0`)],
    ["with a line feed alone in its header", Buffer.from("From: a@corp.test\nTo: b@partner.example\r\n\r\nHello\r\n")],
    ["with a carriage return alone in its header", Buffer.from("From: a@corp.test\rTo: b@partner.example\r\n\r\nHello\r\n")],
    ["with a null in its header", message(`${FROM}\nX: a\0b`)],
    ["with a null in its body", message(FROM, "a\0b\r\n")],
    ["with an escape to another character set", message(FROM, "\x1b$B$\"\x1b(B\r\n")],
    ["with raw bytes in its header", message(`${FROM}\nX-Name: \xe3\x81\x82`)],
    ["with raw bytes in a body that says nothing of them", message(FROM, "\xe3\x81\x82\r\n")],
    ["with bytes that are not in its charset", message(`${FROM}\n${UTF8}`, "\x82\xa0\r\n")],
    ["that a mailbox's line begins", message(`From a@corp.test Mon Apr  1 10:00:00 2024\n${FROM}`)],
    ["without a header", Buffer.from("\r\nHello\r\n")],
  ])("%s", (_, bytes) => {
    expect(read(bytes).isOnce).toBe(false);
  });
});

describe("where a message is read once, the second reader has nothing to tell", () => {
  const files = readdirSync("fixtures", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".eml")).map((name) => join("fixtures", name));
  it.each(files)("%s", async (file) => {
    const bytes = readFileSync(file);
    const { head, tree, isOnce } = read(bytes);
    if (!isOnce) return;
    expect(await secondReading(bytes, head, tree)).toEqual(NOTHING);
  });

  it("of all messages made to hide people, and their twins", async () => {
    let once = 0;
    for (const one of hidingMessages()) {
      for (const bytes of [one.bytes, one.clean()]) {
        const { head, tree, isOnce } = read(bytes);
        if (!isOnce) continue;
        once++;
        expect({ trick: one.trick, ...(await secondReading(bytes, head, tree)) }).toEqual({ trick: one.trick, ...NOTHING });
      }
    }
    expect(once).toBeGreaterThan(500);
  });

  it("of random changes to messages of mail programs", async () => {
    let seed = 1;
    const random = (below: number): number => (seed = (Math.imul(seed, 48271) >>> 0) % 2147483647) % below;
    const whole = hidingMessages().filter(({ family, payload }) => ["structure", "encoding"].includes(family) && payload.id === "record").map(({ bytes }) => bytes);
    const SIGNS = Buffer.from("\r\n \t\"\\();:=-<>@,\0\x1b+%?/bA9\xe9", "latin1");
    for (let round = 0; round < 4_000; round++) {
      const bytes = Buffer.from(whole[random(whole.length)]);
      const near = random(2) === 0 ? 500 : bytes.length;
      for (let i = 0; i <= random(3); i++) bytes[random(Math.min(near, bytes.length))] = SIGNS[random(SIGNS.length)];
      const { head, tree, isOnce } = read(bytes);
      if (isOnce) expect(await secondReading(bytes, head, tree), bytes.toString("base64")).toEqual(NOTHING);
    }
  }, 120_000);

  it("there are such messages among the fixtures, and others", () => {
    const once = files.filter((file) => read(readFileSync(file)).isOnce).length;
    expect(once).toBeGreaterThan(3);
    expect(files.length - once).toBeGreaterThan(5);
  });
});

it("a list that never ends is judged in linear time: a hostile value is split once", () => {
  const bytes = message(`From: a@corp.test\nTo: ${"a ".repeat(100_000)}`);
  expect(read(bytes).isOnce).toBe(false);
  expect(read(message(`From: a@corp.test\nTo: ${"a@b.example,\n ".repeat(50_000)}c@d.example`)).isOnce).toBe(true);
});
