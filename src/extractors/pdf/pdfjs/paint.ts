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
  readonly vertical?: unknown;
  readonly fontMatrix?: unknown;
  readonly defaultVMetrics?: unknown;
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
const FIRST_IMAGE = 83;
const LAST_IMAGE = 90;
const CONSTRUCT_PATH = 91;
/** Stroke, fill and both, and closing first; `endPath` (28) paints nothing. */
const PAINTING_PATH = new Set([20, 21, 22, 23, 24, 25, 26, 27]);

/** A page has bullets and dingbats that no character stands for; words take more different glyphs than that. */
const MAX_WORDLESS_GLYPHS = 4;
/** Numbers in a page's paths, from which on they may be letters drawn as outlines: some hundred curves. */
const MIN_DRAWING_NUMBERS = 600;

export function inspectPaint({ fnArray, argsArray }: PdfjsOperators, font: (id: string) => PdfjsFont | undefined): Paint {
  const unmapped = new Set<string>();
  const wordless = new Set<string>();
  let current = "";
  let worded = false;
  let images = false;
  let drawing = 0;
  for (let i = 0; i < fnArray.length; i++) {
    const operator = fnArray[i];
    if (operator === SET_FONT) {
      const [id] = argsArray[i] as readonly unknown[]; // pdfjs: [font name, size]
      current = typeof id === "string" ? id : "";
      const described = font(current);
      if (described !== undefined && isUnmapped(described)) unmapped.add(current);
    } else if (operator === SHOW_TEXT) {
      const [glyphs] = argsArray[i] as readonly (readonly unknown[])[]; // pdfjs: one array of glyphs and gaps
      for (const glyph of glyphs) {
        if (typeof glyph !== "object" || glyph === null || !("unicode" in glyph)) continue;
        const { unicode } = glyph;
        if (unmapped.has(current) || typeof unicode !== "string" || unicode === "" || WORDLESS.test(unicode)) {
          if (wordless.size <= MAX_WORDLESS_GLYPHS) wordless.add(`${current} ${"originalCharCode" in glyph ? String(glyph.originalCharCode) : String(unicode)}`);
        } else worded ||= unicode.trim() !== "";
      }
    } else if (operator >= FIRST_IMAGE && operator <= LAST_IMAGE) images = true;
    else if (operator === CONSTRUCT_PATH) {
      const [paint, path] = argsArray[i] as readonly unknown[]; // pdfjs: [the painting operator, [numbers], bounds]
      const numbers: unknown = Array.isArray(path) ? path[0] : undefined;
      if (typeof paint === "number" && PAINTING_PATH.has(paint) && ArrayBuffer.isView(numbers)) drawing += numbers.byteLength / 4;
    }
  }
  return {
    glyphsWithoutText: wordless.size > (worded ? MAX_WORDLESS_GLYPHS : 0),
    images,
    drawings: drawing >= MIN_DRAWING_NUMBERS,
    unmappedFonts: unmapped,
  };
}

/**
 * A composite font that pdfjs reads with "the character is the code" for want of any map. Its codes are glyph numbers of one
 * embedded font.
 */
export function isUnmapped({ composite, toUnicode }: PdfjsFont): boolean {
  return composite === true && typeof toUnicode === "object" && toUnicode !== null && "firstChar" in toUnicode && "lastChar" in toUnicode;
}

/** Stands for no character: controls, private use, the replacement character. */
const WORDLESS = /^[\u0000-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd-\uffff]+$/u;
