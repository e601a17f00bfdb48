/** Document properties (ECMA-376 part 2, clause 8, and part 1, 22.2 and 22.3): who wrote it, for whom, from which template. */
import { readXml } from "../../bytes/xml.js";
import type { Location } from "../../contract.js";
import type { Remark } from "../../text/remarks.js";

/** Counters and times that programs write: they say nothing of anybody. */
const COUNTED = /^(?:TotalTime|Pages|Words|Characters|CharactersWithSpaces|Lines|Paragraphs|Slides|Notes|HiddenSlides|MMClips|DocSecurity|AppVersion|i[1248]|ui[1248]|bool|created|modified|lastPrinted|filetime|date|revision|ScaleCrop|LinksUpToDate|SharedDoc|HyperlinksChanged)$/u;

/**
 * One remark for each property that holds words, and one for the name a custom property was given.
 * @param at the document
 */
export function* readProperties(xml: Uint8Array, at: Location): Generator<Remark> {
  const reader = readXml(xml);
  /** The custom property's own name; for the others that of the element. */
  let custom: string | undefined;
  const path: string[] = [];
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token === "open") {
      path.length = reader.depth - 1;
      path.push(reader.name);
      if (reader.name === "property") {
        custom = reader.attribute("name");
        if (custom !== undefined && custom !== "") yield { text: custom, at: [...at, { kind: "property", name: "custom property" }] };
      }
    } else if (token === "close" && reader.name === "property") custom = undefined;
    else if (token === "text") {
      const element = path[reader.depth - 1] ?? "";
      const text = reader.text.trim();
      if (text === "" || (COUNTED.test(element) && /^[-+\d.:TZtruefals]*$/u.test(text))) continue;
      const group = path.findLast((name) => /^(?:TitlesOfParts|HeadingPairs|HLinks)$/u.test(name));
      yield { text, at: [...at, { kind: "property", name: custom ?? group ?? element }] };
    }
  }
}
