import { describe, expect, it } from "vitest";
import { parseArguments } from "../../src/cli/arguments.js";
import { UsageError } from "../../src/errors.js";

describe("parseArguments", () => {
  it.each<[string[], object]>([
    [["form.xlsx"], { command: "scan", operands: ["form.xlsx"], format: "pretty" }],
    [["-", "--format", "json"], { command: "scan", operands: ["-"], format: "json" }],
    [["a", "b", "-o", "out.json", "--lang=ja"], { command: "scan", operands: ["a", "b"], output: "out.json", lang: "ja" }],
    [["mail", "m.eml", "--from", "a@x.test", "--rcpt", "b@x.test", "--rcpt", "c@x.test"], { command: "mail", operands: ["m.eml"], from: "a@x.test", rcpt: ["b@x.test", "c@x.test"] }],
    [["explain", "personal-records/table"], { command: "explain", operands: ["personal-records/table"] }],
    [["explain", "--finding", "2", "a.xlsx"], { command: "explain", finding: "2", operands: ["a.xlsx"] }],
    [["x", "--report", "html=a=b.html", "--report", "sarif=s.sarif"], { format: "pretty", reports: [{ format: "html", file: "a=b.html" }, { format: "sarif", file: "s.sarif" }] }],
    [["x", "--no-public-body"], { publicBody: false }],
    [["--fail-on", "warn", "--no-fail-on-unscanned", "x"], { failOn: "warn", failOnUnscanned: false }],
    [["--", "-odd-name"], { command: "scan", operands: ["-odd-name"] }],
    [[], { command: "help" }],
    [["--help", "x"], { command: "help" }],
    [["-v", "x"], { command: "version" }],
  ])("understands %j", (words, expected) => {
    expect(parseArguments(words)).toMatchObject(expected);
  });

  it.each<[string[], string]>([
    [["--fromat", "json", "x"], 'there is no option --fromat; did you mean "format"?'],
    [["--format", "jsn", "x"], '--format must be one of pretty, json, jsonl, sarif, github, gitlab, junit, markdown, html, unix; did you mean "json"?'],
    [["--profile", "publihs", "x"], '--profile must be one of publish, mail, repo; did you mean "publish"?'],
    [["mail"], "leaklint mail takes one message: a file, or - for standard input"],
    [["mail", "a", "b"], "leaklint mail takes one message: a file, or - for standard input"],
    [["explain"], "leaklint explain takes one code, such as personal-records/table"],
    [["explain", "--finding", "2"], "leaklint explain --finding takes the files that the report was about"],
    [["explain", "--finding", "second", "a.xlsx"], "--finding takes a finding's number in the report, or eight or more characters of its fingerprint"],
    [["--finding", "2", "a.xlsx"], "--finding belongs to: leaklint explain"],
    [["x", "--rcpt", "a@b.test"], "--rcpt belongs to: leaklint mail"],
    [["clean"], "leaklint clean is not in this version; a file of that name is ./clean"],
    [["x", "--report", "leaks.html"], "--report takes a format and a file, such as html=leaks.html"],
    [["x", "--report", "html="], "--report takes a format and a file, such as html=leaks.html"],
    [["x", "--report", "htm=x"], '--report must be one of pretty, json, jsonl, sarif, github, gitlab, junit, markdown, html, unix; did you mean "html"?'],
    [["x", "--no-format"], 'there is no option --no-format; did you mean "format"?'],
    [["x", "--config"], "the option --config is not given as it must be; see leaklint --help"],
  ])("refuses %j and says what is right", (words, message) => {
    expect(() => parseArguments(words)).toThrow(new UsageError(message));
  });
});
