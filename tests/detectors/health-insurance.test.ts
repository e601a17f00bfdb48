import { healthInsurance } from "../../detectors/health-insurance.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(healthInsurance);
