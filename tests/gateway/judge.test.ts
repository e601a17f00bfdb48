import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Config } from "../../src/config.js";
import { openJudge } from "../../src/gateway/judge.js";
import { SILENT } from "../../src/gateway/log.js";
import type { Judge } from "../../src/gateway/transaction.js";
import { addressesOf, addressList, notice } from "../support/mail.js";

const CONFIG: Config = { ownDomains: ["shop.example"], gateway: { limits: { workers: 1 } } };
const TO_ONE = notice([["To", addressesOf(1)[0]]]);
const TO_MANY = notice([["To", addressList(addressesOf(40))]]);
const envelope = { from: "card@shop.example", to: addressesOf(1) };

describe("the judge", () => {
  let judge: Judge;
  beforeAll(async () => {
    judge = await openJudge({ config: CONFIG, log: SILENT });
  }, 60_000);
  afterAll(() => judge.close(0));

  it("lets a message pass", async () => {
    const judgement = await judge.judge({ envelope, message: TO_ONE });
    expect(judgement.outcome).toEqual({ kind: "pass" });
    expect(judgement.reference).toMatch(/^LL-[\dA-HJKMNP-TV-Z]{5}-[\dA-HJKMNP-TV-Z]{5}$/u);
    expect(judgement.report?.verdict.level).toBe("pass");
  });

  it("blocks one that shows its recipients to each other", async () => {
    const { outcome, reference } = await judge.judge({ envelope, message: TO_MANY });
    expect(outcome).toMatchObject({ kind: "block", reply: { code: 550, status: "5.7.1" } });
    if (outcome.kind === "block") expect(outcome.reply.text).toContain(reference);
  });
});
