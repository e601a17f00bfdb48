import { iban } from "../../detectors/iban.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(iban);
