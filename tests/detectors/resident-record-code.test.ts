import { residentRecordCode } from "../../detectors/resident-record-code.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(residentRecordCode);
