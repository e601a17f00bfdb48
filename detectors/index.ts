/** Every built-in detector, in the order of the README's table. */
import type { Detector } from "../src/contract.js";

export const allDetectors: readonly Detector[] = [];
