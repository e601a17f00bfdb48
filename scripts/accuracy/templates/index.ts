/** All templates, by half. */
import { cleanDocuments } from "../clean-documents.js";
import type { Half, Template } from "../template.js";
import { TEST_CLEAN_2 } from "./test-clean-2.js";
import { TEST_CLEAN } from "./test-clean.js";
import { TEST_EXPORTS_2 } from "./test-exports-2.js";
import { TEST_FILES } from "./test-files.js";
import { TEST_FORMS_2 } from "./test-forms-2.js";
import { TEST_FORMS } from "./test-forms.js";
import { TEST_LETTERS_2 } from "./test-letters-2.js";
import { TEST_LISTS } from "./test-lists.js";
import { TEST_MESSAGES_2 } from "./test-messages-2.js";
import { TEST_MESSAGES } from "./test-messages.js";
import { TEST_NUMBERS_2 } from "./test-numbers-2.js";
import { TEST_REGISTERS } from "./test-registers.js";
import { TEST_ROSTERS } from "./test-rosters.js";
import { TEST_TABLES_2 } from "./test-tables-2.js";
import { TUNE_ABROAD_6 } from "./tune-abroad-6.js";
import { TUNE_CLEAN_2 } from "./tune-clean-2.js";
import { TUNE_CLEAN_3 } from "./tune-clean-3.js";
import { TUNE_CLEAN_4 } from "./tune-clean-4.js";
import { TUNE_CLEAN_5 } from "./tune-clean-5.js";
import { TUNE_CLEAN_6 } from "./tune-clean-6.js";
import { TUNE_CLEAN } from "./tune-clean.js";
import { TUNE_DATA_7 } from "./tune-data-7.js";
import { TUNE_EXPORTS_2 } from "./tune-exports-2.js";
import { TUNE_EXPORTS_5 } from "./tune-exports-5.js";
import { TUNE_FILES } from "./tune-files.js";
import { TUNE_FORMS_2 } from "./tune-forms-2.js";
import { TUNE_FORMS } from "./tune-forms.js";
import { TUNE_JAPAN_7 } from "./tune-japan-7.js";
import { TUNE_LETTERS_2 } from "./tune-letters-2.js";
import { TUNE_MESSAGES_2 } from "./tune-messages-2.js";
import { TUNE_MESSAGES } from "./tune-messages.js";
import { TUNE_NOTES_5 } from "./tune-notes-5.js";
import { TUNE_NOTES_6 } from "./tune-notes-6.js";
import { TUNE_NUMBERS_2 } from "./tune-numbers-2.js";
import { TUNE_OFFICE_TABLES, TUNE_OFFICE_TABLES_2, TUNE_OFFICE_TABLES_3 } from "./tune-office-tables.js";
import { TUNE_RECORDS_4 } from "./tune-records-4.js";
import { TUNE_REGISTERS_5 } from "./tune-registers-5.js";
import { TUNE_REGISTERS_6 } from "./tune-registers-6.js";
import { TUNE_TABLES_2 } from "./tune-tables-2.js";
import { TUNE_TABLES } from "./tune-tables.js";
import { TUNE_TALK_4 } from "./tune-talk-4.js";

const TEMPLATES: Readonly<Record<Half, readonly Template[]>> = {
  tune: [
    ...TUNE_FORMS, ...TUNE_MESSAGES, ...TUNE_TABLES, ...TUNE_FILES, ...TUNE_CLEAN,
    ...TUNE_FORMS_2, ...TUNE_LETTERS_2, ...TUNE_MESSAGES_2, ...TUNE_EXPORTS_2, ...TUNE_TABLES_2, ...TUNE_NUMBERS_2, ...TUNE_CLEAN_2,
    ...TUNE_OFFICE_TABLES, ...TUNE_OFFICE_TABLES_2, ...TUNE_OFFICE_TABLES_3,
    ...TUNE_CLEAN_3, ...TUNE_CLEAN_4, ...TUNE_CLEAN_5, ...TUNE_CLEAN_6, ...TUNE_RECORDS_4, ...TUNE_TALK_4,
    ...TUNE_REGISTERS_5, ...TUNE_NOTES_5, ...TUNE_EXPORTS_5,
    ...TUNE_REGISTERS_6, ...TUNE_NOTES_6, ...TUNE_ABROAD_6,
    ...TUNE_JAPAN_7, ...TUNE_DATA_7, ...cleanDocuments("tune"),
  ],
  unseen: cleanDocuments("unseen"),
  test: [
    ...TEST_FORMS, ...TEST_MESSAGES, ...TEST_LISTS, ...TEST_ROSTERS, ...TEST_REGISTERS, ...TEST_FILES, ...TEST_CLEAN,
    ...TEST_FORMS_2, ...TEST_LETTERS_2, ...TEST_MESSAGES_2, ...TEST_EXPORTS_2, ...TEST_TABLES_2, ...TEST_NUMBERS_2, ...TEST_CLEAN_2,
  ],
};

export const templatesOf = (half: Half): readonly Template[] => TEMPLATES[half];
