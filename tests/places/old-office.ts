/** Office 97-2003 and Rich Text with a marker in every place that can hold text. */
import { begin, end, label, record, shortWide, u16, u32, f64, wide, workbookFile, workbookStream } from "../support/biff.js";
import { cString, ppt97, record as art, slide, sttb, textChars, word97 } from "../support/office97.js";
import { propertyStreams } from "../support/ole-properties.js";
import { vbaProject } from "../support/vba.js";
import { marked, type MarkedFile, type Places } from "./place.js";

const properties = (m: Places["mark"]): Record<string, Buffer> =>
  propertyStreams({ 2: m("title", "property"), 4: m("author", "property"), 7: m("template", "property"), 8: m("who saved it last", "property") }, { 14: m("manager", "property"), 15: m("company", "property") });
const sprm = (code: number, ...operand: number[]): Buffer => Buffer.from([code & 0xff, code >> 8, ...operand]);
const wideText = (text: string): Buffer => Buffer.from(text, "utf16le");

/** An opaque rectangle over these cells ([MS-XLS] 2.5.193). */
const cover = (column: number, row: number): Buffer => {
  const anchor = art(0xf010, u16(0, column, 0, row, 0, column + 1, 0, row + 1, 0));
  const shape = art(0xf004, [art(0xf00a, Buffer.concat([u32(1025), u32(0xa00)]), 1), art(0xf00b, Buffer.concat([u16(0x181), u32(0xff)]), 1), anchor]);
  return record(0xec, art(0xf002, [art(0xf003, [art(0xf004, [art(0xf009, Buffer.alloc(16)), art(0xf00a, Buffer.concat([u32(1024), u32(5)]), 0)]), shape])]));
};

const xls = marked("workbook (xls)", "marked.xls", (m) => {
  const font = (size: number, colour: number): Buffer => record(0x31, u16(size, 0, colour, 400, 0), [0, 0, 0, 0, 0, 0]);
  const format = (fontIndex: number, number: number, fill = 0, colours = 0): Buffer => record(0xe0, u16(fontIndex, number), Buffer.alloc(10), u32(fill), u16(colours));
  const field = (name: string, items: readonly string[]): Buffer[] => [record(0xc7, u16(1, 0, 0, 0, 0, 0, items.length), wide(name)), ...items.map((item) => record(0xcd, wide(item)))];
  const note = (): Buffer[] => [
    record(0x5d, u16(0x15, 0x12, 0x19, 7, 0), Buffer.alloc(12)), record(0x1b6, Buffer.alloc(10), u16(6, 8), Buffer.alloc(4)), record(0x3c, [1], wideText(m("comment", "comment"))), record(0x3c, Buffer.alloc(8)),
    record(0x1c, u16(3, 1, 0, 7), wide(m("author of a comment", "comment")), [0]),
  ];
  const box = (): Buffer[] => [record(0x5d, u16(0x15, 0x12, 0x06, 8, 0), Buffer.alloc(12)), record(0x1b6, Buffer.alloc(10), u16(6, 8), Buffer.alloc(4)), record(0x3c, [1], wideText(m("text box"))), record(0x3c, Buffer.alloc(8))];
  const literal = shortWide(m("text in a formula", "package-data"));
  const list = wideText(m("list of a validation"));
  const validation = record(0x1be, u32(3), wide(m("prompt of a validation")), wide("\0"), wide("\0"), wide("\0"), u16(3 + list.length, 0), [0x17, list.length / 2, 1], list, u16(0, 0), u16(1, 1, 5, 2, 2));
  const constant = shortWide(m("defined name", "defined-name"));
  const name = record(0x18, u16(1), [0, 2], u16(1 + constant.length), u16(0, 0), [0, 0, 0, 0, 1], wideText("nn"), [0x17], constant);
  const reading = wideText(m("reading (furigana) of a cell", "package-data"));
  const extension = Buffer.concat([u16(1, 12 + reading.length), u16(0, 0), u16(0, reading.length / 2, reading.length / 2), reading]);
  const strings = record(0xfc, u32(1), u32(2), u16(1), [1 | 4], u32(extension.length), wideText("字"), extension, wide(m("string that no cell uses any more", "orphaned-part")));
  const chart = Buffer.concat([begin(0x20), record(0x100d, [0, 0], shortWide(m("title of a chart"))), record(0x204, u16(0, 0, 0), wide(m("values a chart keeps"))), end]);
  const printed = [0x3b, ...u16(0, 0, 0, 0, 0)];
  const globals = [
    record(0x5c, wide(m("who saved it last", "package-data")), Buffer.alloc(60, 0x20)), font(200, 0x7fff), font(200, 9), font(20, 0x7fff), font(200, 10), record(0x41e, u16(165), wide(";;;")),
    format(0, 0), format(1, 0), format(2, 0), format(0, 165), format(3, 0, 1 << 26, 10), strings, name,
    record(0x1ae, u16(1, 8), [1], wideText(`\u0001${m("path of a linked workbook", "external-link-cache")}`), wide("s")), record(0x59, u16(1, 0)), record(0x5a, [0, 0], u16(0), [2], wide(m("values of a linked workbook", "external-link-cache"))),
  ];
  const rowOf = (number: number, height: number, flags = 0): Buffer => record(0x208, u16(number, 0, 9, height, 0, 0, flags, 0));
  const records = [
    record(0x14, wide(m("header"))), record(0x15, wide(m("footer"))), record(0x7d, u16(3, 3, 2304, 0, 1, 0)), record(0x7d, u16(4, 4, 60, 0, 0, 0)), rowOf(1, 255, 0x20), rowOf(2, 20, 0x40),
    label(0, 0, m("cell")), label(0, 3, m("hidden column", "hidden-column")), label(0, 4, m("column of hair width", "hidden-column")), label(1, 0, m("hidden row", "hidden-row")), label(2, 0, m("row of hair height", "hidden-row")),
    label(3, 0, m("white text", "invisible-format"), 1), label(4, 0, m("tiny font", "invisible-format"), 2), label(5, 0, m("number format ;;;", "invisible-format"), 3), label(6, 0, m("text in the colour of its background", "invisible-format"), 4),
    label(7, 0, m("text behind an opaque shape", "covered-text")), record(0xfd, u16(8, 0, 0), u32(0)), record(0x06, u16(9, 0, 0), f64(0), u16(0), u32(0), u16(1 + literal.length), [0x17], literal),
    label(60_000, 200, m("cell far from all others")), ...note(), ...box(), validation, cover(0, 7), chart,
    record(0x1b8, u16(0, 0, 0, 0), Buffer.alloc(24), wideText(`mailto:${m("address of a link", "package-data")}`)), record(0xaf, u16(1, 0), [0, 0, 0], shortWide(m("scenario", "package-data"))), record(0x4d, u16(0), wideText(`printer of ${m("printer settings", "package-data")}`)),
  ];
  const sheets = [
    { name: m("name of a sheet"), records }, { name: "hidden", state: 1, records: [label(0, 0, m("hidden sheet", "hidden-sheet"))] }, { name: "very", state: 2, records: [label(0, 0, m("very hidden sheet", "very-hidden-sheet"))] },
    { name: "", records: [label(0, 0, m("sheet that the workbook does not list", "orphaned-part"))], isOrphan: true },
    { name: "printed", records: [label(0, 0, "x"), label(5, 5, m("cell outside the print area", "outside-print-area"))] },
  ];
  const area = record(0x18, u16(0x20), [0, 1], u16(printed.length), u16(0, 4), [0, 0, 0, 0, 0], [6], printed);
  const links = [record(0x1ae, u16(5, 0x0401)), record(0x17, u16(1), u16(1, 3, 3))];
  const cache = Buffer.concat([...field("f", ["a", m("item of a pivot cache", "pivot-cache")]), record(0xc8, [0])]);
  const stream = workbookStream([...globals, ...links, area], sheets);
  return workbookFile(Buffer.concat([stream, Buffer.from(`behind the sheets: ${m("bytes between or behind the sheets", "orphaned-part")}`)]), {
    ...properties(m), _SX_DB_CUR: { "0001": cache }, _VBA_PROJECT_CUR: vbaProject(m("macro: strings and comments", "package-data")), MBD0001: { CONTENTS: Buffer.from(`an object with ${m("embedded object", "package-data")}`) },
    "Revision Log": Buffer.from(`who changed what: ${m("revision log of a shared workbook", "previous-revision")}`),
  });
});

const doc = marked("document (doc)", "marked.doc", (m) => {
  const main: { text: string; format?: Buffer; lost?: boolean }[] = [
    { text: `${m("paragraph")}\r` }, { text: m("hidden text", "hidden-text"), format: sprm(0x083c, 1) }, { text: "\r" }, { text: m("deleted text", "deleted-revision"), format: sprm(0x0800, 1) }, { text: "\r" },
    { text: m("white text", "invisible-format"), format: sprm(0x6870, 0xff, 0xff, 0xff, 0) }, { text: "\r" }, { text: m("tiny text", "invisible-format"), format: sprm(0x4a43, 2, 0) }, { text: "\r" },
    { text: `\x13MERGEFIELD ${m("instruction of a field", "hidden-text")}\x14${m("result of a field")}\x15\r` },
  ];
  const stories = [m("footnote"), m("header or footer"), "", m("comment", "comment"), m("endnote"), m("text box")].map((text) => (text === "" ? "" : `${text}\r`));
  return word97({
    runs: [...main, { text: stories.join("") }, { text: `a sentence of before: ${m("text that no part of the document uses any more", "previous-revision")}`, lost: true }],
    counts: [main.reduce((sum, { text }) => sum + text.length, 0), ...stories.map(({ length }) => length)],
    slots: { 51: sttb("Unknown", m("author of a change", "property")), 71: sttb(m("who saved it", "property"), m("where it was saved", "property")), 32: sttb("", m("template, title and source of a mail merge", "property")), 21: sttb(m("bookmark", "hidden-text")) },
    beside: { ...properties(m), "0Table": sttb(m("table stream of the save before", "previous-revision")), ObjectPool: { _1: { CONTENTS: Buffer.from(`an object with ${m("embedded object", "package-data")}`) } }, Macros: vbaProject(m("macro: strings and comments", "package-data")) },
    parts: { orphans: { Old: Buffer.from(`a stream with ${m("deleted stream of the file", "orphaned-part")}`) }, free: Buffer.from(`a sector with ${m("free sector of the file", "orphaned-part")}`) },
  });
});

const ppt = marked("presentation (ppt)", "marked.ppt", (m) => {
  const anchor = (...sides: readonly number[]): Buffer => art(0xf010, u16(...sides));
  const atom = (kind: number): Buffer => art(0xf00a, Buffer.concat([u32(1), u32(0xa00)]), kind);
  const box = (text: string, ...sides: readonly number[]): Buffer => art(0xf004, [atom(202), anchor(...sides), art(0xf00d, [textChars(text)])]);
  const opaque = (place: Buffer): Buffer => art(0xf004, [atom(1), art(0xf00b, Buffer.concat([u16(0x181), u32(0xff)]), 1), place]);
  const group = art(0xf003, [art(0xf004, [art(0xf009, Buffer.concat([u32(0), u32(0), u32(10), u32(10)])), atom(0), anchor(1900, 0, 1000, 2300)]), opaque(art(0xf00f, Buffer.concat([u32(0), u32(0), u32(10), u32(10)])))]);
  const alternative = Buffer.concat([wideText(m("alternative text", "property")), Buffer.alloc(2)]);
  const picture = art(0xf004, [atom(75), art(0xf00b, Buffer.concat([u16(0xc381), u32(alternative.length), alternative]), 1), anchor(3000, 3000, 3500, 3500)]);
  const drawing = art(0x040c, [art(0xf002, [art(0xf003, [
    box(m("text of a slide"), 100, 100, 900, 200), box(m("text beside the slide", "off-page"), 100, 9000, 9900, 200), box(m("text under an opaque shape", "covered-text"), 1000, 100, 900, 1100), opaque(anchor(900, 0, 1000, 1300)),
    box(m("text under a shape of a group", "covered-text"), 2000, 100, 900, 2100), group, picture,
  ])])]);
  const entry = (object: number): Buffer => art(0x03f3, Buffer.concat([u32(object), u32(0), u32(0), u32(254 + object), u32(0)]));
  const header = art(0x0f9f, u32(0));
  const list = art(0x0ff0, [entry(2), header, textChars(m("title in the document's list")), entry(3), header, textChars(m("title of a hidden slide in that list", "hidden-slide"))]);
  const comment = art(0x1388, [art(0x138a, [art(0x138b, art(0x2ee0, [cString(m("author of a comment", "property"), 0), cString(m("comment", "comment"), 1)]))])]);
  return ppt97({
    slides: [slide([drawing, comment, art(0x0fd9, [cString(m("footer"), 2)], 3)]), slide([textChars(m("hidden slide", "hidden-slide"))], true)],
    inDocument: [list, art(0x0409, [art(0x0fd7, [cString(`tel:${m("address of a link", "hidden-text")}`, 1)])]), art(0x0ff0, [art(0x0f9f, u32(2)), textChars(m("speaker notes", "speaker-notes"))], 2)],
    former: [slide([textChars(m("text that an earlier save left", "previous-revision"))]), art(0x1011, Buffer.from(`an object with ${m("embedded object", "package-data")}`))],
    beside: properties(m),
    behind: Buffer.from(`behind it ${m("bytes behind the last record", "orphaned-part")}`),
  });
});

const rtf = marked("document (rtf)", "marked.rtf", (m) => {
  const object = Buffer.from(`an object with ${m("embedded object", "package-data")}`).toString("hex");
  const shape = (name: string, value: string): string => `{\\shp{\\*\\shpinst{\\sp{\\sn ${name}}{\\sv ${value}}}}}`;
  return `{\\rtf1\\ansi{\\colortbl;\\red255\\green255\\blue255;}{\\info{\\author ${m("author", "property")}}{\\operator ${m("who saved it last", "property")}}{\\company ${m("company", "property")}}}` +
    `{\\*\\userprops{\\propname x}{\\staticval ${m("custom property", "property")}}}{\\*\\revtbl{Unknown;}{${m("author of a change", "property")};}}{\\*\\template ${m("path of the template", "property")}}` +
    `{\\header ${m("header")}\\par}{\\footer ${m("footer")}\\par}${m("paragraph")}\\par {\\v ${m("hidden text", "hidden-text")}}\\par {\\deleted ${m("deleted text", "deleted-revision")}}\\par {\\cf1 ${m("white text", "invisible-format")}}\\par {\\fs2 ${m("tiny text", "invisible-format")}}\\par ` +
    `x{\\*\\atnauthor ${m("author of a comment", "property")}}{\\*\\annotation ${m("comment", "comment")}}\\par x{\\footnote ${m("footnote")}}\\par {\\field{\\*\\fldinst MERGEFIELD ${m("instruction of a field", "hidden-text")}}{\\fldrslt ${m("result of a field")}}}\\par ` +
    `{\\*\\bkmkstart ${m("bookmark", "hidden-text")}}{\\*\\docvar {x}{${m("document variable", "package-data")}}}{\\*\\mailmerge{\\*\\mmconnectstr ${m("source of a mail merge", "package-data")}}}{\\*\\formfield{\\*\\ffdeftext ${m("text of a form field", "hidden-text")}}}` +
    `{\\shp{\\*\\shpinst{\\shptxt ${m("text box")}}}}${shape("wzDescription", m("alternative text", "property"))}${shape("gtextUNICODE", m("WordArt"))}{\\*\\zzz ${m("destination nobody knows", "package-data")}}{\\object\\objemb{\\*\\objdata ${object}}}\\intbl ${m("cell of a table")}\\cell\\row}` +
    `\nbehind it ${m("text behind the end", "orphaned-part")}`;
});

export const oldOffice: readonly MarkedFile[] = [xls, doc, ppt, rtf];
