import { residenceCard } from "../../detectors/residence-card.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(residenceCard);
