/** Pages, data, messages and archives with a marker in every place that can hold text. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzip, pax, tar, zip } from "../support/archives.js";
import { outlookMessage, packRtf, tnef, tnefAttribute, tnefProperties } from "../support/outlook.js";
import { marked, type MarkedFile, type Places } from "./place.js";

const binary = (text: string | Buffer): { type: number; bytes: Buffer } => ({ type: 0x102, bytes: Buffer.from(text as string) });
const lines = (...all: readonly string[]): string => [...all, ""].join("\r\n");
const messageOf = (m: Places["mark"]): string =>
  lines(`From: ${m("sender's name")} <a@office.example>`, "To: b@office.example", `Subject: ${m("subject")}`, `X-Note: ${m("header nobody shows", "metadata")}`, "MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="b"', "",
    m("text before the first part", "hidden-text"), "--b", 'Content-Type: multipart/alternative; boundary="c"', "", "--c", "Content-Type: text/plain; charset=utf-8", "", m("text"), "--c", "Content-Type: text/html; charset=utf-8", "",
    `<p>x</p><p style="display:none">${m("hidden text of its page", "hidden-text")}</p>`, "--c--", "--b", `Content-Type: text/csv; name="${m("name of an attachment")}.csv"`, "Content-Disposition: attachment", "Content-Transfer-Encoding: base64", "",
    Buffer.from(`a,b\n${m("attachment")},x\n`).toString("base64"), "--b--", m("text behind the last part", "hidden-text"));

export const web: readonly MarkedFile[] = [
  marked("page (HTML)", "marked.html", (m) =>
    `<!DOCTYPE html><html><head><title>${m("title")}</title><style>.unseen{font-size:0} p::after{content:"${m("words of a style sheet", "hidden-text")}"} /* ${m("comment in a style sheet", "hidden-text")} */</style><meta name="author" content="${m("meta tag", "metadata")}"></head><body><!-- ${m("comment", "markup-comment")} --><p>${m("text")}</p>` +
    `<p style="display:none">${m("display: none", "hidden-text")}</p><p style="visibility:hidden">${m("visibility: hidden", "hidden-text")}</p><p hidden>${m("hidden element", "hidden-text")}</p><template>${m("template", "hidden-text")}</template>` +
    `<p class="unseen">${m("class that the page's style sheet hides", "hidden-text")}</p><p style="color:white">${m("white text", "hidden-text")}</p><p style="list-style:url(data:,${m("value of a style", "hidden-text")})">x</p><img src="data:text/plain;base64,${Buffer.from(m("short file in a data: URL", "hidden-text")).toString("base64")}"><form><input type="hidden" name="n" value="${m("hidden input", "hidden-text")}"><input value="${m("input")}"></form><p data-owner="${m("data attribute", "hidden-text")}">x</p><img alt="${m("alternative text")}" src="x">` +
    `<script>var owner = "${m("text in a script", "hidden-text")}";</script><script type="application/json">{"owner":"${m("inline JSON", "hidden-text")}"}</script><iframe srcdoc="&lt;p&gt;${m("page inside", "hidden-text")}&lt;/p&gt;"></iframe>` +
    `<a href="data:text/plain;base64,${Buffer.from(`linked words ${m("file in a data: URL", "hidden-text")} ${"and so on ".repeat(9)}`).toString("base64")}">x</a><table><tr><th>a</th></tr><tr><td>${m("cell of a table")}</td></tr><tr style="display:none"><td>${m("hidden row of a table", "hidden-text")}</td></tr></table></body></html>`),
  marked("picture (SVG)", "marked.svg", (m) =>
    `<svg xmlns="http://www.w3.org/2000/svg"><title>${m("title")}</title><desc>${m("description")}</desc><metadata><rdf:RDF xmlns:rdf="r" xmlns:dc="d"><dc:creator>${m("metadata", "metadata")}</dc:creator></rdf:RDF></metadata><text>${m("text")}</text><text display="none">${m("text that is not drawn", "hidden-text")}</text><!-- ${m("comment", "markup-comment")} --></svg>`),
  marked("source map", "marked.js.map", (m) => JSON.stringify({ version: 3, sources: [`/home/${m("path of a source")}/a.ts`], names: [m("name")], mappings: "", sourcesContent: [`// by ${m("source text")}`] })),
  marked("JSON", "marked.json", (m) => JSON.stringify({ list: [{ name: m("value") }], [m("key")]: 1 })),
  marked("XML", "marked.xml", (m) => `<?xml version="1.0"?><list><!-- ${m("comment", "markup-comment")} --><person name="${m("attribute")}">${m("text")}<![CDATA[${m("CDATA")}]]></person></list>`),
  marked("YAML", "marked.yaml", (m) => `# ${m("comment")}\nlist:\n  - name: ${m("value")}\n    ${m("key")}: x\n`),
  marked("SQL dump", "marked.sql", (m) => `-- ${m("comment")}\nCREATE TABLE t (name TEXT, note TEXT);\nINSERT INTO t (name, note) VALUES ('${m("value of a row")}', 'x');\n`),
  {
    kind: "database (SQLite)", name: "marked.sqlite", bytes: readFileSync(join(import.meta.dirname, "../../fixtures/sqlite/marked.sqlite")),
    places: [
      { where: "value of a row", concealment: undefined, marker: "sqliteqA" }, { where: "deleted row", concealment: "orphaned-part", marker: "sqliteqB" },
      { where: "text in a view", concealment: "package-data", marker: "sqliteqC" }, { where: "default of a column", concealment: "package-data", marker: "sqliteqD" },
    ],
  },
  marked("server log", "access.log", (m) => `192.0.2.1 - ${m("user")} [01/Jan/2026:00:00:00 +0900] "GET /?name=${m("query")} HTTP/1.1" 200 1 "https://office.example/${m("referrer")}" "x"\n`.repeat(2)),
  marked("vCard", "marked.vcf", (m) => lines("BEGIN:VCARD", "VERSION:3.0", `FN:${m("name")}`, `NOTE:${m("note")}`, `X-SECRET:${m("property of a maker")}`, `PHOTO;ENCODING=b;TYPE=TXT:${Buffer.from(`picture of ${m("picture")} here`).toString("base64")}`, "END:VCARD")),
  marked("calendar (iCalendar)", "marked.ics", (m) => lines("BEGIN:VCALENDAR", "VERSION:2.0", `X-WR-CALNAME:${m("name of the calendar")}`, "BEGIN:VEVENT", `SUMMARY:${m("summary")}`, `DESCRIPTION:${m("description")}`, `ORGANIZER;CN=${m("organiser")}:mailto:a@office.example`, `ATTENDEE;CN=${m("attendee")}:mailto:b@office.example`, `LOCATION:${m("place")}`, "BEGIN:VALARM", `DESCRIPTION:${m("alarm")}`, "END:VALARM", "END:VEVENT", "END:VCALENDAR")),
  marked("directory (LDIF)", "marked.ldif", (m) => `version: 1\n# ${m("comment")}\ndn: cn=${m("name of an entry")},dc=office\ncn: ${m("value")}\ndescription:: ${Buffer.from(m("value in Base64")).toString("base64")}\n`),
  marked("message (eml)", "marked.eml", messageOf),
  marked("mailbox (mbox)", "marked.mbox", (m) => `From a@office.example Thu Jan  1 00:00:00 2026\n${lines("From: a@office.example", "To: b@office.example", "Subject: x", "", m("first message"))}\nFrom a@office.example Thu Jan  1 00:00:01 2026\n${lines("From: a@office.example", "To: b@office.example", `Subject: ${m("subject of the second message")}`, "", m("second message"))}`),
  marked("message (msg)", "marked.msg", (m) =>
    outlookMessage({
      values: { 0x0037: m("subject"), 0x1000: m("text"), 0x1013: binary(`<p>${m("text as a page")}</p>`), 0x1009: binary(packRtf(`{\\rtf1 ${m("text as Rich Text")}}`)), 0x007d: `Received: from x\r\nX-Author: ${m("headers it came with", "metadata")}`, 0x4023: m("property nobody shows", "metadata") },
      named: [[m("name of a custom property", "metadata"), m("custom property", "metadata")]], recipients: [{ 0x0c15: 1, 0x3001: "b", 0x3003: "b@office.example", 0x3a20: m("further name of a recipient", "metadata") }],
      attachments: [{ values: { 0x3705: 1, 0x3707: "list.csv", 0x3701: binary(`a,b\n${m("attachment")},x\n`) } }, { values: { 0x3705: 5, 0x3001: "fwd" }, message: { values: { 0x1000: m("message inside") } } }],
    }, { orphans: { "__substg1.0_1000001F": Buffer.from(`deleted words ${m("deleted part", "orphaned-part")}`) }, free: Buffer.from(`leftover words ${m("bytes of no part", "orphaned-part")}`.padEnd(512)) })),
  marked("template (oft)", "marked.oft", (m) => outlookMessage({ values: { 0x001a: "IPM.Note", 0x0037: m("subject"), 0x1000: m("text") } })),
  marked("winmail.dat (TNEF)", "winmail.dat", (m) =>
    tnef([
      tnefAttribute(0x9003, 6, tnefProperties({ 0x0037: m("subject"), 0x1000: m("text"), 0x4023: m("property nobody shows", "metadata") })),
      tnefAttribute(0x9002, 6, Buffer.alloc(14), 2), tnefAttribute(0x8010, 1, Buffer.from("list.csv\0"), 2), tnefAttribute(0x800f, 6, Buffer.from(`a,b\n${m("attachment")},x\n`), 2),
    ])),
  marked("e-book (epub)", "marked.epub", (m) =>
    zip([
      { name: "mimetype", content: "application/epub+zip", stored: true }, { name: "META-INF/container.xml", content: '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>' },
      { name: "a.opf", content: `<package><metadata><dc:creator>${m("author")}</dc:creator></metadata></package>` }, { name: "a.xhtml", content: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${m("text")}</p><p hidden="hidden">${m("hidden text", "hidden-text")}</p></body></html>` },
    ])),
  marked("archive (zip)", "marked.zip", (m) =>
    zip([{ name: `${m("name of an entry")}.txt`, content: m("entry"), comment: m("comment of an entry", "metadata") }, { name: "b.txt", content: m("entry that the directory does not list", "orphaned-part"), unlisted: true }, { name: "c.zip", content: zip([{ name: "d.txt", content: m("archive in an archive") }]) }], {
      prefix: Buffer.from(`before it ${m("bytes before the archive", "orphaned-part")}\n`), suffix: Buffer.from(`\nbehind it ${m("bytes behind the archive", "orphaned-part")}`), comment: m("comment of the archive", "metadata"),
    })),
  marked("archive (tar)", "marked.tar", (m) => tar([pax({ comment: m("comment of an entry", "metadata") }), { name: `${m("name of an entry")}.txt`, content: m("entry"), owner: m("owner of an entry", "metadata"), slack: `left: ${m("bytes behind an entry", "orphaned-part")}` }])),
  marked("archive (gzip)", "marked.gz", (m) => gzip({ content: m("content"), name: `${m("name of the file")}.txt`, comment: m("comment", "metadata") }, { content: m("second member") })),
  marked("text", "marked.txt", (m) => `${m("text")}\n${Buffer.from(`a,b\n${m("file in Base64")},x\n${"y,z\n".repeat(30)}`).toString("base64").replace(/.{76}/gu, "$&\n")}\n`),
];
