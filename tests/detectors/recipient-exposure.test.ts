import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { recipientExposure, type RecipientExposureOptions } from "../../detectors/recipient-exposure.js";
import type { RecordsMatch } from "../../src/contract.js";
import { addressesOf, addressList, envelopeFields, type Field, mail, NOTICE, notice, PLAIN_UTF8 } from "../support/mail.js";
import { type Given, judge } from "../support/message.js";

const folder = "fixtures/recipient-exposure";
const fixture = (name: string): Uint8Array => readFileSync(`${folder}/${name}`);
const names = readdirSync(folder);

type Judged = Parameters<typeof judge<Code, RecipientExposureOptions>>[2];
type Code = keyof typeof recipientExposure.messages;

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
    ["flag.sensitive-sender.eml", "sensitive-recipients", 2],
    ["flag.sensitive-subject.eml", "sensitive-recipients", 2],
    ["flag.sensitive-group.eml", "sensitive-recipients", 2],
    ["flag.sensitive-list.eml", "sensitive-recipients", 2],
    ["flag.sensitive-body.eml", "sensitive-recipients", 2],
    ["flag.organisations.eml", "organisations", 10],
    ["flag.listed-in-body.eml", "listed-addresses", 20],
    ["flag.listed-in-reply-to.eml", "listed-addresses", 20],
    ["flag.listed-in-x-header.eml", "listed-addresses", 20],
    ["flag.forwarded-block.eml", "listed-addresses", 20],
  ])("reports %s as %s of %i people", async (name, code, people) => {
    expect(summary(await exposures(fixture(name)))).toEqual([[code, people]]);
  });

  it("has a row for every fixture that must be flagged", () => {
    expect(names.filter((name) => name.startsWith("flag."))).toHaveLength(23);
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
    ["Reply-To does, as a list that everybody can read", [["Reply-To", addressList(addressesOf(50))]], {}, [["listed-addresses", 50]]],
    ["Mail-Followup-To does in the same way", [["Mail-Followup-To", addressList(addressesOf(15))]], {}, [["listed-addresses", 15]]],
    ["Received, References and List-Unsubscribe do not", [["Received", `for <${addressesOf(20).join("> <")}>`], ["References", addressesOf(20).map((one) => `<${one}>`).join(" ")], ["List-Unsubscribe", addressesOf(20).map((one) => `<mailto:${one}>`).join(", ")]], {}, []],
    ["people of one's own domain in Unicode do not, where the config has it in ASCII", [["To", addressList(addressesOf(20).map((one) => one.replace("provider", "日本語")))]], { site: { ownDomains: ["xn--wgv71a119e.example"] } }, []],
    ["nor the other way round, in full-width letters", [["To", addressList(addressesOf(20).map((one) => one.replace("provider", "XN--WGV71A119E")))]], { site: { ownDomains: ["日本語。ｅｘａｍｐｌｅ"] } }, []],
    ["a group by domain in Unicode is let pass", [["To", addressList(addressesOf(20).map((one) => one.replace("provider", "xn--wgv71a119e")))]], { site: { knownGroups: { partner: ["@日本語.example"] } } }, []],
    ["one mailbox of a carrier is one person, quoted or not", [["To", '"a..b."@docomo.ne.jp, a..b.@docomo.ne.jp, A..B.@DOCOMO.NE.JP']], {}, []],
    ["dots at the ends of a carrier's local part tell people apart", [["To", ".x@ezweb.ne.jp, x@ezweb.ne.jp, x.@ezweb.ne.jp"]], {}, [["few-recipients", 3]]],
    ["a list's own address does not, but its name alone makes nobody a list", [["List-Post", "<mailto:team@provider.example>"], ["To", `team@provider.example, ${addressList(addressesOf(14))}`]], {}, []],
    ["a header that calls everybody a list changes nothing", [["List-Post", addressesOf(15).map((one) => `<mailto:${one}>`).join(", ")], list(15)], {}, [["visible-recipients", 15]]],
    ["mail.company.example and company.example are one organisation", [["To", Array.from({ length: 12 }, (_, i) => `a@${i % 2 === 0 ? "" : "mail."}company-${Math.floor(i / 2)}.example`).join(", ")]], {}, []],
    ["the number of organisations is an option", [["To", "a@one.example, b@two.example, c@three.example"]], { options: { organisations: 3 } }, [["organisations", 3]]],
    ["nine private persons of a sensitive message are let pass where the option says so", [["To", "a@gmail.com, b@gmail.com"], ["Subject", "HIV"]], { options: { sensitiveThreshold: 3 } }, [["few-recipients", 2]]],
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
    ["they stand in the text after the block", block(["From: a@partner.example", "Date: x", "To: b@partner.example", "", ...people])],
    ["nothing is quoted", NOTICE],
  ])("reports a reply where %s", async (_name, body) => {
    expect(summary(await exposures(notice(reply, body)))).toEqual([["reply-recipients", 30]]);
  });

  it("reports a reply whose block names others, and those others", async () => {
    const body = block([`From: ${addressesOf(1, 500)[0]}`, "Date: x", `To: ${addressesOf(29, 501).join(", ")}`]);
    expect(summary(await exposures(notice(reply, body)))).toEqual([["listed-addresses", 30], ["reply-recipients", 30]]);
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

describe("recipient-exposure: sensitive messages", () => {
  const two: Field = ["To", "leaklint-fixture-1@gmail.com, leaklint-fixture-2@docomo.ne.jp"];
  const codes = async (subject: string, from = "事務局 <a@shop.example>", body = "本文\r\n"): Promise<string[]> =>
    (await exposures(mail([...envelopeFields(subject, from), two, ...PLAIN_UTF8], body))).map(({ code }) => code);

  it.each(
    "患者会のお知らせ/次回の診察予約について/透析患者の皆様へ/特定保健指導のご案内/生活保護受給者向け説明会/礼拝のご案内/労働組合の大会/犯罪被害者支援/母親学級のご案内/Cancer support group meeting/Your test results/To our dialysis patients/LGBTQ meetup".split("/").map((one) => [one]),
  )("takes the subject %j for sensitive", async (subject) => {
    expect(await codes(subject)).toEqual(["sensitive-recipients"]);
  });

  it.each(
    "町内会のお知らせ/患者数の統計資料/定例会の日程/障害対応の報告/サーバー障害のお詫び/同窓会のご案内/ヘルスケア製品のご紹介/Meeting notes/Patience is a virtue/Unionised ionised/画面の表示結果/ゴルフコンペのご案内/忘年会".split("/").map((one) => [one]),
  )("takes the subject %j for an ordinary one", async (subject) => {
    expect(await codes(subject)).toEqual(["few-recipients"]);
  });

  it.each([
    ["a clinic sends it", "お知らせ", "さくら皮膚科クリニック <a@shop.example>", "本文"],
    ["a church sends it", "お知らせ", "日本キリスト教団 高松教会 <a@shop.example>", "本文"],
    ["the text speaks to patients", "お知らせ", "事務局 <a@shop.example>", "患者の皆様\r\n\r\n年末の休診についてお知らせします。"],
  ])("where %s", async (_why, subject, from, body) => {
    expect(await codes(subject, from, body)).toEqual(["sensitive-recipients"]);
  });

  it.each([
    ["the text speaks of somebody's illness", "患者の皆様のことで先生から伺いました。".replace("患者の皆様", "祖母の病気")],
    ["what is quoted does", "承知しました。\r\n> 患者の皆様\r\n> 治療を受けた方へ"],
    ["the words stand far below", `${"本文です。\r\n".repeat(600)}患者の皆様`],
  ])("not where only %s", async (_why, body) => {
    expect(await codes("お知らせ", undefined, body)).toEqual(["few-recipients"]);
  });

  it("reads a long subject and body in steps that grow with their length", async () => {
    // A pattern that backtracks would not come back: 8 MB of what each alternative begins with.
    expect(await codes("検".repeat(100_000), undefined, "診断を受".repeat(500_000))).toEqual(["few-recipients"]);
  });
});

describe("recipient-exposure: lists in the text", () => {
  const to: Field = ["To", "info@partner.example"];
  it.each([
    ["full-width signs", addressesOf(20).map((one) => one.replace("@", "＠")).join("\r\n")],
    ["names beside them", addressesOf(20).map((one, i) => `会員${i}様 <${one}>`).join("\r\n")],
    ["links", addressesOf(20).map((one) => `mailto:${one}`).join("\r\n")],
    ["quote marks", addressesOf(20).map((one) => `> ${one}`).join("\r\n")],
  ])("finds one with %s", async (_how, body) => {
    expect(summary(await exposures(notice([to], body)))).toEqual([["listed-addresses", 20]]);
  });

  it("finds one in HTML", async () => {
    const html = `<table>${addressesOf(20).map((one) => `<tr><td>${one}</td></tr>`).join("")}</table>`;
    expect(summary(await exposures(mail([...envelopeFields(), to, ["Content-Type", "text/html; charset=utf-8"]], html)))).toEqual([["listed-addresses", 20]]);
  });

  it.each([
    ["fourteen people", addressesOf(14).join("\r\n"), {}],
    ["one person, twenty times", Array.from({ length: 20 }, () => addressesOf(1)[0]).join("\r\n"), {}],
    ["one's own people", addressesOf(20).join("\r\n"), { site: { ownDomains: ["provider.example", "shop.example"] } }],
    ["one known group, to itself", addressesOf(20).join("\r\n"), { site: { knownGroups: { members: ["@provider.example", "@partner.example"] } } }],
    ["identifiers of messages", Array.from({ length: 30 }, (_, i) => `Message-ID: <2024040112345678.${i}ab3f9c@mx.provider.example>`).join("\r\n"), {}],
  ])("lets %s pass", async (_what, body, given) => {
    expect(summary(await exposures(notice([to], body), given))).toEqual([]);
  });

  it("counts a known group that goes to somebody else", async () => {
    expect(summary(await exposures(notice([to], addressesOf(20).join("\r\n")), { site: { knownGroups: { members: ["@provider.example"] } } }))).toEqual([["listed-addresses", 20]]);
  });

  it("has no remedy by itself, and names the header where all of them stand", async () => {
    const [match] = await exposures(fixture("flag.listed-in-reply-to.eml"));
    expect(match.remedies).toBeUndefined();
    expect(match.at).toEqual([{ kind: "file", path: "mail.eml" }, { kind: "header", name: "Reply-To" }]);
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
