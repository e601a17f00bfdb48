import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { recipientTypo } from "../../detectors/recipient-typo.js";
import { intendedDomain } from "../../detectors/shared/domain-typo.js";
import { isPersonalMail, MISTYPED_PROVIDERS, REAL_NEIGHBOURS } from "../../detectors/shared/mail-providers.js";
import { envelopeFields, mail, NOTICE, notice } from "../support/mail.js";
import { judge } from "../support/message.js";

const folder = "fixtures/recipient-typo";
const OWN = ["sanuki-card.example", "takamatsu.lg.example"];
const meant = (domain: string): string | undefined => intendedDomain(domain, OWN, new Set([...OWN, "partner.example"]));

describe("recipient-typo: domains that are slips", () => {
  it.each([
    ["gmai.com", "gmail.com"],
    ["gmial.com", "gmail.com"],
    ["gamil.com", "gmail.com"],
    ["gmaill.com", "gmail.com"],
    ["gmail.co", "gmail.com"],
    ["gmail.con", "gmail.com"],
    ["gmail.cmo", "gmail.com"],
    ["gmail.co.jp", "gmail.com"],
    ["gmail.ne.jp", "gmail.com"],
    ["gmail.jp", "gmail.com"],
    ["gmailcom", "gmail.com"],
    ["gmail", "gmail.com"],
    ["gmai1.com", "gmail.com"],
    ["grnail.com", "gmail.com"],
    ["gmaıl.com", "gmail.com"],
    ["gmаil.com", "gmail.com"],
    ["GMAI.COM", "gmail.com"],
    ["gmai.com.", "gmail.com"],
    ["docomo.co.jp", "docomo.ne.jp"],
    ["docomo.jp", "docomo.ne.jp"],
    ["docmo.ne.jp", "docomo.ne.jp"],
    ["docomo.ne.jo", "docomo.ne.jp"],
    ["docomonejp", "docomo.ne.jp"],
    ["dokomo.ne.jp", "docomo.ne.jp"],
    ["ezweb.co.jp", "ezweb.ne.jp"],
    ["ezwbe.ne.jp", "ezweb.ne.jp"],
    ["softbnak.ne.jp", "softbank.ne.jp"],
    ["softbank.or.jp", "softbank.ne.jp"],
    ["i.softbank.ne.jp", "i.softbank.jp"],
    ["i.sofbank.jp", "i.softbank.jp"],
    ["isoftbank.jp", "i.softbank.jp"],
    ["yaho.co.jp", "yahoo.co.jp"],
    ["yahoo.co.jo", "yahoo.co.jp"],
    ["yahoo.cojp", "yahoo.co.jp"],
    ["yahoo.jp", "yahoo.co.jp"],
    ["yahoo.or.jp", "yahoo.co.jp"],
    ["hotmai.com", "hotmail.com"],
    ["hotmial.com", "hotmail.com"],
    ["outlok.com", "outlook.com"],
    ["0utlook.com", "outlook.com"],
    ["icloud.co.jp", "icloud.com"],
    ["iclould.com", "icloud.com"],
    ["sonet.ne.jp", "so-net.ne.jp"],
    ["ocn.nejp", "ocn.ne.jp"],
    ["nifty.con", "nifty.com"],
    ["biglobe.ne.jpp", "biglobe.ne.jp"],
    ["sanuki-crad.example", "sanuki-card.example"],
    ["sanukicard.example", "sanuki-card.example"],
    ["takamatu.lg.example", "takamatsu.lg.example"],
    ["xn--gmil-63d.com", "gmail.com"],
    ["gmàil.com", "gmail.com"],
    ["sanukί-card.example", "sanuki-card.example"],
    ["sanuki-card.example.attacker.test", "sanuki-card.example"],
  ])("%s is %s", (written, expected) => {
    expect(meant(written)).toBe(expected);
  });
});

describe("recipient-typo: one's own name under another ending", () => {
  const own = ["sanuki-card.co.jp"];
  it.each([["sanuki-card.com"], ["sanuki-card.jp"], ["sanuki-card.ne.jp"], ["sanuki-card.net"]])("%s is a slip", (written) => {
    expect(intendedDomain(written, own, new Set(own), own)).toBe("sanuki-card.co.jp");
  });

  it.each([["sanuki-card.co.jp"], ["mail.sanuki-card.co.jp"], ["sanuki-card.blog"], ["sanuki.com"], ["card.com"], ["sanuki-card-shop.com"]])("%s is not", (written) => {
    expect(intendedDomain(written, own, new Set(own), own)).toBeUndefined();
  });

  it("two domains of one's own are both meant", () => {
    const both = [...own, "sanuki-card.com"];
    expect(intendedDomain("sanuki-card.com", both, new Set(both), both)).toBeUndefined();
  });

  it("only where the config says which domains are one's own: a company's others are not known otherwise", async () => {
    const message = mail([...envelopeFields("会議", "経理 <keiri@sanuki-card.co.jp>"), ["To", "leaklint-fixture@sanuki-card.com"]], NOTICE);
    expect(await judge(recipientTypo, message)).toEqual([]);
    expect(await judge(recipientTypo, message, { site: { ownDomains: ["sanuki-card.co.jp"] } })).toHaveLength(1);
  });
});

describe("recipient-typo: domains that are meant", () => {
  it.each(
    (
      "mail.com email.com ymail.com gmx.com gmx.de me.com mac.com aol.jp aol.com au.com live.jp live.com hotmail.co.jp hotmail.fr outlook.jp outlook.de yahoo.ne.jp yahoo.co.uk " +
      "softbank.co.jp g.softbank.co.jp biglobe.co.jp cloud.com mail.ru ya.ru odn.ne.jp dion.ne.jp abc.ocn.ne.jp t.vodafone.ne.jp nttdocomo.com kddi.com plaza.or.jp hotmart.com " +
      "example.com example.jp rakuten.co.jp amazon.co.jp toyota.co.jp nikkei.co.jp pref.kagawa.lg.jp city.takamatsu.kagawa.jp nihon-u.ac.jp yamada.co.jp yahata.co.jp hotel.com hotels.com " +
      "gaia.com daum.net google.com docs.com doco.jp soft.co.jp bank.ne.jp cloud.jp look.com niftylift.com mail.jp gail.org ne.jp jp com localhost a.b sanuki.example card.example " +
      "mail.sanuki-card.example partner.example takamatsu.example osaka.lg.example 日本語.jp xn--wgv71a119e.jp 192.0.2.1"
    ).split(" ").map((domain) => [domain]),
  )("%s is left alone", (domain) => {
    expect(meant(domain)).toBeUndefined();
  });

  it("every provider that it knows is left alone", () => {
    for (const domain of [...MISTYPED_PROVIDERS, ...REAL_NEIGHBOURS]) expect(meant(domain), domain).toBeUndefined();
    for (const domain of MISTYPED_PROVIDERS) expect(isPersonalMail(domain), domain).toBe(true);
  });

  it.each([["very long", "a".repeat(5000)], ["empty", ""], ["all dots", ".".repeat(3000)], ["look-alikes only", "rnvv01".repeat(1000)]])("a domain that is %s is left alone", (_name, domain) => {
    expect(meant(domain)).toBeUndefined();
  });
});

describe("recipient-typo: messages", () => {
  it.each(readdirSync(folder).filter((name) => name.startsWith("pass.")).map((name) => [name]))("lets %s pass", async (name) => {
    expect(await judge(recipientTypo, readFileSync(`${folder}/${name}`))).toEqual([]);
  });

  it.each([
    ["flag.gmai.eml", "To", 0, "gmail.com"],
    ["flag.carrier.eml", "To", 0, "docomo.ne.jp"],
    ["flag.bcc.eml", "Bcc", 0, "yahoo.co.jp"],
    ["flag.own.eml", "To", 0, "sanuki-card.example"],
    ["flag.punycode.eml", "To", 0, "gmail.com"],
    ["flag.own-as-subdomain.eml", "To", 0, "sanuki-card.example"],
  ])("reports %s in %s at %i, meant for %s", async (name, field, position, domain) => {
    const matches = await judge(recipientTypo, readFileSync(`${folder}/${name}`));
    expect(matches).toMatchObject([
      {
        code: "domain",
        at: [{ kind: "file", path: "mail.eml" }, { kind: "header", name: field }],
        entity: "email-address",
        remedies: [{ kind: "replace-recipient", recipient: { field, occurrence: 0, position }, domain }],
      },
    ]);
  });

  it("reports a recipient that only the SMTP envelope has, at the message, with no place to change", async () => {
    const matches = await judge(recipientTypo, notice([["To", "card@shop.example"]]), { envelope: { to: ["leaklint-fixture@gmai.com"] } });
    expect(matches).toMatchObject([{ code: "domain", at: [{ kind: "file", path: "mail.eml" }], remedies: [] }]);
  });

  it("reports one address once, with every place it stands in", async () => {
    const matches = await judge(recipientTypo, notice([["To", "x@partner.example, leaklint-fixture@gmai.com"], ["Cc", "Leaklint-Fixture@GMAI.COM"]]), { envelope: { to: ["leaklint-fixture@gmai.com"] } });
    expect(matches).toHaveLength(1);
    expect(matches[0].remedies).toEqual([
      { kind: "replace-recipient", recipient: { field: "To", occurrence: 0, position: 1 }, domain: "gmail.com" },
      { kind: "replace-recipient", recipient: { field: "Cc", occurrence: 0, position: 0 }, domain: "gmail.com" },
    ]);
  });

  it.each([
    ["a known group's address", { board: ["leaklint-fixture@gmall.com"] }],
    ["a known group's domain", { board: ["@gmall.com"] }],
  ])("leaves alone a domain of %s", async (_name, knownGroups) => {
    expect(await judge(recipientTypo, notice([["To", "leaklint-fixture@gmall.com"]]), { site: { knownGroups } })).toEqual([]);
    expect(await judge(recipientTypo, notice([["To", "leaklint-fixture@gmall.com"]]))).toHaveLength(1);
  });

  it.each([
    ["a slip of a domain that the thread has", "suzuki@partnre-shoji.example", 1],
    ["no slip", "suzuki@partner-shoji.example", 0],
  ])("in a reply reports %s", async (_what, address, count) => {
    const body = "了解です。\r\n\r\nFrom: sato@partner-shoji.example\r\nDate: Mon, 1 Apr 2024\r\nTo: card@shop.example\r\nSubject: x\r\n";
    expect(await judge(recipientTypo, notice([["In-Reply-To", "<1@partner-shoji.example>"], ["To", address]], body))).toHaveLength(count);
  });

  it("a slip of a known group's domain is reported", async () => {
    expect(await judge(recipientTypo, notice([["To", "suzuki@partnre-shoji.example"]]), { site: { knownGroups: { partner: ["@partner-shoji.example"] } } })).toHaveLength(1);
  });

  it("does not judge a message inside a message", async () => {
    expect(await judge(recipientTypo, readFileSync(`${folder}/flag.gmai.eml`), { at: [{ kind: "file", path: "a.eml" }, { kind: "part", path: "2" }] })).toEqual([]);
  });
});
