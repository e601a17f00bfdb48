/** Markers in texts, from the text to the verdict. */
import { describe, expect, it } from "vitest";
import { type Config, createLinter, type ScanResult } from "../../src/index.js";
import { zip } from "../support/archives.js";
import { inventPeople } from "../support/people.js";

const people = inventPeople(12);
const phone = (i: number): string => `TEL: ${people[i].phone}`;

async function scanned(text: string | Uint8Array, { name = "notes.md", ...config }: Config & { name?: string } = {}): Promise<ScanResult & { verdict: string }> {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  const { reports: [{ result, verdict }] } = await createLinter({ profile: "repo", fingerprintKey: "a key for tests", ...config }).scan({ name, bytes });
  return { ...result, verdict: verdict.level };
}

const told = ({ findings }: ScanResult): string[] =>
  findings.map(({ detector, code, accepted, at }) => {
    const line = at.findLast((step) => step.kind === "span")?.line;
    return `${line} ${detector}/${code}${accepted === undefined ? "" : ` accepted by ${accepted.by}: ${accepted.reason}`}`;
  });

const MARKER = "leaklint-ignore";

describe("a marker accepts", () => {
  it.each([
    ["its own line", `${phone(0)} <!-- ${MARKER} phone-number -- the front desk -->\n`, 1],
    ["the next line", `<!-- ${MARKER}-next-line phone-number -- the front desk -->\n${phone(0)}\n`, 2],
    ["the lines between start and end", `<!-- ${MARKER}-start phone-number -- the front desk -->\n\n${phone(0)}\n<!-- ${MARKER}-end -->\n`, 3],
    ["what a code and not a detector names", `${phone(0)} <!-- ${MARKER} phone-number/number -- the front desk -->\n`, 1],
  ])("%s", async (_, text, line) => {
    const result = await scanned(text);
    const codes = told(result).filter((one) => one.includes("phone-number"));
    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(new RegExp(`^${line} phone-number/\\w+ accepted by marker: the front desk$`, "u"));
  });

  it("and the finding stays in the report, counted, with no verdict resting on it", async () => {
    const text = `${phone(0)} <!-- ${MARKER} phone-number -- the front desk -->\n`;
    const [open, accepted] = [await scanned(`${phone(0)}\n`), await scanned(text)];
    expect([open.verdict, accepted.verdict]).toEqual(["warn", "pass"]);
    expect([accepted.people, accepted.findings.length]).toEqual([open.people, open.findings.length]);
    expect(accepted.open).toEqual({ people: 0, exposure: { identified: 0, reachable: 0, concealed: 0 } });
  });

  it("in every text format that has lines, and in files inside archives", async () => {
    const html = `<p>${phone(0)}</p> <!-- ${MARKER} phone-number -- the front desk -->`;
    const json = `{\n "//": "${MARKER}-next-line phone-number -- the front desk",\n "TEL": "${people[0].phone}"\n}`;
    for (const [name, text] of [["a.html", html], ["a.json", json], ["a.yaml", `# ${MARKER}-next-line phone-number -- the front desk\n${phone(0)}\n`]] as const) {
      const result = await scanned(text, { name });
      expect(told(result).filter((one) => one.includes("phone-number")), name).toEqual([expect.stringContaining("accepted by marker")]);
      const inside = await scanned(zip([{ name, content: Buffer.from(text) }]), { name: "a.zip" });
      expect(told(inside).filter((one) => one.includes("phone-number")), name).toEqual([expect.stringContaining("accepted by marker")]);
    }
  });

  it("in UTF-16 of both byte orders", async () => {
    const text = `連絡先 ${phone(0)} // ${MARKER} phone-number -- desk\n`;
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    for (const bytes of [utf16, Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, "utf16le").swap16()])]) {
      expect(told(await scanned(bytes, { name: "a.txt" }))).toEqual([expect.stringContaining("accepted by marker: desk")]);
    }
  });

  it("more values than are told one by one, and those beside them are found still", async () => {
    const lines = people.map((_, i) => `${phone(i)}${i === 7 ? "" : ` <!-- ${MARKER} phone-number -- sample ${i % 2} -->`}`);
    const result = await scanned(lines.join("\n\n"));
    const open = result.findings.filter(({ accepted }) => accepted === undefined);
    expect(open.map(({ detector, count, at }) => [detector, count, at.at(-1)])).toEqual([["phone-number", 1, expect.objectContaining({ line: 15 })]]);
    expect(result.open?.people).toBe(1);
    expect(result.findings.reduce((sum, { count }) => sum + count, 0)).toBe(12);
  });
});

describe("a marker accepts nothing", () => {
  it.each<[string, string, string, Config?]>([
    ["else on its line", `${people[0].email} ${phone(0)} <!-- ${MARKER} phone-number -- desk -->`, "email-address"],
    ["on the line behind the next", `<!-- ${MARKER}-next-line phone-number -- desk -->\n\n${phone(0)}`, "phone-number"],
    ["behind its end", `<!-- ${MARKER}-start phone-number -- desk -->\n${phone(1)}\n<!-- ${MARKER}-end -->\n${phone(0)}`, "phone-number"],
    ["without a reason", `${phone(0)} <!-- ${MARKER} phone-number -->`, "phone-number"],
    ["where it names no code", `${phone(0)} <!-- ${MARKER} -- desk -->`, "phone-number"],
    ["where it names a code that there is not", `${phone(0)} <!-- ${MARKER} phone-number telephone -- desk -->`, "phone-number"],
    ["where its end is missing", `<!-- ${MARKER}-start phone-number -- desk -->\n${phone(0)}`, "phone-number"],
    ["that nobody may accept", `${phone(0)} <!-- ${MARKER} phone-number -- desk -->`, "phone-number", { acceptance: { never: ["phone-number"] } }],
    ["in a string", `const a = "// ${MARKER} phone-number -- desk"; // ${phone(0)}`, "phone-number"],
  ])("%s", async (_, text, detector, config = {}) => {
    const open = (await scanned(text, config)).findings.filter(({ accepted }) => accepted === undefined);
    expect(open.map((finding) => finding.detector)).toContain(detector);
  });

  it("in CSV, where a comment would be a record", async () => {
    const text = `名前,TEL,備考\n${people[0].name},${people[0].phone},"# ${MARKER} personal-records -- desk"\n${people[1].name},${people[1].phone},\n`;
    expect((await scanned(text, { name: "a.csv" })).findings.filter(({ accepted }) => accepted !== undefined)).toEqual([]);
  });

  it.each(["publish", "mail"] as const)("in what is judged by the profile %s: who sends it must not decide alone", async (profile) => {
    const text = `${phone(0)} <!-- ${MARKER} phone-number -- desk -->\n<!-- ${MARKER} iban -->`;
    expect(told(await scanned(text, { profile })).every((one) => one.includes("phone-number/") && !one.includes("accepted"))).toBe(true);
    expect(told(await scanned(text, { profile, acceptance: { markers: true } })).some((one) => one.includes("accepted"))).toBe(true);
  });

  it("in a message that a gateway is asked about", async () => {
    const message = `From: a@example.test\r\nTo: b@example.test\r\nSubject: x\r\n\r\n${phone(0)} // ${MARKER} phone-number -- desk\r\n`;
    const { result } = await createLinter().scanMail(message);
    expect(result.findings.some(({ accepted }) => accepted !== undefined)).toBe(false);
  });
});

describe("a marker that is wrong", () => {
  it.each<[string, string, Config?]>([
    ["unused", `fine <!-- ${MARKER} phone-number -- desk -->`],
    ["unused", `${phone(0)} <!-- ${MARKER} phone-number, email-address -- desk -->`],
    ["no-reason", `${phone(0)} <!-- ${MARKER} phone-number -->`],
    ["unknown-code", `${phone(0)} <!-- ${MARKER} telephone -- desk -->`],
    ["unknown-code", `${phone(0)} <!-- ${MARKER} phone-number/ -- desk -->`],
    ["unknown-code", `${phone(0)} <!-- ${MARKER} acceptance -- desk -->`],
    ["unclosed", `<!-- ${MARKER}-start phone-number -- desk -->\n${phone(0)}`],
    ["unclosed", `fine <!-- ${MARKER}-end -->`],
    ["refused", `${phone(0)} <!-- ${MARKER} phone-number -- desk -->`, { acceptance: { never: ["phone-number"] } }],
  ])("is told as %s, where it stands, and holds", async (code, text, config = {}) => {
    const result = await scanned(text, config);
    const problems = result.findings.filter(({ detector }) => detector === "acceptance");
    expect(problems.map((problem) => [problem.code, problem.severity])).toEqual([[code, "error"]]);
    expect(problems[0].at.at(-1)).toMatchObject({ kind: "span", line: 1 });
    expect(result.verdict).toBe("hold");
  });

  it("is not told where the detector is off", async () => {
    expect(told(await scanned(`fine <!-- ${MARKER} phone-number -- desk -->`, { detectors: { "phone-number": "off" } }))).toEqual([]);
  });

  it("is not told as unused where not all was read", async () => {
    const text = Buffer.concat([Buffer.from(`fine <!-- ${MARKER} phone-number -- desk -->\n日本語の文章が続きます。`), Buffer.from([0xff, 0xfe, 0xff])]);
    const result = await scanned(text, { name: "a.txt" });
    expect(result.unscanned.length).toBeGreaterThan(0);
    expect(told(result)).toEqual([]);
  });
});

it("a reason is masked where it holds a value", async () => {
  const result = await scanned(`${phone(0)} <!-- ${MARKER} phone-number -- same as ${people[0].phone} and ${people[0].email} -->`);
  const reasons = JSON.stringify(result.findings.map(({ accepted }) => accepted));
  expect(reasons).toContain("same as");
  expect(reasons).not.toContain(people[0].phone);
  expect(reasons).not.toContain(people[0].email);
});
