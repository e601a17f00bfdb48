/** What stands around text and gives it a look and a ground: shapes, and cells with their rows and tables. */
import type { XmlReader } from "../../bytes/xml.js";
import { SHAPES } from "./drawings.js";
import { groundOf, type Look, over, PLAIN, UNKNOWN_GROUND } from "./look.js";
import type { OdfStyles } from "./styles.js";

export interface Surroundings {
  open(reader: XmlReader): void;
  close(depth: number): void;
  /** What a paragraph of this look is like here. */
  inside(look: Look): Look;
  /** The colour behind text that has no ground of its own. */
  readonly ground: string;
}

const IN_TABLES = new Set(["table", "table-row", "table-cell"]);

/** @param ground outside of all of them */
export function createSurroundings(styles: OdfStyles, ground: string): Surroundings {
  const open: { readonly depth: number; readonly look: Look; readonly ground: string }[] = [];
  const groundNow = (): string => open.at(-1)?.ground ?? ground;
  return {
    open(reader) {
      const { name, depth } = reader;
      const family = name === "covered-table-cell" ? "table-cell" : name;
      if (SHAPES.has(name)) {
        const own = styles.shapeLook(reader.attribute("style-name"));
        // Nobody here can tell what lies behind a shape.
        open.push({ depth, look: asText(own), ground: groundOfShape(own) ?? UNKNOWN_GROUND });
      } else if (IN_TABLES.has(family)) {
        const own = styles.look(family, reader.attribute("style-name"));
        open.push({ depth, look: over(open.at(-1)?.look ?? PLAIN, asText(own)), ground: groundOfShape(own) ?? groundNow() });
      }
    },
    close(depth) {
      if (open.at(-1)?.depth === depth) open.pop();
    },
    inside(look) {
      const around = open.at(-1);
      return around === undefined ? look : over(around.look, look);
    },
    get ground() {
      return groundNow();
    },
  };
}

const asText = (look: Look): Look => ({ ...look, hidden: false, ground: undefined });

function groundOfShape(look: Look): string | undefined {
  if (look.fill === undefined || look.fill === "none") return groundOf(look);
  return look.fill === "solid" && !look.isSeeThrough ? look.fillColour : UNKNOWN_GROUND;
}
