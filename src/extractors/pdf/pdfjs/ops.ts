/** pdfjs's operators by number (OPS in src/shared/util.js of 5.4.296). */

export const OP = {
  setLineWidth: 2, setGState: 9, save: 10, restore: 11, transform: 12, clip: 29, eoClip: 30, beginText: 31, setCharSpacing: 33, setWordSpacing: 34,
  setHScale: 35, setLeading: 36, setFont: 37, setTextRenderingMode: 38, setTextRise: 39, moveText: 40, setLeadingMoveText: 41, setTextMatrix: 42,
  nextLine: 43, showText: 44, setFillColorN: 55, setStrokeColorN: 53, setStrokeRGBColor: 58, setFillRGBColor: 59, shadingFill: 62,
  beginMarkedContent: 69, beginMarkedContentProps: 70, endMarkedContent: 71, paintFormXObjectBegin: 74, paintFormXObjectEnd: 75, beginGroup: 76,
  endGroup: 77, beginAnnotation: 80, endAnnotation: 81, firstMask: 83, groupedMask: 84, firstImage: 85, lastImage: 88, repeatedMask: 89, solidMask: 90,
  constructPath: 91, setStrokeTransparent: 92, setFillTransparent: 93,
} as const;

/** What a path is painted by. */
export const STROKES = new Set([20, 21, 24, 25, 26, 27]);
export const FILLS = new Set([22, 23, 24, 25, 26, 27]);

/** Operators that neither paint nor move anything: a matrix followed by nothing else before its `restore` was an image's. */
export const SILENT = new Set<number>([1, 3, 4, 5, 6, 7, 8, OP.setGState, OP.setLineWidth, OP.beginMarkedContent, OP.beginMarkedContentProps, OP.endMarkedContent, OP.setFillRGBColor, OP.setStrokeRGBColor]);
