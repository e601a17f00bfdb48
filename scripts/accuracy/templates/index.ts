/** All templates, by half. */
import type { Half, Template } from "../template.js";
import { TUNE_CLEAN } from "./tune-clean.js";
import { TUNE_TABLES } from "./tune-tables.js";
import { TUNE_TEXT } from "./tune-text.js";

export function templatesOf(half: Half): readonly Template[] {
  return half === "tune" ? [...TUNE_TEXT, ...TUNE_TABLES, ...TUNE_CLEAN] : [];
}
