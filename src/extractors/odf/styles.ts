/** Styles of an OpenDocument file, with those they are derived from, its layers and the sizes of its pages (ODF 1.3 part 3, 16). */
import type { XmlReader } from "../../bytes/xml.js";
import { type Look, PLAIN, points, readProperties, WHITE } from "./look.js";

export interface PageSize {
  /** In points; infinite where they are not known. */
  readonly width: number;
  readonly height: number;
}

export interface OdfStyles {
  /** Reads `office:styles`, `office:automatic-styles` or the like, to its end. */
  read(reader: XmlReader): void;
  /** What was said in what has been read since it was last asked: names that somebody gave to styles, words in number formats, comments. */
  takeWords(): string[];
  /** What a style says together with those it is derived from, and the family's default. */
  look(family: string, name: string | undefined): Look;
  /** Of a shape, whose style may be one for placeholders. */
  shapeLook(name: string | undefined): Look;
  /** A layer was declared (9.2.2). */
  addLayer(name: string, isShown: boolean): void;
  isHiddenLayer(name: string | undefined): boolean;
  /** A master page was declared (16.9). */
  addMaster(name: string, layout: string | undefined): void;
  /** Of pages with this master; of the largest page layout where that is not known. */
  page(master: string | undefined): PageSize;
  /** Text stands on white where nothing else is said: no page layout has a ground of its own. */
  readonly isPaperWhite: boolean;
}

interface Style {
  parent: string | undefined;
  dataStyle: string | undefined;
  look: { -readonly [K in keyof Look]?: Look[K] };
}

/** A chain of parents longer than this is a ring. */
const MAX_PARENTS = 32;
/** Names of styles and words of number formats in one document. */
const MAX_WORDS = 20_000;
const UNKNOWN_SIZE: PageSize = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };
/** What LibreOffice gives cells that name no style. */
const USUAL: Readonly<Record<string, string>> = { "table-cell": "Default" };

export function createStyles(): OdfStyles {
  const styles = new Map<string, Style>();
  const looks = new Map<string, Look>();
  const hiddenLayers = new Set<string>();
  /** Data styles (16.29) and whether they have a part that shows something, or others in their place. */
  const formats = new Map<string, { shows: boolean; others: string[] }>();
  const layouts = new Map<string, PageSize>();
  const masters = new Map<string, string | undefined>();
  let isPaperWhite = true;

  const words = new Set<string>();

  function read(reader: XmlReader): void {
    const outer = reader.depth;
    let style: Style | undefined;
    let layout: string | undefined;
    let format: { shows: boolean; others: string[] } | undefined;
    for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
      if (token === "close") {
        if (/^(?:style|default-style)$/u.test(reader.name)) style = undefined;
        else if (DATA_STYLE.test(reader.name)) format = undefined;
        continue;
      }
      if ((token === "text" || token === "aside") && /[\p{L}\p{N}]/u.test(reader.text) && words.size < MAX_WORDS) words.add(reader.text.trim());
      if (token !== "open") continue;
      const { name } = reader;
      if (name === "style" || name === "default-style") {
        const given = reader.attribute("display-name");
        if (given !== undefined && words.size < MAX_WORDS) words.add(given);
        style = { parent: reader.attribute("parent-style-name"), dataStyle: reader.attribute("data-style-name"), look: {} };
        styles.set(`${reader.attribute("family") ?? ""} ${name === "style" ? (reader.attribute("name") ?? "") : ""}`, style);
        looks.clear();
      } else if (DATA_STYLE.test(name)) {
        format = { shows: false, others: [] };
        formats.set(reader.attribute("name") ?? "", format);
      } else if (format !== undefined) {
        if (name === "map") format.others.push(reader.attribute("apply-style-name") ?? "");
        else if (name !== "text-properties") format.shows = true;
      } else if (name === "page-layout") layout = reader.attribute("name") ?? "";
      else if (name === "page-layout-properties") readPage(reader, layout ?? "");
      else if (style !== undefined) readProperties(reader, style.look, name);
    }
  }

  function readPage(reader: XmlReader, layout: string): void {
    const [width, height] = [points(reader.attribute("page-width")), points(reader.attribute("page-height"))];
    if (width !== undefined && height !== undefined) layouts.set(layout, { width, height });
    const ground = reader.attribute("background-color") ?? "transparent";
    if (!["transparent", WHITE].includes(ground.toLowerCase()) || (reader.attribute("fill") ?? "none") !== "none") isPaperWhite = false;
  }

  function look(family: string, name: string | undefined): Look {
    const key = `${family} ${name ?? ""}`;
    const known = looks.get(key);
    if (known !== undefined) return known;
    let merged: Style["look"] = {};
    let dataStyle: string | undefined;
    let at: string | undefined = name ?? USUAL[family];
    for (let steps = 0; at !== undefined && steps < MAX_PARENTS; steps++) {
      const style = styles.get(`${family} ${at}`);
      merged = { ...style?.look, ...merged };
      dataStyle ??= style?.dataStyle;
      at = style?.parent;
    }
    merged = { ...styles.get(`${family} `)?.look, ...merged };
    const made: Look = { ...PLAIN, ...merged, blank: dataStyle !== undefined && isBlank(dataStyle) };
    looks.set(key, made);
    return made;
  }

  function isBlank(name: string): boolean {
    const format = formats.get(name);
    return format !== undefined && !format.shows && format.others.every((other) => formats.get(other)?.shows === false);
  }

  function largest(): PageSize {
    const sizes = [...layouts.values()];
    return sizes.length === 0 ? UNKNOWN_SIZE : { width: Math.max(...sizes.map(({ width }) => width)), height: Math.max(...sizes.map(({ height }) => height)) };
  }

  return {
    read, look,
    takeWords() {
      const taken = [...words];
      words.clear();
      return taken;
    },
    shapeLook: (name) => look(styles.has(`presentation ${name ?? ""}`) ? "presentation" : "graphic", name),
    addLayer(name, isShown) {
      if (isShown) hiddenLayers.delete(name);
      else hiddenLayers.add(name);
    },
    isHiddenLayer: (name) => name !== undefined && hiddenLayers.has(name),
    addMaster: (name, layout) => void masters.set(name, layout),
    page: (master) => layouts.get(masters.get(master ?? "") ?? "") ?? largest(),
    get isPaperWhite() {
      return isPaperWhite;
    },
  };
}

const DATA_STYLE = /^(?:number|currency|percentage|date|time|boolean|text)-style$/u;
