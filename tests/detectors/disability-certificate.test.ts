import { disabilityCertificate } from "../../detectors/disability-certificate.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(disabilityCertificate);
