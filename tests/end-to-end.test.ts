/** The five points of the foundation, each as a user meets it: by the built command line and by the API. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLinter, defineConfig, defineDetector, findEntities, scan, scanMail, type Finding } from "../src/index.js";
import { leaklint } from "./support/cli.js";
import { addressesOf, addressList, attachment, envelopeFields, mail, multipart, notice, SHOP } from "./support/mail.js";
import { inventPeople } from "./support/people.js";
import { formWorkbook, type SheetVisibility } from "./support/workbook.js";
import { zip } from "./support/archives.js";

interface JsonReport {
  readonly verdict: string;
  readonly summary: { readonly people: number; readonly unscanned: number };
  readonly results: readonly {
    readonly path: string;
    readonly verdict: string;
    readonly people: number;
    readonly findings: readonly (Finding & { readonly location: string; readonly message: string; readonly help: string })[];
    readonly unscanned: readonly { readonly reason: string }[];
    readonly remedies: readonly { readonly kind: string; readonly recipients?: readonly { readonly field: string; readonly occurrence: number; readonly position: number }[] }[];
  }[];
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leaklint-e2e-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

function report(...args: readonly string[]): JsonReport & { readonly status: number | null } {
  const { status, stdout, stderr } = leaklint([...args, "--format", "json"]);
  expect(stderr).toBe("");
  return { status, ...(JSON.parse(stdout) as JsonReport) };
}

describe("1. a workbook whose second sheet holds 872 people's records", () => {
  it.each<[SheetVisibility, string, string | undefined]>([
    ["visible", "団体一覧 › A3:H874", undefined],
    ["hidden", "団体一覧 (hidden) › A3:H874", "hidden-sheet"],
    ["veryHidden", "団体一覧 (very hidden) › A3:H874", "very-hidden-sheet"],
  ])("is blocked when the sheet is %s: which sheet, which cells, which kinds, how many people, whether concealed", async (state, location, concealment) => {
    const path = write(`form-${state}.xlsx`, await formWorkbook({ people: 872, state }));
    const { status, results } = report(path);
    expect(status).toBe(1);
    const [{ verdict, people, findings }] = results;
    expect([verdict, people]).toEqual(["block", 872]);
    const table = findings.find(({ detector }) => detector === "personal-records");
    expect(table).toMatchObject({ code: "table", severity: "error", count: 872, people: 872 });
    expect(table?.entities).toMatchObject({ "person-name": 872, "postal-address": 872, "phone-number": 872, "email-address": 872, "postal-code": 872 });
    expect(table?.location.endsWith(location)).toBe(true);
    expect(table?.concealment).toBe(concealment);
    expect(table?.help).not.toBe("");
  });

  it("is one finding, not thousands", async () => {
    const [{ result }] = (await scan({ name: "form.xlsx", bytes: await formWorkbook({ people: 872, state: "hidden" }) })).reports;
    expect(result.findings.map(({ detector, code }) => `${detector}/${code}`)).toEqual(["personal-records/table", "concealed-sheet/hidden"]);
  });

  it("passes when it holds the blank form only", async () => {
    const path = write("blank.xlsx", await formWorkbook({ people: 0 }));
    const { status, verdict, results } = report(path);
    expect([status, verdict, results[0].findings, results[0].unscanned]).toEqual([0, "pass", [], []]);
  });
});

describe("2. a message showing 357 customers", () => {
  const customers = addressesOf(357);
  const to = (list: readonly string[], from = SHOP): [string, string][] => [["To", addressList(list)], ["From", from]];

  it.each<[string, Buffer, Record<string, number>]>([
    ["in To:", notice([["From", SHOP], ["To", addressList(customers)]]), { To: 357 }],
    ["in Cc:", notice([["From", SHOP], ["Cc", addressList(customers)]]), { Cc: 357 }],
    ["in both", notice([["From", SHOP], ["To", addressList(customers.slice(0, 200))], ["Cc", addressList(customers.slice(200))]]), { To: 200, Cc: 157 }],
    ["in repeated To: and Resent-To:", notice([["From", SHOP], ["To", addressList(customers.slice(0, 100))], ["To", addressList(customers.slice(100, 300))], ["Resent-To", addressList(customers.slice(300))]]), { To: 300, "Resent-To": 57 }],
    ["as a group", notice([["From", SHOP], ["To", `customers: ${addressList(customers)};`]]), { To: 357 }],
  ])("%s is blocked, with all of them counted and named by place in the remedy", (_, message, fields) => {
    const { status, results } = report("mail", write("notice.eml", message));
    expect(status).toBe(1);
    const [{ verdict, people, findings, remedies }] = results;
    expect([verdict, people]).toEqual(["block", 357]);
    expect(findings.find(({ code }) => code === "visible-recipients")).toMatchObject({ count: 357, people: 357, entities: { "email-address": 357 } });
    const move = remedies.find(({ kind }) => kind === "move-to-bcc");
    const byField: Record<string, number> = {};
    for (const { field } of move?.recipients ?? []) byField[field] = (byField[field] ?? 0) + 1;
    expect(byField).toEqual(fields);
    expect(new Set(move?.recipients?.map((place) => JSON.stringify(place))).size).toBe(357);
  });

  it("counts people and not domains: all of these are at one provider", () => {
    expect(new Set(customers.map((address) => address.replace(/^.*@/u, ""))).size).toBe(1);
  });

  it.each<[string, Buffer, string[]]>([
    ["sent by Bcc", notice([["From", SHOP], ["To", SHOP], ["Bcc", addressList(customers)]]), []],
    ["to colleagues", notice([["From", "a@corp.example"], ["To", addressList(Array.from({ length: 357 }, (_, i) => `staff${i}@corp.example`))]]), []],
    ["to fourteen", notice(to(customers.slice(0, 14))), []],
  ])("passes when %s", (_, message, more) => {
    const { status, verdict } = report("mail", write("pass.eml", message), ...more);
    expect([status, ["pass", "warn"].includes(verdict)]).toEqual([0, true]);
  });

  it("is blocked from fifteen on, or from where the config says", async () => {
    const fourteen = notice(to(customers.slice(0, 14)));
    expect((await scanMail(notice(to(customers.slice(0, 15))))).verdict.level).toBe("block");
    expect((await scanMail(fourteen)).verdict.level).not.toBe("block");
    expect((await scanMail(fourteen, { detectors: { "recipient-exposure": { threshold: 5 } } })).verdict.level).toBe("block");
  });

  it("passes as a reply in a thread that shows these people to each other already", async () => {
    const quoted = `了解しました。\r\n\r\n-----Original Message-----\r\nFrom: ${customers[0]}\r\nSent: 2026/11/20\r\nTo: ${customers.slice(1).join("; ")}\r\nSubject: 総会\r\n\r\n本文\r\n`;
    const fields: [string, string][] = [["In-Reply-To", "<1@shop.example>"], ...to(customers)];
    expect((await scanMail(notice(fields, quoted))).verdict.level).toBe("pass");
    expect((await scanMail(notice(fields), { thread: customers })).verdict.level).toBe("pass");
    const earlier = write("earlier.eml", notice([["From", customers[0]], ["To", addressList(customers.slice(1))]]));
    expect(leaklint(["mail", write("reply.eml", notice(fields)), "--thread", earlier]).status).toBe(0);
  });

  it("does not pass as a reply to somebody else's message", async () => {
    const { verdict } = await scanMail(notice([["In-Reply-To", "<1@shop.example>"], ...to(customers)]));
    expect(["hold", "block"]).toContain(verdict.level);
  });

  it("passes for a known group and for own domains by config", async () => {
    const message = notice(to(customers));
    const domain = customers[0].replace(/^.*@/u, "");
    expect((await scanMail(message, { knownGroups: { members: customers } })).verdict.level).toBe("pass");
    expect((await scanMail(message, { ownDomains: [domain] })).verdict.level).toBe("pass");
    expect((await scanMail(message, { ownDomains: [domain.slice(2)] })).verdict.level).toBe("block");
  });

  it("scans attachments by the same pipeline", async () => {
    const book = await formWorkbook({ people: 60, state: "hidden" });
    const message = mail([...envelopeFields(), ["MIME-Version", "1.0"], ["Content-Type", 'multipart/mixed; boundary="b"']], multipart("b", [attachment("form.xlsx", book)]));
    const { verdict, result } = await scanMail(message);
    expect([verdict.level, result.people]).toEqual(["block", 60]);
  });
});

describe("3. documents before publication", () => {
  const [one] = inventPeople(1);
  const TEXT = `申請者 ${one.name}\n住所 ${one.address}\n電話 ${one.phone}\nメール ${one.email}\n生年月日 1985年4月1日\n`;
  const LINES: Record<string, string> = { "person-name": "line 1", "postal-address": "line 2", "phone-number": "line 3", "email-address": "line 4", "date-of-birth": "line 5" };
  const KINDS = Object.keys(LINES);

  it.each<[string, string | Buffer, (kind: string) => string]>([
    ["readme.md", TEXT, (kind) => LINES[kind]],
    ["page.html", `<!doctype html><meta charset="utf-8"><p>${TEXT.trim().split("\n").join("</p>\n<p>")}</p>\n`, (kind) => LINES[kind]],
    ["letter.pdf", readFileSync("fixtures/pdf/flag.letter.pdf"), () => "page 1"],
  ])("finds names, addresses, phone numbers, mail addresses and dates of birth in %s, with their places", (name, content, place) => {
    const { status, results } = report(write(name, content));
    expect(status).toBe(1);
    for (const kind of KINDS) {
      const found = results[0].findings.filter(({ entities }) => kind in entities);
      expect(found.length, kind).toBeGreaterThan(0);
      expect(found.some(({ location }) => location.includes(place(kind))), kind).toBe(true);
    }
    expect(results[0].people).toBe(1);
  });

  const rows = inventPeople(40);
  const csv = `氏名,住所,電話,メール,生年月日\n${rows.map((p) => [p.name, p.address, p.phone, p.email, p.birthDate].join(",")).join("\n")}\n`;
  const jsonl = rows.map((p) => JSON.stringify({ name: p.name, address: p.address, phone: p.phone, email: p.email, birthday: p.birthDate })).join("\n");

  it.each<[string, string, RegExp]>([
    ["list.csv", csv, / › A2:E41$/u],
    ["dump.jsonl", jsonl, / › line 1:/u],
    ["page.html", `<table><tr><th>${csv.trim().replaceAll("\n", "</td></tr><tr><td>").replaceAll(",", "</td><td>")}</td></tr></table>`, / › .*line 1/u],
  ])("finds the forty people in %s as one table, with its range", (name, content, location) => {
    const { status, results } = report(write(name, content));
    expect([status, results[0].verdict, results[0].people]).toEqual([1, "block", 40]);
    const table = results[0].findings.find(({ detector }) => detector === "personal-records");
    expect(table?.entities).toMatchObject({ "person-name": 40, "postal-address": 40, "phone-number": 40, "email-address": 40, "date-of-birth": 40 });
    expect(table?.location).toMatch(location);
  });

  it("finds people in notes.docx, with what is concealed", () => {
    const { status, results } = report("fixtures/docx/flag.concealed.docx", "fixtures/docx/flag.table.docx");
    expect(status).toBe(1);
    expect(results[0].findings.some(({ concealment }) => concealment === "deleted-revision" || concealment === "comment")).toBe(true);
    expect(results[1].findings.some(({ detector }) => detector === "personal-records")).toBe(true);
  });

  it("gives one result for each file of one command line", () => {
    const paths = ["readme.md", "list.csv", "dump.jsonl"].map((name) => write(name, name === "list.csv" ? csv : name === "readme.md" ? TEXT : jsonl));
    const { results, summary } = report(...paths);
    expect(results.map(({ people }) => people)).toEqual([1, 40, 40]);
    expect(summary.people).toBe(81);
  });
});

describe("4. a message in a message holding a zip holding a workbook with a very hidden sheet", () => {
  it("is one result whose location names every step", async () => {
    const archive = zip([{ name: "docs/form.xlsx", content: await formWorkbook({ people: 30, state: "veryHidden" }) }]);
    const inner = mail([...envelopeFields("inner"), ["MIME-Version", "1.0"], ["Content-Type", 'multipart/mixed; boundary="i"']], multipart("i", [attachment("files.zip", archive)]));
    const outer = mail(
      [...envelopeFields("outer"), ["MIME-Version", "1.0"], ["Content-Type", 'multipart/mixed; boundary="o"']],
      multipart("o", [{ fields: [["Content-Type", "message/rfc822"], ["Content-Disposition", 'attachment; filename="fwd.eml"']], body: inner }]),
    );
    const { status, results } = report("mail", write("outer.eml", outer));
    expect([status, results.length]).toEqual([1, 1]);
    const table = results[0].findings.find(({ detector }) => detector === "personal-records");
    expect(table?.at.map(({ kind }) => kind)).toEqual(["file", "part", "part", "entry", "sheet", "cell"]);
    expect(table?.location.replace(/^.*outer\.eml/u, "outer.eml")).toBe("outer.eml › fwd.eml › files.zip › docs/form.xlsx › 団体一覧 (very hidden) › A3:H32");
    expect(table).toMatchObject({ people: 30, concealment: "very-hidden-sheet" });
  });
});

describe("5. the API", () => {
  it("finds entities in text synchronously, at UTF-16 offsets of the text as given", () => {
    const text = "😀 担当：佐藤　花子（℡ ０９０－１２３４－５６７８）";
    expect([...findEntities(text)].map(({ entity, start, end }) => [entity, text.slice(start, end)])).toEqual([
      ["person-name", "佐藤　花子"],
      ["phone-number", "０９０－１２３４－５６７８"],
    ]);
    for (const { confidence } of findEntities(text)) expect(confidence).toBeGreaterThanOrEqual(0.5);
  });

  it("runs a detector of one's own, with options that are checked", async () => {
    const employeeNumber = defineDetector({
      id: "employee-number",
      messages: { number: { severity: "error", en: "{count} employee numbers", ja: "社員番号{count}件", fix: { en: "Remove them.", ja: "削除してください。" } } },
      defaults: { digits: 6 },
      create: ({ digits }) => ({
        text: {
          starts: ["digit"],
          check: (given, start, end) =>
            end - start === digits && given.slice(start - 3, start) === "EN-" ? { code: "number", at: { start: start - 3, end }, entity: "user-id", confidence: 0.9 } : undefined,
        },
      }),
    });
    const config = defineConfig({ detectors: [employeeNumber] });
    const bytes = Buffer.from("badge EN-123456\n");
    const [{ result, verdict }] = (await createLinter(config).scan({ name: "a.txt", bytes })).reports;
    expect(result.findings).toMatchObject([{ detector: "employee-number", code: "number", at: [{ kind: "file" }, { kind: "span", line: 1, column: 7 }] }]);
    expect(verdict.level).toBe("hold");
    expect(() => createLinter({ detectors: { "person-nam": "off" } })).toThrow('did you mean "person-name"?');
  });

  it("takes a policy of one's own", async () => {
    const linter = createLinter({ policy: ({ people }) => ({ level: people > 0 ? "block" : "pass", reasons: [], remedies: [] }) });
    expect((await linter.scan({ name: "a.txt", bytes: Buffer.from("mail taro@provider.example") })).verdict).toBe("block");
  });

  it("is aborted by a signal, before and while it scans", async () => {
    await expect(scan({ name: "a.txt", bytes: Buffer.from("x") }, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/iu);
    const controller = new AbortController();
    const many = Array.from({ length: 50 }, (_, i) => ({ name: `${i}.txt`, bytes: Buffer.from("x".repeat(1000)) }));
    const seen: string[] = [];
    const run = async (): Promise<void> => {
      for await (const { result } of createLinter().scanEach(many, { signal: controller.signal })) {
        seen.push(result.path);
        if (seen.length === 3) controller.abort();
      }
    };
    await expect(run()).rejects.toThrow(/abort/iu);
    expect(seen.length).toBe(3);
  });

  it("has no side effect on import: nothing printed, no handle left, no file written", () => {
    // After a moment, so that the loader has closed the files of the modules themselves.
    const script = `await import(${JSON.stringify(new URL("../dist/index.js", import.meta.url).href)});
setTimeout(() => process.stdout.write(process.getActiveResourcesInfo().filter((name) => name !== "Timeout" && name !== "TTYWrap" && name !== "PipeWrap").join()), 200);`;
    const path = write("import.mjs", script);
    const { status, stdout } = spawnSync(process.execPath, [path], { encoding: "utf8" });
    expect([status, stdout]).toEqual([0, ""]);
  });
});

describe("exit status and configuration", () => {
  it("is 3 when nothing was found and something was not read, 0 where the profile or the user says so", () => {
    const path = write("sealed.zip", readFileSync("fixtures/hostile/encrypted.zip"));
    expect([leaklint([path]).status, leaklint([path, "--profile", "repo"]).status, leaklint([path, "--no-fail-on-unscanned"]).status]).toEqual([3, 0, 0]);
  });

  it("is 2 for what cannot be meant, with the nearest right word", () => {
    mkdirSync(join(folder, "config"), { recursive: true });
    writeFileSync(join(folder, "config/leaklint.config.json"), '{ "profil": "mail" }');
    const wrong = leaklint(["."], { cwd: join(folder, "config") });
    expect([wrong.status, wrong.stderr]).toEqual([2, 'leaklint: config has no key "profil"; did you mean "profile"?\n']);
    expect(leaklint(["--fromat", "json", "x"]).status).toBe(2);
    expect(leaklint([join(folder, "nowhere.txt")]).status).toBe(2);
  });

  it.each([
    ["leaklint.config.json", '{ "detectors": { "email-address": "off" } }'],
    ["leaklint.config.mjs", 'export default { detectors: { "email-address": "off" } };'],
    ["leaklint.config.ts", 'const detectors: Record<string, "off"> = { "email-address": "off" };\nexport default { detectors };'],
  ])("is read from %s, also from a folder above", (name, content) => {
    const top = mkdtempSync(join(folder, "up-"));
    mkdirSync(join(top, "sub"));
    writeFileSync(join(top, name), content);
    writeFileSync(join(top, "sub/a.txt"), "mail taro@provider.example\n");
    const { results } = JSON.parse(leaklint(["a.txt", "--format", "json"], { cwd: join(top, "sub") }).stdout) as JsonReport;
    expect(results[0].findings).toEqual([]);
    expect(report(join(top, "sub/a.txt")).results[0].findings.length).toBe(1);
  });

  it("is the same with -o, which writes the report to a file", () => {
    const path = write("one.txt", "様式のみ\n");
    const out = join(folder, "report.json");
    expect(leaklint([path, "--format", "json", "-o", out])).toMatchObject({ status: 0, stdout: "" });
    expect((JSON.parse(readFileSync(out, "utf8")) as JsonReport).verdict).toBe("pass");
  });

  it("reads standard input, and a message there by the mail profile", () => {
    const customers = addressesOf(20);
    const { status } = leaklint(["-"], { input: notice([["From", SHOP], ["To", addressList(customers)]]) });
    expect(status).toBe(1);
    expect(leaklint(["-"], { input: "様式のみ\n" }).status).toBe(0);
  });

  it("masks personal data in names of files", () => {
    const [one] = inventPeople(1);
    const { stdout } = leaklint([write(`${one.name}様.txt`, "様式のみ\n")]);
    expect(stdout.includes(one.name)).toBe(false);
  });

  it("keeps control characters of names away from the terminal", () => {
    if (process.platform === "win32") return;
    const { stdout } = leaklint([write("a\x1b[31m.txt", "x\n")]);
    expect(stdout.includes("\x1b")).toBe(false);
  });
});
