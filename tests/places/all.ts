/** Every marked file, by which README's table is written and the tests go. */
import { binaryWorkbooks } from "./binary-workbook.js";
import { markedDocument } from "./document.js";
import { opendocument } from "./opendocument.js";
import { oldOffice } from "./old-office.js";
import { pdf, pictures } from "./pictures.js";
import type { MarkedFile } from "./place.js";
import { markedPresentation } from "./presentation.js";
import { web } from "./web.js";
import { markedWorkbook } from "./workbook.js";

export function markedFiles(): readonly MarkedFile[] {
  const [workbook, document, presentation] = [markedWorkbook(), markedDocument(), markedPresentation()];
  return [
    { kind: "workbook (xlsx)", name: "marked.xlsx", bytes: workbook.bytes, places: workbook.places.all },
    { kind: "document (docx)", name: "marked.docx", bytes: document.bytes, places: document.places.all },
    { kind: "presentation (pptx)", name: "marked.pptx", bytes: presentation.bytes, places: presentation.places.all },
    ...binaryWorkbooks,
    ...opendocument,
    ...oldOffice,
    pdf,
    ...pictures,
    ...web,
  ];
}
