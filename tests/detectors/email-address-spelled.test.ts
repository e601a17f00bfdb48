import { describe, expect, it } from "vitest";
import { emailAddress } from "../../detectors/email-address.js";
import { detectText, markFound } from "../support/detect-text.js";

describe("email-address: spelled out against harvesters", () => {
  it.each([
    "«taro.sato (at) provider.example»",
    "«taro.sato[at]provider[dot]example» まで",
    "連絡は«hanako.sato [at] provider.co.jp»へ",
    "«taro.sato at provider dot example»",
    "«taro.sato アット provider.co.jp»",
    "«taro.sato（アットマーク）provider.co.jp»",
    "«hanako(AT)provider(DOT)co(DOT)jp»",
    "«hanako <at> provider.example»",
  ])("is exact: %j", (marked) => {
    expect(markFound(emailAddress, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it.each([
    "look at provider.example for more",
    "He arrived (at) noon.",
    "foo(at) bar",
    "array[at] = x.y",
    "info (at) provider.co.jp",
    "Meet me at dot com",
  ])("reports nothing: %j", (text) => {
    expect(markFound(emailAddress, text)).toBe(text);
  });
});

describe("email-address: spelled out, value and confidence", () => {
  it("knows the address it spells, and is less sure of it", () => {
    const [spelled] = detectText(emailAddress, "連絡は Hanako.Sato [at] provider [dot] co [dot] jp へ");
    const [written] = detectText(emailAddress, "連絡は Hanako.Sato@provider.co.jp へ");
    expect(spelled.value).toBe(written.value);
    expect(spelled.confidence).toBeLessThan(written.confidence);
  });
});
