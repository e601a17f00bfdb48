/** The page for clerks, in a real browser: it is accessible, prints, asks nobody for anything, and no name in a file is markup. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../src/contract.js";
import { createLinter } from "../../src/index.js";
import { htmlReporter } from "../../src/reporters/html.js";
import { chromium, startBrowser, type TestBrowser } from "../support/browser.js";
import { finding, OPTIONS, report, variedReports } from "../support/reports.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LANGUAGES = ["ja", "en"] as const;

describe("the HTML report", () => {
  it("holds no script, no handler, no address and one style sheet that its policy names", () => {
    const page = htmlReporter(variedReports(), OPTIONS);
    expect(page).not.toMatch(/<script|<img|<link|<iframe|<object|<base|<form|\son\w+\s*=|\ssrc=|href="(?!#)|\sstyle=|url\(|@import|@font-face|https?:/iu);
    expect(page.match(/<style>/gu)).toHaveLength(1);
    expect(page).toMatch(/content="default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'"/u);
  });

  it.each([
    ["block", "このまま外に出さないでください"],
    ["hold", "確認が済むまで外に出さないでください"],
    ["warn", "外に出してよいか確認してください"],
    ["pass", "外に出すのを止める理由は見つかりませんでした"],
  ] as const)("says at %s in its first heading: %s", (level, heading) => {
    expect(htmlReporter([report([finding()], {}, level)], { ...OPTIONS, lang: "ja" })).toMatch(new RegExp(`<h1[^>]*>.*${heading}</h1>`, "u"));
  });

  it("never calls clean what was not read", () => {
    const page = htmlReporter([report([], { unscanned: [{ kind: "unscanned", at: [{ kind: "file", path: "a.zip" }], reason: "encrypted", detail: "needs a password" }] })], OPTIONS);
    expect(page).toContain("Nothing found, but not everything could be read</h1>");
    expect(page).not.toContain("No personal data found");
    expect(page).toContain("needs a password");
  });

  it("counts the findings that it does not show", () => {
    expect(htmlReporter([report(Array.from({ length: 250 }, () => finding()))], OPTIONS)).toContain("… and 50 more in this file");
  });

  it("shows public bodies and businesses each their threshold, and only theirs where it is said", () => {
    const many: Report[] = [report([finding({ people: 500 })])];
    const has = (text: string, publicBody?: boolean): boolean => htmlReporter(many, { ...OPTIONS, ...(publicBody !== undefined && { publicBody }) }).includes(text);
    expect([has("more than 100 people"), has("more than 1,000 people")]).toEqual([true, true]);
    expect([has("Many people (public bodies)", false), has("Many people (businesses)", true)]).toEqual([false, false]);
    expect([has("If a public body let this out"), has("If this got out, it would have", true), has("No threshold of law is crossed", false)]).toEqual([true, true, true]);
  });
});

describe.skipIf(chromium === undefined)("the HTML report in Chromium", () => {
  let browser: TestBrowser;
  let real: readonly Report[] = [];
  let messages = OPTIONS.messages;
  beforeAll(async () => {
    browser = await startBrowser();
    const linter = createLinter();
    ({ messages } = linter);
    ({ reports: real } = await linter.scan(["fixtures/xlsx/flag.hidden-sheet.xlsx", "fixtures/recipient-exposure/flag.to.eml", "fixtures/special-care/flag.txt", "fixtures/passwords", "fixtures/xlsx/pass.blank-form.xlsx"]));
  }, 120_000);
  afterAll(async () => {
    await browser.close();
  });

  const looks = LANGUAGES.flatMap((lang) => ([["light", 1100], ["dark", 1100], ["light", 360]] as const).map(([scheme, width]) => [lang, scheme, width] as const));
  it.each(looks)("has no accessibility fault (axe) in %s, %s, %i pixels wide, and is not wider than its window", async (lang, scheme, width) => {
    const { page, events } = await browser.open(htmlReporter([...real, ...variedReports()], { ...OPTIONS, messages, lang, time: new Date(0) }), { width, scheme });
    // The page's own policy lets no script run: the test's runs beside it.
    const { violations } = await page.evaluate(`${AXE}; axe.run(document, { resultTypes: ["violations"] })`) as AxeResults; // what axe.run resolves to
    expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 2).map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(events).toEqual([]);
    await page.close();
  }, 60_000);

  it("asks for nothing", async () => {
    const { page, requests, events } = await browser.open(htmlReporter(real, OPTIONS));
    expect([requests.filter((url) => !url.endsWith("/favicon.ico")), events]).toEqual([[], []]);
    await page.close();
  });

  it("lets no name of a file, sheet or message be markup, script or style", async () => {
    const attacks = [
      "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "'><iframe src=javascript:alert(1)>", "</style><style>*{display:none}</style>",
      "</title><script>alert(1)</script>", "<a href=javascript:alert(1) id=x>x</a>", "<meta http-equiv=refresh content=0;url=http://evil.test/>", "<base href=http://evil.test/>", "&lt;b&gt;&#60;i&#62;", "{{7*7}}${7*7}",
    ];
    const reports = attacks.map((name) =>
      report([finding({ at: [{ kind: "file", path: name }, { kind: "sheet", name, state: "visible" }], detector: name, code: name, accepted: { by: "entry", reason: name, owner: name } }), finding({ at: [{ kind: "file", path: name }, { kind: "entry", name }] })], {
        path: name, format: name, unscanned: [{ kind: "unscanned", at: [{ kind: "file", path: name }, { kind: "header", name }], reason: "failed", detail: name }],
      }),
    );
    const { page, requests, events } = await browser.open(htmlReporter(reports, OPTIONS));
    expect([requests.filter((url) => !url.endsWith("/favicon.ico")), events]).toEqual([[], []]);
    const found = await page.evaluate(`({
      foreign: document.querySelectorAll("script, img, svg, iframe, base, meta[http-equiv=refresh], b, i, #x, [onerror], [onload]").length,
      styles: document.querySelectorAll("style").length,
      names: [...document.querySelectorAll("article h3 bdi")].map(({ textContent }) => textContent),
      isShown: document.querySelector("main").checkVisibility(),
    })`);
    expect(found).toEqual({ foreign: 0, styles: 1, names: attacks, isShown: true });
    await page.close();
  });

  it("is read with the keyboard alone: the first stop leads to the content, the next to links, reasons and tables", async () => {
    const { page } = await browser.open(htmlReporter(real, OPTIONS));
    const stops: string[] = [];
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      const stop = String(await page.evaluate("document.activeElement.localName"));
      if (stop === "body") break;
      stops.push(stop);
    }
    expect(stops[0]).toBe("a");
    expect(new Set(stops)).toEqual(new Set(["a", "div", "summary"]));
    await page.focus("summary");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.querySelector('details').open")).toBe(true);
    await page.close();
  });

  it("leads from each file's name to what was found in it", async () => {
    const { page } = await browser.open(htmlReporter(real, OPTIONS));
    const broken = await page.evaluate("[...document.querySelectorAll('a')].filter((link) => document.getElementById(link.hash.slice(1)) === null).length");
    expect(broken).toBe(0);
    await page.close();
  });

  it.each(LANGUAGES)("prints in %s on A4, in black on white, with all its words", async (lang) => {
    const { page } = await browser.open(htmlReporter(real, { ...OPTIONS, messages, lang }), { scheme: "dark" });
    await page.emulateMediaType("print");
    expect(await page.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]")).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
    const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
    const [{ result }] = (await createLinter({ detectors: { "person-name": "off" } }).scan({ name: "report.pdf", bytes: pdf })).reports;
    expect([result.format, result.unscanned]).toEqual(["pdf", []]);
    expect(pdf.length).toBeGreaterThan(10_000);
    await page.close();
  }, 60_000);
});
