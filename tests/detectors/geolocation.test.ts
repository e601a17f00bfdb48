import { describe, expect, it } from "vitest";
import { geolocation } from "../../detectors/geolocation.js";
import { markFound } from "../support/detect-text.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(geolocation);

describe("geolocation", () => {
  it.each([
    ["a picture's position", "GPS position «34.340149, 134.043444»"],
    ["the southern and western half", "GPS position «-33.868820, -151.209290»"],
    ["a geo: link with an uncertainty", "geo:«43.06417,141.34694»;u=35"],
    ["a vCard's property", "GEO:«33.59035;130.40172»"],
    ["full-width characters", "GPS：«３５．６８１２３，１３９．７６７１２»"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(geolocation, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it.each([
    ["a town", "GPS position 34.34, 134.04"],
    ["no place on earth", "GPS position 34.340149, 234.043444"],
    ["a longer row of numbers", "geo:1.2345,2.3456.7890"],
    ["a facility's columns", "緯度,経度\n34.340149,134.043444"],
    ["a geometry", "geometry 12.34567, 23.45678"],
  ])("leaves %s", (_case, text) => {
    expect(markFound(geolocation, text)).toBe(text);
  });
});
