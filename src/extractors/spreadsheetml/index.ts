/** Workbooks as one XML document: what Excel 2002 and 2003 wrote, and many exporting programs still do (XML Spreadsheet Reference, Microsoft 2001). */
import { readXml } from "../../bytes/xml.js";
import type { Artifact, ExtractContext, Extractor, Segment, SheetSummary } from "../../contract.js";
import { textHead } from "../../text/decode.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { readElsewhere, readNames, readProperties } from "./elsewhere.js";
import { readSheet } from "./sheet.js";
import { readStyles, type Styles } from "./styles.js";

/** The root element with the namespace it takes its meaning from. */
const ROOT = /<(?:[\w.-]{1,40}:)?Workbook\s[^<>]{0,4000}["']urn:schemas-microsoft-com:office:spreadsheet["']/u;

export const spreadsheetmlExtractor: Extractor = {
  id: "spreadsheetml",
  identify(bytes) {
    if (!beginsAsMarkup(bytes)) return undefined;
    const { isText, text } = textHead(bytes);
    return isText && ROOT.test(text) ? "spreadsheetml" : undefined;
  },
  *extract(artifact, context) {
    yield* readWorkbook(artifact, context);
  },
};

/** White space, marks and NULs of wide encodings may stand before the first "<". */
function beginsAsMarkup(bytes: Uint8Array): boolean {
  for (let i = 0; i < Math.min(bytes.length, 64); i++) {
    if (bytes[i] === 0x3c) return true;
    if (![0x09, 0x0a, 0x0d, 0x20, 0x00, 0xef, 0xbb, 0xbf, 0xfe, 0xff].includes(bytes[i])) return false;
  }
  return false;
}

const TOKENS_A_TICK = 20_000;

function* readWorkbook({ at, bytes }: Artifact, context: ExtractContext): Generator<Segment> {
  const { budget } = context;
  budget.expand(bytes.length);
  const reader = readXml(bytes);
  const summaries: SheetSummary[] = [];
  const names: Remark[] = [];
  const caches: Remark[] = [];
  const properties: Remark[] = [];
  const asides: Remark[] = [];
  const other: Remark[] = [];
  let styles: Styles = readStyles(undefined);
  let tokens = 0;
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (++tokens % TOKENS_A_TICK === 0) budget.tick();
    if (token === "aside" && !/^(?:xml|mso-application)\s/u.test(reader.text)) asides.push({ text: reader.text.trim(), at });
    else if (token === "text" && reader.text.trim() !== "") other.push({ text: reader.text.trim(), at });
    if (token !== "open" || reader.name === "Workbook") continue;
    switch (reader.name) {
      case "Styles":
        styles = readStyles(reader);
        other.push(...styles.words.map((text) => ({ text, at })));
        break;
      case "Worksheet": {
        const { sheet, segments } = readSheet(reader, styles, at, budget);
        summaries.push(sheet);
        yield* segments;
        break;
      }
      case "Names":
        names.push(...readNames(reader, at).remarks);
        break;
      case "DocumentProperties":
      case "CustomDocumentProperties":
        properties.push(...readProperties(reader, at));
        break;
      case "PivotCache":
        caches.push(...readElsewhere(reader, at));
        break;
      default:
        other.push(...readElsewhere(reader, at));
    }
  }
  yield { kind: "workbook", at, sheets: summaries };
  for (const [remarks, concealment] of [[names, "defined-name"], [caches, "pivot-cache"], [properties, "property"], [asides, "markup-comment"], [other, "package-data"]] as const) {
    const said = remarks.filter(({ text }) => text !== "");
    if (said.length > 0) yield remarksSegment(said, concealment);
  }
}
