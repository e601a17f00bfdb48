import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { recipientExposure } from "../../detectors/recipient-exposure.js";
import type { RecordsMatch } from "../../src/contract.js";
import { addressesOf, addressList, type Field, NOTICE, notice } from "../support/mail.js";
import { type Given, judge } from "../support/message.js";

const folder = "fixtures/recipient-exposure";
const fixture = (name: string): Uint8Array => readFileSync(`${folder}/${name}`);
const names = readdirSync(folder);

type Judged = Parameters<typeof judge<"visible-recipients" | "reply-recipients" | "few-recipients", { readonly threshold: number }>>[2];

async function exposures(bytes: Uint8Array, given?: Judged): Promise<RecordsMatch[]> {
  // This detector yields nothing but records.
  return (await judge(recipientExposure, bytes, given)) as RecordsMatch[];
}

const summary = (matches: readonly RecordsMatch[]): [string, number][] => matches.map(({ code, identities }) => [code, [...identities].length]);

describe("recipient-exposure: fixtures", () => {
  it.each(names.filter((name) => name.startsWith("pass.")).map((name) => [name]))("lets %s pass", async (name) => {
    expect(summary(await exposures(fixture(name)))).toEqual([]);
  });

  it.each([
    ["flag.to.eml", "visible-recipients", 357],
    ["flag.cc.eml", "visible-recipients", 357],
    ["flag.to-and-cc.eml", "visible-recipients", 357],
    ["flag.repeated-to.eml", "visible-recipients", 357],
    ["flag.group.eml", "visible-recipients", 357],
    ["flag.names.eml", "visible-recipients", 357],
    ["flag.semicolons.eml", "visible-recipients", 357],
    ["flag.encoded-line.eml", "visible-recipients", 357],
    ["flag.resent.eml", "visible-recipients", 357],
    ["flag.carriers.eml", "visible-recipients", 40],
    ["flag.fifteen.eml", "visible-recipients", 15],
    ["flag.reply-unproven.eml", "reply-recipients", 357],
    ["flag.few-at-providers.eml", "few-recipients", 2],
  ])("reports %s as %s of %i people", async (name, code, people) => {
    expect(summary(await exposures(fixture(name)))).toEqual([[code, people]]);
  });

  it("has a row for every fixture that must be flagged", () => {
    expect(names.filter((name) => name.startsWith("flag."))).toHaveLength(13);
  });
});

describe("recipient-exposure: who counts", () => {
  const list = (count: number): Field => ["To", addressList(addressesOf(count))];
  it.each<[string, Field[], Judged, [string, number][]]>([
    ["people of own domains do not", [list(20)], { site: { ownDomains: ["provider.example"] } }, []],
    ["nor those of subdomains", [["To", addressList(addressesOf(20).map((one) => one.replace("@", "@mail.")))]], { site: { ownDomains: ["provider.example"] } }, []],
    ["but those of a domain that only ends alike do", [["To", addressList(addressesOf(20).map((one) => one.replace("@", "@evil")))]], { site: { ownDomains: ["provider.example"] } }, [["visible-recipients", 20]]],
    ["own domains that are set replace the sender's", [["To", addressList(addressesOf(20).map((one) => one.replace("provider.example", "shop.example")))]], { site: { ownDomains: ["other.example"] } }, [["visible-recipients", 20]]],
    ["a group by addresses is let pass", [list(20)], { site: { knownGroups: { board: addressesOf(25) } } }, []],
    ["a group by domain is let pass", [list(20)], { site: { knownGroups: { partner: ["@provider.example"] } } }, []],
    ["two groups in one message are not", [list(20)], { site: { knownGroups: { one: addressesOf(10), two: addressesOf(10, 10) } } }, [["visible-recipients", 20]]],
    ["a stranger among a group makes all of them count", [list(20)], { site: { knownGroups: { one: addressesOf(19) } } }, [["visible-recipients", 20]]],
    ["the threshold is an option", [list(5)], { options: { threshold: 5 } }, [["visible-recipients", 5]]],
    ["and one below it passes", [list(4)], { options: { threshold: 5 } }, []],
    ["an address in a display name does", [["To", `"${addressesOf(20).join(" ")}" <list@partner.example>`]], {}, [["visible-recipients", 21]]],
    ["Apparently-To does", [["Apparently-To", addressList(addressesOf(15))]], {}, [["visible-recipients", 15]]],
    ["Resent-Cc does", [["Resent-Cc", addressList(addressesOf(15))]], {}, [["visible-recipients", 15]]],
    ["Bcc does not", [["Bcc", addressList(addressesOf(50))], ["Resent-Bcc", addressList(addressesOf(50))]], {}, []],
    ["Reply-To does not", [["Reply-To", addressList(addressesOf(50))]], {}, []],
    ["the sender does not", [["To", `card@shop.example, ${addressList(addressesOf(14))}`]], { site: { ownDomains: ["other.example"] } }, []],
    ["half in To and half in Cc are counted together", [["To", addressList(addressesOf(8))], ["Cc", addressList(addressesOf(8, 8))]], {}, [["visible-recipients", 16]]],
    ["the same people in To and Cc are counted once", [["To", addressList(addressesOf(14))], ["Cc", addressList(addressesOf(14))]], {}, []],
    ["one private person is no exposure", [["To", "leaklint-fixture@gmail.com, info@partner.example"]], {}, []],
  ])("%s", async (_name, fields, given, expected) => {
    expect(summary(await exposures(notice(fields), given))).toEqual(expected);
  });

  it("a sender at a public provider makes nobody of that provider a colleague", async () => {
    const bytes = Buffer.from(`From: leaklint-fixture-0@gmail.com\r\nTo: ${Array.from({ length: 15 }, (_, i) => `leaklint-fixture-${i + 1}@gmail.com`).join(", ")}\r\n\r\nHi\r\n`);
    expect(summary(await exposures(bytes))).toEqual([["visible-recipients", 15]]);
  });

  it("recipients only the SMTP envelope has are Bcc and no exposure", async () => {
    expect(await exposures(notice([["To", "card@shop.example"]]), { envelope: { to: addressesOf(400) } })).toEqual([]);
  });

  it("a message inside a message is not judged", async () => {
    const given: Given = { at: [{ kind: "file", path: "a.eml" }, { kind: "part", path: "2" }] };
    expect(await exposures(fixture("flag.to.eml"), given)).toEqual([]);
  });
});

describe("recipient-exposure: replies", () => {
  const people = addressesOf(30);
  const reply: Field[] = [["In-Reply-To", "<1@partner.example>"], ["To", addressList(people)]];
  const block = (lines: readonly string[]): string => `了解です。\r\n\r\n${lines.join("\r\n")}\r\n\r\n本文\r\n`;
  it.each([
    ["Outlook's block", block(["-----Original Message-----", `From: ${people[0]}`, "Sent: Monday, April 1, 2024 10:00 AM", `To: ${people.slice(1).join("; ")}`, "Subject: x"])],
    ["Outlook's block in Japanese", block([`差出人: ${people[0]}`, "送信日時: 2024年4月1日 10:00", `宛先: ${people.slice(1, 20).join("; ")}`, `CC: ${people.slice(20).join("; ")}`, "件名: x"])],
    ["labels with full-width colons, set apart", block([`差出人：${people[0]}`, "日　時：2024年4月1日", `宛　先：${people.slice(1).join("、")}`, "件　名：x"])],
    ["a block under quote marks", block([`> From: ${people[0]}`, "> Date: Mon, 1 Apr 2024", `> To: ${people.slice(1, 15).join(",")},`, `> ${people.slice(15).join(",")}`, "> Subject: x"])],
    ["Gmail's forwarding block", block(["---------- Forwarded message ---------", `From: Sato <${people[0]}>`, "Date: Mon, Apr 1, 2024", "Subject: x", `To: ${people.slice(1).map((one) => `<${one}>`).join(", ")}`])],
    ["two blocks of a longer thread", block([`From: ${people[0]}`, "Date: x", `To: ${people.slice(1, 10).join(", ")}`, "Subject: x", "", "> old", `From: ${people[10]}`, "Date: x", `To: ${people.slice(11).join(", ")}`, "Subject: y"])],
  ])("passes where %s names them", async (_name, body) => {
    expect(summary(await exposures(notice(reply, body)))).toEqual([]);
  });

  it("passes where an HTML body quotes the block", async () => {
    const html = `<html><body><p>ok</p><div><b>差出人:</b> ${people[0]}<br><b>送信日時:</b> 2024<br><b>宛先:</b> ${people.slice(1).map((one) => `&lt;<a href="mailto:${one}">${one}</a>&gt;`).join("; ")}<br><b>件名:</b> x<br></div></body></html>`;
    const bytes = Buffer.from(`From: card@shop.example\r\nIn-Reply-To: <1@x>\r\nTo: ${people.join(", ")}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`);
    expect(summary(await exposures(bytes))).toEqual([]);
  });

  it("passes where the earlier message is attached, or its people are given", async () => {
    const attached = `--b\r\nContent-Type: text/plain\r\n\r\nsee\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: ${people[0]}\r\nTo: ${people.slice(1).join(",")}\r\n\r\nx\r\n--b--\r\n`;
    const bytes = Buffer.from(`From: card@shop.example\r\nReferences: <1@x>\r\nTo: ${people.join(", ")}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${attached}`);
    expect(summary(await exposures(bytes))).toEqual([]);
    expect(summary(await exposures(notice(reply), { thread: people.map((one) => one.toUpperCase()) }))).toEqual([]);
  });

  it.each([
    ["the body is only a list", people.join("\r\n")],
    ["a bare To line quotes them", `To: ${people.join(", ")}\r\n`],
    ["a sender line has no date or subject", `From: ${people[0]}\r\nTo: ${people.join(", ")}\r\n`],
    ["the block names others", block([`From: ${addressesOf(1, 500)[0]}`, "Date: x", `To: ${addressesOf(29, 501).join(", ")}`])],
    ["they stand in the text after the block", block(["From: a@partner.example", "Date: x", "To: b@partner.example", "", ...people])],
    ["nothing is quoted", NOTICE],
  ])("reports a reply where %s", async (_name, body) => {
    expect(summary(await exposures(notice(reply, body)))).toEqual([["reply-recipients", 30]]);
  });

  it("counts only the newcomers", async () => {
    const body = block([`From: ${people[0]}`, "Date: x", `To: ${people.slice(1, 14).join(", ")}`]);
    expect(summary(await exposures(notice(reply, body)))).toEqual([["reply-recipients", 16]]);
  });

  it("a block proves nothing in a message that answers none", async () => {
    const body = block([`From: ${people[0]}`, "Date: x", `To: ${people.slice(1).join(", ")}`]);
    expect(summary(await exposures(notice([["To", addressList(people)]], body)))).toEqual([["visible-recipients", 30]]);
  });
});

describe("recipient-exposure: the remedy", () => {
  it("names exactly the mailboxes to move, in order, and where they stand", async () => {
    const [match] = await exposures(notice([["To", `card@shop.example, ${addressList(addressesOf(2))}`], ["To", `Team: ${addressesOf(1, 2)[0]}, suzuki@shop.example;, ${addressesOf(1, 3)[0]}`]]), { options: { threshold: 4 } });
    expect(match.remedies).toEqual([
      {
        kind: "move-to-bcc",
        recipients: [
          { field: "To", occurrence: 0, position: 1 },
          { field: "To", occurrence: 0, position: 2 },
          { field: "To", occurrence: 1, position: 0 },
          { field: "To", occurrence: 1, position: 2 },
        ],
      },
    ]);
    expect(match.at).toEqual([{ kind: "file", path: "mail.eml" }, { kind: "header", name: "To" }]);
    expect(match.entities).toEqual({ "email-address": 4 });
  });

  it("names a mailbox once that holds another address in its name", async () => {
    const [match] = await exposures(notice([["Cc", `"${addressesOf(3).join(" ")}" <list@partner.example>`]]), { options: { threshold: 4 } });
    expect(match.remedies).toEqual([{ kind: "move-to-bcc", recipients: [{ field: "Cc", occurrence: 0, position: 0 }] }]);
  });

  it("stands at the message where To and Cc are both concerned", async () => {
    const [match] = await exposures(fixture("flag.to-and-cc.eml"));
    expect(match.at).toEqual([{ kind: "file", path: "mail.eml" }]);
  });
});
