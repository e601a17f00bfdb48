/**
 * Every extractor, in order of precedence: the first that knows the bytes reads them. Formats with a signature stand first, then
 * text by its structure, then any text; the last one takes whatever is left and says that it was not read.
 */
import type { Extractor } from "../contract.js";
import { compressedExtractor, gzipExtractor, tarExtractor, zipExtractor } from "./archive/index.js";
import { xlsExtractor } from "./biff/index.js";
import { cardsExtractor } from "./cards/index.js";
import { compoundExtractor } from "./compound.js";
import { csvExtractor } from "./csv/index.js";
import { emlExtractor } from "./eml/index.js";
import { htmlExtractor, xmlTextExtractor } from "./html/index.js";
import { imageExtractor } from "./image/index.js";
import { jsonExtractor } from "./json/index.js";
import { docExtractor } from "./msoffice97/doc.js";
import { pptExtractor } from "./msoffice97/ppt.js";
import { odfExtractor } from "./odf/index.js";
import { msgExtractor, tnefExtractor } from "./outlook/index.js";
import { docxExtractor } from "./ooxml/docx.js";
import { pptxExtractor } from "./ooxml/pptx.js";
import { xlsbExtractor } from "./ooxml/xlsb.js";
import { xlsxExtractor } from "./ooxml/xlsx.js";
import { pdfExtractor } from "./pdf/index.js";
import { sqlExtractor, sqliteExtractor } from "./sqlite/index.js";
import { rtfExtractor } from "./rtf/index.js";
import { spreadsheetmlExtractor } from "./spreadsheetml/index.js";
import { sealedOfficeExtractor } from "./sealed-office.js";
import { textExtractor } from "./text.js";
import { signatureExtractor, unsupportedExtractor } from "./unsupported.js";

export const extractors: readonly Extractor[] = [
  // Their marks stand at the very beginning. A tar file also ends like the workbook, and holds within its first kilobyte the PDF, that
  // is its last or first entry.
  sqliteExtractor,
  gzipExtractor,
  compressedExtractor,
  tarExtractor,
  pdfExtractor,
  xlsxExtractor,
  xlsbExtractor,
  docxExtractor,
  pptxExtractor,
  odfExtractor,
  xlsExtractor,
  zipExtractor,
  imageExtractor,
  msgExtractor,
  tnefExtractor,
  docExtractor,
  pptExtractor,
  rtfExtractor,
  sealedOfficeExtractor,
  compoundExtractor,
  signatureExtractor,
  cardsExtractor,
  spreadsheetmlExtractor,
  emlExtractor,
  htmlExtractor,
  xmlTextExtractor,
  jsonExtractor,
  sqlExtractor,
  csvExtractor,
  textExtractor,
  unsupportedExtractor,
];
