/** A report as docs/report.md has it, for whoever asked about one message. */
import { allDetectors } from "../../../detectors/index.js";
import type { Report } from "../../contract.js";
import { jsonReporter } from "../../reporters/json.js";

export const reportJson = (report: Report): string =>
  jsonReporter([report], { lang: "en", color: false, width: Infinity, messages: Object.fromEntries(allDetectors.map(({ id, messages }) => [id, messages])) });
