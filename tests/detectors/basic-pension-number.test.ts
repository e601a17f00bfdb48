import { basicPensionNumber } from "../../detectors/basic-pension-number.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(basicPensionNumber);
