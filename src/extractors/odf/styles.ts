/** What OpenDocument styles say about whether text, rows, sheets, slides and layers are seen (ODF 1.3 part 3, 16, 20). */
import type { XmlReader } from "../../bytes/xml.js";
import { isHair } from "../cells/sight.js";

export interface Look {
  readonly hidden: boolean;
  readonly white: boolean;
  /** Of the font; infinite where none is told. */
  readonly points: number;
  readonly shaded: boolean;
  /** Of a table (20.142), a slide (20.231), a row or column too narrow to see. */
  readonly absent: boolean;
  /** The number format shows nothing whatever the value is. */
  readonly blank: boolean;
}

export interface OdfStyles {
  /** Reads `office:styles`, `office:automatic-styles` or the like, to its end. */
  read(reader: XmlReader): void;
  /** What a style says together with those it is derived from. */
  look(family: string, name: string | undefined): Look;
  /** A layer was declared (9.2.2). */
  addLayer(name: string, isShown: boolean): void;
  isHiddenLayer(name: string | undefined): boolean;
  /** Of the largest page layout, in points; infinite where none is known. */
  readonly page: { readonly width: number; readonly height: number };
}

interface Style {
  parent: string | undefined;
  dataStyle: string | undefined;
  look: { -readonly [K in keyof Look]?: Look[K] };
}

const PLAIN: Look = { hidden: false, white: false, points: Number.POSITIVE_INFINITY, shaded: false, absent: false, blank: false };
/** A chain of parents longer than this is a ring. */
const MAX_PARENTS = 32;
const WHITE = /^#f{6}$/iu;

export function createStyles(): OdfStyles {
  const styles = new Map<string, Style>();
  const looks = new Map<string, Look>();
  const hiddenLayers = new Set<string>();
  /** Data styles (16.29) and whether they have a part that shows something, or others in their place. */
  const formats = new Map<string, { shows: boolean; others: string[] }>();
  const page = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };

  function read(reader: XmlReader): void {
    const outer = reader.depth;
    let style: Style | undefined;
    let format: { shows: boolean; others: string[] } | undefined;
    for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
      if (token === "close") {
        if (/^(?:style|default-style)$/u.test(reader.name)) style = undefined;
        else if (DATA_STYLE.test(reader.name)) format = undefined;
        continue;
      }
      if (token !== "open") continue;
      const { name } = reader;
      if (name === "style" || name === "default-style") {
        style = { parent: reader.attribute("parent-style-name"), dataStyle: reader.attribute("data-style-name"), look: {} };
        styles.set(`${reader.attribute("family") ?? ""} ${name === "style" ? (reader.attribute("name") ?? "") : ""}`, style);
        looks.clear();
      } else if (DATA_STYLE.test(name)) {
        format = { shows: false, others: [] };
        formats.set(reader.attribute("name") ?? "", format);
      } else if (format !== undefined) {
        if (name === "map") format.others.push(reader.attribute("apply-style-name") ?? "");
        else if (name !== "text-properties") format.shows = true;
      } else if (name === "page-layout-properties") growPage(reader);
      else if (style !== undefined) property(reader, style.look, name);
    }
  }

  function growPage(reader: XmlReader): void {
    const width = points(reader.attribute("page-width"));
    const height = points(reader.attribute("page-height"));
    if (width !== undefined) page.width = Number.isFinite(page.width) ? Math.max(page.width, width) : width;
    if (height !== undefined) page.height = Number.isFinite(page.height) ? Math.max(page.height, height) : height;
  }

  function look(family: string, name: string | undefined): Look {
    const key = `${family} ${name ?? ""}`;
    const known = looks.get(key);
    if (known !== undefined) return known;
    let merged: Style["look"] = {};
    let dataStyle: string | undefined;
    let at: string | undefined = name;
    for (let steps = 0; at !== undefined && steps < MAX_PARENTS; steps++) {
      const style = styles.get(`${family} ${at}`);
      merged = { ...style?.look, ...merged };
      dataStyle ??= style?.dataStyle;
      at = style?.parent;
    }
    const made: Look = { ...PLAIN, ...merged, blank: dataStyle !== undefined && isBlank(dataStyle) };
    looks.set(key, made);
    return made;
  }

  function isBlank(name: string): boolean {
    const format = formats.get(name);
    return format !== undefined && !format.shows && format.others.every((other) => formats.get(other)?.shows === false);
  }

  return {
    read, look, page,
    addLayer(name, isShown) {
      if (isShown) hiddenLayers.delete(name);
      else hiddenLayers.add(name);
    },
    isHiddenLayer: (name) => name !== undefined && hiddenLayers.has(name),
  };
}

const DATA_STYLE = /^(?:number|currency|percentage|date|time|boolean|text)-style$/u;

function property(reader: XmlReader, look: Style["look"], element: string): void {
  switch (element) {
    case "text-properties": {
      const display = reader.attribute("display");
      if (display !== undefined) look.hidden = display === "none" || display === "condition";
      const color = reader.attribute("color");
      if (color !== undefined) look.white = WHITE.test(color);
      else if (reader.attribute("use-window-font-color") === "true") look.white = false;
      const size = points(reader.attribute("font-size"));
      if (size !== undefined) look.points = size;
      background(reader, look);
      return;
    }
    case "paragraph-properties":
    case "table-cell-properties":
      background(reader, look);
      return;
    case "graphic-properties":
      if (reader.attribute("fill") === "solid" || reader.attribute("fill") === "bitmap" || reader.attribute("fill") === "gradient") look.shaded = true;
      return;
    case "table-properties":
      if (reader.attribute("display") !== undefined) look.absent = reader.attribute("display") === "false";
      return;
    case "drawing-page-properties":
      if (reader.attribute("visibility") !== undefined) look.absent = reader.attribute("visibility") === "hidden";
      return;
    case "table-row-properties": {
      const height = points(reader.attribute("row-height"));
      if (height !== undefined && reader.attribute("use-optimal-row-height") !== "true") look.absent = isHair(height);
      return;
    }
    case "table-column-properties": {
      const width = points(reader.attribute("column-width"));
      if (width !== undefined) look.absent = isHair(width);
      return;
    }
  }
}

function background(reader: XmlReader, look: Style["look"]): void {
  const color = reader.attribute("background-color");
  if (color !== undefined) look.shaded = color !== "transparent" && !WHITE.test(color);
}

const LENGTH = /^(-?\d{1,9}(?:\.\d{0,9})?)(cm|mm|in|pt|pc|px)$/u;
const POINTS: Readonly<Record<string, number>> = { cm: 72 / 2.54, mm: 72 / 25.4, in: 72, pt: 1, pc: 12, px: 0.75 };

/** A length with its unit (18.3.18); undefined for percentages and what is no length. */
export function points(length: string | undefined): number | undefined {
  const match = LENGTH.exec(length ?? "");
  return match === null ? undefined : Number(match[1]) * POINTS[match[2]];
}
