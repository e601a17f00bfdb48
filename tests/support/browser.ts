/** A real Chromium that reaches nobody, with a folder of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { toolForTests } from "./tools.js";

/** Debian's, or what a contributor has; .ci/run installs it. */
export const chromium = toolForTests("chromium", "chromium-browser", "google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND",
];

export interface TestBrowser {
  /** A page that shows this HTML, and what it did besides. */
  open(html: string, view?: { readonly width?: number; readonly scheme?: "light" | "dark" }): Promise<OpenPage>;
  close(): Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  /** Every address that was asked for, the page's own not counted. */
  readonly requests: readonly string[];
  /** Dialogs, errors and what the page's policy refused. */
  readonly events: readonly string[];
}

export async function startBrowser(): Promise<TestBrowser> {
  const folder = mkdtempSync(join(tmpdir(), "leaklint-chromium-"));
  const browser: Browser = await puppeteer.launch({ executablePath: chromium ?? "", headless: true, userDataDir: folder, args: FLAGS });
  return {
    async open(html, { width = 1100, scheme = "light" } = {}) {
      const page = await browser.newPage();
      const requests: string[] = [];
      const events: string[] = [];
      page.on("request", (request) => {
        if (request.url() !== "http://leaklint.test/") requests.push(request.url());
        void (request.url() === "http://leaklint.test/" ? request.respond({ contentType: "text/html; charset=utf-8", body: html }) : request.abort());
      });
      page.on("dialog", (dialog) => {
        events.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("pageerror", (error) => events.push(`error ${error instanceof Error ? error.message : "unknown"}`));
      page.on("console", (message) => events.push(`console ${message.text()}`));
      await page.setRequestInterception(true);
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.goto("http://leaklint.test/", { waitUntil: "load" });
      return { page, requests, events };
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
