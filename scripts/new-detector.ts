/** `npm run new:detector ID`: the files of a new detector, ready to be filled in, and its line in the index and in README. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const id = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(id)) {
  console.error("usage: npm run new:detector ID    (kebab-case: what is found, such as employee-number)");
  process.exit(2);
}
if (existsSync(`detectors/${id}.ts`)) {
  console.error(`detectors/${id}.ts is there already`);
  process.exit(2);
}
const camel = id.replace(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());

const files: Readonly<Record<string, string>> = {
  [`detectors/${id}.ts`]: `/** What this finds, in one sentence, and the source of its rule. */
import type { Detector } from "../src/contract.js";

/** Runs of digits of the shape sought; proof comes from what stands around them. */
const NUMBER = /^EX-\\d{6}$/u;
const PREFIX = "EX-";

export const ${camel}: Detector<"number"> = {
  id: "${id}",
  messages: {
    number: {
      severity: "warning",
      en: "{count} numbers that name a person",
      ja: "個人を表す番号が{count}件あります",
      fix: { en: "Remove them, or say why they may leave.", ja: "削除するか、出してよい理由を確認してください。" },
    },
  },
  defaults: {},
  create: () => ({
    text: {
      starts: ["digit"],
      check(text, start, end) {
        const from = start - PREFIX.length;
        if (from < 0 || !NUMBER.test(text.slice(from, end))) return undefined;
        return { code: "number", at: { start: from, end }, entity: "user-id", confidence: 0.9 };
      },
    },
  }),
};
`,
  [`detectors/${id}.md`]: `# ${id}

What it finds, with an example that is invented.

## Why it matters

## How to fix it

## How to accept it

Turn it off in \`leaklint.config.ts\`: \`detectors: { "${id}": "off" }\`.

## What it does not see

## 日本語

何を見つけるか。なぜ問題か。どう直すか。
`,
  [`fixtures/${id}/flag.basic.txt`]: "number EX-123456\n",
  [`fixtures/${id}/pass.basic.txt`]: "number EX-12345\n",
  [`tests/detectors/${id}.test.ts`]: `import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ${camel} } from "../../detectors/${id}.js";
import { createLinter } from "../../src/index.js";

const linter = createLinter({ detectors: [${camel}] });
const found = (text: string): string[] => [...linter.findEntities(text)].filter(({ entity }) => entity === "user-id").map(({ start, end }) => text.slice(start, end));

describe("${id}", () => {
  it.each([["number EX-123456.", ["EX-123456"]]])("finds %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each(["EX-12345", "EX-1234567", "AX-123456"])("passes %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("flags and passes its fixtures", () => {
    expect(found(readFileSync("fixtures/${id}/flag.basic.txt", "utf8"))).not.toEqual([]);
    expect(found(readFileSync("fixtures/${id}/pass.basic.txt", "utf8"))).toEqual([]);
  });
});
`,
};

for (const [path, text] of Object.entries(files)) {
  mkdirSync(path.slice(0, path.lastIndexOf("/")), { recursive: true });
  writeFileSync(path, text, { flag: "wx" });
  console.log(`wrote ${path}`);
}

function insert(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`${path} has no place for the new detector`);
  writeFileSync(path, after);
  console.log(`added it to ${path}`);
}

insert("detectors/index.ts", (text) =>
  text
    .replace(/(\n)(\nexport const allDetectors)/u, `$1import { ${camel} } from "./${id}.js";\n$2`)
    .replace(/,?\n\];\n$/u, `,\n  ${camel},\n];\n`),
);
insert("README.md", (text) => text.replace(/(\n\| \[[a-z-]+\]\(detectors\/[^\n]*)(?=\n\n)/u, `$1\n| [${id}](detectors/${id}.md) | … |`));
console.log(`\nnow: npx vitest run tests/detectors/${id}.test.ts tests/architecture.test.ts`);
