/** Which half a template of the second round belongs to: thrown before it was written, so that both halves are of one population. */
import { createRandom, seedOf } from "./random.js";
import type { Half } from "./template.js";

/** @param slug the id without its half: "2/meeting-agenda" */
export const halfOf = (slug: string): Half => (createRandom(seedOf(`coin of ${slug}`)).chance(0.5) ? "tune" : "test");
