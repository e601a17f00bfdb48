/** All templates, by half. */
import type { Half, Template } from "../template.js";
import { TEST_CLEAN } from "./test-clean.js";
import { TEST_TABLES } from "./test-tables.js";
import { TEST_TEXT } from "./test-text.js";
import { TUNE_CLEAN } from "./tune-clean.js";
import { TUNE_TABLES } from "./tune-tables.js";
import { TUNE_TEXT } from "./tune-text.js";

export function templatesOf(half: Half): readonly Template[] {
  return half === "tune" ? [...TUNE_TEXT, ...TUNE_TABLES, ...TUNE_CLEAN] : [...TEST_TEXT, ...TEST_TABLES, ...TEST_CLEAN];
}
