import { describe, expect, it } from "vitest";
import { disabilityCertificate } from "../../detectors/disability-certificate.js";
import { detectText, markFound } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(disabilityCertificate);

describe("disability-certificate", () => {
  it.each([
    ["as the certificate has it", "身体障害者手帳\u3000第«12365»号"],
    ["behind 番号", "療育手帳番号：«４５２７３»"],
    ["with the prefecture", "身体障害者手帳 香川県第«48213»号 2級"],
    ["in brackets", "精神障害者保健福祉手帳（番号 «123987»）"],
    ["short numbers", "愛の手帳 第«4567»号"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(disabilityCertificate, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it.each([
    ["classes", "身体障害者手帳1級、療育手帳 2級"],
    ["counts", "身体障害者手帳所持者 48213人、療育手帳 4527件"],
    ["dates", "身体障害者手帳 2024年4月1日交付"],
    ["a telephone", "療育手帳の相談 087-839-2011"],
    ["another certificate", "母子健康手帳 第12365号"],
    ["no label", "第12365号"],
  ])("leaves %s", (_case, text) => {
    expect(markFound(disabilityCertificate, text)).toBe(text);
  });

  it("finds none in a million characters of code", () => {
    expect(detectText(disabilityCertificate, codeText(1_000_000))).toEqual([]);
  });
});
