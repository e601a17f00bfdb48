import { describe, expect, it } from "vitest";
import { emlExtractor } from "../../../src/extractors/eml/index.js";
import { encode } from "../../support/encode.js";

const identify = (content: string | Uint8Array, name = "file"): string | undefined => emlExtractor.identify(Buffer.from(content), name);

describe("what is a message", () => {
  it.each<[string, string | Uint8Array]>([
    ["From, To, Subject", "From: a@x.example\r\nTo: b@x.example\r\nSubject: x\r\n\r\nbody"],
    ["transport's fields first", "Received: from a by b; Mon, 1 Apr 2024\n\tid x\nDate: x\nFrom: a@x.example\n\nbody"],
    ["lower-case names with a message's identifier", "message-id: <1@x>\nfrom: a@x.example\nto: b@x.example\n\nbody"],
    ["an mbox separator", "From a@x.example Mon Jan  1 00:00:00 2024\nFrom: a@x.example\nSubject: x\n\nbody"],
    ["a byte order mark", "\ufeffFrom: a@x.example\nTo: b@x.example\nDate: x\n\nbody"],
    ["blank lines first", "\r\n\r\nFrom: a@x.example\r\nTo: b@x.example\r\nSubject: x\r\n\r\nbody"],
    ["bare carriage returns", "From: a@x.example\rTo: b@x.example\rSubject: x\r\rbody"],
    ["MIME fields only", "MIME-Version: 1.0\nContent-Type: text/plain\n\nbody"],
    ["a multipart only", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nbody\n--b--\n"],
    ["a saved web page", "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.example/\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b--"],
    ["a header alone", "From: a@x.example\nTo: b@x.example\nSubject: x"],
    ["UTF-16", encode("\ufeffFrom: a@x.example\r\nTo: b@x.example\r\nSubject: x\r\n\r\nbody", "utf-16le")],
    ["many unknown fields between known ones", "Return-Path: <a@x.example>\nX-A: 1\nX-B: 2\nX-C: 3\nX-D: 4\nDate: x\nFrom: a@x.example\n\nbody"],
  ])("%s", (_name, content) => {
    expect(identify(content)).toBe("eml");
  });

  it.each([
    ["mail.eml", "To: a@x.example\n\nx"],
    ["mail.EML", "Subject: x"],
    ["page.mhtml", "Content-Type: text/html\n\nx"],
    ["box.mbox", "From a@x.example Mon Jan  1 00:00:00 2024\n\nno header"],
    ["mail.emlx", "1234  \nSubject: x\n\nbody"],
    ["mail.eml", "A: 1\nB: 2\n\nbody"],
  ])("%s by its name and %j", (name, content) => {
    expect(identify(content, name)).toBe("eml");
  });

  it.each<[string, string, string]>([
    ["prose with a colon", "readme.txt", "Note: this is not a message.\n\nAt all."],
    ["front matter", "page.md", "---\ntitle: x\ndate: 2024-04-01\n---\n\n# x\n"],
    ["metadata above Markdown", "page.md", "Title: x\nAuthor: Taro\nDate: 2024-04-01\n\n# x\n"],
    ["YAML", "config.yaml", "from: a@x.example\nto: b@x.example\nsubject: x\ncc: c@x.example\n"],
    ["a GitHub workflow", "ci.yml", "name: ci\non: push\njobs:\n  test:\n    runs-on: x\n"],
    ["an HTTP response", "a.http", "HTTP/1.1 200 OK\r\nDate: x\r\nServer: x\r\nContent-Type: text/html\r\n\r\n<html>"],
    ["HTTP fields alone", "headers.txt", "Date: Mon, 1 Apr 2024 10:00:00 GMT\nServer: nginx\nContent-Type: text/html\nContent-Length: 5\nSet-Cookie: a=b\n"],
    ["a CGI page", "a.txt", "Content-Type: text/html\n\n<html></html>"],
    ["a log", "a.log", "10:00:00 GET / 200\n10:00:01 GET /x 404\n"],
    ["a Debian control file", "control", "Package: x\nVersion: 1\nMaintainer: Taro <taro@x.example>\nDescription: x\n"],
    ["a form filled in", "form.txt", "From: Tokyo\nTo: Osaka\nDate: 2024-04-01\nName: Taro\nFare: 1000\nSeat: 3A\nClass: 2\n"],
    ["a letter that quotes a header in its middle", "a.txt", "Hello\n\nFrom: a@x.example\nTo: b@x.example\nSubject: x\n"],
    ["a line that begins like mbox", "a.txt", "From here on it is prose: yes.\nTo: be or not\n"],
    ["CSV", "a.csv", "From,To,Subject\na@x.example,b@x.example,x\n"],
    ["JSON", "a.json", '{"From": "a@x.example"}'],
    ["binary bytes", "a.bin", "\x00\x01\x02:\x03\xff"],
    ["nothing", "a.txt", ""],
    ["nothing under a message's name", "a.eml", ""],
    ["prose under a message's name", "a.eml", "just words\nand more"],
  ])("%s is none", (_name, name, content) => {
    expect(identify(content, name)).toBeUndefined();
  });
});
