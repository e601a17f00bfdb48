/** Lists of people in header fields that name no recipient: every reader has them all the same. */
import { describe, expect, it } from "vitest";
import { scanMail } from "../../src/index.js";
import { addressesOf, addressList, envelopeFields, type Field, mail, multipart, notice, PLAIN_UTF8 } from "../support/mail.js";

const LIST = addressList(addressesOf(40));
const TO: Field = ["To", "reception@shop.example"];

describe("addresses outside of To and Cc", () => {
  it.each(["Reply-To", "Mail-Followup-To", "Disposition-Notification-To", "X-Original-To", "X-Recipients", "Errors-To"])("are counted in %s", async (name) => {
    expect((await scanMail(notice([TO, [name, LIST]]))).result.people).toBe(40);
  });

  it("are counted in as many fields of one name", async () => {
    const { result } = await scanMail(notice([TO, ...addressesOf(40).map((address): Field => ["Reply-To", address])]));
    expect(result.people).toBe(40);
  });

  it.each(["To", "Cc", "Reply-To"])("are counted in the %s of a part, which is nobody's recipient", async (name) => {
    const body = multipart("b", [{ fields: [[name, LIST], ...PLAIN_UTF8], body: "本文" }]);
    const { result } = await scanMail(mail([...envelopeFields(), TO, ["MIME-Version", "1.0"], ["Content-Type", 'multipart/mixed; boundary="b"']], body));
    expect(result.people).toBe(40);
  });

  it.each<[string, Field[]]>([
    ["a sender's other address", [["Reply-To", "card@shop.example"]]],
    ["two who answer", [["Reply-To", "a@partner.example, b@partner.example"]]],
    ["the way it came", [["Delivered-To", "a@shop.example"], ["X-Original-To", "b@shop.example"], ["Return-Path", "<bounce@lists.example>"]]],
  ])("are no finding where they are %s", async (_case, fields) => {
    expect((await scanMail(notice([TO, ...fields]))).verdict.level).toBe("pass");
  });
});
