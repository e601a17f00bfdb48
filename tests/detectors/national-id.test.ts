import { nationalId } from "../../detectors/national-id.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(nationalId);
