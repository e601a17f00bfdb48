/** Looks at what a page paints where its text says too little: glyphs that no text stands for, images, drawings. */

export interface PdfjsOperators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** What pdfjs keeps of a font with `fontExtraProperties`. */
export interface PdfjsFont {
  readonly composite?: unknown;
  readonly isType3Font?: unknown;
  readonly toUnicode?: unknown;
}

export interface Paint {
  readonly glyphsWithoutText: boolean;
  readonly images: boolean;
  readonly drawings: boolean;
  /** pdfjs's names of the fonts whose text is glyph numbers. */
  readonly unmappedFonts: ReadonlySet<string>;
}

// pdfjs's OPS, by number so that its display module need not be imported here (src/shared/util.js of 5.4.296).
const SET_FONT = 37;
const SHOW_TEXT = 44;
const PAINT_FORM = 74;
const FIRST_IMAGE = 83;
const LAST_IMAGE = 90;
const CONSTRUCT_PATH = 91;
const PAINTING_PATH = new Set([20, 21, 22, 23, 24, 25, 26, 27]);

export function inspectPaint({ fnArray, argsArray }: PdfjsOperators, font: (id: string) => PdfjsFont | undefined): Paint {
  const unmapped = new Set<string>();
  let current = "";
  let glyphsWithoutText = false;
  let images = false;
  let drawings = false;
  for (let i = 0; i < fnArray.length; i++) {
    const operator = fnArray[i];
    if (operator === SET_FONT) {
      const [id] = argsArray[i] as readonly unknown[]; // pdfjs: [font name, size]
      current = typeof id === "string" ? id : "";
      const described = font(current);
      if (described !== undefined && isUnmapped(described)) unmapped.add(current);
    } else if (operator === SHOW_TEXT) {
      const [glyphs] = argsArray[i] as readonly (readonly unknown[])[]; // pdfjs: one array of glyphs and gaps
      if (unmapped.has(current) ? hasGlyphs(glyphs) : hasWordlessGlyph(glyphs)) glyphsWithoutText = true;
    } else if (operator >= FIRST_IMAGE && operator <= LAST_IMAGE) images = true;
    else if (operator === CONSTRUCT_PATH) {
      const [paint] = argsArray[i] as readonly unknown[]; // pdfjs: [the painting operator, path, bounds]
      if (typeof paint === "number" && PAINTING_PATH.has(paint) && paint !== 27) drawings = true;
    } else if (operator === PAINT_FORM) current = "";
  }
  return { glyphsWithoutText, images, drawings, unmappedFonts: unmapped };
}

/**
 * A composite font that pdfjs reads with "the character is the code" for want of any map. Its codes are glyph numbers of one
 * embedded font.
 */
function isUnmapped({ composite, toUnicode }: PdfjsFont): boolean {
  return composite === true && typeof toUnicode === "object" && toUnicode !== null && "firstChar" in toUnicode && "lastChar" in toUnicode;
}

const hasGlyphs = (glyphs: readonly unknown[] | undefined): boolean => glyphs?.some((glyph) => typeof glyph === "object" && glyph !== null) ?? false;

/** A glyph that is drawn but stands for a control, private or missing character. */
function hasWordlessGlyph(glyphs: readonly unknown[] | undefined): boolean {
  return (
    glyphs?.some((glyph) => {
      if (typeof glyph !== "object" || glyph === null || !("unicode" in glyph)) return false;
      const { unicode } = glyph;
      if (typeof unicode !== "string") return false;
      return unicode === "" || WORDLESS.test(unicode);
    }) ?? false
  );
}

const WORDLESS = /^[\u0000-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd-\uffff]+$/u;
