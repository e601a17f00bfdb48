import { describe, expect, it } from "vitest";
import type { MessageSegment } from "../../../src/contract.js";
import { msgExtractor, tnefExtractor } from "../../../src/extractors/outlook/index.js";
import { createBudget, DEFAULT_LIMITS } from "../../../src/limits.js";
import { encode } from "../../support/encode.js";
import { extract, fileArtifact, show, textOf, whereIs } from "../../support/extract.js";
import { type MessageParts, outlookMessage, packRtf, tnef, tnefAttribute, tnefProperties } from "../../support/outlook.js";
import { inventPerson } from "../../support/people.js";

const person = inventPerson(11);
const { name, email } = person;
const open = (parts: MessageParts) => extract(msgExtractor, outlookMessage(parts), "a.msg");
const html = (text: string): { type: number; bytes: Buffer } => ({ type: 0x102, bytes: Buffer.from(text) });

async function messagesOf(bytes: Buffer): Promise<MessageSegment[]> {
  const found: MessageSegment[] = [];
  for await (const piece of msgExtractor.extract(fileArtifact(bytes, "a.msg"), { limits: DEFAULT_LIMITS, budget: createBudget(DEFAULT_LIMITS) })) if (piece.kind === "message") found.push(piece);
  return found;
}

describe("msgExtractor", () => {
  it.each<[string, MessageParts, string]>([
    ["the subject", { values: { 0x0037: name } }, "a.msg › Subject"],
    ["the text", { values: { 0x1000: `x\n${name}` } }, "a.msg › 2:1"],
    ["a text of 8 bits in the message's code page", { values: { 0x3ffd: 932, 0x1000: { type: 0x1e, bytes: encode(name, "shift_jis") } } }, "a.msg › 1:1"],
    ["a property nobody shows", { values: { 0x4023: name } }, "a.msg › [0x4023] (metadata)"],
    ["the headers it came with", { values: { 0x007d: `Received: from x\r\nX-Author: ${name}` } }, "a.msg › [Transport headers] (metadata)"],
    ["a property the file names itself", { named: [["担当者", name]] }, "a.msg › [担当者] (metadata)"],
    ["the name of such a property", { named: [[name, "x"]] }, "a.msg › [custom property names] (metadata)"],
    ["a recipient's further names", { recipients: [{ 0x0c15: 1, 0x3001: "office", 0x3003: "a@office.example", 0x3a20: name }] }, "a.msg › [0x3a20] (metadata)"],
    ["a contact's fields", { values: { 0x001a: "IPM.Contact", 0x3001: name } }, "a.msg › [Display name]"],
    ["a message inside", { attachments: [{ values: { 0x3705: 5, 0x3001: "fwd" }, message: { values: { 0x1000: name } } }] }, "a.msg › 1 › 1:1"],
    ["the recipients of a message inside", { attachments: [{ values: { 0x3705: 5 }, message: { recipients: [{ 0x0c15: 2, 0x3001: name, 0x3003: email }] } }] }, "a.msg › 1 › Cc"],
  ])("reads %s", async (_case, parts, place) => {
    expect(whereIs(name, await open(parts))).toEqual([place]);
  });

  it.each<[string, MessageParts, string, string]>([
    ["the page it is written as", { values: { 0x1013: html(`<p>${name}</p>`) } }, "a.msg › body.html", name],
    ["a page in another code page", { values: { 0x3fde: 932, 0x1013: { type: 0x102, bytes: encode(`<p>${name}</p>`, "shift_jis") } } }, "a.msg › body.html", name],
    ["its Rich Text", { values: { 0x1009: { type: 0x102, bytes: packRtf("{\\rtf1 hidden words}") } } }, "a.msg › body.rtf", "hidden words"],
    ["an attachment", { attachments: [{ values: { 0x3705: 1, 0x3707: "list.csv", 0x3701: html(name) } }] }, "a.msg › 1", name],
    ["an embedded object's streams", { attachments: [{ values: { 0x3705: 6 }, object: { CONTENTS: Buffer.from(name) } }] }, "a.msg › 1 › CONTENTS", name],
  ])("gives %s as a file", async (_case, parts, place, words) => {
    const { artifacts } = await open(parts);
    expect(artifacts.map(({ at }) => show(at))).toEqual([place]);
    expect(textOf(artifacts[0])).toContain(words);
  });

  it("says who receives it, and who secretly", async () => {
    const recipients = [{ 0x0c15: 1, 0x3001: name, 0x3003: "/o=X/cn=a", 0x39fe: email }, { 0x0c15: 2, 0x3001: "C", 0x3003: "c@office.example" }, { 0x0c15: 3, 0x3001: "B", 0x3003: "b@office.example" }];
    const [message] = await messagesOf(outlookMessage({ values: { 0x0042: "S", 0x5d02: "s@office.example", 0x1042: "<1@x>" }, recipients }));
    expect([message.outermost, message.isReply, message.from.map(({ address }) => address), message.visible.map(({ address, field }) => [address, field]), message.bcc.map(({ address }) => address)]).toEqual(
      [true, true, ["s@office.example"], [[email, "To"], ["c@office.example", "Cc"]], ["b@office.example"]],
    );
  });

  it("tells messages inside from the one about to be sent", async () => {
    const inside = { values: { 0x0037: "inner" }, recipients: [{ 0x0c15: 1, 0x3001: name, 0x3003: email }] };
    const found = await messagesOf(outlookMessage({ attachments: [{ values: { 0x3705: 5 }, message: inside }] }));
    expect(found.map(({ outermost, visible }) => [outermost, visible.length])).toEqual([[true, 0], [false, 1]]);
  });

  it("reads what was deleted and what lies in no stream", async () => {
    const bytes = outlookMessage({}, { orphans: { "__substg1.0_1000001F": Buffer.from("deleted words") }, free: Buffer.from("leftover words".padEnd(512)) });
    const { texts } = await extract(msgExtractor, bytes, "a.msg");
    const shown = ["deleted words", "leftover words"].flatMap((words) => whereIs(words, { texts, tables: [] }));
    expect(new Set(shown)).toEqual(new Set(["a.msg › [deleted or unused parts] (orphaned-part)"]));
  });

  it("does not list what every correspondent can see anyway", async () => {
    const { texts } = await open({ values: { 0x0037: "Re: x", 0x0e1d: "x", 0x0e04: `${name}; C` }, recipients: [{ 0x0c15: 1, 0x3001: name, 0x3003: email }, { 0x0c15: 1, 0x3001: "C", 0x3003: "c@x.example" }] });
    expect(texts.map(({ text }) => text)).toEqual(["Re: x"]);
  });

  it("says that an attachment's content is missing", async () => {
    expect((await open({ attachments: [{ values: { 0x3705: 1, 0x3707: "a.csv" } }] })).unscanned).toEqual([expect.objectContaining({ reason: "corrupt" })]);
  });

  it("stops at messages inside messages without end", async () => {
    let parts: MessageParts = { values: { 0x1000: "end" } };
    for (let i = 0; i < 12; i++) parts = { attachments: [{ values: { 0x3705: 5 }, message: parts }] };
    expect((await open(parts)).unscanned).toEqual([expect.objectContaining({ reason: "limit" })]);
  });

  it("gives a result for a message cut off anywhere", async () => {
    const bytes = outlookMessage({ values: { 0x1000: name.repeat(50), 0x1013: html(`<p>${name}</p>`) }, recipients: [{ 0x3001: name }], attachments: [{ values: { 0x3707: "a" }, message: { values: { 0x1000: name } } }] });
    for (let length = 512; length < bytes.length; length += 37) await expect(extract(msgExtractor, bytes.subarray(0, length), "a.msg")).resolves.toBeDefined();
  });
});

describe("Rich Text of Outlook", () => {
  it("is unpacked with its references and the words every text begins with", async () => {
    // [MS-OXRTFCP] 3.1.1: the specification's own example.
    const example = Buffer.from("2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0", "hex");
    const { artifacts, unscanned } = await open({ values: { 0x1009: { type: 0x102, bytes: example } } });
    expect(artifacts.map(textOf)).toEqual(["{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"]);
    expect(unscanned).toEqual([]);
  });
  it("is listed as damaged where it is cut off", async () => {
    const { unscanned } = await open({ values: { 0x1009: { type: 0x102, bytes: packRtf("{\\rtf1 words}").subarray(0, 24) } } });
    expect(unscanned).toEqual([expect.objectContaining({ reason: "corrupt" })]);
  });
});

describe("tnefExtractor", () => {
  const read = (...attributes: Buffer[]) => extract(tnefExtractor, tnef(attributes), "winmail.dat");
  it.each<[string, Buffer[], string]>([
    ["a text of 8 bits", [tnefAttribute(0x9007, 6, Buffer.from([0xa4, 3, 0, 0, 0, 0, 0, 0])), tnefAttribute(0x800c, 2, encode(name, "shift_jis"))], "winmail.dat › 1:1"],
    ["a subject among the properties", [tnefAttribute(0x9003, 6, tnefProperties({ 0x0037: name }))], "winmail.dat › Subject"],
    ["a recipient", [tnefAttribute(0x9004, 6, Buffer.concat([Buffer.from([1, 0, 0, 0]), tnefProperties({ 0x0c15: 1, 0x3001: name, 0x3003: email })]))], "winmail.dat › To"],
    ["a property nobody shows", [tnefAttribute(0x9003, 6, tnefProperties({ 0x4023: name }))], "winmail.dat › [0x4023] (metadata)"],
  ])("reads %s", async (_case, attributes, place) => {
    expect(whereIs(name, await read(...attributes))).toEqual([place]);
  });
  it("gives attachments under their long names", async () => {
    const { artifacts } = await read(
      tnefAttribute(0x9002, 6, Buffer.alloc(14), 2), tnefAttribute(0x8010, 1, Buffer.from("LIST~1.CSV\0"), 2), tnefAttribute(0x800f, 6, Buffer.from("one"), 2),
      tnefAttribute(0x9005, 6, tnefProperties({ 0x3707: "名簿.csv" }), 2), tnefAttribute(0x9002, 6, Buffer.alloc(14), 2), tnefAttribute(0x8010, 1, Buffer.from("b.txt\0"), 2), tnefAttribute(0x800f, 6, Buffer.from("two"), 2),
    );
    expect(artifacts.map((one) => [one.name, textOf(one)])).toEqual([["名簿.csv", "one"], ["b.txt", "two"]]);
  });
  it("gives a result for a file cut off anywhere, and says so", async () => {
    const whole = tnef([tnefAttribute(0x9003, 6, tnefProperties({ 0x0037: name, 0x1000: "words" })), tnefAttribute(0x800f, 6, Buffer.from("content"), 2)]);
    for (let length = 16; length < whole.length - 2; length++) {
      const { unscanned } = await extract(tnefExtractor, whole.subarray(0, length), "winmail.dat");
      if (length > 20 && length < 60) expect(unscanned).toContainEqual(expect.objectContaining({ reason: "corrupt" }));
    }
  });
});
