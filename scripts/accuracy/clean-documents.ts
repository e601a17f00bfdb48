/**
 * Clean documents written out whole, of kinds that no generator makes: nobody in them is private. A coin, thrown over the name before anything was
 * measured, divides them: those of `tune` may be looked at; those of `unseen` tell how often a document of a kind that nobody has looked at is flagged.
 */
import { readFileSync } from "node:fs";
import { createRandom, seedOf } from "./random.js";
import type { Template } from "./template.js";

const FILES = ["japanese", "english", "japanese-2", "english-2", "japanese-3", "japanese-4", "english-3"];
/** "#### museum-label | label.txt", and the text up to the next of its kind. */
const DOCUMENT = /^#### ([\w-]+) \| ([\w.-]+)\n/mu;

export function cleanDocuments(half: "tune" | "unseen"): readonly Template[] {
  return FILES.flatMap((file) => {
    const pieces = readFileSync(new URL(`./clean-documents/${file}.txt`, import.meta.url), "utf8").split(DOCUMENT).slice(1);
    const templates: Template[] = [];
    for (let i = 0; i < pieces.length; i += 3) {
      const [slug, name, text] = pieces.slice(i, i + 3);
      if (createRandom(seedOf(`coin of document ${slug}`)).chance(0.5) !== (half === "tune")) continue;
      // As bytes: public people and offices stand in most of them, and found or not, they are no mistake. What counts is whether the document is flagged.
      templates.push({ id: `${half}/document/${slug}`, genre: "clean", title: slug, instances: 1, make: () => ({ name, bytes: Buffer.from(text) }) });
    }
    return templates;
  });
}
