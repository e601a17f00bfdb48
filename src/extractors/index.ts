/** Every extractor, in order of precedence: the first that knows the bytes reads them. */
import type { Extractor } from "../contract.js";

export const extractors: readonly Extractor[] = [];
