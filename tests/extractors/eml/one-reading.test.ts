import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createBodies } from "../../../src/extractors/eml/bodies.js";
import { type HeaderBlock, readHeaders } from "../../../src/extractors/eml/headers.js";
import { type MimeTree, walkMime } from "../../../src/extractors/eml/mime.js";
import { isReadOneWay } from "../../../src/extractors/eml/one-reading.js";
import { lookAgain } from "../../../src/extractors/eml/second-look.js";
import { createBudget, DEFAULT_LIMITS } from "../../../src/limits.js";
import { hidingMessages } from "../../support/mime-tricks/index.js";
import { notice } from "../../support/mail.js";

const budget = () => createBudget(DEFAULT_LIMITS);

function read(bytes: Uint8Array): { head: HeaderBlock; tree: MimeTree; oneWay: boolean } {
  const head = readHeaders(bytes);
  const tree = walkMime(bytes, head, budget());
  return { head, tree, oneWay: isReadOneWay(bytes, head, tree) };
}

const message = (header: string, body = "Hello\r\n"): Buffer => Buffer.from(`${header.replaceAll("\n", "\r\n")}\r\n\r\n${body}`, "latin1");
const FROM = "From: a@corp.test\nTo: b@partner.example\nSubject: x";
const UTF8 = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit";

describe("a message is read once", () => {
  it.each<readonly [string, Buffer]>([
    ["of three fields", message(FROM)],
    ["in UTF-8", message(`${FROM}\nMIME-Version: 1.0\n${UTF8}`, "\xe3\x81\x82\r\n")],
    ["with its charset in quotes and capitals", message(`${FROM}\nContent-Type: Text/Plain; charset="UTF-8"\nContent-Transfer-Encoding: 8BIT`, "\xe3\x81\x82\r\n")],
    ["with names, encoded and quoted", message(`From: a@corp.test\nTo: Sato <s@partner.example>, "T. Suzuki" <t@partner.example>,\n =?UTF-8?B?5L2Q6Jek?= <u@partner.example>\nCc: v@partner.example`)],
    ["with a carrier's address", message("From: a@corp.test\nTo: a..b.@docomo.example")],
    ["without a body", message(FROM, "")],
    ["with bare line ends in its body", message(FROM, "one\ntwo\rthree\r\n")],
    ["of a mail program", notice([["To", "info@partner.example"]])],
  ])("%s", (_, bytes) => {
    expect(read(bytes).oneWay).toBe(true);
  });
});

describe("a message is read twice", () => {
  it.each<readonly [string, Buffer]>([
    ["with parts", message(`${FROM}\nContent-Type: multipart/mixed; boundary=b`, "--b\r\n\r\none\r\n--b--\r\n")],
    ["in HTML", message(`${FROM}\nContent-Type: text/html; charset=utf-8`)],
    ["in a charset with shifts", message(`${FROM}\nContent-Type: text/plain; charset=iso-2022-jp`)],
    ["with a parameter that is nothing to us", message(`${FROM}\nContent-Type: text/plain; charset=utf-8; name=a.zip`)],
    ["with a type said twice", message(`${FROM}\nContent-Type: text/plain\nContent-Type: text/html`)],
    ["with an encoding said twice", message(`${FROM}\nContent-Transfer-Encoding: 7bit\nContent-Transfer-Encoding: base64`)],
    ["in base64", message(`${FROM}\nContent-Transfer-Encoding: base64`, "SGVsbG8=\r\n")],
    ["with a comment in its encoding", message(`${FROM}\nContent-Transfer-Encoding: 7bit (base64)`)],
    ["with a disposition", message(`${FROM}\nContent-Disposition: attachment; filename=a.txt`)],
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
    expect(read(bytes).oneWay).toBe(false);
  });
});

describe("where a message is read once, the second reader has nothing to tell", () => {
  const files = readdirSync("fixtures", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".eml")).map((name) => join("fixtures", name));
  it.each(files)("%s", async (file) => {
    const bytes = readFileSync(file);
    const { head, tree, oneWay } = read(bytes);
    if (!oneWay) return;
    const { extras, disagreements } = await lookAgain(bytes, head, tree.leaves, createBodies(bytes, budget()), [], { limits: DEFAULT_LIMITS, budget: budget() });
    expect({ extras, disagreements }).toEqual({ extras: [], disagreements: [] });
  });

  it("of all messages made to hide people, and their twins", async () => {
    let oneWay = 0;
    for (const one of hidingMessages()) {
      for (const bytes of [one.bytes, one.clean()]) {
        const { head, tree, oneWay: isOneWay } = read(bytes);
        if (!isOneWay) continue;
        oneWay++;
        const { extras, disagreements } = await lookAgain(bytes, head, tree.leaves, createBodies(bytes, budget()), [], { limits: DEFAULT_LIMITS, budget: budget() });
        expect({ trick: one.trick, extras, disagreements }).toEqual({ trick: one.trick, extras: [], disagreements: [] });
      }
    }
    expect(oneWay).toBeGreaterThan(0);
  });

  it("there are such messages among the fixtures, and others", () => {
    const oneWay = files.filter((file) => read(readFileSync(file)).oneWay).length;
    expect(oneWay).toBeGreaterThan(3);
    expect(files.length - oneWay).toBeGreaterThan(20);
  });
});

it("a list that never ends is judged in linear time: a hostile value is split once", () => {
  const bytes = message(`From: a@corp.test\nTo: ${"a ".repeat(100_000)}`);
  expect(read(bytes).oneWay).toBe(false);
  expect(read(message(`From: a@corp.test\nTo: ${"a@b.example,".repeat(50_000)}c@d.example`)).oneWay).toBe(true);
});
