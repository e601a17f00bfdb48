/** All templates, by half. */
import type { Half, Template } from "../template.js";
import { TEST_CLEAN } from "./test-clean.js";
import { TEST_FILES } from "./test-files.js";
import { TEST_FORMS } from "./test-forms.js";
import { TEST_LISTS } from "./test-lists.js";
import { TEST_MESSAGES } from "./test-messages.js";
import { TEST_REGISTERS } from "./test-registers.js";
import { TEST_ROSTERS } from "./test-rosters.js";
import { TUNE_CLEAN } from "./tune-clean.js";
import { TUNE_FILES } from "./tune-files.js";
import { TUNE_FORMS } from "./tune-forms.js";
import { TUNE_MESSAGES } from "./tune-messages.js";
import { TUNE_TABLES } from "./tune-tables.js";

export function templatesOf(half: Half): readonly Template[] {
  return half === "tune"
    ? [...TUNE_FORMS, ...TUNE_MESSAGES, ...TUNE_TABLES, ...TUNE_FILES, ...TUNE_CLEAN]
    : [...TEST_FORMS, ...TEST_MESSAGES, ...TEST_LISTS, ...TEST_ROSTERS, ...TEST_REGISTERS, ...TEST_FILES, ...TEST_CLEAN];
}
