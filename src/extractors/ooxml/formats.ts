/** Office documents by the content type of their main part (ECMA-376 part 1, clauses 11.3, 12.3, 13.3; [MS-OFFMACRO2] 2.1). */

const FORMATS: Readonly<Record<string, string>> = {
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml": "xltx",
  "application/vnd.ms-excel.sheet.macroenabled.main+xml": "xlsm",
  "application/vnd.ms-excel.template.macroenabled.main+xml": "xltm",
  "application/vnd.ms-excel.addin.macroenabled.main+xml": "xlsm",
  "application/vnd.ms-excel.sheet.binary.macroenabled.main": "xlsb",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": "dotx",
  "application/vnd.ms-word.document.macroenabled.main+xml": "docm",
  "application/vnd.ms-word.template.macroenabledtemplate.main+xml": "dotm",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml": "pptx",
  "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml": "potx",
  "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml": "ppsx",
  "application/vnd.ms-powerpoint.presentation.macroenabled.main+xml": "pptm",
  "application/vnd.ms-powerpoint.template.macroenabled.main+xml": "potm",
  "application/vnd.ms-powerpoint.slideshow.macroenabled.main+xml": "ppsm",
  "application/vnd.ms-powerpoint.addin.macroenabled.main+xml": "pptm",
  "application/vnd.ms-visio.drawing.main+xml": "vsdx",
  "application/vnd.ms-visio.drawing.macroenabled.main+xml": "vsdx",
};

/** "xlsx", "docm", ...; undefined where the content type is no main part's. */
export function formatOf(contentType: string): string | undefined {
  return FORMATS[contentType.toLowerCase()];
}
