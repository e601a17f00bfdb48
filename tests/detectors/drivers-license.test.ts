import { driversLicense } from "../../detectors/drivers-license.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(driversLicense);
