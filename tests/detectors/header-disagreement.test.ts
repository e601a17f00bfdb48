import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { headerDisagreement } from "../../detectors/header-disagreement.js";
import { addressesOf, addressList, notice } from "../support/mail.js";
import { judge, readMessage } from "../support/message.js";

const folder = "fixtures/header-disagreement";

describe("header-disagreement", () => {
  it.each(readdirSync(folder).filter((name) => name.startsWith("pass.")).map((name) => [name]))("lets %s pass", async (name) => {
    expect(await judge(headerDisagreement, readFileSync(`${folder}/${name}`))).toEqual([]);
  });

  it.each(readdirSync(folder).filter((name) => name.startsWith("flag.")).map((name) => [name]))("reports %s, once for a message", async (name) => {
    expect(await judge(headerDisagreement, readFileSync(`${folder}/${name}`))).toMatchObject([{ code: name.includes("boundaries") ? "structure" : "readings", at: [{ kind: "file", path: "mail.eml" }] }]);
  });

  it.each([
    ["a quote never closed", `"Members, ${addressesOf(2).join(", ")}`],
    ["an address in a comment that one reader drops", `x@partner.example (${addressesOf(1)[0]}, `],
    ["a bracket never closed before the next one", `<${addressesOf(1)[0]}, <${addressesOf(1, 1)[0]}>`],
  ])("says in words without values how the readings differ: %s", async (_name, to) => {
    const { message } = await readMessage(notice([["To", to]]));
    expect(message.disagreements.length).toBeGreaterThan(0);
    for (const line of message.disagreements) expect(line).not.toMatch(/@/u);
  });

  it.each([
    ["367 recipients with encoded names", addressList(addressesOf(367).map((address) => `=?UTF-8?B?5L2Q6Jek?= <${address}>`))],
    ["quoted names with commas", addressList(addressesOf(5).map((address) => `"Sato, Taro" <${address}>`))],
    ["names in comments", addressList(addressesOf(5).map((address) => `${address} (Taro)`))],
    ["groups", `A: ${addressesOf(2).join(", ")};, B: ${addressesOf(2, 2).join(", ")};`],
    ["an internationalised domain in both forms", "taro@日本語.example, hanako@xn--wgv71a119e.example"],
    ["a carrier's forbidden dots", "a..b.@docomo.ne.jp"],
    ["an empty group", "undisclosed-recipients:;"],
  ])("finds two readings of one mind about %s", async (_name, to) => {
    expect((await readMessage(notice([["To", to]]))).message.disagreements).toEqual([]);
  });
});
