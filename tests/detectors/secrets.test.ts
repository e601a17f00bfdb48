import { describe, expect, it } from "vitest";
import { secrets } from "../../detectors/secrets.js";
import { createLinter } from "../../src/index.js";
import { detectText, markFound, REPORTED } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { type InventedSecret, inventSecrets } from "../support/invented-secrets.js";
import { countSteps } from "../support/steps.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(secrets);

const found = (text: string): string[] =>
  detectText(secrets, text).filter(({ confidence }) => confidence >= REPORTED).map(({ at }) => text.slice(at.start, at.end));

describe("secrets: every kind", () => {
  const byKind = new Map<string, InventedSecret[]>();
  for (const one of inventSecrets(20, 99)) byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one]);
  it("covers the kinds it is about", () => {
    expect(byKind.size).toBeGreaterThan(50);
  });
  it.each([...byKind])("finds all but one in twenty of: %s, each exactly", (_kind, invented) => {
    const missed = invented.filter(({ text, secret }) => found(text).join("\n") !== secret);
    expect(missed.length).toBeLessThanOrEqual(invented.length / 20);
  });
});

describe("secrets: where a value begins and ends", () => {
  it.each([
    ["a quoted value", 'api_key: "«q7Zt0LmX4vNc82RkYw5HbE1s»", retries: 3'],
    ["an escaped one", String.raw`{\"apiKey\":\"«q7Zt0LmX4vNc82RkYw5HbE1s»\"}`],
    ["the end of a sentence", "パスワードは«Kz8mQ2xw»です。"],
    ["brackets", "初期パスワード：【«Kz8mQ2xw»】"],
    ["a cell", "パスワード\t«Kz8mQ2xw»\t有効"],
    ["a connection string", "User Id=app;Password=«Tz7kQ9pLm»;Encrypt=true"],
    ["a query", "https://api.corp.internal.jp/v1?api_key=«q7Zt0LmX4vNc82RkYw5HbE1s»&page=2"],
    ["a URL", "amqps://svc:«Tz7kQ9pLmW»@mq1.corp.internal/vh"],
    ["German", "Benutzer: lk\nPasswort: «Grünkohl!7x»\nKennwort = «Kz8mQ2xw»"],
    ["French", "Identifiant : lk\nMot de passe : «Kz8mQ2xw»\nmot_de_passe=«Tz7kQ9pLm»"],
    ["Spanish and Portuguese", "Contraseña: «Kz8mQ2xw»\nSENHA: «Tz7kQ9pLm»"],
    ["Dutch, Norwegian, Swedish, Danish, Polish and Finnish", "Wachtwoord: «Kz8mQ2xw»\nPassord: «Kz8mQ2xw»\nLösenord: «Kz8mQ2xw»\nAdgangskode: «Kz8mQ2xw»\nHasło: «Kz8mQ2xw»\nSalasana: «Kz8mQ2xw»"],
    ["Chinese", "账号：lk\n密码：«Kz8mQ2xw»"],
    ["two on one line", "user=app password=«Tz7kQ9pLm» SECRET=«q7Zt0LmX4vNc82RkYw5HbE1s»"],
  ])("is exact: %s", (_case, marked) => {
    const text = marked.replaceAll(/[«»]/gu, "");
    expect(markFound(secrets, text)).toBe(marked);
  });
  it("takes a value's form for surer than its name, and knows it without one", () => {
    const token = `ghp_${"aB3dE5fG7hI9".repeat(3)}`;
    expect(detectText(secrets, `GITHUB_TOKEN=${token}`)[0]?.confidence).toBe(detectText(secrets, `see ${token}`)[0]?.confidence);
  });
  it("tells keys, passwords and private keys apart", () => {
    const codes = new Map(inventSecrets(1, 5).map(({ kind, text }) => [kind, detectText(secrets, text)[0]?.code]));
    expect(codes.get("RSA private key")).toBe("private-key");
    expect(codes.get("password in .env")).toBe("password");
    expect(codes.get("Slack bot token")).toBe("key");
  });
});

describe("secrets: columns of a table", () => {
  const linter = createLinter();
  const csv = (rows: readonly (readonly string[])[]): Promise<readonly { code: string; entities: object; where: string }[]> =>
    linter.scan({ name: "a.csv", bytes: Buffer.from(rows.map((row) => row.join(",")).join("\n")) }).then(({ reports }) =>
      reports[0].result.findings.filter(({ detector }) => detector === "secrets").map(({ code, entities, at }) => ({ code, entities, where: JSON.stringify(at) })));
  it.each([
    ["パスワード", ["sakura2391", "Kz8mQ2xw", "himawari", "tokyo#77"], { code: "password", entities: { password: 4 } }],
    ["暗証番号", ["7215", "0482", "3391", "5520"], { code: "password", entities: { password: 4 } }],
    ["API_KEY", ["q7Zt0LmX4vNc82RkYw5HbE1s", "Kd83hfQ0zLw92mVbT4xRq7Y1", "9fA3kLq0Zx7WvB2nMt5RyU8p", "m4Zt0LmX4vNc82RkYw5HbE2t"], { code: "key", entities: { "api-key": 4 } }],
  ])("finds those under %s as one finding", async (header, values, expected) => {
    const rows = [["利用者", header, "状態"], ...values.map((value, i) => [`u-${i}`, value, "有効"])];
    const [found, ...others] = await csv(rows);
    expect(others).toEqual([]);
    expect(found).toMatchObject(expected);
    expect(found.where).toContain("B2:B5");
  });
  it.each([
    ["パスワード", ["あり", "なし", "あり", "変更済"]],
    ["password", ["********", "********", "********", "********"]],
    ["token", ["identifier", "string literal", "number", "operator"]],
    ["キー", ["Ctrl+A", "Ctrl+B", "Ctrl+C", "Ctrl+D"]],
  ])("finds none under %s where the cells are none", async (header, values) => {
    expect(await csv([["利用者", header, "状態"], ...values.map((value, i) => [`u-${i}`, value, "有効"])])).toEqual([]);
  });
  it("does not take the next row's first cell for a value", () => {
    expect(found("氏名\tID\tパスワード\nk2391\tx\ty\n")).toEqual([]);
    expect(found("■パスワード\nsakura2391\n")).toEqual(["sakura2391"]);
  });
});

describe("secrets: what is none", () => {
  it("takes no rule or hint of other languages for a password", () => {
    expect(found("Passwort: mindestens 8 Zeichen\nMot de passe : 8 caractères minimum\nContraseña: obligatoria\nDer Ort: Kz8mQ2xw\nune impasse : Kz8mQ2xw\n密码：至少8位\n忘记密码？\n")).toEqual([]);
  });
  it("takes no word of a sentence for a password, in whatever language", () => {
    expect(found("user, password: Zusätzliche Verbindungsparameter (optional)\n")).toEqual([]);
    expect(found("Passwort: Grünkohl!7x\n")).toEqual(["Grünkohl!7x"]);
  });
  it("finds none in a million characters of code, lockfiles, logs and markup", () => {
    expect(found(codeText(1_000_000))).toEqual([]);
  });
  it("asks nothing of text in which no word is a secret's name: as many steps as words", () => {
    const text = "The committee met and agreed to publish the minutes of all sessions. 市では子育て支援の窓口を増やしました。".repeat(300);
    const check = secrets.create({}, { ownDomains: [], knownGroups: {}, country: "JP" }).text;
    if (check === undefined) throw new Error("secrets has a text check");
    let words = 0;
    const steps = countSteps(() => {
      for (const { index, 0: word } of text.matchAll(/[a-z]+|\p{Script=Han}+/giu)) {
        words++;
        check.check(text, index, index + word.length);
      }
    });
    // Of these, one a character is the loop's own.
    expect(steps).toBeLessThan(words * 14);
  });
  it.each([
    ["names", "password=a1"],
    ["signs", "key=key="],
    ["prefixes", "ghp_"],
    ["prefixes apart", " sk-ant- "],
    ["headers of keys", "-----BEGIN PRIVATE KEY-----"],
    ["JWT beginnings", "eyJhbGciOiJI."],
    ["hash beginnings", "$2y$10$"],
    ["URLs", "a://b:c@"],
    ["labels", "パスワード：暗証番号："],
    ["quotes", 'token="token="'],
    ["hooks", "https://hooks.slack.com/services/T"],
  ])("reads twice as many %s in twice the steps", (_name, unit) => {
    const steps = (text: string): number => countSteps(() => void detectText(secrets, text));
    const text = unit.repeat(Math.ceil(20_000 / unit.length));
    steps(text.slice(0, 500));
    const once = steps(text);
    expect(steps(text + text)).toBeLessThan(once * 2.1 + 20_000);
    expect(once).toBeLessThan(text.length * 2_500);
  });
});
